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

var<workgroup> sums: array<f32, 256>;

fn total(local: u32, value: f32) -> f32 {
    workgroupBarrier();
    sums[local] = value;
    workgroupBarrier();
    for (var half = 128u; half > 0u; half /= 2u) {
        if (local < half) {
            sums[local] += sums[local + half];
        }
        workgroupBarrier();
    }
    return sums[0];
}

@compute @workgroup_size(256)
fn main(
    @builtin(workgroup_id) workgroup: vec3<u32>,
    @builtin(num_workgroups) workgroups: vec3<u32>,
    @builtin(local_invocation_index) local: u32,
) {
    let first = workgroup.x * RUN;
    let count = min(RUN, params.numbers - first);
    let source = workgroup.z * params.numbers + first;
    var sum = 0.0;
    for (var i = local; i < count; i += 256u) {
        sum += x[source + i];
    }
    let mean = total(local, sum) / f32(count);
    var squares = 0.0;
    for (var i = local; i < count; i += 256u) {
        let difference = x[source + i] - mean;
        squares += difference * difference;
    }
    squares = total(local, squares);
    if (local == 0u) {
        statistics[workgroup.z * workgroups.x + workgroup.x] = vec2(mean, squares);
    }
}
