//! The program `gsa`; see the library.

#[cfg(not(target_family = "wasm"))]
fn main() -> std::process::ExitCode {
    gsa_cli::main()
}

#[cfg(target_family = "wasm")]
fn main() {}
