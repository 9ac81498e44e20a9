// Multiply-adds in registers and nothing else: the most that the kernels could reach.
//
// Dispatch: (as many as fill the card, 1, 1).

// Kept in sync with `LoopParams` in peak.rs.
struct Params {
    rounds: u32,
    // Unknown to the compiler, and such that the sums stay small.
    factor: f32,
    term: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read_write> y: array<f32>; // [invocations]

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let factor = vec4(params.factor);
    let term = vec4(params.term);
#for c in CHAINS
    var sum{c} = vec4(f32(id.x % 7u)) + {c}.0;
#end
    for (var round = 0u; round < params.rounds; round++) {
#for u in UNROLLED
#for c in CHAINS
        sum{c} = sum{c} * factor + term;
#end
#end
    }
    var total = vec4(0.0);
#for c in CHAINS
    total += sum{c};
#end
    // Somebody has to read the sums, or none would be computed.
    y[id.x] = dot(total, vec4(1.0));
}
