//! A program made ready to run: pipelines, buffers and bind groups, made once and used for every prediction.

use std::collections::BTreeMap;

use super::device::{Gpu, failed};
use super::program::{Binding, Dispatch, Plan, Program, Step, Value};
use super::template;
use crate::error::Result;

/// Changes the text of a shader, given its name and that text.
pub type Tamper<'t> = &'t dyn Fn(&str, String) -> String;

/// Distance of two uniform structures in their buffer; the largest alignment that WebGPU may ask for.
const UNIFORM_STRIDE: u64 = 256;

/// Bytes that the buffers of one run of several samples may take; batches beyond it are cut.
const BATCH_BYTES: usize = 32 << 20;

/// Pipelines and constant buffers of a program.
#[derive(Debug)]
pub(super) struct Compiled {
    pub(super) program: Program,
    plan: Plan,
    /// Of each dispatch.
    pipelines: Vec<wgpu::ComputePipeline>,
    parameters: wgpu::Buffer,
    tables: wgpu::Buffer,
    uniforms: wgpu::Buffer,
    /// Numbers of each layer shown.
    pub(super) shown: Vec<usize>,
}

/// Buffers for a number of samples.
#[derive(Debug)]
pub(super) struct Buffers {
    /// Samples of one run.
    capacity: usize,
    pub(super) extent: Extent,
    values: Vec<wgpu::Buffer>,
    /// Of each dispatch.
    groups: Vec<wgpu::BindGroup>,
    /// All pictures of a batch.
    pub(super) input: wgpu::Buffer,
    /// Two timestamps, all logits, and where they are asked for the outputs of all layers.
    pub(super) staging: wgpu::Buffer,
    timestamps: Option<(wgpu::QuerySet, wgpu::Buffer)>,
}

/// The largest predictions that buffers serve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Extent {
    /// Samples.
    batch: usize,
    /// Samples where the outputs of all layers are asked for too.
    traced: usize,
}

impl Extent {
    /// Of one prediction.
    pub(super) fn of(batch: usize, traced: bool) -> Self {
        Self { batch, traced: if traced { batch } else { 0 } }
    }

    /// What serves both.
    pub(super) fn and(self, other: Self) -> Self {
        Self { batch: self.batch.max(other.batch), traced: self.traced.max(other.traced) }
    }

    /// Whether what serves this serves the other too.
    pub(super) fn covers(self, other: Self) -> bool {
        self.and(other) == self
    }
}

/// Bytes of the two timestamps at the start of the staging buffer.
pub(super) const TIMESTAMPS: u64 = 16;

fn buffer(gpu: &Gpu, label: &str, bytes: u64, usage: wgpu::BufferUsages) -> wgpu::Buffer {
    gpu.device.create_buffer(&wgpu::BufferDescriptor {
        label: Some(label),
        size: bytes,
        usage,
        mapped_at_creation: false,
    })
}

/// A buffer with a content that stays.
fn constant(gpu: &Gpu, label: &str, content: &[u8], usage: wgpu::BufferUsages) -> wgpu::Buffer {
    let buffer = buffer(gpu, label, (content.len() as u64).max(16), usage | wgpu::BufferUsages::COPY_DST);
    gpu.queue.write_buffer(&buffer, 0, content);
    buffer
}

fn bytes(numbers: usize) -> u64 {
    4 * numbers as u64
}

/// Runs `f` and fails with what the card says of it.
pub(super) async fn checked<R>(gpu: &Gpu, f: impl FnOnce() -> R) -> Result<R> {
    let memory = gpu.device.push_error_scope(wgpu::ErrorFilter::OutOfMemory);
    let validation = gpu.device.push_error_scope(wgpu::ErrorFilter::Validation);
    let result = f();
    // Both are popped before either is waited for.
    let (validation, memory) = (validation.pop(), memory.pop());
    if let Some(error) = [validation.await, memory.await].into_iter().flatten().next() {
        return Err(failed(error));
    }
    gpu.check()?;
    Ok(result)
}

impl Compiled {
    pub(super) fn dispatches(program: &Program) -> impl Iterator<Item = &Dispatch> {
        program.steps.iter().filter_map(|step| match step {
            Step::Dispatch(dispatch) => Some(dispatch),
            Step::Show(_) => None,
        })
    }

