//! From logits to numbers that people compare.

use anyhow::Result;
use gsa_net::{CpuEngine, Prediction, train};
use ndarray::{ArrayView1, ArrayView2, ArrayView4, Axis};

/// Pictures answered at once where many are: enough for all cores, little memory.
pub(crate) const CHUNK: usize = 64;

/// Sums over answered pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Score {
    pub(crate) count: usize,
    pub(crate) correct: usize,
    /// Sum of the cross entropies.
    pub(crate) loss: f64,
}

impl Score {
    /// Adds the answers to some pictures.
    ///
    /// # Shapes
    /// - logits: `[B, classes]`
    pub(crate) fn add(&mut self, logits: ArrayView2<f32>, labels: &[u8]) -> Result<()> {
        for (logits, &label) in logits.outer_iter().zip(labels) {
            self.count += 1;
            self.correct += usize::from(answer(logits)? == usize::from(label));
            self.loss += cross_entropy(logits, usize::from(label));
        }
        Ok(())
    }

    /// In 0..=1.
    pub(crate) fn accuracy(&self) -> f64 {
        self.correct as f64 / self.count as f64
    }

    /// Per picture.
    pub(crate) fn mean_loss(&self) -> f64 {
        self.loss / self.count as f64
    }
}

/// Answers pictures in pieces; between pieces `go_on` is told how many came, and may stop it.
///
/// # Shapes
/// - images: `[B, C, H, W]`
///
/// # Returns
/// `None` when it was stopped.
pub(crate) fn score(
    engine: &CpuEngine,
    images: ArrayView4<f32>,
    labels: &[u8],
    mut go_on: impl FnMut(usize) -> bool,
) -> Result<Option<Score>> {
    let mut score = Score::default();
    for (images, labels) in images.axis_chunks_iter(Axis(0), CHUNK).zip(labels.chunks(CHUNK)) {
        score.add(engine.logits(images)?.view(), labels)?;
        if !go_on(labels.len()) {
            return Ok(None);
        }
    }
    Ok(Some(score))
}

/// The class that the network answers with; an error where its logits are no numbers.
pub(crate) fn answer(logits: ArrayView1<f32>) -> gsa_net::Result<usize> {
    Ok(Prediction::from_logits(&logits.to_vec())?.digit)
}

fn cross_entropy(logits: ArrayView1<f32>, label: usize) -> f64 {
    let logits = logits.mapv(f64::from).to_vec();
    train::cross_entropy(&logits, label, 0.0, &mut vec![0.0; logits.len()])
}

/// `97.46 %`.
pub(crate) fn percent(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "–".into();
    }
    format!("{:.2} %", part as f64 / whole as f64 * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn score_counts_and_sums() {
        let mut score = Score::default();
        score.add(array![[0.0, 0.0], [1000.0, -1000.0], [-1.0, 2.0]].view(), &[0, 0, 0]).unwrap();
        assert!(Score::default().add(array![[0.0, f32::NAN]].view(), &[0]).is_err());
        assert_eq!((score.count, score.correct), (3, 2));
        let expected = 2f64.ln() + 0.0 + (3.0 + (-3f64).exp().ln_1p());
        assert!((score.loss - expected).abs() < 1e-12, "{} {expected}", score.loss);
    }

    #[test]
    fn percent_of_nothing_is_a_dash() {
        assert_eq!(percent(1, 3), "33.33 %");
        assert_eq!(percent(0, 0), "–");
    }
}
