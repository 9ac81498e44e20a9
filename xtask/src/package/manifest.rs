//! How npm, bundlers and editors see the package: `package.json`, and `custom-elements.json`, which
//! `assets/custom_elements.mjs` makes of the element's source.

use crate::shell::{command, run};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Written out because order matters: to readers, and in `exports` to bundlers too.
const PACKAGE: &str = r#"{
  "name": "gsa-net",
  "version": "VERSION",
  "description": "Group equivariant self-attention networks that run in a web page, and a custom element that shows them",
  "keywords": ["equivariance", "attention", "mnist", "wasm", "custom-element"],
  "license": "MIT OR Apache-2.0",
  "type": "module",
  "main": "./gsa_net.js",
  "types": "./gsa_net.d.ts",
  "exports": {
    ".": { "types": "./gsa_net.d.ts", "default": "./gsa_net.js" },
    "./element.js": { "types": "./element.d.ts", "default": "./element.js" },
    "./figure.js": { "types": "./figure.d.ts", "default": "./figure.js" },
    "./define.js": { "types": "./define.d.ts", "default": "./define.js" },
    "./opening.js": { "types": "./types.d.ts", "default": "./opening.js" },
    "./worker.js": "./worker.js",
    "./samples.js": "./samples.js",
    "./standalone.js": { "types": "./types.d.ts", "default": "./standalone.js" },
    "./gsa_net_bg.wasm": "./gsa_net_bg.wasm",
    "./gsa_net_relaxed_bg.wasm": "./gsa_net_relaxed_bg.wasm",
    "./plain/gsa_net.js": { "types": "./plain/gsa_net.d.ts", "default": "./plain/gsa_net.js" },
    "./plain/gsa_net_bg.wasm": "./plain/gsa_net_bg.wasm",
    "./models/*": "./models/*",
    "./custom-elements.json": "./custom-elements.json",
    "./package.json": "./package.json"
  },
  "customElements": "custom-elements.json",
  "sideEffects": ["./define.js", "./opening.js", "./page.js", "./standalone.js", "./worker.js"]
}
"#;

/// Writes both files for the package as it is staged.
pub(crate) fn write(package: &Path) -> Result<()> {
    write_package(package)?;
    run(command("node").arg("xtask/assets/custom_elements.mjs").arg(package))
}

fn write_package(package: &Path) -> Result<()> {
    fs::write(package.join("package.json"), PACKAGE.replace("VERSION", VERSION)).context("package.json")
}

/// Fails where `package.json` names a file that the package does not have.
pub(crate) fn check(package: &Path) -> Result<()> {
    let manifest: Value = serde_json::from_str(&fs::read_to_string(package.join("package.json"))?)?;
    let missing = paths_named(&manifest).into_iter().filter(|path| !package.join(path).is_file()).collect::<Vec<_>>();
    if !missing.is_empty() {
        bail!("package.json names files that are not there: {}", missing.join(", "));
    }
    Ok(())
}

/// Every `./file` in `exports`, `main`, `types` and `sideEffects`, but patterns.
fn paths_named(value: &Value) -> BTreeSet<&str> {
    match value {
        Value::String(text) => text.strip_prefix("./").filter(|path| !path.contains('*')).into_iter().collect(),
        Value::Array(list) => list.iter().flat_map(paths_named).collect(),
        Value::Object(map) => map.values().flat_map(paths_named).collect(),
        _ => BTreeSet::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::testing;

    #[test]
    fn files_named_in_any_place_of_the_manifest_are_found() {
        let manifest: Value = serde_json::from_str(PACKAGE).unwrap();
        let paths = paths_named(&manifest);
        for path in ["gsa_net.js", "gsa_net.d.ts", "define.d.ts", "worker.js", "custom-elements.json"] {
            assert!(paths.contains(path), "{path}");
        }
        assert!(!paths.contains("models/*"));
    }

    #[test]
    fn a_missing_file_is_named() {
        let folder = testing::folder("manifest");
        write_package(&folder).unwrap();
        let error = check(&folder).unwrap_err().to_string();
        assert!(error.contains("gsa_net.d.ts") && !error.contains("package.json,"), "{error}");
    }
}
