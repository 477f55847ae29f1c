//! Over time: from two assessments to what changed, and on to the next one.

use crate::harness::{
    NEXT, Visit, engines,
    records::{ID, OTHER, key, numbered, with},
    visit,
};
use fantoccini::key::Key;
use serde_json::{Value, json};
use xtask::Result;

engines! {
    two_assessments_tell_what_moved_and_what_did_not: chromium firefox;
    labels_of_the_slopes_never_overlap: chromium firefox;
    letter_case_of_any_script_parts_no_team: chromium firefox webkit;
    any_two_can_be_chosen: chromium firefox;
    the_next_one_shows_last_times_answers_and_chooses_none: chromium firefox;
    a_team_is_renamed_with_the_keyboard: chromium firefox;
    one_is_deleted_and_brought_back: chromium firefox;
}

const RENAME_ALL: &str = ".history-name button";
const FIELD: &str = "#rename";

/// Levels that sum to 36: 25 x (36 / 12 - 1) = 50.
const BEFORE: [&str; 12] = ["3", "2", "4", "3", "2", "1", "4", "3", "3", "4", "5", "2"];
/// 48, so 75: A02, A05, A06 and A12 two levels up, A09 two down, six areas one level up, A11 as it was.
const AFTER: [&str; 12] = ["4", "4", "5", "4", "4", "3", "5", "4", "1", "5", "5", "4"];

fn record(id: &str, subject: &str, day: &str, levels: &[&str]) -> String {
    with(
        id,
        &json!({ "subject": [subject, 1], "day": [day, 1], "answers": numbered(levels) }),
    )
}

/// One team, twice.
async fn seed(visit: &Visit) -> Result<()> {
    let before = record(ID, "Field sales", "2026-08-20", &BEFORE);
    let after = record(OTHER, "field  SALES ", "2026-11-20", &AFTER);
    visit.seed(&[(&key(ID), &before), (&key(OTHER), &after)]).await
}

/// The cells of an area's row.
async fn row(visit: &Visit, area: &str) -> Result<Value> {
    visit
        .eval(&format!(
            "[...document.querySelectorAll('.compare .stacking tbody tr')].filter((row) => row.cells[0].textContent === {})\
             .flatMap((row) => [...row.cells].slice(1).map((cell) => cell.textContent))",
            json!(area)
        ))
        .await
}

async fn names(visit: &Visit) -> Result<Value> {
    visit
        .eval("[...document.querySelectorAll('.history-name h2')].map((it) => it.textContent)")
        .await
}

async fn subjects(visit: &Visit) -> Result<Vec<Value>> {
    let mut subjects = Vec::new();
    for id in [ID, OTHER] {
        let text = visit.stored(&key(id)).await?.unwrap_or_default();
        subjects.push(serde_json::from_str::<Value>(&text)?["body"]["subject"][0].clone());
    }
    Ok(subjects)
}

async fn letter_case_of_any_script_parts_no_team() -> Result<()> {
    visit(async |visit| {
        let before = record(ID, "Straße \u{39f}\u{394}\u{39f}\u{3a3}", "2026-08-20", &BEFORE);
        let after = record(
            OTHER,
            "STRASSE \u{3bf}\u{3b4}\u{3bf}\u{3c2}",
            "2026-11-20",
            &AFTER,
        );
        visit.seed(&[(&key(ID), &before), (&key(OTHER), &after)]).await?;
        visit.enter("#/history").await?;
        visit.wait_for(".history-entries").await?;
        assert_eq!(names(visit).await?.as_array().map(Vec::len), Some(1));
        Ok(())
    })
    .await
}

