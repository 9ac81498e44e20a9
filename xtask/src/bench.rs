//! placeholder
use anyhow::Result;
pub(crate) struct Options;
impl Options {
    pub(crate) fn parse(_: &[String]) -> Result<Options> {
        Ok(Options)
    }
}
pub(crate) fn run(_: &Options) -> Result<()> {
    Ok(())
}
