//! Files of tests that Node runs: how long each takes, and a second chance for those that fail.
//!
//! On a busy machine a test may fail that nothing is wrong with. Whatever fails is run once more, alone, when all others are done. What
//! fails twice fails the stage. What passes then is told at the end as unsteady and never hidden: it is a fault of the test, or one of
//! the product that shows now and then.

use crate::paths;
use crate::shell::{command, step, unsteady};
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::path::Path;
use std::process::Stdio;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Tests of one kind.
pub(crate) struct Suite {
    /// Below `tests/`; its files are those named `*.test.js`.
    pub(crate) folder: &'static str,
    /// Node's own options.
    pub(crate) options: &'static [&'static str],
    /// How many files run at once, the first time.
    pub(crate) at_once: usize,
}

/// A file that was run.
struct Run {
    passed: bool,
    /// Names of the tests that failed, as far as they are known.
    failed: Vec<String>,
    time: Duration,
}

/// What became of all files.
struct Outcome {
    /// With the time that each took the first time.
    times: Vec<(String, Duration)>,
    /// Failed at first, and passed alone; with the tests that failed.
    unsteady: Vec<(String, Vec<String>)>,
    /// Failed twice.
    failed: Vec<String>,
}

/// Runs all files of a suite; fails where one of them fails twice.
pub(crate) fn run(suite: &Suite, variables: &[(&str, &str)]) -> Result<()> {
    let outcome = run_below(paths::root(), suite, variables)?;
    let mut times = outcome.times;
    times.sort_by_key(|(_, time)| std::cmp::Reverse(*time));
    for (file, time) in &times {
        println!("{:>7.1} s  {}/{file}", time.as_secs_f32(), suite.folder);
    }
    for (file, tests) in &outcome.unsteady {
        let what = if tests.is_empty() { "the whole file".to_owned() } else { tests.join("; ") };
        unsteady(&format!("{}/{file}: {what}", suite.folder));
    }
    if !outcome.failed.is_empty() {
        let files = outcome.failed.iter().map(|file| format!("tests/{}/{file}", suite.folder)).collect::<Vec<_>>();
        bail!("failed twice: {}; run one by itself with `{}`", files.join(", "), by_hand(suite, &files[0]));
    }
    Ok(())
}

/// Runs all files of a suite that lies below this folder.
fn run_below(root: &Path, suite: &Suite, variables: &[(&str, &str)]) -> Result<Outcome> {
    let files = files_of(&root.join("tests").join(suite.folder))?;
    twice(&files, suite.at_once, |file| run_file(root, suite, file, variables))
}

/// Runs everything, so many at once, and what failed a second time, one after the other.
fn twice(files: &[String], at_once: usize, run: impl Fn(&str) -> Result<Run> + Sync) -> Result<Outcome> {
    let next = AtomicUsize::new(0);
    let runs = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..at_once.max(1) {
            scope.spawn(|| {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let done = run(file);
                    runs.lock().expect("no run panics").push((file.clone(), done));
                }
            });
        }
    });
    let mut outcome = Outcome { times: Vec::new(), unsteady: Vec::new(), failed: Vec::new() };
    let mut again = Vec::new();
    for (file, done) in runs.into_inner().expect("no run panics") {
        let done = done?;
        outcome.times.push((file.clone(), done.time));
        if !done.passed {
            again.push((file, done.failed));
        }
    }
    for (file, tests) in again {
        step(format!("{file} failed; once more, alone"));
        if run(&file)?.passed {
            outcome.unsteady.push((file, tests));
        } else {
            outcome.failed.push(file);
        }
    }
    Ok(outcome)
}

