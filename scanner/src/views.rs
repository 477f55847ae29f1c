//! One picture made black and white in several ways. What each is for, and what it reads, is in `docs/qr-readers.md`.

use crate::MOST_PIXELS;
use rxing::common::{BitMatrix, HybridBinarizer};
use rxing::{Binarizer, Luma8LuminanceSource};
use std::ops::Range;

/// A view; none where the picture is too small for it.
pub type Look = fn(&Picture) -> Option<BitMatrix>;

/// As it is; halved, which takes noise and fine patterns of a screen away; light on dark; enlarged, for a blurred code.
pub const LOOKS: [Look; 4] = [as_it_is, halved, inverted, doubled];

/// What a frame of a camera gets: the first, and one of the others by turns. The dearest is not among them.
pub fn of_a_frame(turn: u32) -> [Look; 2] {
    [as_it_is, if turn.is_multiple_of(2) { inverted } else { halved }]
}

fn as_it_is(picture: &Picture) -> Option<BitMatrix> {
    picture.by_blocks()
}

fn halved(picture: &Picture) -> Option<BitMatrix> {
    picture.halved().by_surroundings()
}

fn inverted(picture: &Picture) -> Option<BitMatrix> {
    picture.inverted().by_blocks()
}

fn doubled(picture: &Picture) -> Option<BitMatrix> {
    picture.doubled()?.by_surroundings()
}

/// The narrowest code with its quiet zone, a pixel each module.
const SMALLEST: usize = 29;
/// A pixel is compared with those that are no further away, along each side.
const SURROUNDINGS: usize = 12;
/// It is dark if it is darker than their mean by more than this: paper has a grain.
const GRAIN: u32 = 4;
/// A picture is enlarged only up to here.
const MOST_TO_DOUBLE: usize = 1_500_000;

/// Brightness by rows, a byte each.
pub struct Picture {
    width: usize,
    height: usize,
    luma: Vec<u8>,
}

impl Picture {
    /// A picture of bytes of brightness or of RGBA, if its sizes fit.
    pub fn new(width: u32, height: u32, bytes: &[u8]) -> Option<Self> {
        let (width, height) = (usize::try_from(width).ok()?, usize::try_from(height).ok()?);
        let pixels = width
            .checked_mul(height)
            .filter(|pixels| *pixels <= MOST_PIXELS)?;
        let luma = if bytes.len() == pixels {
            bytes.to_vec()
        } else if bytes.len() == pixels * 4 {
            bytes.chunks_exact(4).map(brightness).collect()
        } else {
            return None;
        };
        (pixels > 0).then_some(Self { width, height, luma })
    }

    /// By a threshold for each block of eight pixels, from the blocks around it.
    fn by_blocks(&self) -> Option<BitMatrix> {
        let (width, height) = self.sizes()?;
        let source = Luma8LuminanceSource::new(self.luma.clone(), width, height).ok()?;
        HybridBinarizer::new(source).get_black_matrix().ok().cloned()
    }

    /// By the mean of each pixel's surroundings (Bradley and Roth 2007, over an integral image).
    fn by_surroundings(&self) -> Option<BitMatrix> {
        let (width, height) = self.sizes()?;
        let sums = self.sums();
        let sum = |x: usize, y: usize| sums.get(y * (self.width + 1) + x).copied().unwrap_or(0);
        let mut matrix = BitMatrix::new(width, height).ok()?;
        for (y, row) in self.luma.chunks_exact(self.width).enumerate() {
            let (top, bottom) = around(y, self.height);
            for (x, luma) in row.iter().enumerate() {
                let (left, right) = around(x, self.width);
                let all =
                    (sum(right, bottom) + sum(left, top)).wrapping_sub(sum(left, bottom) + sum(right, top));
                let pixels = u32::try_from((right - left) * (bottom - top)).unwrap_or(u32::MAX);
                if (u32::from(*luma) + GRAIN) * pixels < all {
                    matrix.set(u32::try_from(x).ok()?, u32::try_from(y).ok()?);
                }
            }
        }
        Some(matrix)
    }

    /// At each corner between pixels, the sum of all that is above and left of it. [`MOST_PIXELS`](crate::MOST_PIXELS) white ones fit.
    fn sums(&self) -> Vec<u32> {
        let mut above = vec![0; self.width + 1];
        let mut sums = above.clone();
        for row in self.luma.chunks_exact(self.width) {
            let mut left = 0;
            for (sum, luma) in above.iter_mut().skip(1).zip(row) {
                left += u32::from(*luma);
                *sum += left;
            }
            sums.extend_from_slice(&above);
        }
        sums
    }

