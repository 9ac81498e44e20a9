//! Counts of right and wrong answers, and how tables of them are written.

use std::fmt;

use crate::score::percent;

/// Right answers among all.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    pub(crate) count: usize,
    pub(crate) correct: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, correct: bool) {
        self.count += 1;
        self.correct += usize::from(correct);
    }

    pub(crate) fn percent(&self) -> String {
        percent(self.correct, self.count)
    }
}

/// How often each digit (row) was answered by each digit (column).
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Confusion([[usize; 10]; 10]);

impl Confusion {
    /// # Panics
    /// When `label` or `answer` is no digit.
    pub(crate) fn add(&mut self, label: u8, answer: usize) {
        self.0[usize::from(label)][answer] += 1;
    }

    pub(crate) fn rows(&self) -> &[[usize; 10]; 10] {
        &self.0
    }
}

impl fmt::Display for Confusion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "digit  answered:")?;
        for answer in 0..10 {
            write!(f, "{:>width$}", answer, width = if answer == 0 { 2 } else { 6 })?;
        }
        writeln!(f, "     right")?;
        for (digit, row) in self.0.iter().enumerate() {
            write!(f, "{digit:>5}       ")?;
            for count in row {
                match count {
                    0 => write!(f, "{:>6}", "·")?,
                    count => write!(f, "{count:>6}")?,
                }
            }
            writeln!(f, "  {:>8}", percent(row[digit], row.iter().sum()))?;
        }
        Ok(())
    }
}

/// A name as CSV has it: in quotes where it needs them.
pub(crate) fn csv_field(name: &str) -> String {
    if name.contains([',', '"', '\n']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confusion_has_digits_in_rows_and_answers_in_columns() {
        let mut confusion = Confusion::default();
        confusion.add(6, 9);
        confusion.add(6, 6);
        assert_eq!((confusion.rows()[6][9], confusion.rows()[9][6]), (1, 0));
        let text = confusion.to_string();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 11);
        assert!(lines[7].starts_with("    6") && lines[7].ends_with("50.00 %"), "{text}");
        assert!(lines[1].ends_with('–'), "{text}");
        let widths: Vec<usize> = lines.iter().map(|line| line.chars().count()).collect();
        assert!(widths.iter().all(|&width| width == widths[1]), "{text}");
    }
}
