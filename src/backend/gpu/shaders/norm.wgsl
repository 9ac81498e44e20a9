// Normalisation over channels, group elements and pixels together, and what may follow it at once:
//
//   y = swish(w (x − mean)/deviation + b), cropped, + cropped other
//
// Dispatch: (numbers of y / 4096, at most 65535; 1; samples).

// Kept in sync with `NormParams` in operations.rs.
struct Params {
    channels: u32,
    elements: u32,
    rows: u32,
    cols: u32,
    crop: u32,
    weight: u32,
    bias: u32,
    runs: u32,
    epsilon: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> parameters: array<f32>;
@group(0) @binding(2) var<storage, read> x: array<f32>; // [B, C, N, H, W]
@group(0) @binding(3) var<storage, read> statistics: array<vec2<f32>>; // [B, run]: mean, sum of squared deviations
@group(0) @binding(4) var<storage, read> other: array<f32>; // [B, C, N, H, W], where ADD
@group(0) @binding(5) var<storage, read_write> y: array<f32>; // [B, C, N, H − 2 crop, W − 2 crop]

const RUN = 4096u;

@compute @workgroup_size(256)
fn main(
    @builtin(workgroup_id) workgroup: vec3<u32>,
    @builtin(num_workgroups) workgroups: vec3<u32>,
    @builtin(local_invocation_index) local: u32,
) {
    let map_size = params.rows * params.cols;
    let numbers = params.channels * params.elements * map_size;
#if NORM
    // The whole from the runs, in every invocation anew: each has enough numbers to pay for it.
    var mean = 0.0;
    for (var run = 0u; run < params.runs; run++) {
        mean += statistics[workgroup.z * params.runs + run].x * f32(min(RUN, numbers - run * RUN));
    }
    mean /= f32(numbers);
    var variance = 0.0;
    for (var run = 0u; run < params.runs; run++) {
        let part = statistics[workgroup.z * params.runs + run];
        let difference = part.x - mean;
        variance += part.y + difference * difference * f32(min(RUN, numbers - run * RUN));
    }
    let deviation = sqrt(variance / f32(numbers) + params.epsilon);
#end
    let rows = params.rows - 2u * params.crop;
    let cols = params.cols - 2u * params.crop;
    let count = params.channels * params.elements * rows * cols;
    for (var i = workgroup.x * 256u + local; i < count; i += workgroups.x * 256u) {
        let col = i % cols + params.crop;
        let row = i / cols % rows + params.crop;
        let map = i / cols / rows;
        let source = workgroup.z * numbers + map * map_size + row * params.cols + col;
#if NORM
        let channel = map / params.elements;
        let scale = parameters[params.weight + channel] / deviation;
        var z = (x[source] - mean) * scale + parameters[params.bias + channel];
#if SWISH
        z = z / (1.0 + exp(-z));
#end
#else
        var z = x[source];
#end
#if ADD
        z += other[source];
#end
        y[workgroup.z * count + i] = z;
    }
}
