//! Every screen in every language, on a phone and in a window, light and dark: nothing is cut off, nothing sticks out, no English is left,
//! and axe finds nothing.

use crate::{
    harness::{
        NEXT, Visit, visit,
        workshops::{code, record, response, workshop},
    },
    looks::Looks,
    participants,
    screens::{self, EMPTY, FILLED, OVER_TIME, Screen},
    workshop_console::{console, paste},
    workshop_join, workshop_pass,
    workshop_rooms::{ROOMS, give, room_of_set},
    workshop_sheet::{self, STAGES},
    workshop_wall,
};
use anyhow::Context;
use fantoccini::key::Key;
use oxymoron::domain::workshop::{
    Workshop,
    change::Change,
    rehearsal::{Crowd, Rehearsal},
    stage::Stage,
};
use std::fs;
use xtask::Result;

/// Opens the app on the first of some screens, and goes on to the others within it.
async fn go_round(visit: &Visit, looks: &mut Looks, shown: &[Screen]) -> Result<()> {
    visit.enter("#/").await?;
    for (name, fragment) in shown {
        if *fragment != "#/" {
            visit.go(fragment).await?;
        }
        looks.at(visit, name).await?;
    }
    Ok(())
}

#[tokio::test]
async fn where_nothing_is_stored() -> Result<()> {
    visit(async |visit| {
        let mut looks = Looks::new()?;
        go_round(visit, &mut looks, &EMPTY).await?;
        looks.end();
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_assessment_and_what_is_beside_it() -> Result<()> {
    visit(async |visit| {
        let mut looks = Looks::new()?;
        screens::seed(visit).await?;
        go_round(visit, &mut looks, &FILLED).await?;
        looks.end();
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_looks_back_and_what_comes_in() -> Result<()> {
    visit(async |visit| {
        let mut looks = Looks::new()?;
        screens::seed(visit).await?;
        go_round(visit, &mut looks, &OVER_TIME).await?;
        // A file before it is brought in, with one record that is here and one that is not.
        let folder = tempfile::tempdir()?;
        visit.go("#/take").await?;
        crate::exchange::export_everything(visit, folder.path()).await?;
        let file = folder.path().join(crate::exchange::EVERYTHING);
        let text = fs::read_to_string(&file)?;
        fs::write(
            &file,
            text.replace(crate::harness::records::OTHER, "00000000000000ad"),
        )?;
        visit
            .type_into(crate::exchange::FILE, &file.display().to_string())
            .await?;
        visit.wait_for(".take-preview").await?;
        looks.at(visit, "a file before it is brought in").await?;
        looks.end();
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_the_page_says_when_something_is_amiss() -> Result<()> {
    visit(async |visit| {
        let mut looks = Looks::new()?;
        screens::seed(visit).await?;
        visit.enter("#/data").await?;
        visit.click(".whole-lot .button-quiet").await?;
        visit.wait_for(".confirm").await?;
        visit.click(".data-table button:last-child").await?;
        visit.wait_for(".undo").await?;
        looks.at(visit, "the offer to undo, and a question").await?;
        visit.quiet().await?;

        for language in screens::languages() {
            let page = format!("{}#/", screens::folder(language));
            visit.move_house().await?;
            visit.enter(&page).await?;
            visit
                .eval("void (document.documentElement.dataset.broken = '')")
                .await?;
            looks
                .here(visit, &format!("the app that broke, in {language}"), language)
                .await?;
            visit.move_house().await?;
            visit.server.fail(".wasm");
            visit.arrive(&page).await?;
            visit
                .wait_until("document.querySelector('#failed').checkVisibility({ visibilityProperty: true })")
                .await?;
            looks
                .here(
                    visit,
                    &format!("the app that did not come, in {language}"),
                    language,
                )
                .await?;
            visit.complaints().await?;
        }

        visit.move_house().await?;
        visit
            .before_load("Object.defineProperty(window, 'localStorage', { value: null })")
            .await?;
        visit.enter("#/new").await?;
        visit.choose("A01", "2").await?;
        visit.follow(NEXT).await?;
        visit.wait_for(".notices .notice").await?;
        looks.at(visit, "storage that is blocked").await?;
        looks.end();
        Ok(())
    })
    .await
}

/// A workshop of fourteen invented people that is at its vote.
fn rehearsed() -> Result<Workshop> {
    let mut here = workshop(0x3a1c, 14, &[])?;
    here.rehearsal = Some(Rehearsal {
        crowd: Crowd::Fourteen,
        seed: 3,
    });
    here.apply(Change::WentTo(Stage::Vote), here.created);
    Ok(here)
}

/// A workshop's plan in made-up words: what people typed is in whatever language they like, and would be taken for the page's.
fn in_no_language(record: &str) -> String {
    let typed = [
        "Doubts need somebody whose task they are",
        "One person argues against the plan",
        "Plans that changed",
        "Half of us never saw a doubt discussed",
        "Two of us see no change",
        "Not in the south",
    ];
    typed.iter().fold(record.to_owned(), |record, text| {
        record.replace(text, "Zoltwen arvedi mulk")
    })
}

#[tokio::test]
async fn a_console_at_every_stage() -> Result<()> {
    visit(async |visit| {
        let mut looks = Looks::new()?;
        visit.enter("#/workshop").await?;
        looks.at(visit, "a first workshop").await?;
        visit.go("#/join").await?;
        looks.at(visit, "somebody who was invited").await?;

        let stages = workshop_sheet::at_every_stage();
        let texts: Vec<_> = stages.iter().map(|(_, _, text)| in_no_language(text)).collect();
        let keys = stages.iter().map(|(_, key, _)| &**key);
        let records: Vec<_> = keys.zip(texts.iter().map(|text| &**text)).collect();
        visit.seed(&records).await?;
        visit.enter("#/workshop").await?;
        looks.at(visit, "all workshops").await?;
        for ((id, ..), stage) in stages.iter().zip(STAGES) {
            visit.go(&format!("#/workshop/{id}")).await?;
            looks.at(visit, &format!("a console at {stage}")).await?;
        }
        looks.end();
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_console_where_something_is_open() -> Result<()> {
    visit(async |visit| {
        let mut looks = Looks::new()?;
        let mut closed = workshop(7, 3, &["Ana", "Rui"])?;
        closed.apply(Change::WentTo(Stage::Vote), closed.created);
        let codes: Result<Vec<_>> = (1..=4)
            .map(|id| code(&closed, 1, &response(&closed, id, None, "333333333333")?, id))
            .collect();
        let codes = codes?.join("\n");
        let rehearsal = rehearsed()?;
        let both = [record(&closed), record(&rehearsal)];
        let both: Vec<_> = both.iter().map(|(key, text)| (&**key, &**text)).collect();
        visit.seed(&both).await?;
        visit.enter(&console(closed.id)).await?;
        paste(visit, &format!("{codes}\n{}", &codes[..60])).await?;
        visit.wait_for(".collect-lines li").await?;
        looks.at(visit, "what came in").await?;
        visit.click("[data-way='scan'] .button").await?;
        visit.wait_for("dialog[open]").await?;
        looks.at(visit, "the scanner").await?;
        visit.click("dialog .scanner-foot button").await?;
        visit.click(".console-turn .button:not(.button-quiet)").await?;
        visit.click("[data-receipts]").await?;
        visit.wait_for("#receipts").await?;
        looks.at(visit, "receipts").await?;
        visit.go(&console(rehearsal.id)).await?;
        looks.at(visit, "a rehearsal").await?;
        looks.end();
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_a_workshop_leaves_behind() -> Result<()> {
    visit(async |visit| {
        let mut looks = Looks::new()?;
        let stages = workshop_sheet::at_every_stage();
        let early = workshop(0x20, 5, &[])?;
        let (key, text) = record(&early);
        let mut records: Vec<_> = stages.iter().map(|(_, key, text)| (&**key, &**text)).collect();
        records.push((&key, &text));
        visit.seed(&records).await?;
        visit.enter(&format!("#/workshop/{}/sheet", stages[8].0)).await?;
        looks.at(visit, "a sheet").await?;
        visit.go(&format!("#/workshop/{}/sheet", early.id)).await?;
        assert_eq!(visit.heading().await?, "Nothing to take along yet");
        looks.at(visit, "a sheet before its time").await?;
        visit.go(&format!("#/answer/{}", stranger()?)).await?;
        looks.at(visit, "an answer of another workshop").await?;
        looks.end();
        Ok(())
    })
    .await
}

/// An answer to a workshop that is not on this device.
fn stranger() -> Result<String> {
    let mut other = workshop(9, 5, &[])?;
    other.apply(Change::WentTo(Stage::Vote), other.created);
    code(&other, 1, &response(&other, 1, None, "333333333333")?, 1)
}

#[tokio::test]
async fn a_participants_way() -> Result<()> {
    visit(async |visit| {
        let mut looks = Looks::new()?;
        visit.viewport(1280, 800).await?;
        participants::join(visit, async |name| looks.at(visit, name).await).await?;
        visit
            .go(&format!("#/join/{}/2/A03", workshop_join::invite()?))
            .await?;
        looks.at(visit, "a second vote").await?;
        looks.end();
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_device_that_is_passed_round() -> Result<()> {
    visit(async |visit| {
        let mut looks = Looks::new()?;
        participants::pass_round(visit, async |name| looks.at(visit, name).await).await?;
        visit
            .enter(&format!("#/join/{}", workshop_join::invite()?))
            .await?;
        visit.click("[data-pass]").await?;
        visit.wait_for(".pass-over .button").await?;
        looks.at(visit, "a device with the invite alone").await?;
        visit.click(".pass .button").await?;
        visit.wait_for(".pass-turn .option").await?;
        visit.click(".option:nth-child(2)").await?;
        visit.click(workshop_pass::ON).await?;
        workshop_pass::answer_each(visit, "2").await?;
        visit.wait_for("[data-hand-back]").await?;
        looks.at(visit, "the end of a turn with the invite alone").await?;
        visit.click("[data-hand-back]").await?;
        visit.wait_for("[data-handed-back]").await?;
        looks.at(visit, "codes to hand back").await?;
        looks.end();
        Ok(())
    })
    .await
}

#[tokio::test]
async fn many_rooms() -> Result<()> {
    visit(async |visit| {
        let mut looks = Looks::new()?;
        let (key, text) = record(&workshop(7, 200, &["Ana", "Rui"])?);
        visit.seed(&[(&key, &text)]).await?;
        visit.enter(ROOMS).await?;
        looks.at(visit, "no rooms yet").await?;
        let folder = tempfile::tempdir()?;
        let foreign = folder.path().join("foreign.csv");
        fs::write(&foreign, b"a,b\n1,2\n")?;
        let room = |number| room_of_set(folder.path(), number);
        let files = [room(1)?, room(2)?, room(4)?, foreign];
        for language in screens::languages() {
            screens::speak(visit, language).await?;
            visit.enter(ROOMS).await?;
            give(visit, &files).await?;
            looks
                .here(visit, &format!("rooms in files in {language}"), language)
                .await?;
        }
        visit.click("[data-rooms=keep]").await?;
        visit.wait_for("#rooms-name").await?;
        looks.at(visit, "rooms that are kept").await?;
        let wall = visit.fragment().await?.replace("/rooms/", "/rooms/wall/");
        visit.go("#/workshop/rooms/split/0000000000000007").await?;
        looks.at(visit, "a workshop to split").await?;
        visit.type_into("#rooms-count", "3").await?;
        visit.press(Key::Enter).await?;
        visit.wait_for(".rooms-invites").await?;
        looks.at(visit, "invites for all rooms").await?;
        for language in screens::languages() {
            screens::speak(visit, language).await?;
            visit.enter(&wall).await?;
            visit.wait_for(".rooms-wall-table").await?;
            looks
                .here(visit, &format!("the rooms' wall in {language}"), language)
                .await?;
        }
        looks.end();
        Ok(())
    })
    .await
}

/// A workshop's record that makes each page full, with nothing typed that is English.
fn full(stage: &str, revision: u64, second: &str, chosen: bool) -> String {
    workshop_wall::full(stage, revision, second, chosen)
        .replace(
            "If each of us argues against one plan a month, then more plans change before a customer has to tell us.",
            "Omnis nostrum unam rationem mense impugnabit, unde plura consilia mutentur priusquam emptor nobis dixerit.",
        )
        .replace("Ana-Maria from sales enablement", "Ana-Maria Hohenlohe-Langenburg")
}

#[tokio::test]
async fn the_wall_at_every_stage() -> Result<()> {
    visit(async |visit| walls(visit, &["ar", "en"]).await).await
}

#[tokio::test]
async fn the_wall_at_every_stage_in_the_other_languages() -> Result<()> {
    let others: Vec<_> = screens::languages()
        .filter(|language| !["ar", "en"].contains(language))
        .collect();
    visit(async |visit| walls(visit, &others).await).await
}

/// A console and its wall in each of these languages.
async fn walls(visit: &mut Visit, languages: &[&str]) -> Result<()> {
    // Stage, second vote, whether an area is chosen.
    const PICTURES: [(&str, &str, bool); 12] = [
        ("invite", "", false),
        ("vote", "", false),
        ("close", "", false),
        ("reveal", "", false),
        ("discuss", "not yet", false),
        ("discuss", "open", false),
        ("discuss", "closed", false),
        ("choose", "", false),
        ("choose", "", true),
        ("experiment", "", true),
        ("commit", "", true),
        ("report", "", true),
    ];
    const PROJECTORS: [(u32, u32); 3] = [(1024, 768), (1280, 800), (1280, 720)];
    // Of fifty questions the first are enough: `workshop_wall` reads them all.
    const MOST_PAGES: u64 = 6;
    let mut looks = Looks::new()?;
    let here = format!("#/workshop/{}", workshop_wall::ID);
    for language in languages {
        visit.move_house().await?;
        screens::speak(visit, language).await?;
        visit
            .seed(&[(workshop_wall::KEY, &full("invite", 99, "", false))])
            .await?;
        let page = screens::folder(language);
        visit.enter(&format!("{page}{here}")).await?;
        let (console, wall) = visit.new_tab().await?;
        visit.viewport(1280, 720).await?;
        visit.enter(&format!("{page}{here}/wall")).await?;
        visit.wait_for(".wall-code svg").await?;
        for (place, (stage, second, chosen)) in (100..).zip(PICTURES) {
            if place > 100 {
                let text = full(stage, place, second, chosen);
                visit.store(workshop_wall::KEY, &text).await?;
            }
            for page in 1..=MOST_PAGES {
                let name = format!("the wall in {language} at {stage} {second}, page {page}");
                visit.wait_until(TURNED).await.with_context(|| name.clone())?;
                for (width, height) in PROJECTORS {
                    visit.viewport(width, height).await?;
                    let name = format!("{name}, {width} x {height}");
                    looks.wall(visit, &name, language).await?;
                    workshop_wall::readable(visit).await.with_context(|| name)?;
                }
                if page == 1 {
                    looks.here(visit, &name, language).await?;
                    visit.viewport(1280, 720).await?;
                }
                visit.eval(SEEN).await?;
                if visit.eval(IS_LAST).await? == true {
                    break;
                }
                visit
                    .press(if *language == "ar" { Key::Left } else { Key::Right })
                    .await?;
            }
        }
        visit.switch_to(&wall).await?;
        visit.client().close_window().await?;
        visit.switch_to(&console).await?;
    }
    looks.end();
    Ok(())
}

/// Whether a wall shows something else than when it was looked at last.
const TURNED: &str = "document.querySelector('.wall').innerHTML !== window.seen";
const SEEN: &str = "void (window.seen = document.querySelector('.wall').innerHTML)";
/// Whether it is the last page, or there is one alone: "Page 3 of 3" in any language.
const IS_LAST: &str = "[...document.querySelectorAll('.wall-head .wall-foot')].map((it) => it.textContent.match(/[0-9]+/g)) \
     .filter((numbers) => numbers?.length === 2).every(([page, of]) => page === of)";
