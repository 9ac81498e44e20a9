//! Feature maps of a turned picture, turned back: the view in which an equivariant network stands still.
//!
//! Turning a picture by θ turns the feature maps of an equivariant network by θ as well: their pixels about the middle, and
//! their group elements by θ·n/360 steps, (L_θ f)(x, (k, j)) = f(A_θ⁻¹ x, (k − θn/360, j)). [`stabilised`] undoes that. At
//! quarter turns of `C_4` and `D_4` (and of all groups that have them) this is a permutation. In between, pixels are resampled
//! bilinearly and group elements linearly, which blurs; [`turn_error`] says how much of a difference is due to that alone.
//!
//! Angles are in degrees; positive ones turn +row towards +column, the sense of the group's element k = 1.

use ndarray::{Array2, Array4, ArrayView2, ArrayView4, ArrayViewMut2, s};

use crate::error::{Error, Result};
use crate::group::{Element, Group, sin_cos};

/// How far stabilised maps are from the maps of the upright picture, and how much of that resampling explains.
#[derive(Clone, Debug, PartialEq)]
pub struct TurnError {
    /// Relative distance of the stabilised maps of the turned picture from the maps of the upright one.
    pub error: f32,
    /// The same distance for the upright maps themselves, turned forth and back: what the resampling of a network without
    /// any error would show.
    pub resampling: f32,
    /// Where the error lies, `[H, W]`: the root mean square over channels and group elements of the difference at each pixel, as a
    /// share of that of the upright maps; not a number outside the disc that is compared. Its mean square is the square of `error`.
    pub difference: Array2<f32>,
}

/// Feature maps turned by an angle about the middle: L_θ f.
///
/// Where a pixel comes from outside the map, the nearest pixel of the border is taken.
///
/// # Shapes
/// - maps: [C, N, H, W]
/// - returns: [C, N, H, W]
///
/// # Errors
/// [`Error::Input`] for an angle that is not finite, maps that are not square or whose N is not the group's order.
pub fn turned(maps: ArrayView4<f32>, group: &Group, degrees: f64) -> Result<Array4<f32>> {
    let (_, elements, rows, cols) = maps.dim();
    if !degrees.is_finite() {
        return Err(Error::Input(format!("the angle is {degrees}; give finite degrees")));
    }
    if rows != cols || elements != group.order() {
        return Err(Error::Input(format!(
            "maps of {elements} group elements and {rows}×{cols} pixels can't be turned by the group {}: they must be square \
             and have {} elements",
            group.name(),
            group.order()
        )));
    }
    let degrees = degrees.rem_euclid(360.0);
    let sampling = Sampling::new(rows, degrees);
    let mut out = Array4::zeros(maps.dim());
    for element in 0..elements {
        for (source, share) in element_sources(group, element, degrees) {
            let from = maps.slice(s![.., source, .., ..]);
            let mut to = out.slice_mut(s![.., element, .., ..]);
            for (from, to) in from.outer_iter().zip(to.outer_iter_mut()) {
                sampling.add(share, from, to);
            }
        }
    }
    Ok(out)
}

/// Feature maps of a picture that was turned by `degrees`, turned back. As [`turned`] by the opposite angle.
///
/// # Shapes
/// - maps: [C, N, H, W]
/// - returns: [C, N, H, W]
///
/// # Errors
/// As [`turned`].
pub fn stabilised(maps: ArrayView4<f32>, group: &Group, degrees: f64) -> Result<Array4<f32>> {
    turned(maps, group, -degrees)
}

/// Compares a layer's maps of a picture turned by `degrees` with those of the upright picture, in the stabilised view, over
/// the disc that stays inside the map at every angle: |f₀ − L_θ⁻¹ f_θ| / |f₀|.
///
/// # Shapes
/// - upright, turned: [C, N, H, W]
///
/// # Errors
/// As [`turned`], and [`Error::Input`] for two shapes.
pub fn turn_error(
    upright: ArrayView4<f32>,
    turned_maps: ArrayView4<f32>,
    group: &Group,
    degrees: f64,
) -> Result<TurnError> {
    if upright.dim() != turned_maps.dim() {
        return Err(Error::Input(format!(
            "maps of shape {:?} can't be compared with maps of shape {:?}",
            upright.dim(),
            turned_maps.dim()
        )));
    }
    let (error, difference) = disc_distance(upright, stabilised(turned_maps, group, degrees)?.view());
    let there_and_back = stabilised(turned(upright, group, degrees)?.view(), group, degrees)?;
    Ok(TurnError { error, resampling: disc_distance(upright, there_and_back.view()).0, difference })
}

