//! From the result to one area, a first experiment, and two dates in a calendar.

use crate::harness::{
    Engine, PAPERS, Visit, downloaded, engines,
    records::{ID, assessment, key, with},
    visit,
};
use fantoccini::key::Key;
use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use xtask::Result;

engines! {
    from_the_result_to_a_plan_with_the_keyboard_alone: chromium firefox;
    the_dates_go_into_a_calendar: chromium firefox;
    impossible_dates_are_said_and_lose_nothing: chromium;
    the_map_shows_what_an_area_opens_and_another_area_keeps_what_was_written: chromium firefox;
    the_plan_prints_on_one_page: chromium firefox;
}

const ANSWERS: [&str; 12] = ["3", "2", "4", "3", "2", "1", "4", "3", "3", "4", "5", "2"];
const FRAGMENT: &str = "#/plan/0123456789abcdef";

/// A finished record as schema 1 wrote it, without a plan; A06 alone has the lowest score.
async fn seed(visit: &Visit) -> Result<()> {
    let mut record: Value = serde_json::from_str(&assessment(ID, "North", &ANSWERS))?;
    record["schema"] = json!(1);
    record["body"]
        .as_object_mut()
        .and_then(|body| body.remove("plan"));
    visit.seed(&[(&key(ID), &record.to_string())]).await
}

/// Presses Tab until the focus is where it should go.
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

async fn write(visit: &Visit, text: &str) -> Result<()> {
    visit.client().active_element().await?.send_keys(text).await?;
    Ok(())
}

/// Waits until a part of the plan is stored like this.
async fn stored(visit: &Visit, part: &str, text: &str) -> Result<()> {
    visit
        .wait_until(&format!(
            "JSON.parse(localStorage.getItem({})).body.plan?.[{}][0] === {}",
            json!(key(ID)),
            json!(part),
            json!(text)
        ))
        .await
}

async fn plan(visit: &Visit) -> Result<Value> {
    Ok(visit.record().await?["body"]["plan"].clone())
}

/// The days of a calendar file by the line that it shows.
fn days(file: &str) -> Result<BTreeMap<String, String>> {
    let parsed: Calendar = file.parse().map_err(anyhow::Error::msg)?;
    let event = |component: &CalendarComponent| {
        let event = component.as_event()?;
        let Some(DatePerhapsTime::Date(day)) = event.get_start() else {
            return None;
        };
        Some((
            event.get_summary()?.to_owned(),
            day.format("%Y-%m-%d").to_string(),
        ))
    };
    Ok(parsed.components.iter().filter_map(event).collect())
}

async fn from_the_result_to_a_plan_with_the_keyboard_alone() -> Result<()> {
    visit(async |visit| {
        seed(visit).await?;
        visit.enter(&FRAGMENT.replace("plan", "results")).await?;
        visit.wait_for("#choose").await?;
        assert_eq!(visit.count(".door").await?, 3);

        // The first door has one area behind it; the heading of its plan names it and has the focus.
        tab_to(visit, ".door button").await?;
        let before = visit.heading().await?;
        visit.press(Key::Enter).await?;
        visit.wait_for_heading_after(&before).await?;
        assert_eq!(visit.heading().await?, "Start with: Beyond blind compliance");
        stored(visit, "chosen", "A06 lowest 1 2").await?;

        tab_to(visit, "#experiment").await?;
        tab_to(visit, ".suggestions button").await?;
        visit.press(Key::Enter).await?;
        visit
            .wait_until("document.querySelector('#experiment').value === document.querySelector('#suggestion-0').textContent")
            .await?;
        tab_to(visit, "#counted").await?;
        write(visit, "Rules that were questioned").await?;
        tab_to(visit, "#owner").await?;
        write(visit, "Zoë; Ops, north").await?;
        stored(visit, "owner", "Zoë; Ops, north").await?;
        for (css, (month, of_month, year), day) in [
            ("#start", (11, 23, 2026), "2026-11-23"),
            ("#stop", (12, 7, 2026), "2026-12-07"),
            ("#review", (1, 18, 2027), "2027-01-18"),
        ] {
            tab_to(visit, css).await?;
            visit.write_day(month, of_month, year).await?;
            stored(visit, css.trim_start_matches('#'), day).await?;
        }
        tab_to(visit, "input[name='status']").await?;
        visit.press(Key::Down).await?;
        stored(visit, "status", "running").await?;
        tab_to(visit, "#learned").await?;
        write(visit, "Ask twice").await?;
        stored(visit, "learned", "Ask twice").await?;
        visit.wait_for_text(".plan-sheet .save", "Saved in this browser").await?;

        let before = plan(visit).await?;
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for("#owner").await?;
        assert_eq!(visit.heading().await?, "Start with: Beyond blind compliance");
        for (css, value) in [
            ("#counted", "Rules that were questioned"),
            ("#owner", "Zoë; Ops, north"),
            ("#stop", "2026-12-07"),
            ("#review", "2027-01-18"),
            ("#learned", "Ask twice"),
            ("input[name='status']:checked", "running"),
        ] {
            let shown = visit.string(&format!("document.querySelector({}).value", json!(css))).await?;
            assert_eq!(shown, value, "{css}");
        }
        assert_eq!(plan(visit).await?, before, "a reload writes nothing");

        // The result tells of it in one line.
        visit.click(".plan-head a").await?;
        visit.wait_for_text(".results", "from level 1 to 2 · Running · stop Dec 7, 2026 · review Jan 18, 2027").await
    })
    .await
}

