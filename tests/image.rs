//! The picture a network sees: centred, scaled like MNIST's digits, and turning with the drawing.

mod common;

use gsa_net::image::{
    MAX_PICTURE_SIDE, MAX_POINTS, MNIST_CENTRE, Point, RADIUS, SIDE, from_grey, from_strokes, turn, turn_about,
    turn_into,
};
use ndarray::{Array2, ArrayView2, array, s};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::f32::consts::TAU;

/// A turned drawing and a turned picture: coordinates are rounded to f32 before they come in, and sums run in another order.
const QUARTER_TURN: f32 = 1e-4;
/// Moving pixels, or weighing them with weights that are 0 and 1.
const EXACT: f32 = 0.0;
/// Centre of mass in pixels, where it was measured on another sampling of the same lines.
const CENTRE: f64 = 0.1;

type Drawing = Vec<Vec<Point>>;

fn stroke(points: &[[f32; 2]]) -> Vec<Point> {
    points.iter().map(|&[x, y]| Point { x, y }).collect()
}

fn curve(from: f32, to: f32, at: impl Fn(f32) -> [f32; 2]) -> Vec<Point> {
    let points: Vec<_> = (0..=30).map(|i| at(from + (to - from) * i as f32 / 30.0)).collect();
    stroke(&points)
}

/// Simple shapes of every aspect: long, round, with a dot, with lines drawn twice, small, beyond the pad.
fn shapes() -> Vec<(&'static str, Drawing)> {
    let zero = curve(0.0, TAU, |t| [0.5 + 0.2 * t.cos(), 0.5 + 0.3 * t.sin()]);
    let seven = stroke(&[[0.3, 0.2], [0.7, 0.2], [0.45, 0.85]]);
    let bar = stroke(&[[0.35, 0.55], [0.65, 0.5]]);
    let small = zero.iter().map(|p| Point { x: 0.1 + 0.12 * p.x, y: 0.8 + 0.12 * p.y }).collect();
    let beyond = zero.iter().map(|p| Point { x: 3.0 * p.x - 1.0, y: 3.0 * p.y - 2.0 }).collect();
    vec![
        ("one", vec![stroke(&[[0.5, 0.1], [0.48, 0.9]])]),
        ("long dash", vec![stroke(&[[0.05, 0.52], [0.95, 0.47]])]),
        ("zero", vec![zero.clone()]),
        ("seven", vec![seven.clone()]),
        ("slashed seven", vec![seven.clone(), bar]),
        ("zero with a dot", vec![zero, stroke(&[[0.5, 0.5]])]),
        ("retraced one", vec![stroke(&[[0.4, 0.8], [0.5, 0.1], [0.5, 0.9], [0.5, 0.3], [0.5, 0.9]])]),
        ("spiral six", vec![curve(0.0, 9.0, |t| [0.5 + (0.3 - 0.03 * t) * t.cos(), 0.6 - (0.3 - 0.03 * t) * t.sin()])]),
        ("small zero", vec![small]),
        ("beyond the pad", vec![beyond]),
        ("with empty strokes", vec![vec![], seven, vec![]]),
    ]
}

/// The page's sample digits: the strings of points in `www/samples.js`, one a stroke, `x,y` in thousandths.
fn samples() -> Vec<(String, Drawing)> {
    let source = include_str!("../www/samples.js");
    let written = source.split_once("written = [").expect("the list of digits").1.split_once("];").expect("its end").0;
    let point = |point: &str| {
        let (x, y) = point.split_once(',').expect("x,y");
        let [x, y] = [x, y].map(|n| n.parse::<f32>().expect("thousandths") / 1000.0);
        Point { x, y }
    };
    let strokes =
        |digit: &str| digit.split('\'').skip(1).step_by(2).map(|s| s.split(' ').map(point).collect()).collect();
    let digits: Vec<Drawing> = written.split("],").map(strokes).filter(|d: &Drawing| !d.is_empty()).collect();
    assert_eq!(digits.len(), 10, "ten digits in www/samples.js");
    (0..).zip(digits).map(|(digit, drawing): (u8, _)| (format!("sample {digit}"), drawing)).collect()
}

