// Lifting and group self-attention of one head for a tile of pixels, without an attention tensor:
//
//   out(x, h) = Σ_g Σ_{x', m} e^a(g; m, x') · e^b(h, g; x') · e^c(h, g; m) / Z(h, g) · v(x', m)
//
// with output element h, query element g, key element m at pixel x', content a = q·k, position b = q·ρ(Δ) (itself a sum over row
// and column) and group c = q·emb. Each factor is exponentiated on its own, its own maximum subtracted. A sum Z too small to be
// trusted is flagged in `untrusted` and left to group_attention_exact. The lifting layer has one g, one m and no c.
//
// An invocation works for one pixel p of the tile and one unit s: HB output elements and SLICE channels of the head. Factors are
// shared by the units of a pixel in workgroup memory: keys in chunks of X, query elements in vectors of G. Where all keys are one
// chunk, content is computed once; otherwise once to find maxima and Z, and once more to weigh the values.
//
// Where each group element is a frame of its own, M and OUT are 1 and an invocation works for one of FRAMES.
//
// Dispatch: (pixels / P, heads · FRAMES · UNITS / S, samples).

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
@group(0) @binding(5) var<storage, read_write> untrusted: array<u32>; // [B, head, N out, word, H, W], a bit for each query element

// A number for each query element of the chunk.
#if G == 1
alias Q = f32;
#end
#if G == 2
alias Q = vec2<f32>;
#end
#if G == 4
alias Q = vec4<f32>;
#end

var<workgroup> content: array<Q, CONTENT>; // [key, M, P]
#if FACTORS
var<workgroup> factors: array<Q, FACTORS>; // [row, then column, then element][P]
#end
#if S > 1
var<workgroup> peaks: array<Q, PEAKS>; // [4, S, P]
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

// e^b for every output element of the unit.
#block position
#for h in HB
let seen{h} = params.positions + (h0 + {h}u) * params.window_rows * params.window_cols + offset;
#if WIDE
let seen_row{h} = tables[seen{h}];
let seen_col{h} = tables[seen{h} + ALL_OUT * params.window_rows * params.window_cols];
#else
let both{h} = tables[seen{h}];
let seen_row{h} = both{h} & 0xffffu;
let seen_col{h} = both{h} >> 16u;
#end
#if STORED
let b{h} = factors[seen_row{h} * P + p] * factors[(ROWS + seen_col{h}) * P + p];
#else
var score{h} = -row_peak - col_peak;
#for d in ROW_DIM
score{h} += q{d} * parameters[params.row_table + seen_row{h} * ROW_DIM + {d}u];
#end
#for d in COL_DIM from ROW_DIM
score{h} += q{d} * parameters[params.col_table + seen_col{h} * COL_DIM + {d}u - ROW_DIM];
#end
let b{h} = exp(score{h});
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
var a = Q(0.0);
#for d in DIM
a += q{d} * qkv[at + {d}u * plane];
#end
a = select(Q(MASKED), a, inside);
content[(x * M + m) * P + p] = a;
content_peak = max(content_peak, a);
}
}
#end

// Content scores of the chunk, those that this unit computed, less their maxima, exponentiated.
#block exponentiate
for (var x = s / M_SPLIT; x < count; x += S / M_SPLIT) {
for (var i = 0u; i < M / M_SPLIT; i++) {
let at = (x * M + (s % M_SPLIT) * (M / M_SPLIT) + i) * P + p;
let a = content[at];
content[at] = select(exp(a - content_peak), Q(0.0), a <= Q(MASKED));
}
}
#end

// e^c for key element m and every output element of the unit.
#block group
#for h in HB
#if PUBLISHED
let c{h} = Q(
#for g in G
factors[(FIRST_ELEMENT + tables[params.group_index + ((h0 + {h}u) * M + g0 + {g}u) * M + m]) * P + p]
#if G > 1
[{g}]
#end
,
#end
);
#else
let c{h} = factors[(FIRST_ELEMENT + tables[params.group_index + (h0 + {h}u) * M + m]) * P + p];
#end
#end
#end

// The same as `c{h}_m`, kept for the whole chunk.
#block group_in_registers
#for h in HB
#for m in M
#if PUBLISHED
let c{h}_{m} = Q(
#for g in G
factors[(FIRST_ELEMENT + tables[params.group_index + ((h0 + {h}u) * M + g0 + {g}u) * M + {m}u]) * P + p]
#if G > 1
[{g}]
#end
,
#end
);
#else
let c{h}_{m} = factors[(FIRST_ELEMENT + tables[params.group_index + (h0 + {h}u) * M + {m}u]) * P + p];
#end
#end
#end
#end

