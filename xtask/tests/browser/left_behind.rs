//! What is pressed with the keyboard and goes by it: nothing that has the focus may be in what is removed, and what comes of it is heard.

use crate::harness::records::{ID, assessment, key};
use crate::harness::workshops::workshop;
use crate::harness::{Visit, engines, visit};
use crate::heard::{LOST, RECORDER, heard};
use crate::workshop_pass::{ID as WORKSHOP, ON, pass};
use anyhow::Context;
use fantoccini::key::Key;
use serde_json::json;
use xtask::Result;

engines! {
    a_device_goes_round_without_losing_the_focus: chromium firefox webkit;
    what_is_asked_or_opened_in_place_never_takes_the_focus_with_it: chromium firefox webkit;
    what_is_left_by_a_change_never_takes_the_focus_with_it: chromium firefox webkit;
    what_goes_with_the_focus_leads_to_its_heading_by_way_of_nothing: chromium firefox webkit;
    a_participant_hears_each_time_what_is_missing_and_what_is_kept: chromium firefox webkit;
}

/// Presses a control with the keyboard, and waits for what it does.
pub async fn press(visit: &Visit, css: &str, done: &str) -> Result<()> {
    visit.wait_for(css).await?;
    // The screen may still be drawing itself anew.
    visit
        .wait_until(&format!(
            "(() => {{ const it = document.querySelector({}); it.focus(); return document.activeElement === it; }})()",
            json!(css)
        ))
        .await?;
    visit.press(Key::Enter).await?;
    visit
        .wait_until(done)
        .await
        .with_context(|| format!("after {css}: {done}"))
}

/// The heading says this, and has the focus.
fn arrived(heading: &str) -> String {
    let heading = json!(heading);
    format!(
        "((at) => at === document.querySelector('main h1') && at.textContent.startsWith({heading}))(document.activeElement)"
    )
}

/// Nothing went with the focus in it.
async fn nothing_lost(visit: &Visit) -> Result<()> {
    assert_eq!(visit.eval("window.lost").await?, json!([]));
    Ok(())
}

async fn a_device_goes_round_without_losing_the_focus() -> Result<()> {
    visit(async |visit| {
        pass(visit, &[]).await?;
        visit.wait_for(".pass-over").await?;
        visit.run(LOST).await?;
        visit.eval(RECORDER).await?;
        let page = |number: usize| {
            format!(
                "document.querySelector('.pass .eyebrow')?.textContent === 'Question {number} of 12' \
                 && document.activeElement === document.querySelector('main h1')"
            )
        };
        press(visit, ".pass .button", &page(1)).await?;
        visit.click(".pass .options label:nth-child(3)").await?;
        // Whoever uses the keyboard has pressed one of its keys before.
        visit.press(Key::Tab).await?;
        for number in 2..=12 {
            press(visit, ON, &page(number)).await?;
        }
        press(visit, ON, &arrived("Take the device")).await?;
        nothing_lost(visit).await?;
        let thanks =
            "window.heard.filter((said) => said.startsWith('Thank you, your answers are in')).length === 1";
        visit.wait_until(thanks).await
    })
    .await
}

async fn what_is_asked_or_opened_in_place_never_takes_the_focus_with_it() -> Result<()> {
    const ASKED: &str = "document.activeElement.id === 'confirm-no'";
    visit(async |visit| {
        let (key, text) = (key(ID), assessment(ID, "North", &["2"; 12]));
        visit.seed(&[(&key, &text)]).await?;
        visit.enter("#/history").await?;
        visit.settled().await?;
        visit.run(LOST).await?;
        press(visit, ".history-name button", "document.activeElement.id === 'rename'").await?;
        let back = "document.activeElement.id.startsWith('rename-')";
        press(visit, ".history-rename .button-quiet", back).await?;
        press(visit, ".history-name button", "document.activeElement.id === 'rename'").await?;
        visit.press(Key::Enter).await?;
        visit.wait_until(back).await?;
        nothing_lost(visit).await?;

        visit.enter("#/data").await?;
        visit.settled().await?;
        visit.run(LOST).await?;
        press(visit, "#delete-everything", ASKED).await?;
        visit.press(Key::Enter).await?;
        visit
            .wait_until("document.activeElement.id === 'delete-everything'")
            .await?;
        press(visit, "#delete-everything", ASKED).await?;
        let gone = "!document.querySelector('.confirm') && !['aside', 'body'].includes(document.activeElement.id || document.activeElement.localName)";
        press(visit, "[data-confirm]", gone).await?;
        nothing_lost(visit).await
    })
    .await
}

