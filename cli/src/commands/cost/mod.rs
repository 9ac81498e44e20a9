//! `gsa cost`: how time and memory of an answer grow with the group, the window and the picture.

mod plot;

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};
use gsa_net::Config;
use gsa_net::network::Network;
use serde::Deserialize;

use crate::args;
use crate::files;

/// Milliseconds that the official PyTorch code took for an answer of R4_SA with 5×5 windows, on two threads; measured once, not
/// by this command, and not on the machine that it runs on. Where it goes from there is its law: it computes every
/// probability, so time goes as their number.
const PUBLISHED_R4_MS: f64 = 500.0;

/// What is varied; everything else is that of R4_SA.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sweep {
    Group,
    Window,
    Side,
}

impl Sweep {
    const ALL: [Self; 3] = [Self::Group, Self::Window, Self::Side];

    fn name(self) -> &'static str {
        match self {
            Self::Group => "group elements",
            Self::Window => "window",
            Self::Side => "picture",
        }
    }

    fn values(self) -> &'static [usize] {
        match self {
            Self::Group => &[1, 4, 8, 12, 16],
            // The last is global attention.
            Self::Window => &[3, 5, 7, 9, 11, 15, 19, 23, 28],
            Self::Side => &[28, 40, 56, 80, 112],
        }
    }

    fn config(self, value: usize) -> Result<Config> {
        let r4 = Config::named("r4_sa")?;
        Ok(match self {
            Self::Group if value == 1 => Config::named("z2_sa")?,
            Self::Group => Config::named(&format!("r{value}_sa"))?,
            Self::Window => r4.with_window(if value == 28 { 0 } else { value })?,
            Self::Side => {
                let mut json = serde_json::to_value(&r4)?;
                json["input"] = serde_json::json!([1, value, value]);
                Config::from_json(&json.to_string())?
            }
        })
    }
}

/// What is known of one network.
#[derive(Clone, Debug)]
struct Point {
    sweep: Sweep,
    value: usize,
    median_ms: f64,
    memory_mb: f64,
    published_ms: f64,
    published_memory_mb: f64,
}

/// The part of `gsa bench --json` that is read here.
#[derive(Deserialize)]
struct Measured {
    networks: Vec<MeasuredNetwork>,
}

#[derive(Deserialize)]
struct MeasuredNetwork {
    median_ms: f64,
    peak_memory_mb: Option<f64>,
}

/// Measures all networks, each in a process of its own, and writes a table and a plot.
pub(crate) fn run(args: &args::Cost) -> Result<ExitCode> {
    let mut points = vec![];
    for sweep in Sweep::ALL {
        for &value in sweep.values() {
            let config = sweep.config(value)?;
            let measured = measure(&config, args.runs)?;
            let [published_ms, published_memory_mb] = published(&config)?;
            let point = Point {
                sweep,
                value,
                median_ms: measured.median_ms,
                memory_mb: measured.peak_memory_mb.context("this system does not tell how much memory was used")?,
                published_ms,
                published_memory_mb,
            };
            writeln!(
                std::io::stderr(),
                "{:<15} {value:>3}: {:>8.1} ms {:>6.1} MB",
                sweep.name(),
                point.median_ms,
                point.memory_mb
            )?;
            points.push(point);
        }
    }
    let write =
        |ending: &str, content: String| files::write_atomically(&files::beside(&args.out, ending), content.as_bytes());
    write(".csv", table(&points))?;
    write(".svg", plot::plot(&points)?)?;
    Ok(ExitCode::SUCCESS)
}

/// One thread, one picture.
fn measure(config: &Config, runs: u32) -> Result<MeasuredNetwork> {
    let mut file = tempfile::Builder::new().suffix(".json").tempfile().context("making a temporary file")?;
    serde_json::to_writer(&mut file, config).context("writing a temporary file")?;
    let program = std::env::current_exe().context("finding this program")?;
    let output = Command::new(program)
        .args(["--threads", "1", "bench", "--json", "--runs", &runs.to_string()])
        .arg(file.path())
        .output()
        .context("starting `gsa bench`")?;
    ensure!(output.status.success(), "`gsa bench` failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    let Measured { networks } = serde_json::from_slice(&output.stdout).context("what `gsa bench` prints")?;
    networks.into_iter().next().context("`gsa bench` measured nothing")
}

/// Milliseconds and megabytes by the law of the published code: a probability for each head, output, query and key element, pixel
/// and key; those of one layer at a time in memory.
fn published(config: &Config) -> Result<[f64; 2]> {
    let probabilities = |config: &Config| -> Vec<u64> {
        Network::new(config).costs().iter().map(|cost| cost.published_probabilities).collect()
    };
    let [these, of_r4] = [probabilities(config), probabilities(&Config::named("r4_sa")?)];
    let ratio = these.iter().sum::<u64>() as f64 / of_r4.iter().sum::<u64>() as f64;
    let largest = these.iter().copied().max().unwrap_or(0);
    Ok([PUBLISHED_R4_MS * ratio, 4.0 * largest as f64 / 1e6])
}

fn table(points: &[Point]) -> String {
    let mut csv = "varied,value,median_ms,peak_memory_mb,published_law_ms,published_law_attention_mb\n".to_owned();
    for Point { sweep, value, median_ms, memory_mb, published_ms, published_memory_mb } in points {
        writeln!(
            csv,
            "{},{value},{median_ms:.2},{memory_mb:.1},{published_ms:.0},{published_memory_mb:.1}",
            sweep.name()
        )
        .expect("a string takes all");
    }
    csv
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_network_of_every_sweep_exists_and_the_sweeps_meet_in_r4() {
        for sweep in Sweep::ALL {
            for &value in sweep.values() {
                sweep.config(value).unwrap();
            }
        }
        let r4 = Config::named("r4_sa").unwrap();
        for (sweep, value) in [(Sweep::Group, 4), (Sweep::Window, 5), (Sweep::Side, 28)] {
            assert_eq!(sweep.config(value).unwrap(), r4);
        }
    }

    #[test]
    fn the_published_law_goes_with_the_third_power_of_the_group() {
        let at = |sweep: Sweep, value| published(&sweep.config(value).unwrap()).unwrap();
        assert_eq!(at(Sweep::Group, 4)[0], PUBLISHED_R4_MS);
        // The lifting layer alone grows less.
        let growth = at(Sweep::Group, 16)[0] / at(Sweep::Group, 4)[0];
        assert!((60.0..=64.0).contains(&growth), "{growth}");
        assert_eq!(at(Sweep::Group, 8)[1], 8.0 * at(Sweep::Group, 4)[1]);
        // 9 heads, 4³ elements, 28² pixels and keys, four bytes.
        assert!((at(Sweep::Window, 28)[1] - 1416.2).abs() < 0.1, "{:?}", at(Sweep::Window, 28));
    }

    #[test]
    fn table_has_a_line_for_each_point_and_as_many_columns_as_its_head() {
        let point = Point {
            sweep: Sweep::Window,
            value: 5,
            median_ms: 12.345,
            memory_mb: 9.0,
            published_ms: 500.0,
            published_memory_mb: 45.16,
        };
        let csv = table(&[point.clone(), point]);
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines[1..], ["window,5,12.35,9.0,500,45.2"; 2]);
        assert_eq!(lines[0].split(',').count(), lines[1].split(',').count());
    }
}
