//! The shaders, checked without a card: they are valid for every kind of network, and their structures are Rust's.

use std::collections::BTreeMap;
use std::mem::offset_of;

use naga::front::wgsl;
use naga::valid::{Capabilities, ShaderStages, SubgroupOperationSet, ValidationFlags, Validator};

use super::convolution::{BatchNormParams, ConvolutionParams};
use super::group_attention::AttentionParams;
use super::operations::{LinearParams, MaxPoolParams, NormParams, ReadoutParams, StatisticsParams};
use super::peak::LoopParams;
use super::program::{Dispatch, Target};
use super::template::expand;
use super::tiling::Machine;
use crate::config::{Config, GroupConfig, IndexRule, QueryRule};
use crate::engine::{CpuEngine, program};
use crate::weights::Model;

fn dispatches(config: &Config, target: Target) -> Vec<Dispatch> {
    let model = Model::random(config.clone(), 1);
    let program = program(&CpuEngine::new(&model), target);
    super::compiled::Compiled::dispatches(&program).cloned().collect()
}

/// Of the loop that measures the card.
fn loop_dispatch() -> Dispatch {
    let program = super::peak::program(16);
    super::compiled::Compiled::dispatches(&program).next().expect("one").clone()
}

fn parse(name: &str, source: &str) -> naga::Module {
    wgsl::parse_str(source).unwrap_or_else(|error| panic!("{name}: {}", error.emit_to_string(source)))
}

/// Networks that make shaders differ: few and many elements, windows that are stored or not, slices, both rules.
fn configs() -> Vec<Config> {
    let mut configs = vec![];
    let groups = [(1, false), (1, true), (3, false), (4, false), (4, true), (8, false), (16, false), (33, false)];
    for (rotations, mirrors) in groups {
        for (window, index, query) in [
            (5, IndexRule::Exact, QueryRule::All),
            (3, IndexRule::Published, QueryRule::All),
            (5, IndexRule::Exact, QueryRule::Own),
            (3, IndexRule::Exact, QueryRule::PerFrame),
        ] {
            let mut config =
                Config::named("r4_sa").unwrap().with_window(window).unwrap().with_index(index).with_query(query);
            config.group = GroupConfig { rotations, mirrors };
            config.blocks = vec![1, 1];
            config.crop = vec![2, 0];
            configs.push(config);
        }
    }
    let global = Config::named("r4_sa").unwrap().with_window(0).unwrap();
    configs.push(global.clone());
    configs.push(Config { group: GroupConfig { rotations: 3, mirrors: false }, ..global });
    configs.push(Config::named("cifar10_z2m_sa").unwrap());
    configs.push(Config::named("pcam_r4m_sa").unwrap());
    configs.push(Config::named("r4_cnn").unwrap());
    let mut padded = Config::named("r4_cnn").unwrap();
    padded.convolutions[0].padding = 1;
    configs.push(padded);
    configs
}

