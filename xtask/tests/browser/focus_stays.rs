//! Whoever presses a button that goes away by what it does is somewhere sensible afterwards, and never at the top of the page.

use crate::harness::{
    Visit, engines,
    records::{ID, OTHER, assessment, key, numbered, with},
    visit,
};
use crate::left_behind;
use fantoccini::key::Key;
use serde_json::{Value, json};
use xtask::Result;

engines! {
    after_every_button_that_takes_itself_away: chromium firefox;
    after_every_button_of_the_console_that_takes_itself_away: chromium firefox;
}

/// Not on the page as a whole, on something that is shown, and not on what erases.
const SENSIBLE: &str = "(() => { const at = document.activeElement; \
    return at !== document.body && at !== document.documentElement && at.isConnected && at.checkVisibility() && !at.disabled; })()";

/// Presses a button with the keyboard, waits for what it does, and fails if the focus is nowhere.
async fn press(visit: &Visit, css: &str, done: &str) -> Result<()> {
    left_behind::press(visit, css, done).await?;
    // What takes the focus away does so with the next frame.
    visit.two_frames().await?;
    let sensible = visit.wait_until(SENSIBLE).await;
    let at = visit
        .string("document.activeElement.outerHTML.slice(0, 120)")
        .await?;
    assert!(sensible.is_ok(), "after {css} the focus is on {at}");
    Ok(())
}

async fn after_every_button_that_takes_itself_away() -> Result<()> {
    visit(async |visit| {
        // One area alone has the lowest score.
        let levels = ["3", "2", "4", "3", "2", "1", "4", "3", "3", "4", "5", "2"];
        let finished = |id, name, day| {
            let parts = json!({ "subject": [name, 1], "answers": numbered(&levels), "day": [day, 2] });
            (key(id), with(id, &parts))
        };
        let (first, second) = (
            finished(ID, "North", "2026-08-20"),
            finished(OTHER, "North", "2026-11-20"),
        );
        let third = "00000000000000c3";
        let open = (key(third), assessment(third, "South", &["2"]));
        let rooms = (
            "oxymoron/1/roll-up/000000000000000a".to_owned(),
            include_str!("../../../tests/fixtures/records/roll-up-v1.json").to_owned(),
        );
        let records = [&first, &second, &open, &rooms].map(|(key, text)| (key.as_str(), text.as_str()));
        visit.seed(&records).await?;

        const DELETED: &str = "document.querySelector('.undo')";
        const BACK: &str = "!document.querySelector('.undo')";
        for (fragment, delete) in [
            ("#/", ".record-actions button"),
            ("#/history", ".history-entries button[aria-label^='Delete']"),
            ("#/data", ".data-actions button:last-child"),
            ("#/workshop/rooms", ".rooms-kept .record-actions button"),
        ] {
            visit.enter(fragment).await?;
            press(visit, delete, DELETED).await?;
            press(visit, ".undo .button:not(.button-quiet)", BACK).await?;
            press(visit, delete, DELETED).await?;
            press(visit, ".undo .button-quiet", BACK).await?;
            visit.seed(&records).await?;
        }

        visit.enter("#/workshop/rooms/000000000000000a").await?;
        visit.wait_for("#rooms-name").await?;
        visit
            .run("document.querySelector('details:has(button[aria-label^=\"Leave out\"])').open = true")
            .await?;
        const OUT: &str = "document.querySelector('#left-out')";
        press(visit, "button[aria-label^='Leave out']", OUT).await?;
        press(visit, "[data-rooms=undo]", &format!("!{OUT}")).await?;

        // Everything: the question begins on the harmless side and gives the focus back.
        visit.enter("#/data").await?;
        press(visit, "#delete-everything", "document.querySelector('.confirm')").await?;
        visit.press(Key::Escape).await?;
        visit
            .wait_until("document.activeElement.id === 'delete-everything'")
            .await?;

        visit.enter("#/history").await?;
        press(visit, ".history-name button", "document.querySelector('#rename')").await?;

        visit.enter(&format!("#/assess/{third}/A01")).await?;
        press(visit, ".clear", "document.querySelector('.clear').disabled").await?;

        visit.enter(&format!("#/plan/{ID}")).await?;
        press(visit, ".door button", "document.querySelector('.plan-sheet')").await?;
        press(
            visit,
            ".plan-offer button",
            "!document.querySelector('.plan-offer')",
        )
        .await?;

        visit.enter(&format!("#/results/{OTHER}")).await?;
        press(
            visit,
            ".door button",
            "location.hash.startsWith('#/plan/') && document.querySelector('.plan-sheet')",
        )
        .await?;
        visit.enter(&format!("#/results/{ID}")).await?;
        if visit.count(".take-along .reminder button").await? > 0 {
            press(
                visit,
                ".take-along .reminder button",
                "!document.querySelector('.take-along .reminder')",
            )
            .await?;
        }
        Ok(())
    })
    .await
}

