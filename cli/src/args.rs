//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use gsa_net::train::Recipe;

use crate::data::rotmnist::Pivot;

/// Train, evaluate, import and run group self-attention networks.
#[derive(Debug, Parser)]
#[command(name = "gsa", version)]
pub(crate) struct Cli {
    /// Threads to compute with [default: one per core]
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Train(Train),
    Eval(Eval),
    Predict(Predict),
    Import(Import),
    Export(Export),
    Bench(Bench),
    Cost(Cost),
    Curves(Curves),
    Angles(Angles),
    Windows(Windows),
    GroupSize(GroupSize),
}

/// What computes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    #[default]
    Cpu,
    Gpu,
}

/// Where MNIST is.
#[derive(Args, Debug)]
pub(crate) struct Data {
    /// Directory with the four IDX files of MNIST, gzip or not
    #[arg(long = "data", env = "GSA_DATA", value_name = "DIR")]
    pub(crate) directory: Option<PathBuf>,
}

/// Train a network on rotated MNIST.
///
/// Trains on 10,000 digits, each turned by a fresh angle every time it is seen; after every epoch 2,000 held-out digits are
/// answered, and the weights that do best on them are kept. The test digits are not looked at.
///
/// Ctrl-C, or a kill, loses nothing that matters: the same command goes on from the last checkpoint, and ends with the
/// same weights as without the interruption, whatever the number of threads.
#[derive(Args, Debug)]
pub(crate) struct Train {
    /// Network: z2_sa, r4_sa, r8_sa, r12_sa, r16_sa, z2m_sa, r4m_sa, r4f_sa, r8f_sa, z2_cnn, r4_cnn, or a JSON file that describes one
    pub(crate) config: String,
    #[command(flatten)]
    pub(crate) data: Data,
    /// Model file to write at the end
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Train on drawings too, from this file (a JSON object a line, gzip or not, with `label`, `writer` and `strokes`), and all of
    /// MNIST's training digits but the held-out ones: half and half, 10,000 an epoch
    #[arg(long, value_name = "FILE")]
    pub(crate) strokes: Option<PathBuf>,
    /// Stretch and slant MNIST's training digits at random by up to this share (such as 0.1)
    #[arg(long, value_name = "X", default_value_t = 0.0, allow_negative_numbers = true)]
    pub(crate) distort: f32,
    /// Bend training digits and drawings at random, by about this share of their radius (such as 0.05)
    #[arg(long, value_name = "X", default_value_t = 0.0, allow_negative_numbers = true)]
    pub(crate) bend: f32,
    /// Turn digits and drawings, learnt and held-out ones, by at most so many degrees either way (such as 15, for upright ones); 180 for any
    /// angle
    #[arg(long, value_name = "DEGREES", default_value_t = 180.0, allow_negative_numbers = true)]
    pub(crate) turn: f32,
    /// What digits are turned about
    #[arg(long, value_enum, default_value_t, conflicts_with = "strokes")]
    pub(crate) about: Pivot,
    /// Start from the weights of this model file rather than from random ones; it may have another number of rotations,
    /// unless its group elements are frames (`per-frame`)
    #[arg(long, value_name = "FILE")]
    pub(crate) start: Option<PathBuf>,
    /// Side of the attention window, odd; 0 for global attention [default: the network's own]
    #[arg(long, value_name = "N")]
    pub(crate) window: Option<usize>,
    /// Query elements summed over: all (the paper), own (less work), or per-frame (own, of own keys too) [default: the network's own]
    #[arg(long, value_enum)]
    pub(crate) query: Option<Query>,
    /// Index rule of the group embedding: exact, or that of the published code, which is not quite equivariant [default: the network's own]
    #[arg(long, value_enum)]
    pub(crate) index: Option<Index>,
    /// Digits in an epoch, others at random in each [default: all that there are]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) digits: Option<u32>,
    /// Epochs: times that every training digit is seen (with --digits, that many)
    #[arg(long, value_name = "N", default_value_t = Recipe::default().epochs as u32, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) epochs: u32,
    /// Digits per step
    #[arg(long, value_name = "N", default_value_t = Recipe::default().batch as u32, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub(crate) batch: u32,
    /// Highest learning rate
    #[arg(long, value_name = "X", default_value_t = Recipe::default().learning_rate, allow_negative_numbers = true)]
    pub(crate) lr: f32,
    /// Decay of the weights
    #[arg(long, value_name = "X", default_value_t = Recipe::default().weight_decay, allow_negative_numbers = true)]
    pub(crate) weight_decay: f32,
    /// Epochs in which the learning rate rises
    #[arg(long, value_name = "X", default_value_t = Recipe::default().warmup_epochs, allow_negative_numbers = true)]
    pub(crate) warmup: f32,
    /// Share of the target that is spread over all classes
    #[arg(long, value_name = "X", default_value_t = Recipe::default().label_smoothing, allow_negative_numbers = true)]
    pub(crate) label_smoothing: f32,
    /// Longest gradient; a longer one is scaled down
    #[arg(long, value_name = "X", default_value_t = Recipe::default().clip, allow_negative_numbers = true)]
    pub(crate) clip: f32,
    /// Decay per step of the running average of the weights that is evaluated (such as 0.998); 0 for the weights themselves
    #[arg(long, value_name = "X", default_value_t = Recipe::default().average.unwrap_or(0.0), allow_negative_numbers = true)]
    pub(crate) average: f32,
    /// Seed of the first weights, the order and the angles of learning
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Where to keep the state of the run [default: OUT with .checkpoint appended]
    #[arg(long, value_name = "FILE")]
    pub(crate) checkpoint: Option<PathBuf>,
    /// Seconds between checkpoints inside an epoch
    #[arg(long, value_name = "S", default_value_t = 120.0, value_parser = seconds)]
    pub(crate) checkpoint_every: f64,
    /// Log to write, one JSON object per epoch [default: OUT with .log.jsonl appended]
    #[arg(long, value_name = "FILE")]
    pub(crate) log: Option<PathBuf>,
    /// Seconds between lines of progress where there is no terminal for a bar
    #[arg(long, value_name = "S", default_value_t = 60.0, value_parser = seconds)]
    pub(crate) report_every: f64,
}

