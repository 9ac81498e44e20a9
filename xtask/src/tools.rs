//! The Rust side's tools: the wasm target, wasm-pack and wasm-bindgen. Each is used as it is when present and right,
//! and otherwise installed into `.tools/`, so that nobody's own installation is touched.

use crate::shell::{command, find, output, run, run_heard, step};
use crate::{chromium, npm, paths};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

const CARGO_DENY: &str = "0.20.2";
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// rustfmt and clippy of the pinned toolchain.
pub(crate) fn ensure_lints() -> Result<()> {
    for (component, probe) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output(command("cargo").args([probe, "--version"])).is_err() {
            step(format!("installing {component}"));
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

/// What it takes to build the package.
pub(crate) fn ensure_package_tools() -> Result<()> {
    ensure_wasm_target()?;
    ensure_wasm_bindgen()?;
    npm::ensure_modules()
}

/// What it takes to run tests in a browser.
pub(crate) fn ensure_browser_tools() -> Result<()> {
    ensure_wasm_target()?;
    ensure_wasm_pack()?;
    ensure_wasm_bindgen()?;
    chromium::ensure()
}

/// The standard library for wasm.
pub(crate) fn ensure_wasm_target() -> Result<()> {
    let library = output(command("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]))?;
    if PathBuf::from(library.trim()).is_dir() {
        return Ok(());
    }
    step(format!("installing the Rust target {WASM_TARGET}"));
    rustup(&["target", "add", WASM_TARGET])
}

fn rustup(arguments: &[&str]) -> Result<()> {
    if find("rustup").is_none() {
        bail!("rustup is needed for `rustup {}`: install it from https://rustup.rs and try again", arguments.join(" "));
    }
    run(command("rustup").args(arguments))
}

/// Unlike the others it makes nothing that is shipped, so any version that knows `deny.toml` will do; and as it has little to do, it is
/// compiled quickly rather than well.
pub(crate) fn has_cargo_deny() -> bool {
    find("cargo-deny").is_some()
}

pub(crate) fn ensure_cargo_deny() -> Result<()> {
    if has_cargo_deny() {
        return Ok(());
    }
    step("installing cargo-deny (a few minutes, once)");
    cargo_install(&["cargo-deny", "--version", CARGO_DENY, "--debug"])
}

fn ensure_wasm_pack() -> Result<()> {
    if find("wasm-pack").is_some() {
        return Ok(());
    }
    step("installing wasm-pack (about 2 minutes, once)");
    cargo_install(&["wasm-pack"])
}

/// wasm-bindgen's two halves must be of one version, so the one in `Cargo.lock` decides.
fn ensure_wasm_bindgen() -> Result<()> {
    let lock = std::fs::read_to_string(paths::root().join("Cargo.lock")).context("Cargo.lock")?;
    let wanted = locked_version(&lock, "wasm-bindgen").context("Cargo.lock has no wasm-bindgen")?;
    let is_right = |program: &str| {
        find(program).is_some_and(|path| {
            output(command(path).arg("--version")).is_ok_and(|text| text.split_whitespace().nth(1) == Some(wanted))
        })
    };
    if is_right("wasm-bindgen") && is_right("wasm-bindgen-test-runner") {
        return Ok(());
    }
    step(format!("installing wasm-bindgen {wanted} (about 4 minutes, once)"));
    cargo_install(&["wasm-bindgen-cli", "--version", wanted])
}

/// With the versions that its authors tried (`--locked`). Without them only where the registry in use lacks one, as a mirror that lags
/// behind does: then the newest that it has must do.
fn cargo_install(what: &[&str]) -> Result<()> {
    let install = |extra: &[&str]| {
        // Not in this workspace: neither its target folder nor its profile matters here.
        run_heard(command("cargo").arg("install").args(what).args(extra).arg("--root").arg(paths::tools()))
    };
    install(&["--locked"]).or_else(|error| {
        if !lacks_a_version(&error.to_string()) {
            return Err(error);
        }
        step("the registry lacks a version that this was locked to; trying without --locked");
        install(&[])
    })
}

/// Whether cargo found no such version of a crate in the registry.
fn lacks_a_version(said: &str) -> bool {
    said.contains("failed to select a version for the requirement") && said.contains("locked to")
}

/// The version of a package in the text of a `Cargo.lock`.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_version_that_the_registry_lacks_is_a_reason_to_take_others() {
        let lacking = "error: failed to compile `wasm-bindgen-cli v0.2.130`\n\nCaused by:\n  \
                       failed to select a version for the requirement `hashbrown = \"^0.18\"` (locked to 0.18.2)\n  \
                       candidate versions found which didn't match: 0.17.1";
        assert!(lacks_a_version(lacking));
        for other in ["error: could not compile `libc`", "error: failed to select a version for `a`", ""] {
            assert!(!lacks_a_version(other), "{other}");
        }
    }

    #[test]
    fn the_locked_version_is_that_of_the_package_and_of_no_other() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
        assert_eq!(locked_version("", "wasm-bindgen"), None);
    }
}
