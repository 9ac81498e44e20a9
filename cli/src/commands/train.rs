//! `gsa train`

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use gsa_net::config::QueryRule;
use gsa_net::train::{Recipe, Trainer};
use gsa_net::{Config, CpuEngine, Model};
use serde_json::{Value, json};

use crate::args::{Query, Train};
use crate::checkpoint::{Checkpoint, EpochRecord, Progress as State};
use crate::data::rotmnist::{self, Batch, Part, RotMnist};
use crate::files;
use crate::machine;
use crate::progress::{Progress, duration};
use crate::score::{percent, score};
use crate::stop::Stop;

const PROTOCOL: &str = "every digit is turned by a fresh uniform angle each time it is learnt; of the weights after each \
epoch those with the highest accuracy on the held-out digits are kept; the test digits are not looked at";

/// Batches that are made ahead of the step that learns them.
const BATCHES_AHEAD: usize = 2;

/// Trains, or goes on training.
pub(crate) fn run(args: &Train) -> Result<ExitCode> {
    let config = network(args)?;
    let recipe = recipe(args)?;
    let paths = Paths::new(args);
    let interrupted = paths.checkpoint.exists();
    if args.out.exists() && !interrupted {
        bail!(
            "{} exists already, and there is no checkpoint ({}) to go on from: move it away or choose another --out",
            args.out.display(),
            paths.checkpoint.display()
        );
    }
    for path in [&paths.out, &paths.checkpoint, &paths.log] {
        files::require_writable(path)?;
    }
    let data = super::read_data(args.data.directory.as_deref())?;
    let identity = identity(&config, &recipe, args.seed, &data)?;
    let stop = Stop::listen()?;
    let mut run = if interrupted {
        Run::resume(identity, &recipe, args, &data, &paths, &stop)?
    } else {
        Run::start(identity, config, &recipe, args, &data, &paths, &stop)
    };
    files::write_atomically(&paths.log, &log_of(&run.state.history)?)?;
    let finished = run.to_the_end()?;
    run.bar.finish();
    if finished {
        run.write_model()?;
        Ok(ExitCode::SUCCESS)
    } else {
        run.save()?;
        eprintln!(
            "stopped after epoch {} and {} steps; the state is in {}. The same command goes on from there.",
            run.state.epoch,
            run.state.step,
            paths.checkpoint.display()
        );
        Ok(ExitCode::from(stop.exit_code()))
    }
}

fn network(args: &Train) -> Result<Config> {
    let config = super::config(&args.config, args.window)?;
    super::require_digits(&config)?;
    Ok(match args.query {
        Some(Query::All) => config.with_query(QueryRule::All),
        Some(Query::Own) => config.with_query(QueryRule::Own),
        None => config,
    })
}

fn recipe(args: &Train) -> Result<Recipe> {
    let mut recipe = Recipe::default();
    if let Some(epochs) = args.epochs {
        recipe.epochs = epochs as usize;
    }
    if let Some(batch) = args.batch {
        recipe.batch = batch as usize;
    }
    if let Some(rate) = args.lr {
        recipe.learning_rate = rate;
    }
    if let Some(decay) = args.weight_decay {
        recipe.weight_decay = decay;
    }
    if let Some(epochs) = args.warmup {
        recipe.warmup_epochs = epochs;
    }
    if let Some(memory) = args.ema {
        recipe.ema = (memory != 0.0).then_some(memory);
    }
    let finite = |value: f32| value.is_finite() && value >= 0.0;
    if !(finite(recipe.learning_rate) && finite(recipe.weight_decay) && finite(recipe.warmup_epochs)) {
        bail!("--lr, --weight-decay and --warmup must be numbers of 0 or more");
    }
    if !recipe.ema.is_none_or(|memory| (0.0..1.0).contains(&memory)) {
        bail!("--ema must be at least 0 and below 1, such as 0.999");
    }
    Ok(recipe)
}

/// Everything that the weights at the end depend on.
fn identity(config: &Config, recipe: &Recipe, seed: u64, data: &RotMnist) -> Result<Value> {
    Ok(json!({
        "config": as_written(config)?,
        "recipe": as_written(recipe)?,
        "seed": seed,
        "data": { "split_seed": rotmnist::SEED, "mnist_crc32": data.checksum() },
    }))
}

/// The JSON value of the text: an `f32` of 0.001 stays 0.001, while widened to `f64` it would be 0.0010000000474974513.
fn as_written(value: &impl serde::Serialize) -> Result<Value> {
    Ok(serde_json::from_str(&serde_json::to_string(value)?)?)
}

struct Paths {
    out: PathBuf,
    checkpoint: PathBuf,
    log: PathBuf,
}

impl Paths {
    fn new(args: &Train) -> Self {
        let or_beside_out = |path: &Option<PathBuf>, suffix| {
            path.clone().unwrap_or_else(|| files::beside(&args.out, suffix))
        };
        Self {
            out: args.out.clone(),
            checkpoint: or_beside_out(&args.checkpoint, ".checkpoint"),
            log: or_beside_out(&args.log, ".log.jsonl"),
        }
    }
}

