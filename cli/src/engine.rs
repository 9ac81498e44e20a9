//! The engine that a command asks for.

use anyhow::Result;
use gsa_net::{CpuEngine, Model};
use ndarray::{Array2, ArrayView4};

use crate::args;

/// A network made ready to run.
#[allow(clippy::large_enum_variant, reason = "a command makes one; without a card it has one variant")]
pub(crate) enum Engine {
    Cpu(CpuEngine),
    #[cfg(feature = "gpu")]
    Gpu(gsa_net::GpuEngine),
}

impl Engine {
    pub(crate) fn new(model: &Model, engine: args::Engine) -> Result<Self> {
        match engine {
            args::Engine::Cpu => Ok(Self::Cpu(CpuEngine::new(model))),
            #[cfg(feature = "gpu")]
            args::Engine::Gpu => {
                use anyhow::Context as _;
                let engine = pollster::block_on(gsa_net::GpuEngine::new(model));
                Ok(Self::Gpu(engine.context("`--engine cpu` works on every machine")?))
            }
            #[cfg(not(feature = "gpu"))]
            args::Engine::Gpu => anyhow::bail!("this `gsa` was built without its feature `gpu`: use `--engine cpu`"),
        }
    }

    /// The logits of pictures with pixels from 0 to 1: `[B, C, H, W]` → `[B, classes]`.
    pub(crate) fn logits(&self, images: ArrayView4<'_, f32>) -> gsa_net::Result<Array2<f32>> {
        match self {
            Self::Cpu(engine) => engine.logits(images),
            #[cfg(feature = "gpu")]
            Self::Gpu(engine) => pollster::block_on(engine.logits(images)),
        }
    }

    /// The logits of pictures that are fed as they are.
    pub(crate) fn logits_of_prepared(&self, images: ArrayView4<'_, f32>) -> gsa_net::Result<Array2<f32>> {
        match self {
            Self::Cpu(engine) => engine.logits_of_prepared(images),
            #[cfg(feature = "gpu")]
            Self::Gpu(engine) => pollster::block_on(engine.logits_of_prepared(images)),
        }
    }

    /// Name of the graphics card, where it is one.
    pub(crate) fn adapter(&self) -> Option<String> {
        match self {
            Self::Cpu(_) => None,
            #[cfg(feature = "gpu")]
            Self::Gpu(engine) => Some(engine.gpu().adapter().name.clone()),
        }
    }

    /// Time that the last answer took on the graphics card itself, where it can tell.
    pub(crate) fn card_milliseconds(&self) -> Option<f64> {
        match self {
            Self::Cpu(_) => None,
            #[cfg(feature = "gpu")]
            Self::Gpu(engine) => engine.milliseconds(),
        }
    }

    /// Operations per second that the graphics card does at best, where it can tell times.
    pub(crate) fn card_peak(&self) -> gsa_net::Result<Option<f64>> {
        match self {
            Self::Cpu(_) => Ok(None),
            #[cfg(feature = "gpu")]
            Self::Gpu(engine) => pollster::block_on(gsa_net::backend::gpu::multiply_adds_per_second(engine.gpu())),
        }
    }

    /// Bytes of all buffers on the graphics card.
    pub(crate) fn buffer_bytes(&self) -> Option<u64> {
        match self {
            Self::Cpu(_) => None,
            #[cfg(feature = "gpu")]
            Self::Gpu(engine) => Some(engine.buffer_bytes()),
        }
    }
}
