//! The screens that are loaded later: after the first one is alive, before anybody needs them, and what if they do not come.

use crate::harness::{NEXT, Visit, dist, records, visit, visit_to};
use anyhow::Context;
use serde_json::Value;
use std::fs;
use xtask::{Result, server::Server};

/// The heading has the focus.
const FOCUSED: &str = "document.activeElement === document.querySelector('main h1')";

/// A file of what is loaded later.
fn file(part: &str, extension: &str) -> Result<String> {
    fs::read_dir(dist()?)?
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .find(|name| name.starts_with(part) && name.ends_with(extension))
        .context("the app has no later screens")
}

/// Turns to a screen without waiting for it.
async fn turn_to(visit: &Visit, fragment: &str) -> Result<()> {
    visit
        .eval(&format!("void (location.hash = '{fragment}')"))
        .await
        .map(drop)
}

/// What a person reads while a screen is on its way, or has not come.
async fn waits(visit: &Visit, heading: &str, sentence: &str) -> Result<()> {
    visit.wait_for_text("main .lead[aria-live]", sentence).await?;
    assert_eq!(visit.heading().await?, heading);
    let title = visit.string("document.title").await?;
    assert!(title.starts_with(heading), "{title}");
    visit.wait_until(FOCUSED).await
}

#[tokio::test]
async fn they_come_after_the_first_screen_is_alive_and_hold_nothing_up() -> Result<()> {
    visit(async |visit| {
        let file = file("assessment-", ".wasm")?;
        let app = visit.server.hold(".wasm");
        visit.arrive("#/").await?;
        visit.wait_for(".first-question").await?;
        let asked = visit.server.requests();
        assert!(
            asked.iter().all(|request| !request.path.ends_with(&file)),
            "{asked:?}"
        );

        let later = visit.server.hold(&file);
        app.release();
        visit.alive().await?;
        visit.answer("A01", "3").await?;
        visit.follow(NEXT).await?;
        visit.answer("A02", "2").await?;
        turn_to(visit, "#/method").await?;
        waits(visit, "Method", "One moment").await?;
        assert_eq!(visit.count("main [aria-busy=true] h1").await?, 1);

        later.release();
        visit.wait_for("main section").await?;
        visit.wait_until(FOCUSED).await?;
        assert_eq!(visit.count("main [aria-busy=true]").await?, 0);
        let asked = visit.server.requests();
        let times = asked
            .iter()
            .filter(|request| request.path.ends_with(&file))
            .count();
        assert_eq!(times, 1, "{asked:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn their_coming_takes_the_focus_from_nobody() -> Result<()> {
    visit(async |visit| {
        let later = visit.server.hold(&file("assessment-", ".wasm")?);
        visit.enter("#/").await?;
        visit.choose("A01", "3").await?;
        visit
            .eval("void document.querySelector(\"input[name='A01'][value='3']\").focus()")
            .await?;
        later.release();
        visit.settled().await?;
        // What has arrived is drawn two turns later at most.
        visit
            .eval("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
            .await?;
        assert_eq!(visit.string("document.activeElement.value").await?, "3");

        // Where somebody comes in at such a screen, the focus stays where a fresh page has it.
        visit.arrive("#/privacy").await?;
        visit.wait_for("main section").await?;
        assert_eq!(visit.string("document.activeElement.localName").await?, "body");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn one_that_does_not_come_says_so_and_can_be_asked_for_again() -> Result<()> {
    does_not_come("assessment-", ".wasm").await
}

#[tokio::test]
async fn without_its_words_none_is_drawn_and_they_can_be_asked_for_again() -> Result<()> {
    does_not_come("later-en-", ".txt").await
}

#[tokio::test]
async fn without_what_reads_records_they_stay_as_they_are_and_the_page_says_so() -> Result<()> {
    visit(async |visit| {
        let (key, record) = (
            records::key(records::ID),
            records::assessment(records::ID, "North", &["3", "2"]),
        );
        for fragment in ["#/", "#/history"] {
            visit.seed(&[(&key, &record)]).await?;
            visit.server.fail(&file("records-", ".wasm")?);
            visit.arrive(fragment).await?;
            visit.wait_for_text("#failed", "did not come").await?;
            assert_eq!(visit.stored(&key).await?.as_deref(), Some(&*record));
            visit.complaints().await?;

            visit.server.behave();
            visit.enter(fragment).await?;
            visit.wait_for_text("main", "North").await?;
            assert_eq!(visit.count("[data-failed]").await?, 0);
        }
        Ok(())
    })
    .await
}

async fn does_not_come(part: &str, extension: &str) -> Result<()> {
    visit(async |visit| {
        let file = file(part, extension)?;
        visit.server.fail(&file);
        visit.enter("#/").await?;
        visit.settled().await?;
        visit.answer("A01", "3").await?;
        turn_to(visit, "#/method").await?;
        waits(visit, "Method", "could not be loaded").await?;
        assert_eq!(visit.count("main [aria-busy=true]").await?, 0);
        assert_eq!(visit.axe().await?, Vec::<String>::new());

        // In vain.
        visit.server.forget();
        visit.click("main .button").await?;
        visit.server.wait_for(&file, crate::harness::PATIENCE).await?;
        waits(visit, "Method", "could not be loaded").await?;

        // Everything else goes on.
        visit.go("#/").await?;
        visit.follow(NEXT).await?;
        visit.answer("A02", "4").await?;
        turn_to(visit, "#/privacy").await?;
        waits(visit, "Privacy", "could not be loaded").await?;
        let complaints = visit.complaints().await?;
        assert!(
            complaints
                .iter()
                .all(|line| line.contains(&file) || line.contains("Wasm")),
            "{complaints:#?}"
        );

        visit.server.behave();
        visit.click("main .button").await?;
        visit.wait_for("main section").await?;
        visit.wait_until(FOCUSED).await?;
        visit.go("#/method").await?;
        visit.wait_for("main section").await?;
        visit.go("#/data").await?;
        visit.wait_for(".data-table").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn what_was_kept_comes_when_somebody_goes_there_or_is_back_with_a_result() -> Result<()> {
    let files = [
        file("archive-", ".wasm")?,
        file("archive-en-", ".txt")?,
        file("archive-", ".css")?,
    ];
    for missing in &files {
        what_was_kept_comes_when_somebody_goes_there(missing).await?;
    }
    visit(async |visit| {
        let record = records::assessment(records::ID, "North", &["3"; 12]);
        visit.seed(&[(&records::key(records::ID), &record)]).await?;
        visit.enter("#/").await?;
        for file in &files {
            visit.server.wait_for(file, crate::harness::PATIENCE).await?;
        }
        Ok(())
    })
    .await
}

async fn what_was_kept_comes_when_somebody_goes_there(missing: &str) -> Result<()> {
    visit(async |visit| {
        visit.server.fail(missing);
        visit.enter("#/").await?;
        visit.settled().await?;
        let asked = visit.server.requests();
        assert!(
            asked.iter().all(|request| !request.path.ends_with(missing)),
            "{asked:?}"
        );
        visit.answer("A01", "3").await?;
        turn_to(visit, "#/data").await?;
        waits(visit, "My data", "could not be loaded").await?;
        visit.complaints().await?;
        visit.server.behave();
        visit.click("main .button").await?;
        visit.wait_for(".data-table").await?;
        visit.wait_until(FOCUSED).await
    })
    .await
}

#[tokio::test]
async fn the_workshop_comes_when_somebody_goes_there() -> Result<()> {
    for (start, end) in [
        ("workshop-", ".wasm"),
        ("workshop-en-", ".txt"),
        ("workshop-", ".css"),
    ] {
        comes_when_somebody_goes_there(&file(start, end)?).await?;
    }
    Ok(())
}

async fn comes_when_somebody_goes_there(missing: &str) -> Result<()> {
    visit(async |visit| {
        visit.server.fail(missing);
        visit.enter("#/").await?;
        visit.settled().await?;
        turn_to(visit, "#/workshop").await?;
        waits(visit, "Workshop", "could not be loaded").await?;
        // The other part is not held up by it.
        visit.go("#/method").await?;
        visit.complained(1).await?;

        visit.server.behave();
        visit.go("#/workshop").await?;
        visit.wait_for("#title").await?;
        let asked = visit.server.requests();
        let mut shared: Vec<_> = asked
            .iter()
            .map(|request| request.path.as_str())
            .filter(|path| path.contains("/shared-") || path.contains("/later-en-"))
            .collect();
        let all = shared.len();
        shared.sort_unstable();
        shared.dedup();
        assert_eq!(shared.len(), all, "{asked:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn many_rooms_come_when_somebody_goes_there_and_stay_for_a_page_without_a_network() -> Result<()> {
    visit(async |visit| {
        let rooms = file("rooms-", ".wasm")?;
        visit.server.fail(&rooms);
        visit.enter("#/workshop").await?;
        visit.wait_for("#title").await?;
        visit.kept().await?;
        let asked = visit.server.requests();
        assert!(
            asked.iter().all(|request| !request.path.ends_with(&rooms)),
            "{asked:?}"
        );
        turn_to(visit, "#/workshop/rooms").await?;
        waits(visit, "Many rooms, one picture", "could not be loaded").await?;
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        visit.complaints().await?;

        visit.server.behave();
        visit.click("main .button").await?;
        visit.wait_for("#rooms-files").await?;
        visit.wait_until(FOCUSED).await?;

        visit.lose_server()?;
        visit.forget_cache().await?;
        visit.reload().await?;
        visit.wait_for("#rooms-files").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn they_open_when_the_server_is_gone() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        visit.settled().await?;
        visit.kept().await?;
        // The one that served the page stops here.
        visit.lose_server()?;
        let reached = visit
            .eval("fetch('./nowhere').then(() => true, () => false)")
            .await?;
        assert_eq!(reached, Value::Bool(false));
        visit.complaints().await?;

        visit.answer("A01", "3").await?;
        visit.follow(NEXT).await?;
        visit.answer_all("4").await?;
        // Twelve answers in a moment, nearly all the same: it asks before it shows.
        visit.click(".results-actions .button").await?;
        visit.wait_for(".results-head").await?;
        for screen in ["#/method", "#/privacy"] {
            visit.go(screen).await?;
            visit.wait_for("main section").await?;
        }
        // What was kept has not been wanted yet.
        turn_to(visit, "#/data").await?;
        waits(visit, "My data", "could not be loaded").await?;
        visit.complaints().await.map(drop)
    })
    .await
}

#[tokio::test]
async fn they_come_from_any_sub_path() -> Result<()> {
    let server = Server::builder(dist()?).mount("/some/sub/path/").start()?;
    visit_to(server, async |visit| {
        visit.enter("#/method").await?;
        visit.wait_for("main section").await.map(drop)
    })
    .await
}
