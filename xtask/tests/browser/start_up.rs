//! The first screen before, while and without the app: decision 3.

use crate::harness::{EARLY, NEXT, Visit, downloaded, engines, option, records, visit};
use anyhow::Context;
use serde_json::{Value, json};
use std::time::Duration;
use xtask::{Result, server::Answer};

engines! {
    files_wait_for_the_first_paint_unless_the_page_took_its_time: chromium firefox;
    an_answer_before_the_app_is_kept: chromium firefox webkit;
    a_browser_killed_before_the_app_came_still_has_the_answer: chromium firefox;
    next_before_the_app_leads_on_when_it_comes: chromium firefox webkit;
    an_early_answer_outlives_blocked_storage: chromium firefox;
    a_missing_file_is_said_in_words_and_costs_no_answer: chromium firefox;
    without_scripts_the_page_says_what_it_needs: chromium;
    nothing_jumps_or_flashes_when_the_app_comes: chromium firefox webkit;
    a_language_that_no_intl_reads_breaks_nothing: chromium firefox;
    a_page_that_is_left_while_its_files_come_complains_of_none: chromium firefox;
}

const NOT_YET: &str = "!('alive' in document.documentElement.dataset)";
const BLOCKED: &str = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })";

/// Whether the page came at once, whether its files waited for the first paint or a second, and whether they waited for neither; null
/// until the browser has noted all of it, which may be after the app has come to life.
const WAITED: &str = "(() => { const [{ responseStart }] = performance.getEntriesByType('navigation'); \
     const startTime = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm'))?.startTime; \
     const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime; \
     return startTime && painted ? [responseStart < 300, startTime >= Math.min(painted, 1000), startTime < painted] : null; })()";
/// How long a page takes that comes from far away.
const FAR: Duration = Duration::from_millis(600);

async fn waited(visit: &Visit) -> Result<[bool; 3]> {
    visit.enter("#/").await?;
    visit.wait_until(&format!("{WAITED} !== null")).await?;
    Ok(serde_json::from_value(visit.eval(WAITED).await?)?)
}

async fn files_wait_for_the_first_paint_unless_the_page_took_its_time() -> Result<()> {
    visit(async |visit| {
        let [at_once, waited, _] = waited(visit).await?;
        // On a machine that is busy enough the page is slow without any network.
        assert!(waited || !at_once);
        Ok(())
    })
    .await?;
    visit(async |visit| {
        visit.server.delay("/", FAR);
        let [at_once, _, before] = waited(visit).await?;
        assert!(before && !at_once);
        Ok(())
    })
    .await
}

/// The early answer has become a record, and nothing else has.
async fn adopted(visit: &Visit, answer: &str) -> Result<()> {
    visit.wait_for_answer("A01", answer).await?;
    visit
        .wait_until(&format!("!localStorage.getItem('{EARLY}')"))
        .await?;
    assert!(visit.checked("A01", answer).await?);
    assert_eq!(visit.keys().await?.len(), 1);
    assert_eq!(
        visit.record().await?["body"]["answers"]
            .as_object()
            .map_or(0, |it| it.len()),
        1
    );
    Ok(())
}

async fn an_answer_before_the_app_is_kept() -> Result<()> {
    visit(async |visit| {
        let gate = visit.server.hold(".wasm");
        visit.arrive("#/").await?;
        assert_eq!(visit.eval(NOT_YET).await?, Value::Bool(true));
        // Written to the node that the app is to take over, not to replace.
        visit
            .eval("void (document.querySelector('.first-question').mark = 'the same node')")
            .await?;
        visit.choose("A01", "4").await?;
        assert_eq!(visit.stored(EARLY).await?.as_deref(), Some("4"));
        assert_eq!(
            visit.text(".first-status").await?,
            "Kept in this browser. The rest is still loading."
        );
        assert_eq!(visit.eval(NOT_YET).await?, Value::Bool(true));
        gate.release();
        visit.alive().await?;
        adopted(visit, "4").await?;
        assert_eq!(
            visit
                .string("document.querySelector('.first-question').mark")
                .await?,
            "the same node"
        );
        visit
            .wait_for_text(".first-status", "Saved in this browser")
            .await?;
        // Another answer is a change of mind, not another assessment.
        visit.answer("A01", "2").await?;
        assert_eq!(visit.records().await?.len(), 1);
        Ok(())
    })
    .await
}

async fn a_browser_killed_before_the_app_came_still_has_the_answer() -> Result<()> {
    visit(async |visit| {
        let gate = visit.server.hold(".wasm");
        visit.arrive("#/").await?;
        visit.choose("A01", "5").await?;
        visit.crash().await?;
        visit.arrive("#/").await?;
        assert_eq!(visit.eval(NOT_YET).await?, Value::Bool(true));
        assert!(visit.checked("A01", "5").await?);
        assert_eq!(
            visit.text(".first-status").await?,
            "Kept in this browser. The rest is still loading."
        );
        gate.release();
        visit.alive().await?;
        adopted(visit, "5").await?;
        visit.wait_for_text(".record", "1 of 12 answered").await
    })
    .await
}