/// |a − b| / |a| over the pixels whose centre is at most half the side away from the middle, and the share of each of these pixels in it,
/// as in [`TurnError`]; 0 where a and b agree.
fn disc_distance(a: ArrayView4<f32>, b: ArrayView4<f32>) -> (f32, Array2<f32>) {
    let (_, _, rows, cols) = a.dim();
    let from_middle = |index: usize, count: usize| index as f64 - (count as f64 - 1.0) / 2.0;
    let is_inside = |[row, col]: [usize; 2]| from_middle(row, rows).hypot(from_middle(col, cols)) <= rows as f64 / 2.0;
    let mut differences = Array2::<f64>::zeros((rows, cols));
    let mut size = 0.0;
    for ((channel, element, row, col), &x) in a.indexed_iter() {
        if is_inside([row, col]) {
            differences[[row, col]] += f64::from(x - b[[channel, element, row, col]]).powi(2);
            size += f64::from(x).powi(2);
        }
    }
    let share = |difference: f64, size: f64| if difference == 0.0 { 0.0 } else { (difference / size).sqrt() as f32 };
    let inside = differences.indexed_iter().filter(|((row, col), _)| is_inside([*row, *col])).count();
    let pixels = Array2::from_shape_fn((rows, cols), |(row, col)| {
        if is_inside([row, col]) { share(differences[[row, col]], size / inside as f64) } else { f32::NAN }
    });
    (share(differences.sum(), size), pixels)
}

/// The group elements of which element (k, j) of turned maps is made, with their shares: (k − θn/360, j), between two
/// elements where that is not a whole number.
fn element_sources(group: &Group, element: usize, degrees: f64) -> impl Iterator<Item = (usize, f32)> + use<> {
    let group = *group;
    let n = i64::from(group.rotations());
    let target = group.element(element);
    let place = f64::from(target.rotation) - snapped(degrees * n as f64 / 360.0);
    let (lower, share) = (place.floor(), (place - place.floor()) as f32);
    [(lower, 1.0 - share), (lower + 1.0, share)].into_iter().filter(|(_, share)| *share > 0.0).map(
        move |(rotation, share)| {
            let rotation = (rotation as i64).rem_euclid(n) as u32;
            (group.index_of(Element { rotation, ..target }), share)
        },
    )
}

/// From which pixels of a square map, and in which shares, each pixel of the turned map is made.
struct Sampling {
    /// Row by row: (row, column) of four source pixels, and their shares.
    sources: Vec<[([usize; 2], f32); 4]>,
}

impl Sampling {
    /// For a map of `side`×`side` pixels turned by `degrees`.
    fn new(side: usize, degrees: f64) -> Self {
        let middle = (side as f64 - 1.0) / 2.0;
        let (sin, cos) = sin_cos(degrees);
        let last = side as f64 - 1.0;
        let mut sources = Vec::with_capacity(side * side);
        for row in 0..side {
            for col in 0..side {
                let (down, right) = (row as f64 - middle, col as f64 - middle);
                // A_θ⁻¹ x
                let from_row = snapped(cos * down + sin * right + middle).clamp(0.0, last);
                let from_col = snapped(cos * right - sin * down + middle).clamp(0.0, last);
                let (top, left) = (from_row.floor(), from_col.floor());
                let (lower, righter) = ((from_row - top) as f32, (from_col - left) as f32);
                let index = |row: f64, col: f64| [row.min(last) as usize, col.min(last) as usize];
                sources.push([
                    (index(top, left), (1.0 - lower) * (1.0 - righter)),
                    (index(top, left + 1.0), (1.0 - lower) * righter),
                    (index(top + 1.0, left), lower * (1.0 - righter)),
                    (index(top + 1.0, left + 1.0), lower * righter),
                ]);
            }
        }
        Self { sources }
    }

