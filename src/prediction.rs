//! From logits to an answer.

use crate::error::{Error, Result};

/// What a network says of one picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Prediction {
    /// The most probable class.
    pub digit: usize,
    /// One number per class.
    pub logits: Vec<f32>,
    /// Their softmax.
    pub probabilities: Vec<f32>,
}

impl Prediction {
    /// The first of the largest logits wins.
    ///
    /// # Errors
    /// [`Error::Input`] for logits that are not finite: pixels or weights were too large to compute with.
    pub fn from_logits(logits: &[f32]) -> Result<Self> {
        if !logits.iter().all(|x| x.is_finite()) {
            return Err(Error::Input(
                "the answer is not a number: pixels or weights of the network are too large".into(),
            ));
        }
        let digit = (0..logits.len()).rev().max_by(|a, b| logits[*a].total_cmp(&logits[*b])).unwrap_or(0);
        Ok(Self { digit, logits: logits.to_vec(), probabilities: softmax(logits) })
    }
}

/// `e^x / Σ e^x`, safe for large numbers.
///
/// ```
/// let p = gsa_net::softmax(&[1000.0, 1000.0]);
/// assert_eq!(p, [0.5, 0.5]);
/// ```
pub fn softmax(logits: &[f32]) -> Vec<f32> {
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f32> = logits.iter().map(|x| (x - largest).exp()).collect();
    let total: f32 = powers.iter().sum();
    powers.into_iter().map(|x| x / total).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_the_largest_wins() {
        assert_eq!(Prediction::from_logits(&[0.0, 2.0, -1.0, 2.0]).unwrap().digit, 1);
        assert_eq!(Prediction::from_logits(&[-5.0]).unwrap().digit, 0);
    }

    #[test]
    fn what_is_no_number_is_no_answer() {
        for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
            assert!(Prediction::from_logits(&[0.0, bad, 1.0]).is_err(), "{bad}");
        }
    }
}
