//! Two folders compared, and one made like the other.

use super::{copy, files_below};
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// How a file of `pkg/` is not what it should be.
#[derive(Debug, PartialEq)]
pub(crate) enum Difference {
    Missing(PathBuf),
    Superfluous(PathBuf),
    Changed { path: PathBuf, offset: usize, expected: usize, found: usize },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Difference::Missing(path) => write!(f, "{} is missing", path.display()),
            Difference::Superfluous(path) => write!(f, "{} should not be there", path.display()),
            Difference::Changed { path, offset, expected, found } => {
                write!(f, "{} differs from byte {offset} on ({found} bytes, should be {expected})", path.display())
            }
        }
    }
}

/// Every file in which `found` differs from `expected`.
pub(crate) fn differences(expected: &Path, found: &Path) -> Result<Vec<Difference>> {
    let ours = files_below(expected)?;
    let theirs = if found.exists() { files_below(found)? } else { Vec::new() };
    let mut differences = Vec::new();
    for path in ours.iter().chain(&theirs).collect::<BTreeSet<_>>() {
        let read = |folder: &Path| fs::read(folder.join(path)).with_context(|| folder.join(path).display().to_string());
        if !theirs.contains(path) {
            differences.push(Difference::Missing(path.clone()));
        } else if !ours.contains(path) {
            differences.push(Difference::Superfluous(path.clone()));
        } else {
            let (ours, theirs) = (read(expected)?, read(found)?);
            if ours != theirs {
                let offset = ours.iter().zip(&theirs).take_while(|(a, b)| a == b).count();
                let (expected, found) = (ours.len(), theirs.len());
                differences.push(Difference::Changed { path: path.clone(), offset, expected, found });
            }
        }
    }
    Ok(differences)
}

/// Makes `to` like `from`, touching only files that differ; gives the number of those.
pub(crate) fn sync(from: &Path, to: &Path) -> Result<usize> {
    let differences = differences(from, to)?;
    for difference in &differences {
        match difference {
            Difference::Superfluous(path) => fs::remove_file(to.join(path))?,
            Difference::Missing(path) | Difference::Changed { path, .. } => copy(&from.join(path), &to.join(path))?,
        }
    }
    Ok(differences.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::testing;

    #[test]
    fn each_kind_of_difference_is_found_and_sync_removes_it() {
        let ours = testing::folder("ours");
        let theirs = testing::folder("theirs");
        fs::create_dir(ours.join("inner")).unwrap();
        fs::write(ours.join("inner/new"), "new").unwrap();
        fs::write(ours.join("same"), "same").unwrap();
        fs::write(ours.join("changed"), "abcd").unwrap();
        fs::write(theirs.join("same"), "same").unwrap();
        fs::write(theirs.join("changed"), "abX").unwrap();
        fs::write(theirs.join("old"), "old").unwrap();

        let path = |p: &str| PathBuf::from(p);
        let expected = [
            Difference::Changed { path: path("changed"), offset: 2, expected: 4, found: 3 },
            Difference::Missing(path("inner/new")),
            Difference::Superfluous(path("old")),
        ];
        assert_eq!(differences(&ours, &theirs).unwrap(), expected);
        assert_eq!(sync(&ours, &theirs).unwrap(), 3);
        assert_eq!(differences(&ours, &theirs).unwrap(), []);
    }

    #[test]
    fn everything_is_missing_from_a_folder_that_does_not_exist() {
        let ours = testing::folder("lonely");
        fs::write(ours.join("file"), "").unwrap();
        let found = differences(&ours, &ours.join("nowhere")).unwrap();
        assert_eq!(found, [Difference::Missing(PathBuf::from("file"))]);
    }
}
