//! What a visitor has to load, and what that is held to.

use crate::package;
use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The size of a file as it is and as a server sends it, in bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Size {
    pub(crate) raw: u64,
    pub(crate) gzip: u64,
}

pub(crate) fn of(file: &Path) -> Result<Size> {
    let bytes = fs::read(file).with_context(|| file.display().to_string())?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&bytes)?;
    Ok(Size { raw: bytes.len() as u64, gzip: encoder.finish()?.len() as u64 })
}

pub(crate) const KB: u64 = 1024;

/// The most that may be of something, in bytes.
const LIMITS: [(&str, u64); 5] = [
    ("HTML, CSS and JavaScript of the first visit, gzip", 110 * KB),
    ("what is loaded late of them, gzip", 105 * KB),
    ("the first visit of the page, gzip", 800 * KB),
    ("standalone.js", 2 * KB * KB),
    ("the package", 8 * KB * KB),
];

/// Prints what is held to a limit, and how much of it there is.
///
/// # Errors
/// Where it is over.
pub(crate) fn check(package: &Path, defaults: &[String]) -> Result<()> {
    let gzip = |files: &[PathBuf]| -> Result<u64> {
        files.iter().map(|file| Ok(of(&package.join(file))?.gzip)).sum::<Result<u64>>()
    };
    let first = page(package)?;
    let code = gzip(&first)?;
    let late = gzip(&late(package, &first)?)?;
    // A visitor loads one of the two.
    let engine = gzip(&["gsa_net_bg.wasm".into()])?.max(gzip(&["gsa_net_relaxed_bg.wasm".into()])?);
    let models: Vec<_> =
        defaults.iter().map(|name| Path::new("models").join(name).with_extension("safetensors")).collect();
    let length = |file: PathBuf| Ok(fs::metadata(package.join(file))?.len());
    let all = package::files_below(package)?.into_iter().map(length).sum::<Result<u64>>()?;
    let sizes = [code, late, code + engine + gzip(&models)?, length("standalone.js".into())?, all];
    let mut over = Vec::new();
    for ((what, limit), size) in LIMITS.into_iter().zip(sizes) {
        let [size_kb, limit_kb] = [size, limit].map(|bytes| bytes as f64 / KB as f64);
        let line = format!("{what}: {size_kb:.1} KB of {limit_kb:.1} KB");
        println!("{line}");
        if size > limit {
            over.push(line);
        }
    }
    if over.is_empty() { Ok(()) } else { bail!("too large: {}", over.join("; ")) }
}

/// Modules that an element loads when somebody first looks at what they show: parts of it that have a name made of what is in them, but
/// for those that every visit loads.
fn late(package: &Path, first: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let is_part = |file: &PathBuf| {
        let stem = file.file_stem().and_then(|stem| stem.to_str());
        let hash = stem.and_then(|stem| stem.rsplit_once('-')).map_or("", |(_, hash)| hash);
        let is_hash = hash.len() == 8 && hash.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
        is_hash && file.parent() == Some(Path::new("")) && file.extension().is_some_and(|e| e == "js")
    };
    Ok(package::files_below(package)?.into_iter().filter(|file| is_part(file) && !first.contains(file)).collect())
}

/// What a visitor of the page loads at first besides wasm and models: what the page names and what stands below, modules that those
/// import, and the service worker.
fn page(package: &Path) -> Result<Vec<PathBuf>> {
    let mut found = ["index.html", "worker.js", "sw.js"].map(PathBuf::from).to_vec();
    // What every visit loads right after its first picture.
    found.extend(
        package::files_below(package)?
            .into_iter()
            .filter(|file| file.to_string_lossy().starts_with("below-") && file.extension().is_some_and(|e| e == "js")),
    );
    let mut next = 0;
    while let Some(file) = found.get(next) {
        let bytes = fs::read(package.join(file)).with_context(|| file.display().to_string())?;
        let text = String::from_utf8_lossy(&bytes);
        let starts: &[&str] = match file.extension().and_then(|extension| extension.to_str()) {
            Some("html") => &["src=\"./", "href=\"./"],
            Some("js") => &["from\"./", "import\"./"],
            _ => &[],
        };
        for start in starts {
            let names = text.split(start).skip(1).filter_map(|rest| rest.split('"').next());
            let named: Vec<_> = names.map(PathBuf::from).filter(|name| package.join(name).is_file()).collect();
            for name in named {
                if !found.contains(&name) && name.extension().is_some_and(|e| e == "js" || e == "css") {
                    found.push(name);
                }
            }
        }
        next += 1;
    }
    Ok(found)
}

