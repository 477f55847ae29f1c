//! A workshop's two windows: what the facilitator does in one, the room sees in the other, and nothing before its time.

use crate::harness::workshops::{self, workshop};
use crate::harness::{Visit, visit};
use anyhow::Context;
use fantoccini::key::Key;
use oxymoron::domain::code::hands::Counted;
use oxymoron::domain::question::{AreaId, QuestionId};
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::rehearsal::{Crowd, Rehearsal};
use oxymoron::domain::workshop::stage::Stage;
use serde_json::{Value, json};
use xtask::Result;

pub const ID: &str = "00000000000000ab";
pub const KEY: &str = "oxymoron/1/workshop/00000000000000ab";
/// The console's way on, and the one within a stage.
const ON: &str = ".console-turn .button:not(.button-quiet)";
const NEXT_PAGE: &str = ".console-pages .button:last-child";
const GO: &str = ".stage-go.button:not(.button-quiet)";

/// A workshop's record with these values; what is not among them is as small as it can be.
fn stored(stage: &str, revision: u64, revealed: bool, values: &Value) -> String {
    const BEGUN: u64 = 1_795_000_000_000;
    let none = json!(["", 0]);
    let mut body = json!({
        "instrument": 1, "created": BEGUN, "changed": BEGUN,
        "secret": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "title": "North",
        "depth": "quick", "know_do": false, "roles": [], "minimum": 5, "headcount": 12, "agenda": 60, "language": "en",
        "stage": stage, "turn": 0, "revealed": if revealed { json!([BEGUN]) } else { json!([]) }, "timer": [240], "sound": false,
        "first": { "responses": [], "hands": {} }, "topics": [], "hands_each": "one", "energy": {}, "hypothesis": "",
        "plan": {
            "chosen": none, "experiment": none, "counted": none, "owner": none, "learned": none,
            "start": none, "stop": none, "review": none, "status": ["planned", 0],
        },
        "notes": "for my eyes",
    });
    for (name, value) in values.as_object().into_iter().flatten() {
        body[name] = value.clone();
    }
    json!({ "schema": 2, "kind": "workshop", "id": ID, "revision": revision, "body": body }).to_string()
}

/// Nine of twelve people showed hands: two camps on the first area, everybody alike on the others.
pub(crate) fn record(stage: &str, revision: u64, topics: &Value) -> String {
    let area = |number: u8| format!("A{number:02}");
    let mut hands: serde_json::Map<String, Value> = (2..=12)
        .map(|number| (area(number), json!([0, 0, 9, 0, 0, 0, 0])))
        .collect();
    hands.insert(area(1), json!([0, 4, 0, 5, 0, 0, 0]));
    let rest = json!({ "first": { "responses": [], "hands": hands }, "topics": topics });
    stored(stage, revision, stage == "discuss", &rest)
}

/// The console in one tab and the wall in another, which is the current one.
pub(crate) async fn two_windows(visit: &Visit, stage: &str) -> Result<(String, String)> {
    visit.viewport(1280, 720).await?;
    visit.seed(&[(KEY, &record(stage, 9, &json!([])))]).await?;
    visit.enter(&format!("#/workshop/{ID}")).await?;
    let tabs = visit.new_tab().await?;
    visit.viewport(1280, 720).await?;
    visit.enter(&format!("#/workshop/{ID}/wall")).await?;
    Ok(tabs)
}

/// Nothing scrolls, nothing is cut off, and no word lies under the code in the corner.
pub(crate) async fn fits(visit: &Visit) -> Result<()> {
    let spills = visit
        .eval("(() => { const it = document.querySelector('.wall-body'); return it.scrollHeight > it.clientHeight + 1 || it.scrollWidth > it.clientWidth + 1; })()")
        .await?;
    assert_eq!(spills, json!(false), "{}", visit.text(".wall").await?);
    let cut = visit
        .eval(
            "[...document.querySelectorAll('.wall *')].filter((it) => { const box = it.getBoundingClientRect(); \
             return box.width > 0 && (box.bottom > innerHeight + 1 || box.right > innerWidth + 1 || box.left < -1); })\
             .map((it) => it.outerHTML.slice(0, 80))",
        )
        .await?;
    assert_eq!(cut, json!([]));
    let scrolls = visit
        .eval("document.scrollingElement.scrollHeight > innerHeight || document.scrollingElement.scrollWidth > innerWidth")
        .await?;
    assert_eq!(scrolls, json!(false));
    let covered = visit
        .eval(
            "(() => { const code = document.querySelector('.wall-corner')?.getBoundingClientRect(); const covered = []; \
             const walk = document.createTreeWalker(document.querySelector('.wall'), NodeFilter.SHOW_TEXT); \
             while (code && walk.nextNode()) { const range = document.createRange(); range.selectNodeContents(walk.currentNode); \
             for (const box of range.getClientRects()) if (box.width && box.right > code.left && box.left < code.right && box.bottom > code.top + 2 && box.top < code.bottom) \
             covered.push(walk.currentNode.data); } return covered; })()",
        )
        .await?;
    assert_eq!(covered, json!([]));
    Ok(())
}

