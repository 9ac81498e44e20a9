//! Build tasks of gsa-net: `cargo xtask serve | test | package | bench`.
//!
//! Every task first sees to the tools that it needs (see [`tools`]), tells its progress in one line a step, and
//! where it fails says what to do.

mod apt;
mod bench;
mod bench_page;
mod browsers;
mod chromium;
mod deny;
mod node_tests;
mod npm;
mod package;
mod paths;
mod serve;
mod shell;
mod sizes;
mod test;
mod tools;
mod vulkan;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve   [--port N] [--host ADDRESS] [--dev | --as-is]
    Serves the page, and builds pkg/ first where its sources have changed. --dev: a quick build that leaves pkg/ alone; --as-is:
    pkg/ as it is, whatever it was built from.
cargo xtask test    [--only STAGE]... [--list]
    Everything that CI checks, or only the stages named.
cargo xtask package [--check]
    Builds pkg/, the npm package with the page in it. --check: fails where pkg/ is not what this source gives.
cargo xtask bench   [--runs N] [--no-onnx]
    Median time of a prediction of z2_sa, r4_sa, r8_sa, r8f_sa, z2_cnn and r4_cnn: natively, in headless Chromium (CPU and
    WebGPU), and by ONNX Runtime Web.
cargo xtask bench   --page [--runs N] [--against FOLDER|REVISION]
    How quickly the page in pkg/ opens and answers in headless Chromium, at full speed and slowed down four times, beside another
    build of it, and what that is held to.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((task, options)) = arguments.split_first() else {
        bail!("which task?\n\n{HELP}");
    };
    match task.as_str() {
        "serve" => serve::run(&serve::Options::parse(options)?),
        "test" => test::run(&test::Options::parse(options)?),
        "package" => package::run(&package::Options::parse(options)?),
        "bench" if options.iter().any(|option| option == "--page") => {
            bench_page::run(&bench_page::Options::parse(options)?)
        }
        "bench" => bench::run(&bench::Options::parse(options)?),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => bail!("there is no task `{other}`\n\n{HELP}"),
    }
}

/// The error for an option that a task does not have.
fn unknown_option(option: &str) -> anyhow::Error {
    anyhow::anyhow!("there is no option `{option}`\n\n{HELP}")
}
