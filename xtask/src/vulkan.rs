//! A Vulkan driver for the native tests of the engine on the graphics card; Mesa's needs no card.

use crate::apt;
use crate::shell::step;
use anyhow::Result;
use std::path::Path;

const DRIVERS: [&str; 2] = ["/usr/share/vulkan/icd.d", "/etc/vulkan/icd.d"];
const LOADERS: [&str; 3] = [
    "/usr/lib/x86_64-linux-gnu/libvulkan.so.1",
    "/usr/lib/aarch64-linux-gnu/libvulkan.so.1",
    "/usr/lib/libvulkan.so.1",
];

/// Installs a driver where there is none. In CI a missing one is an error; elsewhere the tests that need it are skipped, and
/// say so.
pub(crate) fn ensure() -> Result<()> {
    if is_present() {
        return Ok(());
    }
    let packages = ["mesa-vulkan-drivers", "libvulkan1"];
    let installed = apt::install("a Vulkan driver is", &packages, "on Debian, `apt-get install mesa-vulkan-drivers`");
    match installed {
        Err(error) if !is_required() => {
            step(format!("{error:#}. The native tests of the graphics card will be skipped"));
            Ok(())
        }
        other => other,
    }
}

/// Whether a missing adapter fails the tests.
pub(crate) fn is_required() -> bool {
    std::env::var_os("CI").is_some() || std::env::var_os("REQUIRE_GPU").is_some_and(|value| value == "1")
}

fn is_present() -> bool {
    let has_driver = |folder: &&str| Path::new(folder).read_dir().is_ok_and(|mut entries| entries.next().is_some());
    DRIVERS.iter().any(has_driver) && LOADERS.iter().any(|path| Path::new(path).exists())
}
