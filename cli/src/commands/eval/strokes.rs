//! Drawings, upright and at random angles.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};
use gsa_net::{CpuEngine, Model, image};
use ndarray::{Array3, Array4, Axis, stack};
use serde_json::{Value, json};

use super::REPORT_EVERY;
use super::drawings::Drawings;
use crate::args::Eval;
use crate::data::mnist;
use crate::data::random::{Purpose, Random};
use crate::data::strokes::Drawing;
use crate::progress::{Progress, duration};
use crate::score::{CHUNK, answer};
use crate::tables::Tally;

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

/// A table for people, and the same as JSON.
pub(super) fn measure(args: &Eval, model: &Model, path: &Path) -> Result<(String, Value)> {
    let Drawings { drawings, members } = Drawings::read(args, path)?;
    let engine = CpuEngine::new(model);
    let start = Instant::now();
    let mut progress = Progress::new(0, 2 * members.len() as u64, REPORT_EVERY);
    let mut answer_all = |angle: &dyn Fn(usize) -> f32| -> Result<Outcome> {
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
    let upright = answer_all(&|_| 0.0)?;
    let turned = answer_all(&|member| Random::new(args.seed, Purpose::StrokeAngle, 0, member as u64).degrees())?;
    progress.finish();
    let mut value = super::about(args, model);
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
pub(super) fn answers(
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
        answers[place] = Some(answer(logits)?);
    }
    Ok(answers)
}
