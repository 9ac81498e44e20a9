//! Rotated MNIST, made from MNIST: 12,000 digits of its training set (10,000 to learn, 2,000 held out for selection) and
//! 50,000 test digits, which are 40,000 *others* of the training set and the whole test set; each turned by its own angle.
//!
//! Which digit goes where, and the angles of held-out and test digits, follow from one fixed seed ([`SEED`]), whatever the
//! seed of a training run: every network is selected and tested on the same pictures. No test digit is learnt or selected on.
//!
//! A digit to be learnt is turned by a fresh uniform angle each time it is seen. It is turned from the upright original, so
//! every picture that a network meets, learnt or tested, has been resampled exactly once; turning an already turned digit once more
//! would give the same distribution of angles and a blurrier picture.
//!
//! Digits turn about the middle of their pictures, as is usual. MNIST puts their own centre half a pixel off
//! that middle, and this half pixel turns with them and tells which way is up: a network trained on such pictures reads it to
//! tell 6 from 9. Drawings have no such mark, so networks that are to read drawings learn digits turned about their own centre,
//! which comes to lie in the middle ([`Pivot::Digit`]).

use anyhow::{Result, bail};
use clap::ValueEnum;
use gsa_net::image;
use ndarray::{Array2, Array4, ArrayView2, s};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Lessons;
use super::mnist::{Digits, Mnist, SIDE};
use super::random::{Purpose, Random};
use super::shape::{Bend, Reshaping};
use super::turns::Turns;

/// The seed of the split and of the fixed angles: part of the definition of this data set.
pub(crate) const SEED: u64 = 1;

/// What digits are turned about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Pivot {
    /// The middle of the picture, as is usual
    #[default]
    Picture,
    /// Their own centre, which comes to lie in the middle, as it does in a drawing
    Digit,
}

impl Pivot {
    /// The point that stays, or comes to lie in the middle.
    fn point(self) -> [f64; 2] {
        match self {
            Self::Digit => image::MNIST_CENTRE,
            Self::Picture => [(SIDE as f64 - 1.0) / 2.0; 2],
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Digit => "its own centre",
            Self::Picture => "the middle of its picture",
        }
    }
}

/// A part of the data set whose pictures never change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Part {
    HeldOut,
    Test,
}

/// Pictures ready for a network.
#[derive(Debug, PartialEq)]
pub(crate) struct Batch {
    /// `[B, 1, 28, 28]`, 0 background to 1 ink.
    pub(crate) images: Array4<f32>,
    pub(crate) labels: Vec<u8>,
    /// By how much each digit was turned.
    pub(crate) degrees: Vec<f32>,
}

impl Batch {
    /// Blank pictures, to be [`set`](Self::set).
    pub(crate) fn blank(count: usize) -> Self {
        Self { images: Array4::zeros([count, 1, SIDE, SIDE]), labels: vec![0; count], degrees: vec![0.0; count] }
    }

    pub(crate) fn set(&mut self, at: usize, picture: ArrayView2<'_, f32>, label: u8, degrees: f32) {
        self.images.slice_mut(s![at, 0, .., ..]).assign(&picture);
        (self.labels[at], self.degrees[at]) = (label, degrees);
    }
}

/// A digit of MNIST.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Source {
    Training(usize),
    Test(usize),
}

/// The data set.
pub(crate) struct RotMnist {
    mnist: Mnist,
    learning: Vec<Source>,
    held_out: Vec<Source>,
    test: Vec<Source>,
    /// Digits of MNIST's training set that are in no part.
    spare: Vec<Source>,
    checksum: u32,
    reshaping: Reshaping,
    turns: Turns,
    pivot: Pivot,
}

