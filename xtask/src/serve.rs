//! `cargo xtask serve`: builds the page where its sources have changed, and serves it.

mod http;
mod response;

use crate::shell::step;
use crate::{package, unknown_option};
use anyhow::{Context, Result, bail};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::thread;

/// The port tried first where none is named.
const FIRST_PORT: u16 = 8000;
/// How many ports are tried where none is named.
const PORTS_TRIED: u16 = 20;

/// What is built before it is served.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Build {
    Release,
    Dev,
    Nothing,
}

/// What `serve` was asked to do.
#[derive(Debug, PartialEq)]
pub(crate) struct Options {
    host: IpAddr,
    port: Option<u16>,
    build: Build,
}

impl Options {
    pub(crate) fn parse(options: &[String]) -> Result<Options> {
        let mut parsed = Options { host: IpAddr::V4(Ipv4Addr::LOCALHOST), port: None, build: Build::Release };
        let mut options = options.iter();
        while let Some(option) = options.next() {
            let mut value = || options.next().with_context(|| format!("{option} needs a value"));
            match option.as_str() {
                "--port" => {
                    let text = value()?;
                    parsed.port = Some(text.parse().with_context(|| format!("`{text}` is not a port"))?);
                }
                "--host" => {
                    let text = value()?;
                    parsed.host =
                        text.parse().with_context(|| format!("`{text}` is not an address such as 0.0.0.0"))?;
                }
                "--release" => parsed.build = Build::Release,
                "--dev" => parsed.build = Build::Dev,
                "--as-is" => parsed.build = Build::Nothing,
                other => return Err(unknown_option(other)),
            }
        }
        Ok(parsed)
    }
}

pub(crate) fn run(options: &Options) -> Result<()> {
    let folder = match options.build {
        Build::Release => package::build_if_stale()
            .context("the page could not be built; `cargo xtask serve --as-is` serves pkg/ as it was committed")?,
        Build::Dev => package::build_dev()?,
        Build::Nothing => package::package_folder(),
    };
    if !folder.join("index.html").is_file() {
        bail!("there is no page in {}: run `cargo xtask package`", folder.display());
    }
    let listener = listen(options.host, options.port)?;
    step(format!("the page is at http://{}/ (Ctrl-C ends)", listener.local_addr()?));
    http::serve(&listener, &folder)
}

/// A folder that is served while this process does something with it.
pub(crate) struct Site {
    address: String,
}

impl Site {
    /// Serves a folder on a free port, for this machine alone.
    pub(crate) fn start(folder: &Path) -> Result<Site> {
        let listener = listen(IpAddr::V4(Ipv4Addr::LOCALHOST), Some(0))?;
        let address = format!("http://{}/", listener.local_addr()?);
        let folder = folder.to_owned();
        thread::spawn(move || http::serve(&listener, &folder));
        Ok(Site { address })
    }

    /// Where it is, with a slash at the end.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }
}

/// Takes the port named, or the first free one.
fn listen(host: IpAddr, port: Option<u16>) -> Result<TcpListener> {
    let ports = match port {
        Some(port) => port..=port,
        None => FIRST_PORT..=FIRST_PORT + PORTS_TRIED - 1,
    };
    let mut refusal = None;
    for port in ports {
        match TcpListener::bind(SocketAddr::new(host, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) => refusal = Some(error),
        }
    }
    let error = refusal.expect("at least one port is tried");
    let which = port.map_or(format!("ports {FIRST_PORT} and up"), |port| format!("port {port}"));
    Err(error).context(format!("can't listen on {host}, {which}; choose another with --port N (0 = any)"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Options> {
        Options::parse(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn options_are_read() {
        let options = parse("--port 1234 --host 0.0.0.0 --dev").unwrap();
        assert_eq!(options, Options { host: "0.0.0.0".parse().unwrap(), port: Some(1234), build: Build::Dev });
    }

    #[test]
    fn wrong_options_are_refused() {
        for wrong in ["--port", "--port x", "--port 70000", "--host here", "--nonsense"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_port_in_use_is_refused_when_named() {
        let localhost = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let first = listen(localhost, Some(0)).unwrap();
        let port = first.local_addr().unwrap().port();
        let error = listen(localhost, Some(port)).unwrap_err().to_string();
        assert!(error.contains(&port.to_string()), "{error}");
    }
}
