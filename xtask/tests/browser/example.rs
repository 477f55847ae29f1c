//! The example result: from a link, marked wherever it goes, and never stored.

use crate::harness::{Engine, Visit, engines, visit};
use serde_json::json;
use xtask::Result;

engines! {
    the_first_screen_leads_to_it_and_it_leads_to_ones_own: chromium firefox;
    nothing_of_it_is_stored_whatever_one_does: chromium firefox;
    every_printed_page_is_marked: chromium firefox;
}

async fn the_first_screen_leads_to_it_and_it_leads_to_ones_own() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        visit.follow(".hero a[href='#/example']").await?;
        assert_eq!(visit.heading().await?, "Where an example organisation stands");
        visit.wait_for_text(".example-mark", "An example").await?;
        visit.wait_for_text("main", "40").await?;
        // Nothing leads to answers that are nobody's.
        let shown = visit
            .eval("[...document.querySelectorAll('.example a[href^=\"#/assess/\"]')].filter((it) => it.checkVisibility()).length")
            .await?;
        assert_eq!(shown, json!(0));
        visit.follow(".example-mark a[href='#/example/plan']").await?;
        assert_eq!(visit.heading().await?, "Start with: Debate and experiments");
        visit.wait_for_text(".example-mark", "An example").await?;
        visit.follow(".example-mark a.button").await?;
        assert_eq!(visit.fragment().await?, "#/");
        Ok(())
    })
    .await
}

/// What localStorage holds, to the letter.
async fn everything(visit: &Visit) -> Result<String> {
    visit
        .string("JSON.stringify(Object.entries(localStorage).sort())")
        .await
}

async fn nothing_of_it_is_stored_whatever_one_does() -> Result<()> {
    visit(async |visit| {
        visit.before_load("window.writes = 0; const set = Storage.prototype.setItem; \
             Storage.prototype.setItem = function (key, text) { if (!/probe/.test(key)) writes += 1; return set.call(this, key, text); };").await?;
        visit.enter("#/example/plan").await?;
        let before = everything(visit).await?;
        visit.type_into("#owner", "Ada").await?;
        visit.type_into("#learned", "A lot").await?;
        visit.click(".plan-status label:nth-child(3)").await?;
        visit.wait_until("document.querySelector('input[value=done]').checked").await?;
        visit.wait_for_text(".plan-sheet", "gone when you reload").await?;
        visit.go("#/example").await?;
        visit.go("#/").await?;
        assert_eq!(everything(visit).await?, before);
        assert_eq!(visit.eval("writes").await?, json!(0));
        assert_eq!(visit.count(".return, .records, .menu a[href='#/history']").await?, 0);
        for (way, text) in [("#/data", "Nothing"), ("#/history", "Nothing to look back on yet")] {
            visit.go(way).await?;
            visit.wait_for_text("main", text).await?;
        }
        visit.enter("#/example/plan").await?;
        let owner = visit.string("document.querySelector('#owner').value").await?;
        assert_eq!(owner, "Whoever chairs the Monday meeting");
        Ok(())
    })
    .await
}

async fn every_printed_page_is_marked() -> Result<()> {
    visit(async |visit| {
        for way in ["#/example", "#/example/plan"] {
            visit.enter(way).await?;
            visit.wait_for(".example-mark").await?;
            let pdf = lopdf::Document::load_mem(&visit.pdf(8.27, 11.69).await?)?;
            let pages = pdf.get_pages();
            assert!(!pages.is_empty());
            if visit.engine() == Engine::Firefox {
                // Its fonts are cut down to glyphs without a map that this reader knows.
                continue;
            }
            for number in pages.keys() {
                let text = pdf.extract_text(&[*number])?;
                assert!(text.contains("An example"), "{way}, page {number}: {text}");
            }
        }
        Ok(())
    })
    .await
}
