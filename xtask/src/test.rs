//! `cargo xtask test`: everything that CI checks, stage by stage, with a summary at the end.

use crate::node_tests::{self, Suite};
use crate::package::wasm;
use crate::shell::{command, run as run_command, skipped, step, told_unsteady};
use crate::{browsers, chromium, deny, npm, package, tools, unknown_option, vulkan};
use anyhow::{Context, Result, bail};
use std::process::Command;
use std::time::{Duration, Instant};

/// A part of the tests that can be run by itself.
struct Stage {
    name: &'static str,
    what: &'static str,
    run: fn() -> Result<()>,
}

/// In the order in which they run: what fails quickly comes first.
const STAGES: [Stage; 13] = [
    Stage { name: "fmt", what: "rustfmt", run: fmt },
    Stage { name: "clippy", what: "clippy, native and wasm32, every warning an error", run: clippy },
    Stage { name: "deny", what: "licences and sources of crates, and what is known against them", run: deny::check },
    Stage { name: "doc", what: "documentation, native and wasm32, every warning an error", run: doc },
    Stage { name: "rust", what: "tests of all crates", run: rust },
    Stage {
        name: "features",
        what: "the crate without its optional features, and with some of them: every warning an error",
        run: features,
    },
    Stage { name: "package", what: "pkg/ is what this source gives", run: package::check },
    Stage { name: "web", what: "tests/web in headless Chromium", run: web },
    Stage { name: "web-plain", what: "the same without cross-origin isolation, as on most pages", run: web_plain },
    Stage { name: "js", what: "types, format and unit tests of the JavaScript", run: js },
    Stage { name: "browsers", what: "page and element in Firefox and WebKit", run: in_browsers },
    Stage { name: "e2e", what: "a person's way through the page", run: e2e },
    Stage { name: "embed", what: "pkg/ in the projects of tests/embed, built by seven bundlers", run: embed },
];

/// Seconds that the whole of tests/web may take in the browser.
const WEB_TIMEOUT: &str = "600";

/// What `test` was asked to do.
#[derive(Debug, PartialEq)]
pub(crate) struct Options {
    only: Vec<String>,
    list: bool,
}

impl Options {
    pub(crate) fn parse(options: &[String]) -> Result<Options> {
        let mut parsed = Options { only: Vec::new(), list: false };
        let mut options = options.iter();
        while let Some(option) = options.next() {
            match option.as_str() {
                "--only" => {
                    let name = options.next().context("--only needs the name of a stage")?;
                    if !STAGES.iter().any(|stage| stage.name == name) {
                        bail!("there is no stage `{name}`; there are {}", STAGES.map(|stage| stage.name).join(", "));
                    }
                    parsed.only.push(name.clone());
                }
                "--list" => parsed.list = true,
                other => return Err(unknown_option(other)),
            }
        }
        Ok(parsed)
    }

    fn includes(&self, stage: &Stage) -> bool {
        self.only.is_empty() || self.only.iter().any(|name| name == stage.name)
    }
}

pub(crate) fn run(options: &Options) -> Result<()> {
    if options.list {
        for Stage { name, what, .. } in &STAGES {
            println!("{name:<10} {what}");
        }
        return Ok(());
    }
    let mut results = Vec::new();
    for stage in STAGES.iter().filter(|stage| options.includes(stage)) {
        step(format!("── {}: {}", stage.name, stage.what));
        let start = Instant::now();
        let result = (stage.run)();
        if let Err(error) = &result {
            eprintln!("error in {}: {error:#}", stage.name);
        }
        results.push((stage, result.is_ok(), start.elapsed()));
    }
    summarise(&results)
}

fn summarise(results: &[(&Stage, bool, Duration)]) -> Result<()> {
    println!("\n{}", summary(results, &skipped(), &told_unsteady()));
    let names = results.iter().filter(|(_, passed, _)| !passed).map(|(stage, ..)| stage.name).collect::<Vec<_>>();
    if !names.is_empty() {
        bail!("{}; run one by itself with `cargo xtask test --only {}`", names.join(", "), names[0]);
    }
    Ok(())
}

