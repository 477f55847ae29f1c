//! Answering: depth, the know-do check, not applicable, clearing, jumping.

use crate::harness::{
    NEXT, Visit, option,
    records::{ID, assessment, key},
    visit,
};
use serde_json::{Value, json};
use xtask::Result;

const QUICK: &str = ".about .check:has(input[name=depth])";
const FULL: &str = ".about .check:has(input[name=depth]) + .check:has(input[name=depth])";
const KNOW_DO: &str = ".about .check:has(input[type=checkbox])";

async fn start(visit: &Visit, step: &str) -> Result<()> {
    let text = assessment(ID, "", &["3", "4"]);
    visit.seed(&[(&key(ID), &text)]).await?;
    visit.enter(&format!("#/assess/{ID}/{step}")).await
}

async fn answers(visit: &Visit) -> Result<Value> {
    Ok(visit.record().await?["body"]["answers"].clone())
}

#[tokio::test]
async fn a_day_that_is_none_leaves_the_one_before_it() -> Result<()> {
    visit(async |visit| {
        start(visit, "A01").await?;
        visit.type_day("#day", 11, 20, 2026).await?;
        visit.eval("document.activeElement.blur()").await?;
        // 31 February, as far as the field lets it be written: its first figures are another whole date.
        visit.type_into("#day", "02312026").await?;
        visit.leaves_no_day("#day").await?;
        let shown = visit.string("document.querySelector('#day').value").await?;
        assert_eq!(shown, "2026-11-20");
        assert_eq!(visit.record().await?["body"]["day"][0], "2026-11-20");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_wrong_click_loses_no_reason() -> Result<()> {
    const REASON: &str = ".question .field input";
    visit(async |visit| {
        start(visit, "A02").await?;
        visit.choose("A02", "x").await?;
        visit.type_into(REASON, "no such team").await?;
        visit.choose("A02", "2").await?;
        visit
            .wait_until(&format!("!document.querySelector('{REASON}')"))
            .await?;
        visit.choose("A02", "x").await?;
        visit.wait_for(REASON).await?;
        let reason = visit
            .string(&format!("document.querySelector('{REASON}').value"))
            .await?;
        assert_eq!(reason, "no such team");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_depth_changes_on_the_way_and_no_answer_is_lost() -> Result<()> {
    visit(async |visit| {
        start(visit, "A01").await?;
        assert_eq!(visit.count(".question").await?, 1);
        visit.click(FULL).await?;
        visit.wait_for(&option("A01a", "1")).await?;
        assert_eq!(visit.count(".question").await?, 3);
        assert!(visit.checked("A01", "3").await?);
        visit.answer("A01a", "2").await?;
        visit.answer("A01b", "5").await?;
        let minutes = visit.text(".progress-words").await?;
        visit.click(QUICK).await?;
        visit
            .wait_until("document.querySelectorAll('.question').length === 1")
            .await?;
        assert_ne!(visit.text(".progress-words").await?, minutes);
        assert!(visit.checked("A01", "3").await?);
        visit.answer("A01", "1").await?;
        visit.click(FULL).await?;
        visit.wait_for(&option("A01b", "5")).await?;
        assert!(visit.checked("A01a", "2").await? && visit.checked("A01b", "5").await?);
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for(&option("A01b", "5")).await?;
        assert!(visit.checked("A01b", "5").await?);
        let record = visit.record().await?;
        assert_eq!(record["body"]["depth"][0], "full");
        for (question, answer) in [("A01", "1"), ("A01a", "2"), ("A01b", "5"), ("A02", "4")] {
            assert_eq!(record["body"]["answers"][question][0], answer, "{question}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_know_do_check_adds_its_steps() -> Result<()> {
    visit(async |visit| {
        start(visit, "A12").await?;
        assert_eq!(visit.count(".step").await?, 12);
        visit.choose("A12", "2").await?;
        visit.click(KNOW_DO).await?;
        visit
            .wait_until("document.querySelectorAll('.step').length === 19")
            .await?;
        visit.follow(NEXT).await?;
        assert!(visit.fragment().await?.ends_with("/K1"));
        assert!(visit.text(".progress-words").await?.contains("Step 13 of 19"));
        // Principle and practice are two questions, the outcome is one.
        assert_eq!(visit.count(".question").await?, 2);
        visit.answer_all("4").await?;
        let all = answers(visit).await?;
        for question in [
            "K1k", "K1d", "K2k", "K2d", "K3k", "K3d", "K4k", "K4d", "K5k", "K5d", "K7k", "K7d", "K6",
        ] {
            assert_eq!(all[question][0], "4", "{question} of {all}");
        }
        // Left out again: the steps go, the answers stay.
        visit.enter(&format!("#/assess/{ID}/A12")).await?;
        visit.click(KNOW_DO).await?;
        visit
            .wait_until("document.querySelectorAll('.step').length === 12")
            .await?;
        assert_eq!(answers(visit).await?["K7d"][0], "4");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn not_applicable_asks_why_and_keeps_the_reason() -> Result<()> {
    visit(async |visit| {
        start(visit, "A02").await?;
        visit.click(FULL).await?;
        assert_eq!(visit.count(".question .field").await?, 0);
        visit.answer("A02", "x").await?;
        visit
            .type_into(".question .field input", "Nobody was hired")
            .await?;
        visit.wait_for_answer("A02", "xNobody was hired").await?;
        visit
            .wait_for_text(".evidence", "This area does not apply")
            .await?;
        // Another thought and back: the reason was for the other answer, which is gone.
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for(".question .field input").await?;
        assert_eq!(
            visit
                .string("document.querySelector('.question .field input').value")
                .await?,
            "Nobody was hired"
        );
        visit.answer("A02", "2").await?;
        visit
            .wait_until("!document.querySelector('.question .field')")
            .await?;
        // Only where the instrument offers it.
        visit.follow(NEXT).await?;
        assert_eq!(visit.count("input[value=x]").await?, 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_answer_can_be_cleared() -> Result<()> {
    visit(async |visit| {
        start(visit, "A02").await?;
        visit.click(".clear").await?;
        visit.wait_for_answer("A02", "").await?;
        visit
            .wait_until("document.querySelector('.clear').disabled")
            .await?;
        assert_eq!(visit.count("input[name=A02]:checked").await?, 0);
        assert_eq!(visit.count(".step-answered").await?, 1);
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for(&option("A02", "1")).await?;
        assert_eq!(visit.count("input[name=A02]:checked").await?, 0);
        visit.answer("A02", "5").await?;
        visit
            .wait_until("document.querySelectorAll('.step-answered').length === 2")
            .await
    })
    .await
}

#[tokio::test]
async fn any_area_is_one_jump_away() -> Result<()> {
    visit(async |visit| {
        start(visit, "A02").await?;
        visit.follow(".step:nth-child(9) a").await?;
        assert!(visit.text(".progress-words").await?.starts_with("Area 9 of 12"));
        assert_eq!(
            visit
                .string("document.querySelector('[aria-current=step]').textContent")
                .await?,
            "9"
        );
        visit.answer("A09", "0").await?;
        visit.wait_for(".step:nth-child(9) .step-answered").await?;
        let label = visit
            .string("document.querySelector('.step:nth-child(9) a').ariaLabel")
            .await?;
        assert!(label.ends_with(", answered"), "{label}");
        visit.follow(".turn .button-quiet").await?;
        assert!(visit.fragment().await?.ends_with("/A08"));
        visit.follow(".step:nth-child(1) a").await?;
        visit.follow(".turn .button-quiet").await?;
        assert_eq!(visit.fragment().await?, "#/");
        // "Go on" leads to the first open one, not to the last seen.
        visit.follow(".record-actions a").await?;
        visit.wait_for_text("h1", "Change skills").await?;
        assert_eq!(answers(visit).await?["A09"][0], json!("0"));
        Ok(())
    })
    .await
}
