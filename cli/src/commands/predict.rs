//! `gsa predict`

use std::borrow::Cow;
use std::io::{Write, stdout};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use gsa_net::{Config, Prediction, image};
use ndarray::{Array2, Array4, ArrayView4, Axis, Ix4};
use serde::Serialize;

use crate::args::Predict;
use crate::data::{idx, npy, png};
use crate::engine::Engine;
use crate::files;
use crate::score::CHUNK;

/// What a file holds, as far as a network is concerned.
enum Input {
    /// `[B, C, H, W]`, 0 to 1.
    Pictures(Array4<f32>),
    /// `[B, C, H, W]`, 0 to 255; made numbers from 0 to 1 as they are needed, because they may be a million.
    Bytes(Array4<u8>),
    /// `[B, C, H, W]`, for the first layer as they are.
    Prepared(Array4<f32>),
    /// A picture on which nothing is drawn.
    Empty,
}

/// One line of `--json`.
#[derive(Serialize)]
struct Line<'a> {
    /// Where a name is no Unicode, with a mark in place of what is not.
    input: Cow<'a, str>,
    index: usize,
    digit: Option<usize>,
    logits: Option<Vec<f32>>,
    probabilities: Option<Vec<f32>>,
}

impl<'a> Line<'a> {
    fn new(input: &'a Path, index: usize, prediction: Option<Prediction>) -> Self {
        let input = input.to_string_lossy();
        match prediction {
            Some(Prediction { digit, logits, probabilities }) => {
                Self { input, index, digit: Some(digit), logits: Some(logits), probabilities: Some(probabilities) }
            }
            None => Self { input, index, digit: None, logits: None, probabilities: None },
        }
    }
}

/// Answers pictures.
pub(crate) fn run(args: &Predict) -> Result<ExitCode> {
    let model = super::read_model(&args.model)?;
    let engine = Engine::new(&model, args.engine)?;
    let mut out = stdout().lock();
    for path in &args.inputs {
        let mut index = 0;
        let mut print = |prediction: Option<Prediction>| {
            index += 1;
            print(&mut out, args.json, path, index - 1, prediction)
        };
        match read(path, &model.config, args.exact_pixels)? {
            Input::Empty => print(None)?,
            Input::Pictures(images) => {
                answer_all(images.view(), path, |images| engine.logits(images), print)?;
            }
            Input::Bytes(images) => {
                let logits = |bytes: ArrayView4<u8>| engine.logits(bytes.mapv(|byte| f32::from(byte) / 255.0).view());
                answer_all(images.view(), path, logits, print)?;
            }
            Input::Prepared(images) => {
                answer_all(images.view(), path, |images| engine.logits_of_prepared(images), print)?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn answer_all<T>(
    images: ArrayView4<T>,
    path: &Path,
    logits: impl Fn(ArrayView4<T>) -> gsa_net::Result<Array2<f32>>,
    mut print: impl FnMut(Option<Prediction>) -> Result<()>,
) -> Result<()> {
    for images in images.axis_chunks_iter(Axis(0), CHUNK) {
        let logits = logits(images).with_context(|| path.display().to_string())?;
        for logits in logits.outer_iter() {
            let prediction = Prediction::from_logits(&logits.to_vec()).with_context(|| path.display().to_string())?;
            print(Some(prediction))?;
        }
    }
    Ok(())
}

fn print(out: &mut impl Write, json: bool, input: &Path, index: usize, prediction: Option<Prediction>) -> Result<()> {
    let line = if json {
        serde_json::to_string(&Line::new(input, index, prediction))?
    } else {
        let input = files::shown(&input.to_string_lossy());
        match prediction {
            Some(Prediction { digit, probabilities, .. }) => {
                format!("{input} [{index}]  {digit}  {:.1} %", probabilities[digit] * 100.0)
            }
            None => format!("{input} [{index}]  nothing is drawn on it"),
        }
    };
    super::print_line(out, line)
}

/// Tells the format by the first bytes.
fn read(path: &Path, config: &Config, exact_pixels: bool) -> Result<Input> {
    match files::first_bytes::<6>(path)?.as_slice() {
        [0x89, b'P', b'N', b'G', ..] => read_png(path, config, exact_pixels),
        b"\x93NUMPY" => read_npy(path, config),
        [0x1f, 0x8b, ..] | [0, 0, ..] => read_idx(path, config),
        _ => bail!("{} is none of PNG, NPY and IDX", path.display()),
    }
}

fn read_png(path: &Path, config: &Config, exact_pixels: bool) -> Result<Input> {
    let picture = png::read(path)?;
    let [channels, rows, cols] = config.input_shape();
    let size = picture.size();
    if [channels, rows, cols] == [1, 28, 28] && !exact_pixels {
        let grey = picture.grey();
        // Of a large one there is no room for more copies.
        drop(picture);
        let prepared = image::from_grey(grey.view()).with_context(|| path.display().to_string())?;
        return Ok(prepared.map_or(Input::Empty, |picture| Input::Pictures(one(picture))));
    }
    match channels {
        1 if size == [rows, cols] => Ok(Input::Pictures(one(picture.grey()))),
        3 if size == [rows, cols] => Ok(Input::Pictures(picture.rgb().insert_axis(Axis(0)))),
        _ => bail!(
            "{} has {} rows and {} columns; `{}` takes {channels} channels of {rows} rows and {cols} columns: scale it first",
            path.display(),
            size[0],
            size[1],
            config.name()
        ),
    }
}

/// `[H, W]` → `[1, 1, H, W]`
fn one(picture: Array2<f32>) -> Array4<f32> {
    picture.insert_axis(Axis(0)).insert_axis(Axis(0))
}

fn read_npy(path: &Path, config: &Config) -> Result<Input> {
    let array = npy::read(path)?;
    let shape = array.shape().to_vec();
    match array.into_dimensionality::<Ix4>() {
        Ok(images) if shape[1..] == config.input_shape() => Ok(Input::Prepared(images)),
        _ => bail!(
            "{} is of shape {shape:?}; `{}` takes [N, {}]",
            path.display(),
            config.name(),
            config.input_shape().map(|length| length.to_string()).join(", ")
        ),
    }
}

fn read_idx(path: &Path, config: &Config) -> Result<Input> {
    let idx = idx::read(path)?;
    let [channels, rows, cols] = config.input_shape();
    // Pictures of one channel come as [N, rows, columns], others as [N, channels, rows, columns].
    let fits = match idx.dimensions[..] {
        [_, r, c] => channels == 1 && [r, c] == [rows, cols],
        [_, ch, r, c] => [ch, r, c] == [channels, rows, cols],
        _ => false,
    };
    if !fits {
        bail!(
            "{} is of shape {:?}; `{}` takes pictures of {channels} × {rows} × {cols}",
            path.display(),
            idx.dimensions,
            config.name()
        );
    }
    Ok(Input::Bytes(Array4::from_shape_vec([idx.dimensions[0], channels, rows, cols], idx.bytes)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_of_bytes_stay_bytes_until_they_are_answered() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("two.idx");
        let header = [[0, 0, 8, 3], [0, 0, 0, 2], [0, 0, 0, 28], [0, 0, 0, 28]].concat();
        std::fs::write(&path, [header, vec![7; 2 * 784]].concat()).unwrap();
        let Input::Bytes(bytes) = read(&path, &Config::named("z2_sa").unwrap(), false).unwrap() else {
            panic!("numbers would take four times the memory");
        };
        assert_eq!(bytes.dim(), (2, 1, 28, 28));
    }
}
