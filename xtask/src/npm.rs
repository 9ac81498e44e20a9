//! The JavaScript side's tools, from npm: the lock file says which.

use crate::paths;
use crate::shell::{command, find, run, step};
use anyhow::{Context, Result, bail};
use std::fs;
use std::process::Command;

/// Installs `node_modules` where it is missing or not what `package-lock.json` says.
pub(crate) fn ensure_modules() -> Result<()> {
    ensure_node()?;
    let lock = fs::read(paths::root().join("package-lock.json")).context("package-lock.json")?;
    // What npm itself writes into node_modules is not comparable with the lock, so a copy is kept.
    let installed = paths::root().join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|bytes| bytes == lock) {
        return Ok(());
    }
    step("installing the JavaScript tools (npm ci)");
    run(command("npm").args(["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&installed, lock).context("node_modules")
}

/// A program that an npm package brought.
pub(crate) fn program(name: &str) -> Result<Command> {
    let path = paths::root().join("node_modules/.bin").join(name);
    if !path.exists() {
        bail!("node_modules has no `{name}`: run `npm ci`; is it in package.json?");
    }
    Ok(command(path))
}

fn ensure_node() -> Result<()> {
    if find("node").is_none() || find("npm").is_none() {
        bail!(
            "Node.js 20 or newer with npm is needed: install it from https://nodejs.org or with your system's packages"
        );
    }
    Ok(())
}
