//! From each schema of an assessment, a workshop or a ticket to the next, as texts: what one step writes, the step after it reads.

use super::json::{Value, number, required, stamped, text, truth};
use super::{ReadError, quote, schema_of};
use crate::domain::stamp::Revision;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

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
        Some(2) => from_2_to_3(record).map(Some),
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
        Some(2) => workshop_from_2_to_3(record).map(Some),
        Some(3) => workshop_from_3_to_4(record).map(Some),
        Some(4) => workshop_from_4_to_5(record).map(Some),
        _ => Ok(None),
    }
}

/// A ticket's record in the schema after its own, none if it is of the present one.
///
/// # Errors
/// [`ReadError`] if it is no record.
pub(super) fn migrate_ticket(record: Value<'_, '_>) -> Result<Option<String>, ReadError> {
    match schema_of(required(record, "schema")?) {
        Some(1) => ticket_from_1_to_2(record).map(Some),
        _ => Ok(None),
    }
}

/// Schema 2 gives every code a number. The codes of schema 1 were made in a version that has none.
fn ticket_from_1_to_2(record: Value<'_, '_>) -> Result<String, ReadError> {
    let body = required(record, "body")?;
    let mut codes = String::from("[");
    for made in required(body, "codes")?
        .to_array()
        .map_err(|_| ReadError::Damaged)?
    {
        let made = made.as_raw_str().strip_suffix(']').ok_or(ReadError::Damaged)?;
        codes.push_str(if codes.len() > 1 { "," } else { "" });
        codes.push_str(made);
        codes.push_str(",0]");
    }
    codes.push(']');
    let members = [("serial", "0"), ("codes", &*codes)];
    rewritten(record, &[("schema", "2"), ("body", &rewritten(body, &members)?)])
}

/// Schema 3 keeps the number of the code that each response came in, which of a response of schema 2 nobody knows, and what was taken
/// out; and it knows an address for phones.
fn workshop_from_2_to_3(record: Value<'_, '_>) -> Result<String, ReadError> {
    let body = required(record, "body")?;
    let first = ballot_from_2_to_3(required(body, "first")?)?;
    let mut topics = String::from("[");
    for topic in required(body, "topics")?
        .to_array()
        .map_err(|_| ReadError::Damaged)?
    {
        let ballot = ballot_from_2_to_3(required(topic, "ballot")?)?;
        topics.push_str(if topics.len() > 1 { "," } else { "" });
        topics.push_str(&rewritten(topic, &[("ballot", &ballot)])?);
    }
    topics.push(']');
    let members = [("first", &*first), ("topics", &*topics), ("address", "\"\"")];
    rewritten(record, &[("schema", "3"), ("body", &rewritten(body, &members)?)])
}

/// What a record of schema 3 knows of the day around the votes: nothing.
const NO_SESSION: [(&str, &str); 5] = [
    ("left", "{}"),
    ("cover", "[]"),
    ("minimum_before", "[]"),
    ("promise", "[]"),
    ("rehearsal", "[]"),
];

/// Schema 4 remembers the time that every stage had left, knows breaks, the promise of the session before, rehearsals, and from where the
/// smallest group was raised.
fn workshop_from_3_to_4(record: Value<'_, '_>) -> Result<String, ReadError> {
    let body = required(record, "body")?;
    let mut topics = String::from("[");
    for topic in required(body, "topics")?
        .to_array()
        .map_err(|_| ReadError::Damaged)?
    {
        topics.push_str(if topics.len() > 1 { "," } else { "" });
        topics.push_str(&rewritten(topic, &[("left", "[]")])?);
    }
    topics.push(']');
    let members: Vec<_> = NO_SESSION.into_iter().chain([("topics", &*topics)]).collect();
    rewritten(record, &[("schema", "4"), ("body", &rewritten(body, &members)?)])
}

