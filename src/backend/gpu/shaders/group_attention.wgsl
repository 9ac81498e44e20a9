// Lifting and group self-attention of one head for a tile of pixels, without an attention tensor:
//
//   out(x, h) = Σ_g Σ_{x', m} e^a(g; m, x') · e^b(h, g; x') · e^c(h, g; m) / Z(h, g) · v(x', m)
//
// with output element h, query element g, key element m at pixel x', content a = q·k, position b = q·ρ(Δ) (itself a sum over row
// and column) and group c = q·emb. Each factor is exponentiated on its own, its own maximum subtracted. A sum Z too small to be
// trusted is flagged in `untrusted` and left to group_attention_exact. The lifting layer has one g, one m and no c.
//
// An invocation works for one pixel p of the tile and one unit s: HB output elements and SLICE channels of the head. Factors are
// shared by the units of a pixel in workgroup memory: keys in chunks of X, query elements in chunks of G. Where all keys are one
// chunk, content is computed once; otherwise once to find maxima and Z, and once more to weigh the values.
//
// Dispatch: (pixels / P, heads · UNITS / S, samples).

// Kept in sync with `AttentionParams` in attention.rs.
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
@group(0) @binding(5) var<storage, read_write> untrusted: array<u32>; // [B, head, N out, word, H, W], a bit for each query element

var<workgroup> content: array<f32, CONTENT>; // [key, M, G, P]
#if FACTORS
var<workgroup> factors: array<f32, FACTORS>; // [row, then column, then element][G, P]
#end
#if S > 1
var<workgroup> peaks: array<f32, PEAKS>; // [4, S, G, P]
#end

const MASKED = -1e30;
const SAFE_SUM = 1e-24;

// Where the x-th key of the loop lies: `key` and `offset` in the window; `inside` says whether it is a key at all.
#block place
let step = tables[params.steps + x0 + x];
#if BY_KEY
let key_row = step & 0xffffu;
let key_col = step >> 16u;
let offset_row = key_row + params.window_rows / 2u - row;
let offset_col = key_col + params.window_cols / 2u - col;
let inside = offset_row < params.window_rows && offset_col < params.window_cols;
let key = key_row * params.cols + key_col;
let offset = offset_row * params.window_cols + offset_col;
#else
let key_row = row + (step & 0xffffu) - params.window_rows / 2u;
let key_col = col + (step >> 16u) - params.window_cols / 2u;
let inside = key_row < params.rows && key_col < params.cols;
let key = select(pixel, key_row * params.cols + key_col, inside);
let offset = x0 + x;
#end
#end

// e^b for every output element of the unit and every query element of the chunk.
#block position
#for h in HB
let seen{h} = params.positions + (h0 + {h}u) * params.window_rows * params.window_cols + offset;
#if WIDE
let seen_row{h} = tables[seen{h}];
let seen_col{h} = tables[seen{h} + OUT * params.window_rows * params.window_cols];
#else
let packed{h} = tables[seen{h}];
let seen_row{h} = packed{h} & 0xffffu;
let seen_col{h} = packed{h} >> 16u;
#end
#if STORED
#for g in G
let b{h}_{g} = factors[(seen_row{h} * G + {g}u) * P + p] * factors[((ROWS + seen_col{h}) * G + {g}u) * P + p];
#end
#else
#for g in G
var score{h}_{g} = -row_peak{g} - col_peak{g};
#end
#for d in ROW_DIM
let r{h}_{d} = parameters[params.row_table + seen_row{h} * ROW_DIM + {d}u];
#for g in G
score{h}_{g} += q{g}_{d} * r{h}_{d};
#end
#end
#for d in COL_DIM from ROW_DIM
let r{h}_{d} = parameters[params.col_table + seen_col{h} * COL_DIM + {d}u - ROW_DIM];
#for g in G
score{h}_{g} += q{g}_{d} * r{h}_{d};
#end
#end
#for g in G
let b{h}_{g} = exp(score{h}_{g});
#end
#end
#end
#end

