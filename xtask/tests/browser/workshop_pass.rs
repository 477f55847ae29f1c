//! One device passed round: nobody comes back to an earlier person, by whatever way the page is left or loaded again.

use crate::harness::workshops::{record, workshop};
use crate::harness::{Visit, visit};
use crate::workshop_console::stored;
use anyhow::Context;
use fantoccini::key::Key;
use oxymoron::app::workshop::collecting::Reading;
use oxymoron::domain::answer::Choice;
use oxymoron::domain::code::items::Items;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;
use xtask::Result;

pub const ID: u64 = 0x5eed;
pub const ON: &str = ".pass-turns .button:not(.button-quiet)";
const DROPPED: &str = "nothing of that turn was kept";

/// A vote among three, and the device at its first screen.
pub async fn pass(visit: &Visit, roles: &[&str]) -> Result<Workshop> {
    let mut here = workshop(ID << 32, 3, roles)?;
    here.apply(Change::WentTo(Stage::Vote), here.created);
    let (key, text) = record(&here);
    visit.seed(&[(&key, &text)]).await?;
    visit.enter(&console(&here)).await?;
    visit.go(&format!("{}/pass", console(&here))).await?;
    Ok(here)
}

fn console(workshop: &Workshop) -> String {
    format!("#/workshop/{}", workshop.id)
}

/// Begins a turn and answers the first question of it, so that the second one is shown.
async fn begin(visit: &Visit, value: &str) -> Result<()> {
    visit.click(".pass .button").await?;
    visit.wait_for_text(".pass .eyebrow", "Question 1 of 12").await?;
    visit
        .click(&format!(".option:has(input[value='{value}'])"))
        .await?;
    visit.click(ON).await?;
    visit.wait_for_text(".pass .eyebrow", "Question 2 of 12").await?;
    // So that there is something to be seen of it.
    visit
        .click(&format!(".option:has(input[value='{value}'])"))
        .await?;
    visit
        .wait_until("document.querySelectorAll('.pass input:checked').length === 1")
        .await
}

/// Waits for the blank screen, and for what it says.
pub async fn blank(visit: &Visit, said: &str) -> Result<()> {
    visit.wait_for_text(".pass h1", "Take the device").await?;
    visit.wait_for_text(".pass-over", said).await?;
    assert_eq!(visit.count(".pass input").await?, 0);
    Ok(())
}

/// What the ballot holds, as typed lines.
async fn lines(visit: &Visit, workshop: &Workshop) -> Result<Vec<String>> {
    let kept = stored(visit, workshop.id).await?;
    Ok(kept.first.responses().map(|one| line(&one.items)).collect())
}

fn line(items: &Items) -> String {
    let codes = items.row().iter().map(|choice| choice.map_or("-", Choice::code));
    codes.collect()
}

/// Answers every question of a turn with the option of this value, and ends it.
pub async fn answer_all(visit: &Visit, value: &str) -> Result<()> {
    answer_each(visit, value).await?;
    visit
        .wait_for_text(".pass", "Thank you, your answers are in")
        .await
}

/// The same, on whatever device.
pub async fn answer_each(visit: &Visit, value: &str) -> Result<()> {
    for number in 1..=12 {
        visit
            .wait_for_text(".pass .eyebrow", &format!("Question {number} of 12"))
            .await?;
        assert_eq!(
            visit.count(".pass input:checked").await?,
            0,
            "nobody else's answer is there"
        );
        visit
            .click(&format!(".option:has(input[value='{value}'])"))
            .await?;
        visit
            .wait_until("document.querySelectorAll('.pass input:checked').length === 1")
            .await?;
        visit.click(ON).await?;
    }
    Ok(())
}

/// The same; whoever opens the receipt on the last page has it until they hand the device on.
async fn answer_and_look(visit: &Visit, value: &str) -> Result<String> {
    for number in 1..=12 {
        visit
            .wait_for_text(".pass .eyebrow", &format!("Question {number} of 12"))
            .await?;
        assert_eq!(visit.count("[data-receipt]").await?, usize::from(number == 12));
        visit
            .click(&format!(".option:has(input[value='{value}'])"))
            .await?;
        if number < 12 {
            visit.click(ON).await?;
        }
    }
    assert_eq!(
        visit.count("[data-receipt][open]").await?,
        0,
        "nobody sees it unasked"
    );
    visit.click("[data-receipt] > summary").await?;
    visit.wait_for("[data-receipt][open]").await?;
    assert_eq!(visit.axe().await?, Vec::<String>::new());
    let receipt = visit
        .string("document.querySelector('[data-receipt] .receipt').textContent")
        .await?;
    visit.click(ON).await?;
    visit
        .wait_for_text(".pass", "Thank you, your answers are in")
        .await?;
    Ok(receipt)
}

