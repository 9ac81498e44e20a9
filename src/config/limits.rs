//! Upper bounds that keep a hostile description from exhausting memory or time.

use super::{Config, QueryRule, Stage, What};
use crate::error::{Error, Result};
use crate::layers::{Work, linear_operations};

pub(super) const CHANNELS: usize = 1024;
pub(super) const HEADS: usize = 64;
pub(super) const FILTER: usize = 15;
pub(super) const SIDE: usize = 256;
pub(super) const CLASSES: usize = 1000;
pub(super) const LAYERS: usize = 64;
const PARAMETERS: f64 = (64u64 << 20) as f64;
/// Bytes that one picture may take on the CPU, the network included.
const MEMORY: f64 = (2u64 << 30) as f64;
/// Multiplications and additions for one picture: some minutes.
const WORK: f64 = (1u64 << 43) as f64;

/// Refuses a network that is too large.
///
/// # Errors
/// [`Error::Config`] that says of what it has too much.
pub(super) fn check(config: &Config, order: usize) -> Result<()> {
    let size = size(config, order)?;
    if size.parameters > PARAMETERS {
        return Err(Error::Config(format!("the network has more than {} parameters", PARAMETERS as u64)));
    }
    // In the file, in the model and in the engine.
    let memory = size.held + size.largest + 12.0 * size.parameters;
    if memory > MEMORY || size.work > WORK {
        return Err(Error::Config(format!(
            "the network is too large: a picture takes {} MB and {} million operations",
            memory as u64 >> 20,
            size.work as u64 >> 20
        )));
    }
    Ok(())
}

/// Goes through the layers' sizes without building anything, and adds up what they hold and do.
fn size(config: &Config, order: usize) -> Result<Size> {
    let mixed = if config.query == QueryRule::PerFrame { order } else { 1 };
    let mut size = Size::default();
    for stage in config.stages()? {
        if !matches!(stage.what, What::Classifier | What::Convolution(_)) && stage.channels[1] > CHANNELS {
            return Err(Error::Config(format!("the expansions lead to more than {CHANNELS} channels")));
        }
        match stage.what {
            What::Lifting => size.add_attention(config, stage, [1, order], 1),
            What::Transformer { .. } => size.add_attention(config, stage, [order; 2], mixed),
            What::MaxPool => {}
            What::Classifier => size.add_classifier(stage, order),
            What::Convolution(at) => size.add_convolution(config, stage, at, order),
        }
    }
    Ok(size)
}

/// What one picture takes, in floating point, where nothing overflows.
#[derive(Default)]
struct Size {
    /// Weights of 1×1 layers: all that grows fast.
    parameters: f64,
    /// Bytes that all layers hold together, and those that the largest takes while it runs.
    held: f64,
    largest: f64,
    /// Multiplications and additions.
    work: f64,
}

impl Size {
    /// Adds the maps of the classes, which are held three times while they are looked at.
    fn add_classifier(&mut self, Stage { channels: [inputs, classes], before, .. }: Stage, order: usize) {
        let positions = (order * before[0] * before[1]) as f64;
        self.held += 12.0 * classes as f64 * positions;
        self.work += linear_operations((inputs * classes) as f64, positions);
    }

    /// Adds a convolution.
    fn add_convolution(&mut self, config: &Config, stage: Stage, at: usize, order: usize) {
        let (layer, elements_in) = (&config.convolutions[at], if at == 0 { 1 } else { order });
        let [inputs, outputs] = stage.channels.map(|x| x as f64);
        let [before, behind] = [stage.before, stage.behind].map(|[rows, cols]| {
            // Padded, and in whole vectors.
            ((rows + 2 * layer.padding) * (cols + 2 * layer.padding) + 64) as f64
        });
        let [n_in, n, side] = [elements_in, order, layer.side].map(|x| x as f64);
        let weights = outputs * inputs * n_in * side * side;
        self.parameters += weights;
        self.work += linear_operations(weights, n * behind);
        // Outputs, before and behind the norm, and while they are looked at; where each weight reads, and its map.
        self.held += 12.0 * outputs * n * behind + 8.0 * n * n_in * side * side;
        self.largest =
            self.largest.max(8.0 * (inputs * n_in * before + outputs * n * behind) + 8.0 * weights / outputs);
    }