struct Run<'a> {
    identity: Value,
    seed: u64,
    epochs: usize,
    batch: usize,
    data: &'a RotMnist,
    held_out: Batch,
    paths: &'a Paths,
    stop: &'a Stop,
    trainer: Trainer,
    best_model: Option<Vec<u8>>,
    state: State,
    bar: Progress,
    seconds_before: f64,
    started: Instant,
    saved: Instant,
    save_every: Duration,
}

impl<'a> Run<'a> {
    fn start(
        identity: Value,
        config: Config,
        recipe: &Recipe,
        args: &Train,
        data: &'a RotMnist,
        paths: &'a Paths,
        stop: &'a Stop,
    ) -> Self {
        eprintln!(
            "{}: {} parameters, {} digits to learn, {} held out, {} epochs",
            config.name(),
            config.parameter_count(),
            data.learning_count(),
            data.count(Part::HeldOut),
            recipe.epochs
        );
        let steps = data.learning_count().div_ceil(recipe.batch);
        let trainer = Trainer::new(Model::random(config, args.seed), recipe.clone(), steps);
        let checkpoint =
            Checkpoint { run: identity, progress: State::default(), trainer: vec![], best_model: None };
        Self::new(checkpoint, trainer, recipe, args, data, paths, stop)
    }

    fn resume(
        identity: Value,
        recipe: &Recipe,
        args: &Train,
        data: &'a RotMnist,
        paths: &'a Paths,
        stop: &'a Stop,
    ) -> Result<Self> {
        let mut checkpoint = Checkpoint::read(&paths.checkpoint)?;
        let differences = differences(&checkpoint.run, &identity);
        if !differences.is_empty() {
            bail!(
                "{} belongs to another run: {}. Repeat the command as it was to go on with that run; to start anew, delete \
                 the checkpoint or choose another --out",
                paths.checkpoint.display(),
                differences.join("; ")
            );
        }
        let trainer = Trainer::from_state_bytes(&checkpoint.trainer)
            .with_context(|| paths.checkpoint.display().to_string())?;
        checkpoint.trainer = vec![];
        eprintln!(
            "going on after epoch {} and {} steps, from {}",
            checkpoint.progress.epoch,
            checkpoint.progress.step,
            paths.checkpoint.display()
        );
        Ok(Self::new(checkpoint, trainer, recipe, args, data, paths, stop))
    }

    fn new(
        checkpoint: Checkpoint,
        trainer: Trainer,
        recipe: &Recipe,
        args: &Train,
        data: &'a RotMnist,
        paths: &'a Paths,
        stop: &'a Stop,
    ) -> Self {
        let state = checkpoint.progress;
        let steps = data.learning_count().div_ceil(recipe.batch);
        let all: Vec<usize> = (0..data.count(Part::HeldOut)).collect();
        Self {
            identity: checkpoint.run,
            seed: args.seed,
            epochs: recipe.epochs,
            batch: recipe.batch,
            data,
            held_out: data.fixed_batch(Part::HeldOut, &all),
            paths,
            stop,
            trainer,
            best_model: checkpoint.best_model,
            bar: Progress::new(
                (state.epoch * steps + state.step) as u64,
                (recipe.epochs * steps) as u64,
                Duration::from_secs_f64(args.report_every),
            ),
            seconds_before: state.seconds,
            state,
            started: Instant::now(),
            saved: Instant::now(),
            save_every: Duration::from_secs_f64(args.checkpoint_every),
        }
    }

