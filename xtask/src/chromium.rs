//! Chromium (or Chrome) and the driver that fits it.

use crate::apt;
use crate::shell::{command, find, output};
use anyhow::{Result, bail};
use std::path::PathBuf;

/// A browser and its driver.
pub(crate) struct Chromium {
    pub(crate) browser: PathBuf,
    pub(crate) driver: PathBuf,
}

/// Installs Chromium and its driver where they are missing and that can be done.
pub(crate) fn ensure() -> Result<()> {
    if browser().is_none() || driver().is_none() {
        install()?;
    }
    let Chromium { browser, driver } = locate()?;
    let (browser, driver) = (major_version(&browser), major_version(&driver));
    if let (Some(browser), Some(driver)) = (browser, driver)
        && browser != driver
    {
        bail!(
            "the browser is version {browser} and its driver version {driver}: install two that fit, or name them \
               in the variables CHROMIUM and CHROMEDRIVER"
        );
    }
    Ok(())
}

/// The browser and the driver to use.
pub(crate) fn locate() -> Result<Chromium> {
    match (browser(), driver()) {
        (Some(browser), Some(driver)) => Ok(Chromium { browser, driver }),
        (None, _) => bail!("no Chromium or Chrome found: {ADVICE}"),
        (_, None) => bail!("no chromedriver found: {ADVICE}"),
    }
}

const ADVICE: &str = "install them (Debian: `apt-get install chromium chromium-driver`), \
                      or name them in the variables CHROMIUM and CHROMEDRIVER";

fn browser() -> Option<PathBuf> {
    named_in("CHROMIUM").or_else(|| {
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].iter().find_map(|name| find(name))
    })
}

fn driver() -> Option<PathBuf> {
    named_in("CHROMEDRIVER").or_else(|| find("chromedriver"))
}

fn named_in(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}

fn install() -> Result<()> {
    apt::install("Chromium and chromedriver are", &["chromium", "chromium-driver"], ADVICE)
}

/// 156 of `Chromium 156.0.8078.79 built on Debian`.
fn major_version(program: &PathBuf) -> Option<u32> {
    parse_major(&output(command(program).arg("--version")).ok()?)
}

fn parse_major(text: &str) -> Option<u32> {
    text.split_whitespace().find_map(|word| word.split_once('.')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_browser_and_driver_print() {
        assert_eq!(parse_major("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)"), Some(156));
        assert_eq!(parse_major("ChromeDriver 156.0.8078.79 (a21ce95c24ce-refs/branch-heads/8078@{#1704})"), Some(156));
        assert_eq!(parse_major("Google Chrome for Testing 140.0.1.2"), Some(140));
        assert_eq!(parse_major("no version"), None);
    }
}