async fn next_before_the_app_leads_on_when_it_comes() -> Result<()> {
    visit(async |visit| {
        let gate = visit.server.hold(".wasm");
        visit.arrive("#/").await?;
        visit.choose("A01", "1").await?;
        visit.click(NEXT).await?;
        assert_eq!(visit.eval(NOT_YET).await?, Value::Bool(true));
        gate.release();
        visit.alive().await?;
        visit.wait_for(&option("A02", "1")).await?;
        assert_eq!(visit.heading().await?, "Hiring for change");
        assert_eq!(visit.record().await?["body"]["answers"]["A01"][0], "1");
        assert_eq!(visit.keys().await?.len(), 1);
        Ok(())
    })
    .await
}

async fn an_early_answer_outlives_blocked_storage() -> Result<()> {
    visit(async |visit| {
        visit.before_load(BLOCKED).await?;
        let gate = visit.server.hold(".wasm");
        visit.arrive("#/").await?;
        visit.choose("A01", "3").await?;
        assert!(
            visit
                .text(".first-status")
                .await?
                .starts_with("This browser keeps nothing")
        );
        gate.release();
        visit.alive().await?;
        visit
            .wait_for_text(".first-status", "Not saved: this browser stores nothing")
            .await?;
        assert!(visit.checked("A01", "3").await?);
        visit.wait_for_text(".record", "1 of 12 answered").await?;
        visit.follow(NEXT).await?;
        visit.follow(".turn .button-quiet").await?;
        assert_eq!(visit.heading().await?, "Change is our job");
        assert!(visit.checked("A01", "3").await?);
        Ok(())
    })
    .await
}

async fn a_missing_file_is_said_in_words_and_costs_no_answer() -> Result<()> {
    visit(async |visit| {
        let folder = tempfile::tempdir()?;
        for missing in [".wasm", ".js", ".txt"] {
            visit.move_house().await?;
            visit.server.fail(missing);
            visit.arrive("#/").await?;
            // It has its place before it is seen, and no words until then.
            visit.wait_until(&seen("failed")).await?;
            let words = visit.text("#failed").await?;
            assert!(words.contains("The app is not running"), "{missing}: {words}");
            assert!(
                words.contains("One of its files did not come"),
                "{missing}: {words}"
            );
            assert!(
                words.contains("Firefox 115") && !words.contains("is kept"),
                "{missing}: {words}"
            );
            visit.complained(1).await.context("for whoever looks there")?;
            // The question still takes an answer, and the notice hands it out.
            visit.choose("A01", "2").await?;
            assert_eq!(visit.stored(EARLY).await?.as_deref(), Some("2"));
            if missing == ".wasm" {
                visit.download_to(folder.path()).await?;
                visit.click("#failed button:not([data-reload])").await?;
                let text = downloaded(folder.path(), "oxymoron-everything.json").await?;
                assert_eq!(serde_json::from_str::<Value>(&text)?, json!({ EARLY: "2" }));
            }
            // All it takes is the file.
            visit.server.behave();
            visit.click("#failed [data-reload]").await?;
            visit.alive().await?;
            adopted(visit, "2").await?;
        }
        Ok(())
    })
    .await
}

/// Whether a notice is seen.
fn seen(id: &str) -> String {
    format!("document.getElementById('{id}').checkVisibility({{ visibilityProperty: true }})")
}

#[tokio::test]
async fn scripts_that_never_run_are_said_by_the_page_itself() -> Result<()> {
    visit(async |visit| {
        // No script of ours can tell: nothing comes, and no time is waited for but the style sheet's.
        let gate = visit.server.hold(".js");
        visit.arrive("#/").await?;
        assert_eq!(visit.eval(&seen("failed")).await?, Value::Bool(false));
        let hurry = "document.getAnimations().filter((it) => it.animationName === 'shell-late').map((it) => it.finish()).length";
        assert_eq!(visit.eval(hurry).await?, json!(1));
        visit.wait_until(&seen("failed")).await?;
        let words = visit.text("#failed").await?;
        assert!(words.contains("It should be by now") && words.contains("Safari 16.4"), "{words}");
        assert!(!words.contains("One of its files") && !words.contains("WebAssembly"), "{words}");
        // It lies upon the lower part of the window, and the page can be moved from under it.
        visit
            .eval("document.querySelector('.first-question').scrollIntoView({ block: 'start' })")
            .await?;
        visit.choose("A01", "2").await?;
        assert!(visit.text("#failed").await?.contains("is kept in this browser"));
        let folder = tempfile::tempdir()?;
        visit.download_to(folder.path()).await?;
        visit.click("#failed button:not([data-reload])").await?;
        let text = downloaded(folder.path(), "oxymoron-everything.json").await?;
        assert_eq!(serde_json::from_str::<Value>(&text)?, json!({ EARLY: "2" }));

        // It is gone as soon as the app is alive.
        gate.release();
        visit.alive().await?;
        assert_eq!(visit.eval(&seen("failed")).await?, Value::Bool(false));
        adopted(visit, "2").await
    })
    .await
}

