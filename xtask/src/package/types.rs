//! TypeScript declarations of the element, made by the compiler from its JSDoc.

use super::{copy, files_below};
use crate::shell::{output, step};
use crate::{npm, paths};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The module whose declarations users import, with those that these refer to.
const ENTRY: &str = "define.js";

/// How sources in `www/` refer to the types of the wasm, after as many `../` as they lie deep.
const FROM_SOURCE: &str = "../pkg/";

/// Adds the declarations to a staged package, which has the wasm and its declarations already.
pub(crate) fn emit(package: &Path) -> Result<()> {
    step("writing the element's types (tsc)");
    let folder = paths::target().join("xtask/types");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    // A copy, so that what is beside it is the wasm just built.
    let (www, emitted) = (folder.join("www"), folder.join("out"));
    let sources = paths::root().join("www");
    for file in files_below(&sources)? {
        copy(&sources.join(&file), &www.join(&file))?;
    }
    copy(&package.join("gsa_net.d.ts"), &folder.join("pkg/gsa_net.d.ts"))?;
    let signals = paths::root().join("node_modules/@preact/signals-core");
    let config = json!({
        "extends": paths::root().join("tsconfig.json"),
        "compilerOptions": {
            "noEmit": false,
            "declaration": true,
            "emitDeclarationOnly": true,
            "types": [],
            "paths": { "@preact/signals-core": [signals] },
            "rootDir": www,
            "outDir": emitted,
        },
        "include": [],
        "files": [www.join(ENTRY), www.join("embedded.d.ts")],
    });
    let file = folder.join("tsconfig.json");
    fs::write(&file, config.to_string())?;
    output(npm::program("tsc")?.arg("--project").arg(&file))?;

    // Those written by hand are not emitted.
    for file in files_below(&www)?.iter().filter(|file| is_declaration(file)) {
        copy(&www.join(file), &emitted.join(file))?;
    }
    let mut wanted = BTreeSet::new();
    follow(&emitted, Path::new(ENTRY), &mut wanted)?;
    for file in &wanted {
        copy(&emitted.join(file), &package.join(file))?;
        let text = fs::read_to_string(package.join(file))?;
        fs::write(package.join(file), from_package(&text))?;
    }
    Ok(())
}

fn is_declaration(file: &Path) -> bool {
    file.to_str().is_some_and(|name| name.ends_with(".d.ts"))
}

/// Adds the declarations of a module, and of all modules that they refer to, but those of the wasm.
fn follow(folder: &Path, module: &Path, wanted: &mut BTreeSet<PathBuf>) -> Result<()> {
    let declarations = if is_declaration(module) { module.to_owned() } else { module.with_extension("d.ts") };
    if !wanted.insert(declarations.clone()) {
        return Ok(());
    }
    let text = fs::read_to_string(folder.join(&declarations)).with_context(|| declarations.display().to_string())?;
    for name in modules_named(&text) {
        if name.contains(FROM_SOURCE) {
            continue;
        }
        if !name.starts_with('.') {
            bail!("{} refers to {name}, which users of the package do not have", declarations.display());
        }
        follow(folder, &beside(&declarations, name), wanted)?;
    }
    Ok(())
}

/// The file that `./name` or `../name` is, seen from another one.
fn beside(file: &Path, name: &str) -> PathBuf {
    let mut path = file.parent().map(Path::to_owned).unwrap_or_default();
    for part in Path::new(name).components() {
        match part {
            Component::ParentDir => {
                path.pop();
            }
            Component::Normal(part) => path.push(part),
            _ => {}
        }
    }
    path
}

/// The modules that declarations import, in code and not in comments.
fn modules_named(text: &str) -> Vec<&str> {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with(['*', '/']));
    lines
        .flat_map(|line| {
            ["from ", "import ", "import("].iter().flat_map(move |before| {
                line.split(before).skip(1).filter_map(|rest| {
                    let quote = rest.chars().next().filter(|first| ['\'', '"'].contains(first))?;
                    rest[1..].split(quote).next()
                })
            })
        })
        .collect()
}

/// Declarations as they are in the package, which has the types of the wasm at its top.
fn from_package(text: &str) -> String {
    text.replace(&format!("../{FROM_SOURCE}"), "../").replace(FROM_SOURCE, "./")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::testing;

    #[test]
    fn declarations_are_followed_and_others_left_out() {
        let folder = testing::folder("types");
        fs::create_dir(folder.join("inner")).unwrap();
        let put = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
        put(
            "define.d.ts",
            "import { A } from './inner/a.js';\nexport { A };\n/** @import { C } from './comment.js' */",
        );
        put(
            "inner/a.d.ts",
            "import type { B } from \"../b.d.ts\";\nimport('../define.js'), import('../../pkg/gsa_net.js');",
        );
        put("b.d.ts", "");
        put("other.d.ts", "");
        let mut wanted = BTreeSet::new();
        follow(&folder, Path::new("define.js"), &mut wanted).unwrap();
        assert_eq!(wanted, BTreeSet::from(["b.d.ts", "define.d.ts", "inner/a.d.ts"].map(PathBuf::from)));

        put("b.d.ts", "import { Signal } from '@preact/signals-core';");
        let error = follow(&folder, Path::new("define.js"), &mut BTreeSet::new()).unwrap_err().to_string();
        assert!(error.contains("b.d.ts") && error.contains("@preact/signals-core"), "{error}");
    }

    #[test]
    fn types_of_the_wasm_are_at_the_top_of_the_package() {
        assert_eq!(from_package("from '../pkg/gsa_net.js'"), "from './gsa_net.js'");
        assert_eq!(from_package("from '../../../pkg/gsa_net.js'"), "from '../../gsa_net.js'");
    }
}
