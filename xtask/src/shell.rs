//! Running other programs.

use crate::paths;
use anyhow::{Context, Result, bail};
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// Tells one step.
pub(crate) fn step(text: impl AsRef<str>) {
    eprintln!("• {}", text.as_ref());
}

/// What was not done.
static SKIPPED: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Tells loudly what can't be done here; [`skipped`] tells it again at the end.
pub(crate) fn skip(what: &str) {
    step(format!("SKIPPED: {what}"));
    SKIPPED.lock().unwrap_or_else(PoisonError::into_inner).push(what.to_owned());
}

/// What was not done, in the order in which it was told.
pub(crate) fn skipped() -> Vec<String> {
    SKIPPED.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// What failed at first and passed when it was run again.
static UNSTEADY: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Tells loudly what passed only the second time; [`told_unsteady`] tells it again at the end.
pub(crate) fn unsteady(what: &str) {
    step(format!("UNSTEADY: {what}"));
    UNSTEADY.lock().unwrap_or_else(PoisonError::into_inner).push(what.to_owned());
}

/// What passed only the second time, in the order in which it was told.
pub(crate) fn told_unsteady() -> Vec<String> {
    UNSTEADY.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// A command that runs in the root of the repository and finds the tools in `.tools/` first.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root()).env("PATH", search_path());
    // Set by `cargo xtask` for xtask itself; handed on, they would make cargo build everything twice.
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(name);
        }
    }
    command
}

/// Runs a command to its end with its output shown; fails where the command does.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start `{}`", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// As [`run`]; where the command fails, the error has what it said.
pub(crate) fn run_heard(command: &mut Command) -> Result<()> {
    let mut child =
        command.stderr(Stdio::piped()).spawn().with_context(|| format!("could not start `{}`", shown(command)))?;
    let mut said = String::new();
    for line in BufReader::new(child.stderr.take().context("no standard error")?).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        eprintln!("{line}");
        said.push_str(&line);
        said.push('\n');
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("`{}` failed ({status})\n{said}", shown(command));
    }
    Ok(())
}

/// Runs a command and gives its standard output; its output is shown only where it fails.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output =
        command.stdin(Stdio::null()).output().with_context(|| format!("could not start `{}`", shown(command)))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` failed ({})\n{text}{errors}", shown(command), output.status);
    }
    Ok(text)
}

/// The full path of a program, where there is one of that name.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let suffix = std::env::consts::EXE_SUFFIX;
    std::env::split_paths(&search_path())
        .map(|folder| folder.join(format!("{program}{suffix}")))
        .find(|p| is_program(p))
}

/// `PATH`, with the tools that this repository keeps for itself in front.
fn search_path() -> OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(paths::tools().join("bin")).chain(std::env::split_paths(&path));
    std::env::join_paths(folders).unwrap_or(path)
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// The command as a person would type it.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    std::iter::once(program).chain(command.get_args()).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_an_error_that_names_it() {
        let error = output(command("sh").args(["-c", "echo words; exit 3"])).unwrap_err().to_string();
        assert!(error.contains("sh -c") && error.contains("words") && error.contains('3'), "{error}");
    }

    #[test]
    fn what_is_skipped_is_told_again() {
        skip("something of this test");
        assert!(skipped().contains(&"something of this test".to_owned()));
    }

    #[test]
    fn what_is_unsteady_is_told_again() {
        unsteady("a test of this test");
        assert!(told_unsteady().contains(&"a test of this test".to_owned()));
    }

    #[test]
    fn what_a_failing_command_said_is_heard() {
        run_heard(command("sh").args(["-c", "echo words >&2"])).unwrap();
        let error = run_heard(command("sh").args(["-c", "echo words >&2; exit 3"])).unwrap_err().to_string();
        assert!(error.contains("sh -c") && error.contains("\nwords\n") && error.contains('3'), "{error}");
    }

    #[test]
    fn a_missing_program_is_an_error_that_names_it() {
        assert!(find("no-such-program-here").is_none());
        let error = output(&mut command("no-such-program-here")).unwrap_err().to_string();
        assert!(error.contains("no-such-program-here"), "{error}");
    }
}
