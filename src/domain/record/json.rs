//! JSON by hand: values are taken apart where they stand, so that no reader is generated for any type.

use super::ReadError;
use crate::domain::stamp::Revision;
use nojson::RawJsonValue;
use std::fmt::Write;
use std::str::FromStr;

/// A value inside a parsed text.
pub type Value<'text, 'parsed> = RawJsonValue<'text, 'parsed>;

/// The member of a name, none if there is none; twice the same name is damage.
pub fn optional<'text, 'parsed>(
    object: Value<'text, 'parsed>,
    name: &str,
) -> Result<Option<Value<'text, 'parsed>>, ReadError> {
    let members = object.to_object().map_err(|_| ReadError::Damaged)?;
    let mut found = None;
    for (key, value) in members {
        let same = key.to_unquoted_string_str().is_ok_and(|key| key == name);
        if same && found.replace(value).is_some() {
            return Err(ReadError::Damaged);
        }
    }
    Ok(found)
}

/// The member of a name, which has to be there.
pub fn required<'text, 'parsed>(
    object: Value<'text, 'parsed>,
    name: &str,
) -> Result<Value<'text, 'parsed>, ReadError> {
    optional(object, name)?.ok_or(ReadError::Damaged)
}

/// A text.
pub fn text(value: Value<'_, '_>) -> Option<String> {
    Some(value.to_unquoted_string_str().ok()?.into_owned())
}

/// A whole number in range.
pub fn number<N: FromStr>(value: Value<'_, '_>) -> Option<N> {
    value.as_raw_str().parse().ok()
}

/// Whether it is `true`, if it is a truth value.
pub fn truth(value: Value<'_, '_>) -> Option<bool> {
    match value.as_raw_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// A value and its revision, as `["3",7]`.
pub fn stamped<'text, 'parsed>(part: Value<'text, 'parsed>) -> Option<(Value<'text, 'parsed>, Revision)> {
    let mut both = part.to_array().ok()?;
    let (value, revision) = (both.next()?, number(both.next()?)?);
    both.next().is_none().then_some((value, Revision(revision)))
}

/// Writes a text in its quotes, escaping no more than JSON demands.
pub fn quote(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\0'..' ' => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out.push('"');
}

/// Writes a whole number.
pub fn push_number(out: &mut String, number: u64) {
    out.push_str(&number.to_string());
}

/// Writes `"name":["text",7]` with a comma before it where one is needed.
pub fn push_part(out: &mut String, name: &str, value: &str, revision: Revision) {
    if !out.ends_with('{') {
        out.push(',');
    }
    quote(out, name);
    out.push_str(":[");
    quote(out, value);
    out.push(',');
    push_number(out, revision.0.into());
    out.push(']');
}
