//! Pictures from strokes and from grey pixels, and what people may throw at that.

use crate::support::*;
use gsa_net::wasm::{prepare_image, prepare_pixels, prepare_strokes, version};
use js_sys::{Array, Float32Array};
use wasm_bindgen::{Clamped, JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::ImageData;

#[wasm_bindgen_test]
fn the_version_is_that_of_the_crate() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn strokes_become_a_picture_that_turns_with_them() {
    let upright = prepare_strokes(&seven(), 0.0).ok().unwrap();
    assert_eq!(get(&upright, "empty"), JsValue::FALSE);
    let upright = numbers(&upright, "pixels");
    assert_eq!(upright.len(), 784);
    assert!(upright.iter().all(|pixel| (0.0..=1.0).contains(pixel)));
    let turned = numbers(&prepare_strokes(&seven(), 90.0).ok().unwrap(), "pixels");
    for row in 0..28 {
        for col in 0..28 {
            // Counter-clockwise: (row, col) goes to (27 − col, row).
            let (before, after) = (upright[row * 28 + col], turned[(27 - col) * 28 + row]);
            assert!((before - after).abs() <= 1e-4, "{row} {col}: {before} {after}");
        }
    }
    assert!(relative_difference(&turned, &upright) > 0.1, "this digit looks another after a turn");
}

#[wasm_bindgen_test]
fn nothing_drawn_is_said_to_be_empty() {
    for nothing in [strokes(&[]), strokes(&[&[]]), strokes(&[&[[0.5, 0.5]]])] {
        let prepared = prepare_strokes(&nothing, 0.0).ok().unwrap();
        assert_eq!(get(&prepared, "empty"), JsValue::TRUE);
        assert_eq!(numbers(&prepared, "pixels"), vec![0.0; 784]);
    }
}

#[wasm_bindgen_test]
fn grey_pictures_become_what_a_network_sees() {
    let mut grey = vec![1.0_f32; 60 * 40];
    for row in 10..50 {
        grey[row * 40 + 18..row * 40 + 22].fill(0.0);
    }
    let prepared = prepare_pixels(&Float32Array::from(&grey[..]), 60.0, 40.0).ok().unwrap();
    assert_eq!(get(&prepared, "empty"), JsValue::FALSE);
    let pixels = numbers(&prepared, "pixels");
    assert!(pixels[14 * 28 + 14] > 0.5 && pixels[14 * 28 + 2] < 0.1, "ink is light, paper dark");

    let blank = Float32Array::new_with_length(60 * 40);
    assert_eq!(get(&prepare_pixels(&blank, 60.0, 40.0).ok().unwrap(), "empty"), JsValue::TRUE);
}

#[wasm_bindgen_test]
fn what_stands_on_a_canvas_becomes_what_a_network_sees() {
    // A bar of black ink: on transparent ground, and on white paper.
    let bar = |ground: [u8; 4]| -> Vec<u8> {
        let ink = |i: usize| (10..50).contains(&(i / 40)) && (18..22).contains(&(i % 40));
        (0..60 * 40).flat_map(|i| if ink(i) { [0, 0, 0, 255] } else { ground }).collect()
    };
    let prepared = |rgba: Vec<u8>| {
        let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&rgba), 40, 60).unwrap();
        let prepared = prepare_image(&image).ok().unwrap();
        (get(&prepared, "empty"), numbers(&prepared, "pixels"))
    };
    let (empty, transparent) = prepared(bar([0, 0, 0, 0]));
    assert_eq!(empty, JsValue::FALSE);
    assert!(transparent[14 * 28 + 14] > 0.5 && transparent[14 * 28 + 2] < 0.1, "ink is light, paper dark");
    assert_eq!(prepared(bar([255; 4])).1, transparent);
    assert_eq!(prepared(vec![0; 60 * 40 * 4]).0, JsValue::TRUE);
    let wide = ImageData::new_with_sw(4097, 1).unwrap();
    assert!(message(prepare_image(&wide)).contains("4096"));
}

