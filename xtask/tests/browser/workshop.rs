//! A whole workshop: a facilitator with two windows, twelve participants (in Chromium with a browser each, elsewhere two with the engine's), every
//! way to hand in, and every figure on the way compared with one that is worked out here, from the answers and nothing else.

mod figures;
pub mod people;

use crate::harness::workshops::id_of;
use crate::harness::{Engine, Visit, downloaded, engines, visit};
use crate::workshop_console::stored;
use anyhow::Context;
use fantoccini::key::Key;
use figures::{agreement, camps, cannot_tell, median, middle, queue, spread, tenths, votes};
use people::{Participant, Sealed, damaged, engine_of, ways};
use serde_json::json;
use std::fs;
use xtask::Result;

engines! {
    twelve_people_and_a_facilitator: chromium firefox webkit;
}

/// The console's way on, and the one within a stage.
const ON: &str = ".console-turn .button:not(.button-quiet)";
const GO: &str = ".stage-go.button:not(.button-quiet)";
const REPORT: &str = ".collect-report";

const NAMES: [&str; 12] = [
    "Change is our job",
    "Hiring for change",
    "Change skills",
    "Debate and experiments",
    "Learning from failure",
    "Beyond blind compliance",
    "Customer fluency",
    "Guiding the customer’s change",
    "Provoking change",
    "Own renewal, not imitation",
    "Different to deal with",
    "Ops and enablement own innovation",
];
const WORDS: [&str; 5] = ["Not seen", "Now and then", "Set up", "Working", "Renewing itself"];

/// Five leaders and seven sellers, a line of answers each: level, 0 for can't tell, x for not applicable. The last one is late.
const PEOPLE: [(usize, &str); 12] = [
    (1, "534013423344"),
    (1, "523043522453"),
    (1, "433034413354"),
    (1, "52404352334x"),
    (1, "432013423453"),
    (2, "1x3213523344"),
    (2, "234021422353"),
    (2, "123053513344"),
    (2, "214314423454"),
    (2, "13302352333x"),
    (2, "223045412344"),
    (2, "543543543543"),
];
const LATE: usize = 11;
/// What everybody says to the first area once they have talked, the late one included.
const AGAIN: &str = "334343334343";

/// Votes on an area from which anything of it is shown.
const FEWEST: usize = 5;

/// The lines of those who voted in time.
fn in_time() -> Vec<&'static str> {
    PEOPLE.iter().take(LATE).map(|(_, line)| *line).collect()
}

async fn paste(visit: &Visit, text: &str) -> Result<()> {
    visit.paste_into("#paste", text).await
}

async fn received(visit: &Visit, count: usize) -> Result<()> {
    visit
        .wait_for_text(".health-figures", &format!("{count} of 12 in"))
        .await
}

/// Nothing on the page tells how anybody answered.
async fn tells_nothing(visit: &Visit) -> Result<()> {
    let page = visit.string("document.querySelector('main').outerHTML").await?;
    for piece in ["dots-", "Two camps", "Middle answer", "From the middle"] {
        assert!(!page.contains(piece), "{piece} before the reveal");
    }
    Ok(())
}

async fn twelve_people_and_a_facilitator() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/workshop").await?;
        for (field, text) in [
            ("#title", "Field sales"),
            ("#role-1", "Leader"),
            ("#role-2", "Seller"),
            ("#present", "12"),
        ] {
            visit.type_into(field, text).await?;
        }
        visit.click(".workshop-form [type=submit]").await?;
        visit.wait_for("#link").await?;
        let console = visit.fragment().await?;
        let invite = visit.string("document.querySelector('#link').value").await?;
        let tabs = visit.new_tab().await?;
        visit.enter(&format!("{console}/wall")).await?;
        visit.wait_for(".wall-code svg").await?;
        visit.switch_to(&tabs.0).await?;
        visit.click(ON).await?;
        visit.wait_for_text("#stage", "Vote").await?;

        let workshop = stored(visit, id_of(&console)?).await?;
        let mut people = Vec::new();
        for (place, (role, line)) in PEOPLE.iter().take(LATE).enumerate() {
            people.push(match engine_of(place, visit.engine()) {
                Some(engine) => {
                    let vote = Participant::vote(&invite, *role, line);
                    engine.meanwhile(vote).await?
                }
                None => Participant::sealed(Sealed {
                    workshop: workshop.clone(),
                    id: place as u64,
                    role: u8::try_from(*role)?.checked_sub(1),
                    line,
                })?,
            });
        }
        hand_in(visit, &people, &tabs.0).await?;
        received(visit, LATE).await?;
        tells_nothing(visit).await?;
        visit.switch_to(&tabs.1).await?;
        visit.wait_for_text(".wall-count", "11 of 12 in").await?;
        tells_nothing(visit).await?;
        reveal(visit, &tabs).await?;
        if visit.engine() == Engine::WebKit {
            // Its participants forget who they are when they close it, and its driver prints and downloads nothing.
            return Ok(());
        }
        talk(visit, &tabs, &invite, &mut people).await?;
        commit(visit).await?;
        take_along(visit, &console).await
    })
    .await
}

