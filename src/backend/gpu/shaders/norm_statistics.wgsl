// Mean and sum of squared deviations of each run of 4096 numbers of a sample, for norm.wgsl to put together.
//
// Dispatch: (numbers / 4096, 1, samples).

// Kept in sync with `StatisticsParams` in operations.rs.
struct Params {
    // C · N · H · W
    numbers: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // [B, C, N, H, W]
@group(0) @binding(2) var<storage, read_write> statistics: array<vec2<f32>>; // [B, run]

const RUN = 4096u;
const THREADS = 64u;

// Of each invocation's numbers, or of each subgroup's.
var<workgroup> parts: array<vec2<f32>, THREADS>;

// How many of `count` numbers are those of an invocation.
fn share(local: u32, count: u32) -> f32 {
    return f32((count + THREADS - 1u - local) / THREADS);
}

@compute @workgroup_size(THREADS)
fn main(
    @builtin(workgroup_id) workgroup: vec3<u32>,
    @builtin(num_workgroups) workgroups: vec3<u32>,
    @builtin(local_invocation_index) local: u32,
#if SUBGROUPS
    @builtin(subgroup_invocation_id) lane: u32,
    @builtin(subgroup_id) subgroup: u32,
    @builtin(num_subgroups) subgroups: u32,
#end
) {
    let first = workgroup.x * RUN;
    let count = min(RUN, params.numbers - first);
    let source = workgroup.z * params.numbers + first;
    var mean = 0.0;
    for (var i = local; i < count; i += THREADS) {
        mean += x[source + i];
    }
    mean /= max(share(local, count), 1.0);
    var squares = 0.0;
    for (var i = local; i < count; i += THREADS) {
        let difference = x[source + i] - mean;
        squares += difference * difference;
    }
    var total = vec2(0.0);
#if SUBGROUPS
    let part = subgroupAdd(share(local, count) * mean);
    if (lane == 0u) {
        parts[subgroup].x = part;
    }
    workgroupBarrier();
    for (var i = 0u; i < subgroups; i++) {
        total.x += parts[i].x;
    }
    total.x /= f32(count);
    let difference = mean - total.x;
    let spread = subgroupAdd(squares + share(local, count) * difference * difference);
    if (lane == 0u) {
        parts[subgroup].y = spread;
    }
    workgroupBarrier();
    if (local == 0u) {
        for (var i = 0u; i < subgroups; i++) {
            total.y += parts[i].y;
        }
        statistics[workgroup.z * workgroups.x + workgroup.x] = total;
    }
#else
    parts[local] = vec2(mean, squares);
    workgroupBarrier();
    // One alone puts them together: barriers cost a software adapter more than these few sums.
    if (local == 0u) {
        for (var i = 0u; i < THREADS; i++) {
            total.x += share(i, count) * parts[i].x;
        }
        total.x /= f32(count);
        for (var i = 0u; i < THREADS; i++) {
            let difference = parts[i].x - total.x;
            total.y += parts[i].y + share(i, count) * difference * difference;
        }
        statistics[workgroup.z * workgroups.x + workgroup.x] = total;
    }
#end
}
