//! `gsa group-size`: what one set of weights reads at several numbers of rotations.

mod kept;
mod plot;

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use gsa_net::network::Network;
use gsa_net::weights::Variant;
use gsa_net::{CpuEngine, Model};
use serde_json::{Value, json};

use self::kept::{Kept, Measured};
use super::eval::spread;
use crate::args::GroupSize;
use crate::checkpoint::checksum;
use crate::data::Lessons;
use crate::data::rotmnist::{Part, RotMnist};
use crate::files;
use crate::progress::Progress;
use crate::score::{CHUNK, answer};
use crate::stop::Stop;
use crate::tables::csv_field;

const REPORT_EVERY: Duration = Duration::from_secs(15);
const SAVE_EVERY: Duration = Duration::from_secs(5);

/// A model file, by its name.
struct Weights {
    name: String,
    model: Model,
}

/// What one network does at each number of rotations.
struct Line {
    network: String,
    /// With which it was trained.
    trained: u32,
    points: Vec<Point>,
}

/// Shares of the digits.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Point {
    rotations: u32,
    digits: usize,
    right_percent: f64,
    /// Answered, right or wrong, as at the number of rotations that the weights were trained with.
    as_trained_percent: f64,
}

/// The digits that all are asked about.
struct Digits {
    data: RotMnist,
    members: Vec<usize>,
}

/// Measures, or goes on measuring, and writes a table and a plot.
pub(crate) fn run(args: &GroupSize) -> Result<ExitCode> {
    let [csv, svg, checkpoint] = [".csv", ".svg", ".checkpoint"].map(|ending| files::beside(&args.out, ending));
    for path in [&csv, &svg, &checkpoint] {
        files::require_writable(path)?;
    }
    let weights = args.models.iter().map(|path| read(path, &args.rotations)).collect::<Result<Vec<_>>>()?;
    require_different(&weights)?;
    let data = super::read_data(args.data.directory.as_deref())?;
    let members = spread(data.count(Part::Test), Some(args.limit));
    let digits = Digits { data, members };
    let run = identity(&weights, &digits);
    let mut kept = Kept::open(&checkpoint, run, digits.members.len())?;
    let stop = Stop::listen()?;
    if !measure(&weights, &args.rotations, &digits, &mut kept, &stop)? {
        kept.save_after(Duration::ZERO)?;
        eprintln!("stopped; the state is in {}. The same command goes on from there.", checkpoint.display());
        return Ok(ExitCode::from(stop.exit_code()));
    }
    let labels: Vec<u8> = digits.members.iter().map(|&member| digits.data.label(Part::Test, member)).collect();
    let lines: Vec<Line> = weights.iter().map(|weights| line(weights, &args.rotations, &kept, &labels)).collect();
    let table = table(&lines);
    files::write_atomically(&csv, table.as_bytes())?;
    files::write_atomically(&svg, plot::plot(&lines)?.as_bytes())?;
    files::remove_written(&checkpoint)?;
    super::print_line(&mut std::io::stdout().lock(), table.trim_end().to_owned())?;
    Ok(ExitCode::SUCCESS)
}

/// A model file whose weights can be had at all of these numbers of rotations.
fn read(path: &Path, rotations: &[u32]) -> Result<Weights> {
    let model = super::read_model(path)?;
    super::require_digits(&model.config)?;
    for &rotations in rotations {
        at(&model, rotations).with_context(|| format!("{} with {rotations} rotations", path.display()))?;
    }
    let trained = model.config.group.rotations;
    ensure!(
        rotations.contains(&trained),
        "--rotations lacks {trained}, the number that {} was trained with",
        path.display()
    );
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Weights { name, model })
}

fn require_different(weights: &[Weights]) -> Result<()> {
    for (i, one) in weights.iter().enumerate() {
        let is_twice = weights[..i].iter().any(|other| other.name == one.name);
        ensure!(!is_twice, "two of the files are called {}: rename one", one.name);
    }
    Ok(())
}

fn at(model: &Model, rotations: u32) -> Result<Model> {
    Ok(model.varied(&Variant { rotations: Some(rotations), ..Variant::default() })?)
}

/// What the answers depend on.
fn identity(weights: &[Weights], digits: &Digits) -> Value {
    let models: Vec<Value> =
        weights.iter().map(|weights| json!([weights.name, checksum(&weights.model.to_bytes())])).collect();
    json!({ "models": models, "data": digits.data.identity(), "digits": digits.members.len() })
}