/// A line for each stage, for what was not done, and for what passed only the second time; then how many stages passed.
fn summary(results: &[(&Stage, bool, Duration)], skipped: &[String], unsteady: &[String]) -> String {
    let stages = results.iter().map(|(stage, passed, time)| {
        let mark = if *passed { "ok    " } else { "FAILED" };
        format!("{mark}  {:<10} {:>6.1} s  {}", stage.name, time.as_secs_f32(), stage.what)
    });
    let skipped = skipped.iter().map(|what| format!("SKIPPED {what}"));
    let unsteady = unsteady.iter().map(|what| format!("unsteady: {what} (failed at first, passed alone)"));
    let passed = results.iter().filter(|(_, passed, _)| *passed).count();
    let minutes = results.iter().map(|(.., time)| time.as_secs_f32()).sum::<f32>() / 60.0;
    let count = format!("{passed} passed, {} failed, {minutes:.1} minutes", results.len() - passed);
    stages.chain(skipped).chain(unsteady).chain([count]).collect::<Vec<_>>().join("\n")
}

fn cargo(arguments: &[&str]) -> Result<()> {
    run_command(command("cargo").args(arguments))
}

/// cargo for wasm32, with the flags of every other build for it.
fn cargo_wasm(arguments: &[&str]) -> Result<Command> {
    tools::ensure_wasm_target()?;
    let mut cargo = command("cargo");
    cargo.args(arguments).args(["--locked", "--target", "wasm32-unknown-unknown"]).args(wasm::cargo_options()?);
    Ok(cargo)
}

fn fmt() -> Result<()> {
    tools::ensure_lints()?;
    cargo(&["fmt", "--all", "--check"])
}

