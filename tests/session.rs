//! A network in use: answers, feature maps, and the views of them.

use gsa_net::image::{Point, from_strokes};
use gsa_net::session::Session;
use gsa_net::symmetry::{GridSymmetry, act_on_features};
use gsa_net::views::{stabilised, turned};
use gsa_net::{Config, Error, Model};
use ndarray::{Array5, Axis};

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
    let mut session = session("z2_sa");
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
    let mut session = Session::new(Model::with_parameters(model.config, huge).unwrap());
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
