//! `gsa import`

use std::process::ExitCode;

use anyhow::{Context, Result};
use gsa_net::{Config, Model};

use crate::args::Import;
use crate::files;

/// Turns a state dict of the official code into a model file.
pub(crate) fn run(args: &Import) -> Result<ExitCode> {
    let config = Config::official(&args.group, &args.dataset, args.patch)?;
    let state = files::read(&args.state, super::MAX_MODEL_BYTES)?;
    let model = Model::import_official(&state, config).with_context(|| args.state.display().to_string())?;
    files::require_writable(&args.out)?;
    files::write_atomically(&args.out, &model.to_bytes())?;
    eprintln!(
        "{}: {}, {} parameters, index rule `published`",
        args.out.display(),
        model.config.name(),
        model.config.parameter_count()
    );
    super::note_exactness(&model.config);
    Ok(ExitCode::SUCCESS)
}
