//! Reading with a limit, and writing that never leaves half a file behind.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use flate2::read::MultiGzDecoder;
use gsa_net::quoted;
use serde::Deserialize;

/// Reads a whole file of at most `limit` bytes.
pub(crate) fn read(path: &Path, limit: u64) -> Result<Vec<u8>> {
    let file = open(path)?;
    take(file, limit).with_context(|| format!("reading {}", path.display()))
}

/// Reads a whole file, unpacked when it is gzip (told by its first two bytes, whatever its name);
/// `limit` bounds what comes out.
pub(crate) fn read_maybe_gzip(path: &Path, limit: u64) -> Result<Vec<u8>> {
    let mut file = open(path)?;
    let mut magic = Vec::with_capacity(2);
    Read::by_ref(&mut file).take(2).read_to_end(&mut magic).with_context(|| format!("reading {}", path.display()))?;
    let whole = magic.as_slice().chain(file);
    if magic == [0x1f, 0x8b] {
        take(MultiGzDecoder::new(whole), limit)
            .with_context(|| format!("unpacking {} (is the download complete?)", path.display()))
    } else {
        take(whole, limit).with_context(|| format!("reading {}", path.display()))
    }
}

/// The first `N` bytes of a file, or all where there are fewer.
pub(crate) fn first_bytes<const N: usize>(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(N);
    open(path)?.take(N as u64).read_to_end(&mut bytes).with_context(|| format!("reading {}", path.display()))?;
    Ok(bytes)
}

/// Reads JSON; what an error quotes of it is short and safe to show.
pub(crate) fn from_json<'a, T: Deserialize<'a>>(text: &'a [u8]) -> Result<T> {
    serde_json::from_slice(text).map_err(|error| anyhow!("{}", quoted(&error.to_string())))
}

fn open(path: &Path) -> Result<File> {
    File::open(path).with_context(|| format!("opening {}", path.display()))
}

fn take(source: impl Read, limit: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        bail!("it is larger than the {limit} bytes that such a file may have");
    }
    Ok(bytes)
}

/// Replaces `path` by `bytes` in one step: a reader, or a machine that loses power, sees the old file or the new one.
pub(crate) fn write_atomically(path: &Path, bytes: &[u8]) -> Result<()> {
    let temporary = beside(path, ".partial");
    let write = || -> std::io::Result<()> {
        let mut file = File::create(&temporary)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&temporary, path)?;
        // The new name is on disk only when its directory is; where directories can't be opened there is nothing to sync.
        if let Ok(directory) = File::open(parent(path)) {
            directory.sync_all()?;
        }
        Ok(())
    };
    write().inspect_err(|_| drop(fs::remove_file(&temporary))).with_context(|| format!("writing {}", path.display()))
}

/// Fails now, rather than after hours of work, when `path` could not be written.
pub(crate) fn require_writable(path: &Path) -> Result<()> {
    let directory = parent(path);
    fs::create_dir_all(directory).with_context(|| format!("creating the directory {}", directory.display()))?;
    if path.is_dir() {
        bail!("{} is a directory: name a file in it", path.display());
    }
    let probe = beside(path, &format!(".{}.probe", std::process::id()));
    File::create(&probe)
        .and_then(|_| fs::remove_file(&probe))
        .with_context(|| format!("{} can't be written", path.display()))
}

/// `path` with `suffix` after its whole name: `r4.safetensors` → `r4.safetensors.checkpoint`.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(directory) if !directory.as_os_str().is_empty() => directory,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};

    #[test]
    fn read_unpacks_gzip_and_passes_the_rest() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("file");
        for plain in [&b"hello"[..], b"", b"x", &[0x1f]] {
            fs::write(&path, plain).unwrap();
            assert_eq!(read_maybe_gzip(&path, 5).unwrap(), plain);
            let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
            gzip.write_all(plain).unwrap();
            fs::write(&path, gzip.finish().unwrap()).unwrap();
            assert_eq!(read_maybe_gzip(&path, 5).unwrap(), plain);
        }
    }

    #[test]
    fn read_rejects_what_is_too_large() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("bomb.gz");
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&vec![0; 1 << 20]).unwrap();
        fs::write(&path, gzip.finish().unwrap()).unwrap();
        let error = format!("{:#}", read_maybe_gzip(&path, (1 << 20) - 1).unwrap_err());
        assert!(error.contains("larger than"), "{error}");
        assert!(read(&path, 10).is_err());
    }

    #[test]
    fn json_errors_are_short_and_safe_to_show() {
        let text = format!("\"\\u001b[2J{}\"", "x".repeat(100_000));
        let error = from_json::<Vec<u8>>(text.as_bytes()).unwrap_err().to_string();
        assert!(error.len() < 400 && error.contains("x…") && !error.contains(char::is_control), "{error:?}");
    }

    #[test]
    fn write_replaces_and_leaves_nothing_else() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("new/model.safetensors");
        require_writable(&path).unwrap();
        write_atomically(&path, b"one").unwrap();
        write_atomically(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
        assert!(require_writable(directory.path()).is_err());
    }
}
