//! What is said to those who listen, as far as it can be told without a screen reader: the accessibility tree, live regions, and where the
//! focus is while a screen goes. What a screen reader makes of it is in `docs/accessibility.md`.

use crate::harness::records::{ID, OTHER, assessment, key};
use crate::harness::workshops::{record, workshop};
use crate::harness::{NEXT, Visit, engines, visit};
use crate::workshop_console::{self, console, paste};
use crate::workshop_pass::ID as WORKSHOP;
use crate::workshop_rooms::held;
use anyhow::Context;
use fantoccini::key::Key;
use oxymoron::domain::code::WorkshopId;
use oxymoron::domain::workshop::stage::Stage;
use serde_json::{Value, json};
use xtask::Result;

engines! {
    the_focus_never_goes_with_a_screen: chromium firefox webkit;
    the_same_thing_is_said_again: chromium firefox webkit;
    what_is_used_and_what_is_taken_is_said: chromium firefox webkit;
    what_makes_rooms_goes_without_the_focus: chromium firefox webkit;
    the_focus_steps_aside_before_a_list_grows: chromium firefox webkit;
    a_number_that_cannot_be_is_said_and_only_then: chromium firefox webkit;
}

/// Writes down what had the focus, or a caret, when it went.
pub const LOST: &str = "window.lost = []; const remove = Node.prototype.removeChild; \
    Node.prototype.removeChild = function (child) { \
        if (child.contains(document.activeElement)) window.lost.push(child.textContent); \
        if (getSelection().rangeCount && child.contains(getSelection().anchorNode)) window.lost.push('caret'); \
        return remove.call(this, child); };";

/// Dates that are no group with a name, of which only "Month" would be heard; fields that are called wrong before anything was typed;
/// and texts to copy that would be read from their end.
const UNHEARD: &str = "[...document.querySelectorAll('main input[type^=date], main :invalid:not(form, fieldset, [aria-invalid]), main textarea[readonly]')] \
    .filter((it) => it.matches(':invalid:not([aria-invalid])') \
        || it.matches('input[type^=date]') && !document.getElementById(it.closest('[role=group]')?.getAttribute('aria-labelledby'))?.textContent \
        || it.matches('textarea') && it.selectionStart > 0) \
    .map((it) => it.outerHTML)";

/// Writes down whatever a live region holds after each of its changes, also where that is equal to what it held before.
pub const RECORDER: &str = "(() => { window.heard = []; \
    new MutationObserver((changes) => { \
        const regions = new Set(changes.map(({ target }) => (target.closest ? target : target.parentElement)?.closest('[aria-live], [role=alert]'))); \
        for (const region of regions) if (region?.textContent.trim()) window.heard.push(region.textContent.trim()); \
    }).observe(document.body, { childList: true, subtree: true, characterData: true }); })()";

/// What was said since it was asked last, as soon as there is something.
pub async fn heard(visit: &Visit) -> Result<Vec<String>> {
    visit.wait_until("window.heard.length > 0").await?;
    Ok(serde_json::from_value(
        visit.eval("window.heard.splice(0)").await?,
    )?)
}

async fn the_focus_never_goes_with_a_screen() -> Result<()> {
    visit(async |visit| {
        let (key, text) = (key(ID), assessment(ID, "North", &["2"; 12]));
        visit.seed(&[(&key, &text)]).await?;
        visit.enter(&format!("#/assess/{ID}/A11")).await?;
        visit.settled().await?;
        // What is in the page when something in it goes: the focus may not be in that, and no caret.
        visit.run(LOST).await?;
        for (link, at) in [(NEXT, "Ops and enablement own innovation"), (NEXT, "Where North stands")] {
            visit
                .run(&format!(
                    "const link = document.querySelector({}); link.focus(); getSelection().collapse(link, 0); link.click()",
                    json!(link)
                ))
                .await?;
            visit.wait_for_text("main h1", at).await?;
            visit
                .wait_until("document.activeElement === document.querySelector('main h1')")
                .await?;
            // Nothing of the screen before is left, and nothing stands where the focus was in between.
            let left = "document.querySelectorAll('main h1').length + document.querySelector('#aside').childNodes.length";
            assert_eq!(visit.eval(left).await?, json!(1), "{at}");
        }
        assert_eq!(visit.eval("window.lost").await?, json!([]));
        Ok(())
    })
    .await
}

async fn the_same_thing_is_said_again() -> Result<()> {
    visit(async |visit| {
        let (one, other) = (
            assessment(ID, "North", &["2"; 12]),
            assessment(OTHER, "South", &["3"; 12]),
        );
        visit.seed(&[(&key(ID), &one), (&key(OTHER), &other)]).await?;
        visit.enter(&format!("#/assess/{ID}/A01")).await?;
        visit.eval(RECORDER).await?;
        for value in ["4", "5", "0"] {
            visit.choose("A01", value).await?;
            assert_eq!(heard(visit).await?, ["Saved in this browser"]);
        }
        visit.click(".clear").await?;
        assert_eq!(heard(visit).await?, ["Answer cleared. Saved in this browser"]);
        visit
            .eval("void window.dispatchEvent(new KeyboardEvent('keydown', { key: '3' }))")
            .await?;
        assert_eq!(
            heard(visit).await?,
            ["A date in the review calendar. Saved in this browser"]
        );

        // Two deletions, and nothing else.
        visit.enter("#/").await?;
        visit.eval(RECORDER).await?;
        for deleted in ["One record deleted.", "2 records deleted."] {
            // The offer to undo may lie over it.
            visit
                .run("document.querySelector('.record-actions button').click()")
                .await?;
            let said = heard(visit).await?;
            assert!(said.iter().all(|said| said.starts_with(deleted)), "{said:?}");
        }
        Ok(())
    })
    .await
}