    /// Adds `share` of the turned map `from` to `to`.
    fn add(&self, share: f32, from: ArrayView2<f32>, mut to: ArrayViewMut2<f32>) {
        for (target, sources) in to.iter_mut().zip(&self.sources) {
            *target += share * sources.iter().map(|&(pixel, part)| part * from[pixel]).sum::<f32>();
        }
    }
}

/// A number that is whole but for rounding, made whole, so that what should be a permutation is one.
fn snapped(x: f64) -> f64 {
    if (x - x.round()).abs() < 1e-9 { x.round() } else { x }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Maps in which every number is another.
    fn numbered(channels: usize, elements: usize, side: usize) -> Array4<f32> {
        let count = channels * elements * side * side;
        Array4::from_shape_vec((channels, elements, side, side), (0..count).map(|i| (i as f32 * 0.7).sin()).collect())
            .unwrap()
    }

    /// Smooth maps, with a pattern that moves from one group element to the next.
    fn smooth(elements: usize, side: usize) -> Array4<f32> {
        let middle = (side as f32 - 1.0) / 2.0;
        Array4::from_shape_fn((2, elements, side, side), |(c, e, row, col)| {
            let (y, x) = ((row as f32 - middle) / side as f32, (col as f32 - middle) / side as f32);
            let phase = std::f32::consts::TAU * e as f32 / elements as f32;
            (-(x - 0.2 * phase.cos()).powi(2) * 8.0 - (y - 0.2 * phase.sin()).powi(2) * 8.0).exp() + c as f32
        })
    }

    #[test]
    fn quarter_turns_permute_pixels_and_group_elements_as_the_group_acts() {
        for group in [Group::cyclic(4).unwrap(), Group::dihedral(4).unwrap(), Group::cyclic(8).unwrap()] {
            for side in [1, 4, 5] {
                let maps = numbered(2, group.order(), side);
                for quarters in 0..4_u32 {
                    let out = turned(maps.view(), &group, f64::from(quarters) * 90.0).unwrap();
                    let g = Element { rotation: quarters * group.rotations() / 4, mirror: false };
                    let a = group.matrix(g);
                    let middle = (side as f64 - 1.0) / 2.0;
                    for ((c, e, row, col), &x) in maps.indexed_iter() {
                        // f(x, h) comes to lie at (A_g x, g h).
                        let at = [row as f64 - middle, col as f64 - middle];
                        let to = [0, 1].map(|i| (a[i][0] * at[0] + a[i][1] * at[1] + middle) as usize);
                        let h = group.index_of(group.compose(g, group.element(e)));
                        assert_eq!(out[[c, h, to[0], to[1]]], x, "{} side {side} quarters {quarters}", group.name());
                    }
                }
            }
        }
    }

    #[test]
    fn turning_back_undoes_whole_steps_and_blurs_at_others() {
        let group = Group::cyclic(4).unwrap();
        let maps = smooth(4, 12);
        for (degrees, low, high) in
            [(0.0, 0.0, 0.0), (90.0, 0.0, 0.0), (-270.0, 0.0, 0.0), (720.0, 0.0, 0.0), (45.0, 1e-3, 0.2)]
        {
            let TurnError { error, resampling, .. } = turn_error(maps.view(), maps.view(), &group, degrees).unwrap();
            assert!((low..=high).contains(&resampling), "{degrees}: {resampling}");
            // These maps do not turn with the picture, so only the identity finds them in place.
            assert_eq!(error == 0.0, degrees % 360.0 == 0.0, "{degrees}: {error}");
        }
    }

    #[test]
    fn maps_that_turn_with_the_picture_have_no_error_beyond_resampling() {
        let group = Group::cyclic(8).unwrap();
        let upright = smooth(8, 16);
        for degrees in [30.0, 45.0, 100.0, 359.0] {
            let follows = turned(upright.view(), &group, degrees).unwrap();
            let TurnError { error, resampling, .. } =
                turn_error(upright.view(), follows.view(), &group, degrees).unwrap();
            assert_eq!(error, resampling, "{degrees}");
            let stays = turn_error(upright.view(), upright.view(), &group, degrees).unwrap();
            assert!(degrees > 350.0 || stays.error > 3.0 * stays.resampling, "{degrees}: {stays:?}");
        }
    }

    #[test]
    fn constant_maps_stay_constant_at_every_angle_and_for_every_group() {
        for group in [Group::cyclic(1).unwrap(), Group::dihedral(3).unwrap(), Group::cyclic(64).unwrap()] {
            let maps = Array4::from_elem((1, group.order(), 6, 6), 2.5);
            for degrees in [-1e6, -33.3, 1e-7, 12.0, 61.0, 1e9] {
                let out = turned(maps.view(), &group, degrees).unwrap();
                for x in &out {
                    assert!((x - 2.5).abs() <= 1e-6, "{} {degrees}: {x}", group.name());
                }
            }
        }
    }

    #[test]
    fn the_distance_is_over_the_disc_alone_and_lets_no_nan_pass() {
        let zeros = Array4::zeros((1, 1, 5, 5));
        let mut a = zeros.clone();
        a[[0, 0, 2, 2]] = 2.0;
        let mut corner = a.clone();
        corner[[0, 0, 0, 0]] = 9.0;
        let distance = |b: &Array4<f32>| disc_distance(a.view(), b.view()).0;
        assert_eq!(distance(&corner), 0.0);
        let mut inside = a.clone();
        inside[[0, 0, 2, 0]] = 1.0;
        assert_eq!(distance(&inside), 0.5);
        inside[[0, 0, 2, 0]] = f32::NAN;
        assert!(distance(&inside).is_nan());
        assert_eq!(disc_distance(zeros.view(), zeros.view()).0, 0.0);
    }

    #[test]
    fn the_difference_lies_where_the_maps_differ_and_its_mean_square_is_the_error_squared() {
        let group = Group::cyclic(4).unwrap();
        let maps = numbered(3, 4, 7);
        let mut other = maps.clone();
        other[[1, 2, 3, 5]] += 0.5;
        other[[2, 0, 3, 5]] -= 0.25;
        other[[0, 0, 2, 1]] += 0.125;
        let TurnError { error, difference, .. } = turn_error(maps.view(), other.view(), &group, 0.0).unwrap();
        let inside: Vec<_> = difference.indexed_iter().filter(|(_, x)| !x.is_nan()).collect();
        assert!(difference[[0, 0]].is_nan() && inside.len() > 30);
        for (at, x) in &inside {
            assert_eq!(**x > 0.0, [(3, 5), (2, 1)].contains(at), "{at:?}");
        }
        let mean = inside.iter().map(|(_, x)| f64::from(**x).powi(2)).sum::<f64>() / inside.len() as f64;
        assert!((mean.sqrt() / f64::from(error) - 1.0).abs() < 1e-6, "{mean} {error}");
        let ratio = difference[[3, 5]] / difference[[2, 1]];
        assert!((ratio - 0.3125_f32.sqrt() / 0.125).abs() < 1e-4, "{ratio}");
    }

    #[test]
    fn wrong_shapes_and_angles_are_refused() {
        let group = Group::cyclic(4).unwrap();
        let maps = numbered(1, 4, 4);
        let refusals = [
            (turned(maps.view(), &group, f64::NAN).err(), "the angle is NaN"),
            (turned(maps.view(), &Group::cyclic(8).unwrap(), 0.0).err(), "have 8 elements"),
            (turned(maps.slice(s![.., .., ..3, ..]), &group, 0.0).err(), "must be square"),
            (turn_error(maps.view(), numbered(2, 4, 4).view(), &group, 0.0).err(), "can't be compared"),
        ];
        for (error, said) in refusals {
            assert!(matches!(&error, Some(Error::Input(problem)) if problem.contains(said)), "{said}: {error:?}");
        }
    }
}
