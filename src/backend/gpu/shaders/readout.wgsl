// From maps to numbers that are invariant: sum over pixels, maximum over group elements.
//
// Dispatch: (channels, 1, samples).

// Kept in sync with `ReadoutParams` in operations.rs.
struct Params {
    elements: u32,
    // H · W
    pixels: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // [B, C, N, H, W]
@group(0) @binding(2) var<storage, read_write> y: array<f32>; // [B, C]

// Of each invocation, or of each subgroup.
var<workgroup> sums: array<f32, 64>;

@compute @workgroup_size(64)
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
    let channel = workgroup.z * workgroups.x + workgroup.x;
    var best = 0.0;
    for (var n = 0u; n < params.elements; n++) {
        let source = (channel * params.elements + n) * params.pixels;
        var sum = 0.0;
        for (var i = local; i < params.pixels; i += 64u) {
            sum += x[source + i];
        }
#if SUBGROUPS
        let part = subgroupAdd(sum);
        if (lane == 0u) {
            sums[subgroup] = part;
        }
        workgroupBarrier();
        var total = 0.0;
        for (var i = 0u; i < subgroups; i++) {
            total += sums[i];
        }
#else
        sums[local] = sum;
        workgroupBarrier();
        for (var half = 32u; half > 0u; half /= 2u) {
            if (local < half) {
                sums[local] += sums[local + half];
            }
            workgroupBarrier();
        }
        let total = sums[0];
#end
        best = select(max(best, total), total, n == 0u);
        workgroupBarrier();
    }
    if (local == 0u) {
        y[channel] = best;
    }
}
