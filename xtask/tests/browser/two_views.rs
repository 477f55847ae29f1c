//! Two people's views of one organisation: from a colleague's file to what to talk about.

use crate::exchange::{confirm, give};
use crate::harness::{
    Visit, engines,
    records::{ID, OTHER, key, numbered, with},
    visit,
};
use serde_json::{Value, json};
use std::fs;
use xtask::Result;

engines! {
    a_colleagues_file_is_laid_beside_ones_own: chromium firefox;
    what_is_laid_beside_ones_own_is_no_history_of_it: chromium;
    a_file_with_nothing_chosen_has_no_button_to_bring_it_in: chromium firefox;
}

const MINE: [&str; 12] = ["3", "2", "4", "1", "2", "1", "4", "3", "3", "4", "5", "2"];
const THEIRS: [&str; 12] = ["3", "3", "4", "4", "2", "1", "4", "3", "3", "4", "5", "0"];

fn record(id: &str, levels: &[&str]) -> String {
    let parts = json!({ "subject": ["North", 1], "day": ["2026-11-20", 1], "answers": numbered(levels) });
    with(id, &parts)
}

/// Gives a file to the page for files, as far as the preview, where one's own record is.
async fn give_beside_mine(visit: &Visit, text: &str) -> Result<()> {
    visit.seed(&[(&key(ID), &record(ID, &MINE))]).await?;
    visit.enter("#/take").await?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("given.json");
    fs::write(&file, text)?;
    give(visit, &file).await
}

async fn a_colleagues_file_is_laid_beside_ones_own() -> Result<()> {
    visit(async |visit| {
        give_beside_mine(visit, &record(OTHER, &THEIRS)).await?;
        confirm(visit).await?;
        visit
            .wait_for_text(".take-view", "somebody else’s view of the same organisation")
            .await?;

        // Kept apart, it is in no history of one's own.
        // The offer to undo lies over the foot of the window.
        visit
            .eval("document.querySelector('.take-view').scrollIntoView({ block: 'start' })")
            .await?;
        visit.click("[data-take=apart]").await?;
        visit
            .wait_for_text(".take-view", "“North, another view” it stands by itself")
            .await?;
        visit
            .wait_until("document.activeElement !== document.body")
            .await?;
        visit.follow(".take-view a.button").await?;
        assert_eq!(visit.fragment().await?, format!("#/compare/{ID}/{OTHER}/views"));
        assert_eq!(visit.heading().await?, "Two views: North");
        visit
            .wait_for_text("#apart", "One area where you are two levels or more apart")
            .await?;
        let card = visit.text(".views-card").await?;
        for piece in [
            "Debate and experiments",
            "Nobody says it in meetings",
            "a trial with an end date",
        ] {
            assert!(card.contains(piece), "{piece} is not in {card}");
        }
        let main = visit.text("main").await?.to_lowercase();
        for word in ["moved", "better", "worse", "the index"] {
            assert!(!main.contains(word), "{word} is in {main}");
        }
        visit.go("#/history").await?;
        let groups = visit
            .eval("[...document.querySelectorAll('.history-name h2')].map((it) => it.textContent).sort()")
            .await?;
        assert_eq!(groups, json!(["North", "North, another view"]));
        assert_eq!(visit.count(".timeline-dot").await?, 0);
        Ok(())
    })
    .await
}

async fn what_is_laid_beside_ones_own_is_no_history_of_it() -> Result<()> {
    visit(async |visit| {
        give_beside_mine(visit, &record(OTHER, &THEIRS)).await?;
        confirm(visit).await?;
        visit
            .wait_for_text(".take-view", "In Over time it then stands by itself")
            .await?;
        visit
            .eval("document.querySelector('.take-view').scrollIntoView({ block: 'start' })")
            .await?;
        visit.follow(".take-view a.button").await?;
        assert_eq!(visit.heading().await?, "Two views: North");
        visit.go("#/history").await?;
        visit.wait_for(".history-name").await?;
        assert_eq!(visit.count(".timeline-dot").await?, 0);
        Ok(())
    })
    .await
}

async fn a_file_with_nothing_chosen_has_no_button_to_bring_it_in() -> Result<()> {
    visit(async |visit| {
        give_beside_mine(visit, &record(ID, &MINE)).await?;
        visit.wait_for_text(".take-preview", "Nothing is chosen").await?;
        assert_eq!(visit.count("[data-take=confirm]").await?, 0);
        let filled = visit
            .eval("[...document.querySelectorAll('.take-preview .button:not(.button-quiet)')].length")
            .await?;
        assert_eq!(filled, Value::from(0));
        Ok(())
    })
    .await
}