/// Runs one file, and tells what it says when it is done: several at once would speak at once.
fn run_file(root: &Path, suite: &Suite, file: &str, variables: &[(&str, &str)]) -> Result<Run> {
    let logs = paths::target().join("xtask").join(suite.folder);
    fs::create_dir_all(&logs).with_context(|| logs.display().to_string())?;
    // A file and no pipe: what a test leaves behind by mistake would hold that open.
    let path = logs.join(format!("{file}.log"));
    let log = File::create(&path).with_context(|| path.display().to_string())?;
    step(format!("{}/{file}", suite.folder));
    let start = Instant::now();
    let mut node = command("node");
    node.current_dir(root).args(suite.options).args(["--test", "--test-reporter=spec"]);
    node.arg(format!("tests/{}/{file}", suite.folder)).envs(variables.iter().copied());
    node.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
    let passed = node.status().context("could not start node")?.success();
    let time = start.elapsed();
    let said = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
    if !passed {
        // What passes the second time says why it failed the first.
        fs::rename(&path, logs.join(format!("{file}.failed.log"))).with_context(|| path.display().to_string())?;
    }
    let mark = if passed { "ok" } else { "FAILED" };
    println!("{said}{mark}  {}/{file} {:.1} s", suite.folder, time.as_secs_f32());
    Ok(Run { passed, failed: failed_tests(&said), time })
}

/// The command for a person.
fn by_hand(suite: &Suite, file: &str) -> String {
    ["node"].iter().chain(suite.options).chain(&["--test", file]).copied().collect::<Vec<_>>().join(" ")
}

/// Names of tests that failed, as Node's reporter lists them at the end.
fn failed_tests(said: &str) -> Vec<String> {
    let Some((_, list)) = said.split_once("✖ failing tests:") else { return Vec::new() };
    let names = list.lines().filter_map(|line| line.strip_prefix("✖ "));
    names.map(|name| name.rsplit_once(" (").map_or(name, |(name, _)| name).to_owned()).collect()
}

