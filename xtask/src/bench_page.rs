//! `cargo xtask bench --page`: how quickly the page opens and answers; `assets/bench_page.mjs` measures. Nothing here fails for being
//! slow: a time says as much of the machine as of the page.

use crate::shell::{command, output, run as run_command, step};
use crate::{chromium, npm, package, paths, unknown_option};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// What `bench --page` was asked to do.
#[derive(Debug, PartialEq)]
pub(crate) struct Options {
    runs: usize,
    /// Another package, or a revision that has one.
    against: Option<String>,
}

impl Options {
    pub(crate) fn parse(options: &[String]) -> Result<Options> {
        let (mut runs, mut against) = (5, None);
        let mut options = options.iter();
        while let Some(option) = options.next() {
            match option.as_str() {
                "--page" => {}
                "--runs" => {
                    let text = options.next().context("--runs needs a number")?;
                    runs = text.parse().ok().filter(|n| *n > 0).with_context(|| format!("`{text}` runs"))?;
                }
                "--against" => {
                    against = Some(options.next().context("--against needs a folder or a revision")?.clone());
                }
                other => return Err(unknown_option(other)),
            }
        }
        Ok(Options { runs, against })
    }
}

pub(crate) fn run(options: &Options) -> Result<()> {
    npm::ensure_modules()?;
    chromium::ensure()?;
    let mut builds = vec![format!("this={}", package::package_folder().display())];
    if let Some(against) = &options.against {
        builds.push(format!("other={}", other(against)?.display()));
    }
    step(format!("opening the page {} times a build and speed", options.runs));
    let mut node = command("node");
    node.arg(paths::root().join("xtask/assets/bench_page.mjs")).arg(options.runs.to_string()).args(builds);
    run_command(node.env("CHROMIUM", chromium::locate()?.browser))
}

/// The package to compare with: a folder, or `pkg/` as a revision has it.
fn other(against: &str) -> Result<PathBuf> {
    let folder = Path::new(against);
    if folder.join("index.html").is_file() {
        return Ok(folder.to_owned());
    }
    if folder.exists() || against.starts_with('-') {
        bail!("`{against}` is no package: it has no index.html");
    }
    let into = paths::target().join("bench/against");
    if into.exists() {
        fs::remove_dir_all(&into)?;
    }
    fs::create_dir_all(&into)?;
    let archive = into.join("package.tar");
    let mut git = command("git");
    git.args(["archive", "--output"]).arg(&archive).args([against, "pkg"]);
    output(&mut git).with_context(|| format!("`{against}` is neither a package nor a revision with one"))?;
    output(command("tar").arg("-xf").arg(&archive).arg("-C").arg(&into))?;
    Ok(into.join("pkg"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::testing;

    fn parsed(options: &str) -> Result<Options> {
        Options::parse(&options.split(' ').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn options_are_read_in_any_order_and_others_refused() {
        let expected = Options { runs: 3, against: Some("v1".into()) };
        assert_eq!(parsed("--page --runs 3 --against v1").unwrap(), expected);
        assert_eq!(parsed("--against v1 --page --runs 3").unwrap(), expected);
        assert_eq!(parsed("--page").unwrap(), Options { runs: 5, against: None });
        for wrong in ["--page --runs 0", "--page --runs", "--page --against", "--page --no-onnx"] {
            parsed(wrong).unwrap_err();
        }
    }

    #[test]
    fn a_folder_with_a_page_is_a_package_and_another_is_not() {
        let folder = testing::folder("bench-page");
        let name = folder.to_str().unwrap();
        assert!(other(name).unwrap_err().to_string().contains("index.html"));
        fs::write(folder.join("index.html"), "").unwrap();
        assert_eq!(other(name).unwrap(), folder);
        assert!(other("--exec=x").is_err());
    }
}
