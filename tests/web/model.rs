//! A network's answers and the views of its layers.

use crate::support::*;
use gsa_net::Model;
use gsa_net::config::GroupConfig;
use gsa_net::wasm::JsModel;
use js_sys::{Array, Float32Array, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_network_describes_itself() {
    let info: JsValue = model("r4m_sa").info().into();
    assert_eq!(text(&info, "name"), "r4m_sa");
    assert_eq!(text(&info, "group.name"), "R4M");
    assert_eq!(number(&info, "group.order"), 8.0);
    assert_eq!(text(&info, "group.elements.1.name"), "90°");
    assert_eq!(text(&info, "group.elements.7.name"), "270° mirrored");
    assert_eq!(number(&info, "group.elements.7.degrees"), 270.0);
    assert_eq!(get(&info, "group.elements.7.mirror"), JsValue::TRUE);
    assert_eq!(number(&info, "parameters"), 44_508.0);
    assert_eq!(
        [number(&info, "input.channels"), number(&info, "input.rows"), number(&info, "input.cols")],
        [1.0, 28.0, 28.0]
    );
    assert_eq!(text(&info, "layers.0.name"), "lifting");
    assert_eq!(get(&info, "layers.0.attention"), JsValue::TRUE);
    assert_eq!(get(&info, "training"), JsValue::NULL);
    assert_eq!((get(&info, "exact"), get(&info, "whyInexact")), (JsValue::TRUE, JsValue::NULL));
}

#[wasm_bindgen_test]
fn a_network_says_what_keeps_it_from_exactness() {
    let config = gsa_net::Config::official("p4", "rotmnist", 5).unwrap();
    let bytes = gsa_net::Model::random(config, 1).to_bytes();
    let info: JsValue = load(&bytes).ok().unwrap().info().into();
    assert_eq!(get(&info, "exact"), JsValue::FALSE);
    assert!(text(&info, "whyInexact").contains("index"), "{}", text(&info, "whyInexact"));
}

#[wasm_bindgen_test]
fn training_notes_arrive_as_they_were_written() {
    let mut model = gsa_net::Model::from_bytes(&model_bytes("z2_sa")).unwrap();
    model.training = Some(serde_json::json!({ "epochs": 3, "accuracy": 0.5, "notes": ["ä", null, true] }));
    let info: JsValue = load(&model.to_bytes()).ok().unwrap().info().into();
    assert_eq!(number(&info, "training.epochs"), 3.0);
    assert_eq!(number(&info, "training.accuracy"), 0.5);
    assert_eq!(text(&info, "training.notes.0"), "ä");
    assert_eq!(get(&info, "training.notes.1"), JsValue::NULL);
    assert_eq!(get(&info, "training.notes.2"), JsValue::TRUE);
}

#[wasm_bindgen_test]
fn whole_numbers_beyond_those_of_javascript_are_the_nearest() {
    let mut model = gsa_net::Model::from_bytes(&model_bytes("z2_sa")).unwrap();
    let numbers = [i64::MIN, -(1 << 53) - 1, (1 << 53) - 1, 1 << 53, (1 << 53) + 1, i64::MAX];
    model.training = Some(serde_json::json!({ "seed": u64::MAX, "seeds": numbers }));
    let info: JsValue = load(&model.to_bytes()).ok().unwrap().info().into();
    assert_eq!(number(&info, "training.seed"), u64::MAX as f64);
    for (i, exact) in numbers.into_iter().enumerate() {
        assert_eq!(number(&info, &format!("training.seeds.{i}")), exact as f64);
    }
}

#[wasm_bindgen_test]
fn bytes_that_were_given_away_are_no_model() {
    let clone = js_sys::Function::new_with_args("buffer", "structuredClone(buffer, { transfer: [buffer] })");
    for is_view in [false, true] {
        let bytes = Uint8Array::from(&model_bytes("z2_sa")[..]);
        clone.call1(&JsValue::NULL, &bytes.buffer()).unwrap();
        let value: JsValue = if is_view { bytes.into() } else { bytes.buffer().into() };
        assert!(message(JsModel::new(&value, &JsValue::UNDEFINED)).contains("given away"));
    }
}

#[wasm_bindgen_test]
fn an_answer_has_ten_probabilities_that_sum_to_one() {
    let answer: JsValue = model("r4_sa").predict(&seven_turned(0.0)).ok().unwrap().into();
    let (logits, probabilities) = (numbers(&answer, "logits"), numbers(&answer, "probabilities"));
    assert_eq!((logits.len(), probabilities.len()), (10, 10));
    assert!((probabilities.iter().sum::<f64>() - 1.0).abs() < 1e-5);
    let digit = number(&answer, "digit") as usize;
    assert!(logits.iter().all(|logit| *logit <= logits[digit]));
}

#[wasm_bindgen_test]
fn quarter_turns_change_no_answer_of_r4_and_those_of_z2() {
    for (name, invariant) in [("r4_sa", true), ("r8f_sa", true), ("z2_sa", false)] {
        let model = model(name);
        let logits = |degrees| {
            let answer: JsValue = model.predict(&seven_turned(degrees)).ok().unwrap().into();
            numbers(&answer, "logits")
        };
        let upright = logits(0.0);
        for degrees in [90.0, 180.0, 270.0] {
            let difference = relative_difference(&logits(degrees), &upright);
            // The pictures themselves agree to 1e-4 only.
            assert_eq!(difference <= 1e-3, invariant, "{name} {degrees}: {difference:e}");
        }
    }
}

#[wasm_bindgen_test]
fn every_layer_gives_maps_of_the_shape_that_it_announces() {
    let model = model("r4_sa");
    assert!(message(model.feature_maps(0.0, 0.0)).contains("predict"));
    assert!(model.predict(&seven_turned(20.0)).is_ok());
    let info: JsValue = model.info().into();
    let layers = Array::from(&get(&info, "layers"));
    assert!(layers.length() >= 7);
    for layer in layers {
        let index = number(&layer, "index");
        let last_channel = number(&layer, "channels") - 1.0;
        for maps in [model.feature_maps(index, last_channel), model.stabilised_maps(index, last_channel, 20.0)] {
            let maps: JsValue = maps.ok().unwrap().into();
            for axis in ["elements", "rows", "cols"] {
                assert_eq!(number(&maps, axis), number(&layer, axis), "layer {index}");
            }
            let values = numbers(&maps, "maps");
            assert_eq!(values.len() as f64, number(&maps, "elements") * number(&maps, "rows") * number(&maps, "cols"));
            assert!(values.iter().all(|value| value.is_finite()), "layer {index}");
        }
    }
}

#[wasm_bindgen_test]
fn stabilised_maps_of_r4_stand_still_at_quarter_turns_and_those_of_z2_do_not() {
    for (name, still) in [("r4_sa", true), ("r8f_sa", true), ("z2_sa", false)] {
        let model = model(name);
        let maps = |degrees| {
            assert!(model.predict(&seven_turned(degrees)).is_ok());
            let maps: JsValue = model.stabilised_maps(3.0, 0.0, degrees).ok().unwrap().into();
            numbers(&maps, "maps")
        };
        let upright = maps(0.0);
        for degrees in [90.0, 180.0, 270.0] {
            let difference = relative_difference(&maps(degrees), &upright);
            assert_eq!(difference <= 1e-3, still, "{name} {degrees}: {difference:e}");
        }
    }
}

#[wasm_bindgen_test]
fn equivariance_holds_in_every_layer_for_the_symmetries_of_the_group_and_for_no_other() {
    let pixels = seven_turned(10.0);
    for (name, turns, mirrors) in [("r4_sa", true, false), ("r8f_sa", true, false), ("z2m_sa", false, true)] {
        let model = model(name);
        let info: JsValue = model.info().into();
        let last = f64::from(Array::from(&get(&info, "layers")).length() - 1);
        for layer in [0.0, 2.0, last] {
            for (quarter_turns, mirror) in [(1.0, false), (2.0, false), (-1.0, false), (0.0, true), (3.0, true)] {
                let error = model.equivariance_error(&pixels, layer, quarter_turns, mirror).ok().unwrap();
                let belongs = (turns || quarter_turns == 0.0) && (mirrors || !mirror);
                assert_eq!(f64::from(error) <= ROUNDING, belongs, "{name} {layer} {quarter_turns} {mirror}: {error:e}");
            }
        }
    }
}

#[wasm_bindgen_test]
fn the_turn_error_is_rounding_at_quarter_turns_and_told_beside_that_of_resampling_in_between() {
    let model = model("r4_sa");
    let error = |degrees| -> JsValue {
        model.turn_error(&seven_turned(0.0), &seven_turned(degrees), 1.0, degrees).ok().unwrap().into()
    };
    let quarter = error(90.0);
    assert!(number(&quarter, "error") <= 1e-3, "{}", number(&quarter, "error"));
    assert_eq!(number(&quarter, "resampling"), 0.0);
    let eighth = error(45.0);
    assert!(number(&eighth, "error") > 1e-3 && number(&eighth, "error") < 2.0);
    assert!(number(&eighth, "resampling") > 1e-3 && number(&eighth, "resampling") < 1.0);
}

#[wasm_bindgen_test]
fn attention_is_a_distribution_over_keys() {
    let model = model("r4_sa");
    let map: JsValue = model.attention(&seven_turned(0.0), 1.0, 13.0, 14.0).ok().unwrap().into();
    let sizes = ["heads", "outputElements", "keyElements", "rows", "cols"].map(|name| number(&map, name) as usize);
    assert_eq!(sizes, [9, 4, 4, 28, 28]);
    let probabilities = numbers(&map, "probabilities");
    assert_eq!(probabilities.len(), sizes.iter().product::<usize>());
    for (i, keys) in probabilities.chunks(4 * 28 * 28).enumerate() {
        assert!((keys.iter().sum::<f64>() - 1.0).abs() < 1e-4, "head {} element {}", i / 4, i % 4);
        assert!(keys.iter().all(|probability| *probability >= 0.0));
    }
    assert_eq!(["windowRows", "windowCols"].map(|name| number(&map, name)), [5.0, 5.0]);
    // The first pooling has no attention.
    assert!(message(model.attention(&seven_turned(0.0), 3.0, 0.0, 0.0)).contains("attention"));
    assert!(message(model.attention(&seven_turned(0.0), 1.0, 28.0, 0.0)).contains("28"));
}

#[wasm_bindgen_test]
fn the_parts_of_attention_give_its_probabilities() {
    let model = model("r4_sa");
    let pixels = seven_turned(0.0);
    let parts: JsValue = model.attention_parts(&pixels, 1.0, 13.0, 14.0).ok().unwrap().into();
    let names = ["heads", "outputElements", "queryElements", "windowRows", "windowCols", "channels"];
    assert_eq!(names.map(|name| number(&parts, name)), [9.0, 4.0, 4.0, 5.0, 5.0, 20.0]);
    let [content, rows, cols, group] = ["content", "rows", "cols", "group"].map(|name| numbers(&parts, name));
    assert_eq!(numbers(&parts, "outputs").len(), 9 * 4 * 25 * 20);
    assert_eq!(numbers(&parts, "queries").len(), 9 * 4 * 10);
    let map: JsValue = model.attention(&pixels, 1.0, 13.0, 14.0).ok().unwrap().into();
    let expected = numbers(&map, "probabilities");
    // Of head 5 and output element 2.
    let mut found = [0.0; 100];
    for g in 0..4 {
        let score = |key: usize| {
            let (m, at) = (key / 25, key % 25);
            let position = ((5 * 4 + 2) * 4 + g) * 25 + at;
            content[((5 * 4 + g) * 4 + m) * 25 + at]
                + rows[position]
                + cols[position]
                + group[((5 * 4 + 2) * 4 + g) * 4 + m]
        };
        let total: f64 = (0..100).map(|key| score(key).exp()).sum();
        for (key, found) in found.iter_mut().enumerate() {
            *found += score(key).exp() / total / 4.0;
        }
    }
    for (key, found) in found.iter().enumerate() {
        let (m, row, col) = (key / 25, 13 - 2 + key % 25 / 5, 14 - 2 + key % 5);
        let expected = expected[((5 * 4 + 2) * 4 + m) * 784 + row * 28 + col];
        assert!((found - expected).abs() < 1e-5, "{key}: {found} {expected}");
    }
    assert!(message(model.attention_parts(&pixels, 3.0, 0.0, 0.0)).contains("attention"));
}

#[wasm_bindgen_test]
fn encodings_are_read_at_any_coordinates() {
    let model = model("r4_sa");
    let encoding: JsValue = model.encoding(1.0, &floats(&[-1.0, 0.0, 0.25, 1.4])).ok().unwrap().into();
    let [rows, cols] = ["rows", "cols"].map(|name| numbers(&encoding, name));
    assert_eq!([number(&encoding, "rowChannels"), number(&encoding, "colChannels")], [3.0, 3.0]);
    assert!(rows.len() == 12 && cols.len() == 12 && rows[..3] != rows[3..6]);
    assert!(message(model.encoding(1.0, &floats(&[f32::NAN]))).contains("NaN"));
    assert!(message(model.encoding(1.0, &JsValue::NULL)).contains("Float32Array"));
    assert!(message(model.encoding(1.0, &floats(&vec![0.0; 100_001]))).contains("100000"));
    assert!(message(model.encoding(3.0, &floats(&[0.0]))).contains("attention"));
}

#[wasm_bindgen_test]
fn broken_model_files_are_refused_with_words() {
    let bytes = model_bytes("z2_sa");
    for length in [0, 1, 7, 8, 9, 100, bytes.len() / 2, bytes.len() - 1] {
        assert!(message(load(&bytes[..length])).contains("model file"), "{length} bytes");
    }
    let mut huge = bytes.clone();
    huge[..8].fill(0xff);
    assert!(message(load(&huge)).contains("model file"));
    let mut nan = bytes.clone();
    let end = nan.len();
    nan[end - 4..].copy_from_slice(&f32::NAN.to_le_bytes());
    assert!(message(load(&nan)).contains("finite"));
    for other in [
        JsValue::NULL,
        JsValue::UNDEFINED,
        "bytes".into(),
        Array::new().into(),
        Float32Array::new_with_length(8).into(),
    ] {
        assert!(message(JsModel::new(&other, &JsValue::UNDEFINED)).contains("Uint8Array"));
    }
}

#[wasm_bindgen_test]
fn a_model_is_read_from_an_array_buffer_too() {
    let bytes = Uint8Array::from(&model_bytes("z2_sa")[..]);
    assert!(JsModel::new(&bytes.buffer(), &JsValue::UNDEFINED).is_ok());
}

#[wasm_bindgen_test]
fn wrong_pixels_are_refused_with_words_and_the_model_goes_on() {
    let model = model("z2_sa");
    for count in [0, 783, 785, 28 * 28 * 3] {
        assert!(message(model.predict(&Float32Array::new_with_length(count))).contains("784"), "{count}");
    }
    for value in [f32::NAN, f32::INFINITY] {
        let pixels = Float32Array::new_with_length(784);
        pixels.set_index(5, value);
        assert!(message(model.predict(&pixels)).contains("finite"), "{value}");
    }
    for other in [JsValue::NULL, 7.into(), Array::new_with_length(784).into(), Uint8Array::new_with_length(784).into()]
    {
        assert!(message(model.predict(&other)).contains("Float32Array"));
    }
    assert!(model.predict(&seven_turned(0.0)).is_ok());
}

#[wasm_bindgen_test]
fn arrays_that_lie_about_themselves_leave_the_model_usable() {
    let model = model("z2_sa");
    for (code, said) in [
        ("new (class extends Float32Array { get length() { return 784 } })(100000)", "100000 pixels"),
        ("new (class extends Float32Array { get length() { throw new Error('no') } })(10)", "10 pixels"),
        (
            "(() => { const a = new Float32Array(784); structuredClone(a, { transfer: [a.buffer] }); return a })()",
            "read",
        ),
        ("Object.defineProperty(new BigInt64Array(784), Symbol.toStringTag, { value: 'Float32Array' })", "read"),
    ] {
        let message = message(model.predict(&evaluate(code)));
        assert!(message.contains(said), "{code}: {message}");
    }
    assert!(model.predict(&seven_turned(0.0)).is_ok());
}

#[wasm_bindgen_test]
fn an_answer_that_is_no_number_is_refused_with_words() {
    let model = gsa_net::Model::from_bytes(&model_bytes("z2_sa")).unwrap();
    let huge = vec![3e38; model.parameters().len()];
    let model = load(&gsa_net::Model::with_parameters(model.config, huge).unwrap().to_bytes()).ok().unwrap();
    assert!(message(model.predict(&seven_turned(0.0))).contains("not a number"));
}

#[wasm_bindgen_test]
fn layers_channels_and_angles_that_do_not_exist_are_refused_with_words() {
    let model = model("z2_sa");
    let pixels = seven_turned(0.0);
    assert!(model.predict(&pixels).is_ok());
    for layer in [-1.0, 0.5, 99.0, 4e9, 1e300, f64::NAN, f64::INFINITY] {
        assert!(message(model.feature_maps(layer, 0.0)).contains("layer"), "{layer}");
        assert!(message(model.stabilised_maps(layer, 0.0, 0.0)).contains("layer"), "{layer}");
        assert!(message(model.equivariance_error(&pixels, layer, 1.0, false)).contains("layer"), "{layer}");
        assert!(message(model.turn_error(&pixels, &pixels, layer, 0.0)).contains("layer"), "{layer}");
        assert!(message(model.attention(&pixels, layer, 0.0, 0.0)).contains("layer"), "{layer}");
        assert!(message(model.feature_maps(0.0, layer)).contains("channel"), "{layer}");
    }
    assert!(message(model.equivariance_error(&pixels, 0.0, 0.5, false)).contains("quarter"));
    assert!(message(model.equivariance_error(&pixels, 0.0, f64::NAN, false)).contains("quarter"));
    assert!(message(model.stabilised_maps(0.0, 0.0, f64::NAN)).contains("angle"));
    assert!(message(model.turn_error(&pixels, &pixels, 0.0, f64::INFINITY)).contains("angle"));
}

#[wasm_bindgen_test]
fn ten_thousand_predictions_leave_memory_flat() {
    let model =
        load(&Model::random(small(GroupConfig { rotations: 4, mirrors: false }, 8), 3).to_bytes()).ok().unwrap();
    let pixels = grey(64);
    let mut before = 0.0;
    for i in 0..10_000 {
        assert!(model.predict(&pixels).is_ok());
        if i == 9 {
            before = memory();
        }
    }
    assert_eq!(memory(), before);
}

#[wasm_bindgen_test]
fn variants_have_other_weights_or_another_rule_and_hostile_ones_are_refused() {
    let bytes = Uint8Array::from(&model_bytes("r4_sa")[..]);
    let variant = |pairs: &[(&str, JsValue)]| JsModel::new(&bytes, &object(pairs));
    let (upright, turned) = (seven_turned(0.0), seven_turned(90.0));
    let error = |model: &JsModel| number(&model.turn_error(&upright, &turned, 3.0, 90.0).ok().unwrap().into(), "error");
    let same = variant(&[]).ok().unwrap();
    let random = variant(&[("seed", 9.into())]).ok().unwrap();
    assert!(error(&same) <= 1e-4 && error(&random) <= 1e-4, "exact whatever the weights");
    let digits = |model: &JsModel| numbers(&model.predict(&upright).ok().unwrap().into(), "logits");
    assert_ne!(digits(&same), digits(&random));
    for broken in [("positions", "still"), ("index", "published")] {
        let model = variant(&[(broken.0, broken.1.into())]).ok().unwrap();
        assert!(error(&model) > 1e-3, "{broken:?}: {}", error(&model));
    }
    let difference = same.turn_error(&upright, &turned, 3.0, 90.0).ok().unwrap().into();
    let area = number(&difference, "rows") * number(&difference, "cols");
    assert_eq!(number(&difference, "difference.length"), area);

    let hostile: [&[(&str, JsValue)]; 6] = [
        &[("seed", (-1).into())],
        &[("seed", 0.5.into())],
        &[("seed", "7".into())],
        &[("index", "other".into())],
        &[("positions", JsValue::TRUE)],
        &[("weights", 1.into())],
    ];
    for pairs in hostile {
        let said = message(variant(pairs));
        assert!(said.contains("seed") || said.contains("variant"), "{pairs:?}: {said}");
    }
    assert!(message(JsModel::new(&bytes, &"random".into())).contains("variant"));
}

#[wasm_bindgen_test]
fn evidence_has_a_number_for_each_class_and_element() {
    let model = model("r4_sa");
    assert!(message(model.evidence()).contains("predict"));
    let logits = numbers(&model.predict(&seven_turned(0.0)).ok().unwrap().into(), "logits");
    let evidence: JsValue = model.evidence().ok().unwrap().into();
    assert_eq!([number(&evidence, "classes"), number(&evidence, "elements")], [10.0, 4.0]);
    let values = numbers(&evidence, "values");
    for (logit, of_class) in logits.iter().zip(values.chunks(4)) {
        let largest = of_class.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        assert!((largest - logit).abs() <= 1e-4 * (1.0 + logit.abs()), "{of_class:?} {logit}");
    }
}