/// Prints the sizes of the page, of the wasm with its JavaScript, and of the models.
pub(crate) fn print(package: &Path) -> Result<()> {
    let mut files = page(package)?;
    files.extend(late(package, &files)?);
    let engines =
        ["gsa_net_relaxed_bg.wasm", "gsa_net_bg.wasm", "gsa_net.js", "plain/gsa_net_bg.wasm", "plain/gsa_net.js"];
    files.extend(engines.map(PathBuf::from));
    let mut models: Vec<_> = fs::read_dir(package.join("models")).into_iter().flatten().flatten().collect();
    models.sort_by_key(fs::DirEntry::file_name);
    files.extend(models.iter().map(|entry| Path::new("models").join(entry.file_name())));
    println!("{:<34}{:>12}{:>12}", "bytes", "raw", "gzip");
    for file in files {
        let Size { raw, gzip } = of(&package.join(&file))?;
        println!("{:<34}{raw:>12}{gzip:>12}", file.display());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A package of a page with one module that imports another, in which one file is as large as is said.
    fn package(name: &str, large: &str, size: usize) -> PathBuf {
        let folder = crate::package::testing::folder(name);
        fs::create_dir(folder.join("models")).unwrap();
        let files = [
            ("index.html", "<link href=\"./page.css\"><script src=\"./page.js\"></script><a href=\"./not-here.js\">"),
            ("page.css", ""),
            ("page.js", "import{a}from\"./element.js\";import(\"./later-0123ABCD.js\");"),
            ("element.js", ""),
            ("later-0123ABCD.js", ""),
            ("below-0123ABCD.js", ""),
            ("by-hand.js", ""),
            ("sw.js", ""),
            ("worker.js", ""),
            ("gsa_net_bg.wasm", ""),
            ("gsa_net_relaxed_bg.wasm", ""),
            ("standalone.js", ""),
            ("models/a.safetensors", ""),
            ("models/b.safetensors", ""),
        ];
        for (file, text) in files {
            fs::write(folder.join(file), text).unwrap();
        }
        // What gzip can't make smaller.
        let mut state = 1u32;
        let noise = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        });
        if size > 0 {
            fs::write(folder.join(large), noise.take(size).collect::<Vec<_>>()).unwrap();
        }
        folder
    }

    fn verdict(name: &str, large: &str, kilobytes: usize) -> Result<()> {
        check(&package(name, large, 1024 * kilobytes), &["a".into()])
    }

    #[test]
    fn what_the_page_names_and_imports_counts_and_nothing_else() {
        let folder = package("sizes-page", "", 0);
        let found = page(&folder).unwrap();
        let first = ["index.html", "worker.js", "sw.js", "below-0123ABCD.js", "page.js", "page.css", "element.js"];
        assert_eq!(found, first.map(PathBuf::from));
        assert_eq!(late(&folder, &found).unwrap(), [PathBuf::from("later-0123ABCD.js")]);
    }

    #[test]
    fn a_package_over_a_limit_is_refused_and_the_limit_named() {
        verdict("sizes-small", "", 0).unwrap();
        for (large, kilobytes, what) in [
            ("gsa_net_relaxed_bg.wasm", 900, "the first visit of the page"),
            ("models/a.safetensors", 900, "the first visit of the page"),
            ("element.js", 111, "JavaScript of the first visit"),
            ("below-0123ABCD.js", 111, "JavaScript of the first visit"),
            ("later-0123ABCD.js", 106, "late"),
            ("standalone.js", 2049, "standalone.js"),
            ("models/b.safetensors", 8193, "the package"),
        ] {
            let error = verdict("sizes-large", large, kilobytes).unwrap_err().to_string();
            assert!(error.contains(what) && error.matches(':').count() == 2, "{error}");
        }
    }

    #[test]
    fn a_repetitive_file_is_smaller_after_gzip() {
        let folder = crate::package::testing::folder("sizes");
        fs::write(folder.join("zeros"), [0; 10_000]).unwrap();
        let Size { raw, gzip } = of(&folder.join("zeros")).unwrap();
        assert_eq!(raw, 10_000);
        assert!((10..200).contains(&gzip), "{gzip}");
    }
}
