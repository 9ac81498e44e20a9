//! `gsa eval`

use std::io::{Write, stdout};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use gsa_net::{CpuEngine, Model, image};
use ndarray::{Array2, Array3, Array4, Axis, stack};
use serde_json::{Value, json};

use crate::args::{Eval, Part};
use crate::data::drawn::Hands;
use crate::data::random::{Purpose, Random};
use crate::data::strokes::{self, Drawing};
use crate::data::{mnist, rotmnist};
use crate::progress::{Progress, duration};
use crate::score::{CHUNK, Score, answer};
use crate::tables::{Confusion, Tally};

/// Width of a bin of angles, in degrees.
const BIN: usize = 30;
const REPORT_EVERY: Duration = Duration::from_secs(15);

/// Measures a model.
pub(crate) fn run(args: &Eval) -> Result<ExitCode> {
    let model = super::read_model(&args.model)?;
    super::require_digits(&model.config)?;
    let mut out = stdout().lock();
    let (table, value) = match &args.strokes {
        Some(path) => on_strokes(args, &model, path)?,
        None => on_digits(args, &model)?,
    };
    if args.json {
        writeln!(out, "{value}")?;
    } else {
        write!(out, "{table}")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What both kinds of measurement say about the model.
fn about(args: &Eval, model: &Model) -> Value {
    json!({
        "model": args.model,
        "network": model.config.name(),
        "parameters": model.config.parameter_count(),
    })
}

fn on_digits(args: &Eval, model: &Model) -> Result<(String, Value)> {
    let data = super::read_data(args.data.directory.as_deref())?.about(args.about);
    let part = match args.part {
        Part::Test => rotmnist::Part::Test,
        Part::MnistTest => rotmnist::Part::Test,
        Part::HeldOut => rotmnist::Part::HeldOut,
    };
    let first = if args.part == Part::MnistTest { data.count(part) - data.mnist_test_count() } else { 0 };
    let members: Vec<usize> = spread(data.count(part) - first, args.limit).into_iter().map(|i| first + i).collect();
    let engine = CpuEngine::new(model);
    let start = Instant::now();
    let mut score = Score::default();
    let mut confusion = Confusion::default();
    let mut by_angle = [Tally::default(); 360 / BIN];
    let mut progress = Progress::new(0, members.len() as u64, REPORT_EVERY);
    for members in members.chunks(CHUNK) {
        let batch = data.fixed_batch(part, members);
        let logits = averaged(&engine, &batch.images, args.turns)?;
        score.add(logits.view(), &batch.labels);
        for ((logits, &label), degrees) in logits.outer_iter().zip(&batch.labels).zip(&batch.degrees) {
            let answer = answer(logits);
            confusion.add(label, answer);
            by_angle[*degrees as usize / BIN % by_angle.len()].add(answer == usize::from(label));
        }
        progress.advance(members.len() as u64, || format!("{:.2} %", score.accuracy() * 100.0));
    }
    progress.finish();
    let seconds = start.elapsed().as_secs_f64();
    let mut value = about(args, model);
    value["data"] = match args.part {
        Part::Test => "test",
        Part::MnistTest => "MNIST test",
        Part::HeldOut => "held-out",
    }
    .into();
    value["turns"] = args.turns.into();
    value["count"] = score.count.into();
    value["correct"] = score.correct.into();
    value["accuracy"] = score.accuracy().into();
    value["loss"] = score.mean_loss().into();
    value["confusion"] = json!(confusion.rows());
    value["by_angle"] = (0..)
        .step_by(BIN)
        .zip(&by_angle)
        .map(|(from, bin)| json!({ "from": from, "to": from + BIN, "count": bin.count, "correct": bin.correct }))
        .collect();
    value["seconds"] = seconds.into();
    let mut text = format!(
        "{}: {:.2} % of {} {} digits, each at its own angle ({} right, loss {:.4}, {})\n\n{confusion}\nby angle\n",
        args.model.display(),
        score.accuracy() * 100.0,
        score.count,
        value["data"].as_str().unwrap_or_default(),
        score.correct,
        score.mean_loss(),
        duration(seconds)
    );
    for (from, bin) in (0..).step_by(BIN).zip(&by_angle) {
        text += &format!("  {from:>3}° to {:>3}°  {:>8}  of {:>6}\n", from + BIN, bin.percent(), bin.count);
    }
    Ok((text, value))
}

/// The mean of the logits of copies that are turned by equal parts of a quarter turn.
fn averaged(engine: &CpuEngine, images: &Array4<f32>, turns: u32) -> Result<Array2<f32>> {
    let mut sum = engine.logits(images.view())?;
    for turn in 1..turns {
        let mut turned = images.clone();
        for mut sample in turned.outer_iter_mut() {
            for mut channel in sample.outer_iter_mut() {
                let copy = image::turn(channel.view(), 90.0 * turn as f32 / turns as f32);
                channel.assign(&copy);
            }
        }
        sum += &engine.logits(turned.view())?;
    }
    Ok(sum / turns as f32)
}

/// Drawings under one angle each.
#[derive(Default)]
struct Outcome {
    all: Tally,
    by_digit: [Tally; 10],
    empty: usize,
}

impl Outcome {
    fn value(&self) -> Value {
        json!({
            "count": self.all.count,
            "correct": self.all.correct,
            "accuracy": self.all.correct as f64 / self.all.count as f64,
            "empty": self.empty,
            "by_digit": self.by_digit.map(|digit| json!({ "count": digit.count, "correct": digit.correct })),
        })
    }
}

fn on_strokes(args: &Eval, model: &Model, path: &Path) -> Result<(String, Value)> {
    let mut drawings = strokes::read(path)?;
    if args.tested_writers {
        drawings.retain(|drawing| drawing.writer.is_some_and(|writer| Hands::of(writer) == Hands::Tested));
        ensure!(!drawings.is_empty(), "{} has no drawing by writers 6, 12, 18 and so on", path.display());
    }
    let members = spread(drawings.len(), args.limit);
    let engine = CpuEngine::new(model);
    let start = Instant::now();
    let mut progress = Progress::new(0, 2 * members.len() as u64, REPORT_EVERY);
    let mut measure = |angle: &dyn Fn(usize) -> f32| -> Result<Outcome> {
        let mut outcome = Outcome::default();
        for members in members.chunks(CHUNK) {
            let answers = answers(&engine, &drawings, members, angle)?;
            for (&member, answer) in members.iter().zip(answers) {
                let label = usize::from(drawings[member].label);
                outcome.empty += usize::from(answer.is_none());
                outcome.all.add(answer == Some(label));
                outcome.by_digit[label].add(answer == Some(label));
            }
            progress.advance(members.len() as u64, || outcome.all.percent());
        }
        Ok(outcome)
    };
    let upright = measure(&|_| 0.0)?;
    let turned = measure(&|member| Random::new(args.seed, Purpose::StrokeAngle, 0, member as u64).degrees())?;
    progress.finish();
    let mut value = about(args, model);
    value["strokes"] = json!(path);
    value["tested_writers"] = args.tested_writers.into();
    value["seed"] = args.seed.into();
    value["upright"] = upright.value();
    value["turned"] = turned.value();
    value["seconds"] = start.elapsed().as_secs_f64().into();
    let mut text = format!(
        "{}: {} drawings of {}, {} of them recognised as empty ({})\n\n          upright  at random angles\nall      {:>8}  {:>16}\n",
        args.model.display(),
        upright.all.count,
        path.display(),
        upright.empty,
        duration(start.elapsed().as_secs_f64()),
        upright.all.percent(),
        turned.all.percent()
    );
    for (digit, (upright, turned)) in upright.by_digit.iter().zip(&turned.by_digit).enumerate() {
        text += &format!("{digit}        {:>8}  {:>16}  of {}\n", upright.percent(), turned.percent(), upright.count);
    }
    Ok((text, value))
}

/// What the network says to drawings, `None` for those on which there is nothing.
fn answers(
    engine: &CpuEngine,
    drawings: &[Drawing],
    members: &[usize],
    angle: &dyn Fn(usize) -> f32,
) -> Result<Vec<Option<usize>>> {
    let mut answers = vec![None; members.len()];
    let (mut places, mut pictures) = (vec![], vec![]);
    for (place, &member) in members.iter().enumerate() {
        let picture = image::from_strokes(&drawings[member].strokes, angle(member))
            .with_context(|| format!("drawing {}", member + 1))?;
        if let Some(picture) = picture {
            places.push(place);
            pictures.push(picture);
        }
    }
    if pictures.is_empty() {
        return Ok(answers);
    }
    let views: Vec<_> = pictures.iter().map(|picture| picture.view()).collect();
    let images: Array3<f32> = stack(Axis(0), &views)?;
    let images: Array4<f32> = images.insert_axis(Axis(1));
    debug_assert_eq!(images.dim(), (places.len(), 1, mnist::SIDE, mnist::SIDE));
    for (logits, &place) in engine.logits(images.view())?.outer_iter().zip(&places) {
        answers[place] = Some(answer(logits));
    }
    Ok(answers)
}

/// `limit` of the numbers below `count`, evenly spread; all without a limit.
fn spread(count: usize, limit: Option<u32>) -> Vec<usize> {
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

    #[test]
    fn turned_copies_are_averaged_and_one_copy_is_the_answer_itself() {
        let config = gsa_net::Config::named("z2_sa").unwrap();
        let engine = CpuEngine::new(&Model::random(config, 3));
        let images = Array4::from_shape_fn((2, 1, 28, 28), |(b, _, i, j)| ((b + 3 * i + 5 * j) % 7) as f32 / 7.0);
        let alone = engine.logits(images.view()).unwrap();
        assert_eq!(averaged(&engine, &images, 1).unwrap(), alone);
        let mut copies = vec![alone.clone()];
        for degrees in [30.0, 60.0] {
            let turned = |b: usize| image::turn(images.index_axis(Axis(0), b).index_axis(Axis(0), 0), degrees);
            let turned = stack(Axis(0), &[turned(0).view(), turned(1).view()]).unwrap().insert_axis(Axis(1));
            copies.push(engine.logits(turned.view()).unwrap());
        }
        let expected = (&copies[0] + &copies[1] + &copies[2]) / 3.0;
        let found = averaged(&engine, &images, 3).unwrap();
        assert!(found.iter().zip(&expected).all(|(a, b)| (a - b).abs() <= 1e-5 * (1.0 + b.abs())));
        assert!(found.iter().zip(&alone).any(|(a, b)| (a - b).abs() > 1e-3));
    }
}