impl RotMnist {
    /// Divides MNIST: of its training set 1/6 is learnt, 1/30 held out and 2/3 tested, which for the real one is 10,000, 2,000 and
    /// 40,000; a smaller one (for a quick try) is divided in the same proportions.
    pub(crate) fn new(mnist: Mnist) -> Result<Self> {
        let count = mnist.training.len();
        if count < 30 || mnist.test.len() == 0 {
            bail!("{count} training and {} test digits are too few (MNIST has 60,000 and 10,000)", mnist.test.len());
        }
        let order = Random::new(SEED, Purpose::Split, 0, 0).permutation(count);
        let mut sources = order.into_iter().map(Source::Training);
        let learning = sources.by_ref().take(count / 6).collect();
        let held_out = sources.by_ref().take(count / 30).collect();
        let test = sources.by_ref().take(count * 2 / 3).chain((0..mnist.test.len()).map(Source::Test)).collect();
        let spare = sources.collect();
        let checksum = mnist.checksum();
        Ok(Self {
            mnist,
            learning,
            held_out,
            test,
            spare,
            checksum,
            reshaping: Reshaping::default(),
            turns: Turns::default(),
            pivot: Pivot::default(),
        })
    }

    /// How many test digits, the last ones, come from MNIST's own test set.
    pub(crate) fn mnist_test_count(&self) -> usize {
        self.mnist.test.len()
    }

    /// How many digits a fixed part has.
    pub(crate) fn count(&self, part: Part) -> usize {
        self.sources(part).len()
    }

    /// Digits to learn are reshaped at random before they are turned; held-out and test digits are not.
    pub(crate) fn reshaped(self, reshaping: Reshaping) -> Self {
        Self { reshaping, ..self }
    }

    /// Digits to learn, and those held out, are turned by no more than this; test digits by any angle.
    pub(crate) fn turned_by(self, turns: Turns) -> Self {
        Self { turns, ..self }
    }

    /// All digits, learnt, held out and tested, turn about this.
    pub(crate) fn about(self, pivot: Pivot) -> Self {
        Self { pivot, ..self }
    }

    /// How many digits of MNIST's training set are not held out.
    pub(crate) fn any_training_count(&self) -> usize {
        self.mnist.training.len() - self.held_out.len()
    }

    /// One of these, whether or not it is a test digit of rotated MNIST, reshaped by random numbers and turned by `degrees`. None
    /// is of MNIST's own test set.
    pub(crate) fn any_training(&self, index: usize, degrees: f32, random: &mut Random) -> (Array2<f32>, u8) {
        let (set, index) = self.digit(self.any_training_source(index));
        (self.learnt(set, index, degrees, random), set.label(index))
    }

    fn any_training_source(&self, index: usize) -> Source {
        let tested = &self.test[..self.test.len() - self.mnist.test.len()];
        let mut left = index;
        for part in [&self.learning[..], tested, &self.spare] {
            match part.get(left) {
                Some(source) => return *source,
                None => left -= part.len(),
            }
        }
        panic!("there are {} digits to learn, not {index}", self.any_training_count())
    }

    /// Digits to learn, turned as they are in this epoch of the run with this seed.
    fn learning_batch(&self, seed: u64, epoch: usize, members: &[usize]) -> Batch {
        let mut batch = Batch::blank(members.len());
        for (at, &member) in members.iter().enumerate() {
            let [mut angle, mut shape] = [Purpose::LearningAngle, Purpose::LearningShape]
                .map(|purpose| Random::new(seed, purpose, epoch as u64, member as u64));
            let degrees = self.turns.of(angle.degrees());
            let (digits, index) = self.digit(self.learning[member]);
            batch.set(at, self.learnt(digits, index, degrees, &mut shape).view(), digits.label(index), degrees);
        }
        batch
    }

    /// Held-out or test digits, each turned by the angle that it always has.
    pub(crate) fn fixed_batch(&self, part: Part, members: &[usize]) -> Batch {
        let sources = self.sources(part);
        self.batch_of(members.iter().map(|&member| {
            let source = sources[member];
            let (set, index) = match source {
                Source::Training(index) => (0, index),
                Source::Test(index) => (1, index),
            };
            let uniform = Random::new(SEED, Purpose::FixedAngle, set, index as u64).degrees();
            let degrees = match part {
                Part::HeldOut => self.turns.of(uniform),
                Part::Test => uniform,
            };
            (source, degrees)
        }))
    }

