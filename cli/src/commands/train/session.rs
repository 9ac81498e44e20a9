//! From the first step, or from a checkpoint, to the model file.

use std::process::ExitCode;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use gsa_net::train::Trainer;
use gsa_net::{CpuEngine, Model};
use serde_json::json;

use super::log::Log;
use super::{Plan, as_written, name};
use crate::checkpoint::{Checkpoint, EpochRecord, Progress as State};
use crate::data::rotmnist::Batch;
use crate::files;
use crate::machine;
use crate::progress::{Progress, duration};
use crate::score::{percent, score};
use crate::stop::Stop;

const PROTOCOL: &str = "every digit is turned by a fresh angle, uniform within its bounds, each time it is seen; of the weights after each \
epoch those with the highest accuracy on the held-out digits are kept; the test digits are not looked at";

/// Batches that are made ahead of the step that learns them.
const BATCHES_AHEAD: usize = 2;

/// One process's part of a run.
pub(super) struct Session<'a> {
    plan: &'a Plan,
    log: Log,
    held_out: Batch,
    stop: Stop,
    trainer: Trainer,
    best_model: Option<Vec<u8>>,
    state: State,
    bar: Progress,
    seconds_before: f64,
    started: Instant,
    saved: Instant,
}

impl<'a> Session<'a> {
    pub(super) fn start(plan: &'a Plan, log: Log) -> Result<Self> {
        let held_out = plan.data.held_out()?;
        eprintln!(
            "{}: {} parameters, {} digits to learn, {} held out, {} epoch{}",
            plan.config.name(),
            plan.config.parameter_count(),
            plan.digits_per_epoch(),
            held_out.labels.len(),
            plan.recipe.epochs,
            if plan.recipe.epochs == 1 { "" } else { "s" }
        );
        let model = match &plan.start {
            Some(model) => model.clone(),
            None => Model::random(plan.config.clone(), plan.seed),
        };
        let trainer = Trainer::new(model, plan.recipe.clone(), plan.steps_per_epoch());
        Self::new(plan, log, trainer, State::default(), None)
    }

    pub(super) fn resume(plan: &'a Plan, log: Log, checkpoint: Checkpoint) -> Result<Self> {
        let trainer =
            Trainer::from_state_bytes(&checkpoint.trainer).with_context(|| plan.checkpoint.display().to_string())?;
        plan.require_consistent(&trainer, &checkpoint.progress)?;
        eprintln!(
            "going on after epoch {} and {} steps, from {}",
            checkpoint.progress.epoch,
            checkpoint.progress.step,
            plan.checkpoint.display()
        );
        Self::new(plan, log, trainer, checkpoint.progress, checkpoint.best_model)
    }

    fn new(plan: &'a Plan, log: Log, trainer: Trainer, state: State, best_model: Option<Vec<u8>>) -> Result<Self> {
        let steps = plan.steps_per_epoch();
        Ok(Self {
            plan,
            log,
            held_out: plan.data.held_out()?,
            stop: Stop::listen()?,
            trainer,
            best_model,
            bar: Progress::new(
                (state.epoch * steps + state.step) as u64,
                (plan.recipe.epochs * steps) as u64,
                plan.report_every,
            ),
            seconds_before: state.seconds,
            state,
            started: Instant::now(),
            saved: Instant::now(),
        })
    }

    /// Trains to the end and writes the model file, or saves the state when it is asked to stop.
    pub(super) fn train(mut self) -> Result<ExitCode> {
        self.log.restart(&self.state.history)?;
        let finished = self.all_epochs()?;
        self.bar.finish();
        if finished {
            self.write_model()?;
            return Ok(ExitCode::SUCCESS);
        }
        self.save()?;
        eprintln!(
            "stopped after epoch {} and {} steps; the state is in {}. The same command goes on from there.",
            self.state.epoch,
            self.state.step,
            self.plan.checkpoint.display()
        );
        Ok(ExitCode::from(self.stop.exit_code()))
    }

