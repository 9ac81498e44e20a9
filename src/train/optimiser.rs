//! Muon for the matrices of 1×1 layers, Adam for everything else; both with decoupled weight decay.
//!
//! Muon (Jordan et al., 2024) steps along the momentum's nearest orthogonal matrix, so that every direction of a matrix is learnt
//! at the same pace; its step is scaled to the size of Adam's (Liu et al., *Muon is scalable for LLM training*, 2025), so
//! that one learning rate serves both. Adam's decay is that of Loshchilov & Hutter, 2019.

use crate::backend::cpu::Isa;
use crate::backend::cpu::linear::{self, Matrix, Start};

/// Decay rates of Adam's two moments.
const BETA: [f32; 2] = [0.9, 0.99];
const EPSILON: f32 = 1e-8;

/// Decay rate of Muon's momentum.
const MOMENTUM: f32 = 0.95;

/// Root mean square of a step of Muon, in learning rates.
const STEP_SIZE: f32 = 0.2;

/// How a parameter tensor is stepped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Rule {
    /// A matrix, by Muon, with weight decay.
    Muon { rows: usize, cols: usize },
    /// Numbers one by one, by Adam.
    Adam { decays: bool },
}

/// A parameter tensor: where it begins in the flat list, how long it is, and its rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Slot {
    pub(super) offset: usize,
    pub(super) len: usize,
    pub(super) rule: Rule,
}

/// The state of the optimiser.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Optimiser {
    /// Adam's first moment, Muon's momentum.
    pub(super) first: Vec<f32>,
    /// Adam's second moment.
    pub(super) second: Vec<f32>,
    pub(super) steps: u64,
}

impl Optimiser {
    pub(super) fn new(parameters: usize) -> Self {
        Self { first: vec![0.0; parameters], second: vec![0.0; parameters], steps: 0 }
    }

    /// One step; the slots cover all parameters.
    pub(super) fn step(&mut self, parameters: &mut [f32], gradient: &[f32], rate: f32, decay: f32, slots: &[Slot]) {
        self.steps += 1;
        let correction = BETA.map(|b| 1.0 - f64::from(b).powi(i32::try_from(self.steps).unwrap_or(i32::MAX)) as f32);
        for slot in slots {
            let range = slot.offset..slot.offset + slot.len;
            let (x, g) = (&mut parameters[range.clone()], &gradient[range.clone()]);
            let (first, second) = (&mut self.first[range.clone()], &mut self.second[range]);
            match slot.rule {
                Rule::Muon { rows, cols } => muon(x, g, first, rate, decay, [rows, cols]),
                Rule::Adam { decays } => adam(x, g, first, second, rate, if decays { decay } else { 0.0 }, correction),
            }
        }
    }
}

fn adam(
    x: &mut [f32],
    gradient: &[f32],
    first: &mut [f32],
    second: &mut [f32],
    rate: f32,
    decay: f32,
    correction: [f32; 2],
) {
    for i in 0..x.len() {
        let g = gradient[i];
        first[i] += (1.0 - BETA[0]) * (g - first[i]);
        second[i] += (1.0 - BETA[1]) * (g * g - second[i]);
        let (m, v) = (first[i] / correction[0], second[i] / correction[1]);
        x[i] -= rate * (decay * x[i] + m / (v.sqrt() + EPSILON));
    }
}

fn muon(x: &mut [f32], gradient: &[f32], momentum: &mut [f32], rate: f32, decay: f32, [rows, cols]: [usize; 2]) {
    // Nesterov's momentum: the step looks one gradient ahead.
    let ahead: Vec<f32> = momentum
        .iter_mut()
        .zip(gradient)
        .map(|(m, g)| {
            *m = MOMENTUM * *m + (1.0 - MOMENTUM) * g;
            MOMENTUM * *m + (1.0 - MOMENTUM) * g
        })
        .collect();
    let step = orthogonal(&ahead, rows, cols);
    let size = STEP_SIZE * (rows.max(cols) as f32).sqrt();
    for (x, step) in x.iter_mut().zip(step) {
        *x -= rate * (decay * *x + size * step);
    }
}

