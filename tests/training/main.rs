//! Training on this machine's processor. One program, since it takes the compiler long to make the backward passes.
#![cfg(feature = "train")]

#[path = "../common/mod.rs"]
mod common;
mod gradients_f32;
mod optimiser;
