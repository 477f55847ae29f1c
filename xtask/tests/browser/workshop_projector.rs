//! What moves the room's window: keys in either direction, the console's time, covers and second language; and what the window says of itself.

use crate::harness::workshops::{self, workshop};
use crate::harness::{Visit, visit};
use crate::workshop_rooms_dropped::choose as choose_in;
use crate::workshop_wall::{ID, KEY, fits, full, readable, record, two_windows};
use anyhow::Context;
use fantoccini::key::Key;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::question::AreaId;
use oxymoron::domain::workshop::promise::{Came, Promise};
use serde_json::json;
use xtask::Result;

/// A browser whose wake lock this test can take back.
const WAKE_LOCK: &str = "Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => { \
    const lock = new EventTarget(); lock.release = async () => {}; window.wakeLocks = [...(window.wakeLocks ?? []), lock]; return lock; } } });";

#[tokio::test]
async fn a_presenter_turns_pages_with_every_key_and_the_arrows_go_with_the_reading() -> Result<()> {
    visit(async |visit| {
        for (folder, on, back, page) in [
            ("", Key::Right, Key::Left, "Page"),
            ("ar/", Key::Left, Key::Right, "صفحة"),
        ] {
            visit.viewport(1280, 720).await?;
            visit.seed(&[(KEY, &record("vote", 9, &json!([])))]).await?;
            let address = format!("{}{folder}#/workshop/{ID}", visit.server.url());
            visit.open_url("about:blank").await?;
            visit.open_url(&address).await?;
            visit.alive().await?;
            let (console, _) = visit.new_tab().await?;
            visit.open_url(&format!("{address}/wall")).await?;
            visit.alive().await?;
            // In Arabic each number stands between marks that keep its direction.
            let here = async |n: usize| {
                let said = format!("[...document.querySelectorAll('.wall-head .wall-foot')].some((it) => it.textContent.replace(/[\\u2068\\u2069]/g, '').startsWith('{page} {n} '))");
                visit.wait_until(&said).await
            };
            here(1).await?;
            for (key, n) in [
                (on, 2),
                (Key::PageDown, 3),
                (back, 2),
                (on, 3),
                (Key::PageUp, 2),
                (back, 1),
            ] {
                visit.press(key).await?;
                here(n).await?;
            }
            visit.switch_to(&console).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_console_s_picture_of_the_wall_goes_with_the_time() -> Result<()> {
    visit(async |visit| {
        visit.viewport(1280, 720).await?;
        visit.seed(&[(KEY, &record("vote", 9, &json!([])))]).await?;
        visit.enter(&format!("#/workshop/{ID}")).await?;
        let now = visit.text(".wall-preview .wall-timer").await?;
        visit.click(".timer-button:nth-child(1)").await?;
        visit
            .wait_until(&format!(
                "document.querySelector('.wall-preview .wall-timer').textContent !== {}",
                json!(now)
            ))
            .await?;
        // Two ticks: the second one is no answer to a click.
        let next = visit.text(".wall-preview .wall-timer").await?;
        visit
            .wait_until(&format!(
                "document.querySelector('.wall-preview .wall-timer').textContent !== {}",
                json!(next)
            ))
            .await
    })
    .await
}

#[tokio::test]
async fn covering_the_wall_and_showing_the_stage_again_is_said() -> Result<()> {
    visit(async |visit| {
        visit.viewport(1280, 720).await?;
        visit.seed(&[(KEY, &record("vote", 9, &json!([])))]).await?;
        visit.enter(&format!("#/workshop/{ID}")).await?;
        for (button, said) in [
            ("[data-blank]", "On the projected screen: Blank page"),
            ("[data-uncover]", "On the projected screen: Vote"),
            ("[data-break='10']", "On the projected screen: Break. Back at "),
            ("[data-uncover]", "On the projected screen: Vote"),
        ] {
            visit.click(button).await?;
            visit.wait_for_text("#said", said).await?;
        }
        // A time that has passed begins no break, and neither does a field that has changed.
        choose_in(visit, "#break-until", "2020-01-01T09:00").await?;
        visit.click("[data-break-until]").await?;
        visit
            .wait_for_text("#break-wrong", "a day and a time that are still to come")
            .await?;
        let tomorrow = visit
            .string("new Date(Date.now() + 864e5).toISOString().slice(0, 16)")
            .await?;
        choose_in(visit, "#break-until", &tomorrow).await?;
        assert_eq!(visit.count("[data-uncover]").await?, 0);
        visit.click("[data-break-until]").await?;
        visit.wait_for("[data-uncover]").await?;
        visit
            .wait_for_text("#said", "On the projected screen: Break. Back ")
            .await
    })
    .await
}

#[tokio::test]
async fn the_page_and_the_second_language_of_the_wall_outlast_the_sheet_and_a_reload() -> Result<()> {
    visit(async |visit| {
        let (console, wall) = two_windows(visit, "vote").await?;
        visit.switch_to(&console).await?;
        choose_in(visit, "#wall-also", "fr").await?;
        for page in [2, 3] {
            visit.click(".console-pages .button:last-child").await?;
            let shown = format!("Page {page} of");
            visit.wait_for_text(".console-pages", &shown).await?;
        }
        visit.go(&format!("#/workshop/{ID}/sheet")).await?;
        visit.go(&format!("#/workshop/{ID}")).await?;
        for reloads in [true, false] {
            visit.wait_for_text(".console-pages", "Page 3 of").await?;
            let also = "document.querySelector('#wall-also').value";
            assert_eq!(visit.string(also).await?, "fr");
            if reloads {
                visit.reload().await?;
                visit.alive().await?;
            }
        }
        visit.switch_to(&wall).await?;
        visit.wait_for("[lang='fr'].wall-also").await?;
        visit.wait_for_text(".wall-head", "Page 3 of").await
    })
    .await
}

#[tokio::test]
async fn the_console_gives_the_wall_a_second_language_and_takes_it_away() -> Result<()> {
    visit(async |visit| {
        const PAGES: &str = "document.querySelector('.console-pages b').textContent.split(' ').pop()";
        let (console, wall) = two_windows(visit, "vote").await?;
        visit.switch_to(&console).await?;
        visit.wait_for(".console-pages b").await?;
        let alone = visit.string(PAGES).await?;
        let choose = async |language: &str, pages: &str| {
            visit.switch_to(&console).await?;
            choose_in(visit, "#wall-also", language).await?;
            visit
                .wait_until(&format!("{PAGES} {pages} {}", json!(alone)))
                .await?;
            visit.switch_to(&wall).await
        };
        // Two languages take more pages, and letters as large as one.
        choose("fr", "!==").await?;
        visit.press(Key::PageDown).await?;
        visit.wait_for(".wall-also[lang=fr]").await?;
        readable(visit).await?;
        fits(visit).await?;
        choose("", "===").await?;
        visit
            .wait_until("document.querySelector('.wall-anchors') && !document.querySelector('.wall-also')")
            .await?;
        // The question that the room reads stays, on whichever page it is then.
        for page in [3, 4] {
            visit.press(Key::PageDown).await?;
            let shown = format!("Page {page} of");
            visit.wait_for_text(".wall-head", &shown).await?;
        }
        let title = visit.text(".wall-title").await?;
        for (language, pages, words) in [("fr", "!==", true), ("", "===", false)] {
            choose(language, pages).await?;
            let stays = format!(
                "document.querySelector('.wall-title').textContent === {} && !!document.querySelector('.wall-also[lang=fr]') === {words}",
                json!(title)
            );
            visit.wait_until(&stays).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_console_chooses_the_language_of_the_wall_and_keeps_its_own() -> Result<()> {
    const NOT_TWICE: &str = "!document.querySelector('.wall-also')";
    let offers_no = |tag: &str| format!("!document.querySelector('#wall-also [value={tag}]')");
    visit(async |visit| {
        let (console, wall) = two_windows(visit, "vote").await?;
        visit.switch_to(&console).await?;
        choose_in(visit, "#wall-also", "de").await?;
        choose_in(visit, "#wall-language", "ar").await?;
        visit.wait_for(".wall-preview .wall[lang=ar][dir=rtl]").await?;
        visit.wait_until(&offers_no("ar")).await?;
        visit.wait_for("html[lang=en] .console-pages").await?;
        visit.switch_to(&wall).await?;
        for reloads in [true, false] {
            visit.wait_for(".wall[lang=ar][dir=rtl]").await?;
            // The arrows go with the reading of the picture.
            let (on, back) = (Key::Left, Key::Right);
            visit.press(on).await?;
            visit.wait_for(".wall-anchors").await?;
            visit.wait_for(".wall-also[lang=de][dir=ltr]").await?;
            readable(visit).await?;
            fits(visit).await?;
            visit.press(back).await?;
            visit
                .wait_until("!document.querySelector('.wall-anchors')")
                .await?;
            if reloads {
                visit.reload().await?;
                visit.alive().await?;
            }
        }
        visit.switch_to(&console).await?;
        visit.click("[data-break='10']").await?;
        visit.switch_to(&wall).await?;
        visit.wait_for_text(".wall[lang=ar] h1", "استراحة").await?;
        visit.switch_to(&console).await?;
        visit.click("[data-uncover]").await?;
        choose_in(visit, "#wall-language", "de").await?;
        visit.wait_until(&offers_no("de")).await?;
        visit.switch_to(&wall).await?;
        visit.wait_for(".wall[lang=de][dir=ltr]").await?;
        visit.wait_until(NOT_TWICE).await?;
        visit.switch_to(&console).await?;
        // The language of the page itself may be the second one.
        choose_in(visit, "#wall-also", "en").await?;
        visit.switch_to(&wall).await?;
        visit.press(Key::PageDown).await?;
        visit.wait_for(".wall[lang=de] .wall-also[lang=en]").await?;
        visit.switch_to(&console).await?;
        visit
            .wait_for(".wall-preview .wall[lang=de] .wall-also[lang=en]")
            .await?;
        choose_in(visit, "#wall-language", "").await?;
        // Where both are one, console and wall count the pages of one.
        visit.wait_for_text(".console-pages", "of 13").await?;
        visit.switch_to(&wall).await?;
        visit.wait_for(".wall[lang=en]").await?;
        visit.wait_for_text(".wall-head", "of 13").await?;
        visit.wait_until(NOT_TWICE).await?;
        Ok(())
    })
    .await
}

/// A workshop that goes on from another one, whose promise is as long as they get.
fn promised() -> Result<String> {
    let mut here = workshop(0xab, 12, &[])?;
    let day = |text: &str| text.parse().ok();
    let long = "Ask five recent customers what was different about working with us, without hints. Count those who name something other than price. ";
    here.promise = Some(Promise {
        held: Moment(1_790_000_000_000),
        area: AreaId::new(12).context("an area")?,
        experiment: long.repeat(2),
        counted: long.to_owned(),
        owner: "Ana-Maria from sales enablement".to_owned(),
        stop: day("2026-10-07"),
        review: day("2026-11-18"),
        came: Some(Came::Running),
        learned: long.to_owned(),
    });
    here.revision.0 = 50;
    Ok(workshops::record(&here).1)
}

/// On a window of 4:3 lines are shortest: of a promise, and of a question beside the code.
#[tokio::test]
async fn on_a_small_projector_nothing_lies_under_the_code() -> Result<()> {
    visit(async |visit| {
        let _ = two_windows(visit, "invite").await?;
        for (text, title) in [
            (promised()?, "Last time we promised"),
            (full("vote", 100, "", false), "Everybody answers"),
        ] {
            visit.store(KEY, &text).await?;
            visit.wait_for_text(".wall", title).await?;
            walk_at_4_to_3(visit).await?;
        }
        Ok(())
    })
    .await
}

async fn walk_at_4_to_3(visit: &Visit) -> Result<()> {
    const LAST: &str = "((it) => it && it[1] === it[2])([...document.querySelectorAll('.wall-head .wall-foot')].map((it) => it.textContent.match(/Page ([0-9]+) of ([0-9]+)/)).find(Boolean))";
    for page in 1_u32.. {
        for (width, height) in [(1024, 768), (1280, 720)] {
            visit.viewport(width, height).await?;
            fits(visit).await?;
            readable(visit).await?;
        }
        if visit.eval(LAST).await? == json!(true) {
            break;
        }
        visit.press(Key::PageDown).await?;
        visit
            .wait_for_text(".wall-head", &format!("Page {} of", page + 1))
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_wrong_paste_is_named_and_the_picture_stays() -> Result<()> {
    visit(async |visit| {
        let (console, wall) = two_windows(visit, "close").await?;
        visit.wait_for_text(".wall-title", "The vote is closed").await?;
        visit.paste_into("body", "Here it is!").await?;
        visit
            .wait_for_text(".wall-notes", "no picture of this workshop")
            .await?;
        assert_eq!(visit.text(".wall-title").await?, "The vote is closed");
        // The next picture takes the words away, whichever way it comes.
        visit.switch_to(&console).await?;
        visit.click("[data-reopen]").await?;
        visit.switch_to(&wall).await?;
        visit.wait_for_text(".wall-title", "Everybody answers").await?;
        visit.wait_until("!document.querySelector('.wall-refused')").await
    })
    .await
}

#[tokio::test]
async fn a_screen_that_may_go_to_sleep_is_named_on_itself() -> Result<()> {
    visit(async |visit| {
        visit.viewport(1280, 720).await?;
        visit.seed(&[(KEY, &record("close", 9, &json!([])))]).await?;
        visit.enter(&format!("#/workshop/{ID}")).await?;
        let (console, wall) = visit.new_tab().await?;
        visit.before_load(WAKE_LOCK).await?;
        visit.viewport(1280, 720).await?;
        visit.enter(&format!("#/workshop/{ID}/wall")).await?;
        visit.wait_for_text(".wall-title", "The vote is closed").await?;
        visit.wait_until("window.wakeLocks.length === 1").await?;
        assert_eq!(visit.text(".wall-notes").await?, "");
        visit
            .run("wakeLocks[0].dispatchEvent(new Event('release'))")
            .await?;
        visit.wait_for_text(".wall-notes", "may go to sleep").await?;
        fits(visit).await?;
        visit.switch_to(&console).await?;
        visit
            .wait_for_text("[data-walls]", "does not keep the screen awake")
            .await?;
        visit.switch_to(&wall).await?;
        // Whenever the window is shown again, it asks again.
        visit
            .run("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")
            .await?;
        visit
            .wait_until(
                "window.wakeLocks.length >= 2 && document.querySelector('.wall-notes').textContent === ''",
            )
            .await
    })
    .await
}
