//! The wasm and its JavaScript: wasm-pack, then wasm-opt.

use crate::shell::{command, output, run, step};
use crate::{npm, paths, sizes};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The largest wasm that a page may have to load, in bytes after gzip.
const SIZE_LIMIT: u64 = 275_000;

/// What the compiler may use in every build (the defaults of the target), and so wasm-opt too.
const WASM_OPT_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Where in the package the build for old browsers lies.
const PLAIN_FOLDER: &str = "plain";

/// For which browsers a build is.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Build {
    /// With SIMD, and with the engine on the graphics card.
    Full,
    /// With neither: for browsers from before 2023, which have no WebGPU.
    Plain,
}

impl Build {
    fn options(self) -> Result<Vec<String>> {
        match self {
            Build::Full => cargo_options(),
            // Of two settings of a feature the later one counts.
            Build::Plain => options(&["-C", "target-feature=-simd128"]),
        }
    }

    fn wasm_opt_features(self) -> &'static [&'static str] {
        match self {
            Build::Full => &["--enable-simd"],
            Build::Plain => &[], // a SIMD instruction would be an error
        }
    }
}

/// How much the wasm is optimised.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Profile {
    Release,
    Dev,
}

impl Profile {
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Profile::Release => "pkg",
            Profile::Dev => "pkg-dev",
        }
    }
}

/// Builds the wasm with its JavaScript and types into a folder, and for release that for old browsers into a folder inside.
pub(crate) fn build(profile: Profile, into: &Path) -> Result<()> {
    build_one(Build::Full, profile, into)?;
    match profile {
        Profile::Release => build_one(Build::Plain, profile, &into.join(PLAIN_FOLDER)),
        Profile::Dev => Ok(()),
    }
}

fn build_one(build: Build, profile: Profile, into: &Path) -> Result<()> {
    let name = match profile {
        Profile::Release => "--release",
        Profile::Dev => "--dev",
    };
    let what = match build {
        Build::Full => "",
        Build::Plain => ", without SIMD",
    };
    step(format!("building the wasm ({}{what})", name.trim_start_matches('-')));
    let mut wasm_pack = wasm_pack("build");
    wasm_pack.args([name, "--target", "web", "--mode", "no-install", "--no-pack", "--no-gitignore", "--out-dir"]);
    wasm_pack
        .arg(into)
        .args(["--out-name", "gsa_net", "--", "--locked", "--package", "gsa-net"])
        .args(build.options()?);
    if build == Build::Plain {
        // In one folder the two would take turns in compiling everything anew.
        wasm_pack.env("CARGO_TARGET_DIR", paths::target().join(PLAIN_FOLDER));
    }
    run(&mut wasm_pack)?;
    name_library(&into.join("gsa_net.d.ts"))?;
    if profile == Profile::Release {
        optimise(build, &into.join("gsa_net_bg.wasm"))?;
    }
    Ok(())
}

/// The declarations use `Symbol.dispose`, which a user's own settings may not have.
fn name_library(declarations: &Path) -> Result<()> {
    let text = fs::read_to_string(declarations).with_context(|| declarations.display().to_string())?;
    fs::write(declarations, format!("/// <reference lib=\"esnext.disposable\" />\n{text}"))?;
    Ok(())
}

/// A wasm-pack command that no flags of the environment can change: `RUSTFLAGS` would replace those of
/// `.cargo/config.toml`, and with them SIMD.
pub(crate) fn wasm_pack(task: &str) -> Command {
    let mut wasm_pack = command("wasm-pack");
    wasm_pack.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS").args(["--log-level", "error", task]);
    wasm_pack
}

/// Options for cargo that are given to every build for wasm, but that for old browsers; others would be another build.
///
/// - Paths of this machine stay out of the wasm (panic messages name source files), so that every machine builds the same
///   bytes.
/// - Dependencies are made small: what takes time lies in this crate. There the last level of optimisation would add 4 KB (gzip)
///   and no speed.
/// - With the engine on the graphics card.
pub(crate) fn cargo_options() -> Result<Vec<String>> {
    let mut options = options(&[])?;
    options.extend(["--features", "gpu"].map(str::to_owned));
    Ok(options)
}

/// [`cargo_options`] without the graphics card, with more flags for the compiler.
fn options(more_flags: &[&str]) -> Result<Vec<String>> {
    let mut flags = remapped_paths()?
        .iter()
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .collect::<Vec<_>>();
    flags.extend(more_flags.iter().map(|&flag| flag.to_owned()));
    // JSON's lists of strings are TOML's too. Cargo joins this list to that of `.cargo/config.toml`.
    let flags = format!("target.wasm32-unknown-unknown.rustflags={}", serde_json::to_string(&flags)?);
    let small = r#"profile.release.package."*".opt-level="s""#;
    let settings = [&flags, small, "profile.release.opt-level=2"];
    Ok(settings.iter().flat_map(|setting| ["--config".to_owned(), (*setting).to_owned()]).collect())
}

fn remapped_paths() -> Result<Vec<(PathBuf, String)>> {
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))?;
    let version = output(command("rustc").arg("-vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).context("rustc -vV: no commit")?;
    // The name that the precompiled standard library's paths have anyway, unless its source is installed.
    let standard_library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");

    let mut paths = vec![(paths::root().to_owned(), ".".to_owned()), (standard_library, format!("/rustc/{commit}"))];
    // One folder for each registry or mirror in use, each named after its address.
    let sources = cargo_home()?.join("registry/src");
    for registry in fs::read_dir(&sources).into_iter().flatten().flatten() {
        paths.push((registry.path(), "/crates".to_owned()));
    }
    Ok(paths)
}

fn cargo_home() -> Result<PathBuf> {
    if let Some(home) = std::env::var_os("CARGO_HOME") {
        return Ok(PathBuf::from(home));
    }
    Ok(std::env::home_dir().context("neither CARGO_HOME nor a home folder")?.join(".cargo"))
}

fn optimise(build: Build, wasm: &Path) -> Result<()> {
    step("optimising the wasm (wasm-opt)");
    let optimised = wasm.with_extension("optimised");
    run(npm::program("wasm-opt")?
        .args(["-Os", "--strip-debug", "--strip-producers", "--strip-target-features"])
        .args(WASM_OPT_FEATURES)
        .args(build.wasm_opt_features())
        .arg("-o")
        .arg(&optimised)
        .arg(wasm))?;
    fs::rename(&optimised, wasm).context("wasm-opt's output")
}

/// Fails where the wasm has grown over what a page may have to load.
pub(crate) fn check_size(package: &Path) -> Result<()> {
    let size = sizes::of(&package.join("gsa_net_bg.wasm"))?;
    if size.gzip > SIZE_LIMIT {
        bail!("the wasm is {} bytes after gzip, and may be {SIZE_LIMIT}", size.gzip);
    }
    Ok(())
}
