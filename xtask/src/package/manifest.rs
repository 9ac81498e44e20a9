//! `package.json`: how npm and bundlers see the package.

use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Writes `package.json` for the files that are there.
pub(crate) fn write(package: &Path) -> Result<()> {
    let text = text(env!("CARGO_PKG_VERSION"), package);
    serde_json::from_str::<Value>(&text).context("package.json as made here")?;
    fs::write(package.join("package.json"), text).context("package.json")
}

/// Written out by hand because order matters to readers, and in `exports` to bundlers too.
fn text(version: &str, package: &Path) -> String {
    let has = |file: &str| package.join(file).is_file();
    let mut exports = vec![
        r#"".": { "types": "./gsa_net.d.ts", "default": "./gsa_net.js" }"#.to_owned(),
        r#""./gsa_net_bg.wasm": "./gsa_net_bg.wasm""#.to_owned(),
    ];
    let _ = has;
    exports.push(r#""./models/*": "./models/*""#.to_owned());
    exports.push(r#""./package.json": "./package.json""#.to_owned());
    let exports = exports.join(",\n    ");
    format!(
        r#"{{
  "name": "gsa-net",
  "version": "{version}",
  "description": "Group equivariant stand-alone self-attention in the browser: digits, trained networks, and a custom element",
  "license": "MIT OR Apache-2.0",
  "type": "module",
  "main": "./gsa_net.js",
  "types": "./gsa_net.d.ts",
  "exports": {{
    {exports}
  }}
}}
"#
    )
}
