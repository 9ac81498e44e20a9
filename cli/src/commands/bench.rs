//! `gsa bench`

use std::io::{Write, stdout};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use gsa_net::train::{Recipe, Trainer};
use gsa_net::{CpuEngine, Model};
use ndarray::Array4;
use serde::Serialize;

use crate::args::Bench;

#[derive(Serialize)]
struct Row {
    network: String,
    window: usize,
    parameters: usize,
    median_ms: f64,
    fastest_ms: f64,
    /// Median against that of the first network.
    ratio: f64,
}

/// Times networks.
pub(crate) fn run(args: &Bench) -> Result<ExitCode> {
    let mut rows: Vec<Row> = vec![];
    let mut out = stdout().lock();
    if !args.json {
        writeln!(
            out,
            "{} pictures, {} runs, {} threads\n\n{:<24} {:>6} {:>10} {:>10} {:>10} {:>7}",
            args.batch,
            args.runs,
            rayon::current_num_threads(),
            "network",
            "window",
            "parameters",
            "median ms",
            "fastest ms",
            "ratio"
        )?;
    }
    for name in &args.networks {
        let model = if name.ends_with(".safetensors") {
            super::read_model(Path::new(name))?
        } else {
            Model::random(super::config(name, args.window)?, 1)
        };
        let milliseconds = measure(&model, args)?;
        let median = milliseconds[milliseconds.len() / 2];
        let row = Row {
            network: name.clone(),
            window: model.config.window,
            parameters: model.config.parameter_count(),
            median_ms: median,
            fastest_ms: milliseconds[0],
            ratio: median / rows.first().map_or(median, |first| first.median_ms),
        };
        if !args.json {
            writeln!(
                out,
                "{:<24} {:>6} {:>10} {:>10.2} {:>10.2} {:>7.2}",
                row.network, row.window, row.parameters, row.median_ms, row.fastest_ms, row.ratio
            )?;
        }
        rows.push(row);
    }
    if args.json {
        serde_json::to_writer(
            &mut out,
            &serde_json::json!({
                "batch": args.batch,
                "runs": args.runs,
                "threads": rayon::current_num_threads(),
                "networks": rows,
            }),
        )?;
        writeln!(out)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Milliseconds of each run, in rising order; two runs before them warm up.
fn measure(model: &Model, args: &Bench) -> Result<Vec<f64>> {
    let [channels, rows, cols] = model.config.input_shape();
    let batch = args.batch as usize;
    // A blurred ring: not constant, so that no branch is spared.
    let images = Array4::from_shape_fn([batch, channels, rows, cols], |(_, _, row, col)| {
        let row = (row as f32 + 0.5) / rows as f32 - 0.5;
        let col = (col as f32 + 0.5) / cols as f32 - 0.5;
        (-(40.0 * (row.hypot(col) - 0.25)).powi(2) / 8.0).exp()
    });
    if args.train {
        let labels = vec![0; batch];
        let mut trainer = Trainer::new(model.clone(), Recipe { batch, ..Recipe::default() }, 1000);
        time(args.runs, || {
            trainer.step(images.view(), &labels)?;
            Ok(())
        })
    } else {
        let engine = CpuEngine::new(model);
        time(args.runs, || Ok(drop(std::hint::black_box(engine.logits(images.view())?))))
    }
}

fn time(runs: u32, mut run: impl FnMut() -> Result<()>) -> Result<Vec<f64>> {
    let mut milliseconds = Vec::with_capacity(runs as usize);
    for at in 0..runs + 2 {
        let start = Instant::now();
        run()?;
        if at >= 2 {
            milliseconds.push(start.elapsed().as_secs_f64() * 1e3);
        }
    }
    milliseconds.sort_unstable_by(f64::total_cmp);
    Ok(milliseconds)
}
