//! The paper's theorems over the real layers: what they claim holds to rounding, and what they do not claim fails.
#![cfg(not(target_arch = "wasm32"))]

use gsa_net::backend::cpu::Scalar;
use gsa_net::config::{GroupConfig, IndexRule, PositionRule};
use gsa_net::group::Group;
use gsa_net::session::Session;
use gsa_net::symmetry::GridSymmetry;
use gsa_net::theory::{AttentionAsConvolution, Form, GroupConvolution, NetworkByAttention, NetworksCompared, Weights};
use gsa_net::weights::{Model, Variant};
use gsa_net::{Config, CpuEngine};
use ndarray::{Array3, Array4, Array5, Axis};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Rounding of f32 over some hundred products, relative to the largest output.
const F32: f64 = 2e-6;
/// The same of f64.
const F64: f64 = 1e-12;

fn groups() -> [Group; 2] {
    [Group::cyclic(4).unwrap(), Group::dihedral(4).unwrap()]
}

/// `[C', C, N in, 3, 3]`, normally distributed or nearly so.
fn random_filter(outputs: usize, inputs: usize, elements: usize, side: usize, seed: u64) -> Array5<f64> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let normal = move || (0..12).map(|_| rng.random_range(-0.5..0.5)).sum();
    Array5::from_shape_simple_fn((outputs, inputs, elements, side, side), normal)
}

fn random_maps(channels: usize, elements: usize, [rows, cols]: [usize; 2], seed: u64) -> Array4<f64> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    Array4::from_shape_simple_fn((channels, elements, rows, cols), || rng.random_range(-1.0..1.0))
}

/// The formula once more, by another way: each input pixel is sent where it is seen from. Beyond the border are zeros.
fn scattered(group: &Group, filter: &Array5<f64>, x: &Array4<f64>) -> Array4<f64> {
    let (outputs, _, elements, side, _) = filter.dim();
    let (_, _, rows, cols) = x.dim();
    let half = side as f64 / 2.0 - 0.5;
    let mut y = Array4::zeros((outputs, group.order(), rows, cols));
    for ((c, key, row, col), &x) in x.indexed_iter() {
        for (n, h) in group.elements().enumerate() {
            for ((o, _, eta, i, j), &weight) in filter.indexed_iter().filter(|((_, from, ..), _)| *from == c) {
                if elements > 1 && group.compose(h, group.element(eta)) != group.element(key) {
                    continue;
                }
                // x' = x + A_h δ
                let a = group.matrix(h);
                let delta = [i as f64 - half, j as f64 - half];
                let [down, right] = [0, 1].map(|axis| a[axis][0] * delta[0] + a[axis][1] * delta[1]);
                let [to_row, to_col] = [row as f64 - down, col as f64 - right];
                if (0.0..rows as f64).contains(&to_row) && (0.0..cols as f64).contains(&to_col) {
                    y[[o, n, to_row as usize, to_col as usize]] += weight * x;
                }
            }
        }
    }
    y
}

/// The largest difference, relative to the largest of `b`; not a number if there is one.
fn off<T: Scalar>(a: &Array4<T>, b: &Array4<f64>) -> f64 {
    assert_eq!(a.shape(), b.shape());
    let scale = b.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
    a.iter().zip(b).fold(0.0, |most: f64, (a, b)| {
        let off = (a.to_f64().unwrap() - b).abs() / scale;
        if off > most || off.is_nan() { off } else { most }
    })
}

/// How far the layer is from the convolution with zeros beyond the border, and how many heads it has.
fn error<T: Scalar>(
    (group, filter): (&Group, &Array5<f64>),
    form: Form,
    alpha: f64,
    weights: Weights,
    without: Option<usize>,
) -> (f64, usize) {
    let convolution = GroupConvolution::new(*group, filter.clone()).unwrap();
    let x = random_maps(filter.dim().1, filter.dim().2, [9, 7], 5);
    let layer = AttentionAsConvolution::<T>::new(convolution, form, alpha, weights, without).unwrap();
    let y = layer.apply_in_ring(x.mapv(T::of).view()).unwrap();
    let (exact, compared) = (scattered(group, filter, &x), layer.compare(x.mapv(T::of).view()).unwrap());
    assert_eq!(compared.output, y);
    assert!(off(&compared.target, &exact) <= F32 && (compared.error - off(&y, &exact)).abs() <= F32);
    (off(&y, &exact), layer.heads())
}

