//! Text for Markdown.

use super::is_line_break;
use crate::app::text::end_isolates;

/// A text on one line.
pub(in crate::app) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// A text on one line that ends with dots where there is no room. What is isolated ends with it, or all that follows would go along.
pub(in crate::app) fn short(text: &str, most: usize) -> String {
    let line = one_line(text);
    if line.chars().count() <= most {
        return line;
    }
    let mut cut: String = line.chars().take(most - 1).collect();
    cut.push('…');
    end_isolates(&mut cut);
    cut
}

/// A text in lines of so many letters at the most, or a word more where one alone has more.
pub(in crate::app) fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A text that means nothing but itself, with its line breaks and paragraphs; `indent` stands before each line but the first, so that
/// none of them ends a list or a quote. Empty lines that follow one another are one.
pub(in crate::app) fn lines(out: &mut String, text: &str, indent: &str) {
    let text = text.replace("\r\n", "\n");
    let mut begun = false;
    let mut parted = false;
    for line in text.split(is_line_break) {
        if line.trim().is_empty() {
            parted = begun;
            continue;
        }
        if parted {
            out.push('\n');
            out.push_str(indent.trim_end());
            out.push('\n');
        } else if begun {
            // Two spaces, or the lines would flow together.
            out.push_str("  \n");
        }
        if begun {
            out.push_str(indent);
        }
        inline(out, line);
        (begun, parted) = (true, false);
    }
}

/// A heading or, without a mark, a paragraph.
pub(in crate::app) fn block(out: &mut String, mark: &str, text: &str) {
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(mark);
    if mark.is_empty() {
        lines(out, text, "");
    } else {
        inline(out, text);
    }
    out.push('\n');
}

/// The head of a table, and the line below it.
pub(in crate::app) fn head<'a>(out: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    let cells: Vec<_> = cells.into_iter().collect();
    out.push('\n');
    row(out, cells.iter().copied());
    out.push_str(&"| --- ".repeat(cells.len()));
    out.push_str("|\n");
}

/// A row of a table.
pub(in crate::app) fn row<'a>(out: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for cell in cells {
        out.push_str("| ");
        inline(out, cell);
        out.push(' ');
    }
    out.push_str("|\n");
}

/// A text on one line that means nothing but itself.
pub(in crate::app) fn inline(out: &mut String, text: &str) {
    let line = one_line(text);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (place, character) in line.char_indices() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // Before these, what is older than CommonMark shows the backslash.
            '$' => out.push_str("&#36;"),
            '~' => out.push_str("&#126;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' => {
                out.push('\\');
                out.push(character);
            }
            '#' | '+' | '-' | '=' | '!' if place == 0 => {
                out.push('\\');
                out.push(character);
            }
            // "1. " would begin a list.
            '.' | ')' if place == digits && digits > 0 => {
                out.push('\\');
                out.push(character);
            }
            control if control.is_control() => out.push('\u{fffd}'),
            _ => out.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{inline, short};

    #[test]
    fn signs_of_money_and_of_about_are_theirs_in_older_programs_too() {
        let mut line = String::new();
        inline(&mut line, "$5 | ~3~");
        assert_eq!(line, "&#36;5 \\| &#126;3&#126;");
    }

    #[test]
    fn a_cut_ends_what_is_isolated() {
        assert_eq!(
            short("abc \u{2068}North and south\u{2069}", 10),
            "abc \u{2068}Nort…\u{2069}"
        );
        assert_eq!(
            short("\u{2068}North\u{2069} and south", 12),
            "\u{2068}North\u{2069} and…"
        );
        assert_eq!(short("\u{2068}North\u{2069}", 7), "\u{2068}North\u{2069}");
    }
}
