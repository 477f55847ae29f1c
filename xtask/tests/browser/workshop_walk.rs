//! A walk through a rehearsal, recorded: console and wall at every stage, at two sizes, light and dark. `cargo xtask walk`
//! takes pictures on the way, to be looked at, into the folder that `OXYMORON_WALK` names; the walk itself holds that the mark is everywhere and that nothing is cut off.

use crate::harness::workshops::{record, workshop};
use crate::harness::{Visit, visit};
use anyhow::Context;
use base64::Engine;
use oxymoron::app::workshop::collecting::{Reading, take};
use oxymoron::app::workshop::rehearsing::{Arriving, Form, schedule, text};
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::Checklist;
use oxymoron::domain::code::Round;
use oxymoron::domain::doors::Door;
use oxymoron::domain::plan::{Chosen, PlanText};
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::rehearsal::{Crowd, Rehearsal};
use oxymoron::domain::workshop::stage::Stage;
use serde_json::json;
use std::path::PathBuf;
use std::time::UNIX_EPOCH;
use xtask::Result;

const SIZES: [(u32, u32); 2] = [(1280, 720), (1920, 1080)];

/// Everything of a round that the invented room sends.
fn answered(workshop: &mut Workshop, checklist: &Checklist, round: Round) -> Result<()> {
    let rehearsal = workshop.rehearsal.context("a rehearsal")?;
    let all = schedule(rehearsal, round);
    let texts = all
        .into_iter()
        .filter_map(|one| text(workshop, checklist, round, one, "https://example.org/"));
    let mut reading = Reading::new(workshop, texts.collect()).context("an open vote")?;
    while reading.step() {}
    let (batch, mut report) = reading.take();
    take(workshop, batch, &mut report, Moment(workshop.created.0 + 1));
    Ok(())
}

/// The workshop as it stands at each stage, and what to call the picture.
fn stations(checklist: &Checklist) -> Result<Vec<(String, Workshop)>> {
    let mut here = workshop(0x3a1c, 14, &["Leader", "Seller"])?;
    here.rehearsal = Some(Rehearsal {
        crowd: Crowd::Fourteen,
        seed: 3,
    });
    let now = Moment(u64::try_from(UNIX_EPOCH.elapsed()?.as_millis())?);
    let mut all = vec![("1-invite".to_owned(), here.clone())];
    here.apply(Change::WentTo(Stage::Vote), now);
    answered(&mut here, checklist, Round::FIRST)?;
    all.push(("2-vote".to_owned(), here.clone()));
    here.apply(Change::WentTo(Stage::Close), now);
    all.push(("3-close".to_owned(), here.clone()));
    here.apply(Change::WentTo(Stage::Reveal), now);
    let queue = here.room(checklist).context("a room")?.queue;
    let first = *queue.first().context("something to talk about")?;
    here.apply(Change::ChoseTopics(queue), now);
    all.push(("4-reveal".to_owned(), here.clone()));
    here.apply(Change::WentTo(Stage::Discuss), now);
    here.apply(Change::OpenedSecondVote, now);
    let round = here.open_round().context("a second vote")?;
    answered(&mut here, checklist, round)?;
    all.push(("5-discuss-open".to_owned(), here.clone()));
    here.apply(Change::ClosedSecondVote, now);
    all.push(("6-discuss-shown".to_owned(), here.clone()));
    here.apply(Change::BeganBreak(Some(Moment(now.0 + 600_000))), now);
    all.push(("7-break".to_owned(), here.clone()));
    for (name, stage) in [
        ("8-choose", Stage::Choose),
        ("9-experiment", Stage::Experiment),
        ("10-commit", Stage::Commit),
        ("11-report", Stage::Report),
    ] {
        here.apply(Change::WentTo(stage), now);
        all.push((name.to_owned(), here.clone()));
        let chosen = Chosen {
            area: first,
            door: Door::MostDisagreement,
            from: None,
            to: None,
        };
        here.apply(Change::Chose(Some(chosen)), now);
        here.apply(
            Change::WrotePlan(
                PlanText::Experiment,
                "One lost deal a week, told in ten minutes".to_owned(),
            ),
            now,
        );
        here.apply(Change::WrotePlan(PlanText::Owner, "Robin".to_owned()), now);
    }
    Ok(all)
}