    /// Whether it came to the end, rather than being asked to stop.
    fn all_epochs(&mut self) -> Result<bool> {
        while self.state.epoch < self.plan.recipe.epochs {
            if !self.learn_epoch()? || !self.select()? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Learns what is left of the epoch, with batches made by another thread meanwhile.
    fn learn_epoch(&mut self) -> Result<bool> {
        let Plan { data, recipe, seed, .. } = self.plan;
        let digits = self.plan.digits_per_epoch();
        let (seed, epoch, done) = (*seed, self.state.epoch, self.state.step);
        thread::scope(|scope| {
            let (sender, batches) = sync_channel(BATCHES_AHEAD);
            scope.spawn(move || {
                for members in data.order(seed, epoch)[..digits].chunks(recipe.batch).skip(done) {
                    if sender.send(data.batch(seed, epoch, members)).is_err() {
                        return; // nobody learns any more
                    }
                }
            });
            self.learn(batches)
        })
    }

    fn learn(&mut self, batches: Receiver<Result<Batch>>) -> Result<bool> {
        for batch in batches {
            let batch = batch?;
            let report = self.trainer.step(batch.images.view(), &batch.labels).with_context(|| {
                format!("epoch {}, step {} ({})", self.state.epoch + 1, self.state.step + 1, self.what_is_left())
            })?;
            let count = batch.labels.len();
            let state = &mut self.state;
            state.step += 1;
            state.loss += f64::from(report.loss) * count as f64;
            state.correct += report.correct;
            state.seen += count;
            state.learning_rate = report.learning_rate;
            self.bar.advance(1, || {
                format!(
                    "epoch {}/{}  loss {:.4}  {}",
                    state.epoch + 1,
                    self.plan.recipe.epochs,
                    state.loss / state.seen as f64,
                    percent(state.correct, state.seen)
                )
            });
            if self.stop.is_asked() {
                return Ok(false);
            }
            if self.saved.elapsed() >= self.plan.checkpoint_every {
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
        let Some(held_out) = score(&engine, images, labels, |_| !self.stop.is_asked()).with_context(|| {
            format!("the held-out digits can't be answered: try a lower --lr ({})", self.what_is_left())
        })?
        else {
            return Ok(false);
        };
        let state = &mut self.state;
        let record = EpochRecord {
            epoch: state.epoch + 1,
            steps: self.trainer.steps_done(),
            loss: state.loss / state.seen as f64,
            train_accuracy: state.correct as f64 / state.seen as f64,
            held_out_loss: held_out.mean_loss(),
            held_out_accuracy: held_out.accuracy(),
            learning_rate: state.learning_rate,
            seconds: self.seconds_before + self.started.elapsed().as_secs_f64(),
            peak_memory_mb: machine::peak_memory_mb(),
        };
        let best = state.best.as_ref().is_none_or(|best| record.is_better_than(best));
        if best {
            state.best = Some(record.clone());
            self.best_model = Some(model.to_bytes());
        }
        let before = state.history.last().map_or(0.0, |before| before.seconds);
        state.history.push(record.clone());
        (state.epoch, state.step) = (record.epoch, 0);
        (state.loss, state.correct, state.seen) = (0.0, 0, 0);
        self.save()?;
        self.log.append(&record)?;
        self.bar.say(&format!(
            "epoch {:>3}  loss {:.4}  training {:.2} %  held out {:.2} %{}  {}, {} in all{}",
            record.epoch,
            record.loss,
            record.train_accuracy * 100.0,
            record.held_out_accuracy * 100.0,
            if best { " (best)" } else { "" },
            duration(record.seconds - before),
            duration(record.seconds),
            record.peak_memory_mb.map_or_else(String::new, |memory| format!(", {memory:.0} MB at most")),
        ));
        Ok(true)
    }

    /// Of a run that fails.
    fn what_is_left(&self) -> String {
        let checkpoint = self.plan.checkpoint.display();
        if files::is_file(&self.plan.checkpoint) {
            format!("{checkpoint} is from before; delete it to start anew")
        } else {
            "no checkpoint was written yet: the command can be given anew".into()
        }
    }

    fn save(&mut self) -> Result<()> {
        self.state.seconds = self.seconds_before + self.started.elapsed().as_secs_f64();
        Checkpoint {
            run: self.plan.identity()?,
            progress: self.state.clone(),
            trainer: self.trainer.state_bytes(),
            best_model: self.best_model.clone(),
        }
        .write(&self.plan.checkpoint)?;
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
            "data": self.plan.data.description(),
            "started_from": self.plan.start.as_ref().map(|model| model.training.clone()),
            "protocol": PROTOCOL,
            "recipe": as_written(&self.plan.recipe)?,
            "seed": self.plan.seed,
            "epochs": self.plan.recipe.epochs,
            "digits_per_epoch": self.plan.digits_per_epoch(),
            "selected_epoch": best.epoch,
            "held_out_accuracy": best.held_out_accuracy,
            "run": name(&self.plan.identity()?),
        }));
        files::write_atomically(&self.plan.out, &model.to_bytes())?;
        files::remove_written(&self.plan.checkpoint)?;
        eprintln!(
            "{}: weights of epoch {}, {:.2} % of the held-out digits, after {}",
            self.plan.out.display(),
            best.epoch,
            best.held_out_accuracy * 100.0,
            duration(self.state.seconds)
        );
        Ok(())
    }
}
