//! The networks as the formulas say, in f64, slowly: no tables, no factorisation, no shared code with the engines. Layers are
//! found by the names of their tensors; relative positions are encoded one by one.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use gsa_net::config::{Config, ConvolutionConfig, IndexRule, PoolRule, PositionRule, QueryRule};
use gsa_net::group::{Element, Group};
use gsa_net::weights::Model;
use ndarray::{Array1, Array4, Array5, ArrayView3, Axis, s, stack};

/// `[C, N, H, W]`
type Maps = Array4<f64>;

/// A tensor's shape and numbers.
type Tensor = (Vec<usize>, Vec<f64>);

/// A layer, an element and an offset.
type Place = (String, Element, (isize, isize));

pub(crate) struct Literal<'m> {
    model: &'m Model,
    group: Group,
    /// For global attention, by the size of the picture; for a window, by its own.
    window: usize,
    /// Tensors asked for before, by name: a model finds one by laying its whole network out.
    tensors: RefCell<HashMap<String, Option<Rc<Tensor>>>>,
    /// Encodings computed before, by layer, element and offset.
    encoded: RefCell<HashMap<Place, Rc<[f64]>>>,
}

/// The output of each layer `[1, C, N, H, W]`, the logits, and the attention maps of the first layers asked for.
pub(crate) struct Run {
    pub(crate) layers: Vec<Array5<f64>>,
    pub(crate) logits: Vec<f64>,
    pub(crate) attention_inputs: Vec<Maps>,
}

/// Sums over pixels, the largest of the elements'.
fn invariant(x: &Maps) -> Vec<f64> {
    let sums = x.sum_axis(Axis(3)).sum_axis(Axis(2));
    sums.outer_iter().map(|line| line.iter().copied().fold(f64::NEG_INFINITY, f64::max)).collect()
}

fn swish(x: f64) -> f64 {
    x / (1.0 + (-x).exp())
}

impl<'m> Literal<'m> {
    pub(crate) fn new(model: &'m Model) -> Self {
        Self {
            model,
            group: model.config.group(),
            window: model.config.window,
            tensors: RefCell::default(),
            encoded: RefCell::default(),
        }
    }

    fn config(&self) -> &Config {
        &self.model.config
    }

    /// Nothing where the network has no such tensor.
    fn find(&self, name: &str) -> Option<Rc<Tensor>> {
        if let Some(known) = self.tensors.borrow().get(name) {
            return known.clone();
        }
        let convert = |numbers: &[f32]| numbers.iter().map(|x| f64::from(*x)).collect();
        let found = self.model.tensor(name).map(|(shape, numbers)| Rc::new((shape, convert(numbers))));
        self.tensors.borrow_mut().insert(name.to_owned(), found.clone());
        found
    }

    fn tensor(&self, name: &str) -> Vec<f64> {
        self.find(name).unwrap_or_else(|| panic!("no tensor {name}")).1.clone()
    }

    pub(crate) fn run(&self, image: ArrayView3<'_, f64>) -> Run {
        let mut run = Run { layers: vec![], logits: vec![], attention_inputs: vec![] };
        let mut x: Maps = image.to_owned().insert_axis(Axis(1));
        if !self.config().convolutions.is_empty() {
            for (at, layer) in self.config().convolutions.iter().enumerate() {
                x = self.convolution(at, layer, &x);
                if layer.norm {
                    x = self.batch_norm(&format!("convolutions.{at}.norm"), &x);
                }
                run.layers.push(x.clone().insert_axis(Axis(0)));
                if layer.pool {
                    x = self.max_pool(&x);
                    run.layers.push(x.clone().insert_axis(Axis(0)));
                }
            }
            run.logits = invariant(&x);
            return run;
        }
        run.attention_inputs.push(x.clone());
        x = self.attention("lifting", &x);
        run.layers.push(x.clone().insert_axis(Axis(0)));
        x = self.norm("lifting_norm", &x).mapv(swish);
        let config = self.config();
        let mut layer = 0;
        for (block, size) in config.blocks.iter().enumerate() {
            for _ in 0..*size {
                let name = |part: &str| format!("layers.{layer}.{part}");
                let inner = self.norm(&name("norm_in"), &x).mapv(swish);
                run.attention_inputs.push(inner.clone());
                let attended = self.attention(&name("attention"), &inner);
                let attended = self.norm(&name("norm_attention"), &attended).mapv(swish);
                let shortcut = match self.find(&name("shortcut.weight")) {
                    Some(_) => self.linear(&name("shortcut"), &x),
                    None => x,
                };
                let crop = config.crop[layer];
                let y = attended + shortcut;
                let (_, _, rows, cols) = y.dim();
                let y = y.slice(s![.., .., crop..rows - crop, crop..cols - crop]).to_owned();
                let hidden = self.norm(&name("norm_hidden"), &self.linear(&name("mlp_in"), &y)).mapv(swish);
                x = self.norm(&name("norm_out"), &self.linear(&name("mlp_out"), &hidden)) + y;
                if config.norm_between_layers {
                    x = self.norm(&name("norm_between"), &x).mapv(swish);
                }
                run.layers.push(x.clone().insert_axis(Axis(0)));
                layer += 1;
            }
            if block + 1 < config.blocks.len() || config.pool_after_last_block {
                x = self.max_pool(&x);
                run.layers.push(x.clone().insert_axis(Axis(0)));
            }
        }
        x = self.linear("classifier", &x);
        run.layers.push(x.clone().insert_axis(Axis(0)));
        run.logits = invariant(&x);
        run
    }

