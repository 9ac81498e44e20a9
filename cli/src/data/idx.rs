//! The IDX format of MNIST: two zero bytes, the type of the numbers (8: unsigned byte), the number of dimensions, each dimension
//! as a big-endian `u32`, then the numbers. Gzip is unpacked on the way.

use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::files;

/// MNIST's largest file is 47 MB; this leaves room for its larger kin (EMNIST: 0.6 GB).
const MAX_BYTES: u64 = 1 << 30;

/// Bytes and their dimensions, slowest first.
#[derive(Debug, PartialEq)]
pub(crate) struct Idx {
    pub(crate) dimensions: Vec<usize>,
    pub(crate) bytes: Vec<u8>,
}

/// Reads an IDX file of unsigned bytes, packed or not.
pub(crate) fn read(path: &Path) -> Result<Idx> {
    parse(files::open_maybe_gzip(path, MAX_BYTES)?).with_context(|| format!("{} as IDX", path.display()))
}

/// Reads an IDX file that must have `rank` dimensions.
pub(crate) fn read_ranked(path: &Path, rank: usize, what: &str) -> Result<Idx> {
    let idx = read(path)?;
    if idx.dimensions.len() != rank {
        bail!(
            "{}: expected {what} ({rank} dimensions), found {:?}: are two files swapped?",
            path.display(),
            idx.dimensions
        );
    }
    Ok(idx)
}

/// Reads no more than the header promises: what is no such file, or would be too large, is refused before it is read or unpacked.
fn parse(mut file: impl Read) -> Result<Idx> {
    let start = next(&mut file, 4)?;
    let Some(&[0, 0, kind, rank]) = start.first_chunk::<4>() else {
        bail!("it does not begin as an IDX file does (two zero bytes)");
    };
    if kind != 8 {
        bail!("its numbers are of type {kind:#04x}: only unsigned bytes (0x08) are read");
    }
    if !(1..=4).contains(&rank) {
        bail!("it claims {rank} dimensions: 1 to 4 are read");
    }
    let lengths = next(&mut file, 4 * u64::from(rank))?;
    if lengths.len() != 4 * usize::from(rank) {
        bail!("it ends inside its header");
    }
    let dimensions: Vec<usize> = lengths
        .chunks_exact(4)
        .map(|length| u32::from_be_bytes([length[0], length[1], length[2], length[3]]) as usize)
        .collect();
    let expected = dimensions.iter().try_fold(1usize, |product, &length| product.checked_mul(length));
    let Some(expected) = expected.filter(|&count| count as u64 <= MAX_BYTES) else {
        bail!("its header says {dimensions:?}, more than the {MAX_BYTES} bytes that are read: the file is damaged");
    };
    let bytes = next(&mut file, expected as u64 + 1)?;
    if bytes.len() != expected {
        let found = if bytes.len() > expected { "more".to_owned() } else { format!("{}", bytes.len()) };
        bail!(
            "its header says {dimensions:?}, but {found} bytes follow: the file is damaged or incomplete; get it again"
        );
    }
    Ok(Idx { dimensions, bytes })
}

/// The next `count` bytes, or those that are left.
fn next(file: &mut impl Read, count: u64) -> Result<Vec<u8>> {
    let mut bytes = vec![];
    file.take(count).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(kind: u8, dimensions: &[u32], bytes: usize) -> Vec<u8> {
        let mut file = vec![0, 0, kind, dimensions.len() as u8];
        for length in dimensions {
            file.extend(length.to_be_bytes());
        }
        file.extend((0..bytes).map(|byte| byte as u8));
        file
    }

    #[test]
    fn parse_reads_images_and_labels() {
        let images = parse(&file(8, &[2, 3, 4], 24)[..]).unwrap();
        assert_eq!(images.dimensions, [2, 3, 4]);
        assert_eq!(images.bytes, (0..24).collect::<Vec<u8>>());
        assert_eq!(parse(&file(8, &[5], 5)[..]).unwrap().dimensions, [5]);
        assert!(parse(&file(8, &[0, 28, 28], 0)[..]).unwrap().bytes.is_empty());
    }

    #[test]
    fn parse_rejects_hostile_headers() {
        let overflow = [u32::MAX; 4];
        for (hostile, message) in [
            (vec![], "does not begin"),
            (vec![0, 0, 8], "does not begin"),
            (b"PK\x03\x04".to_vec(), "does not begin"),
            (file(13, &[2], 8), "0x0d"),
            (file(8, &[], 0), "0 dimensions"),
            (file(8, &[1; 5], 1), "5 dimensions"),
            (file(8, &[2, 3], 6)[..7].to_vec(), "inside its header"),
            (file(8, &[2, 3, 4], 23), "damaged"),
            (file(8, &[2, 3, 4], 25), "damaged"),
            (file(8, &overflow, 3), "damaged"),
            (file(8, &[u32::MAX, u32::MAX], 1), "damaged"),
        ] {
            let error = parse(&hostile[..]).unwrap_err().to_string();
            assert!(error.contains(message), "{error:?} should speak of {message:?}");
        }
    }

    #[test]
    fn parse_reads_no_more_than_the_header_promises() {
        /// A file that fails when it is read too far.
        struct Guarded(Vec<u8>);
        impl Read for Guarded {
            fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
                assert!(!self.0.is_empty(), "read beyond what was needed");
                let count = buffer.len().min(self.0.len());
                buffer[..count].copy_from_slice(&self.0.drain(..count).collect::<Vec<_>>());
                Ok(count)
            }
        }
        // Endless zeros, another kind of number, more than any such file may have.
        for hostile in [vec![0; 4], file(13, &[1 << 30], 0), file(8, &[1 << 16, 1 << 15], 0)] {
            assert!(parse(Guarded(hostile)).is_err());
        }
        let mut longer = file(8, &[2, 3], 6);
        longer.extend([0; 1]);
        assert!(parse(Guarded(longer)).is_err());
    }
}