/// Real pen strokes from `../shared`, or None, said aloud, where they are absent.
fn pen_strokes(every: usize) -> Option<Vec<(String, Drawing)>> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/pendigits/train.jsonl.gz");
    if !std::path::Path::new(path).exists() {
        common::say(&format!("SKIPPED: real pen strokes: {path} is absent"));
        return None;
    }
    let unpacked = std::process::Command::new("gzip").args(["-dc", path]).output().expect("gzip runs");
    assert!(unpacked.status.success(), "gzip can't read {path}");
    let text = String::from_utf8(unpacked.stdout).expect("JSON lines are UTF-8");
    let drawings: Vec<_> = (text.lines().enumerate().step_by(every))
        .map(|(line, json)| {
            let digit: serde_json::Value = serde_json::from_str(json).expect("a line is JSON");
            let strokes = digit["strokes"].as_array().expect("strokes").iter();
            let point = |p: &serde_json::Value| {
                let [x, y] = [0, 1].map(|axis| p[axis].as_f64().expect("a number") as f32 / 500.0);
                Point { x, y }
            };
            let drawing = strokes.map(|s| s.as_array().expect("points").iter().map(point).collect()).collect();
            (format!("line {} of pendigits, a {}", line + 1, digit["label"]), drawing)
        })
        .collect();
    assert!(drawings.len() > 50, "only {} drawings in {path}", drawings.len());
    Some(drawings)
}

/// The eight symmetries of the grid: mirror columns first when `mirror`, then `quarters` turns of +row towards +column.
fn symmetries() -> impl Iterator<Item = (u8, bool)> {
    (0..4).flat_map(|quarters| [(quarters, false), (quarters, true)])
}

/// Literal: the pixel at x moves to A x about the middle, one quarter at a time.
fn move_pixels(picture: &Array2<f32>, (quarters, mirror): (u8, bool)) -> Array2<f32> {
    let mut moved = picture.clone();
    if mirror {
        let cols = moved.ncols();
        moved = Array2::from_shape_fn(moved.dim(), |(row, col)| picture[[row, cols - 1 - col]]);
    }
    for _ in 0..quarters {
        // (row, col) about the middle goes to (−col, row): the new row counts columns from the far end.
        let (rows, cols) = moved.dim();
        let before = moved;
        moved = Array2::from_shape_fn((cols, rows), |(row, col)| before[[col, cols - 1 - row]]);
    }
    moved
}

fn move_drawing(drawing: &Drawing, (quarters, mirror): (u8, bool)) -> Drawing {
    let moved = |point: &Point| {
        let (mut row, mut col) = (point.y - 0.5, point.x - 0.5);
        if mirror {
            col = -col;
        }
        for _ in 0..quarters {
            (row, col) = (-col, row);
        }
        Point { x: col + 0.5, y: row + 0.5 }
    };
    drawing.iter().map(|stroke| stroke.iter().map(moved).collect()).collect()
}

fn picture_of(name: &str, drawing: &Drawing, degrees: f32) -> Array2<f32> {
    from_strokes(drawing, degrees)
        .unwrap_or_else(|error| panic!("{name}: {error}"))
        .unwrap_or_else(|| panic!("{name}: taken for an empty drawing"))
}

/// Largest difference, or what is wrong: another shape, or a difference that is not within `tolerance` (NaN is not).
#[expect(clippy::neg_cmp_op_on_partial_ord, reason = "a NaN must not pass")]
fn compare(name: &str, a: ArrayView2<f32>, b: ArrayView2<f32>, tolerance: f32) -> Result<(), String> {
    if a.dim() != b.dim() {
        return Err(format!("{name}: shapes {:?} and {:?}", a.dim(), b.dim()));
    }
    let bad: Vec<_> = (a.indexed_iter()).filter(|(at, v)| !((**v - b[*at]).abs() <= tolerance)).collect();
    match bad.first() {
        None => Ok(()),
        Some((at, v)) => Err(format!("{name}: {} pixels differ, at {at:?} {v} and {}", bad.len(), b[*at])),
    }
}

