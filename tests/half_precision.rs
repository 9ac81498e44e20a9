//! Half precision in model files, number by number: what each of its 65,536 patterns of bits is read as.

mod common;

use common::*;
use gsa_net::{Config, Error, Model};
use serde_json::{Value, json};

/// A model file of `model`'s network with every number in half precision, `bits(i)` being the i-th of the flat list.
fn in_half(model: &Model, bits: impl Fn(usize) -> u16) -> Vec<u8> {
    let bytes = model.to_bytes();
    let length = u64::from_le_bytes(bytes[..8].try_into().unwrap()) as usize;
    let mut header: Value = serde_json::from_slice(&bytes[8..8 + length]).unwrap();
    let mut data = vec![0; (bytes.len() - 8 - length) / 2];
    for p in gsa_net::network::Network::new(&model.config).parameters() {
        let entry = &mut header[&p.name];
        let start = entry["data_offsets"][0].as_u64().unwrap() as usize / 2;
        entry["dtype"] = json!("F16");
        entry["data_offsets"] = json!([start, start + 2 * p.len()]);
        for i in 0..p.len() {
            data[start + 2 * i..start + 2 * i + 2].copy_from_slice(&bits(p.offset + i).to_le_bytes());
        }
    }
    let text = header.to_string().into_bytes();
    [&(text.len() as u64).to_le_bytes()[..], &text, &data].concat()
}

fn read(model: &Model, bits: impl Fn(usize) -> u16) -> Vec<f32> {
    Model::from_bytes(&in_half(model, bits)).unwrap().parameters().to_vec()
}

#[test]
fn known_patterns_are_read_exactly() {
    // Half precision, and single precision by IEEE 754: sign, 8 bits of exponent, 23 of fraction.
    let known: [(u16, u32); 22] = [
        (0x0000, 0x0000_0000), // 0
        (0x8000, 0x8000_0000), // -0
        (0x0001, 0x3380_0000), // 2^-24, the smallest subnormal
        (0x8001, 0xb380_0000),
        (0x0155, 0x37aa_8000), // 341 · 2^-24
        (0x0200, 0x3800_0000), // 2^-15
        (0x03ff, 0x387f_c000), // 1023 · 2^-24, the largest subnormal
        (0x83ff, 0xb87f_c000),
        (0x0400, 0x3880_0000), // 2^-14, the smallest normal
        (0x8400, 0xb880_0000),
        (0x0401, 0x3880_2000), // its neighbour above
        (0x3555, 0x3eaa_a000), // 1365/4096, nearest to 1/3
        (0x3bff, 0x3f7f_e000), // the neighbour below 1
        (0x3c00, 0x3f80_0000), // 1
        (0x3c01, 0x3f80_2000), // the neighbour above 1
        (0xbc00, 0xbf80_0000), // -1
        (0x4248, 0x4049_0000), // 3.140625, nearest to π
        (0xc000, 0xc000_0000), // -2
        (0x5640, 0x42c8_0000), // 100
        (0x7800, 0x4700_0000), // 2^15
        (0x7bff, 0x477f_e000), // 65504, the largest
        (0xfbff, 0xc77f_e000),
    ];
    let model = random_model(tiny(C4, 3), 1);
    let read = read(&model, |i| known[i % known.len()].0);
    assert!(read.len() >= known.len());
    for (i, x) in read.iter().enumerate() {
        let (half, single) = known[i % known.len()];
        assert_eq!(x.to_bits(), single, "{half:#06x} was read as {x:e}, bits {:#010x}", x.to_bits());
    }
}

#[test]
fn every_finite_pattern_is_one_step_from_its_neighbour() {
    const FINITE: usize = 0x7c00;
    let model = random_model(Config::named("r4_sa").unwrap(), 1);
    assert!(model.parameters().len() >= FINITE);
    let positive = read(&model, |i| (i % FINITE) as u16);
    let negative = read(&model, |i| 0x8000 | (i % FINITE) as u16);
    // From 0 upwards, in units of 2^-24: steps of 1 for all subnormals and the first normals, then twice as much each 1024.
    let mut units: u64 = 0;
    for pattern in 0..FINITE {
        let expected = units as f64 / f64::from(1 << 24);
        assert_eq!(f64::from(positive[pattern]), expected, "{pattern:#06x}");
        assert_eq!(f64::from(negative[pattern]), -expected, "{:#06x}", 0x8000 | pattern);
        assert!(negative[pattern].is_sign_negative() && positive[pattern].is_sign_positive(), "{pattern:#06x}");
        units += 1 << (pattern / 1024).saturating_sub(1);
    }
}

#[test]
fn infinity_and_nan_are_refused_by_tensor_and_place() {
    let model = random_model(tiny(C4, 3), 1);
    let network = gsa_net::network::Network::new(&model.config);
    let tensor = network.parameters().iter().find(|p| p.name == "layers.0.mlp_in.weight").unwrap();
    let place = tensor.len() - 1;
    let patterns = [
        (0x7c00, "inf"),
        (0xfc00, "-inf"),
        (0x7c01, "NaN"), // signalling
        (0x7e00, "NaN"),
        (0xfe00, "NaN"),
        (0xffff, "NaN"),
    ];
    for (bits, said) in patterns {
        let file = in_half(&model, |i| if i == tensor.offset + place { bits } else { 0x3e00 });
        let error = Model::from_bytes(&file).expect_err("must be refused");
        let Error::Weights { name, problem } = &error else { panic!("{bits:#06x}: {error}") };
        assert_eq!(*name, tensor.name, "{bits:#06x}");
        assert!(problem.starts_with(&format!("number {place} is {said};")), "{bits:#06x}: {problem}");
    }
    // The same file without them is read.
    assert!(read(&model, |_| 0x3e00).iter().all(|x| *x == 1.5));
}

#[test]
fn half_precision_of_another_kind_is_refused() {
    let model = random_model(tiny(C4, 3), 1);
    let file = in_half(&model, |_| 0x3f80);
    let length = u64::from_le_bytes(file[..8].try_into().unwrap()) as usize;
    let text = String::from_utf8(file[8..8 + length].to_vec()).unwrap().replace("\"F16\"", "\"BF16\"");
    let file = [&(text.len() as u64).to_le_bytes()[..], text.as_bytes(), &file[8 + length..]].concat();
    let error = Model::from_bytes(&file).expect_err("must be refused");
    assert!(matches!(&error, Error::Weights { problem, .. } if problem.contains("BF16")), "{error}");
}
