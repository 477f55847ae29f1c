//! Every screen there is, for the checks that hold on all of them.

use crate::harness::{
    Visit,
    records::{ID, OTHER, assessment, key, numbered, with},
};
use serde_json::json;
use std::{fs, sync::LazyLock};
use xtask::Result;

/// A screen: its name, and the fragment that shows it.
pub type Screen = (&'static str, &'static str);

/// Where nothing is stored.
pub const EMPTY: [Screen; 3] = [
    ("the first screen, empty", "#/"),
    ("My data, empty", "#/data"),
    ("files out and in", "#/take"),
];

/// With the records of [`seed`].
pub const FILLED: [Screen; 14] = [
    ("the first screen", "#/"),
    ("a quick area", "#/assess/0123456789abcdef/A01"),
    ("an area that does not apply", "#/assess/0123456789abcdef/A02"),
    ("a full area", "#/assess/fedcba9876543210/A05"),
    ("a know-do pair", "#/assess/fedcba9876543210/K1"),
    ("the outcome question", "#/assess/fedcba9876543210/K6"),
    ("an assessment that is not there", "#/assess/00000000000000ff"),
    ("Method", "#/method"),
    ("Privacy", "#/privacy"),
    ("My data", "#/data"),
    (
        "no such page",
        "#/nowhere/at/all/with/a/rather/long/address/that/has/no/spaces",
    ),
    ("the results", "#/results/fedcba9876543210"),
    ("the doors", "#/plan/0123456789abcdef"),
    ("a plan", "#/plan/fedcba9876543210"),
];

/// What looks back, with the same records, and the example.
pub const OVER_TIME: [Screen; 5] = [
    ("over time", "#/history"),
    ("what changed", "#/compare/0123456789abcdef/fedcba9876543210"),
    ("two views", "#/compare/0123456789abcdef/fedcba9876543210/views"),
    ("the example", "#/example"),
    ("the example's plan", "#/example/plan"),
];

/// A finished full record with something of everything: its key and its text.
pub fn full() -> (String, String) {
    let mut answers = numbered(&[
        "1",
        "2",
        "3",
        "4",
        "5",
        "0",
        "4",
        "2",
        "3",
        "5",
        "1",
        "xNo channel",
    ]);
    for area in 1..=12 {
        for part in ["a", "b"] {
            answers[format!("A{area:02}{part}")] = json!([(area % 5 + 1).to_string(), 20]);
        }
    }
    for pair in ["K1", "K2", "K3", "K4", "K5", "K7"] {
        answers[format!("{pair}k")] = json!(["5", 30]);
        answers[format!("{pair}d")] = json!(["2", 30]);
    }
    let long = "Gesprächsvorbereitungsleitfadenüberarbeitung, ".repeat(6);
    let plan = json!({
        "chosen": ["A04 energy 4 5", 40], "experiment": [long, 40], "counted": [long, 40], "owner": ["Ada", 40],
        "learned": ["", 0], "start": ["2026-11-23", 40], "stop": ["2026-11-20", 40], "review": ["", 0],
        "status": ["running", 40],
    });
    let text = with(
        OTHER,
        &json!({ "depth": ["full", 1], "know_do": [true, 1], "subject": ["South", 1], "answers": answers,
                 "day": ["2026-11-20", 2], "notes": { "A05": ["A case from spring\n".repeat(30), 3] }, "plan": plan }),
    );
    (key(OTHER), text)
}

/// A half-finished quick record, a finished full one, a damaged one and one of a later version.
pub async fn seed(visit: &Visit) -> Result<()> {
    let quick = assessment(
        ID,
        "Verkaufsinnovationsbeauftragtenversammlung Nord",
        &["1", "xNobody was hired", "0"],
    );
    let (full_key, full) = full();
    visit
        .seed(&[
            (&key(ID), &quick),
            (&full_key, &full),
            ("oxymoron/1/assessment/00000000000000aa", "{damaged"),
            (
                "oxymoron/1/assessment/00000000000000bb",
                r#"{"schema":9,"kind":"assessment","id":"00000000000000bb"}"#,
            ),
            ("oxymoron/1/workshop/7", "from later"),
        ])
        .await
}

/// The languages beside English: each has a file of words.
pub static TRANSLATIONS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let files = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../assets"))
        .into_iter()
        .flatten();
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let tags = names.filter_map(|name| name.strip_suffix(".toml").map(str::to_owned));
    let mut tags: Vec<_> = tags.filter(|tag| !matches!(&**tag, "checklist" | "en")).collect();
    tags.sort();
    assert!(tags.len() >= 5, "{tags:?}");
    tags
});

/// Every language, English last.
pub fn languages() -> impl Iterator<Item = &'static str> {
    TRANSLATIONS.iter().map(String::as_str).chain(["en"])
}

/// Where the pages of a language are.
pub fn folder(language: &str) -> String {
    match language {
        "en" => String::new(),
        other => format!("{other}/"),
    }
}

/// From now on this device shows a language.
pub async fn speak(visit: &Visit, language: &str) -> Result<()> {
    visit.seed(&[("oxymoron-language", language)]).await
}

/// Shows a screen, drawn and alive.
pub async fn show(visit: &Visit, (_, fragment): Screen) -> Result<()> {
    visit.enter(fragment).await?;
    visit
        .wait_until("document.fonts.status === 'loaded' && document.querySelector('main h1').textContent")
        .await
}