/// Schema 5 knows how answers were collected; of one of schema 4 only counted hands tell.
fn workshop_from_4_to_5(record: Value<'_, '_>) -> Result<String, ReadError> {
    let body = required(record, "body")?;
    let hands = required(required(body, "first")?, "hands")?;
    let counted = hands
        .to_object()
        .map_err(|_| ReadError::Damaged)?
        .next()
        .is_some();
    let modes = if counted { "[\"hands\"]" } else { "[]" };
    let body = rewritten(body, &[("modes", modes)])?;
    rewritten(record, &[("schema", "5"), ("body", &body)])
}

/// Where the number stands in a response: behind its random id.
const NUMBER_AT: usize = 8;

fn ballot_from_2_to_3(ballot: Value<'_, '_>) -> Result<String, ReadError> {
    let mut responses = String::from("[");
    for response in required(ballot, "responses")?
        .to_array()
        .map_err(|_| ReadError::Damaged)?
    {
        let packed = text(response).and_then(|packed| URL_SAFE_NO_PAD.decode(packed).ok());
        let packed = packed.ok_or(ReadError::Damaged)?;
        let (id, rest) = packed.split_at_checked(NUMBER_AT).ok_or(ReadError::Damaged)?;
        responses.push_str(if responses.len() > 1 { ",\"" } else { "\"" });
        responses.push_str(&URL_SAFE_NO_PAD.encode([id, &[0], rest].concat()));
        responses.push('"');
    }
    responses.push(']');
    rewritten(ballot, &[("responses", &responses), ("taken_out", "{}")])
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

/// Schema 3 knows when the answers were given. Schema 2 has the moments of the start and of the last change: the last change if that was an
/// answer, as the revisions tell, and the start if something else came after, since most people answer in one go; nothing without answers.
fn from_2_to_3(record: Value<'_, '_>) -> Result<String, ReadError> {
    let body = required(record, "body")?;
    let answers = required(body, "answers")?
        .to_object()
        .map_err(|_| ReadError::Damaged)?;
    let last_answer = answers.filter_map(|(_, answer)| Some(stamped(answer)?.1)).max();
    let last_edit = number(required(record, "revision")?).map(Revision);
    let guess = match last_answer {
        None => "",
        answer if answer >= last_edit => required(body, "changed")?.as_raw_str(),
        _ => required(body, "started")?.as_raw_str(),
    };
    let answered = ["[", guess, "]"].concat();
    let body = rewritten(body, &[("answered", &answered)])?;
    rewritten(record, &[("schema", "3"), ("body", &body)])
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
        assert_eq!(migrated(one), Ok(Some(two)));
        assert_eq!(migrated(r#"{"schema":3}"#), Ok(None));
    }

    #[test]
    fn the_day_of_the_answers_is_guessed_by_what_came_last() {
        let two = |revision: u32, answers: &str| {
            format!(
                r#"{{"schema":2,"revision":{revision},"body":{{"started":5,"changed":9,"answers":{{{answers}}},"answered":"a stranger's"}}}}"#
            )
        };
        for (revision, answers, guess) in [
            (7, r#""A01":["3",2],"A02":["",7]"#, "[9]"),
            (8, r#""A01":["3",2],"A02":["4",7]"#, "[5]"),
            (8, r#""A01":"damaged","A02":["4",8]"#, "[9]"),
            (8, "", "[]"),
        ] {
            let three = format!(
                r#"{{"revision":{revision},"schema":3,"body":{{"started":5,"changed":9,"answers":{{{answers}}},"answered":{guess}}}}}"#
            );
            assert_eq!(migrated(&two(revision, answers)), Ok(Some(three)));
        }
    }

    #[test]
    fn what_was_damaged_stays_damaged() {
        for text in ["{}", r#"{"schema":1}"#, r#"{"schema":1,"body":[]}"#, "[]"] {
            assert_eq!(migrated(text), Err(ReadError::Damaged), "{text}");
        }
    }
}
