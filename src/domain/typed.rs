//! Numbers and marks as people type or paste them: with the digits and the question mark of their own keyboard, and with what stands around them
//! that nobody sees.

/// Where the Arabic-Indic, the Persian and the full-width digits begin.
const ZEROS: [char; 3] = ['\u{660}', '\u{6f0}', '\u{ff10}'];

/// A digit or a question mark as it is in Latin script; any other character as it is.
#[must_use]
pub fn latin(character: char) -> char {
    let above = |zero: char| u32::from(character).checked_sub(u32::from(zero));
    let digit = ZEROS.into_iter().filter_map(above).find(|above| *above < 10);
    match (digit.and_then(|digit| char::from_digit(digit, 10)), character) {
        (Some(digit), _) => digit,
        (None, '\u{61f}' | '\u{ff1f}') => '?',
        (None, other) => other,
    }
}

/// Characters that nobody sees: zero width, direction marks, soft hyphen, byte order mark, variation selectors.
#[must_use]
pub const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// What stands between letters without being one: space of any kind, and what nobody sees.
#[must_use]
pub const fn is_space(character: char) -> bool {
    character.is_whitespace() || is_invisible(character)
}

/// A text without what nobody sees, and without space around it.
#[must_use]
pub fn visible(text: &str) -> String {
    let seen: String = text
        .chars()
        .filter(|character| !is_invisible(*character))
        .collect();
    seen.trim().to_owned()
}

/// A whole number; none for anything else, as `12,5`: which of its marks ends the whole is for nobody to guess.
#[must_use]
pub fn whole(text: &str) -> Option<u32> {
    let digits: String = visible(text).chars().map(latin).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{latin, whole};

    #[test]
    fn a_whole_number_is_read_in_the_digits_of_any_keyboard() {
        for text in [
            "120",
            " 120 ",
            "١٢٠",
            "۱۲۰",
            "１２０",
            "\u{2068}120\u{2069}",
            "\u{200f} ١٢٠",
        ] {
            assert_eq!(whole(text), Some(120), "{text}");
        }
        for text in ["", "12,5", "12.5", "١٢٫٥", "1 200", "twelve", "-1"] {
            assert_eq!(whole(text), None, "{text}");
        }
    }

    #[test]
    fn a_question_mark_is_one_in_every_script() {
        assert_eq!(
            ['?', '؟', '？', 'x', '٠', '٩'].map(latin),
            ['?', '?', '?', 'x', '0', '9']
        );
    }
}
