//! The page, copied flat beside the wasm.

use super::{copy, files_below};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// How sources in `www/` refer to the package, so that `www/index.html` works when the repository is served.
const FROM_SOURCE: &str = "../pkg/";
/// The same seen from inside the package.
const FROM_PACKAGE: &str = "./";

/// Copies `www/` into the package, with references to the package made local.
pub(crate) fn copy_page(www: &Path, package: &Path) -> Result<()> {
    for file in files_below(www)? {
        let (from, to) = (www.join(&file), package.join(&file));
        copy(&from, &to)?;
        if is_text(&file) {
            let text = fs::read_to_string(&from).with_context(|| from.display().to_string())?;
            fs::write(&to, text.replace(FROM_SOURCE, FROM_PACKAGE))?;
        }
    }
    Ok(())
}

fn is_text(file: &Path) -> bool {
    matches!(file.extension().and_then(|e| e.to_str()), Some("html" | "js" | "mjs" | "css" | "json" | "ts" | "svg"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::testing;

    #[test]
    fn references_to_the_package_become_local_in_text_and_bytes_stay_as_they_are() {
        let (www, package) = (testing::folder("www"), testing::folder("package"));
        fs::create_dir(www.join("icons")).unwrap();
        fs::write(www.join("page.js"), "import init from '../pkg/gsa_net.js';\n").unwrap();
        fs::write(www.join("icons/a.png"), b"\xff../pkg/").unwrap();
        copy_page(&www, &package).unwrap();
        assert_eq!(fs::read_to_string(package.join("page.js")).unwrap(), "import init from './gsa_net.js';\n");
        assert_eq!(fs::read(package.join("icons/a.png")).unwrap(), b"\xff../pkg/");
    }
}