    fn sizes(&self) -> Option<(u32, u32)> {
        let large = self.width.min(self.height) >= SMALLEST;
        let sizes = u32::try_from(self.width)
            .ok()
            .zip(u32::try_from(self.height).ok());
        sizes.filter(|_| large)
    }

    /// Light for dark. White around the picture stays: it is the margin that the worker adds, and a code cut close needs it.
    fn inverted(&self) -> Self {
        let mut luma = self.luma.clone();
        let row_is_white = |row: &[u8]| row.iter().all(|luma| *luma == u8::MAX);
        let dark: Vec<_> = self
            .luma
            .chunks_exact(self.width)
            .map(|row| !row_is_white(row))
            .collect();
        let rows = inside(&dark);
        let mut dark = vec![false; self.width];
        for row in self.luma.chunks_exact(self.width).take(rows.end).skip(rows.start) {
            for (dark, luma) in dark.iter_mut().zip(row) {
                *dark |= *luma != u8::MAX;
            }
        }
        let columns = inside(&dark);
        for row in luma.chunks_exact_mut(self.width).take(rows.end).skip(rows.start) {
            for luma in row.get_mut(columns.clone()).unwrap_or_default() {
                *luma = u8::MAX - *luma;
            }
        }
        Self { luma, ..*self }
    }

    /// Each pixel the mean of four.
    fn halved(&self) -> Self {
        let pairs = self.luma.chunks_exact(self.width * 2);
        let luma: Vec<u8> = pairs
            .flat_map(|rows| {
                let (upper, lower) = rows.split_at(self.width);
                upper.chunks_exact(2).zip(lower.chunks_exact(2))
            })
            .map(|(upper, lower)| {
                let sum: u16 = upper.iter().chain(lower).copied().map(u16::from).sum();
                u8::try_from(sum / 4).unwrap_or(u8::MAX)
            })
            .collect();
        Self {
            width: self.width / 2,
            height: self.height / 2,
            luma,
        }
    }

    /// Each pixel becomes four, each nearer to the neighbours on its side.
    fn doubled(&self) -> Option<Self> {
        if self.luma.len() > MOST_TO_DOUBLE {
            return None;
        }
        let mut luma = Vec::with_capacity(4 * self.luma.len());
        let row = |y: usize| self.luma.chunks_exact(self.width).nth(y.min(self.height - 1));
        for y in 0..2 * self.height {
            let near = row(y / 2)?;
            let far = row(neighbour(y))?;
            for x in 0..2 * self.width {
                let at =
                    |row: &[u8], x: usize| row.get(x.min(self.width - 1)).map_or(0, |luma| u32::from(*luma));
                let (beside, here) = (neighbour(x), x / 2);
                let sum = 9 * at(near, here) + 3 * (at(near, beside) + at(far, here)) + at(far, beside);
                luma.push(u8::try_from((sum + 8) / 16).unwrap_or(u8::MAX));
            }
        }
        let (width, height) = (2 * self.width, 2 * self.height);
        Some(Self { width, height, luma })
    }
}

/// The pixel on the nearer side of one that is half as wide.
const fn neighbour(half: usize) -> usize {
    if half.is_multiple_of(2) {
        (half / 2).saturating_sub(1)
    } else {
        half / 2 + 1
    }
}

/// Where the surroundings of a place begin and end.
fn around(place: usize, limit: usize) -> (usize, usize) {
    (
        place.saturating_sub(SURROUNDINGS),
        (place + SURROUNDINGS + 1).min(limit),
    )
}

/// Rec. 601 luma in 256ths; transparency is ignored.
fn brightness(pixel: &[u8]) -> u8 {
    let [red, green, blue, _] = *pixel else {
        return u8::MAX;
    };
    let sum = 77 * u32::from(red) + 150 * u32::from(green) + 29 * u32::from(blue);
    u8::try_from(sum / 256).unwrap_or(u8::MAX)
}

/// From the first to the last that is set.
fn inside(set: &[bool]) -> Range<usize> {
    let first = set.iter().position(|set| *set).unwrap_or(0);
    first..set.iter().rposition(|set| *set).map_or(0, |last| last + 1)
}