async fn two_assessments_tell_what_moved_and_what_did_not() -> Result<()> {
    visit(async |visit| {
        seed(visit).await?;
        visit.enter("#/").await?;
        visit.wait_for(".return").await?;
        visit.follow(".records-more a[href='#/history']").await?;
        assert_eq!(visit.heading().await?, "Over time");
        assert_eq!(names(visit).await?, json!(["field SALES"]));
        assert_eq!(visit.count(".history-group .timeline-dot").await?, 2);
        let figures = visit
            .eval("[...document.querySelectorAll('.timeline-figure')].map((it) => it.textContent)")
            .await?;
        assert_eq!(figures, json!(["50", "75"]));

        visit.follow(".history-choose a.button").await?;
        assert_eq!(visit.heading().await?, "What changed: field SALES");
        assert_eq!(visit.text("#headline").await?, "The index moved up");
        assert_eq!(visit.text(".compare-figures").await?, "From 50 to 75 of 100");
        assert!(
            visit
                .text(".compare-index")
                .await?
                .contains("more than 18.3 points apart")
        );
        let moved = visit.text(".compare-moved").await?;
        assert!(
            moved.contains("4 areas moved up") && moved.contains("1 area moved down"),
            "{moved}"
        );
        assert_eq!(
            row(visit, "Hiring for change").await?,
            json!(["2", "4", "Moved up"])
        );
        assert_eq!(
            row(visit, "Provoking change").await?,
            json!(["3", "1", "Moved down"])
        );
        assert_eq!(
            row(visit, "Change is our job").await?,
            json!(["3", "4", "No change that counts"])
        );
        assert_eq!(visit.count(".slope-lines .slope-moved").await?, 5);

        // The other way round the verdict is the mirror image.
        visit
            .click(&format!(".compare-actions a[href='#/compare/{OTHER}/{ID}']"))
            .await?;
        visit.wait_for_text("#headline", "The index moved down").await?;
        assert_eq!(
            row(visit, "Provoking change").await?,
            json!(["1", "3", "Moved up"])
        );
        Ok(())
    })
    .await
}

async fn labels_of_the_slopes_never_overlap() -> Result<()> {
    visit(async |visit| {
        seed(visit).await?;
        visit.enter(&format!("#/compare/{ID}/{OTHER}")).await?;
        for width in [360, 1280, 1920] {
            visit.viewport(width, 900).await?;
            let found = visit
                .eval(
                    "[...document.querySelectorAll('.slope-side')].flatMap((side) => { \
                     const boxes = [...side.querySelectorAll('text')].map((it) => [it.textContent, it.getBoundingClientRect()]); \
                     const frame = document.documentElement.clientWidth; \
                     return boxes.flatMap(([name, box], place) => [ \
                       ...(box.left < 0 || box.right > frame ? [`${name} leaves the page`] : []), \
                       ...boxes.slice(place + 1).filter(([, other]) => other.top < box.bottom - 1 && other.bottom > box.top + 1) \
                         .map(([other]) => `${name} on ${other}`)]); })",
                )
                .await?;
            assert_eq!(found, json!([]), "{width} px");
            assert_eq!(visit.count(".slope-side text").await?, 24);
        }
        Ok(())
    })
    .await
}

async fn any_two_can_be_chosen() -> Result<()> {
    visit(async |visit| {
        seed(visit).await?;
        visit.enter("#/history").await?;
        visit.wait_for("#from").await?.select_by_value(OTHER).await?;
        visit
            .wait_for_text(".history-choose [aria-live]", "Choose two different ones.")
            .await?;
        visit.wait_for("#to").await?.select_by_value(ID).await?;
        visit.follow(".history-choose a.button").await?;
        assert_eq!(visit.fragment().await?, format!("#/compare/{OTHER}/{ID}"));
        assert!(visit.text(".compare-head").await?.contains("the later one"));
        Ok(())
    })
    .await
}

