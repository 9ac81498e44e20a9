//! Waiting for the card.

use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use super::device::{Gpu, failed};
use crate::error::Result;

/// What a callback will say.
struct Answer<T> {
    value: Option<T>,
    waker: Option<Waker>,
}

/// A promise that a callback keeps.
struct Promise<T>(Arc<Mutex<Answer<T>>>);

impl<T> Future for Promise<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let mut answer = self.0.lock().expect("nothing panics while it holds this lock");
        match answer.value.take() {
            Some(value) => Poll::Ready(value),
            None => {
                answer.waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}

/// Maps a buffer, hands its bytes to `read` and unmaps it.
pub(super) async fn read<R>(gpu: &Gpu, buffer: &wgpu::Buffer, bytes: u64, read: impl FnOnce(&[u8]) -> R) -> Result<R> {
    let answer = Arc::new(Mutex::new(Answer { value: None, waker: None }));
    let told = Arc::clone(&answer);
    buffer.map_async(wgpu::MapMode::Read, 0..bytes, move |result| {
        if let Ok(mut answer) = told.lock() {
            answer.value = Some(result);
            if let Some(waker) = answer.waker.take() {
                waker.wake();
            }
        }
    });
    // In a browser this does nothing, and the event loop goes on.
    gpu.device.poll(wgpu::PollType::wait_indefinitely()).map_err(failed)?;
    let mapped = Promise(answer).await;
    gpu.check()?;
    mapped.map_err(failed)?;
    let result = read(&buffer.get_mapped_range(0..bytes).map_err(failed)?);
    buffer.unmap();
    Ok(result)
}

/// What lies between the two timestamps at the start of an answer.
pub(super) fn milliseconds(gpu: &Gpu, times: &[u8]) -> f64 {
    let [start, end]: [u64; 2] = bytemuck::pod_read_unaligned(times);
    end.saturating_sub(start) as f64 * f64::from(gpu.queue.get_timestamp_period()) / 1e6
}
