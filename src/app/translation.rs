//! What holds of a file of words beside the English one: the same keys, the same placeholders, and no text too long for its place.

use super::compile::MORE_FORMS;
use std::collections::BTreeSet;
use toml::{Table, Value};

/// Everything that is wrong with a file of words beside the original, a line each; empty if nothing is.
///
/// # Errors
/// If one of them is no TOML.
pub fn faults(original: &str, translation: &str) -> Result<Vec<String>, toml::de::Error> {
    let (original, translation): (Table, Table) = (original.parse()?, translation.parse()?);
    let mut faults = Vec::new();
    tables(&original, &translation, "", &mut faults);
    Ok(faults)
}

fn tables(original: &Table, translation: &Table, path: &str, faults: &mut Vec<String>) {
    for (key, value) in original {
        let place = [path, key].concat();
        match translation.get(key) {
            Some(own) => values(value, own, &place, faults),
            None => faults.push(format!("{place} is missing")),
        }
    }
    for (key, own) in translation {
        let place = [path, key].concat();
        match (
            original.get(key),
            of_the_rest(key).and_then(|key| original.get(&key)),
        ) {
            (Some(_), _) => {}
            (None, Some(rest)) => values(rest, own, &place, faults),
            (None, None) => faults.push(format!("{place} is not in the original")),
        }
    }
}

/// The key that a further plural form belongs to.
fn of_the_rest(key: &str) -> Option<String> {
    let base = MORE_FORMS
        .iter()
        .find_map(|(ending, _)| key.strip_suffix(ending))?;
    Some(format!("{base}_many"))
}

fn values(original: &Value, own: &Value, place: &str, faults: &mut Vec<String>) {
    match (original, own) {
        (Value::Table(original), Value::Table(own)) => tables(original, own, &format!("{place}."), faults),
        (Value::Array(original), Value::Array(own)) if original.len() == own.len() => {
            for (number, (original, own)) in original.iter().zip(own).enumerate() {
                values(original, own, &format!("{place}[{number}]"), faults);
            }
        }
        (Value::Array(original), Value::Array(own)) => {
            faults.push(format!(
                "{place} has {} texts instead of {}",
                own.len(),
                original.len()
            ));
        }
        (Value::String(original), Value::String(own)) => texts(original, own, place, faults),
        _ => faults.push(format!("{place} is of another kind")),
    }
}

fn texts(original: &str, own: &str, place: &str, faults: &mut Vec<String>) {
    let (expected, found) = (placeholders(original), placeholders(own));
    // A form for a few numbers may write them as a word, or as figures where English has a word.
    let counted = ["_one", "_zero", "_two", "_few", "_lots"]
        .iter()
        .any(|form| place.ends_with(form));
    let optional = |name: &&&str| !(counted && **name == "n");
    for foreign in found.difference(&expected).filter(optional) {
        faults.push(format!("{place} has {{{foreign}}}, which the original has not"));
    }
    for lost in expected.difference(&found).filter(optional) {
        faults.push(format!("{place} lacks {{{lost}}}"));
    }
    if own.trim().is_empty() && !original.trim().is_empty() {
        faults.push(format!("{place} is empty"));
    }
    let (length, most) = (shown(own), longest(shown(original)));
    if length > most {
        faults.push(format!(
            "{place} has {length} characters, at most {most} have room"
        ));
    }
}

/// Characters that a text of so many in English may have in another language.
#[must_use]
pub const fn longest(original: usize) -> usize {
    original + if original > 24 { original } else { 24 }
}

/// Characters that take room: a soft hyphen takes none.
fn shown(text: &str) -> usize {
    text.chars().filter(|letter| *letter != '\u{ad}').count()
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    let behind = text.split('{').skip(1);
    behind
        .filter_map(|piece| Some(piece.split_once('}')?.0))
        .collect()
}

/// English in brackets and two fifths longer, to see on a screen what is not taken from a file of words and what has no room.
#[must_use]
pub fn pseudo(original: &Table) -> Table {
    let entries = original.iter();
    entries
        .map(|(key, value)| (key.clone(), if kept(key) { value.clone() } else { longer(value) }))
        .collect()
}

/// What is not prose: a section's own name, and what is said of the language itself.
fn kept(key: &str) -> bool {
    matches!(key, "id" | "direction")
}

fn longer(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(format!("[{text}{}]", "~".repeat(shown(text) * 2 / 5))),
        Value::Array(list) => Value::Array(list.iter().map(longer).collect()),
        Value::Table(table) => Value::Table(pseudo(table)),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::{faults, longest, pseudo, tables};

    const ORIGINAL: &str =
        "a = \"Hello {name}\"\nlist = [\"x\", \"y\"]\n[t]\nn_one = \"{n} day\"\nn_many = \"{n} days\"";

    fn found(translation: &str) -> Vec<String> {
        faults(ORIGINAL, translation).unwrap_or_else(|error| vec![error.to_string()])
    }

    #[test]
    fn further_forms_and_a_number_as_a_word_are_fine() {
        let own = "a = \"{name}, hallo\"\nlist = [\"u\", \"v\"]\n[t]\nn_one = \"ein Tag\"\nn_many = \"{n} Tage\"\nn_few = \"{n} Tage\"";
        assert_eq!(found(own), Vec::<String>::new());
    }

    #[test]
    fn every_fault_is_named_with_its_place() {
        let own = "a = \"Hallo {nmae}\"\nlist = [\"u\"]\nb = \"\"\n[t]\nn_many = \" \"\nm_few = \"{n}\"";
        assert_eq!(
            found(own),
            [
                "a has {nmae}, which the original has not",
                "a lacks {name}",
                "list has 1 texts instead of 2",
                "t.n_many lacks {n}",
                "t.n_many is empty",
                "t.n_one is missing",
                "t.m_few is not in the original",
                "b is not in the original",
            ]
            .map(str::to_owned)
            .into_iter()
            .collect::<Vec<_>>()
        );
    }

    #[test]
    fn a_text_without_room_is_refused_and_a_soft_hyphen_takes_none() {
        let own = |text: &str| faults("a = \"Vote\"", &format!("a = \"{text}\"")).map(|faults| faults.len());
        assert_eq!(longest(4), 28);
        assert_eq!(own(&"o".repeat(28)), Ok(0));
        assert_eq!(own(&"o\u{ad}".repeat(28)), Ok(0));
        assert_eq!(own(&"o".repeat(29)), Ok(1));
    }

    #[test]
    fn the_pseudo_language_has_the_keys_and_placeholders_of_english() {
        let original = ORIGINAL.parse().unwrap_or_default();
        let pseudo = pseudo(&original);
        let mut faults = Vec::new();
        tables(&original, &pseudo, "", &mut faults);
        assert_eq!(faults, Vec::<String>::new());
        let hello = pseudo.get("a").and_then(toml::Value::as_str);
        assert_eq!(hello, Some("[Hello {name}~~~~]"));
    }
}