/// Each group with a filter of pictures and one of functions on it, and the forms there are of that.
fn cases() -> Vec<(Group, Array5<f64>, Form, usize)> {
    let mut cases = vec![];
    for (seed, group) in groups().into_iter().enumerate() {
        for (outputs, inputs) in [(1, 1), (3, 2), (1, 15)] {
            let filter = |elements| random_filter(outputs, inputs, elements, 3, seed as u64);
            cases.push((group, filter(1), Form::Together, 9));
            cases.push((group, filter(group.order()), Form::Together, 9 * group.order()));
            cases.push((group, filter(group.order()), Form::Frames, 9));
        }
    }
    cases
}

#[test]
fn theorem_1_attention_reproduces_a_group_convolution() {
    let cases = cases();
    assert_eq!(cases.len(), 18);
    for (group, filter, form, heads) in cases {
        let name = format!("{} {form:?} {:?}", group.name(), filter.shape());
        let case = (&group, &filter);
        let (double, count) = error::<f64>(case, form, 40.0, Weights::Filter, None);
        assert_eq!(count, heads, "{name}");
        assert!(double <= F64, "{name}: {double:e}");
        let (single, _) = error::<f32>(case, form, 32.0, Weights::Filter, None);
        assert!(single <= F32, "{name}: {single:e}");
        // Heads that are not sharp enough are another filter.
        let (soft, _) = error::<f64>(case, form, 1.0, Weights::Filter, None);
        assert!(soft > 0.1, "{name}: {soft:e}");
    }
}

#[test]
fn theorem_1_solved_weights_are_exact_at_once() {
    for (group, filter, form, _) in cases() {
        let name = format!("{} {form:?} {:?}", group.name(), filter.shape());
        let (double, _) = error::<f64>((&group, &filter), form, 2.0, Weights::Solved, None);
        assert!(double <= F64, "{name}: {double:e}");
        let (single, _) = error::<f32>((&group, &filter), form, 2.0, Weights::Solved, None);
        assert!(single <= F32, "{name}: {single:e}");
    }
    for side in [1, 5] {
        let [group, _] = groups();
        let filter = random_filter(1, 1, 1, side, 9);
        let (double, heads) = error::<f64>((&group, &filter), Form::Together, 1.0, Weights::Solved, None);
        assert!(double <= 1e-9 && heads == side * side, "{side}×{side}: {double:e}");
    }
}

#[test]
fn theorem_1_leakage_stays_below_its_bound() {
    for group in groups() {
        for elements in [1, group.order()] {
            let convolution = GroupConvolution::new(group, random_filter(1, 1, elements, 3, 1)).unwrap();
            for alpha in [1.0, 2.0, 4.0, 8.0, 16.0] {
                let new = |form| {
                    AttentionAsConvolution::<f64>::new(convolution.clone(), form, alpha, Weights::Filter, None).unwrap()
                };
                let patterns = new(Form::Together).patterns();
                let bound = 4.0 * f64::exp(-alpha) + (elements - 1) as f64 * f64::exp(-alpha);
                let mut largest = 0.0_f64;
                for (head, line) in patterns.outer_iter().enumerate() {
                    assert!((line.sum() - 1.0).abs() < 1e-12);
                    let leak: f64 = line.iter().enumerate().filter(|(key, _)| *key != head).map(|(_, p)| p).sum();
                    assert!(leak <= bound, "{} α {alpha} head {head}: {leak:e} {bound:e}", group.name());
                    largest = largest.max(leak);
                }
                // And it says something: the head that looks to the middle comes near it.
                assert!(largest > 0.8 * bound || alpha < 4.0, "α {alpha}: {largest:e} {bound:e}");
            }
        }
    }
}

