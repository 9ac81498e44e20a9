// Max-pooling by two: y(i, j) = max x(2i + a, 2j + b), a < tall, b < wide, each 2 or 3.
//
// Dispatch: (numbers of y / 256, at most 65535; 1; samples).

// Kept in sync with `MaxPoolParams` in operations.rs.
struct Params {
    // C · N
    maps: u32,
    rows: u32,
    cols: u32,
    // Rows and columns of a window.
    tall: u32,
    wide: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // [B, C, N, H, W]
@group(0) @binding(2) var<storage, read_write> y: array<f32>; // [B, C, N, ⌊H/2⌋, ⌊W/2⌋]

@compute @workgroup_size(256)
fn main(
    @builtin(workgroup_id) workgroup: vec3<u32>,
    @builtin(num_workgroups) workgroups: vec3<u32>,
    @builtin(local_invocation_index) local: u32,
) {
    let rows = params.rows / 2u;
    let cols = params.cols / 2u;
    let count = params.maps * rows * cols;
    for (var i = workgroup.x * 256u + local; i < count; i += workgroups.x * 256u) {
        let map = workgroup.z * params.maps + i / cols / rows;
        let source = (map * params.rows + i / cols % rows * 2u) * params.cols + i % cols * 2u;
        var best = x[source];
        for (var k = 1u; k < params.tall * params.wide; k++) {
            best = max(best, x[source + k / params.wide * params.cols + k % params.wide]);
        }
        y[workgroup.z * count + i] = best;
    }
}
