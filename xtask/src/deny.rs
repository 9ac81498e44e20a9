//! `cargo deny`: licences and sources of all crates, and what is known against them. What may be used stands in `deny.toml`.

use crate::shell::{command, run, skip};
use crate::tools;
use anyhow::Result;

pub(crate) fn check() -> Result<()> {
    tools::ensure_cargo_deny()?;
    run(command("cargo").args(["deny", "--all-features", "--locked", "check", "licenses", "sources"]))?;
    match run(command("cargo").args(["deny", "fetch", "db"])) {
        Ok(()) => {
            run(command("cargo").args(["deny", "--all-features", "--locked", "check", "--disable-fetch", "advisories"]))
        }
        Err(_) => {
            // Where it can't be had depends on the day and the place, not on these sources.
            skip("what is known against crates (RustSec's database could not be fetched)");
            Ok(())
        }
    }
}