// Content scores of the chunk and their maxima.
#block scores
for (var x = s / M_SPLIT; x < count; x += S / M_SPLIT) {
#insert place
for (var i = 0u; i < M / M_SPLIT; i++) {
let m = (s % M_SPLIT) * (M / M_SPLIT) + i;
let at = key_at + m * area + key;
#for g in G
var a{g} = 0.0;
#end
#for d in DIM
let k{d} = qkv[at + {d}u * plane];
#for g in G
a{g} += q{g}_{d} * k{d};
#end
#end
#for g in G
a{g} = select(MASKED, a{g}, inside);
content[((x * M + m) * G + {g}u) * P + p] = a{g};
content_peak{g} = max(content_peak{g}, a{g});
#end
}
}
#end

// Content scores of the chunk, those that this unit computed, less their maxima, exponentiated.
#block exponentiate
for (var x = s / M_SPLIT; x < count; x += S / M_SPLIT) {
for (var i = 0u; i < M / M_SPLIT; i++) {
let m = (s % M_SPLIT) * (M / M_SPLIT) + i;
#for g in G
let at{g} = ((x * M + m) * G + {g}u) * P + p;
let a{g} = content[at{g}];
content[at{g}] = select(exp(a{g} - content_peak{g}), 0.0, a{g} <= MASKED);
#end
}
}
#end

// e^c for key element m, every output element of the unit and every query element of the chunk.
#block group
#for h in HB
#if PUBLISHED
#for g in G
let e{h}_{g} = tables[params.group_index + ((h0 + {h}u) * M + g0 + {g}u) * M + m];
let c{h}_{g} = factors[((FIRST_ELEMENT + e{h}_{g}) * G + {g}u) * P + p];
#end
#else
let e{h} = tables[params.group_index + (h0 + {h}u) * M + m];
#for g in G
let c{h}_{g} = factors[((FIRST_ELEMENT + e{h}) * G + {g}u) * P + p];
#end
#end
#end
#end