async fn the_next_one_shows_last_times_answers_and_chooses_none() -> Result<()> {
    visit(async |visit| {
        seed(visit).await?;
        visit.enter("#/history").await?;
        visit.follow(&format!("a[href='#/next/{OTHER}']")).await?;
        assert_eq!(visit.heading().await?, "Change is our job");
        assert_eq!(visit.text(".question-before").await?, "Last time: level 4");
        assert_eq!(visit.count(".question input:checked").await?, 0);
        let value = |css: &str| format!("document.querySelector('{css}').value");
        assert_eq!(visit.string(&value("#subject")).await?, "field  SALES ");
        let today = visit
            .string("(() => { const day = new Date(); day.setMinutes(day.getMinutes() - day.getTimezoneOffset()); return day.toISOString().slice(0, 10); })()")
            .await?;
        assert_eq!(visit.string(&value("#day")).await?, today);

        // It is stored before the first answer, and an answer to it leaves the one before alone.
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for_text(".question-before", "Last time: level 4").await?;
        visit.choose("A01", "2").await?;
        visit.follow(NEXT).await?;
        assert_eq!(visit.text(".question-before").await?, "Last time: level 4");
        assert_eq!(visit.count(".question input:checked").await?, 0);
        let records = visit.records().await?;
        assert_eq!(records.len(), 3);
        let next = records.iter().find(|record| record["id"] != ID && record["id"] != OTHER);
        let body = next.map(|record| record["body"].clone()).unwrap_or_default();
        assert_eq!(body["previous"][0], OTHER);
        assert_eq!(body["answers"].as_object().map(serde_json::Map::len), Some(1));
        let before: Value = serde_json::from_str(&visit.stored(&key(OTHER)).await?.unwrap_or_default())?;
        assert_eq!(before["body"]["answers"]["A01"][0], "4");

        // What is deleted has nothing more to say.
        let step = visit.fragment().await?;
        visit.go("#/history").await?;
        visit.click("button[aria-label*='Nov 20, 2026'][aria-label^='Delete']").await?;
        visit.wait_for(".undo").await?;
        visit.go(&step).await?;
        assert_eq!(visit.count(".question-before").await?, 0);
        Ok(())
    })
    .await
}

async fn a_team_is_renamed_with_the_keyboard() -> Result<()> {
    visit(async |visit| {
        seed(visit).await?;
        visit.enter("#/history").await?;
        let focus = async |css: &str| {
            let wanted = format!(
                "document.activeElement === document.querySelector({})",
                json!(css)
            );
            visit.wait_until(&wanted).await
        };
        visit
            .eval(&format!("document.querySelector('{RENAME_ALL}').focus()"))
            .await?;
        visit.press(Key::Enter).await?;
        focus(FIELD).await?;
        visit.type_into(FIELD, " north").await?;
        visit.press(Key::Escape).await?;
        focus(RENAME_ALL).await?;
        assert_eq!(names(visit).await?, json!(["field SALES"]));
        assert_eq!(subjects(visit).await?, ["Field sales", "field  SALES "]);

        visit.press(Key::Enter).await?;
        focus(FIELD).await?;
        assert_eq!(
            visit.string("document.querySelector('#rename').value").await?,
            "field SALES",
            "what was left is not kept"
        );
        visit.type_into(FIELD, "  north").await?;
        visit.press(Key::Enter).await?;
        focus(RENAME_ALL).await?;
        assert_eq!(names(visit).await?, json!(["field SALES north"]));
        assert_eq!(subjects(visit).await?, ["field SALES north"; 2]);

        // One of them leaves the team.
        visit
            .click("button[aria-label^='Rename: '][aria-label*='Aug 20, 2026']")
            .await?;
        focus(FIELD).await?;
        visit.type_into(FIELD, " and south").await?;
        visit.press(Key::Enter).await?;
        visit
            .wait_until("document.querySelectorAll('.history-group').length === 2")
            .await?;
        assert_eq!(
            subjects(visit).await?,
            ["field SALES north and south", "field SALES north"]
        );
        Ok(())
    })
    .await
}

async fn one_is_deleted_and_brought_back() -> Result<()> {
    visit(async |visit| {
        seed(visit).await?;
        visit.enter("#/history").await?;
        visit
            .click("button[aria-label^='Delete: '][aria-label*='Aug 20, 2026']")
            .await?;
        visit.wait_for_text(".undo", "One record deleted").await?;
        assert_eq!(visit.count(".history-entries > li").await?, 1);
        assert_eq!(visit.count(".history-choose, .timeline").await?, 0);
        assert_eq!(visit.stored(&key(ID)).await?, None);
        visit.click(".undo .button").await?;
        visit.wait_for(".timeline").await?;
        assert_eq!(visit.count(".history-entries > li").await?, 2);
        assert!(visit.stored(&key(ID)).await?.is_some());
        Ok(())
    })
    .await
}
