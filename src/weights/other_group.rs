//! A network's weights in a network with another number of rotations.

use super::Model;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::layers::Role;
use crate::network::Network;

impl Model {
    /// These weights in the network of `config`, which may have another number of rotations.
    ///
    /// Encodings of relative positions are functions of the plane and serve any rotation as they are. The embedding of relative group
    /// elements is given at each rotation of this network; between them it is interpolated linearly round the circle. So a network
    /// with more rotations starts near what this one does, and has to be trained on, for its softmaxes have more keys. The window and
    /// the index and query rules may differ too: they have no weights, and the ones there are stay as they are.
    ///
    /// # Errors
    /// [`Error::Config`] where one group has mirrors and the other has none, and [`Error::Weights`] that names the first tensor in
    /// which the two networks differ otherwise; 1×1 layers that mix group elements (`per-frame`) have a weight for each rotation.
    pub fn carried_to(&self, config: Config) -> Result<Model> {
        let (from, to) = (Network::new(&self.config), Network::new(&config));
        let [groups_from, groups_to] = [&self.config, &config].map(Config::group);
        if groups_from.has_mirrors() != groups_to.has_mirrors() {
            return Err(Error::Config(format!(
                "`{}` can't start from `{}`: one of their groups has mirrors, the other has none",
                config.name(),
                self.config.name()
            )));
        }
        let rotations = [groups_from, groups_to].map(|group| group.rotations() as usize);
        let mut parameters = Vec::with_capacity(to.list_length());
        for (index, target) in to.parameters().iter().enumerate() {
            let source = from.parameters().get(index).filter(|source| source.name == target.name);
            let missing = || Error::Weights {
                name: target.name.clone(),
                problem: format!("`{}` has none to start from", self.config.name()),
            };
            let source = source.ok_or_else(missing)?;
            let numbers = &self.parameters[source.offset..source.offset + source.len()];
            if source.shape == target.shape {
                parameters.extend_from_slice(numbers);
            } else if source.role == Role::GroupEmbedding && source.shape[1] == target.shape[1] {
                parameters.extend(interpolated(numbers, source.shape[1], rotations));
            } else {
                return Err(Error::Weights {
                    name: target.name.clone(),
                    problem: format!(
                        "it has the shape {:?} in `{}`, expected {:?}",
                        source.shape,
                        self.config.name(),
                        target.shape
                    ),
                });
            }
        }
        if let Some(left) = from.parameters().get(to.parameters().len()) {
            return Err(Error::Weights {
                name: left.name.clone(),
                problem: format!("`{}` has no such tensor", config.name()),
            });
        }
        Self::with_parameters(config, parameters)
    }
}

/// Rows of `dim` numbers, one for each of `from` rotations (and for each of them behind a mirror), at each of `to` rotations.
fn interpolated(rows: &[f32], dim: usize, [from, to]: [usize; 2]) -> Vec<f32> {
    let mut out = vec![];
    for circle in rows.chunks_exact(from * dim) {
        for rotation in 0..to {
            let (before, share) = (rotation * from / to, (rotation * from % to) as f32 / to as f32);
            let row = |index: usize| &circle[index % from * dim..][..dim];
            out.extend(row(before).iter().zip(row(before + 1)).map(|(a, b)| a + share * (b - a)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn random(name: &str) -> Model {
        Model::random(Config::named(name).unwrap(), 3)
    }

    #[test]
    fn embeddings_are_kept_at_the_rotations_that_both_have_and_lie_between_elsewhere() {
        let coarse = random("r4_sa");
        let fine = coarse.carried_to(Config::named("r8_sa").unwrap()).unwrap();
        let name = "layers.2.attention.group_embedding";
        let ((_, four), (shape, eight)) = (coarse.tensor(name).unwrap(), fine.tensor(name).unwrap());
        assert_eq!(shape, [8, 4]);
        for c in 0..4 {
            for k in 0..4 {
                assert_eq!(eight[2 * k * 4 + c], four[k * 4 + c]);
                let mean = (four[k * 4 + c] + four[(k + 1) % 4 * 4 + c]) / 2.0;
                assert!((eight[(2 * k + 1) * 4 + c] - mean).abs() < 1e-6);
            }
        }
        let same = "layers.4.mlp_out.weight";
        assert_eq!(coarse.tensor(same).unwrap(), fine.tensor(same).unwrap());
        assert_eq!(fine.carried_to(coarse.config.clone()).unwrap(), coarse, "there and back");
    }

    #[test]
    fn mirrored_elements_have_a_circle_of_their_own() {
        // Two rotations to four, without and with a mirror, one number each.
        let four = interpolated(&[0.0, 1.0, 10.0, 30.0], 1, [2, 4]);
        assert_eq!(four, [0.0, 0.5, 1.0, 0.5, 10.0, 20.0, 30.0, 20.0]);
    }

    #[test]
    fn other_differences_are_refused_by_name() {
        for (from, to, tensor) in [
            ("r4_sa", "r4m_sa", "mirrors"),
            ("r8_sa", "r4m_sa", "mirrors"),
            ("r4f_sa", "r8f_sa", "mlp_in"),
            ("r4_sa", "r8f_sa", "lifting."),
        ] {
            let error = random(from).carried_to(Config::named(to).unwrap()).unwrap_err().to_string();
            assert!(error.contains(tensor), "{from} to {to}: {error}");
        }
        let mut shorter = Config::named("r4_sa").unwrap();
        (shorter.blocks, shorter.crop) = (vec![2, 2], vec![2, 0, 2, 1]);
        let error = random("r4_sa").carried_to(shorter.clone()).unwrap_err().to_string();
        assert!(error.contains("`classifier.weight`: `r4_sa` has none to start from"), "{error}");
        let error = Model::random(shorter, 1).carried_to(Config::named("r4_sa").unwrap()).unwrap_err().to_string();
        assert!(error.contains("`layers.4.norm_in.weight`") && error.contains("none to start from"), "{error}");
    }
}
