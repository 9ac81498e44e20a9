//! How npm, bundlers and editors see the package: `package.json`, and `custom-elements.json` for the element.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const VERSION: &str = env!("CARGO_PKG_VERSION");
const CUSTOM_ELEMENTS: &str = include_str!("../../assets/custom-elements.json");

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
    "./define.js": { "types": "./define.d.ts", "default": "./define.js" },
    "./worker.js": "./worker.js",
    "./samples.js": "./samples.js",
    "./standalone.js": "./standalone.js",
    "./gsa_net_bg.wasm": "./gsa_net_bg.wasm",
    "./plain/gsa_net.js": { "types": "./plain/gsa_net.d.ts", "default": "./plain/gsa_net.js" },
    "./plain/gsa_net_bg.wasm": "./plain/gsa_net_bg.wasm",
    "./models/*": "./models/*",
    "./custom-elements.json": "./custom-elements.json",
    "./package.json": "./package.json"
  },
  "customElements": "custom-elements.json",
  "sideEffects": ["./define.js", "./page.js", "./standalone.js", "./worker.js"]
}
"#;

/// Writes both files for the package as it is staged.
pub(crate) fn write(package: &Path) -> Result<()> {
    let text = PACKAGE.replace("VERSION", VERSION);
    fs::write(package.join("package.json"), &text).context("package.json")?;
    fs::write(package.join("custom-elements.json"), CUSTOM_ELEMENTS).context("custom-elements.json")
}

/// Fails where `package.json` names a file that the package does not have, or `custom-elements.json` an attribute, member,
/// slot or part that the element does not have.
pub(crate) fn check(package: &Path) -> Result<()> {
    let manifest: Value = serde_json::from_str(&fs::read_to_string(package.join("package.json"))?)?;
    let missing = paths_named(&manifest).into_iter().filter(|path| !package.join(path).is_file()).collect::<Vec<_>>();
    if !missing.is_empty() {
        bail!("package.json names files that are not there: {}", missing.join(", "));
    }
    let source = |name: &str| fs::read_to_string(package.join(name)).with_context(|| name.to_owned());
    let element = source("element.js")? + &source("template.js")?;
    let declared: Value = serde_json::from_str(CUSTOM_ELEMENTS).context("custom-elements.json")?;
    let unknown = names_declared(&declared["modules"][0]["declarations"][0], &element);
    if !unknown.is_empty() {
        bail!("custom-elements.json declares what the element does not have: {}", unknown.join(", "));
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

/// What of the source shows that the element has something of that name.
type Forms = fn(&str) -> Vec<String>;

/// What is declared of the element and not found in its source.
fn names_declared(class: &Value, source: &str) -> Vec<String> {
    let kinds: [(&str, Forms); 4] = [
        ("attributes", |name| vec![format!("'{name}'")]),
        ("members", |name| vec![format!(" get {name}("), format!("  {name}("), format!("  async {name}(")]),
        ("slots", |name| vec![format!("<slot name=\"{name}\"")]),
        ("cssParts", |name| vec![format!("part=\"{name}\"")]),
    ];
    let mut unknown = Vec::new();
    for (kind, forms) in kinds {
        for name in class[kind].as_array().into_iter().flatten().filter_map(|entry| entry["name"].as_str()) {
            if !forms(name).iter().any(|form| source.contains(form)) {
                unknown.push(format!("{kind}: {name}"));
            }
        }
    }
    unknown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::testing;
    use serde_json::json;

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
        write(&folder).unwrap();
        let error = check(&folder).unwrap_err().to_string();
        assert!(error.contains("gsa_net.d.ts") && !error.contains("package.json,"), "{error}");
    }

    #[test]
    fn what_the_element_does_not_have_is_named() {
        let class = json!({
            "attributes": [{ "name": "model" }, { "name": "colour" }],
            "members": [{ "name": "angle" }, { "name": "clear" }, { "name": "fly" }],
            "slots": [{ "name": "actions" }],
            "cssParts": [{ "name": "pad" }],
        });
        let source = "['model']; get angle() {}\n  clear() {} <canvas part=\"pad\">";
        assert_eq!(names_declared(&class, source), ["attributes: colour", "members: fly", "slots: actions"]);
    }
}