#[tokio::test]
async fn webassembly_that_is_switched_off_and_old_engines_are_named() -> Result<()> {
    const REFUSED: &str = "WebAssembly.instantiateStreaming = WebAssembly.instantiate = \
                           () => Promise.reject(new WebAssembly.CompileError('no'))";
    const OLD: &str = "{ const real = CSS.supports; CSS.supports = (...it) => it[0] !== 'container-type' && real.apply(CSS, it); }";
    for (fault, id, said) in [
        ("delete window.WebAssembly", "failed", "does not run WebAssembly"),
        (REFUSED, "failed", "does not run WebAssembly"),
        (OLD, "old", "Chrome or Edge 105"),
    ] {
        visit(async |visit| {
            visit.before_load(fault).await?;
            visit.arrive("#/").await?;
            visit.wait_until(&seen(id)).await?;
            let words = visit.text(&format!("#{id}")).await?;
            assert!(words.contains(said), "{words}");
            visit.complaints().await.map(drop)
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn another_answer_in_the_place_of_a_file_is_told_from_webassembly() -> Result<()> {
    visit(async |visit| {
        for missing in [".wasm", ".txt"] {
            visit.move_house().await?;
            visit.server.answer(
                missing,
                Answer::page(200, "<!doctype html><h1>Log in to go on</h1>"),
            );
            visit.arrive("#/").await?;
            visit.wait_until(&seen("failed")).await?;
            let words = visit.text("#failed").await?;
            assert!(
                words.contains("something else came in its place"),
                "{missing}: {words}"
            );
            let complaints = visit.complaints().await?;
            assert!(
                complaints.iter().any(|line| line.contains(missing)),
                "{complaints:?}"
            );
        }
        Ok(())
    })
    .await
}

async fn without_scripts_the_page_says_what_it_needs() -> Result<()> {
    visit(async |visit| {
        visit
            .cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }))
            .await?;
        visit.arrive("#/").await?;
        let words = visit.text("noscript p").await?;
        assert!(words.contains("needs JavaScript"), "{words}");
        assert!(visit.text("main h1").await?.contains("sales innovation"));
        Ok(())
    })
    .await
}

async fn nothing_jumps_or_flashes_when_the_app_comes() -> Result<()> {
    const PLACES: &str = "JSON.stringify([...document.querySelectorAll('h1, .card, .option, .card-foot .button, .how, footer')]\
                          .map((it) => { const { x, y, width, height } = it.getBoundingClientRect(); return [x, y, width, height]; }))";
    visit(async |visit| {
        let gate = visit.server.hold(".wasm");
        // The other languages at the foot come with the later screens.
        let later = visit.server.hold(".css");
        visit.arrive("#/").await?;
        let before = visit.string(PLACES).await?;
        gate.release();
        visit.alive().await?;
        assert_eq!(visit.string(PLACES).await?, before);
        later.release();

        // The chosen colours are there first, and another screen's address never shows this one.
        visit.move_house().await?;
        let gate = visit.server.hold(".wasm");
        visit
            .seed(&[("oxymoron/1/settings/device", &records::settings("dark"))])
            .await?;
        visit.arrive("#/method").await?;
        assert_eq!(
            visit.string("document.documentElement.dataset.theme").await?,
            "dark"
        );
        assert_eq!(
            visit
                .eval("document.querySelector('h1').checkVisibility({ visibilityProperty: true })")
                .await?,
            Value::Bool(false)
        );
        gate.release();
        visit.alive().await?;
        visit.wait_for_text("h1", "Method").await?;
        assert_eq!(
            visit
                .eval("document.querySelector('h1').checkVisibility({ visibilityProperty: true })")
                .await?,
            Value::Bool(true)
        );
        Ok(())
    })
    .await
}

/// As Chromium names it where the system's language is the POSIX one.
async fn a_language_that_no_intl_reads_breaks_nothing() -> Result<()> {
    visit(async |visit| {
        visit
            .before_load("Object.defineProperty(navigator, 'languages', { get: () => ['en-US@posix'] })")
            .await?;
        visit.enter("#/").await?;
        assert_eq!(visit.string("navigator.languages[0]").await?, "en-US@posix");
        visit.answer("A01", "4").await?;
        visit.wait_for_text(".record", "1 of 12 answered").await?;
        visit.go("#/data").await?;
        visit.wait_for(".data-table").await.map(drop)
    })
    .await
}

/// So many leavings that one meets the moment at which a module is refused.
const LEAVINGS: usize = 24;

async fn a_page_that_is_left_while_its_files_come_complains_of_none() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        visit.kept().await?;
        for _ in 0..LEAVINGS {
            visit.arrive("#/").await?;
            visit.eval("document.title").await?;
        }
        visit.enter("#/").await?;
        visit.quiet().await
    })
    .await
}
