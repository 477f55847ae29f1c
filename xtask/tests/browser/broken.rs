//! The app panics: what was saved is safe, and the page says so.

use crate::harness::{downloaded, records, visit};
use serde_json::Value;
use xtask::Result;

#[tokio::test]
async fn a_panic_shows_a_notice_and_hands_out_what_was_saved() -> Result<()> {
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

        // Something else, an extension perhaps, takes away what the app is about to draw before.
        visit
            .eval("void document.querySelectorAll('.record, .how, .records').forEach((it) => it.remove())")
            .await?;
        visit.choose("A01", "5").await?;
        visit.eval("void (location.hash = '#/method')").await?;
        visit
            .wait_until("document.querySelector('#broken').checkVisibility()")
            .await?;
        let words = visit.text("#broken").await?;
        assert!(words.contains("Something broke"), "{words}");
        assert!(words.contains("still in this browser"), "{words}");
        let complaints = visit.complaints().await?;
        assert!(
            complaints.iter().any(|line| line.contains("panicked")),
            "{complaints:?}"
        );

        // The answer was stored before anything was drawn.
        visit.wait_for_answer("A01", "5").await?;
        let stored = visit.storage().await?;
        assert_eq!(stored[records::key(records::ID)], old.as_str());
        visit.download_to(folder.path()).await?;
        visit.click("#broken .rescue").await?;
        let text = downloaded(folder.path(), "oxymoron-everything.json").await?;
        assert_eq!(serde_json::from_str::<Value>(&text)?, stored);

        visit.eval("void (location.hash = '#/')").await?;
        visit.click("#broken [data-reload]").await?;
        visit.alive().await?;
        visit
            .wait_until("document.querySelectorAll('.record').length === 2")
            .await?;
        visit.complaints().await.map(drop)
    })
    .await
}