#[track_caller]
fn assert_same(name: &str, a: &Array2<f32>, b: &Array2<f32>, tolerance: f32) {
    if let Err(problem) = compare(name, a.view(), b.view(), tolerance) {
        panic!("{problem}");
    }
}

/// Mass, centre of mass from the middle of the picture, and eighth-power mean of the distance from it.
fn ink(picture: &Array2<f32>) -> (f64, [f64; 2], f64) {
    let middle = [picture.nrows(), picture.ncols()].map(|side| (side as f64 - 1.0) / 2.0);
    let sum = |f: &dyn Fn(f64, f64) -> f64| -> f64 {
        picture.indexed_iter().map(|((r, c), &v)| f64::from(v) * f(r as f64 - middle[0], c as f64 - middle[1])).sum()
    };
    let mass = sum(&|_, _| 1.0);
    let (row, col) = (sum(&|r, _| r) / mass, sum(&|_, c| c) / mass);
    let eighth = sum(&|r, c| ((r - row).powi(2) + (c - col).powi(2)).powi(4)) / mass;
    (mass, [row, col], eighth.powf(0.125))
}

fn noise(rows: usize, cols: usize, seed: u64) -> Array2<f32> {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    Array2::from_shape_fn((rows, cols), |_| random.random())
}

#[test]
fn comparison_rejects_nan_wrong_shape_and_one_changed_pixel() {
    let picture = noise(28, 28, 1);
    assert_eq!(compare("same", picture.view(), picture.view(), EXACT), Ok(()));
    let mut changed = picture.clone();
    changed[[3, 4]] += 2e-4;
    compare("changed", picture.view(), changed.view(), QUARTER_TURN).expect_err("one pixel differs");
    changed[[3, 4]] = f32::NAN;
    compare("NaN", picture.view(), changed.view(), QUARTER_TURN).expect_err("NaN is no number");
    compare("shape", picture.view(), noise(28, 27, 1).view(), 1.0).expect_err("another shape");
}

fn check_commutes(drawings: &[(impl AsRef<str>, Drawing)]) {
    assert!(!drawings.is_empty());
    for (name, drawing) in drawings {
        let name = name.as_ref();
        let picture = picture_of(name, drawing, 0.0);
        for symmetry @ (quarters, mirror) in symmetries() {
            let name = format!("{name}, {quarters} quarters, mirror {mirror}");
            let moved = move_pixels(&picture, symmetry);
            assert_same(&name, &picture_of(&name, &move_drawing(drawing, symmetry), 0.0), &moved, QUARTER_TURN);
            if !mirror {
                let degrees = 90.0 * f32::from(quarters);
                assert_same(&name, &picture_of(&name, drawing, degrees), &moved, QUARTER_TURN);
                assert_same(&name, &picture_of(&name, drawing, degrees - 720.0), &moved, QUARTER_TURN);
            }
        }
    }
}

#[test]
fn strokes_commute_with_quarter_turns_and_mirrors() {
    check_commutes(&shapes());
    check_commutes(&samples());
}

#[test]
fn real_pen_strokes_commute_with_quarter_turns_and_mirrors() {
    if let Some(drawings) = pen_strokes(23) {
        check_commutes(&drawings);
    }
}

#[test]
#[should_panic(expected = "pixels differ")]
fn check_of_commuting_rejects_a_turn_the_other_way() {
    let (name, drawing) = shapes().remove(3);
    let picture = picture_of(name, &drawing, 0.0);
    assert_same(name, &picture_of(name, &drawing, -90.0), &move_pixels(&picture, (1, false)), QUARTER_TURN);
}

#[test]
fn strokes_turn_like_their_picture_at_any_angle() {
    for (name, drawing) in shapes() {
        let picture = picture_of(name, &drawing, 0.0);
        for degrees in [10.0, 45.0, 133.3, -71.0, 1234.5] {
            let (turned, other_way) = (picture_of(name, &drawing, degrees), turn(picture.view(), -degrees));
            let resampled = turn(picture.view(), degrees);
            let error = |a: &Array2<f32>| ((a - &turned).mapv(|d| d * d).sum() / turned.mapv(|v| v * v).sum()).sqrt();
            // Resampling a picture with lines of 2 pixels costs about a tenth of its size; a wrong sense or place most of it.
            assert!(error(&resampled) < 0.16, "{name} turned by {degrees}: {}", error(&resampled));
            if !["zero", "zero with a dot", "small zero", "beyond the pad"].contains(&name) && degrees.abs() < 90.0 {
                assert!(error(&other_way) > 0.3, "{name} turned by {degrees}: {}", error(&other_way));
            }
        }
    }
}