    fn max_pool(&self, x: &Maps) -> Maps {
        let (c, n, rows, cols) = x.dim();
        let extra = |side: usize| if self.config().pool == PoolRule::Centred { side % 2 } else { 0 };
        let [tall, wide] = [2 + extra(rows), 2 + extra(cols)];
        Array4::from_shape_fn((c, n, rows / 2, cols / 2), |(c, n, i, j)| {
            x.slice(s![c, n, 2 * i..2 * i + tall, 2 * j..2 * j + wide])
                .iter()
                .copied()
                .fold(f64::NEG_INFINITY, f64::max)
        })
    }

    /// Σ_c Σ_η Σ_δ ψ[o, c, η, δ] f[c, hη](x + A_h δ), where x is the middle of the filter's pixels, and f is 0 beyond its border.
    fn convolution(&self, at: usize, layer: &ConvolutionConfig, x: &Maps) -> Maps {
        let (inputs, elements, rows, cols) = x.dim();
        let (n, pad) = (layer.side, layer.padding as f64);
        let weight = self.tensor(&format!("convolutions.{at}.weight"));
        let half = (n as f64 - 1.0) / 2.0;
        let g = &self.group;
        let size = [rows, cols].map(|side| side + 2 * layer.padding + 1 - n);
        Array4::from_shape_fn((layer.channels, g.order(), size[0], size[1]), |(o, h, i, j)| {
            let h = g.element(h);
            let a = match self.config().positions {
                PositionRule::Turning => g.matrix(h),
                PositionRule::Still => [[1.0, 0.0], [0.0, 1.0]],
            };
            let mut sum = 0.0;
            for (c, eta, p, q) in (0..inputs)
                .flat_map(|c| (0..elements).map(move |eta| (c, eta)))
                .flat_map(|(c, eta)| (0..n * n).map(move |at| (c, eta, at / n, at % n)))
            {
                let key = if elements == 1 { 0 } else { g.index_of(g.compose(h, g.element(eta))) };
                let delta = [p as f64 - half, q as f64 - half];
                let middle = [i as f64 - pad + half, j as f64 - pad + half];
                let row = (middle[0] + a[0][0] * delta[0] + a[0][1] * delta[1]).round();
                let col = (middle[1] + a[1][0] * delta[0] + a[1][1] * delta[1]).round();
                if (0.0..rows as f64).contains(&row) && (0.0..cols as f64).contains(&col) {
                    let psi = weight[(((o * inputs + c) * elements + eta) * n + p) * n + q];
                    sum += psi * x[[c, key, row as usize, col as usize]];
                }
            }
            sum
        })
    }

    /// With the statistics of the file, then ReLU.
    fn batch_norm(&self, name: &str, x: &Maps) -> Maps {
        let [weight, bias, mean, variance] =
            ["weight", "bias", "mean", "variance"].map(|part| self.tensor(&format!("{name}.{part}")));
        let mut y = x.clone();
        for (c, mut map) in y.outer_iter_mut().enumerate() {
            map.mapv_inplace(|v| ((v - mean[c]) / (variance[c] + 2e-5).sqrt() * weight[c] + bias[c]).max(0.0));
        }
        y
    }