/// Eleven votes by paste, link and picture, with a duplicate, a damaged one and one of another workshop among them.
async fn hand_in(visit: &Visit, people: &[Participant], console: &str) -> Result<()> {
    let codes: Vec<_> = people.iter().map(|person| person.code.as_str()).collect();
    let (pasted, linked, pictured) = ways(&codes);
    let elsewhere = stranger(visit).await?;
    let mut chat = String::new();
    for (minute, code) in pasted.iter().enumerate() {
        chat += &format!("[09:{minute:02}] Somebody Example: here is mine\n{code}\n");
    }
    chat += &format!(
        "[09:20] Once more: {}\n[09:21] {}\n[09:22] {elsewhere}\n",
        pasted[0],
        damaged(linked[0])
    );
    visit.switch_to(console).await?;
    paste(visit, &chat).await?;
    for line in [
        format!("{} new answers", pasted.len()),
        "1 was here already".to_owned(),
        "1 is for another workshop".to_owned(),
        "1 was changed on its way".to_owned(),
    ] {
        visit.wait_for_text(REPORT, &line).await?;
    }
    received(visit, pasted.len()).await?;

    for code in &linked {
        let (_, tab) = visit.new_tab().await?;
        visit.enter(&format!("#/answer/{code}")).await?;
        visit.wait_for_text("main", "Field sales").await?;
        visit.switch_to(&tab).await?;
        visit.client().close_window().await?;
        visit.switch_to(console).await?;
    }
    received(visit, pasted.len() + linked.len()).await?;

    let folder = tempfile::tempdir()?;
    visit.click("[data-way='files'] > summary").await?;
    for (number, code) in pictured.iter().enumerate() {
        let person = people
            .iter()
            .find(|person| person.code == **code)
            .context("a person")?;
        let path = folder.path().join(format!("{number}.png"));
        fs::write(&path, &person.picture)?;
        visit
            .type_into("#collect-files", &path.display().to_string())
            .await?;
        received(visit, pasted.len() + linked.len() + number + 1).await?;
    }
    Ok(())
}

/// The code of somebody who was invited to another workshop, by a facilitator with another browser.
async fn stranger(visit: &Visit) -> Result<String> {
    let other = crate::harness::Browser::start().await?;
    other
        .open_url(&format!("{}#/workshop", visit.server.url()))
        .await?;
    other.type_into("#present", "6").await?;
    other.click(".workshop-form [type=submit]").await?;
    other.wait_for("#link").await?;
    let invite = other
        .eval("document.querySelector('#link').value")
        .await?
        .as_str()
        .context("a link")?
        .to_owned();
    drop(other.close().await?);
    let person = Engine::Chromium
        .meanwhile(Participant::vote(&invite, 0, "333333333333"))
        .await?;
    Ok(person.code)
}

/// The table behind the strips, row by row.
async fn table(visit: &Visit, within: &str) -> Result<Vec<Vec<String>>> {
    let rows = visit
        .eval(&format!(
            "[...document.querySelectorAll('{within} tbody tr')].map((row) => \
             [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()))"
        ))
        .await?;
    Ok(serde_json::from_value(rows)?)
}

