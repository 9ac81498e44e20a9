//! The wasm and its JavaScript: cargo, wasm-bindgen, wasm-opt.

use crate::shell::{command, output, run, step};
use crate::{npm, paths, sizes, tools};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The largest wasm that a page may have to load, in bytes after gzip.
const SIZE_LIMIT: u64 = 275 * sizes::KB;

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

/// The wasm of a build.
const WASM: &str = "gsa_net_bg.wasm";
/// That of the build with relaxed SIMD, beside it.
const RELAXED_WASM: &str = "gsa_net_relaxed_bg.wasm";

/// What makes the compiler use relaxed SIMD.
pub(crate) const RELAXED_FLAGS: [&str; 2] = ["-C", "target-feature=+relaxed-simd"];

/// For which browsers a build is.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Build {
    /// With SIMD, and with the engine on the graphics card.
    Full,
    /// The same with relaxed SIMD.
    Relaxed,
    /// With neither: for browsers from before 2023, which have no WebGPU.
    Plain,
}

impl Build {
    fn options(self) -> Result<Vec<String>> {
        match self {
            Build::Full | Build::Relaxed => cargo_options(),
            // Of two settings of a feature the later one counts.
            Build::Plain => options(&["-C", "target-feature=-simd128"]),
        }
    }

    /// Flags for this crate alone: what it depends on is compiled once for both builds that have SIMD.
    fn own_flags(self) -> &'static [&'static str] {
        match self {
            Build::Relaxed => &RELAXED_FLAGS,
            Build::Full | Build::Plain => &[],
        }
    }

    fn wasm_opt_features(self) -> &'static [&'static str] {
        match self {
            Build::Full => &["--enable-simd"],
            Build::Relaxed => &["--enable-simd", "--enable-relaxed-simd"],
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

/// Builds the wasm with its JavaScript and types into a folder, and for release the one with relaxed SIMD beside it and that for
/// old browsers into a folder inside.
pub(crate) fn build(profile: Profile, into: &Path) -> Result<()> {
    if profile == Profile::Dev {
        build_one(Build::Full, profile, into)?;
        // One does for whoever only looks.
        return fs::copy(into.join(WASM), into.join(RELAXED_WASM)).map(|_| ()).context(RELAXED_WASM);
    }
    // Whatever is optimised as a whole has one processor busy. That for old browsers has a target folder of its own, and waits for nothing.
    std::thread::scope(|scope| {
        let plain = scope.spawn(|| build_one(Build::Plain, profile, &into.join(PLAIN_FOLDER)));
        let others = build_one(Build::Full, profile, into).and_then(|()| build_relaxed(into));
        plain.join().expect("a build ends with an error, not a panic")?;
        others
    })
}

/// Only its wasm goes into the package: it is used with the JavaScript of [`Build::Full`].
fn build_relaxed(into: &Path) -> Result<()> {
    let aside = paths::target().join("xtask/relaxed");
    build_one(Build::Relaxed, Profile::Release, &aside)?;
    let script = |folder: &Path| fs::read_to_string(folder.join("gsa_net.js")).context("gsa_net.js");
    if !are_alike(&script(into)?, &script(&aside)?) {
        bail!("the build with relaxed SIMD has other JavaScript, and can't be used with that of the other one");
    }
    fs::rename(aside.join(WASM), into.join(RELAXED_WASM)).context(RELAXED_WASM)
}

/// Whether two scripts are the same but for comments, in which wasm-bindgen numbers what it found.
fn are_alike(one: &str, other: &str) -> bool {
    fn code(script: &str) -> impl Iterator<Item = &str> {
        script.lines().filter(|line| !line.trim_start().starts_with("//"))
    }
    code(one).eq(code(other))
}

fn build_one(build: Build, profile: Profile, into: &Path) -> Result<()> {
    let (options, folder): (&[&str], _) = match profile {
        Profile::Release => (&["--release"], "release"),
        Profile::Dev => (&[], "debug"),
    };
    let what = match build {
        Build::Full => "",
        Build::Relaxed => ", with relaxed SIMD",
        Build::Plain => ", without SIMD",
    };
    step(format!("building the wasm ({folder}{what})"));
    let target = match build {
        // In one folder the two would take turns in compiling everything anew.
        Build::Plain => paths::target().join(PLAIN_FOLDER),
        Build::Full | Build::Relaxed => paths::target(),
    };
    // As a library for Rust too it could not be optimised as a whole.
    let library = ["--package", "gsa-net", "--lib", "--crate-type", "cdylib", "--target", tools::WASM_TARGET];
    let mut cargo = without_flags("cargo");
    cargo.args(["rustc", "--quiet", "--locked"]).args(options).args(library).args(build.options()?);
    run(cargo.arg("--").args(build.own_flags()).env("CARGO_TARGET_DIR", &target))?;
    let mut bindgen = command("wasm-bindgen");
    bindgen.args(["--target", "web", "--out-name", "gsa_net", "--out-dir"]).arg(into);
    run(bindgen.arg(target.join(tools::WASM_TARGET).join(folder).join("gsa_net.wasm")))?;
    name_library(&into.join("gsa_net.d.ts"))?;
    if profile == Profile::Release {
        optimise(build, &into.join(WASM))?;
    }
    Ok(())
}

/// The declarations use `Symbol.dispose`, which a user's own settings may not have.
fn name_library(declarations: &Path) -> Result<()> {
    let text = fs::read_to_string(declarations).with_context(|| declarations.display().to_string())?;
    fs::write(declarations, format!("/// <reference lib=\"esnext.disposable\" />\n{text}"))?;
    Ok(())
}

/// A command that no flags of the environment can change: `RUSTFLAGS` would replace those of `.cargo/config.toml`, and with them
/// SIMD.
pub(crate) fn without_flags(program: &str) -> Command {
    let mut command = command(program);
    command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    command
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
    for file in [WASM, RELAXED_WASM] {
        let size = sizes::of(&package.join(file))?;
        if size.gzip > SIZE_LIMIT {
            bail!("{file} is {} bytes after gzip, and may be {SIZE_LIMIT}", size.gzip);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_alike_where_comments_alone_differ() {
        let script = "// Cast 228.\nlet a = wasm.a; // b\n";
        assert!(are_alike(script, "    // Cast 58.\nlet a = wasm.a; // b\n"));
        assert!(!are_alike(script, "// Cast 228.\nlet a = wasm.b; // b\n"));
        assert!(!are_alike(script, "let a = wasm.a; // b\nlet c;\n"));
    }
}
