//! How the pixels of a layer lie on padded planes, and the tiles that cover them.
//!
//! A plane is a padded, flattened picture in which a neighbour is a constant shift, so that one vector holds consecutive
//! pixels and the keys of all of them at one offset are one load away. Positions that are no pixel are masked.

use std::ops::Range;

use bytemuck::{Pod, Zeroable};

use crate::backend::cpu::scratch::Scratch;
use crate::backend::cpu::simd::Scalar;
use crate::layers::Attention;

/// Consecutive positions on a plane, one per lane, and the part of the window that any of them can see.
#[derive(Clone, Copy, Debug, PartialEq, Pod, Zeroable)]
#[repr(C)]
pub(super) struct Tile {
    /// Position of the first lane.
    pub(super) start: usize,
    /// First row of the window, and the one behind the last.
    pub(super) rows: [usize; 2],
    /// First column of the window, and the one behind the last.
    pub(super) cols: [usize; 2],
}

impl Tile {
    /// Rows of the window.
    pub(super) fn rows(&self) -> Range<usize> {
        self.rows[0]..self.rows[1]
    }

    /// Columns of the window.
    pub(super) fn cols(&self) -> Range<usize> {
        self.cols[0]..self.cols[1]
    }
}

/// The planes of one attention layer.
#[derive(Debug)]
pub(super) struct Geometry {
    size: [usize; 2],
    /// Offsets of the window, rows and columns; both odd.
    pub(super) window: [usize; 2],
    /// From one row to the next.
    pub(super) stride: usize,
    /// Position of the first pixel.
    front: usize,
    /// Length of a plane.
    pub(super) plane: usize,
    /// Together they cover every pixel.
    tiles: Scratch<Tile>,
}

impl Geometry {
    /// The cheaper of the two ways for vectors of `lanes` numbers.
    pub(super) fn new(layer: &Attention, lanes: usize) -> Self {
        let (size, window) = (layer.size, layer.positions.window);
        let (narrow, wide) = (Self::narrow(size, window, lanes), Self::wide(size, window, lanes));
        if narrow.work() <= wide.work() { narrow } else { wide }
    }

    /// Tiles run across the ends of rows; every tile sees the whole window.
    fn narrow(size: [usize; 2], window: [usize; 2], lanes: usize) -> Self {
        let reach = window.map(|n| n / 2);
        // One gap serves as the right margin of a row and the left margin of the next.
        let stride = size[1] + reach[1];
        // Tiles begin on cache lines.
        let front = (reach[0] * stride + reach[1]).next_multiple_of(16);
        let mut tiles = Scratch::with_capacity((size[0] * stride).div_ceil(lanes));
        for at in (0..size[0] * stride).step_by(lanes) {
            tiles.push(Tile { start: front + at, rows: [0, window[0]], cols: [0, window[1]] });
        }
        let plane = (2 * front + size[0] * stride + lanes).next_multiple_of(16);
        Self { size, window, stride, front, plane, tiles }
    }

    /// Tiles stay within their row; the window is clipped to what a tile can see of the picture. For large windows.
    fn wide(size: [usize; 2], window: [usize; 2], lanes: usize) -> Self {
        let reach = window.map(|n| n / 2);
        let margin = lanes - 1;
        let stride = size[1] + margin;
        let mut tiles = Scratch::with_capacity(size[0] * size[1].div_ceil(lanes));
        for row in 0..size[0] {
            for col in (0..size[1]).step_by(lanes) {
                tiles.push(Tile {
                    start: margin + row * stride + col,
                    rows: [reach[0].saturating_sub(row), window[0].min(size[0] - row + reach[0])],
                    cols: [reach[1].saturating_sub(col + margin), window[1].min(size[1] - col + reach[1])],
                });
            }
        }
        let plane = (margin + size[0] * stride + lanes).next_multiple_of(16);
        Self { size, window, stride, front: margin, plane, tiles }
    }

    /// Tiles one behind the other that see the same part of the window, whose keys are listed once.
    pub(super) fn runs(&self) -> impl Iterator<Item = &[Tile]> {
        self.tiles.chunk_by(|one, next| one.rows == next.rows && one.cols == next.cols)
    }

    /// Offsets visited by all tiles.
    fn work(&self) -> usize {
        self.tiles.iter().map(|tile| tile.rows().len() * tile.cols().len()).sum()
    }

    /// The most offsets that one tile visits.
    pub(super) fn most_offsets(&self) -> usize {
        self.tiles.iter().map(|tile| tile.rows().len() * tile.cols().len()).max().unwrap_or(0)
    }

