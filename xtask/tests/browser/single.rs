//! The app in one file, opened from a disk: no host, no network, no service worker.

use crate::broken::breaks_at_the_answer;
use crate::harness::{Engine, NEXT, Visit, dist, engines, visit};
use crate::scan::give_picture;
use crate::screens;
use crate::workshop::people::Participant;
use anyhow::{Context, bail};
use serde_json::Value;
use xtask::Result;

engines! {
    from_home_to_the_result_and_back_again: chromium firefox webkit;
    from_an_invite_to_a_code_that_the_console_takes: chromium firefox webkit;
    a_panic_redraws_the_page_once: chromium;
    it_asks_for_nothing: chromium;
}

/// The address of the file, in English.
fn file() -> Result<String> {
    file_in("")
}

/// The address of the file in a language, by the folder of its page.
fn file_in(folder: &str) -> Result<String> {
    let path = dist()?.join(folder).join("oxymoron.html");
    if !path.is_file() {
        bail!(
            "there is no {}: run cargo xtask build --single first",
            path.display()
        );
    }
    Ok(format!("file://{}", path.display()))
}

async fn open(visit: &Visit, fragment: &str) -> Result<()> {
    visit.open_url(&format!("{}{fragment}", file()?)).await?;
    visit.alive().await
}

async fn from_home_to_the_result_and_back_again() -> Result<()> {
    visit(async |visit| {
        open(visit, "#/").await?;
        visit.answer("A01", "3").await?;
        // Not all the same, which would be asked about first.
        for area in 2..=12 {
            visit.follow(NEXT).await?;
            visit
                .answer(&format!("A{area:02}"), &(area % 5 + 1).to_string())
                .await?;
        }
        visit.to_results(NEXT).await?;
        let index = visit.text(".standing-figure").await?;
        assert_eq!(visit.string(&displayed(".results-head")).await?, "flex");
        visit.reload().await?;
        visit.alive().await?;
        assert_eq!(visit.text(".standing-figure").await?, index);

        // It says which build it is.
        visit.go("#/privacy").await?;
        let said = visit.text("section[aria-labelledby=build] code").await?;
        let sums = std::fs::read_to_string(dist()?.join("SHA256SUMS"))?;
        let parts: String = sums.split_inclusive('\n').filter(|line| is_part(line)).collect();
        assert_eq!(said, sha256(&parts));
        visit.go("#/workshop").await?;
        visit.wait_for_text("main", "open on this device only").await?;
        visit.go("#/workshop/rooms").await?;
        visit.wait_for_text("main", "This file leaves that out").await
    })
    .await
}

/// How an element is laid out: the style of later screens is in the file as well.
fn displayed(element: &str) -> String {
    format!("getComputedStyle(document.querySelector('{element}')).display")
}

/// Whether a line of `SHA256SUMS` names a file that is named by its content.
fn is_part(line: &str) -> bool {
    let hash = line
        .trim_end()
        .rsplit_once('.')
        .and_then(|(name, _)| name.rsplit_once('-'));
    hash.is_some_and(|(_, hash)| hash.len() == 12 && hash.chars().all(|c| c.is_ascii_hexdigit()))
}

fn sha256(text: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(text)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

async fn from_an_invite_to_a_code_that_the_console_takes() -> Result<()> {
    visit(async |visit| {
        open(visit, "#/workshop").await?;
        visit.type_into("#present", "6").await?;
        visit.click(".workshop-form button[type=submit]").await?;
        visit.wait_for("#link").await?;
        assert_eq!(visit.string(&displayed(".console-body")).await?, "grid");
        let invite = visit.string("document.querySelector('#link').value").await?;
        let console = visit.fragment().await?;

        // Somebody who has the file somewhere else pastes the link.
        visit.go("#/workshop").await?;
        visit
            .type_into("#sent", &invite.replace("oxymoron.html", "elsewhere.html"))
            .await?;
        visit.click("form:has(#sent) button").await?;
        visit.wait_for_text("main h1", "You are invited").await?;
        let one = Participant::vote(&invite, 0, "333333333333").await?;
        let other = Participant::vote(&invite, 0, "234501234512").await?;

        visit.go(&console).await?;
        visit.click(".console-turn .button:not(.button-quiet)").await?;
        visit.wait_for_text("#stage", "Vote").await?;
        visit.paste_into("#paste", &one.code).await?;
        visit.wait_for_text(".health-figures", "1 of 6 in").await?;
        if visit.engine() == Engine::WebKit {
            // Its worker starts and has no reader: not found out yet why.
            visit.paste_into("#paste", &other.code).await?;
        } else {
            // The worker that reads pictures starts from a copy in memory.
            give_picture(visit, &other.code).await?;
        }
        visit.wait_for_text(".health-figures", "2 of 6 in").await?;

        // Nothing of it is gone with the page.
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for_text(".health-figures", "2 of 6 in").await
    })
    .await
}

/// All its words are in it, those of later screens and of a workshop as well: they are those of the hosted page.
#[tokio::test]
async fn every_other_language_has_a_file_of_its_own() -> Result<()> {
    const SCREENS: [&str; 3] = ["#/method", "#/example", "#/workshop"];
    visit(async |visit| {
        let here = visit.server.url().to_owned();
        for language in &*screens::TRANSLATIONS {
            let mut headings = Vec::new();
            for address in [format!("{here}{language}/"), file_in(language)?] {
                visit.open_url(&format!("{address}#/")).await?;
                visit.alive().await?;
                assert_eq!(&visit.string("document.documentElement.lang").await?, language);
                for screen in SCREENS {
                    visit.go(screen).await?;
                    headings.push(visit.text("main h1").await?);
                }
            }
            let (hosted, single) = headings.split_at(SCREENS.len());
            assert_eq!(single, hosted, "{language}");
        }
        Ok(())
    })
    .await
}

/// The page asks whether it can be had before it is drawn again: a file always can.
async fn a_panic_redraws_the_page_once() -> Result<()> {
    visit(async |visit| {
        open(visit, "#/").await?;
        visit.answer("A01", "3").await?;
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for(".record").await?;
        breaks_at_the_answer(visit, "5").await?;
        visit.wait_until("history.state === 'again'").await?;
        visit.alive().await?;
        visit.wait_for(".record").await?;
        assert_eq!(
            visit
                .eval("document.querySelector('#broken').checkVisibility()")
                .await?,
            Value::from(false)
        );
        breaks_at_the_answer(visit, "4").await?;
        visit
            .wait_until("document.querySelector('#broken').checkVisibility()")
            .await?;
        visit.complaints().await.map(drop)
    })
    .await
}

async fn it_asks_for_nothing() -> Result<()> {
    visit(async |visit| {
        open(visit, "#/").await?;
        visit.go("#/method").await?;
        visit.wait_for("main section").await?;
        let asked = visit.requests().await?;
        assert!(asked.is_empty(), "{asked:?}");
        let policy = visit
            .string("document.querySelector('meta[http-equiv=Content-Security-Policy]').content")
            .await?;
        assert!(policy.contains("default-src 'none'") && !policy.contains("'self'"), "{policy}");
        let refused = visit
            .eval("new Promise((done) => { const it = new XMLHttpRequest(); it.onerror = () => done(it.status); \
                   it.open('GET', 'http://127.0.0.1:9/'); it.send(); })")
            .await?;
        assert_eq!(refused, Value::from(0));
        let complaints = visit.complaints().await?;
        let refusal = complaints.first().context("a refusal")?;
        assert!(refusal.contains("Content Security Policy"), "{complaints:?}");
        Ok(())
    })
    .await
}
