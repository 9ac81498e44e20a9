//! `gsa bench`

mod layers;

use std::io::{Write, stdout};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use gsa_net::Model;
use gsa_net::network::Network;
use gsa_net::train::{Recipe, Trainer};
use ndarray::Array4;
use serde::Serialize;

use crate::args::{self, Bench};
use crate::engine::Engine;
use crate::machine::peak_memory_mb;

#[derive(Serialize)]
struct Row {
    network: String,
    window: usize,
    parameters: usize,
    median_ms: f64,
    fastest_ms: f64,
    /// Median against that of the first network.
    ratio: f64,
    /// Median time on the graphics card itself, where it can tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    card_ms: Option<f64>,
    /// Operations per second on the graphics card, in 10⁹, exponentials not counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    card_gflops: Option<f64>,
    /// Of what a loop of multiply-adds in registers does there.
    #[serde(skip_serializing_if = "Option::is_none")]
    card_fraction: Option<f64>,
    /// Buffers on the graphics card.
    #[serde(skip_serializing_if = "Option::is_none")]
    buffer_mb: Option<f64>,
    /// The most memory that the process has held by now.
    #[serde(skip_serializing_if = "Option::is_none")]
    peak_memory_mb: Option<f64>,
}

/// Times networks.
pub(crate) fn run(args: &Bench) -> Result<ExitCode> {
    if args.layers {
        for name in &args.networks {
            layers::run(name, &super::network(name, args.window)?, args)?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let mut rows: Vec<Row> = vec![];
    let mut adapter = None;
    let mut out = stdout().lock();
    if !args.json {
        writeln!(
            out,
            "{} pictures, {} runs, {} threads, {}\n\n{:<24} {:>6} {:>10} {:>10} {:>10} {:>7}{}",
            args.batch,
            args.runs,
            rayon::current_num_threads(),
            if args.engine == args::Engine::Gpu { "graphics card" } else { "processor" },
            "network",
            "window",
            "parameters",
            "median ms",
            "fastest ms",
            "ratio",
            if args.engine == args::Engine::Gpu { "    card ms    Gflop/s  of peak  buffers MB" } else { "" }
        )?;
    }
    for name in &args.networks {
        let model = super::network(name, args.window)?;
        let engine = Engine::new(&model, args.engine)?;
        let (mut milliseconds, mut on_card) = measure(&engine, &model, args)?;
        let median_ms = median(&mut milliseconds);
        let card_ms = (!on_card.is_empty()).then(|| median(&mut on_card));
        let card_gflops = card_ms.map(|ms| f64::from(args.batch) * operations(&model) as f64 / ms / 1e6);
        // Beside every network, so that both meet the same card.
        let card_peak = engine.card_peak()?;
        adapter = adapter.or(engine.adapter());
        let row = Row {
            network: name.clone(),
            window: model.config.window,
            parameters: model.config.parameter_count(),
            median_ms,
            // The median left them in order.
            fastest_ms: milliseconds[0],
            ratio: median_ms / rows.first().map_or(median_ms, |first| first.median_ms),
            card_ms,
            card_gflops,
            card_fraction: card_gflops.zip(card_peak).map(|(gflops, peak)| 1e9 * gflops / peak),
            buffer_mb: engine.buffer_bytes().map(|bytes| bytes as f64 / 1e6),
            peak_memory_mb: peak_memory_mb(),
        };
        if !args.json {
            write!(
                out,
                "{:<24} {:>6} {:>10} {:>10.2} {:>10.2} {:>7.2}",
                row.network, row.window, row.parameters, row.median_ms, row.fastest_ms, row.ratio
            )?;
            if let Some(buffers) = row.buffer_mb {
                let number = |x: Option<f64>, digits| x.map_or("–".into(), |x| format!("{x:.digits$}"));
                let fraction = row.card_fraction.map_or("–".into(), |x| format!("{:.1} %", 100.0 * x));
                let (card, gflops) = (number(row.card_ms, 3), number(row.card_gflops, 1));
                write!(out, " {card:>10} {gflops:>10} {fraction:>8} {buffers:>11.1}")?;
            }
            writeln!(out)?;
        }
        rows.push(row);
    }
    if let Some(adapter) = adapter.as_ref().filter(|_| !args.json) {
        writeln!(
            out,
            "\ngraphics card: {adapter}; its peak is a loop of multiply-adds in registers, timed beside each network; operations are \
             those of 1×1 layers and attention, exponentials not among them"
        )?;
    }
    if args.json {
        let told = serde_json::json!({
            "batch": args.batch,
            "runs": args.runs,
            "threads": rayon::current_num_threads(),
            "adapter": adapter,
            "networks": rows,
        });
        super::print_line(&mut out, told.to_string())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Of one answer.
fn operations(model: &Model) -> u64 {
    Network::new(&model.config).costs().iter().map(|cost| cost.operations).sum()
}

/// Sorts what was measured; the one in the middle.
pub(super) fn median(measured: &mut [f64]) -> f64 {
    measured.sort_unstable_by(f64::total_cmp);
    measured[measured.len() / 2]
}

/// A blurred ring, `batch` times: not constant, so that no branch is spared. `[B, C, H, W]`
fn pictures(model: &Model, batch: usize) -> Array4<f32> {
    let [channels, rows, cols] = model.config.input_shape();
    Array4::from_shape_fn([batch, channels, rows, cols], |(_, _, row, col)| {
        let row = (row as f32 + 0.5) / rows as f32 - 0.5;
        let col = (col as f32 + 0.5) / cols as f32 - 0.5;
        (-(40.0 * (row.hypot(col) - 0.25)).powi(2) / 8.0).exp()
    })
}

/// Milliseconds of each run, and those on the graphics card alone; two runs before them warm up.
fn measure(engine: &Engine, model: &Model, args: &Bench) -> Result<(Vec<f64>, Vec<f64>)> {
    let batch = args.batch as usize;
    let images = pictures(model, batch);
    if args.train {
        let labels = vec![0; batch];
        let mut trainer = Trainer::new(model.clone(), Recipe { batch, ..Recipe::default() }, 1000);
        time(args.runs, || {
            trainer.step(images.view(), &labels)?;
            Ok(None)
        })
    } else {
        time(args.runs, || {
            std::hint::black_box(engine.logits(images.view())?);
            Ok(engine.card_milliseconds())
        })
    }
}

fn time(runs: u32, mut run: impl FnMut() -> Result<Option<f64>>) -> Result<(Vec<f64>, Vec<f64>)> {
    let (mut milliseconds, mut on_card) = (Vec::with_capacity(runs as usize), vec![]);
    for at in 0..runs + 2 {
        let start = Instant::now();
        let card = run()?;
        if at >= 2 {
            milliseconds.push(start.elapsed().as_secs_f64() * 1e3);
            on_card.extend(card);
        }
    }
    Ok((milliseconds, on_card))
}
