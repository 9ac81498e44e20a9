//! Model files: what is written is read back, and what is broken is refused with words, never a panic.

mod common;

use common::*;
use gsa_net::config::{Config, IndexRule, PoolRule, PositionRule};
use gsa_net::network::Network;
use gsa_net::weights::Variant;
use gsa_net::{CpuEngine, Error, Model};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};

fn model() -> Model {
    let mut model = random_model(tiny(C4, 3), 1);
    model.training = Some(json!({"data": "none", "accuracy": 0.5}));
    model
}

/// Header and data of a safetensors file.
fn open(bytes: &[u8]) -> (Value, Vec<u8>) {
    let n = u64::from_le_bytes(bytes[..8].try_into().unwrap()) as usize;
    (serde_json::from_slice(&bytes[8..8 + n]).unwrap(), bytes[8 + n..].to_vec())
}

fn close(header: &Value, data: &[u8]) -> Vec<u8> {
    let text = header.to_string().into_bytes();
    [&(text.len() as u64).to_le_bytes()[..], &text, data].concat()
}

fn refusal(bytes: &[u8]) -> String {
    Model::from_bytes(bytes).expect_err("must be refused").to_string()
}

#[test]
fn what_is_written_is_read_back() {
    let model = model();
    let bytes = model.to_bytes();
    assert_eq!(Model::from_bytes(&bytes).unwrap(), model);
    assert_eq!(model.to_bytes(), bytes, "the same model gives the same bytes");
}

#[test]
fn half_precision_is_read() {
    let model = model();
    let (mut header, data) = open(&model.to_bytes());
    // 1.5 in half precision everywhere.
    let mut half = vec![];
    for (name, entry) in header.as_object_mut().unwrap() {
        if name != "__metadata__" {
            let range: Vec<usize> = serde_json::from_value(entry["data_offsets"].clone()).unwrap();
            entry["data_offsets"] = json!([range[0] / 2, range[1] / 2]);
            entry["dtype"] = json!("F16");
        }
    }
    for _ in 0..data.len() / 4 {
        half.extend(0x3e00u16.to_le_bytes());
    }
    let read = Model::from_bytes(&close(&header, &half)).unwrap();
    assert!(read.parameters().iter().all(|x| *x == 1.5));
}

#[test]
fn truncated_files_are_refused_at_every_length() {
    let bytes = model().to_bytes();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let lengths = (0..64).chain((0..64).map(|_| rng.random_range(0..bytes.len())));
    for n in lengths {
        assert!(matches!(Model::from_bytes(&bytes[..n]), Err(Error::ModelFile(_))), "{n} bytes");
    }
}

#[test]
fn flipped_bytes_never_panic() {
    let bytes = model().to_bytes();
    let mut rng = ChaCha8Rng::seed_from_u64(2);
    let header = 8 + u64::from_le_bytes(bytes[..8].try_into().unwrap()) as usize;
    for _ in 0..3000 {
        let mut broken = bytes.clone();
        for _ in 0..rng.random_range(1..4) {
            let at = rng.random_range(0..header);
            broken[at] = rng.random();
        }
        let _ = Model::from_bytes(&broken);
    }
}

