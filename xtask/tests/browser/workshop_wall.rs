//! A workshop's two windows: what the facilitator does in one, the room sees in the other, and nothing before its time.

use crate::harness::{Visit, visit};
use serde_json::{Value, json};
use xtask::Result;

const ID: &str = "00000000000000ab";
const KEY: &str = "oxymoron/1/workshop/00000000000000ab";
/// The console's way on, and the one within a stage.
const ON: &str = ".console-turn .button:not(.button-quiet)";
const GO: &str = ".stage-go.button:not(.button-quiet)";

/// Nine of twelve people showed hands: two camps on the first area, everybody alike on the others.
fn record(stage: &str, revision: u64, topics: &Value) -> String {
    let area = |number: u8| format!("A{number:02}");
    let mut hands: serde_json::Map<String, Value> = (2..=12)
        .map(|number| (area(number), json!([0, 0, 9, 0, 0, 0, 0])))
        .collect();
    hands.insert(area(1), json!([0, 4, 0, 5, 0, 0, 0]));
    let none = json!(["", 0]);
    json!({
        "schema": 1, "kind": "workshop", "id": ID, "revision": revision,
        "body": {
            "instrument": 1, "created": 1_795_000_000_000_u64, "changed": 1_795_000_000_000_u64,
            "secret": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "title": "North",
            "depth": "quick", "know_do": false, "roles": [], "minimum": 5, "headcount": 12, "agenda": 60, "language": "en",
            "stage": stage, "turn": 0, "revealed": stage == "discuss", "timer": [240], "sound": false,
            "first": { "responses": [], "hands": hands }, "topics": topics, "hypothesis": "",
            "plan": {
                "chosen": none, "experiment": none, "counted": none, "owner": none, "learned": none,
                "start": none, "stop": none, "review": none, "status": ["planned", 0],
            },
            "notes": "for my eyes",
        },
    })
    .to_string()
}

/// The console in one tab and the wall in another, which is the current one.
async fn two_windows(visit: &Visit, stage: &str) -> Result<(String, String)> {
    visit.viewport(1280, 720).await?;
    visit.seed(&[(KEY, &record(stage, 9, &json!([])))]).await?;
    visit.enter(&format!("#/workshop/{ID}")).await?;
    let tabs = visit.new_tab().await?;
    visit.viewport(1280, 720).await?;
    visit.enter(&format!("#/workshop/{ID}/wall")).await?;
    Ok(tabs)
}

/// Nothing scrolls and nothing is cut off.
async fn fits(visit: &Visit) -> Result<()> {
    let cut = visit
        .eval(
            "[...document.querySelectorAll('.wall *')].filter((it) => { const box = it.getBoundingClientRect(); \
             return box.width > 0 && (box.bottom > innerHeight + 1 || box.right > innerWidth + 1); })\
             .map((it) => it.outerHTML.slice(0, 80))",
        )
        .await?;
    assert_eq!(cut, json!([]));
    let scrolls = visit
        .eval("document.scrollingElement.scrollHeight > innerHeight || document.scrollingElement.scrollWidth > innerWidth")
        .await?;
    assert_eq!(scrolls, json!(false));
    Ok(())
}

/// The smallest share of the window's height that the letters of these elements have.
async fn share(visit: &Visit, css: &str) -> Result<f64> {
    let share = visit
        .eval(&format!(
            "Math.min(...[...document.querySelectorAll({})].map((it) => parseFloat(getComputedStyle(it).fontSize) / innerHeight))",
            json!(css)
        ))
        .await?;
    Ok(share.as_f64().unwrap_or(0.0))
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
        assert!(share(visit, ".wall-read, .wall-timer").await? >= 0.06);
        visit
            .wait_for_text(".wall-beside", "Nobody in this room sees how you answered")
            .await?;
        shows_no_answer(visit).await?;
        fits(visit).await?;

        for (stage, title) in [
            ("vote", "Everybody answers in silence"),
            ("close", "The vote is closed"),
        ] {
            visit.switch_to(&console).await?;
            visit.click(ON).await?;
            visit.switch_to(&wall).await?;
            visit.wait_for_text(".wall-title", title).await?;
            visit.wait_for_text(".wall-count", "9 of 12 in").await?;
            assert!(share(visit, ".wall-count").await? >= 0.06, "{stage}");
            shows_no_answer(visit).await?;
            fits(visit).await?;
        }

        visit.switch_to(&console).await?;
        visit.click(ON).await?;
        visit
            .wait_for_text(
                ".room-queue",
                "Two camps: 4 at Now and then or below, 5 at Working or above",
            )
            .await?;
        assert_eq!(visit.count(".room-rows .dots-strip").await?, 12);
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        visit.switch_to(&wall).await?;
        visit.wait_for_text(".wall-queue", "Change is our job").await?;
        assert_eq!(visit.count(".wall-grid .dots-strip").await?, 12);
        assert!(share(visit, ".wall-queue li, .wall-title").await? >= 0.06);
        fits(visit).await?;
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        visit.click(".wall-button").await?;
        visit
            .wait_until("document.querySelectorAll('.wall-large').length === 4")
            .await?;
        assert!(share(visit, ".wall-large h2").await? >= 0.06);
        fits(visit).await
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
        assert!(share(visit, ".wall-title, .wall-votes .dots-count, .wall-votes > .wall-read").await? >= 0.06);
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
        let counted = topic("open", 2, json!({ "A01": [0, 0, 6, 1, 0, 0, 0] }));
        visit.store(KEY, &record("discuss", 99, &counted)).await?;
        visit.wait_for_text(".wall-count", "7 of 12 in").await?;
        shows_no_answer(visit).await?;

        visit.switch_to(&console).await?;
        visit.click(GO).await?;
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
