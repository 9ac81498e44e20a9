//! The random shape in which a digit is learnt: other hands than those of the file.

use super::random::Random;

/// Waves that a bend is made of.
const WAVES: usize = 4;
/// Wave numbers in radians per radius of the digit: from half a wave across it to more than one.
const WAVE_NUMBERS: [f32; 2] = [1.5, 4.0];

/// How far digits are reshaped while they are learnt.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Reshaping {
    /// Largest stretch of each side, and largest slant, as shares.
    pub(crate) distort: f32,
    /// About how far the points of a digit move when it is bent, as a share of its radius.
    pub(crate) bend: f32,
}

impl Reshaping {
    /// Whether digits keep their shape.
    pub(crate) fn is_none(self) -> bool {
        self.distort == 0.0 && self.bend == 0.0
    }

    /// What tells one run's shapes from another's; none for digits as they are.
    pub(crate) fn identity(self) -> [Option<String>; 2] {
        [self.distort, self.bend].map(|share| (share > 0.0).then(|| share.to_string()))
    }

    /// `; training digits are stretched and …`, or nothing.
    pub(crate) fn description(self) -> String {
        let stretched = (self.distort > 0.0).then(|| format!("stretched and slanted by up to {}", self.distort));
        let bent = (self.bend > 0.0).then(|| format!("bent by about {} of their radius", self.bend));
        match [stretched, bent].into_iter().flatten().collect::<Vec<_>>() {
            ways if ways.is_empty() => String::new(),
            ways => format!("; training digits are {}", ways.join(" and ")),
        }
    }
}

/// A smooth displacement of the plane, small enough against the digit that it hardly ever folds: a sum of a few waves.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bend {
    waves: Vec<Wave>,
}

#[derive(Clone, Debug, PartialEq)]
struct Wave {
    /// Radians per radius of the digit.
    across: [f64; 2],
    phase: f64,
    /// In radii.
    push: [f64; 2],
}

impl Bend {
    /// A bend by about `size` of the digit's radius.
    pub(crate) fn random(size: f32, random: &mut Random) -> Self {
        // Phases are random, so the waves' squares add up; that of a wave of random length and height is a sixth of its largest.
        let largest = size * (6.0 / WAVES as f32).sqrt();
        let mut wave = || {
            let mut vector = |[shortest, longest]: [f32; 2]| {
                let (sin, cos) = f64::from(random.degrees()).to_radians().sin_cos();
                let length = f64::from(random.between(shortest, longest));
                [cos * length, sin * length]
            };
            let (across, push) = (vector(WAVE_NUMBERS), vector([0.0, largest]));
            Wave { across, push, phase: f64::from(random.degrees()).to_radians() }
        };
        let waves = (0..WAVES).map(|_| wave()).collect();
        Self { waves }
    }

    /// Where a point goes, or for a picture where a pixel's value comes from; both in radii from the digit's centre.
    pub(crate) fn apply(&self, [a, b]: [f64; 2]) -> [f64; 2] {
        self.waves.iter().fold([a, b], |[x, y], wave| {
            let height = (wave.across[0] * a + wave.across[1] * b + wave.phase).sin();
            [x + wave.push[0] * height, y + wave.push[1] * height]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::random::Purpose;
    use super::*;

    const POINTS: [[f64; 2]; 5] = [[0.0, 0.0], [0.5, -0.5], [-1.0, 0.2], [0.3, 0.9], [-0.6, -0.6]];

    fn bends(size: f32) -> Vec<Bend> {
        (0..200).map(|i| Bend::random(size, &mut Random::new(1, Purpose::LearningShape, 0, i))).collect()
    }

    #[test]
    fn points_move_about_as_far_as_asked() {
        for size in [0.05, 0.1] {
            let (mut sum, mut count) = (0.0, 0.0);
            for bend in bends(size) {
                for [a, b] in POINTS {
                    let [x, y] = bend.apply([a, b]);
                    sum += (x - a).hypot(y - b).powi(2);
                    count += 1.0;
                }
            }
            let typical = f64::sqrt(sum / count) / f64::from(size);
            assert!((0.9..1.1).contains(&typical), "{typical}");
        }
    }

    #[test]
    fn nothing_folds_over() {
        let step = 1e-3;
        for bend in bends(0.1) {
            for [a, b] in POINTS {
                let [here, right, down] = [[a, b], [a, b + step], [a + step, b]].map(|point| bend.apply(point));
                let area = (down[0] - here[0]) * (right[1] - here[1]) - (down[1] - here[1]) * (right[0] - here[0]);
                assert!(area / (step * step) > 0.1, "{}", area / (step * step));
            }
        }
    }

    #[test]
    fn no_bend_moves_nothing() {
        assert!(bends(0.0).iter().all(|bend| POINTS.iter().all(|point| bend.apply(*point) == *point)));
    }

    #[test]
    fn descriptions_name_what_is_done() {
        assert_eq!(Reshaping::default().description(), "");
        assert!(Reshaping::default().is_none());
        let both = Reshaping { distort: 0.15, bend: 0.05 };
        assert_eq!(
            both.description(),
            "; training digits are stretched and slanted by up to 0.15 and bent by about 0.05 of their radius"
        );
        assert_eq!(both.identity(), [Some("0.15".into()), Some("0.05".into())]);
    }
}