#[tokio::test]
async fn nobody_comes_back_to_an_earlier_person() -> Result<()> {
    visit(async |visit| {
        let here = pass(visit, &["Leader", "Seller"]).await?;
        assert_eq!(visit.count("header, footer").await?, 0, "nothing around it");
        blank(visit, "").await?;
        let entries = visit.eval("history.length").await?;
        visit.click(".pass .button").await?;
        visit.wait_for_text("h1", "Which role is yours?").await?;
        visit.click(".option:nth-child(2)").await?;
        visit.click(ON).await?;
        let receipt = answer_and_look(visit, "2").await?;
        let holds = format!(
            "[document.documentElement.outerHTML, location.href, ...Object.entries(sessionStorage), ...Object.entries(localStorage)]\
             .join().includes('{receipt}')"
        );
        assert_eq!(visit.eval(&holds).await?, serde_json::json!(false), "it went with the turn");
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        assert_eq!(
            visit.eval("history.length").await?,
            entries,
            "no page of a turn is in the history"
        );

        // Back leads to the console, and forth again to a blank screen, where nothing was left unfinished.
        visit.eval("history.back()").await?;
        visit.wait_for(".console").await?;
        visit.eval("history.forward()").await?;
        blank(visit, "").await?;
        assert!(!visit.text(".pass").await?.contains(DROPPED));

        visit.click(".pass .button").await?;
        visit.click(ON).await?;
        answer_all(visit, "4").await?;
        let mut rows = lines(visit, &here).await?;
        rows.sort();
        assert_eq!(rows, ["2".repeat(12), "4".repeat(12)]);
        let kept = stored(visit, here.id).await?;
        let role = |one: &oxymoron::domain::code::answer::Response| one.role.map(|role| role.place());
        let roles: Vec<_> = kept.first.responses().map(role).collect();
        assert!(roles.contains(&Some(1)) && roles.contains(&None), "{roles:?}");
        visit.go(&console(&here)).await?;
        visit.wait_for_text(".health-figures", "2 of 3 in").await
    })
    .await
}

