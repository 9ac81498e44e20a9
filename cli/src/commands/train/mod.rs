//! `gsa train`: what is to be trained, and whether that can begin or go on.

mod log;
mod session;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use gsa_net::config::{IndexRule, QueryRule};
use gsa_net::train::{Recipe, Trainer};
use gsa_net::{Config, Model};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::args::{Index, Query, Train};
use crate::checkpoint::{Checkpoint, Progress, checksum};
use crate::data::Lessons;
use crate::data::drawn::Drawn;
use crate::data::shape::Reshaping;
use crate::data::strokes;
use crate::data::turns::Turns;
use crate::files;
use log::Log;
use session::Session;

/// What a model to start from may tell of its own training, in bytes of JSON.
const MAX_TOLD: usize = 32 << 10;

/// A training run: what its weights depend on, and where it is kept.
struct Plan {
    config: Config,
    recipe: Recipe,
    seed: u64,
    start: Option<Model>,
    data: Box<dyn Lessons>,
    /// Digits of an epoch, where not all that there are.
    digits: Option<usize>,
    out: PathBuf,
    checkpoint: PathBuf,
    log: PathBuf,
    checkpoint_every: Duration,
    report_every: Duration,
}

/// Trains, or goes on training.
pub(crate) fn run(args: &Train) -> Result<ExitCode> {
    let beside_out = |path: &Option<PathBuf>, suffix| path.clone().unwrap_or_else(|| files::beside(&args.out, suffix));
    let (config, recipe) = (network(args)?, recipe(args)?);
    let checkpoint = beside_out(&args.checkpoint, ".checkpoint");
    let log = beside_out(&args.log, ".log.jsonl");
    for (one, other) in [(&args.out, &checkpoint), (&args.out, &log), (&checkpoint, &log)] {
        ensure!(
            !files::are_same(one, other),
            "--out, --checkpoint and --log name the same file: choose another for each"
        );
    }
    // Whether a finished run is this one, the data tell, which take a while to read.
    if finished_run(&args.out, &checkpoint).is_none() {
        refuse_used(&args.out, &checkpoint, &log)?;
    }
    for path in [&args.out, &checkpoint, &log] {
        files::require_writable(path)?;
    }
    let plan = Plan {
        recipe,
        seed: args.seed,
        start: start(args, &config)?,
        config,
        data: lessons(args)?,
        digits: args.digits.map(|digits| digits as usize),
        out: args.out.clone(),
        checkpoint,
        log,
        checkpoint_every: Duration::from_secs_f64(args.checkpoint_every),
        report_every: Duration::from_secs_f64(args.report_every),
    };
    ensure!(
        plan.digits_per_epoch() <= plan.data.per_epoch(),
        "--digits is {}: an epoch has {} at most",
        plan.digits_per_epoch(),
        plan.data.per_epoch()
    );
    if plan.is_finished()? {
        return Ok(ExitCode::SUCCESS);
    }
    refuse_used(&plan.out, &plan.checkpoint, &plan.log)?;
    let lock = Log::lock(&plan.log)?;
    // Another process may have ended just now.
    if plan.is_finished()? {
        return Ok(ExitCode::SUCCESS);
    }
    refuse_used(&plan.out, &plan.checkpoint, &plan.log)?;
    if files::is_file(&plan.checkpoint) {
        let checkpoint = Checkpoint::read(&plan.checkpoint)?;
        plan.require_same(&checkpoint)?;
        Session::resume(&plan, lock, checkpoint)?.train()
    } else {
        Session::start(&plan, lock)?.train()
    }
}

/// Refuses to begin anew over what a run has left.
fn refuse_used(out: &Path, checkpoint: &Path, log: &Path) -> Result<()> {
    // A log that was only locked is empty, and so is what is no file.
    let is_used = log.metadata().is_ok_and(|log| log.is_file() && log.len() > 0);
    for (path, is_used) in [(out, files::is_file(out)), (log, is_used)] {
        ensure!(
            files::is_file(checkpoint) || !is_used,
            "{} exists already, and there is no checkpoint ({}) to go on from: move it away or choose another --out",
            path.display(),
            checkpoint.display()
        );
    }
    Ok(())
}