/// Every text is at least 6 % of the window's height. Not meant for the room, and so left out: the button that fills the screen, which page
/// it is and where a reading comes from (`wall-foot`), and the link, which is in the code above it and in the chat. The twelve lines of the overview get
/// smaller until the longest fits, to half of that at most.
pub(crate) async fn readable(visit: &Visit) -> Result<()> {
    let small = visit
        .eval(
            "(() => { const walk = document.createTreeWalker(document.querySelector('.wall'), NodeFilter.SHOW_TEXT); const small = []; \
             while (walk.nextNode()) { const it = walk.currentNode.parentElement; const text = walk.currentNode.data.trim(); \
             const share = parseFloat(getComputedStyle(it).fontSize) / Math.min(innerHeight, innerWidth * 0.75); \
             if (text && share < 0.0599 && !it.closest('.wall-button, .wall-foot, .wall-link') && (share < 0.0299 || !it.closest('.wall-areas[class*=\"wall-areas-\"]'))) small.push([share, text]); } \
             return small; })()",
        )
        .await?;
    assert_eq!(small, json!([]));
    Ok(())
}

/// No dot, no level, no count of anything but those who are in.
async fn shows_no_answer(visit: &Visit) -> Result<()> {
    let html = visit.string("document.querySelector('.wall').outerHTML").await?;
    for piece in ["dots-", "Two camps", "Middle answer", "Set up", "for my eyes"] {
        assert!(!html.contains(piece), "{piece} in {html}");
    }
    Ok(())
}

#[tokio::test]
async fn the_wall_shows_what_the_console_says_and_nothing_before_its_time() -> Result<()> {
    visit(async |visit| {
        let (console, wall) = two_windows(visit, "invite").await?;
        visit.wait_for(".wall-code svg").await?;
        let square = visit
            .eval("document.querySelector('.wall-code svg').getBoundingClientRect().height / innerHeight")
            .await?;
        assert!(square.as_f64() >= Some(0.4), "{square}");
        readable(visit).await?;
        visit
            .wait_for_text(".wall-invite", "The room is shown counts and no names")
            .await?;
        shows_no_answer(visit).await?;
        fits(visit).await?;

        for title in ["Everybody answers in silence", "The vote is closed"] {
            visit.switch_to(&console).await?;
            visit.click(ON).await?;
            if title.contains("closed") {
                visit.click("[data-confirm]").await?;
            }
            visit.switch_to(&wall).await?;
            visit.wait_for_text(".wall-title", title).await?;
            visit.wait_for_text(".wall-count", "9 of 12 in").await?;
            readable(visit).await?;
            shows_no_answer(visit).await?;
            fits(visit).await?;
        }

        visit.switch_to(&console).await?;
        visit.click(ON).await?;
        visit
            .wait_for_text(".room-queue", "Two camps: 4 at Now and then, 5 at Working")
            .await?;
        assert_eq!(visit.count(".room-rows .dots-strip").await?, 12);
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        visit.switch_to(&wall).await?;
        visit.wait_for_text(".wall-areas", "Change as a job").await?;
        readable(visit).await?;
        fits(visit).await?;
        visit.press(Key::Right).await?;
        visit.wait_for_text(".wall-strips", "Change is our job").await?;
        visit.wait_for_text(".wall-head", "▲ middle answer").await?;
        assert_eq!(visit.count(".wall-strip .dots-strip").await?, 3);
        assert_eq!(visit.axe().await?, Vec::<String>::new());

        // The console turns the pages, and a key on the wall asks it to.
        visit.switch_to(&console).await?;
        visit.wait_for_text(".console-pages", "Page 2 of 6").await?;
        visit.click(NEXT_PAGE).await?;
        visit.wait_for_text(".console-pages", "Page 3 of 6").await?;
        visit.switch_to(&wall).await?;
        visit
            .wait_for_text(".wall-strips", "Debate and experiments")
            .await?;
        for page in 4..=6 {
            visit.press(Key::Right).await?;
            visit
                .wait_for_text(".wall-head", &format!("Page {page} of 6"))
                .await?;
        }
        visit
            .wait_for_text(".wall-queue", "Two camps: 4 at Now and then")
            .await?;
        visit.press(Key::Left).await?;
        visit
            .wait_for_text(".wall-strips", "Different to deal with")
            .await?;
        visit.switch_to(&console).await?;
        visit.wait_for_text(".console-pages", "Page 5 of 6").await
    })
    .await
}

