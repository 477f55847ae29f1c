//! Pictures of codes that another crate has drawn, as a camera or a screenshot would show them.
#![allow(dead_code, reason = "a kit; not every test needs all of it")]

use oxymoron_scanner::{glance, read};
use qrcodegen::{QrCode, QrCodeEcc};

/// As long as the link to an answer code of 36 items.
pub const LINK: &str = "https://example.org/oxymoron/#/answer/oxya1AAAAASNFZ4mrze8BAAAAAAAAAAhJZ0pGqTgn-wKQe4mXAFG3lQnTDZ7Hb9Cu\
                    s0YrGmVd4RkT2xPzW8LqEfJvB6NaUoMiC5hK1gSwXtOyZb";

/// Bytes of brightness, and how many make a row.
#[derive(Debug, Clone)]
pub struct Canvas {
    pub width: usize,
    pub height: usize,
    pub bytes: Vec<u8>,
}

impl Canvas {
    pub fn white(width: usize, height: usize) -> Self {
        let bytes = vec![255; width * height];
        Self { width, height, bytes }
    }

    /// A code at a place, each module `side` pixels wide.
    pub fn draw(&mut self, text: &str, left: usize, top: usize, side: usize) {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
        let size = usize::try_from(code.size()).unwrap();
        for y in 0..size * side {
            for x in 0..size * side {
                let at = |pixel: usize| i32::try_from(pixel / side).unwrap();
                if code.get_module(at(x), at(y)) {
                    self.bytes[(top + y) * self.width + left + x] = 0;
                }
            }
        }
    }

    pub fn of(text: &str, side: usize) -> Self {
        let size = usize::try_from(QrCode::encode_text(text, QrCodeEcc::Medium).unwrap().size()).unwrap();
        let mut canvas = Self::white((size + 8) * side, (size + 8) * side);
        canvas.draw(text, 4 * side, 4 * side, side);
        canvas
    }

    /// What `from` has to say about each place.
    pub fn map(&self, from: impl Fn(usize, usize) -> u8) -> Self {
        let places = (0..self.height).flat_map(|y| (0..self.width).map(move |x| (x, y)));
        Self {
            bytes: places.map(|(x, y)| from(x, y)).collect(),
            ..*self
        }
    }

    /// A quarter turn; for squares.
    pub fn turned(&self) -> Self {
        self.map(|x, y| self.bytes[(self.height - 1 - x) * self.width + y])
    }

    /// Lines that lean, as in a picture taken from the side: a tenth of the width further right at the bottom.
    pub fn leaning(&self) -> Self {
        let lean = self.width / 10;
        let mut wide = Self::white(self.width + lean, self.height);
        for y in 0..self.height {
            let shift = lean * y / self.height;
            for x in 0..self.width {
                wide.bytes[y * wide.width + x + shift] = self.bytes[y * self.width + x];
            }
        }
        wide
    }

    /// Grey instead of black and white, with up to `noise` more or less at each pixel.
    pub fn noisy(&self, noise: u32) -> Self {
        let mut state = 12345_u32;
        let mut noisy = self.clone();
        for byte in &mut noisy.bytes {
            // Numerical Recipes' linear congruence: the same picture in every run.
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let grey = 60 + u32::from(*byte) / 2 + (state >> 16) % (2 * noise + 1) - noise;
            *byte = u8::try_from(grey).unwrap();
        }
        noisy
    }

    /// As a lens or a wobble leaves it: the mean of a square of `2 * radius + 1`, twice, which comes near to a Gaussian.
    pub fn blurred(&self, radius: usize) -> Self {
        let once = |canvas: &Self| {
            let clamp =
                |at: usize, step: usize, limit: usize| (at + step).saturating_sub(radius).min(limit - 1);
            canvas.map(|x, y| {
                let steps = || 0..=2 * radius;
                let sum: usize = steps()
                    .flat_map(|down| steps().map(move |right| (right, down)))
                    .map(|(right, down)| {
                        let (x, y) = (clamp(x, right, canvas.width), clamp(y, down, canvas.height));
                        usize::from(canvas.bytes[y * canvas.width + x])
                    })
                    .sum();
                u8::try_from(sum / (2 * radius + 1).pow(2)).unwrap()
            })
        };
        once(&once(self))
    }