#[test]
fn theorem_1_one_head_fewer_is_not_enough() {
    let [group, _] = groups();
    for alpha in [1.0, 4.0, 16.0] {
        let mut errors: Vec<f64> = (0..51)
            .map(|seed| {
                let filter = random_filter(1, 1, 1, 3, 100 + seed);
                let without = Some(seed as usize % 9);
                error::<f64>((&group, &filter), Form::Together, alpha, Weights::Solved, without).0
            })
            .collect();
        errors.sort_by(f64::total_cmp);
        assert!((0.1..0.5).contains(&errors[25]), "α {alpha}: {}", errors[25]);
        // The same filters are no trouble for all nine.
        let filter = random_filter(1, 1, 1, 3, 125);
        assert!(error::<f64>((&group, &filter), Form::Together, alpha, Weights::Solved, None).0 < 1e-10);
    }
    // Of a function on the group as well, in both forms.
    for (group, filter, form, heads) in cases() {
        let (off, left) = error::<f64>((&group, &filter), form, 16.0, Weights::Solved, Some(heads / 2));
        assert!(left == heads - 1 && off > 0.02, "{} {form:?}: {off:e}", group.name());
    }
}

#[test]
fn theorem_1_without_a_ring_the_border_goes_on_with_its_own_pixels() {
    for (group, filter, form, _) in cases() {
        let convolution = GroupConvolution::new(group, filter.clone()).unwrap();
        let x = random_maps(filter.dim().1, filter.dim().2, [6, 8], 2);
        let repeated = convolution.apply(x.view()).unwrap();
        let layer = |alpha, weights| {
            AttentionAsConvolution::<f64>::new(convolution.clone(), form, alpha, weights, None).unwrap()
        };
        let name = format!("{} {form:?}", group.name());
        let sharp = layer(40.0, Weights::Filter).apply(x.view()).unwrap();
        assert!(off(&sharp, &repeated) <= F64, "{name}");
        assert!(off(&sharp, &scattered(&group, &filter, &x)) > 0.05, "{name}: zeros are something else");
        // Solved weights count on keys that are masked there.
        assert!(off(&layer(1.0, Weights::Solved).apply(x.view()).unwrap(), &repeated) > 1e-3, "{name}");
    }
}

/// `r4_cnn` over some group, with random weights.
fn convolutional_network(group: GroupConfig) -> CpuEngine {
    let named = Config::named("r4_cnn").unwrap();
    CpuEngine::new(&Model::random(Config { group, ..named }, 5))
}

#[test]
fn theorem_1_a_network_of_convolutions_answers_the_same_by_attention() {
    let mut rng = ChaCha8Rng::seed_from_u64(8);
    let image = Array3::from_shape_simple_fn((1, 28, 28), || rng.random_range(0.0..1.0));
    for mirrors in [false, true] {
        let engine = convolutional_network(GroupConfig { rotations: 4, mirrors });
        let compared = |form, alpha, weights, without, layer| {
            let network = NetworkByAttention::new(&engine, form, alpha, weights, without).unwrap();
            network.compare(image.view(), layer).unwrap()
        };
        let answers = |compared: &NetworksCompared| {
            let [logits, expected] =
                [&compared.logits, &compared.expected].map(|x| x.iter().map(|x| f64::from(*x)).collect::<Vec<_>>());
            let most = expected.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
            logits.iter().zip(&expected).fold(0.0, |off: f64, (a, b)| off.max((a - b).abs())) / most
        };
        let expected = engine.logits(image.view().insert_axis(Axis(0))).unwrap();
        for (form, alpha, weights) in [(Form::Frames, 2.0, Weights::Solved), (Form::Together, 32.0, Weights::Filter)] {
            // In D_4 the second takes a while, and C_4 says the same.
            if mirrors && form == Form::Together {
                continue;
            }
            let same = compared(form, alpha, weights, None, 1);
            assert_eq!(same.expected, expected.row(0).to_vec());
            assert_eq!(same.output.len(), 19 * engine.config().group().order() * 24 * 24);
            assert!(same.error < 2e-5 && answers(&same) < 2e-5, "{form:?}: {:e}, {:e}", same.error, answers(&same));
        }
        let soft = compared(Form::Frames, 1.0, Weights::Filter, None, 1);
        assert!(soft.error > 0.1 && answers(&soft) > 0.01, "{:e}, {:e}", soft.error, answers(&soft));
        let fewer = compared(Form::Frames, 8.0, Weights::Solved, Some(3), 0);
        assert!(fewer.error > 0.02 && answers(&fewer) > 0.01, "{:e}, {:e}", fewer.error, answers(&fewer));
    }
}

