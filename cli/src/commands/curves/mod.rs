//! `gsa curves`: the accuracy of training runs against their epochs, as a table and a plot.

mod plot;

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};

use crate::args;
use crate::checkpoint::EpochRecord;
use crate::files;
use crate::tables::csv_field;

/// Longest log that is read.
const MAX_BYTES: u64 = 64 << 20;

/// One training run.
struct Run {
    name: String,
    epochs: Vec<EpochRecord>,
}

/// Reads logs, and writes the table and the plot.
pub(crate) fn run(args: &args::Curves) -> Result<ExitCode> {
    let [csv, svg] = [".csv", ".svg"].map(|ending| files::beside(&args.out, ending));
    for path in [&csv, &svg] {
        files::require_writable(path)?;
    }
    let runs = args.logs.iter().map(|log| read(log)).collect::<Result<Vec<_>>>()?;
    files::write_atomically(&csv, table(&runs).as_bytes())?;
    files::write_atomically(&svg, plot::plot(&runs)?.as_bytes())?;
    for run in &runs {
        let best = run.epochs.iter().map(|epoch| epoch.held_out_accuracy).fold(0.0, f64::max);
        println!("{:<24} {:>3} epochs  held out {:.2} % at best", run.name, run.epochs.len(), 100.0 * best);
    }
    Ok(ExitCode::SUCCESS)
}

fn read(path: &Path) -> Result<Run> {
    let bytes = files::read_maybe_gzip(path, MAX_BYTES)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.split('.').next().unwrap_or_default().to_owned();
    let epochs = parse(&bytes).with_context(|| format!("{} as the log of a training run", path.display()))?;
    Ok(Run { name, epochs })
}

fn parse(bytes: &[u8]) -> Result<Vec<EpochRecord>> {
    let lines = str::from_utf8(bytes)?.lines().filter(|line| !line.trim().is_empty());
    let epochs: Vec<EpochRecord> = lines
        .map(|line| files::from_json(line.as_bytes()))
        .collect::<Result<_>>()
        .context("not a line that `gsa train` writes")?;
    ensure!(!epochs.is_empty(), "no epoch is in it");
    for EpochRecord { epoch, train_accuracy, held_out_accuracy, .. } in &epochs {
        for accuracy in [train_accuracy, held_out_accuracy] {
            ensure!(
                (0.0..=1.0).contains(accuracy),
                "epoch {epoch} has the accuracy {accuracy:e}: shares are from 0 to 1"
            );
        }
    }
    Ok(epochs)
}

fn table(runs: &[Run]) -> String {
    let mut csv = "run,epoch,loss,training_percent,held_out_percent,seconds,memory_mb\n".to_owned();
    for run in runs {
        let name = csv_field(&run.name);
        for epoch in &run.epochs {
            let EpochRecord { epoch, loss, train_accuracy, held_out_accuracy, seconds, peak_memory_mb, .. } = epoch;
            let [training, held_out] = [train_accuracy, held_out_accuracy].map(|share| 100.0 * share);
            let memory = peak_memory_mb.map_or_else(String::new, |mb| format!("{mb:.0}"));
            writeln!(csv, "{name},{epoch},{loss:.4},{training:.2},{held_out:.2},{seconds:.0},{memory}")
                .expect("a String takes everything");
        }
    }
    csv
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = concat!(
        r#"{"epoch":1,"steps":625,"loss":1.25,"train_accuracy":0.5,"held_out_loss":0.5,"held_out_accuracy":0.925,"learning_rate":0.005,"seconds":90.4,"peak_memory_mb":79.258}"#,
        "\n\n",
        r#"{"epoch":2,"steps":1250,"loss":0.25,"train_accuracy":0.75,"held_out_loss":0.25,"held_out_accuracy":0.95,"learning_rate":0.0,"seconds":180.6,"peak_memory_mb":80.0}"#,
        "\n",
    );

    #[test]
    fn table_has_a_line_for_every_epoch() {
        let run = Run { name: "r4_sa, 5\"".into(), epochs: parse(LOG.as_bytes()).unwrap() };
        let lines: Vec<String> = table(&[run]).lines().map(str::to_owned).collect();
        assert_eq!(
            lines[1..],
            ["\"r4_sa, 5\"\"\",1,1.2500,50.00,92.50,90,79", "\"r4_sa, 5\"\"\",2,0.2500,75.00,95.00,181,80"]
        );
    }

    #[test]
    fn accuracies_beyond_everything_are_refused() {
        for (good, bad) in [("0.925", "1e300"), ("0.95", "-0.1"), ("0.5,", "1.5,")] {
            let error = parse(LOG.replace(good, bad).as_bytes()).unwrap_err().to_string();
            assert!(error.contains("from 0 to 1"), "{bad}: {error}");
        }
    }

    #[test]
    fn what_is_no_log_is_refused() {
        for bad in ["", "\n", "{}", "epoch 1", "\u{0}"] {
            assert!(parse(bad.as_bytes()).is_err(), "{bad:?}");
        }
        assert!(parse(&[0xff]).is_err());
    }
}
