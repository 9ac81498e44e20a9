//! A network in use: answers, feature maps, and the views of them.

use std::cell::Cell;
use std::sync::Mutex;

use gsa_net::engine::{Engine, Pictures};
use gsa_net::image::{Point, from_strokes};
use gsa_net::session::Session;
use gsa_net::symmetry::{GridSymmetry, act_on_features};
use gsa_net::views::{stabilised, turned};
use gsa_net::{Config, CpuEngine, Error, Model, Result, Trace};
use ndarray::{Array5, ArrayView3, Axis};

/// Rounding of f32 over a whole network: sums run in another order.
const ROUNDING: f32 = 1e-5;

fn session(name: &str) -> Session {
    Session::new(Model::random(Config::named(name).unwrap(), 3))
}

fn seven(degrees: f32) -> Vec<f32> {
    let strokes = [vec![[0.3, 0.2], [0.7, 0.2], [0.45, 0.85]], vec![[0.4, 0.5], [0.65, 0.55]]];
    let strokes = strokes.map(|stroke| stroke.into_iter().map(|[x, y]| Point { x, y }).collect());
    from_strokes(&strokes, degrees).unwrap().unwrap().into_iter().collect()
}

#[test]
fn views_turn_by_quarters_as_the_symmetries_of_the_grid_do() {
    for name in ["z2_sa", "r4_sa", "r8_sa", "r4m_sa"] {
        let group = Config::named(name).unwrap().group();
        let maps = Array5::from_shape_fn((1, 2, group.order(), 6, 6), |(_, c, n, i, j)| {
            ((c * 1000 + n * 100 + i * 10 + j) as f32).sin()
        });
        for quarter_turns in 0..4 {
            let g = GridSymmetry { quarter_turns, mirror: false };
            let expected = act_on_features(g, &group, maps.view()).unwrap();
            let found = turned(maps.index_axis(Axis(0), 0), &group, f64::from(quarter_turns) * 90.0).unwrap();
            assert_eq!(found, expected.index_axis(Axis(0), 0), "{name} {quarter_turns}");
        }
    }
}

#[test]
fn the_stabilised_view_undoes_a_turn_of_the_maps() {
    let group = Config::named("r4_sa").unwrap().group();
    let maps = Array5::from_shape_fn((1, 1, 4, 5, 5), |(_, _, n, i, j)| (n * 25 + i * 5 + j) as f32);
    let maps = maps.index_axis(Axis(0), 0);
    let there = turned(maps, &group, 90.0).unwrap();
    assert_ne!(there, maps);
    assert_eq!(stabilised(there.view(), &group, 90.0).unwrap(), maps);
}

#[test]
fn evidence_moves_along_the_group_and_its_largest_are_the_logits() {
    for name in ["r4_sa", "r8f_sa"] {
        let session = session(name);
        assert!(session.evidence().is_err(), "nothing was predicted yet");
        let upright = session.predict(&seven(0.0)).unwrap();
        let straight = session.evidence().unwrap();
        session.predict(&seven(90.0)).unwrap();
        let turned = session.evidence().unwrap();
        let elements = session.model().config.group().order();
        assert_eq!(straight.dim(), (10, elements));
        let step = elements / 4;
        for (class, logit) in upright.logits.iter().enumerate() {
            let largest = straight.row(class).fold(f32::NEG_INFINITY, |largest, x| largest.max(*x));
            assert!((largest - logit).abs() <= ROUNDING * (1.0 + logit.abs()), "{name} {class}: {largest} {logit}");
            for element in 0..elements {
                let [from, to] = [straight[[class, element]], turned[[class, (element + step) % elements]]];
                assert!(
                    (from - to).abs() <= 10.0 * ROUNDING * (1.0 + from.abs()),
                    "{name} {class} {element}: {from} {to}"
                );
            }
        }
        let spread = straight.row(0).iter().map(|x| (x - straight[[0, 0]]).abs()).fold(0.0, f32::max);
        assert!(spread > 100.0 * ROUNDING, "{name}: elements differ");
    }
}

#[test]
fn equivariance_error_is_rounding_inside_the_group_and_large_outside() {
    let session = session("r4_sa");
    let pixels = seven(10.0);
    let inside = GridSymmetry { quarter_turns: 1, mirror: false };
    let outside = GridSymmetry { quarter_turns: 1, mirror: true };
    for layer in 0..session.layers().len() {
        let error = session.equivariance_error(&pixels, layer, inside).unwrap();
        assert!(error <= ROUNDING, "{layer}: {error:e}");
    }
    let error = session.equivariance_error(&pixels, 2, outside).unwrap();
    assert!(error > 100.0 * ROUNDING, "{error:e}");
}

#[test]
fn what_does_not_exist_is_refused() {
    let session = session("z2_sa");
    assert!(matches!(session.feature_maps(0, 0), Err(Error::Input(_))));
    assert!(matches!(session.predict(&[0.0; 783]), Err(Error::Input(_))));
    let mut pixels = seven(0.0);
    pixels[9] = f32::NAN;
    assert!(matches!(session.predict(&pixels), Err(Error::Input(_))));
    session.predict(&seven(0.0)).unwrap();
    let layers = session.layers().len();
    assert!(matches!(session.feature_maps(layers, 0), Err(Error::OutOfRange { what: "layer", .. })));
    assert!(matches!(session.feature_maps(0, 20), Err(Error::OutOfRange { what: "channel", .. })));
    let error = session.stabilised_maps(0, 0, f64::NAN).unwrap_err().to_string();
    assert!(error.contains("the angle is NaN"), "{error}");
    let pool = session.layers().iter().position(|layer| layer.attention.is_none()).unwrap();
    let error = session.attention(&seven(0.0), pool, 0, 0).unwrap_err().to_string();
    assert!(error.contains(&format!("layer {pool}")) && error.contains("has no attention"), "{error}");
}

