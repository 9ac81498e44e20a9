//! `standalone.js`: the modules, the wasm and the models in one plain script, for pages that may load no modules (opened from
//! a disk, or in a sandboxed frame whose server sends no CORS headers). It needs no bundler: `assets/standalone.js` gives each
//! module an address of its own and puts the addresses in place of the names.

use super::files_below;
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;

const FRAME: &str = include_str!("../../assets/standalone.js");
/// What may be asked for; the worker first, so that its modules are the first ones.
const ENTRIES: [&str; 3] = ["worker.js", "define.js", "page.js"];

/// Writes `standalone.js` for the package as it is staged.
pub(crate) fn write(package: &Path) -> Result<()> {
    let mut order = Vec::new();
    for entry in ENTRIES {
        visit(package, entry, &mut Vec::new(), &mut order)?;
    }
    let wasm = fs::read(package.join("gsa_net_bg.wasm")).context("gsa_net_bg.wasm")?;
    let text = FRAME
        .replacen("/* MODULES */ []", &script_json(&json!(order)), 1)
        .replacen("/* WASM */ ''", &script_json(&json!(base64(&wasm))), 1)
        .replacen("/* MODELS */ {}", &script_json(&models(package)?), 1);
    fs::write(package.join("standalone.js"), text).context("standalone.js")
}

/// Puts a module behind those that it imports.
fn visit(package: &Path, name: &str, path: &mut Vec<String>, order: &mut Vec<(String, String)>) -> Result<()> {
    if order.iter().any(|(known, _)| known == name) {
        return Ok(());
    }
    if path.iter().any(|other| other == name) {
        bail!("modules import each other: {} → {name}", path.join(" → "));
    }
    let source = fs::read_to_string(package.join(name)).with_context(|| format!("{name}, imported"))?;
    path.push(name.to_owned());
    for import in imports(&source) {
        visit(package, import, path, order)?;
    }
    path.pop();
    order.push((name.to_owned(), source));
    Ok(())
}

/// Names of the modules beside it that a module imports: `from './a.js'`, `import './a.js'`, `import('./a.js')`, but not those
/// whose types a comment imports.
fn imports(source: &str) -> Vec<&str> {
    source
        .match_indices("'./")
        .filter(|(at, _)| {
            let before = source[..*at].trim_end_matches(['(', ' ', '\n']);
            let line = before.lines().next_back().unwrap_or_default();
            let is_comment = ["*", "//", "/*"].iter().any(|start| line.trim_start().starts_with(start));
            !is_comment && (before.ends_with("from") || before.ends_with("import"))
        })
        .filter_map(|(at, mark)| source[at + mark.len()..].split('\'').next())
        .filter(|name| name.ends_with(".js"))
        .collect()
}

fn models(package: &Path) -> Result<Value> {
    let folder = package.join("models");
    let mut models = Map::new();
    if !folder.is_dir() {
        return Ok(Value::Object(models));
    }
    for file in files_below(&folder)? {
        if let Some(name) = file.to_str().and_then(|file| file.strip_suffix(".safetensors")) {
            models.insert(name.to_owned(), json!(base64(&fs::read(folder.join(&file))?)));
        }
    }
    Ok(Value::Object(models))
}

/// JSON that can stand in a script, also one inside of a page.
fn script_json(value: &Value) -> String {
    value.to_string().replace("</", "<\\/")
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |i: usize| u32::from(*chunk.get(i).unwrap_or(&0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for i in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * i) & 63) as usize];
            text.push(if i <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::testing;

    #[test]
    fn base64_is_that_of_the_rfc() {
        let pairs = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (bytes, text) in pairs {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xfb, 0xff, 0xfe]), "+//+");
    }

    #[test]
    fn imports_are_found_and_mere_addresses_are_not() {
        let source = "import a from './a.js';\nimport {\n  b\n} from './b.js';\nimport './c.js';\n\
            const d = import('./d.js');\nconst e = new URL('./e.js', import.meta.url);\n/** @import { F } from './f.d.ts' */";
        assert_eq!(imports(source), ["a.js", "b.js", "c.js", "d.js"]);
    }

    #[test]
    fn modules_come_after_what_they_import_and_circles_are_refused() {
        let package = testing::folder("standalone");
        let put = |name: &str, text: &str| fs::write(package.join(name), text).unwrap();
        put("worker.js", "import './runner.js';");
        put("runner.js", "");
        put("define.js", "import './runner.js'; // </script>");
        put("page.js", "import './define.js';");
        put("gsa_net_bg.wasm", "foo");
        fs::create_dir(package.join("models")).unwrap();
        put("models/a.safetensors", "f");
        write(&package).unwrap();
        let text = fs::read_to_string(package.join("standalone.js")).unwrap();
        let places = ["runner.js", "worker.js", "define.js", "page.js"]
            .map(|name| text.find(&format!("[\"{name}\"")).expect(name));
        assert!(places.is_sorted(), "{places:?}");
        assert!(text.contains(r#"wasm = "Zm9v""#) && text.contains(r#"{"a":"Zg=="}"#));
        assert!(!text.contains("</script>\""));

        put("runner.js", "import './define.js';");
        assert!(write(&package).unwrap_err().to_string().contains("import each other"));
    }
}
