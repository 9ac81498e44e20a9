//! Reading with a limit, and writing that never leaves half a file behind.

mod gzip;

use std::fs::{self, File, FileType, Metadata, OpenOptions};
use std::io::{self, BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail, ensure};
use gsa_net::quoted;
use serde::Deserialize;

/// What is read of a pipe at most: how much is in it, nobody can say before.
const MAX_PIPED: u64 = 64 << 20;

/// Zeros that may stand behind packed data.
const MAX_PADDING: u64 = 1 << 20;

/// Links that are followed one after the other, as many as Linux follows.
const MAX_LINKS: usize = 40;

/// Reads a whole file of at most `limit` bytes.
pub(crate) fn read(path: &Path, limit: u64) -> Result<Vec<u8>> {
    let (file, limit) = open(path, limit)?;
    take(file, limit).with_context(|| format!("reading {}", path.display()))
}

/// Reads a whole file, unpacked when it is gzip (told by its first two bytes, whatever its name);
/// `limit` bounds what comes out.
pub(crate) fn read_maybe_gzip(path: &Path, limit: u64) -> Result<Vec<u8>> {
    let source = open_maybe_gzip(path, limit)?;
    take(source, limit).with_context(|| format!("reading {}", path.display()))
}

/// Opens a file of at most `limit` bytes, to be unpacked while it is read when it is gzip. What comes out may be more.
pub(crate) fn open_maybe_gzip(path: &Path, limit: u64) -> Result<impl Read + use<>> {
    // What can't be packed is a little longer for it, and may be padded.
    let (file, packed) = open(path, limit + limit / 16 + MAX_PADDING)?;
    let length = file.metadata().map_or(0, |metadata| metadata.len());
    let (is_gzip, source) =
        gzip::maybe(file.take(packed + 1)).with_context(|| format!("reading {}", path.display()))?;
    if !is_gzip {
        require_length(path, length, limit)?;
    }
    Ok(source)
}

/// Opens a file of at most `limit` bytes, to be read piece by piece.
pub(crate) fn open_buffered(path: &Path, limit: u64) -> Result<BufReader<File>> {
    Ok(BufReader::new(open(path, limit)?.0))
}

/// The first `N` bytes of a file, or all where there are fewer; it is read again from the beginning, which a pipe can't be.
pub(crate) fn first_bytes<const N: usize>(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(N);
    let (file, _) = open(path, u64::MAX)?;
    let is_file = file.metadata().is_ok_and(|metadata| metadata.is_file());
    ensure!(is_file, "{} is a pipe, which can be read only once: write it to a file first", path.display());
    file.take(N as u64).read_to_end(&mut bytes).with_context(|| format!("reading {}", path.display()))?;
    Ok(bytes)
}

/// Text that may hold names of files, which may hold anything: in one line, and without what controls a terminal.
pub(crate) fn shown(text: &str) -> String {
    let escape = |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
    text.chars().map(escape).collect()
}

/// Reads JSON; what an error quotes of it is short and safe to show.
pub(crate) fn from_json<'a, T: Deserialize<'a>>(text: &'a [u8]) -> Result<T> {
    serde_json::from_slice(text).map_err(|error| anyhow!("{}", quoted(&error.to_string())))
}

/// Opens a file, and says how much of it may be read. What is too large, or has no end, is refused before any of it is read.
fn open(path: &Path, limit: u64) -> Result<(File, u64)> {
    let opening = || format!("opening {}", path.display());
    let kind = fs::metadata(path).with_context(opening)?.file_type();
    ensure!(!kind.is_dir(), "{} is a directory, not a file", path.display());
    ensure!(!is_device(kind), "{} is a device, not a file", path.display());
    let file = File::open(path).with_context(opening)?;
    // Of what was opened: another file may have come under this name.
    let metadata = file.metadata().with_context(opening)?;
    if !metadata.is_file() {
        return Ok((file, limit.min(MAX_PIPED)));
    }
    require_length(path, metadata.len(), limit)?;
    Ok((file, limit))
}

fn require_length(path: &Path, length: u64, limit: u64) -> Result<()> {
    ensure!(length <= limit, "{} has {length} bytes, more than the {limit} that such a file may have", path.display());
    Ok(())
}

/// Reads what is left, but no more than `limit` bytes.
pub(crate) fn take(source: impl Read, limit: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        bail!("it is larger than the {limit} bytes that such a file may have");
    }
    Ok(bytes)
}

