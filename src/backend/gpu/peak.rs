//! What the card could do at best: a loop of multiply-adds in registers, to compare kernels with.

use bytemuck::{Pod, Zeroable};

use super::compiled::{Compiled, Extent, TIMESTAMPS, checked};
use super::device::Gpu;
use super::program::{Binding, Dispatch, Program, Step, Value};
use super::readback;
use super::template::Constants;
use crate::error::Result;

/// `Params` of multiply_add_loop.wgsl.
#[repr(C)]
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
pub(super) struct LoopParams {
    pub(super) rounds: u32,
    pub(super) factor: f32,
    pub(super) term: f32,
}

/// Chains of multiply-adds on four numbers each that do not wait for each other.
const CHAINS: u32 = 4;
/// Times that the chains are written out in a round, so that counting rounds is nothing beside them.
const UNROLLED: u32 = 8;
const WORKGROUP: usize = 64;
/// Enough for every core of a large card to hold as many as it can.
const WORKGROUPS: usize = 4096;
/// A time beside which starting the loop is nothing.
const LONG_ENOUGH_MS: f64 = 10.0;
/// Of these the fastest counts.
const RUNS: usize = 3;

/// The loop as a program of one dispatch.
pub(super) fn program(rounds: u32) -> Program {
    let sums = Value(0);
    Program {
        steps: vec![Step::Dispatch(Dispatch {
            shader: "multiply_add_loop",
            source: include_str!("shaders/multiply_add_loop.wgsl"),
            constants: Constants::from([("CHAINS", CHAINS), ("UNROLLED", UNROLLED)]),
            params: bytemuck::bytes_of(&LoopParams { rounds, factor: 0.5, term: 1.0 }).to_vec(),
            bindings: vec![Binding::Write(sums)],
            grid: [WORKGROUPS as u32, 1],
        })],
        values: vec![WORKGROUP * WORKGROUPS],
        input: Some(sums),
        output: Some(sums),
        ..Program::default()
    }
}

/// Multiplications and additions of single numbers that the card does in a second at best; none where it can't tell times.
///
/// # Errors
/// [`Error::Gpu`](crate::Error::Gpu) for what goes wrong on the card.
pub async fn multiply_adds_per_second(gpu: &Gpu) -> Result<Option<f64>> {
    if !gpu.adapter().has_timestamps {
        return Ok(None);
    }
    let mut rounds = 4;
    loop {
        let milliseconds = time(gpu, rounds).await?;
        if milliseconds >= LONG_ENOUGH_MS || rounds >= 1 << 24 {
            let of_each = 2.0 * f64::from(rounds) * f64::from(4 * CHAINS * UNROLLED);
            let operations = of_each * (WORKGROUP * WORKGROUPS) as f64;
            return Ok(Some(operations / milliseconds * 1e3));
        }
        rounds *= 4;
    }
}

/// Milliseconds on the card of the fastest run.
async fn time(gpu: &Gpu, rounds: u32) -> Result<f64> {
    let compiled = checked(gpu, || Compiled::new(gpu, program(rounds), None)).await?;
    let buffers = checked(gpu, || compiled.buffers(gpu, Extent::of(1, false))).await?;
    let mut fastest = f64::INFINITY;
    for _ in 0..RUNS {
        gpu.queue.submit([compiled.encode(gpu, &buffers, 1, false)]);
        let times = readback::read(gpu, &buffers.staging, TIMESTAMPS, |bytes| readback::milliseconds(gpu, bytes)).await;
        fastest = fastest.min(times?);
    }
    buffers.destroy();
    compiled.destroy();
    Ok(fastest)
}