#[tokio::test]
async fn a_second_vote_is_opened_counted_and_shown_beside_the_first() -> Result<()> {
    visit(async |visit| {
        let topic = |second: &str, round: u8, hands: Value| {
            json!([{
                "area": "A01", "second": second, "round": round, "ballot": { "responses": [], "hands": hands },
                "agreed": 0, "dissent": "", "note": "",
            }])
        };
        let (console, wall) = two_windows(visit, "discuss").await?;
        visit.switch_to(&console).await?;
        visit.click(GO).await?;
        visit.wait_for_text(".stage-area", "Change is our job").await?;
        visit.switch_to(&wall).await?;
        visit.wait_until("document.querySelectorAll('.wall-votes .dots-strip').length === 1").await?;
        readable(visit).await?;
        fits(visit).await?;

        visit.switch_to(&console).await?;
        visit.click(GO).await?;
        visit.switch_to(&wall).await?;
        visit.wait_for_text(".wall-count", "0 of 12 in").await?;
        let link = visit.text(".wall-link").await?;
        assert!(link.contains("/#/join/oxyi") && link.ends_with("/2/A01"), "{link}");
        shows_no_answer(visit).await?;
        fits(visit).await?;

        // Hands are counted in some other window; the console passes on how many.
        let counted = topic("open", 2, json!({ "A01": [0, 0, 7, 1, 0, 0, 0] }));
        visit.store(KEY, &record("discuss", 99, &counted)).await?;
        visit.wait_for_text(".wall-count", "8 of 12 in").await?;
        shows_no_answer(visit).await?;

        visit.switch_to(&console).await?;
        visit.click("[data-hold]").await?;
        visit.click("[data-confirm]").await?;
        visit.switch_to(&wall).await?;
        visit.wait_for_text(".wall-middle", "In a moment we see what we said").await?;
        shows_no_answer(visit).await?;
        visit.switch_to(&console).await?;
        // Nobody has to press anything.
        visit.wait_for_text(".stage-outcome", "Agreed, and moved").await?;
        visit.switch_to(&wall).await?;
        visit.wait_until("document.querySelectorAll('.wall-votes .dots-strip').length === 2").await?;
        visit.wait_for_text(".wall-votes", "Agreed, and moved").await?;
        let shapes = ["dots-first", "dots-second"];
        for shape in shapes {
            assert_eq!(visit.count(&format!(".wall-votes .{shape}")).await?, 2, "{shape}");
        }
        fits(visit).await?;

        // When the console goes, the picture stays; a window that opens then has nothing to show.
        visit.switch_to(&console).await?;
        visit.go("#/").await?;
        visit.switch_to(&wall).await?;
        assert_eq!(visit.count(".wall-votes .dots-strip").await?, 2);
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for_text("h1", "Waiting for the console").await
    })
    .await
}

