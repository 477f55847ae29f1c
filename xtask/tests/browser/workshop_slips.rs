//! Slips of the hand at the console: none of them changes what was not meant.

use crate::harness::workshops::{code, response, workshop};
use crate::harness::{Visit, visit};
use crate::workshop_console::{ID, NEXT, enter, paste, stored, stored_elsewhere};
use fantoccini::key::Key;
use oxymoron::domain::plan::PlanDay;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;
use xtask::Result;

/// A vote among so many, of whom five have answered.
fn answered_by_five(people: u32) -> Result<Workshop> {
    let mut here = workshop(ID << 32, people, &[])?;
    here.apply(Change::WentTo(Stage::Vote), here.created);
    let answers = (1..=5).map(|person| response(&here, person, None, "333333333333"));
    let answers = answers.collect::<Result<_>>()?;
    here.apply(Change::Received(answers), here.created);
    Ok(here)
}

/// One half of a click, as a browser counts them: the second of two in one place is a double click's.
async fn click_number(visit: &Visit, css: &str, number: u8) -> Result<()> {
    visit
        .eval(&format!(
            "void document.querySelector('{css}').dispatchEvent(new MouseEvent('click', {{ bubbles: true, detail: {number} }}))"
        ))
        .await?;
    Ok(())
}

#[tokio::test]
async fn a_double_click_takes_one_step() -> Result<()> {
    visit(async |visit| {
        // As many as a picture needs, or the reveal would be asked about.
        let here = answered_by_five(5)?;
        enter(visit, &here).await?;
        visit.wait_for_text(".health", "Everybody is in").await?;
        click_number(visit, NEXT, 1).await?;
        visit.wait_for_text("#stage", "Close").await?;
        click_number(visit, NEXT, 2).await?;
        assert_eq!(stored(visit, here.id).await?.stage, Stage::Close);
        for (stage, name) in [(Stage::Reveal, "Reveal"), (Stage::Discuss, "Discuss")] {
            click_number(visit, NEXT, 1).await?;
            visit.wait_for_text("#stage", name).await?;
            click_number(visit, NEXT, 2).await?;
            assert_eq!(stored(visit, here.id).await?.stage, stage);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_button_that_is_pressed_twice_makes_one_workshop() -> Result<()> {
    visit(async |visit| {
        for (number, button) in [(1, "[data-rehearse='14']"), (2, ".workshop-form [type=submit]")] {
            visit.enter("#/workshop").await?;
            visit.wait_for("#title").await?;
            if number == 2 {
                visit.type_into("#present", "6").await?;
            }
            visit
                .eval(&format!(
                    "[1, 2].forEach(() => document.querySelector(\"{button}\").click())"
                ))
                .await?;
            visit.wait_for("#stage").await?;
            let keys = visit.keys().await?.into_iter();
            let made = keys.filter(|key| key.starts_with("oxymoron/1/workshop/")).count();
            assert_eq!(made, number, "{button}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_question_goes_when_everybody_is_in() -> Result<()> {
    visit(async |visit| {
        let here = answered_by_five(6)?;
        enter(visit, &here).await?;
        visit.click(NEXT).await?;
        visit.wait_for_text(".confirm", "1 of 6 is missing").await?;
        let last = code(&here, 1, &response(&here, 6, None, "333333333333")?, 6)?;
        paste(visit, &last).await?;
        visit.wait_for_text(".health", "Everybody is in").await?;
        assert_eq!(visit.count(".confirm").await?, 0);
        visit.click(NEXT).await?;
        visit.wait_for_text("#stage", "Close").await
    })
    .await
}

#[tokio::test]
async fn a_wheel_over_the_headcount_changes_nothing() -> Result<()> {
    visit(async |visit| {
        let mut here = workshop(ID << 32, 6, &[])?;
        here.apply(Change::WentTo(Stage::Vote), here.created);
        enter(visit, &here).await?;
        visit.wait_for("#headcount").await?;
        visit.eval("document.querySelector('#headcount').focus()").await?;
        visit.wheel("#headcount", 300).await?;
        visit.wait_until("scrollY > 0").await?;
        assert_eq!(
            visit.string("document.querySelector('#headcount').value").await?,
            "6"
        );
        assert_eq!(stored(visit, here.id).await?.settings.present.0, 6);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_cannot_be_taken_stays_where_it_was_typed() -> Result<()> {
    visit(async |visit| {
        let value = async |css: &str| {
            visit
                .string(&format!("document.querySelector('{css}').value"))
                .await
        };
        // An address, half typed while an answer comes, and then one that is none.
        let mut here = workshop(ID << 32, 6, &[])?;
        enter(visit, &here).await?;
        visit.type_into("#reach", "my lap").await?;
        here.apply(Change::Named("Renamed elsewhere".to_owned()), here.created);
        stored_elsewhere(visit, &here).await?;
        visit.wait_for_text("main", "Renamed elsewhere").await?;
        assert_eq!(value("#reach").await?, "my lap");
        visit.client().active_element().await?.send_keys("top").await?;
        visit.press(Key::Tab).await?;
        visit.wait_for_text("#reach-wrong", "no web address").await?;
        assert_eq!(value("#reach").await?, "my laptop");
        // One that can be makes another link.
        visit.eval("document.querySelector('#reach').select()").await?;
        visit.type_into("#reach", "192.168.1.20:8000").await?;
        visit.press(Key::Tab).await?;
        visit
            .wait_until(
                "document.querySelector('#link').value.startsWith('http://192.168.1.20:8000/#/join/')",
            )
            .await?;

        // Hands that are no number, where there was one.
        here.apply(Change::WentTo(Stage::Choose), here.created);
        enter(visit, &here).await?;
        visit.type_into("#hands-A01", "9").await?;
        visit.wait_for_text("[aria-labelledby=hands]", "Hands: 9").await?;
        visit.type_into("#hands-A01", "x").await?;
        visit.wait_for_text("[aria-labelledby=hands]", "Hands: 0").await?;
        assert_eq!(value("#hands-A01").await?, "9x");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_day_that_is_none_leaves_the_one_before_it() -> Result<()> {
    visit(async |visit| {
        let mut here = workshop(ID << 32, 6, &[])?;
        let day = "2027-01-18".parse().map_err(|_| anyhow::anyhow!("a day"))?;
        for change in [
            Change::WentTo(Stage::Commit),
            Change::SetPlanDay(PlanDay::Review, Some(day)),
        ] {
            here.apply(change, here.created);
        }
        enter(visit, &here).await?;
        // 31 February, as far as the field lets it be written: its first figures are another whole date. Meanwhile another window changes something.
        visit.type_into("#review", "0231").await?;
        let mut there = stored(visit, here.id).await?;
        there.apply(Change::Named("Renamed elsewhere".to_owned()), there.created);
        stored_elsewhere(visit, &there).await?;
        visit.wait_for_text("main", "Renamed elsewhere").await?;
        let half = "document.querySelector('#review').validity.badInput";
        assert_eq!(visit.eval(half).await?, true, "half a day stands");
        visit.client().active_element().await?.send_keys("2027").await?;
        visit.leaves_no_day("#review").await?;
        let shown = visit.string("document.querySelector('#review').value").await?;
        assert_eq!(shown, "2027-01-18");
        visit.quiet().await?;
        let review = stored(visit, here.id).await?.plan.review.value;
        assert_eq!(review, Some(day), "what it was before stands");

        // Emptied part by part, it is empty once it is left.
        visit.eval("document.querySelector('#review').focus()").await?;
        for _ in 0..3 {
            visit.press(Key::Backspace).await?;
            visit.press(Key::Tab).await?;
        }
        visit.press(Key::Tab).await?;
        visit
            .wait_until("document.querySelector('#review ~ .no-such-day').checkVisibility() === false")
            .await?;
        assert_eq!(stored(visit, here.id).await?.plan.review.value, None);
        Ok(())
    })
    .await
}
