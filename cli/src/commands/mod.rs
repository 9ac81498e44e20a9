//! One file per command.

pub(crate) mod angles;
pub(crate) mod bench;
pub(crate) mod cost;
pub(crate) mod curves;
pub(crate) mod eval;
pub(crate) mod export;
pub(crate) mod group_size;
pub(crate) mod import;
pub(crate) mod predict;
pub(crate) mod train;
pub(crate) mod windows;

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use gsa_net::{Config, Model};

use crate::data::mnist::{self, Mnist};
use crate::data::rotmnist::RotMnist;
use crate::files;

const MAX_MODEL_BYTES: u64 = gsa_net::weights::MAX_FILE as u64;
const MAX_CONFIG_BYTES: u64 = 1 << 20;

/// Reads a model file.
fn read_model(path: &Path) -> Result<Model> {
    let bytes = files::read(path, MAX_MODEL_BYTES)?;
    Model::from_bytes(&bytes).with_context(|| path.display().to_string())
}

/// A network by name, or from a JSON file that describes one.
fn config(name_or_path: &str, window: Option<usize>) -> Result<Config> {
    let config = if name_or_path.ends_with(".json") {
        let bytes = files::read(Path::new(name_or_path), MAX_CONFIG_BYTES)?;
        let text = String::from_utf8(bytes).with_context(|| format!("{name_or_path} is no text"))?;
        Config::from_json(&text).with_context(|| name_or_path.to_owned())?
    } else {
        Config::named(name_or_path)?
    };
    Ok(match window {
        Some(window) => config.with_window(window)?,
        None => config,
    })
}

/// A network by name, description or model file; with random weights where there are none.
fn network(name_or_path: &str, window: Option<usize>) -> Result<Model> {
    if name_or_path.ends_with(".safetensors") {
        if window.is_some() {
            bail!("{name_or_path} has its own window: --window is for networks by name or description");
        }
        read_model(Path::new(name_or_path))
    } else {
        Ok(Model::random(config(name_or_path, window)?, 1))
    }
}

/// Says of a network that it is not exactly equivariant, and why.
fn note_exactness(config: &Config) {
    if let Some(why) = config.why_inexact() {
        eprintln!("note: `{}` is not exactly equivariant: {why}", config.name());
    }
}

/// Writes a line in one piece, so that whoever is stopped meanwhile leaves a whole line or none.
fn print_line(out: &mut impl Write, mut line: String) -> Result<()> {
    line.push('\n');
    out.write_all(line.as_bytes())?;
    Ok(out.flush()?)
}

/// Reads MNIST and makes rotated MNIST of it.
fn read_data(directory: Option<&Path>) -> Result<RotMnist> {
    RotMnist::new(Mnist::read(mnist::directory(directory)?)?)
}

/// Refuses networks that are not for digits.
fn require_digits(config: &Config) -> Result<()> {
    if config.input_shape() != [1, 28, 28] || config.classes() != 10 {
        bail!(
            "`{}` takes {:?} (channels, rows, columns) and tells {} classes apart: rotated MNIST needs [1, 28, 28] and 10",
            config.name(),
            config.input_shape(),
            config.classes()
        );
    }
    Ok(())
}
