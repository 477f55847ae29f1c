//! QR codes in a picture, as texts.
//!
//! The app never links this: its build makes a WebAssembly module of it, which `worker.js` beside this file loads in a web worker
//! where the browser itself reads no QR codes.

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use wasm_bindgen::prelude::wasm_bindgen;

/// Pixels that a picture may have.
pub const MOST_PIXELS: usize = 6_000_000;
/// Codes that are read in one picture.
pub const MOST_CODES: usize = 64;
/// How often one picture is looked at.
const MOST_LOOKS: usize = 8;
/// The narrowest code with its quiet zone, a pixel each module.
const SMALLEST: usize = 29;

/// The texts of the QR codes in a picture, each once; nothing where the sizes do not fit or exceed [`MOST_PIXELS`].
///
/// `pixels` are rows from the top, each pixel one byte of brightness or four of RGBA.
#[wasm_bindgen]
#[must_use]
pub fn read(width: u32, height: u32, pixels: &[u8]) -> Vec<String> {
    let Some(picture) = Picture::new(width, height, pixels) else {
        return Vec::new();
    };
    // rqrr asserts what a picture without a real code can break. Here that means a picture without a code; in WebAssembly, which
    // cannot unwind, it ends the module, and the worker says so.
    catch_unwind(AssertUnwindSafe(|| picture.texts())).unwrap_or_default()
}

/// Brightness by rows, a byte each.
struct Picture {
    width: usize,
    height: usize,
    luma: Vec<u8>,
}

/// Corners of a code, in pixels, of which some may be outside of the picture.
type Corners = [rqrr::Point; 4];

impl Picture {
    fn new(width: u32, height: u32, bytes: &[u8]) -> Option<Self> {
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

    /// Codes beside each other keep rqrr from seeing all of them, so what is found is wiped out and the rest looked at again.
    /// Only where nothing is found the picture is halved: that takes noise and fine patterns of a screen away.
    fn texts(mut self) -> Vec<String> {
        let mut texts = self.all();
        if texts.is_empty() && self.width.min(self.height) > 2 * SMALLEST {
            texts = self.halved().all();
        }
        texts
    }

    fn all(&mut self) -> Vec<String> {
        let mut texts: Vec<String> = Vec::new();
        for _ in 0..MOST_LOOKS {
            let found = self.codes();
            if found.is_empty() {
                break;
            }
            for (corners, text) in found {
                self.wipe(&corners);
                if !texts.contains(&text) {
                    texts.push(text);
                }
            }
        }
        texts.truncate(MOST_CODES);
        texts
    }

    fn codes(&self) -> Vec<(Corners, String)> {
        let pixel = |x: usize, y: usize| self.luma.get(y * self.width + x).copied().unwrap_or(u8::MAX);
        let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(self.width, self.height, pixel);
        let read = |grid: rqrr::Grid<_>| Some((grid.bounds, grid.decode().ok()?.1));
        prepared.detect_grids().into_iter().filter_map(read).collect()
    }

    /// The smallest upright rectangle around the corners becomes white.
    fn wipe(&mut self, corners: &Corners) {
        let (columns, rows) = (corners.map(|corner| corner.x), corners.map(|corner| corner.y));
        let (columns, rows) = (span(columns, self.width), span(rows, self.height));
        for row in self
            .luma
            .chunks_exact_mut(self.width)
            .take(rows.end)
            .skip(rows.start)
        {
            if let Some(inside) = row.get_mut(columns.clone()) {
                inside.fill(u8::MAX);
            }
        }
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
}

/// Rec. 601 luma in 256ths; transparency is ignored.
fn brightness(pixel: &[u8]) -> u8 {
    let [red, green, blue, _] = *pixel else {
        return u8::MAX;
    };
    let sum = 77 * u32::from(red) + 150 * u32::from(green) + 29 * u32::from(blue);
    u8::try_from(sum / 256).unwrap_or(u8::MAX)
}

/// From the least to the greatest of `ends`, as far as that is below `limit`.
fn span(ends: [i32; 4], limit: usize) -> Range<usize> {
    let inside = |end: i32| usize::try_from(end).unwrap_or(0).min(limit.saturating_sub(1));
    let ends = ends.map(inside);
    let start = ends.into_iter().min().unwrap_or(0);
    start..ends.into_iter().max().unwrap_or(0) + 1
}

/// Smaller than the allocator that std brings.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static TALC: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
