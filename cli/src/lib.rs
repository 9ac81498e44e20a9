//! `gsa`: train, evaluate, import and run group self-attention networks.
//!
//! Standard output carries results alone; progress, notes and errors go to standard error.
//!
//! There is nothing of it for wasm, where cargo meets this package only because it is a default member of the workspace.
#![cfg(not(target_family = "wasm"))]

mod args;
mod checkpoint;
mod commands;
mod data;
mod engine;
mod files;
mod machine;
mod progress;
mod score;
mod stop;
mod style;
mod tables;

use std::io;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;

use args::{Cli, Command};

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    machine::keep_freed_memory();
    match run(&Cli::parse()) {
        Ok(code) => code,
        // Whoever read the results has read enough (`gsa predict … | head`).
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("gsa: {}", files::shown(&format!("{error:#}")));
            ExitCode::FAILURE
        }
    }
}

fn run(cli: &Cli) -> Result<ExitCode> {
    if let Some(threads) = cli.threads {
        rayon::ThreadPoolBuilder::new().num_threads(threads.into()).build_global().context("starting the threads")?;
    }
    match &cli.command {
        Command::Train(args) => commands::train::run(args),
        Command::Eval(args) => commands::eval::run(args),
        Command::Predict(args) => commands::predict::run(args),
        Command::Import(args) => commands::import::run(args),
        Command::Export(args) => commands::export::run(args),
        Command::Bench(args) => commands::bench::run(args),
        Command::Cost(args) => commands::cost::run(args),
        Command::Curves(args) => commands::curves::run(args),
        Command::Angles(args) => commands::angles::run(args),
        Command::Windows(args) => commands::windows::run(args),
        Command::GroupSize(args) => commands::group_size::run(args),
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
            || cause
                .downcast_ref::<serde_json::Error>()
                .is_some_and(|error| error.io_error_kind() == Some(io::ErrorKind::BrokenPipe))
    })
}
