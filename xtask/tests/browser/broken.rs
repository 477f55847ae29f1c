//! The app panics: what was saved is safe, and the page says so.

use crate::harness::{Visit, downloaded, option, records, visit};
use serde_json::Value;
use xtask::Result;

/// Answers the first question on a page that somebody has taken things out of.
async fn breaks_at_the_answer(visit: &Visit, value: &str) -> Result<()> {
    visit
        .eval("void document.querySelectorAll('.record, .how, .records').forEach((it) => it.remove())")
        .await?;
    visit.click(&format!("label:has({})", option("A01", value))).await
}

#[tokio::test]
async fn a_panic_redraws_the_page_once_and_then_shows_a_notice_and_hands_out_what_was_saved() -> Result<()> {
    visit(async |visit| {
        let folder = tempfile::tempdir()?;
        let old = records::assessment(records::ID, "Before the crash", &["3", "4"]);
        visit.seed(&[(&records::key(records::ID), &old)]).await?;
        visit.enter("#/").await?;
        visit.wait_for(".record").await?;
        assert_eq!(
            visit
                .eval("document.querySelector('#broken').checkVisibility()")
                .await?,
            Value::Bool(false)
        );

        // Something else, an extension perhaps, takes away what the app is about to draw before. Once, the page is drawn again.
        breaks_at_the_answer(visit, "5").await?;
        visit
            .wait_until("history.state === 'again' && document.querySelectorAll('.record').length === 2")
            .await?;
        visit.alive().await?;
        visit.wait_for_answer("A01", "5").await?;
        assert_eq!(
            visit
                .eval("document.querySelector('#broken').checkVisibility()")
                .await?,
            Value::Bool(false)
        );

        breaks_at_the_answer(visit, "3").await?;
        visit
            .wait_until("document.querySelector('#broken').checkVisibility()")
            .await?;
        let words = visit.text("#broken").await?;
        assert!(words.contains("Something broke"), "{words}");
        assert!(words.contains("still in this browser"), "{words}");
        assert_eq!(
            visit
                .eval("document.querySelector('#failed').checkVisibility({ visibilityProperty: true })")
                .await?,
            Value::Bool(false)
        );
        let complaints = visit.complaints().await?;
        assert!(
            complaints.iter().any(|line| line.contains("panicked")),
            "{complaints:?}"
        );

        // The answer was stored before anything was drawn.
        visit.wait_for_answer("A01", "3").await?;
        let stored = visit.storage().await?;
        assert_eq!(stored[records::key(records::ID)], old.as_str());
        visit.download_to(folder.path()).await?;
        visit.click("#broken button:not([data-reload])").await?;
        let text = downloaded(folder.path(), "oxymoron-everything.json").await?;
        assert_eq!(serde_json::from_str::<Value>(&text)?, stored);

        visit.click("#broken [data-reload]").await?;
        visit.alive().await?;
        visit
            .wait_until("document.querySelectorAll('.record').length === 3")
            .await?;
        visit.complaints().await.map(drop)
    })
    .await
}
