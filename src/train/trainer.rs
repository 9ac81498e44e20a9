//! Training steps, and everything that is needed to go on with them later.

use ndarray::{Array4, ArrayView4, Axis};
use serde::{Deserialize, Serialize};

use super::optimiser::{Optimiser, Rule, Slot};
use super::parallel::{CHUNK, each};
use super::tape::{Gradients, Learnt, Lesson, backward_encodings, batch_gradient};
use crate::backend::cpu::scratch::Pools;
use crate::backend::cpu::{Cpu, Isa, encode};
use crate::config::Config;
use crate::error::{Error, Result};
use crate::layers::{BatchNorm, Parameter, Role};
use crate::network::Network;
use crate::weights::Model;

/// How a network is trained.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// Samples per step.
    pub batch: usize,
    /// Epochs.
    pub epochs: usize,
    /// The highest learning rate: reached after the warm-up, it falls to 0 along a cosine.
    pub learning_rate: f32,
    /// Epochs (or a part of one) in which the learning rate rises from 0.
    pub warmup_epochs: f32,
    /// Decoupled decay of the weights of 1×1 layers and of filters.
    pub weight_decay: f32,
    /// Share of the target that is spread over all classes.
    pub label_smoothing: f32,
    /// The gradient is scaled down to this norm where it is longer.
    pub clip: f32,
    /// Decay per step of the running average of the weights that is evaluated; none for the weights themselves.
    pub average: Option<f32>,
}

impl Default for Recipe {
    fn default() -> Self {
        Self {
            batch: 16,
            epochs: 30,
            learning_rate: 2e-3,
            warmup_epochs: 0.5,
            weight_decay: 1e-2,
            label_smoothing: 0.0,
            clip: 1.0,
            average: Some(0.999),
        }
    }
}

/// What a step did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepReport {
    /// Mean loss of the batch.
    pub loss: f32,
    /// How many samples were classified rightly.
    pub correct: usize,
    /// Learning rate of the step.
    pub learning_rate: f32,
    /// Norm of the gradient, before it was clipped.
    pub gradient_norm: f32,
}

/// A network in training. The same model, recipe and samples give the same weights, however many cores there are.
#[derive(Clone, Debug)]
pub struct Trainer {
    model: Model,
    network: Network,
    recipe: Recipe,
    steps_per_epoch: usize,
    optimiser: Optimiser,
    averaged: Option<Vec<f32>>,
    slots: Vec<Slot>,
    isa: Isa,
    /// Memory of the steps before.
    pools: Pools,
}

impl Trainer {
    /// Begins with a model as it is.
    pub fn new(model: Model, recipe: Recipe, steps_per_epoch: usize) -> Self {
        let network = Network::new(&model.config);
        let count = network.list_length();
        let slots = network.parameters().iter().filter(|parameter| parameter.is_learnt()).map(slot).collect();
        let averaged = recipe.average.map(|_| model.parameters().to_vec());
        Self {
            model,
            network,
            recipe,
            steps_per_epoch,
            optimiser: Optimiser::new(count),
            averaged,
            slots,
            isa: Isa::best(),
            pools: Pools::default(),
        }
    }

    /// The network that is trained.
    pub fn config(&self) -> &Config {
        &self.model.config
    }

    /// The recipe.
    pub fn recipe(&self) -> &Recipe {
        &self.recipe
    }

    /// Steps of an epoch, as given to [`new`](Self::new).
    pub fn steps_per_epoch(&self) -> usize {
        self.steps_per_epoch
    }

    /// Steps done so far.
    pub fn steps_done(&self) -> u64 {
        self.optimiser.steps
    }

    /// The learning rate of the next step.
    pub fn learning_rate(&self) -> f32 {
        let per_epoch = self.steps_per_epoch as f64;
        let (warmup, all) = (f64::from(self.recipe.warmup_epochs) * per_epoch, self.recipe.epochs as f64 * per_epoch);
        let step = self.optimiser.steps as f64;
        let factor = if step < warmup {
            // Where warm-up ends within a step, the last of its steps is not to go beyond it.
            ((step + 1.0) / warmup.max(1.0)).min(1.0)
        } else {
            let progress = ((step - warmup) / (all - warmup).max(1.0)).min(1.0);
            0.5 * (1.0 + (std::f64::consts::PI * progress).cos())
        };
        (f64::from(self.recipe.learning_rate) * factor) as f32
    }

    /// The weights to evaluate: averaged where the recipe asks for it.
    pub fn model(&self) -> Model {
        match &self.averaged {
            None => self.model.clone(),
            Some(average) => Model::with_parameters(self.model.config.clone(), average.clone())
                .expect("as many as the network has, and finite: a step checks"),
        }
    }