    fn linear(&self, name: &str, x: &Maps) -> Maps {
        let (inputs, n, rows, cols) = x.dim();
        // `[outputs, inputs]`, or `[outputs, element, inputs]` where group elements are mixed.
        let tensor = self.find(&format!("{name}.weight")).unwrap_or_else(|| panic!("no weight of {name}"));
        let (shape, weight) = &*tensor;
        let outputs = shape[0];
        let bias = self.find(&format!("{name}.bias"));
        Array4::from_shape_fn((outputs, n, rows, cols), |(o, n, i, j)| {
            let product: f64 = if let [_, elements, _] = shape[..] {
                let g = &self.group;
                let quotient = |m: usize| g.index_of(g.compose(g.inverse(g.element(n)), g.element(m)));
                (0..elements)
                    .flat_map(|m| (0..inputs).map(move |c| (m, c)))
                    .map(|(m, c)| weight[(o * elements + quotient(m)) * inputs + c] * x[[c, m, i, j]])
                    .sum()
            } else {
                (0..inputs).map(|c| weight[o * inputs + c] * x[[c, n, i, j]]).sum()
            };
            product + bias.as_ref().map_or(0.0, |bias| bias.1[o])
        })
    }

    fn norm(&self, name: &str, x: &Maps) -> Maps {
        let (weight, bias) = (self.tensor(&format!("{name}.weight")), self.tensor(&format!("{name}.bias")));
        let mean = x.mean().unwrap();
        let variance = x.mapv(|v| (v - mean) * (v - mean)).mean().unwrap();
        let mut y = x.mapv(|v| (v - mean) / (variance + 1e-12).sqrt());
        for (c, mut map) in y.outer_iter_mut().enumerate() {
            map.mapv_inplace(|v| v * weight[c] + bias[c]);
        }
        y
    }

    /// row(·) or col(·) of one coordinate.
    fn encoding(&self, name: &str, coordinate: f64) -> Vec<f64> {
        let x = Array1::from_elem(1, coordinate).into_shape_with_order((1, 1, 1, 1)).unwrap();
        let x = self.norm(&format!("{name}.norm"), &self.linear(&format!("{name}.first"), &x)).mapv(swish);
        self.linear(&format!("{name}.second"), &x).into_raw_vec_and_offset().0
    }

    /// The group part of ρ's argument.
    fn relative_element(&self, h: Element, query: Element, key: Element) -> usize {
        let g = &self.group;
        // The official code's elements are the inverses of this crate's.
        let official = [h, query, key].map(|element| g.inverse(element));
        g.index_of(match self.config().index {
            IndexRule::Exact => g.compose(g.inverse(h), key),
            IndexRule::Published if g.has_mirrors() => {
                let [h, query, key] = official;
                // m · (r^-k m^j of h) · h~⁻¹
                let reversed = Element { rotation: (g.rotations() - h.rotation) % g.rotations(), mirror: h.mirror };
                g.compose(g.compose(key, reversed), g.inverse(query))
            }
            IndexRule::Published => {
                let [h, query, key] = official;
                g.compose(g.compose(key, g.inverse(query)), h)
            }
        })
    }

    /// ρ(A_h⁻¹ Δ, ·), or ρ(Δ, ·) where positions are held still, without its group part; `window` is the side that spans [−1, 1].
    fn position(&self, name: &str, h: Element, delta: (isize, isize), window: usize) -> Rc<[f64]> {
        let key = (name.to_owned(), h, delta);
        if let Some(rho) = self.encoded.borrow().get(&key) {
            return rho.clone();
        }
        let a = match self.config().positions {
            PositionRule::Turning => self.group.matrix(self.group.inverse(h)),
            PositionRule::Still => [[1.0, 0.0], [0.0, 1.0]],
        };
        let half = ((window - 1) as f64 / 2.0).max(1.0);
        let (row, col) = (delta.0 as f64 / half, delta.1 as f64 / half);
        let mut rho = self.encoding(&format!("{name}.row"), a[0][0] * row + a[0][1] * col);
        rho.extend(self.encoding(&format!("{name}.col"), a[1][0] * row + a[1][1] * col));
        let rho: Rc<[f64]> = rho.into();
        self.encoded.borrow_mut().insert(key, rho.clone());
        rho
    }

