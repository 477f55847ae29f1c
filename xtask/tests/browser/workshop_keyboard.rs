//! A whole console with the keyboard alone, from the invite to the report: each stage is reached by Tab and Enter, and the focus is on
//! something sensible after every one of them.

use crate::harness::workshops::{record, response, workshop};
use crate::harness::{Visit, visit};
use anyhow::{Context, bail};
use fantoccini::key::Key;
use oxymoron::domain::workshop::change::Change;
use serde_json::json;
use xtask::Result;

/// Presses Tab until the focus is on the first match.
async fn tab_to(visit: &Visit, css: &str) -> Result<()> {
    let there = format!("document.activeElement.matches({})", json!(css));
    for _ in 0..300 {
        if visit.eval(&there).await? == json!(true) {
            return Ok(());
        }
        visit.press(Key::Tab).await?;
    }
    bail!(
        "no Tab leads to {css}: {}",
        visit.string("document.activeElement.outerHTML").await?
    )
}

async fn enter(visit: &Visit, css: &str) -> Result<()> {
    tab_to(visit, css).await?;
    visit.press(Key::Enter).await
}

/// The focus is on something that says where one is, and not on the page at large.
async fn is_somewhere(visit: &Visit, after: &str) -> Result<()> {
    visit
        .wait_until("document.activeElement !== document.body && document.activeElement.isConnected")
        .await
        .with_context(|| after.to_owned())
}

/// One stage on: the stage's heading has the focus, and axe finds nothing.
async fn on(visit: &Visit, stage: &str) -> Result<()> {
    enter(visit, ".console-turn .button:not(.button-quiet)").await?;
    visit.wait_for_text("#stage", stage).await?;
    visit
        .wait_until("document.activeElement.id === 'stage'")
        .await
        .with_context(|| stage.to_owned())?;
    assert_eq!(visit.axe().await?, Vec::<String>::new(), "{stage}");
    Ok(())
}

#[tokio::test]
async fn from_invite_to_report_without_a_mouse() -> Result<()> {
    visit(async |visit| {
        let mut here = workshop(0x5eed_0000, 6, &[])?;
        let answers: Result<Vec<_>> = (1..=5)
            .map(|id| {
                response(
                    &here,
                    id,
                    None,
                    if id % 2 == 0 {
                        "123333333333"
                    } else {
                        "523333333333"
                    },
                )
            })
            .collect();
        here.apply(Change::Received(answers?), here.created);
        let (key, text) = record(&here);
        visit.seed(&[(&key, &text)]).await?;
        visit.enter(&format!("#/workshop/{}", here.id)).await?;
        visit.wait_for_text("#stage", "Invite").await?;
        assert_eq!(visit.axe().await?, Vec::<String>::new(), "Invite");
        on(visit, "Vote").await?;

        // One is missing: asked, left, asked again and gone on.
        enter(visit, ".console-turn .button:not(.button-quiet)").await?;
        visit
            .wait_until("document.activeElement.id === 'confirm-no'")
            .await?;
        assert_eq!(visit.axe().await?, Vec::<String>::new(), "the question");
        visit.press(Key::Enter).await?;
        visit.wait_until("document.activeElement.id === 'next'").await?;
        enter(visit, ".console-turn .button:not(.button-quiet)").await?;
        enter(visit, "[data-confirm]").await?;
        visit.wait_for_text("#stage", "Close").await?;
        visit.wait_until("document.activeElement.id === 'stage'").await?;
        on(visit, "Reveal").await?;
        on(visit, "Discuss").await?;

        // A second vote: opened, answered by typed digits, closed without one, opened again from where the focus is, closed and shown.
        enter(visit, ".stage-go").await?;
        is_somewhere(visit, "opened").await?;
        enter(visit, "[data-way='lines'] > summary").await?;
        tab_to(visit, "#digits").await?;
        for line in ["3", "3", "3", "3", "4"] {
            visit.type_into("#digits", line).await?;
            visit.press(Key::Enter).await?;
        }
        enter(visit, "[data-way='lines'] .button").await?;
        visit.wait_for_text(".stage-count", "5 of 6 in").await?;
        is_somewhere(visit, "counted").await?;
        // One was missing in the first vote as well: it is asked anew.
        enter(visit, "[data-hold]").await?;
        visit.wait_for_text(".confirm", "1 of 6 is missing").await?;
        enter(visit, "[data-confirm]").await?;
        visit
            .wait_until("document.activeElement.matches('[data-reopen]')")
            .await?;
        visit.press(Key::Enter).await?;
        visit.wait_for("[data-hold]").await?;
        is_somewhere(visit, "opened again").await?;
        // What was used is unfolded.
        tab_to(visit, "#digits").await?;
        visit.type_into("#digits", "3").await?;
        enter(visit, "[data-way='lines'] .button").await?;
        visit.wait_for_text(".stage-count", "6 of 6 in").await?;
        enter(visit, "[data-hold]").await?;
        visit.wait_for("[data-reopen]").await?;
        is_somewhere(visit, "closed").await?;
        enter(visit, "[data-reopen]").await?;
        visit.wait_for("[data-hold]").await?;
        is_somewhere(visit, "opened again").await?;
        enter(visit, "[data-hold]").await?;
        enter(visit, "[data-show]").await?;
        visit.wait_for(".stage-outcome").await?;
        is_somewhere(visit, "shown").await?;
        assert_eq!(visit.axe().await?, Vec::<String>::new(), "both votes");

        on(visit, "Choose").await?;
        enter(visit, ".stage-door .button").await?;
        visit.wait_for_text(".stage .lead", "We start with").await?;
        is_somewhere(visit, "chosen").await?;
        for stage in ["Experiment", "Commit", "Report"] {
            on(visit, stage).await?;
        }
        Ok(())
    })
    .await
}