    pub(super) fn new(gpu: &Gpu, program: Program, tamper: Option<Tamper<'_>>) -> Self {
        let plan = program.plan();
        let mut known = BTreeMap::new();
        let mut uniforms = vec![];
        let mut pipelines = vec![];
        for dispatch in Self::dispatches(&program) {
            let start = uniforms.len();
            uniforms.extend(&dispatch.params);
            uniforms.resize(start + UNIFORM_STRIDE as usize, 0);
            let source = template::expand(dispatch.source, &dispatch.constants);
            let source = tamper.map_or_else(|| source.clone(), |tamper| tamper(dispatch.shader, source.clone()));
            let pipeline = known.entry(source).or_insert_with_key(|source| pipeline(gpu, dispatch, source)).clone();
            pipelines.push(pipeline);
        }
        let storage = wgpu::BufferUsages::STORAGE;
        let parameters = constant(gpu, "gsa.parameters", bytemuck::cast_slice(&program.parameters), storage);
        let tables = constant(gpu, "gsa.tables", bytemuck::cast_slice(&program.tables), storage);
        let uniforms = constant(gpu, "gsa.uniforms", &uniforms, wgpu::BufferUsages::UNIFORM);
        let shown = program.steps.iter().filter_map(|step| match step {
            Step::Show(Value(value)) => Some(program.values[*value]),
            Step::Dispatch(_) => None,
        });
        let shown = shown.collect();
        Self { program, plan, pipelines, parameters, tables, uniforms, shown }
    }

    fn numbers(&self, value: Option<Value>) -> usize {
        value.map_or(0, |Value(value)| self.program.values[value])
    }

    /// Numbers of one picture.
    pub(super) fn input_numbers(&self) -> usize {
        self.numbers(self.program.input)
    }

    /// Numbers of one answer.
    pub(super) fn output_numbers(&self) -> usize {
        self.numbers(self.program.output)
    }

    /// Bytes that one sample's buffers take.
    fn sample_bytes(&self) -> usize {
        4 * self.plan.sizes.iter().sum::<usize>()
    }

    /// Bytes of the buffers that every prediction uses.
    pub(super) fn constant_bytes(&self) -> u64 {
        self.parameters.size() + self.tables.size() + self.uniforms.size()
    }

    /// The largest buffer that one sample needs, in bytes.
    pub(super) fn largest_binding(&self) -> u64 {
        let values = self.plan.sizes.iter().copied().max().unwrap_or(0);
        bytes(values).max(self.parameters.size()).max(self.tables.size())
    }

    /// Bytes of a prediction's answer.
    pub(super) fn staging_bytes(&self, batch: usize, traced: bool) -> u64 {
        let layers = if traced { self.shown.iter().sum() } else { 0 };
        TIMESTAMPS + bytes(batch * (self.output_numbers() + layers))
    }

    pub(super) fn buffers(&self, gpu: &Gpu, extent: Extent) -> Buffers {
        use wgpu::BufferUsages as Usage;
        let batch = extent.batch;
        let capacity = (BATCH_BYTES / self.sample_bytes().max(1)).clamp(1, batch);
        let usage = Usage::STORAGE | Usage::COPY_SRC | Usage::COPY_DST;
        let values: Vec<wgpu::Buffer> = (self.plan.sizes.iter())
            .map(|size| buffer(gpu, "gsa.value", bytes(size * capacity).max(16), usage))
            .collect();
        let groups = Self::dispatches(&self.program)
            .zip(&self.pipelines)
            .enumerate()
            .map(|(at, (dispatch, pipeline))| self.group(gpu, at, dispatch, pipeline, &values))
            .collect();
        let input = buffer(gpu, "gsa.input", bytes(batch * self.input_numbers()), Usage::COPY_SRC | Usage::COPY_DST);
        let staging = self.staging_bytes(batch, false).max(self.staging_bytes(extent.traced, true));
        let staging = buffer(gpu, "gsa.staging", staging, Usage::MAP_READ | Usage::COPY_DST);
        let timestamps = gpu.adapter().has_timestamps.then(|| {
            let descriptor =
                wgpu::QuerySetDescriptor { label: Some("gsa.timestamps"), ty: wgpu::QueryType::Timestamp, count: 2 };
            let resolved = buffer(gpu, "gsa.timestamps", TIMESTAMPS, Usage::QUERY_RESOLVE | Usage::COPY_SRC);
            (gpu.device.create_query_set(&descriptor), resolved)
        });
        Buffers { capacity, extent, values, groups, input, staging, timestamps }
    }