#[test]
fn tensors_that_do_not_fit_are_named() {
    let bytes = model().to_bytes();
    let (header, data) = open(&bytes);
    let name = "layers.0.mlp_in.weight";

    let mut missing = header.clone();
    missing.as_object_mut().unwrap().remove(name);
    let message = refusal(&close(&missing, &data));
    // Its bytes belong to nobody then, which the format forbids.
    assert!(message.contains("safetensors") && message.contains("invalid offset"), "{message}");

    let mut renamed = header.clone();
    let entry = renamed.as_object_mut().unwrap().remove(name).unwrap();
    renamed[format!("{name}x")] = entry;
    assert!(refusal(&close(&renamed, &data)).contains(&format!("`{name}`: missing")));

    let mut reshaped = header.clone();
    reshaped[name]["shape"] = json!([12, 6]);
    let message = refusal(&close(&reshaped, &data));
    assert!(message.contains(name) && message.contains("[6, 12]") && message.contains("[12, 6]"), "{message}");

    let mut other_type = header.clone();
    other_type[name]["dtype"] = json!("I32");
    assert!(refusal(&close(&other_type, &data)).contains("I32"));

    for bad in [f32::NAN, f32::INFINITY] {
        let mut data = data.clone();
        let start = header[name]["data_offsets"][0].as_u64().unwrap() as usize;
        data[start..start + 4].copy_from_slice(&bad.to_le_bytes());
        let message = refusal(&close(&header, &data));
        assert!(message.contains(name) && message.contains("finite"), "{message}");
    }

    let mut extra = header.clone();
    let end = data.len();
    extra["surprise"] = json!({"dtype": "F32", "shape": [1], "data_offsets": [end, end + 4]});
    let message = refusal(&close(&extra, &[&data[..], &[0; 4]].concat()));
    assert!(message.contains("surprise"), "{message}");
}

#[test]
fn foreign_and_absurd_headers_are_refused() {
    let (header, data) = open(&model().to_bytes());
    let with = |key: &str, value: Value| {
        let mut header = header.clone();
        header["__metadata__"][key] = value;
        refusal(&close(&header, &data))
    };
    assert!(with("format", json!("gsa-net/2")).contains("gsa-net/1"));
    assert!(with("config", json!("{}")).contains("network description"));
    for no_object in ["{", "5", "\"text\"", "[]", "null"] {
        assert!(with("training", json!(no_object)).contains("training"), "{no_object}");
    }
    let mut bare = header.clone();
    bare.as_object_mut().unwrap().remove("__metadata__");
    assert!(refusal(&close(&bare, &data)).contains("gsa import"));

    let config: Value = serde_json::from_str(&tiny(C4, 3).to_json()).unwrap();
    let fields = [
        ("channels", json!(1u64 << 40)),
        ("channels", json!(10)),
        ("channels", json!(0)),
        ("heads", json!(0)),
        ("heads", json!(usize::MAX)),
        ("window", json!(4)),
        ("window", json!(1_000_001)),
        ("input", json!([1, 1 << 30, 1 << 30])),
        ("input", json!([0, 10, 10])),
        ("classes", json!(0)),
        ("blocks", json!([])),
        ("blocks", json!([usize::MAX, 1])),
        ("blocks", json!([1, 1, 1])),
        ("expansion", json!([1, 0])),
        ("expansion", json!([1 << 20, 1])),
        ("crop", json!([100, 0])),
        ("crop", json!([usize::MAX, 0])),
        ("group", json!({"rotations": 0, "mirrors": false})),
        ("group", json!({"rotations": 4_000_000_000u32, "mirrors": true})),
        ("input_std", json!(0.0)),
        ("input_std", json!(1e-45)),
        ("input_mean", json!(3e38)),
        ("name", json!("\u{1b}[2J")),
        ("unknown", json!(1)),
    ];
    for (field, value) in fields {
        let mut config = config.clone();
        config[field] = value.clone();
        let message = with("config", json!(config.to_string()));
        assert!(message.starts_with("configuration:"), "{field} = {value}: {message}");
    }
    // Small on paper, endless in the running.
    let mut config = config.clone();
    config["input"] = json!([1, 256, 256]);
    config["group"] = json!({"rotations": 64, "mirrors": true});
    config["window"] = json!(0);
    let message = with("config", json!(config.to_string()));
    assert!(message.contains("too large"), "{message}");

    // What would take gigabytes, or hours.
    let (d64, c63) = (json!({"rotations": 64, "mirrors": true}), json!({"rotations": 63, "mirrors": false}));
    let c12 = json!({"rotations": 12, "mirrors": false});
    let pooled = json!([0, 0, 0, 0, 0, 0, 0, 0, 20]);
    for (changes, said) in [
        // More than a window can reach.
        (json!({"group": c63, "input": [1, 28, 28], "window": 511, "channels": 8, "heads": 1}), "from 0 to 55"),
        // Distinct coordinates.
        (json!({"group": c63, "input": [1, 256, 256], "window": 511, "channels": 8, "heads": 1}), "MB"),
        // Activations.
        (json!({"group": d64, "input": [1, 256, 256], "window": 1, "channels": 64, "heads": 1}), "MB"),
        // Outputs and tables of many small layers together.
        (
            json!({"group": c63, "input": [1, 256, 256], "window": 255, "channels": 8, "heads": 1, "blocks": pooled,
                "expansion": vec![1; 9], "crop": vec![0; 20]}),
            "MB",
        ),
        // Work of many layers together.
        (
            json!({"group": c12, "input": [1, 28, 28], "window": 0, "channels": 16, "heads": 64, "blocks": [64],
                "expansion": [1], "crop": vec![0; 64]}),
            "operations",
        ),
        // A map of attention.
        (
            json!({"group": {"rotations": 64, "mirrors": false}, "input": [1, 28, 28], "window": 1, "channels": 160,
                "heads": 64, "blocks": [1], "expansion": [1], "crop": [0]}),
            "MB",
        ),
        // Maps of classes.
        (
            json!({"group": {"rotations": 64, "mirrors": false}, "query": "per-frame", "input": [1, 256, 256], "window": 1,
                "channels": 8, "heads": 1, "blocks": [1], "expansion": [1], "crop": [0], "classes": 1000}),
            "MB",
        ),
        // 1×1 layers that mix all elements, as matrices.
        (json!({"group": d64, "query": "per-frame", "channels": 192, "window": 1, "heads": 1}), "MB"),
    ] {
        let mut config: Value = serde_json::from_str(&tiny(C4, 3).to_json()).unwrap();
        changes.as_object().unwrap().iter().for_each(|(field, value)| config[field] = value.clone());
        let message = with("config", json!(config.to_string()));
        assert!(message.contains(said), "{changes}: {message}");
    }

    let mut absurd = (u64::MAX).to_le_bytes().to_vec();
    absurd.extend([0; 16]);
    assert!(matches!(Model::from_bytes(&absurd), Err(Error::ModelFile(_))));
}

