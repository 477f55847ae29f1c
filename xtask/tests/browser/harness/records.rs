//! Records as they stand in localStorage, for visits that begin with some.

use serde_json::{Value, json};

/// The id of the record that most tests use.
pub const ID: &str = "0123456789abcdef";
/// A second one.
pub const OTHER: &str = "fedcba9876543210";

/// The key of an assessment.
pub fn key(id: &str) -> String {
    format!("oxymoron/1/assessment/{id}")
}

/// An assessment with a name and these anchored answers, from the first area on.
pub fn assessment(id: &str, subject: &str, answers: &[&str]) -> String {
    let body = json!({ "subject": [subject, 1], "answers": numbered(answers) });
    with(id, &body)
}

/// An assessment with parts of its body replaced.
pub fn with(id: &str, parts: &Value) -> String {
    let mut body = json!({
        "instrument": 1, "started": 1_795_000_000_000_u64, "changed": 1_795_000_300_000_u64,
        "depth": ["quick", 0], "know_do": [false, 0], "subject": ["", 0], "day": ["", 0],
        "previous": ["", 0], "answers": {}, "notes": {}, "plan": no_plan(), "answered": [],
    });
    for (name, part) in parts.as_object().into_iter().flatten() {
        body[name] = part.clone();
    }
    if body["answers"]
        .as_object()
        .is_some_and(|answers| !answers.is_empty())
        && parts.get("answered").is_none()
    {
        body["answered"] = json!([1_795_000_000_000_u64]);
    }
    json!({ "schema": 3, "kind": "assessment", "id": id, "revision": 40, "body": body }).to_string()
}

/// A plan of which nothing is settled.
fn no_plan() -> Value {
    let texts = [
        "chosen",
        "experiment",
        "counted",
        "owner",
        "learned",
        "start",
        "stop",
        "review",
    ];
    let mut plan = json!({ "status": ["planned", 0] });
    for name in texts {
        plan[name] = json!(["", 0]);
    }
    plan
}

/// `A01` and on.
pub fn numbered(answers: &[&str]) -> Value {
    let numbered = answers.iter().enumerate();
    numbered
        .map(|(place, answer)| (format!("A{:02}", place + 1), json!([answer, place + 1])))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

/// The settings with a theme.
pub fn settings(theme: &str) -> String {
    json!({ "schema": 1, "kind": "settings", "id": "device", "revision": 0, "body": { "theme": theme } })
        .to_string()
}
