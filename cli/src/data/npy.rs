//! NumPy's `.npy` files of float32: `\x93NUMPY`, the version, the length of a header, the header (a Python dictionary), the numbers.

use std::path::Path;

use anyhow::{Context, Result, bail};
use gsa_net::quoted;
use ndarray::{ArrayD, IxDyn, ShapeBuilder};

use crate::files;

const MAX_BYTES: u64 = 1 << 30;
const MAX_RANK: usize = 8;

/// Reads an array of float32 of any shape.
pub(crate) fn read(path: &Path) -> Result<ArrayD<f32>> {
    parse(&files::read(path, MAX_BYTES)?).with_context(|| format!("{} as .npy", path.display()))
}

fn parse(file: &[u8]) -> Result<ArrayD<f32>> {
    let (header, numbers) = split(file)?;
    let Header { descr, fortran_order, shape } = Header::parse(header)?;
    let number: fn([u8; 4]) -> f32 = match descr.as_str() {
        "<f4" => f32::from_le_bytes,
        ">f4" => f32::from_be_bytes,
        other => bail!(
            "its numbers are `{}`, only float32 is read: save it with numpy.save(path, array.astype(numpy.float32))",
            quoted(other)
        ),
    };
    let expected = shape.iter().try_fold(4usize, |product, &length| product.checked_mul(length));
    if expected != Some(numbers.len()) {
        bail!(
            "its header says {shape:?} of float32, but {} bytes follow: the file is damaged or incomplete",
            numbers.len()
        );
    }
    let values = numbers.chunks_exact(4).map(|bytes| number([bytes[0], bytes[1], bytes[2], bytes[3]])).collect();
    ArrayD::from_shape_vec(IxDyn(&shape).set_f(fortran_order), values).ok().with_context(|| {
        format!("its header says {shape:?}, which is too large even for nothing: save it again without such an axis")
    })
}

fn split(file: &[u8]) -> Result<(&str, &[u8])> {
    let Some((b"\x93NUMPY", rest)) = file.split_first_chunk::<6>() else {
        bail!("it does not begin as an .npy file does (\\x93NUMPY)");
    };
    let parts = match *rest {
        [1, _, a, b, ref rest @ ..] => Some((usize::from(u16::from_le_bytes([a, b])), rest)),
        [2 | 3, _, a, b, c, d, ref rest @ ..] => Some((u32::from_le_bytes([a, b, c, d]) as usize, rest)),
        [version, ..] if !(1..=3).contains(&version) => {
            bail!("it is of version {version}: 1, 2 and 3 are read")
        }
        _ => None,
    };
    parts
        .and_then(|(length, rest)| rest.split_at_checked(length))
        .and_then(|(header, numbers)| Some((str::from_utf8(header).ok()?, numbers)))
        .context("it ends inside its header, or the header is no text")
}

#[derive(Debug, PartialEq)]
struct Header {
    descr: String,
    fortran_order: bool,
    shape: Vec<usize>,
}

impl Header {
    /// Reads `{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1, 28, 28), }`, keys in any order.
    fn parse(text: &str) -> Result<Self> {
        Self::fields(text)
            .filter(|header| header.shape.len() <= MAX_RANK)
            .with_context(|| format!("its header can't be read: {}", quoted(text.trim())))
    }

    fn fields(text: &str) -> Option<Self> {
        let descr = after_key(text, "descr")?;
        let quote = descr.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
        let (descr, _) = descr[1..].split_once(quote)?;
        let order = after_key(text, "fortran_order")?;
        let fortran_order = order.starts_with("True");
        if !fortran_order && !order.starts_with("False") {
            return None;
        }
        let (shape, _) = after_key(text, "shape")?.strip_prefix('(')?.split_once(')')?;
        let shape = shape.trim().trim_end_matches(',');
        let shape = if shape.is_empty() {
            vec![]
        } else {
            let lengths = shape.split(',').map(|length| length.trim().parse().ok());
            lengths.collect::<Option<_>>()?
        };
        Some(Self { descr: descr.into(), fortran_order, shape })
    }
}

fn after_key<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(&format!("'{key}'")).or_else(|| text.split_once(&format!("\"{key}\"")))?;
    Some(rest.trim_start().strip_prefix(':')?.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    fn file(version: u8, header: &str, numbers: &[u8]) -> Vec<u8> {
        let mut file = b"\x93NUMPY".to_vec();
        file.extend([version, 0]);
        if version == 1 {
            file.extend((header.len() as u16).to_le_bytes());
        } else {
            file.extend((header.len() as u32).to_le_bytes());
        }
        file.extend(header.as_bytes());
        file.extend(numbers);
        file
    }

    fn numbers(values: &[f32]) -> Vec<u8> {
        values.iter().flat_map(|value| value.to_le_bytes()).collect()
    }

    #[test]
    fn parse_reads_both_orders_and_versions() {
        let values = numbers(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        let c = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }            \n";
        let f = "{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }\n";
        for version in [1, 2, 3] {
            let read = parse(&file(version, c, &values)).unwrap();
            assert_eq!(read, array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]].into_dyn());
            let read = parse(&file(version, f, &values)).unwrap();
            assert_eq!(read, array![[1.0, 3.0, 5.0], [2.0, 4.0, 6.0]].into_dyn());
        }
        let vector = "{\"shape\": (1,), \"fortran_order\": False, \"descr\": \">f4\"}";
        let read = parse(&file(1, vector, &2.5f32.to_be_bytes())).unwrap();
        assert_eq!(read, array![2.5].into_dyn());
        let scalar = "{'descr': '<f4', 'fortran_order': False, 'shape': (), }";
        assert_eq!(parse(&file(1, scalar, &numbers(&[7.0]))).unwrap().ndim(), 0);
    }

    #[test]
    fn parse_rejects_other_types_and_damage() {
        let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }";
        let whole = file(1, header, &numbers(&[0.0; 6]));
        for length in 0..whole.len() {
            assert!(parse(&whole[..length]).is_err(), "cut to {length}");
        }
        for (header, message) in [
            (header.replace("<f4", "<f8"), "astype"),
            (header.replace("(2, 3)", "(2, 4)"), "damaged"),
            (header.replace("(2, 3)", "(18446744073709551615, 9)"), "damaged"),
            (header.replace("(2, 3)", "(2, -3)"), "header"),
            (header.replace("(2, 3)", "(1,1,1,1,1,1,1,2,3)"), "header"),
            (header.replace("False", "Maybe"), "header"),
            (header.replace("shape", "form"), "header"),
            (header.replace("'<f4'", "[('x', '<f4')]"), "header"),
        ] {
            let error = parse(&file(1, &header, &numbers(&[0.0; 6]))).unwrap_err().to_string();
            assert!(error.contains(message), "{error:?} should speak of {message:?}");
        }
        let error = parse(&file(1, &header.replace("(2, 3)", "(0, 18446744073709551615, 2, 1)"), &[])).unwrap_err();
        assert!(error.to_string().contains("save it again"), "{error}");
        for long in [header.replace("<f4", &"\u{1b}[2J".repeat(10_000)), "\u{1b}[2J".repeat(10_000)] {
            let error = parse(&file(2, &long, &[])).unwrap_err().to_string();
            assert!(error.len() < 2000 && !error.contains(char::is_control), "{error:?}");
        }
        assert!(parse(&file(9, header, &[])).unwrap_err().to_string().contains("version 9"));
    }
}
