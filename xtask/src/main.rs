//! Build tasks: serve, test, package, bench.
fn main() {}
