//! A network as a list of dispatches, and the buffers that they need.

use super::template::Constants;
use super::tiling::Machine;

/// What a program is written for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target {
    pub(crate) machine: Machine,
    /// Whether invocations of a subgroup can add among themselves.
    pub(crate) subgroups: bool,
}

/// A feature map or other intermediate: its place in [`Program::values`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Value(pub(super) usize);

/// What stands at a shader's bindings, from 1 on (0 is its parameters).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Binding {
    /// [`Program::parameters`].
    Parameters,
    /// [`Program::tables`].
    Tables,
    /// Read only.
    Read(Value),
    /// Read and written.
    Write(Value),
}

/// One dispatch.
#[derive(Clone, Debug)]
pub(super) struct Dispatch {
    /// Name of the shader file.
    pub(super) shader: &'static str,
    /// Its text, before [`template::expand`](super::template::expand).
    pub(super) source: &'static str,
    pub(super) constants: Constants,
    /// The bytes of its uniform structure.
    pub(super) params: Vec<u8>,
    pub(super) bindings: Vec<Binding>,
    /// Workgroups; along the third axis lie the samples.
    pub(super) grid: [u32; 2],
}

/// One step of a prediction.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Dispatch(Dispatch),
    /// The output of the next layer is complete.
    Show(Value),
}

/// A network as a list of dispatches.
#[derive(Clone, Debug, Default)]
pub(crate) struct Program {
    pub(super) steps: Vec<Step>,
    /// Numbers of each value, for one sample.
    pub(super) values: Vec<usize>,
    /// The parameters of the network, its encodings, and weights in the order in which shaders read them.
    pub(super) parameters: Vec<f32>,
    /// Index tables.
    pub(super) tables: Vec<u32>,
    /// The picture, standardised.
    pub(super) input: Option<Value>,
    /// The logits.
    pub(super) output: Option<Value>,
}

/// Which buffer each value lies in: values that are not alive at the same time share one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plan {
    /// Of each value.
    pub(super) buffer: Vec<usize>,
    /// Numbers of each buffer, for one sample.
    pub(super) sizes: Vec<usize>,
}

impl Program {
    /// Finds buffers for all values.
    pub(super) fn plan(&self) -> Plan {
        let mut last = vec![0; self.values.len()];
        for (at, step) in self.steps.iter().enumerate() {
            for Value(value) in used(step) {
                last[value] = at;
            }
        }
        if let Some(Value(output)) = self.output {
            last[output] = self.steps.len();
        }
        let (mut buffer, mut sizes, mut free) = (vec![usize::MAX; self.values.len()], vec![], vec![]);
        let mut place = |value: usize, buffer: &mut Vec<usize>, free: &mut Vec<usize>| {
            if buffer[value] == usize::MAX {
                buffer[value] = take(self.values[value], &mut sizes, free);
            }
        };
        if let Some(Value(input)) = self.input {
            place(input, &mut buffer, &mut free);
        }
        for (at, step) in self.steps.iter().enumerate() {
            for Value(value) in used(step) {
                place(value, &mut buffer, &mut free);
            }
            for Value(value) in used(step) {
                if last[value] == at && !free.contains(&buffer[value]) {
                    free.push(buffer[value]);
                }
            }
        }
        Plan { buffer, sizes }
    }
}

/// The values that a step reads or writes.
fn used(step: &Step) -> Vec<Value> {
    match step {
        Step::Show(value) => vec![*value],
        Step::Dispatch(dispatch) => dispatch
            .bindings
            .iter()
            .filter_map(|binding| match binding {
                Binding::Read(value) | Binding::Write(value) => Some(*value),
                Binding::Parameters | Binding::Tables => None,
            })
            .collect(),
    }
}

/// The smallest free buffer that is large enough, or the largest one made larger, or a new one.
fn take(numbers: usize, sizes: &mut Vec<usize>, free: &mut Vec<usize>) -> usize {
    let large_enough = (0..free.len()).filter(|&i| sizes[free[i]] >= numbers).min_by_key(|&i| sizes[free[i]]);
    let chosen = large_enough.or_else(|| (0..free.len()).max_by_key(|&i| sizes[free[i]]));
    match chosen {
        Some(i) => {
            let buffer = free.swap_remove(i);
            sizes[buffer] = sizes[buffer].max(numbers);
            buffer
        }
        None => {
            sizes.push(numbers);
            sizes.len() - 1
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(read: usize, write: usize) -> Step {
        Step::Dispatch(Dispatch {
            shader: "",
            source: "",
            constants: Constants::new(),
            params: vec![],
            bindings: vec![Binding::Parameters, Binding::Read(Value(read)), Binding::Write(Value(write))],
            grid: [1, 1],
        })
    }

    #[test]
    fn values_share_a_buffer_only_when_never_alive_together() {
        // 0 is used to the end, so the chain 1 → 2 → 3 → 4 alternates between two buffers.
        let steps = vec![step(0, 1), step(1, 2), step(2, 3), Step::Show(Value(3)), step(3, 4), step(0, 4)];
        let program = Program {
            steps,
            values: vec![5, 10, 20, 30, 7],
            input: Some(Value(0)),
            output: Some(Value(4)),
            ..Program::default()
        };
        let plan = program.plan();
        assert_eq!(plan.buffer, [0, 1, 2, 1, 2]);
        assert_eq!(plan.sizes, [5, 30, 20]);
    }
}
