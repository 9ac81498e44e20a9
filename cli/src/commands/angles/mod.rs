//! `gsa angles`: accuracy against the angle at which digits and drawings are shown, as a table and a plot.

mod plot;

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::args;
use crate::files;
use crate::tables::csv_field;

const MAX_BYTES: u64 = 1 << 20;

/// What one network answered about one set of digits or drawings.
struct Line {
    /// After the file of the model.
    network: String,
    /// What was asked about.
    subject: &'static str,
    points: Vec<Point>,
}

/// Shares at one angle.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Point {
    degrees: f64,
    right_percent: f64,
    kept_percent: f64,
}

/// The part of what `gsa eval --by-angle --json` prints that is read here.
#[derive(Deserialize)]
struct Evaluation {
    model: String,
    /// There where drawings were asked about.
    strokes: Option<String>,
    count: usize,
    angles: Vec<At>,
}

#[derive(Deserialize)]
struct At {
    degrees: f64,
    right: usize,
    kept: usize,
}

/// Reads evaluations, and writes the table and the plot.
pub(crate) fn run(args: &args::Angles) -> Result<ExitCode> {
    let [csv, svg] = [".csv", ".svg"].map(|ending| files::beside(&args.out, ending));
    for path in [&csv, &svg] {
        files::require_writable(path)?;
    }
    let lines = args.evaluations.iter().map(|path| read(path)).collect::<Result<Vec<_>>>()?;
    files::write_atomically(&csv, table(&lines).as_bytes())?;
    files::write_atomically(&svg, plot::plot(&lines)?.as_bytes())?;
    for line in &lines {
        let right = line.points.iter().map(|point| point.right_percent);
        let (least, most) = (right.clone().fold(100.0, f64::min), right.clone().fold(0.0, f64::max));
        let mean = right.sum::<f64>() / line.points.len() as f64;
        println!("{:<24} {:<9} {mean:.2} % on average, {least:.2} to {most:.2} %", line.network, line.subject);
    }
    Ok(ExitCode::SUCCESS)
}

fn read(path: &Path) -> Result<Line> {
    let bytes = files::read(path, MAX_BYTES)?;
    parse(&bytes).with_context(|| format!("{}: not what `gsa eval --by-angle --json` prints", path.display()))
}

fn parse(bytes: &[u8]) -> Result<Line> {
    let evaluation: Evaluation = files::from_json(bytes)?;
    ensure!(evaluation.count > 0 && !evaluation.angles.is_empty(), "nothing was asked");
    let percent = |part: usize| 100.0 * part as f64 / evaluation.count as f64;
    let point = |at: &At| {
        ensure!((0.0..360.0).contains(&at.degrees), "{:e}° is not in 0 to 360", at.degrees);
        ensure!(at.right.max(at.kept) <= evaluation.count, "{} of {}", at.right.max(at.kept), evaluation.count);
        Ok(Point { degrees: at.degrees, right_percent: percent(at.right), kept_percent: percent(at.kept) })
    };
    let name = Path::new(&evaluation.model).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Line {
        network: name,
        subject: if evaluation.strokes.is_some() { "drawings" } else { "digits" },
        points: evaluation.angles.iter().map(point).collect::<Result<_>>()?,
    })
}

fn table(lines: &[Line]) -> String {
    let mut csv = "network,subject,degrees,right_percent,as_upright_percent\n".to_owned();
    for Line { network, subject, points } in lines {
        let network = csv_field(network);
        for Point { degrees, right_percent, kept_percent } in points {
            writeln!(csv, "{network},{subject},{degrees},{right_percent:.2},{kept_percent:.2}")
                .expect("a String takes everything");
        }
    }
    csv
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = r#"{"model":"models/r8f_sa_upright.safetensors","strokes":"pen.gz","count":200,"angles":[
        {"degrees":0.0,"right":190,"kept":200},{"degrees":15.0,"right":181,"kept":183}],"seconds":1.5}"#;

    #[test]
    fn table_has_a_line_for_every_angle() {
        let digits = PRINTED.replace("\"strokes\":\"pen.gz\",", "").replace("r8f_sa_upright", "a,b");
        let lines = [PRINTED, &digits].map(|text| parse(text.as_bytes()).unwrap());
        assert_eq!(
            table(&lines).lines().skip(1).collect::<Vec<_>>(),
            [
                "r8f_sa_upright,drawings,0,95.00,100.00",
                "r8f_sa_upright,drawings,15,90.50,91.50",
                "\"a,b\",digits,0,95.00,100.00",
                "\"a,b\",digits,15,90.50,91.50",
            ]
        );
    }

    #[test]
    fn what_is_no_evaluation_by_angle_is_refused() {
        for (good, bad) in
            [("15.0", "360.0"), ("181", "201"), ("200,\"angles", "0,\"angles"), ("\"kept\":183", "\"lost\":183")]
        {
            let text = PRINTED.replace(good, bad);
            assert_ne!(text, PRINTED);
            assert!(parse(text.as_bytes()).is_err(), "{text}");
        }
        assert!(parse(b"{}").is_err());
    }

    #[test]
    fn plot_shows_both_subjects_and_every_network() {
        let digits = PRINTED.replace("\"strokes\":\"pen.gz\",", "").replace("r8f_sa_upright", "z2_sa_upright");
        let lines = [PRINTED, &digits].map(|text| parse(text.as_bytes()).unwrap());
        let svg = plot::plot(&lines).unwrap();
        for text in ["r8f_sa_upright", "z2_sa_upright", "drawings", "digits"] {
            assert!(svg.contains(text), "{text}");
        }
        assert!(!svg.contains("NaN"));
        let alone = plot::plot(&lines[..1]).unwrap();
        assert!(
            !alone.contains("z2_sa_upright") && alone.matches("<polyline").count() < svg.matches("<polyline").count()
        );
    }
}