/// The files of tests of a folder, in order.
fn files_of(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.js") {
            files.push(name);
        }
    }
    if files.is_empty() {
        bail!("{} has no tests", folder.display());
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::testing;

    /// Files of which each fails so often before it passes; what was run, in order, and how many ran at once at most.
    struct Fake {
        failures: Vec<(&'static str, usize)>,
        runs: Mutex<Vec<String>>,
        now: AtomicUsize,
    }

    impl Fake {
        fn new(failures: &[(&'static str, usize)]) -> Self {
            Self { failures: failures.to_vec(), runs: Mutex::default(), now: AtomicUsize::new(0) }
        }

        fn files(&self) -> Vec<String> {
            self.failures.iter().map(|(file, _)| (*file).to_owned()).collect()
        }

        fn run(&self, file: &str) -> Result<Run> {
            let others = self.now.fetch_add(1, Ordering::SeqCst);
            let before = {
                let mut runs = self.runs.lock().unwrap();
                let before = runs.iter().filter(|run| *run == file).count();
                runs.push(file.to_owned());
                before
            };
            assert!(before == 0 || others == 0, "{file} is not alone");
            std::thread::sleep(Duration::from_millis(5));
            self.now.fetch_sub(1, Ordering::SeqCst);
            let passed = self.failures.iter().any(|&(name, times)| name == file && before >= times);
            let failed = if passed { Vec::new() } else { vec![format!("what {file} tests")] };
            Ok(Run { passed, failed, time: Duration::from_secs(1) })
        }

        fn outcome(&self, at_once: usize) -> Outcome {
            twice(&self.files(), at_once, |file| self.run(file)).unwrap()
        }
    }

    #[test]
    fn what_fails_once_is_run_again_after_all_others_and_told_as_unsteady() {
        let fake = Fake::new(&[("a", 0), ("b", 1), ("c", 0), ("d", 0)]);
        let outcome = fake.outcome(1);
        assert_eq!(outcome.unsteady, [("b".to_owned(), vec!["what b tests".to_owned()])]);
        assert!(outcome.failed.is_empty());
        assert_eq!(*fake.runs.lock().unwrap(), ["a", "b", "c", "d", "b"]);
        assert_eq!(outcome.times.len(), 4, "the first time alone counts");
    }

    #[test]
    fn what_fails_twice_has_failed() {
        let outcome = Fake::new(&[("a", 2), ("b", 0), ("c", 9)]).outcome(2);
        assert_eq!(outcome.failed.len(), 2);
        assert!(outcome.failed.contains(&"a".to_owned()) && outcome.failed.contains(&"c".to_owned()));
        assert!(outcome.unsteady.is_empty());
    }

    #[test]
    fn all_are_run_however_many_at_once_and_second_times_alone() {
        let files = ["a", "b", "c", "d", "e", "f", "g"].map(|name| (name, usize::from(name < "d")));
        for at_once in [0, 1, 2, 3, 20] {
            let fake = Fake::new(&files);
            let outcome = fake.outcome(at_once);
            let mut runs = fake.runs.lock().unwrap().clone();
            runs.sort();
            assert_eq!(runs.join(""), "aabbccdefg", "{at_once} at once");
            assert_eq!(outcome.unsteady.len(), 3);
        }
    }

    #[test]
    fn what_cannot_be_run_is_an_error() {
        assert!(twice(&["a".to_owned()], 1, |_| bail!("no node")).is_err());
    }

    #[test]
    fn failing_tests_are_named() {
        let said = "✖ outer (9.1ms)\n  ✖ early (3ms)\n✖ failing tests:\n\ntest at tests/a.test.js:4:3\n✖ shows (all) of it (12.5ms)\n  \
                    AssertionError: ✖ no\n\ntest at b\n✖ another one (1ms)\n";
        assert_eq!(failed_tests(said), ["shows (all) of it", "another one"]);
        assert!(failed_tests("✔ fine (1ms)\n").is_empty());
    }

    #[test]
    fn node_runs_them_and_its_words_are_understood() {
        let root = testing::folder("node-tests-run");
        let suite = Suite { folder: "of-a-test", options: &[], at_once: 2 };
        fs::create_dir_all(root.join("tests/of-a-test")).unwrap();
        let imports = "import { test } from 'node:test'; import fs from 'node:fs';\n";
        for (name, test) in [
            ("a.test.js", "test('is fine', () => {});"),
            ("b.test.js", "test('fails (always)', () => { throw new Error(process.env.WHY); });"),
            // It leaves something behind, by which it knows the second time.
            (
                "c.test.js",
                "test('is unsteady', () => fs.closeSync(fs.openSync('seen', fs.existsSync('once') ? 'w' : 'r')));",
            ),
        ] {
            let mark =
                if name.starts_with('c') { "process.on('exit', () => fs.writeFileSync('once', ''));\n" } else { "" };
            fs::write(root.join("tests/of-a-test").join(name), format!("{imports}{mark}{test}")).unwrap();
        }
        fs::write(root.join("package.json"), r#"{ "type": "module" }"#).unwrap();
        let outcome = run_below(&root, &suite, &[("WHY", "a reason")]).unwrap();
        assert_eq!(outcome.failed, ["b.test.js"]);
        assert_eq!(outcome.unsteady, [("c.test.js".to_owned(), vec!["is unsteady".to_owned()])]);
        let log = |name: &str| fs::read_to_string(paths::target().join("xtask/of-a-test").join(name)).unwrap();
        let failed = log("b.test.js.failed.log");
        assert!(failed.contains("a reason"), "{failed}");
        assert_eq!(failed_tests(&failed), ["fails (always)"]);
        // Why it failed at first is not lost where it passed then.
        assert_eq!(failed_tests(&log("c.test.js.failed.log")), ["is unsteady"]);
        assert!(failed_tests(&log("c.test.js.log")).is_empty());
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn files_without_tests_are_left_out_and_a_folder_without_any_is_an_error() {
        let folder = testing::folder("node-tests");
        assert!(files_of(&folder).is_err());
        for name in ["b.test.js", "a.test.js", "person.js"] {
            fs::write(folder.join(name), "").unwrap();
        }
        assert_eq!(files_of(&folder).unwrap(), ["a.test.js", "b.test.js"]);
        fs::remove_dir_all(folder).unwrap();
    }
}
