// Group convolution, its filter spelt out for every output element: y[o, p] = Σ_m Σ_δ weight[o, m, δ] x[m, p + δ − padding], 0 beyond the
// border; maps m are [C, N in], outputs o [C', N]. An invocation computes 8 outputs of 4 pixels.
//
// Dispatch: (pixels of y / 256, outputs / 8, samples).

// Kept in sync with `ConvolutionParams` in convolution.rs.
struct Params {
    // C · N in
    maps: u32,
    // C' · N
    outputs: u32,
    rows: u32,
    cols: u32,
    side: u32,
    padding: u32,
    weight: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
// From `weight`, in fours: [outputs / 8, maps, side, side, 8 outputs].
@group(0) @binding(1) var<storage, read> parameters: array<vec4<f32>>;
@group(0) @binding(2) var<storage, read> x: array<f32>; // [B, C, N in, H, W]
@group(0) @binding(3) var<storage, read_write> y: array<f32>; // [B, C', N, H', W']

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) workgroup: vec3<u32>, @builtin(local_invocation_index) local: u32) {
    let across = params.cols + 2u * params.padding + 1u - params.side;
    let pixels = (params.rows + 2u * params.padding + 1u - params.side) * across;
    let last = pixels - 1u;
    let first = workgroup.x * 256u + local;
    if (first > last) {
        return;
    }
    let square = params.side * params.side;
    var weight = params.weight + workgroup.y * params.maps * square * 2u;
    let map_size = params.rows * params.cols;
    let source = workgroup.z * params.maps * map_size;
#for p in 4
    let at{p} = first + 64u * {p}u;
    // Less than 0 wraps, and is beyond the border as well.
    let row{p} = min(at{p}, last) / across - params.padding;
    let col{p} = min(at{p}, last) % across - params.padding;
    var low{p} = vec4<f32>();
    var high{p} = vec4<f32>();
#end
    for (var m = 0u; m < params.maps; m++) {
        let map = source + m * map_size;
        for (var tap = 0u; tap < square; tap++) {
            let down = tap / params.side;
            let right = tap % params.side;
            let weight0 = parameters[weight];
            let weight1 = parameters[weight + 1u];
            weight += 2u;
#for p in 4
#if PADDED
            let r{p} = row{p} + down;
            let c{p} = col{p} + right;
            let inside{p} = r{p} < params.rows && c{p} < params.cols;
            let x{p} = select(0.0, x[map + select(0u, r{p} * params.cols + c{p}, inside{p})], inside{p});
#else
            let x{p} = x[map + (row{p} + down) * params.cols + col{p} + right];
#end
            low{p} += weight0 * x{p};
            high{p} += weight1 * x{p};
#end
        }
    }
    let output = workgroup.y * 8u;
    let to = (workgroup.z * params.outputs + output) * pixels;
    let rest = params.outputs - output;
#for p in 4
    if (at{p} <= last) {
#for o in 4
        if ({o}u < rest) {
            y[to + {o}u * pixels + at{p}] = low{p}[{o}];
        }
        if ({o}u + 4u < rest) {
            y[to + ({o}u + 4u) * pixels + at{p}] = high{p}[{o}];
        }
#end
    }
#end
}