/// Which query elements a network sums over.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Query {
    All,
    Own,
    PerFrame,
}

/// How the group argument of the encoding is formed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Index {
    Exact,
    Published,
}

/// Measure a model: rotated test digits, pen strokes, or equivariance.
///
/// Prints the accuracy on the 50,000 test digits with a confusion table and the accuracy by angle; with --strokes the accuracy on
/// drawings instead, upright and turned, prepared exactly as the page prepares what is drawn on it; with --by-angle the same digits or
/// drawings are asked at many angles.
#[derive(Args, Debug)]
pub(crate) struct Eval {
    /// Model file
    pub(crate) model: PathBuf,
    #[command(flatten)]
    pub(crate) data: Data,
    /// Digits to answer
    #[arg(long, value_enum, default_value_t = Part::Test, conflicts_with = "strokes")]
    pub(crate) part: Part,
    /// What digits are turned about
    #[arg(long, value_enum, default_value_t, conflicts_with = "strokes")]
    pub(crate) about: Pivot,
    /// Drawings to answer instead: a JSON object a line (gzip or not) with `label` and `strokes`, lists of [x, y] with y down
    #[arg(long, value_name = "FILE")]
    pub(crate) strokes: Option<PathBuf>,
    /// Only drawings by writers whom `gsa train --strokes` does not learn from: 6, 12, 18 and so on
    #[arg(long, requires = "strokes")]
    pub(crate) tested_writers: bool,
    /// Measure instead how far every layer is from equivariance under quarter turns (and mirrors, where the network has them)
    #[arg(long, conflicts_with = "strokes")]
    pub(crate) equivariance: bool,
    /// Ask each digit or drawing at N angles, evenly spread from 0° on: how often it is read right, and how often as it is upright
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "24", conflicts_with_all = ["equivariance", "turns"], value_parser = clap::value_parser!(u32).range(1..=360))]
    pub(crate) by_angle: Option<u32>,
    /// Average the logits of N copies of each digit, turned by equal parts of a quarter turn
    #[arg(long, value_name = "N", default_value_t = 1, conflicts_with_all = ["strokes", "equivariance"], value_parser = clap::value_parser!(u32).range(1..=90))]
    pub(crate) turns: u32,
    /// Answer only N, spread evenly over all
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) limit: Option<u32>,
    /// Seed of the angles at which drawings are turned
    #[arg(long, value_name = "S", default_value_t = 1, requires = "strokes")]
    pub(crate) seed: u64,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