/// The name of the run that has left the model file `out`, where it came to its end and the file tells.
fn finished_run(out: &Path, checkpoint: &Path) -> Option<String> {
    if files::is_file(checkpoint) || !files::is_file(out) {
        return None;
    }
    let training = super::read_model(out).ok()?.training?;
    Some(training.get("run")?.as_str()?.to_owned())
}

/// A short name for everything that the weights of a run depend on.
fn name(identity: &Value) -> String {
    format!("{:08x}", checksum(identity.to_string().as_bytes()))
}

impl Plan {
    /// Everything that the weights at the end depend on.
    fn identity(&self) -> Result<Value> {
        Ok(json!({
            "config": as_written(&self.config)?,
            "recipe": as_written(&self.recipe)?,
            "seed": self.seed,
            "data": self.data.identity(),
            "digits": self.digits,
            "start": self.start.as_ref().map(|model| checksum(&model.to_bytes())),
        }))
    }

    /// Whether this very run has come to its end; then it says so.
    fn is_finished(&self) -> Result<bool> {
        let Some(run) = finished_run(&self.out, &self.checkpoint) else { return Ok(false) };
        let is_same = run == name(&self.identity()?);
        if is_same {
            eprintln!(
                "{} is finished: this command has run to its end before, and there is nothing to do",
                self.out.display()
            );
        }
        Ok(is_same)
    }

    fn require_same(&self, checkpoint: &Checkpoint) -> Result<()> {
        let differences = differences(&checkpoint.run, &self.identity()?);
        if differences.is_empty() {
            return Ok(());
        }
        bail!(
            "{} belongs to another run: {}. Repeat the command as it was to go on with that run; to start anew, delete it and \
             the log, or choose another --out",
            self.checkpoint.display(),
            differences.join("; ")
        )
    }

    /// Refuses a state that the run it claims to be of can't have been in.
    fn require_consistent(&self, trainer: &Trainer, progress: &Progress) -> Result<()> {
        let steps = self.steps_per_epoch();
        let consistent = (trainer.config(), trainer.recipe(), trainer.steps_per_epoch())
            == (&self.config, &self.recipe, steps)
            && progress.epoch <= self.recipe.epochs
            && progress.step <= steps
            && trainer.steps_done() == (progress.epoch * steps + progress.step) as u64
            && progress.seen <= self.digits_per_epoch()
            && progress.correct <= progress.seen;
        ensure!(
            consistent,
            "{} contradicts itself: delete it to start anew, or name another with --checkpoint",
            self.checkpoint.display()
        );
        Ok(())
    }

    fn digits_per_epoch(&self) -> usize {
        self.digits.unwrap_or_else(|| self.data.per_epoch())
    }

    fn steps_per_epoch(&self) -> usize {
        self.digits_per_epoch().div_ceil(self.recipe.batch)
    }
}

fn network(args: &Train) -> Result<Config> {
    let config = super::config(&args.config, args.window)?;
    super::require_digits(&config)?;
    let query = args.query.map_or(config.query, |query| match query {
        Query::All => QueryRule::All,
        Query::Own => QueryRule::Own,
        Query::PerFrame => QueryRule::PerFrame,
    });
    let index = args.index.map_or(config.index, |index| match index {
        Index::Exact => IndexRule::Exact,
        Index::Published => IndexRule::Published,
    });
    let config = config.with_query(query).with_index(index).validated()?;
    super::note_exactness(&config);
    Ok(config)
}

/// The weights to start from, where a model was named, in the network that is trained; `training` is still that of the model.
fn start(args: &Train, config: &Config) -> Result<Option<Model>> {
    let Some(path) = &args.start else { return Ok(None) };
    let model = super::read_model(path)?;
    let mut carried = model.carried_to(config.clone()).with_context(|| {
        format!(
            "{}: start from a network of the same shape, or, unless they are `per-frame`, one that differs in its rotations alone",
            path.display()
        )
    })?;
    // The new file tells of it, and what a file may tell is limited.
    let told = model.training.as_ref().map_or(0, |training| training.to_string().len());
    ensure!(told <= MAX_TOLD, "{}: its `training` has {told} bytes, more than {MAX_TOLD}: shorten it", path.display());
    carried.training = model.training;
    Ok(Some(carried))
}

