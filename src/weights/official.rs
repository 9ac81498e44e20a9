//! Names and layout of the paper's official code.

use super::Parameter;
use crate::config::Config;
use crate::{Error, Result};

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