@compute @workgroup_size(P, S)
fn main(@builtin(workgroup_id) workgroup: vec3<u32>, @builtin(local_invocation_id) local: vec3<u32>) {
let p = local.x;
let s = local.y;
let area = params.rows * params.cols;
let plane = M * area;
let in_picture = workgroup.x * P + p < area;
let pixel = min(workgroup.x * P + p, area - 1u);
let row = pixel / params.cols;
let col = pixel % params.cols;
let head = workgroup.y / (UNITS / S);
let unit = workgroup.y % (UNITS / S) * S + s;
let h0 = unit / SLICES * HB;
let d0 = unit % SLICES * SLICE;
let planes = params.heads * DIM * plane;
let query_at = (workgroup.z * 3u) * planes + head * DIM * plane;
let key_at = query_at + planes;
let value_at = key_at + planes;
#for h in HB
#for d in SLICE
var out{h}_{d} = 0.0;
#end
var bad{h} = 0u;
#end
#if OWN
// All units of the workgroup have the same h, and g = h alone.
let first_query = workgroup.y % (UNITS / S) * S / SLICES;
#else
let first_query = 0u;
#end
for (var g0 = first_query; g0 < first_query + QUERIES; g0 += G) {
#for g in G
#for d in DIM
let q{g}_{d} = params.scale * qkv[query_at + {d}u * plane + (g0 + {g}u) * area + pixel];
#end
var content_peak{g} = MASKED;
var row_peak{g} = MASKED;
var col_peak{g} = MASKED;
var group_peak{g} = MASKED;
#end
#if S > 1
workgroupBarrier();
#end

for (var i = s; i < ROWS; i += S) {
#for g in G
var a{g} = 0.0;
#end
#for d in ROW_DIM
let r{d} = parameters[params.row_table + i * ROW_DIM + {d}u];
#for g in G
a{g} += q{g}_{d} * r{d};
#end
#end
#for g in G
row_peak{g} = max(row_peak{g}, a{g});
#if STORED
factors[(i * G + {g}u) * P + p] = a{g};
#end
#end
}
for (var i = s; i < COLS; i += S) {
#for g in G
var a{g} = 0.0;
#end
#for d in COL_DIM from ROW_DIM
let r{d} = parameters[params.col_table + i * COL_DIM + {d}u - ROW_DIM];
#for g in G
a{g} += q{g}_{d} * r{d};
#end
#end
#for g in G
col_peak{g} = max(col_peak{g}, a{g});
#if STORED
factors[((ROWS + i) * G + {g}u) * P + p] = a{g};
#end
#end
}
#if GROUPED
for (var i = s; i < M; i += S) {
#for g in G
var a{g} = 0.0;
#end
#for d in GROUP_DIM from FIRST_GROUP_DIM
let r{d} = parameters[params.embedding + i * GROUP_DIM + {d}u - FIRST_GROUP_DIM];
#for g in G
a{g} += q{g}_{d} * r{d};
#end
#end
#for g in G
group_peak{g} = max(group_peak{g}, a{g});
factors[((FIRST_ELEMENT + i) * G + {g}u) * P + p] = a{g};
#end
}
#end
#if S > 1
#for g in G
peaks[((S + s) * G + {g}u) * P + p] = row_peak{g};
peaks[((2u * S + s) * G + {g}u) * P + p] = col_peak{g};
peaks[((3u * S + s) * G + {g}u) * P + p] = group_peak{g};
#end
workgroupBarrier();
for (var other = 0u; other < S; other++) {
#for g in G
row_peak{g} = max(row_peak{g}, peaks[((S + other) * G + {g}u) * P + p]);
col_peak{g} = max(col_peak{g}, peaks[((2u * S + other) * G + {g}u) * P + p]);
group_peak{g} = max(group_peak{g}, peaks[((3u * S + other) * G + {g}u) * P + p]);
#end
}
#end
#if STORED
for (var i = s; i < ROWS; i += S) {
#for g in G
let at{g} = (i * G + {g}u) * P + p;
factors[at{g}] = exp(factors[at{g}] - row_peak{g});
#end
}
for (var i = s; i < COLS; i += S) {
#for g in G
let at{g} = ((ROWS + i) * G + {g}u) * P + p;
factors[at{g}] = exp(factors[at{g}] - col_peak{g});
#end
}
#end
#if GROUPED
for (var i = s; i < M; i += S) {
#for g in G
let at{g} = ((FIRST_ELEMENT + i) * G + {g}u) * P + p;
factors[at{g}] = exp(factors[at{g}] - group_peak{g});
#end
}
#end
#if REGISTERS
#if S > 1
workgroupBarrier();
#end
#for m in M
#for h in HB
#if PUBLISHED
#for g in G
let c{h}_{g}_{m} = factors[((FIRST_ELEMENT + tables[params.group_index + ((h0 + {h}u) * M + g0 + {g}u) * M + {m}u]) * G + {g}u) * P + p];
#end
#else
let e{h}_{m} = FIRST_ELEMENT + tables[params.group_index + (h0 + {h}u) * M + {m}u];
#for g in G
let c{h}_{g}_{m} = factors[(e{h}_{m} * G + {g}u) * P + p];
#end
#end
#end
#end
#end

#for h in HB
#for g in G
var z{h}_{g} = 0.0;
#end
#end
for (var x0 = 0u; x0 < params.keys; x0 += X) {
let count = min(X, params.keys - x0);
#for g in G
let old_peak{g} = content_peak{g};
#end
#insert scores
#if S > 1
#for g in G
peaks[(s * G + {g}u) * P + p] = content_peak{g};
#end
workgroupBarrier();
for (var other = 0u; other < S; other++) {
#for g in G
content_peak{g} = max(content_peak{g}, peaks[(other * G + {g}u) * P + p]);
#end
}
#end
#insert exponentiate
#for g in G
#for h in HB
z{h}_{g} *= exp(old_peak{g} - content_peak{g});
#end
#end
#if S > 1
workgroupBarrier();
#end
for (var x = 0u; x < count; x++) {
#insert place
if (!inside) {
continue;
}
#insert position
#for h in HB
#for g in G
var t{h}_{g} = 0.0;
#end
#end
#if REGISTERS
#for m in M
#for g in G
let a{g}_{m} = content[((x * M + {m}u) * G + {g}u) * P + p];
#for h in HB
t{h}_{g} += a{g}_{m} * c{h}_{g}_{m};
#end
#end
#end
#else
for (var m = 0u; m < M; m++) {
#for g in G
let a{g} = content[((x * M + m) * G + {g}u) * P + p];
#end
#if GROUPED
#insert group
#end
#for h in HB
#for g in G
#if GROUPED
t{h}_{g} += a{g} * c{h}_{g};
#else
t{h}_{g} += a{g};
#end
#end
#end
}
#end
#for h in HB
#for g in G
z{h}_{g} += t{h}_{g} * b{h}_{g};
#end
#end
}
#if S > 1
workgroupBarrier();
#end
}

#for h in HB
#for g in G
let trusted{h}_{g} = z{h}_{g} >= SAFE_SUM;
z{h}_{g} = select(0.0, 1.0 / z{h}_{g}, trusted{h}_{g});
bad{h} |= select(1u << ((g0 - first_query + {g}u) % 32u), 0u, trusted{h}_{g});
#end
#end
if ((g0 - first_query + G) % 32u == 0u || g0 - first_query + G == QUERIES) {
let word = (g0 - first_query) / 32u;
if (in_picture && d0 == 0u) {
#for h in HB
untrusted[(((workgroup.z * params.heads + head) * OUT + h0 + {h}u) * WORDS + word) * area + pixel] = bad{h};
#end
}
#for h in HB
bad{h} = 0u;
#end
}

for (var x0 = 0u; x0 < params.keys; x0 += X) {
let count = min(X, params.keys - x0);
#if ONE_CHUNK
#else
#insert scores
#insert exponentiate
#if S > 1
workgroupBarrier();
#end
#end
for (var x = 0u; x < count; x++) {
#insert place
if (!inside) {
continue;
}
#insert position
#for h in HB
#for g in G
let p{h}_{g} = b{h}_{g} * z{h}_{g};
#end
#end
#if REGISTERS
#for m in M
#for h in HB
var w{h}_{m} = 0.0;
#end
#for g in G
let a{g}_{m} = content[((x * M + {m}u) * G + {g}u) * P + p];
#for h in HB
w{h}_{m} += a{g}_{m} * p{h}_{g} * c{h}_{g}_{m};
#end
#end
#for d in SLICE
let v{m}_{d} = qkv[value_at + (d0 + {d}u) * plane + {m}u * area + key];
#for h in HB
out{h}_{d} += w{h}_{m} * v{m}_{d};
#end
#end
#end
#else
for (var m = 0u; m < M; m++) {
#for g in G
let a{g} = content[((x * M + m) * G + {g}u) * P + p];
#end
#if GROUPED
#insert group
#end
#for h in HB
var w{h} = 0.0;
#for g in G
#if GROUPED
w{h} += a{g} * p{h}_{g} * c{h}_{g};
#else
w{h} += a{g} * p{h}_{g};
#end
#end
#end
#for d in SLICE
let v{d} = qkv[value_at + (d0 + {d}u) * plane + m * area + key];
#for h in HB
out{h}_{d} += w{h} * v{d};
#end
#end
}
#end
}
#if S > 1
workgroupBarrier();
#end
}
}
if (in_picture) {
#for h in HB
#for d in SLICE
out[((workgroup.z * params.heads + head) * DIM + d0 + {d}u) * OUT * area + (h0 + {h}u) * area + pixel] = out{h}_{d};
#end
#end
}
}
