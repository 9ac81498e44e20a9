//! PNG pictures of any size and kind.

use std::io::Cursor;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use gsa_net::image::MAX_PICTURE_SIDE;
use ndarray::{Array2, Array3, ArrayView1, Axis};
use png::{ColorType, Decoder, Limits, Transformations};

use crate::files;

const MAX_BYTES: u64 = 1 << 28;

/// A colour picture without transparency.
#[derive(Debug, PartialEq)]
pub(crate) struct Picture {
    /// `[3, rows, columns]`: red, green, blue, 0 to 1.
    rgb: Array3<f32>,
}

/// Reads a PNG file. What is transparent becomes white, or black where what is visible is brighter than that would let it stand out.
pub(crate) fn read(path: &Path) -> Result<Picture> {
    parse(&files::read(path, MAX_BYTES)?).with_context(|| format!("{} as PNG", path.display()))
}

impl Picture {
    /// Rows and columns.
    pub(crate) fn size(&self) -> [usize; 2] {
        let (_, rows, cols) = self.rgb.dim();
        [rows, cols]
    }

    /// `[3, rows, columns]`.
    pub(crate) fn into_rgb(self) -> Array3<f32> {
        self.rgb
    }

    /// `[rows, columns]`, the luminance.
    pub(crate) fn grey(&self) -> Array2<f32> {
        self.rgb.map_axis(Axis(0), luminance)
    }
}

/// Of red, green and blue (Rec. 709); exactly the value of a grey pixel.
fn luminance(rgb: ArrayView1<f32>) -> f32 {
    let [red, green, blue] = [rgb[0], rgb[1], rgb[2]];
    green + 0.2126 * (red - green) + 0.0722 * (blue - green)
}

fn parse(file: &[u8]) -> Result<Picture> {
    let limits = Limits { bytes: 4 * MAX_PICTURE_SIDE * MAX_PICTURE_SIDE };
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), limits);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let header = decoder.read_header_info()?;
    let (width, height) = (header.width, header.height);
    ensure!(
        width.max(height) as usize <= MAX_PICTURE_SIDE,
        "it has {height} rows and {width} columns, {MAX_PICTURE_SIDE} are the most: scale it down"
    );
    let mut reader = decoder.read_info()?;
    let size = reader.output_buffer_size().context("its size overflows")?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels)?;
    pixels.truncate(frame.buffer_size());
    let shape = (height as usize, width as usize, frame.color_type.samples());
    let pixels = Array3::from_shape_vec(shape, pixels)?.mapv(|byte| f32::from(byte) / 255.0);
    let (colours, opacity) = match frame.color_type {
        ColorType::Grayscale => ([0, 0, 0], None),
        ColorType::GrayscaleAlpha => ([0, 0, 0], Some(1)),
        ColorType::Rgb => ([0, 1, 2], None),
        ColorType::Rgba => ([0, 1, 2], Some(3)),
        ColorType::Indexed => bail!("its palette was not resolved"),
    };
    let mut rgb = pixels.select(Axis(2), &colours).permuted_axes([2, 0, 1]);
    if let Some(channel) = opacity {
        let opacity = pixels.index_axis(Axis(2), channel);
        let visible = &rgb.map_axis(Axis(0), luminance) * &opacity;
        let background = if visible.sum() > 0.5 * opacity.sum() { 0.0 } else { 1.0 };
        for mut colour in rgb.outer_iter_mut() {
            colour.zip_mut_with(&opacity, |value, &opacity| {
                *value = *value * opacity + background * (1.0 - opacity);
            });
        }
    }
    Ok(Picture { rgb: rgb.as_standard_layout().into_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;
    use png::{BitDepth, Encoder};

    fn file(width: u32, color: ColorType, depth: BitDepth, bytes: &[u8]) -> Vec<u8> {
        let mut file = vec![];
        let row = (width as usize * color.samples() * depth as usize).div_ceil(8);
        let mut encoder = Encoder::new(&mut file, width, (bytes.len() / row) as u32);
        encoder.set_color(color);
        encoder.set_depth(depth);
        if color == ColorType::Indexed {
            encoder.set_palette(vec![255, 255, 255, 255, 0, 0]);
        }
        encoder.write_header().unwrap().write_image_data(bytes).unwrap();
        file
    }

    #[test]
    fn parse_reads_every_kind() {
        let kinds = [
            (ColorType::Grayscale, BitDepth::Eight, vec![0, 255, 102, 51]),
            (ColorType::Grayscale, BitDepth::Sixteen, vec![0, 0, 255, 255, 102, 102, 51, 51]),
            (ColorType::Rgb, BitDepth::Eight, vec![0, 0, 0, 255, 255, 255, 102, 102, 102, 51, 51, 51]),
            (ColorType::GrayscaleAlpha, BitDepth::Eight, vec![0, 255, 255, 255, 102, 255, 51, 255]),
        ];
        for (color, depth, bytes) in kinds {
            let grey = parse(&file(2, color, depth, &bytes)).unwrap().grey();
            assert_eq!(grey, array![[0.0, 1.0], [0.4, 0.2]], "{color:?} {depth:?}");
        }
        let palette = parse(&file(2, ColorType::Indexed, BitDepth::One, &[0b0100_0000, 0])).unwrap();
        assert_eq!(palette.size(), [2, 2]);
        assert!((palette.grey()[[0, 1]] - 0.2126).abs() < 1e-6);
        let rgb = palette.into_rgb();
        assert_eq!(rgb.index_axis(Axis(0), 1), array![[1.0, 0.0], [1.0, 1.0]]);
    }

    #[test]
    fn transparency_stands_out_from_what_is_visible() {
        let black_ink = [0, 255, 9, 0];
        let grey = parse(&file(2, ColorType::GrayscaleAlpha, BitDepth::Eight, &black_ink)).unwrap().grey();
        assert_eq!(grey, array![[0.0, 1.0]]);
        let white_ink = [255, 255, 9, 0];
        let grey = parse(&file(2, ColorType::GrayscaleAlpha, BitDepth::Eight, &white_ink)).unwrap().grey();
        assert_eq!(grey, array![[1.0, 0.0]]);
    }

    #[test]
    fn parse_rejects_damage_and_giants() {
        let whole = file(2, ColorType::Grayscale, BitDepth::Eight, &[0, 255, 102, 51]);
        for length in [0, 7, 20, 30, 45] {
            assert!(parse(&whole[..length]).is_err(), "cut to {length}");
        }
        for [width, height] in [[65_536, 65_536], [4097, 1], [1, 4097]] {
            let mut giant = whole.clone();
            giant[16..24].copy_from_slice(&[u32::to_be_bytes(width), u32::to_be_bytes(height)].concat());
            let mut crc = flate2::Crc::new();
            crc.update(&giant[12..29]);
            giant[29..33].copy_from_slice(&crc.sum().to_be_bytes());
            let error = parse(&giant).unwrap_err().to_string();
            assert!(error.contains("scale it down"), "{error}");
        }
    }
}
