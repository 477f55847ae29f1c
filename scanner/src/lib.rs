//! QR codes in a picture, as texts.
//!
//! The app never links this: its build makes a WebAssembly module of it, which `worker.js` beside this file loads in a web worker.
//!
//! A picture is looked at in several [`views`], each made black and white in its own way. In each, `rxing` finds the codes and `rqrr`
//! says what they hold: which of the two does which was measured (`docs/qr-readers.md`).

mod codes;
mod views;

use codes::Patience;
use std::panic::{AssertUnwindSafe, catch_unwind};
use views::{Look, Picture};
use wasm_bindgen::prelude::wasm_bindgen;

/// Pixels that a picture may have.
pub const MOST_PIXELS: usize = 6_000_000;
/// Codes that are read in one picture.
pub const MOST_CODES: usize = 64;

/// The texts of the QR codes in a picture from a file, each once; nothing where the sizes do not fit or exceed [`MOST_PIXELS`].
///
/// `pixels` are rows from the top, each pixel one byte of brightness or four of RGBA. Every view is looked at: such a picture is all
/// there is, and what one view hides of twelve codes another shows.
#[wasm_bindgen]
#[must_use]
pub fn read(width: u32, height: u32, pixels: &[u8]) -> Vec<String> {
    see(width, height, pixels, &views::LOOKS, Patience::FOR_A_FILE)
}

/// The same for a frame of a camera: as it is, and in the view whose `turn` it is. The next frame comes in a moment, whatever this one
/// shows: a light code beside a dark one is read while both are there.
#[wasm_bindgen]
#[must_use]
pub fn glance(width: u32, height: u32, pixels: &[u8], turn: u32) -> Vec<String> {
    see(
        width,
        height,
        pixels,
        &views::of_a_frame(turn),
        Patience::FOR_A_FRAME,
    )
}

fn see(width: u32, height: u32, pixels: &[u8], looks: &[Look], patience: Patience) -> Vec<String> {
    let Some(picture) = Picture::new(width, height, pixels) else {
        return Vec::new();
    };
    let mut texts: Vec<String> = Vec::new();
    for look in looks {
        // Both crates index where a picture without a real code can lead them astray. Here that means a look that saw nothing; in
        // WebAssembly, which cannot unwind, it ends the module, and the worker says so.
        let found = catch_unwind(AssertUnwindSafe(|| codes::read(&look(&picture)?, patience))).ok();
        for text in found.flatten().unwrap_or_default() {
            if texts.len() < MOST_CODES && !texts.contains(&text) {
                texts.push(text);
            }
        }
    }
    texts
}

/// Smaller than the allocator that std brings.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static TALC: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
