//! The dispatches of lifting and group self-attention.

use bytemuck::{Pod, Zeroable};

use super::operations::word;
use super::program::{Binding, Dispatch, Value};
use super::tiling::{self, Machine, Tiling};
use crate::layers::Attention;

/// `Params` of group_attention.wgsl and group_attention_exact.wgsl.
#[repr(C)]
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
pub(super) struct AttentionParams {
    pub(super) rows: u32,
    pub(super) cols: u32,
    pub(super) heads: u32,
    pub(super) keys: u32,
    pub(super) window_rows: u32,
    pub(super) window_cols: u32,
    pub(super) row_table: u32,
    pub(super) col_table: u32,
    pub(super) embedding: u32,
    pub(super) steps: u32,
    pub(super) positions: u32,
    pub(super) group_index: u32,
    pub(super) scale: f32,
}

/// Where the encodings of an attention layer lie among the program's parameters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Encodings {
    pub(super) rows: usize,
    pub(super) cols: usize,
}

/// The values that attention works on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Operands {
    /// `[3, head, channel, N in, H, W]`
    pub(super) qkv: Value,
    /// `[head, channel, N out, H, W]`
    pub(super) out: Value,
    /// `[head, N out, word, H, W]`
    pub(super) untrusted: Value,
}

/// Numbers of the flags for query elements whose factors underflow.
pub(super) fn flags(layer: &Attention) -> usize {
    layer.heads * layer.elements_out * Tiling::words(layer) * layer.size[0] * layer.size[1]
}

/// The fused kernel, and the one that does again what it flags. Appends the layer's index tables to `tables`.
pub(super) fn group_attention(
    layer: &Attention,
    machine: Machine,
    encodings: Encodings,
    operands: Operands,
    tables: &mut Vec<u32>,
) -> [Dispatch; 2] {
    let tiling = Tiling::new(layer, machine);
    let [rows, cols] = layer.size;
    let [window_rows, window_cols] = layer.positions.window;
    let steps = word(tables.len());
    let across = if tiling.by_key { cols } else { window_cols };
    let (keys, _) = tiling::keys(layer);
    tables.extend((0..keys).map(|x| packed(x / across, x % across)));
    let positions = word(tables.len());
    let seen = layer.positions.row_index.iter().zip(&layer.positions.col_index);
    if tiling::is_wide(layer) {
        tables.extend(layer.positions.row_index.iter().chain(&layer.positions.col_index));
    } else {
        tables.extend(seen.map(|(row, col)| row | col << 16));
    }
    let group_index = word(tables.len());
    if let Some(group) = &layer.group {
        let n = layer.elements_in;
        if tiling::depends_on_query(&group.index, n) {
            tables.extend(group.index.iter());
        } else {
            tables.extend((0..n * n).map(|i| group.index[i / n * n * n + i % n]));
        }
    }
    let params = AttentionParams {
        rows: word(rows),
        cols: word(cols),
        heads: word(layer.heads),
        keys: word(keys),
        window_rows: word(window_rows),
        window_cols: word(window_cols),
        row_table: word(encodings.rows),
        col_table: word(encodings.cols),
        embedding: layer.group.as_ref().map_or(0, |group| word(group.embedding)),
        steps,
        positions,
        group_index,
        scale: layer.scale() as f32,
    };
    let Operands { qkv, out, untrusted } = operands;
    let bindings =
        vec![Binding::Parameters, Binding::Tables, Binding::Read(qkv), Binding::Write(out), Binding::Write(untrusted)];
    let fused = Dispatch {
        shader: "group_attention",
        source: include_str!("shaders/group_attention.wgsl"),
        constants: tiling.constants(layer),
        params: bytemuck::bytes_of(&params).to_vec(),
        bindings,
        grid: [
            word((rows * cols).div_ceil(tiling.pixels)),
            word(layer.heads * layer.frames() * tiling.all_units / tiling.units),
        ],
    };
    let exact = Dispatch {
        shader: "group_attention_exact",
        source: include_str!("shaders/group_attention_exact.wgsl"),
        grid: [word((rows * cols).div_ceil(64)), word(layer.heads)],
        ..fused.clone()
    };
    [fused, exact]
}

/// Row and column in one word.
fn packed(row: usize, col: usize) -> u32 {
    word(row) | word(col) << 16
}
