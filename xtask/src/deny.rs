//! `cargo deny`: licences and sources of all crates, and what is known against them. What may be used stands in `deny.toml`.

use crate::shell::{command, run, skip};
use crate::tools;
use anyhow::Result;
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

pub(crate) fn check() -> Result<()> {
    if !tools::has_cargo_deny() && !can_fetch() {
        // Building it takes minutes, for licences and sources that stand in a lock file and change with it alone.
        skip("cargo deny (it is not installed, and RustSec's database, its main matter, can't be reached)");
        return Ok(());
    }
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

/// Whether the server of RustSec's database answers.
fn can_fetch() -> bool {
    const HOST: &str = "github.com:443";
    const PATIENCE: Duration = Duration::from_secs(5);
    HOST.to_socket_addrs()
        .is_ok_and(|mut addresses| addresses.any(|address| TcpStream::connect_timeout(&address, PATIENCE).is_ok()))
}
