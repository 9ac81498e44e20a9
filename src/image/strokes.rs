//! Pen strokes, kept as vectors, to the picture a network sees.

use super::{Ink, RADIUS, SIDE, WIDTH, distance_squared, eighth_root, middle};
use crate::error::{Error, Result};
use crate::group::sin_cos;
use ndarray::Array2;

/// A point of a stroke, as a fraction of the drawing pad: (0, 0) is its top left corner, (1, 1) its bottom right one.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

/// Most points that one drawing may have; at 240 points a second a pen needs seven minutes for them.
pub const MAX_POINTS: usize = 100_000;

/// Largest absolute coordinate. Strokes may leave the pad, but not that far.
pub const MAX_COORDINATE: f32 = 16.0;

/// Over how many pixels an edge goes from 1 to 0: gives the ink the contrast of a turned MNIST digit (Σ v² / Σ v = 0.8).
const EDGE: f64 = 1.2;
/// No ink lies farther from the middle than this many pixels, so that none is cut off at any angle.
const REACH: f64 = 13.5;
/// Weight of a dot before its ink is measured, as a fraction of the length of all strokes.
const DOT: f64 = 0.06;
/// Drawings with less than this are recognised as nearly empty: length of the only stroke, ...
const LEAST_LENGTH: f64 = 0.05;
/// ... and distance of the farthest point from the centre.
const LEAST_RADIUS: f64 = 0.02;

/// The picture of a drawing turned by `turn_degrees`, counter-clockwise on the screen; `None` when nothing is drawn.
///
/// Lines are drawn as wide and as soft as in MNIST, from their exact distance; where lines cross, the nearest counts. A stroke
/// that stays at one point is a dot. Centre and size ([module](super)) are measured on the drawing as it was made, so a drawing that
/// is turned keeps them: its picture turns steadily.
///
/// `None` stands for an empty or nearly empty drawing: no strokes, a single one shorter than 0.05 of the pad, or everything within
/// 0.02 of the centre. A small digit beyond that is scaled up, and a digit may be made of dots alone.
///
/// # Shapes
/// - `strokes`: any number of strokes of any number of points, in fractions of the pad
/// - returns: [28, 28], 0 (background) to 1 (ink)
///
/// # Errors
/// [`Error::Input`] for a coordinate or angle that is not a finite number, a coordinate beyond ±[`MAX_COORDINATE`], or more
/// than [`MAX_POINTS`] points.
pub fn from_strokes(strokes: &[Vec<Point>], turn_degrees: f32) -> Result<Option<Array2<f32>>> {
    from_strokes_of_width(strokes, turn_degrees, WIDTH)
}

/// [`from_strokes`] with lines of another width, in pixels of the picture from 1 to 6, for training on the hands of many pens.
///
/// # Errors
/// As [`from_strokes`], and [`Error::Input`] for another width.
pub fn from_strokes_of_width(strokes: &[Vec<Point>], turn_degrees: f32, width: f64) -> Result<Option<Array2<f32>>> {
    check(strokes, turn_degrees)?;
    if !(1.0..=6.0).contains(&width) {
        return Err(Error::Input(format!("lines are {width} pixels wide; give 1 to 6")));
    }
    let drawing = Drawing::new(strokes, width);
    let Some(placement) = drawing.place() else {
        return Ok(None);
    };
    Ok(Some(drawing.render(&placement, f64::from(turn_degrees))))
}