async fn what_is_left_by_a_change_never_takes_the_focus_with_it() -> Result<()> {
    visit(async |visit| {
        let here = workshop(WORKSHOP << 32, 3, &[])?;
        visit
            .enter(&format!("#/join/{}/2/A01", here.invite().seal()))
            .await?;
        visit.settled().await?;
        visit.run(LOST).await?;
        press(visit, ".join > p .button", &arrived("Second vote")).await?;
        // For good: the invite is there as for somebody new, at the same address.
        press(
            visit,
            "#join-forget",
            "document.activeElement.id === 'confirm-no'",
        )
        .await?;
        press(visit, "[data-confirm]", &arrived("You are invited")).await?;
        press(visit, "[data-pass]", &arrived("Take the device")).await?;
        nothing_lost(visit).await?;

        visit.enter("#/workshop").await?;
        visit.click("[data-rehearse='14']").await?;
        visit.wait_for("[data-rehearsal-over]").await?;
        visit.settled().await?;
        visit.run(LOST).await?;
        visit.press(Key::Tab).await?;
        press(visit, "[data-rehearsal-over]", &arrived("Workshop")).await?;
        nothing_lost(visit).await
    })
    .await
}

/// A screen reader is told of the removal first: nothing has to be said between that and the heading.
async fn what_goes_with_the_focus_leads_to_its_heading_by_way_of_nothing() -> Result<()> {
    visit(async |visit| {
        let (key, text) = (key(ID), assessment(ID, "North", &["2"; 12]));
        visit.seed(&[(&key, &text)]).await?;
        visit.enter("#/history").await?;
        visit.settled().await?;
        visit
            .run(
                "window.focused = []; addEventListener('focusin', ({ target }) => window.focused.push(target.id === 'aside' ? 'aside' : target.localName))",
            )
            .await?;
        press(
            visit,
            ".history-entries button[aria-label^='Delete']",
            "/^h\\d$/.test(document.activeElement.localName)",
        )
        .await?;
        let focused = visit.eval("window.focused.slice(-2, -1)").await?;
        assert_eq!(focused, json!(["aside"]));
        Ok(())
    })
    .await
}

async fn a_participant_hears_each_time_what_is_missing_and_what_is_kept() -> Result<()> {
    const START: &str = ".join > p .button";
    visit(async |visit| {
        let here = workshop(WORKSHOP << 32, 3, &["Sellers", "Leaders"])?;
        visit
            .enter(&format!("#/join/{}/2/A01", here.invite().seal()))
            .await?;
        visit.wait_for(START).await?;
        visit.eval(RECORDER).await?;
        for _ in 0..2 {
            visit.click(START).await?;
            assert_eq!(heard(visit).await?, ["Pick a role, or “rather not say”."]);
        }
        visit.click(".join-roles .options label:nth-child(1)").await?;
        visit.click(START).await?;
        visit.wait_for_text("main h1", "Second vote").await?;
        for value in ["4", "5"] {
            visit.choose("A01", value).await?;
            let said = heard(visit).await?;
            assert!(said.contains(&"Saved in this browser".to_owned()), "{said:?}");
        }
        Ok(())
    })
    .await
}
