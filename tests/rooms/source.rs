//! A source file, as far as paths and modules go.

use std::collections::{BTreeMap, BTreeSet};

/// A source file without its comments, texts and tests.
pub(crate) struct Source<'s> {
    /// Path from src.
    pub(crate) file: &'s str,
    /// Of its module, from the crate's root.
    pub(crate) path: Vec<String>,
    tokens: Vec<String>,
    /// Of what is compiled for tests alone.
    test_tokens: Vec<String>,
}

impl<'s> Source<'s> {
    pub(crate) fn new(file: &'s str, text: &str) -> Self {
        let stem = file.strip_suffix(".rs").unwrap_or(file);
        let path = stem.split('/').filter(|part| !["mod", "lib"].contains(part)).map(str::to_owned).collect();
        let (tokens, test_tokens) = without_tests(&tokens(text));
        Self { file, path, tokens, test_tokens }
    }

    /// Its module's path as text.
    pub(crate) fn module(&self) -> String {
        self.path.join("::")
    }

    /// Modules that it declares.
    pub(crate) fn declared_modules(&self) -> BTreeSet<String> {
        pairs(&self.tokens, "mod").collect()
    }

    /// Modules in files of their own that it declares for tests alone.
    pub(crate) fn test_modules(&self) -> Vec<String> {
        pairs(&self.test_tokens, "mod").map(|name| [&self.path[..], &[name]].concat().join("::")).collect()
    }

    /// Names that it hands on from modules, with the path of what they name.
    pub(crate) fn reexported_names(&self) -> BTreeMap<String, Vec<String>> {
        let mut names = BTreeMap::new();
        for at in (0..self.tokens.len()).filter(|at| self.tokens[*at] == "use") {
            let mut paths = vec![];
            tree(&self.tokens, at + 1, &mut vec![], &mut paths);
            names.extend(paths.into_iter().filter_map(|path| Some((path.last()?.clone(), path))));
        }
        names
    }

    /// All paths from the crate's root that it names, by `crate` or `super`.
    pub(crate) fn crate_paths(&self) -> Vec<Vec<String>> {
        let mut found = vec![];
        // Modules that are written out inside, with the depth of braces at which each ends.
        let (mut inside, mut depth): (Vec<(String, usize)>, usize) = (vec![], 0);
        for (at, token) in self.tokens.iter().enumerate() {
            let before = |back: usize| at.checked_sub(back).map(|at| self.tokens[at].as_str());
            match token.as_str() {
                "{" => {
                    if before(2) == Some("mod") {
                        inside.push((self.tokens[at - 1].clone(), depth));
                    }
                    depth += 1;
                }
                "}" => {
                    depth -= 1;
                    inside.pop_if(|(_, ends)| *ends == depth);
                }
                "crate" | "super" if before(1) != Some("::") && self.tokens.get(at + 1).is_some_and(|t| t == "::") => {
                    let mut prefix = vec![];
                    if token == "super" {
                        prefix.clone_from(&self.path);
                        prefix.extend(inside.iter().map(|(name, _)| name.clone()));
                        prefix.pop();
                    }
                    let start = at + 2;
                    tree(&self.tokens, start, &mut prefix, &mut found);
                }
                _ => {}
            }
        }
        found.retain(|path| !path.is_empty());
        found
    }

    /// Whether it names a crate.
    pub(crate) fn names(&self, name: &str) -> bool {
        let is_path = |at: usize| {
            let before = at.checked_sub(1).map(|at| self.tokens[at].as_str());
            let behind = self.tokens.get(at + 1).map(String::as_str);
            before != Some("::") && (behind == Some("::") || before == Some("use"))
        };
        (0..self.tokens.len()).any(|at| self.tokens[at] == name && is_path(at))
    }
}

/// The names behind a keyword, where a `;` follows.
fn pairs<'t>(tokens: &'t [String], keyword: &'t str) -> impl Iterator<Item = String> + 't {
    tokens.windows(3).filter(move |three| three[0] == keyword && three[2] == ";").map(|three| three[1].clone())
}

/// The paths of a tree such as `a::{b, c::d as e, f::*}` from `at` on, behind `prefix`; returns where it ends.
fn tree(tokens: &[String], mut at: usize, prefix: &mut Vec<String>, found: &mut Vec<Vec<String>>) -> usize {
    let length = prefix.len();
    loop {
        match tokens.get(at).map(String::as_str) {
            Some("super") => drop(prefix.pop()),
            Some("self" | "*") => {}
            Some("{") => {
                at += 1;
                while tokens.get(at).is_some_and(|token| token != "}") {
                    at = tree(tokens, at, &mut prefix.clone(), found);
                    while tokens.get(at).is_some_and(|token| token != "," && token != "}") {
                        at += 1;
                    }
                    at += usize::from(tokens.get(at).is_some_and(|token| token == ","));
                }
                prefix.truncate(length);
                return at + 1;
            }
            Some(name) if name.starts_with(|c: char| c.is_alphabetic() || c == '_') => prefix.push(name.to_owned()),
            _ => break,
        }
        at += 1;
        if tokens.get(at).is_none_or(|token| token != "::") {
            break;
        }
        at += 1;
    }
    found.push(prefix.clone());
    prefix.truncate(length);
    at
}

