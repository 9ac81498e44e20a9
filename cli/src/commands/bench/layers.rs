//! `gsa bench --layers`: where the time of an answer goes, and how far that is from what the processor could do.

use std::io::{Write, stdout};
use std::time::Instant;

use anyhow::Result;
use gsa_net::backend::cpu::{Isa, multiply_add_loop};
use gsa_net::layers::Cost;
use gsa_net::{CpuEngine, Model};
use serde::Serialize;

use super::{Bench, median, pictures};

#[derive(Serialize)]
struct Row {
    layer: String,
    median_ms: f64,
    operations: u64,
    exponentials: u64,
    /// Operations per second, in 10⁹.
    gflops: f64,
    /// Of the peak, not counting exponentials.
    fraction: f64,
}

/// Times each layer on one thread.
pub(super) fn run(name: &str, model: &Model, args: &Bench) -> Result<()> {
    let engine = CpuEngine::new(model);
    let network = engine.network();
    let picture = pictures(model, 1);
    let layers = network.layers();
    let mut times = vec![vec![]; layers.len()];
    let mut peaks = vec![];
    for at in 0..args.runs + 2 {
        let mut before = Instant::now();
        engine.run_layer_by_layer(picture.index_axis(ndarray::Axis(0), 0), |layer| {
            let now = Instant::now();
            // Two runs warm up.
            if at >= 2 {
                times[layer].push((now - before).as_secs_f64() * 1e3);
            }
            before = now;
        })?;
        // Beside every run, so that both meet the same machine.
        peaks.push(peak(engine.isa()));
    }
    let peak = median(&mut peaks);
    let mut rows: Vec<Row> = (layers.iter().zip(network.costs()).zip(&mut times))
        .map(|((layer, cost), times)| row(layer.name.clone(), cost, median(times), peak))
        .collect();
    let mut all = Cost::default();
    network.costs().into_iter().for_each(|cost| all += cost);
    rows.push(row("all".into(), all, rows.iter().map(|row| row.median_ms).sum(), peak));
    let mut out = stdout().lock();
    if args.json {
        let told = serde_json::json!({
            "network": name, "isa": format!("{:?}", engine.isa()), "peak_gflops": peak, "layers": rows,
        });
        return crate::commands::print_line(&mut out, told.to_string());
    }
    writeln!(
        out,
        "{name}, {} runs, one thread, {:?}; a loop of multiply-adds in registers does {peak:.1} Gflop/s\n\n{:<12} {:>10} {:>8} {:>14} {:>10} {:>8}",
        args.runs,
        engine.isa(),
        "layer",
        "median ms",
        "Mflop",
        "exponentials M",
        "Gflop/s",
        "of peak"
    )?;
    for row in rows {
        writeln!(
            out,
            "{:<12} {:>10.3} {:>8.2} {:>14.2} {:>10.1} {:>6.0} %",
            row.layer,
            row.median_ms,
            row.operations as f64 / 1e6,
            row.exponentials as f64 / 1e6,
            row.gflops,
            100.0 * row.fraction
        )?;
    }
    writeln!(
        out,
        "\nOperations of 1×1 layers and attention, exponentials not among them; times include norms and the rest."
    )?;
    Ok(())
}

fn row(layer: String, cost: Cost, median_ms: f64, peak: f64) -> Row {
    let gflops = cost.operations as f64 / median_ms / 1e6;
    let Cost { operations, exponentials, .. } = cost;
    Row { layer, median_ms, operations, exponentials, gflops, fraction: gflops / peak }
}

/// Operations per second of the best loop, in 10⁹.
fn peak(isa: Isa) -> f64 {
    const ROUNDS: usize = 200_000;
    let start = Instant::now();
    let operations = multiply_add_loop(isa, ROUNDS);
    operations as f64 / start.elapsed().as_secs_f64() / 1e9
}