#[test]
fn every_shader_is_valid_wgsl_within_default_limits() {
    let mut seen = BTreeMap::new();
    let dispatch = loop_dispatch();
    seen.insert(expand(dispatch.source, &dispatch.constants), dispatch);
    for config in configs() {
        for (machine, subgroups) in [(Machine::Card, false), (Machine::Processor, false), (Machine::Card, true)] {
            for dispatch in dispatches(&config, Target { machine, subgroups }) {
                seen.insert(expand(dispatch.source, &dispatch.constants), dispatch);
            }
        }
    }
    for (source, dispatch) in &seen {
        let name = dispatch.shader;
        let module = parse(name, source);
        // Nothing that WebGPU does not grant everywhere, unless the shader was written for it.
        let subgroups = dispatch.constants.get("SUBGROUPS") == Some(&1);
        let capabilities = if subgroups { Capabilities::SUBGROUP } else { Capabilities::empty() };
        if let Err(error) = Validator::new(ValidationFlags::all(), capabilities)
            .subgroup_stages(ShaderStages::COMPUTE)
            .subgroup_operations(SubgroupOperationSet::ARITHMETIC | SubgroupOperationSet::BASIC)
            .validate(&module)
        {
            panic!("{name}: {}\n{source}", error.emit_to_string(source));
        }
        let [entry] = &module.entry_points[..] else { panic!("{name} has one entry point") };
        assert!(entry.workgroup_size.iter().product::<u32>() <= 256, "{name}: {:?}", entry.workgroup_size);
        let storage = module.global_variables.iter();
        let storage = storage.filter(|(_, v)| matches!(v.space, naga::AddressSpace::Storage { .. })).count();
        assert!(storage <= 8 && storage == dispatch.bindings.len(), "{name}: {storage} storage buffers");
        let shared: u32 = (module.global_variables.iter())
            .filter(|(_, v)| v.space == naga::AddressSpace::WorkGroup)
            .map(|(_, variable)| module.types[variable.ty].inner.size(module.to_ctx()))
            .sum();
        assert!(shared <= 16384, "{name}: {shared} bytes of workgroup memory");
    }
    let names: std::collections::BTreeSet<_> = seen.values().map(|dispatch| dispatch.shader).collect();
    let expected = [
        "batch_norm",
        "convolution",
        "group_attention",
        "group_attention_exact",
        "linear",
        "max_pool",
        "multiply_add_loop",
        "norm",
        "norm_statistics",
        "readout",
    ];
    assert_eq!(names.into_iter().collect::<Vec<_>>(), expected);
}

/// Names, offsets and size of a Rust structure.
macro_rules! layout {
    ($type:ty: $($field:ident),*) => {
        (vec![$((stringify!($field), offset_of!($type, $field))),*], size_of::<$type>())
    };
}

#[test]
fn uniform_structures_are_laid_out_as_in_rust() {
    let attention = layout!(AttentionParams: rows, cols, heads, keys, window_rows, window_cols, row_table, col_table, embedding,
        steps, positions, group_index, scale);
    let expected = BTreeMap::from([
        ("group_attention", attention.clone()),
        ("group_attention_exact", attention),
        ("convolution", layout!(ConvolutionParams: maps, outputs, rows, cols, side, padding, weight)),
        ("batch_norm", layout!(BatchNormParams: channels, positions, weight, bias, mean, variance, epsilon)),
        ("linear", layout!(LinearParams: inputs, outputs, positions, weight)),
        ("norm_statistics", layout!(StatisticsParams: numbers)),
        ("norm", layout!(NormParams: channels, elements, rows, cols, crop, weight, bias, runs, epsilon)),
        ("multiply_add_loop", layout!(LoopParams: rounds, factor, term)),
        ("max_pool", layout!(MaxPoolParams: maps, rows, cols, tall, wide)),
        ("readout", layout!(ReadoutParams: elements, pixels)),
    ]);
    let mut seen = std::collections::BTreeSet::new();
    let networks = ["r4_sa", "r4_cnn"]
        .map(|name| dispatches(&Config::named(name).unwrap(), Target { machine: Machine::Card, subgroups: false }));
    for dispatch in networks.into_iter().flatten().chain([loop_dispatch()]) {
        let module = parse(dispatch.shader, &expand(dispatch.source, &dispatch.constants));
        let (_, params) = module.types.iter().find(|(_, t)| t.name.as_deref() == Some("Params")).expect("Params");
        let naga::TypeInner::Struct { members, .. } = &params.inner else { panic!("Params is a structure") };
        let found: Vec<_> = members.iter().map(|m| (m.name.as_deref().unwrap_or(""), m.offset as usize)).collect();
        let (fields, size) = &expected[dispatch.shader];
        assert_eq!(&found, fields, "{}", dispatch.shader);
        assert_eq!((members.len() * 4, dispatch.params.len()), (*size, *size), "{}", dispatch.shader);
        seen.insert(dispatch.shader);
    }
    assert_eq!(seen.len(), expected.len());
}
