//! The few messages of ONNX that a network needs, as `onnx.proto` numbers their fields, and a graph that grows node by node.

use anyhow::{Result, ensure};
use prost::Message;

/// Operator set that the nodes are of: the first with `axes` of every reduction as an input.
const OPSET: i64 = 18;
/// Largest file that protobuf's readers take is 2 GiB; this many bytes of numbers leave room for the nodes.
const MAX_BYTES: usize = 2_000_000_000;
/// Version of the file format that goes with it.
const IR_VERSION: i64 = 8;

/// A whole file.
#[derive(Clone, PartialEq, Message)]
pub(super) struct ModelProto {
    #[prost(int64, tag = "1")]
    ir_version: i64,
    #[prost(string, tag = "2")]
    producer_name: String,
    #[prost(string, tag = "3")]
    producer_version: String,
    #[prost(message, optional, tag = "7")]
    pub(super) graph: Option<GraphProto>,
    #[prost(message, repeated, tag = "8")]
    opset_import: Vec<OperatorSetIdProto>,
    #[prost(message, repeated, tag = "14")]
    metadata_props: Vec<StringStringEntryProto>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct OperatorSetIdProto {
    #[prost(string, tag = "1")]
    domain: String,
    #[prost(int64, tag = "2")]
    version: i64,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct StringStringEntryProto {
    #[prost(string, tag = "1")]
    key: String,
    #[prost(string, tag = "2")]
    value: String,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct GraphProto {
    #[prost(message, repeated, tag = "1")]
    pub(super) node: Vec<NodeProto>,
    #[prost(string, tag = "2")]
    name: String,
    #[prost(message, repeated, tag = "5")]
    pub(super) initializer: Vec<TensorProto>,
    #[prost(message, repeated, tag = "11")]
    pub(super) input: Vec<ValueInfoProto>,
    #[prost(message, repeated, tag = "12")]
    pub(super) output: Vec<ValueInfoProto>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct NodeProto {
    #[prost(string, repeated, tag = "1")]
    pub(super) input: Vec<String>,
    #[prost(string, repeated, tag = "2")]
    pub(super) output: Vec<String>,
    #[prost(string, tag = "3")]
    name: String,
    #[prost(string, tag = "4")]
    pub(super) op_type: String,
    #[prost(message, repeated, tag = "5")]
    attribute: Vec<AttributeProto>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct AttributeProto {
    #[prost(string, tag = "1")]
    name: String,
    #[prost(float, optional, tag = "2")]
    f: Option<f32>,
    #[prost(int64, optional, tag = "3")]
    i: Option<i64>,
    #[prost(bytes = "vec", optional, tag = "4")]
    s: Option<Vec<u8>>,
    #[prost(int64, repeated, tag = "8")]
    ints: Vec<i64>,
    /// `AttributeType`: 1 FLOAT, 2 INT, 3 STRING, 7 INTS.
    #[prost(int32, tag = "20")]
    kind: i32,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct TensorProto {
    #[prost(int64, repeated, tag = "1")]
    pub(super) dims: Vec<i64>,
    #[prost(int32, tag = "2")]
    data_type: i32,
    #[prost(string, tag = "8")]
    pub(super) name: String,
    #[prost(bytes = "vec", tag = "9")]
    raw_data: Vec<u8>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct ValueInfoProto {
    #[prost(string, tag = "1")]
    pub(super) name: String,
    #[prost(message, optional, tag = "2")]
    kind: Option<TypeProto>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct TypeProto {
    #[prost(message, optional, tag = "1")]
    tensor_type: Option<TypeTensor>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct TypeTensor {
    #[prost(int32, tag = "1")]
    elem_type: i32,
    #[prost(message, optional, tag = "2")]
    shape: Option<TensorShapeProto>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct TensorShapeProto {
    #[prost(message, repeated, tag = "1")]
    dim: Vec<Dimension>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct Dimension {
    #[prost(int64, optional, tag = "1")]
    dim_value: Option<i64>,
}

/// `DataType`.
const FLOAT: i32 = 1;
const INT64: i32 = 7;

/// An attribute's value.
pub(super) enum Attribute<'a> {
    Float(f32),
    Int(i64),
    Text(&'a str),
    Ints(&'a [i64]),
}

/// What a node puts out, or an initial value: its name in the graph.
pub(super) type Value = String;

/// A graph under construction.
#[derive(Default)]
pub(super) struct Graph {
    graph: GraphProto,
    bytes: usize,
}

impl Graph {
    /// The network's input.
    pub(super) fn input(&mut self, name: &str, shape: &[usize]) -> Value {
        self.graph.input.push(tensor_value(name, shape));
        name.to_owned()
    }

    /// Names a value as the network's output.
    pub(super) fn output(&mut self, name: &str, value: &Value, shape: &[usize]) {
        let node = self.graph.node.iter_mut().find(|node| node.output.contains(value)).expect("a node puts it out");
        node.output = vec![name.to_owned()];
        self.graph.output.push(tensor_value(name, shape));
    }

    /// To be asked before a table that may be large is made.
    ///
    /// # Errors
    /// Where `numbers` more of them, of eight bytes at most, would make the file too large.
    pub(super) fn require_room(&self, numbers: usize) -> Result<()> {
        let bytes = numbers.saturating_mul(8).saturating_add(self.bytes);
        ensure!(
            bytes <= MAX_BYTES,
            "the ONNX file would have more than {MAX_BYTES} bytes of tables: choose a smaller window, group or picture"
        );
        Ok(())
    }

    /// Numbers.
    pub(super) fn floats(&mut self, shape: &[usize], numbers: &[f32]) -> Value {
        debug_assert_eq!(shape.iter().product::<usize>(), numbers.len());
        self.initial(shape, FLOAT, numbers.iter().flat_map(|x| x.to_le_bytes()).collect())
    }

    /// A list of integers.
    pub(super) fn ints(&mut self, numbers: &[i64]) -> Value {
        self.int_table(&[numbers.len()], numbers)
    }

    /// Integers in rows and columns.
    pub(super) fn int_table(&mut self, shape: &[usize], numbers: &[i64]) -> Value {
        self.initial(shape, INT64, numbers.iter().flat_map(|x| x.to_le_bytes()).collect())
    }

    fn initial(&mut self, shape: &[usize], data_type: i32, raw_data: Vec<u8>) -> Value {
        let name = format!("w{}", self.graph.initializer.len());
        self.bytes += raw_data.len();
        let dims = shape.iter().map(|&n| n as i64).collect();
        self.graph.initializer.push(TensorProto { dims, data_type, name: name.clone(), raw_data });
        name
    }

    /// A node with one output.
    pub(super) fn node(&mut self, op_type: &str, inputs: &[&Value], attributes: &[(&str, Attribute<'_>)]) -> Value {
        let output = format!("{}_{}", op_type.to_lowercase(), self.graph.node.len());
        let attribute = attributes.iter().map(|(name, value)| {
            let empty = AttributeProto { name: (*name).to_owned(), ..AttributeProto::default() };
            match value {
                Attribute::Float(f) => AttributeProto { f: Some(*f), kind: 1, ..empty },
                Attribute::Int(i) => AttributeProto { i: Some(*i), kind: 2, ..empty },
                Attribute::Text(s) => AttributeProto { s: Some(s.as_bytes().to_vec()), kind: 3, ..empty },
                Attribute::Ints(ints) => AttributeProto { ints: ints.to_vec(), kind: 7, ..empty },
            }
        });
        self.graph.node.push(NodeProto {
            input: inputs.iter().map(|input| (*input).clone()).collect(),
            output: vec![output.clone()],
            name: output.clone(),
            op_type: op_type.to_owned(),
            attribute: attribute.collect(),
        });
        output
    }

    /// The same numbers in another shape.
    pub(super) fn reshape(&mut self, x: &Value, shape: &[usize]) -> Value {
        let shape: Vec<i64> = shape.iter().map(|&n| n as i64).collect();
        let shape = self.ints(&shape);
        self.node("Reshape", &[x, &shape], &[])
    }

    /// A whole file, with a name and notes.
    pub(super) fn into_model(self, name: &str, notes: &[(&str, String)]) -> ModelProto {
        let note = |(key, value): &(&str, String)| StringStringEntryProto { key: (*key).into(), value: value.clone() };
        ModelProto {
            ir_version: IR_VERSION,
            producer_name: "gsa-net".into(),
            producer_version: env!("CARGO_PKG_VERSION").into(),
            graph: Some(GraphProto { name: name.to_owned(), ..self.graph }),
            opset_import: vec![OperatorSetIdProto { domain: String::new(), version: OPSET }],
            metadata_props: notes.iter().map(note).collect(),
        }
    }
}

fn tensor_value(name: &str, shape: &[usize]) -> ValueInfoProto {
    let dim = shape.iter().map(|&n| Dimension { dim_value: Some(n as i64) }).collect();
    let tensor = TypeTensor { elem_type: FLOAT, shape: Some(TensorShapeProto { dim }) };
    ValueInfoProto { name: name.to_owned(), kind: Some(TypeProto { tensor_type: Some(tensor) }) }
}
