//! By how much digits are turned when they are learnt and held out.

/// Turns are uniform, by up to so many degrees either way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Turns {
    largest: f32,
}

impl Default for Turns {
    /// By any angle.
    fn default() -> Self {
        Self { largest: 180.0 }
    }
}

impl Turns {
    /// Turns by up to `largest` degrees either way; `None` unless that is from 0 to 180.
    pub(crate) fn up_to(largest: f32) -> Option<Self> {
        (0.0..=180.0).contains(&largest).then_some(Self { largest })
    }

    /// The turn that a uniform angle in [0, 360) stands for; for turns by any angle it is that angle.
    pub(crate) fn of(self, uniform: f32) -> f32 {
        if self.is_any() { uniform } else { (uniform - 180.0) / 180.0 * self.largest }
    }

    fn is_any(self) -> bool {
        self == Self::default()
    }

    /// What tells one run's turns from another's; none for turns by any angle.
    pub(crate) fn identity(self) -> Option<String> {
        (!self.is_any()).then(|| self.largest.to_string())
    }

    /// `; digits are turned by at most …`, or nothing.
    pub(crate) fn description(self) -> String {
        if self.is_any() {
            return String::new();
        }
        format!("; what is trained on and held out is turned by at most {}° either way", self.largest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_angle_is_the_angle_itself() {
        for degrees in [0.0, 12.3, 359.9] {
            assert_eq!(Turns::default().of(degrees), degrees);
        }
        assert_eq!(Turns::default().identity(), None);
        assert_eq!(Turns::default().description(), "");
    }

    #[test]
    fn small_turns_are_uniform_both_ways() {
        let turns = Turns::up_to(15.0).unwrap();
        assert_eq!([0.0, 90.0, 180.0, 270.0].map(|u| turns.of(u)), [-15.0, -7.5, 0.0, 7.5]);
        assert!(turns.of(359.99) < 15.0);
        assert_eq!(Turns::up_to(0.0).unwrap().of(77.0), 0.0);
        assert!(turns.description().contains("15°"));
        assert_ne!(turns.identity(), Turns::up_to(10.0).unwrap().identity());
    }

    #[test]
    fn turns_beyond_half_a_turn_are_none() {
        for largest in [-1.0, 181.0, f32::NAN, f32::INFINITY] {
            assert_eq!(Turns::up_to(largest), None);
        }
    }
}
