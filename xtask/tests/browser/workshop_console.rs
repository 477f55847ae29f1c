//! The facilitator's console: a workshop is made, goes on after a reload, and collects answers in every way.

use crate::harness::workshops::{code, read, record, response, workshop};
use crate::harness::{Visit, visit};
use anyhow::Context;
use fantoccini::key::Key;
use oxymoron::domain::code::WorkshopId;
use oxymoron::domain::question::AreaId;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;
use serde_json::{Value, json};
use xtask::Result;

pub const NEXT: &str = ".console-turn .button:not(.button-quiet)";
const REPORT: &str = ".collect-report";
pub const ID: u64 = 0x5eed;

/// Where its console is.
pub fn console(id: WorkshopId) -> String {
    format!("#/workshop/{id}")
}

/// The workshop as it is stored.
pub async fn stored(visit: &Visit, id: WorkshopId) -> Result<Workshop> {
    let text = visit.stored(&format!("oxymoron/1/workshop/{id}")).await?;
    read(id, &text.context("a record")?)
}

/// Seeds a workshop and enters its console.
pub async fn enter(visit: &Visit, workshop: &Workshop) -> Result<()> {
    let (key, text) = record(workshop);
    visit.seed(&[(&key, &text)]).await?;
    visit.enter(&console(workshop.id)).await
}

/// Another window of the facilitator's has stored the workshop like this.
pub async fn stored_elsewhere(visit: &Visit, workshop: &Workshop) -> Result<()> {
    let (key, text) = record(workshop);
    visit.stored_elsewhere(&key, &text).await
}

/// Pastes a text and returns what stands in the field then.
pub async fn paste(visit: &Visit, text: &str) -> Result<Value> {
    visit.paste_into("#paste", text).await?;
    visit.eval("document.querySelector('#paste').value").await
}

/// The lines of the list of what came in.
async fn lines(visit: &Visit) -> Result<Vec<String>> {
    let lines = visit
        .eval(&format!(
            "[...document.querySelectorAll('{REPORT} .collect-lines li')].map((line) => line.textContent)"
        ))
        .await?;
    Ok(serde_json::from_value(lines)?)
}

/// Opens one of the folded ways to collect.
async fn unfold(visit: &Visit, way: &str) -> Result<()> {
    visit.click(&format!("[data-way='{way}'] > summary")).await?;
    visit
        .wait_until(&format!("document.querySelector('[data-way={way}]').open"))
        .await
}

