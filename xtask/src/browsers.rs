//! Firefox, and WebKit with its driver and a screen in memory. Which programs the tests take, tests/browsers says.

use crate::apt;
use crate::shell::{find, step};
use anyhow::Result;

/// A browser that is driven from outside.
struct Driven {
    name: &'static str,
    /// Each may go by one of a few names.
    programs: &'static [&'static [&'static str]],
    /// Debian's.
    packages: &'static [&'static str],
}

const DRIVEN: [Driven; 2] = [
    Driven { name: "Firefox", programs: &[&["firefox-esr", "firefox"]], packages: &["firefox-esr"] },
    Driven { name: "WebKit", programs: &[&["WebKitWebDriver"], &["Xvfb"]], packages: &["webkit2gtk-driver", "xvfb"] },
];

/// Installs them where they are missing. In CI one that can't be had is an error; elsewhere its tests are skipped, and say so.
pub(crate) fn ensure() -> Result<()> {
    for Driven { name, packages, .. } in DRIVEN.iter().filter(|browser| !is_present(browser)) {
        let advice = format!("on Debian, `apt-get install {}`", packages.join(" "));
        match apt::install(&format!("{name} is"), packages, &advice) {
            Err(error) if !is_required() => step(format!("{error:#}. THE TESTS IN {name} WILL BE SKIPPED")),
            other => other?,
        }
    }
    Ok(())
}

/// Whether a missing browser fails the tests.
pub(crate) fn is_required() -> bool {
    std::env::var_os("CI").is_some() || std::env::var_os("REQUIRE_BROWSERS").is_some_and(|value| value == "1")
}

fn is_present(browser: &Driven) -> bool {
    browser.programs.iter().all(|names| names.iter().any(|name| find(name).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_there_when_all_its_programs_are() {
        let driven = |programs| Driven { name: "Some", programs, packages: &["some"] };
        assert!(is_present(&driven(&[&["no-such-program-here", "sh"]])));
        assert!(!is_present(&driven(&[&["sh"], &["no-such-program-here"]])));
    }
}