    /// One step on a batch of pictures with pixels from 0 to 1, standardised as the model asks.
    ///
    /// # Shapes
    /// - images: [B, C, H, W]
    /// - labels: one per picture
    ///
    /// # Errors
    /// [`Error::Input`] for another shape, a label that is no class, or when training has diverged (the loss, or what the weights
    /// would become, is not finite). Nothing has changed then.
    pub fn step(&mut self, images: ArrayView4<'_, f32>, labels: &[u8]) -> Result<StepReport> {
        let Config { input, classes, .. } = self.model.config;
        if images.shape()[1..] != input || labels.len() != images.dim().0 || labels.is_empty() {
            return Err(Error::Input(format!(
                "expected as many labels as pictures of shape {input:?}, got {} and {:?}",
                labels.len(),
                images.shape()
            )));
        }
        if let Some(label) = labels.iter().find(|l| usize::from(**l) >= classes) {
            return Err(Error::Input(format!("a label is {label}, the network has {classes} classes")));
        }
        let images = images.mapv(self.model.config.standardise());
        let parameters = self.model.parameters();
        let tables = encode(self.network.attention_layers(), parameters);
        let cpu = Cpu { isa: self.isa, parameters, tables: &tables };
        let labels: Vec<usize> = labels.iter().map(|label| usize::from(*label)).collect();
        let (mut sum, learnt) = self.gradient(cpu, &images, &labels);
        let weight = 1.0 / labels.len() as f32;
        // As sums of chunks, whose order of additions is fixed.
        let loss: f32 = learnt.losses.chunks(CHUNK).map(|losses| losses.iter().sum::<f32>() * weight).sum();
        let is_right = |(logits, label): &(&Vec<f32>, &usize)| {
            logits.iter().enumerate().all(|(c, x)| c == **label || *x < logits[**label])
        };
        let correct = learnt.logits.iter().zip(&labels).filter(is_right).count();
        backward_encodings(&self.network, parameters, &mut sum);
        let norm = sum.parameters.iter().map(|x| f64::from(*x) * f64::from(*x)).sum::<f64>().sqrt();
        let at = self.optimiser.steps;
        let diverged =
            || Error::Input(format!("training has diverged at step {at} (loss {loss}): lower the learning rate"));
        if !(norm.is_finite() && loss.is_finite()) {
            return Err(diverged());
        }
        let shrink = (f64::from(self.recipe.clip) / norm.max(1e-30)).min(1.0) as f32;
        sum.parameters.iter_mut().for_each(|x| *x *= shrink);
        let rate = self.learning_rate();
        // Aside, so that a step that fails changes nothing.
        let (mut updated, mut optimiser, mut averaged) =
            (parameters.to_vec(), self.optimiser.clone(), self.averaged.clone());
        optimiser.step(&mut updated, &sum.parameters, rate, self.recipe.weight_decay, &self.slots);
        for (first, of_batch) in &learnt.statistics {
            for (kept, x) in updated[*first..].iter_mut().zip(of_batch) {
                *kept += BatchNorm::MOMENTUM as f32 * (x - *kept);
            }
        }
        if let (Some(average), Some(decay)) = (&mut averaged, self.recipe.average) {
            // Early on the average forgets faster, so that it does not hang on to the random beginning.
            let steps = optimiser.steps as f32;
            let decay = decay.min((1.0 + steps) / (10.0 + steps));
            for (a, x) in average.iter_mut().zip(&updated) {
                *a += (1.0 - decay) * (x - *a);
            }
        }
        if !updated.iter().chain(averaged.iter().flatten()).all(|x| x.is_finite()) {
            return Err(diverged());
        }
        self.model = Model::with_parameters(self.model.config.clone(), updated)?;
        (self.optimiser, self.averaged) = (optimiser, averaged);
        Ok(StepReport { loss, correct, learning_rate: rate, gradient_norm: norm as f32 })
    }