async fn reveal(visit: &Visit, tabs: &(String, String)) -> Result<()> {
    let lines = in_time();
    visit.switch_to(&tabs.0).await?;
    visit.click(ON).await?;
    // Eleven of twelve: it asks before it goes on, once, beginning on the way back.
    visit
        .wait_for_text(".confirm", "1 of 12 is missing: wait, or go on without them?")
        .await?;
    visit
        .wait_until("document.activeElement.id === 'confirm-no'")
        .await?;
    visit.click("[data-confirm]").await?;
    visit.wait_for_text("#stage", "Close").await?;
    visit.wait_for_text(".console", "Votes and heads differ").await?;
    tells_nothing(visit).await?;
    visit.click(ON).await?;
    visit.wait_for("#queue").await?;
    visit
        .wait_for_text(".stage", "11 of 12 answered: these 11 people")
        .await?;

    let rows = table(visit, "section:has(> #strips)").await?;
    assert_eq!(rows.len(), 12);
    for (place, row) in rows.iter().enumerate() {
        let votes = votes(&lines, place);
        let mut expected = vec![NAMES[place].to_owned()];
        if votes.len() < FEWEST {
            expected.push("Too few to show".to_owned());
            expected.resize(9, "–".to_owned());
            assert_eq!(*row, expected);
            continue;
        }
        expected.extend((1..=5).map(|level| votes.iter().filter(|vote| **vote == level).count().to_string()));
        expected.push(middle(&votes));
        expected.push(tenths(spread(&votes)));
        expected.push(cannot_tell(&lines, place).to_string());
        assert_eq!(*row, expected);
    }
    let shown = visit
        .eval("[...document.querySelectorAll('.room-queue b')].map((area) => area.textContent)")
        .await?;
    let expected: Vec<_> = queue(&lines).into_iter().map(|place| NAMES[place]).collect();
    assert_eq!(shown, json!(expected));
    assert_eq!(expected[0], NAMES[0]);
    let camp = |(low, high, count): (usize, usize, usize)| {
        let (low, high) = (WORDS[low - 1], WORDS[high - 1]);
        if low == high {
            format!("{count} at {low}")
        } else {
            format!("{count} from {low} to {high}")
        }
    };
    let [below, above] = camps(&votes(&lines, 0)).context("two camps")?.map(camp);
    let said = format!("Two camps: {below}, {above}");
    visit.wait_for_text(".room-queue", &said).await?;
    for (place, name) in NAMES.iter().enumerate().skip(1) {
        let has = camps(&votes(&lines, place)).is_some();
        let row = format!(
            "[...document.querySelectorAll('.room-row')].find((row) => row.querySelector('.room-name')?.textContent === {})\
             .textContent.includes('Two camps')",
            json!(name)
        );
        assert_eq!(visit.eval(&row).await?, json!(has), "{name}");
    }
    // Five leaders and six sellers are too few for a word about either.
    assert_eq!(visit.count("#gap").await?, 0);
    let page = visit.string("document.querySelector('.stage').outerHTML").await?;
    assert!(
        !page.contains("Leader") && !page.contains("Seller"),
        "a role is named"
    );
    assert_eq!(visit.axe().await?, Vec::<String>::new());

    visit.switch_to(&tabs.1).await?;
    let shown = (0..12)
        .filter(|place| votes(&lines, *place).len() >= FEWEST)
        .count();
    visit.wait_for_text(".wall-areas", "Hiring").await?;
    assert_eq!(visit.count(".wall-areas > li").await?, 12);
    let mut strips = 0;
    for page in 2..=5 {
        visit.press(Key::Right).await?;
        visit
            .wait_for_text(".wall-head", &format!("Page {page} of 6"))
            .await?;
        strips += visit.count(".wall-strip .dots-strip").await?;
    }
    assert_eq!(strips, shown);
    visit.press(Key::Right).await?;
    visit.wait_for_text(".wall-queue", NAMES[0]).await?;
    visit.switch_to(&tabs.0).await
}

/// The first area again, with everybody and the one who came late.
async fn talk(
    visit: &Visit,
    tabs: &(String, String),
    invite: &str,
    people: &mut Vec<Participant>,
) -> Result<()> {
    visit.click(ON).await?;
    visit.wait_for_text("#stage", "Discuss").await?;
    // What the reveal showed as chosen is chosen.
    visit.wait_for_text(".stage-area", NAMES[0]).await?;
    visit.click(GO).await?;
    visit.wait_for_text(".stage-count", "0 of 12 in").await?;
    // A second Enter closes nothing.
    visit.press(Key::Enter).await?;
    let link = visit
        .string("document.querySelector('#round-link').value")
        .await?;
    assert!(link.starts_with(invite) && link.ends_with("/2/A01"), "{link}");

    let (role, line) = PEOPLE[LATE];
    let late = Engine::Chromium
        .meanwhile(Participant::vote(invite, role, line))
        .await?;
    let mut chat = late.code.clone();
    people.push(late);
    for (person, level) in people.iter_mut().zip(AGAIN.chars()) {
        person.vote_again(&link, level).await?;
        chat += &format!("\n{}", person.again);
    }
    visit.switch_to(&tabs.0).await?;
    paste(visit, &chat).await?;
    visit.wait_for_text(REPORT, "12 new answers").await?;
    visit
        .wait_for_text(REPORT, "1 is from an earlier vote and came too late")
        .await?;
    visit.wait_for_text(".stage-count", "12 of 12 in").await?;
    assert_eq!(visit.count(".room-vote").await?, 1);

    // Closed by mistake, opened again, closed, and shown at once.
    visit.click("[data-hold]").await?;
    visit.wait_for_text(".stage", "nothing is shown yet").await?;
    assert_eq!(visit.count(".room-vote").await?, 1);
    visit.click("[data-reopen]").await?;
    visit.click("[data-hold]").await?;
    visit.click("[data-show]").await?;
    let again: Vec<_> = AGAIN.chars().map(String::from).collect();
    let again: Vec<_> = again.iter().map(String::as_str).collect();
    let (first, second) = (votes(&in_time(), 0), votes(&again, 0));
    visit
        .wait_for_text(".stage-outcome", agreement(&first, &second))
        .await?;
    let rows = table(visit, ".room-both").await?;
    for (row, votes) in rows.iter().zip([&first, &second]) {
        assert_eq!(row[6..8], [middle(votes), tenths(spread(votes))]);
    }
    visit.click("input[name=agreed][value='3']").await?;
    visit
        .type_into("#dissent", "The field sees it every week")
        .await?;
    visit.switch_to(&tabs.1).await?;
    visit
        .wait_until("document.querySelectorAll('.wall-votes .dots-strip').length === 2")
        .await?;
    visit.switch_to(&tabs.0).await
}