#[test]
fn strokes_are_centred_and_scaled_like_mnist() {
    let mut drawings: Vec<(String, Drawing)> = shapes().into_iter().map(|(name, d)| (name.to_string(), d)).collect();
    drawings.extend(samples());
    drawings.extend(pen_strokes(101).unwrap_or_default());
    for (name, drawing) in &drawings {
        for degrees in [0.0, 30.0] {
            let picture = picture_of(name, drawing, degrees);
            assert_eq!(picture.dim(), (SIDE, SIDE));
            assert!(picture.iter().all(|v| (0.0..=1.0).contains(v)), "{name}: grey values out of range");
            let (mass, centre, radius) = ink(&picture);
            assert!(centre.iter().all(|c| c.abs() <= CENTRE), "{name}: centre of mass at {centre:?}");
            // Smaller only where the farthest ink would leave the picture.
            assert!((RADIUS * 0.8..RADIUS * 1.01).contains(&radius), "{name}: size {radius}");
            // Over MNIST's training digits it is 20 to 310.
            assert!((20.0..310.0).contains(&mass), "{name}: {mass} pixels of ink");
        }
    }
}

#[test]
fn samples_lie_within_the_pad_and_in_its_middle() {
    for (name, drawing) in samples() {
        let points = drawing.concat();
        assert!((20..60).contains(&points.len()), "{name}: {} points", points.len());
        for axis in [|p: &Point| p.x, |p: &Point| p.y] {
            let [low, high] =
                points.iter().map(axis).fold([1.0, 0.0], |[low, high]: [f32; 2], v| [low.min(v), high.max(v)]);
            assert!(low > 0.1 && high < 0.9 && (low + high - 1.0).abs() < 0.01, "{name}: {low} to {high}");
        }
    }
}

#[test]
fn size_and_place_on_the_pad_do_not_matter() {
    let (name, drawing) = shapes().remove(4);
    let picture = picture_of(name, &drawing, 20.0);
    for (scale, right, down) in [(0.1, 0.0, 0.0), (0.5, 0.4, -0.2), (3.0, -1.0, 0.5)] {
        let place = |p: &Point| Point { x: scale * p.x + right, y: scale * p.y + down };
        let moved: Drawing = drawing.iter().map(|stroke| stroke.iter().map(place).collect()).collect();
        assert_same(name, &picture_of(name, &moved, 20.0), &picture, QUARTER_TURN);
    }
}

#[test]
fn direction_of_strokes_and_extra_points_do_not_matter() {
    let (name, drawing) = shapes().remove(4);
    let picture = picture_of(name, &drawing, 0.0);
    let reversed: Drawing = drawing.iter().rev().map(|stroke| stroke.iter().rev().copied().collect()).collect();
    assert_same(name, &picture_of(name, &reversed, 0.0), &picture, QUARTER_TURN);
    let halves = |pair: &[Point]| {
        [pair[0], Point { x: (pair[0].x + pair[1].x) / 2.0, y: (pair[0].y + pair[1].y) / 2.0 }, pair[1]]
    };
    let finer: Drawing = drawing.iter().map(|stroke| stroke.windows(2).flat_map(halves).collect()).collect();
    assert_same(name, &picture_of(name, &finer, 0.0), &picture, QUARTER_TURN);
}

#[test]
fn a_dot_in_a_drawing_is_drawn() {
    let ring = curve(0.0, TAU, |t| [0.5 + 0.3 * t.cos(), 0.5 + 0.3 * t.sin()]);
    let without = picture_of("ring", &vec![ring.clone()], 0.0);
    let with = picture_of("ring with a dot", &vec![ring, stroke(&[[0.5, 0.5]])], 0.0);
    assert!(without[[13, 13]] < 0.01 && with[[13, 13]] > 0.6 && with[[14, 14]] > 0.6);
    assert!(with[[13, 10]] < 0.01, "a dot is as wide as a line");
}

