//! Narrow windows, large text, small targets.

use crate::{
    harness::{Visit, visit},
    screens::{self, EMPTY, FILLED, OVER_TIME, Screen},
};
use serde_json::json;
use xtask::Result;

/// What sticks out of the window to the right; the document may not scroll sideways.
const STICKS_OUT: &str = "(() => { const root = document.documentElement; if (root.scrollWidth <= root.clientWidth) return ''; \
     const wide = [...document.querySelectorAll('body *')].filter((it) => it.getBoundingClientRect().right > root.clientWidth + 1 \
     && !it.closest('.table-scroll *, [hidden]')); \
     return `${root.scrollWidth} of ${root.clientWidth} px: ${wide.slice(0, 4).map((it) => `${it.tagName}.${it.className}`)}`; })()";

/// Targets below 24 CSS px in either direction. A link within a sentence is excepted by WCAG 2.2, 2.5.8.
const SMALL_TARGETS: &str = "[...document.querySelectorAll('main a, main button, main input, main textarea, main summary, header a, \
     footer a, footer input, .undo button')].filter((it) => it.checkVisibility()).map((it) => it.matches('input') && it.closest('label') || it)\
     .filter((it) => !(getComputedStyle(it).display === 'inline' && it.closest('p')))\
     .map((it) => [it, it.getBoundingClientRect()]).filter(([, box]) => box.width < 23.9 || box.height < 23.9)\
     .map(([it, box]) => `${it.tagName}.${it.className} ${it.textContent.trim().slice(0, 20)}: ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`)";

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
        measure(visit, &FILLED[..11], &mut found).await?;
        measure(visit, &FILLED[12..], &mut found).await?;
        measure(visit, &OVER_TIME, &mut found).await?;
        assert!(found.is_empty(), "{found:#?}");
        Ok(())
    })
    .await
}
