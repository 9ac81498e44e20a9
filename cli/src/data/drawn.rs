//! Digits as people draw them, for networks that are to read drawings: MNIST's training digits and pen strokes, half and half.
//!
//! Writers are divided by their number, so that nobody's hand is both learnt and tested: of each six the last is tested, the one
//! before held out for selection, and four are learnt. MNIST's test set and the digits that [`RotMnist`] holds out are not learnt.
//!
//! A drawing is learnt as the page would prepare it, with a pen of random width, stretched, slanted and turned at random: other
//! hands, pens and speeds than those of the file.

use anyhow::{Result, ensure};
use gsa_net::image::{self, Point};
use ndarray::s;
use serde_json::{Value, json};

use super::Lessons;
use super::mnist::SIDE;
use super::random::{Purpose, Random};
use super::rotmnist::{Batch, Part, Pivot, RotMnist};
use super::shape::{Bend, Reshaping};
use super::strokes::Drawing;
use super::turns::Turns;

/// Pictures of an epoch: as many as the digits that [`RotMnist`] learns.
const PER_EPOCH: usize = 10_000;

/// Pen widths in pixels that are learnt; the page draws at 2.
const WIDTHS: [f32; 2] = [1.5, 3.0];
/// Largest stretch of one side against the other, and slant.
const STRETCH: f32 = 0.15;
const SLANT: f32 = 0.25;

/// Which writers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Hands {
    Learnt,
    HeldOut,
    Tested,
}

impl Hands {
    /// To which of the three a writer belongs.
    pub(crate) fn of(writer: u32) -> Self {
        match writer % 6 {
            0 => Self::Tested,
            5 => Self::HeldOut,
            _ => Self::Learnt,
        }
    }
}

/// The data set.
pub(crate) struct Drawn {
    mnist: RotMnist,
    learnt: Vec<Drawing>,
    held_out: Vec<Drawing>,
    /// Of MNIST's digits; of drawings too, but that those are always stretched and slanted.
    reshaping: Reshaping,
    turns: Turns,
    per_epoch: usize,
    strokes_checksum: u32,
}

impl Drawn {
    /// # Errors
    /// Where a drawing does not tell its writer, or no writer is left to learn from or to hold out.
    pub(crate) fn new(
        mnist: RotMnist,
        drawings: Vec<Drawing>,
        reshaping: Reshaping,
        turns: Turns,
        strokes_checksum: u32,
    ) -> Result<Self> {
        let (mut learnt, mut held_out) = (vec![], vec![]);
        for (number, drawing) in (1..).zip(drawings) {
            let Some(writer) = drawing.writer else {
                anyhow::bail!(
                    "drawing {number} has no `writer`: writers are told apart by it, and none is both learnt and tested"
                );
            };
            match Hands::of(writer) {
                Hands::Learnt => learnt.push(drawing),
                Hands::HeldOut => held_out.push(drawing),
                Hands::Tested => {}
            }
        }
        ensure!(
            !learnt.is_empty() && !held_out.is_empty(),
            "{} drawings to learn and {} held out: there must be some of both (writers 5, 11, 17, … are held out, 6, 12, 18, … tested)",
            learnt.len(),
            held_out.len()
        );
        let per_epoch = PER_EPOCH.min(mnist.any_training_count());
        let mnist = mnist.about(Pivot::Digit).reshaped(reshaping).turned_by(turns);
        Ok(Self { mnist, learnt, held_out, reshaping, turns, per_epoch, strokes_checksum })
    }
}

impl Lessons for Drawn {
    fn per_epoch(&self) -> usize {
        self.per_epoch
    }

    fn order(&self, _: u64, _: usize) -> Vec<usize> {
        // What is learnt at a place of an epoch is random already.
        (0..self.per_epoch).collect()
    }

    fn batch(&self, seed: u64, epoch: usize, members: &[usize]) -> Result<Batch> {
        let mut batch = Batch::blank(members.len());
        for (at, &member) in members.iter().enumerate() {
            let mut random = Random::new(seed, Purpose::Drawing, epoch as u64, member as u64);
            let degrees = self.turns.of(random.degrees());
            let (picture, label) = if member % 2 == 0 {
                let index = random.below(self.mnist.any_training_count());
                self.mnist.any_training(index, degrees, &mut random)
            } else {
                let drawing = &self.learnt[random.below(self.learnt.len())];
                let width = random.between(WIDTHS[0], WIDTHS[1]);
                let strokes = reshaped(drawing, self.reshaping.bend, &mut random);
                let picture = image::from_strokes_of_width(&strokes, degrees, f64::from(width))?;
                (picture.unwrap_or_else(blank), drawing.label)
            };
            batch.set(at, picture.view(), label, degrees);
        }
        Ok(batch)
    }