    /// The gradient of a batch's mean loss. Pictures that see each other in batch normalisations go side by side; others by themselves, which
    /// takes less memory.
    fn gradient(&self, cpu: Cpu<'_, f32>, images: &Array4<f32>, labels: &[usize]) -> (Gradients<f32>, Learnt<f32>) {
        let zero = || Gradients::zero(cpu.parameters.len(), cpu.tables);
        let images: Vec<_> = images.axis_iter(Axis(0)).collect();
        let weight = 1.0 / labels.len() as f32;
        let smoothing = f64::from(self.recipe.label_smoothing);
        let lesson = Lesson { smoothing, dropout: Some(self.optimiser.steps) };
        if self.network.batch_norms().next().is_some() {
            let mut gradients = zero();
            let learnt = batch_gradient(&self.network, cpu, &images, labels, lesson, weight, &mut gradients);
            return (gradients, learnt);
        }
        let chunks = each(labels.len().div_ceil(CHUNK), |chunk| {
            let (mut gradients, mut learnt) = (zero(), Learnt::default());
            for b in (0..labels.len()).skip(chunk * CHUNK).take(CHUNK) {
                let (images, labels) = (&images[b..=b], &labels[b..=b]);
                let of_one = self
                    .pools
                    .work(|| batch_gradient(&self.network, cpu, images, labels, lesson, weight, &mut gradients));
                learnt.extend(of_one);
            }
            (gradients, learnt)
        });
        let (mut sum, mut all) = (zero(), Learnt::default());
        for (gradients, learnt) in chunks {
            sum.add(&gradients);
            all.extend(learnt);
        }
        (sum, all)
    }

    /// Everything that is needed to go on, as [`from_state_bytes`](Self::from_state_bytes) reads it.
    pub fn state_bytes(&self) -> Vec<u8> {
        let header = Header {
            config: self.model.config.clone(),
            recipe: self.recipe.clone(),
            steps_per_epoch: self.steps_per_epoch,
            steps: self.optimiser.steps,
        };
        let json = serde_json::to_vec(&header).expect("numbers, strings and lists always have a JSON form");
        let mut out = (json.len() as u64).to_le_bytes().to_vec();
        out.extend(json);
        let averaged = self.averaged.as_deref().unwrap_or_default();
        for list in [self.model.parameters(), &self.optimiser.first, &self.optimiser.second, averaged] {
            out.extend(list.iter().flat_map(|x| x.to_le_bytes()));
        }
        out
    }

    /// Goes on from [`state_bytes`](Self::state_bytes).
    ///
    /// # Errors
    /// [`Error::ModelFile`] for what is not such a state, [`Error::Config`] for a network that is none.
    pub fn from_state_bytes(bytes: &[u8]) -> Result<Self> {
        let broken = || Error::ModelFile("not a whole training state; delete the checkpoint to start afresh".into());
        let (length, rest) = bytes.split_first_chunk::<8>().ok_or_else(broken)?;
        let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| broken())?;
        let (json, numbers) = rest.split_at_checked(length).ok_or_else(broken)?;
        let header: Header = serde_json::from_slice(json).map_err(|_| broken())?;
        let config = header.config.validated()?;
        let count = Network::new(&config).list_length();
        let lists = if header.recipe.average.is_some() { 4 } else { 3 };
        if numbers.len() != lists * count * 4 {
            return Err(broken());
        }
        let list = |i: usize| -> Vec<f32> {
            let bytes = &numbers[i * count * 4..(i + 1) * count * 4];
            bytes.chunks_exact(4).map(|b| f32::from_le_bytes(b.try_into().expect("four bytes"))).collect()
        };
        let lists: Vec<Vec<f32>> = (0..lists).map(list).collect();
        // Squares, averaged.
        let second_fits = lists[2].iter().all(|x| *x >= 0.0);
        if header.steps_per_epoch == 0 || !second_fits || !lists.iter().flatten().all(|x| x.is_finite()) {
            return Err(broken());
        }
        let mut lists = lists.into_iter();
        let mut next = || lists.next().unwrap_or_default();
        let model = Model::with_parameters(config, next())?;
        let mut trainer = Self::new(model, header.recipe, header.steps_per_epoch);
        trainer.optimiser = Optimiser { first: next(), second: next(), steps: header.steps };
        if trainer.averaged.is_some() {
            trainer.averaged = Some(next());
        }
        Ok(trainer)
    }
}

/// Weights of 1×1 layers and filters decay; Muon takes those that are matrices in both directions.
fn slot(parameter: &Parameter) -> Slot {
    let rule = match (parameter.role, &parameter.shape[..]) {
        (Role::Weight(_), &[rows, cols]) if rows > 1 && cols > 1 => Rule::Muon { rows, cols },
        // Elements beside the inputs, as in a convolution.
        (Role::Weight(_), &[rows, elements, inputs]) => Rule::Muon { rows, cols: elements * inputs },
        (Role::Filter, &[rows, ..]) if rows > 1 && parameter.len() > rows => {
            Rule::Muon { rows, cols: parameter.len() / rows }
        }
        (Role::Weight(_) | Role::Filter, _) => Rule::Adam { decays: true },
        _ => Rule::Adam { decays: false },
    };
    Slot { offset: parameter.offset, len: parameter.len(), rule }
}

