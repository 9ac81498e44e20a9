//! Unrolls WGSL: the shaders are written once for all networks, and loops over small constants are written out, so that what
//! they index lies in registers.
//!
//! Lines that begin with `#` are directives:
//!
//! ```text
//! #for g in G         the lines up to #end, G times, with {g} replaced by 0, 1, … (`from A`: by A, A + 1, …)
//! #if SPLIT > 1       the lines up to #else or #end; also ==, or a name alone: not 0
//! #block scores       the lines up to #end are kept …
//! #insert scores      … and stand here
//! #end
//! ```
//!
//! Constants are names of whole numbers; each also becomes a `const` of the shader.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Named whole numbers.
pub(super) type Constants = BTreeMap<&'static str, u32>;

/// The shader for these constants. What a shader says wrongly is a mistake of this crate, found by its tests.
///
/// # Panics
/// For a directive that makes no sense.
pub(super) fn expand(source: &str, constants: &Constants) -> String {
    let mut out = String::with_capacity(2 * source.len());
    for (name, value) in constants {
        writeln!(out, "const {name}: u32 = {value}u;").expect("a string takes all");
    }
    // Comments are for readers of the source.
    let lines: Vec<&str> = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let mut expander = Expander { constants, blocks: BTreeMap::new(), out };
    expander.lines(&lines, &mut vec![]);
    expander.out
}

struct Expander<'s> {
    constants: &'s Constants,
    blocks: BTreeMap<&'s str, Vec<&'s str>>,
    out: String,
}

impl<'s> Expander<'s> {
    fn lines(&mut self, lines: &[&'s str], variables: &mut Vec<(&'s str, u32)>) {
        let mut at = 0;
        while let Some(&line) = lines.get(at) {
            at += 1;
            let Some(directive) = line.trim_start().strip_prefix('#') else {
                self.line(line, variables);
                continue;
            };
            let words: Vec<&str> = directive.split_whitespace().collect();
            if let ["insert", name] = words[..] {
                let block = self.blocks.get(name).unwrap_or_else(|| panic!("no #block {name}")).clone();
                self.lines(&block, variables);
                continue;
            }
            let (body, other, end) = body(&lines[at..]);
            at += end + 1;
            match words[..] {
                ["for", variable, "in", count] => self.repeat(body, variables, variable, 0, self.value(count)),
                ["for", variable, "in", count, "from", first] => {
                    self.repeat(body, variables, variable, self.value(first), self.value(count));
                }
                ["if", name] => self.lines(if self.value(name) != 0 { body } else { other }, variables),
                ["if", name, "==", value] => {
                    self.lines(if self.value(name) == self.value(value) { body } else { other }, variables);
                }
                ["if", name, ">", value] => {
                    self.lines(if self.value(name) > self.value(value) { body } else { other }, variables);
                }
                ["block", name] => drop(self.blocks.insert(name, body.to_vec())),
                _ => panic!("#{directive} is no directive"),
            }
        }
    }

    fn repeat(
        &mut self,
        body: &[&'s str],
        variables: &mut Vec<(&'s str, u32)>,
        variable: &'s str,
        first: u32,
        count: u32,
    ) {
        for value in first..first + count {
            variables.push((variable, value));
            self.lines(body, variables);
            variables.pop();
        }
    }

    fn line(&mut self, line: &str, variables: &[(&str, u32)]) {
        let mut rest = line.trim();
        while let Some(start) = rest.find('{') {
            let value = rest[start + 1..]
                .split_once('}')
                .and_then(|(name, after)| Some((variables.iter().rev().find(|(known, _)| *known == name)?.1, after)));
            match value {
                Some((value, after)) => {
                    write!(self.out, "{}{value}", &rest[..start]).expect("a string takes all");
                    rest = after;
                }
                None => {
                    self.out.push_str(&rest[..=start]);
                    rest = &rest[start + 1..];
                }
            }
        }
        self.out.push_str(rest);
        self.out.push('\n');
    }

    fn value(&self, text: &str) -> u32 {
        text.parse().ok().or_else(|| self.constants.get(text).copied()).unwrap_or_else(|| panic!("no constant {text}"))
    }
}

/// The lines up to the matching `#end`, those behind its `#else`, and where the `#end` is.
fn body<'a, 's>(lines: &'a [&'s str]) -> (&'a [&'s str], &'a [&'s str], usize) {
    let (mut depth, mut middle) = (0, None);
    for (at, line) in lines.iter().enumerate() {
        match line.split_whitespace().next() {
            Some("#for" | "#if" | "#block") => depth += 1,
            Some("#else") if depth == 0 => middle = Some(at),
            Some("#end") if depth == 0 => {
                let middle_or_end = middle.unwrap_or(at);
                return (&lines[..middle_or_end], &lines[(middle_or_end + 1).min(at)..at], at);
            }
            Some("#end") => depth -= 1,
            _ => {}
        }
    }
    panic!("a directive without #end");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expanded(source: &str) -> String {
        let constants = Constants::from([("A", 2), ("B", 1), ("NONE", 0)]);
        expand(source, &constants).lines().skip(3).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn loops_nest_and_replace_their_variables_alone() {
        let source = "#for i in A\n#for j in B\nlet x{i}_{j} = f({i}u) { {k} };\n#end\n#end\nlast";
        assert_eq!(expanded(source), "let x0_0 = f(0u) { {k} };\nlet x1_0 = f(1u) { {k} };\nlast");
    }

    #[test]
    fn loops_begin_where_they_are_told_to() {
        assert_eq!(expanded("#for i in A from B\n{i}\n#end"), "1\n2");
    }

    #[test]
    fn conditions_choose_one_side() {
        assert_eq!(expanded("#if A == 2\nyes\n#else\nno\n#end"), "yes");
        assert_eq!(expanded("#if NONE\nyes\n#else\n#if B > 0\ninner\n#end\nno\n#end\nafter"), "inner\nno\nafter");
        assert_eq!(expanded("#if B > 1\nyes\n#end"), "");
    }

    #[test]
    fn blocks_stand_where_they_are_inserted() {
        assert_eq!(expanded("#block b\nx{i}\n#end\n#for i in A\n#insert b\n#end"), "x0\nx1");
    }

    #[test]
    fn constants_become_constants_and_comments_go() {
        let text = expand("// a\nb", &Constants::from([("G", 3)]));
        assert_eq!(text, "const G: u32 = 3u;\nb\n");
    }

    #[test]
    #[should_panic(expected = "no constant C")]
    fn an_unknown_constant_is_refused() {
        expanded("#if C\n#end");
    }
}
