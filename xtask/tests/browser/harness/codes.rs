//! QR codes to be read: as a picture that a page draws, and as the film of a camera.

use anyhow::{Context, Result};
use qrcodegen::{QrCode, QrCodeEcc};

/// The size of the camera's picture.
const WIDTH: usize = 640;
const HEIGHT: usize = 480;
/// Frames in a second.
const RATE: usize = 5;

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

/// A film in the format YUV4MPEG2.
pub fn film(texts: &[&str]) -> Result<Vec<u8>> {
    let mut film = format!("YUV4MPEG2 W{WIDTH} H{HEIGHT} F{RATE}:1 Ip A1:1 C420jpeg\n").into_bytes();
    for text in texts {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).context("a text that fits")?;
        let side = usize::try_from(code.size())?;
        let module = (HEIGHT - 40) / (side + 8);
        let (left, top) = ((WIDTH - side * module) / 2, (HEIGHT - side * module) / 2);
        let inside = |pixel: usize, start: usize| {
            let place = pixel.checked_sub(start)? / module;
            i32::try_from(place).ok().filter(|_| place < side)
        };
        let mut luma = Vec::with_capacity(WIDTH * HEIGHT);
        for y in 0..HEIGHT {
            for x in 0..WIDTH {
                let dark = inside(x, left)
                    .zip(inside(y, top))
                    .is_some_and(|(x, y)| code.get_module(x, y));
                luma.push(if dark { 40 } else { 210 });
            }
        }
        for _ in 0..RATE {
            film.extend(b"FRAME\n");
            film.extend(&luma);
            // No colour.
            film.extend([128; WIDTH * HEIGHT / 2]);
        }
    }
    Ok(film)
}
