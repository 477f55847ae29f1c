//! Storage that is full, blocked, or lies: the truth is on screen, and nothing stored is lost.

use crate::harness::{NEXT, Visit, downloaded, engines, option, records, visit};
use serde_json::Value;
use xtask::Result;

engines! {
    blocked_storage_is_said_and_everything_works: chromium firefox;
    full_storage_is_said_and_what_was_saved_is_safe: chromium firefox;
    storage_that_was_full_from_the_start_is_told_from_blocked: chromium firefox;
    a_write_that_only_looks_like_one_is_found_out: chromium firefox;
}

const BLOCKED: &str = "This browser does not let the page store anything";
const IN_MEMORY: &str = "Not saved: this browser stores nothing";

/// Fills localStorage to the last character with somebody else's key.
const FILL: &str = "let filler = ''; for (let n = 1 << 23; n >= 1; n >>= 1) { \
                    try { localStorage.setItem('filler', filler + 'x'.repeat(n)); filler += 'x'.repeat(n); } catch {} }";

/// Works in memory and says so, from screen to screen.
async fn works_in_memory(visit: &mut Visit, blocked: &str) -> Result<()> {
    visit.move_house().await?;
    // A script that runs before the page's own stays for all pages to come, so each case has its own tab.
    visit.new_tab().await?;
    visit.before_load(blocked).await?;
    visit.enter("#/").await?;
    visit.wait_for_text(".notices", BLOCKED).await?;
    visit.choose("A01", "4").await?;
    visit.wait_for_text(".first-status", IN_MEMORY).await?;
    visit.follow(NEXT).await?;
    visit.choose("A02", "2").await?;
    visit.wait_for_text(".save-failed", IN_MEMORY).await?;
    visit.type_into("#note", "kept here").await?;
    visit.go("#/privacy").await?;
    visit.wait_for_text(".notices", BLOCKED).await?;
    visit.go("#/").await?;
    assert!(visit.checked("A01", "4").await?);
    visit.follow(".record-actions a").await?;
    visit.follow(".turn .button-quiet").await?;
    assert!(visit.checked("A02", "2").await?);
    assert_eq!(
        visit.string("document.querySelector('#note').value").await?,
        "kept here"
    );

    // The way out is a file.
    let folder = tempfile::tempdir()?;
    visit.download_to(folder.path()).await?;
    visit.click(".notices button").await?;
    let text = downloaded(folder.path(), "oxymoron-everything.json").await?;
    let all: Value = serde_json::from_str(&text)?;
    let record = &all["records"][0][1];
    assert_eq!(record["body"]["notes"]["A02"][0], "kept here");
    visit.quiet().await
}

async fn blocked_storage_is_said_and_everything_works() -> Result<()> {
    visit(async |visit| {
        works_in_memory(
            visit,
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
        )
        .await?;
        works_in_memory(visit, "Object.defineProperty(window, 'localStorage', { value: null })").await?;
        works_in_memory(visit, "Storage.prototype.setItem = () => { throw new DOMException('no', 'NotAllowedError') }").await
    })
    .await
}

async fn full_storage_is_said_and_what_was_saved_is_safe() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        visit.answer("A01", "3").await?;
        visit.follow(NEXT).await?;
        visit.run(FILL).await?;
        let key = records_key(visit).await?;
        let before = visit.stored(&key).await?;
        visit.choose("A02", "5").await?;
        visit
            .wait_for_text(".save-failed", "this browser’s storage is full")
            .await?;
        assert_eq!(
            visit
                .string("document.querySelector('.save-failed').role")
                .await?,
            "alert"
        );
        assert_eq!(visit.stored(&key).await?, before);
        // On to the next one: the page still knows both.
        visit.follow(NEXT).await?;
        visit.wait_for(".save-failed").await?;
        visit.eval("void localStorage.removeItem('filler')").await?;
        visit.answer("A03", "1").await?;
        visit
            .wait_until("!document.querySelector('.save-failed')")
            .await?;
        let answers = visit.record().await?["body"]["answers"].clone();
        assert_eq!(
            (answers["A01"][0].as_str(), answers["A02"][0].as_str()),
            (Some("3"), Some("5"))
        );
        Ok(())
    })
    .await
}

async fn records_key(visit: &Visit) -> Result<String> {
    let record = visit.record().await?;
    Ok(records::key(record["id"].as_str().unwrap_or_default()))
}

async fn storage_that_was_full_from_the_start_is_told_from_blocked() -> Result<()> {
    visit(async |visit| {
        let old = records::assessment(records::ID, "Old", &["1", "2"]);
        visit.seed(&[(&records::key(records::ID), &old)]).await?;
        visit.run(FILL).await?;
        visit.enter("#/").await?;
        // What is there can be read and gone on with.
        visit.wait_for_text(".record h3", "Old").await?;
        assert_eq!(visit.text(".notices").await?, "");
        visit.choose("A01", "2").await?;
        visit
            .wait_for_text(".first-status", "this browser’s storage is full")
            .await?;
        assert_eq!(
            visit.stored(&records::key(records::ID)).await?.as_deref(),
            Some(old.as_str())
        );
        Ok(())
    })
    .await
}

async fn a_write_that_only_looks_like_one_is_found_out() -> Result<()> {
    visit(async |visit| {
        visit
            .before_load(
                "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, value) { \
                 set.call(this, key, key.includes('assessment') ? value.slice(1) : value) }",
            )
            .await?;
        visit.enter("#/new").await?;
        visit.wait_for(&option("A01", "1")).await?;
        visit.choose("A01", "2").await?;
        visit
            .wait_for_text(".save-failed", "the browser stored something else")
            .await?;
        assert!(visit.checked("A01", "2").await?);
        Ok(())
    })
    .await
}