/// A room of twelve, nine of whom showed hands: two camps on the first area, everybody alike on the others.
fn room(stage: &str, topics: &Value) -> String {
    const BEGUN: u64 = 1_795_000_000_000;
    let none = json!(["", 0]);
    let mut hands: serde_json::Map<String, Value> = (2..=12)
        .map(|number| (format!("A{number:02}"), json!([0, 0, 9, 0, 0, 0, 0])))
        .collect();
    hands.insert("A01".to_owned(), json!([0, 4, 0, 5, 0, 0, 0]));
    let body = json!({
        "instrument": 1, "created": BEGUN, "changed": BEGUN,
        "secret": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "title": "North",
        "depth": "quick", "know_do": false, "roles": [], "minimum": 5, "headcount": 12, "agenda": 60, "language": "en",
        "stage": stage, "turn": 0, "revealed": [BEGUN], "timer": [240], "sound": false,
        "first": { "responses": [], "hands": hands }, "topics": topics, "hands_each": "one", "energy": {}, "hypothesis": "",
        "plan": {
            "chosen": none, "experiment": none, "counted": none, "owner": none, "learned": none,
            "start": none, "stop": none, "review": none, "status": ["planned", 0],
        },
        "notes": "",
    });
    json!({ "schema": 2, "kind": "workshop", "id": ROOM, "revision": 9, "body": body }).to_string()
}

const ROOM: &str = "00000000000000ab";
/// The console's way on within a stage.
const GO: &str = ".stage-go.button:not(.button-quiet)";

async fn after_every_button_of_the_console_that_takes_itself_away() -> Result<()> {
    visit(async |visit| {
        let key = format!("oxymoron/1/workshop/{ROOM}");
        let console = format!("#/workshop/{ROOM}");
        visit.seed(&[(&key, &room("discuss", &json!([])))]).await?;
        visit.enter(&console).await?;
        // Talk about these.
        press(visit, GO, "document.querySelector('.stage-tabs')").await?;
        // The second vote, opened and closed; whatever asks before it closes gets its answer.
        let stage = |words: &str| format!("document.querySelector('.stage').innerText.includes('{words}')");
        press(visit, GO, &format!("!{}", stage("Vote again on this")))
            .await
            .or_else(|_| Ok::<_, anyhow::Error>(()))?;
        visit.wait_for(".stage-count").await?;
        press(
            visit,
            GO,
            "document.querySelector('.confirm') || !document.querySelector('.stage-count')",
        )
        .await?;
        if visit.count(".confirm").await? > 0 {
            press(
                visit,
                ".confirm button:not(.button-quiet)",
                "!document.querySelector('.confirm')",
            )
            .await?;
        }
        // The next area, as long as there is one.
        if visit.count(".stage-go.button-quiet").await? > 0 {
            let before = visit.text(".stage-area").await?;
            let other = format!(
                "document.querySelector('.stage-area')?.textContent !== {}",
                json!(before)
            );
            press(visit, ".stage-go.button-quiet", &other).await?;
        }
        // The last page that the room sees: its button has nowhere to go any more.
        visit.seed(&[(&key, &room("reveal", &json!([])))]).await?;
        visit.enter(&console).await?;
        for _ in 0..8 {
            let page = visit.text(".console-pages p").await?;
            if visit
                .eval("!!document.querySelector('.console-pages .button:last-child[aria-disabled]')")
                .await?
                == Value::Bool(true)
            {
                break;
            }
            let turned = format!(
                "document.querySelector('.console-pages p').innerText !== {}",
                json!(page)
            );
            press(visit, ".console-pages .button:last-child", &turned).await?;
        }
        // A date that is offered.
        visit.seed(&[(&key, &room("commit", &json!([])))]).await?;
        visit.enter(&console).await?;
        press(
            visit,
            ".stage-offer button",
            "!document.querySelector('.stage-offer')",
        )
        .await
    })
    .await
}
