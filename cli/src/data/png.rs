//! PNG pictures of any size and kind.

use std::io::{BufRead, Seek};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use gsa_net::image::MAX_PICTURE_SIDE;
use ndarray::{Array2, Array3};
use png::{ColorType, Decoder, Limits, Transformations};

use crate::files;

const MAX_BYTES: u64 = 1 << 28;

/// A picture as bytes, a quarter of what numbers would take: of the largest ones there is no room for several copies.
#[derive(Debug, PartialEq)]
pub(crate) struct Picture {
    /// Rows and columns.
    size: [usize; 2],
    colours: Colours,
    /// `[rows, columns, samples]`
    samples: Vec<u8>,
    /// What shines through where nothing is.
    background: f32,
}

/// What the samples of a pixel are.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Colours {
    count: usize,
    has_opacity: bool,
}

/// Reads a PNG file. What is transparent becomes white, or black where what is visible is brighter than that would let it stand out.
pub(crate) fn read(path: &Path) -> Result<Picture> {
    parse(files::open_buffered(path, MAX_BYTES)?).with_context(|| format!("{} as PNG", path.display()))
}

impl Picture {
    /// Rows and columns.
    pub(crate) fn size(&self) -> [usize; 2] {
        self.size
    }

    /// `[3, rows, columns]`: red, green, blue, 0 to 1.
    pub(crate) fn rgb(&self) -> Array3<f32> {
        let [rows, cols] = self.size;
        let mut rgb = Array3::zeros([3, rows, cols]);
        for (at, pixel) in self.pixels().enumerate() {
            let pixel = self.colours.on(self.background, pixel);
            (0..3).for_each(|channel| rgb[[channel, at / cols, at % cols]] = pixel[channel]);
        }
        rgb
    }

    /// `[rows, columns]`, the luminance.
    pub(crate) fn grey(&self) -> Array2<f32> {
        let grey = self.pixels().map(|pixel| luminance(self.colours.on(self.background, pixel))).collect();
        Array2::from_shape_vec(self.size, grey).expect("as many pixels as rows and columns have")
    }

    fn pixels(&self) -> impl Iterator<Item = &[u8]> {
        self.samples.chunks_exact(self.colours.samples())
    }
}

impl Colours {
    fn samples(self) -> usize {
        self.count + usize::from(self.has_opacity)
    }

    /// Red, green and blue as they are, and how opaque they are, 0 to 1.
    fn of(self, pixel: &[u8]) -> ([f32; 3], f32) {
        let number = |at: usize| f32::from(pixel[at]) / 255.0;
        let rgb = if self.count == 1 { [number(0); 3] } else { [0, 1, 2].map(number) };
        (rgb, if self.has_opacity { number(self.count) } else { 1.0 })
    }

    /// Red, green and blue before a background.
    fn on(self, background: f32, pixel: &[u8]) -> [f32; 3] {
        let (rgb, opacity) = self.of(pixel);
        if self.has_opacity { rgb.map(|value| value * opacity + background * (1.0 - opacity)) } else { rgb }
    }
}

/// Of red, green and blue (Rec. 709); exactly the value of a grey pixel.
fn luminance([red, green, blue]: [f32; 3]) -> f32 {
    green + 0.2126 * (red - green) + 0.0722 * (blue - green)
}

fn parse(file: impl BufRead + Seek) -> Result<Picture> {
    let limits = Limits { bytes: 4 * MAX_PICTURE_SIDE * MAX_PICTURE_SIDE };
    let mut decoder = Decoder::new_with_limits(file, limits);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let header = decoder.read_header_info()?;
    let (width, height) = (header.width, header.height);
    ensure!(
        width.max(height) as usize <= MAX_PICTURE_SIDE,
        "it has {height} rows and {width} columns, {MAX_PICTURE_SIDE} are the most: scale it down"
    );
    let mut reader = decoder.read_info()?;
    let mut samples = vec![0; reader.output_buffer_size().context("its size overflows")?];
    let frame = reader.next_frame(&mut samples)?;
    samples.truncate(frame.buffer_size());
    let (count, has_opacity) = match frame.color_type {
        ColorType::Grayscale => (1, false),
        ColorType::GrayscaleAlpha => (1, true),
        ColorType::Rgb => (3, false),
        ColorType::Rgba => (3, true),
        ColorType::Indexed => bail!("its palette was not resolved"),
    };
    let (size, colours) = ([height as usize, width as usize], Colours { count, has_opacity });
    ensure!(samples.len() == size[0] * size[1] * colours.samples(), "it does not hold the pixels that it promises");
    let mut picture = Picture { size, colours, samples, background: 1.0 };
    // How much is there to see, and how bright it is.
    let (mut opaque, mut bright) = (0.0, 0.0);
    for (rgb, opacity) in picture.pixels().map(|pixel| colours.of(pixel)) {
        opaque += f64::from(opacity);
        bright += f64::from(opacity * luminance(rgb));
    }
    if bright > 0.5 * opaque {
        picture.background = 0.0;
    }
    Ok(picture)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    use ndarray::{Axis, array};
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

    fn parse_bytes(file: &[u8]) -> Result<Picture> {
        parse(Cursor::new(file))
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
            let grey = parse_bytes(&file(2, color, depth, &bytes)).unwrap().grey();
            assert_eq!(grey, array![[0.0, 1.0], [0.4, 0.2]], "{color:?} {depth:?}");
        }
        let palette = parse_bytes(&file(2, ColorType::Indexed, BitDepth::One, &[0b0100_0000, 0])).unwrap();
        assert_eq!(palette.size(), [2, 2]);
        assert!((palette.grey()[[0, 1]] - 0.2126).abs() < 1e-6);
        let rgb = palette.rgb();
        assert_eq!(rgb.index_axis(Axis(0), 1), array![[1.0, 0.0], [1.0, 1.0]]);
    }

    #[test]
    fn transparency_stands_out_from_what_is_visible() {
        let black_ink = [0, 255, 9, 0];
        let grey = parse_bytes(&file(2, ColorType::GrayscaleAlpha, BitDepth::Eight, &black_ink)).unwrap().grey();
        assert_eq!(grey, array![[0.0, 1.0]]);
        let white_ink = [255, 255, 9, 0];
        let grey = parse_bytes(&file(2, ColorType::GrayscaleAlpha, BitDepth::Eight, &white_ink)).unwrap().grey();
        assert_eq!(grey, array![[1.0, 0.0]]);
    }

    #[test]
    fn parse_rejects_damage_and_giants() {
        let whole = file(2, ColorType::Grayscale, BitDepth::Eight, &[0, 255, 102, 51]);
        for length in [0, 7, 20, 30, 45] {
            assert!(parse_bytes(&whole[..length]).is_err(), "cut to {length}");
        }
        for [width, height] in [[65_536, 65_536], [4097, 1], [1, 4097]] {
            let mut giant = whole.clone();
            giant[16..24].copy_from_slice(&[u32::to_be_bytes(width), u32::to_be_bytes(height)].concat());
            let mut crc = flate2::Crc::new();
            crc.update(&giant[12..29]);
            giant[29..33].copy_from_slice(&crc.sum().to_be_bytes());
            let error = parse_bytes(&giant).unwrap_err().to_string();
            assert!(error.contains("scale it down"), "{error}");
        }
    }
}
