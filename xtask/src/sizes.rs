//! What a visitor has to load.

use anyhow::{Context, Result};
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

/// What a visitor of the page loads besides wasm and models.
const PAGE: [&str; 8] =
    ["index.html", "page.css", "start.js", "page.js", "define.js", "element.js", "samples.js", "worker.js"];

/// Prints the sizes of the page, of the wasm with its JavaScript, and of the models.
pub(crate) fn print(package: &Path) -> Result<()> {
    let mut files = PAGE.map(PathBuf::from).to_vec();
    files.extend(["gsa_net_bg.wasm", "gsa_net.js", "plain/gsa_net_bg.wasm", "plain/gsa_net.js"].map(PathBuf::from));
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

    #[test]
    fn a_repetitive_file_is_smaller_after_gzip() {
        let folder = crate::package::testing::folder("sizes");
        fs::write(folder.join("zeros"), [0; 10_000]).unwrap();
        let Size { raw, gzip } = of(&folder.join("zeros")).unwrap();
        assert_eq!(raw, 10_000);
        assert!((10..200).contains(&gzip), "{gzip}");
    }
}
