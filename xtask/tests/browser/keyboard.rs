//! Everything without a mouse.

use crate::harness::{NEXT, Visit, option, visit};
use fantoccini::key::Key;
use serde_json::{Value, json};
use xtask::Result;

/// Presses Tab until the focus is where it should go, as a person would.
async fn tab_to(visit: &Visit, css: &str) -> Result<()> {
    for _ in 0..60 {
        visit.press(Key::Tab).await?;
        let here = format!("document.activeElement.matches({})", json!(css));
        if visit.eval(&here).await? == Value::Bool(true) {
            return Ok(());
        }
    }
    anyhow::bail!("Tab does not get to {css}")
}

/// A thick enough line around what has the focus, or around its label.
async fn focus_is_visible(visit: &Visit) -> Result<()> {
    let visible = visit
        .eval(
            "[document.activeElement, document.activeElement.closest('label')].filter(Boolean).map(getComputedStyle)\
             .some((it) => it.outlineStyle !== 'none' && parseFloat(it.outlineWidth) >= 2)",
        )
        .await?;
    let what = visit.string("document.activeElement.outerHTML").await?;
    assert_eq!(visible, Value::Bool(true), "no visible focus on {what}");
    Ok(())
}

async fn press_text(visit: &Visit, text: &str) -> Result<()> {
    visit.client().active_element().await?.send_keys(text).await?;
    Ok(())
}

#[tokio::test]
async fn a_journey_with_the_keyboard_alone() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        tab_to(visit, "input[name='A01']").await?;
        focus_is_visible(visit).await?;
        press_text(visit, " ").await?;
        visit.wait_for_answer("A01", "1").await?;
        visit.press(Key::Down).await?;
        visit.wait_for_answer("A01", "2").await?;
        visit.press(Key::Down).await?;
        visit.wait_for_answer("A01", "3").await?;
        visit.press(Key::Up).await?;
        visit.wait_for_answer("A01", "2").await?;
        assert!(visit.checked("A01", "2").await?);
        focus_is_visible(visit).await?;

        tab_to(visit, ".card-foot a").await?;
        focus_is_visible(visit).await?;
        let before = visit.heading().await?;
        visit.press(Key::Enter).await?;
        visit.wait_for_heading_after(&before).await?;
        assert_eq!(visit.heading().await?, "Hiring for change");

        for area in 2..=12 {
            tab_to(visit, &format!("input[name='A{area:02}']")).await?;
            if area == 12 {
                // As on an Arabic keyboard, which WebDriver does not have.
                visit
                    .run("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '٤', bubbles: true }))")
                    .await?;
            } else {
                press_text(visit, "4").await?;
            }
            visit.wait_for_answer(&format!("A{area:02}"), "4").await?;
            tab_to(visit, ".turn a.button:not(.button-quiet)").await?;
            let before = visit.heading().await?;
            visit.press(Key::Enter).await?;
            if area < 12 {
                visit.wait_for_heading_after(&before).await?;
            }
        }
        visit.wait_until("location.hash.startsWith('#/results/')").await
    })
    .await
}

#[tokio::test]
async fn on_a_counted_scale_no_digit_stands_for_an_option() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/new").await?;
        visit.wait_for(&option("A01", "1")).await?;
        visit.click("input[name='depth']:not(:checked)").await?;
        visit.wait_for(&option("A01b", "1")).await?;
        let marks = "[...document.querySelector(\"input[name='A01b']\").closest('fieldset')\
                     .querySelectorAll('.option-number')].map((mark) => mark.textContent).join('')";
        assert_eq!(visit.string(marks).await?, "abcde?");
        visit
            .run("document.querySelector(\"input[name='A01b']\").focus()")
            .await?;
        for digit in ["0", "1", "2", "5"] {
            press_text(visit, digit).await?;
        }
        press_text(visit, "b").await?;
        visit.wait_for_answer("A01b", "2").await?;
        // The only answer: the digits before it were taken for nothing.
        let answers = visit.record().await?["body"]["answers"].clone();
        assert_eq!(answers.as_object().map(|all| all.len()), Some(1));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn digit_keys_choose_and_never_move_on() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/new").await?;
        visit.wait_for(&option("A01", "1")).await?;
        let here = visit.fragment().await?;
        let heading = visit.heading().await?;
        // The focus is on the heading after coming here, so nobody has to reach the question first.
        for digit in ["1", "2", "3", "4", "5", "0"] {
            press_text(visit, digit).await?;
            visit.wait_for_answer("A01", digit).await?;
            visit
                .wait_until(&format!(
                    "document.querySelector({}).checked",
                    json!(option("A01", digit))
                ))
                .await?;
            assert_eq!(visit.fragment().await?, here);
            assert_eq!(visit.heading().await?, heading);
        }
        // Digits without a meaning, and with a modifier, mean nothing.
        for nothing in ["6", "9", "\u{e00a}3"] {
            press_text(visit, nothing).await?;
        }
        // In a text they are digits.
        visit.type_into("#note", "12 of 35").await?;
        visit.type_into("#subject", "Team 4").await?;
        visit
            .wait_until("Object.values(localStorage).some((text) => text.includes('Team 4'))")
            .await?;
        let body = &visit.record().await?["body"];
        assert_eq!(body["answers"]["A01"][0], "0");
        assert_eq!(body["notes"]["A01"][0], "12 of 35");

        // Switched off, they stay off, after a reload too.
        visit.click(".keys label").await?;
        visit
            .wait_until(
                "JSON.parse(localStorage.getItem('oxymoron/1/settings/device')).body.digit_keys === 'off'",
            )
            .await?;
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for("#note").await?;
        press_text(visit, "5").await?;
        visit.follow(NEXT).await?;
        press_text(visit, "5").await?;
        let answers = visit.record().await?["body"]["answers"].clone();
        assert_eq!(answers["A01"][0], "0");
        assert_eq!(answers["A02"], Value::Null);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_way_to_a_screen_ends_on_its_heading() -> Result<()> {
    const ON_HEADING: &str = "document.activeElement === document.querySelector('main h1')";
    visit(async |visit| {
        visit.enter("#/").await?;
        // Arriving by address is the browser's own business; nothing grabs the focus.
        assert_eq!(visit.eval(ON_HEADING).await?, Value::Bool(false));
        for (css, heading) in [
            (".menu li:nth-child(2) a", "Method"),
            (".menu li:nth-child(3) a", "Privacy"),
            (".menu li:nth-child(4) a", "My data"),
        ] {
            visit.follow(css).await?;
            assert_eq!(visit.heading().await?, heading);
            assert_eq!(
                visit.string("document.title").await?,
                format!("{heading} · Oxymoron")
            );
            assert_eq!(visit.eval("scrollY === 0").await?, Value::Bool(true));
        }
        visit.eval("void history.back()").await?;
        visit.wait_for_heading_after("My data").await?;
        assert_eq!(visit.heading().await?, "Privacy");

        // The first stop of the Tab key leads past the menu.
        visit.reload().await?;
        visit.alive().await?;
        visit.press(Key::Tab).await?;
        assert_eq!(visit.string("document.activeElement.className").await?, "skip");
        focus_is_visible(visit).await?;
        visit.press(Key::Enter).await?;
        visit.wait_until(ON_HEADING).await?;
        assert_eq!(visit.fragment().await?, "#/privacy");
        Ok(())
    })
    .await
}