fn check(strokes: &[Vec<Point>], turn_degrees: f32) -> Result<()> {
    if !turn_degrees.is_finite() {
        return Err(Error::Input(format!("the angle of a drawing is {turn_degrees}; give finite degrees")));
    }
    let count = strokes.iter().map(Vec::len).fold(0, usize::saturating_add);
    if count > MAX_POINTS {
        return Err(Error::Input(format!(
            "the drawing has {count} points, more than {MAX_POINTS}; leave out points that lie close together"
        )));
    }
    for (s, stroke) in strokes.iter().enumerate() {
        for (p, point) in stroke.iter().enumerate() {
            if !(point.x.abs() <= MAX_COORDINATE && point.y.abs() <= MAX_COORDINATE) {
                return Err(Error::Input(format!(
                    "point {p} of stroke {s} is ({}, {}); coordinates are fractions of the pad, 0 to 1 (at most ±{MAX_COORDINATE}): \
                     divide pixels by the pad's size",
                    point.x, point.y
                )));
            }
        }
    }
    Ok(())
}

/// Where a drawing goes: its `centre` (row, column) to the picture's middle, `scale` pixels to the pad's side.
struct Placement {
    centre: [f64; 2],
    scale: f64,
}

struct Segment {
    from: [f64; 2],
    to: [f64; 2],
}

impl Segment {
    fn length(&self) -> f64 {
        distance_squared(self.from, self.to).sqrt()
    }

    fn at(&self, t: f64) -> [f64; 2] {
        [0, 1].map(|axis| self.from[axis] + t * (self.to[axis] - self.from[axis]))
    }

    fn distance_squared_to(&self, point: [f64; 2]) -> f64 {
        let along = [self.to[0] - self.from[0], self.to[1] - self.from[1]];
        let squared = along[0] * along[0] + along[1] * along[1];
        if squared == 0.0 {
            return distance_squared(point, self.from);
        }
        let t = ((point[0] - self.from[0]) * along[0] + (point[1] - self.from[1]) * along[1]) / squared;
        distance_squared(point, self.at(t.clamp(0.0, 1.0)))
    }
}

/// Strokes as line segments, (row, column) in fractions of the pad; a dot is a segment without length.
struct Drawing {
    segments: Vec<Segment>,
    /// How many strokes they are of.
    strokes: usize,
    /// Width of a line in pixels of the picture.
    width: f64,
}

impl Drawing {
    fn new(strokes: &[Vec<Point>], width: f64) -> Drawing {
        let place = |point: &Point| [f64::from(point.y), f64::from(point.x)];
        let mut segments = Vec::new();
        for stroke in strokes {
            let before = segments.len();
            let pairs = stroke.windows(2).filter(|pair| pair[0] != pair[1]);
            segments.extend(pairs.map(|pair| Segment { from: place(&pair[0]), to: place(&pair[1]) }));
            if let (Some(dot), true) = (stroke.first(), segments.len() == before) {
                segments.push(Segment { from: place(dot), to: place(dot) });
            }
        }
        let strokes = strokes.iter().filter(|stroke| !stroke.is_empty()).count();
        Drawing { segments, strokes, width }
    }

    /// Finds centre and size; `None` when the drawing is nearly empty.
    fn place(&self) -> Option<Placement> {
        let length: f64 = self.segments.iter().map(Segment::length).sum();
        if self.strokes == 0 || (self.strokes == 1 && length < LEAST_LENGTH) {
            return None;
        }
        // Where there are dots alone, or nearly, each still weighs something.
        let mut placement = self.place_by_length(length.max(LEAST_LENGTH));
        if self.farthest_from(placement.centre) < LEAST_RADIUS {
            return None;
        }
        // The ink itself decides: lines drawn twice count once, dots count. It is measured at the scale it is drawn at.
        for _ in 0..4 {
            let room = (REACH - self.width / 2.0) / self.farthest_from(placement.centre);
            placement.scale = placement.scale.min(room);
            let ink = Ink::of(self.render(&placement, 0.0).view());
            for (centre, offset) in placement.centre.iter_mut().zip(ink.centre) {
                *centre += offset / placement.scale;
            }
            placement.scale *= RADIUS / ink.radius;
        }
        placement.scale = placement.scale.min((REACH - self.width / 2.0) / self.farthest_from(placement.centre));
        Some(placement)
    }

