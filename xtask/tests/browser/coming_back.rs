//! Coming back: the plan with its next date first, then the next assessment, then what has changed.

use crate::harness::{
    Visit, downloaded, engines,
    records::{ID, OTHER, assessment, key, numbered, with},
    visit,
};
use serde_json::{Value, json};
use xtask::Result;

engines! {
    who_has_a_plan_finds_its_next_date_first: chromium firefox;
    the_next_one_begins_from_the_last_with_nothing_chosen: chromium firefox;
    comparing_is_one_click_from_the_first_screen: chromium firefox;
    over_time_is_in_the_menu_once_something_is_finished: chromium firefox;
    the_calendar_has_the_day_to_assess_again: chromium firefox;
    the_plan_shows_the_next_level_and_the_step_there: chromium firefox;
    two_of_one_day_are_told_apart: chromium firefox;
    nothing_moves_above_the_question_of_somebody_new: chromium firefox;
}

const LEVELS: [&str; 12] = ["3", "2", "4", "2", "2", "1", "4", "3", "3", "4", "5", "2"];
const TOP: &str = ".return-plan h3";

/// The day so many days from today, as the browser's own clock has it.
async fn day(visit: &Visit, ahead: i32) -> Result<String> {
    visit
        .string(&format!(
            "(() => {{ const day = new Date(); day.setHours(12); day.setDate(day.getDate() + {ahead}); \
             return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((it) => `${{it}}`.padStart(2, '0')).join('-'); }})()"
        ))
        .await
}

/// A finished assessment of so many days ago, with a plan that has these dates.
async fn planned(visit: &Visit, ago: i32, stop: i32, review: i32) -> Result<String> {
    let (stop, review) = (day(visit, stop).await?, day(visit, review).await?);
    let plan = json!({
        "chosen": ["A04 energy 2 3", 2], "experiment": ["Argue against the plan", 3], "counted": ["", 0], "owner": ["Ada", 4],
        "learned": ["", 0], "start": ["", 0], "stop": [stop, 6], "review": [review, 7], "status": ["running", 8],
    });
    let day = day(visit, -ago).await?;
    let parts =
        json!({ "subject": ["North", 1], "day": [day, 1], "answers": numbered(&LEVELS), "plan": plan });
    Ok(with(ID, &parts))
}

async fn who_has_a_plan_finds_its_next_date_first() -> Result<()> {
    visit(async |visit| {
        visit.arrive("#/").await?;
        for (stop, review, words) in [
            (9, 51, "The test stops in 9 days"),
            (1, 43, "The test stops tomorrow"),
            (-50, -1, "The review was due yesterday"),
            (-50, -10, "The review was due 10 days ago"),
        ] {
            let record = planned(visit, 60, stop, review).await?;
            visit.seed(&[(&key(ID), &record)]).await?;
            visit.enter("#/").await?;
            visit.wait_for_text(TOP, words).await?;
        }
        // A day of this week has the name that the browser gives it.
        let record = planned(visit, 60, 3, 45).await?;
        visit.seed(&[(&key(ID), &record)]).await?;
        visit.enter("#/").await?;
        let name = visit
            .string("(() => { const day = new Date(); day.setDate(day.getDate() + 3); return day.toLocaleDateString('en', { weekday: 'long' }); })()")
            .await?;
        visit.wait_for_text(TOP, &format!("The test stops on {name}")).await?;
        // It stands above everything else, and leads on.
        let first = visit
            .string("[...document.querySelectorAll('main h2, main h3')][0].textContent")
            .await?;
        assert_eq!(first, "Where you left off · North");
        visit.follow(".return-plan a.button").await?;
        assert_eq!(visit.heading().await?, "Start with: Debate and experiments");
        Ok(())
    })
    .await
}

async fn the_next_one_begins_from_the_last_with_nothing_chosen() -> Result<()> {
    visit(async |visit| {
        visit.arrive("#/").await?;
        let record = planned(visit, 100, -80, -30).await?;
        visit.seed(&[(&key(ID), &record)]).await?;
        visit.enter("#/").await?;
        visit
            .wait_for_text(".return-again h3", "Time to assess again")
            .await?;
        visit.wait_for_text(".return-again", "48 of 100").await?;
        visit.follow(".return-again a.button").await?;
        assert_eq!(visit.heading().await?, "Change is our job");
        visit.wait_for_text(".question", "Last time: level 3").await?;
        assert_eq!(visit.count(".question input:checked").await?, 0);
        let name = visit.string("document.querySelector('#subject').value").await?;
        assert_eq!(name, "North");
        Ok(())
    })
    .await
}

async fn comparing_is_one_click_from_the_first_screen() -> Result<()> {
    visit(async |visit| {
        let one = |id: &str, day: &str, levels: &[&str]| {
            with(
                id,
                &json!({ "subject": ["North", 1], "day": [day, 1], "answers": numbered(levels) }),
            )
        };
        let before = one(ID, "2026-08-20", &LEVELS);
        let after = one(OTHER, "2026-11-20", &["4"; 12]);
        visit.seed(&[(&key(ID), &before), (&key(OTHER), &after)]).await?;
        visit.enter("#/").await?;
        visit
            .follow(&format!(".return-time a[href='#/compare/{ID}/{OTHER}']"))
            .await?;
        assert_eq!(visit.heading().await?, "What changed: North");
        Ok(())
    })
    .await
}