    /// Position that offset (row, col) of the window leads to from `start`.
    pub(super) fn shifted(&self, start: usize, row: usize, col: usize) -> usize {
        start + row * self.stride + col - (self.window[0] / 2) * self.stride - self.window[1] / 2
    }

    /// Position of the first pixel of a row.
    fn row_start(&self, row: usize) -> usize {
        self.front + row * self.stride
    }

    /// Copies `[maps, H, W]` to `[maps, plane]`; what is no pixel is left as it is.
    pub(super) fn pad<T: Scalar>(&self, maps: &[T], planes: &mut [T]) {
        let [rows, cols] = self.size;
        for (map, plane) in maps.chunks_exact(rows * cols).zip(planes.chunks_exact_mut(self.plane)) {
            for (row, line) in map.chunks_exact(cols).enumerate() {
                let start = self.row_start(row);
                plane[start..start + cols].copy_from_slice(line);
            }
        }
    }

    /// Copies the pixels of `[maps, plane]` to `[maps, H, W]`.
    pub(super) fn unpad<T: Scalar>(&self, planes: &[T], maps: &mut [T]) {
        let [rows, cols] = self.size;
        for (map, plane) in maps.chunks_exact_mut(rows * cols).zip(planes.chunks_exact(self.plane)) {
            for (row, line) in map.chunks_exact_mut(cols).enumerate() {
                let start = self.row_start(row);
                line.copy_from_slice(&plane[start..start + cols]);
            }
        }
    }

    /// `pixel` where a position is a pixel, `elsewhere` where it is not: `[plane]`.
    pub(super) fn mask<T: Scalar>(&self, pixel: T, elsewhere: T) -> Scratch<T> {
        let mut mask = Scratch::filled(self.plane, elsewhere);
        for row in 0..self.size[0] {
            let start = self.row_start(row);
            mask[start..start + self.size[1]].fill(pixel);
        }
        mask
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every pixel must be a lane of exactly one tile, and reach each of its neighbours, and nothing else, through the shifts.
    fn check(geometry: &Geometry, lanes: usize) {
        let [rows, cols] = geometry.size;
        let mask = geometry.mask(1.0f32, 0.0);
        let ids: Vec<f32> = (0..rows * cols).map(|i| i as f32).collect();
        let mut plane = vec![-1.0; geometry.plane];
        geometry.pad(&ids, &mut plane);
        let mut back = vec![0.0; ids.len()];
        geometry.unpad(&plane, &mut back);
        assert_eq!(ids, back);
        let mut neighbours = vec![std::collections::BTreeSet::new(); rows * cols];
        let mut covered = vec![0; rows * cols];
        for tile in &*geometry.tiles {
            for lane in 0..lanes {
                let id = plane[tile.start + lane];
                if id >= 0.0 {
                    covered[id as usize] += 1;
                }
                for r in tile.rows() {
                    for c in tile.cols() {
                        let at = geometry.shifted(tile.start, r, c) + lane;
                        assert_eq!(mask[at] == 1.0, plane[at] >= 0.0);
                        if id >= 0.0 && mask[at] == 1.0 {
                            let (from, to) = (id as usize, plane[at] as usize);
                            assert!(neighbours[from].insert(to), "twice");
                            let (dr, dc) = (
                                (to / cols) as isize - (from / cols) as isize,
                                (to % cols) as isize - (from % cols) as isize,
                            );
                            let reach = geometry.window.map(|n| (n / 2) as isize);
                            assert_eq!((dr, dc), (r as isize - reach[0], c as isize - reach[1]));
                        }
                    }
                }
            }
        }
        assert!(covered.iter().all(|&n| n == 1));
        for (i, seen) in neighbours.iter().enumerate() {
            let expected = (0..rows * cols)
                .filter(|j| {
                    (i / cols).abs_diff(j / cols) <= geometry.window[0] / 2
                        && (i % cols).abs_diff(j % cols) <= geometry.window[1] / 2
                })
                .count();
            assert_eq!(seen.len(), expected);
        }
    }

    #[test]
    fn every_pixel_sees_its_window_and_nothing_else() {
        for lanes in [4, 8, 16] {
            for size in [[1, 1], [1, 7], [5, 3], [4, 17], [9, 16]] {
                for window in [[1, 1], [3, 3], [5, 5], [2 * size[0] - 1, 2 * size[1] - 1], [9, 9]] {
                    check(&Geometry::narrow(size, window, lanes), lanes);
                    check(&Geometry::wide(size, window, lanes), lanes);
                }
            }
        }
    }
}
