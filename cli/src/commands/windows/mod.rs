//! `gsa windows`: accuracy and time of training against the attention window, the paper's first table.

mod plot;

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use gsa_net::config::IndexRule;
use gsa_net::train::{Recipe, Trainer};
use gsa_net::{Config, Model, quoted};
use ndarray::Array4;
use serde::Deserialize;

use crate::args;
use crate::data::rotmnist::Pivot;
use crate::files;

const MAX_BYTES: u64 = 1 << 20;
const NETWORK: &str = "r4_sa";

/// Side of a window that is the whole picture.
const GLOBAL: usize = 28;

/// The paper's R4_SA: side of the window, and per cent of the test digits at the best test epoch of 300.
const PUBLISHED: [(usize, f64); 9] = [
    (3, 96.56),
    (5, 97.49),
    (7, 97.33),
    (9, 97.42),
    (11, 97.17),
    (15, 96.89),
    (19, 96.86),
    (23, 97.05),
    (GLOBAL, 96.81),
];

/// Digits of an epoch.
const PER_EPOCH: f64 = 10_000.0;

/// One window.
#[derive(Clone, Debug, PartialEq)]
struct Point {
    window: usize,
    published_percent: f64,
    /// Per cent of the test digits, where it was evaluated.
    percent: Option<f64>,
    /// Minutes to learn an epoch, on as many threads as there were.
    minutes: f64,
}

/// The part of what `gsa eval --json` prints that is read here.
#[derive(Debug, Deserialize)]
struct Evaluation {
    network: String,
    index: IndexRule,
    window: usize,
    data: String,
    #[serde(default)]
    about: Pivot,
    turns: u32,
    count: usize,
    accuracy: f64,
}