/// An approximation of the nearest orthogonal matrix, U Vᵀ of `U S Vᵀ`: singular values come to lie between 0.7 and 1.2.
///
/// Five Newton–Schulz steps `X ← a X + (b XXᵀ + c (XXᵀ)²) X` with the coefficients of Jordan et al.
///
/// # Shapes
/// - matrix: [rows, cols]
/// - returns: the same shape; zero for zero
fn orthogonal(matrix: &[f32], rows: usize, cols: usize) -> Vec<f32> {
    const COEFFICIENTS: [f32; 3] = [3.4445, -4.775, 2.0315];
    const STEPS: usize = 5;
    // The products are of the size of the shorter side.
    let flat = rows > cols;
    let (short, long) = (rows.min(cols), rows.max(cols));
    let norm = matrix.iter().map(|x| x * x).sum::<f32>().sqrt() + 1e-20;
    let mut x: Vec<f32> = if flat {
        (0..short * long).map(|i| matrix[(i % long) * cols + i / long] / norm).collect()
    } else {
        matrix.iter().map(|x| x / norm).collect()
    };
    let [a, b, c] = COEFFICIENTS;
    for _ in 0..STEPS {
        let mut gram = vec![0.0; short * short];
        linear::weight_gradient(Isa::best(), &x, &x, long, [short, short], short, &mut gram);
        let squared = product(&gram, &gram, short);
        let polynomial: Vec<f32> = gram.iter().zip(squared).map(|(g, s)| b * g + c * s).collect();
        let moved = product(&polynomial, &x, short);
        for (x, m) in x.iter_mut().zip(moved) {
            *x = a * *x + m;
        }
    }
    if flat { (0..rows * cols).map(|i| x[(i % cols) * long + i / cols]).collect() } else { x }
}

