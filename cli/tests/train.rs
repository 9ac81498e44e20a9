//! `gsa train` from a person's side: it learns, stops, goes on, and refuses what would lose work.
#![cfg(not(target_family = "wasm"))]

mod common;

use std::fs;
use std::path::Path;

use common::{Place, errors};
use gsa_net::{Config, Model};
use serde_json::Value;

const TRAIN: &str = "train tiny.json --data data --batch 5 --seed 3 --epochs 4";

/// The weights alone.
fn weights(path: &Path) -> Vec<f32> {
    Model::from_bytes(&fs::read(path).unwrap()).unwrap().parameters().to_vec()
}

fn lines(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn train_writes_a_model_a_log_and_nothing_else() {
    let place = Place::new();
    place.gsa(&format!("{TRAIN} --out new/model.safetensors"));
    let mut names: Vec<_> = fs::read_dir(place.path("new")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["model.safetensors", "model.safetensors.log.jsonl"]);
    let model = Model::from_bytes(&fs::read(place.path("new/model.safetensors")).unwrap()).unwrap();
    let training = model.training.expect("a description of the training");
    assert_eq!(training["seed"], 3);
    assert_eq!(training["epochs"], 4);
    assert_eq!(training["recipe"]["batch"], 5);
    for key in ["data", "protocol", "run"] {
        assert!(training[key].as_str().is_some_and(|text| !text.is_empty()), "{key}: {training}");
    }
    let log = lines(&place.path("new/model.safetensors.log.jsonl"));
    assert_eq!(log.len(), 4);
    for (index, line) in log.iter().enumerate() {
        assert_eq!(line["epoch"], index + 1);
        assert_eq!(line["steps"], 4 * (index + 1));
        for key in ["loss", "train_accuracy", "held_out_loss", "held_out_accuracy", "learning_rate", "seconds"] {
            assert!(line[key].is_number(), "{key}: {line}");
        }
    }
    // What is kept is the best of the log, by accuracy, then by loss.
    let rank = |line: &Value| (line["held_out_accuracy"].as_f64().unwrap(), -line["held_out_loss"].as_f64().unwrap());
    let best = log.iter().map(rank).fold((f64::MIN, f64::MIN), |a, b| if b > a { b } else { a });
    let selected = &log[training["selected_epoch"].as_u64().unwrap() as usize - 1];
    assert_eq!(rank(selected), best);
    assert_eq!(training["held_out_accuracy"], selected["held_out_accuracy"]);
}

#[test]
fn curves_are_written_where_they_are_asked_for() {
    let place = Place::new();
    place.gsa("train tiny.json --data data --batch 5 --epochs 1 --out m.safetensors");
    place.gsa("curves m.safetensors.log.jsonl --out c/run.1");
    assert!(
        place.path("c/run.1.csv").exists() && place.path("c/run.1.svg").exists() && !place.path("c/run.csv").exists()
    );
}

#[test]
fn same_seed_gives_the_same_file_and_another_seed_other_weights() {
    let place = Place::new();
    place.gsa(&format!("{TRAIN} --out a.safetensors --threads 1"));
    place.gsa(&format!("{TRAIN} --out b.safetensors --threads 3"));
    let [a, b] = ["a.safetensors", "b.safetensors"].map(|name| fs::read(place.path(name)).unwrap());
    assert!(a == b, "byte for byte");
    place.gsa("train tiny.json --data data --batch 5 --seed 4 --epochs 4 --out c.safetensors");
    assert_ne!(weights(&place.path("a.safetensors")), weights(&place.path("c.safetensors")));
}

#[test]
fn convolutions_are_trained_alike_by_any_number_of_threads_and_keep_statistics() {
    let place = Place::new();
    let run = "train convolutions.json --data data --batch 5 --seed 3 --epochs 3 --lr 1e-2";
    place.gsa(&format!("{run} --out a.safetensors --threads 1"));
    place.gsa(&format!("{run} --out b.safetensors --threads 3"));
    let [a, b] = ["a.safetensors", "b.safetensors"].map(|name| fs::read(place.path(name)).unwrap());
    assert!(a == b, "byte for byte");
    let model = Model::from_bytes(&a).unwrap();
    let (_, variance) = model.tensor("convolutions.1.norm.variance").unwrap();
    assert!(variance.iter().all(|x| *x > 0.0 && (x - 1.0).abs() > 1e-3), "{variance:?}");
    let log = lines(&place.path("a.safetensors.log.jsonl"));
    let loss = |at: usize| log[at]["loss"].as_f64().unwrap();
    assert!(loss(2) < loss(0), "{log:?}");
    let told = place.gsa("eval a.safetensors --data data --equivariance");
    assert!(told.contains("layer 1") && told.contains("logits"), "{told}");
}

#[test]
fn convolutions_are_not_asked_for_what_attention_has() {
    let place = Place::new();
    for (arguments, field) in [("--window 3", "window"), ("--query own", "query"), ("--index published", "index")] {
        let error = place.gsa_fails(&format!("train r4_cnn --data data --out m.safetensors {arguments}"));
        assert!(error.contains(field) && error.contains("made of convolutions"), "{error}");
    }
    let finer = common::CONVOLUTIONS.replace("\"rotations\": 4", "\"rotations\": 8");
    fs::write(place.path("finer.json"), finer).unwrap();
    let error = place.gsa_fails("train finer.json --data data --out m.safetensors");
    assert!(error.contains("R8 turns the pixels of a filter to places between pixels"), "{error}");
}

#[test]
fn epochs_of_fewer_digits_take_fewer_steps() {
    let place = Place::new();
    place.gsa(&format!("{TRAIN} --digits 12 --out few.safetensors"));
    let log = lines(&place.path("few.safetensors.log.jsonl"));
    assert_eq!(log.iter().map(|line| line["steps"].as_u64().unwrap()).collect::<Vec<_>>(), [3, 6, 9, 12]);
    let model = Model::from_bytes(&fs::read(place.path("few.safetensors")).unwrap()).unwrap();
    assert_eq!(model.training.unwrap()["digits_per_epoch"], 12);
    let error = place.gsa_fails(&format!("{TRAIN} --digits 999 --out more.safetensors"));
    assert!(error.contains("--digits is 999") && error.contains("20"), "{error}");
}

#[cfg(unix)]
mod interrupted {
    use super::*;
    use std::os::unix::process::ExitStatusExt;
    use std::process::{Command, Output, Stdio};
    use std::thread::sleep;
    use std::time::{Duration, Instant};

    /// Long enough to be interrupted several times.
    const LONG: &str = "train tiny.json --data data --batch 2 --seed 3 --epochs 8 --checkpoint-every 0";

    /// Starts the run, waits for its next checkpoint, and sends a signal.
    fn run_and_signal(place: &Place, arguments: &str, signal: &str) -> Output {
        let checkpoint = place.path("b.safetensors.checkpoint");
        let stamp = || fs::metadata(&checkpoint).and_then(|meta| meta.modified()).ok();
        let before = stamp();
        let mut child = place.command(arguments).stderr(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let start = Instant::now();
        while stamp() == before {
            assert!(start.elapsed() < Duration::from_secs(60), "no checkpoint within a minute");
            assert!(child.try_wait().unwrap().is_none(), "the run ended before it could be interrupted");
            sleep(Duration::from_millis(1));
        }
        let killed = Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
        assert!(killed.success(), "the run ended before it could be interrupted");
        child.wait_with_output().unwrap()
    }

    /// Whoever ignores a signal has what it starts ignore it; a run respects that. SIGHUP is the first of the mask's bits.
    fn ignores_hangups() -> bool {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).is_some_and(|mask| mask & 1 == 1)
    }

    #[test]
    fn resumed_run_gives_the_weights_of_an_uninterrupted_one() {
        let place = Place::new();
        place.gsa(&format!("{LONG} --out a.safetensors --threads 2"));
        let resumed = format!("{LONG} --out b.safetensors --threads 1");

        let output = run_and_signal(&place, &resumed, "-KILL");
        assert_eq!(output.status.signal(), Some(9));
        let output = run_and_signal(&place, &resumed, "-TERM");
        assert_eq!(output.status.code(), Some(143), "{}", errors(&output));
        assert!(errors(&output).contains("going on"), "{}", errors(&output));
        assert!(errors(&output).contains("The same command"), "{}", errors(&output));
        if ignores_hangups() {
            eprintln!("SKIPPED: SIGHUP, which these tests were told to ignore, as by nohup");
        } else {
            let output = run_and_signal(&place, &resumed, "-HUP");
            assert_eq!(output.status.code(), Some(129), "{}", errors(&output));
            assert!(errors(&output).contains("The same command"), "{}", errors(&output));
        }
        let output = run_and_signal(&place, &resumed, "-INT");
        assert_eq!(output.status.code(), Some(130), "{}", errors(&output));
        assert!(!place.path("b.safetensors").exists());

        // The log may have lost its last line, or be gone: the checkpoint knows.
        let _ = fs::remove_file(place.path("b.safetensors.log.jsonl"));
        place.gsa(&resumed);
        let [a, b] = ["a.safetensors", "b.safetensors"].map(|name| fs::read(place.path(name)).unwrap());
        assert!(a == b, "the same file");
        let without_time = |name: &str| -> Vec<Value> {
            let mut log = lines(&place.path(name));
            for line in &mut log {
                let line = line.as_object_mut().unwrap();
                line.remove("seconds");
                line.remove("peak_memory_mb");
            }
            log
        };
        assert_eq!(without_time("a.safetensors.log.jsonl"), without_time("b.safetensors.log.jsonl"));
        assert!(!place.path("b.safetensors.checkpoint").exists());
    }

    #[test]
    fn second_process_on_the_same_run_is_refused() {
        let place = Place::new();
        let arguments = format!("{LONG} --out b.safetensors");
        let mut first = place.command(&arguments).stderr(Stdio::null()).spawn().unwrap();
        while !place.path("b.safetensors.checkpoint").exists() {
            assert!(first.try_wait().unwrap().is_none(), "the run ended too early");
            sleep(Duration::from_millis(1));
        }
        let stopped = Command::new("kill").args(["-STOP", &first.id().to_string()]).status();
        assert!(stopped.unwrap().success());
        // What it is writing, when it is stopped at that.
        let partial = place.path("b.safetensors.checkpoint.partial");
        fs::write(&partial, "half of it").unwrap();
        let error = place.gsa_fails(&arguments);
        first.kill().unwrap();
        first.wait().unwrap();
        assert!(error.contains("another gsa"), "{error}");
        assert_eq!(fs::read(&partial).unwrap(), b"half of it");
    }

    #[test]
    fn checkpoint_of_another_run_is_refused_and_kept() {
        let place = Place::new();
        run_and_signal(&place, &format!("{LONG} --out b.safetensors"), "-KILL");
        let checkpoint = place.path("b.safetensors.checkpoint");
        let before = fs::read(&checkpoint).unwrap();
        for (change, message) in [
            ("--seed 9", "seed is 3 there and 9 here"),
            ("--epochs 9", "recipe.epochs is 8 there and 9 here"),
            ("--window 5", "config.window is 3 there and 5 here"),
        ] {
            let option = change.split_whitespace().next().unwrap();
            let mut arguments: Vec<&str> = LONG.split_whitespace().collect();
            if let Some(at) = arguments.iter().position(|argument| *argument == option) {
                arguments.drain(at..at + 2);
            }
            let error = place.gsa_fails(&format!("{} {change} --out b.safetensors", arguments.join(" ")));
            assert!(error.contains(message), "{error:?} should speak of {message:?}");
        }
        assert_eq!(fs::read(&checkpoint).unwrap(), before);

        // What no run can have come to, with the right checksum: first where it is, then what it is.
        let header = 17 + 8..17 + 8 + u64::from_le_bytes(before[17..25].try_into().unwrap()) as usize;
        let text = String::from_utf8(before[header.clone()].to_vec()).unwrap();
        let mut changes: Vec<(Vec<u8>, &[u8])> = vec![];
        for (key, value) in [("epoch", 9), ("step", 99), ("seen", 99_999), ("correct", 99_999)] {
            let mut json: Value = serde_json::from_str(&text).unwrap();
            json["progress"][key] = value.into();
            changes.push((json.to_string().into_bytes(), &before[header.end..before.len() - 4]));
        }
        let mut trainer = before[header.end..before.len() - 4].to_vec();
        let at = trainer.windows(8).position(|text| text == b"\"batch\":").unwrap() + 8;
        assert_eq!(trainer[at], b'2');
        trainer[at] = b'3';
        changes.push((text.into_bytes(), &trainer));
        for (json, rest) in changes {
            let length = (json.len() as u64).to_le_bytes();
            let mut bytes = [&before[..17], &length, &json, rest].concat();
            let mut crc = flate2::Crc::new();
            crc.update(&bytes);
            bytes.extend(crc.sum().to_le_bytes());
            fs::write(&checkpoint, &bytes).unwrap();
            let error = place.gsa_fails(&format!("{LONG} --out b.safetensors"));
            assert!(error.contains("contradicts itself"), "{error}");
        }

        fs::write(&checkpoint, &before[..before.len() / 2]).unwrap();
        let error = place.gsa_fails(&format!("{LONG} --out b.safetensors"));
        assert!(error.contains("damaged") && error.contains("delete it"), "{error}");
    }
}

/// One drawing by each of the first twelve writers.
fn write_drawings(place: &Place) {
    let lines: Vec<String> = (1..=12)
        .map(|writer| {
            format!(
                r#"{{"label":{},"writer":{writer},"strokes":[[[10,0],[{},300],[90,500]]]}}"#,
                writer % 10,
                writer * 30
            )
        })
        .collect();
    fs::write(place.path("pen.jsonl"), lines.join("\n")).unwrap();
}

#[test]
fn drawings_are_learnt_from_given_weights_and_judged_by_other_hands() {
    let place = Place::new();
    write_drawings(&place);
    place.gsa(&format!("{TRAIN} --out first.safetensors"));
    let drawn = "train tiny.json --data data --batch 5 --seed 3 --epochs 1 --strokes pen.jsonl";
    place.gsa(&format!("{drawn} --start first.safetensors --out drawn.safetensors"));
    place.gsa(&format!("{drawn} --start first.safetensors --out again.safetensors"));
    place.gsa(&format!("{drawn} --out afresh.safetensors"));
    let drawn = weights(&place.path("drawn.safetensors"));
    assert_eq!(drawn, weights(&place.path("again.safetensors")));
    assert_ne!(drawn, weights(&place.path("afresh.safetensors")));
    place.gsa(&format!("{TRAIN} --start drawn.safetensors --lr 0 --out still.safetensors"));
    assert_eq!(weights(&place.path("still.safetensors")), drawn, "nothing is learnt at a rate of 0");

    let training = Model::from_bytes(&fs::read(place.path("drawn.safetensors")).unwrap()).unwrap().training.unwrap();
    assert!(training["data"].as_str().is_some_and(|text| text.contains("drawings by pen")), "{training}");
    assert_eq!(training["started_from"]["epochs"], 4, "{training}");

    let value: Value =
        serde_json::from_str(&place.gsa("eval drawn.safetensors --strokes pen.jsonl --tested-writers --json")).unwrap();
    assert_eq!(value["upright"]["count"], 2, "writers 6 and 12: {value}");
    let value: Value =
        serde_json::from_str(&place.gsa("eval drawn.safetensors --data data --part mnist-test --json")).unwrap();
    assert_eq!(value["count"], common::TEST);
}

#[test]
fn a_finished_run_is_not_run_again() {
    let place = Place::new();
    let command = format!("{TRAIN} --out m.safetensors");
    place.gsa(&command);
    let read = || ["m.safetensors", "m.safetensors.log.jsonl"].map(|name| fs::read(place.path(name)).unwrap());
    let before = read();
    let again = place.command(&format!("{command} --threads 2")).output().unwrap();
    assert!(again.status.success() && errors(&again).contains("m.safetensors is finished"), "{}", errors(&again));
    fs::remove_file(place.path("m.safetensors.log.jsonl")).unwrap();
    let again = place.command(&command).output().unwrap();
    assert!(again.status.success() && errors(&again).contains("is finished"), "{}", errors(&again));
    assert!(!place.path("m.safetensors.log.jsonl").exists());
    fs::write(place.path("m.safetensors.log.jsonl"), &before[1]).unwrap();
    // Another run, and a file that does not tell of any.
    let error = place.gsa_fails("train tiny.json --data data --batch 5 --seed 4 --epochs 4 --out m.safetensors");
    assert!(error.contains("exists already"), "{error}");
    assert_eq!(read(), before);
    let mut model = Model::from_bytes(&before[0]).unwrap();
    model.training = None;
    fs::write(place.path("m.safetensors"), model.to_bytes()).unwrap();
    let error = place.gsa_fails(&command);
    assert!(error.contains("exists already"), "{error}");
}

#[test]
fn a_failing_run_names_no_checkpoint_that_is_not_there() {
    let place = Place::new();
    let fails = "train tiny.json --data data --batch 5 --lr 1e38 --out m.safetensors";
    let error = place.gsa_fails(fails);
    assert!(error.contains("no checkpoint was written") && !error.contains("m.safetensors.checkpoint"), "{error}");
    assert!(!place.path("m.safetensors.checkpoint").exists());
    let error = place.gsa_fails(&format!("{fails} --checkpoint-every 0"));
    assert!(error.contains("m.safetensors.checkpoint is from before"), "{error}");
    assert!(place.path("m.safetensors.checkpoint").exists());
}

#[test]
#[cfg(unix)]
fn devices_and_links_stay_what_they_are() {
    use std::os::unix::fs::{FileTypeExt, symlink};
    let place = Place::new();
    fs::create_dir(place.path("far")).unwrap();
    for (link, target) in
        [("m.safetensors", "far/model"), ("log", "far/log"), ("state", "far/state"), ("null", "/dev/null")]
    {
        symlink(target, place.path(link)).unwrap();
    }
    place.gsa(&format!("{TRAIN} --out m.safetensors --log log --checkpoint state --checkpoint-every 0"));
    for link in ["m.safetensors", "log", "state"] {
        assert!(place.path(link).is_symlink(), "{link}");
    }
    let mut written: Vec<_> =
        fs::read_dir(place.path("far")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    written.sort();
    assert_eq!(written, ["log", "model"], "the state is of no more use");
    assert_eq!(lines(&place.path("far/log")).len(), 4);
    let model = fs::read(place.path("far/model")).unwrap();
    assert!(Model::from_bytes(&model).is_ok());

    for null in ["/dev/null", "null"] {
        place.gsa(&format!("{TRAIN} --out {null} --log {null} --checkpoint {null} --checkpoint-every 0"));
        place.gsa(&format!("{TRAIN} --out out-{} --log {null} --checkpoint {null}", null.len()));
        assert_eq!(fs::read(place.path(&format!("out-{}", null.len()))).unwrap(), model);
        assert!(fs::metadata(place.path(null)).unwrap().file_type().is_char_device(), "{null}");
    }
    assert!(place.path("null").is_symlink());
    let error = place.gsa_fails(&format!("{TRAIN} --out full --log /dev/full"));
    assert!(error.contains("the log can't be written"), "{error}");
    let log = place.gsa(&format!("{TRAIN} --out streamed --log /dev/stdout"));
    assert!(log.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()), "{log}");
    assert_eq!(log.lines().count(), 4);
}

#[test]
fn train_refuses_before_it_works() {
    let place = Place::new();
    fs::write(place.path("old.safetensors"), "precious").unwrap();
    fs::write(place.path("nobody.jsonl"), r#"{"label":1,"strokes":[[[1,1],[2,9]]]}"#).unwrap();
    let other = Model::random(Config::named("z2_sa").unwrap(), 1);
    fs::write(place.path("other.safetensors"), other.to_bytes()).unwrap();
    let mut talkative =
        Model::random(Config::from_json(&fs::read_to_string(place.path("tiny.json")).unwrap()).unwrap(), 1);
    talkative.training = Some(serde_json::json!({ "notes": "x".repeat(40_000) }));
    fs::write(place.path("talkative.safetensors"), talkative.to_bytes()).unwrap();
    for (arguments, message) in [
        (format!("{TRAIN} --out old.safetensors"), "exists already"),
        (format!("{TRAIN} --out data"), "is a directory"),
        (format!("{TRAIN} --out m.safetensors --log data"), "is a directory"),
        (format!("{TRAIN} --out m.safetensors --checkpoint data"), "is a directory"),
        (format!("{TRAIN} --out m.safetensors --start /dev/zero"), "/dev/zero is a device"),
        (format!("{TRAIN} --out m.safetensors --strokes /dev/zero"), "/dev/zero is a device"),
        (format!("{TRAIN} --out m.safetensors --log old.safetensors"), "exists already"),
        (format!("{TRAIN} --out m.safetensors --checkpoint ./m.safetensors"), "the same file"),
        (format!("{TRAIN} --out m.safetensors --start talkative.safetensors"), "shorten it"),
        (format!("{TRAIN} --out tiny.json/model.safetensors"), "tiny.json"),
        (format!("{TRAIN} --out m.safetensors --lr -1"), "--lr"),
        (format!("{TRAIN} --out m.safetensors --average 1"), "--average"),
        (format!("{TRAIN} --out m.safetensors --distort 0.7"), "--distort"),
        (format!("{TRAIN} --out m.safetensors --bend 0.11"), "--bend"),
        (format!("{TRAIN} --out m.safetensors --window 4"), "window is 4"),
        (format!("{TRAIN} --out m.safetensors --strokes nobody.jsonl"), "`writer`"),
        (format!("{TRAIN} --out m.safetensors --start other.safetensors"), "of the same shape"),
        ("train r5_sa --data data --out m.safetensors".into(), "r4_sa"),
        ("train pcam_r4_sa --data data --out m.safetensors".into(), "rotated MNIST needs"),
        ("train tiny.json --out m.safetensors".into(), "--data"),
        ("train tiny.json --data nowhere --out m.safetensors".into(), "https://"),
    ] {
        let error = place.gsa_fails(&arguments);
        assert!(error.contains(message), "{arguments}: {error:?} should speak of {message:?}");
    }
    assert_eq!(fs::read_to_string(place.path("old.safetensors")).unwrap(), "precious");
    assert!(!place.path("m.safetensors").exists());
}