/// Replaces `path` by `bytes` in one step: a reader, or a machine that loses power, sees the old file or the new one. A link stays and
/// its target is replaced; what is no file, such as a device, is written to and stays what it is.
pub(crate) fn write_atomically(path: &Path, bytes: &[u8]) -> Result<()> {
    let write = || match Target::of(path)? {
        Target::File { path, before } => replace(&path, before.as_ref(), bytes),
        Target::Stream => OpenOptions::new().write(true).open(path)?.write_all(bytes),
    };
    write().with_context(|| format!("writing {}", path.display()))
}

fn replace(path: &Path, before: Option<&Metadata>, bytes: &[u8]) -> io::Result<()> {
    let temporary = beside(path, ".partial");
    remove_if_there(&temporary)?;
    let write = || {
        // New, so that no link is followed and nothing else is written over.
        let mut file = OpenOptions::new().write(true).create_new(true).open(&temporary)?;
        file.write_all(bytes)?;
        if let Some(before) = before {
            file.set_permissions(before.permissions())?;
        }
        file.sync_all()?;
        fs::rename(&temporary, path)?;
        // The new name is on disk only when its directory is; where directories can't be opened there is nothing to sync.
        if let Ok(directory) = File::open(parent(path)) {
            directory.sync_all()?;
        }
        Ok(())
    };
    write().inspect_err(|_| drop(fs::remove_file(&temporary)))
}

