//! TypeScript declarations of the element, made by the compiler from its JSDoc.

use super::{copy, files_below};
use crate::shell::{output, step};
use crate::{npm, paths};
use anyhow::{Context, Result};
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The module whose declarations users import, with those that these refer to.
const ENTRY: &str = "define.js";

/// Adds the declarations to a staged package, which has the page and `package.json` already.
pub(crate) fn emit(package: &Path) -> Result<()> {
    step("writing the element's types (tsc)");
    let folder = paths::target().join("xtask/types");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let emitted = folder.join("out");
    let config = json!({
        "extends": paths::root().join("tsconfig.json"),
        "compilerOptions": {
            "noEmit": false,
            "declaration": true,
            "emitDeclarationOnly": true,
            "types": [],
            "rootDir": package,
            "outDir": emitted,
        },
        "include": [],
        "files": [package.join(ENTRY)],
    });
    let file = folder.join("tsconfig.json");
    fs::write(&file, config.to_string())?;
    output(npm::program("tsc")?.arg("--project").arg(&file))?;

    let mut wanted = BTreeSet::new();
    follow(&emitted, Path::new(ENTRY), &mut wanted)?;
    for file in files_below(&emitted)?.iter().filter(|file| wanted.contains(*file)) {
        copy(&emitted.join(file), &package.join(file))?;
    }
    Ok(())
}

/// Adds the declarations of a module, and of all modules that they refer to.
fn follow(folder: &Path, module: &Path, wanted: &mut BTreeSet<PathBuf>) -> Result<()> {
    let declarations = module.with_extension("d.ts");
    if !wanted.insert(declarations.clone()) {
        return Ok(());
    }
    let text = fs::read_to_string(folder.join(&declarations)).with_context(|| declarations.display().to_string())?;
    modules_named(&text).iter().try_for_each(|module| follow(folder, Path::new(module), wanted))
}

/// The `./module.js` that declarations refer to.
fn modules_named(text: &str) -> Vec<&str> {
    text.split(['\'', '"']).filter_map(|word| word.strip_prefix("./")).filter(|word| word.ends_with(".js")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::testing;

    #[test]
    fn declarations_are_followed_and_others_left_out() {
        let folder = testing::folder("types");
        fs::write(folder.join("define.d.ts"), "import { A } from './a.js';\nexport { A };").unwrap();
        fs::write(folder.join("a.d.ts"), "import type { B } from './b.d.ts';\nimport('./define.js');").unwrap();
        fs::write(folder.join("other.d.ts"), "").unwrap();
        let mut wanted = BTreeSet::new();
        follow(&folder, Path::new("define.js"), &mut wanted).unwrap();
        assert_eq!(wanted, BTreeSet::from(["a.d.ts", "define.d.ts"].map(PathBuf::from)));
    }
}