#[tokio::test]
async fn a_turn_that_is_broken_off_leaves_a_blank_screen_and_a_word_about_it() -> Result<()> {
    visit(async |visit| {
        let here = pass(visit, &[]).await?;
        begin(visit, "5").await?;
        visit.reload().await?;
        visit.alive().await?;
        blank(visit, DROPPED).await?;
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        // Until somebody has the device, whoever looks is told.
        visit.reload().await?;
        visit.alive().await?;
        blank(visit, DROPPED).await?;

        // Back and forth.
        begin(visit, "4").await?;
        visit.eval("history.back()").await?;
        visit.wait_for(".console").await?;
        visit.eval("history.forward()").await?;
        blank(visit, DROPPED).await?;

        // To another page and back, from the browser's memory or loaded again.
        begin(visit, "3").await?;
        let address = visit.string("location.href").await?;
        visit.open_url("about:blank").await?;
        visit.back().await?;
        visit
            .wait_until(&format!("location.href === '{address}'"))
            .await?;
        visit.alive().await?;
        blank(visit, DROPPED).await?;
        // What a browser keeps in its memory is blank before it goes there.
        begin(visit, "2").await?;
        visit
            .eval("void window.dispatchEvent(new Event('pagehide'))")
            .await?;
        blank(visit, DROPPED).await?;
        assert_eq!(lines(visit, &here).await?, Vec::<String>::new());

        // Nothing of a turn is stored anywhere, but that there was one.
        begin(visit, "1").await?;
        let of_a_turn = "!key.startsWith('oxymoron/mark/wall/')";
        let marks = visit
            .eval(&format!(
                "Object.entries(sessionStorage).filter(([key]) => {of_a_turn})"
            ))
            .await?;
        assert_eq!(
            marks,
            serde_json::json!([[format!("oxymoron/mark/{}", here.id), ""]])
        );
        assert_eq!(visit.keys().await?.len(), 1);
        visit.reload().await?;
        visit.alive().await?;
        visit.click(".pass .button").await?;
        answer_all(visit, "4").await?;
        assert!(!visit.text(".pass").await?.contains(DROPPED));
        let left = format!("Object.keys(sessionStorage).filter((key) => {of_a_turn}).length");
        assert_eq!(visit.eval(&left).await?, 0);
        visit.reload().await?;
        visit.alive().await?;
        blank(visit, "").await?;
        assert!(!visit.text(".pass").await?.contains(DROPPED));
        assert_eq!(lines(visit, &here).await?, ["4".repeat(12)]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_device_that_keeps_nothing_says_so_before_anybody_answers() -> Result<()> {
    const KEEPS: &str = "window.keeps = Storage.prototype.setItem";
    const REFUSES: &str =
        "void (Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') })";
    visit(async |visit| {
        let here = workshop(ID << 32, 3, &[])?;
        visit.enter(&format!("#/join/{}", here.invite().seal())).await?;
        visit.click("[data-pass]").await?;
        blank(visit, "").await?;
        visit.eval(&format!("void ({KEEPS})")).await?;
        visit.eval(REFUSES).await?;
        visit.click(".pass .button").await?;
        blank(visit, "refuses to keep answers in this window").await?;
        assert_eq!(visit.axe().await?, Vec::<String>::new());

        // Refused in the middle of a turn: never called sealed.
        visit
            .eval("void (Storage.prototype.setItem = window.keeps)")
            .await?;
        begin(visit, "4").await?;
        visit.eval(REFUSES).await?;
        for _ in 2..12 {
            visit.click(ON).await?;
        }
        visit.wait_for_text(".pass .eyebrow", "Question 12 of 12").await?;
        visit.click(ON).await?;
        blank(visit, "refuses to keep answers in this window").await?;
        assert_eq!(visit.count("[data-waiting]").await?, 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn another_device_is_passed_round_and_hands_its_answers_back() -> Result<()> {
    let mut here = workshop(ID << 32, 3, &[])?;
    here.apply(Change::WentTo(Stage::Vote), here.created);
    visit(async |visit| {
        // It has the invite alone.
        visit.enter(&format!("#/join/{}", here.invite().seal())).await?;
        visit.click("[data-pass]").await?;
        for (value, waiting) in [("2", "1"), ("4", "2")] {
            blank(visit, "").await?;
            visit.click(".pass .button").await?;
            answer_each(visit, value).await?;
            visit.wait_for(&format!("[data-waiting='{waiting}']")).await?;
        }
        assert_eq!(visit.keys().await?, Vec::<String>::new(), "no answer is stored");
        visit.click("[data-hand-back]").await?;
        visit.wait_for("#pass-codes").await?;
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        let codes = visit
            .string("document.querySelector('#pass-codes').value")
            .await?;
        let mut reading = Reading::new(&here, vec![codes]).context("an open vote")?;
        while reading.step() {}
        let (batch, _) = reading.take();
        let mut rows: Vec<_> = batch.responses.iter().map(|one| line(&one.items)).collect();
        rows.sort();
        assert_eq!(rows, ["2".repeat(12), "4".repeat(12)]);

        // They go only after a question, which begins on the harmless answer.
        visit.click("[data-handed-back]").await?;
        visit
            .wait_until("document.activeElement.id === 'confirm-no'")
            .await?;
        visit.press(Key::Enter).await?;
        visit
            .wait_until("document.activeElement.id === 'pass-forget'")
            .await?;
        visit.click("[data-handed-back]").await?;
        visit.click("[data-confirm]").await?;
        blank(visit, "").await?;
        assert_eq!(visit.count("[data-waiting]").await?, 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_language_lasts_as_long_as_the_turn_in_which_it_was_chosen() -> Result<()> {
    visit(async |visit| {
        let here = pass(visit, &[]).await?;
        let speaks = async |language: &str| {
            visit
                .wait_until(&format!("document.documentElement.lang === '{language}'"))
                .await
        };
        // The list moves with the question above it.
        let choose = async |language: &str| {
            let link = format!("document.querySelector('.pass-languages [hreflang={language}]')");
            visit.run(&format!("{link}.click()")).await?;
            speaks(language).await
        };
        choose("de").await?;
        visit.click(".pass .button").await?;
        visit.wait_for(".pass-turns").await?;
        choose("fr").await?;
        for page in 1..=12 {
            visit
                .wait_until(&format!(
                    "document.querySelector('.pass .eyebrow').textContent.includes('{page} ')"
                ))
                .await?;
            visit.click(".option:has(input[value='3'])").await?;
            visit.click(ON).await?;
        }
        speaks("en").await?;
        blank(visit, "Thank you").await?;
        assert_eq!(visit.stored("oxymoron-language").await?, None);
        // So it is for whoever leaves in the middle of a turn.
        visit.click(".pass .button").await?;
        visit.wait_for(".pass-turns").await?;
        choose("de").await?;
        visit.go(&console(&here)).await?;
        speaks("en").await
    })
    .await
}