/// Removes a file that was written: a link's target rather than the link, and nothing that is no file.
pub(crate) fn remove_written(path: &Path) -> Result<()> {
    let remove = || match Target::of(path)? {
        Target::File { path, .. } => remove_if_there(&path),
        Target::Stream => Ok(()),
    };
    remove().with_context(|| format!("removing {}", path.display()))
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Fails now, rather than after hours of work, when `path` could not be written.
pub(crate) fn require_writable(path: &Path) -> Result<()> {
    let unwritable = || format!("{} can't be written", path.display());
    match Target::of(path).with_context(unwritable)? {
        Target::File { path: file, .. } => {
            let directory = parent(&file);
            fs::create_dir_all(directory).with_context(|| format!("creating the directory {}", directory.display()))?;
            let probe = beside(&file, &format!(".{}.probe", std::process::id()));
            File::create(&probe).and_then(|_| fs::remove_file(&probe)).with_context(unwritable)
        }
        // A pipe would wait for its reader.
        Target::Stream if fs::metadata(path).is_ok_and(|metadata| is_device(metadata.file_type())) => {
            OpenOptions::new().write(true).open(path).map(drop).with_context(unwritable)
        }
        Target::Stream => Ok(()),
    }
}

/// Whether there is a file, itself or at the end of a link.
pub(crate) fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// Whether two paths lead to the same file, which need not be there yet. Two that lead to a device do not harm each other.
pub(crate) fn are_same(a: &Path, b: &Path) -> bool {
    let place = |path: &Path| match Target::of(path).ok()? {
        Target::File { path, .. } => {
            let directory = parent(&path).canonicalize().or_else(|_| std::path::absolute(parent(&path))).ok()?;
            Some(directory.join(path.file_name()?))
        }
        Target::Stream => None,
    };
    place(a).is_some_and(|a| place(b) == Some(a))
}

/// What is written to when a path is.
enum Target {
    /// A file, or where one can be: no link.
    File { path: PathBuf, before: Option<Metadata> },
    /// A device, a pipe or a socket.
    Stream,
}

impl Target {
    fn of(path: &Path) -> io::Result<Self> {
        // Links to what is open already (/dev/stdout) name no path, so the whole way is asked first.
        let before = match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => {
                return Err(io::Error::new(ErrorKind::IsADirectory, "it is a directory: name a file in it"));
            }
            Ok(metadata) if !metadata.is_file() => return Ok(Self::Stream),
            Ok(metadata) => Some(metadata),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let mut path = path.to_owned();
        for _ in 0..MAX_LINKS {
            match fs::read_link(&path) {
                Ok(next) => path = parent(&path).join(next),
                Err(_) => return Ok(Self::File { path, before }),
            }
        }
        Err(io::Error::other("it is a link that leads from link to link"))
    }
}

#[cfg(unix)]
fn is_device(kind: FileType) -> bool {
    use std::os::unix::fs::FileTypeExt;
    kind.is_char_device() || kind.is_block_device()
}

#[cfg(not(unix))]
fn is_device(_: FileType) -> bool {
    false
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
    fn names_with_control_characters_are_shown_in_one_line() {
        assert_eq!(shown("a\nb\u{1b}[2J é“…”.png"), "a\\nb\\u{1b}[2J é“…”.png");
    }

    #[test]
    fn json_errors_are_short_and_safe_to_show() {
        let text = format!("\"\\u001b[2J{}\"", "x".repeat(100_000));
        let error = from_json::<Vec<u8>>(text.as_bytes()).unwrap_err().to_string();
        assert!(error.len() < 400 && error.contains("x…") && !error.contains(char::is_control), "{error:?}");
    }

    #[test]
    fn gzip_may_be_padded_with_zeros_and_have_several_members() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("file.gz");
        let pack = |text: &[u8]| {
            let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
            gzip.write_all(text).unwrap();
            gzip.finish().unwrap()
        };
        let (one, two) = (pack(b"hello "), pack(b"world"));
        // Tapes and cards fill their blocks.
        for padding in [0, 1, 17, 10_240, 100_000] {
            let zeros = vec![0; padding];
            fs::write(&path, [&one[..], &zeros, &two, &zeros].concat()).unwrap();
            assert_eq!(read_maybe_gzip(&path, 11).unwrap(), b"hello world", "{padding} zeros");
        }
        fs::write(&path, [&one[..], b"\0\0more"].concat()).unwrap();
        assert!(read_maybe_gzip(&path, 100).is_err(), "what is neither zeros nor gzip is damage");
        for length in 2..one.len() {
            fs::write(&path, &one[..length]).unwrap();
            assert!(read_maybe_gzip(&path, 100).is_err(), "cut to {length}");
        }
    }

    #[test]
    fn what_is_too_large_is_refused_before_it_is_read() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("sparse");
        File::create(&path).unwrap().set_len(1 << 40).unwrap();
        let error = format!("{:#}", read(&path, 1 << 39).unwrap_err());
        assert!(error.contains("has 1099511627776 bytes"), "{error}");
        assert!(open_maybe_gzip(&path, 1 << 39).is_err() && open_buffered(&path, 1 << 39).is_err());
        for (path, message) in [(Path::new("/dev/zero"), "is a device"), (directory.path(), "is a directory")] {
            let errors =
                [read(path, 1 << 40).err(), read_maybe_gzip(path, 1 << 40).err(), first_bytes::<6>(path).err()];
            for error in errors {
                let error = error.unwrap().to_string();
                assert!(error.contains(message), "{error}");
            }
        }
    }

    #[test]
    fn write_replaces_and_leaves_nothing_else() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("new/model.safetensors");
        require_writable(&path).unwrap();
        write_atomically(&path, b"one").unwrap();
        // What a run that was killed has left.
        fs::write(beside(&path, ".partial"), "half").unwrap();
        write_atomically(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
        for directory in [directory.path(), path.parent().unwrap()] {
            assert!(require_writable(directory).is_err() && write_atomically(directory, b"three").is_err());
            assert!(directory.is_dir());
        }
    }

    #[test]
    #[cfg(unix)]
    fn links_stay_and_their_targets_are_written_and_removed() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let directory = tempfile::tempdir().unwrap();
        let inside = |name: &str| directory.path().join(name);
        fs::create_dir(inside("far")).unwrap();
        symlink("second", inside("first")).unwrap();
        symlink("far/away", inside("second")).unwrap();
        // First there is no such file, then there is one.
        for text in ["one", "two"] {
            require_writable(&inside("first")).unwrap();
            write_atomically(&inside("first"), text.as_bytes()).unwrap();
            assert!(inside("first").is_symlink() && inside("second").is_symlink());
            assert!(!inside("far/away").is_symlink());
            assert_eq!(fs::read_to_string(inside("far/away")).unwrap(), text);
            fs::set_permissions(inside("far/away"), fs::Permissions::from_mode(0o640)).unwrap();
        }
        assert_eq!(inside("far/away").metadata().unwrap().permissions().mode() & 0o777, 0o640);
        assert!(
            are_same(&inside("first"), &inside("far/../far/away")) && !are_same(&inside("first"), &inside("far/x"))
        );
        remove_written(&inside("first")).unwrap();
        assert!(inside("first").is_symlink() && !inside("far/away").exists());
        symlink("loop", inside("loop")).unwrap();
        assert!(require_writable(&inside("loop")).is_err() && write_atomically(&inside("loop"), b"x").is_err());
    }

    #[test]
    #[cfg(unix)]
    fn devices_stay_devices() {
        use std::os::unix::fs::symlink;
        let directory = tempfile::tempdir().unwrap();
        let link = directory.path().join("link");
        symlink("/dev/null", &link).unwrap();
        for path in [Path::new("/dev/null"), &link] {
            require_writable(path).unwrap();
            write_atomically(path, b"x").unwrap();
            remove_written(path).unwrap();
            assert!(is_device(fs::metadata(path).unwrap().file_type()) && !is_file(path), "{}", path.display());
        }
        assert!(write_atomically(Path::new("/dev/full"), b"x").is_err(), "what is not written is said");
        assert!(!are_same(Path::new("/dev/null"), Path::new("/dev/null")));
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1);
    }
}
