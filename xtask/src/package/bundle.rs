//! The page and the element, bundled by esbuild: `assets/bundle.mjs` says what becomes of which source.

use crate::shell::{command, run, step};
use anyhow::Result;
use std::path::Path;

/// Adds them to a staged package, which has the wasm with its JavaScript already.
pub(crate) fn write(package: &Path) -> Result<()> {
    step("bundling the page and the element (esbuild)");
    run(command("node").arg("xtask/assets/bundle.mjs").arg(package))
}
