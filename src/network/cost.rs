//! What a network costs to run, layer by layer.

use super::{LayerInfo, Network, Step, TransformerLayer};
use crate::layers::{Cost, cropped};

impl Network {
    /// The work of each layer, in the order of [`layers`](Self::layers).
    pub fn costs(&self) -> Vec<Cost> {
        let counted = |operations| Cost { operations, ..Cost::default() };
        let cost = |(step, layer): (&Step, &LayerInfo)| match step {
            Step::Lifting(layer) => layer.attention.cost(),
            Step::Transformer(layer) => layer.cost(layer.attention.elements_out),
            Step::Convolution(layer) => counted(layer.convolution.operations()),
            Step::MaxPool(_) => Cost::default(),
            Step::Classifier(linear) => counted(linear.operations(layer.elements * layer.size[0] * layer.size[1])),
        };
        self.steps.iter().zip(&self.layers).map(cost).collect()
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
