//! Turned digits, by their angle and by what they were taken for.

use std::time::Instant;

use anyhow::Result;
use gsa_net::{CpuEngine, Model, image};
use ndarray::{Array2, Array4};
use serde_json::{Value, json};

use super::{Digits, REPORT_EVERY};
use crate::args::Eval;
use crate::progress::{Progress, duration};
use crate::score::{CHUNK, Score, answer};
use crate::tables::{Confusion, Tally};

/// Width of a bin of angles, in degrees.
const BIN: usize = 30;

/// A table for people, and the same as JSON.
pub(super) fn measure(args: &Eval, model: &Model) -> Result<(String, Value)> {
    let Digits { data, part, name, members } = Digits::read(args)?;
    let engine = CpuEngine::new(model);
    let start = Instant::now();
    let mut score = Score::default();
    let mut confusion = Confusion::default();
    let mut by_angle = [Tally::default(); 360 / BIN];
    let mut progress = Progress::new(0, members.len() as u64, REPORT_EVERY);
    for members in members.chunks(CHUNK) {
        let batch = data.fixed_batch(part, members);
        let logits = averaged(&engine, &batch.images, args.turns)?;
        score.add(logits.view(), &batch.labels)?;
        for ((logits, &label), degrees) in logits.outer_iter().zip(&batch.labels).zip(&batch.degrees) {
            let answer = answer(logits)?;
            confusion.add(label, answer);
            by_angle[*degrees as usize / BIN % by_angle.len()].add(answer == usize::from(label));
        }
        progress.advance(members.len() as u64, || format!("{:.2} %", score.accuracy() * 100.0));
    }
    progress.finish();
    let seconds = start.elapsed().as_secs_f64();
    let mut value = super::about(args, model);
    value["data"] = name.into();
    value["about"] = json!(args.about);
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
        name,
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

#[cfg(test)]
mod tests {
    use ndarray::{Axis, stack};

    use super::*;

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