    fn held_out(&self) -> Result<Batch> {
        let count = self.mnist.count(Part::HeldOut) / 2;
        let digits = self.mnist.fixed_batch(Part::HeldOut, &(0..count).collect::<Vec<_>>());
        let mut batch = Batch::blank(count + self.held_out.len());
        for at in 0..count {
            batch.set(at, digits.images.slice(s![at, 0, .., ..]), digits.labels[at], digits.degrees[at]);
        }
        for (at, drawing) in self.held_out.iter().enumerate() {
            let uniform = Random::new(super::rotmnist::SEED, Purpose::StrokeAngle, 1, at as u64).degrees();
            let degrees = self.turns.of(uniform);
            let picture = image::from_strokes(&drawing.strokes, degrees)?.unwrap_or_else(blank);
            batch.set(count + at, picture.view(), drawing.label, degrees);
        }
        Ok(batch)
    }

    fn identity(&self) -> Value {
        json!({ "mnist": self.mnist.identity(), "strokes_crc32": self.strokes_checksum, "per_epoch": self.per_epoch })
    }

    fn description(&self) -> String {
        format!(
            "MNIST's training digits ({}; {} held out), each turned about its own centre, and {} drawings by pen, half and half; \
             drawings by writers 5, 11, 17, … ({}) are held out, those by writers 6, 12, 18, … tested{}{}{}",
            self.mnist.any_training_count(),
            self.mnist.count(Part::HeldOut),
            self.learnt.len(),
            self.held_out.len(),
            Reshaping { bend: 0.0, ..self.reshaping }.description(),
            if self.reshaping.bend > 0.0 {
                format!("; digits and drawings are bent by about {} of their radius", self.reshaping.bend)
            } else {
                String::new()
            },
            self.turns.description()
        )
    }
}

fn blank() -> ndarray::Array2<f32> {
    ndarray::Array2::zeros((SIDE, SIDE))
}

/// The strokes, stretched, slanted and bent at random.
fn reshaped(drawing: &Drawing, bend: f32, random: &mut Random) -> Vec<Vec<Point>> {
    let stretch = 1.0 + random.between(-STRETCH, STRETCH);
    let slant = random.between(-SLANT, SLANT);
    let point = |p: &Point| Point { x: stretch * p.x + slant * p.y, y: p.y / stretch };
    let mut strokes: Vec<Vec<Point>> = drawing.strokes.iter().map(|s| s.iter().map(point).collect()).collect();
    if bend > 0.0 {
        bent(&mut strokes, &Bend::random(bend, random));
    }
    strokes
}