async fn what_is_used_and_what_is_taken_is_said() -> Result<()> {
    visit(async |visit| {
        visit
            .seed(&[(&key(ID), &assessment(ID, "North", &["3"; 12]))])
            .await?;
        visit.enter(&format!("#/plan/{ID}")).await?;
        visit.click(".door:nth-child(3) button").await?;
        visit.wait_for(".suggestions button").await?;
        visit.settled().await?;
        visit.eval(RECORDER).await?;
        for button in [
            ".suggestions li:first-child button",
            ".suggestions li:first-child button",
            ".plan-offer button",
        ] {
            visit.click(button).await?;
            let said = heard(visit).await?;
            assert!(
                said.contains(&"Saved in this browser".to_owned()),
                "{button}: {said:?}"
            );
        }
        Ok(())
    })
    .await
}

async fn what_makes_rooms_goes_without_the_focus() -> Result<()> {
    visit(async |visit| {
        let (key, text) = record(&workshop(7, 40, &[])?);
        visit.seed(&[(&key, &text)]).await?;
        visit.enter("#/workshop/rooms/split/0000000000000007").await?;
        visit.type_into("#rooms-count", "2").await?;
        visit.run(LOST).await?;
        visit.press(Key::Enter).await?;
        visit.wait_for_text("h1", "Invites for all rooms").await?;
        visit
            .wait_until("document.activeElement === document.querySelector('main h1')")
            .await?;
        assert_eq!(visit.eval("window.lost").await?, json!([]));
        Ok(())
    })
    .await
}

/// Firefox tells of a focus and of a change at the same time in one go, and then nothing of the focus.
async fn the_focus_steps_aside_before_a_list_grows() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/workshop").await?;
        visit.wait_for("[data-rehearse='14']").await?;
        visit
            .run(
                "window.focused = []; document.querySelector('[data-rehearse=\"14\"]').focus(); \
                new MutationObserver(() => window.focused.push(document.activeElement.id)) \
                    .observe(document.querySelector('.workshops'), { childList: true });",
            )
            .await?;
        visit.press(Key::Enter).await?;
        visit.wait_for_text("h1", "Workshop without a name").await?;
        visit
            .wait_until("document.activeElement === document.querySelector('main h1')")
            .await?;
        let focused = visit.eval("window.focused").await?;
        assert_eq!(focused, json!(["aside"]));
        Ok(())
    })
    .await
}

async fn a_number_that_cannot_be_is_said_and_only_then() -> Result<()> {
    visit(async |visit| {
        let (key, text) = record(&workshop(7, 12, &[])?);
        visit.seed(&[(&key, &text)]).await?;
        visit.enter(&console(WorkshopId(7))).await?;
        visit.wait_for("#headcount").await?;
        let described = "document.getElementById(document.querySelector('#headcount').getAttribute('aria-describedby'))?.textContent ?? ''";
        assert_eq!(visit.string(described).await?, "");
        visit.eval(RECORDER).await?;
        visit.type_into("#headcount", "x").await?;
        visit.press(Key::Tab).await?;
        let wrong = "A whole number from 2 to 10,000, please.";
        assert_eq!(heard(visit).await?, [wrong]);
        assert_eq!(visit.string(described).await?, wrong);
        visit.eval("document.querySelector('#headcount').select()").await?;
        visit.type_into("#headcount", "13").await?;
        visit.press(Key::Tab).await?;
        visit
            .wait_until("!document.querySelector('#headcount').matches('[aria-invalid], [aria-describedby]')")
            .await
    })
    .await
}

