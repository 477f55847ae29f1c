//! Faults of the page itself, and of what runs in it.

use super::table::Cell;
use super::{cell, cell_on, said};
use crate::harness::quirk::Quirk;
use crate::harness::{EARLY, Engine, NEXT, Visit, option};
use serde_json::json;
use xtask::Result;

const CHANGES: &str = include_str!("../changes.js");

/// Whether a notice is seen.
fn seen(id: &str) -> String {
    format!("document.getElementById('{id}').checkVisibility({{ visibilityProperty: true }})")
}

/// Answers the first question on a page that somebody has taken things out of.
async fn breaks_at_the_answer(visit: &Visit, value: &str) -> Result<()> {
    visit
        .eval("void document.querySelectorAll('.record, .how, .records').forEach((it) => it.remove())")
        .await?;
    visit.click(&format!("label:has({})", option("A01", value))).await
}

pub async fn panicked() -> Result<Cell> {
    cell(
        "both answers; the first time the page is drawn again from the records by itself",
        async |visit| {
            visit.enter("#/").await?;
            breaks_at_the_answer(visit, "5").await?;
            visit
                .wait_until("history.state === 'again' && document.querySelector('.record')")
                .await?;
            visit.alive().await?;
            visit.wait_for_answer("A01", "5").await?;
            breaks_at_the_answer(visit, "3").await?;
            visit.wait_until(&seen("broken")).await?;
            let told = said(visit, "#broken").await?;
            visit.click("#broken [data-reload]").await?;
            visit.alive().await?;
            visit.wait_for_answer("A01", "3").await?;
            Ok(told)
        },
    )
    .await
}

/// Loads what changes pages: before the page where the driver can, and into it where it cannot.
async fn with_changes(visit: &Visit) -> Result<()> {
    if visit.engine() != Engine::WebKit {
        visit.before_load(CHANGES).await?;
    }
    visit.arrive("#/").await?;
    if visit.engine() == Engine::WebKit {
        visit.run(CHANGES).await?;
    }
    Ok(())
}

/// The first question is answered, somebody changes the page, and only then the app comes; what the page says then.
async fn changed_before_the_app(visit: &Visit, change: &str, saved: &str) -> Result<String> {
    let gate = visit.server.hold(".wasm");
    with_changes(visit).await?;
    visit.choose("A01", "4").await?;
    visit.eval(change).await?;
    gate.release();
    visit.alive().await?;
    visit.wait_for_answer("A01", "4").await?;
    visit.wait_for_text(".first-status", saved).await?;
    let told = said(visit, ".first-status").await?;
    visit.follow(NEXT).await?;
    visit.answer("A02", "2").await?;
    Ok(told)
}

pub async fn translated() -> Result<Cell> {
    cell(
        "the answer given before the app ran, and the next one",
        async |visit| {
            let told = changed_before_the_app(visit, "translate()", "SAVED IN THIS BROWSER").await?;
            visit.wait_for_text("h1", "HIRING FOR CHANGE").await?;
            Ok(format!("{told} (as the translator has it)"))
        },
    )
    .await
}

pub async fn changed() -> Result<Cell> {
    let all = "void Object.values(changes).forEach((change) => change())";
    cell(
        "the answer given before the app ran, and the next one",
        async |visit| changed_before_the_app(visit, all, "Saved in this browser").await,
    )
    .await
}

/// The early answer stands in storage, and becomes a record once the app runs.
async fn early_answer(visit: &Visit) -> Result<()> {
    visit
        .eval("document.querySelector('.first-question').scrollIntoView({ block: 'start' })")
        .await?;
    visit.choose("A01", "2").await?;
    assert_eq!(visit.stored(EARLY).await?.as_deref(), Some("2"));
    Ok(())
}

/// The answer to the question on the page, which the notice is to say is kept.
const ANSWER: &str = "the answer to the question on the page";

pub async fn script_blocked() -> Result<Cell> {
    cell(ANSWER, async |visit| {
        visit.server.fail(".js");
        visit.arrive("#/").await?;
        visit.wait_until(&seen("failed")).await?;
        early_answer(visit).await?;
        let told = said(visit, "#failed").await?;
        visit.server.behave();
        visit.click("#failed [data-reload]").await?;
        visit.alive().await?;
        visit.wait_for_answer("A01", "2").await?;
        Ok(told)
    })
    .await
}

pub async fn scripts_off() -> Result<Cell> {
    cell("nothing can be answered", async |visit| {
        visit
            .cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }))
            .await?;
        visit.arrive("#/").await?;
        visit.text("noscript p").await
    })
    .await
}

pub async fn wasm_blocked() -> Result<Cell> {
    cell_on(Quirk::NoWebAssembly.profile()?, ANSWER, async |visit| {
        visit.arrive("#/").await?;
        visit.wait_until(&seen("failed")).await?;
        early_answer(visit).await?;
        said(visit, "#failed").await
    })
    .await
}
