//! `gsa eval`, `predict`, `import` and `bench` on tiny data, and on the reference data where that is at hand.
#![cfg(not(target_family = "wasm"))]

mod common;

use std::fs::{self, File};
use std::io::Write;
use std::process::Stdio;

use common::{Place, TEST, assert_close, idx, npy, shared, write_gzip};
use gsa_net::{Config, Model};
use safetensors::SafeTensors;
use serde_json::Value;

/// A tiny network with random weights, as `tiny.safetensors`.
fn place_with_model() -> Place {
    let place = Place::new();
    let config = Config::from_json(common::TINY).unwrap();
    fs::write(place.path("tiny.safetensors"), Model::random(config, 5).to_bytes()).unwrap();
    place
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn logits(line: &Value) -> Vec<f32> {
    line["logits"].as_array().unwrap().iter().map(|logit| logit.as_f64().unwrap() as f32).collect()
}

/// A soft blob, not symmetric: 28×28 bytes.
fn blob() -> Vec<u8> {
    (0..28 * 28)
        .map(|at| {
            let (row, col) = ((at / 28) as f32 - 11.0, (at % 28) as f32 - 15.0);
            (255.0 * (-(row * row / 30.0 + col * col / 8.0)).exp()) as u8
        })
        .collect()
}

fn write_png(place: &Place, name: &str, side: u32, pixels: &[u8]) {
    let mut encoder = png::Encoder::new(File::create(place.path(name)).unwrap(), side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.write_header().unwrap().write_image_data(pixels).unwrap();
}

#[test]
fn predict_answers_the_same_picture_alike_from_every_format() {
    let place = place_with_model();
    let bytes = blob();
    write_png(&place, "blob.png", 28, &bytes);
    let twice = [bytes.clone(), bytes.clone()].concat();
    write_gzip(&place.path("blob.gz"), &idx(&[2, 28, 28], &twice));
    fs::write(place.path("blob.idx"), idx(&[1, 28, 28], &bytes)).unwrap();
    // NPY is fed as it is, so the model's own normalisation is done here.
    let prepared: Vec<f32> = bytes.iter().map(|&byte| (f32::from(byte) / 255.0 - 0.1307) / 0.3081).collect();
    fs::write(place.path("blob.npy"), npy(&[1, 1, 28, 28], &prepared)).unwrap();
    let raw: Vec<f32> = bytes.iter().map(|&byte| f32::from(byte) / 255.0).collect();
    fs::write(place.path("raw.npy"), npy(&[1, 1, 28, 28], &raw)).unwrap();

    let printed =
        place.gsa("predict tiny.safetensors blob.png blob.gz blob.idx blob.npy raw.npy --exact-pixels --json");
    let lines: Vec<Value> = printed.lines().map(json).collect();
    let inputs: Vec<_> =
        lines.iter().map(|line| (line["input"].as_str().unwrap(), line["index"].as_u64().unwrap())).collect();
    assert_eq!(
        inputs,
        [("blob.png", 0), ("blob.gz", 0), ("blob.gz", 1), ("blob.idx", 0), ("blob.npy", 0), ("raw.npy", 0)]
    );
    let first = logits(&lines[0]);
    for line in &lines[1..4] {
        assert_eq!(logits(line), first);
    }
    assert_close("npy", &logits(&lines[4]), &first, 1e-4);
    assert_ne!(logits(&lines[5]), first, "raw.npy was normalised");
    for line in &lines {
        let probabilities: Vec<f64> =
            line["probabilities"].as_array().unwrap().iter().map(|p| p.as_f64().unwrap()).collect();
        assert!((probabilities.iter().sum::<f64>() - 1.0).abs() < 1e-5);
        let digit = line["digit"].as_u64().unwrap() as usize;
        assert!(probabilities.iter().all(|p| *p <= probabilities[digit]));
    }
    let text = place.gsa("predict tiny.safetensors blob.gz");
    assert_eq!(text.lines().count(), 2);
    assert!(text.starts_with("blob.gz [0]  "), "{text}");
}

#[test]
fn predict_prepares_pictures_of_other_sizes() {
    let place = place_with_model();
    let side = 100;
    let bar = |ink: u8, paper: u8| -> Vec<u8> {
        (0..side * side)
            .map(|at| if (30..70).contains(&(at / side)) && (48..54).contains(&(at % side)) { ink } else { paper })
            .collect()
    };
    write_png(&place, "light.png", side, &bar(255, 0));
    write_png(&place, "dark.png", side, &bar(0, 255));
    write_png(&place, "blank.png", side, &vec![255; (side * side) as usize]);
    let printed = place.gsa("predict tiny.safetensors light.png dark.png blank.png --json");
    let lines: Vec<Value> = printed.lines().map(json).collect();
    assert_close("dark on light", &logits(&lines[1]), &logits(&lines[0]), 1e-4);
    assert!(lines[2]["digit"].is_null() && lines[2]["logits"].is_null(), "{}", lines[2]);
    let text = place.gsa("predict tiny.safetensors blank.png");
    assert!(text.contains("nothing is drawn"), "{text}");
}

/// A seven in a square of `side` rows, a multiple of 28: where there is ink.
fn seven(side: u32) -> Vec<bool> {
    let ink = |row: u32, col: u32| {
        let slant = 20 - (row.max(7) - 7) / 2;
        (6..9).contains(&row) && (8..21).contains(&col) || (9..23).contains(&row) && (slant - 2..=slant).contains(&col)
    };
    (0..side * side).map(|at| ink(at / side * 28 / side, at % side * 28 / side)).collect()
}

#[test]
fn pictures_of_the_networks_own_size_are_read_like_their_enlargement() {
    let place = Place::new();
    let model = concat!(env!("CARGO_MANIFEST_DIR"), "/../models/r8f_sa_drawn.safetensors");
    let write = |name: &str, side: u32, ink: [u8; 2], paper: [u8; 2]| {
        let pixels: Vec<u8> = seven(side).into_iter().flat_map(|is_ink| if is_ink { ink } else { paper }).collect();
        let mut encoder = png::Encoder::new(File::create(place.path(name)).unwrap(), side, side);
        encoder.set_color(png::ColorType::GrayscaleAlpha);
        encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    };
    let kinds = [
        ("dark on light", [0, 255], [255, 255]),
        ("light on dark", [255, 255], [0, 255]),
        ("dark on nothing", [0, 255], [0, 0]),
        ("light on nothing", [255, 255], [255, 0]),
    ];
    let answer = |options: &str| json(&place.gsa(&format!("predict {model} seven.png --json {options}")));
    let sure = |line: &Value| line["probabilities"][7].as_f64().unwrap();
    let mut seen = vec![];
    for (kind, ink, paper) in kinds {
        for side in [28, 280] {
            write("seven.png", side, ink, paper);
            let line = answer("");
            assert!(line["digit"] == 7 && sure(&line) > 0.9, "{kind}, {side} rows: {line}");
            seen.push(sure(&line));
        }
    }
    let spread = seen.iter().fold(0f64, |most, p| most.max((p - seen[0]).abs()));
    assert!(spread < 0.05, "{seen:?}");
    // The pixels as they are, of that size alone.
    let [(_, ink, paper), ..] = kinds;
    write("seven.png", 28, ink, paper);
    assert_ne!(logits(&answer("--exact-pixels")), logits(&answer("")));
    write("seven.png", 56, ink, paper);
    assert!(place.gsa_fails(&format!("predict {model} seven.png --exact-pixels")).contains("scale it first"));
}

#[cfg(target_os = "linux")]
#[test]
fn the_largest_picture_takes_no_more_than_256_megabytes() {
    let place = place_with_model();
    let side = 4096;
    let mut encoder = png::Encoder::new(File::create(place.path("large.png")).unwrap(), side, side);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_compression(png::Compression::Fast);
    let pixels: Vec<u8> = (0..side * side)
        .flat_map(|at| {
            let is_ink = (1000..3000).contains(&(at / side)) && (1900..2200).contains(&(at % side));
            [if is_ink { 0 } else { 255 }; 3].into_iter().chain([255])
        })
        .collect();
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    let mut child =
        place.command("predict tiny.safetensors large.png --threads 2").stdout(Stdio::piped()).spawn().unwrap();
    // The most that it has held so far, as long as it is there to be asked.
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok());
        most = most.max(kilobytes.unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    assert!(child.wait_with_output().unwrap().status.success());
    assert!((64 << 10..256 << 10).contains(&most), "{most} kB");
}

#[cfg(unix)]
#[test]
fn lines_are_whole_even_when_the_process_is_killed() {
    let place = place_with_model();
    fs::write(place.path("many.idx"), idx(&[20_000, 28, 28], &vec![0; 20_000 * 784])).unwrap();
    let out = place.path("lines.jsonl");
    let mut child =
        place.command("predict tiny.safetensors many.idx --json").stdout(File::create(&out).unwrap()).spawn().unwrap();
    while fs::metadata(&out).unwrap().len() < 20_000 {
        assert!(child.try_wait().unwrap().is_none(), "it was not killed in time");
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let text = fs::read_to_string(&out).unwrap();
    assert!(text.ends_with('\n'), "the last line is cut");
    assert!(text.lines().map(json).filter(|line| line["logits"].is_array()).count() > 20);
}

#[test]
fn predict_says_what_is_wrong() {
    let place = place_with_model();
    fs::write(place.path("text.txt"), "seven").unwrap();
    fs::write(place.path("empty"), "").unwrap();
    fs::write(place.path("small.idx"), idx(&[1, 20, 20], &[0; 400])).unwrap();
    fs::write(place.path("labels.idx"), idx(&[5], &[0; 5])).unwrap();
    fs::write(place.path("flat.npy"), npy(&[784], &[0.0; 784])).unwrap();
    fs::write(place.path("nan.npy"), npy(&[1, 1, 28, 28], &[f32::NAN; 784])).unwrap();
    for (arguments, message) in [
        ("predict tiny.safetensors text.txt", "none of PNG, NPY and IDX"),
        ("predict tiny.safetensors empty", "none of PNG, NPY and IDX"),
        ("predict tiny.safetensors small.idx", "1 × 28 × 28"),
        ("predict tiny.safetensors labels.idx", "[5]"),
        ("predict tiny.safetensors flat.npy", "[N, 1, 28, 28]"),
        ("predict tiny.safetensors nan.npy", "nan.npy"),
        ("predict tiny.safetensors nowhere.png", "nowhere.png"),
        ("predict tiny.safetensors /dev/zero", "/dev/zero is a device"),
        ("predict /dev/zero flat.npy", "/dev/zero is a device"),
        ("predict tiny.safetensors data", "data is a directory"),
        ("predict nowhere.safetensors flat.npy", "nowhere.safetensors"),
        ("predict text.txt flat.npy", "text.txt"),
        ("predict tiny.safetensors", "INPUT"),
    ] {
        let error = place.gsa_fails(arguments);
        assert!(error.contains(message), "{arguments}: {error:?} should speak of {message:?}");
    }
}

#[test]
#[cfg(unix)]
fn names_of_files_may_hold_anything() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let place = place_with_model();
    let name = OsStr::from_bytes(b"two\nlines\x1b[2J\xff.png");
    write_png(&place, "blob.png", 28, &blob());
    fs::rename(place.path("blob.png"), place.path("").join(name)).unwrap();
    let output = |options: &str, name: &OsStr| {
        let mut command = place.command(&format!("predict tiny.safetensors {options}"));
        command.arg(name).output().unwrap()
    };
    let json_lines = output("--json", name);
    assert!(json_lines.status.success(), "{}", common::errors(&json_lines));
    let line = json(std::str::from_utf8(&json_lines.stdout).unwrap().trim_end());
    assert_eq!(line["input"], "two\nlines\u{1b}[2J\u{fffd}.png");
    let text = String::from_utf8(output("", name).stdout).unwrap();
    assert!(text.starts_with("two\\nlines\\u{1b}[2J\u{fffd}.png [0]  ") && text.lines().count() == 1, "{text:?}");
    let missing = common::errors(&output("", OsStr::from_bytes(b"none\x1b[2J.png")));
    assert!(missing.contains("none\\u{1b}[2J.png"), "{missing:?}");
}

#[test]
#[cfg(unix)]
fn a_picture_from_a_pipe_is_refused_with_what_to_do() {
    let place = place_with_model();
    let mut child = place
        .command("predict tiny.safetensors /dev/stdin")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It may have refused before it is written to.
    let _ = child.stdin.take().unwrap().write_all(&[0x89, b'P', b'N', b'G', 13, 10, 26, 10]);
    let output = child.wait_with_output().unwrap();
    assert!(!output.status.success());
    assert!(common::errors(&output).contains("a pipe"), "{}", common::errors(&output));
}

#[test]
fn predict_into_a_closed_pipe_is_no_error() {
    let place = place_with_model();
    fs::write(place.path("many.idx"), idx(&[3000, 28, 28], &vec![0; 3000 * 784])).unwrap();
    let mut child = place
        .command("predict tiny.safetensors many.idx --json")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", common::errors(&output));
}

#[test]
fn eval_counts_every_test_digit_once() {
    let place = place_with_model();
    let value = json(&place.gsa("eval tiny.safetensors --data data --json"));
    let (count, correct) = (value["count"].as_u64().unwrap(), value["correct"].as_u64().unwrap());
    assert_eq!(count, 80 + TEST as u64);
    assert_eq!(value["accuracy"].as_f64().unwrap(), correct as f64 / count as f64);
    let rows: Vec<Vec<u64>> = serde_json::from_value(value["confusion"].clone()).unwrap();
    assert_eq!(rows.iter().flatten().sum::<u64>(), count);
    assert_eq!((0..10).map(|digit| rows[digit][digit]).sum::<u64>(), correct);
    let bins = value["by_angle"].as_array().unwrap();
    let sum = |key: &str| bins.iter().map(|bin| bin[key].as_u64().unwrap()).sum::<u64>();
    assert_eq!((bins.len(), sum("count"), sum("correct")), (12, count, correct));

    let text = place.gsa("eval tiny.safetensors --data data");
    assert!(text.contains("of 90 test digits") && text.contains("330° to 360°"), "{text}");
    let value = json(&place.gsa("eval tiny.safetensors --data data --part held-out --json"));
    assert_eq!(value["count"], 4);
    let value = json(&place.gsa("eval tiny.safetensors --data data --limit 7 --json"));
    assert_eq!(value["count"], 7);
}

#[test]
fn eval_of_strokes_counts_upright_turned_and_empty() {
    let place = place_with_model();
    let drawings = [
        r#"{"label":1,"writer":3,"strokes":[[[250,0],[250,500]]]}"#,
        r#"{"label":7,"writer":3,"strokes":[[[100,50],[400,50],[200,450]]]}"#,
        r#"{"label":0,"writer":3,"strokes":[]}"#,
    ];
    write_gzip(&place.path("pen.jsonl.gz"), drawings.join("\n").as_bytes());
    let value = json(&place.gsa("eval tiny.safetensors --strokes pen.jsonl.gz --json"));
    for side in ["upright", "turned"] {
        let side = &value[side];
        assert_eq!((side["count"].as_u64(), side["empty"].as_u64()), (Some(3), Some(1)));
        assert_eq!(side["by_digit"][7]["count"], 1);
        assert_eq!(side["by_digit"][0]["correct"], 0);
    }
    let text = place.gsa("eval tiny.safetensors --strokes pen.jsonl.gz");
    assert!(text.contains("3 drawings") && text.contains("1 of them recognised as empty"), "{text}");
    fs::write(place.path("bad.jsonl"), "{\"label\":1}\n").unwrap();
    let error = place.gsa_fails("eval tiny.safetensors --strokes bad.jsonl");
    assert!(error.contains("line 1"), "{error}");
}

#[test]
fn eval_measures_equivariance_and_tells_the_index_rules_apart() {
    let place = place_with_model();
    let published = common::TINY.replace("\"exact\"", "\"published\"");
    let published = Model::random(Config::from_json(&published).unwrap(), 5);
    fs::write(place.path("published.safetensors"), published.to_bytes()).unwrap();
    let measured = |model: &str| {
        json(&place.gsa(&format!("eval {model}.safetensors --data data --part held-out --equivariance --json")))
    };
    let (exact, published) = (measured("tiny"), measured("published"));
    for value in [&exact, &published] {
        assert_eq!((value["count"].as_u64(), value["answers"].as_u64()), (Some(4), Some(12)), "{value}");
    }
    let errors = |value: &Value| {
        let layers = value["layers"].as_array().unwrap().iter();
        layers
            .map(|layer| (layer["name"].as_str().unwrap().to_owned(), layer["largest_error"].as_f64().unwrap()))
            .collect::<Vec<_>>()
    };
    let exact = errors(&exact);
    assert_eq!(exact.last().unwrap().0, "logits");
    assert_eq!(exact.len(), Config::from_json(common::TINY).unwrap().layer_names().len() + 1);
    assert!(exact.iter().all(|(_, error)| *error < 1e-4), "{exact:?}");
    let published = errors(&published);
    assert!(published[0].1 < 1e-4, "the lifting layer has no group embedding: {published:?}");
    assert!(published.last().unwrap().1 > 1e-4, "{published:?}");
    let text = place.gsa("eval tiny.safetensors --data data --limit 2 --equivariance");
    assert!(text.contains("lifting") && text.contains("other answers: 0 of 6"), "{text}");
}

#[test]
fn answers_that_are_no_numbers_are_refused() {
    let place = place_with_model();
    let model = Model::random(Config::from_json(common::TINY).unwrap(), 5);
    let huge = Model::with_parameters(model.config.clone(), vec![3e38; model.parameters().len()]).unwrap();
    fs::write(place.path("huge.safetensors"), huge.to_bytes()).unwrap();
    write_png(&place, "blob.png", 28, &blob());
    fs::write(place.path("pen.jsonl"), r#"{"label":7,"strokes":[[[100,50],[400,50],[200,450]]]}"#).unwrap();
    for arguments in [
        "predict huge.safetensors blob.png",
        "eval huge.safetensors --data data",
        "eval huge.safetensors --data data --equivariance --limit 2",
        "eval huge.safetensors --strokes pen.jsonl",
    ] {
        let error = place.gsa_fails(arguments);
        assert!(error.contains("not a number") && error.contains("weights"), "{arguments}: {error}");
    }
}

#[test]
fn bench_prints_medians_and_ratios() {
    let place = place_with_model();
    let value = json(&place.gsa("bench tiny.json tiny.safetensors --runs 3 --json"));
    let rows = value["networks"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0]["ratio"], 1.0);
    assert!(rows.iter().all(|row| row["median_ms"].as_f64().unwrap() > 0.0));
    assert!(place.gsa("bench tiny.json --runs 3").contains("median ms"));
}

#[test]
fn imported_reference_matches_reference() {
    let Some(state) = shared("imported_reference_matches_reference", "reference/p4_rotmnist_patch5.state.safetensors")
    else {
        return;
    };
    let io = fs::read(state.with_file_name("p4_rotmnist_patch5.io.safetensors")).unwrap();
    let io = SafeTensors::deserialize(&io).unwrap();
    let values = |name: &str| -> Vec<f32> {
        let bytes = io.tensor(name).unwrap().data().to_vec();
        bytes.chunks_exact(4).map(|bytes| f32::from_le_bytes(bytes.try_into().unwrap())).collect()
    };
    let place = Place::new();
    fs::write(place.path("input.npy"), npy(io.tensor("input").unwrap().shape(), &values("input"))).unwrap();
    let import = format!("import {} --group p4 --dataset rotmnist", state.display());
    place.gsa(&format!("{import} --patch 5 --out p4.safetensors"));
    let printed = place.gsa("predict p4.safetensors input.npy --json");
    let found: Vec<f32> = printed.lines().flat_map(|line| logits(&json(line))).collect();
    assert_close("logits", &found, &values("logits"), 1e-4);

    for (arguments, message) in [
        (format!("import {} --group p8 --dataset rotmnist --patch 5 --out x", state.display()), "expected"),
        (format!("import {} --group p5 --dataset rotmnist --patch 5 --out x", state.display()), "p4m"),
        (format!("{import} --patch 4 --out x"), "odd"),
        ("import tiny.json --group p4 --dataset rotmnist --patch 5 --out x".into(), "tiny.json"),
    ] {
        let error = place.gsa_fails(&arguments);
        assert!(error.contains(message), "{arguments}: {error:?} should speak of {message:?}");
    }
    assert!(!place.path("x").exists());
}

#[cfg(feature = "gpu")]
#[test]
fn the_graphics_card_answers_as_the_processor_does() {
    let place = place_with_model();
    fs::write(place.path("blob.idx"), idx(&[1, 28, 28], &blob())).unwrap();
    let output = place.command("predict tiny.safetensors blob.idx --json --engine gpu").output().unwrap();
    if !output.status.success() {
        let problem = common::errors(&output);
        assert!(std::env::var("REQUIRE_GPU").as_deref() != Ok("1"), "{problem}");
        assert!(problem.contains("--engine cpu"), "it says what to do: {problem}");
        common::say(&format!("SKIPPED the_graphics_card_answers_as_the_processor_does: {problem}"));
        return;
    }
    let card = logits(&json(&String::from_utf8(output.stdout).unwrap()));
    let processor = logits(&json(&place.gsa("predict tiny.safetensors blob.idx --json")));
    // f32 against f32, summed in another order.
    assert_close("logits", &card, &processor, 1e-4);
    let report = json(&place.gsa("bench tiny.json --runs 2 --json --engine gpu"));
    assert!(report["adapter"].as_str().is_some_and(|name| !name.is_empty()), "{report}");
    let row = &report["networks"][0];
    assert!(row["buffer_mb"].as_f64().is_some_and(|mb| mb > 0.0), "{report}");
    // A card that tells times tells how far it is from the most that it could do.
    assert_eq!(row["card_ms"].is_number(), row["card_fraction"].is_number(), "{report}");
    assert!(row["card_fraction"].as_f64().is_none_or(|of_peak| of_peak > 0.0), "{report}");
}

#[test]
fn eval_by_angle_asks_the_same_digits_at_every_angle_and_angles_draws_it() {
    let place = place_with_model();
    let printed = place.gsa("eval tiny.safetensors --data data --by-angle 8 --json");
    let value = json(printed.trim());
    let angles = value["angles"].as_array().unwrap();
    let degrees: Vec<f64> = angles.iter().map(|at| at["degrees"].as_f64().unwrap()).collect();
    assert_eq!(degrees, [0.0, 45.0, 90.0, 135.0, 180.0, 225.0, 270.0, 315.0]);
    let count = value["count"].as_u64().unwrap();
    assert!(count > 0);
    assert_eq!(angles[0]["kept"].as_u64(), Some(count), "upright is read as upright");
    fs::write(place.path("angles.json"), printed).unwrap();
    place.gsa("angles angles.json --out by-angle");
    let csv = fs::read_to_string(place.path("by-angle.csv")).unwrap();
    assert_eq!(csv.lines().count(), 9);
    assert!(csv.contains("tiny,digits,45,"), "{csv}");
    assert!(fs::read_to_string(place.path("by-angle.svg")).unwrap().contains("<svg"));
}
