//! The crate is laid out in rooms, and arrows between them point one way: this reads the sources and holds the order.
#![cfg(not(target_arch = "wasm32"))]

mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use source::Source;

/// Every room, from the top down, and the rooms that its code may name. Tests inside may name any.
const ROOMS: &[(&str, &[&str])] = &[
    (
        "wasm",
        &[
            "session",
            "engine",
            "theory",
            "backend/gpu",
            "weights",
            "config",
            "views",
            "symmetry",
            "image",
            "prediction",
            "group",
            "error",
        ],
    ),
    (
        "session",
        &["engine", "backend/gpu", "weights", "network", "config", "views", "symmetry", "prediction", "group", "error"],
    ),
    ("theory", &["engine", "backend/cpu", "network", "config", "layers", "encoding", "group", "error"]),
    ("train", &["engine", "backend/cpu", "weights", "network", "config", "layers", "error"]),
    ("engine", &["backend/cpu", "backend/gpu", "weights", "network", "config", "layers", "error"]),
    ("weights", &["network", "config", "layers", "group", "error"]),
    ("network", &["config", "layers", "encoding", "group", "error"]),
    ("config", &["layers", "symmetry", "group", "error"]),
    ("backend", &["layers"]),
    ("backend/gpu", &["backend/cpu", "layers", "error"]),
    ("backend/cpu", &["layers", "error"]),
    ("layers", &["encoding", "group", "error"]),
    ("views", &["group", "error"]),
    ("symmetry", &["group", "error"]),
    ("image", &["group", "error"]),
    ("prediction", &["error"]),
    ("encoding", &["group"]),
    ("group", &["error"]),
    ("error", &[]),
];

/// Crates that only some rooms may name.
const CRATES: &[(&str, &[&str])] = &[("wgpu", &["backend/gpu", "engine"]), ("wasm_bindgen", &["wasm"])];

/// Rooms that name no crate but `std`.
const STD_ONLY: &[&str] = &["group"];

/// All sources under src by their path from there, and the crates that the manifest names.
struct Sources {
    files: BTreeMap<String, String>,
    dependencies: BTreeSet<String>,
}

impl Sources {
    fn of_this_crate() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = BTreeMap::new();
        read(&root.join("src"), "", &mut files);
        let manifest = std::fs::read_to_string(root.join("Cargo.toml")).unwrap();
        let mut dependencies = BTreeSet::new();
        let mut is_list = false;
        for line in manifest.lines() {
            if line.starts_with('[') {
                is_list = line.ends_with("dependencies]");
            } else if let (true, Some((name, _))) = (is_list, line.split_once('=')) {
                dependencies.insert(name.trim().replace('-', "_"));
            }
        }
        assert!(files.len() > 60 && dependencies.contains("ndarray") && dependencies.contains("wgpu"));
        Self { files, dependencies }
    }

    /// With a line more at the end of a file, which may be new.
    fn with(mut self, file: &str, line: &str) -> Self {
        let text = self.files.entry(file.to_owned()).or_default();
        text.push('\n');
        text.push_str(line);
        self
    }

    /// All that is wrong.
    fn problems(&self) -> Vec<String> {
        let lib = Source::new("lib.rs", &self.files["lib.rs"]);
        let (modules, names) = (lib.declared_modules(), lib.reexported_names());
        let sources: Vec<_> = self.files.iter().map(|(file, text)| Source::new(file, text)).collect();
        let only_tested: BTreeSet<String> = sources.iter().flat_map(Source::test_modules).collect();
        let mut problems = vec![];
        let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        // The crate's root is a map of everything.
        for source in sources.iter().filter(|source| source.file != "lib.rs" && !only_tested.contains(&source.module()))
        {
            let from = room(&source.path);
            let Some((_, may_use)) = ROOMS.iter().find(|(name, _)| *name == from) else {
                problems.push(format!("{} lies in no known room", source.file));
                continue;
            };
            for path in source.crate_paths() {
                let first = path[0].as_str();
                let to = if modules.contains(first) {
                    room(&path)
                } else if let Some(module) = names.get(first) {
                    room(module)
                } else {
                    problems.push(format!("{} names crate::{}, which is nowhere", source.file, path.join("::")));
                    continue;
                };
                if to != from && !may_use.contains(&to.as_str()) {
                    problems.push(format!("{}: {from} may not use {to} (crate::{})", source.file, path.join("::")));
                }
                let top = |room: &str| room.split('/').next().unwrap_or_default().to_owned();
                if top(&from) != top(&to) {
                    arrows.entry(top(&from)).or_default().insert(top(&to));
                }
            }
            for (name, rooms) in CRATES {
                if source.names(name) && !rooms.contains(&from.as_str()) {
                    problems.push(format!("{} names the crate {name}", source.file));
                }
            }
            if STD_ONLY.contains(&from.as_str()) {
                for name in self.dependencies.iter().filter(|name| source.names(name)) {
                    problems.push(format!("{} names the crate {name}", source.file));
                }
            }
        }
        problems.extend(arrows.keys().filter_map(|start| circle(&arrows, start)));
        problems
    }
}

