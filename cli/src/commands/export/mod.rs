//! `gsa export`: a network for other runtimes.

mod network;
mod onnx;

use std::ffi::OsStr;
use std::process::ExitCode;

use anyhow::{Result, bail};
use gsa_net::weights::Variant;
use prost::Message;

use crate::args::Export;
use crate::files;

/// Writes an ONNX file, or a model file.
pub(crate) fn run(args: &Export) -> Result<ExitCode> {
    let is_onnx = match args.out.extension().and_then(OsStr::to_str) {
        Some("onnx") => true,
        Some("safetensors") => false,
        _ => bail!("{}: networks are written as .onnx or .safetensors", args.out.display()),
    };
    files::require_writable(&args.out)?;
    let variant = Variant { rotations: args.rotations, ..Variant::default() };
    let model = super::network(&args.network, args.window)?.varied(&variant)?;
    let bytes = if is_onnx { network::graph(&model)?.encode_to_vec() } else { model.to_bytes() };
    files::write_atomically(&args.out, &bytes)?;
    eprintln!("{}: {}, {} bytes", args.out.display(), model.config.name(), bytes.len());
    super::note_exactness(&model.config);
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use gsa_net::config::QueryRule;
    use gsa_net::{Config, Model};

    use super::*;

    #[test]
    fn a_file_too_large_for_onnx_is_refused_before_it_is_made() {
        let mut config = Config::named("r8f_sa").unwrap();
        (config.group.rotations, config.group.mirrors, config.channels) = (64, true, 120);
        let model = Model::random(config.validated().unwrap(), 1);
        let error = network::graph(&model).unwrap_err().to_string();
        assert!(error.contains("smaller"), "{error}");
    }

    #[test]
    fn every_value_is_there_before_it_is_used() {
        for (name, query) in [
            ("z2_sa", QueryRule::All),
            ("r4_sa", QueryRule::All),
            ("r4m_sa", QueryRule::Own),
            ("r8f_sa", QueryRule::PerFrame),
            ("cifar10_z2m_sa", QueryRule::All),
        ] {
            let config = Config::named(name).unwrap().with_query(query).validated().unwrap();
            let onnx = network::graph(&Model::random(config, 1)).unwrap();
            let read = onnx::ModelProto::decode(&onnx.encode_to_vec()[..]).unwrap();
            assert_eq!(read, onnx, "{name}");
            let graph = read.graph.unwrap();
            let mut known: HashSet<&str> = graph.initializer.iter().map(|tensor| tensor.name.as_str()).collect();
            known.extend(graph.input.iter().map(|input| input.name.as_str()));
            for node in &graph.node {
                for input in &node.input {
                    assert!(known.contains(input.as_str()), "{name}: {} knows no {input}", node.op_type);
                }
                for output in &node.output {
                    assert!(known.insert(output), "{name}: {output} twice");
                }
            }
            assert!(graph.output.iter().all(|output| known.contains(output.name.as_str())), "{name}");
        }
    }
}