#[test]
fn an_answer_that_is_no_number_is_refused() {
    let model = Model::random(Config::named("z2_sa").unwrap(), 3);
    let huge = vec![3e38; model.parameters().len()];
    let session = Session::new(Model::with_parameters(model.config, huge).unwrap());
    let error = session.predict(&seven(0.0)).unwrap_err().to_string();
    assert!(error.contains("not a number") && error.contains("weights"), "{error}");
    assert!(matches!(session.feature_maps(0, 0), Err(Error::Input(_))), "its maps are not kept");
}

#[test]
fn elements_have_names_for_people() {
    let names: Vec<_> = session("r12_sa").elements().into_iter().map(|element| element.name).collect();
    assert_eq!(names[..4], ["0°", "30°", "60°", "90°"]);
    assert_eq!(session("z2m_sa").elements()[1].name, "0° mirrored");
}

/// An engine that counts how often it runs pictures.
struct Counting<E> {
    engine: E,
    runs: Cell<usize>,
}

impl<E: Engine> Engine for Counting<E> {
    type Answer<'e, R: 'e>
        = E::Answer<'e, R>
    where
        Self: 'e;

    fn cpu(&self) -> &CpuEngine {
        self.engine.cpu()
    }

    fn answer<'e, R: 'e>(&'e self, answer: Result<R>) -> E::Answer<'e, R> {
        self.engine.answer(answer)
    }

    fn traced<'e, R: 'e>(
        &'e self,
        pictures: Pictures<'e>,
        then: impl FnOnce(Trace) -> Result<R> + 'e,
    ) -> E::Answer<'e, R> {
        self.runs.set(self.runs.get() + 1);
        self.engine.traced(pictures, then)
    }

    fn traced_into<'e, R: 'e>(
        &'e self,
        picture: Pictures<'e>,
        kept: &'e Mutex<Option<Trace>>,
        then: impl FnOnce(&Trace) -> Result<R> + 'e,
    ) -> E::Answer<'e, R> {
        self.runs.set(self.runs.get() + 1);
        self.engine.traced_into(picture, kept, then)
    }
}

#[test]
fn another_pixel_of_the_same_picture_does_not_run_the_network_again() {
    let model = Model::random(Config::named("r4_sa").unwrap(), 3);
    let engine = Counting { engine: CpuEngine::new(&model), runs: Cell::new(0) };
    let session = Session::with_engine(model.clone(), engine);
    let (upright, turned) = (seven(0.0), seven(40.0));
    session.predict(&upright).unwrap();
    let runs = || session.engine().runs.get();
    assert_eq!(runs(), 1);
    let cpu = CpuEngine::new(&model);
    let shape = [1, 28, 28];
    let mut looked = 0;
    // Of what was predicted; then of another picture, which runs once and leaves the maps of the first alone.
    let maps = session.feature_maps(2, 3).unwrap();
    for (pixels, expected) in [(&upright, 1), (&turned, 2), (&upright, 2)] {
        let image = ArrayView3::from_shape(shape, pixels).unwrap();
        for (index, layer) in session.layers().iter().enumerate() {
            let Some(attention) = layer.attention else { continue };
            for (row, col) in [(0, 0), (3, 5)] {
                let found = session.attention(pixels, index, row, col).unwrap();
                assert_eq!(found, cpu.attention(image, attention, row, col).unwrap(), "layer {index}");
                looked += 1;
            }
        }
        assert_eq!(runs(), expected);
        assert_eq!(session.feature_maps(2, 3).unwrap(), maps);
    }
    assert!(looked > 30);
    // What was asked about is gone only when another picture is.
    session.predict(&seven(80.0)).unwrap();
    session.attention(&turned, 0, 1, 1).unwrap();
    assert_eq!(runs(), 3);
    assert!(session.attention(&upright, 0, 28, 0).is_err());
    assert_eq!(runs(), 3, "a pixel that does not exist is refused beforehand");
    session.attention(&upright, 0, 1, 1).unwrap();
    assert_eq!(runs(), 4);
}

#[test]
fn an_answer_that_is_no_number_is_not_looked_at_again() {
    let model = Model::random(Config::named("z2_sa").unwrap(), 3);
    let huge = vec![3e38; model.parameters().len()];
    let model = Model::with_parameters(model.config, huge).unwrap();
    let engine = Counting { engine: CpuEngine::new(&model), runs: Cell::new(0) };
    let session = Session::with_engine(model, engine);
    for runs in 1..3 {
        assert!(session.predict(&seven(0.0)).is_err());
        assert_eq!(session.engine().runs.get(), runs);
    }
    session.attention(&seven(0.0), 0, 0, 0).unwrap();
    assert_eq!(session.engine().runs.get(), 3);
}
