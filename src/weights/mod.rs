//! A network's description and parameters, read from and written to safetensors.

mod header;
mod official;
mod other_group;

use std::collections::HashMap;

use half::f16;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use safetensors::tensor::{Dtype, SafeTensors, TensorView};

use crate::config::{Config, IndexRule, PositionRule};
use crate::error::{Error, Result, quoted};
use crate::layers::{Init, Parameter, Role};
use crate::network::Network;

/// `format` in the metadata of a model file.
pub const FORMAT: &str = "gsa-net/1";

/// The largest file that is looked at, in bytes.
pub const MAX_FILE: usize = 512 << 20;

/// The largest `config` or `training` in a file's metadata, in bytes: what is read from it takes up to 70 times as many.
const MAX_METADATA: usize = 64 << 10;

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

/// A change to a network, to see what it is for; what is `None` stays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Variant {
    /// Fresh random weights, of this seed.
    pub seed: Option<u64>,
    /// Another index rule.
    pub index: Option<IndexRule>,
    /// Positions that turn along, or are held still.
    pub positions: Option<PositionRule>,
    /// Another number of rotations, with the same weights.
    pub rotations: Option<u32>,
}

impl Model {
    /// A network with the published random initialisation, the same for the same seed.
    pub fn random(config: Config, seed: u64) -> Self {
        let network = Network::new(&config);
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let mut parameters = Vec::with_capacity(network.list_length());
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
        let expected = network.list_length();
        if parameters.len() != expected {
            return Err(Error::Weights {
                name: config.name,
                problem: format!("expected {expected} parameters, got {}", parameters.len()),
            });
        }
        for parameter in network.parameters() {
            check_numbers(parameter, &parameters[parameter.offset..parameter.offset + parameter.len()])?;
        }
        Ok(Self { config, training: None, parameters })
    }

    /// The network with a change. Parameters are those it has, unless the change is to their seed; see
    /// [`carried_to`](Self::carried_to) for another number of rotations.
    ///
    /// # Errors
    /// Those of [`carried_to`](Self::carried_to), and [`Error::Config`] for a number of rotations that there is no group of, or with which
    /// the network is larger than networks may be.
    pub fn varied(&self, variant: &Variant) -> Result<Self> {
        let Self { config, .. } = self;
        let mut config = config
            .clone()
            .with_index(variant.index.unwrap_or(config.index))
            .with_positions(variant.positions.unwrap_or(config.positions));
        if let Some(rotations) = variant.rotations {
            config.group.rotations = rotations;
        }
        let config = config.validated()?;
        match variant.seed {
            Some(seed) => Ok(Self::random(config, seed)),
            None if config.group != self.config.group => self.carried_to(config),
            None => Ok(Self { config, ..self.clone() }),
        }
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
                return Err(Error::ModelFile(format!(
                    "its format is `{}`, this version reads `{FORMAT}`",
                    quoted(other)
                )));
            }
            None => {
                return Err(Error::ModelFile(format!(
                    "its metadata has no `format`: expected `{FORMAT}`; to read weights of the official code use `gsa import`"
                )));
            }
        }
        for name in ["config", "training"] {
            if metadata.get(name).is_some_and(|text| text.len() > MAX_METADATA) {
                let problem = format!("its metadata `{name}` has more than {MAX_METADATA} bytes: shorten it");
                return Err(Error::ModelFile(problem));
            }
        }
        let config = metadata.get("config").ok_or_else(|| Error::ModelFile("its metadata has no `config`".into()))?;
        let config = Config::from_json(config)?;
        let training = match metadata.remove("training") {
            None => None,
            Some(json) => Some(serde_json::from_str(&json).map_err(|e| {
                Error::ModelFile(format!("its metadata `training` is not JSON: {}", quoted(&e.to_string())))
            })?),
        };
        if !training.as_ref().is_none_or(serde_json::Value::is_object) {
            return Err(Error::ModelFile("its metadata `training` is no JSON object".into()));
        }
        let network = Network::new(&config);
        let mut parameters = vec![0.0; network.list_length()];
        for parameter in network.parameters() {
            let target = &mut parameters[parameter.offset..parameter.offset + parameter.len()];
            read_tensor(&file, &parameter.name, &parameter.shape, target)?;
            check_numbers(parameter, target)?;
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
        let mut metadata =
            HashMap::from([("format".to_owned(), FORMAT.to_owned()), ("config".to_owned(), self.config.to_json())]);
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
        let mut parameters = vec![0.0; network.list_length()];
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
        let problem = quoted(&e.to_string());
        Error::ModelFile(format!("not a whole safetensors file ({problem}); was it downloaded completely?"))
    };
    let (length, metadata) = SafeTensors::read_metadata(bytes).map_err(broken)?;
    header::refuse_duplicates(&bytes[8..8 + length])?;
    let metadata = metadata.metadata().clone().unwrap_or_default();
    Ok((SafeTensors::deserialize(bytes).map_err(broken)?, metadata))
}

fn read_tensor(file: &SafeTensors<'_>, name: &str, shape: &[usize], target: &mut [f32]) -> Result<()> {
    let problem = |problem: String| Error::Weights { name: name.to_owned(), problem };
    let tensor = file.tensor(name).map_err(|_| problem(format!("missing; expected a tensor of shape {shape:?}")))?;
    if tensor.shape() != shape {
        let found = quoted(&format!("{:?}", tensor.shape()));
        return Err(problem(format!("expected shape {shape:?}, got {found}; is it of another network?")));
    }
    match tensor.dtype() {
        Dtype::F32 => {
            for (x, bytes) in target.iter_mut().zip(tensor.data().chunks_exact(4)) {
                *x = f32::from_le_bytes(bytes.try_into().expect("four bytes"));
            }
        }
        Dtype::F16 => {
            for (x, bytes) in target.iter_mut().zip(tensor.data().chunks_exact(2)) {
                *x = f16::from_le_bytes(bytes.try_into().expect("two bytes")).to_f32();
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

/// Refuses what no training gives.
fn check_numbers(parameter: &Parameter, values: &[f32]) -> Result<()> {
    check_finite(&parameter.name, values)?;
    match values.iter().position(|x| parameter.role == Role::Variance && *x < 0.0) {
        None => Ok(()),
        Some(at) => Err(Error::Weights {
            name: parameter.name.clone(),
            problem: format!("number {at} is {}; a variance can't be below 0", values[at]),
        }),
    }
}

fn refuse_superfluous<'a>(file: &SafeTensors<'_>, known: impl Iterator<Item = &'a str>) -> Result<()> {
    let known: std::collections::HashSet<_> = known.collect();
    match file.names().into_iter().filter(|name| !known.contains(name)).min() {
        None => Ok(()),
        Some(name) => Err(Error::Weights {
            name: quoted(name),
            problem: "this network has no such tensor; is the file of another network?".into(),
        }),
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
