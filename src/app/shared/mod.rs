//! What the screens about assessments and those about workshops both need, and the first screen does not.

pub mod csv;
pub mod html;
pub mod markdown;
pub mod picture;
pub mod planning;
pub mod table;

/// Where a text typed by somebody goes on in the next line.
fn is_line_break(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}