    /// As a camera sees it that stands anywhere: the corners, from the top left on and clockwise, come to these places of a white picture
    /// of a size. Each pixel is the mean of nine places (Heckbert 1989, from the square to the quadrilateral and back).
    #[expect(clippy::many_single_char_names, reason = "the nine numbers of a projection")]
    pub fn projected(&self, [width, height]: [usize; 2], corners: [[f64; 2]; 4]) -> Self {
        let [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = corners;
        let cross = |p: [f64; 2], q: [f64; 2]| p[0] * q[1] - p[1] * q[0];
        let (right, below) = ([x1 - x2, y1 - y2], [x3 - x2, y3 - y2]);
        let rest = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3];
        let g = cross(rest, below) / cross(right, below);
        let h = cross(right, rest) / cross(right, below);
        let (a, b, c) = (x1 - x0 + g * x1, x3 - x0 + h * x3, x0);
        let (d, e, f) = (y1 - y0 + g * y1, y3 - y0 + h * y3, y0);
        let back = |x: f64, y: f64| {
            let u = (e - f * h) * x + (c * h - b) * y + b * f - c * e;
            let v = (f * g - d) * x + (a - c * g) * y + c * d - a * f;
            let w = (d * h - e * g) * x + (b * g - a * h) * y + a * e - b * d;
            self.between(u / w * real(self.width) - 0.5, v / w * real(self.height) - 0.5)
        };
        Self::white(width, height).map(|x, y| {
            let steps = [1.0, 3.0, 5.0].map(|step| step / 6.0);
            let places = steps
                .iter()
                .flat_map(|down| steps.iter().map(move |right| (right, down)));
            let sum: f64 = places
                .map(|(right, down)| back(real(x) + right, real(y) + down))
                .sum();
            byte(sum / 9.0)
        })
    }

    /// Brightness between pixels; white outside.
    fn between(&self, x: f64, y: f64) -> f64 {
        let at = |x: f64, y: f64| {
            let inside = (0.0..real(self.width)).contains(&x) && (0.0..real(self.height)).contains(&y);
            if inside {
                f64::from(self.bytes[whole(y) * self.width + whole(x)])
            } else {
                255.0
            }
        };
        let (left, top) = (x.floor(), y.floor());
        let (right, down) = (x - left, y - top);
        (at(left, top) * (1.0 - right) + at(left + 1.0, top) * right) * (1.0 - down)
            + (at(left, top + 1.0) * (1.0 - right) + at(left + 1.0, top + 1.0) * right) * down
    }

    /// With white around it, as the worker puts it there.
    pub fn framed(&self, by: usize) -> Self {
        Self::white(self.width + 2 * by, self.height + 2 * by).map(|x, y| {
            let place = x.checked_sub(by).zip(y.checked_sub(by));
            let inside = place.filter(|(x, y)| *x < self.width && *y < self.height);
            inside.map_or(255, |(x, y)| self.bytes[y * self.width + x])
        })
    }

    /// Turned by degrees about the middle, in a picture that has room for it.
    pub fn rotated(&self, degrees: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (x, y) = (real(self.width) / 2.0, real(self.height) / 2.0);
        let size = real(self.width).hypot(real(self.height)).ceil();
        let corners = [[-x, -y], [x, -y], [x, y], [-x, y]];
        let turned = |[x, y]: [f64; 2]| [size / 2.0 + x * cos - y * sin, size / 2.0 + x * sin + y * cos];
        self.projected([whole(size); 2], corners.map(turned))
    }

    /// Made smaller, to this share of its sides.
    pub fn scaled(&self, share: f64) -> Self {
        let (width, height) = (
            (real(self.width) * share).floor(),
            (real(self.height) * share).floor(),
        );
        let corners = [[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]];
        self.projected([whole(width), whole(height)], corners)
    }

    /// From the side: each corner comes up to this share of the width nearer to the middle, no two alike.
    pub fn slanted(&self, share: f64) -> Self {
        let (width, height) = (real(self.width), real(self.height));
        let near = |part: f64| part * share * width;
        let corners = [
            [near(1.0), near(0.2)],
            [width - near(0.3), near(0.9)],
            [width - near(0.7), height - near(0.4)],
            [near(0.1), height - near(0.8)],
        ];
        self.projected([self.width, self.height], corners)
    }

