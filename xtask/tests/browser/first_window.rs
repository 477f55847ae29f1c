//! The result as somebody sees it who has just answered: the figure, the picture and the doors first, then everything else, folded.

use crate::harness::{
    Visit, engines,
    records::{ID, OTHER, key, numbered, with},
    visit,
};
use crate::screens;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use xtask::Result;

engines! {
    figure_picture_and_doors_come_first: chromium firefox;
    a_door_leads_to_its_plan: chromium firefox;
    a_name_leads_to_its_line_which_unfolds: chromium firefox;
    a_search_in_the_page_unfolds_what_it_finds: chromium;
    no_line_is_empty_in_a_capture_of_the_whole_page: chromium;
    sharing_hands_the_report_over: chromium firefox;
}

const LEVELS: [&str; 12] = ["3", "2", "4", "3", "2", "1", "4", "3", "3", "4", "5", "2"];

/// A laptop's window and a phone's.
const LAPTOP: (u32, u32) = (1280, 800);
const PHONE: (u32, u32) = (360, 740);

/// A quick result without a plan.
async fn seed(visit: &Visit) -> Result<()> {
    let record = with(
        ID,
        &json!({ "subject": ["South", 1], "answers": numbered(&LEVELS), "day": ["2026-11-20", 2] }),
    );
    visit.seed(&[(&key(ID), &record)]).await
}

async fn show(visit: &Visit, id: &str, (width, height): (u32, u32)) -> Result<()> {
    visit.viewport(width, height).await?;
    visit.enter(&format!("#/results/{id}")).await?;
    visit
        .wait_for(".results:not([aria-busy]) .take-along")
        .await
        .map(drop)
}

/// A number that an expression gives.
async fn number(visit: &Visit, expression: &str) -> Result<f64> {
    Ok(visit.eval(expression).await?.as_f64().unwrap_or(f64::NAN))
}

/// Where the last element of a selector ends, from the top of the page.
async fn end(visit: &Visit, css: &str) -> Result<f64> {
    number(
        visit,
        &format!("Math.max(...[...document.querySelectorAll({})].map((it) => it.getBoundingClientRect().bottom)) + scrollY", json!(css)),
    )
    .await
}

async fn figure_picture_and_doors_come_first() -> Result<()> {
    visit(async |visit| {
        seed(visit).await?;
        for (window, windows, whole) in [(LAPTOP, 1.0, 4.0), (PHONE, 2.0, 7.0)] {
            show(visit, ID, window).await?;
            let height = f64::from(window.1);
            for css in [".standing-index", ".radar-picture", ".results-choose .door"] {
                let end = end(visit, css).await?;
                assert!(end <= windows * height, "{css} ends at {end} of {window:?}");
            }
            let all = number(visit, "document.documentElement.scrollHeight").await?;
            assert!(all <= whole * height, "{all} px in {window:?}");
        }
        // The longest there is: three questions an area, the know-do check, something of each kind that is open.
        visit.move_house().await?;
        let (key, text) = screens::full();
        visit.seed(&[(&key, &text)]).await?;
        for (window, whole) in [(LAPTOP, 4.0), (PHONE, 7.0)] {
            show(visit, OTHER, window).await?;
            let all = number(visit, "document.documentElement.scrollHeight").await?;
            assert!(all <= whole * f64::from(window.1), "{all} px in {window:?}");
        }
        Ok(())
    })
    .await
}

async fn a_door_leads_to_its_plan() -> Result<()> {
    visit(async |visit| {
        seed(visit).await?;
        show(visit, ID, LAPTOP).await?;
        visit.click(".door-list > summary").await?;
        visit.follow(".door-list li:nth-child(3) button").await?;
        assert_eq!(visit.heading().await?, "Start with: Change skills");
        assert_eq!(
            visit.record().await?["body"]["plan"]["chosen"][0],
            "A03 energy 4 5"
        );
        // Now the plan stands where the doors were.
        show(visit, ID, LAPTOP).await?;
        assert_eq!(visit.count(".results-choose").await?, 0);
        assert!(end(visit, ".results-plan").await? <= f64::from(LAPTOP.1));
        Ok(())
    })
    .await
}

async fn a_name_leads_to_its_line_which_unfolds() -> Result<()> {
    visit(async |visit| {
        seed(visit).await?;
        show(visit, ID, LAPTOP).await?;
        assert_eq!(visit.count(".area-line").await?, 12);
        assert_eq!(visit.count(".area-line[open]").await?, 0);
        // Twelve in the picture, and those at either end.
        assert_eq!(visit.count(".area-jump").await?, 12 + 4 + 4);
        visit.click(".bars li:last-child .area-jump").await?;
        visit
            .wait_until(
                "(() => { const line = document.querySelector('.area-line[open]'); const box = line.getBoundingClientRect(); \
                 return line.id === 'area-6' && document.activeElement === line.firstElementChild && box.top >= 0 && box.top < innerHeight; })()",
            )
            .await?;
        assert_eq!(visit.count(".area-line[open]").await?, 1);
        let body = visit.text("#area-6 .area-body").await?;
        for words in ["Today", "Next: Now and then", "One step there", "To discuss"] {
            assert!(body.contains(words), "{words} is missing in {body}");
        }
        assert_eq!(visit.fragment().await?, format!("#/results/{ID}"));
        Ok(())
    })
    .await
}