    /// Adds a layer, of which 1×1 layers take in `mixed` elements: all of them where attention takes in only one.
    #[inline(never)]
    fn add_attention(&mut self, config: &Config, stage: Stage, elements: [usize; 2], mixed: usize) {
        let ([rows, cols], [inputs, outputs]) = (stage.before, stage.channels);
        let is_lifting = stage.what == What::Lifting;
        let is_apart = mixed > 1 || elements == [1, 1];
        let is_grouped = !is_lifting && !is_apart;
        let window = config.window_at(rows, cols);
        // Vectors of up to 16 positions reach beyond a row.
        let (plane, seen) = (rows * (cols + 15), window[0].min(rows) * window[1].min(cols + 15));
        let [c_in, c, dim, heads] = [inputs, outputs, outputs / 2, config.heads].map(|x| x as f64);
        // Key elements that meet in a softmax.
        let [n_in, n, g, mixed] = [elements[0], elements[1], elements[0] / mixed, mixed].map(|x| x as f64);
        let [pixels, plane, seen, places] = [rows * cols, plane, seen, window[0] * window[1]].map(|x| x as f64);

        let projections = heads * dim * (3.0 * c_in + c);
        let mlp = if is_lifting { 0.0 } else { c * c * mixed };
        let shortcut = if is_lifting || inputs == outputs { 0.0 } else { c_in * c };
        self.parameters += projections + mlp + shortcut;

        // At most, each element sees another coordinate at each place of the window, in rows as in columns.
        let coordinates = 2.0 * n * places;
        let embedded = if is_grouped { n } else { 0.0 };
        let work = Work {
            channels: [c_in, c],
            heads,
            dim,
            elements: [n_in, n],
            pixels: plane,
            pairs: plane * seen,
            summed: n * if config.query == QueryRule::All { n_in } else { 1.0 },
            is_apart,
            is_grouped,
            encodings: coordinates + embedded,
            encoded: coordinates * dim / if is_grouped { 3.0 } else { 2.0 } + embedded * dim,
        };
        let [operations, _] = work.counts();
        self.work += operations + linear_operations(mlp + shortcut, n * plane);

        // Outputs (twice while they are put together), index tables and encodings, the group's index.
        self.held += 8.0 * c * n * pixels + n * places * (24.0 + c) + 4.0 * n * n * g;
        // Planes; scores by key and by coordinate, 16 of each; distinct coordinates; mixing as a matrix; a map of attention.
        let scores = n * g * (128.0 * seen + 64.0 * places) + 48.0 * n * places;
        let matrix = c * mixed;
        // The parts of one pixel's attention: content, rows and columns; keys, values and outputs.
        let parts = 4.0 * heads * n_in * places * (n_in + 2.0 * n + 2.0 * dim + c);
        let layer = 32.0 * c * n * plane + scores + 2.0 * matrix * matrix + 12.0 * heads * n * g * pixels + parts;
        self.largest = self.largest.max(layer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::Network;

    /// Where no vector reaches beyond a row, the bound is near: coordinates are shared, and only encodings are counted too high.
    #[test]
    fn work_and_parameters_are_bounded_from_above_and_not_from_far() {
        let mut seen = 0;
        for name in ["z2_sa", "r4_sa", "r8_sa", "r4m_sa", "r4f_sa", "r8f_sa", "cifar10_z2m_sa", "pcam_r4m_sa"] {
            for query in [QueryRule::All, QueryRule::Own, QueryRule::PerFrame] {
                for window in [3, 5, 0] {
                    let Ok(config) = Config::named(name).unwrap().with_query(query).with_window(window) else {
                        continue;
                    };
                    let (network, size) = (Network::new(&config), size(&config, config.group().order()).unwrap());
                    let work: u64 = network.costs().iter().map(|cost| cost.operations).sum();
                    let parameters = network.parameter_count() as f64;
                    assert!(size.work >= work as f64, "{name} {query:?} {window}: {} < {work}", size.work);
                    assert!(size.work <= 10.0 * work as f64, "{name} {query:?} {window}: {} > {work}", size.work);
                    // Biases, norms and encodings are left out.
                    assert!(size.parameters <= parameters && size.parameters > 0.6 * parameters, "{name} {query:?}");
                    seen += 1;
                }
            }
        }
        assert!(seen > 60, "{seen}");
    }
}
