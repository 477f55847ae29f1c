//! The app panics or is thrown out of its code: what was saved is safe, and the page says so.

use crate::harness::{Engine, Visit, downloaded, engines, option, records, visit};
use serde_json::Value;
use xtask::Result;

/// Answers the first question on a page that somebody has taken things out of.
pub async fn breaks_at_the_answer(visit: &Visit, value: &str) -> Result<()> {
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

engines! {
    what_is_thrown_through_the_app_is_as_a_panic_and_what_others_throw_is_not: chromium firefox webkit;
}

/// A module whose only function is a trap.
const TRAP: &str = "new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, \
                    3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11))).exports.f()";

/// Has the page throw at an event of that name. A driver's own scripts do not run in the page's world everywhere.
fn at(event: &str, statement: &str) -> String {
    format!("addEventListener('{event}', () => setTimeout(() => {{ {statement}; }}));")
}

/// Before the page where the driver can, and into it where it cannot.
async fn throwing(visit: &Visit, script: &str) -> Result<()> {
    if visit.engine() == Engine::WebKit {
        visit.run(script).await.map(drop)
    } else {
        Ok(())
    }
}

async fn what_is_thrown_through_the_app_is_as_a_panic_and_what_others_throw_is_not() -> Result<()> {
    visit(async |visit| {
        let old = records::assessment(records::ID, "Before the trap", &["3", "4"]);
        let script = [
            at("trap", TRAP),
            at(
                "fault",
                "setTimeout(() => document.body.dataset.thrown = ''); throw new Error('of an extension')",
            ),
        ]
        .concat();
        if visit.engine() != Engine::WebKit {
            visit.before_load(&script).await?;
        }
        visit.seed(&[(&records::key(records::ID), &old)]).await?;
        visit.enter("#/").await?;
        visit.wait_for(".record").await?;
        throwing(visit, &script).await?;
        visit.run("dispatchEvent(new Event('fault'))").await?;
        visit.wait_until("'thrown' in document.body.dataset").await?;
        let broken = visit.eval("'broken' in document.documentElement.dataset").await?;
        assert_eq!(broken, Value::Bool(false));

        visit.run("dispatchEvent(new Event('trap'))").await?;
        visit.wait_until("history.state === 'again'").await?;
        visit.alive().await?;
        visit.wait_for(".record").await?;
        throwing(visit, &script).await?;
        visit.run("dispatchEvent(new Event('trap'))").await?;
        visit
            .wait_until("document.querySelector('#broken').checkVisibility()")
            .await?;
        visit.click("#broken [data-reload]").await?;
        visit.alive().await?;
        visit.wait_for(".record").await?;
        visit.complaints().await.map(drop)
    })
    .await
}