#[tokio::test]
async fn the_console_says_what_is_left_and_what_came_every_time() -> Result<()> {
    visit(async |visit| {
        let mut workshop = workshop(7, 12, &[])?;
        workshop.stage = Stage::Vote;
        let (key, text) = record(&workshop);
        visit.seed(&[(&key, &text)]).await?;
        visit.enter(&console(WorkshopId(7))).await?;
        visit.eval(RECORDER).await?;
        for _ in 0..2 {
            visit.click(".timer-button:nth-child(2)").await?;
            let said = heard(visit).await?;
            assert!(said.iter().any(|said| said.ends_with("left, paused")), "{said:?}");
        }
        for _ in 0..2 {
            paste(visit, "Nothing of the kind").await?;
            visit
                .wait_until("window.heard.some((said) => said.includes('What came in'))")
                .await?;
            visit.two_frames().await?;
            let said = heard(visit).await?;
            let came = said.iter().filter(|said| said.contains("What came in"));
            assert_eq!(came.count(), 1, "one paste is one announcement: {said:?}");
        }
        let names = visit
            .eval("[...document.querySelectorAll('.timer-button[aria-label]')].map((it) => it.ariaLabel)")
            .await?;
        assert!(names.as_array().is_some_and(|names| names.len() >= 3), "{names}");
        // A heading that has the focus and then other words is heard with those of before.
        visit
            .eval("document.querySelector('#stage').isOfTheVote = true")
            .await?;
        visit.click(workshop_console::NEXT).await?;
        visit.click("[data-confirm]").await?;
        visit
            .wait_until(
                "document.activeElement.id === 'stage' && document.activeElement.textContent === 'Close'",
            )
            .await?;
        assert_eq!(
            visit
                .eval("!!document.querySelector('#stage').isOfTheVote")
                .await?,
            json!(false)
        );
        Ok(())
    })
    .await
}

/// Role and name of everything in the accessibility tree that is not ignored, with the role of what it is in.
async fn tree(visit: &Visit) -> Result<Vec<(String, String, String)>> {
    let answer = visit.cdp("Accessibility.getFullAXTree", json!({})).await?;
    let nodes = answer["nodes"].as_array().context("nodes")?;
    let role = |node: &Value| node["role"]["value"].as_str().unwrap_or_default().to_owned();
    let parent = |node: &Value| {
        let found = nodes.iter().find(|other| other["nodeId"] == node["parentId"]);
        found.map(role).unwrap_or_default()
    };
    let seen = nodes.iter().filter(|node| node["ignored"] != json!(true));
    Ok(seen
        .map(|node| {
            let name = node["name"]["value"].as_str().unwrap_or_default();
            (role(node), name.to_owned(), parent(node))
        })
        .collect())
}

#[tokio::test]
async fn names_tell_things_apart_and_pictures_hold_nothing() -> Result<()> {
    visit(async |visit| {
        let mut records = vec![(
            "oxymoron/1/roll-up/000000000000000a".to_owned(),
            include_str!("../../../tests/fixtures/records/roll-up-v1.json").to_owned(),
        )];
        records.push(record(&held(1)?));
        for number in [2, 3] {
            let mut room = workshop(number, 8, &[])?;
            room.settings.title = format!("Kick-off, room {number}");
            records.push(record(&room));
        }
        records.extend([
            (key(ID), assessment(ID, "North", &["2"; 12])),
            (key(OTHER), assessment(OTHER, "North", &["3"; 12])),
        ]);
        let compare = format!("#/compare/{ID}/{OTHER}");
        let join = format!(
            "#/join/{}",
            workshop(WORKSHOP << 32, 3, &["Sellers", "Leaders"])?
                .invite()
                .seal()
        );
        let borrowed: Vec<_> = records.iter().map(|(key, text)| (&**key, &**text)).collect();
        visit.seed(&borrowed).await?;
        for fragment in [
            "#/example",
            "#/example/plan",
            "#/history",
            "#/",
            "#/workshop/rooms/000000000000000a",
            "#/workshop/rooms/split/0000000000000002",
            "#/workshop/0000000000000001/sheet",
            "#/workshop/0000000000000001",
            "#/workshop/0000000000000002/pass",
            &join,
            &compare,
            "#/take",
        ] {
            visit.enter(fragment).await?;
            visit.settled().await?;
            visit
                .eval("document.querySelectorAll('main details').forEach((it) => it.open = true)")
                .await?;
            assert_eq!(visit.eval(UNHEARD).await?, json!([]), "{fragment}");
            let tree = tree(visit).await?;
            let mut names = Vec::new();
            for (role, name, parent) in &tree {
                assert!(
                    !matches!(&**parent, "image" | "img" | "graphics-document"),
                    "{fragment}: {role} {name} in a picture"
                );
                assert!(
                    !matches!(&**role, "status" | "alert"),
                    "{fragment}: {role} {name}"
                );
                // Where what is the same for many stands many times, its buttons and fields are told apart as well.
                let told = matches!(&**role, "button" | "textbox") && fragment.contains("/rooms/");
                if told || role == "DisclosureTriangle" || role == "list" && !name.is_empty() {
                    assert!(!names.contains(&name), "{fragment}: two are called {name}");
                    names.push(name);
                }
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_around_everything_can_be_clicked() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        for around in [
            "document.body",
            "document.querySelector('#app')",
            "document.querySelector('main')",
        ] {
            let object = visit
                .cdp("Runtime.evaluate", json!({ "expression": around }))
                .await?;
            let id = &object["result"]["objectId"];
            let found = visit
                .cdp("DOMDebugger.getEventListeners", json!({ "objectId": id }))
                .await?;
            let listeners = found["listeners"].as_array().context("listeners")?;
            let clicks = listeners.iter().filter(|listener| listener["type"] == "click");
            assert_eq!(clicks.count(), 0, "{around}");
        }
        // And yet clicks arrive.
        visit.answer("A01", "3").await
    })
    .await
}
