//! A network's description and parameters, read from and written to safetensors.

use std::collections::HashMap;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use safetensors::tensor::{Dtype, SafeTensors, TensorView};

use crate::config::Config;
use crate::network::{Init, Network, Parameter};
use crate::{Error, Result};

/// `format` in the metadata of a model file.
pub const FORMAT: &str = "gsa-net/1";

/// The largest file that is looked at, in bytes.
pub const MAX_FILE: usize = 512 << 20;

/// A network: its description, its parameters and how they came about.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Description.
    pub config: Config,
    /// How it was trained, as it stands in the file.
    pub training: Option<serde_json::Value>,
    /// All parameters, in the order of [`Network::parameters`].
    parameters: Vec<f32>,
}

impl Model {
    /// A network with the published random initialisation, the same for the same seed.
    pub fn random(config: Config, seed: u64) -> Self {
        let network = Network::new(&config);
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let mut parameters = Vec::with_capacity(network.parameter_count());
        for parameter in network.parameters() {
            for _ in 0..parameter.len() {
                parameters.push(match parameter.init {
                    Init::Constant(value) => value,
                    Init::Normal(deviation) => deviation * standard_normal(&mut rng),
                });
            }
        }
        Self { config, training: None, parameters }
    }

    /// A network with the given parameters, in the order of [`Network::parameters`].
    ///
    /// # Errors
    /// [`Error::Weights`] for another number of parameters or values that are not finite.
    pub fn with_parameters(config: Config, parameters: Vec<f32>) -> Result<Self> {
        let network = Network::new(&config);
        let expected = network.parameter_count();
        if parameters.len() != expected {
            return Err(Error::Weights {
                name: config.name,
                problem: format!("expected {expected} parameters, got {}", parameters.len()),
            });
        }
        for parameter in network.parameters() {
            check_finite(&parameter.name, &parameters[parameter.offset..parameter.offset + parameter.len()])?;
        }
        Ok(Self { config, training: None, parameters })
    }

    /// All parameters, in the order of [`Network::parameters`].
    pub fn parameters(&self) -> &[f32] {
        &self.parameters
    }

    /// Shape and numbers of a parameter by its name in the model file.
    pub fn tensor(&self, name: &str) -> Option<(Vec<usize>, &[f32])> {
        let network = Network::new(&self.config);
        let parameter = network.parameters().iter().find(|p| p.name == name)?;
        Some((parameter.shape.clone(), &self.parameters[parameter.offset..parameter.offset + parameter.len()]))
    }

