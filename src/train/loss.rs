//! Cross-entropy with label smoothing.

use crate::backend::cpu::real::Real;

/// The loss of one sample and its gradient, which overwrites `gradient`: −Σ_c t_c log p_c with p = softmax(logits) and a target t that
/// gives each wrong class `smoothing` / classes.
pub fn cross_entropy<T: Real>(logits: &[T], label: usize, smoothing: f64, gradient: &mut [T]) -> T {
    let largest = logits.iter().copied().fold(T::neg_infinity(), T::max);
    let total: T = logits.iter().map(|x| (*x - largest).exp()).sum();
    let log_total = total.ln() + largest;
    let off = smoothing / logits.len() as f64;
    let mut loss = T::default();
    for (c, (x, d)) in logits.iter().zip(gradient).enumerate() {
        let target = T::of(if c == label { 1.0 - smoothing + off } else { off });
        loss += target * (log_total - *x);
        *d = (*x - log_total).exp() - target;
    }
    loss
}
