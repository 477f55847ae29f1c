//! Narrow windows, large text, long names, small targets.

use crate::{
    harness::{
        Visit,
        records::{ID, OTHER, key, numbered, with},
        visit,
    },
    participants,
    screens::{self, EMPTY, FILLED, OVER_TIME, Screen},
    workshop_sheet,
};
use serde_json::json;
use xtask::Result;

/// What sticks out of the window to the right; the document may not scroll sideways.
const STICKS_OUT: &str = "(() => { const root = document.documentElement; if (root.scrollWidth <= root.clientWidth) return ''; \
     const wide = [...document.querySelectorAll('body *')].filter((it) => (it.getBoundingClientRect().right > root.clientWidth + 1 || it.getBoundingClientRect().left < -1) \
     && !it.closest('.table-scroll *, [hidden]')); \
     return `${root.scrollWidth} of ${root.clientWidth} px: ${wide.slice(0, 4).map((it) => `${it.tagName}.${it.className}`)}`; })()";

/// Targets below 24 CSS px in either direction. A link within a sentence is excepted by WCAG 2.2, 2.5.8.
const SMALL_TARGETS: &str = "[...document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex=\"0\"]')].filter((it) => it.checkVisibility()).map((it) => it.matches('input') && it.closest('label') || it)\
     .filter((it) => !(getComputedStyle(it).display === 'inline' && it.closest('p')))\
     .map((it) => [it, it.getBoundingClientRect()]).filter(([, box]) => box.width < 23.9 || box.height < 23.9)\
     .map(([it, box]) => `${it.tagName}.${it.className} ${it.textContent.trim().slice(0, 20)}: ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`)";

/// What its own box cuts off or lets scroll sideways; a field scrolls what is typed into it, and what is there for those who listen is
/// as small as can be.
const CUT_OFF: &str = "[...document.querySelectorAll('body *')].filter((it) => it.checkVisibility() && !it.closest('svg') \
     && !it.matches('input, textarea, select') && it.clientWidth > 1 && it.scrollWidth > it.clientWidth + 1 \
     && getComputedStyle(it).overflowX !== 'visible' && getComputedStyle(it).display !== 'inline')\
     .map((it) => `${it.tagName}.${it.className}: ${it.scrollWidth} in ${it.clientWidth}`)";

/// A room in which the vote is on, so that its console and its wall have something to show.
const ROOM: &str = "00000000000000ab";

/// Screens of a workshop, with the record of [`room`].
const WORKSHOP: [Screen; 2] = [
    ("all workshops", "#/workshop"),
    ("a console", "#/workshop/00000000000000ab"),
];

/// Like a desktop window of this width, which a phone's viewport with its zoom is not.
async fn window(visit: &Visit, width: u32) -> Result<()> {
    let metrics = json!({ "width": width, "height": 700, "deviceScaleFactor": 1, "mobile": false });
    visit
        .cdp("Emulation.setDeviceMetricsOverride", metrics)
        .await
        .map(drop)
}

async fn measure(visit: &Visit, shown: &[Screen], found: &mut Vec<String>) -> Result<()> {
    for screen in shown {
        screens::show(visit, *screen).await?;
        let name = screen.0;
        window(visit, 320).await?;
        let out = visit.string(STICKS_OUT).await?;
        if !out.is_empty() {
            found.push(format!("{name} at 320 px: {out}"));
        }
        visit
            .eval("document.querySelectorAll('main details').forEach((it) => it.open = true)")
            .await?;
        let small = visit.eval(SMALL_TARGETS).await?;
        for target in small.as_array().into_iter().flatten() {
            found.push(format!("{name}: target {target}"));
        }
        window(visit, 640).await?;
        visit
            .eval("void (document.documentElement.style.fontSize = '32px')")
            .await?;
        let out = visit.string(STICKS_OUT).await?;
        if !out.is_empty() {
            found.push(format!("{name} at 640 px with text twice as large: {out}"));
        }
    }
    Ok(())
}