fn lessons(args: &Train) -> Result<Box<dyn Lessons>> {
    let mnist = super::read_data(args.data.directory.as_deref())?;
    ensure!((0.0..0.5).contains(&args.distort), "--distort is {}: it must be at least 0 and below 0.5", args.distort);
    ensure!(
        (0.0..=0.1).contains(&args.bend),
        "--bend is {}: it must be from 0 to 0.1, so that nothing folds over",
        args.bend
    );
    let turns = Turns::up_to(args.turn)
        .with_context(|| format!("--turn is {}: it must be from 0 to 180 degrees", args.turn))?;
    let reshaping = Reshaping { distort: args.distort, bend: args.bend };
    Ok(match &args.strokes {
        None => Box::new(mnist.reshaped(reshaping).turned_by(turns).about(args.about)),
        Some(path) => {
            let (drawings, checksum) = strokes::read_with_checksum(path)?;
            Box::new(Drawn::new(mnist, drawings, reshaping, turns, checksum)?)
        }
    })
}

fn recipe(args: &Train) -> Result<Recipe> {
    let recipe = Recipe {
        batch: args.batch as usize,
        epochs: args.epochs as usize,
        learning_rate: args.lr,
        warmup_epochs: args.warmup,
        weight_decay: args.weight_decay,
        label_smoothing: args.label_smoothing,
        clip: args.clip,
        average: (args.average != 0.0).then_some(args.average),
    };
    let at_least_0 = |value: f32| value.is_finite() && value >= 0.0;
    for (option, value) in [
        ("--lr", recipe.learning_rate),
        ("--warmup", recipe.warmup_epochs),
        ("--weight-decay", recipe.weight_decay),
        ("--clip", recipe.clip),
    ] {
        ensure!(at_least_0(value), "{option} is {value}: it must be a number of 0 or more");
    }
    for (option, value) in [("--label-smoothing", recipe.label_smoothing), ("--average", recipe.average.unwrap_or(0.0))]
    {
        ensure!((0.0..1.0).contains(&value), "{option} is {value}: it must be at least 0 and below 1");
    }
    Ok(recipe)
}

/// The JSON value of the text: an `f32` of 0.001 stays 0.001, while widened to `f64` it would be 0.0010000000474974513.
fn as_written(value: &impl Serialize) -> Result<Value> {
    Ok(serde_json::from_str(&serde_json::to_string(value)?)?)
}

/// What is different in another run, in words: `recipe.batch is 64 there and 32 here`.
fn differences(there: &Value, here: &Value) -> Vec<String> {
    fn walk(path: &str, there: &Value, here: &Value, found: &mut Vec<String>) {
        match (there, here) {
            (Value::Object(a), Value::Object(b)) => {
                let keys = a.keys().chain(b.keys().filter(|key| !a.contains_key(*key)));
                for key in keys {
                    let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                    let of = |map: &Map<String, Value>| map.get(key).cloned().unwrap_or_default();
                    walk(&path, &of(a), &of(b), found);
                }
            }
            _ if there != here => found.push(format!("{path} is {there} there and {here} here")),
            _ => {}
        }
    }
    let mut found = vec![];
    walk("", there, here, &mut found);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_named() {
        let here = json!({ "seed": 1, "recipe": { "batch": 64, "ema": null }, "same": [1, 2] });
        let there = json!({ "seed": 2, "recipe": { "batch": 32, "ema": 0.5 }, "same": [1, 2], "more": 3 });
        assert_eq!(
            differences(&there, &here),
            [
                "more is 3 there and null here",
                "recipe.batch is 32 there and 64 here",
                "recipe.ema is 0.5 there and null here",
                "seed is 2 there and 1 here",
            ]
        );
        assert!(differences(&here, &here).is_empty());
    }
}