#[test]
fn convolutions_that_can_not_be_are_refused() {
    let config = convolutional(D4);
    assert_eq!(Config::from_json(&config.to_json()).unwrap(), config);
    assert!(!tiny(C4, 3).to_json().contains("convolutions"), "older files stay as they are");
    let json: Value = serde_json::from_str(&config.to_json()).unwrap();
    let refused = |json: &Value, said: &str| {
        let error = Config::from_json(&json.to_string()).unwrap_err().to_string();
        assert!(error.contains(said), "{said}: {error}");
    };
    for (field, value, said) in [
        ("group", json!({ "rotations": 8, "mirrors": false }), "between pixels"),
        ("group", json!({ "rotations": 3, "mirrors": true }), "R3M turns"),
        ("heads", json!(1), "heads is for networks with attention"),
        ("window", json!(3), "window is for"),
        ("blocks", json!([1]), "blocks is for"),
        ("index", json!("published"), "index is for"),
        ("query", json!("own"), "query is for"),
        ("channels", json!(8), "expected 8 (channels)"),
        ("classes", json!(4), "4 (classes)"),
        ("input", json!([2, 3, 10]), "convolution 4 leaves nothing of 2×5 pixels"),
        ("input", json!([2, 2, 10]), "convolution 1 and its pool leave nothing of 1×9 pixels"),
    ] {
        let mut json = json.clone();
        json[field] = value;
        refused(&json, said);
    }
    for (field, value, said) in [
        ("channels", json!(0), "0 channels"),
        ("channels", json!(1u64 << 60), "channels: 1 to 1024"),
        ("side", json!(0), "a filter of 0×0"),
        ("side", json!(u64::MAX), "a filter of"),
        ("padding", json!(3), "the padding less"),
        ("padding", json!(u64::MAX), "the padding less"),
        ("dropout", json!(1.0), "a share of 1"),
        ("dropout", json!(-0.1), "a share of"),
        ("surprise", json!(1), "unknown field"),
    ] {
        let mut json = json.clone();
        json["convolutions"][1][field] = value;
        refused(&json, said);
    }
    let mut many = json.clone();
    many["convolutions"] = json!(vec![json!({ "channels": 5, "side": 1 }); 65]);
    refused(&many, "more than 64 convolutions");
    let mut wide = json.clone();
    (wide["input"], wide["channels"], wide["classes"]) = (json!([3, 256, 256]), json!(1000), json!(1000));
    wide["convolutions"] = json!(vec![json!({ "channels": 1000, "side": 15, "padding": 7 }); 64]);
    refused(&wide, "parameters");
}

