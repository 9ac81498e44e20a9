//! Gzip, as `gzip -d` takes it: several members in a row, and zeros behind each, with which tapes and archives fill their blocks.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::GzDecoder;

const MAGIC: [u8; 2] = [0x1f, 0x8b];

/// Whether a file is gzip, which its first two bytes tell, and what is in it, unpacked where it is.
pub(super) fn maybe(mut file: impl Read) -> io::Result<(bool, impl Read)> {
    let mut start = Vec::with_capacity(MAGIC.len());
    Read::by_ref(&mut file).take(MAGIC.len() as u64).read_to_end(&mut start)?;
    let is_gzip = start == MAGIC;
    let whole = BufReader::new(io::Cursor::new(start).chain(file));
    let source = if is_gzip { Source::Member(GzDecoder::new(whole)) } else { Source::Plain(whole) };
    Ok((is_gzip, source))
}

enum Source<R> {
    Plain(R),
    /// The member that is being unpacked.
    Member(GzDecoder<R>),
    End,
}

impl<R: BufRead> Read for Source<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        loop {
            match self {
                Self::Plain(file) => return file.read(buffer),
                Self::End => return Ok(0),
                Self::Member(member) => match member.read(buffer) {
                    Ok(0) => {}
                    Ok(count) => return Ok(count),
                    Err(error) => {
                        let hint = format!("{error} (gzip: is the download complete?)");
                        return Err(io::Error::new(error.kind(), hint));
                    }
                },
            }
            let Self::Member(member) = std::mem::replace(self, Self::End) else { return Ok(0) };
            let mut file = member.into_inner();
            if !skip_zeros(&mut file)? {
                *self = Self::Member(GzDecoder::new(file));
            }
        }
    }
}

/// Whether nothing came behind them.
fn skip_zeros(file: &mut impl BufRead) -> io::Result<bool> {
    loop {
        let buffer = file.fill_buf()?;
        let (zeros, all) = (buffer.iter().take_while(|&&byte| byte == 0).count(), buffer.len());
        file.consume(zeros);
        if all == 0 || zeros < all {
            return Ok(all == 0);
        }
    }
}
