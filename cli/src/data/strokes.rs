//! Drawings made with a pen: one JSON object a line, with `label` and `strokes`, lists of `[x, y]` with y down, and, where it is known,
//! the number of the `writer`; other fields are passed over. The unit does not matter.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use flate2::Crc;
use gsa_net::image::{MAX_POINTS, Point};
use serde::Deserialize;

use crate::files;

const MAX_BYTES: u64 = 128 << 20;
/// Some 40 characters for each point that a drawing may have.
const MAX_LINE: usize = 40 * MAX_POINTS;
/// Part of the pad that the drawings of a file use; the rest is its margin.
const USED: f32 = 0.9;

/// A digit as it was drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Drawing {
    pub(crate) label: u8,
    /// Whose hand it is, where the file tells.
    pub(crate) writer: Option<u32>,
    /// In 0..1 of the pad.
    pub(crate) strokes: Vec<Vec<Point>>,
}

#[derive(Deserialize)]
struct Line {
    label: u8,
    writer: Option<u32>,
    strokes: Vec<Vec<[f32; 2]>>,
}

/// Reads all drawings of a file, gzip or not, and brings them to the unit of the pad: one scale for the whole file, so that a
/// small drawing stays small beside a large one.
pub(crate) fn read(path: &Path) -> Result<Vec<Drawing>> {
    Ok(read_with_checksum(path)?.0)
}

/// [`read`], and a number that tells one copy of the file from another.
pub(crate) fn read_with_checksum(path: &Path) -> Result<(Vec<Drawing>, u32)> {
    let bytes = files::read_maybe_gzip(path, MAX_BYTES)?;
    let mut crc = Crc::new();
    crc.update(&bytes);
    let text = str::from_utf8(&bytes).with_context(|| format!("{} is no text", path.display()))?;
    let drawings = parse(text).with_context(|| format!("{} as pen strokes", path.display()))?;
    Ok((drawings, crc.sum()))
}

fn parse(text: &str) -> Result<Vec<Drawing>> {
    let mut drawings = vec![];
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        ensure!(line.len() <= MAX_LINE, "line {number} has more than {MAX_LINE} bytes: leave out points");
        let mut line: Line = files::from_json(line.as_bytes()).with_context(|| {
            format!("line {number} is not like {{\"label\": 7, \"strokes\": [[[x, y], [x, y], …], …]}}")
        })?;
        let entries = line.strokes.len() + line.strokes.iter().map(Vec::len).sum::<usize>();
        ensure!(entries <= MAX_POINTS, "line {number} has {entries} points and strokes, {MAX_POINTS} is the most");
        // Nothing is drawn by them, and many would take much memory.
        line.strokes.retain(|stroke| !stroke.is_empty());
        line.strokes.shrink_to_fit();
        ensure!(line.label <= 9, "line {number}: the label is {}, digits are 0 to 9", line.label);
        let finite = line.strokes.iter().flatten().flatten().all(|number| number.is_finite());
        ensure!(finite, "line {number}: a coordinate is too large");
        drawings.push(line);
    }
    ensure!(!drawings.is_empty(), "there is no drawing in it");
    let (low, extent) = bounds(&drawings);
    let to_pad = |at: f32, low: f32| (1.0 - USED) / 2.0 + USED * ((at - low) / extent);
    let point = |[x, y]: [f32; 2]| Point { x: to_pad(x, low[0]), y: to_pad(y, low[1]) };
    let stroke = |points: Vec<[f32; 2]>| points.into_iter().map(point).collect();
    let drawing = |Line { label, writer, strokes }: Line| Drawing {
        label,
        writer,
        strokes: strokes.into_iter().map(stroke).collect(),
    };
    Ok(drawings.into_iter().map(drawing).collect())
}

/// Smallest x and y, and the longer side of the box of all drawings.
fn bounds(drawings: &[Line]) -> ([f32; 2], f32) {
    let (mut low, mut high) = ([f32::INFINITY; 2], [f32::NEG_INFINITY; 2]);
    for point in drawings.iter().flat_map(|line| &line.strokes).flatten() {
        for axis in 0..2 {
            low[axis] = low[axis].min(point[axis]);
            high[axis] = high[axis].max(point[axis]);
        }
    }
    let extent = (high[0] - low[0]).max(high[1] - low[1]);
    // One lone point has no extent; any will do.
    (low, if extent > 0.0 { extent } else { 1.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parse_brings_any_unit_to_the_pad() {
        let text =
            "{\"label\":7,\"writer\":3,\"strokes\":[[[0,0],[500,100]],[[250,250]]]}\n\n{\"label\":1,\"strokes\":[]}\n";
        let drawings = parse(text).unwrap();
        assert_eq!(drawings.len(), 2);
        assert_eq!((drawings[0].label, drawings[1].label), (7, 1));
        assert_eq!((drawings[0].writer, drawings[1].writer), (Some(3), None));
        assert!(drawings[1].strokes.is_empty());
        let expected = [[(0.05, 0.05), (0.95, 0.23)].as_slice(), &[(0.5, 0.5)]];
        assert_eq!(drawings[0].strokes.len(), 2);
        for (stroke, expected) in drawings[0].strokes.iter().zip(expected) {
            assert_eq!(stroke.len(), expected.len());
            for (point, (x, y)) in stroke.iter().zip(expected) {
                assert!((point.x - x).abs() < 1e-6 && (point.y - y).abs() < 1e-6, "{point:?}");
            }
        }
        assert_eq!(parse(&text.replace("500", "5e2")).unwrap(), drawings);
    }

    #[test]
    fn parse_limits_what_a_line_holds() {
        let line =
            |stroke: &str, count: usize| format!("{{\"label\":1,\"strokes\":[{}]}}", vec![stroke; count].join(","));
        assert_eq!(parse(&line("[[7,7],[8,8]],[]", 1000)).unwrap()[0].strokes.len(), 1000, "empty strokes are dropped");
        assert!(parse(&line("[[7,7]]", MAX_POINTS / 2)).is_ok());
        for (line, message) in [
            (line("[[7,7]]", MAX_POINTS / 2 + 1), "line 1 has 100002 points"),
            (line("[]", MAX_POINTS + 1), "line 1 has 100001 points"),
            (line("[]", 2_000_000), "line 1 has more than"),
        ] {
            let error = format!("{:#}", parse(&line).unwrap_err());
            assert!(error.contains(message), "{error:?} should speak of {message:?}");
        }
    }

    #[test]
    fn parse_takes_a_lone_point() {
        let drawings = parse("{\"label\":1,\"strokes\":[[[7,7]]]}").unwrap();
        assert!(drawings[0].strokes[0][0].x.is_finite());
    }

    #[test]
    fn parse_rejects_with_the_line() {
        let good = "{\"label\":1,\"strokes\":[[[7,7]]]}";
        for (bad, message) in [
            ("{\"label\":10,\"strokes\":[]}", "line 2: the label is 10"),
            ("{\"label\":1,\"strokes\":[[[1,2,3]]]}", "line 2"),
            ("{\"strokes\":[]}", "line 2"),
            ("{\"label\":1,\"strokes\":[[[1,1e39]]]}", "line 2"),
            ("seven", "line 2"),
        ] {
            let error = format!("{:#}", parse(&format!("{good}\n{bad}")).unwrap_err());
            assert!(error.contains(message), "{error:?} should speak of {message:?}");
        }
        assert!(parse("\n").is_err());
    }
}