/// Names, `::` and single characters, without comments and texts.
fn tokens(text: &str) -> Vec<String> {
    let c: Vec<char> = text.chars().collect();
    let starts = |at: usize, with: &str| with.chars().enumerate().all(|(i, x)| c.get(at + i) == Some(&x));
    let is_name = |x: char| x.is_alphanumeric() || x == '_';
    let mut tokens = vec![];
    let mut at = 0;
    while at < c.len() {
        if starts(at, "//") {
            at += c[at..].iter().take_while(|x| **x != '\n').count();
        } else if starts(at, "/*") {
            let mut depth = 1;
            at += 2;
            while depth > 0 && at < c.len() {
                let (step, change) = match (starts(at, "/*"), starts(at, "*/")) {
                    (true, _) => (2, 1),
                    (_, true) => (2, -1),
                    _ => (1, 0),
                };
                (at, depth) = (at + step, depth + change);
            }
        } else if let Some(hashes) = raw_text(&c[at..]) {
            let end = format!("\"{}", "#".repeat(hashes));
            at += hashes + 2;
            while at < c.len() && !starts(at, &end) {
                at += 1;
            }
            at += end.len();
        } else if c[at] == '"' {
            at += 1;
            while at < c.len() && c[at] != '"' {
                at += if c[at] == '\\' { 2 } else { 1 };
            }
            at += 1;
        } else if c[at] == '\'' {
            // A character, or a lifetime.
            at += match (c.get(at + 1), c.get(at + 2)) {
                (Some('\\'), _) => 3 + c[at + 3..].iter().take_while(|x| **x != '\'').count() + 1,
                (_, Some('\'')) => 3,
                _ => 1,
            };
        } else if starts(at, "::") {
            tokens.push("::".to_owned());
            at += 2;
        } else if is_name(c[at]) {
            let name: String = c[at..].iter().take_while(|x| is_name(**x)).collect();
            at += name.chars().count();
            tokens.push(name);
        } else {
            if !c[at].is_whitespace() {
                tokens.push(c[at].to_string());
            }
            at += 1;
        }
    }
    tokens
}

/// How many `#` a raw text has that begins here.
fn raw_text(c: &[char]) -> Option<usize> {
    let (&first, rest) = c.split_first()?;
    let hashes = rest.iter().take_while(|x| **x == '#').count();
    (first == 'r' && rest.get(hashes) == Some(&'"')).then_some(hashes)
}

/// The tokens of what is always compiled, and of what is behind a `cfg` that asks for `test`.
fn without_tests(tokens: &[String]) -> (Vec<String>, Vec<String>) {
    let (mut always, mut tests) = (vec![], vec![]);
    let mut at = 0;
    while at < tokens.len() {
        let end = match &tokens[at..] {
            [a, b, c, ..] if (a.as_str(), b.as_str(), c.as_str()) == ("#", "[", "cfg") => {
                at + closed(&tokens[at + 1..]) + 1
            }
            _ => at,
        };
        let condition = &tokens[at..end];
        let asks = (0..condition.len()).any(|at| condition[at] == "test" && condition[at - 2] != "not");
        if !asks {
            always.push(tokens[at].clone());
            at += 1;
            continue;
        }
        let length = item(&tokens[end..]);
        tests.extend_from_slice(&tokens[end..end + length]);
        at = end + length;
    }
    (always, tests)
}

/// Length of what begins with a bracket, up to the one that closes it.
fn closed(tokens: &[String]) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token.as_str() {
            "{" | "[" | "(" => depth += 1,
            "}" | "]" | ")" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

/// Length of the item or statement at the front: up to its `;`, or the end of its body.
fn item(tokens: &[String]) -> usize {
    let is_use = tokens.iter().take_while(|token| *token != "{").any(|token| token == "use");
    let mut at = 0;
    while at < tokens.len() {
        match tokens[at].as_str() {
            ";" => return at + 1,
            "{" if !is_use => return at + closed(&tokens[at..]),
            "{" | "[" | "(" => at += closed(&tokens[at..]),
            _ => at += 1,
        }
    }
    at
}