    /// p(h, g; key) of one head for one query pixel: calls `f(h, g, m, i, j, p)` for every key inside the picture and window.
    fn probabilities(
        &self,
        name: &str,
        [q, k]: [&Maps; 2],
        head: usize,
        (row, col): (usize, usize),
        mut f: impl FnMut(usize, usize, usize, usize, usize, f64),
    ) {
        let config = self.config();
        let (channels, inputs, rows, cols) = q.dim();
        let dim = channels / config.heads;
        let lifting = name == "lifting";
        let scale = (self.find(&format!("{name}.query.weight")).unwrap().0[1] as f64).sqrt();
        let window = if self.window == 0 { 2 * rows.max(cols) - 1 } else { self.window };
        let reach = (window / 2) as isize;
        let frames = config.query == QueryRule::PerFrame && !lifting;
        let embedding = (!lifting && !frames).then(|| self.tensor(&format!("{name}.group_embedding")));
        for (hi, h) in self.group.elements().enumerate() {
            let mut keys = vec![];
            for i in 0..rows {
                for j in 0..cols {
                    let delta = (i as isize - row as isize, j as isize - col as isize);
                    if delta.0.abs() <= reach && delta.1.abs() <= reach {
                        keys.push((i, j, self.position(name, h, delta, window)));
                    }
                }
            }
            for g in 0..inputs {
                if (config.query == QueryRule::Own && !lifting || frames) && g != hi {
                    continue;
                }
                let mut scores = vec![];
                for (i, j, rho) in &keys {
                    for m in if frames { hi..hi + 1 } else { 0..inputs } {
                        let of_group = embedding.as_ref().map_or(&[][..], |embedding| {
                            let e = self.relative_element(h, self.group.element(g), self.group.element(m));
                            let width = embedding.len() / self.group.order();
                            &embedding[e * width..(e + 1) * width]
                        });
                        assert_eq!(rho.len() + of_group.len(), dim);
                        let score: f64 = (head * dim..)
                            .zip(rho.iter().chain(of_group))
                            .map(|(c, rho)| q[[c, g, row, col]] * (k[[c, m, *i, *j]] + rho))
                            .sum();
                        scores.push((m, *i, *j, score / scale));
                    }
                }
                let largest = scores.iter().map(|s| s.3).fold(f64::NEG_INFINITY, f64::max);
                let total: f64 = scores.iter().map(|s| (s.3 - largest).exp()).sum();
                for (m, i, j, score) in scores {
                    f(hi, g, m, i, j, (score - largest).exp() / total);
                }
            }
        }
    }

    /// Lifting or group self-attention, by the name of its tensors.
    pub(crate) fn attention(&self, name: &str, x: &Maps) -> Maps {
        let heads = self.config().heads;
        let [q, k, v] = ["query", "key", "value"].map(|p| self.linear(&format!("{name}.{p}"), x));
        let (channels, _, rows, cols) = q.dim();
        let dim = channels / heads;
        let mut out = Array4::zeros((channels, self.group.order(), rows, cols));
        for head in 0..heads {
            for row in 0..rows {
                for col in 0..cols {
                    self.probabilities(name, [&q, &k], head, (row, col), |h, _, m, i, j, p| {
                        for c in head * dim..(head + 1) * dim {
                            out[[c, h, row, col]] += p * v[[c, m, i, j]];
                        }
                    });
                }
            }
        }
        self.linear(&format!("{name}.out"), &out)
    }

    /// Where the pixel (row, col) looks: `[head, N out, N in, H, W]`, the mean over query elements.
    pub(crate) fn attention_map(&self, name: &str, x: &Maps, pixel: (usize, usize)) -> Array5<f64> {
        let heads = self.config().heads;
        let [q, k] = ["query", "key"].map(|p| self.linear(&format!("{name}.{p}"), x));
        let (_, inputs, rows, cols) = q.dim();
        let queries = if self.config().query == QueryRule::All { inputs } else { 1 };
        let maps: Vec<_> = (0..heads)
            .map(|head| {
                let mut map = Array4::zeros((self.group.order(), inputs, rows, cols));
                self.probabilities(name, [&q, &k], head, pixel, |h, _, m, i, j, p| {
                    map[[h, m, i, j]] += p / queries as f64
                });
                map
            })
            .collect();
        stack(Axis(0), &maps.iter().map(|m| m.view()).collect::<Vec<_>>()).unwrap()
    }
}