#[test]
fn statistics_that_no_training_gives_are_refused() {
    let model = random_model(convolutional(C4), 3);
    assert_eq!(Model::from_bytes(&model.to_bytes()).unwrap(), model);
    let network = Network::new(&model.config);
    assert!(network.list_length() > network.parameter_count());
    assert_eq!(model.parameters().len(), network.list_length());
    let name = "convolutions.1.norm.variance";
    let variance = network.parameters().iter().find(|p| p.name == name).unwrap();
    let (header, data) = open(&model.to_bytes());
    for bad in [-1e-3, f32::NAN, f32::NEG_INFINITY] {
        let mut parameters = model.parameters().to_vec();
        parameters[variance.offset + 1] = bad;
        let error = Model::with_parameters(model.config.clone(), parameters).unwrap_err().to_string();
        assert!(error.contains(name), "{error}");
        let mut data = data.clone();
        let start = header[name]["data_offsets"][0].as_u64().unwrap() as usize;
        data[start..start + 4].copy_from_slice(&bad.to_le_bytes());
        assert!(refusal(&close(&header, &data)).contains(name));
    }
}

#[test]
fn convolutions_vary_in_what_they_have() {
    let model = Model::random(Config::named("r4_cnn").unwrap(), 3);
    let still = model.varied(&Variant { positions: Some(PositionRule::Still), ..Variant::default() }).unwrap();
    assert_eq!((still.config.positions, still.parameters()), (PositionRule::Still, model.parameters()));
    let refused = |variant: Variant, said: &str| {
        let error = model.varied(&variant).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    };
    refused(Variant { index: Some(IndexRule::Published), ..Variant::default() }, "made of convolutions");
    refused(Variant { rotations: Some(8), ..Variant::default() }, "between pixels");
    refused(Variant { rotations: Some(2), ..Variant::default() }, "convolutions.1.weight");
    let two = model.varied(&Variant { rotations: Some(2), seed: Some(1), ..Variant::default() }).unwrap();
    assert_eq!(two.config.group().order(), 2);
}

#[test]
fn errors_show_little_of_a_file_and_nothing_that_controls_a_terminal() {
    let (header, data) = open(&model().to_bytes());
    let long = format!("\u{1b}]0;title\u{7}\n{}", "x".repeat(1 << 20));
    let with = |key: &str, value: &str| {
        let mut header = header.clone();
        header["__metadata__"][key] = json!(value);
        refusal(&close(&header, &data))
    };
    let mut config: Value = serde_json::from_str(&tiny(C4, 3).to_json()).unwrap();
    config[&long[..10_000]] = json!(1);
    let mut extra = header.clone();
    let end = data.len();
    extra[&long] = json!({"dtype": "F32", "shape": [0], "data_offsets": [end, end]});
    let mut shaped = header.clone();
    shaped["classifier.weight"]["shape"] = json!([vec![1; 10_000], vec![3 * 24]].concat());
    for (what, message) in [
        ("format", with("format", &long)),
        ("config", with("config", &config.to_string())),
        ("training", with("training", &long[..10_000])),
        ("name of a tensor", refusal(&close(&extra, &data))),
        ("shape of a tensor", refusal(&close(&shaped, &data))),
    ] {
        assert!(message.len() < 400 && !message.contains(char::is_control), "{what}: {message:?}");
    }
}