/// A room of fifty with everything that makes a page full: long names, long texts, as many as can be.
pub fn full(stage: &str, revision: u64, second: &str, chosen: bool) -> String {
    let area = |number: u8| format!("A{number:02}");
    let mut hands = serde_json::Map::new();
    for number in 1..=12 {
        hands.insert(area(number), json!([3, 9, 20, 12, 5, 1, 0]));
        for half in ["a", "b"] {
            hands.insert([&*area(number), half].concat(), json!([0, 0, 40, 0, 0, 10, 0]));
        }
    }
    hands.insert(area(1), json!([0, 24, 0, 24, 2, 0, 0]));
    hands.insert(area(5), json!([1, 1, 1, 0, 0, 47, 0]));
    hands.insert(area(12), json!([0, 0, 0, 0, 40, 10, 0]));
    for pair in [1, 2, 3, 4, 5, 7] {
        hands.insert(format!("K{pair}k"), json!([0, 0, 5, 23, 22, 0, 0]));
        hands.insert(format!("K{pair}d"), json!([20, 15, 3, 0, 0, 12, 0]));
    }
    hands.insert("K6".to_owned(), json!([5, 5, 20, 10, 10, 0, 0]));
    let shown = ["invite", "vote", "close"].iter().all(|early| *early != stage);
    let topic = |number: u8, second: &str, round: u8, votes: Value| {
        json!({
            "area": area(number), "second": second, "round": round, "ballot": { "responses": [], "hands": votes },
            "agreed": 0, "dissent": "Not in the south", "note": "",
        })
    };
    let again = match second {
        "closed" => topic(12, "closed", 2, json!({ "A12": [0, 24, 0, 24, 2, 0, 0] })),
        "open" => topic(12, "open", 2, json!({})),
        _ => topic(12, "not yet", 0, json!({})),
    };
    let none = json!(["", 0]);
    let long = "If each of us argues against one plan a month, then more plans change before a customer has to tell us. ";
    let topics = if shown {
        json!([
            again,
            topic(8, "not yet", 0, json!({})),
            topic(10, "not yet", 0, json!({}))
        ])
    } else {
        json!([])
    };
    let rest = json!({
        "title": "North and south together, autumn",
        "depth": "full", "know_do": true, "headcount": 50, "agenda": 90, "timer": [3600],
        "first": { "responses": [], "hands": hands }, "topics": topics,
        "hands_each": "several", "energy": { "A01": 50, "A03": 12, "A08": 41, "A10": 50, "A11": 3, "A12": 50 },
        "hypothesis": long.repeat(4),
        "plan": {
            "chosen": if chosen { json!(["A12 energy 2 3", 1]) } else { none.clone() },
            "experiment": [long.repeat(3), 1], "counted": [long, 1], "owner": ["Ana-Maria from sales enablement", 1],
            "learned": none, "start": none, "stop": ["2026-12-07", 1], "review": ["2027-01-18", 1], "status": ["planned", 0],
        },
    });
    stored(stage, revision, shown, &rest)
}

/// Turns every page of the picture, and measures each.
async fn every_page(visit: &Visit, name: &str) -> Result<u64> {
    let mut page = 1;
    loop {
        for (width, height) in [(1024, 768), (1280, 800), (1920, 1080), (1280, 720)] {
            visit.viewport(width, height).await?;
            readable(visit).await?;
            fits(visit).await?;
        }
        let all = visit
            .eval(
                "Number([...document.querySelectorAll('.wall-head .wall-foot')] \
                   .map((it) => it.textContent.match(/Page [0-9]+ of ([0-9]+)/)?.[1]).find(Boolean) ?? 1)",
            )
            .await?
            .as_u64()
            .unwrap_or(1);
        if page == all {
            return Ok(all);
        }
        page += 1;
        visit.press(Key::Right).await?;
        visit
            .wait_for_text(".wall-head", &format!("Page {page} of {all}"))
            .await
            .with_context(|| name.to_owned())?;
    }
}

#[tokio::test]
async fn every_page_can_be_read_from_the_back_and_is_all_there() -> Result<()> {
    visit(async |visit| {
        let (_, _) = two_windows(visit, "invite").await?;
        visit.wait_for(".wall-code svg").await?;
        // Stage, second vote, whether an area is chosen; what stands there then, and on how many pages.
        let pictures = [
            // Each of the 49 questions that are open can be read out; one or two have words for two pages.
            ("invite", "", false, "Take part", 50..=53),
            ("vote", "", false, "Everybody answers in silence", 50..=53),
            ("close", "", false, "The vote is closed", 1..=1),
            // All areas, four pages of areas, one for each pair and one for the outcome, what comes first.
            ("reveal", "", false, "What we said", 13..=13),
            (
                "discuss",
                "not yet",
                false,
                "Ops and enablement own innovation",
                2..=2,
            ),
            ("discuss", "open", false, "Vote again on this one", 2..=2),
            ("discuss", "closed", false, "Second vote", 2..=2),
            ("choose", "", false, "Choose one area", 3..=3),
            ("choose", "", true, "We start with “Ops and enablement", 3..=3),
            ("experiment", "", true, "Alone", 4..=4),
            ("commit", "", true, "Who and when", 3..=4),
            ("report", "", true, "What we take along", 1..=2),
        ];
        for (place, (stage, second, chosen, title, pages)) in (100..).zip(pictures) {
            visit.store(KEY, &full(stage, place, second, chosen)).await?;
            visit.wait_for_text(".wall", title).await?;
            let turned = every_page(visit, title).await?;
            assert!(pages.contains(&turned), "{title}: {turned} pages");
        }
        Ok(())
    })
    .await
}