    /// Held-out or test digits, all turned by the same angle.
    pub(crate) fn batch_at(&self, part: Part, members: &[usize], degrees: f32) -> Batch {
        let sources = self.sources(part);
        self.batch_of(members.iter().map(|&member| (sources[member], degrees)))
    }

    /// What a held-out or test digit is.
    pub(crate) fn label(&self, part: Part, member: usize) -> u8 {
        let (set, index) = self.digit(self.sources(part)[member]);
        set.label(index)
    }

    fn sources(&self, part: Part) -> &[Source] {
        match part {
            Part::HeldOut => &self.held_out,
            Part::Test => &self.test,
        }
    }

    fn batch_of(&self, digits: impl ExactSizeIterator<Item = (Source, f32)>) -> Batch {
        let mut batch = Batch::blank(digits.len());
        for (at, (source, degrees)) in digits.enumerate() {
            let (set, index) = self.digit(source);
            batch.set(at, self.turned(set, index, degrees).view(), set.label(index), degrees);
        }
        batch
    }

    fn turned(&self, digits: &Digits, index: usize, degrees: f32) -> Array2<f32> {
        let upright = digits.picture(index).mapv(|grey| f32::from(grey) / 255.0);
        let mut turned = Array2::zeros((SIDE, SIDE));
        let from = upright.as_slice().expect("a picture of MNIST is contiguous");
        let to = turned.as_slice_mut().expect("a new array is contiguous");
        image::turn_about(from, SIDE, self.pivot.point(), degrees, to);
        turned
    }

    /// The digit as it is learnt: in a random shape, where digits are reshaped, and turned.
    fn learnt(&self, digits: &Digits, index: usize, degrees: f32, random: &mut Random) -> Array2<f32> {
        let Reshaping { distort, bend } = self.reshaping;
        if self.reshaping.is_none() {
            return self.turned(digits, index, degrees);
        }
        let [down, across, slant] = [0; 3].map(|_| f64::from(random.between(-distort, distort)));
        let bend = (bend > 0.0).then(|| Bend::random(bend, random));
        self.warped(digits, index, [1.0 + down, 1.0 + across, slant], bend.as_ref(), degrees)
    }

    /// The digit bent, stretched down and across, slanted, and turned, all in one resampling.
    fn warped(
        &self,
        digits: &Digits,
        index: usize,
        [down, across, slant]: [f64; 3],
        bend: Option<&Bend>,
        degrees: f32,
    ) -> Array2<f32> {
        let upright: Vec<f32> = digits.picture(index).iter().map(|grey| f32::from(*grey) / 255.0).collect();
        let (sin, cos) = f64::from(degrees).to_radians().sin_cos();
        // (row, col) → (down · row, across · col + slant · row), undone after the turn.
        let (row, col) = ([cos, sin], [-sin, cos]);
        let unslanted = [0, 1].map(|i| (col[i] - slant / down * row[i]) / across);
        let inverse = [row.map(|x| x / down), unslanted];
        let straight = |[row, col]: [f64; 2]| inverse.map(|line| line[0] * row + line[1] * col);
        let mut out = Array2::zeros((SIDE, SIDE));
        let pixels = out.as_slice_mut().expect("a new array is contiguous");
        image::warp_about(&upright, SIDE, self.pivot.point(), pixels, |place| match bend {
            None => straight(place),
            Some(bend) => bend.apply(straight(place).map(|x| x / image::RADIUS)).map(|x| x * image::RADIUS),
        });
        out
    }

    fn digit(&self, source: Source) -> (&Digits, usize) {
        match source {
            Source::Training(index) => (&self.mnist.training, index),
            Source::Test(index) => (&self.mnist.test, index),
        }
    }
}

impl Lessons for RotMnist {
    fn per_epoch(&self) -> usize {
        self.learning.len()
    }

    fn order(&self, seed: u64, epoch: usize) -> Vec<usize> {
        Random::new(seed, Purpose::Order, epoch as u64, 0).permutation(self.learning.len())
    }

    fn batch(&self, seed: u64, epoch: usize, members: &[usize]) -> Result<Batch> {
        Ok(self.learning_batch(seed, epoch, members))
    }