/// Measures all that is not there yet; whether it came to the end, rather than being asked to stop.
fn measure(weights: &[Weights], rotations: &[u32], digits: &Digits, kept: &mut Kept, stop: &Stop) -> Result<bool> {
    let mut jobs = vec![];
    for Weights { name, model } in weights {
        for &rotations in rotations {
            let model = at(model, rotations)?;
            let work = Network::new(&model.config).costs().iter().map(|cost| cost.operations).sum::<u64>();
            jobs.push((name, rotations, model, work));
        }
    }
    let all = jobs.iter().map(|(.., work)| work * digits.members.len() as u64).sum();
    let before =
        jobs.iter().map(|(name, rotations, _, work)| work * kept.of(name, *rotations).answers.len() as u64).sum();
    let mut progress = Progress::new(before, all, REPORT_EVERY);
    for (name, rotations, model, work) in jobs {
        let engine = CpuEngine::new(&model);
        let mut measured = kept.of(name, rotations);
        while measured.answers.len() < digits.members.len() {
            let left = &digits.members[measured.answers.len()..];
            let members = &left[..left.len().min(CHUNK)];
            measured.answers.extend(answers(&engine, digits, members)?);
            progress.advance(work * members.len() as u64, || format!("{name} with {rotations}"));
            kept.put(measured.clone());
            if stop.is_asked() {
                progress.finish();
                return Ok(false);
            }
            kept.save_after(SAVE_EVERY)?;
        }
        kept.save_after(Duration::ZERO)?;
    }
    progress.finish();
    Ok(true)
}

/// Each digit is turned by the angle that it always has.
fn answers(engine: &CpuEngine, digits: &Digits, members: &[usize]) -> Result<Vec<u8>> {
    let batch = digits.data.fixed_batch(Part::Test, members);
    engine.logits(batch.images.view())?.outer_iter().map(|logits| Ok(answer(logits)? as u8)).collect()
}

fn line(weights: &Weights, rotations: &[u32], kept: &Kept, labels: &[u8]) -> Line {
    let Weights { name, model } = weights;
    let trained = model.config.group.rotations;
    let as_trained = kept.of(name, trained).answers;
    let percent = |answers: &[u8], others: &[u8]| {
        100.0 * answers.iter().zip(others).filter(|(a, b)| a == b).count() as f64 / others.len() as f64
    };
    let point = |&rotations: &u32| {
        let Measured { answers, .. } = kept.of(name, rotations);
        Point {
            rotations,
            digits: answers.len(),
            right_percent: percent(&answers, labels),
            as_trained_percent: percent(&answers, &as_trained),
        }
    };
    let mut points: Vec<Point> = rotations.iter().map(point).collect();
    points.sort_by_key(|point| point.rotations);
    points.dedup_by_key(|point| point.rotations);
    Line { network: name.clone(), trained, points }
}

fn table(lines: &[Line]) -> String {
    let mut csv = "network,rotations,digits,right_percent,as_trained_percent\n".to_owned();
    for Line { network, points, .. } in lines {
        let network = csv_field(network);
        for Point { rotations, digits, right_percent, as_trained_percent } in points {
            writeln!(csv, "{network},{rotations},{digits},{right_percent:.2},{as_trained_percent:.2}")
                .expect("a String takes everything");
        }
    }
    csv
}

#[cfg(test)]
mod tests {
    use super::*;
    use gsa_net::Config;

    fn weights(name: &str) -> Weights {
        Weights { name: name.to_owned(), model: Model::random(Config::named("r4_sa").unwrap(), 1) }
    }

    #[test]
    fn right_and_as_trained_are_told_apart_and_stand_in_order() {
        let mut kept = Kept::new(json!({}));
        for (rotations, answers) in [(8, vec![1, 2, 9, 4]), (4, vec![1, 2, 9, 9])] {
            kept.put(Measured { network: "a,b".into(), rotations, answers });
        }
        let line = line(&weights("a,b"), &[8, 4, 8], &kept, &[1, 2, 3, 4]);
        assert_eq!(
            table(&[line]).lines().skip(1).collect::<Vec<_>>(),
            ["\"a,b\",4,4,50.00,100.00", "\"a,b\",8,4,75.00,75.00"]
        );
    }

    #[test]
    fn files_of_one_name_are_refused() {
        assert!(require_different(&[weights("a"), weights("b")]).is_ok());
        assert!(require_different(&[weights("a"), weights("b"), weights("a")]).is_err());
    }

    #[test]
    fn plot_shows_every_network_and_marks_where_it_was_trained() {
        let point = |rotations| Point {
            rotations,
            digits: 10,
            right_percent: f64::from(50 + rotations),
            as_trained_percent: 90.0,
        };
        let line = |network: &str, trained| Line {
            network: network.to_owned(),
            trained,
            points: [1, 4, 8].map(point).to_vec(),
        };
        let svg = plot::plot(&[line("r4_sa", 4), line("r8_sa", 8)]).unwrap();
        assert!(svg.contains("r4_sa") && svg.contains("r8_sa") && !svg.contains("NaN"));
        // Three points, and a ring round the one that it was trained with.
        assert_eq!(svg.matches("<circle").count(), 2 * (3 + 1));
    }
}