/// The mark of a rehearsal stands beside everything else in the head of a page.
#[tokio::test]
async fn in_a_rehearsal_the_title_keeps_its_place() -> Result<()> {
    visit(async |visit| {
        let mut here = workshop(0x3a1c, 14, &[])?;
        here.rehearsal = Some(Rehearsal {
            crowd: Crowd::Fourteen,
            seed: 3,
        });
        let levels = [0, 2, 9, 3, 0];
        for number in 1..=12 {
            let area = AreaId::new(number).context("an area")?;
            let counted = Counted {
                levels,
                ..Counted::default()
            };
            here.apply(
                Change::CountedHands(QuestionId::Anchored(area), counted),
                here.created,
            );
        }
        for stage in [Stage::Vote, Stage::Close, Stage::Reveal] {
            here.apply(Change::WentTo(stage), here.created);
        }
        let (key, text) = workshops::record(&here);
        visit.seed(&[(&key, &text)]).await?;
        visit.enter(&format!("#/workshop/{}", here.id)).await?;
        visit.new_tab().await?;
        visit.enter(&format!("#/workshop/{}/wall", here.id)).await?;
        visit.wait_for_text(".wall", "What we said").await?;
        for (width, height) in [(1920, 1080), (1280, 720), (1024, 768), (960, 540), (360, 740)] {
            visit.viewport(width, height).await?;
            fits(visit).await?;
            assert_eq!(
                visit.text(".wall-title").await?.replace('\n', " "),
                "What we said"
            );
        }
        Ok(())
    })
    .await
}

/// In a browser that knows nothing of the workshop: no record, and nobody on the channel.
#[tokio::test]
async fn another_laptop_shows_the_picture_of_a_link_and_the_next_one_that_is_pasted() -> Result<()> {
    const LINK: &str = "document.querySelector('#wall-link').value";
    visit(async |visit| {
        visit.seed(&[(KEY, &record("close", 9, &json!([])))]).await?;
        visit.enter(&format!("#/workshop/{ID}")).await?;
        let first = visit.string(LINK).await?;
        // No window hears of what it has stored itself.
        visit.store(KEY, &record("discuss", 100, &json!([]))).await?;
        visit.enter(&format!("#/workshop/{ID}")).await?;
        let second = visit.string(LINK).await?;
        visit.store(KEY, &full("reveal", 200, "", false)).await?;
        visit.enter(&format!("#/workshop/{ID}")).await?;
        let reveal = visit.string(LINK).await?;

        visit.move_house().await?;
        let fragment = first.find('#').and_then(|start| first.get(start..));
        visit.enter(fragment.context("a link has a fragment")?).await?;
        visit.wait_for_text(".wall-title", "The vote is closed").await?;
        visit
            .paste_into("body", &format!("For the wall: {second} "))
            .await?;
        visit.wait_for_text(".wall", "Nothing is chosen yet").await?;
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for_text(".wall", "Nothing is chosen yet").await?;
        // Nobody there hears a key, so the page turns itself.
        visit.paste_into("body", &reveal).await?;
        visit.wait_for_text(".wall-head", "Page 1 of 13").await?;
        for page in [2, 3] {
            visit.press(Key::PageDown).await?;
            let shown = format!("Page {page} of 13");
            visit.wait_for_text(".wall-head", &shown).await?;
        }
        visit.press(Key::PageUp).await?;
        visit.wait_for_text(".wall-head", "Page 2 of 13").await?;
        assert_eq!(visit.keys().await?, Vec::<String>::new());

        // Whoever has opened the wall without a picture is told what is none.
        visit.enter(&format!("#/workshop/{ID}/wall")).await?;
        visit.paste_into("#wall-paste", "Here it is!").await?;
        visit
            .wait_for_text(".wall-elsewhere", "no picture of this workshop")
            .await?;
        visit.paste_into("#wall-paste", &first).await?;
        visit.wait_for_text(".wall-title", "The vote is closed").await
    })
    .await
}
