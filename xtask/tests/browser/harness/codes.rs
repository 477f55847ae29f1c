//! QR codes to be read: as a picture that a page draws, and as the film of a camera.

use anyhow::{Context, Result};
use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules around a code.
const QUIET: i32 = 4;

/// A code as the app draws it: how many modules a side, quiet zone included, and a path over the dark ones.
pub fn path(text: &str) -> Result<(i32, String)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).context("a text that fits")?;
    let places = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
    let dark = places.filter(|(x, y)| code.get_module(*x, *y));
    let path = dark.map(|(x, y)| format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET));
    Ok((code.size() + 2 * QUIET, path.collect()))
}

/// One frame of a film: brightness by rows, no colour.
#[derive(Debug, Clone)]
pub struct Frame {
    width: usize,
    height: usize,
    luma: Vec<u8>,
}

/// How a code is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Print {
    DarkOnLight,
    LightOnDark,
}

impl Frame {
    /// A wall.
    pub fn plain(width: usize, height: usize) -> Self {
        let luma = vec![210; width * height];
        Self { width, height, luma }
    }

    /// A room without a code: light that falls from one side, a shelf, lines of text, and the grain of a sensor.
    pub fn room(width: usize, height: usize) -> Self {
        let mut frame = Self::plain(width, height);
        let mut state = 1_u32;
        for (place, luma) in frame.luma.iter_mut().enumerate() {
            let (x, y) = (place % width, place / width);
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let light = 110 + 90 * x / width;
            let shelf = x * 3 < width && x % 90 < 60 && y % 150 < 120;
            let writing = x * 3 > width && y % 22 < 9 && (x / 5 + y / 22 * 7) % 9 * (x / 13 % 5) % 4 == 1;
            let shade = if shelf || writing { light / 3 } else { light };
            *luma = u8::try_from(shade + (state >> 28) as usize).unwrap_or(u8::MAX);
        }
        frame
    }

    /// A code with its quiet zone, `module` pixels wide for each module, in the middle of one of the `of` columns.
    pub fn draw(mut self, text: &str, module: usize, print: Print, [column, of]: [usize; 2]) -> Result<Self> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).context("a text that fits")?;
        let side = usize::try_from(code.size() + 2 * QUIET)?;
        let left = (self.width / of * (2 * column + 1)).saturating_sub(side * module) / 2;
        let top = self.height.saturating_sub(side * module) / 2;
        let rows = self.luma.chunks_exact_mut(self.width).skip(top);
        for (y, row) in rows.take(side * module).enumerate() {
            for (x, luma) in row.iter_mut().skip(left).take(side * module).enumerate() {
                let at = |pixel: usize| i32::try_from(pixel / module).map(|at| at - QUIET);
                let dark = code.get_module(at(x)?, at(y)?) == (print == Print::DarkOnLight);
                *luma = if dark { 40 } else { 210 };
            }
        }
        Ok(self)
    }
}

/// A film in the format YUV4MPEG2, so many frames a second.
pub fn film(frames: &[Frame], rate: usize) -> Vec<u8> {
    let mut film = Vec::new();
    if let Some(Frame { width, height, .. }) = frames.first() {
        film.extend(format!("YUV4MPEG2 W{width} H{height} F{rate}:1 Ip A1:1 C420jpeg\n").into_bytes());
    }
    for Frame { luma, .. } in frames {
        film.extend(b"FRAME\n");
        film.extend(luma);
        film.resize(film.len() + luma.len() / 2, 128);
    }
    film
}

/// These texts one after the other, each for a second.
pub fn one_by_one(texts: &[&str]) -> Result<Vec<u8>> {
    const RATE: usize = 5;
    let mut frames = Vec::new();
    for text in texts {
        let frame = Frame::plain(640, 480).draw(text, 7, Print::DarkOnLight, [0, 1])?;
        frames.extend(vec![frame; RATE]);
    }
    Ok(film(&frames, RATE))
}
