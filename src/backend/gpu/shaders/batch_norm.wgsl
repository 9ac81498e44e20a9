// Batch normalisation with the statistics that training kept, then ReLU: y = max(w (x − mean)/deviation + b, 0).
//
// Dispatch: (numbers of y / 256, at most 65535; 1; samples).

// Kept in sync with `BatchNormParams` in convolution.rs.
struct Params {
    channels: u32,
    // N · H · W
    positions: u32,
    weight: u32,
    bias: u32,
    mean: u32,
    variance: u32,
    epsilon: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> parameters: array<f32>;
@group(0) @binding(2) var<storage, read> x: array<f32>; // [B, C, N, H, W]
@group(0) @binding(3) var<storage, read_write> y: array<f32>; // [B, C, N, H, W]

@compute @workgroup_size(256)
fn main(
    @builtin(workgroup_id) workgroup: vec3<u32>,
    @builtin(num_workgroups) workgroups: vec3<u32>,
    @builtin(local_invocation_index) local: u32,
) {
    let count = params.channels * params.positions;
    for (var i = workgroup.x * 256u + local; i < count; i += workgroups.x * 256u) {
        let c = i / params.positions;
        let scale = parameters[params.weight + c] * inverseSqrt(parameters[params.variance + c] + params.epsilon);
        let z = (x[workgroup.z * count + i] - parameters[params.mean + c]) * scale + parameters[params.bias + c];
        y[workgroup.z * count + i] = max(z, 0.0);
    }
}
