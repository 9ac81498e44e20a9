//! Whatever bytes stand in a file, its reader answers or refuses: no panic.

#[path = "../../../tests/common/mutate.rs"]
mod mutate;

use std::fs;
use std::io::Write;

use flate2::{Compression, write::GzEncoder};

use super::{idx, npy, png, strokes};
use crate::checkpoint::Checkpoint;
use crate::files;

#[test]
fn files_are_read_or_refused() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("file");
    let mut picture = vec![];
    let mut encoder = ::png::Encoder::new(&mut picture, 5, 3);
    encoder.set_color(::png::ColorType::Rgba);
    encoder.write_header().unwrap().write_image_data(&[7; 60]).unwrap();
    let idx_file = [&[0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3][..], &[9; 12]].concat();
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(&idx_file).unwrap();
    let gzip = [gzip.finish().unwrap(), vec![0; 9]].concat();
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1L, 2), }\n";
    let array = [&b"\x93NUMPY\x01\x00"[..], &[header.len() as u8, 0], header.as_bytes(), &[0; 8]].concat();
    let drawing = br#"{"label":7,"writer":3,"strokes":[[[0,0],[500,100]],[[250,250]]]}"#;
    let samples = [&picture[..], &idx_file, &gzip, &array, drawing, b"gsa-checkpoint/1\n\x02\0\0\0\0\0\0\0{}"];
    let words = ["True", "fortran_order", "IHDR", "IDAT", "tRNS", "PLTE", "4294967295", "1e40", "null", "[[[]]]", "\n"];
    mutate::fuzz("file", &samples, &words, |bytes| {
        fs::write(&path, bytes).unwrap();
        let _ = idx::read(&path);
        let _ = npy::read(&path);
        let _ = png::read(&path).map(|picture| (picture.grey(), picture.rgb()));
        let _ = strokes::read(&path);
        let _ = files::read_maybe_gzip(&path, 1 << 20);
        let _ = Checkpoint::read(&path);
    });
}