async fn the_dates_go_into_a_calendar() -> Result<()> {
    visit(async |visit| {
        let plan = json!({
            "chosen": ["A06 lowest 1 2", 2], "experiment": ["Ask; then, \\ask\r\nEND:VEVENT", 3], "counted": ["", 0],
            "owner": ["Zoë 🙂", 4], "learned": ["", 0], "start": ["2026-11-23", 5], "stop": ["2026-12-07", 6],
            "review": ["2027-01-18", 7], "status": ["planned", 0],
        });
        let record = with(ID, &json!({ "plan": plan }));
        visit.seed(&[(&key(ID), &record)]).await?;
        visit.enter(FRAGMENT).await?;
        visit.wait_for(".plan-actions .button").await?;
        let folder = tempfile::tempdir()?;
        visit.download_to(folder.path()).await?;
        visit.click(".plan-actions .button").await?;
        let file = downloaded(folder.path(), "oxymoron-plan.ics").await?;
        let expected = [
            ("Experiment stops: Beyond blind compliance", "2026-12-07"),
            ("Review: Beyond blind compliance", "2027-01-18"),
            ("Assess again, with an eye on “Beyond blind compliance”", "2027-02-17"),
        ];
        let expected = expected.map(|(name, day)| (name.to_owned(), day.to_owned()));
        assert_eq!(days(&file)?, BTreeMap::from(expected), "{file}");
        assert!(file.lines().all(|line| line.len() <= 75), "{file}");
        assert!(file.replace("\r\n ", "").contains("Owner: Zoë 🙂"), "{file}");
        assert_eq!(file.matches("\nEND:VEVENT").count(), 3, "{file}");
        Ok(())
    })
    .await
}

async fn impossible_dates_are_said_and_lose_nothing() -> Result<()> {
    visit(async |visit| {
        seed(visit).await?;
        visit.enter(FRAGMENT).await?;
        visit.click(".door button").await?;
        visit.click(".plan-offer button").await?;
        visit.wait_until("!document.querySelector('.plan-offer')").await?;
        let offered = plan(visit).await?;
        let day = |which: &str| offered[which][0].as_str().unwrap_or_default().to_owned();
        let today = visit
            .string("(d => [d.getFullYear(), d.getMonth() + 1, d.getDate()].map((it) => String(it).padStart(2, '0')).join('-'))(new Date())")
            .await?;
        assert_eq!(day("start"), today);
        let days_later = visit
            .eval(&format!(
                "[Date.parse({stop}) - Date.parse({start}), Date.parse({review}) - Date.parse({stop})].map((ms) => ms / 864e5)",
                start = json!(day("start")), stop = json!(day("stop")), review = json!(day("review"))
            ))
            .await?;
        assert_eq!(days_later, json!([14, 42]));

        // 31 February, as far as the field lets it be written: its first figures are another whole date. Meanwhile another window changes something.
        visit.type_into("#stop", "0231").await?;
        let mut there = visit.record().await?;
        there["body"]["plan"]["owner"] = json!(["Ada", there["changed"].as_u64().unwrap_or_default() + 1]);
        visit.stored_elsewhere(&key(ID), &there.to_string()).await?;
        visit.wait_until("document.querySelector('#owner').value === 'Ada'").await?;
        let half = "document.querySelector('#stop').validity.badInput";
        assert_eq!(visit.eval(half).await?, json!(true), "half a day stands");
        write(visit, "2027").await?;
        visit.leaves_no_day("#stop").await?;
        visit.quiet().await?;
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for("#stop").await?;
        assert_eq!(plan(visit).await?["stop"][0], offered["stop"][0], "what it was before stands");

        // A stop before the start stands, and is said.
        visit.type_into("#stop", "01022020").await?;
        stored(visit, "stop", "2020-01-02").await?;
        visit.wait_for_text(".plan-disorder", "The stop is before the start").await?;
        assert_eq!(plan(visit).await?["start"][0], offered["start"][0]);
        Ok(())
    })
    .await
}

