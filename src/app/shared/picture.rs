//! Words in pictures that are files.

use crate::app::pack::Pack;
use crate::app::text::without_soft_hyphens;
use crate::app::words::AreaWord;
use crate::domain::question::AreaId;
use std::borrow::Cow;

/// "4. Debate and experiments" in so many letters, with the short name where there is no room for the whole one.
pub(in crate::app) fn area_label(pack: &Pack, area: AreaId, number: usize, most: usize) -> String {
    let label = |word| {
        let name = pack.words.area(area, word);
        [&*number.to_string(), ". ", &*without_soft_hyphens(&name)].concat()
    };
    let whole = label(AreaWord::Name);
    if whole.chars().count() <= most {
        whole
    } else {
        label(AreaWord::Short)
    }
}

/// A text that is read from right to left, in an embedding that says so. What draws a file takes no other hint: neither its `direction` nor
/// the page's, and marks alone leave names in Latin letters in the order of a line from left to right.
pub(in crate::app) fn turned(text: &str) -> Cow<'_, str> {
    let turns = |letter: char| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    let mut depth = 0_u32;
    let own = text.chars().find(|letter| {
        match letter {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && is_letter(*letter)
    });
    // Where all of it is filled in, no letter of its own says from where it is read.
    if text.contains(turns) && own.is_none_or(turns) {
        Cow::Owned(["\u{202b}", text, "\u{202c}"].concat())
    } else {
        Cow::Borrowed(text)
    }
}

/// A letter of one of our languages, or of one that is read from the right: to ask `char` takes a table of all scripts, 2 kB.
fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || matches!(letter, '\u{c0}'..='\u{1fff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::turned;

    #[test]
    fn the_sentence_says_from_where_a_text_is_read() {
        let check = |text: &str, expected: bool| assert_eq!(turned(text) != text, expected, "{text}");
        check("Where South stands", false);
        check("Where \u{2068}الشمال\u{2069} stands", false);
        check("أين يقف \u{2068}South\u{2069}", true);
        check("\u{2068}South\u{2069} أين يقف", true);
        check("3. النقاش", true);
        check("\u{2068}الشمال\u{2069} · 2026", true);
        check("2026 – 3", false);
        check("Élan · الشمال", false);
    }
}