/// A text fragment is found as a search in the page finds; only the address bar and a real click may ask for one.
async fn a_search_in_the_page_unfolds_what_it_finds() -> Result<()> {
    visit(async |visit| {
        seed(visit).await?;
        show(visit, ID, LAPTOP).await?;
        let words = visit
            .string("document.querySelector('#area-5 .area-more li').textContent")
            .await?;
        let search = format!("#/results/{ID}:~:text={}", words.replace(' ', "%20").replace(',', "%2C").replace('-', "%2D"));
        visit
            .eval(&format!(
                "(() => {{ const link = document.createElement('a'); link.id = 'search'; link.href = {}; link.textContent = 'search'; \
                 document.querySelector('main h1').append(link); }})()",
                json!(search)
            ))
            .await?;
        visit.click("#search").await?;
        visit.wait_until("document.querySelector('#area-5').open").await
    })
    .await
}

/// As a browser's own capture, and those of extensions, take it: without scrolling.
async fn no_line_is_empty_in_a_capture_of_the_whole_page() -> Result<()> {
    visit(async |visit| {
        seed(visit).await?;
        for unfolded in [false, true] {
            show(visit, ID, LAPTOP).await?;
            visit
                .eval(&format!("document.querySelectorAll('.area-line').forEach((it) => it.open = {unfolded})"))
                .await?;
            let left_out = visit
                .eval(
                    "[...document.querySelectorAll('main *')].filter((it) => it.checkVisibility() \
                     && !it.checkVisibility({ contentVisibilityAuto: true })).map((it) => it.outerHTML.slice(0, 80))",
                )
                .await?;
            assert_eq!(left_out, json!([]));
            for line in 1..=12 {
                let place = visit
                    .eval(&format!(
                        "(() => {{ const box = document.querySelector('#area-{line}').getBoundingClientRect(); \
                         return {{ x: box.x, y: box.y + scrollY, width: box.width, height: box.height, scale: 1 }}; }})()"
                    ))
                    .await?;
                let shown = capture(visit, &place).await?;
                // A picture of nothing is smaller than one of a few words by far.
                let nothing = capture(visit, &json!({ "x": 0, "y": 4, "width": 1180, "height": place["height"], "scale": 1 })).await?;
                assert!(shown > 1_500 && shown > nothing / 2, "line {line}: {shown} bytes");
            }
        }
        Ok(())
    })
    .await
}

/// How many bytes the picture of a part of the page takes as PNG.
async fn capture(visit: &Visit, clip: &Value) -> Result<usize> {
    let parameters = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
    let taken = visit.cdp("Page.captureScreenshot", parameters).await?;
    Ok(STANDARD.decode(taken["data"].as_str().unwrap_or_default())?.len())
}

async fn sharing_hands_the_report_over() -> Result<()> {
    const SHEET: &str = "navigator.canShare = (data) => data.files?.length === 1; window.shared = []; \
        navigator.share = async (data) => { const [file] = data.files; shared.push([file.name, file.type, await file.text()]); \
        if (window.refusal) throw new DOMException('', refusal); };";
    visit(async |visit| {
        seed(visit).await?;
        visit.before_load(SHEET).await?;
        show(visit, ID, LAPTOP).await?;
        visit.click(".results-head [data-take=share]").await?;
        visit.wait_until("shared.length === 1").await?;
        let shared = visit.eval("shared[0]").await?;
        assert_eq!(shared[0], "oxymoron-2026-11-20.html");
        assert_eq!(shared[1], "text/html");
        assert!(
            shared[2].as_str().is_some_and(
                |page| page.starts_with("<!doctype html>") && page.contains("Where South stands")
            )
        );

        // What was given to another app is asked about like a download.
        visit
            .wait_until("document.querySelector('.results-head [data-handed=true]')")
            .await?;

        // Somebody who closes the sheet has decided; a sheet that does not open leaves the download.
        let folder = tempfile::tempdir()?;
        visit.download_to(folder.path()).await?;
        for (refusal, files) in [("AbortError", 0), ("NotAllowedError", 1)] {
            visit
                .eval(&format!("void (window.refusal = '{refusal}')"))
                .await?;
            let before = visit.eval("shared.length").await?;
            visit.click(".take-along [data-take=share]").await?;
            visit.wait_until(&format!("shared.length > {before}")).await?;
            if files == 1 {
                crate::harness::downloaded(folder.path(), "oxymoron-2026-11-20.html").await?;
            }
            assert_eq!(std::fs::read_dir(folder.path())?.count(), files, "{refusal}");
        }
        Ok(())
    })
    .await
}
