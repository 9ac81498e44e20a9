//! How far a network's layers and answers are from equivariance under the symmetries of the pixel grid.

use anyhow::Result;
use gsa_net::symmetry::{self, GridSymmetry};
use gsa_net::{CpuEngine, Model};
use ndarray::{Array5, ArrayView5, Axis};
use serde_json::{Value, json};

use super::{Digits, REPORT_EVERY};
use crate::args::Eval;
use crate::progress::Progress;
use crate::score::answer;

/// Digits whose maps are held at once.
const CHUNK: usize = 16;

/// |f(g x) − g f(x)| / |f(x)| over digits and symmetries.
#[derive(Clone, Copy, Debug, Default)]
struct ErrorTally {
    sum: f64,
    count: usize,
    largest: f64,
}

impl ErrorTally {
    fn add(&mut self, error: f32) {
        let error = f64::from(error);
        self.sum += error;
        self.count += 1;
        // `max` would drop a NaN.
        self.largest = if error > self.largest || error.is_nan() { error } else { self.largest };
    }

    fn mean(&self) -> f64 {
        self.sum / self.count as f64
    }
}

/// Quarter turns, and where the network's group has mirrors, these too. A network without turns is asked about them all the same,
/// for comparison.
fn symmetries(model: &Model) -> Vec<GridSymmetry> {
    let mirrors = model.config.group().has_mirrors();
    GridSymmetry::all().filter(|g| (mirrors || !g.mirror) && (g.mirror || g.quarter_turns > 0)).collect()
}

/// A table for people, and the same as JSON.
pub(super) fn measure(args: &Eval, model: &Model) -> Result<(String, Value)> {
    let Digits { data, part, name, members } = Digits::read(args)?;
    let (engine, group, symmetries) = (CpuEngine::new(model), model.config.group(), symmetries(model));
    let mut names = model.config.layer_names();
    names.push("logits".into());
    let mut errors = vec![ErrorTally::default(); names.len()];
    let (mut changed, mut asked) = (0, 0);
    let mut progress = Progress::new(0, members.len() as u64, REPORT_EVERY);
    for members in members.chunks(CHUNK) {
        let images = data.fixed_batch(part, members).images;
        let still = engine.trace(images.view())?;
        for &g in &symmetries {
            let moved = engine.trace(symmetry::act_on_image(g, images.view()).view())?;
            for (error, (moved, still)) in errors.iter_mut().zip(moved.layers.iter().zip(&still.layers)) {
                let expected = symmetry::act_on_features(g, &group, still.view())?;
                each(moved, &expected, |moved, expected| {
                    error.add(symmetry::relative_difference(moved, expected)?);
                    Ok(())
                })?;
            }
            let [logits, logits_still] = [&moved.logits, &still.logits].map(|logits| {
                let (count, classes) = logits.dim();
                logits.to_shape((count, classes, 1, 1, 1)).expect("as many numbers").into_owned()
            });
            let error = errors.last_mut().expect("logits are the last");
            each(&logits, &logits_still, |moved, still| {
                error.add(symmetry::relative_difference(moved, still)?);
                Ok(())
            })?;
            for (moved, still) in moved.logits.outer_iter().zip(still.logits.outer_iter()) {
                changed += usize::from(answer(moved)? != answer(still)?);
                asked += 1;
            }
        }
        progress.advance(members.len() as u64, || format!("{:.1e}", errors.last().map_or(0.0, ErrorTally::mean)));
    }
    progress.finish();
    let mut value = super::about(args, model);
    value["data"] = name.into();
    value["about"] = json!(args.about);
    value["count"] = members.len().into();
    value["symmetries"] = symmetries.len().into();
    value["layers"] = names
        .iter()
        .zip(&errors)
        .map(|(name, error)| json!({ "name": name, "mean_error": error.mean(), "largest_error": error.largest }))
        .collect();
    value["answers"] = asked.into();
    value["answers_changed"] = changed.into();
    let mut text = format!(
        "{}: |f(g x) − g f(x)| / |f(x)| for {} {name} digits and {} symmetries of the pixel grid\n\n{:<12}{:>12}{:>12}\n",
        args.model.display(),
        members.len(),
        symmetries.len(),
        "layer",
        "mean",
        "largest"
    );
    for (name, error) in names.iter().zip(&errors) {
        text += &format!("{name:<12}{:>12.2e}{:>12.2e}\n", error.mean(), error.largest);
    }
    text += &format!("\nother answers: {changed} of {asked}\n");
    Ok((text, value))
}

/// Calls `f` with each sample of two batches.
fn each(
    a: &Array5<f32>,
    b: &Array5<f32>,
    mut f: impl FnMut(ArrayView5<'_, f32>, ArrayView5<'_, f32>) -> Result<()>,
) -> Result<()> {
    a.axis_chunks_iter(Axis(0), 1).zip(b.axis_chunks_iter(Axis(0), 1)).try_for_each(|(a, b)| f(a, b))
}

#[cfg(test)]
mod tests {
    use gsa_net::Config;

    use super::*;

    #[test]
    fn networks_are_asked_about_turns_and_about_mirrors_where_they_have_them() {
        for (name, count) in [("z2_sa", 3), ("r4_sa", 3), ("r4m_sa", 7), ("z2m_sa", 7)] {
            let model = Model::random(Config::named(name).unwrap(), 1);
            assert_eq!(symmetries(&model).len(), count, "{name}");
        }
    }

    #[test]
    fn an_error_that_is_no_number_stays() {
        let mut error = ErrorTally::default();
        [0.5, f32::NAN, 0.25].into_iter().for_each(|x| error.add(x));
        assert!(error.largest.is_nan() && error.mean().is_nan());
    }
}