/// A part of the data set.
#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
pub(crate) enum Part {
    /// The 50,000 test digits
    Test,
    /// The 2,000 digits that weights are selected on
    HeldOut,
    /// The last 10,000 of the test digits: MNIST's own test set
    MnistTest,
}

/// Answer pictures.
///
/// PNG: a photo or a drawing of one digit, of any size: dark on light is turned into light on dark, then it is scaled and centred as
/// the page does. With --exact-pixels, and for networks that are not for digits, a picture of the network's own size is fed as it is
/// (0 black to 1 white; MNIST's digits are white on black).
///
/// IDX, gzip or not: pictures of bytes, each divided by 255. NPY: float32 [N, C, H, W], fed to the first layer exactly as it is, without
/// the model's own normalisation (`input_mean`, `input_std`).
#[derive(Args, Debug)]
pub(crate) struct Predict {
    /// Model file
    pub(crate) model: PathBuf,
    /// Pictures: .png, .npy, IDX
    #[arg(required = true)]
    pub(crate) inputs: Vec<PathBuf>,
    /// Where it runs: on the processor, or on the graphics card by Vulkan
    #[arg(long, value_enum, default_value_t)]
    pub(crate) engine: Engine,
    /// Feed PNG pictures, of the network's own size, as they are
    #[arg(long)]
    pub(crate) exact_pixels: bool,
    /// Print one JSON object a line and picture, with `logits`, `probabilities` and `digit`
    #[arg(long)]
    pub(crate) json: bool,
}

