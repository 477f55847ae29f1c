//! Results as files for reading: a report that is its own save file, a table, a text, a picture; and what a workshop leaves behind.
//!
//! Each begins with an [`Outline`]: everything there is to say, in the words of the screen. Nothing here is part of the first load.

mod csv;
mod markdown;
mod outline;
mod profile;
mod report;
pub mod workshop;

pub use csv::{COLUMNS, csv};
pub use markdown::markdown;
pub use outline::{AreaLine, Outline, PairLine, Taking};
pub use profile::{HEIGHT, PALETTE, WIDTH, profile};
pub use report::report;

/// Escapes a text for HTML and SVG, in elements and in quoted attributes; characters that XML forbids become U+FFFD.
fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(character),
            '\0'..' ' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(character),
        }
    }
}

/// A text on one line.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
