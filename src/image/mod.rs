//! From what a person draws, or from a grey picture, to the 28×28 picture that a network sees.
//!
//! MNIST scaled each digit to a box of 20×20 pixels and put its centre of mass into the middle. A box changes when the digit
//! turns, so a rule built on one can't be used beside networks that are meant not to care about turns. Here
//!
//! - the **centre** is the centre of mass of the ink, which goes exactly to the middle of the picture, (13.5, 13.5) in pixel
//!   indices (row, column);
//! - the **size** is the eighth-power mean of the ink's distance from that centre, `(Σ ink·r⁸ / Σ ink)^⅛`, brought to
//!   [`RADIUS`] pixels.
//!
//! Both commute with every rotation and mirroring of the plane. Among power means the eighth varies least over MNIST's own
//! training digits (its logarithm has a standard deviation of 0.07; second power 0.10, farthest ink 0.09), so this rule is the
//! nearest to MNIST's box that a power mean can come. Turning a drawing by a quarter, or mirroring it, turns or mirrors its
//! picture to rounding; at other angles only the sampling on the pixel grid differs.
//!
//! Angles are in degrees; positive ones turn +row towards +column, which is counter-clockwise on a screen whose rows run
//! down: the sense of the first step of a cyclic group.
//!
//! ```
//! use gsa_net::image::{Point, from_strokes};
//!
//! let seven = [[0.3, 0.2], [0.7, 0.2], [0.45, 0.85]].map(|[x, y]| Point { x, y }).to_vec();
//! let upright = from_strokes(&[seven.clone()], 0.0)?.expect("a digit, not a dot");
//! let turned = from_strokes(&[seven], 90.0)?.expect("a digit, not a dot");
//! // The top bar's pixels come to lie at the left.
//! assert!((turned[[27 - 14, 3]] - upright[[3, 14]]).abs() < 1e-4);
//! # Ok::<(), gsa_net::Error>(())
//! ```

mod grey;
mod resampling;
mod strokes;
mod turning;

pub use grey::{MAX_PICTURE_SIDE, from_grey};
pub use strokes::{MAX_COORDINATE, MAX_POINTS, Point, from_strokes, from_strokes_of_width};
pub use turning::{turn, turn_about, turn_into, warp_about};

use ndarray::ArrayView2;

/// Rows and columns of the picture that the rotMNIST networks see.
pub const SIDE: usize = 28;

/// Where MNIST puts the centre of mass of its digits: (row, column) in pixel indices.
///
/// The mean over its training digits is (13.996, 14.004), and each lies within half a pixel of it.
pub const MNIST_CENTRE: [f64; 2] = [14.0, 14.0];

/// Size of a digit in the picture: the eighth-power mean of the ink's distance from its centre, in pixels.
///
/// MNIST's own digits have 8.4 (geometric mean over 20,000 of its training set); its box of 20×20 gives 7.8 to the pen strokes
/// of 30 writers (UCI pendigits), whose 1, 7 and 9 have more hooks and bars. Networks trained on MNIST read pen strokes best
/// between 7.6 and 8.2.
pub const RADIUS: f64 = 8.0;

/// Width of a line in pixels, to the middle of its edges. Over MNIST's digits it is 2.5 ± 0.5; pen strokes, whose small loops
/// close when the line is wide, are read best at about 2.
const WIDTH: f64 = 2.0;

/// Where the ink of a picture is and how far it spreads.
struct Ink {
    /// Sum of all pixels.
    mass: f64,
    /// Centre of mass (row, column), counted from the middle of the picture.
    centre: [f64; 2],
    /// Eighth-power mean of the distance from the centre of mass, in pixels.
    radius: f64,
}

impl Ink {
    /// Measures `picture` ([rows, columns], not negative); without ink, everything is zero.
    fn of(picture: ArrayView2<f32>) -> Ink {
        let middle = middle(picture.dim());
        let pixels = || {
            picture
                .indexed_iter()
                .filter(|(_, ink)| **ink > 0.0)
                .map(move |((row, col), &ink)| (f64::from(ink), [row as f64 - middle[0], col as f64 - middle[1]]))
        };
        let (mut mass, mut moment) = (0.0, [0.0; 2]);
        for (ink, at) in pixels() {
            mass += ink;
            moment = [moment[0] + ink * at[0], moment[1] + ink * at[1]];
        }
        if mass == 0.0 {
            return Ink { mass, centre: [0.0; 2], radius: 0.0 };
        }
        let centre = moment.map(|m| m / mass);
        let eighth: f64 = pixels().map(|(ink, at)| ink * distance_squared(at, centre).powi(4)).sum();
        Ink { mass, centre, radius: eighth_root(eighth / mass) }
    }
}

/// Middle (row, column) of a picture in pixel indices: between the two middle pixels when a side is even.
fn middle((rows, cols): (usize, usize)) -> [f64; 2] {
    [rows, cols].map(|side| (side as f64 - 1.0) / 2.0)
}

fn eighth_root(x: f64) -> f64 {
    x.sqrt().sqrt().sqrt()
}

fn distance_squared(a: [f64; 2], b: [f64; 2]) -> f64 {
    let (rows, cols) = (a[0] - b[0], a[1] - b[1]);
    rows * rows + cols * cols
}
