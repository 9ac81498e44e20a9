//! Whatever bytes come, what reads them answers or refuses: no panic. The same tries in every run, for some seconds;
//! `GSA_FUZZ_SECONDS=3600 cargo test --release --test fuzz` makes more of them.

mod common;
#[path = "common/mutate.rs"]
mod mutate;

use common::*;
use gsa_net::image::{self, Point};
use gsa_net::{Config, CpuEngine, Model};
use mutate::fuzz;
use ndarray::ArrayView2;

const NUMBERS: [&str; 12] =
    ["0", "-1", "1e999", "18446744073709551616", "4294967296", "0.5", "null", "[]", "{}", "\"\"", "true", "\\u0000"];

#[test]
fn model_files_are_read_or_refused() {
    let model = random_model(tiny(C4, 3), 1).to_bytes();
    fuzz("model file", &[&model], &[&NUMBERS[..], &["\"F16\"", "\"BF16\"", "__metadata__"]].concat(), |bytes| {
        let _ = Model::from_bytes(bytes);
    });
}

#[test]
fn descriptions_are_read_or_refused_and_what_is_read_can_be_built() {
    let [one, two] = [tiny(D4, 0), Config::named("pcam_r4_sa").unwrap()].map(|config| config.to_json());
    let words =
        [&NUMBERS[..], &["\"floor\"", "\"centred\"", "\"published\"", "\"still\"", "\"per-frame\"", "255"]].concat();
    fuzz("description", &[one.as_bytes(), two.as_bytes()], &words, |bytes| {
        let Ok(config) = Config::from_json(&String::from_utf8_lossy(bytes)) else { return };
        let _ = config.why_inexact();
        assert_eq!(Config::from_json(&config.to_json()).unwrap(), config);
        // Small ones are run as well.
        if config.parameter_count() < 20_000 && config.input_shape().iter().product::<usize>() < 200 {
            let images = random_images(&config, 1, 1);
            let _ = CpuEngine::new(&Model::random(config, 1)).logits(images.view());
        }
    });
}

#[test]
fn strokes_and_pictures_are_prepared_or_refused() {
    let numbers = |values: &[f32]| values.iter().flat_map(|x| x.to_le_bytes()).collect::<Vec<u8>>();
    let stroke: Vec<f32> = (0..60).map(|i| (i as f32 / 17.0).sin().abs()).collect();
    fuzz("drawing", &[&numbers(&stroke)], &[], |bytes| {
        let values: Vec<f32> = bytes.chunks_exact(4).map(|x| f32::from_le_bytes(x.try_into().unwrap())).collect();
        let points: Vec<Point> = values.chunks_exact(2).map(|p| Point { x: p[0], y: p[1] }).collect();
        let strokes: Vec<Vec<Point>> = points.chunks(7).map(<[Point]>::to_vec).collect();
        if let Ok(Some(picture)) = image::from_strokes(&strokes, values.first().copied().unwrap_or(0.0)) {
            assert!(picture.iter().all(|x| x.is_finite()));
        }
        let cols = 1 + bytes.len() % 7;
        let rows = values.len() / cols;
        let picture = ArrayView2::from_shape((rows, cols), &values[..rows * cols]).unwrap();
        if let Ok(Some(picture)) = image::from_grey(picture) {
            assert!(picture.iter().all(|x| x.is_finite()));
        }
    });
}

#[test]
#[should_panic(expected = "reader: try")]
fn a_reader_that_panics_is_noticed() {
    fuzz("reader", &[b"good"], &[], |bytes| assert_eq!(bytes.first(), Some(&b'g')));
}
