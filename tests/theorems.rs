//! The paper's theorems over the real layers: what they claim holds to rounding, and what they do not claim fails.
#![cfg(not(target_arch = "wasm32"))]

use gsa_net::backend::cpu::Scalar;
use gsa_net::group::Group;
use gsa_net::theory::{AttentionAsConvolution, Form, GroupConvolution, Weights};
use ndarray::{Array4, Array5};
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