    /// Centre and size of thin lines, each weighted by its length.
    fn place_by_length(&self, length: f64) -> Placement {
        let weight = |segment: &Segment| match segment.length() {
            0.0 => DOT * length,
            some => some,
        };
        let (mut mass, mut moment) = (0.0, [0.0; 2]);
        for segment in &self.segments {
            let (w, half) = (weight(segment), segment.at(0.5));
            mass += w;
            moment = [moment[0] + w * half[0], moment[1] + w * half[1]];
        }
        let centre = moment.map(|m| m / mass);
        // Five points integrate the eighth power along a segment exactly.
        let eighth: f64 = self
            .segments
            .iter()
            .map(|segment| {
                let mean: f64 =
                    GAUSS_LEGENDRE.iter().map(|&(t, w)| w * distance_squared(segment.at(t), centre).powi(4)).sum();
                weight(segment) * mean
            })
            .sum();
        Placement { centre, scale: RADIUS / eighth_root(eighth / mass) }
    }

    fn farthest_from(&self, centre: [f64; 2]) -> f64 {
        let squared =
            |segment: &Segment| distance_squared(segment.from, centre).max(distance_squared(segment.to, centre));
        self.segments.iter().map(squared).fold(0.0, f64::max).sqrt()
    }

    /// Draws the lines, turned about the centre of `placement`.
    fn render(&self, placement: &Placement, degrees: f64) -> Array2<f32> {
        let far = self.width / 2.0 + EDGE / 2.0;
        let (sin, cos) = sin_cos(degrees);
        let middle = middle((SIDE, SIDE));
        let to_pixels = |point: [f64; 2]| {
            let [row, col] = [0, 1].map(|axis| (point[axis] - placement.centre[axis]) * placement.scale);
            [cos * row - sin * col + middle[0], sin * row + cos * col + middle[1]]
        };
        let mut nearest = Array2::from_elem((SIDE, SIDE), far * far);
        for segment in &self.segments {
            let line = Segment { from: to_pixels(segment.from), to: to_pixels(segment.to) };
            for row in pixels_between(line.from[0].min(line.to[0]) - far, line.from[0].max(line.to[0]) + far) {
                let [first, last] = line.columns_near(row as f64, far);
                for col in pixels_between(first, last) {
                    let squared = line.distance_squared_to([row as f64, col as f64]);
                    let so_far = &mut nearest[[row, col]];
                    *so_far = so_far.min(squared);
                }
            }
        }
        nearest.mapv(|squared| (0.5 + (self.width / 2.0 - squared.sqrt()) / EDGE).clamp(0.0, 1.0) as f32)
    }
}

impl Segment {
    /// First and last column that a point of `row` within `far` of the segment can have.
    fn columns_near(&self, row: f64, far: f64) -> [f64; 2] {
        let rows = self.to[0] - self.from[0];
        let [mut a, mut b] = [self.from[1], self.to[1]];
        if rows != 0.0 {
            [a, b] = [row - far, row + far].map(|r| self.at(((r - self.from[0]) / rows).clamp(0.0, 1.0))[1]);
        }
        [a.min(b) - far, a.max(b) + far]
    }
}

/// Indices of the picture's pixels from `first` to `last`, both included.
fn pixels_between(first: f64, last: f64) -> std::ops::Range<usize> {
    let start = first.ceil().clamp(0.0, SIDE as f64) as usize;
    let end = (last.floor() + 1.0).clamp(0.0, SIDE as f64) as usize;
    start..end
}

/// Places in 0..1 and weights of Gauss-Legendre quadrature with five points, exact to the ninth power.
const GAUSS_LEGENDRE: [(f64, f64); 5] = [
    (0.046_910_077_030_668, 0.118_463_442_528_094_5),
    (0.230_765_344_947_158_5, 0.239_314_335_249_683_2),
    (0.5, 0.284_444_444_444_444_4),
    (0.769_234_655_052_841_5, 0.239_314_335_249_683_2),
    (0.953_089_922_969_332, 0.118_463_442_528_094_5),
];
