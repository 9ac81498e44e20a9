//! A digest of everything that the package is built from, recorded in it: where it still fits, and the files beside it are those
//! that were built, `pkg/` can be used as it is, without a tool installed.
//!
//! This is a shortcut, not a proof: CI builds the package again and compares every byte (`cargo xtask package --check`), the
//! digest included.

use super::files_below;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// Where in the package the digests stand.
const FILE: &str = "built-from.json";

/// Folders and files, relative to the root of the repository, that decide what is built.
const SOURCES: [&str; 19] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "docs/cost.csv",
    "docs/group-size",
    "docs/rotmnist",
    "docs/upright",
    "models",
    "package-lock.json",
    "package.json",
    "rust-toolchain.toml",
    "src",
    "tsconfig.json",
    "www",
    "xtask/assets",
    "xtask/src/package",
    "xtask/src/package.rs",
];

/// Why a package can't be used as it is.
#[derive(Debug, PartialEq)]
pub(crate) enum Mismatch {
    /// It has no digest.
    Unrecorded,
    /// Its sources are others now.
    Sources,
    /// Its own files are not those that were built.
    Files,
}

impl std::fmt::Display for Mismatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Mismatch::Unrecorded => "pkg/ does not say what it was built from",
            Mismatch::Sources => "the sources have changed since pkg/ was built",
            Mismatch::Files => "files in pkg/ are not those that were built",
        })
    }
}

/// Records in a finished package what it was built from.
pub(crate) fn record(root: &Path, package: &Path) -> Result<()> {
    let text = text(&sources(root)?, &files(package)?);
    fs::write(package.join(FILE), text).context(FILE)
}

/// What speaks against using the package as it is, if anything does.
pub(crate) fn mismatch(root: &Path, package: &Path) -> Result<Option<Mismatch>> {
    let Ok(recorded) = fs::read_to_string(package.join(FILE)) else { return Ok(Some(Mismatch::Unrecorded)) };
    let (sources, files) = (sources(root)?, files(package)?);
    Ok(if recorded == text(&sources, &files) {
        None
    } else if recorded.contains(&sources) {
        Some(Mismatch::Files)
    } else {
        Some(Mismatch::Sources)
    })
}

fn text(sources: &str, files: &str) -> String {
    format!("{{\n  \"sources\": \"{sources}\",\n  \"files\": \"{files}\"\n}}\n")
}

fn sources(root: &Path) -> Result<String> {
    let mut paths = Vec::new();
    for name in SOURCES {
        let path = Path::new(name);
        if root.join(path).is_dir() {
            paths.extend(files_below(&root.join(path))?.into_iter().map(|file| path.join(file)));
        } else {
            paths.push(path.to_owned());
        }
    }
    digest(root, &paths)
}

fn files(package: &Path) -> Result<String> {
    let mut paths = files_below(package)?;
    paths.retain(|path| path != Path::new(FILE));
    digest(package, &paths)
}

/// Of names and contents; each is preceded by its length, so that nothing can move from one into the next.
fn digest(folder: &Path, paths: &[PathBuf]) -> Result<String> {
    let mut hash = Sha256::new();
    for path in paths {
        let name = path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        let bytes = fs::read(folder.join(path)).with_context(|| folder.join(path).display().to_string())?;
        for part in [name.as_bytes(), &bytes] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::testing;

    /// A repository in which every source is a small file, and its package, recorded.
    fn built(name: &str) -> (PathBuf, PathBuf) {
        let root = testing::folder(name);
        for source in SOURCES {
            let is_folder = !source.contains('.') && !source.starts_with("LICENSE");
            let file = if is_folder { root.join(source).join("inner/file") } else { root.join(source) };
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, source).unwrap();
        }
        let package = root.join("pkg");
        fs::create_dir_all(package.join("models")).unwrap();
        fs::write(package.join("models/a"), "weights").unwrap();
        fs::write(package.join("index.html"), "page").unwrap();
        record(&root, &package).unwrap();
        (root, package)
    }

    #[test]
    fn an_untouched_package_fits() {
        let (root, package) = built("digest-fits");
        assert_eq!(mismatch(&root, &package).unwrap(), None);
    }

    #[test]
    fn every_source_counts() {
        let (root, package) = built("digest-sources");
        for source in SOURCES {
            let path = root.join(source);
            let file = if path.is_dir() { path.join("inner/file") } else { path };
            let before = fs::read(&file).unwrap();
            fs::write(&file, "changed").unwrap();
            assert_eq!(mismatch(&root, &package).unwrap(), Some(Mismatch::Sources), "{source}");
            fs::write(&file, before).unwrap();
        }
        fs::write(root.join("src/new"), "").unwrap();
        assert_eq!(mismatch(&root, &package).unwrap(), Some(Mismatch::Sources));
    }

    #[test]
    fn documents_that_the_package_is_made_of_are_sources() {
        let assets = crate::paths::root().join("xtask/assets");
        let mut found = 0;
        for entry in fs::read_dir(assets).unwrap() {
            let Ok(text) = fs::read_to_string(entry.unwrap().path()) else { continue };
            for rest in text.split("'docs/").skip(1) {
                let path = format!("docs/{}", rest.split('\'').next().unwrap());
                assert!(SOURCES.iter().any(|source| path.starts_with(source)), "{path}");
                found += 1;
            }
        }
        assert!(found > 5);
    }

    #[test]
    fn changed_missing_and_added_files_of_the_package_count() {
        let (root, package) = built("digest-files");
        fs::write(package.join("index.html"), "other").unwrap();
        assert_eq!(mismatch(&root, &package).unwrap(), Some(Mismatch::Files));
        fs::remove_file(package.join("index.html")).unwrap();
        assert_eq!(mismatch(&root, &package).unwrap(), Some(Mismatch::Files));
        fs::write(package.join("index.html"), "page").unwrap();
        assert_eq!(mismatch(&root, &package).unwrap(), None);
        fs::write(package.join("more"), "").unwrap();
        assert_eq!(mismatch(&root, &package).unwrap(), Some(Mismatch::Files));
    }

    #[test]
    fn a_package_without_a_digest_does_not_fit() {
        let (root, package) = built("digest-none");
        fs::remove_file(package.join(FILE)).unwrap();
        assert_eq!(mismatch(&root, &package).unwrap(), Some(Mismatch::Unrecorded));
    }

    #[test]
    fn what_moves_from_a_name_into_the_file_is_seen() {
        let folder = testing::folder("digest-moves");
        fs::write(folder.join("ab"), "c").unwrap();
        fs::write(folder.join("a"), "bc").unwrap();
        let [one, other] = ["ab", "a"].map(|name| digest(&folder, &[PathBuf::from(name)]).unwrap());
        assert_ne!(one, other);
    }
}
