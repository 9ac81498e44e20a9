//! `gsa group-size` on tiny data.
#![cfg(not(target_family = "wasm"))]

mod common;

use std::fs;

use common::{Place, errors};
use serde_json::Value;

fn place() -> Place {
    let place = Place::new();
    place.gsa("export tiny.json --out tiny.safetensors");
    place
}

fn table(place: &Place, name: &str) -> Vec<Vec<String>> {
    let csv = fs::read_to_string(place.path(name)).unwrap();
    let cells = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
    csv.lines().map(cells).collect()
}

#[test]
fn answers_are_those_of_the_weights_carried_to_each_number() {
    let place = place();
    let printed = place.gsa("group-size tiny.safetensors --data data --rotations 6,1,4 --limit 90 --out sizes");
    assert_eq!(printed, fs::read_to_string(place.path("sizes.csv")).unwrap());
    let lines = table(&place, "sizes.csv");
    assert_eq!(lines[0], ["network", "rotations", "digits", "right_percent", "as_trained_percent"]);
    let numbers: Vec<&str> = lines[1..].iter().map(|line| line[1].as_str()).collect();
    assert_eq!(numbers, ["1", "4", "6"]);
    assert_eq!(lines[2][4], "100.00", "as trained");
    for line in &lines[1..] {
        place.gsa(&format!("export tiny.safetensors --rotations {} --out carried.safetensors", line[1]));
        let said: Value =
            serde_json::from_str(&place.gsa("eval carried.safetensors --data data --limit 90 --json")).unwrap();
        assert_eq!((line[0].as_str(), line[2].as_str()), ("tiny", "90"));
        assert_eq!(line[3], format!("{:.2}", 100.0 * said["accuracy"].as_f64().unwrap()));
    }
    assert!(fs::read_to_string(place.path("sizes.svg")).unwrap().contains("<svg"));
    assert!(!place.path("sizes.checkpoint").exists());
}

#[test]
fn what_cannot_be_carried_is_refused_before_it_works() {
    let place = place();
    place.gsa("export r8f_sa --out frames.safetensors");
    for (arguments, said) in [
        ("frames.safetensors --rotations 4,8", "frames.safetensors with 4 rotations"),
        ("tiny.safetensors --rotations 1,2", "lacks 4"),
        ("tiny.safetensors --rotations 0,4", "with 0 rotations"),
        ("tiny.safetensors --rotations 4,4000000000", "with 4000000000 rotations"),
        ("tiny.safetensors tiny.safetensors --rotations 4", "called tiny"),
        ("none.safetensors", "none.safetensors"),
    ] {
        let error = place.gsa_fails(&format!("group-size {arguments} --data data --limit 2 --out sizes"));
        assert!(error.contains(said), "{arguments}: {error}");
    }
    assert!(place.gsa_fails("export frames.safetensors --rotations 4 --out f.safetensors").contains("mlp_in"));
    assert!(!place.path("sizes.csv").exists());
}

#[cfg(unix)]
#[test]
fn a_run_that_was_stopped_goes_on() {
    use std::process::{Command, Stdio};
    use std::thread::sleep;
    use std::time::{Duration, Instant};

    let place = place();
    // The first is answered at once, the second takes a while.
    let arguments = "group-size tiny.safetensors --data data --rotations 4,24 --limit 20";
    let checkpoint = place.path("b.checkpoint");
    let mut command = place.command(&format!("{arguments} --out b"));
    let mut child = command.stderr(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let start = Instant::now();
    while !checkpoint.exists() {
        assert!(start.elapsed() < Duration::from_secs(60), "no checkpoint within a minute");
        assert!(child.try_wait().unwrap().is_none(), "the run ended before it could be interrupted");
        sleep(Duration::from_millis(1));
    }
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{}", errors(&output));
    assert!(errors(&output).contains("The same command"), "{}", errors(&output));
    assert!(!place.path("b.csv").exists());
    let other = place.gsa_fails("group-size tiny.safetensors --data data --rotations 4 --limit 19 --out b");
    assert!(other.contains("b.checkpoint") && other.contains("delete it"), "{other}");

    place.gsa(&format!("{arguments} --out b"));
    place.gsa(&format!("{arguments} --out a"));
    assert_eq!(table(&place, "b.csv"), table(&place, "a.csv"));
    assert!(!checkpoint.exists());
}