#[test]
fn theorem_1_refuses_networks_that_it_says_nothing_of() {
    let new = |engine: &CpuEngine| {
        NetworkByAttention::new(engine, Form::Frames, 2.0, Weights::Solved, None).map(|_| ()).unwrap_err().to_string()
    };
    let engine = |config: Config| CpuEngine::new(&Model::random(config, 1));
    assert!(new(&engine(Config::named("r4_sa").unwrap())).contains("no convolution in this network"));
    let still = Config { positions: PositionRule::Still, ..Config::named("r4_cnn").unwrap() };
    assert!(new(&engine(still)).contains("held still"));
    let engine = convolutional_network(GroupConfig { rotations: 4, mirrors: false });
    let network = NetworkByAttention::new(&engine, Form::Frames, 2.0, Weights::Solved, None).unwrap();
    // The last one has no middle, and there is pooling too.
    let last = engine.network().steps.len() - 1;
    assert!(network.layer(last).unwrap_err().to_string().contains("no convolution that attention"));
    assert!(network.layer(99).is_err() && network.layer(0).is_ok());
}

#[test]
fn theorem_1_refuses_what_it_can_not_be() {
    let c4 = Group::cyclic(4).unwrap();
    let filter = |elements, side| random_filter(1, 1, elements, side, 3);
    let refusal = |group, filter| GroupConvolution::new(group, filter).unwrap_err().to_string();
    assert!(refusal(Group::cyclic(8).unwrap(), filter(8, 3)).contains("between pixels"));
    assert!(refusal(c4, filter(3, 3)).contains("a filter of shape"));
    assert!(refusal(c4, filter(1, 4)).contains("n odd"));
    assert!(refusal(c4, filter(1, 3) * f64::NAN).contains("finite"));
    let lifting = GroupConvolution::new(c4, filter(1, 3)).unwrap();
    let layer = |form, alpha, weights, without| {
        AttentionAsConvolution::<f64>::new(lifting.clone(), form, alpha, weights, without).unwrap_err().to_string()
    };
    assert!(layer(Form::Together, f64::NAN, Weights::Filter, None).contains("α is NaN"));
    assert!(layer(Form::Together, 0.0, Weights::Solved, None).contains("look alike"));
    assert!(layer(Form::Frames, 1.0, Weights::Filter, None).contains("lift it first"));
    assert!(layer(Form::Together, 1.0, Weights::Filter, Some(9)).contains("head 9"));
    let layer = AttentionAsConvolution::<f64>::new(lifting, Form::Together, 8.0, Weights::Filter, None).unwrap();
    assert!(layer.apply(random_maps(2, 1, [4, 4], 1).view()).unwrap_err().to_string().contains("maps of shape"));
}

/// Square pictures of this side, row by row.
const SIDE: usize = 6;
const PIXELS: usize = SIDE * SIDE;
type Picture = [f64; PIXELS];