    fn held_out(&self) -> Result<Batch> {
        Ok(self.fixed_batch(Part::HeldOut, &(0..self.held_out.len()).collect::<Vec<_>>()))
    }

    fn identity(&self) -> Value {
        let [distortion, bend] = self.reshaping.identity();
        let about = self.pivot.name();
        json!({
            "split_seed": SEED,
            "mnist_crc32": self.checksum,
            "distortion": distortion,
            "bend": bend,
            "about": about,
            "turn": self.turns.identity(),
        })
    }

    fn description(&self) -> String {
        let shapes = self.reshaping.description();
        format!(
            "rotated MNIST made from MNIST (split and angles of seed {SEED}, each digit turned about {}): {} digits to train on, \
             {} held out, {} tested (others of the training set, and the test set){shapes}{}",
            self.pivot.name(),
            self.learning.len(),
            self.held_out.len(),
            self.test.len(),
            self.turns.description()
        )
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::collections::HashSet;

    /// Digits whose pictures tell them apart: a blurred dot at a place, and of a brightness, that follow from set and index.
    pub(crate) fn tiny() -> RotMnist {
        let digits = |count: usize, set: usize| {
            let mut pixels = vec![0; count * SIDE * SIDE];
            for (index, picture) in pixels.chunks_mut(SIDE * SIDE).enumerate() {
                let at = SIDE * 14 + 4 + index % 20;
                picture[at..at + 2].fill((index * 2 + set + 40) as u8);
            }
            Digits::new(pixels, (0..count).map(|index| (index % 10) as u8).collect())
        };
        RotMnist::new(Mnist { training: digits(90, 0), test: digits(20, 1) }).unwrap()
    }

    #[test]
    fn split_has_the_sizes_of_the_protocol_and_no_digit_twice() {
        let blank = |count| Digits::new(vec![0; count * SIDE * SIDE], vec![0; count]);
        let data = RotMnist::new(Mnist { training: blank(60_000), test: blank(10_000) }).unwrap();
        assert_eq!(data.per_epoch(), 10_000);
        assert_eq!((data.count(Part::HeldOut), data.count(Part::Test)), (2_000, 50_000));
        let all: HashSet<Source> = data.learning.iter().chain(&data.held_out).chain(&data.test).copied().collect();
        assert_eq!(all.len(), 62_000);
        let from_test_set =
            |sources: &[Source]| sources.iter().filter(|source| matches!(source, Source::Test(_))).count();
        assert_eq!(from_test_set(&data.learning) + from_test_set(&data.held_out), 0);
        assert_eq!(from_test_set(&data.test), 10_000);
    }

    #[test]
    fn any_training_digit_is_each_of_the_training_set_that_is_not_held_out_once() {
        let data = tiny();
        let all: HashSet<Source> =
            (0..data.any_training_count()).map(|index| data.any_training_source(index)).collect();
        assert_eq!(all.len(), data.any_training_count());
        assert!(all.iter().all(|source| matches!(source, Source::Training(_)) && !data.held_out.contains(source)));
        assert_eq!(all.len() + data.held_out.len(), data.mnist.training.len());
    }

    #[test]
    fn split_rejects_too_few() {
        let few = Digits::new(vec![0; 29 * SIDE * SIDE], vec![0; 29]);
        let none = Digits::new(vec![], vec![]);
        assert!(RotMnist::new(Mnist { training: few, test: none }).is_err());
    }

    #[test]
    fn learning_batches_depend_on_seed_epoch_and_digit_alone() {
        let data = tiny();
        let batch = data.learning_batch(1, 2, &[3, 4, 5]);
        assert_eq!(batch.images.dim(), (3, 1, SIDE, SIDE));
        assert_eq!(tiny().learning_batch(1, 2, &[4]).images, batch.images.slice(s![1..2, .., .., ..]));
        for (seed, epoch) in [(2, 2), (1, 3)] {
            let other = data.learning_batch(seed, epoch, &[3, 4, 5]);
            assert_eq!(other.labels, batch.labels);
            assert!(other.degrees.iter().zip(&batch.degrees).all(|(a, b)| a != b));
        }
    }

    #[test]
    fn small_turns_reach_what_is_learnt_and_held_out_and_nothing_tested() {
        let (any, small) = (tiny(), tiny().turned_by(Turns::up_to(15.0).unwrap()));
        let most = |batch: &Batch| batch.degrees.iter().fold(0.0_f32, |most, degrees| most.max(degrees.abs()));
        let members: Vec<usize> = (0..any.per_epoch()).collect();
        assert!(most(&any.learning_batch(1, 0, &members)) > 90.0);
        for (batch, other) in [
            (small.learning_batch(1, 0, &members), any.learning_batch(1, 0, &members)),
            (small.held_out().unwrap(), any.held_out().unwrap()),
        ] {
            assert!(most(&batch) > 1.0 && most(&batch) <= 15.0, "{:?}", batch.degrees);
            assert_ne!(batch.images, other.images);
        }
        assert_eq!(small.fixed_batch(Part::Test, &[0, 1, 2]), any.fixed_batch(Part::Test, &[0, 1, 2]));
        assert_ne!(any.identity(), small.identity());
        assert!(small.description().contains("at most 15°"), "{}", small.description());
    }

    #[test]
    fn fixed_batches_stay_and_have_an_angle_each() {
        let data = tiny();
        for part in [Part::HeldOut, Part::Test] {
            let all: Vec<usize> = (0..data.count(part)).collect();
            let batch = data.fixed_batch(part, &all);
            assert_eq!(batch, tiny().fixed_batch(part, &all));
            let angles: HashSet<u32> = batch.degrees.iter().map(|degrees| degrees.to_bits()).collect();
            assert_eq!(angles.len(), all.len(), "{part:?}");
        }
    }

    #[test]
    fn all_digits_can_be_had_at_one_angle() {
        let data = tiny();
        let batch = data.batch_at(Part::Test, &[3, 4], 40.0);
        assert_eq!(batch.degrees, [40.0, 40.0]);
        assert_eq!(batch.labels, data.fixed_batch(Part::Test, &[3, 4]).labels);
        assert_eq!(batch.labels, [3, 4].map(|member| data.label(Part::Test, member)));
        assert_ne!(batch.images, data.batch_at(Part::Test, &[3, 4], 41.0).images);
    }

    #[test]
    fn pictures_are_the_digits_turned() {
        let data = tiny();
        let batch = data.learning_batch(1, 0, &[0]);
        let Source::Training(index) = data.learning[0] else { panic!("only training digits are learnt") };
        assert_eq!(batch.labels, [(index % 10) as u8]);
        let upright = data.mnist.training.picture(index).mapv(|grey| f32::from(grey) / 255.0);
        let mut expected = vec![0.0; SIDE * SIDE];
        let upright: Vec<f32> = upright.into_iter().collect();
        image::turn_about(&upright, SIDE, [13.5, 13.5], batch.degrees[0], &mut expected);
        assert_eq!(batch.images.iter().copied().collect::<Vec<_>>(), expected);
        assert!(batch.images.iter().all(|value| (0.0..=1.0).contains(value)));
        assert!(batch.images.sum() > 0.1);
    }

    #[test]
    fn distorted_digits_are_learnt_in_other_shapes_and_tested_in_their_own() {
        let plain = tiny().about(Pivot::Digit);
        let distorted = tiny().about(Pivot::Digit).reshaped(Reshaping { distort: 0.2, bend: 0.0 });
        assert_ne!(plain.learning_batch(1, 0, &[0, 1]).images, distorted.learning_batch(1, 0, &[0, 1]).images);
        assert_eq!(plain.learning_batch(1, 0, &[0, 1]).degrees, distorted.learning_batch(1, 0, &[0, 1]).degrees);
        assert_eq!(plain.held_out().unwrap(), distorted.held_out().unwrap());
        assert_ne!(plain.identity(), distorted.identity());
        let bent = tiny().about(Pivot::Digit).reshaped(Reshaping { distort: 0.2, bend: 0.1 });
        assert_ne!(bent.learning_batch(1, 0, &[0, 1]).images, distorted.learning_batch(1, 0, &[0, 1]).images);
        assert_eq!(bent.held_out().unwrap(), distorted.held_out().unwrap());
        assert_ne!(bent.identity(), distorted.identity());
        // In its own shape a digit is only turned; a stretch of two halves the distance that ink comes from.
        let digits = &plain.mnist.training;
        let same = plain.warped(digits, 3, [1.0, 1.0, 0.0], None, 77.0);
        for (a, b) in same.iter().zip(&plain.turned(digits, 3, 77.0)) {
            assert!((a - b).abs() < 1e-5, "{a} {b}");
        }
        let mut pixels = vec![0; SIDE * SIDE];
        pixels[14 * SIDE + 17] = 255;
        pixels[17 * SIDE + 14] = 255;
        let dots = Digits::new(pixels, vec![0]);
        let wide = plain.warped(&dots, 0, [1.0, 2.0, 0.0], None, 0.0);
        let mean_col = |rows: std::ops::Range<usize>| {
            let ink = wide.slice(s![rows, ..]);
            ink.indexed_iter().map(|((_, col), v)| (col as f32 - 13.5) * v).sum::<f32>() / ink.sum()
        };
        assert!((mean_col(12..15) - 6.0).abs() < 0.3, "{}", mean_col(12..15));
        assert!(mean_col(15..19).abs() < 0.3, "{}", mean_col(15..19));
        let slanted = plain.warped(&dots, 0, [1.0, 1.0, 0.5], None, 0.0);
        let lower = slanted.slice(s![15..19, ..]);
        let col = lower.indexed_iter().map(|((_, col), v)| (col as f32 - 13.5) * v).sum::<f32>() / lower.sum();
        assert!((col - 1.5).abs() < 0.3, "{col}");
    }

    /// Where the ink of a blot at MNIST's centre lies on average, turned by `degrees`.
    fn centre_of_turned(pivot: Pivot, degrees: f32) -> [f64; 2] {
        let mut pixels = vec![0; SIDE * SIDE];
        for (row, col) in [(13, 14), (14, 13), (14, 14), (14, 15), (15, 14)] {
            pixels[row * SIDE + col] = 200;
        }
        let picture = tiny().about(pivot).turned(&Digits::new(pixels, vec![0]), 0, degrees);
        let mass = f64::from(picture.sum());
        let mean = |axis: usize| {
            let place = |at: (usize, usize)| [at.0, at.1][axis] as f64;
            picture.indexed_iter().map(|(at, value)| place(at) * f64::from(*value)).sum::<f64>() / mass
        };
        [mean(0), mean(1)]
    }

    #[test]
    fn no_picture_tells_which_way_is_up_by_where_it_lies() {
        for degrees in [0.0, 37.0, 90.0, 180.0, 290.0] {
            for centre in centre_of_turned(Pivot::Digit, degrees) {
                assert!((centre - 13.5).abs() < 0.02, "{degrees}°: {centre}");
            }
        }
    }

    #[test]
    fn about_the_middle_of_the_picture_the_half_pixel_turns_along() {
        for (degrees, expected) in [(0.0, [14.0, 14.0]), (90.0, [13.0, 14.0]), (180.0, [13.0, 13.0])] {
            let found = centre_of_turned(Pivot::Picture, degrees);
            for (found, expected) in found.iter().zip(expected) {
                assert!((found - expected).abs() < 0.02, "{degrees}°: {found} is not {expected}");
            }
        }
        let (own, middle) = (tiny().about(Pivot::Digit), tiny().about(Pivot::Picture));
        assert_ne!(own.held_out().unwrap(), middle.held_out().unwrap());
        assert_ne!(own.identity(), middle.identity());
        assert!(middle.description().contains("the middle of its picture"), "{}", middle.description());
    }

    #[test]
    fn order_is_another_one_in_each_epoch() {
        let data = tiny();
        let order = data.order(1, 0);
        assert_ne!(order, data.order(1, 1));
        assert_ne!(order, data.order(2, 0));
        assert_eq!(order.iter().collect::<HashSet<_>>().len(), data.per_epoch());
    }
}
