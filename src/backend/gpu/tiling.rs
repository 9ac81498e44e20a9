//! How the work of an attention layer is cut for a graphics card: what fits in workgroup memory and in registers.

use super::template::Constants;
use crate::layers::{Attention, QueryRule};

/// What WebGPU grants everywhere: numbers in workgroup memory, and invocations of a workgroup.
const SHARED: usize = 16384 / 4;
const INVOCATIONS: usize = 256;

/// Numbers that an invocation is meant to keep in registers at a time, for outputs as for queries.
const REGISTERS: usize = 48;

/// The kind of machine that a shader is cut for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Machine {
    /// Thousands of threads, so many small units.
    Card,
    /// A processor that emulates a card: few units, each with much to reuse.
    Processor,
}

/// The constants of group_attention.wgsl for one layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tiling {
    /// P: pixels of a tile.
    pub(super) pixels: usize,
    /// S: units of a workgroup.
    pub(super) units: usize,
    /// Units of a head, in all workgroups.
    pub(super) all_units: usize,
    /// HB: output elements of a unit.
    elements: usize,
    /// Channels of a unit.
    slice: usize,
    /// G: query elements of a chunk.
    queries: usize,
    /// X: keys of a chunk.
    keys: usize,
    /// Whether the exponentials of all distinct rows and columns lie in workgroup memory.
    stored: bool,
    /// Whether keys are all pixels of the picture, rather than all offsets of the window.
    pub(super) by_key: bool,
}