async fn picture(visit: &Visit, folder: Option<&PathBuf>, name: &str) -> Result<()> {
    let Some(folder) = folder else { return Ok(()) };
    let shot = visit
        .cdp("Page.captureScreenshot", json!({ "format": "png" }))
        .await?;
    let bytes =
        base64::engine::general_purpose::STANDARD.decode(shot["data"].as_str().context("a picture")?)?;
    std::fs::write(folder.join(format!("{name}.png")), bytes)?;
    Ok(())
}

#[tokio::test]
async fn a_rehearsal_from_invite_to_report() -> Result<()> {
    visit(async |visit| {
        let folder = std::env::var_os("OXYMORON_WALK").map(PathBuf::from);
        if let Some(folder) = &folder {
            std::fs::create_dir_all(folder)?;
        }
        let checklist = crate::harness::workshops::checklist()?;
        let stations = stations(&checklist)?;
        let (_, first) = stations.first().context("a station")?;
        let (key, text) = record(first);
        visit.seed(&[(&key, &text)]).await?;
        let place = format!("#/workshop/{}", first.id);
        visit.enter(&place).await?;
        let (console, wall) = visit.new_tab().await?;
        visit.enter(&format!("{place}/wall")).await?;
        visit.wait_for(".wall-code svg").await?;
        for (number, (name, workshop)) in (1_000..).zip(&stations) {
            let mut workshop = workshop.clone();
            workshop.revision.0 = number;
            let (key, text) = record(&workshop);
            visit.switch_to(&wall).await?;
            visit.store(&key, &text).await?;
            for (window, tab) in [("console", &console), ("wall", &wall)] {
                visit.switch_to(tab).await?;
                visit.wait_for("[data-rehearsal], .wall").await?;
                for (width, height) in SIZES {
                    visit.viewport(width, height).await?;
                    for scheme in ["light", "dark"] {
                        visit.color_scheme(scheme).await?;
                        picture(
                            visit,
                            folder.as_ref(),
                            &format!("{name}-{window}-{width}-{scheme}"),
                        )
                        .await?;
                    }
                }
                let wide = visit
                    .eval("document.scrollingElement.scrollWidth > innerWidth")
                    .await?;
                assert_eq!(wide, json!(false), "{name} {window}");
                let marked = visit
                    .eval("document.body.innerText.includes('REHEARSAL')")
                    .await?;
                assert_eq!(marked, json!(true), "{name} {window} says what it is");
            }
        }
        Ok(())
    })
    .await
}

/// The first of the invented room sends a picture, which goes the way of every picture: drawn, decoded by the reader, opened.
#[tokio::test]
async fn a_picture_of_the_invented_room_is_read_like_any_picture() -> Result<()> {
    let of = |seed| Rehearsal {
        crowd: Crowd::Five,
        seed,
    };
    let first = |seed: &u32| {
        schedule(of(*seed), Round::FIRST)
            .first()
            .map(|one: &Arriving| one.form)
    };
    let seed = (0..100).find(|seed| first(seed) == Some(Form::Picture));
    let mut here = workshop(0x3a1d, 5, &["Leader", "Seller"])?;
    here.rehearsal = Some(of(seed.context("a room that begins with a picture")?));
    here.apply(Change::WentTo(Stage::Vote), here.created);
    let (key, text) = record(&here);
    visit(async |visit| {
        visit.seed(&[(&key, &text)]).await?;
        visit.enter(&format!("#/workshop/{}", here.id)).await?;
        visit.click("[data-answer]").await?;
        visit.wait_for_text(".health-figures", "1 of 5 in").await
    })
    .await
}