async fn over_time_is_in_the_menu_once_something_is_finished() -> Result<()> {
    const LINK: &str = ".menu a[href='#/history']";
    visit(async |visit| {
        visit
            .seed(&[(&key(ID), &assessment(ID, "North", &["3"; 11]))])
            .await?;
        visit.enter(&format!("#/assess/{ID}/A12")).await?;
        assert_eq!(visit.count(LINK).await?, 0);
        visit.answer("A12", "2").await?;
        visit.wait_for(LINK).await?;
        visit.follow(LINK).await?;
        assert_eq!(visit.heading().await?, "Over time");
        let current = visit
            .eval("document.querySelector('.menu [aria-current=page]').textContent")
            .await?;
        assert_eq!(current, json!("Over time"));
        Ok(())
    })
    .await
}

async fn the_calendar_has_the_day_to_assess_again() -> Result<()> {
    visit(async |visit| {
        let plan = json!({
            "chosen": ["A04 energy 2 3", 2], "experiment": ["", 0], "counted": ["", 0], "owner": ["", 0], "learned": ["", 0],
            "start": ["", 0], "stop": ["2026-12-07", 6], "review": ["2027-01-18", 7], "status": ["running", 8],
        });
        let parts = json!({ "day": ["2026-11-23", 1], "answers": numbered(&LEVELS), "plan": plan });
        visit.seed(&[(&key(ID), &with(ID, &parts))]).await?;
        visit.enter(&format!("#/plan/{ID}")).await?;
        let folder = tempfile::tempdir()?;
        visit.download_to(folder.path()).await?;
        visit.click(".plan-actions .button:not(.button-quiet)").await?;
        let file = downloaded(folder.path(), "oxymoron-plan.ics").await?;
        let calendar: icalendar::Calendar = file.parse().map_err(anyhow::Error::msg)?;
        let mut days: Vec<_> = calendar
            .components
            .iter()
            .filter_map(icalendar::CalendarComponent::as_event)
            .map(|event| {
                use icalendar::Component;
                let value = |name| event.property_value(name).unwrap_or_default().to_owned();
                (value("UID"), value("DTSTART"))
            })
            .collect();
        days.sort();
        let expected = [("again", "20270222"), ("review", "20270118"), ("stop", "20261207")];
        let expected = expected.map(|(name, day)| (format!("{ID}-{name}@oxymoron"), day.to_owned()));
        assert_eq!(days, expected);
        Ok(())
    })
    .await
}

async fn the_plan_shows_the_next_level_and_the_step_there() -> Result<()> {
    visit(async |visit| {
        visit.arrive("#/").await?;
        let record = planned(visit, 10, 4, 46).await?;
        visit.seed(&[(&key(ID), &record)]).await?;
        visit.enter(&format!("#/plan/{ID}")).await?;
        let towards = visit.text(".plan-sheet .plan-towards").await?;
        for piece in [
            "Next: Set up",
            "fifteen minutes for doubts",
            "One step there",
            "Reserve fifteen minutes",
        ] {
            assert!(towards.contains(piece), "{piece} is not in {towards}");
        }
        Ok(())
    })
    .await
}

async fn two_of_one_day_are_told_apart() -> Result<()> {
    visit(async |visit| {
        let one = |id: &str, changed: u64| {
            let parts = json!({
                "subject": ["North", 1], "day": ["2026-11-20", 1], "answers": numbered(&LEVELS),
                "changed": changed, "answered": [changed],
            });
            with(id, &parts)
        };
        let (first, second) = (one(ID, 1_795_000_000_000), one(OTHER, 1_795_000_600_000));
        visit.seed(&[(&key(ID), &first), (&key(OTHER), &second)]).await?;
        visit.enter("#/").await?;
        visit.wait_for(".return").await?;
        let texts = async |css: &str| -> Result<Vec<String>> {
            let found = visit
                .eval(&format!(
                    "[...document.querySelectorAll({})].map((it) => it.textContent)",
                    json!(css)
                ))
                .await?;
            Ok(serde_json::from_value(found)?)
        };
        for css in [
            ".records .record-words",
            ".history-entries h3",
            ".history-choose #from option",
        ] {
            if css.starts_with(".history-entries") {
                visit.go("#/history").await?;
            }
            let list = texts(css).await?;
            assert_eq!(list.len(), 2, "{css}: {list:?}");
            assert_ne!(list[0], list[1], "{css}");
        }
        let list = texts(".history-entries h3").await?;
        assert!(
            list[0].ends_with("2 of 2 that day") && list[1].ends_with("1 of 2 that day"),
            "{list:?}"
        );
        visit.go(&format!("#/compare/{ID}/{OTHER}")).await?;
        let columns = texts(".compare .stacking thead th").await?;
        assert_ne!(columns[1], columns[2], "{columns:?}");
        Ok(())
    })
    .await
}

async fn nothing_moves_above_the_question_of_somebody_new() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        visit.settled().await?;
        let place = "document.querySelector('.first-question').getBoundingClientRect().top + scrollY";
        let before = visit.eval(place).await?;
        visit.answer("A01", "3").await?;
        visit.wait_for(".records .record").await?;
        assert_eq!(visit.eval(place).await?, before);
        assert_eq!(visit.count(".return").await?, 0);
        assert_ne!(before, Value::Null);
        Ok(())
    })
    .await
}