#[test]
fn a_header_that_says_something_twice_is_refused() {
    let bytes = model().to_bytes();
    let (header, data) = open(&bytes);
    let text = header.to_string();
    let twice = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        let text = text.replacen(from, to, 1);
        refusal(&[&(text.len() as u64).to_le_bytes()[..], text.as_bytes(), &data].concat())
    };
    let tensor = format!("\"classifier.weight\":{},", header["classifier.weight"]);
    assert!(Model::from_bytes(&close(&header, &data)).is_ok());
    for (message, name) in [
        (twice(&tensor, &tensor.repeat(2)), "classifier.weight"),
        // Escapes hide nothing.
        (twice(&tensor, &format!("{tensor}{}", tensor.replace("classifier", "\\u0063lassifier"))), "classifier.weight"),
        (twice("\"format\":", "\"format\":\"gsa-net/1\",\"format\":"), "format"),
        (twice("\"__metadata__\":", "\"__metadata__\":{},\"__metadata__\":"), "__metadata__"),
    ] {
        let says_so = message.contains("twice") || message.contains("duplicate");
        assert!(says_so && message.contains(&format!("`{name}`")), "{name}: {message}");
    }
}

#[test]
fn older_files_pool_as_they_did() {
    let config = Config::named("r4_sa").unwrap();
    assert_eq!(config.pool, PoolRule::Centred);
    let json = config.to_json();
    assert!(json.contains("\"pool\":\"centred\""), "{json}");
    let older = Config::from_json(&json.replace(",\"pool\":\"centred\"", "")).unwrap();
    assert_eq!(older, config.clone().with_pool(PoolRule::Floor));
    assert!(!older.to_json().contains("pool\""), "{}", older.to_json());
    // On even maps both rules are the same, number by number.
    let images = random_images(&config, 2, 5);
    let [a, b] = [config, older].map(|config| CpuEngine::new(&Model::random(config, 3)).logits(images.view()).unwrap());
    assert_eq!(a, b);
    assert_eq!(Config::official("p4", "pcam", 5).unwrap().pool, PoolRule::Floor);
}

#[test]
fn long_metadata_is_refused() {
    let (header, data) = open(&model().to_bytes());
    for (key, text) in [("training", format!("[{}0]", "0,".repeat(40_000))), ("config", " ".repeat(70_000))] {
        let mut header = header.clone();
        header["__metadata__"][key] = json!(text);
        let message = refusal(&close(&header, &data));
        assert!(message.contains(key) && message.contains("65536 bytes"), "{message}");
    }
}

#[test]
fn every_published_network_is_small_enough_at_every_window() {
    let names = ["z2", "r4", "r8", "r12", "r16", "z2m", "r4m"];
    let mut seen = 0;
    for name in names.iter().flat_map(|name| ["", "cifar10_", "pcam_"].map(|data| format!("{data}{name}_sa"))) {
        for window in (3..28).step_by(2).chain([0]) {
            let config = Config::named(&name).unwrap().with_window(window);
            assert!(config.is_ok(), "{name}, window {window}: {}", config.unwrap_err());
            seen += 1;
        }
    }
    for name in ["r4f_sa", "r8f_sa"] {
        for window in (3..28).step_by(2).chain([0]) {
            assert!(Config::named(name).unwrap().with_window(window).is_ok(), "{name}, window {window}");
            seen += 1;
        }
    }
    assert_eq!(seen, 23 * 14);
}