/// A 7 of points, some of them a little shaky, as fingers tap.
#[test]
fn points_alone_are_ink() {
    let places = [[0.3, 0.24], [0.43, 0.24], [0.56, 0.23], [0.68, 0.23], [0.6, 0.42], [0.52, 0.6], [0.45, 0.8]];
    let exact: Drawing = places.iter().map(|&place| stroke(&[place])).collect();
    let shaky: Drawing = places
        .iter()
        .enumerate()
        .map(|(i, &[x, y])| if i % 2 == 0 { stroke(&[[x, y]]) } else { stroke(&[[x, y], [x + 0.005, y - 0.004]]) })
        .collect();
    for (name, drawing) in [("dots", &exact), ("shaky dots", &shaky)] {
        let picture = picture_of(name, drawing, 0.0);
        assert!(picture.sum() > 20.0 && picture.sum() < 80.0, "{name}: {}", picture.sum());
        let rows: Vec<usize> = (0..28).filter(|&row| picture.row(row).iter().any(|&ink| ink > 0.5)).collect();
        assert!(rows.len() >= 6 && rows[rows.len() - 1] - rows[0] >= 12, "{name} fill the picture: {rows:?}");
    }
    check_commutes(&[("dots", exact), ("shaky dots", shaky)]);
}

#[test]
fn empty_and_nearly_empty_drawings_are_recognised() {
    let tap = stroke(&[[0.5, 0.5]]);
    let shaky_tap = curve(0.0, 40.0, |t| [0.5 + 0.008 * t.cos(), 0.5 + 0.008 * (1.3 * t).sin()]);
    for (name, drawing) in [
        ("nothing", vec![]),
        ("strokes without points", vec![vec![], vec![]]),
        ("a tap", vec![tap.clone()]),
        ("a tap of two equal points", vec![stroke(&[[0.5, 0.5], [0.5, 0.5]])]),
        ("two taps on one place", vec![tap.clone(), tap]),
        ("a shaky tap", vec![shaky_tap]),
        ("a short dash", vec![stroke(&[[0.5, 0.5], [0.52, 0.51]])]),
    ] {
        assert_eq!(from_strokes(&drawing, 0.0), Ok(None), "{name}");
    }
    let small_one = vec![stroke(&[[0.5, 0.5], [0.5, 0.56]])];
    assert!(from_strokes(&small_one, 0.0).expect("fine").is_some(), "small, but drawn");
}