/// The area with the lowest middle answer, one experiment, an owner and two dates.
async fn commit(visit: &Visit) -> Result<()> {
    visit.click(ON).await?;
    visit.wait_for_text("#stage", "Choose").await?;
    visit.click(".stage-door:first-child .button").await?;
    visit.wait_for_text(".stage .lead", "We start with").await?;
    visit.click(ON).await?;
    visit
        .type_into("#hypothesis", "If we look back weekly, we learn sooner")
        .await?;
    visit
        .type_into("#experiment", "One lost deal a week, told in ten minutes")
        .await?;
    visit.type_into("#counted", "Deals told").await?;
    visit.click(ON).await?;
    visit.type_into("#owner", "Robin").await?;
    visit.click(".stage-offer .link").await?;
    visit
        .wait_for_text("section:has(> #read)", "Robin sees to it")
        .await?;
    visit.click(ON).await?;
    visit.wait_for_text("#stage", "Report").await
}

/// The lowest interpolated median of all areas, by place.
fn lowest() -> usize {
    let again: Vec<_> = AGAIN.chars().map(String::from).collect();
    let again: Vec<_> = again.iter().map(String::as_str).collect();
    let last = |place: usize| {
        if place == 0 {
            votes(&again, 0)
        } else {
            votes(&in_time(), place)
        }
    };
    let mut places: Vec<_> = (0..12).filter(|place| last(*place).len() >= FEWEST).collect();
    places.sort_by(|a, b| median(&last(*a)).total_cmp(&median(&last(*b))));
    places[0]
}

async fn take_along(visit: &Visit, console: &str) -> Result<()> {
    visit.go(&format!("{console}/sheet")).await?;
    visit.wait_for_text("h1", "Field sales").await?;
    let lines = in_time();
    for text in [
        "11 of 12 people",
        NAMES[lowest()],
        "Robin",
        "The field sees it every week",
        "One lost deal a week, told in ten minutes",
    ] {
        visit.wait_for_text(".sheet", text).await?;
    }
    let rows = table(visit, ".sheet-second").await?;
    assert_eq!(rows.len(), 12);
    for (place, row) in rows.iter().enumerate() {
        let votes = votes(&lines, place);
        let whole = row.join(" ");
        assert!(whole.contains(NAMES[place]), "{whole}");
        if votes.len() < FEWEST {
            assert!(whole.contains("Too few to show"), "{whole}");
            continue;
        }
        assert!(whole.contains(&format!("({})", middle(&votes))), "{whole}");
        assert!(whole.contains(&tenths(spread(&votes))), "{whole}");
    }
    counts(visit).await
}

/// The file of counts: a line for each question and vote.
async fn counts(visit: &Visit) -> Result<()> {
    let folder = tempfile::tempdir()?;
    visit.download_to(folder.path()).await?;
    visit.click("[data-take=csv]").await?;
    let day = visit.string("new Date().toISOString().slice(0, 10)").await?;
    let text = downloaded(folder.path(), &format!("oxymoron-workshop-{day}.csv")).await?;
    let lines: Vec<_> = text.lines().skip(1).collect();
    assert_eq!(lines.len(), 13);
    let again: Vec<_> = AGAIN.chars().map(String::from).collect();
    let again: Vec<_> = again.iter().map(String::as_str).collect();
    for (place, line) in lines.iter().enumerate() {
        let (votes, unable) = match place {
            12 => (votes(&again, 0), 0),
            _ => (votes(&in_time(), place), cannot_tell(&in_time(), place)),
        };
        if votes.len() < FEWEST {
            assert!(line.ends_with(&[&*",".repeat(14), "en"].concat()), "{line}");
            continue;
        }
        let mut cells = vec![votes.len().to_string()];
        cells.extend((1..=5).map(|level| votes.iter().filter(|vote| **vote == level).count().to_string()));
        cells.push(unable.to_string());
        let cells = format!(",{},", cells.join(","));
        assert!(line.contains(&cells), "{line} has no {cells}");
    }
    Ok(())
}