    fn group(
        &self,
        gpu: &Gpu,
        at: usize,
        dispatch: &Dispatch,
        pipeline: &wgpu::ComputePipeline,
        values: &[wgpu::Buffer],
    ) -> wgpu::BindGroup {
        let uniform = wgpu::BindingResource::Buffer(wgpu::BufferBinding {
            buffer: &self.uniforms,
            offset: at as u64 * UNIFORM_STRIDE,
            size: wgpu::BufferSize::new(dispatch.params.len().next_multiple_of(16) as u64),
        });
        let resources = dispatch.bindings.iter().map(|binding| match binding {
            Binding::Parameters => self.parameters.as_entire_binding(),
            Binding::Tables => self.tables.as_entire_binding(),
            Binding::Read(Value(value)) | Binding::Write(Value(value)) => {
                values[self.plan.buffer[*value]].as_entire_binding()
            }
        });
        let entries: Vec<_> = std::iter::once(uniform)
            .chain(resources)
            .zip(0..)
            .map(|(resource, binding)| wgpu::BindGroupEntry { binding, resource })
            .collect();
        let label = format!("gsa.{}", dispatch.shader);
        gpu.device.create_bind_group(&wgpu::BindGroupDescriptor {
            label: Some(&label),
            layout: &pipeline.get_bind_group_layout(0),
            entries: &entries,
        })
    }

    /// The commands of one prediction: everything from the pictures to the answer in the staging buffer, where `traced` with
    /// the outputs of all layers.
    pub(super) fn encode(&self, gpu: &Gpu, buffers: &Buffers, batch: usize, traced: bool) -> wgpu::CommandBuffer {
        let mut encoder = gpu.device.create_command_encoder(&wgpu::CommandEncoderDescriptor { label: Some("gsa") });
        let [input, output] = [self.program.input, self.program.output]
            .map(|value| value.map(|Value(value)| &buffers.values[self.plan.buffer[value]]));
        let (Some(input), Some(output)) = (input, output) else { return encoder.finish() };
        let runs = batch.div_ceil(buffers.capacity);
        let last = self.program.steps.iter().rposition(|step| matches!(step, Step::Dispatch(_)));
        for run in 0..runs {
            let first = run * buffers.capacity;
            let samples = buffers.capacity.min(batch - first);
            let picture = self.input_numbers();
            encoder.copy_buffer_to_buffer(&buffers.input, bytes(first * picture), input, 0, bytes(samples * picture));
            let (mut steps, mut dispatched, mut layer) = (0, 0, 0);
            while steps < self.program.steps.len() {
                let start = steps;
                // Copies interrupt a pass, and there are none where nobody asks for layers.
                while let Some(step) = self.program.steps.get(steps) {
                    if traced && matches!(step, Step::Show(_)) {
                        break;
                    }
                    steps += 1;
                }
                let is_first = run == 0 && start == 0;
                let is_last = run + 1 == runs && last.is_some_and(|last| (start..steps).contains(&last));
                if steps > start {
                    let timestamp_writes =
                        (buffers.timestamps.as_ref().filter(|_| is_first || is_last)).map(|(query_set, _)| {
                            wgpu::ComputePassTimestampWrites {
                                query_set,
                                beginning_of_pass_write_index: is_first.then_some(0),
                                end_of_pass_write_index: is_last.then_some(1),
                            }
                        });
                    let mut pass = encoder
                        .begin_compute_pass(&wgpu::ComputePassDescriptor { label: Some("gsa"), timestamp_writes });
                    for step in &self.program.steps[start..steps] {
                        if let Step::Dispatch(dispatch) = step {
                            pass.set_pipeline(&self.pipelines[dispatched]);
                            pass.set_bind_group(0, &buffers.groups[dispatched], &[]);
                            let [x, y] = dispatch.grid;
                            pass.dispatch_workgroups(x, y, samples as u32);
                            dispatched += 1;
                        }
                    }
                }
                if let Some(Step::Show(Value(value))) = self.program.steps.get(steps) {
                    let numbers = self.shown[layer];
                    let before = self.shown[..layer].iter().sum::<usize>() + self.output_numbers();
                    let target = TIMESTAMPS + bytes(batch * before + first * numbers);
                    let source = &buffers.values[self.plan.buffer[*value]];
                    encoder.copy_buffer_to_buffer(source, 0, &buffers.staging, target, bytes(samples * numbers));
                    layer += 1;
                    steps += 1;
                }
            }
            let answer = self.output_numbers();
            let target = TIMESTAMPS + bytes(first * answer);
            encoder.copy_buffer_to_buffer(output, 0, &buffers.staging, target, bytes(samples * answer));
        }
        if let Some((query_set, resolved)) = &buffers.timestamps {
            encoder.resolve_query_set(query_set, 0..2, resolved, 0);
            encoder.copy_buffer_to_buffer(resolved, 0, &buffers.staging, 0, TIMESTAMPS);
        }
        encoder.finish()
    }

