//! From each schema of an assessment or a workshop to the next, as texts: what one step writes, the step after it reads.

use super::json::{Value, required, text, truth};
use super::{ReadError, quote, schema_of};

/// What a record of schema 1 knows of a plan: nothing.
const NO_PLAN: &str = r#"{"chosen":["",0],"experiment":["",0],"counted":["",0],"owner":["",0],"learned":["",0],"start":["",0],"stop":["",0],"review":["",0],"status":["planned",0]}"#;

/// It follows no other assessment either.
const NO_PREVIOUS: &str = r#"["",0]"#;

/// An assessment's record in the schema after its own, none if it is of the present one.
///
/// # Errors
/// [`ReadError`] if it is no record.
pub(super) fn migrate(record: Value<'_, '_>) -> Result<Option<String>, ReadError> {
    match schema_of(required(record, "schema")?) {
        Some(1) => from_1_to_2(record).map(Some),
        _ => Ok(None),
    }
}

/// A workshop's record in the schema after its own, none if it is of the present one.
///
/// # Errors
/// [`ReadError`] if it is no record.
pub(super) fn migrate_workshop(record: Value<'_, '_>) -> Result<Option<String>, ReadError> {
    match schema_of(required(record, "schema")?) {
        Some(1) => workshop_from_1_to_2(record).map(Some),
        _ => Ok(None),
    }
}

/// Schema 2 knows when a workshop was revealed; of one that was, schema 1 knows no better than when it was created. No hands were
/// counted.
fn workshop_from_1_to_2(record: Value<'_, '_>) -> Result<String, ReadError> {
    let body = required(record, "body")?;
    let revealed = match truth(required(body, "revealed")?).ok_or(ReadError::Damaged)? {
        true => ["[", required(body, "created")?.as_raw_str(), "]"].concat(),
        false => "[]".to_owned(),
    };
    let members = [
        ("revealed", &*revealed),
        ("hands_each", "\"one\""),
        ("energy", "{}"),
    ];
    rewritten(record, &[("schema", "2"), ("body", &rewritten(body, &members)?)])
}

/// Schema 2 has a plan and a reference to the assessment before. What else stood in the body stays as it is, letter by letter.
fn from_1_to_2(record: Value<'_, '_>) -> Result<String, ReadError> {
    let body = rewritten(
        required(record, "body")?,
        &[("previous", NO_PREVIOUS), ("plan", NO_PLAN)],
    )?;
    rewritten(record, &[("schema", "2"), ("body", &body)])
}

/// An object without the members of these names, and then with these.
fn rewritten(object: Value<'_, '_>, members: &[(&str, &str)]) -> Result<String, ReadError> {
    let mut out = String::from("{");
    for (key, value) in object.to_object().map_err(|_| ReadError::Damaged)? {
        let key = text(key).ok_or(ReadError::Damaged)?;
        if members.iter().all(|(name, _)| *name != key) {
            push_member(&mut out, &key, value.as_raw_str());
        }
    }
    for (name, value) in members {
        push_member(&mut out, name, value);
    }
    out.push('}');
    Ok(out)
}

fn push_member(out: &mut String, name: &str, value: &str) {
    if out.len() > 1 {
        out.push(',');
    }
    quote(out, name);
    out.push(':');
    out.push_str(value);
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    fn migrated(text: &str) -> Result<Option<String>, ReadError> {
        migrate(parse(text)?.value())
    }

    #[test]
    fn one_step_at_a_time_and_nothing_else_changes() {
        let one = r#"{ "schema" : 1, "kind":"assessment","b":[1, 2],"body":{"plan":"a stranger's","previous":7,"notes":{"A01":["\u00fc",1]}}}"#;
        let two = format!(
            r#"{{"kind":"assessment","b":[1, 2],"schema":2,"body":{{"notes":{{"A01":["\u00fc",1]}},"previous":{NO_PREVIOUS},"plan":{NO_PLAN}}}}}"#
        );
        assert_eq!(migrated(one), Ok(Some(two.clone())));
        assert_eq!(migrated(&two), Ok(None));
    }

    #[test]
    fn what_was_damaged_stays_damaged() {
        for text in ["{}", r#"{"schema":1}"#, r#"{"schema":1,"body":[]}"#, "[]"] {
            assert_eq!(migrated(text), Err(ReadError::Damaged), "{text}");
        }
    }
}
