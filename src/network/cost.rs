//! What a network costs to run, layer by layer.

use super::{Network, Step, TransformerLayer};
use crate::layers::{Cost, cropped};

impl Network {
    /// The work of each layer, in the order of [`layers`](Self::layers).
    pub fn costs(&self) -> Vec<Cost> {
        let elements = self.lifting.elements_out;
        let steps = self.steps.iter().map(|step| match step {
            Step::Transformer(layer) => layer.cost(elements),
            Step::MaxPool(_) => Cost::default(),
        });
        let [rows, cols] = self.layers.last().map_or([0; 2], |layer| layer.size);
        let classifier = Cost { operations: self.classifier.operations(elements * rows * cols), ..Cost::default() };
        std::iter::once(self.lifting.cost()).chain(steps).chain([classifier]).collect()
    }
}

impl TransformerLayer {
    fn cost(&self, elements: usize) -> Cost {
        let size = self.attention.size;
        let [before, behind] = [size, cropped(size, self.crop)].map(|[rows, cols]| elements * rows * cols);
        let mut cost = self.attention.cost();
        cost.operations += self.mlp_in.operations(behind) + self.mlp_out.operations(behind);
        cost.operations += self.shortcut.as_ref().map_or(0, |linear| linear.operations(before));
        cost
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn every_layer_has_its_cost() {
        let network = Network::new(&Config::named("r4_sa").unwrap());
        let (layers, costs) = (network.layers(), network.costs());
        assert_eq!(layers.len(), costs.len());
        let last = costs.last().unwrap();
        assert_eq!(last.operations, 2 * 20 * 10 * 4 * 4 * 4);
        for (layer, cost) in layers.iter().zip(&costs) {
            assert_eq!(cost.exponentials > 0, layer.attention.is_some(), "{}", layer.name);
            assert_eq!(cost.operations > 0, !layer.name.starts_with("pool"), "{}", layer.name);
        }
    }
}
