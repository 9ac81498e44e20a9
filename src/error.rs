//! The one error type of the crate.

/// What went wrong, in words that say what to do about it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A description of a network that can't be built.
    #[error("configuration: {0}")]
    Config(String),
    /// A model or state file that can't be read.
    #[error("model file: {0}")]
    ModelFile(String),
    /// A tensor that is missing, superfluous or of another shape than the configuration asks for.
    #[error("weights `{name}`: {problem}")]
    Weights {
        /// Name of the tensor in the file.
        name: String,
        /// What was expected, what was found, and a hint.
        problem: String,
    },
    /// An input that the network can't take.
    #[error("input: {0}")]
    Input(String),
    /// No graphics card, or something that it refused.
    #[error("graphics card: {0}")]
    Gpu(String),
    /// A layer, channel, element or pixel that does not exist.
    #[error("{what} {index} does not exist: this network has {count} (0 to {last})", last = count.saturating_sub(1))]
    OutOfRange {
        /// The kind of thing that was asked for.
        what: &'static str,
        /// The number that was asked for.
        index: usize,
        /// How many there are.
        count: usize,
    },
}

/// Result with this crate's [`enum@Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What stands in a file, fit to be shown in an error: its first 120 characters, without any that control a terminal.
///
/// ```
/// assert_eq!(gsa_net::quoted("r4_sa\u{1b}[2J"), "r4_sa\u{fffd}[2J");
/// assert_eq!(gsa_net::quoted(&"x".repeat(500)).chars().count(), 121);
/// ```
pub fn quoted(text: &str) -> String {
    let mut characters = text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c });
    let mut shown: String = characters.by_ref().take(120).collect();
    if characters.next().is_some() {
        shown.push('…');
    }
    shown
}