/// Reads evaluations, measures steps, and writes a table and a plot.
pub(crate) fn run(args: &args::Windows) -> Result<ExitCode> {
    let [csv, svg] = [".csv", ".svg"].map(|ending| files::beside(&args.out, ending));
    for path in [&csv, &svg] {
        files::require_writable(path)?;
    }
    let evaluations = read_all(&args.evaluations)?;
    let milliseconds = measure(args.runs)?;
    let points: Vec<Point> = PUBLISHED
        .iter()
        .zip(milliseconds)
        .map(|(&(window, published_percent), ms)| Point {
            window,
            published_percent,
            percent: evaluations.iter().find(|e| side(e.window) == window).map(|e| 100.0 * e.accuracy),
            minutes: ms * PER_EPOCH / 60e3,
        })
        .collect();
    let table = table(&points);
    files::write_atomically(&csv, table.as_bytes())?;
    files::write_atomically(&svg, plot::plot(&points, rayon::current_num_threads())?.as_bytes())?;
    std::io::stdout().lock().write_all(table.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// All evaluations; of as many digits each, and one for a window at most.
fn read_all(paths: &[PathBuf]) -> Result<Vec<Evaluation>> {
    let mut evaluations: Vec<Evaluation> = vec![];
    for path in paths {
        let evaluation = read(path)?;
        for other in &evaluations {
            ensure!(
                other.count == evaluation.count && other.window != evaluation.window,
                "{}: window {} on {} digits; another file has window {} on {}",
                path.display(),
                evaluation.window,
                evaluation.count,
                other.window,
                other.count
            );
        }
        evaluations.push(evaluation);
    }
    Ok(evaluations)
}

fn read(path: &Path) -> Result<Evaluation> {
    let bytes = files::read(path, MAX_BYTES)?;
    let evaluation: Evaluation = files::from_json(&bytes)
        .with_context(|| format!("{}: not what `gsa eval --json` prints for turned digits", path.display()))?;
    ensure!(
        evaluation.network == NETWORK
            && evaluation.index == IndexRule::Exact
            && evaluation.data == "test"
            && evaluation.about == Pivot::Picture
            && evaluation.turns == 1
            && (0.0..=1.0).contains(&evaluation.accuracy),
        "{} is of `{}` ({:?} index), {} digits about {:?}, asked {} times, accuracy {:e}; {NETWORK} with the exact index rule, \
         asked once about each test digit, is drawn",
        path.display(),
        quoted(&evaluation.network),
        evaluation.index,
        quoted(&evaluation.data),
        evaluation.about,
        evaluation.turns,
        evaluation.accuracy
    );
    let window = side(evaluation.window);
    ensure!(PUBLISHED.iter().any(|(side, _)| *side == window), "{}: the paper has no window {window}", path.display());
    Ok(evaluation)
}

/// The side of a window, the whole picture's for global attention.
fn side(window: usize) -> usize {
    if window == 0 { GLOBAL } else { window }
}

/// Median milliseconds a digit of a training step at each of the paper's windows; they take turns, so that what else the machine
/// does meets all.
fn measure(runs: u32) -> Result<Vec<f64>> {
    let recipe = Recipe::default();
    let images = Array4::from_shape_fn([recipe.batch, 1, GLOBAL, GLOBAL], |(b, _, row, col)| {
        let (row, col) = (row as f32 - 12.0, col as f32 - 15.0 + b as f32 / 4.0);
        (-(row * row / 30.0 + col * col / 8.0)).exp()
    });
    let trainer = |&(window, _): &(usize, f64)| {
        let config = Config::named(NETWORK)?.with_window(if window == GLOBAL { 0 } else { window })?;
        Ok(Trainer::new(Model::random(config, 1), recipe.clone(), 1000))
    };
    let mut trainers = PUBLISHED.iter().map(trainer).collect::<Result<Vec<_>>>()?;
    let (labels, mut times) = (vec![3; recipe.batch], vec![vec![]; trainers.len()]);
    for at in 0..=runs {
        for (trainer, times) in trainers.iter_mut().zip(&mut times) {
            let start = Instant::now();
            trainer.step(images.view(), &labels)?;
            // The first warms up.
            if at > 0 {
                times.push(start.elapsed().as_secs_f64() * 1e3 / recipe.batch as f64);
            }
        }
        eprintln!("step {at} of {runs}");
    }
    Ok(times.iter_mut().map(|times| super::bench::median(times)).collect())
}

fn table(points: &[Point]) -> String {
    let mut csv = "window,test_percent,published_percent,minutes_per_epoch\n".to_owned();
    for Point { window, percent, published_percent, minutes } in points {
        let percent = percent.map_or_else(String::new, |percent| format!("{percent:.2}"));
        writeln!(csv, "{window},{percent},{published_percent:.2},{minutes:.2}").expect("a String takes everything");
    }
    csv
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_leaves_open_what_was_not_evaluated() {
        let point = |window, percent| Point { window, published_percent: 97.0, percent, minutes: 6.25 };
        let csv = table(&[point(3, Some(96.5)), point(28, None)]);
        assert_eq!(csv.lines().skip(1).collect::<Vec<_>>(), ["3,96.50,97.00,6.25", "28,,97.00,6.25"]);
    }

    #[test]
    fn only_evaluations_of_the_network_on_test_digits_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("e.json");
        let good = serde_json::json!({ "network": "r4_sa", "index": "exact", "window": 0, "data": "test", "turns": 1, "count": 50_000, "accuracy": 0.9, "more": 1 });
        for (key, value, is_read) in [
            ("more", serde_json::json!(2), true),
            ("network", "z2_sa".into(), false),
            ("data", "held-out".into(), false),
            ("about", "picture".into(), true),
            ("about", "digit".into(), false),
            ("window", 13.into(), false),
            ("accuracy", "high".into(), false),
            ("accuracy", 90.0.into(), false),
            ("index", "published".into(), false),
            ("turns", 3.into(), false),
        ] {
            let mut json = good.clone();
            json[key] = value;
            std::fs::write(&path, json.to_string()).unwrap();
            assert_eq!(read(&path).is_ok(), is_read, "{json}");
        }
        let mut long = good.clone();
        long["network"] = "\u{1b}[2J".repeat(10_000).into();
        std::fs::write(&path, long.to_string()).unwrap();
        let error = read(&path).unwrap_err().to_string();
        assert!(error.len() < 2000 && !error.contains(char::is_control), "{error:?}");
        std::fs::write(&path, good.to_string()).unwrap();
        assert!(read_all(std::slice::from_ref(&path)).is_ok() && read_all(&[path.clone(), path]).is_err());
    }
}
