//! One click draws one question and the progress line again, and nothing else. Counted by the debug build.

use crate::{
    harness::{
        NEXT, dev_dist,
        records::{ID, key, with},
        visit_to,
    },
    workshop_wall,
};
use serde_json::{Value, json};
use xtask::{Result, server::Server};

/// What `window.renders` has more of since it was put aside.
const MORE: &str = "Object.fromEntries(Object.entries(window.renders).map(([name, count]) => [name, count - (window.before[name] ?? 0)])\
                    .filter(([, more]) => more))";

#[tokio::test]
async fn an_answer_draws_its_question_and_the_progress_again() -> Result<()> {
    let server = Server::start(dev_dist()?)?;
    visit_to(server, async |visit| {
        visit.enter("#/").await?;
        let full = with(ID, &json!({ "depth": ["full", 1] }));
        visit.store(&key(ID), &full).await?;
        visit.enter(&format!("#/assess/{ID}/A03")).await?;
        visit.wait_for("#note").await?;
        visit.settled().await?;
        let first = visit.eval("window.renders").await?;
        assert!(
            first["question"].as_u64() >= Some(3),
            "the counter counts: {first}"
        );

        // The first answer says "Saved" for the first time; the second turns the step; the third changes an answer.
        for (question, value) in [
            ("A03", "4"),
            ("A03a", "2"),
            ("A03b", "5"),
            ("A03", "1"),
            ("A03", "0"),
        ] {
            visit.eval("void (window.before = { ...window.renders })").await?;
            visit.answer(question, value).await?;
            // Yew draws in a microtask; a frame later there is nothing left to draw.
            visit
                .eval("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
                .await?;
            let more = visit.eval(MORE).await?;
            let mut allowed = vec![json!({ "question": 1, "progress": 1 }), json!({ "question": 1 })];
            if value == "4" {
                // The day that the result will bear becomes today.
                allowed.push(json!({ "question": 1, "progress": 1, "about": 1 }));
            }
            assert!(allowed.contains(&more), "{question} = {value} drew {more}");
        }
        visit.eval("void (window.before = { ...window.renders })").await?;
        visit.type_into("#note", "x").await?;
        visit
            .wait_until("Object.values(localStorage).some((text) => text.includes('\"x\"'))")
            .await?;
        visit
            .eval("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
            .await?;
        let more = visit.eval(MORE).await?;
        assert_eq!(more, json!({ "note": 1 }), "a letter in the note");
        assert_ne!(more, Value::Null);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_letter_in_the_plan_draws_the_form_and_not_the_map() -> Result<()> {
    let server = Server::start(dev_dist()?)?;
    visit_to(server, async |visit| {
        visit.enter("#/").await?;
        let plan = with(ID, &json!({})).replace(r#""chosen":["",0]"#, r#""chosen":["A04 energy 2 3",1]"#);
        visit.store(&key(ID), &plan).await?;
        visit.enter(&format!("#/plan/{ID}")).await?;
        visit.wait_for("#owner").await?;
        visit.type_into("#owner", "A").await?;
        visit
            .wait_until("Object.values(localStorage).some((text) => text.includes('\"owner\":[\"A\"'))")
            .await?;
        visit.eval("void (window.before = { ...window.renders })").await?;
        visit.type_into("#owner", "d").await?;
        visit
            .wait_until("Object.values(localStorage).some((text) => text.includes('\"owner\":[\"Ad\"'))")
            .await?;
        visit
            .eval("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
            .await?;
        assert_eq!(visit.eval(MORE).await?, json!({ "sheet": 1 }));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_last_question_draws_the_result_ahead_and_out_of_the_page() -> Result<()> {
    let server = Server::start(dev_dist()?)?;
    visit_to(server, async |visit| {
        visit.enter("#/").await?;
        visit.store(&key(ID), &with(ID, &json!({}))).await?;
        visit.enter(&format!("#/assess/{ID}/A11")).await?;
        visit.wait_for("#note").await?;
        visit.settled().await?;
        assert_eq!(visit.eval("window.renders.results ?? 0").await?, json!(0));
        visit.click(NEXT).await?;
        visit.wait_until("window.renders.results > 0").await?;
        let seen = visit
            .eval("document.querySelectorAll('h1, .results').length")
            .await?;
        assert_eq!(seen, json!(1), "the heading of the question alone");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_second_draws_the_time_on_the_picture_and_not_the_picture() -> Result<()> {
    const TIME: &str = "document.querySelector('.wall-preview .wall-timer').textContent";
    let server = Server::start(dev_dist()?)?;
    visit_to(server, async |visit| {
        visit.enter("#/").await?;
        let record = workshop_wall::record("discuss", 9, &json!([]));
        visit.store(workshop_wall::KEY, &record).await?;
        visit.enter(&format!("#/workshop/{}", workshop_wall::ID)).await?;
        visit.wait_for(".wall-preview .wall-timer").await?;
        visit.click(".timer-button:nth-child(1)").await?;
        // The first second is behind what the press itself draws.
        for second in 0..3 {
            if second == 1 {
                visit.eval("void (window.before = { ...window.renders })").await?;
            }
            let seen = visit.eval(TIME).await?;
            visit.wait_until(&format!("{TIME} !== {seen}")).await?;
        }
        assert!(
            visit.eval("window.before.picture").await?.as_u64() >= Some(1),
            "the counter counts"
        );
        let more = visit.eval(MORE).await?;
        assert_eq!(more["picture"], Value::Null, "two seconds drew {more}");
        Ok(())
    })
    .await
}