/// A picture turned by quarters, +row towards +column.
fn turned(x: &Picture, quarters: usize) -> Picture {
    (0..quarters % 4).fold(*x, |x, _| std::array::from_fn(|i| x[(i % SIDE) * SIDE + SIDE - 1 - i / SIDE]))
}

fn distance(a: &Picture, b: &Picture) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum()
}

/// x ↦ the mean of g⁻¹ net(g x) over all quarter turns.
fn averaged(net: impl Fn(&Picture) -> Picture, x: &Picture) -> Picture {
    let mut mean = [0.0; PIXELS];
    for g in 0..4 {
        let back = turned(&net(&turned(x, g)), 4 - g);
        mean.iter_mut().zip(back).for_each(|(mean, y)| *mean += y / 4.0);
    }
    mean
}

#[test]
fn theorem_2_an_average_over_the_group_is_equivariant_and_no_worse() {
    let mut rng = ChaCha8Rng::seed_from_u64(2);
    let mut random = |count: usize| -> Vec<f64> { (0..count).map(|_| rng.random_range(-1.0..1.0)).collect() };
    const HIDDEN: usize = 20;
    let (first, second) = (random(HIDDEN * PIXELS), random(PIXELS * HIDDEN));
    // Any network with one hidden layer, near a target or not.
    let net = |x: &Picture| -> Picture {
        let hidden: Vec<f64> =
            first.chunks(PIXELS).map(|w| w.iter().zip(x).map(|(w, x)| w * x).sum::<f64>().tanh()).collect();
        std::array::from_fn(|i| {
            second[i * HIDDEN..][..HIDDEN].iter().zip(&hidden).map(|(w, h)| w * h).sum::<f64>() / 8.0
        })
    };
    // An equivariant target: each pixel and the square of the mean.
    let target = |x: &Picture| -> Picture {
        let mean = x.iter().sum::<f64>() / PIXELS as f64;
        x.map(|x| x.abs() + mean * mean)
    };
    let (mut own, mut mean) = (0.0, 0.0);
    for _ in 0..10 {
        let x: Picture = random(PIXELS).try_into().unwrap();
        for g in 0..4 {
            let gx = turned(&x, g);
            let off = |y: [Picture; 2]| (distance(&turned(&y[0], g), &y[1]) / distance(&y[1], &[0.0; PIXELS])).sqrt();
            let error = off([averaged(net, &x), averaged(net, &gx)]);
            assert!(error <= F64, "{g}: {error:e}");
            assert!(off([target(&x), target(&gx)]) <= F64);
            // The network itself does not turn along.
            assert!(g == 0 || off([net(&x), net(&gx)]) > 0.1);
            own += distance(&net(&gx), &target(&gx));
            mean += distance(&averaged(net, &gx), &target(&gx));
        }
    }
    assert!(mean <= own, "over whole orbits: {mean} {own}");
}

/// A model that comes with this repository.
fn paper() -> Model {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/models/r4_sa.safetensors");
    Model::from_bytes(&std::fs::read(file).unwrap()).unwrap()
}