#[tokio::test]
async fn a_workshop_is_made_and_comes_back_to_the_same_step() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/workshop").await?;
        visit.type_into("#title", "Field sales, north").await?;
        for (role, name) in [("#role-1", "Leader"), ("#role-3", "Leader")] {
            visit.type_into(role, name).await?;
        }
        visit.click(".workshop-form [type=submit]").await?;
        visit.wait_for_text("#role-3-wrong", "there already").await?;
        visit.wait_for_text("#present-wrong", "2 to 10,000").await?;
        visit.wait_until("document.activeElement.id === 'role-3'").await?;
        assert_eq!(visit.keys().await?, Vec::<String>::new());
        assert_eq!(visit.axe().await?, Vec::<String>::new());

        visit.eval("document.activeElement.select()").await?;
        visit.type_into("#role-3", "Seller").await?;
        visit.type_into("#present", "12").await?;
        // Enter in a field is enough.
        visit.press(Key::Enter).await?;
        visit
            .wait_until("/^#\\/workshop\\/[0-9a-f]{16}$/.test(location.hash)")
            .await?;
        visit.alive().await?;
        assert_eq!(visit.heading().await?, "Field sales, north");
        let fragment = visit.fragment().await?;
        let id: WorkshopId = fragment
            .trim_start_matches("#/workshop/")
            .parse()
            .map_err(|_| anyhow::anyhow!("{fragment}"))?;
        let made = stored(visit, id).await?;
        assert_eq!((made.stage, made.settings.present.0), (Stage::Invite, 12));
        assert_eq!(made.settings.roles.labels().len(), 2);
        let link = visit.string("document.querySelector('#link').value").await?;
        assert!(
            link.ends_with(&format!("#/join/{}", made.invite().seal())),
            "{link}"
        );
        assert_eq!(visit.count(".console-stage .qr").await?, 1);

        visit.click(NEXT).await?;
        visit.wait_for_text("#stage", "Vote").await?;
        visit.wait_until("document.activeElement.id === 'stage'").await?;
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for_text("#stage", "Vote").await?;
        visit.wait_for_text(".timer-words", "left").await?;

        // Five minutes, stopped, and one more.
        visit.click(".timer-button:nth-child(1)").await?;
        visit.wait_for_text(".timer-words", "paused").await?;
        let left = stored(visit, id).await?.timer.left;
        assert!((200..=300).contains(&left), "{left}");
        visit.click(".timer-button:nth-child(3)").await?;
        visit
            .wait_until(&format!(
                "document.querySelector('.timer-figures').innerText.startsWith('{}:')",
                (left + 60) / 60
            ))
            .await?;
        assert_eq!(stored(visit, id).await?.timer.left, left + 60);
        visit.click(".timer-button:nth-child(4)").await?;
        visit
            .wait_until("document.querySelector('.timer-button:nth-child(4)').ariaPressed === 'false'")
            .await?;
        assert!(!stored(visit, id).await?.sound);

        visit.type_into("#notes", "Ann first").await?;
        visit.click(NEXT).await?;
        visit.wait_for_text(".confirm", "12 of 12 are missing").await?;
        visit.press(Key::Escape).await?;
        visit.wait_until("document.activeElement.id === 'next'").await?;
        assert_eq!(stored(visit, id).await?.stage, Stage::Vote);
        visit.click(NEXT).await?;
        visit.click("[data-confirm]").await?;
        visit.wait_for_text("main", "cannot be taken back").await?;
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for_text("#stage", "Close").await?;
        assert_eq!(
            visit.string("document.querySelector('#notes').value").await?,
            "Ann first"
        );
        assert_eq!(visit.count("#paste").await?, 0);
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_pasted_chat_is_told_apart_code_by_code() -> Result<()> {
    visit(async |visit| {
        let mut here = workshop(ID << 32, 6, &["Leader", "Seller"])?;
        let elsewhere = workshop(0xf00d << 32, 6, &[])?;
        here.apply(Change::WentTo(Stage::Vote), here.created);
        let [ann, bob] = [
            response(&here, 1, Some(0), "123451234512")?,
            response(&here, 2, None, "333333333333")?,
        ];
        enter(visit, &here).await?;
        paste(visit, &format!("Take part! {}", here.invite().seal())).await?;
        visit.wait_for_text(REPORT, "That is an invite").await?;
        assert_eq!(paste(visit, &code(&here, 1, &ann, 1)?).await?, "");
        visit.wait_for_text(REPORT, "1 new answer").await?;
        visit.wait_for_text(".health-figures", "1 of 6 in").await?;

        let whole = code(&here, 1, &bob, 2)?;
        let chat = format!(
            "[09:41] Ann Example: sorry, again {}\n[09:42] Bob: {whole}\nhttps://example.org/#/answer/{whole}\n\
             [09:43] Carl: {}\n[09:44] Dora: {}\n[09:45] Eve: {}.",
            code(&here, 1, &response(&here, 1, Some(0), "223451234512")?, 3)?,
            code(&elsewhere, 1, &bob, 4)?,
            code(&here, 2, &bob, 5)?,
            &whole[..50],
        );
        paste(visit, &chat).await?;
        visit.wait_for_text(REPORT, "another workshop").await?;
        let found = lines(visit).await?;
        let starts = [
            "1 new answer",
            "1 replaced an earlier answer",
            "2 of 6 in",
            "1 is for another workshop",
            "1 is for a vote that has not begun",
            "1 is cut short",
            "Still open to you",
        ];
        assert_eq!(found.len(), starts.len(), "{found:#?}");
        for (line, start) in found.iter().zip(starts) {
            assert!(line.starts_with(start), "{found:#?}");
        }
        assert!(found[3..6].iter().all(|line| line.contains("oxya.")), "{found:#?}");
        visit.wait_for_text(".health-figures", "2 of 6 in").await?;
        // Nothing of the chat but the answers is anywhere.
        for gone in ["Ann Example", "Carl"] {
            assert!(!stored_text(visit, here.id).await?.contains(gone));
            assert_eq!(visit.eval(&format!("document.body.innerHTML.includes('{gone}')")).await?, json!(false));
        }
        let before_undo = stored(visit, here.id).await?;
        assert_eq!(before_undo.first.responses().len(), 2);

        visit.click(&format!("{REPORT} .button")).await?;
        visit.wait_for_text(".health-figures", "1 of 6 in").await?;
        let back = stored(visit, here.id).await?;
        let kept: Vec<_> = back.first.responses().cloned().collect();
        assert_eq!(kept, [ann]);
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        Ok(())
    })
    .await
}

async fn stored_text(visit: &Visit, id: WorkshopId) -> Result<String> {
    let text = visit.stored(&format!("oxymoron/1/workshop/{id}")).await?;
    text.context("a record")
}

