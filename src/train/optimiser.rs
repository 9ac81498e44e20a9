//! Adam with decoupled weight decay (Loshchilov & Hutter, 2019).

/// Decay rates of the two moments.
const BETA: [f32; 2] = [0.9, 0.99];
const EPSILON: f32 = 1e-8;

/// The state of the optimiser.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AdamW {
    pub(super) first: Vec<f32>,
    pub(super) second: Vec<f32>,
    pub(super) steps: u64,
}

impl AdamW {
    pub(super) fn new(parameters: usize) -> Self {
        Self { first: vec![0.0; parameters], second: vec![0.0; parameters], steps: 0 }
    }

    /// One step; `decays[i]` says whether weight decay applies to parameter i.
    pub(super) fn step(&mut self, parameters: &mut [f32], gradient: &[f32], rate: f32, decay: f32, decays: &[bool]) {
        self.steps += 1;
        let correction = BETA.map(|b| 1.0 - f64::from(b).powi(i32::try_from(self.steps).unwrap_or(i32::MAX)) as f32);
        for i in 0..parameters.len() {
            let g = gradient[i];
            self.first[i] += (1.0 - BETA[0]) * (g - self.first[i]);
            self.second[i] += (1.0 - BETA[1]) * (g * g - self.second[i]);
            let (m, v) = (self.first[i] / correction[0], self.second[i] / correction[1]);
            if decays[i] {
                parameters[i] -= rate * decay * parameters[i];
            }
            parameters[i] -= rate * m / (v.sqrt() + EPSILON);
        }
    }
}
