//! Two windows of one browser on the same records.

use crate::harness::{NEXT, Visit, engines, option, records, visit};
use serde_json::{Value, json};
use xtask::Result;

engines! {
    answers_to_different_questions_all_stay: chromium firefox;
    of_two_answers_to_one_question_the_later_one_holds_in_both: chromium firefox;
    a_window_that_missed_the_news_reads_before_it_writes: chromium firefox;
    colours_and_deletions_follow: chromium firefox;
}

/// Two tabs on the same assessment, at two steps; the second one is the current one.
async fn two_tabs(visit: &Visit, steps: [&str; 2]) -> Result<(String, String)> {
    let text = records::assessment(records::ID, "Shared", &["3"]);
    visit.seed(&[(&records::key(records::ID), &text)]).await?;
    let at = |step: &str| format!("#/assess/{}/{step}", records::ID);
    visit.enter(&at(steps[0])).await?;
    let tabs = visit.new_tab().await?;
    visit.enter(&at(steps[1])).await?;
    Ok(tabs)
}

async fn wait_until_checked(visit: &Visit, question: &str, value: &str) -> Result<()> {
    visit
        .wait_until(&format!(
            "document.querySelector({}).checked",
            json!(option(question, value))
        ))
        .await
}

async fn answers_to_different_questions_all_stay() -> Result<()> {
    visit(async |visit| {
        let (one, two) = two_tabs(visit, ["A02", "A03"]).await?;
        visit.answer("A03", "2").await?;
        visit.switch_to(&one).await?;
        visit.answer("A02", "4").await?;
        visit.follow(NEXT).await?;
        visit.follow(NEXT).await?;
        visit.answer("A04", "1").await?;
        visit.switch_to(&two).await?;
        visit.type_into("#note", "From the second window").await?;
        visit
            .wait_until("Object.values(localStorage).some((text) => text.includes('second window'))")
            .await?;

        for tab in [&one, &two] {
            visit.switch_to(tab).await?;
            // Without a reload: what the other one did is on this screen.
            visit
                .wait_until("document.querySelectorAll('.step-answered').length === 4")
                .await?;
            visit.reload().await?;
            visit.alive().await?;
            visit
                .wait_until("document.querySelectorAll('.step-answered').length === 4")
                .await?;
        }
        let body = &visit.record().await?["body"];
        for (question, answer) in [("A01", "3"), ("A02", "4"), ("A03", "2"), ("A04", "1")] {
            assert_eq!(body["answers"][question][0], answer, "{body}");
        }
        assert_eq!(body["notes"]["A03"][0], "From the second window");
        Ok(())
    })
    .await
}

async fn of_two_answers_to_one_question_the_later_one_holds_in_both() -> Result<()> {
    visit(async |visit| {
        let (one, two) = two_tabs(visit, ["A02", "A02"]).await?;
        visit.answer("A02", "4").await?;
        visit.switch_to(&one).await?;
        wait_until_checked(visit, "A02", "4").await?;
        visit.answer("A02", "1").await?;
        visit.switch_to(&two).await?;
        wait_until_checked(visit, "A02", "1").await?;
        // Backwards too: taking back is an answer.
        visit.click(".question .clear").await?;
        visit.wait_for_answer("A02", "").await?;
        visit.switch_to(&one).await?;
        visit
            .wait_until("!document.querySelector('input[name=A02]:checked')")
            .await?;
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for(&option("A02", "1")).await?;
        assert_eq!(
            visit
                .eval("document.querySelector('input[name=A02]:checked')")
                .await?,
            Value::Null
        );
        Ok(())
    })
    .await
}

async fn a_window_that_missed_the_news_reads_before_it_writes() -> Result<()> {
    visit(async |visit| {
        let (one, two) = two_tabs(visit, ["A02", "A03"]).await?;
        // This window hears nothing, as one that was frozen in the background.
        visit
            .before_load(
                "window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true)",
            )
            .await?;
        visit.reload().await?;
        visit.alive().await?;
        visit.switch_to(&one).await?;
        visit.answer("A02", "5").await?;
        visit.switch_to(&two).await?;
        assert_eq!(visit.count(".step-answered").await?, 1);
        visit.answer("A03", "2").await?;
        let answers = visit.record().await?["body"]["answers"].clone();
        assert_eq!(
            (&answers["A02"][0], &answers["A03"][0]),
            (&json!("5"), &json!("2"))
        );
        visit
            .wait_until("document.querySelectorAll('.step-answered').length === 3")
            .await
    })
    .await
}

async fn colours_and_deletions_follow() -> Result<()> {
    visit(async |visit| {
        let (one, two) = two_tabs(visit, ["A02", "A03"]).await?;
        visit.click(".palette label:nth-of-type(3)").await?;
        visit.switch_to(&one).await?;
        visit
            .wait_until("document.documentElement.dataset.theme === 'dark'")
            .await?;
        visit
            .wait_until("document.querySelector('input[name=colours][value=dark]').checked")
            .await?;
        visit.go("#/data").await?;
        visit.click(".data-table button:last-child").await?;
        visit.switch_to(&two).await?;
        visit
            .wait_for_text("h1", "This assessment is not on this device")
            .await?;
        // The window that deleted it brings it back, in both.
        visit.switch_to(&one).await?;
        visit.click(".undo button").await?;
        visit.switch_to(&two).await?;
        visit.wait_for(&option("A03", "1")).await?;
        assert_eq!(visit.record().await?["body"]["answers"]["A01"][0], "3");
        Ok(())
    })
    .await
}