    /// Whether it came to the end, rather than being asked to stop.
    fn to_the_end(&mut self) -> Result<bool> {
        while self.state.epoch < self.epochs {
            if !self.learn_epoch()? || !self.select()? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Learns what is left of the epoch, with batches made by another thread meanwhile.
    fn learn_epoch(&mut self) -> Result<bool> {
        let (data, seed, epoch) = (self.data, self.seed, self.state.epoch);
        let (size, done) = (self.batch, self.state.step);
        thread::scope(|scope| {
            let (sender, batches) = sync_channel(BATCHES_AHEAD);
            scope.spawn(move || {
                for members in data.order(seed, epoch).chunks(size).skip(done) {
                    if sender.send(data.learning_batch(seed, epoch, members)).is_err() {
                        return; // nobody learns any more
                    }
                }
            });
            self.learn(batches)
        })
    }

    fn learn(&mut self, batches: Receiver<Batch>) -> Result<bool> {
        for batch in batches {
            let report = self.trainer.step(batch.images.view(), &batch.labels);
            let count = batch.labels.len();
            let (loss, correct) = (f64::from(report.loss), report.correct);
            if !loss.is_finite() {
                bail!(
                    "the loss became {loss} in epoch {}, step {}: delete {} and try a lower --lr or a longer --warmup",
                    self.state.epoch + 1,
                    self.state.step + 1,
                    self.paths.checkpoint.display()
                );
            }
            let state = &mut self.state;
            state.step += 1;
            state.loss += loss * count as f64;
            state.correct += correct;
            state.seen += count;
            self.bar.advance(1, || {
                format!(
                    "epoch {}/{}  loss {:.4}  {}",
                    state.epoch + 1,
                    self.epochs,
                    state.loss / state.seen as f64,
                    percent(state.correct, state.seen)
                )
            });
            if self.stop.is_asked() {
                return Ok(false);
            }
            if self.saved.elapsed() >= self.save_every {
                self.save()?;
            }
        }
        Ok(true)
    }

    /// Answers the held-out digits, keeps the weights when they are the best so far, and closes the epoch.
    fn select(&mut self) -> Result<bool> {
        let model = self.trainer.model();
        let engine = CpuEngine::new(&model);
        let (images, labels) = (self.held_out.images.view(), &self.held_out.labels);
        let Some(held_out) = score(&engine, images, labels, |_| !self.stop.is_asked())? else {
            return Ok(false);
        };
        if !held_out.loss.is_finite() {
            bail!("the loss on the held-out digits is {}: try a lower --lr", held_out.loss);
        }
        let state = &mut self.state;
        let record = EpochRecord {
            epoch: state.epoch + 1,
            steps: self.trainer.steps_done(),
            loss: state.loss / state.seen as f64,
            train_accuracy: state.correct as f64 / state.seen as f64,
            held_out_loss: held_out.mean_loss(),
            held_out_accuracy: held_out.accuracy(),
            learning_rate: self.trainer.learning_rate(),
            seconds: self.seconds_before + self.started.elapsed().as_secs_f64(),
            peak_memory_mb: machine::peak_memory_mb(),
        };
        let best = state.best.as_ref().is_none_or(|best| record.is_better_than(best));
        if best {
            state.best = Some(record.clone());
            self.best_model = Some(model.to_bytes());
        }
        state.history.push(record.clone());
        (state.epoch, state.step) = (record.epoch, 0);
        (state.loss, state.correct, state.seen) = (0.0, 0, 0);
        self.save()?;
        OpenOptions::new()
            .append(true)
            .create(true)
            .open(&self.paths.log)
            .and_then(|mut file| file.write_all(&log_of(&[record.clone()])?))
            .with_context(|| format!("writing {}", self.paths.log.display()))?;
        self.bar.say(&format!(
            "epoch {:>3}  loss {:.4}  learnt {:.2} %  held out {:.2} %{}  {}",
            record.epoch,
            record.loss,
            record.train_accuracy * 100.0,
            record.held_out_accuracy * 100.0,
            if best { " (best)" } else { "" },
            duration(record.seconds)
        ));
        Ok(true)
    }

    fn save(&mut self) -> Result<()> {
        self.state.seconds = self.seconds_before + self.started.elapsed().as_secs_f64();
        Checkpoint {
            run: self.identity.clone(),
            progress: self.state.clone(),
            trainer: self.trainer.state_bytes(),
            best_model: self.best_model.clone(),
        }
        .write(&self.paths.checkpoint)?;
        self.saved = Instant::now();
        Ok(())
    }

    /// Writes the best weights, and removes the checkpoint that is of no more use.
    fn write_model(&self) -> Result<()> {
        let (Some(bytes), Some(best)) = (&self.best_model, &self.state.best) else {
            bail!("no epoch was finished, so there are no weights to write");
        };
        let mut model = Model::from_bytes(bytes)?;
        model.training = Some(json!({
            "data": rotmnist::DESCRIPTION,
            "protocol": PROTOCOL,
            "recipe": self.identity["recipe"],
            "seed": self.seed,
            "epochs": self.epochs,
            "selected_epoch": best.epoch,
            "held_out_accuracy": best.held_out_accuracy,
            "seconds": self.state.seconds.round(),
            "date": machine::today(),
        }));
        files::write_atomically(&self.paths.out, &model.to_bytes())?;
        std::fs::remove_file(&self.paths.checkpoint)
            .with_context(|| format!("removing {}", self.paths.checkpoint.display()))?;
        eprintln!(
            "{}: weights of epoch {}, {:.2} % of the held-out digits, after {}",
            self.paths.out.display(),
            best.epoch,
            best.held_out_accuracy * 100.0,
            duration(self.state.seconds)
        );
        Ok(())
    }
}

fn log_of(records: &[EpochRecord]) -> std::io::Result<Vec<u8>> {
    let mut lines = Vec::new();
    for record in records {
        serde_json::to_writer(&mut lines, record)?;
        lines.push(b'\n');
    }
    Ok(lines)
}

/// What is different in another run, in words: `recipe.batch is 64 there and 32 here`.
fn differences(there: &Value, here: &Value) -> Vec<String> {
    fn walk(path: &str, there: &Value, here: &Value, found: &mut Vec<String>) {
        match (there, here) {
            (Value::Object(a), Value::Object(b)) => {
                let keys = a.keys().chain(b.keys().filter(|key| !a.contains_key(*key)));
                for key in keys {
                    let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                    let of = |map: &serde_json::Map<_, _>| map.get(key).cloned().unwrap_or_default();
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
