//! Long names and large text.

use crate::{
    harness::{
        records::{ID, OTHER, key, numbered, with},
        visit,
    },
    looks::{window, wrong},
    screens::{self, FILLED, OVER_TIME, Screen},
};
use serde_json::json;
use xtask::Result;

/// The room that the console here is of.
const ROOM: &str = "00000000000000ab";

/// Screens of a workshop, with the record of [`room`].
const WORKSHOP: [Screen; 2] = [
    ("all workshops", "#/workshop"),
    ("a console", "#/workshop/00000000000000ab"),
];

/// A workshop that is being discussed, as its key and its text.
fn room(title: &str) -> (String, String) {
    const BEGUN: u64 = 1_795_000_000_000;
    let none = json!(["", 0]);
    let hands: serde_json::Map<String, serde_json::Value> = (1..=12)
        .map(|number| (format!("A{number:02}"), json!([0, 4, 0, 5, 0, 0, 0])))
        .collect();
    let body = json!({
        "instrument": 1, "created": BEGUN, "changed": BEGUN,
        "secret": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "title": title,
        "depth": "quick", "know_do": false, "roles": [], "minimum": 5, "headcount": 12, "agenda": 60, "language": "en",
        "stage": "discuss", "turn": 0, "revealed": [BEGUN], "timer": [240], "sound": false,
        "first": { "responses": [], "hands": hands }, "topics": [], "hands_each": "one", "energy": {}, "hypothesis": "",
        "plan": {
            "chosen": none, "experiment": none, "counted": none, "owner": none, "learned": none,
            "start": none, "stop": none, "review": none, "status": ["planned", 0],
        },
        "notes": "",
    });
    let text = json!({ "schema": 2, "kind": "workshop", "id": ROOM, "revision": 9, "body": body });
    (format!("oxymoron/1/workshop/{ROOM}"), text.to_string())
}

/// Our own words of which one letter stands alone on a line, at their beginning or their end; where they may be parted, two lines are fine.
const LONE_LETTERS: &str = r"(() => {
    const found = [], range = document.createRange(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const clipped = (it) => { for (; it; it = it.parentElement) if (getComputedStyle(it).clipPath !== 'none') return true; return false; };
    while (walk.nextNode()) {
        const it = walk.currentNode.parentElement;
        if (!it.checkVisibility() || it.closest('svg, option, textarea, script, style, code, [translate=no]') || clipped(it)) continue;
        for (const { 0: word, index } of walk.currentNode.data.matchAll(/[\p{L}\u00ad]{3,}/gu)) {
            const top = (at) => {
                range.setStart(walk.currentNode, index + at);
                range.setEnd(walk.currentNode, index + at + 1);
                return range.getBoundingClientRect().top;
            };
            const apart = (one, other) => Math.abs(top(one) - top(other)) > 4;
            if (apart(0, 1) || apart(word.length - 1, word.length - 2)) found.push(word);
        }
    }
    return found;
})()";

/// Text of 32 px in a window of a laptop, and as large as that on the smallest phone, where a word may be wider than the page.
#[tokio::test]
async fn text_twice_as_large_fits_every_window() -> Result<()> {
    visit(async |visit| {
        screens::seed(visit).await?;
        let (room_key, room) = room("Kick-off");
        visit.seed(&[(&room_key, &room)]).await?;
        let results = ("a result that is not yet whole", "#/results/0123456789abcdef");
        let mut found = Vec::new();
        for screen in FILLED.iter().chain(&OVER_TIME).chain(&WORKSHOP).chain([&results]) {
            screens::show(visit, *screen).await?;
            visit
                .run("document.documentElement.style.fontSize = '200%'")
                .await?;
            for width in [320, 1280] {
                window(visit, width).await?;
                wrong(visit, &format!("{} at {width} px", screen.0), &mut found).await?;
            }
            let lone = visit.eval(LONE_LETTERS).await?;
            if lone != json!([]) {
                found.push(format!("{} at 1280 px: {lone}", screen.0));
            }
        }
        assert!(found.is_empty(), "{found:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_name_of_eighty_letters_without_a_space_fits_everywhere() -> Result<()> {
    visit(async |visit| {
        let name = "N".repeat(80);
        let parts = |day: &str, owner: &str| {
            let plan = json!({
                "chosen": ["A06 lowest 1 2", 40], "experiment": [name, 40], "counted": [name, 40], "owner": [owner, 40],
                "learned": [name, 40], "start": ["2026-11-23", 40], "stop": ["2026-12-07", 40], "review": ["", 0],
                "status": ["running", 40],
            });
            let mut parts = json!({
                "subject": [name, 1], "answers": numbered(&["3", "2", "4", "3", "2", "1", "4", "3", "3", "4", "5", "xN"]),
                "day": [day, 2], "notes": { "A05": [name, 3] },
            });
            parts["answers"]["A12"] = json!([format!("x{name}"), 12]);
            if !owner.is_empty() {
                parts["plan"] = plan;
            }
            parts
        };
        let (one, other) = (with(ID, &parts("2026-08-20", "")), with(OTHER, &parts("2026-11-20", &name)));
        let (room_key, room) = room(&name);
        visit.seed(&[(&key(ID), &one), (&key(OTHER), &other), (&room_key, &room)]).await?;
        let mut found = Vec::new();
        let results = ("the doors of a result", "#/results/0123456789abcdef");
        for width in [360, 1280] {
            for screen in FILLED.iter().chain(&OVER_TIME).chain(&WORKSHOP).chain([&results]) {
                window(visit, width).await?;
                screens::show(visit, *screen).await?;
                wrong(visit, &format!("{} at {width} px", screen.0), &mut found).await?;
            }
        }
        // On paper the whole title is there.
        for screen in [results, FILLED[11], FILLED[13]] {
            screens::show(visit, screen).await?;
            visit.media("print").await?;
            window(visit, 688).await?;
            wrong(visit, &format!("{} on paper", screen.0), &mut found).await?;
            let title = visit
                .eval("(() => { const it = document.querySelector('main h1'); return it.scrollHeight <= it.clientHeight + 4; })()")
                .await?;
            if title != json!(true) {
                found.push(format!("{} on paper: the title is cut", screen.0));
            }
            visit.media("").await?;
        }
        assert!(found.is_empty(), "{found:#?}");
        Ok(())
    })
    .await
}
