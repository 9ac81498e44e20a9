//! `cargo xtask bench`: median time of one prediction, by `gsa bench` on one thread, in headless Chromium on the CPU, with relaxed SIMD, with SIMD and without, and by
//! WebGPU, and by ONNX Runtime Web, which gets the same networks from `gsa export` and must give the same logits.
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

/// What is measured: trained where `models/` has the weights, else with random ones.
const NETWORKS: [&str; 6] = ["z2_sa", "r4_sa", "r8_sa", "r8f_sa", "z2_cnn", "r4_cnn"];

/// Largest difference of logits, as a share of the largest logit, between one engine and another: single precision, sums in
/// another order.
const AGREEMENT: f64 = 1e-4;

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

pub(crate) fn run(options: &Options) -> Result<()> {
    npm::ensure_modules()?;
    chromium::ensure()?;
    let browser = chromium::locate()?.browser;
    let site = Site::start(&package::package_folder())?;
    step("building gsa");
    let gsa = ["run", "--release", "--quiet", "--locked", "--package", "gsa-cli", "--"];
    output(command("cargo").args(gsa).arg("--version"))?;
    let folder = paths::target().join("bench");
    let models = write_networks(&gsa, &folder)?;

    let runs = options.runs.to_string();
    let mut times = Times::new();
    let mut notes = Vec::new();
    for turn in 1..=TURNS {
        step(format!("measuring ({turn} of {TURNS})"));
        let mut native = command("cargo");
        native.args(gsa).args(["bench", "--json", "--runs", &runs]).args(&models).env("RAYON_NUM_THREADS", "1");
        collect(&parsed(&output(&mut native)?)?, "native, CPU", &mut times)?;
        let mut web = command("node");
        web.arg(paths::root().join("xtask/assets/bench.mjs")).args([site.address(), &runs]).arg(&folder).args(NETWORKS);
        web.env("CHROMIUM", &browser);
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
            notes.push(agreement(&report)?);
            let skipped = report["skipped"].as_object().into_iter().flatten();
            notes.extend(skipped.map(|(place, why)| format!("SKIPPED {place}: {why}")));
        }
    }
    println!(
        "one prediction, median of {TURNS} medians of {runs}; ONNX Runtime Web: of one turn, wasm 3 runs, webgpu 1"
    );
    for ((model, place), times) in &mut times {
        println!("{model:<12}{place:<28}{:>10.1} ms", median(times));
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

/// How many times faster a network is here than by ONNX Runtime Web.
fn ratios(times: &mut Times) -> Vec<String> {
    let mut of = |network: &str, place: &str| times.get_mut(&(network.to_owned(), place.to_owned())).map(|t| median(t));
    let pairs = [("CPU, relaxed SIMD", "wasm"), ("CPU", "wasm"), ("CPU without SIMD", "wasm"), ("WebGPU", "webgpu")]
        .into_iter();
    let pairs = pairs.flat_map(|pair| NETWORKS.map(|network| (network, pair)));
    let lines = pairs.filter_map(|(network, (engine, provider))| {
        let ours = of(network, &format!("Chromium, {engine}"))?;
        let theirs = of(network, &format!("ONNX Runtime Web, {provider}"))?;
        Some(format!("{network}, {engine}: {:.1} times as fast as ONNX Runtime Web's {provider}", theirs / ours))
    });
    lines.collect()
}

/// How far the places' logits lie apart.
///
/// # Errors
/// Where it is too far: then something else than the same network was measured.
fn agreement(report: &Value) -> Result<String> {
    let mut logits: BTreeMap<&str, Vec<(&str, Vec<f64>)>> = BTreeMap::new();
    for (place, of_place) in report["places"].as_object().into_iter().flatten() {
        for network in of_place["networks"].as_array().into_iter().flatten() {
            let name = network["network"].as_str().with_context(|| format!("{place}: a network without a name"))?;
            let numbers: Vec<f64> =
                network["logits"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
            logits.entry(name).or_default().push((place, numbers));
        }
    }
    let compared = logits.values().map(Vec::len).max().unwrap_or(0);
    if compared < 2 {
        return Ok("SKIPPED comparing logits: there is nothing to compare with".into());
    }
    let mut largest = 0.0;
    for (network, places) in &logits {
        let (first, expected) = &places[0];
        let size = expected.iter().fold(0f64, |size, x| size.max(x.abs()));
        for (place, found) in places {
            let apart = expected.iter().zip(found).fold(0f64, |apart, (a, b)| apart.max((a - b).abs())) / size;
            let agree = expected.len() == 10 && found.len() == expected.len() && apart <= AGREEMENT;
            if !agree {
                bail!("{network}: {first} answers {expected:?}, {place} {found:?}");
            }
            largest = f64::max(largest, apart);
        }
    }
    Ok(format!("logits of up to {compared} places in the browser differ by {largest:.1e} of the largest at most"))
}

/// Writes each network as a model file and as an ONNX file; the model files.
fn write_networks(gsa: &[&str], folder: &Path) -> Result<Vec<PathBuf>> {
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let export = |network: &&str| {
        let trained = paths::root().join("models").join(network).with_extension("safetensors");
        let source = if trained.exists() { trained } else { PathBuf::from(network) };
        let [model, onnx] = ["safetensors", "onnx"].map(|kind| folder.join(network).with_extension(kind));
        for out in [&model, &onnx] {
            output(command("cargo").args(gsa).arg("export").arg(&source).arg("--out").arg(out))?;
        }
        Ok(model)
    };
    NETWORKS.iter().map(export).collect()
}

/// The network that a report's entry is of: a name, or a model file's stem.
fn network_name(network: &str) -> String {
    Path::new(network).file_stem().map_or_else(|| network.to_owned(), |stem| stem.to_string_lossy().into_owned())
}

/// Adds the medians of a benchmark's report: `{"networks": [{"network": …, "median_ms": …}, …]}`.
fn collect(report: &Value, place: &str, times: &mut Times) -> Result<()> {
    let networks = report["networks"].as_array().filter(|list| !list.is_empty());
    for network in networks.with_context(|| format!("the {place} report has no networks: {report}"))? {
        let (Some(name), Some(median)) = (network["network"].as_str(), network["median_ms"].as_f64()) else {
            bail!("the {place} report has no median: {network}");
        };
        times.entry((network_name(name), place.to_owned())).or_default().push(median);
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
        add("r4_sa", "Chromium, WebGPU", 100.0);
        add("r4_sa", "Chromium, CPU", 50.0);
        add("r4_sa", "ONNX Runtime Web, webgpu", 2500.0);
        assert_eq!(ratios(&mut times), ["r4_sa, WebGPU: 25.0 times as fast as ONNX Runtime Web's webgpu"]);
    }

    #[test]
    fn a_place_with_other_logits_is_noticed() {
        let report = |last: f64| {
            let network = |last: f64| {
                let logits: Vec<f64> = (0..9).map(f64::from).chain([last]).collect();
                serde_json::json!({ "networks": [{ "network": "r4_sa", "logits": logits }] })
            };
            serde_json::json!({ "places": { "a": network(20.0), "b": network(last) } })
        };
        assert!(agreement(&report(20.001)).unwrap().contains("5.0e-5"));
        let error = agreement(&report(20.01)).unwrap_err().to_string();
        assert!(error.contains("r4_sa"), "{error}");
        let mut nothing = report(20.0);
        nothing["places"]["b"]["networks"][0]["logits"] = Value::Null;
        assert!(agreement(&nothing).is_err());
        nothing["places"].as_object_mut().unwrap().remove("b");
        assert!(agreement(&nothing).unwrap().contains("SKIPPED"));
    }
}