async fn the_map_shows_what_an_area_opens_and_another_area_keeps_what_was_written() -> Result<()> {
    visit(async |visit| {
        seed(visit).await?;
        visit.enter(FRAGMENT).await?;
        visit.wait_for(".influence-node").await?;
        assert_eq!(visit.count(".map-panel").await?, 0);
        // Customer fluency is the last of the second tier.
        tab_to(visit, ".influence-tier:nth-of-type(2) li:last-child button").await?;
        visit.press(Key::Enter).await?;
        visit.wait_for_text(".map-panel", "What it opens next").await?;
        assert_eq!(visit.count(".influence-opened").await?, 3);
        assert_eq!(visit.count(".influence-feeding").await?, 1);
        let text = visit.text(".map-panel").await?;
        for piece in ["Change is our job: ", "(the text links them)", "Hiring for change: ", "(our own reading)"] {
            assert!(text.contains(piece), "{piece} is not in {text}");
        }
        assert_eq!(visit.heading().await?, "Choose one area, start there", "looking is not choosing");

        visit.click(".map-panel .button").await?;
        visit.wait_for_heading_after("Choose one area, start there").await?;
        stored(visit, "chosen", "A07 energy 4 5").await?;
        visit.click(".suggestions button").await?;
        visit.type_into("#owner", "Ada").await?;
        stored(visit, "owner", "Ada").await?;
        // The suggestion belongs to that area and goes with it; the owner stays.
        visit.click(".plan-another > summary").await?;
        visit.click(".door:nth-child(2) summary").await?;
        visit.click(".door:nth-child(2) li:nth-child(4) button").await?;
        visit.wait_for_heading_after("Start with: Customer fluency").await?;
        assert_eq!(visit.heading().await?, "Start with: Debate and experiments");
        stored(visit, "experiment", "").await?;
        stored(visit, "owner", "Ada").await?;

        // Chance gives one of the twelve.
        visit.click(".plan-another > summary").await?;
        visit.click(".door:nth-child(3) button").await?;
        visit
            .wait_until(&format!(
                "/^A(0[1-9]|1[0-2]) chance [1-5]( [2-5])?$/.test(JSON.parse(localStorage.getItem({})).body.plan.chosen[0])",
                json!(key(ID))
            ))
            .await
    })
    .await
}

async fn the_plan_prints_on_one_page() -> Result<()> {
    visit(async |visit| {
        let long = "Two sellers open first meetings in a new way while two keep the old one. ".repeat(8);
        let plan = json!({
            "chosen": ["A04 chance 2 3", 2], "experiment": [long, 3], "counted": [long, 4], "owner": ["Ada", 4],
            "learned": [long, 5], "start": ["2026-11-23", 5], "stop": ["2026-12-07", 6], "review": ["", 7],
            "status": ["done", 8],
        });
        let record = with(ID, &json!({ "plan": plan }));
        visit.seed(&[(&key(ID), &record)]).await?;
        visit.color_scheme("dark").await?;
        visit.enter(FRAGMENT).await?;
        visit.wait_for("#owner").await?;
        for paper in PAPERS {
            assert_eq!(visit.printed(paper).await?.len(), 1, "{paper:?}");
        }
        if visit.engine() != Engine::Chromium {
            return Ok(());
        }
        visit.media("print").await?;
        let shown = visit
            .eval(
                "[document.querySelector('.plan-paper').checkVisibility(), document.querySelector('.plan-sheet').checkVisibility(), \
                 getComputedStyle(document.documentElement).colorScheme]",
            )
            .await?;
        assert_eq!(shown, json!([true, false, "light"]));
        Ok(())
    })
    .await
}
