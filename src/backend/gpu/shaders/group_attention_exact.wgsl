// The query elements that group_attention flagged, done again with the sum of the scores exponentiated as a whole:
//
//   out(x, h) += Σ_{x', m} e^(a + b + c − max) / Σ e^(a + b + c − max) · v(x', m)
//
// One invocation per pixel x and head; almost always there is nothing to do.
//
// Dispatch: (pixels / 64, heads, samples).

// Kept in sync with `AttentionParams` in group_attention.rs.
struct Params {
    rows: u32,
    cols: u32,
    heads: u32,
    keys: u32,
    window_rows: u32,
    window_cols: u32,
    row_table: u32,
    col_table: u32,
    embedding: u32,
    steps: u32,
    positions: u32,
    group_index: u32,
    scale: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> parameters: array<f32>;
@group(0) @binding(2) var<storage, read> tables: array<u32>;
@group(0) @binding(3) var<storage, read> qkv: array<f32>; // [B, 3, head, channel, N in, H, W]
@group(0) @binding(4) var<storage, read_write> out: array<f32>; // [B, head, channel, N out, H, W]
@group(0) @binding(5) var<storage, read_write> untrusted: array<u32>; // [B, head, N out, word, H, W]

const MASKED = -1e30;

// The key at (row, col), less than nothing where it is none.
struct Place {
    key: u32,
    offset: u32,
    inside: bool,
}

fn place(x: u32, row: u32, col: u32) -> Place {
    let step = tables[params.steps + x];
#if BY_KEY
    let key_row = step & 0xffffu;
    let key_col = step >> 16u;
    let offset_row = key_row + params.window_rows / 2u - row;
    let offset_col = key_col + params.window_cols / 2u - col;
    let inside = offset_row < params.window_rows && offset_col < params.window_cols;
    return Place(key_row * params.cols + key_col, offset_row * params.window_cols + offset_col, inside);
#else
    let key_row = row + (step & 0xffffu) - params.window_rows / 2u;
    let key_col = col + (step >> 16u) - params.window_cols / 2u;
    return Place(key_row * params.cols + key_col, x, key_row < params.rows && key_col < params.cols);
#end
}

// a + b + c, scaled; `query` and `key` are where their channels begin.
fn score(query: u32, key: u32, h: u32, g: u32, m: u32, offset: u32) -> f32 {
    let plane = ALL_M * params.rows * params.cols;
    let seen = params.positions + h * params.window_rows * params.window_cols + offset;
#if WIDE
    let seen_row = tables[seen];
    let seen_col = tables[seen + ALL_OUT * params.window_rows * params.window_cols];
#else
    let seen_row = tables[seen] & 0xffffu;
    let seen_col = tables[seen] >> 16u;
#end
    var content = 0.0;
    for (var d = 0u; d < DIM; d++) {
        content += params.scale * qkv[query + d * plane] * qkv[key + d * plane];
    }
    var position = 0.0;
    for (var d = 0u; d < ROW_DIM; d++) {
        position += params.scale * qkv[query + d * plane] * parameters[params.row_table + seen_row * ROW_DIM + d];
    }
    for (var d = 0u; d < COL_DIM; d++) {
        position += params.scale * qkv[query + (ROW_DIM + d) * plane] * parameters[params.col_table + seen_col * COL_DIM + d];
    }
#if GROUPED
#if PUBLISHED
    let entry = tables[params.group_index + (h * M + g) * M + m];
#else
    let entry = tables[params.group_index + h * M + m];
#end
    var group = 0.0;
    for (var d = 0u; d < GROUP_DIM; d++) {
        group += params.scale * qkv[query + (FIRST_GROUP_DIM + d) * plane] * parameters[params.embedding + entry * GROUP_DIM + d];
    }
    return content + position + group;
#else
    return content + position;
#end
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) at: vec3<u32>) {
    let area = params.rows * params.cols;
    let pixel = at.x;
    if (pixel >= area) {
        return;
    }
    let plane = ALL_M * area;
    let row = pixel / params.cols;
    let col = pixel % params.cols;
    let head = at.y;
    let planes = params.heads * DIM * plane;
    let query_at = (at.z * 3u) * planes + head * DIM * plane;
    for (var flag = 0u; flag < ALL_OUT * WORDS; flag++) {
        let h = flag / WORDS;
        let word = flag % WORDS;
        var bits = untrusted[(((at.z * params.heads + head) * ALL_OUT + h) * WORDS + word) * area + pixel];
        while (bits != 0u) {
            let bit = firstTrailingBit(bits);
            bits &= bits - 1u;
#if FRAMES > 1
            let g = h;
            let first = h;
#else
            let first = 0u;
#if OWN
            let g = h;
#else
            let g = word * 32u + bit;
#end
#end
            let query = query_at + g * area + pixel;
            var largest = MASKED;
            for (var x = 0u; x < params.keys; x++) {
                let seen = place(x, row, col);
                for (var m = 0u; m < M && seen.inside; m++) {
                    largest = max(largest, score(query, query_at + planes + (first + m) * area + seen.key, h, g, m, seen.offset));
                }
            }
            var total = 0.0;
            for (var x = 0u; x < params.keys; x++) {
                let seen = place(x, row, col);
                for (var m = 0u; m < M && seen.inside; m++) {
                    total += exp(score(query, query_at + planes + (first + m) * area + seen.key, h, g, m, seen.offset) - largest);
                }
            }
            for (var x = 0u; x < params.keys; x++) {
                let seen = place(x, row, col);
                for (var m = 0u; m < M && seen.inside; m++) {
                    let key = query_at + planes + (first + m) * area + seen.key;
                    let weight = exp(score(query, key, h, g, m, seen.offset) - largest) / total;
                    for (var d = 0u; d < DIM; d++) {
                        out[((at.z * params.heads + head) * DIM + d) * ALL_OUT * area + h * area + pixel] +=
                            weight * qkv[key + planes + d * plane];
                    }
                }
            }
        }
    }
}
