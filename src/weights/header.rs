//! What the header of a safetensors file must not be, and its reader lets pass.

use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::error::{Error, Result, quoted};

/// Refuses a header that says something twice: which of the two is meant, every reader would decide for itself.
///
/// # Errors
/// [`Error::ModelFile`] with the name.
pub(super) fn refuse_duplicates(header: &[u8]) -> Result<()> {
    match serde_json::from_slice::<Distinct>(header) {
        Ok(_) => Ok(()),
        Err(error) => Err(Error::ModelFile(format!("its header is damaged: {}", quoted(&error.to_string())))),
    }
}

/// Any JSON whose objects have no key twice.
struct Distinct;

impl<'de> Deserialize<'de> for Distinct {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        deserializer.deserialize_any(Distinct)
    }
}

impl<'de> Visitor<'de> for Distinct {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Self, A::Error> {
        let mut seen = HashSet::new();
        while let Some(key) = map.next_key::<String>()? {
            map.next_value::<Distinct>()?;
            if let Some(key) = seen.replace(key) {
                return Err(A::Error::custom(format_args!("`{key}` is there twice")));
            }
        }
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> std::result::Result<Self, A::Error> {
        // A header's lists hold numbers.
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(self)
    }

    fn visit_str<E>(self, _: &str) -> std::result::Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E>(self, _: u64) -> std::result::Result<Self, E> {
        Ok(self)
    }
}
