//! Which networks are exactly equivariant, and what keeps the others from it.

use super::{Config, IndexRule, PoolRule, PositionRule, QueryRule, Stage, What};
use crate::symmetry::GridSymmetry;

impl Config {
    /// What keeps the network from being exactly equivariant, for whatever weights, to those turns and mirrors of its group that
    /// map the pixels of its picture to pixels; `None` where nothing does. (In a network without such turns nothing can be broken.)
    ///
    /// It may be the published index rule, positions that are held still, or pooling that leaves out a row or a column.
    pub fn why_inexact(&self) -> Option<String> {
        let symmetries = self.symmetries();
        let causes =
            [self.broken_index(&symmetries), self.broken_positions(&symmetries), self.broken_pools(&symmetries)];
        let causes: Vec<_> = causes.into_iter().flatten().collect();
        (!causes.is_empty()).then(|| causes.join("; "))
    }

    /// Those of the group that turn a picture of this size into one of this size.
    fn symmetries(&self) -> Vec<GridSymmetry> {
        let (group, [_, rows, cols]) = (self.group(), self.input);
        let fits = |g: &GridSymmetry| g.in_group(&group).is_some() && g.size_after([rows, cols]) == [rows, cols];
        GridSymmetry::all().filter(fits).collect()
    }

    fn broken_index(&self, symmetries: &[GridSymmetry]) -> Option<String> {
        // Without mirrors' and turns' share in the encoding there is nothing to name.
        if self.index == IndexRule::Exact || self.query == QueryRule::PerFrame || self.stages().ok()?.len() == 2 {
            return None;
        }
        let group = self.group();
        let (n, index) = (group.order(), group.published_index());
        let row = |h: usize, query: usize, key: usize| index[(h * n + query) * n + key];
        let is_kept = |g: &GridSymmetry| {
            let g = g.in_group(&group).expect("one of the group's");
            let moved: Vec<_> = group.elements().map(|h| group.index_of(group.compose(g, h))).collect();
            (0..n * n * n).all(|i| {
                let (h, query, key) = (i / (n * n), i / n % n, i % n);
                let is_used = self.query == QueryRule::All || query == h;
                !is_used || row(moved[h], moved[query], moved[key]) == row(h, query, key)
            })
        };
        (!symmetries.iter().all(is_kept)).then(|| {
            "the published index rule combines group elements in a way that does not turn along (index `exact` does)".into()
        })
    }

    fn broken_positions(&self, symmetries: &[GridSymmetry]) -> Option<String> {
        let is_still = self.positions == PositionRule::Still && symmetries.len() > 1;
        // A window of one pixel has no positions.
        let has_positions = |stage: &Stage| match stage.what {
            What::Convolution(at) => self.convolutions[at].side > 1,
            _ => !self.is_convolutional() && self.window_at(stage.before[0], stage.before[1]) != [1, 1],
        };
        let is_broken = is_still && self.stages().ok()?.iter().any(has_positions);
        is_broken.then(|| "positions are held still (positions `turning` turn along)".into())
    }

    fn broken_pools(&self, symmetries: &[GridSymmetry]) -> Option<String> {
        if self.pool == PoolRule::Centred {
            return None;
        }
        let stages = self.stages().ok()?;
        let stage = stages.iter().filter(|stage| stage.what == What::MaxPool).find(|stage| {
            symmetries.iter().any(|g| {
                // Which sides begin at their other end.
                let (row, col) = g.source(0, 0, stage.before);
                [row, col].into_iter().zip(stage.before).any(|(from, side)| from > 0 && side % 2 == 1)
            })
        })?;
        let [rows, cols] = stage.before;
        Some(format!(
            "max-pooling leaves out the last odd row or column of maps of {rows}×{cols} pixels (pool `centred` does not)"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::GroupConfig;

    fn named(name: &str) -> Config {
        Config::named(name).unwrap()
    }

    #[test]
    fn named_networks_are_exact_at_every_size() {
        let mut seen = 0;
        for name in
            ["z2_sa", "r4_sa", "r8_sa", "r4m_sa", "z2m_sa", "r8f_sa", "cifar10_r4_sa", "pcam_r4_sa", "pcam_r4m_sa"]
        {
            for side in 25..35 {
                let mut config = named(name);
                (config.input, config.pool_after_last_block) = ([config.input[0], side, side], side % 2 == 0);
                let Ok(config) = config.validated() else { continue };
                assert_eq!(config.why_inexact(), None, "{name} {side}");
                seen += 1;
            }
        }
        assert!(seen > 60, "{seen}");
    }

    #[test]
    fn each_cause_is_named_and_all_of_them_together() {
        let odd = |pool| Config { input: [1, 25, 25], ..named("r4_sa") }.with_pool(pool).validated().unwrap();
        assert!(odd(PoolRule::Floor).why_inexact().unwrap().contains("21×21 pixels"));
        assert_eq!(odd(PoolRule::Centred).why_inexact(), None);
        // Its maps are even.
        assert_eq!(named("r4_sa").with_pool(PoolRule::Floor).why_inexact(), None);
        let published = named("r4_sa").with_index(IndexRule::Published);
        assert!(published.why_inexact().unwrap().contains("index"));
        let still = published.with_positions(PositionRule::Still).why_inexact().unwrap();
        assert!(still.contains("index") && still.contains("; positions are held still"), "{still}");
        assert!(Config::official("p4", "pcam", 5).unwrap().why_inexact().unwrap().contains("; max-pooling"));
    }

    #[test]
    fn where_nothing_turns_nothing_is_broken() {
        let broken = |config: Config| {
            config.with_index(IndexRule::Published).with_positions(PositionRule::Still).with_pool(PoolRule::Floor)
        };
        // No turn of three maps pixels to pixels.
        let three = Config { group: GroupConfig { rotations: 3, mirrors: false }, ..named("r4_sa") };
        for config in [named("z2_sa"), three] {
            let config = Config { input: [1, 25, 25], ..broken(config) }.validated().unwrap();
            assert_eq!(config.why_inexact(), None, "{config:?}");
        }
        // Mirrored columns: of odd rows none is missed.
        let mirrors = |rows, cols| Config { input: [1, rows, cols], ..named("z2m_sa") }.with_pool(PoolRule::Floor);
        assert_eq!(mirrors(25, 28).why_inexact(), None);
        assert!(mirrors(28, 25).why_inexact().is_some());
        // Frames have no embedding of the group.
        assert_eq!(named("r8f_sa").with_index(IndexRule::Published).why_inexact(), None);
    }
}
