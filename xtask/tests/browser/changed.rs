//! Pages that others change: translated by the browser, decorated by extensions, shortened by hosts. Before the app is there, and after.

use crate::harness::workshops::{code, record, response, workshop};
use crate::harness::{EARLY, NEXT, Visit, visit};
use crate::workshop_console::{ID, console, paste};
use anyhow::Context;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;
use serde_json::{Value, json};
use xtask::Result;

const CHANGES: &str = include_str!("changes.js");
const NAMES: &str = "Object.keys(changes)";

/// No notice of a failure is seen.
async fn nothing_failed(visit: &Visit, after: &str) -> Result<()> {
    let seen = visit
        .eval("['broken', 'failed', 'old'].filter((id) => document.getElementById(id).checkVisibility({ visibilityProperty: true }))")
        .await?;
    assert_eq!(seen, json!([]), "{after}: {:?}", visit.complaints().await?);
    visit.quiet().await
}

async fn names(visit: &Visit) -> Result<Vec<String>> {
    visit.open_url("about:blank").await?;
    visit.before_load(CHANGES).await?;
    visit.arrive("#/").await?;
    visit.alive().await?;
    Ok(serde_json::from_value(visit.eval(NAMES).await?)?)
}

#[tokio::test]
async fn every_change_before_the_app_is_there_keeps_the_early_answer() -> Result<()> {
    visit(async |visit| {
        let mut names = names(visit).await?;
        assert!(names.len() > 12);
        names.push("translate".to_owned());
        for name in names {
            visit.move_house().await?;
            let gate = visit.server.hold(".wasm");
            visit.arrive("#/").await?;
            visit.choose("A01", "4").await?;
            let call = if name == "translate" {
                "translate()".to_owned()
            } else {
                format!("changes.{name}()")
            };
            visit.eval(&format!("void {call}")).await?;
            gate.release();
            visit.alive().await?;
            visit.wait_for_answer("A01", "4").await?;
            visit
                .wait_until(&format!("!localStorage.getItem('{EARLY}')"))
                .await?;
            assert!(visit.checked("A01", "4").await?, "{name}");
            visit
                .wait_until(
                    "/^saved in this browser/i.test(document.querySelector('.first-status').innerText)",
                )
                .await?;
            nothing_failed(visit, &name).await?;
            visit.choose("A01", "2").await?;
            visit.wait_for_answer("A01", "2").await?;
            visit.follow(NEXT).await?;
            visit
                .wait_until("/^hiring for change$/i.test(document.querySelector('main h1').innerText)")
                .await?;
            nothing_failed(visit, &name).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_change_of_the_running_app_leaves_it_running() -> Result<()> {
    visit(async |visit| {
        for name in names(visit).await? {
            visit.move_house().await?;
            visit.enter("#/").await?;
            visit.eval(&format!("void changes.{name}()")).await?;
            visit.answer("A01", "4").await?;
            visit
                .wait_until(
                    "/^saved in this browser/i.test(document.querySelector('.first-status').innerText)",
                )
                .await?;
            visit.follow(NEXT).await?;
            visit.answer("A02", "3").await?;
            visit.go("#/").await?;
            visit.wait_for_text(".record", "2 of 12 answered").await?;
            nothing_failed(visit, &name).await?;
        }
        Ok(())
    })
    .await
}

/// What is seen in this tab is what a fresh tab shows of the same place, in capitals.
async fn up_to_date(visit: &Visit, after: &str) -> Result<()> {
    let place = visit.fragment().await?;
    let seen = visit.string("words()").await?;
    let (here, _fresh) = visit.new_tab().await?;
    visit.before_load(CHANGES).await?;
    visit.enter(&place).await?;
    // What comes later in a fresh tab comes in its own time.
    visit
        .wait_until(&format!("words() === {}", Value::from(seen.clone())))
        .await
        .with_context(|| after.to_owned())?;
    visit.client().close_window().await?;
    visit.switch_to(&here).await?;
    nothing_failed(visit, after).await
}

#[tokio::test]
async fn a_translated_page_says_what_holds_at_that_moment() -> Result<()> {
    visit(async |visit| {
        names(visit).await?;
        visit.eval("translate()").await?;
        visit.answer("A01", "4").await?;
        visit.follow(NEXT).await?;
        up_to_date(visit, "the second area").await?;
        for area in 2..12 {
            visit
                .answer(&format!("A{area:02}"), if area % 2 == 0 { "2" } else { "4" })
                .await?;
            visit.follow(NEXT).await?;
        }
        up_to_date(visit, "the last area").await?;
        visit.answer("A12", "5").await?;
        up_to_date(visit, "the last answer").await?;
        visit.to_results(NEXT).await?;
        // Its figure is painted before the rest.
        visit.wait_for(".area-lines").await?;
        up_to_date(visit, "results").await?;
        visit.go("#/history").await?;
        up_to_date(visit, "history").await?;
        visit.go("#/").await?;
        up_to_date(visit, "home").await
    })
    .await
}

#[tokio::test]
async fn a_translated_workshop_counts_on() -> Result<()> {
    visit(async |visit| {
        names(visit).await?;
        let mut workshop = workshop(ID << 32, 7, &[])?;
        workshop.apply(Change::WentTo(Stage::Vote), workshop.created);
        let (key, text) = record(&workshop);
        visit.seed(&[(&key, &text)]).await?;
        visit.enter(&console(workshop.id)).await?;
        visit.eval("translate()").await?;
        visit.wait_for_text(".health-figures", "0 OF 7 IN").await?;
        for number in 1..=3 {
            paste(
                visit,
                &code(
                    &workshop,
                    1,
                    &response(&workshop, number, None, "123451234512")?,
                    number,
                )?,
            )
            .await?;
            visit
                .wait_for_text(".health-figures", &format!("{number} OF 7 IN"))
                .await?;
        }
        nothing_failed(visit, "three codes").await?;

        // The wall, turned by the console of the other tab.
        let (here, wall) = visit.new_tab().await?;
        visit.before_load(CHANGES).await?;
        visit.enter(&format!("{}/wall", console(workshop.id))).await?;
        visit.eval("translate()").await?;
        let mut before = visit.string("words()").await?;
        for step in ["a code", "another stage", "one more"] {
            visit.switch_to(&here).await?;
            if step == "a code" {
                paste(
                    visit,
                    &code(&workshop, 1, &response(&workshop, 4, None, "123451234512")?, 4)?,
                )
                .await?;
            } else {
                visit.click(".console-turn .button:not(.button-quiet)").await?;
                // Three have not answered, and four are fewer than the smallest group: the console asks first.
                visit.click("[data-confirm]").await?;
            }
            visit.switch_to(&wall).await?;
            visit
                .wait_until(&format!("words() !== {}", Value::from(before)))
                .await?;
            up_to_date(visit, step).await?;
            before = visit.string("words()").await?;
        }
        visit.switch_to(&here).await?;
        // The fresh tabs of before were windows of the room as well; the console asks anew which are there.
        visit
            .wait_until("document.querySelector('[data-walls]').dataset.walls === '1'")
            .await?;
        up_to_date(visit, "the console").await
    })
    .await
}

#[tokio::test]
async fn what_is_typed_when_the_translator_comes_stays_with_its_focus() -> Result<()> {
    visit(async |visit| {
        names(visit).await?;
        visit.enter("#/workshop").await?;
        visit.type_into("#title", "Field sales").await?;
        visit.type_into("#present", "12").await?;
        visit.eval("translate()").await?;
        visit.wait_for_text("main h1", "WORKSHOP").await?;
        visit
            .wait_until("document.querySelector('main font') && document.activeElement.id === 'present'")
            .await?;
        let typed = "['title', 'present'].map((id) => document.getElementById(id).value)";
        assert_eq!(visit.eval(typed).await?, json!(["Field sales", "12"]));
        // It is the app's as well, and no text of the fields alone.
        visit.press(fantoccini::key::Key::Enter).await?;
        visit.wait_for("#link").await?;
        visit.wait_for_text(".health-figures", "0 OF 12 IN").await?;
        nothing_failed(visit, "typed").await
    })
    .await
}
