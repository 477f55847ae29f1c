//! Which rows of a question fit on one page of the projected picture.
//!
//! Console and projected window have to agree on the pages, and a window of any shape shows the same ones: so nothing is measured on a screen. The
//! lines are laid out here, in the letters of the widest font that a device falls back to, on each shape that a window may have.
//! All lengths are hundredths of the letters' size, which is 6 % of the picture's height.

use std::ops::Range;

/// A window, as `wall.css` has it.
struct Shape {
    width: usize,
    height: usize,
    below_question: usize,
    below_level: usize,
    /// How much closer letters stand.
    closer: usize,
}

/// 16:9, 16:10, 4:3.
const SHAPES: [Shape; 3] = [
    Shape {
        width: 2750,
        height: 1422,
        below_question: 40,
        below_level: 23,
        closer: 0,
    },
    Shape {
        width: 2530,
        height: 1458,
        below_question: 24,
        below_level: 13,
        closer: 0,
    },
    Shape {
        width: 2108,
        height: 1458,
        below_question: 24,
        below_level: 13,
        closer: 2,
    },
];
/// A line, a space, and what stands before a level.
const LINE: usize = 106;
const SPACE: usize = 32;
const NUMBER: usize = 110;
/// The code in the corner: how high above the page's foot lines end beside it, and how much earlier.
const CODE_HEIGHT: usize = 385;
const CODE_WIDTH: usize = 350;
/// A page that is full, in thousandths.
const FULL: usize = 1000;

/// The words of a text: how wide each is, and how many letters stand closer where all do.
pub(super) struct Measured(Vec<(usize, usize)>);

impl Measured {
    /// Letters that are joined stand as they are.
    pub(super) fn new(text: &str, joined: bool) -> Self {
        let words = text.split([' ', '\n']).filter(|word| !word.is_empty());
        let word = |word: &str| {
            let letters = if joined { 0 } else { word.chars().count() };
            (word.chars().map(width).sum(), letters)
        };
        Self(words.map(word).collect())
    }
}

/// How wide a letter is in DejaVu Serif and DejaVu Sans; those that are named on the style sheet before them are narrower.
fn width(letter: char) -> usize {
    match letter {
        '\u{ad}' | '\u{64b}'..='\u{652}' | '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}' => 0,
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '’' | '\u{a0}' | '\u{202f}' => 33,
        'f' | 't' | 'r' | 'I' | 'J' | '(' | ')' | '!' | '-' | '/' => 42,
        'm' | 'w' | 'M' | 'W' | '…' | '—' | '%' => 98,
        's' | 'c' | 'v' | 'x' | 'y' | 'z' | 'ç' => 57,
        'a' | 'e' | 'o' | 'k' | 'à' | 'á' | 'ã' | 'ä' | 'è' | 'é' | 'ê' | 'ó' | 'õ' | 'ö' => 60,
        'A'..='Z' => 77,
        '\u{600}'..='\u{6ff}' => 53,
        ' '..='\u{24f}' | '\u{2000}'..='\u{206f}' => 64,
        _ => 100,
    }
}

impl Shape {
    /// How far down the page a text ends that begins there.
    fn below(&self, top: usize, text: &Measured, before: usize, beside_code: bool) -> usize {
        let (mut down, mut left) = (top, 0_usize);
        for (width, letters) in &text.0 {
            let word = width.saturating_sub(letters * self.closer);
            left = match left.checked_sub(SPACE + word) {
                Some(left) => left,
                None => {
                    down += LINE;
                    let shorter = beside_code && down + CODE_HEIGHT > self.height;
                    let line = self.width - before - if shorter { CODE_WIDTH } else { 0 };
                    line.saturating_sub(word)
                }
            };
        }
        down
    }

    /// How full a page is with these rows, in thousandths.
    fn full(&self, languages: &[Vec<Measured>], rows: &Range<usize>, beside_code: bool) -> usize {
        let mut down = 0;
        for row in rows.clone() {
            if row > rows.start {
                down += if row == 1 {
                    self.below_question
                } else {
                    self.below_level
                };
            }
            let before = if row == 0 { 0 } else { NUMBER };
            for text in languages.iter().filter_map(|texts| texts.get(row)) {
                down = self.below(down, text, before, beside_code);
            }
        }
        FULL * down / self.height
    }
}

/// The rows of a question, which are its words and then its levels, in as few pages as they fit on; and of all ways to do that the one whose fullest
/// page is the least full. In each language there are the texts of all rows.
pub(super) fn parts(languages: &[Vec<Measured>], beside_code: bool) -> Vec<Range<usize>> {
    let full = |rows: &Range<usize>| {
        let shapes = SHAPES.iter();
        let shapes = shapes.map(|shape| shape.full(languages, rows, beside_code));
        shapes.max().unwrap_or_default()
    };
    let rows = languages.first().map_or(0, Vec::len);
    if full(&(0..rows)) <= FULL {
        return std::iter::once(0..rows).collect();
    }
    let table: Vec<Vec<usize>> = (0..rows)
        .map(|start| (start + 1..=rows).map(|end| full(&(start..end))).collect())
        .collect();
    let known = |part: &Range<usize>| table.get(part.start)?.get(part.end - part.start - 1).copied();
    // A bit for each place between two rows: whether a page ends there.
    let ways = (0..1_u32 << rows.saturating_sub(1)).map(|ends| {
        let ends = (1..rows).filter(|row| ends >> (row - 1) & 1 == 1);
        let ends: Vec<_> = ends.chain([rows]).collect();
        let starts = [0].into_iter().chain(ends.iter().copied());
        starts.zip(&ends).map(|(start, end)| start..*end).collect()
    });
    let worth = |parts: &Vec<Range<usize>>| {
        let all: Vec<_> = parts.iter().filter_map(known).collect();
        let spilt = all.iter().filter(|full| **full > FULL).count();
        (spilt, parts.len(), all.into_iter().max())
    };
    ways.min_by_key(worth).unwrap_or_default()
}
