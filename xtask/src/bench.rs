//! `cargo xtask bench`: median time of one prediction, by `gsa bench` on one thread, in headless Chromium on the CPU and by
//! WebGPU, and by ONNX Runtime Web.
//!
//! They take turns, so that what else the machine does meets all; the median of the turns' medians is told. ONNX Runtime Web
//! runs in the first turn alone, since its WebGPU takes half a minute a run on a software adapter.

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
    /// Whether ONNX Runtime Web is measured too.
    onnx: bool,
}

impl Options {
    pub(crate) fn parse(options: &[String]) -> Result<Options> {
        let (mut runs, mut onnx) = (11, true);
        let mut options = options.iter();
        while let Some(option) = options.next() {
            match option.as_str() {
                "--runs" => {
                    let text = options.next().context("--runs needs a number")?;
                    runs = text.parse().ok().filter(|n| *n > 0).with_context(|| format!("`{text}` runs"))?;
                }
                "--no-onnx" => onnx = false,
                other => return Err(unknown_option(other)),
            }
        }
        Ok(Options { runs, onnx })
    }
}

/// Median milliseconds of each turn, by model and place.
type Times = BTreeMap<(String, String), Vec<f64>>;

/// The ONNX file of the network of the paper's official code, unless `GSA_REFERENCE` names another folder.
fn reference() -> PathBuf {
    let folder = std::env::var_os("GSA_REFERENCE").map(PathBuf::from);
    folder.unwrap_or_else(|| paths::root().join("../shared/reference")).join("p4_rotmnist_patch5.onnx")
}

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
    let mut notes = Vec::new();
    for turn in 1..=TURNS {
        step(format!("measuring ({turn} of {TURNS})"));
        let mut native = command("cargo");
        native.args(gsa).args(["bench", "--json", "--runs", &runs]).args(&models).env("RAYON_NUM_THREADS", "1");
        collect(&parsed(&output(&mut native)?)?, "native, CPU", &mut times)?;
        let mut web = command("node");
        web.arg(paths::root().join("xtask/assets/bench.mjs")).args([site.address(), &runs]).args(&models);
        web.env("CHROMIUM", &browser).env("REFERENCE", reference());
        let with_onnx = options.onnx && turn == 1;
        web.env("GSA_BENCH_ORT", if with_onnx { "1" } else { "0" });
        let report = parsed(&output(&mut web)?)?;
        let places = report["places"].as_object().filter(|places| !places.is_empty());
        for (place, of_place) in places.with_context(|| format!("the browser's report has no places: {report}"))? {
            collect(of_place, place, &mut times)?;
            if turn == 1 {
                notes.push(loading(place, of_place));
            }
        }
        if turn == 1 {
            let skipped = report["skipped"].as_object().into_iter().flatten();
            notes.extend(skipped.map(|(place, why)| format!("SKIPPED {place}: {why}")));
        }
    }
    println!("one prediction, median of up to {TURNS} medians of {runs}");
    for ((model, place), times) in &mut times {
        println!("{model:<36}{place:<26}{:>10.1} ms", median(times));
    }
    notes.iter().for_each(|note| println!("{note}"));
    ratios(&mut times).iter().for_each(|line| println!("{line}"));
    Ok(())
}

fn parsed(report: &str) -> Result<Value> {
    serde_json::from_str(report).with_context(|| format!("not a report: {report}"))
}

/// How long it took until the first answer, and how much had to be fetched for it.
fn loading(place: &str, of_place: &Value) -> String {
    let (time, bytes) = (of_place["load_ms"].as_f64().unwrap_or(0.0), of_place["bytes"].as_f64().unwrap_or(0.0));
    let adapter = of_place["adapter"].as_str().map_or_else(String::new, |name| format!(", on {name}"));
    format!("{place}: first answer after {time:.0} ms, {:.2} MB fetched{adapter}", bytes / 1e6)
}

/// How many times faster R4 is here than by ONNX Runtime Web.
fn ratios(times: &mut Times) -> Vec<String> {
    let mut of = |network: &str, place: &str| {
        let found = times.iter_mut().find(|((n, p), _)| n.contains(network) && p == place);
        found.map(|(_, times)| median(times))
    };
    let pairs = [("CPU", "wasm"), ("WebGPU", "webgpu")];
    let lines = pairs.into_iter().filter_map(|(engine, provider)| {
        let ours = of("r4_sa.safetensors", &format!("Chromium, {engine}"))?;
        let theirs = of("R4", &format!("ONNX Runtime Web, {provider}"))?;
        Some(format!("R4, {engine}: {:.1} times as fast as ONNX Runtime Web's {provider}", theirs / ours))
    });
    lines.collect()
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
fn collect(report: &Value, place: &str, times: &mut Times) -> Result<()> {
    let networks = report["networks"].as_array().filter(|list| !list.is_empty());
    for network in networks.with_context(|| format!("the {place} report has no networks: {report}"))? {
        let (Some(name), Some(median)) = (network["network"].as_str(), network["median_ms"].as_f64()) else {
            bail!("the {place} report has no median: {network}");
        };
        times.entry((name.to_owned(), place.to_owned())).or_default().push(median);
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
        let collect = |report: &str, times: &mut Times| super::collect(&parsed(report)?, "native", times);
        collect(r#"{"networks":[{"network":"a","median_ms":1}]}"#, &mut times).unwrap();
        collect(r#"{"networks":[{"network":"a","median_ms":3.5}]}"#, &mut times).unwrap();
        assert_eq!(times[&("a".to_owned(), "native".to_owned())], [1.0, 3.5]);
        for wrong in ["", "{}", r#"{"networks":[]}"#, r#"{"networks":[{"network":"a"}]}"#] {
            assert!(collect(wrong, &mut times).is_err(), "{wrong}");
        }
    }

    #[test]
    fn ratios_are_told_where_both_were_measured() {
        let mut times = Times::new();
        let mut add = |network: &str, place: &str, ms: f64| {
            times.insert((network.to_owned(), place.to_owned()), vec![ms]);
        };
        add("pkg/models/r4_sa.safetensors", "Chromium, WebGPU", 100.0);
        add("pkg/models/r4_sa.safetensors", "Chromium, CPU", 50.0);
        add("R4 5×5 (reference)", "ONNX Runtime Web, webgpu", 2500.0);
        assert_eq!(ratios(&mut times), ["R4, WebGPU: 25.0 times as fast as ONNX Runtime Web's webgpu"]);
    }
}
