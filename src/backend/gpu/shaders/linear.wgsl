// 1×1 layer: y[o, p] = Σ_i weight[o, i] x[i, p] + bias[o]. An invocation computes 8 outputs of 4 positions.
//
// Dispatch: (positions / 256, outputs / 8, samples), positions = N · H · W.

// Kept in sync with `LinearParams` in operations.rs.
struct Params {
    inputs: u32,
    outputs: u32,
    positions: u32,
    weight: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
// From `weight`, in fours: [outputs / 8, bias and then inputs, 8 outputs].
@group(0) @binding(1) var<storage, read> parameters: array<vec4<f32>>;
@group(0) @binding(2) var<storage, read> x: array<f32>; // [B, C, N, H, W]
@group(0) @binding(3) var<storage, read_write> y: array<f32>; // [B, C', N, H, W]

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) workgroup: vec3<u32>, @builtin(local_invocation_index) local: u32) {
    let last = params.positions - 1u;
    let first = workgroup.x * 256u + local;
    if (first > last) {
        return;
    }
    var weight = params.weight + workgroup.y * (params.inputs + 1u) * 2u;
    let bias0 = parameters[weight];
    let bias1 = parameters[weight + 1u];
    let source = workgroup.z * params.inputs * params.positions;
#for p in 4
    let at{p} = first + 64u * {p}u;
    var low{p} = bias0;
    var high{p} = bias1;
#end
    for (var i = 0u; i < params.inputs; i++) {
        weight += 2u;
        let weight0 = parameters[weight];
        let weight1 = parameters[weight + 1u];
        let line = source + i * params.positions;
#for p in 4
        let x{p} = x[line + min(at{p}, last)];
        low{p} += weight0 * x{p};
        high{p} += weight1 * x{p};
#end
    }
    let output = workgroup.y * 8u;
    let to = (workgroup.z * params.outputs + output) * params.positions;
    let rest = params.outputs - output;
#for p in 4
    if (at{p} <= last) {
#for o in 4
        if ({o}u < rest) {
            y[to + {o}u * params.positions + at{p}] = low{p}[{o}];
        }
        if ({o}u + 4u < rest) {
            y[to + ({o}u + 4u) * params.positions + at{p}] = high{p}[{o}];
        }
#end
    }
#end
}
