//! Faults of what keeps the records.

use super::table::Cell;
use super::{cell, cell_on, said};
use crate::harness::quirk::Quirk;
use crate::harness::records::{ID, assessment, key};
use crate::harness::{NEXT, Visit};
use serde_json::{Value, json};
use xtask::Result;

/// Fills localStorage to the last character with somebody else's key.
const FILL: &str = "let filler = ''; for (let n = 1 << 23; n >= 1; n >>= 1) { \
                    try { localStorage.setItem('filler', filler + 'x'.repeat(n)); filler += 'x'.repeat(n); } catch {} }";

pub async fn tab_killed() -> Result<Cell> {
    cell("both answers", async |visit| {
        visit.enter("#/").await?;
        visit.choose("A01", "3").await?;
        visit.follow(NEXT).await?;
        visit.choose("A02", "5").await?;
        visit.kill_tab().await?;
        visit.enter("#/").await?;
        visit.wait_for_answer("A01", "3").await?;
        visit.wait_for_answer("A02", "5").await?;
        visit.wait_for_text(".record", "2 of 12 answered").await?;
        Ok("2 of 12 answered".to_owned())
    })
    .await
}

pub async fn storage_full() -> Result<Cell> {
    let kept = "what was saved before; the new answer in this window, and in storage with the next one once there is room";
    cell(kept, async |visit| {
        visit.enter("#/").await?;
        visit.answer("A01", "3").await?;
        visit.follow(NEXT).await?;
        visit.run(FILL).await?;
        visit.choose("A02", "5").await?;
        visit.wait_for(".save-failed").await?;
        visit.wait_for_answer("A01", "3").await?;
        let told = format!(
            "{} {}",
            said(visit, ".save-failed").await?,
            said(visit, ".notices").await?
        );
        visit.follow(NEXT).await?;
        visit.eval("void localStorage.removeItem('filler')").await?;
        visit.answer("A03", "1").await?;
        visit.wait_for_answer("A02", "5").await?;
        Ok(told)
    })
    .await
}

/// Two answers on two screens, neither of them stored; back at the first one.
async fn in_memory(visit: &Visit) -> Result<String> {
    visit.enter("#/").await?;
    visit.choose("A01", "4").await?;
    visit.wait_for_text(".first-status", "Not saved").await?;
    let told = format!(
        "{} {}",
        said(visit, ".notices").await?,
        said(visit, ".first-status").await?
    );
    visit.follow(NEXT).await?;
    visit.choose("A02", "2").await?;
    visit.go("#/").await?;
    assert!(visit.checked("A01", "4").await?);
    visit.follow(".record-actions a").await?;
    visit.follow(".turn .button-quiet").await?;
    assert!(visit.checked("A02", "2").await?);
    Ok(told)
}

const IN_MEMORY: &str = "both answers in this window, for as long as it is open";

pub async fn storage_blocked() -> Result<Cell> {
    cell_on(Quirk::NoStorage.profile()?, IN_MEMORY, async |visit| {
        in_memory(visit).await
    })
    .await
}

pub async fn cookies_off() -> Result<Cell> {
    cell_on(Quirk::NoSiteData.profile()?, IN_MEMORY, async |visit| {
        in_memory(visit).await
    })
    .await
}

pub async fn private_window() -> Result<Cell> {
    let kept = "the answer, for as long as the private windows are open";
    cell_on(Quirk::Private.profile()?, kept, async |visit| {
        visit.enter("#/").await?;
        visit.answer("A01", "3").await?;
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for_text(".record", "1 of 12 answered").await?;
        visit.wait_for_answer("A01", "3").await?;
        visit.follow(".record-actions a").await?;
        visit.wait_for(".save").await?;
        said(visit, ".save").await
    })
    .await
}

pub async fn two_tabs() -> Result<Cell> {
    cell("the answers of both", async |visit| {
        visit
            .seed(&[(&key(ID), &assessment(ID, "Shared", &["3"]))])
            .await?;
        visit.enter(&format!("#/assess/{ID}/A02")).await?;
        let (one, two) = visit.new_tab().await?;
        visit.enter(&format!("#/assess/{ID}/A03")).await?;
        visit.answer("A03", "2").await?;
        visit.switch_to(&one).await?;
        visit.answer("A02", "4").await?;
        for tab in [&two, &one] {
            visit.switch_to(tab).await?;
            visit
                .wait_until("document.querySelectorAll('.step-answered').length === 3")
                .await?;
        }
        let answers = visit.record().await?["body"]["answers"].clone();
        let all = ["A01", "A02", "A03"].map(|question| answers[question][0].clone());
        assert_eq!(json!(all), json!(["3", "4", "2"]));
        said(visit, ".save").await
    })
    .await
}

async fn unusable(visit: &Visit, text: &str, kept_as: &str) -> Result<String> {
    visit.seed(&[(&key(ID), text)]).await?;
    visit.enter("#/").await?;
    visit
        .wait_until("document.querySelector('.notices').innerText")
        .await?;
    assert_eq!(visit.stored(kept_as).await?.as_deref(), Some(text));
    // And it goes on.
    visit.choose("A01", "3").await?;
    visit
        .wait_for_text(".first-status", "Saved in this browser")
        .await?;
    assert_eq!(visit.stored(kept_as).await?.as_deref(), Some(text));
    said(visit, ".notices").await
}

pub async fn record_damaged() -> Result<Cell> {
    cell(
        "the record letter by letter, aside; what is answered from then on",
        async |visit| {
            let whole = assessment(ID, "Half of it", &["1", "2", "3"]);
            let half: String = whole.chars().take(whole.len() / 2).collect();
            unusable(visit, &half, &format!("oxymoron/1/quarantine/assessment/{ID}")).await
        },
    )
    .await
}

pub async fn record_newer() -> Result<Cell> {
    cell(
        "the record letter by letter, where it was; what is answered from then on",
        async |visit| {
            let newer = format!(r#"{{"schema":70,"kind":"assessment","id":"{ID}","what":["is","this"]}}"#);
            unusable(visit, &newer, &key(ID)).await
        },
    )
    .await
}

pub async fn download_refused() -> Result<Cell> {
    cell(
        "everything, in the browser: the page cannot know of the refusal, asks, and claims nothing",
        async |visit| {
            let text = assessment(ID, "Done", &["1"; 12]);
            visit.seed(&[(&key(ID), &text)]).await?;
            visit.enter("#/take").await?;
            visit
                .cdp("Browser.setDownloadBehavior", json!({ "behavior": "deny" }))
                .await?;
            visit.click("[data-take=everything]").await?;
            visit.wait_for("[data-handed=true]").await?;
            visit
                .wait_for_text("main", "No copy of everything has left this device yet")
                .await?;
            assert_ne!(visit.stored(&key(ID)).await?.map(Value::from), None);
            visit
                .string("document.querySelector('[data-handed=true]').innerText.trim()")
                .await
        },
    )
    .await
}
