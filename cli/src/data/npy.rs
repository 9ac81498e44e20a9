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
    let Header { descr, fortran_order, shape } = Header::parse(&header)?;
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

/// The header, which is Latin-1 before version 3 and UTF-8 from then on, and what comes behind it.
fn split(file: &[u8]) -> Result<(String, &[u8])> {
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
        .and_then(|(header, numbers)| {
            let text = match rest[0] {
                3 => str::from_utf8(header).ok()?.to_owned(),
                _ => header.iter().copied().map(char::from).collect(),
            };
            Some((text, numbers))
        })
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
        let (mut descr, mut fortran_order, mut shape) = (None, None, None);
        let mut python = Python(text);
        python.skip("{")?;
        while python.skip("}").is_none() {
            let key = python.text()?;
            python.skip(":")?;
            // A key twice would leave open which of the values is meant.
            let is_new = match key {
                "descr" => descr.replace(python.text()?.to_owned()).is_none(),
                "fortran_order" => fortran_order.replace(python.truth()?).is_none(),
                "shape" => shape.replace(python.tuple()?).is_none(),
                _ => false,
            };
            if !is_new || python.skip(",").is_none() && !python.0.trim_start().starts_with('}') {
                return None;
            }
        }
        let is_all = python.0.trim().is_empty();
        Some(Self { descr: descr?, fortran_order: fortran_order?, shape: shape? }).filter(|_| is_all)
    }
}

/// What is left of a Python expression; space between its parts means nothing.
struct Python<'a>(&'a str);

impl<'a> Python<'a> {
    fn skip(&mut self, what: &str) -> Option<()> {
        self.0 = self.0.trim_start().strip_prefix(what)?;
        Some(())
    }

    /// A text in single or double quotes, without escapes. Python 2 may have said that it is unicode, Python 3 that it is bytes.
    fn text(&mut self) -> Option<&'a str> {
        let text = self.0.trim_start().trim_start_matches(['u', 'b']);
        let quote = text.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
        let (text, rest) = text[1..].split_once(quote)?;
        self.0 = rest;
        Some(text)
    }

    fn truth(&mut self) -> Option<bool> {
        if self.skip("True").is_some() {
            return Some(true);
        }
        self.skip("False").map(|()| false)
    }

    /// `()`, `(3,)`, `(2, 3)`; Python 2 wrote `(2L, 3L)`.
    fn tuple(&mut self) -> Option<Vec<usize>> {
        self.skip("(")?;
        let mut numbers = vec![];
        while self.skip(")").is_none() {
            let text = self.0.trim_start();
            let (digits, rest) = text.split_at(text.find(|c: char| !c.is_ascii_digit())?);
            numbers.push(digits.parse().ok()?);
            self.0 = rest.strip_prefix('L').unwrap_or(rest);
            if self.skip(",").is_none() && !self.0.trim_start().starts_with(')') {
                return None;
            }
        }
        Some(numbers)
    }
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

    #[test]
    fn headers_of_every_numpy_are_read() {
        let values = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        let [little, big] = [f32::to_le_bytes, f32::to_be_bytes].map(|f| values.iter().flat_map(|x| f(*x)).collect());
        let c = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]].into_dyn();
        let f = array![[1.0, 3.0, 5.0], [2.0, 4.0, 6.0]].into_dyn();
        let headers: [(&str, &Vec<u8>, &ArrayD<f32>); 10] = [
            // NumPy 1.0 on Python 2: long numbers, keys in the order of a hash table, padded with spaces.
            ("{'descr': '<f4', 'shape': (2L, 3L), 'fortran_order': False}          \n", &little, &c),
            ("{'fortran_order': True, 'descr': '<f4', 'shape': (2L, 3L,)}\n", &little, &f),
            ("{'descr': u'<f4', u'fortran_order': False, 'shape': (2, 3), }\n", &little, &c),
            ("{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }   \n", &little, &f),
            ("{'descr': '>f4', 'fortran_order': False, 'shape': (2, 3), }\n", &big, &c),
            ("{'shape': (2, 3), 'fortran_order': True, 'descr': '>f4'}", &big, &f),
            // Other writers: no space, much of it, lines, double quotes.
            ("{'descr':'<f4','fortran_order':False,'shape':(2,3)}", &little, &c),
            ("  {\"descr\" : \"<f4\" , \"fortran_order\" : False , \"shape\" : ( 2 , 3 , ) , }  \n", &little, &c),
            ("{\n\t'shape': (2,\n3),\n\t'descr': '<f4',\n\t'fortran_order':\tTrue\n}\n", &little, &f),
            ("{'descr':b'<f4','fortran_order':False,'shape':(2,3)}", &little, &c),
        ];
        for (header, numbers, expected) in headers {
            for version in [1, 2, 3] {
                assert_eq!(parse(&file(version, header, numbers)).unwrap(), *expected, "{version}: {header}");
            }
        }
    }

    #[test]
    fn headers_that_leave_open_what_they_mean_are_refused() {
        for header in [
            "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), 'shape': (3, 2)}",
            "{'descr': '<f4', 'descr': '>f4', 'fortran_order': False, 'shape': (2, 3)}",
            // The name of a field is no key.
            "{'descr': [('shape', '<f4')], 'fortran_order': False, 'shape': (2, 3)}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), 'more': 1}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3)} and more",
            "{'descr': '<f4', 'fortran_order': False 'shape': (2, 3)}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (2 3)}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': 6}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (2.0, 3)}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (, 6)}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3)",
            "{'descr': '<f4', 'fortran_order': False}",
            "{",
            "",
        ] {
            let error = parse(&file(1, header, &numbers(&[0.0; 6]))).unwrap_err().to_string();
            assert!(error.contains("header can't be read"), "{header}: {error}");
        }
    }
}