@compute @workgroup_size(P, S)
fn main(@builtin(workgroup_id) workgroup: vec3<u32>, @builtin(local_invocation_id) local: vec3<u32>) {
let p = local.x;
let s = local.y;
let area = params.rows * params.cols;
let plane = ALL_M * area;
let in_picture = workgroup.x * P + p < area;
let pixel = min(workgroup.x * P + p, area - 1u);
let row = pixel / params.cols;
let col = pixel % params.cols;
let head = workgroup.y / (UNITS / S) / FRAMES;
let frame = workgroup.y / (UNITS / S) % FRAMES;
let unit = workgroup.y % (UNITS / S) * S + s;
let h0 = frame * OUT + unit / SLICES * HB;
let d0 = unit % SLICES * SLICE;
let planes = params.heads * DIM * plane;
let query_at = (workgroup.z * 3u) * planes + head * DIM * plane + frame * M * area;
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
#for d in DIM
let q{d} = params.scale * Q(
#for g in G
qkv[query_at + {d}u * plane + (g0 + {g}u) * area + pixel],
#end
);
#end
var content_peak = Q(MASKED);
var row_peak = Q(MASKED);
var col_peak = Q(MASKED);
var group_peak = Q(MASKED);
#if S > 1
workgroupBarrier();
#end

for (var i = s; i < ROWS; i += S) {
var a = Q(0.0);
#for d in ROW_DIM
a += q{d} * parameters[params.row_table + i * ROW_DIM + {d}u];
#end
row_peak = max(row_peak, a);
#if STORED
factors[i * P + p] = a;
#end
}
for (var i = s; i < COLS; i += S) {
var a = Q(0.0);
#for d in COL_DIM from ROW_DIM
a += q{d} * parameters[params.col_table + i * COL_DIM + {d}u - ROW_DIM];
#end
col_peak = max(col_peak, a);
#if STORED
factors[(ROWS + i) * P + p] = a;
#end
}
#if GROUPED
for (var i = s; i < M; i += S) {
var a = Q(0.0);
#for d in GROUP_DIM from FIRST_GROUP_DIM
a += q{d} * parameters[params.embedding + i * GROUP_DIM + {d}u - FIRST_GROUP_DIM];
#end
group_peak = max(group_peak, a);
factors[(FIRST_ELEMENT + i) * P + p] = a;
}
#end
#if S > 1
peaks[(S + s) * P + p] = row_peak;
peaks[(2u * S + s) * P + p] = col_peak;
peaks[(3u * S + s) * P + p] = group_peak;
workgroupBarrier();
for (var other = 0u; other < S; other++) {
row_peak = max(row_peak, peaks[(S + other) * P + p]);
col_peak = max(col_peak, peaks[(2u * S + other) * P + p]);
group_peak = max(group_peak, peaks[(3u * S + other) * P + p]);
}
#end
#if STORED
for (var i = s; i < ROWS; i += S) {
factors[i * P + p] = exp(factors[i * P + p] - row_peak);
}
for (var i = s; i < COLS; i += S) {
factors[(ROWS + i) * P + p] = exp(factors[(ROWS + i) * P + p] - col_peak);
}
#end
#if GROUPED
for (var i = s; i < M; i += S) {
let at = (FIRST_ELEMENT + i) * P + p;
factors[at] = exp(factors[at] - group_peak);
}
#end
#if REGISTERS
#if S > 1
workgroupBarrier();
#end
#insert group_in_registers
#end

#for h in HB
var z{h} = Q(0.0);
#end
for (var x0 = 0u; x0 < params.keys; x0 += X) {
let count = min(X, params.keys - x0);
let old_peak = content_peak;
#insert scores
#if S > 1
peaks[s * P + p] = content_peak;
workgroupBarrier();
for (var other = 0u; other < S; other++) {
content_peak = max(content_peak, peaks[other * P + p]);
}
#end
#insert exponentiate
#for h in HB
z{h} *= exp(old_peak - content_peak);
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
var t{h} = Q(0.0);
#end
#if REGISTERS
#for m in M
let a{m} = content[(x * M + {m}u) * P + p];
#for h in HB
t{h} += a{m} * c{h}_{m};
#end
#end
#else
for (var m = 0u; m < M; m++) {
let a = content[(x * M + m) * P + p];
#if GROUPED
#insert group
#end
#for h in HB
#if GROUPED
t{h} += a * c{h};
#else
t{h} += a;
#end
#end
}
#end
#for h in HB
z{h} += t{h} * b{h};
#end
}
#if S > 1
workgroupBarrier();
#end
}

#for h in HB
let trusted{h} = z{h} >= Q(SAFE_SUM);
z{h} = select(Q(0.0), Q(1.0) / z{h}, trusted{h});
#if G == 1
bad{h} |= select(1u << ((g0 - first_query) % 32u), 0u, trusted{h});
#else
#for g in G
bad{h} |= select(1u << ((g0 - first_query + {g}u) % 32u), 0u, trusted{h}[{g}]);
#end
#end
#end
if ((g0 - first_query + G) % 32u == 0u || g0 - first_query + G == QUERIES) {
let word = (g0 - first_query) / 32u;
if (in_picture && d0 == 0u) {
#for h in HB
untrusted[(((workgroup.z * params.heads + head) * ALL_OUT + h0 + {h}u) * WORDS + word) * area + pixel] = bad{h};
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
let p{h} = b{h} * z{h};
#end
#if REGISTERS
#for m in M
let a{m} = content[(x * M + {m}u) * P + p];
#for h in HB
#if G == 1
let w{h}_{m} = a{m} * p{h} * c{h}_{m};
#else
let w{h}_{m} = dot(a{m} * p{h}, c{h}_{m});
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
let a = content[(x * M + m) * P + p];
#if GROUPED
#insert group
#for h in HB
#if G == 1
let w{h} = a * p{h} * c{h};
#else
let w{h} = dot(a * p{h}, c{h});
#end
#end
#else
#for h in HB
#if G == 1
let w{h} = a * p{h};
#else
let w{h} = dot(a, p{h});
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
out[((workgroup.z * params.heads + head) * DIM + d0 + {d}u) * ALL_OUT * area + (h0 + {h}u) * area + pixel] = out{h}_{d};
#end
#end
}
}
