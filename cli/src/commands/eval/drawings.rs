//! Which drawings of a file are asked about.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::args::Eval;
use crate::data::drawn::Hands;
use crate::data::strokes::{self, Drawing};

/// Drawings, and which of them are asked about.
pub(super) struct Drawings {
    pub(super) drawings: Vec<Drawing>,
    pub(super) members: Vec<usize>,
}

impl Drawings {
    pub(super) fn read(args: &Eval, path: &Path) -> Result<Self> {
        let mut drawings = strokes::read(path)?;
        if args.tested_writers {
            drawings.retain(|drawing| drawing.writer.is_some_and(|writer| Hands::of(writer) == Hands::Tested));
            ensure!(!drawings.is_empty(), "{} has no drawing by writers 6, 12, 18 and so on", path.display());
        }
        let members = super::spread(drawings.len(), args.limit);
        Ok(Self { drawings, members })
    }
}