/// The largest number up to `most` that divides `n`.
fn divisor(n: usize, most: usize) -> usize {
    (1..=most.min(n)).rev().find(|d| n.is_multiple_of(*d)).unwrap_or(1)
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Keys that the loop of a layer visits: offsets of the window or pixels of the picture, whichever are fewer.
pub(super) fn keys(layer: &Attention) -> (usize, bool) {
    let ([rows, cols], [window_rows, window_cols]) = (layer.size, layer.positions.window);
    let by_key = rows * cols < window_rows * window_cols;
    (if by_key { rows * cols } else { window_rows * window_cols }, by_key)
}

/// Query elements that one output element sums over.
fn queries(layer: &Attention) -> usize {
    layer.query_elements(0).len()
}

/// Key elements and output elements of a frame.
fn elements(layer: &Attention) -> (usize, usize) {
    (layer.elements_in / layer.frames(), layer.elements_out / layer.frames())
}

fn is_own(layer: &Attention) -> bool {
    !layer.is_lifting() && layer.queries == QueryRule::Own
}

impl Tiling {
    /// The first that fits, of a list that begins with what is best.
    pub(super) fn new(layer: &Attention, machine: Machine) -> Self {
        let (inputs, outputs) = elements(layer);
        let most = match machine {
            Machine::Processor => 4,
            // One unit for each output element keeps a card busy; groups without end don't fit a workgroup otherwise.
            Machine::Card => outputs.div_ceil(16),
        };
        let elements = if is_own(layer) { 1 } else { divisor(outputs, most) };
        let slice = divisor(layer.dim, (REGISTERS / elements).max(1));
        let slices = layer.dim / slice;
        let all_units = outputs / elements * slices;
        // The units of a workgroup share the query elements, and where each output element has its own, it is alone.
        let units = divisor(if is_own(layer) { slices } else { all_units }, 16);
        let (all_keys, by_key) = keys(layer);
        let widths: &[usize] = match machine {
            Machine::Processor => &[4, 2, 1],
            Machine::Card if units >= 8 => &[8, 4, 2, 1],
            Machine::Card => &[32, 16, 8, 4, 2, 1],
        };
        let candidate = |pixels: usize, queries: usize, stored: bool, least: usize| {
            let tiling = Self { pixels, units, all_units, elements, slice, queries, keys: all_keys, stored, by_key };
            let fixed = tiling.factors(layer) + tiling.peaks();
            let keys = SHARED.checked_sub(fixed)? / (inputs * queries * pixels);
            let fits = keys >= least.min(all_keys) && pixels * units <= INVOCATIONS;
            fits.then(|| Self { keys: keys.min(all_keys), ..tiling })
        };
        // Vectors of three take the place of four, and three do not divide the bits of a flag word.
        let chunks: Vec<usize> = [4, 2, 1]
            .into_iter()
            .filter(|&g| queries(layer).is_multiple_of(g))
            .filter(|&g| g == 1 || g * layer.dim <= REGISTERS)
            .collect();
        let sizes = || chunks.iter().flat_map(|&g| widths.iter().map(move |&p| (g, p)));
        // Content that is computed once is worth a narrower tile, though not one of less than four pixels.
        let once = sizes().filter(|(_, p)| *p >= 4).find_map(|(g, p)| candidate(p, g, true, all_keys));
        let once = once.filter(|tiling| tiling.queries == chunks[0]);
        once.or_else(|| sizes().filter(|(_, p)| *p >= 4).find_map(|(g, p)| candidate(p, g, true, 8)))
            .or_else(|| sizes().filter(|(_, p)| *p >= 4).find_map(|(g, p)| candidate(p, g, false, 8)))
            .or_else(|| sizes().find_map(|(g, p)| candidate(p, g, false, 1)))
            .expect("one pixel, query element and key fit for all groups that there are")
    }

    /// Entries of the group embedding, where there is one.
    fn entries(layer: &Attention) -> usize {
        if layer.group.is_some() { layer.elements_in } else { 0 }
    }

    /// Numbers of the workgroup's table of factors.
    fn factors(&self, layer: &Attention) -> usize {
        let positions = if self.stored { layer.positions.rows.len() + layer.positions.cols.len() } else { 0 };
        (positions + Self::entries(layer)) * self.queries * self.pixels
    }

    fn peaks(&self) -> usize {
        if self.units > 1 { 4 * self.units * self.queries * self.pixels } else { 0 }
    }

    /// Words of flags for each output element.
    pub(super) fn words(layer: &Attention) -> usize {
        queries(layer).div_ceil(32)
    }

    /// The constants of the shaders.
    pub(super) fn constants(&self, layer: &Attention) -> Constants {
        let positions = &layer.positions;
        let (inputs, outputs) = elements(layer);
        let split = gcd(inputs, self.units);
        let group_dim = layer.group.as_ref().map_or(0, |group| group.dim);
        let in_registers = self.elements * self.queries * inputs <= 64 && group_dim > 0;
        let published = layer.group.as_ref().is_some_and(|group| depends_on_query(&group.index, inputs));
        let (all_keys, _) = keys(layer);
        [
            ("P", self.pixels),
            ("S", self.units),
            ("UNITS", self.all_units),
            ("HB", self.elements),
            ("SLICE", self.slice),
            ("SLICES", layer.dim / self.slice),
            ("G", self.queries),
            ("QUERIES", queries(layer)),
            ("FRAMES", layer.frames()),
            ("M", inputs),
            ("OUT", outputs),
            ("ALL_M", layer.elements_in),
            ("ALL_OUT", layer.elements_out),
            ("DIM", layer.dim),
            ("ROW_DIM", layer.row.dim),
            ("COL_DIM", layer.col.dim),
            ("GROUP_DIM", group_dim),
            ("FIRST_GROUP_DIM", layer.row.dim + layer.col.dim),
            ("ROWS", positions.rows.len()),
            ("COLS", positions.cols.len()),
            ("FIRST_ELEMENT", if self.stored { positions.rows.len() + positions.cols.len() } else { 0 }),
            ("X", self.keys),
            ("CONTENT", self.keys * inputs * self.pixels),
            ("FACTORS", self.factors(layer) / self.queries),
            ("PEAKS", self.peaks() / self.queries),
            ("WORDS", Self::words(layer)),
            ("M_SPLIT", split),
            ("ONE_CHUNK", usize::from(self.keys == all_keys)),
            ("BY_KEY", usize::from(self.by_key)),
            ("STORED", usize::from(self.stored)),
            ("WIDE", usize::from(is_wide(layer))),
            ("OWN", usize::from(is_own(layer))),
            ("PUBLISHED", usize::from(published)),
            ("GROUPED", usize::from(group_dim > 0)),
            ("REGISTERS", usize::from(in_registers)),
        ]
        .into_iter()
        .map(|(name, value)| (name, u32::try_from(value).expect("validated sizes are small")))
        .collect()
    }
}

/// Whether the row of the embedding depends on the query element, as by the published rule.
pub(super) fn depends_on_query(index: &[u32], n: usize) -> bool {
    index.chunks_exact(n * n).any(|of_h| of_h.chunks_exact(n).any(|of_g| *of_g != of_h[..n]))
}

/// Whether the indices of distinct coordinates need more than 16 bits.
pub(super) fn is_wide(layer: &Attention) -> bool {
    layer.positions.rows.len().max(layer.positions.cols.len()) > 1 << 16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, GroupConfig, IndexRule};
    use crate::network::Network;

    #[test]
    fn every_network_fits_default_limits_and_cuts_evenly() {
        let mut seen = 0;
        for rotations in [1, 2, 3, 4, 5, 6, 8, 12, 16, 33, 64] {
            for mirrors in [false, true] {
                for (base, window) in
                    [("r4_sa", 3), ("r4_sa", 5), ("r4_sa", 9), ("pcam_r4m_sa", 5), ("cifar10_z2m_sa", 5)]
                {
                    let mut config = Config::named(base).unwrap().with_window(window).unwrap();
                    config.group = GroupConfig { rotations, mirrors };
                    for rule in [QueryRule::All, QueryRule::Own, QueryRule::PerFrame] {
                        let network = Network::new(&config.clone().with_query(rule).with_index(IndexRule::Published));
                        for layer in network.attention_layers() {
                            for machine in [Machine::Card, Machine::Processor] {
                                check(layer, machine);
                                seen += 1;
                            }
                        }
                    }
                }
            }
        }
        assert!(seen > 1000);
    }

    fn check(layer: &Attention, machine: Machine) {
        let tiling = Tiling::new(layer, machine);
        let c = tiling.constants(layer);
        let memory = (c["CONTENT"] + c["FACTORS"] + c["PEAKS"]) * c["G"];
        assert!(memory as usize <= SHARED && c["P"] * c["S"] <= 256, "{tiling:?}");
        assert_eq!(c["SLICE"] * c["SLICES"], c["DIM"]);
        assert_eq!(c["UNITS"], c["OUT"] / c["HB"] * c["SLICES"]);
        for (n, d) in [("OUT", "HB"), ("UNITS", "S"), ("QUERIES", "G"), ("S", "M_SPLIT"), ("M", "M_SPLIT")] {
            assert!(c[n].is_multiple_of(c[d]), "{n} {d} {tiling:?}");
        }
        assert!(c["OWN"] == 0 || c["SLICES"].is_multiple_of(c["S"]), "{tiling:?}");
        assert!(32_u32.is_multiple_of(c["G"]), "{tiling:?}");
    }

    #[test]
    fn the_usual_network_computes_content_once_on_a_processor() {
        let network = Network::new(&Config::named("r4_sa").unwrap());
        for layer in network.attention_layers() {
            let constants = Tiling::new(layer, Machine::Processor).constants(layer);
            assert_eq!((constants["ONE_CHUNK"], constants["S"]), (1, 1));
        }
    }
}