#[derive(Serialize, Deserialize)]
struct Header {
    config: Config,
    recipe: Recipe,
    steps_per_epoch: usize,
    steps: u64,
}

#[cfg(test)]
mod tests {
    use ndarray::Array4;

    use super::*;

    fn trainer() -> Trainer {
        let config = Config { channels: 8, heads: 1, blocks: vec![1], expansion: vec![1], crop: vec![1], ..network() };
        let mut trainer = Trainer::new(Model::random(config.validated().unwrap(), 1), Recipe::default(), 3);
        let images =
            Array4::from_shape_fn((2, 1, 28, 28), |(b, _, row, col)| ((b + 3 * row + 5 * col) % 7) as f32 / 7.0);
        trainer.step(images.view(), &[3, 7]).unwrap();
        trainer
    }

    fn network() -> Config {
        Config::named("z2_sa").unwrap()
    }

    #[test]
    fn warm_up_never_goes_beyond_the_highest_learning_rate() {
        for (warmup_epochs, steps_per_epoch) in [(0.5, 5), (0.1, 7), (1.0, 3), (0.0, 4), (0.9, 3)] {
            let recipe = Recipe { learning_rate: 0.5, warmup_epochs, epochs: 2, ..Recipe::default() };
            let mut trainer = Trainer::new(Model::random(network(), 1), recipe, steps_per_epoch);
            let mut rates = vec![];
            for step in 0..2 * steps_per_epoch as u64 {
                trainer.optimiser.steps = step;
                rates.push(trainer.learning_rate());
            }
            let highest = rates.iter().copied().fold(0.0, f32::max);
            assert!(highest <= 0.5 && highest > 0.4, "{warmup_epochs} of {steps_per_epoch}: {rates:?}");
            let peak = rates.iter().position(|rate| *rate == highest).unwrap();
            assert!(rates[..=peak].is_sorted() && rates[peak..].iter().rev().is_sorted(), "{rates:?}");
        }
    }

    #[test]
    fn a_step_that_diverges_changes_nothing() {
        let bytes = trainer().state_bytes();
        for average in [None, Recipe::default().average] {
            let start = Trainer::from_state_bytes(&bytes).unwrap().model();
            let recipe = Recipe { learning_rate: 1e38, warmup_epochs: 0.0, average, ..Recipe::default() };
            let mut trainer = Trainer::new(start, recipe, 3);
            let images = Array4::from_shape_fn((2, 1, 28, 28), |(b, _, row, col)| ((b + row * col) % 5) as f32 / 5.0);
            let mut before = trainer.state_bytes();
            let error = loop {
                match trainer.step(images.view(), &[3, 7]) {
                    Ok(_) => before = trainer.state_bytes(),
                    Err(error) => break error.to_string(),
                }
            };
            assert!(error.contains("diverged"), "{error}");
            assert_eq!(trainer.state_bytes(), before);
            assert!(trainer.model().parameters().iter().all(|x| x.is_finite()));
        }
    }

    #[test]
    fn states_are_read_back() {
        let trainer = trainer();
        let bytes = trainer.state_bytes();
        let read = Trainer::from_state_bytes(&bytes).unwrap();
        assert_eq!(read.state_bytes(), bytes);
        assert_eq!(read.model(), trainer.model());
        assert_eq!((read.config(), read.recipe()), (trainer.config(), trainer.recipe()));
    }

    #[test]
    fn states_with_numbers_that_no_training_gives_are_refused() {
        let bytes = trainer().state_bytes();
        let header = 8 + u64::from_le_bytes(bytes[..8].try_into().unwrap()) as usize;
        let list = (bytes.len() - header) / 4;
        // Weights, first and second moments, averaged weights.
        for (at, value) in [(0, f32::NAN), (1, f32::NAN), (1, f32::INFINITY), (2, -1e-3), (2, f32::NAN), (3, f32::NAN)]
        {
            let mut bytes = bytes.clone();
            let start = header + at * list;
            bytes[start..start + 4].copy_from_slice(&value.to_le_bytes());
            assert!(Trainer::from_state_bytes(&bytes).is_err(), "list {at}: {value}");
        }
        for length in [0, 7, 8, header, bytes.len() - 1] {
            assert!(Trainer::from_state_bytes(&bytes[..length]).is_err(), "cut to {length}");
        }
    }
}
