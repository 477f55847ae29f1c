//! Pages that are files: what begins one, an element, an escaped text, the colours.

use super::csv::is_worked_out;
use super::is_line_break;
use super::markdown::one_line;
use crate::app::pack::Pack;
use crate::domain::exchange::POLICY;

/// The light colours of the tokens, by their names there.
pub const PALETTE: [(&str, &str); 10] = [
    ("paper", "#f7f4ee"),
    ("surface", "#fffdf9"),
    ("ink", "#1d2326"),
    ("ink-soft", "#56605f"),
    ("line", "#dcd5c7"),
    ("level-1", "#d3e3e0"),
    ("level-2", "#a5cac6"),
    ("level-3", "#6ba7a4"),
    ("level-4", "#2f7f80"),
    ("level-5", "#0b5559"),
];

pub(in crate::app) fn colour(name: &str) -> &'static str {
    let found = PALETTE.iter().find(|(known, _)| *known == name);
    found.map_or("#000000", |(_, colour)| colour)
}

/// Escapes a text for HTML and SVG, in elements and in quoted attributes; whatever begins a line is a line feed, and characters that XML
/// forbids become U+FFFD.
pub(in crate::app) fn escape(out: &mut String, text: &str) {
    let mut before = '\0';
    for character in text.chars() {
        match character {
            '\n' if before == '\r' => {}
            _ if is_line_break(character) => out.push('\n'),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' => out.push(character),
            '\0'..' ' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(character),
        }
        before = character;
    }
}

/// Everything up to the first element of the page's content. `title` is what the page is and its day, so that a printed file has a name by
/// which it is found again; `more` goes to the end of the style.
pub(in crate::app) fn head(out: &mut String, pack: &Pack, title: &str, more: &str) {
    let turned = pack.is_right_to_left();
    out.push_str("<!doctype html>\n<html lang=\"");
    escape(out, &pack.language);
    out.push_str(if turned { "\" dir=\"rtl" } else { "" });
    out.push_str(
        "\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"",
    );
    out.push_str(POLICY);
    out.push_str(
        "\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n",
    );
    element(out, "title", &one_line(title));
    out.push_str("<style>\n");
    out.push_str(&style());
    // The pictures say where each text begins.
    out.push_str(if turned { "svg { direction: ltr; }\n" } else { "" });
    out.push_str(more);
    out.push_str("</style>\n</head>\n<body>\n<main");
    // pandoc reads no direction of a page, and that of this element only beside an id.
    out.push_str(if turned { " id=\"main\" dir=\"rtl\"" } else { "" });
    out.push_str(">\n");
}

/// An element without attributes around an escaped text. Spreadsheets open pages too, and would work a formula out; between isolates, which
/// nobody sees, it is a text in all of them.
pub(in crate::app) fn element(out: &mut String, name: &str, text: &str) {
    for part in ["<", name, ">"] {
        out.push_str(part);
    }
    if is_worked_out(text) {
        escape(out, &["\u{2068}", text, "\u{2069}"].concat());
    } else {
        escape(out, text);
    }
    for part in ["</", name, ">\n"] {
        out.push_str(part);
    }
}

/// A list of texts.
pub(in crate::app) fn list(out: &mut String, items: &[String]) {
    out.push_str("<ul>\n");
    for item in items {
        element(out, "li", item);
    }
    out.push_str("</ul>\n");
}

/// Elements only: whatever the page holds, no class of it can be forged. On paper `main` is no box, as Chromium takes no content of one along
/// with the foot behind it.
fn style() -> String {
    let mut style = String::from(":root {");
    for (name, _) in PALETTE {
        for part in [" --", name, ": ", colour(name), ";"] {
            style.push_str(part);
        }
    }
    style.push_str(
        " color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main, footer { max-width: 46rem; margin: 0 auto; }
h1, h2, h3, big { font-family: Georgia, serif; font-weight: 500; line-height: 1.2; }
h1 { font-size: 2rem; margin: 1rem 0 0; }
h2 { font-size: 1.4rem; margin: 2.2rem 0 .6rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1rem 0 .3rem; }
big { display: block; font-size: 2.6rem; }
p, ul, dl { margin: .3rem 0; }
ul { padding-inline-start: 1.2rem; }
section { padding: .2rem 1rem .8rem; margin: .8rem 0; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--surface); break-inside: avoid; }
dt { margin-top: .5rem; font-size: .9rem; font-weight: 600; color: var(--ink-soft); }
dd { margin: 0; white-space: pre-line; }
figure { margin: 1.5rem 0; }
svg { display: block; width: 100%; height: auto; }
svg + svg { display: none; }
@media screen and (max-width: 40rem) { body { padding: 1rem; } svg:has(+ svg) { display: none; } svg + svg { display: block; } }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .35rem 0; padding-inline-end: .8rem; border-bottom: 1px solid var(--line); text-align: start; font-weight: 400; }
thead th { font-weight: 600; color: var(--ink-soft); }
footer { margin-top: 2rem; font-size: .9rem; color: var(--ink-soft); }
@media print { body { background: none; padding: 0; font-size: 10pt; max-width: 46rem; margin: 0 auto; } h2, h3, dt { break-after: avoid; }
  main { display: contents; } dd, footer { break-before: avoid; } p, li, dd { orphans: 3; widows: 3; } tr, footer { break-inside: avoid; } }
",
    );
    style
}
