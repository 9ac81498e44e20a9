//! The graphics card: which one there is, and what goes wrong with it.

use std::sync::{Arc, Mutex};

use crate::error::{Error, Result};

/// Which card, for people, and what it can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adapter {
    /// Its name, as far as the browser or driver tells.
    pub name: String,
    /// Whether it is a program on the processor.
    pub software: bool,
    /// Whether times on the card can be measured.
    pub has_timestamps: bool,
    /// Whether invocations of a subgroup can add among themselves. wgpu does not offer it in browsers yet.
    pub has_subgroups: bool,
}

/// What happened to a device since it was opened.
#[derive(Debug, Default)]
struct Events {
    lost: Option<String>,
    error: Option<String>,
}

/// An open device. Clones are the same device.
#[derive(Clone, Debug)]
pub struct Gpu {
    pub(super) device: wgpu::Device,
    pub(super) queue: wgpu::Queue,
    adapter: Adapter,
    events: Arc<Mutex<Events>>,
}

pub(super) fn failed(problem: impl std::fmt::Display) -> Error {
    Error::Gpu(problem.to_string())
}

#[cfg(not(target_arch = "wasm32"))]
fn no_adapter(error: wgpu::RequestAdapterError) -> Error {
    failed(format!("no graphics card can be used: {error}"))
}

/// What wgpu says here is about systems that no browser runs on.
#[cfg(target_arch = "wasm32")]
fn no_adapter(_: wgpu::RequestAdapterError) -> Error {
    failed("none is offered to this page; `Model` computes on the processor")
}

impl Gpu {
    /// Opens the best graphics card.
    ///
    /// # Errors
    /// [`Error::Gpu`] where there is none, or it can't be opened.
    pub async fn open() -> Result<Self> {
        let instance = wgpu::Instance::new(wgpu::InstanceDescriptor::new_without_display_handle());
        let options = wgpu::RequestAdapterOptions {
            power_preference: wgpu::PowerPreference::HighPerformance,
            ..wgpu::RequestAdapterOptions::default()
        };
        let adapter = instance.request_adapter(&options).await.map_err(no_adapter)?;
        let features = adapter.features() & (wgpu::Features::TIMESTAMP_QUERY | wgpu::Features::SUBGROUP);
        // More than the default limits is not needed, and asking for more has broken programs on small machines.
        let descriptor = wgpu::DeviceDescriptor {
            label: Some("gsa"),
            required_features: features,
            required_limits: wgpu::Limits::default(),
            ..wgpu::DeviceDescriptor::default()
        };
        let (device, queue) = adapter
            .request_device(&descriptor)
            .await
            .map_err(|error| failed(format!("the graphics card can't be opened: {error}")))?;
        let events = Arc::new(Mutex::new(Events::default()));
        let told = Arc::clone(&events);
        device.set_device_lost_callback(move |_, message| {
            if let Ok(mut events) = told.lock() {
                events.lost = Some(if message.is_empty() { "no reason given".to_owned() } else { message });
            }
        });
        let told = Arc::clone(&events);
        device.on_uncaptured_error(Arc::new(move |error: wgpu::Error| {
            if let Ok(mut events) = told.lock() {
                events.error.get_or_insert_with(|| error.to_string());
            }
        }));
        let info = adapter.get_info();
        let adapter = Adapter {
            software: info.device_type == wgpu::DeviceType::Cpu,
            name: if info.name.is_empty() { browser_name(&device) } else { info.name },
            has_timestamps: features.contains(wgpu::Features::TIMESTAMP_QUERY),
            has_subgroups: features.contains(wgpu::Features::SUBGROUP),
        };
        Ok(Self { device, queue, adapter, events })
    }

    /// Which card it is.
    pub fn adapter(&self) -> &Adapter {
        &self.adapter
    }

    /// Why the device was lost, once it was.
    pub fn lost(&self) -> Option<String> {
        self.events.lock().ok()?.lost.clone()
    }

    /// Gives the card back; everything that was made with it is gone. For its users it is as if it had been lost.
    pub fn destroy(&self) {
        self.device.destroy();
    }

    /// Fails when anything went wrong since the last call.
    pub(super) fn check(&self) -> Result<()> {
        let mut events = self.events.lock().map_err(failed)?;
        if let Some(reason) = &events.lost {
            return Err(failed(format!("the device was lost ({reason})")));
        }
        events.error.take().map_or(Ok(()), |error| Err(failed(error)))
    }
}

/// What a browser tells of its card where it does not tell the name, such as `google swiftshader`.
#[cfg(target_arch = "wasm32")]
fn browser_name(device: &wgpu::Device) -> String {
    use js_sys::Reflect;
    let Some(device) = device.as_webgpu() else { return String::new() };
    let info = Reflect::get(device, &"adapterInfo".into()).unwrap_or_default();
    let read = |part: &str| Reflect::get(&info, &part.into()).ok().and_then(|text| text.as_string());
    let parts: Vec<String> =
        ["vendor", "architecture"].into_iter().filter_map(read).filter(|t| !t.is_empty()).collect();
    if parts.is_empty() { "unnamed".to_owned() } else { parts.join(" ") }
}

#[cfg(not(target_arch = "wasm32"))]
fn browser_name(_: &wgpu::Device) -> String {
    "unnamed".to_owned()
}
