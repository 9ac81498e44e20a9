//! `gsa`: train, evaluate, import and run group self-attention networks.
fn main() {}