#[test]
fn theorem_3_eight_times_45_degrees_comes_home() {
    let model = paper();
    let engine = CpuEngine::new(&model);
    let (heads, window) = (model.config.heads, 5);
    // What a query on blank paper asks: the bias alone.
    let (_, bias) = model.tensor("lifting.query.bias").unwrap();
    let dim = bias.len() / heads;
    // The scores of a window that is turned by a matrix: the encoding at the points turned back, without their mean.
    let scores = |head: usize, a: [[f64; 2]; 2]| -> Vec<f64> {
        let query = &bias[head * dim..(head + 1) * dim];
        let mut scores: Vec<f64> = (0..window * window)
            .map(|place| {
                let [row, col] = [place / window, place % window].map(|at| at as f64 / 2.0 - 1.0);
                let at = [0, 1].map(|axis| a[0][axis] * row + a[1][axis] * col);
                let encoded = engine.encoding(0, &at).unwrap();
                let (rows, cols) = (&encoded.rows[..dim / 2], &encoded.cols[encoded.cols.len() - dim / 2..]);
                let both = rows.iter().chain(cols);
                query.iter().zip(both).map(|(q, e)| f64::from(*q) * f64::from(*e)).sum()
            })
            .collect();
        let mean = scores.iter().sum::<f64>() / scores.len() as f64;
        scores.iter_mut().for_each(|score| *score -= mean);
        scores
    };
    let turn = |degrees: f64| {
        let (sin, cos) = degrees.to_radians().sin_cos();
        [[cos, -sin], [sin, cos]]
    };
    let times =
        |a: [[f64; 2]; 2], b: [[f64; 2]; 2]| [0, 1].map(|i| [0, 1].map(|j| a[i][0] * b[0][j] + a[i][1] * b[1][j]));
    // The same numbers blended from the four round each point; beyond the border are those of the border.
    let blended = |filter: &[f64]| -> Vec<f64> {
        let a = turn(45.0);
        let middle = (window - 1) as f64 / 2.0;
        (0..window * window)
            .map(|place| {
                let [row, col] = [place / window, place % window].map(|at| at as f64 - middle);
                let at = [0, 1].map(|axis| (a[0][axis] * row + a[1][axis] * col + middle).clamp(0.0, 2.0 * middle));
                let [top, left] = at.map(f64::floor);
                let [down, right] = [at[0] - top, at[1] - left];
                let value = |row: f64, col: f64| {
                    filter[row.min(2.0 * middle) as usize * window + col.min(2.0 * middle) as usize]
                };
                (1.0 - down) * ((1.0 - right) * value(top, left) + right * value(top, left + 1.0))
                    + down * ((1.0 - right) * value(top + 1.0, left) + right * value(top + 1.0, left + 1.0))
            })
            .collect()
    };
    let norm = |x: &[f64]| x.iter().map(|x| x * x).sum::<f64>().sqrt();
    let lost = |a: &[f64], b: &[f64]| norm(&a.iter().zip(b).map(|(a, b)| a - b).collect::<Vec<_>>()) / norm(b);
    for head in 0..heads {
        let home = scores(head, turn(0.0));
        let round = |degrees| (0..8).fold(turn(0.0), |a, _| times(a, turn(degrees)));
        let sampled = lost(&scores(head, round(45.0)), &home);
        assert!(sampled <= F32, "head {head}: {sampled:e}");
        // Eight times by a little less is somewhere else.
        assert!(lost(&scores(head, round(44.0)), &home) > 1e-2, "head {head}");
        let mut filter = home.clone();
        for _ in 0..8 {
            filter = blended(&filter);
        }
        let blended = lost(&filter, &home);
        assert!(blended > 0.2, "head {head}: {blended}");
    }
}

/// How far a linear layer y(g) = Σ κ(g, g̃) f(g̃) is from commuting with a move of points, and whether κ is left alone by it.
fn commutes(kappa: &[Vec<f64>], moved: &[usize]) -> (f64, bool) {
    let f: Vec<f64> = (0..kappa.len()).map(|i| (i as f64 * 1.7 + 0.4).sin()).collect();
    let apply =
        |f: &[f64]| -> Vec<f64> { kappa.iter().map(|row| row.iter().zip(f).map(|(k, f)| k * f).sum()).collect() };
    let act = |f: &[f64]| {
        let mut out = f.to_vec();
        moved.iter().zip(f).for_each(|(to, f)| out[*to] = *f);
        out
    };
    let (a, b) = (apply(&act(&f)), act(&apply(&f)));
    let norm = |x: &[f64]| x.iter().map(|x| x * x).sum::<f64>().sqrt();
    let off = norm(&a.iter().zip(&b).map(|(a, b)| a - b).collect::<Vec<_>>()) / norm(&b);
    let points = 0..kappa.len();
    let kept = points.clone().all(|g| points.clone().all(|k| (kappa[moved[g]][moved[k]] - kappa[g][k]).abs() < F64));
    (off, kept)
}