/// Turn weights of the official PyTorch code into a model file.
#[derive(Args, Debug)]
pub(crate) struct Import {
    /// State dict of the official code, saved as safetensors
    pub(crate) state: PathBuf,
    /// Group, as the official code names it: z2, p4, p8, p12, p16, mz2, p4m
    #[arg(long)]
    pub(crate) group: String,
    /// Data set, as the official code names it: rotmnist, cifar10, pcam
    #[arg(long)]
    pub(crate) dataset: String,
    /// Side of the attention window, odd; 0 for global attention
    #[arg(long, value_name = "N")]
    pub(crate) patch: usize,
    /// Model file to write
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

/// Write a network for other runtimes: ONNX, with the published formula, every attention probability computed and held.
///
/// Its input `x` is a batch of one picture with pixels from 0 to 1, its output `logits`.
#[derive(Args, Debug)]
pub(crate) struct Export {
    /// Network: a model file (.safetensors), or a name or description (.json), whose weights are then the random ones of seed 1
    pub(crate) network: String,
    /// Side of the attention window of a network without a model file, odd; 0 for global attention [default: the network's own]
    #[arg(long, value_name = "N")]
    pub(crate) window: Option<usize>,
    /// The same weights with another number of rotations, unless its group elements are frames (`per-frame`)
    #[arg(long, value_name = "N")]
    pub(crate) rotations: Option<u32>,
    /// File to write: .onnx, or .safetensors for a model file
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

/// Time the networks on this machine, one picture at a time.
#[derive(Args, Debug)]
pub(crate) struct Bench {
    /// Networks by name, description (.json) or model file (.safetensors); the first is what the others are compared with
    #[arg(default_values = ["z2_sa", "r4_sa", "r8_sa"])]
    pub(crate) networks: Vec<String>,
    /// Side of the attention window, odd; 0 for global attention [default: the network's own]
    #[arg(long, value_name = "N")]
    pub(crate) window: Option<usize>,
    /// Runs per network, of which the median counts
    #[arg(long, value_name = "N", default_value_t = 21, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(crate) runs: u32,
    /// Time a training step (forward, backward and the optimiser's) rather than an answer
    #[arg(long, conflicts_with = "engine")]
    pub(crate) train: bool,
    /// Time each layer on one thread, and say how far it is from the best that the processor does
    #[arg(long, conflicts_with_all = ["train", "engine", "batch"])]
    pub(crate) layers: bool,
    /// Pictures per run
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub(crate) batch: u32,
    /// Where it runs: on the processor, or on the graphics card by Vulkan
    #[arg(long, value_enum, default_value_t)]
    pub(crate) engine: Engine,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

/// Measure how time and memory grow with the group, the window and the picture.
///
/// Every network answers one picture on one thread, in a process of its own. Beside it stands the law of the published code,
/// which computes and holds every single attention probability.
#[derive(Args, Debug)]
pub(crate) struct Cost {
    /// Files to write: OUT.csv and OUT.svg
    #[arg(long, value_name = "OUT", default_value = "cost")]
    pub(crate) out: PathBuf,
    /// Runs per network, of which the median counts
    #[arg(long, value_name = "N", default_value_t = 9, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(crate) runs: u32,
}

fn seconds(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(seconds) if (0.0..=1e9).contains(&seconds) => Ok(seconds),
        _ => Err("expected a number of seconds, 0 or more".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn help_tells_the_defaults_of_training() {
        let mut command = Cli::command();
        let train = command.find_subcommand_mut("train").unwrap();
        let help = train.render_help().to_string();
        let said = |option: &str, value: String| {
            let from = help.find(&format!("--{option} <")).unwrap_or_else(|| panic!("{option}: {help}"));
            let text = help[from..].split("--").nth(1).unwrap();
            assert!(text.contains(&format!("[default: {value}]")), "{option}: {text}");
        };
        let Recipe { batch, epochs, learning_rate, warmup_epochs, weight_decay, label_smoothing, clip, average } =
            Recipe::default();
        said("batch", batch.to_string());
        said("lr", learning_rate.to_string());
        said("warmup", warmup_epochs.to_string());
        said("weight-decay", weight_decay.to_string());
        said("label-smoothing", label_smoothing.to_string());
        said("clip", clip.to_string());
        said("average", average.unwrap().to_string());
        assert!(help.contains(&format!("that many) [default: {epochs}]")), "{help}");
    }
}

/// Draw the logs of training runs beside each other.
#[derive(Args, Debug)]
pub(crate) struct Curves {
    /// Logs as `gsa train` writes them; a run is called by its file's name, up to the first dot
    #[arg(value_name = "LOG", required = true)]
    pub(crate) logs: Vec<PathBuf>,
    /// Files to write: OUT.csv and OUT.svg
    #[arg(long, value_name = "OUT", default_value = "curves")]
    pub(crate) out: PathBuf,
}

/// Draw accuracy against the angle at which digits and drawings are shown.
#[derive(Args, Debug)]
pub(crate) struct Angles {
    /// What `gsa eval --by-angle --json` printed; a network is called by its model file
    #[arg(value_name = "JSON", required = true)]
    pub(crate) evaluations: Vec<PathBuf>,
    /// Files to write: OUT.csv and OUT.svg
    #[arg(long, value_name = "OUT", default_value = "angles")]
    pub(crate) out: PathBuf,
}

/// Draw the accuracy of R4_SA and the time of its training against the side of the attention window, beside the paper's table.
///
/// Accuracies come from files; times are measured here, training steps at each window in turn.
#[derive(Args, Debug)]
pub(crate) struct Windows {
    /// What `gsa eval --json` printed for networks that differ in their window alone
    #[arg(value_name = "JSON", required = true)]
    pub(crate) evaluations: Vec<PathBuf>,
    /// Steps per window, of which the median counts
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub(crate) runs: u32,
    /// Files to write: OUT.csv and OUT.svg
    #[arg(long, value_name = "OUT", default_value = "windows")]
    pub(crate) out: PathBuf,
}

/// Measure one set of weights at several numbers of rotations.
///
/// Nothing is trained: encodings of positions serve any rotation as they are, and those of group elements are interpolated round the
/// circle. The same test digits, each turned by its own angle, are answered at every number. What that takes `gsa cost` measures.
///
/// Ctrl-C, or a kill, loses a few seconds: the same command goes on from there.
#[derive(Args, Debug)]
pub(crate) struct GroupSize {
    /// Model files of networks whose group elements are no frames (`per-frame`); a network is called by its file
    #[arg(value_name = "MODEL", required = true)]
    pub(crate) models: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) data: Data,
    /// Numbers of rotations, with commas between; those that the models were trained with among them
    #[arg(long, value_name = "N", value_delimiter = ',', default_values_t = [1, 2, 3, 4, 6, 8, 12, 16])]
    pub(crate) rotations: Vec<u32>,
    /// Test digits to answer, spread evenly over all
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) limit: u32,
    /// Files to write: OUT.csv and OUT.svg
    #[arg(long, value_name = "OUT", default_value = "group-size")]
    pub(crate) out: PathBuf,
}
