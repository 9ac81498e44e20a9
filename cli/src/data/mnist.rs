//! MNIST: four IDX files in one directory.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use flate2::Crc;
use ndarray::ArrayView2;

use super::idx;

/// Rows, and columns, of a digit.
pub(crate) const SIDE: usize = 28;
/// Pixels of a digit.
pub(crate) const PIXELS: usize = SIDE * SIDE;

const HOW_TO_GET: &str = "MNIST is four files: train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, \
t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz (unpacked is fine too). They are kept, for example, at \
https://ossci-datasets.s3.amazonaws.com/mnist/ ; put them into one directory and name it with --data DIR or the \
environment variable GSA_DATA";

/// Digits of one of the two sets.
pub(crate) struct Digits {
    /// `[count, 28, 28]`, 0 background to 255 ink.
    pixels: Vec<u8>,
    labels: Vec<u8>,
}

impl Digits {
    /// # Panics
    /// When there is not one label a picture.
    pub(crate) fn new(pixels: Vec<u8>, labels: Vec<u8>) -> Self {
        assert_eq!(pixels.len(), labels.len() * PIXELS, "28 * 28 pixels a label");
        Self { pixels, labels }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.labels.len()
    }

    /// What digit number `index` is.
    pub(crate) fn label(&self, index: usize) -> u8 {
        self.labels[index]
    }

    /// Digit number `index`, upright: `[28, 28]`, 0 to 255.
    pub(crate) fn picture(&self, index: usize) -> ArrayView2<'_, u8> {
        let pixels = &self.pixels[index * PIXELS..][..PIXELS];
        ArrayView2::from_shape((SIDE, SIDE), pixels).expect("a slice of 28 * 28 pixels")
    }
}

/// Both sets of MNIST.
pub(crate) struct Mnist {
    pub(crate) training: Digits,
    pub(crate) test: Digits,
}

impl Mnist {
    /// Reads the four files in `directory`.
    pub(crate) fn read(directory: &Path) -> Result<Self> {
        Ok(Self { training: read_set(directory, "train")?, test: read_set(directory, "t10k")? })
    }

    /// Tells one copy of the data from another.
    pub(crate) fn checksum(&self) -> u32 {
        let mut crc = Crc::new();
        for digits in [&self.training, &self.test] {
            crc.update(&digits.labels);
            crc.update(&digits.pixels);
        }
        crc.sum()
    }
}

fn read_set(directory: &Path, set: &str) -> Result<Digits> {
    let images_path = find(directory, &format!("{set}-images"), "idx3-ubyte")?;
    let labels_path = find(directory, &format!("{set}-labels"), "idx1-ubyte")?;
    let images = idx::read_ranked(&images_path, 3, "images")?;
    let labels = idx::read_ranked(&labels_path, 1, "labels")?;
    if images.dimensions[1..] != [SIDE, SIDE] {
        bail!(
            "{}: pictures are {}×{}, MNIST's are 28×28: is this another data set?",
            images_path.display(),
            images.dimensions[1],
            images.dimensions[2]
        );
    }
    if images.dimensions[0] != labels.dimensions[0] {
        bail!(
            "{} holds {} pictures, {} holds {} labels: these files do not belong together",
            images_path.display(),
            images.dimensions[0],
            labels_path.display(),
            labels.dimensions[0]
        );
    }
    if let Some(label) = labels.bytes.iter().find(|&&label| label > 9) {
        bail!("{}: a label is {label}, digits are 0 to 9", labels_path.display());
    }
    Ok(Digits::new(images.bytes, labels.bytes))
}

/// The file under any of the names in use: `-idx3-ubyte` or `.idx3-ubyte`, packed or not.
fn find(directory: &Path, stem: &str, ending: &str) -> Result<PathBuf> {
    for separator in ["-", "."] {
        for packing in ["", ".gz"] {
            let path = directory.join(format!("{stem}{separator}{ending}{packing}"));
            if path.is_file() {
                return Ok(path);
            }
        }
    }
    bail!("{} has no {stem}-{ending} (nor {stem}-{ending}.gz). {HOW_TO_GET}", directory.display())
}

/// The directory named on the command line, or what to do when none was.
pub(crate) fn directory(named: Option<&Path>) -> Result<&Path> {
    match named {
        Some(directory) => Ok(directory),
        None => bail!("this needs MNIST, and no directory was named. {HOW_TO_GET}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn idx(dimensions: &[u32], byte: u8) -> Vec<u8> {
        let mut file = vec![0, 0, 8, dimensions.len() as u8];
        for length in dimensions {
            file.extend(length.to_be_bytes());
        }
        file.resize(file.len() + dimensions.iter().product::<u32>() as usize, byte);
        file
    }

    fn write(directory: &Path) {
        fs::write(directory.join("train-images-idx3-ubyte"), idx(&[2, 28, 28], 9)).unwrap();
        fs::write(directory.join("train-labels-idx1-ubyte"), idx(&[2], 7)).unwrap();
        fs::write(directory.join("t10k-images.idx3-ubyte"), idx(&[1, 28, 28], 8)).unwrap();
        fs::write(directory.join("t10k-labels.idx1-ubyte"), idx(&[1], 6)).unwrap();
    }

    #[test]
    fn read_finds_both_ways_of_naming() {
        let directory = tempfile::tempdir().unwrap();
        write(directory.path());
        let mnist = Mnist::read(directory.path()).unwrap();
        assert_eq!((mnist.training.len(), mnist.test.len()), (2, 1));
        assert_eq!((mnist.training.label(1), mnist.test.label(0)), (7, 6));
        assert_eq!(mnist.test.picture(0)[[27, 27]], 8);
        let before = mnist.checksum();
        fs::write(directory.path().join("t10k-labels.idx1-ubyte"), idx(&[1], 5)).unwrap();
        assert_ne!(Mnist::read(directory.path()).unwrap().checksum(), before);
    }

    #[test]
    fn read_says_what_is_wrong() {
        for (name, file, message) in [
            ("train-images-idx3-ubyte", idx(&[2, 32, 32], 0), "32×32"),
            ("train-images-idx3-ubyte", idx(&[2], 0), "swapped"),
            ("train-labels-idx1-ubyte", idx(&[3], 0), "do not belong together"),
            ("train-labels-idx1-ubyte", idx(&[2], 10), "a label is 10"),
            ("train-labels-idx1-ubyte", vec![1, 2, 3], "as IDX"),
        ] {
            let directory = tempfile::tempdir().unwrap();
            write(directory.path());
            fs::write(directory.path().join(name), file).unwrap();
            let error = format!("{:#}", Mnist::read(directory.path()).err().unwrap());
            assert!(error.contains(message), "{error:?} should speak of {message:?}");
        }
    }

    #[test]
    fn missing_data_says_how_to_get_it() {
        let directory = tempfile::tempdir().unwrap();
        for error in [Mnist::read(directory.path()).err().unwrap(), super::directory(None).unwrap_err()] {
            let error = error.to_string();
            assert!(error.contains("--data") && error.contains("https://"), "{error}");
        }
    }
}
