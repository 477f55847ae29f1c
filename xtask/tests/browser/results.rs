//! The results, as far as they can be checked from outside: reachable, without a barrier, and on paper.

use crate::{
    harness::{
        Visit, engines,
        records::{OTHER, key, numbered, with},
        visit,
    },
    screens::{self, FILLED},
};
use serde_json::json;
use xtask::Result;

engines! {
    they_print_as_a_board_summary_of_two_pages: chromium firefox;
    long_words_change_nothing_about_the_two_pages: chromium firefox;
}

/// Shows the results of the finished record.
async fn show(visit: &Visit) -> Result<()> {
    screens::seed(visit).await?;
    screens::show(visit, FILLED[11]).await
}

#[tokio::test]
async fn they_have_a_heading_and_no_complaint() -> Result<()> {
    visit(async |visit| {
        show(visit).await?;
        assert!(visit.fragment().await?.starts_with("#/results/"));
        assert!(!visit.heading().await?.is_empty());
        Ok(())
    })
    .await
}

/// Sheets, in inches.
const SHEETS: [(&str, f64, f64); 2] = [("A4", 8.27, 11.69), ("Letter", 8.5, 11.0)];

/// The board summary as text, page by page.
async fn printed(visit: &Visit, (_, width, height): (&str, f64, f64)) -> Result<Vec<String>> {
    let document = lopdf::Document::load_mem(&visit.pdf(width, height).await?)?;
    let pages = document.get_pages();
    let text = |page: &u32| {
        Ok(document
            .extract_text(&[*page])?
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "))
    };
    pages.keys().map(text).collect()
}

/// Waits until every part of the screen is drawn.
async fn settled(visit: &Visit) -> Result<()> {
    visit.wait_for(".results:not([aria-busy]) .board").await.map(drop)
}

/// A piece of text as a PDF may have it: without spaces, which are a matter of places there.
fn holds(page: &str, words: &str) -> bool {
    let close = |text: &str| text.split_whitespace().collect::<String>();
    close(page).contains(&close(words))
}

async fn is_two_pages(visit: &Visit, first: &[&str], second: &[&str]) -> Result<()> {
    for scheme in ["light", "dark"] {
        visit.color_scheme(scheme).await?;
        for sheet in SHEETS {
            let pages = printed(visit, sheet).await?;
            assert_eq!(pages.len(), 2, "{scheme}, {}: {pages:#?}", sheet.0);
            for (page, words) in [(&pages[0], first), (&pages[1], second)] {
                for words in words {
                    assert!(holds(page, words), "{}: {words:?} is missing in {page}", sheet.0);
                }
            }
        }
    }
    Ok(())
}

async fn they_print_as_a_board_summary_of_two_pages() -> Result<()> {
    visit(async |visit| {
        show(visit).await?;
        settled(visit).await?;
        // What is unfolded on the screen takes no room on paper.
        visit
            .run("document.querySelectorAll('.results details').forEach((it) => it.open = true)")
            .await?;
        let first = [
            "Where South stands",
            "Innovation index",
            "What this rests on",
            "The twelve areas",
            "12",
        ];
        let second = [
            "Area by area",
            "1. Change is our job",
            "12. Ops and enablement own innovation",
            "One step",
            "What we say and what we do",
            "5 said, 2 done",
            "What could not be told",
            "Instrument version 1, taken out on",
        ];
        is_two_pages(visit, &first, &second).await
    })
    .await
}

async fn long_words_change_nothing_about_the_two_pages() -> Result<()> {
    visit(async |visit| {
        let mut answers = numbered(&["1"; 12]);
        for area in 1..=12 {
            for part in ["a", "b"] {
                answers[format!("A{area:02}{part}")] = json!(["0", 20]);
            }
        }
        answers["A02"] = json!([format!("x{}", "nobody was hired ".repeat(200)), 20]);
        for pair in ["K1", "K2", "K3", "K4", "K5", "K7"] {
            answers[format!("{pair}k")] = json!(["5", 30]);
            answers[format!("{pair}d")] = json!(["1", 30]);
        }
        answers["K6"] = json!(["1", 30]);
        let notes = json!({ "A05": ["A case\n".repeat(500), 3] });
        let plan = json!({
            "chosen": ["A04 chance 1 2", 31], "experiment": ["One day without a forecast", 32], "counted": ["", 0],
            "owner": ["", 0], "learned": ["", 0], "start": ["2026-11-23", 33], "stop": ["2026-12-07", 34],
            "review": ["2027-01-18", 35], "status": ["running", 36],
        });
        let record = with(
            OTHER,
            &json!({ "depth": ["quick", 1], "know_do": [true, 1], "answers": answers, "notes": notes, "plan": plan,
                     "subject": ["Verkaufsinnovationsbeauftragtenversammlung Nord ".repeat(20), 1] }),
        );
        visit.seed(&[(&key(OTHER), &record)]).await?;
        visit.enter(&format!("#/results/{OTHER}")).await?;
        settled(visit).await?;
        is_two_pages(visit, &["Verkaufsinnovation", "review Jan 18, 2027"], &["12.", "One step"]).await
    })
    .await
}

#[tokio::test]
async fn no_label_is_cut_on_paper_and_the_colours_are_light() -> Result<()> {
    visit(async |visit| {
        show(visit).await?;
        settled(visit).await?;
        let media =
            json!({ "media": "print", "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        visit.cdp("Emulation.setEmulatedMedia", media).await?;
        // The width of the text on A4 and on Letter, in CSS pixels.
        for width in [688, 710] {
            visit.viewport(width, 1000).await?;
            let cut = visit
                .eval(
                    "[...document.querySelectorAll('.results *')].filter((it) => it.checkVisibility() && \
                     it.getClientRects().length && !it.closest('svg') && \
                     getComputedStyle(it).display !== 'inline' && \
                     (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 4) && \
                     getComputedStyle(it).overflow !== 'visible').map((it) => it.outerHTML.slice(0, 120))",
                )
                .await?;
            assert_eq!(cut, json!([]), "{width}");
            let wide = visit.eval("document.documentElement.scrollWidth").await?;
            assert!(wide.as_u64() <= Some(u64::from(width)), "{wide} in {width}");
        }
        let ink = visit.string("getComputedStyle(document.body).color").await?;
        assert_eq!(ink, "rgb(29, 35, 38)", "the ink of the light colours");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_note_keeps_its_lines_on_paper_and_has_a_rule_below_it() -> Result<()> {
    visit(async |visit| {
        let notes = json!({ "A05": ["One\ntwo\nthree", 20] });
        let record = with(OTHER, &json!({ "answers": numbered(&["2"; 12]), "notes": notes }));
        visit.seed(&[(&key(OTHER), &record)]).await?;
        visit.enter(&format!("#/results/{OTHER}")).await?;
        settled(visit).await?;
        visit.media("print").await?;
        let lines = "new Set([...document.querySelector('.board-note bdi').getClientRects()].map((it) => Math.round(it.top))).size";
        assert_eq!(visit.eval(lines).await?, json!(3));
        let rule = "getComputedStyle(document.querySelector('.board-note td')).borderBlockEndStyle";
        assert_eq!(visit.string(rule).await?, "solid");
        Ok(())
    })
    .await
}
