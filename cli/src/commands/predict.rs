//! `gsa predict`

use std::io::{BufWriter, Write, stdout};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};
use gsa_net::{Config, CpuEngine, image, softmax};
use ndarray::{Array2, Array4, ArrayView4, Axis, Ix4};
use serde::Serialize;

use crate::args::Predict;
use crate::data::{idx, npy, png};
use crate::files;
use crate::score::{CHUNK, answer};

/// What a file holds, as far as a network is concerned.
enum Input {
    /// `[B, C, H, W]`, 0 to 1.
    Pictures(Array4<f32>),
    /// `[B, C, H, W]`, for the first layer as they are.
    Prepared(Array4<f32>),
    /// A picture on which nothing is drawn.
    Empty,
}

/// One line of `--json`.
#[derive(Serialize)]
struct Line<'a> {
    input: &'a Path,
    index: usize,
    digit: Option<usize>,
    logits: Option<Vec<f32>>,
    probabilities: Option<Vec<f32>>,
}

/// Answers pictures.
pub(crate) fn run(args: &Predict) -> Result<ExitCode> {
    let model = super::read_model(&args.model)?;
    let config = model.config.clone();
    let engine = CpuEngine::new(&model);
    let prepared_engine = {
        let mut model = model;
        (model.config.input_mean, model.config.input_std) = (0.0, 1.0);
        CpuEngine::new(&model)
    };
    let mut out = BufWriter::new(stdout().lock());
    for path in &args.inputs {
        let input = read(path, &config)?;
        let mut print = |index, logits| print(&mut out, args.json, path, index, logits);
        match &input {
            Input::Empty => print(0, None)?,
            Input::Pictures(images) => answer_all(&engine, images.view(), path, print)?,
            Input::Prepared(images) => answer_all(&prepared_engine, images.view(), path, print)?,
        }
        out.flush()?;
    }
    Ok(ExitCode::SUCCESS)
}

fn answer_all(
    engine: &CpuEngine,
    images: ArrayView4<f32>,
    path: &Path,
    mut print: impl FnMut(usize, Option<Vec<f32>>) -> Result<()>,
) -> Result<()> {
    let mut index = 0;
    for images in images.axis_chunks_iter(Axis(0), CHUNK) {
        let logits = engine.logits(images).with_context(|| path.display().to_string())?;
        for logits in logits.outer_iter() {
            ensure!(
                logits.iter().all(|logit| logit.is_finite()),
                "{}: the answer to picture {index} is not a number: check its values",
                path.display()
            );
            print(index, Some(logits.to_vec()))?;
            index += 1;
        }
    }
    Ok(())
}

fn print(
    out: &mut impl Write,
    json: bool,
    path: &Path,
    index: usize,
    logits: Option<Vec<f32>>,
) -> Result<()> {
    let probabilities = logits.as_deref().map(softmax);
    let digit = logits.as_deref().map(|logits| answer(logits.into()));
    if json {
        serde_json::to_writer(&mut *out, &Line { input: path, index, digit, logits, probabilities })?;
        writeln!(out)?;
    } else {
        match (digit, probabilities) {
            (Some(digit), Some(probabilities)) => {
                let percent = probabilities[digit] * 100.0;
                writeln!(out, "{} [{index}]  {digit}  {percent:.1} %", path.display())?;
            }
            _ => writeln!(out, "{} [{index}]  nothing is drawn on it", path.display())?,
        }
    }
    Ok(())
}

/// Tells the format by the first bytes.
fn read(path: &Path, config: &Config) -> Result<Input> {
    match files::first_bytes::<6>(path)?.as_slice() {
        [0x89, b'P', b'N', b'G', ..] => read_png(path, config),
        b"\x93NUMPY" => read_npy(path, config),
        [0x1f, 0x8b, ..] | [0, 0, ..] => read_idx(path, config),
        _ => bail!("{} is none of PNG, NPY and IDX", path.display()),
    }
}

fn read_png(path: &Path, config: &Config) -> Result<Input> {
    let picture = png::read(path)?;
    let [channels, rows, cols] = config.input_shape();
    let size = picture.size();
    if size == [rows, cols] && channels == 1 {
        return Ok(Input::Pictures(one(picture.grey())));
    }
    if size == [rows, cols] && channels == 3 {
        return Ok(Input::Pictures(picture.into_rgb().insert_axis(Axis(0))));
    }
    if [channels, rows, cols] != [1, 28, 28] {
        bail!(
            "{} has {} rows and {} columns; `{}` takes {channels} channels of {rows} rows and {cols} columns: scale it first",
            path.display(),
            size[0],
            size[1],
            config.name()
        );
    }
    let prepared = image::from_grey(picture.grey().view()).with_context(|| path.display().to_string())?;
    Ok(prepared.map_or(Input::Empty, |picture| Input::Pictures(one(picture))))
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
    let bytes = Array4::from_shape_vec([idx.dimensions[0], channels, rows, cols], idx.bytes)?;
    Ok(Input::Pictures(bytes.mapv(|byte| f32::from(byte) / 255.0)))
}
