//! `gsa`: train, evaluate, import and run group self-attention networks.
#![allow(dead_code)]
mod args;
mod checkpoint;
mod data;
mod files;
mod machine;
mod progress;
mod stop;
fn main() {}