    /// Reads a model file: safetensors with `format`, `config` and `training` in its metadata.
    ///
    /// # Errors
    /// [`Error::ModelFile`] for what is not such a file, [`Error::Config`] for a description out of bounds, [`Error::Weights`]
    /// for a tensor that is missing, superfluous, misshaped, of another type than f32 or f16, or not finite.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let (file, mut metadata) = open(bytes)?;
        match metadata.get("format").map(String::as_str) {
            Some(FORMAT) => {}
            Some(other) => {
                return Err(Error::ModelFile(format!("its format is `{other}`, this version reads `{FORMAT}`")));
            }
            None => {
                return Err(Error::ModelFile(format!(
                    "its metadata has no `format`: expected `{FORMAT}`; to read weights of the official code use `gsa import`"
                )));
            }
        }
        let config = metadata.get("config").ok_or_else(|| Error::ModelFile("its metadata has no `config`".into()))?;
        let config = Config::from_json(config)?;
        let training = match metadata.remove("training") {
            None => None,
            Some(json) => Some(
                serde_json::from_str(&json)
                    .map_err(|e| Error::ModelFile(format!("its metadata `training` is not JSON: {e}")))?,
            ),
        };
        let network = Network::new(&config);
        let mut parameters = vec![0.0; network.parameter_count()];
        for parameter in network.parameters() {
            let target = &mut parameters[parameter.offset..parameter.offset + parameter.len()];
            read_tensor(&file, &parameter.name, &parameter.shape, target)?;
        }
        refuse_superfluous(&file, network.parameters().iter().map(|p| p.name.as_str()))?;
        Ok(Self { config, training, parameters })
    }

    /// Writes a model file; the same model gives the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let network = Network::new(&self.config);
        let bytes: Vec<u8> = self.parameters.iter().flat_map(|x| x.to_le_bytes()).collect();
        let views = network.parameters().iter().map(|p| {
            let data = &bytes[4 * p.offset..4 * (p.offset + p.len())];
            (p.name.as_str(), TensorView::new(Dtype::F32, p.shape.clone(), data).expect("shape and data agree"))
        });
        let mut metadata = HashMap::from([
            ("format".to_owned(), FORMAT.to_owned()),
            ("config".to_owned(), self.config.to_json()),
        ]);
        if let Some(training) = &self.training {
            metadata.insert("training".to_owned(), training.to_string());
        }
        ordered_metadata(safetensors::serialize(views, Some(metadata)).expect("valid views"))
    }

    /// Reads the parameters of the paper's official code under its own names.
    ///
    /// # Errors
    /// As [`from_bytes`](Self::from_bytes).
    pub fn import_official(state: &[u8], config: Config) -> Result<Self> {
        let (file, _) = open(state)?;
        let network = Network::new(&config);
        let mut parameters = vec![0.0; network.parameter_count()];
        let mut names = vec![];
        for parameter in network.parameters() {
            let (name, shape) = official::tensor(parameter, &config)?;
            let target = &mut parameters[parameter.offset..parameter.offset + parameter.len()];
            read_tensor(&file, &name, &shape, target).map_err(|e| official::with_hint(e, &config))?;
            official::reorder_heads(parameter, config.heads, target);
            names.push(name);
        }
        // Index tables that the official code may store beside the weights are rebuilt here.
        let buffers = ["row_indices", "col_indices", "g_indices"];
        let known = file.names().into_iter().filter(|n| buffers.iter().any(|b| n.ends_with(b)));
        refuse_superfluous(&file, names.iter().map(String::as_str).chain(known))?;
        Ok(Self { config, training: None, parameters })
    }
}

/// One sample of the standard normal distribution (Box–Muller).
fn standard_normal(rng: &mut ChaCha8Rng) -> f32 {
    let radius = (-2.0 * (1.0 - rng.random::<f64>()).ln()).sqrt();
    (radius * (std::f64::consts::TAU * rng.random::<f64>()).cos()) as f32
}

fn open(bytes: &[u8]) -> Result<(SafeTensors<'_>, HashMap<String, String>)> {
    if bytes.len() > MAX_FILE {
        return Err(Error::ModelFile(format!("it has {} bytes, more than the limit of {MAX_FILE}", bytes.len())));
    }
    let broken = |e: safetensors::SafeTensorError| {
        Error::ModelFile(format!("not a whole safetensors file ({e}); was it downloaded completely?"))
    };
    let (_, metadata) = SafeTensors::read_metadata(bytes).map_err(broken)?;
    let metadata = metadata.metadata().clone().unwrap_or_default();
    Ok((SafeTensors::deserialize(bytes).map_err(broken)?, metadata))
}

fn read_tensor(file: &SafeTensors<'_>, name: &str, shape: &[usize], target: &mut [f32]) -> Result<()> {
    let problem = |problem: String| Error::Weights { name: name.to_owned(), problem };
    let tensor = file
        .tensor(name)
        .map_err(|_| problem(format!("missing; expected a tensor of shape {shape:?}")))?;
    if tensor.shape() != shape {
        return Err(problem(format!("expected shape {shape:?}, got {:?}; is it of another network?", tensor.shape())));
    }
    match tensor.dtype() {
        Dtype::F32 => {
            for (x, bytes) in target.iter_mut().zip(tensor.data().chunks_exact(4)) {
                *x = f32::from_le_bytes(bytes.try_into().expect("four bytes"));
            }
        }
        Dtype::F16 => {
            for (x, bytes) in target.iter_mut().zip(tensor.data().chunks_exact(2)) {
                *x = half_to_f32(u16::from_le_bytes(bytes.try_into().expect("two bytes")));
            }
        }
        other => return Err(problem(format!("its numbers are {other:?}, expected F32 or F16"))),
    }
    check_finite(name, target)
}

