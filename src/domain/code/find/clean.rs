//! What ways of sending put around or into a code, taken off again.
//!
//! Every function looks at each character once, and gives none where there is nothing for it to take off.

use super::prefix::{LONGEST_REFERENCE, tag};
use crate::domain::code::percent;

/// Escapes of addresses, mail, JSON and HTML, one layer of each.
pub fn unescape(text: &str) -> Option<String> {
    let steps: [fn(&str) -> Option<String>; 5] = [
        |text| bytes(text, b'%'),
        |text| bytes(text, b'='),
        backslashes,
        references,
        ligatures,
    ];
    let mut changed = None;
    for step in steps {
        let now = step(changed.as_deref().unwrap_or(text));
        changed = now.or(changed);
    }
    changed
}

/// Links of URL Defense in its second version have hyphens for percent signs and underscores for slashes.
pub fn url_defense(text: &str) -> Option<String> {
    percent::decode(text, b'-')?;
    bytes(&text.replace('_', "/"), b'-')
}

/// Bytes that are no text replaced.
fn bytes(text: &str, mark: u8) -> Option<String> {
    let bytes = percent::decode(text, mark)?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// `\u002d` and `\x2d` are characters, `\n`, `\r` and `\t` white space, `\/` a slash.
fn backslashes(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    let mut found = false;
    while let Some((before, behind)) = rest.split_once('\\') {
        out.push_str(before);
        let digits = match behind.as_bytes() {
            [b'u', ..] => 4,
            [b'x', ..] => 2,
            _ => 0,
        };
        let white = behind.starts_with(['n', 'r', 't', '/']);
        let number = behind.get(1..=digits);
        let character = number
            .and_then(|number| u32::from_str_radix(number, 16).ok())
            .and_then(char::from_u32);
        rest = match character {
            Some(character) => {
                out.push(character);
                behind.get(digits + 1..).unwrap_or_default()
            }
            None if white => {
                out.push(if behind.starts_with('/') { '/' } else { '\n' });
                behind.get(1..).unwrap_or_default()
            }
            None => {
                out.push('\\');
                behind
            }
        };
        found |= character.is_some() || white;
    }
    out.push_str(rest);
    found.then_some(out)
}

/// `&#95;`, `&#x5f;` and the names of what may stand in or around a code.
fn references(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    let mut found = false;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        let end = behind
            .bytes()
            .take(LONGEST_REFERENCE)
            .position(|byte| byte == b';');
        let named = end.and_then(|end| behind.split_at_checked(end));
        let character = named.and_then(|(name, _)| referred(name));
        rest = match (character, named) {
            (Some(character), Some((_, rest))) => {
                out.push(character);
                rest.get(1..).unwrap_or_default()
            }
            _ => {
                out.push('&');
                behind
            }
        };
        found |= character.is_some();
    }
    out.push_str(rest);
    found.then_some(out)
}

fn referred(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        return char::from_u32(number.ok()?);
    }
    Some(match name {
        "period" => '.',
        "lowbar" | "UnderBar" => '_',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "bsol" => '\\',
        "equals" => '=',
        "percnt" => '%',
        "nbsp" | "ensp" | "emsp" | "thinsp" | "Tab" | "NewLine" => ' ',
        "shy" => '\u{ad}',
        "zwnj" | "zwj" | "ZeroWidthSpace" | "NoBreak" | "lrm" | "rlm" => '\u{200b}',
        "hyphen" | "dash" => '\u{2010}',
        "ndash" => '\u{2013}',
        "mdash" => '\u{2014}',
        "horbar" => '\u{2015}',
        "minus" => '\u{2212}',
        _ => return None,
    })
}

/// What typesetting makes of `ff`, `fi`, `fl`, `ffi`, `ffl` and `st`.
fn ligatures(text: &str) -> Option<String> {
    let letters = |character| {
        Some(match character {
            '\u{fb00}' => "ff",
            '\u{fb01}' => "fi",
            '\u{fb02}' => "fl",
            '\u{fb03}' => "ffi",
            '\u{fb04}' => "ffl",
            '\u{fb05}' | '\u{fb06}' => "st",
            _ => return None,
        })
    };
    text.contains(|character| letters(character).is_some()).then(|| {
        let mut out = String::new();
        for character in text.chars() {
            match letters(character) {
                Some(letters) => out.push_str(letters),
                None => out.push(character),
            }
        }
        out
    })
}

/// Tags inside a code: `<wbr>`, `<br>`, `<font …>`.
pub fn untag(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    let mut found = false;
    while let Some(place) = rest.find('<') {
        let (before, behind) = rest.split_at_checked(place)?;
        out.push_str(before);
        let length = tag(behind);
        found |= length.is_some();
        if length.is_none() {
            out.push('<');
        }
        rest = behind.get(length.unwrap_or(1)..).unwrap_or_default();
    }
    out.push_str(rest);
    found.then_some(out)
}

/// Emphasis that a renderer has made of underscores, made underscores again.
pub fn unemphasise(text: &str) -> Option<String> {
    let marks = [("em", "_"), ("i", "_"), ("strong", "__"), ("b", "__")];
    let forms = marks
        .iter()
        .flat_map(|(name, mark)| [(format!("<{name}>"), mark), (format!("</{name}>"), mark)]);
    let mut changed = None;
    for (tag, mark) in forms {
        let now: &str = changed.as_deref().unwrap_or(text);
        if now.contains(&tag) {
            changed = Some(now.replace(&tag, mark));
        }
    }
    changed
}

/// Characters of a name before a quote mark at the most.
const LONGEST_NAME: usize = 24;

/// Marks of quoting at the beginning of lines: `| `, `: `, `* `, and `Ada> ` with a name or without.
pub fn unquote(text: &str) -> Option<String> {
    let mut lines = text.split('\n');
    let mut out = lines.next()?.to_owned();
    let mut found = false;
    for line in lines {
        let mut rest = line.trim_start();
        while let Some(behind) = unquoted(rest) {
            rest = behind.trim_start();
            found = true;
        }
        out.push('\n');
        out.push_str(rest);
    }
    found.then_some(out)
}

fn unquoted(line: &str) -> Option<&str> {
    if let Some(rest) = line.strip_prefix(['|', ':', '*', '%', '#', ';', '>', '\u{2502}', '\u{258c}']) {
        return Some(rest);
    }
    let (end, _) = line
        .char_indices()
        .take(LONGEST_NAME)
        .find(|(_, character)| *character == '>')?;
    line.get(end + 1..)
}
