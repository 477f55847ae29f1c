//! Before the real one: a rehearsal from its first click to its last, the guide on paper, and the next session of the same team.

use crate::harness::workshops::{id_of, record, workshop};
use crate::harness::{NEXT, PAPERS, Visit, visit};
use crate::heard::RECORDER;
use crate::screens;
use crate::workshop_console::stored;
use anyhow::Context;
use oxymoron::domain::doors::Door;
use oxymoron::domain::plan::{Chosen, PlanText};
use oxymoron::domain::question::AreaId;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::modes::Mode;
use oxymoron::domain::workshop::stage::Stage;
use serde_json::{Value, json};
use xtask::Result;

/// A second of the invented room lasts as long as a frame or two.
const FAST: &str = "const real = window.setInterval; \
    window.setInterval = (tick, every, ...more) => real(tick, every === 1000 ? 25 : every, ...more);";

/// The console's way on.
const ON: &str = ".console-turn .button:not(.button-quiet)";

/// Nothing of ours is left in the browser's storage.
async fn is_gone(visit: &Visit) -> Result<()> {
    visit.click("[data-rehearsal-over]").await?;
    visit.wait_until("location.hash === '#/workshop'").await?;
    visit.wait_until("Object.keys(localStorage).length === 0").await?;
    assert_eq!(visit.count(".workshops .record").await?, 0);
    visit.go("#/history").await?;
    assert_eq!(visit.count("a[href^='#/results/']").await?, 0);
    Ok(())
}

async fn begin(visit: &Visit, crowd: u32) -> Result<()> {
    visit.enter("#/workshop").await?;
    // The same room every time.
    visit
        .run("document.querySelector('#rehearsal-seed').value = '3'")
        .await?;
    visit.click(&format!("[data-rehearse='{crowd}']")).await?;
    visit.wait_for_text("[data-rehearsal]", "REHEARSAL").await?;
    visit.wait_for("#link").await.map(drop)
}

#[tokio::test]
async fn an_invented_room_answers_in_every_way_and_goes_with_one_click() -> Result<()> {
    visit(async |visit| {
        visit.before_load(FAST).await?;
        begin(visit, 14).await?;
        visit.click(ON).await?;
        visit.wait_for_text("#stage", "Vote").await?;
        visit.eval(RECORDER).await?;
        visit.click("[data-answer]").await?;
        visit.wait_until("document.activeElement.id === 'stage'").await?;
        visit
            .wait_until("window.heard.some((said) => said.includes('one is damaged'))")
            .await?;
        // Texts, links and pictures, each through the reader that a real room has.
        visit.wait_for_text(".health-figures", "14 of 14 in").await?;
        for refused in ["1 is for another workshop", "1 was changed on its way"] {
            visit.wait_for_text("[data-unsettled]", refused).await?;
        }
        visit.click("[data-unsettled] .link").await?;
        visit
            .wait_until("!document.querySelector('[data-unsettled]')")
            .await?;
        visit.click(ON).await?;
        visit.wait_for_text("#stage", "Close").await?;
        visit.click(ON).await?;
        visit.wait_for("#queue").await?;
        visit
            .wait_until("document.querySelectorAll('input[name=topic]:checked').length > 0")
            .await?;
        is_gone(visit).await
    })
    .await
}

#[tokio::test]
async fn a_facilitator_who_voted_in_a_rehearsal_has_nothing_left_of_it() -> Result<()> {
    visit(async |visit| {
        begin(visit, 5).await?;
        let console = visit.fragment().await?;
        let invite = visit
            .string("new URL(document.querySelector('#link').value).hash")
            .await?;
        visit.click(ON).await?;
        visit.wait_for_text("#stage", "Vote").await?;
        visit.go(&invite).await?;
        visit.click(".join-roles .options label:nth-child(1)").await?;
        visit.click(".join > p .button").await?;
        for number in 1..=12 {
            visit
                .wait_until(&format!("location.hash.endsWith('/A{number:02}')"))
                .await?;
            visit.answer(&format!("A{number:02}"), "3").await?;
            visit.click(NEXT).await?;
        }
        visit.wait_for_text("main h1", "Your answer code").await?;
        visit.click("[data-make]").await?;
        visit.wait_for("[data-straight]").await?;
        assert_eq!(
            visit.count("[data-keep]").await?,
            0,
            "nobody keeps it as their own"
        );
        visit.click("[data-straight]").await?;
        visit
            .wait_for(&format!("main a.button[href='{console}']"))
            .await?;
        // While it is there, nothing of it is a result.
        visit.go("#/history").await?;
        assert_eq!(visit.count("a[href^='#/results/']").await?, 0);
        visit.go(&console).await?;
        visit.wait_for_text(".health-figures", "1 of 5 in").await?;
        is_gone(visit).await
    })
    .await
}