    /// Pale on grey, with the noise of a sensor: its standard deviation.
    pub fn pale(&self, noise: f64) -> Self {
        let mut state = 12345_u32;
        let mut random = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from(state >> 8) / f64::from(1_u32 << 24)
        };
        let mut pale = self.clone();
        for luma in &mut pale.bytes {
            // Twelve of them have a variance of one.
            let normal = (0..12).map(|_| random()).sum::<f64>() - 6.0;
            *luma = byte(110.0 + f64::from(*luma) * 0.18 + normal * noise);
        }
        pale
    }

    /// Photographed from a screen: its pixels lie across those of the camera, one period in so many.
    pub fn on_a_screen(&self, period: f64) -> Self {
        let wave =
            |at: usize, shift: f64| 0.5 + 0.5 * (real(at) * std::f64::consts::TAU / period + shift).sin();
        self.map(|x, y| {
            let light = f64::from(self.bytes[y * self.width + x]) * 0.75;
            byte(30.0 + light * (0.45 + 0.55 * wave(x, 0.0) * wave(y, 0.3)))
        })
    }

    pub fn mirrored(&self) -> Self {
        self.map(|x, y| self.bytes[y * self.width + self.width - 1 - x])
    }

    /// Made smaller by a whole number.
    pub fn shrunk(&self, by: usize) -> Self {
        let small = Self::white(self.width / by, self.height / by);
        small.map(|x, y| {
            let square = (0..by * by)
                .map(|at| usize::from(self.bytes[(y * by + at / by) * self.width + x * by + at % by]));
            u8::try_from(square.sum::<usize>() / (by * by)).unwrap()
        })
    }

    pub fn inverted(&self) -> Self {
        self.map(|x, y| 255 - self.bytes[y * self.width + x])
    }

    fn sizes(&self) -> [u32; 2] {
        [self.width, self.height].map(|size| u32::try_from(size).unwrap())
    }

    /// What one frame of a camera gets.
    pub fn glance(&self, turn: u32) -> Vec<String> {
        let [width, height] = self.sizes();
        glance(width, height, &self.bytes, turn)
    }

    /// What a fifth of a second before the camera gives, each text once.
    pub fn two_glances(&self) -> Vec<String> {
        let mut texts = self.glance(7);
        texts.extend(self.glance(8));
        texts.sort();
        texts.dedup();
        texts
    }

    pub fn read(&self) -> Vec<String> {
        let [width, height] = self.sizes();
        read(width, height, &self.bytes)
    }
}

/// Other links, as long.
pub fn link(number: usize) -> String {
    LINK.replace("aSNF", &format!("b{number:03}"))
        .replace("AAAAASNF", &format!("AAAA{number:04}"))
}

/// Twelve codes as an overview of pictures shows them, `module` pixels a module before it is made smaller.
pub fn gallery(module: usize, ground: u8) -> (Canvas, Vec<String>) {
    let texts: Vec<_> = (0..12).map(link).collect();
    let tile = Canvas::of(&texts[0], module);
    let mut canvas = Canvas::white(4 * (tile.width + 16), 3 * (tile.width + 16)).map(|_, _| ground);
    for (place, text) in texts.iter().enumerate() {
        let tile = Canvas::of(text, module);
        let (left, top) = (
            8 + place % 4 * (tile.width + 16),
            8 + place / 4 * (tile.width + 16),
        );
        for y in 0..tile.height {
            let row = (top + y) * canvas.width + left;
            canvas.bytes[row..row + tile.width]
                .copy_from_slice(&tile.bytes[y * tile.width..(y + 1) * tile.width]);
        }
    }
    (canvas, texts)
}

fn real(whole: usize) -> f64 {
    f64::from(u32::try_from(whole).unwrap())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "places in a picture"
)]
fn whole(real: f64) -> usize {
    real as usize
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "kept within a byte"
)]
fn byte(luma: f64) -> u8 {
    luma.round().clamp(0.0, 255.0) as u8
}