#[wasm_bindgen_test]
fn a_drawing_may_have_exactly_as_many_points_as_it_says() {
    for code in [
        "[Array.from({length: 100000}, (_, i) => ({x: 0.2 + 6e-6 * i, y: 0.5}))]",
        "[[], Array.from({length: 99999}, (_, i) => ({x: 0.2 + 6e-6 * i, y: 0.5})), [{x: 0.5, y: 0.6}]]",
    ] {
        let prepared = prepare_strokes(&evaluate(code), 0.0).expect(code);
        assert_eq!(get(&prepared, "empty"), JsValue::FALSE);
    }
}

#[wasm_bindgen_test]
fn what_is_no_image_is_refused_with_words() {
    for (code, said) in [
        ("undefined", "undefined"),
        ("null", "null"),
        ("{}", "object; expected an ImageData"),
        ("{height: 10, width: 10, data: {length: 3e9}}", "expected an ImageData"),
        ("{height: 10, width: 10, data: {length: -1}}", "expected an ImageData"),
        ("{height: 10, width: 10, data: new Uint8ClampedArray(399)}", "99 pixels"),
        ("{height: 10, width: 10, data: new Uint8ClampedArray(404)}", "101 pixels for a picture of 10×10"),
        ("{height: -1, width: 10, data: new Uint8ClampedArray(4)}", "height"),
        ("{height: 1, data: new Uint8ClampedArray(4)}", "width"),
        ("{height: 65536, width: 65536, data: new Uint8ClampedArray(0)}", "4096"),
        ("{get data() { throw new Error('no') }}", "expected an ImageData"),
    ] {
        let message = message(prepare_image(evaluate(code).unchecked_ref()));
        assert!(message.contains(said), "{code}: {message}");
    }
}

#[wasm_bindgen_test]
fn hostile_strokes_are_refused_with_words() {
    for (code, said) in [
        ("undefined", "undefined"),
        ("null", "null"),
        ("'stroke'", "string"),
        ("{length: 2}", "array"),
        ("new Float32Array(4)", "Float32Array"),
        ("[1]", "stroke 0"),
        ("[[], {}]", "stroke 1"),
        ("[[null]]", "point 0"),
        ("[[{x: 0.5, y: 0.5}, {x: 0.5}]]", "point 1 of stroke 0"),
        ("[[{x: '0.5', y: 0.5}]]", "`x`"),
        ("[[{x: NaN, y: 0.5}]]", "point 0"),
        ("[[{x: 0.5, y: -Infinity}]]", "point 0"),
        ("[[{x: 1e300, y: 0.5}]]", "point 0"),
        ("[[{get x() { throw new Error('no') }, y: 0}]]", "`x`"),
        ("new Array(4294967295)", "100000"),
        ("[new Array(100001).fill({x: 0, y: 0})]", "stroke 0 has 100001 points"),
        ("new Array(100001).fill([])", "the drawing has 100001 strokes"),
        ("Array.from({length: 400}, () => new Array(400).fill({x: 0, y: 0}))", "points"),
        ("new Proxy([1], {get() { throw new Error('no') }})", "read"),
    ] {
        let message = message(prepare_strokes(&evaluate(code), 0.0));
        assert!(message.contains(said), "{code}: {message}");
    }
    for angle in [f64::NAN, f64::INFINITY, 1e300] {
        assert!(message(prepare_strokes(&seven(), angle)).contains("angle"), "{angle}");
    }
}

#[wasm_bindgen_test]
fn wrong_grey_pictures_are_refused_with_words() {
    let four = Float32Array::from(&[0.0, 1.0, 0.0, 1.0][..]);
    for (rows, cols) in
        [(2.0, 3.0), (0.0, 0.0), (-2.0, -2.0), (1.5, 4.0), (f64::NAN, 2.0), (65536.0, 65536.0), (4e9, 1.0)]
    {
        assert!(!message(prepare_pixels(&four, rows, cols)).is_empty(), "{rows} {cols}");
    }
    let nan = Float32Array::from(&[0.0, f32::NAN, 0.0, 1.0][..]);
    assert!(!message(prepare_pixels(&nan, 2.0, 2.0)).is_empty());
    for other in [JsValue::NULL, JsValue::UNDEFINED, 3.into(), Array::new().into()] {
        assert!(message(prepare_pixels(&other, 2.0, 2.0)).contains("Float32Array"));
    }
}