#[tokio::test]
async fn nothing_sticks_out_and_nothing_is_too_small() -> Result<()> {
    visit(async |visit| {
        let mut found = Vec::new();
        measure(visit, &EMPTY, &mut found).await?;
        visit.move_house().await?;
        screens::seed(visit).await?;
        measure(visit, &FILLED, &mut found).await?;
        measure(visit, &OVER_TIME, &mut found).await?;
        visit.move_house().await?;
        for stage in ["vote", "reveal", "discuss", "choose", "commit", "report"] {
            let (key, text) = room(stage, "North");
            visit.seed(&[(&key, &text)]).await?;
            measure(visit, &WORKSHOP, &mut found).await?;
        }
        assert!(found.is_empty(), "{found:#?}");
        Ok(())
    })
    .await
}

/// A record as its key and its text.
type Record = (String, String);

fn room(stage: &str, title: &str) -> Record {
    const BEGUN: u64 = 1_795_000_000_000;
    let none = json!(["", 0]);
    let hands: serde_json::Map<String, serde_json::Value> = (1..=12)
        .map(|number| (format!("A{number:02}"), json!([0, 4, 0, 5, 0, 0, 0])))
        .collect();
    let body = json!({
        "instrument": 1, "created": BEGUN, "changed": BEGUN,
        "secret": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "title": title,
        "depth": "quick", "know_do": false, "roles": [], "minimum": 5, "headcount": 12, "agenda": 60, "language": "en",
        "stage": stage, "turn": 0, "revealed": if stage == "vote" { json!([]) } else { json!([BEGUN]) }, "timer": [240], "sound": false,
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

/// What is wrong with a screen as it stands.
async fn sideways(visit: &Visit, name: &str, found: &mut Vec<String>) -> Result<()> {
    let out = visit.string(STICKS_OUT).await?;
    if !out.is_empty() {
        found.push(format!("{name}: {out}"));
    }
    let cut = visit.eval(CUT_OFF).await?;
    found.extend(
        cut.as_array()
            .into_iter()
            .flatten()
            .map(|it| format!("{name}: cuts off {it}")),
    );
    Ok(())
}

/// A phone with its text twice as large.
async fn large(visit: &Visit, shown: &[Screen], found: &mut Vec<String>) -> Result<()> {
    for screen in shown {
        window(visit, 360).await?;
        screens::show(visit, *screen).await?;
        sideways(visit, &format!("{} at 360 px", screen.0), found).await?;
        visit
            .eval("void (document.documentElement.style.fontSize = '32px')")
            .await?;
        visit
            .eval("document.querySelectorAll('main details').forEach((it) => it.open = true)")
            .await?;
        sideways(
            visit,
            &format!("{} at 360 px with text twice as large", screen.0),
            found,
        )
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn nothing_scrolls_sideways_on_a_phone_with_large_text() -> Result<()> {
    visit(async |visit| {
        let mut found = Vec::new();
        large(visit, &EMPTY, &mut found).await?;
        visit.move_house().await?;
        screens::seed(visit).await?;
        large(visit, &FILLED, &mut found).await?;
        large(visit, &OVER_TIME, &mut found).await?;
        visit.move_house().await?;
        for stage in ["vote", "reveal", "discuss", "choose", "commit", "report"] {
            let (key, text) = room(stage, "North");
            visit.seed(&[(&key, &text)]).await?;
            large(visit, &WORKSHOP[1..], &mut found).await?;
        }
        large(visit, &WORKSHOP[..1], &mut found).await?;
        assert!(found.is_empty(), "{found:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn participants_sheet_and_wall_fit_on_a_phone_with_large_text() -> Result<()> {
    visit(async |visit| {
        let mut found = Vec::new();
        let mut look = async |name: &'static str| {
            window(visit, 360).await?;
            sideways(visit, &format!("{name} at 360 px"), &mut found).await?;
            let size = |size: &str| format!("void (document.documentElement.style.fontSize = '{size}')");
            visit.eval(&size("32px")).await?;
            let name = format!("{name} at 360 px with text twice as large");
            sideways(visit, &name, &mut found).await?;
            visit.eval(&size("")).await.map(drop)
        };
        participants::join(visit, &mut look).await?;
        participants::pass_round(visit, &mut look).await?;
        for (id, key, text) in workshop_sheet::at_every_stage() {
            visit.store(&key, &text).await?;
            let console = format!("#/workshop/{id}");
            visit.enter(&format!("{console}/sheet")).await?;
            visit.wait_for(".sheet").await?;
            look("a sheet").await?;
            visit.enter(&console).await?;
            let tabs = visit.new_tab().await?;
            window(visit, 360).await?;
            visit.enter(&format!("{console}/wall")).await?;
            visit
                .wait_until("!document.querySelector('.wall').innerText.includes('Waiting for the console')")
                .await?;
            look("the wall").await?;
            visit.client().close_window().await?;
            visit.switch_to(&tabs.0).await?;
        }
        assert!(found.is_empty(), "{found:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_scrolls_sideways_in_any_language() -> Result<()> {
    visit(async |visit| {
        let mut found = Vec::new();
        for language in &*screens::TRANSLATIONS {
            visit.move_house().await?;
            screens::speak(visit, language).await?;
            both_widths(visit, language, &EMPTY, &mut found).await?;
            screens::seed(visit).await?;
            both_widths(visit, language, &FILLED, &mut found).await?;
            both_widths(visit, language, &OVER_TIME, &mut found).await?;
            for stage in ["vote", "reveal", "discuss", "choose", "commit", "report"] {
                let (key, text) = room(stage, "North");
                visit.seed(&[(&key, &text)]).await?;
                both_widths(visit, language, &WORKSHOP, &mut found).await?;
            }
        }
        assert!(found.is_empty(), "{found:#?}");
        Ok(())
    })
    .await
}

/// A phone and a window in a language, with every fold open.
async fn both_widths(visit: &Visit, language: &str, shown: &[Screen], found: &mut Vec<String>) -> Result<()> {
    for screen in shown {
        screens::show(visit, *screen).await?;
        assert_eq!(visit.string("document.documentElement.lang").await?, language);
        visit
            .eval("document.querySelectorAll('main details').forEach((it) => it.open = true)")
            .await?;
        for width in [360, 1280] {
            window(visit, width).await?;
            sideways(visit, &format!("{} in {language} at {width} px", screen.0), found).await?;
        }
    }
    Ok(())
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
        let (room_key, room) = room("discuss", &name);
        visit.seed(&[(&key(ID), &one), (&key(OTHER), &other), (&room_key, &room)]).await?;
        let mut found = Vec::new();
        let results = ("the doors of a result", "#/results/0123456789abcdef");
        for width in [360, 1280] {
            for screen in FILLED.iter().chain(&OVER_TIME).chain(&WORKSHOP).chain([&results]) {
                window(visit, width).await?;
                screens::show(visit, *screen).await?;
                sideways(visit, &format!("{} at {width} px", screen.0), &mut found).await?;
            }
        }
        // On paper the whole title is there.
        for screen in [results, FILLED[11], FILLED[13]] {
            screens::show(visit, screen).await?;
            visit.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
            window(visit, 688).await?;
            sideways(visit, &format!("{} on paper", screen.0), &mut found).await?;
            let title = visit
                .eval("(() => { const it = document.querySelector('main h1'); return it.scrollHeight <= it.clientHeight + 4; })()")
                .await?;
            if title != json!(true) {
                found.push(format!("{} on paper: the title is cut", screen.0));
            }
            visit.cdp("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
        }
        assert!(found.is_empty(), "{found:#?}");
        Ok(())
    })
    .await
}
