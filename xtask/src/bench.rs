//! `cargo xtask bench`: median time of one prediction on one thread, by `gsa bench` and in headless Chromium.
//!
//! The two take turns, so that what else the machine does meets both; the median of the turns' medians is told.

use crate::serve::Site;
use crate::shell::{command, output, step};
use crate::{chromium, npm, package, paths, unknown_option};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How often native and browser take turns.
const TURNS: usize = 3;

/// What `bench` was asked to do.
pub(crate) struct Options {
    runs: usize,
}

impl Options {
    pub(crate) fn parse(options: &[String]) -> Result<Options> {
        let mut runs = 11;
        let mut options = options.iter();
        while let Some(option) = options.next() {
            match option.as_str() {
                "--runs" => {
                    let text = options.next().context("--runs needs a number")?;
                    runs = text.parse().ok().filter(|n| *n > 0).with_context(|| format!("`{text}` runs"))?;
                }
                other => return Err(unknown_option(other)),
            }
        }
        Ok(Options { runs })
    }
}

/// Median milliseconds of each turn, by model and place.
type Times = BTreeMap<(String, &'static str), Vec<f64>>;

pub(crate) fn run(options: &Options) -> Result<()> {
    npm::ensure_modules()?;
    chromium::ensure()?;
    let browser = chromium::locate()?.browser;
    let package = package::package_folder();
    let models = models(&package)?;
    let site = Site::start(&package)?;
    step("building gsa");
    let gsa = ["run", "--release", "--quiet", "--locked", "--package", "gsa-cli", "--"];
    output(command("cargo").args(gsa).arg("--version"))?;

    let runs = options.runs.to_string();
    let mut times = Times::new();
    for turn in 1..=TURNS {
        step(format!("measuring ({turn} of {TURNS})"));
        let mut native = command("cargo");
        native.args(gsa).args(["bench", "--json", "--runs", &runs]).args(&models).env("RAYON_NUM_THREADS", "1");
        collect(&output(&mut native)?, "native", &mut times)?;
        let mut web = command("node");
        web.arg(paths::root().join("xtask/assets/bench.mjs")).args([site.address(), &runs]).args(&models);
        collect(&output(web.env("CHROMIUM", &browser))?, "Chromium", &mut times)?;
    }
    println!("one prediction on one thread, median of {TURNS} medians of {runs}");
    for ((model, place), times) in &mut times {
        println!("{model:<28}{place:<10}{:>8.1} ms", median(times));
    }
    Ok(())
}

/// The models of the package, as paths that `gsa` and the browser both find.
fn models(package: &Path) -> Result<Vec<PathBuf>> {
    let folder = package.join("models");
    let mut models = Vec::new();
    for entry in folder.read_dir().with_context(|| folder.display().to_string())? {
        models.push(Path::new("pkg/models").join(entry?.file_name()));
    }
    models.sort();
    if models.is_empty() {
        bail!("there are no models in {}", folder.display());
    }
    Ok(models)
}

/// Adds the medians of a benchmark's report: `{"networks": [{"network": …, "median_ms": …}, …]}`.
fn collect(report: &str, place: &'static str, times: &mut Times) -> Result<()> {
    let report: Value = serde_json::from_str(report).with_context(|| format!("the {place} report: {report}"))?;
    let networks = report["networks"].as_array().filter(|list| !list.is_empty());
    for network in networks.with_context(|| format!("the {place} report has no networks: {report}"))? {
        let (Some(name), Some(median)) = (network["network"].as_str(), network["median_ms"].as_f64()) else {
            bail!("the {place} report has no median: {network}");
        };
        times.entry((name.to_owned(), place)).or_default().push(median);
    }
    Ok(())
}

/// Sorts the times and gives the one in the middle.
fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    let half = times.len() / 2;
    if times.len().is_multiple_of(2) { (times[half - 1] + times[half]) / 2.0 } else { times[half] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_the_mean_of_the_two_in_the_middle() {
        assert_eq!(median(&mut [3.0, 1.0, 100.0]), 3.0);
        assert_eq!(median(&mut [4.0, 1.0, 100.0, 3.0]), 3.5);
    }

    #[test]
    fn reports_of_several_turns_are_put_together_and_empty_ones_refused() {
        let mut times = Times::new();
        collect(r#"{"networks":[{"network":"a","median_ms":1}]}"#, "native", &mut times).unwrap();
        collect(r#"{"networks":[{"network":"a","median_ms":3.5}]}"#, "native", &mut times).unwrap();
        assert_eq!(times[&("a".to_owned(), "native")], [1.0, 3.5]);
        for wrong in ["", "{}", r#"{"networks":[]}"#, r#"{"networks":[{"network":"a"}]}"#] {
            assert!(collect(wrong, "native", &mut times).is_err(), "{wrong}");
        }
    }
}