fn check_finite(name: &str, values: &[f32]) -> Result<()> {
    match values.iter().position(|x| !x.is_finite()) {
        None => Ok(()),
        Some(at) => Err(Error::Weights {
            name: name.to_owned(),
            problem: format!("number {at} is {}; every weight must be finite", values[at]),
        }),
    }
}

fn refuse_superfluous<'a>(file: &SafeTensors<'_>, known: impl Iterator<Item = &'a str>) -> Result<()> {
    let known: std::collections::HashSet<_> = known.collect();
    match file.names().into_iter().filter(|name| !known.contains(name)).min() {
        None => Ok(()),
        Some(name) => Err(Error::Weights {
            name: (*name).to_owned(),
            problem: "this network has no such tensor; is the file of another network?".into(),
        }),
    }
}

/// IEEE 754 half precision → single precision.
fn half_to_f32(bits: u16) -> f32 {
    let sign = if bits >> 15 == 1 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 31), f32::from(bits & 1023));
    match exponent {
        0 => sign * fraction * 2f32.powi(-24),
        31 => sign * if fraction == 0.0 { f32::INFINITY } else { f32::NAN },
        _ => sign * (1.0 + fraction / 1024.0) * 2f32.powi(exponent - 15),
    }
}

/// The library writes metadata in the order of a hash map, a new one each run: write the header again with its keys in order
/// (what `serde_json` does with maps).
fn ordered_metadata(file: Vec<u8>) -> Vec<u8> {
    let length = u64::from_le_bytes(file[..8].try_into().expect("eight bytes")) as usize;
    let header: serde_json::Value = serde_json::from_slice(&file[8..8 + length]).expect("a header just written");
    let mut text = header.to_string().into_bytes();
    text.resize(text.len().next_multiple_of(8), b' ');
    let mut out = (text.len() as u64).to_le_bytes().to_vec();
    out.append(&mut text);
    out.extend_from_slice(&file[8 + length..]);
    out
}

/// Names and layout of the paper's official code.
mod official {
    use super::*;

