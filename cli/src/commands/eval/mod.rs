//! `gsa eval`

mod by_angle;
mod digits;
mod drawings;
mod equivariance;
mod strokes;

use std::io::{Write, stdout};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use gsa_net::Model;
use serde_json::{Value, json};

use crate::args::{Eval, Part};
use crate::data::rotmnist::{self, RotMnist};

const REPORT_EVERY: Duration = Duration::from_secs(15);

/// Measures a model.
pub(crate) fn run(args: &Eval) -> Result<ExitCode> {
    let model = super::read_model(&args.model)?;
    super::require_digits(&model.config)?;
    super::note_exactness(&model.config);
    let mut out = stdout().lock();
    let (table, value) = match (&args.strokes, args.by_angle) {
        (_, Some(angles)) => by_angle::measure(args, &model, angles)?,
        (Some(path), None) => strokes::measure(args, &model, path)?,
        (None, None) if args.equivariance => equivariance::measure(args, &model)?,
        (None, None) => digits::measure(args, &model)?,
    };
    if args.json {
        super::print_line(&mut out, value.to_string())?;
    } else {
        write!(out, "{table}")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What every measurement says about the model.
fn about(args: &Eval, model: &Model) -> Value {
    json!({
        "model": args.model,
        "network": model.config.name(),
        "window": model.config.window,
        "index": model.config.index,
        "exact": model.config.why_inexact().is_none(),
        "parameters": model.config.parameter_count(),
    })
}

/// Rotated MNIST, and which digits of one of its parts are asked for.
struct Digits {
    data: RotMnist,
    part: rotmnist::Part,
    /// The part's name for people.
    name: &'static str,
    members: Vec<usize>,
}

impl Digits {
    fn read(args: &Eval) -> Result<Self> {
        let data = super::read_data(args.data.directory.as_deref())?.about(args.about);
        let (part, name) = match args.part {
            Part::Test => (rotmnist::Part::Test, "test"),
            Part::MnistTest => (rotmnist::Part::Test, "MNIST test"),
            Part::HeldOut => (rotmnist::Part::HeldOut, "held-out"),
        };
        let first = if args.part == Part::MnistTest { data.count(part) - data.mnist_test_count() } else { 0 };
        let members = spread(data.count(part) - first, args.limit).into_iter().map(|i| first + i).collect();
        Ok(Self { data, part, name, members })
    }
}

/// `limit` of the numbers below `count`, evenly spread; all without a limit.
pub(super) fn spread(count: usize, limit: Option<u32>) -> Vec<usize> {
    let limit = limit.map_or(count, |limit| count.min(limit as usize));
    (0..limit).map(|index| index * count / limit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spread_is_even_and_without_repeats() {
        assert_eq!(spread(10, Some(4)), [0, 2, 5, 7]);
        assert_eq!(spread(3, None), [0, 1, 2]);
        assert_eq!(spread(3, Some(9)), [0, 1, 2]);
        assert!(spread(0, None).is_empty());
    }
}