fn read(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            read(&path, &format!("{name}/"), files);
        } else if name.ends_with(".rs") {
            files.insert(name, std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// The room of a module or of something in it.
fn room(path: &[String]) -> String {
    match path {
        [first, second, ..] if first == "backend" && ["cpu", "gpu"].contains(&second.as_str()) => {
            format!("{first}/{second}")
        }
        [first, ..] => first.clone(),
        [] => String::new(),
    }
}

/// A way from a module back to it.
fn circle(arrows: &BTreeMap<String, BTreeSet<String>>, start: &str) -> Option<String> {
    let mut ways: Vec<Vec<&str>> = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop() {
        for next in arrows.get(way[way.len() - 1]).into_iter().flatten() {
            if next == start {
                return Some(format!("circle: {} → {start}", way.join(" → ")));
            }
            if seen.insert(next.as_str()) {
                ways.push([way.clone(), vec![next]].concat());
            }
        }
    }
    None
}

#[test]
fn arrows_between_rooms_point_one_way() {
    let problems = Sources::of_this_crate().problems();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_order_itself_has_no_circle_and_no_room_too_many() {
    let sources = Sources::of_this_crate();
    for (at, (name, may_use)) in ROOMS.iter().enumerate() {
        for other in *may_use {
            let below = ROOMS.iter().position(|(room, _)| room == other);
            assert!(below.is_some_and(|below| below > at), "{name} → {other} does not point down");
        }
        assert!(sources.files.keys().any(|file| room(&Source::new(file, "").path) == *name), "{name} is empty");
    }
}

/// What is found with one line more in one file.
#[track_caller]
fn assert_found(file: &str, line: &str, said: &str) {
    let problems = Sources::of_this_crate().with(file, line).problems();
    assert!(problems.iter().any(|problem| problem.contains(said)), "{file}: {line}: {problems:?}");
}

#[test]
fn an_arrow_up_is_found_in_every_form() {
    assert_found("layers/norm.rs", "use crate::network::Network;", "layers may not use network");
    assert_found("layers/norm.rs", "use crate::{Config, error::Error};", "layers may not use config (crate::Config)");
    assert_found("config/limits.rs", "use super::super::{network::{Network, Step}};", "config may not use network");
    assert_found("group.rs", "fn f() { crate::encoding::RelativePositions::new(); }", "group may not use encoding");
    assert_found("backend/cpu/linear.rs", "pub use crate::backend::gpu::Gpu as G;", "may not use backend/gpu");
    assert_found("network/mod.rs", "mod inner { use super::super::engine::*; }", "network may not use engine");
    assert_found("image/mod.rs", "#[cfg(not(test))] use crate::session::Session;", "image may not use session");
    assert_found("kitchen.rs", "", "no known room");
    assert_found("views.rs", "use crate::nothing::Here;", "which is nowhere");
}

#[test]
fn a_circle_is_found() {
    assert_found("encoding.rs", "use crate::layers::Norm;", "circle: encoding → layers → encoding");
    let arrows = |list: &[(&str, &str)]| {
        let mut arrows = BTreeMap::new();
        for (from, to) in list {
            arrows.entry((*from).to_owned()).or_insert_with(BTreeSet::new).insert((*to).to_owned());
        }
        arrows
    };
    assert!(circle(&arrows(&[("a", "b"), ("b", "c"), ("a", "c")]), "a").is_none());
    assert!(circle(&arrows(&[("a", "b"), ("b", "c"), ("c", "a")]), "b").is_some());
}

#[test]
fn crates_out_of_their_rooms_are_found() {
    assert_found("backend/cpu/maps.rs", "type D = wgpu::Device;", "names the crate wgpu");
    assert_found("session/mod.rs", "use wasm_bindgen::prelude::*;", "names the crate wasm_bindgen");
    assert_found("group.rs", "use ndarray::Array2;", "names the crate ndarray");
}

#[test]
fn tests_comments_and_texts_may_name_anything() {
    let sources = Sources::of_this_crate();
    let sources = sources
        .with("group.rs", "#[cfg(test)] mod more { use crate::network::{Network, Step}; use wgpu::Device; }")
        .with("group.rs", "#[cfg(all(test, unix))] use crate::session::{Session, ElementInfo};")
        .with("group.rs", "/* /* crate::network */ */ // crate::session\nconst T: &str = \"\\\" crate::network\";")
        .with("group.rs", "const R: &str = r#\"\" crate::network \"#; const C: char = '\"';")
        .with("group.rs", "#[cfg(test)] mod more_tests;")
        .with("group/more_tests.rs", "use crate::network::Network;");
    let problems = sources.problems();
    assert!(problems.is_empty(), "{problems:?}");
}
