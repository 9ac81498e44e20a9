//! Debian's packages, where they can be installed.

use crate::shell::{command, find, output, run, step};
use anyhow::{Result, bail};

/// Installs packages; where that can't be done, says what to do instead.
pub(crate) fn install(what: &str, packages: &[&str], advice: &str) -> Result<()> {
    if find("apt-get").is_none() || !is_root() {
        bail!("{what} needed and can't be installed from here: {advice}");
    }
    step(format!("installing {} (apt-get)", packages.join(", ")));
    let apt = |arguments: &[&str]| run(command("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args(arguments));
    apt(&["update", "-qq"])?;
    apt(&[&["install", "-y", "-qq", "--no-install-recommends"], packages].concat())
}

fn is_root() -> bool {
    output(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
