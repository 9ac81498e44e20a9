//! What each operation *is*: its description, with shapes and the places of its parameters, and the trait [`Backend`] over them.
//!
//! Kernels stand in [`backend`](crate::backend), one file an operation, under the name that the operation has here.

mod backend;
mod batch_norm;
mod convolution;
mod cost;
mod encoding_net;
mod group_attention;
mod linear;
mod max_pool;
mod norm;
mod parameter;
mod shape;

pub use backend::Backend;
pub use batch_norm::BatchNorm;
pub use convolution::Convolution;
pub(crate) use convolution::{check_group, convolved, taps};
pub use cost::Cost;
pub(crate) use cost::{Work, linear_operations};
pub use encoding_net::EncodingNet;
pub use group_attention::{Attention, GroupEncoding, QueryRule};
pub use linear::{Linear, Mixing};
pub use max_pool::{MaxPool, PoolRule};
pub use norm::Norm;
pub use parameter::{Init, Parameter, Place, Role};
pub(crate) use shape::{cropped, pooled};