#[test]
fn published_networks_have_the_published_sizes() {
    let sizes = [
        ("z2_sa", 44_368),
        ("r4_sa", 44_428),
        ("r8_sa", 44_508),
        ("r12_sa", 44_588),
        ("r16_sa", 44_668),
        ("r4f_sa", 37_550),
        ("r8f_sa", 43_950),
        ("z2m_sa", 44_388),
        ("r4m_sa", 44_508),
        ("cifar10_z2m_sa", 3_001_808),
        ("pcam_r4m_sa", 207_178),
        ("z2_cnn", 21_620),
        ("r4_cnn", 77_539),
    ];
    for (name, parameters) in sizes {
        let config = Config::named(name).unwrap();
        assert_eq!(config.parameter_count(), parameters, "{name}");
        assert_eq!(Config::from_json(&config.to_json()).unwrap(), config);
        assert_eq!(config.index, IndexRule::Exact);
    }
    for window in [0, 3, 7, 23] {
        assert_eq!(Config::named("r4_sa").unwrap().with_window(window).unwrap().parameter_count(), 44_428);
    }
    let error = Config::named("r4_sa").unwrap().with_window(4).unwrap_err().to_string();
    assert!(error.contains("window is 4: it must be odd"), "{error}");
    assert!(Config::named("r5_sa").unwrap_err().to_string().contains("r4_sa"));
}

#[test]
fn narrow_networks_still_have_encodings() {
    for channels in [0, 4] {
        let error = Config { channels, ..tiny(C4, 3) }.validated().unwrap_err().to_string();
        assert!(error.contains(&format!("channels is {channels}: it must be from 8")), "{error}");
    }
    assert!(Config { channels: 8, ..tiny(C4, 3) }.validated().is_ok());
}

#[test]
fn variants_change_what_they_say_and_nothing_else() {
    let model = Model::random(Config::named("r4_sa").unwrap(), 3);
    assert_eq!(model.varied(&Variant::default()).unwrap(), model);

    let still = model.varied(&Variant { positions: Some(PositionRule::Still), ..Variant::default() }).unwrap();
    assert_eq!((still.config.positions, still.parameters()), (PositionRule::Still, model.parameters()));
    assert_eq!(Model::from_bytes(&still.to_bytes()).unwrap(), still);
    assert_eq!(still.varied(&Variant { positions: Some(PositionRule::Turning), ..Variant::default() }).unwrap(), model);

    let published = model.varied(&Variant { index: Some(IndexRule::Published), ..Variant::default() }).unwrap();
    assert_eq!((published.config.index, published.parameters()), (IndexRule::Published, model.parameters()));

    let random = still.varied(&Variant { seed: Some(4), ..Variant::default() }).unwrap();
    assert_eq!(random, Model::random(still.config.clone(), 4));
    assert_ne!(random.parameters(), model.parameters());

    let rotations = |rotations| Variant { rotations: Some(rotations), ..Variant::default() };
    assert_eq!(model.varied(&rotations(4)).unwrap(), model);
    let six = model.varied(&rotations(6)).unwrap();
    assert_eq!((six.config.group().order(), six.config.name.as_str()), (6, "r4_sa"));
    assert_eq!(six.tensor("lifting.query.weight"), model.tensor("lifting.query.weight"));
    assert!(model.varied(&rotations(65)).unwrap_err().to_string().contains("65 rotations"));
    let framed = Model::random(Config::named("r4f_sa").unwrap(), 3);
    assert!(framed.varied(&rotations(8)).unwrap_err().to_string().contains("mlp_in"));
    let seeded = Variant { seed: Some(2), ..rotations(8) };
    assert_eq!(framed.varied(&seeded).unwrap().config.group().order(), 8);
}

#[test]
fn files_say_what_positions_do_only_where_they_are_held_still() {
    let config = Config::named("r4_sa").unwrap();
    let [turning, still] =
        [PositionRule::Turning, PositionRule::Still].map(|rule| config.clone().with_positions(rule).to_json());
    assert!(!turning.contains("positions") && still.contains("\"positions\":\"still\""), "{still}");
}
