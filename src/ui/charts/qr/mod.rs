//! A text as a QR code (ISO/IEC 18004), to be read off a screen or paper.
//!
//! ```ignore
//! let code = Code::of(&link)?;               // none where the text is too long for any code
//! html! { <figure>{ code.draw(&label) }</figure> }
//! ```
//!
//! [`Code::draw`] is an SVG of its own that fills the width it is given; the module grid is crisp at every size. It stays dark on white in
//! dark mode, in forced colours and on paper. A reader finds it in a picture where a module is three pixels or more.

use crate::ui::prelude::html;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;
use yew::{AttrValue, Html};

/// Light modules that the standard wants on every side.
const QUIET: i32 = 4;
/// Pixels a side of a module in a picture file.
const PIXELS: i32 = 4;

/// A text as dark and light modules.
pub struct Code(QrCode);

impl Code {
    /// The smallest code with error correction M or, where the same size has room for it, better. None where the text is too long:
    /// somewhat over 2,300 bytes.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        QrCode::encode_text(text, QrCodeEcc::Medium).ok().map(Self)
    }

    /// From 1, with 21 modules a side, to 40, with 177.
    #[must_use]
    pub fn version(&self) -> u8 {
        self.0.version().value()
    }

    /// Modules a side, quiet zone included.
    #[must_use]
    pub fn side(&self) -> i32 {
        self.0.size() + 2 * QUIET
    }

    /// The picture; `label` says what the code is for.
    pub fn draw(&self, label: &AttrValue) -> Html {
        let side = self.side();
        html! {
            <svg class="qr" viewBox={format!("0 0 {side} {side}")} role="img" aria-label={label} shape-rendering="crispEdges">
                <rect class="qr-light" width={side.to_string()} height={side.to_string()} />
                <path class="qr-dark" d={self.path()} />
            </svg>
        }
    }

    /// The picture as a file, `image/bmp`: two colours, four pixels a module.
    #[must_use]
    pub fn bitmap(&self) -> Vec<u8> {
        const HEADER: i32 = 62;
        let side = self.side() * PIXELS;
        // A row of pixels fills whole words of 32 bits.
        let row = (side + 31) / 32 * 4;
        let mut file = b"BM".to_vec();
        let mut push = |number: i32, bytes: usize| file.extend(number.to_le_bytes().into_iter().take(bytes));
        for number in [HEADER + row * side, 0, HEADER, 40, side, side] {
            push(number, 4);
        }
        for planes_and_depth in [1, 1] {
            push(planes_and_depth, 2);
        }
        const WHITE: i32 = 0x00ff_ffff;
        for number in [0, row * side, 0, 0, 2, 0, WHITE, 0] {
            push(number, 4);
        }
        let dark = |x: i32, y: i32| self.0.get_module(x / PIXELS - QUIET, y / PIXELS - QUIET);
        for y in (0..side).rev() {
            let byte = |byte| (0..8).fold(0, |bits, bit| bits << 1 | u8::from(dark(8 * byte + bit, y)));
            file.extend((0..row).map(byte));
        }
        file
    }

    /// One rectangle for each run of dark modules in a row.
    fn path(&self) -> String {
        let size = self.0.size();
        let mut path = String::new();
        for y in 0..size {
            let mut x = 0;
            while x < size {
                let run = (x..size)
                    .take_while(|x| self.0.get_module(*x, y))
                    .fold(0, |run, _| run + 1);
                if run > 0 {
                    let _never = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
                }
                x += run + 1;
            }
        }
        path
    }
}

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;
