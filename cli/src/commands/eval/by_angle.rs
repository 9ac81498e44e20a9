//! The same digits or drawings at many angles: how often they are read right, and how often as they are read upright.

use std::fmt::Write as _;
use std::time::Instant;

use anyhow::Result;
use gsa_net::{CpuEngine, Model};
use serde_json::{Value, json};

use super::{Digits, REPORT_EVERY, drawings, strokes};
use crate::args::Eval;
use crate::progress::{Progress, duration};
use crate::score::{CHUNK, answer, percent};

/// What is asked about, at any angle.
trait Subject {
    fn count(&self) -> usize;
    /// What the network says to some of them, turned by so many degrees; `None` where there is nothing to see.
    fn answers(&self, engine: &CpuEngine, members: &[usize], degrees: f32) -> Result<Vec<Option<usize>>>;
    fn label(&self, member: usize) -> usize;
}

impl Subject for Digits {
    fn count(&self) -> usize {
        self.members.len()
    }

    fn answers(&self, engine: &CpuEngine, members: &[usize], degrees: f32) -> Result<Vec<Option<usize>>> {
        let members: Vec<usize> = members.iter().map(|&member| self.members[member]).collect();
        let batch = self.data.batch_at(self.part, &members, degrees);
        let logits = engine.logits(batch.images.view())?;
        logits.outer_iter().map(|logits| Ok(Some(answer(logits)?))).collect()
    }

    fn label(&self, member: usize) -> usize {
        usize::from(self.data.label(self.part, self.members[member]))
    }
}

impl Subject for drawings::Drawings {
    fn count(&self) -> usize {
        self.members.len()
    }

    fn answers(&self, engine: &CpuEngine, members: &[usize], degrees: f32) -> Result<Vec<Option<usize>>> {
        let members: Vec<usize> = members.iter().map(|&member| self.members[member]).collect();
        strokes::answers(engine, &self.drawings, &members, &|_| degrees)
    }

    fn label(&self, member: usize) -> usize {
        usize::from(self.drawings[self.members[member]].label)
    }
}

/// How it stands at one angle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct At {
    right: usize,
    /// Read as upright, right or wrong.
    kept: usize,
}

/// What came of it.
#[derive(Debug, PartialEq)]
struct Outcome {
    at: Vec<At>,
    count: usize,
    /// Read right, and read as upright, at every angle.
    all_round: At,
}

impl Outcome {
    /// `answers[angle][member]`, the first angle being 0.
    fn new(answers: &[Vec<Option<usize>>], label: impl Fn(usize) -> usize) -> Self {
        let upright = &answers[0];
        let is_right = |member: usize, answer: Option<usize>| answer == Some(label(member));
        let is_kept = |member: usize, answer: Option<usize>| answer == upright[member];
        let count = |test: &dyn Fn(usize) -> bool| (0..upright.len()).filter(|&member| test(member)).count();
        let at = answers.iter().map(|answers| At {
            right: count(&|member| is_right(member, answers[member])),
            kept: count(&|member| is_kept(member, answers[member])),
        });
        let all = |test: &dyn Fn(usize, Option<usize>) -> bool| {
            count(&|member| answers.iter().all(|answers| test(member, answers[member])))
        };
        Self { at: at.collect(), count: upright.len(), all_round: At { right: all(&is_right), kept: all(&is_kept) } }
    }

    fn sum(&self) -> At {
        self.at.iter().fold(At::default(), |sum, at| At { right: sum.right + at.right, kept: sum.kept + at.kept })
    }
}

/// A table for people, and the same as JSON.
pub(super) fn measure(args: &Eval, model: &Model, angles: u32) -> Result<(String, Value)> {
    let (subject, what, mut value): (Box<dyn Subject>, String, Value) = match &args.strokes {
        Some(path) => {
            let drawings = drawings::Drawings::read(args, path)?;
            let what = format!("drawings of {}", path.display());
            (Box::new(drawings), what, json!({ "strokes": path, "tested_writers": args.tested_writers }))
        }
        None => {
            let digits = Digits::read(args)?;
            let what = format!("{} digits", digits.name);
            let value = json!({ "data": digits.name, "about": args.about });
            (Box::new(digits), what, value)
        }
    };
    let start = Instant::now();
    let engine = CpuEngine::new(model);
    let members: Vec<usize> = (0..subject.count()).collect();
    let degrees: Vec<f32> = (0..angles).map(|step| 360.0 * step as f32 / angles as f32).collect();
    let mut progress = Progress::new(0, u64::from(angles) * members.len() as u64, REPORT_EVERY);
    let mut answers = vec![];
    for &degrees in &degrees {
        let mut here = vec![];
        for members in members.chunks(CHUNK) {
            here.extend(subject.answers(&engine, members, degrees)?);
            progress.advance(members.len() as u64, || format!("{degrees}°"));
        }
        answers.push(here);
    }
    progress.finish();
    let outcome = Outcome::new(&answers, |member| subject.label(member));
    let seconds = start.elapsed().as_secs_f64();

    let about = super::about(args, model);
    for (key, entry) in about.as_object().into_iter().flatten() {
        value[key] = entry.clone();
    }
    value["count"] = outcome.count.into();
    value["angles"] = degrees
        .iter()
        .zip(&outcome.at)
        .map(|(degrees, at)| json!({ "degrees": degrees, "right": at.right, "kept": at.kept }))
        .collect();
    value["all_round"] = json!({ "right": outcome.all_round.right, "kept": outcome.all_round.kept });
    value["seconds"] = seconds.into();
    Ok((table(args, &what, &degrees, &outcome, seconds), value))
}

fn table(args: &Eval, what: &str, degrees: &[f32], outcome: &Outcome, seconds: f64) -> String {
    let Outcome { at, count, all_round } = outcome;
    let (sum, asked) = (outcome.sum(), count * at.len());
    let mut text = format!(
        "{}: {count} {what}, each at {} angles ({})\n\n    angle     right   as upright\n",
        args.model.display(),
        at.len(),
        duration(seconds)
    );
    let mut line = |name: &str, at: At, count: usize| {
        writeln!(text, "{name:>9}  {:>8}  {:>11}", percent(at.right, count), percent(at.kept, count))
            .expect("a String takes everything");
    };
    for (degrees, at) in degrees.iter().zip(at) {
        line(&format!("{degrees}°"), *at, *count);
    }
    line("mean", sum, asked);
    line("at every", *all_round, *count);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_and_kept_are_told_apart() {
        // Three members with labels 1, 2, 3 at two angles; the second is wrong in the same way at both, the third right at first only.
        let answers = [vec![Some(1), Some(7), Some(3)], vec![Some(1), Some(7), None]];
        let outcome = Outcome::new(&answers, |member| member + 1);
        assert_eq!(outcome.at, [At { right: 2, kept: 3 }, At { right: 1, kept: 2 }]);
        assert_eq!(outcome.all_round, At { right: 1, kept: 2 });
        assert_eq!(outcome.sum(), At { right: 3, kept: 5 });
    }
}
