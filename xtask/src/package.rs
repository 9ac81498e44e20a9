//! `cargo xtask package`: the npm package `pkg/`, with the page in it.
//!
//! The package is staged beside the build and only then put in place, so that `pkg/` is never half built. It is
//! committed, so it must be what its source gives: `--check` builds it again and compares every byte. That works
//! because nothing of the machine gets into the wasm (see [`wasm`]) and because compiler, wasm-bindgen, wasm-opt and
//! bundler are all pinned (`rust-toolchain.toml`, `Cargo.lock`, `package-lock.json`). The digest of its sources that it records is
//! quicker to compare: enough to serve it without building anything, and not enough for CI, since it takes the word of whoever wrote it.

mod bundle;
mod compare;
mod digest;
mod manifest;
mod types;
pub(crate) mod wasm;

use crate::shell::step;
use crate::{paths, sizes, tools, unknown_option};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// What `package` was asked to do.
pub(crate) struct Options {
    check: bool,
}

impl Options {
    pub(crate) fn parse(options: &[String]) -> Result<Options> {
        let mut check = false;
        for option in options {
            match option.as_str() {
                "--check" => check = true,
                other => return Err(unknown_option(other)),
            }
        }
        Ok(Options { check })
    }
}

pub(crate) fn run(options: &Options) -> Result<()> {
    if options.check { check() } else { build().map(|_| ()) }
}

/// Builds `pkg/`.
pub(crate) fn build() -> Result<PathBuf> {
    let staged = stage(wasm::Profile::Release)?;
    let package = package_folder();
    let changes = compare::sync(&staged, &package)?;
    match changes {
        0 => step("pkg/ was up to date"),
        n => step(format!("pkg/ is built, {n} files changed")),
    }
    sizes::print(&package)?;
    if let Err(error) = sizes::check(&package, &default_networks()?) {
        // Whoever looks at a page may; `--check` does not let it pass.
        step(format!("{error}"));
    }
    Ok(package)
}

/// `pkg/`: as it is where it was built from these very sources, which needs no tools; otherwise built.
pub(crate) fn build_if_stale() -> Result<PathBuf> {
    match digest::mismatch(paths::root(), &package_folder())? {
        None => {
            step("pkg/ was built from these sources: nothing to build");
            Ok(package_folder())
        }
        Some(why) => {
            step(format!("{why}: building it"));
            build()
        }
    }
}

/// Builds the package with little optimisation, beside the build and not into `pkg/`.
pub(crate) fn build_dev() -> Result<PathBuf> {
    stage(wasm::Profile::Dev)
}

/// Fails where `pkg/` is not what this source gives.
pub(crate) fn check() -> Result<()> {
    let staged = stage(wasm::Profile::Release)?;
    let differences = compare::differences(&staged, &package_folder())?;
    if !differences.is_empty() {
        let list = differences.iter().map(|d| format!("  {d}")).collect::<Vec<_>>().join("\n");
        bail!("pkg/ is not what this source gives:\n{list}\nrun `cargo xtask package` and commit pkg/");
    }
    step("pkg/ is what this source gives, byte for byte");
    wasm::check_size(&staged)?;
    sizes::check(&staged, &default_networks()?)
}

/// Names of the networks that the page loads.
fn default_networks() -> Result<Vec<String>> {
    let file = paths::root().join("www/state/defaults.js");
    let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let list = text.split_once("DEFAULT_NETWORKS = [").and_then(|(_, rest)| rest.split_once(']'));
    let (list, _) = list.with_context(|| format!("{}: no DEFAULT_NETWORKS", file.display()))?;
    Ok(list.split('\'').skip(1).step_by(2).map(str::to_owned).collect())
}

/// The package as committed.
pub(crate) fn package_folder() -> PathBuf {
    paths::root().join("pkg")
}

fn stage(profile: wasm::Profile) -> Result<PathBuf> {
    tools::ensure_package_tools()?;
    let staged = paths::target().join("xtask").join(profile.folder());
    if staged.exists() {
        fs::remove_dir_all(&staged).with_context(|| staged.display().to_string())?;
    }
    fs::create_dir_all(&staged).with_context(|| staged.display().to_string())?;

    wasm::build(profile, &staged)?;
    bundle::write(&staged)?;
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&paths::root().join(name), &staged.join(name))?;
    }
    copy(&paths::root().join("xtask/assets/package-readme.md"), &staged.join("README.md"))?;
    manifest::write(&staged)?;
    types::emit(&staged)?;
    // The quick build lacks that for browsers without SIMD.
    if profile == wasm::Profile::Release {
        manifest::check(&staged)?;
    }
    digest::record(paths::root(), &staged)?;
    Ok(staged)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    let bytes = fs::read(from).with_context(|| from.display().to_string())?;
    // Written, not copied: a copy would also take the source's permissions.
    fs::write(to, bytes).with_context(|| to.display().to_string())
}

/// All files below a folder, relative to it, in order.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(inner) = folders.pop() {
        let full = folder.join(&inner);
        for entry in fs::read_dir(&full).with_context(|| full.display().to_string())? {
            let entry = entry?;
            let path = inner.join(entry.file_name());
            if entry.file_type()?.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
pub(crate) mod testing {
    use std::path::PathBuf;

    /// A new empty folder of its own for a test.
    pub(crate) fn folder(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("gsa-xtask-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        path
    }
}