/// `[n, n] × [n, m]`
fn product(left: &[f32], right: &[f32], n: usize) -> Vec<f32> {
    let mut out = vec![0.0; right.len()];
    linear::multiply(Isa::best(), Matrix::new(left, n, n), right, right.len() / n, Start::Zero, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orthogonal_keeps_directions_and_evens_out_their_sizes() {
        // A = U S Vᵀ with rotations by 0.3 and 1.1 and singular values 5 and 0.1: U Vᵀ is the rotation by 0.3 − 1.1.
        let rotation = |t: f32| [t.cos(), -t.sin(), t.sin(), t.cos()];
        let stretched: Vec<f32> = product(&rotation(0.3), &[5.0, 0.0, 0.0, 0.1], 2);
        let matrix = product(&stretched, &rotation(-1.1), 2);
        let out = orthogonal(&matrix, 2, 2);
        let expected = rotation(0.3 - 1.1);
        for (x, y) in out.iter().zip(expected) {
            assert!((x - y).abs() < 0.35, "{out:?} {expected:?}");
        }
        assert!(orthogonal(&[0.0; 6], 2, 3).iter().all(|x| *x == 0.0));
    }

    #[test]
    fn orthogonal_of_the_transpose_is_the_transpose() {
        let matrix: Vec<f32> = (0..15).map(|i| ((i * 7 + 3) % 11) as f32 - 5.0).collect();
        let transposed: Vec<f32> = (0..15).map(|i| matrix[(i % 5) * 3 + i / 5]).collect();
        let (tall, wide) = (orthogonal(&matrix, 5, 3), orthogonal(&transposed, 3, 5));
        for i in 0..15 {
            assert!((tall[(i % 5) * 3 + i / 5] - wide[i]).abs() < 1e-5);
        }
        let gram: Vec<f32> = (0..9).map(|i| (0..5).map(|k| tall[k * 3 + i / 3] * tall[k * 3 + i % 3]).sum()).collect();
        for (i, x) in gram.iter().enumerate() {
            let expected = if i % 4 == 0 { 0.5..1.5 } else { -0.2..0.2 };
            assert!(expected.contains(x), "{gram:?}");
        }
    }

    #[test]
    fn both_rules_find_the_lowest_point() {
        let target: Vec<f32> = (0..8).map(|i| (i as f32 - 3.5) * 0.3).collect();
        for rule in [Rule::Muon { rows: 2, cols: 4 }, Rule::Adam { decays: false }] {
            let slots = [Slot { offset: 0, len: 8, rule }];
            let mut optimiser = Optimiser::new(8);
            let mut x = vec![0.0; 8];
            for step in 0..400 {
                let gradient: Vec<f32> = x.iter().zip(&target).map(|(x, t)| x - t).collect();
                optimiser.step(&mut x, &gradient, 0.1 * (1.0 - step as f32 / 400.0), 0.0, &slots);
            }
            for (x, t) in x.iter().zip(&target) {
                assert!((x - t).abs() < 0.02, "{rule:?}: {x} {t}");
            }
        }
    }

    /// Numbers computed in float64 by `tests/fixtures/optimiser/ten_steps.py`.
    fn fixture() -> serde_json::Value {
        serde_json::from_str(include_str!("../../tests/fixtures/optimiser/ten_steps.json")).unwrap()
    }

    fn numbers(lists: &serde_json::Value) -> Vec<f32> {
        let lists: Vec<Vec<f64>> = serde_json::from_value(lists.clone()).unwrap();
        lists.into_iter().flatten().map(|x| x as f32).collect()
    }

    /// The largest difference from the fixture's weights over its ten steps, in learning rates; NaN if there is one.
    fn difference_from_fixture(change: impl Fn(&mut Slot)) -> f32 {
        let fixture = fixture();
        let number = |value: &serde_json::Value| value.as_f64().unwrap() as f32;
        let recipe = |name: &str| number(&fixture["recipe"][name]);
        let (mut slots, mut x) = (vec![], vec![]);
        for tensor in fixture["tensors"].as_array().unwrap() {
            let [rows, cols] = ["rows", "cols"].map(|side| tensor[side].as_u64().unwrap() as usize);
            let rule = match tensor["rule"].as_str() {
                Some("muon") => Rule::Muon { rows, cols },
                Some("adam") => Rule::Adam { decays: tensor["decays"].as_bool().unwrap() },
                other => panic!("no such rule: {other:?}"),
            };
            let mut slot = Slot { offset: x.len(), len: rows * cols, rule };
            change(&mut slot);
            slots.push(slot);
            x.extend(numbers(&serde_json::json!([tensor["start"]])));
        }
        let steps = fixture["steps"].as_array().unwrap();
        assert_eq!((slots.len(), steps.len()), (6, 10));
        let mut optimiser = Optimiser::new(x.len());
        let mut worst = 0.0;
        for step in steps {
            let shrink = (recipe("clip") / number(&step["norm"])).min(1.0);
            let gradient: Vec<f32> = numbers(&step["gradients"]).iter().map(|g| g * shrink).collect();
            optimiser.step(&mut x, &gradient, number(&step["rate"]), recipe("weight_decay"), &slots);
            for (x, expected) in x.iter().zip(numbers(&step["after"])) {
                let difference = (x - expected).abs() / recipe("learning_rate");
                if difference > worst || difference.is_nan() {
                    worst = difference;
                }
            }
        }
        worst
    }

    /// A step is about one learning rate, 0.02 there; f32 rounds the last bits of weights up to 1 ten times, and Newton–Schulz steps
    /// make 400 times as much of what is rounded in the directions that the gradient hardly has.
    const FIXTURE: f32 = 1e-4;

    #[test]
    fn ten_steps_match_those_computed_elsewhere() {
        let difference = difference_from_fixture(|_| ());
        assert!(difference <= FIXTURE, "{difference:e}");
    }

    #[test]
    fn another_rule_or_shape_does_not_match() {
        let adam = difference_from_fixture(|slot| slot.rule = Rule::Adam { decays: true });
        let decays_not = difference_from_fixture(|slot| {
            if let Rule::Adam { decays } = &mut slot.rule {
                *decays = false;
            }
        });
        let transposed = difference_from_fixture(|slot| {
            if let Rule::Muon { rows, cols } = &mut slot.rule {
                std::mem::swap(rows, cols);
            }
        });
        for difference in [adam, decays_not, transposed] {
            assert!(difference > 100.0 * FIXTURE, "{difference:e}");
        }
    }
}