    /// Name and shape under which the official code stores a parameter.
    pub(super) fn tensor(parameter: &Parameter, config: &Config) -> Result<(String, Vec<usize>)> {
        let (owner, field) = parameter.name.rsplit_once('.').expect("all names have two parts");
        let mut path = owner.split('.').collect::<Vec<_>>();
        let prefix = match path[0] {
            "lifting" => "lifting_self_attention".to_owned(),
            "lifting_norm" => return Ok((format!("lifting_normalization.layer_norm.{field}"), parameter.shape.clone())),
            "classifier" => format!("transformer.{}", entries(config, None)),
            _ => format!("transformer.{}", entries(config, Some(path[1].parse().expect("a layer number")))),
        };
        path.drain(..if path[0] == "layers" { 2 } else { 1 });
        let lifting = prefix.starts_with("lifting");
        let attention = if lifting { prefix.clone() } else { format!("{prefix}.attention.2") };
        let (stem, norm) = match path.as_slice() {
            [] => (prefix, false),
            ["norm_in"] => (format!("{prefix}.attention.0"), true),
            ["norm_attention"] => (format!("{prefix}.attention.3"), true),
            ["shortcut"] => (format!("{prefix}.shortcut.0"), false),
            ["mlp_in"] => (format!("{prefix}.mlp.0"), false),
            ["norm_hidden"] => (format!("{prefix}.mlp.1"), true),
            ["mlp_out"] => (format!("{prefix}.mlp.3"), false),
            ["norm_out"] => (format!("{prefix}.mlp.4"), true),
            ["norm_between"] => {
                // The entry right behind its transformer layer.
                let (stem, entry) = prefix.rsplit_once('.').expect("transformer.I");
                (format!("{stem}.{}", entry.parse::<usize>().expect("a number") + 1), true)
            }
            _ => {
                let inner = path.iter().skip_while(|p| **p == "attention").copied().collect::<Vec<_>>();
                match inner.as_slice() {
                    // `attention.group_embedding` has no field of its own.
                    [] => return Ok((format!("{attention}.group_embedding.weight"), parameter.shape.clone())),
                    ["out"] => (format!("{attention}.wout"), false),
                    [axis @ ("row" | "col"), part] => {
                        let (number, norm) = match *part {
                            "first" => (0, false),
                            "norm" => (1, true),
                            _ => (3, false),
                        };
                        (format!("{attention}.{axis}_embedding.{number}"), norm)
                    }
                    [projection] => (format!("{attention}.{projection}"), false),
                    _ => unreachable!("all names of a network are covered: {}", parameter.name),
                }
            }
        };
        let mut shape = parameter.shape.clone();
        if shape.len() == 2 {
            // 1×1 convolutions: over pixels, or over pixels and group elements.
            let pixels = lifting && !stem.ends_with("wout") || stem.contains("_embedding.");
            shape.extend(std::iter::repeat_n(1, if pixels { 2 } else { 3 }));
        }
        Ok((if norm { format!("{stem}.layer_norm.{field}") } else { format!("{stem}.{field}") }, shape))
    }

    /// Entries of the official `transformer` list before transformer layer `layer`, or before the classifier. Dropout, which
    /// takes a place of its own in the CIFAR-10 network, has no parameters.
    fn entries(config: &Config, layer: Option<usize>) -> usize {
        let dropout = usize::from(config.input == [3, 32, 32]);
        let (mut entries, mut seen) = (0, 0);
        for (block, &size) in config.blocks.iter().enumerate() {
            for _ in 0..size {
                if layer == Some(seen) {
                    return entries;
                }
                entries += if config.norm_between_layers { 3 } else { 1 };
                seen += 1;
            }
            if block + 1 < config.blocks.len() || config.pool_after_last_block {
                entries += 1 + dropout;
            }
        }
        entries
    }

    /// The official code lays channels of the heads out `[dim, heads]` with heads fastest, this crate `[heads, dim]`.
    pub(super) fn reorder_heads(parameter: &Parameter, heads: usize, values: &mut [f32]) {
        let name = parameter.name.as_str();
        let rows = ["query", "key", "value"]
            .iter()
            .any(|p| name.ends_with(&format!(".{p}.weight")) || name.ends_with(&format!(".{p}.bias")));
        let columns = name.ends_with(".out.weight");
        if !(rows || columns) {
            return;
        }
        let old = values.to_vec();
        let width = if parameter.shape.len() == 2 { parameter.shape[1] } else { 1 };
        let dim = if rows { parameter.shape[0] } else { width } / heads;
        for head in 0..heads {
            for c in 0..dim {
                let (to, from) = (head * dim + c, c * heads + head);
                if rows {
                    values[to * width..(to + 1) * width].copy_from_slice(&old[from * width..(from + 1) * width]);
                } else {
                    for row in 0..parameter.shape[0] {
                        values[row * width + to] = old[row * width + from];
                    }
                }
            }
        }
    }

    /// Adds which network the file was read as.
    pub(super) fn with_hint(error: Error, config: &Config) -> Error {
        match error {
            Error::Weights { name, problem } => Error::Weights {
                name,
                problem: format!("{problem} (read as `{}`: check --group, --dataset and --patch)", config.name),
            },
            other => other,
        }
    }
}