#[test]
fn theorem_4_what_is_left_alone_when_both_ends_move_commutes() {
    const POINTS: usize = 12;
    let score = |i: usize| (i as f64 * 2.3 + 0.7).sin() * 2.0;
    let softmax = |scores: Vec<f64>| -> Vec<f64> {
        let sum: f64 = scores.iter().map(|s| s.exp()).sum();
        scores.iter().map(|s| s.exp() / sum).collect()
    };
    let ring = |of: &dyn Fn(usize, usize) -> f64| -> Vec<Vec<f64>> {
        (0..POINTS).map(|g| (0..POINTS).map(|k| of(g, k)).collect()).collect()
    };
    let attention = |of: &dyn Fn(usize, usize) -> f64| -> Vec<Vec<f64>> { ring(of).into_iter().map(softmax).collect() };
    let apart = |g: usize, k: usize| (k + POINTS - g) % POINTS;
    let shift: Vec<usize> = (0..POINTS).map(|g| (g + 5) % POINTS).collect();
    let shuffle = vec![7, 2, 0, 11, 5, 9, 1, 10, 3, 8, 6, 4];
    let relative = attention(&|g, k| score(apart(g, k)));
    let tap = |place: usize, of: usize| if place < 3 { score(place + of) } else { 0.0 };
    let d4 = Group::dihedral(4).unwrap();
    let grouped = |of: &dyn Fn(usize, usize) -> usize| -> Vec<Vec<f64>> {
        (0..8).map(|h| softmax((0..8).map(|k| score(of(h, k))).collect())).collect()
    };
    let quotient = d4.quotient_table();
    let reversed = |h, k| d4.index_of(d4.compose(d4.element(h), d4.inverse(d4.element(k))));
    let left = |t: usize| (0..8).map(|h| d4.index_of(d4.compose(d4.element(t), d4.element(h)))).collect::<Vec<_>>();
    for (name, kappa, moved, commuting) in [
        ("constant", attention(&|_, _| 0.3), shuffle.clone(), true),
        ("relative under a shuffle", relative.clone(), shuffle, false),
        ("relative", relative, shift.clone(), true),
        ("absolute", attention(&|_, k| score(k)), shift.clone(), false),
        ("convolution", ring(&|g, k| tap(apart(g, k), 0)), shift.clone(), true),
        ("a filter for each place", ring(&|g, k| tap(apart(g, k), g)), shift, false),
        ("h⁻¹ĥ, a turn", grouped(&|h, k| quotient[h * 8 + k]), left(1), true),
        ("h⁻¹ĥ, a mirror", grouped(&|h, k| quotient[h * 8 + k]), left(5), true),
        ("hĥ⁻¹, a turn", grouped(&reversed), left(1), false),
        ("hĥ⁻¹, a mirror", grouped(&reversed), left(5), false),
    ] {
        let (off, kept) = commutes(&kappa, &moved);
        assert_eq!(kept, commuting, "{name}");
        assert_eq!(off <= F64, commuting, "{name}: {off:e}");
        assert!(commuting || off > 0.05, "{name}: {off}");
    }
}

#[test]
fn theorem_4_the_published_index_shows_in_the_real_layer() {
    let quarter = GridSymmetry { quarter_turns: 1, mirror: false };
    let pixels: Vec<f32> = (0..784).map(|i| ((i * 37 + i / 28 * 11) % 101) as f32 / 100.0).collect();
    let error = |model: Model, layer| Session::new(model).equivariance_error(&pixels, layer, quarter).unwrap();
    let published = Variant { index: Some(IndexRule::Published), ..Variant::default() };
    for model in [paper(), Model::random(Config::named("r4_sa").unwrap(), 7)] {
        // Layer 1 is the first whose queries differ by element.
        let other = model.varied(&published).unwrap();
        let [exact, broken] = [error(model, 1), error(other, 1)];
        assert!(exact < 2e-6 && broken > 1e-3, "{exact:e} {broken:e}");
    }
}