/// Bends the strokes about the middle of their box.
fn bent(strokes: &mut [Vec<Point>], bend: &Bend) {
    let (mut low, mut high) = ([f32::INFINITY; 2], [f32::NEG_INFINITY; 2]);
    for point in strokes.iter().flatten() {
        for (axis, at) in [point.y, point.x].into_iter().enumerate() {
            (low[axis], high[axis]) = (low[axis].min(at), high[axis].max(at));
        }
    }
    let middle = [0, 1].map(|axis| f64::from(low[axis] + high[axis]) / 2.0);
    let radius = f64::from(high[0] - low[0]).max(f64::from(high[1] - low[1])) / 2.0;
    if radius > 0.0 {
        for point in strokes.iter_mut().flatten() {
            let from = [(f64::from(point.y) - middle[0]) / radius, (f64::from(point.x) - middle[1]) / radius];
            let to = bend.apply(from);
            (point.y, point.x) = ((middle[0] + radius * to[0]) as f32, (middle[1] + radius * to[1]) as f32);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::rotmnist::tests::tiny;
    use super::*;

    fn drawings(writers: std::ops::Range<u32>) -> Vec<Drawing> {
        writers
            .map(|writer| Drawing {
                label: (writer % 10) as u8,
                writer: Some(writer),
                strokes: vec![vec![Point { x: 0.2, y: 0.2 }, Point { x: 0.5, y: 0.3 }, Point { x: 0.3, y: 0.8 }]],
            })
            .collect()
    }

    #[test]
    fn no_writer_is_both_learnt_and_held_out_or_tested() {
        let data = Drawn::new(tiny(), drawings(1..31), Reshaping::default(), Turns::default(), 0).unwrap();
        assert_eq!((data.learnt.len(), data.held_out.len()), (20, 5));
        let hands = |list: &[Drawing]| list.iter().map(|d| Hands::of(d.writer.unwrap())).collect::<Vec<_>>();
        assert!(hands(&data.learnt).iter().all(|h| *h == Hands::Learnt));
        assert!(hands(&data.held_out).iter().all(|h| *h == Hands::HeldOut));
    }

    #[test]
    fn rejects_drawings_without_writers() {
        let mut nobody = drawings(1..31);
        nobody[3].writer = None;
        let error = Drawn::new(tiny(), nobody, Reshaping::default(), Turns::default(), 0).err().unwrap().to_string();
        assert!(error.contains("drawing 4") && error.contains("writer"), "{error}");
        assert!(Drawn::new(tiny(), drawings(1..5), Reshaping::default(), Turns::default(), 0).is_err());
    }

    #[test]
    fn batches_depend_on_seed_epoch_and_place_alone() {
        let data = Drawn::new(tiny(), drawings(1..31), Reshaping::default(), Turns::default(), 0).unwrap();
        let batch = data.batch(1, 2, &[0, 1, 2, 3]).unwrap();
        assert_eq!(data.batch(1, 2, &[3]).unwrap().images, batch.images.slice(s![3..4, .., .., ..]));
        assert_ne!(data.batch(2, 2, &[3]).unwrap().images, batch.images.slice(s![3..4, .., .., ..]));
        assert_ne!(data.batch(1, 3, &[3]).unwrap().images, batch.images.slice(s![3..4, .., .., ..]));
        for picture in batch.images.outer_iter() {
            assert!(picture.sum() > 0.1 && picture.iter().all(|x| (0.0..=1.0).contains(x)));
        }
    }

    #[test]
    fn bends_reach_digits_and_drawings_and_nothing_held_out() {
        let [straight, bent] = [0.0, 0.1].map(|bend| {
            Drawn::new(tiny(), drawings(1..31), Reshaping { distort: 0.0, bend }, Turns::default(), 0).unwrap()
        });
        let [a, b] = [&straight, &bent].map(|data| data.batch(1, 0, &[0, 1]).unwrap());
        for at in 0..2 {
            assert_eq!((a.labels[at], a.degrees[at]), (b.labels[at], b.degrees[at]));
            assert_ne!(a.images.slice(s![at, .., .., ..]), b.images.slice(s![at, .., .., ..]), "picture {at}");
        }
        assert_eq!(straight.held_out().unwrap(), bent.held_out().unwrap());
        assert_ne!(straight.identity(), bent.identity());
        let mut dot = vec![vec![Point { x: 0.5, y: 0.5 }]];
        super::bent(&mut dot, &Bend::random(0.1, &mut Random::new(1, Purpose::Drawing, 0, 0)));
        assert_eq!(dot, [[Point { x: 0.5, y: 0.5 }]]);
    }

    #[test]
    fn small_turns_reach_digits_and_drawings_learnt_and_held_out() {
        let [any, small] = [Turns::default(), Turns::up_to(15.0).unwrap()]
            .map(|turns| Drawn::new(tiny(), drawings(1..31), Reshaping::default(), turns, 0).unwrap());
        let members: Vec<usize> = (0..10).collect();
        for (any, small) in [
            (any.batch(1, 0, &members).unwrap(), small.batch(1, 0, &members).unwrap()),
            (any.held_out().unwrap(), small.held_out().unwrap()),
        ] {
            assert_eq!(any.labels, small.labels);
            assert!(any.degrees.iter().any(|degrees| *degrees > 15.0));
            assert!(small.degrees.iter().all(|degrees| degrees.abs() <= 15.0));
            assert_ne!(any.images, small.images);
        }
        assert_ne!(any.identity(), small.identity());
    }

    #[test]
    fn held_out_are_digits_and_drawings_and_stay() {
        let data = Drawn::new(tiny(), drawings(1..31), Reshaping::default(), Turns::default(), 0).unwrap();
        let batch = data.held_out().unwrap();
        assert_eq!(batch.labels.len(), tiny().count(Part::HeldOut) / 2 + 5);
        assert_eq!(batch, data.held_out().unwrap());
    }
}