fn clippy() -> Result<()> {
    tools::ensure_lints()?;
    cargo(&["clippy", "--locked", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"])?;
    for own_flags in [&[], &wasm::RELAXED_FLAGS[..]] {
        run_command(
            cargo_wasm(&["clippy", "--package", "gsa-net", "--lib", "--test", "web", "--test", "web-worker"])?
                .args(["--", "-D", "warnings"])
                .args(own_flags),
        )?;
    }
    Ok(())
}

fn doc() -> Result<()> {
    let strict = ("RUSTDOCFLAGS", "-D warnings");
    run_command(
        command("cargo").args(["doc", "--locked", "--workspace", "--no-deps", "--all-features"]).envs([strict]),
    )?;
    run_command(cargo_wasm(&["doc", "--package", "gsa-net", "--no-deps", "--lib"])?.envs([strict]))
}

fn rust() -> Result<()> {
    // macOS has no Vulkan of its own, and a Linux without a driver gets Mesa's.
    if cfg!(target_os = "linux") {
        vulkan::ensure()?;
    }
    // Exported networks are run by ONNX Runtime.
    npm::ensure_modules()?;
    let mut tests = command("cargo");
    tests.args(["test", "--locked", "--workspace", "--all-features"]).env("REQUIRE_ONNX", "1");
    if vulkan::is_required() {
        tests.env("REQUIRE_GPU", "1");
    }
    run_command(&mut tests)
}

fn features() -> Result<()> {
    for features in ["", "gpu", "train,parallel"] {
        cargo(&[
            "clippy",
            "--locked",
            "--package",
            "gsa-net",
            "--lib",
            "--no-default-features",
            "--features",
            features,
            "--",
            "-D",
            "warnings",
        ])?;
    }
    Ok(())
}

fn web() -> Result<()> {
    wasm_tests(&[])
}

fn web_plain() -> Result<()> {
    wasm_tests(&[("WASM_BINDGEN_TEST_NO_ORIGIN_ISOLATION", "1")])
}

fn wasm_tests(variables: &[(&str, &str)]) -> Result<()> {
    tools::ensure_browser_tools()?;
    let driver = chromium::locate()?.driver;
    // In release, as the ordinary build is shipped and at its speed. That with relaxed SIMD is compared with it by
    // tests/e2e/relaxed.test.js: every network, every layer under a quarter turn, awkward sizes.
    run_command(
        wasm::without_flags("wasm-pack")
            .args([
                "--log-level",
                "error",
                "test",
                "--release",
                "--headless",
                "--chrome",
                "--mode",
                "no-install",
                "--chromedriver",
            ])
            .arg(driver)
            .args(["--", "--locked", "--package", "gsa-net", "--test", "web", "--test", "web-worker"])
            .args(wasm::cargo_options()?)
            .env("WASM_BINDGEN_TEST_TIMEOUT", WEB_TIMEOUT)
            .envs(variables.iter().copied()),
    )
}

fn js() -> Result<()> {
    npm::ensure_modules()?;
    run_command(command("npm").args(["run", "--silent", "check"]))?;
    run_command(command("npm").args(["run", "--silent", "unit"]))
}

fn e2e() -> Result<()> {
    in_chromium(&Suite { folder: "e2e", options: &[], at_once: 2 })
}

fn embed() -> Result<()> {
    in_chromium(&Suite { folder: "embed", options: &[], at_once: 1 })
}

fn in_chromium(suite: &Suite) -> Result<()> {
    npm::ensure_modules()?;
    chromium::ensure()?;
    let browser = chromium::locate()?.browser;
    node_tests::run(suite, &[("CHROMIUM", &browser.to_string_lossy())])
}

fn in_browsers() -> Result<()> {
    npm::ensure_modules()?;
    browsers::ensure()?;
    let required: &[_] = if browsers::is_required() { &[("REQUIRE_BROWSERS", "1")] } else { &[] };
    // WebSocket is still an experiment in Node 20.
    node_tests::run(&Suite { folder: "browsers", options: &["--experimental-websocket"], at_once: 2 }, required)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_stages_named_are_run() {
        let options = Options::parse(&["--only".into(), "fmt".into(), "--only".into(), "js".into()]).unwrap();
        let names = STAGES.iter().filter(|stage| options.includes(stage)).map(|stage| stage.name).collect::<Vec<_>>();
        assert_eq!(names, ["fmt", "js"]);
    }

    #[test]
    fn a_stage_that_does_not_exist_is_refused() {
        let error = Options::parse(&["--only".into(), "nothing".into()]).unwrap_err().to_string();
        assert!(error.contains("nothing") && error.contains("web-plain"), "{error}");
    }

    #[test]
    fn one_failed_stage_fails_the_whole() {
        let time = Duration::from_secs(1);
        assert!(summarise(&[(&STAGES[0], true, time), (&STAGES[1], true, time)]).is_ok());
        let error = summarise(&[(&STAGES[0], true, time), (&STAGES[1], false, time)]).unwrap_err().to_string();
        assert!(error.contains("clippy") && !error.contains("fmt"), "{error}");
    }
    #[test]
    fn what_was_skipped_or_is_unsteady_is_in_the_summary() {
        let results = [(&STAGES[0], true, Duration::from_secs(90)), (&STAGES[1], false, Duration::from_secs(30))];
        let text = summary(&results, &["a card".to_owned()], &["e2e/a.test.js: it turns".to_owned()]);
        let lines = text.lines().collect::<Vec<_>>();
        assert_eq!(lines.len(), 5, "{text}");
        assert!(lines[0].starts_with("ok ") && lines[1].starts_with("FAILED"), "{text}");
        assert_eq!(
            lines[2..],
            [
                "SKIPPED a card",
                "unsteady: e2e/a.test.js: it turns (failed at first, passed alone)",
                "1 passed, 1 failed, 2.0 minutes"
            ]
        );
    }
}