    /// Gives the constant buffers back to the card.
    pub(super) fn destroy(&self) {
        for buffer in [&self.parameters, &self.tables, &self.uniforms] {
            buffer.destroy();
        }
    }
}

impl Buffers {
    pub(super) fn bytes(&self) -> u64 {
        let fixed = self.input.size() + self.staging.size();
        let timestamps = self.timestamps.as_ref().map_or(0, |(_, resolved)| resolved.size());
        self.values.iter().map(wgpu::Buffer::size).sum::<u64>() + fixed + timestamps
    }

    pub(super) fn has_timestamps(&self) -> bool {
        self.timestamps.is_some()
    }

    /// Gives the memory back to the card at once, rather than when a collector comes by.
    pub(super) fn destroy(&self) {
        for buffer in self.values.iter().chain([&self.input, &self.staging]) {
            buffer.destroy();
        }
        if let Some((query_set, resolved)) = &self.timestamps {
            query_set.destroy();
            resolved.destroy();
        }
    }
}

fn pipeline(gpu: &Gpu, dispatch: &Dispatch, source: &str) -> wgpu::ComputePipeline {
    let label = format!("gsa.{}", dispatch.shader);
    let kind = |at: usize| match dispatch.bindings.get(at.wrapping_sub(1)) {
        None => wgpu::BufferBindingType::Uniform,
        Some(binding) => wgpu::BufferBindingType::Storage { read_only: !matches!(binding, Binding::Write(_)) },
    };
    let entries: Vec<_> = (0..=dispatch.bindings.len())
        .map(|at| wgpu::BindGroupLayoutEntry {
            binding: at as u32,
            visibility: wgpu::ShaderStages::COMPUTE,
            ty: wgpu::BindingType::Buffer { ty: kind(at), has_dynamic_offset: false, min_binding_size: None },
            count: None,
        })
        .collect();
    let descriptor = wgpu::BindGroupLayoutDescriptor { label: Some(&label), entries: &entries };
    let layout = gpu.device.create_bind_group_layout(&descriptor);
    let layout = gpu.device.create_pipeline_layout(&wgpu::PipelineLayoutDescriptor {
        label: Some(&label),
        bind_group_layouts: &[Some(&layout)],
        ..wgpu::PipelineLayoutDescriptor::default()
    });
    let module = gpu.device.create_shader_module(wgpu::ShaderModuleDescriptor {
        label: Some(&label),
        source: wgpu::ShaderSource::Wgsl(source.into()),
    });
    gpu.device.create_compute_pipeline(&wgpu::ComputePipelineDescriptor {
        label: Some(&label),
        layout: Some(&layout),
        module: &module,
        entry_point: Some("main"),
        compilation_options: wgpu::PipelineCompilationOptions::default(),
        cache: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_extent_covers_what_it_was_made_of_and_nothing_larger() {
        let extent = Extent::of(24, false).and(Extent::of(2, true));
        for (batch, traced, covered) in
            [(24, false, true), (1, true, true), (2, true, true), (3, true, false), (25, false, false)]
        {
            assert_eq!(extent.covers(Extent::of(batch, traced)), covered, "{batch} {traced}");
        }
    }
}
