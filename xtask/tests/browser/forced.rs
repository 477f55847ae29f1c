//! Forced colours, as with Windows' contrast themes: nothing is covered, and what is chosen looks like nothing else.

use crate::harness::{NEXT, Visit, option, visit};
use crate::screens::{self, EMPTY, FILLED, OVER_TIME};
use crate::{participants, workshop_sheet};
use serde_json::{Value, json};
use xtask::Result;

/// The browser lays a plate behind each line of text, which covers what is drawn before it: pieces of text whose plates meet.
const COVERED: &str = "(() => { const walk = document.createTreeWalker(document.querySelector('.wall') ?? document.body, NodeFilter.SHOW_TEXT); const all = []; \
     while (walk.nextNode()) { const text = walk.currentNode; const it = text.parentElement; \
     if (!text.data.trim() || it.closest('svg, script, style, select, textarea, .visually-hidden') || !it.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue; \
     let out = it; while (out && getComputedStyle(out).clipPath === 'none') out = out.parentElement; if (out) continue; \
     const range = document.createRange(); range.selectNodeContents(text); const style = getComputedStyle(it); \
     for (const box of range.getClientRects()) if (box.width > 2 && box.height > 2) all.push({ it, box, text: text.data.trim(), plate: style.forcedColorAdjust === 'auto' }); } \
     const found = []; for (let b = 0; b < all.length; b++) for (let a = 0; a < b; a++) { const [over, under] = [all[b], all[a]]; \
     const across = Math.min(over.box.right, under.box.right) - Math.max(over.box.left, under.box.left); \
     const down = Math.min(over.box.bottom, under.box.bottom) - Math.max(over.box.top, under.box.top); \
     if (across <= 3 || down <= 0.2 * under.box.height) continue; \
     const block = (it) => { while (getComputedStyle(it).display.startsWith('inline')) it = it.parentElement; return it; }; \
     if (!over.plate || block(over.it) === block(under.it)) continue; \
     found.push(`“${over.text}” covers ${Math.round(down)} px of “${under.text}”`); } \
     return found; })()";

/// How an element sets itself off from what is around it.
const LOOK: &str = "(css) => { const style = getComputedStyle(document.querySelector(css)); \
     return ['backgroundColor', 'borderColor', 'borderWidth', 'color', 'outlineStyle', 'outlineColor', 'outlineWidth', 'textDecorationLine'] \
     .map((name) => style[name]); }";

/// Adds what covers something on the screen as it stands.
async fn covered(visit: &Visit, name: &str, found: &mut Vec<String>) -> Result<()> {
    for line in visit.eval(COVERED).await?.as_array().into_iter().flatten() {
        found.push(format!("{name}: {line}"));
    }
    Ok(())
}

async fn force(visit: &Visit, width: u32) -> Result<()> {
    let features = json!({ "features": [
        { "name": "forced-colors", "value": "active" }, { "name": "prefers-color-scheme", "value": "dark" },
    ] });
    visit.cdp("Emulation.setEmulatedMedia", features).await?;
    let metrics = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
    visit
        .cdp("Emulation.setDeviceMetricsOverride", metrics)
        .await
        .map(drop)
}

/// Every screen of assessments and of a workshop at each of its stages, by their address.
async fn seed(visit: &Visit) -> Result<Vec<String>> {
    screens::seed(visit).await?;
    let mut all: Vec<String> = FILLED
        .iter()
        .chain(&OVER_TIME)
        .chain(&EMPTY[2..])
        .map(|(_, fragment)| (*fragment).to_owned())
        .collect();
    all.push("#/workshop".to_owned());
    for (id, key, text) in workshop_sheet::at_every_stage() {
        visit.store(&key, &text).await?;
        all.push(format!("#/workshop/{id}"));
    }
    all.push(format!("{}/sheet", all[all.len() - 1]));
    Ok(all)
}

#[tokio::test]
async fn no_text_covers_another() -> Result<()> {
    visit(async |visit| {
        let mut found = Vec::new();
        for fragment in seed(visit).await? {
            visit.enter(&fragment).await?;
            for width in [1280, 360] {
                force(visit, width).await?;
                covered(visit, &format!("{fragment} at {width}"), &mut found).await?;
            }
        }
        // The room's window, which hears of its pages from a console.
        for (id, _, _) in workshop_sheet::at_every_stage() {
            visit.enter(&format!("#/workshop/{id}")).await?;
            let (console, wall) = visit.new_tab().await?;
            force(visit, 1280).await?;
            visit.enter(&format!("#/workshop/{id}/wall")).await?;
            visit
                .wait_until("!document.querySelector('.wall').innerText.includes('Waiting for the console')")
                .await?;
            covered(visit, &format!("the wall of {id}"), &mut found).await?;
            visit.client().close_window().await?;
            visit.switch_to(&console).await?;
            assert_ne!(console, wall);
        }
        let mut look = async |name: &'static str| {
            for width in [1280, 360] {
                force(visit, width).await?;
                covered(visit, &format!("{name} at {width}"), &mut found).await?;
            }
            Ok(())
        };
        participants::join(visit, &mut look).await?;
        participants::pass_round(visit, &mut look).await?;
        assert!(found.is_empty(), "{found:#?}");
        Ok(())
    })
    .await
}

async fn look(visit: &Visit, css: &str) -> Result<Value> {
    visit.eval(&format!("({LOOK})({})", json!(css))).await
}

#[tokio::test]
async fn chosen_focused_and_neither_look_different() -> Result<()> {
    visit(async |visit| {
        seed(visit).await?;
        force(visit, 1280).await?;
        visit.enter("#/").await?;
        visit.choose("A01", "3").await?;
        visit
            .wait_for_text(".first-status", "Saved in this browser")
            .await?;
        visit.follow(NEXT).await?;
        visit.choose("A02", "2").await?;
        let focus = |value: &str| {
            let css = json!(option("A02", value));
            format!("document.querySelector({css}).focus({{ focusVisible: true }})")
        };
        let plain = look(visit, &option("A02", "5")).await?;
        visit.eval("document.activeElement.blur()").await?;
        let chosen = look(visit, &option("A02", "2")).await?;
        visit.eval(&focus("2")).await?;
        let both = look(visit, &option("A02", "2")).await?;
        visit.eval(&focus("5")).await?;
        let focused = look(visit, &option("A02", "5")).await?;
        let looks = [plain, chosen, both, focused];
        for (place, one) in looks.iter().enumerate() {
            assert!(looks[place + 1..].iter().all(|other| other != one), "{looks:#?}");
        }
        // Not by the frame alone, which is what the focus has.
        assert_ne!(looks[0][0], looks[1][0], "{looks:#?}");

        for (fragment, one, other) in [
            (
                "#/assess/0123456789abcdef/A02",
                ".step-link[aria-current]",
                ".step-link:not([aria-current])",
            ),
            (
                "#/workshop/0000000000000005",
                ".rail-stage[aria-current]",
                ".rail-stage:not([aria-current])",
            ),
            (
                "#/workshop/0000000000000005",
                ".stage-tab[aria-current]",
                ".stage-tab:not([aria-current])",
            ),
            (
                "#/plan/fedcba9876543210",
                ".influence-chosen",
                ".influence-node:not(.influence-chosen)",
            ),
        ] {
            visit.enter(fragment).await?;
            visit.wait_for(one).await?;
            visit.wait_for(other).await?;
            assert_ne!(look(visit, one).await?[0], look(visit, other).await?[0], "{one}");
        }
        Ok(())
    })
    .await
}