/// Names of stages and columns of the guide that stand on two lines of paper; a stage has one word.
async fn broken_on_paper(visit: &Visit) -> Result<Value> {
    visit.viewport(688, 900).await?;
    visit.media("print").await?;
    let broken = visit
        .eval(
            "[...document.querySelectorAll('.stacking-named th')].filter((it) => { const all = document.createRange(); \
             all.selectNodeContents(it); return new Set([...all.getClientRects()].map((line) => line.top)).size > 1; }).map((it) => it.textContent)",
        )
        .await?;
    visit.media("").await?;
    Ok(broken)
}

#[tokio::test]
async fn the_guide_is_one_page_of_paper_in_every_language() -> Result<()> {
    visit(async |visit| {
        for language in screens::languages() {
            let folder = screens::folder(language);
            visit.enter(&format!("{folder}#/workshop")).await?;
            visit.wait_for("[data-guide]").await?;
            visit
                .run("document.querySelector('details:has([data-guide])').open = true")
                .await?;
            assert_eq!(broken_on_paper(visit).await?, json!([]), "{folder}");
            for paper in PAPERS {
                let pages = visit.printed(paper).await?;
                assert_eq!(pages.len(), 1, "{folder} {paper:?}");
                if folder.is_empty() {
                    let text = &pages[0];
                    for words in ["Onepagetopreparefrom", "Invite", "Commit"] {
                        assert!(text.contains(words), "{words} in {text}");
                    }
                    assert!(!text.contains("Createtheworkshop"), "{text}");
                }
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_next_session_starts_in_the_form_where_all_of_it_can_be_changed() -> Result<()> {
    let mut last = workshop(0x3a20, 8, &["Leader", "Seller"])?;
    let chosen = Chosen {
        area: AreaId::new(2).context("an area")?,
        door: Door::MostDisagreement,
        from: None,
        to: None,
    };
    for change in [
        Change::Collected(Mode::TypedLines),
        Change::WentTo(Stage::Reveal),
        Change::Chose(Some(chosen)),
        Change::WrotePlan(PlanText::Experiment, "One lost deal a week".to_owned()),
        Change::WentTo(Stage::Report),
    ] {
        last.apply(change, last.created);
    }
    let (key, text) = record(&last);
    visit(async |visit| {
        visit.seed(&[(&key, &text)]).await?;
        visit.enter("#/workshop").await?;
        visit.click("[data-next]").await?;
        visit
            .wait_until("document.activeElement.id === 'title' && document.activeElement.value === 'Field sales'")
            .await?;
        let filled = "['role-1', 'role-2', 'present', 'minimum', 'language'].map((id) => document.getElementById(id).value)";
        assert_eq!(visit.eval(filled).await?, json!(["Leader", "Seller", "8", "5", "en"]));
        visit.type_into("#title", ", again").await?;
        visit.click(".workshop-form input[name=depth][value=full]").await?;
        visit.click(".workshop-form [type=submit]").await?;
        visit.wait_for("#link").await?;
        let console = visit.fragment().await?;
        let new = stored(visit, id_of(&console)?).await?;
        assert_eq!(new.settings.title, "Field sales, again");
        assert_ne!(new.settings.shape, last.settings.shape);
        assert_eq!(new.promise.context("a promise")?.experiment, "One lost deal a week");
        let unfolded = "[...document.querySelectorAll('.collect [data-way]')].filter((way) => way.open).map((way) => way.dataset.way)";
        assert_eq!(visit.eval(unfolded).await?, json!(["lines"]));
        Ok(())
    })
    .await
}