#[tokio::test]
async fn a_larger_smallest_group_is_asked_about_and_taken_back() -> Result<()> {
    visit(async |visit| {
        let mut here = workshop(ID << 32, 6, &[])?;
        here.apply(Change::WentTo(Stage::Vote), here.created);
        let answers: Result<Vec<_>> = (1..=6)
            .map(|id| response(&here, id, None, "333333333333"))
            .collect();
        here.apply(Change::Received(answers?), here.created);
        here.apply(Change::WentTo(Stage::Reveal), here.created);
        enter(visit, &here).await?;
        visit
            .wait_until("document.querySelectorAll('.dots-strip').length === 12")
            .await?;
        visit.click("details:has(#minimum) > summary").await?;
        visit.eval("document.querySelector('#minimum').select()").await?;
        visit.type_into("#minimum", "55").await?;
        visit.press(Key::Tab).await?;
        visit
            .wait_for_text(
                ".confirm",
                "0 of the 12 areas that are shown now stay as they are",
            )
            .await?;
        visit.press(Key::Enter).await?;
        visit
            .wait_until("document.activeElement.id === 'minimum'")
            .await?;
        assert_eq!(
            visit.string("document.querySelector('#minimum').value").await?,
            "5"
        );
        assert_eq!(stored(visit, here.id).await?.settings.minimum.size(), 5);

        visit.eval("document.querySelector('#minimum').select()").await?;
        visit.type_into("#minimum", "55").await?;
        visit.press(Key::Tab).await?;
        visit.click("[data-confirm]").await?;
        visit
            .wait_until("document.querySelectorAll('.dots-strip').length === 0")
            .await?;
        visit.click("[data-minimum-back]").await?;
        visit
            .wait_until("document.querySelectorAll('.dots-strip').length === 12")
            .await?;
        assert_eq!(stored(visit, here.id).await?.settings.minimum.size(), 5);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn late_answers_wait_for_the_next_vote() -> Result<()> {
    visit(async |visit| {
        let mut here = workshop(ID << 32, 6, &[])?;
        let area = AreaId::new(5).context("an area")?;
        for change in [
            Change::WentTo(Stage::Reveal),
            Change::ChoseTopics(vec![area]),
            Change::WentTo(Stage::Discuss),
            Change::OpenedSecondVote,
        ] {
            here.apply(change, here.created);
        }
        let late = response(&here, 1, None, "123451234512")?;
        enter(visit, &here).await?;
        paste(
            visit,
            &format!("{} {}", code(&here, 1, &late, 1)?, code(&here, 2, &late, 2)?),
        )
        .await?;
        visit.wait_for_text(REPORT, "1 new answer").await?;
        visit
            .wait_for_text(REPORT, "1 is from an earlier vote and came too late")
            .await?;

        unfold(visit, "lines").await?;
        visit.type_into("#digits", "4\n44\n0").await?;
        visit.click("[data-way='lines'] .button").await?;
        visit.wait_for_text(REPORT, "2 new answers").await?;
        visit
            .wait_for_text(REPORT, "Line 1 is too long: 2 answers to one question")
            .await?;
        let now = stored(visit, here.id).await?;
        assert!(now.first.is_empty());
        assert_eq!(now.topics[0].ballot.responses().len(), 3);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn hands_and_digits_are_checked_before_they_count() -> Result<()> {
    visit(async |visit| {
        let mut here = workshop(ID << 32, 6, &[])?;
        here.apply(Change::WentTo(Stage::Vote), here.created);
        enter(visit, &here).await?;
        unfold(visit, "lines").await?;
        visit
            .type_into("#digits", "Ann: 123450123450\n12345012345\n333333333333")
            .await?;
        visit.click("[data-way='lines'] .button").await?;
        // Beside the lines, not where codes are pasted.
        visit
            .wait_for_text("[data-way='lines'] .collect-report", "2 new answers")
            .await?;
        assert_eq!(visit.count(REPORT).await?, 1);
        visit
            .wait_for_text(REPORT, "Line 1 is too short: 11 of 12 answers")
            .await?;
        visit.wait_for_text(".health-figures", "2 of 6 in").await?;
        // The line to mend stays, the others are gone.
        assert_eq!(
            visit.string("document.querySelector('#digits').value").await?,
            "12345012345"
        );

        unfold(visit, "hands").await?;
        visit.wait_for_text("[data-way='hands']", "4 in all").await?;
        visit.type_into("input[name='hands-2']", "3").await?;
        visit.wait_for_text(".hands-sum", "3 of 4 hands").await?;
        visit.click(".hands button").await?;
        visit.wait_for_text(".hands", "1 hand is missing").await?;
        // What was typed stays to be corrected.
        assert_eq!(
            visit
                .string("document.querySelector(\"input[name='hands-2']\").value")
                .await?,
            "3"
        );
        assert!(stored(visit, here.id).await?.first.hands.is_empty());
        visit.type_into("input[name='hands-5']", "1").await?;
        visit.press(Key::Enter).await?;
        visit
            .wait_for_text("[data-way='hands'] .collect-report", "Change is our job: 4 hands")
            .await?;
        visit.wait_for_text(".health-figures", "6 of 6 in").await?;
        // On to the next question, with empty fields, and the room reads it.
        visit.wait_for_text(".console-pages", "Page 3 of").await?;
        assert_eq!(
            visit
                .string("document.querySelector('#hands-question').value")
                .await?,
            "A02"
        );
        assert_eq!(
            visit
                .string("document.querySelector(\"input[name='hands-2']\").value")
                .await?,
            ""
        );
        let kept = stored(visit, here.id).await?;
        let counted = kept.first.hands.values().next().context("a count")?;
        assert_eq!((counted.levels, counted.cannot_tell), ([0, 0, 3, 0, 0], 1));
        visit.click("[aria-label='Remove: Change is our job']").await?;
        visit.wait_for_text(".health-figures", "2 of 6 in").await?;
        // The focus is on what puts it back as it was.
        visit
            .wait_until("document.activeElement.id === 'hands-put-back'")
            .await?;
        visit.press(Key::Enter).await?;
        visit.wait_for_text(".health-figures", "6 of 6 in").await?;
        visit.click("[aria-label='Correct: Change is our job']").await?;
        visit
            .wait_until("document.activeElement.id === 'hands-asked'")
            .await?;
        visit.wait_for_text(".console-pages", "Page 2 of").await
    })
    .await
}

#[tokio::test]
async fn an_answer_link_is_taken_once_on_the_right_device() -> Result<()> {
    visit(async |visit| {
        let mut here = workshop(ID << 32, 6, &[])?;
        here.apply(Change::WentTo(Stage::Vote), here.created);
        let link = format!(
            "#/answer/{}",
            code(&here, 1, &response(&here, 1, None, "123451234512")?, 1)?
        );
        let (key, text) = record(&here);
        visit.seed(&[(&key, &text)]).await?;
        visit.enter(&link).await?;
        visit
            .wait_for_text(".answer", "Taken: the answers are in Field sales.")
            .await?;
        visit.reload().await?;
        visit.alive().await?;
        visit
            .wait_for_text(".answer", "Nothing was counted twice.")
            .await?;
        assert_eq!(stored(visit, here.id).await?.first.responses().len(), 1);
        visit.click(".answer .button").await?;
        visit.wait_for_text(".health-figures", "1 of 6 in").await?;

        visit.move_house().await?;
        visit.enter(&link).await?;
        visit
            .wait_for_text(".answer", "sealed for its facilitator")
            .await?;
        assert!(
            visit
                .string("document.querySelector('#code').value")
                .await?
                .starts_with("oxya.")
        );
        assert_eq!(visit.keys().await?, Vec::<String>::new());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_thousand_codes_and_a_hostile_text_leave_the_page_alive() -> Result<()> {
    visit(async |visit| {
        let mut here = workshop(ID << 32, 1_000, &[])?;
        here.apply(Change::WentTo(Stage::Vote), here.created);
        let mut chat = String::new();
        for id in 1..=1_000 {
            let answers = response(&here, id * 7_919, None, "123451234512")?;
            chat.push_str(&format!("[09:41] Ann: {}\n", code(&here, 1, &answers, id)?));
        }
        enter(visit, &here).await?;
        // Beats of the page while it says how far it is: read in one task, there would be none.
        visit
            .eval(
                "void (() => { window.beats = 0; \
                 setInterval(() => { beats += document.querySelectorAll('.collect-progress').length; }, 4); })()",
            )
            .await?;
        paste(visit, &chat).await?;
        visit.wait_for_text(REPORT, "1000 new answers").await?;
        visit.wait_for_text(".health-figures", "1000 of 1000 in").await?;
        let beats = visit.eval("beats").await?;
        assert!(beats.as_f64().is_some_and(|beats| beats > 2.0), "{beats} beats");

        // Five million characters, made where they are pasted.
        visit
            .eval(
                "void (() => { const data = new DataTransfer(); \
                 data.setData('text/plain', 'oxya. oxya.A oxya.AAAAAAAAAAAAAAAAAAAAAAA '.repeat(120_000)); \
                 document.querySelector('#paste').dispatchEvent(new ClipboardEvent('paste', \
                 { clipboardData: data, bubbles: true, cancelable: true })); beats = 0; })()",
            )
            .await?;
        visit.wait_for_text(REPORT, "more").await?;
        let beats = visit.eval("beats").await?;
        assert!(beats.as_f64().is_some_and(|beats| beats > 2.0), "{beats} beats");
        assert_eq!(stored(visit, here.id).await?.first.responses().len(), 1_000);
        assert!(lines(visit).await?.iter().all(|line| line.len() < 6_000));
        Ok(())
    })
    .await
}