#[test]
fn bad_strokes_are_refused_with_the_reason() {
    let line = |x: f32| vec![stroke(&[[0.1, 0.1], [x, 0.9]])];
    for (strokes, degrees, reason) in [
        (line(f32::NAN), 0.0, "point 1 of stroke 0 is (NaN, 0.9)"),
        (line(f32::INFINITY), 0.0, "point 1 of stroke 0"),
        (line(-1e30), 0.0, "divide pixels by the pad's size"),
        (line(500.0), 0.0, "divide pixels by the pad's size"),
        (line(0.5), f32::NAN, "angle"),
        (line(0.5), f32::NEG_INFINITY, "angle"),
        (vec![vec![Point::default(); MAX_POINTS], vec![Point::default()]], 0.0, "100001 points"),
    ] {
        let error = from_strokes(&strokes, degrees).expect_err(reason).to_string();
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn absurd_drawings_are_bounded_work() {
    let mut random = ChaCha8Rng::seed_from_u64(5);
    let mut scribble = |size: f32| -> Vec<Point> {
        (0..MAX_POINTS / 2)
            .map(|_| Point { x: size * random.random::<f32>(), y: size * random.random::<f32>() })
            .collect()
    };
    let drawing = vec![scribble(1.0), scribble(16.0)];
    let start = std::time::Instant::now();
    let picture = picture_of("scribble", &drawing, 12.0);
    assert!(picture.iter().all(|v| v.is_finite()));
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    // A blot and one far dot: nothing of it is cut off.
    let far = vec![scribble(0.01), stroke(&[[15.0, 15.0]]), stroke(&[[0.0, 0.0], [0.1, 0.1]])];
    let picture = picture_of("far dot", &far, 0.0);
    assert!(picture.iter().all(|v| v.is_finite()));
    let border = (0..SIDE).flat_map(|i| [[0, i], [27, i], [i, 0], [i, 27]]);
    assert!(border.map(|at| picture[at]).all(|v| v < 0.7), "ink runs over the border");
}

/// A picture of `side` pixels of a drawing, in light ink on dark, drawn by testing every pixel.
fn large(drawing: &Drawing, rows: usize, cols: usize, side: f32, width: f32) -> Array2<f32> {
    Array2::from_shape_fn((rows, cols), |(row, col)| {
        let at = [(col as f32 + 0.5) / side, (row as f32 + 0.5) / side];
        let near = drawing.iter().flat_map(|stroke| stroke.windows(2)).any(|pair| {
            let along = [pair[1].x - pair[0].x, pair[1].y - pair[0].y];
            let off = [at[0] - pair[0].x, at[1] - pair[0].y];
            let t = ((off[0] * along[0] + off[1] * along[1]) / (along[0].powi(2) + along[1].powi(2))).clamp(0.0, 1.0);
            (off[0] - t * along[0]).hypot(off[1] - t * along[1]) < width / 2.0
        });
        f32::from(near)
    })
}

fn grey_picture(name: &str, pixels: &Array2<f32>) -> Array2<f32> {
    from_grey(pixels.view())
        .unwrap_or_else(|error| panic!("{name}: {error}"))
        .unwrap_or_else(|| panic!("{name}: taken for an empty picture"))
}

#[test]
fn grey_pictures_commute_with_quarter_turns_and_mirrors() {
    let (_, seven) = shapes().remove(4);
    let mut pictures = vec![
        ("square", large(&seven, 200, 200, 200.0, 0.07)),
        ("wide", large(&seven, 150, 333, 150.0, 0.08)),
        ("odd and small", large(&seven, 19, 20, 19.0, 0.12)),
        ("tiny", large(&seven, 9, 9, 9.0, 0.2)),
        ("noise", noise(40, 31, 7)),
    ];
    let middle_grey = pictures[0].1.mapv(|v| 0.5 + v / 3.0) + noise(200, 200, 8) * 0.02;
    pictures.push(("grey on grey with noise", middle_grey));
    for (name, pixels) in &pictures {
        let picture = grey_picture(name, pixels);
        for symmetry @ (quarters, mirror) in symmetries() {
            let name = format!("{name}, {quarters} quarters, mirror {mirror}");
            let moved = grey_picture(&name, &move_pixels(pixels, symmetry));
            assert_same(&name, &moved, &move_pixels(&picture, symmetry), QUARTER_TURN);
        }
    }
}

#[test]
fn grey_pictures_look_like_drawings() {
    for (name, drawing) in shapes().into_iter().skip(2).take(4) {
        let drawn = picture_of(name, &drawing, 0.0);
        let pixels = large(&drawing, 300, 400, 300.0, 0.08);
        for (kind, pixels) in [("light on dark", pixels.clone()), ("dark on light", 1.0 - pixels)] {
            let picture = grey_picture(name, &pixels);
            let (_, centre, radius) = ink(&picture);
            assert!(centre.iter().all(|c| c.abs() <= CENTRE), "{name}, {kind}: centre of mass at {centre:?}");
            assert!((radius - RADIUS).abs() < 0.1, "{name}, {kind}: size {radius}");
            assert!(picture.iter().all(|v| (0.0..=1.0).contains(v)));
            let product =
                (&picture * &drawn).sum() / (picture.mapv(|v| v * v).sum() * drawn.mapv(|v| v * v).sum()).sqrt();
            assert!(product > 0.93, "{name}, {kind}: similarity {product}");
        }
    }
}

#[test]
fn thin_lines_of_grey_pictures_are_drawn_wider() {
    for (name, drawing) in shapes().into_iter().skip(2).take(4) {
        let drawn = picture_of(name, &drawing, 0.0);
        // From a hair of one pixel in 300 to a brush that is left as it is.
        for width in [1.5, 3.0, 6.0, 12.0] {
            let pixels = large(&drawing, 300, 400, 300.0, width / 300.0);
            let picture = grey_picture(name, &pixels);
            let (mass, centre, radius) = ink(&picture);
            let name = format!("{name}, lines of {width} pixels");
            assert!(centre.iter().all(|c| c.abs() <= CENTRE), "{name}: centre of mass at {centre:?}");
            assert!((radius - RADIUS).abs() < 0.1, "{name}: size {radius}");
            let share = mass / ink(&drawn).0;
            assert!((0.5..1.5).contains(&share), "{name}: {share} of the ink of a drawing");
            for quarters in 1..4 {
                let moved = grey_picture(&name, &move_pixels(&pixels, (quarters, true)));
                assert_same(&name, &moved, &move_pixels(&picture, (quarters, true)), QUARTER_TURN);
            }
        }
    }
}

#[test]
fn margins_of_grey_pictures_do_not_matter() {
    let (_, zero) = shapes().remove(2);
    let pixels = large(&zero, 100, 100, 100.0, 0.1);
    let picture = grey_picture("zero", &pixels);
    let mut far = Array2::zeros((220, 160));
    far.slice_mut(s![10..110, 50..150]).assign(&pixels);
    assert_same("moved zero", &grey_picture("moved zero", &far), &picture, QUARTER_TURN);
}

#[test]
fn empty_and_nearly_empty_pictures_are_recognised() {
    let mut speck = Array2::zeros((28, 28));
    speck[[4, 5]] = 1.0;
    let dot =
        Array2::from_shape_fn((600, 600), |(r, c)| f32::from(r.abs_diff(300).pow(2) + c.abs_diff(200).pow(2) < 64));
    for (name, pixels) in [
        ("black", Array2::zeros((28, 28))),
        ("white", Array2::ones((100, 50))),
        ("one pixel", array![[0.5]]),
        ("faint noise", noise(64, 63, 3) * 0.05 + 0.4),
        ("speck", speck),
        ("dot", dot),
    ] {
        assert_eq!(from_grey(pixels.view()), Ok(None), "{name}");
    }
}

#[test]
fn bad_pictures_are_refused_with_the_reason() {
    let with = |v: f32| {
        let mut pixels = Array2::zeros((30, 20));
        pixels[[7, 3]] = v;
        pixels
    };
    for (pixels, reason) in [
        (with(f32::NAN), "row 7, column 3 is NaN"),
        (with(f32::INFINITY), "row 7, column 3 is inf"),
        (with(255.0), "divide bytes by 255"),
        (with(-0.1), "grey values are 0 to 1"),
        (Array2::zeros((0, 5)), "0×5"),
        (Array2::zeros((5, 0)), "5×0"),
        (Array2::zeros((2, MAX_PICTURE_SIDE + 1)), "2×4097"),
    ] {
        let error = from_grey(pixels.view()).expect_err(reason).to_string();
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn the_largest_grey_picture_is_bounded_work() {
    let side = MAX_PICTURE_SIDE;
    let ring = Array2::from_shape_fn((side, side), |(r, c)| {
        f32::from((900..1200).contains(&((r as f32 - 2000.0).hypot(c as f32 - 2000.0) as u32)))
    });
    let (_, centre, radius) = ink(&grey_picture("ring", &ring));
    assert!(centre.iter().all(|c| c.abs() <= CENTRE) && (radius - RADIUS).abs() < 0.1, "{centre:?} {radius}");
}

#[test]
fn quarter_turns_of_square_pictures_only_move_pixels() {
    for side in [1, 2, 3, 27, 28, 65] {
        let picture = noise(side, side, side as u64);
        for quarters in 0..4 {
            let moved = move_pixels(&picture, (quarters, false));
            for turns in [0.0, 360.0, -360.0, 36000.0] {
                let degrees = 90.0 * f32::from(quarters) + turns;
                assert_same(&format!("{side} by {degrees}"), &turn(picture.view(), degrees), &moved, EXACT);
            }
        }
    }
    let asymmetric = array![[1.0, 2.0], [3.0, 4.0]];
    assert_eq!(turn(asymmetric.view(), 90.0), array![[2.0, 4.0], [1.0, 3.0]]);
}

#[test]
fn turning_commutes_with_quarter_turns_at_any_angle() {
    let picture = noise(28, 28, 11);
    for degrees in [1.0, 33.3, 45.0, 60.0, 89.9, -17.0] {
        let turned = turn(picture.view(), degrees);
        for quarters in 0..4 {
            let moved = move_pixels(&turned, (quarters, false));
            let name = format!("{degrees}, {quarters} quarters");
            // Weights of the cubic at places that differ by rounding.
            assert_same(&name, &turn(picture.view(), degrees + 90.0 * f32::from(quarters)), &moved, 2e-5);
            let first = move_pixels(&picture, (quarters, false));
            assert_same(&name, &turn(first.view(), degrees), &moved, 2e-5);
        }
    }
}

#[test]
fn turning_there_and_back_keeps_a_digit() {
    for (name, drawing) in shapes() {
        let picture = picture_of(name, &drawing, 0.0);
        for degrees in [7.0, 45.0, 200.0] {
            let back = turn(turn(picture.view(), degrees).view(), -degrees);
            let lost = ((&back - &picture).mapv(|d| d * d).sum() / picture.mapv(|v| v * v).sum()).sqrt();
            // Bilinear resampling loses twice as much and fails here.
            assert!(lost < 0.13, "{name} by {degrees}: {lost}");
            assert!(back.iter().all(|v| (0.0..=1.0).contains(v)), "{name} by {degrees}: out of range");
        }
    }
}

#[test]
fn turning_takes_any_shape_range_and_angle() {
    let map = noise(5, 9, 13) * 20.0 - 15.0;
    let turned = turn(map.view(), 30.0);
    assert_eq!(turned.dim(), (5, 9));
    assert!(turned.iter().all(|v| (-15.0..=5.0).contains(v)));
    assert!(turned.iter().any(|v| *v < -5.0), "feature maps may be negative");
    assert_eq!(turn(Array2::zeros((0, 3)).view(), 30.0).dim(), (0, 3));
    assert_eq!(turn(Array2::zeros((3, 0)).view(), 30.0).dim(), (3, 0));
    assert!(turn(map.view(), f32::NAN).iter().all(|v| v.is_nan()));
    // A view that is not in row order.
    let square = noise(7, 7, 14);
    assert_same("transposed", &turn(square.t(), 90.0), &move_pixels(&square.t().to_owned(), (1, false)), EXACT);
    let mut out = vec![f32::NAN; 45];
    turn_into(map.as_standard_layout().as_slice().expect("rows"), 9, 30.0, &mut out);
    assert_eq!(out, turned.into_raw_vec_and_offset().0);
}

#[test]
fn turning_about_a_point_brings_it_to_the_middle() {
    // A round blot at MNIST's centre.
    let [row, col] = MNIST_CENTRE;
    let blot = Array2::from_shape_fn((28, 28), |(r, c)| {
        (1.0 - ((r as f64 - row).hypot(c as f64 - col) - 3.0) / 2.0).clamp(0.0, 1.0) as f32
    });
    let pixels = blot.as_slice().expect("rows");
    let mut turned = Array2::zeros((28, 28));
    for degrees in [0.0, 30.0, 90.0, 200.0] {
        turn_about(pixels, 28, MNIST_CENTRE, degrees, turned.as_slice_mut().expect("rows"));
        let (_, centre, _) = ink(&turned);
        assert!(centre.iter().all(|c| c.abs() < 0.02), "by {degrees}: {centre:?}");
        // Turned about the middle of the picture instead, it keeps its half pixel.
        let (_, centre, _) = ink(&turn(blot.view(), degrees));
        assert!((centre[0].hypot(centre[1]) - 0.5f64.sqrt()).abs() < 0.02, "by {degrees}: {centre:?}");
        turn_about(pixels, 28, [13.5, 13.5], degrees, turned.as_slice_mut().expect("rows"));
        assert_eq!(turned, turn(blot.view(), degrees));
    }
}
