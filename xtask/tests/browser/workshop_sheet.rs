//! What a workshop leaves behind: the sheet on paper, its files, and a session that goes on elsewhere.

use crate::harness::{Engine, PAPERS, Visit, downloaded, engines, visit};
use serde_json::{Value, json};
use std::{fs, path::Path};
use xtask::Result;

engines! {
    the_sheet_prints_on_two_pages: chromium firefox;
    what_is_usually_written_is_whole_on_two_pages: chromium firefox;
    however_much_was_written_no_word_is_lost_on_paper: chromium firefox;
    where_dates_are_agreed_each_is_a_file_of_its_own_as_well: chromium firefox;
}

const ID: &str = "0123456789abcdef";
const EARLIER: &str = "00000000000000aa";
const SHEET: &str = "#/workshop/0123456789abcdef/sheet";
/// 32 bytes of 7 in base64url.
const SECRET: &str = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc";

/// Counts of each area's anchored question: five levels, can't tell, not applicable.
const COUNTS: [[u32; 7]; 12] = [
    [1, 0, 4, 5, 2, 0, 0],
    [6, 2, 0, 0, 1, 3, 0],
    [0, 3, 6, 3, 0, 0, 0],
    [5, 0, 1, 1, 5, 0, 0],
    [0, 2, 2, 6, 2, 0, 0],
    [2, 5, 3, 1, 0, 1, 0],
    [0, 0, 3, 7, 2, 0, 0],
    [1, 4, 4, 2, 0, 1, 0],
    [1, 2, 1, 0, 0, 8, 0],
    [0, 5, 5, 2, 0, 0, 0],
    [3, 3, 3, 2, 1, 0, 0],
    [0, 4, 4, 1, 0, 1, 2],
];

/// The hypothesis, the test, what is counted, and three lines of dissent.
const WRITTEN: usize = 6;

fn hands(counts: &[[u32; 7]]) -> Value {
    let areas = (1..).zip(counts);
    areas
        .map(|(number, counts)| (format!("A{number:02}"), json!(counts)))
        .collect()
}

fn topic(area: &str, round: u32, counts: [u32; 7], agreed: u8, dissent: &str) -> Value {
    json!({ "area": area, "second": "closed", "round": round, "agreed": agreed, "dissent": dissent, "note": "for nobody else",
            "ballot": { "responses": [], "taken_out": {}, "hands": { area: counts } } })
}

/// A record in the letters that the app writes: keys in this order.
fn record(id: &str, created: u64, title: &str, counts: &[[u32; 7]], rest: &Value) -> String {
    let text = |name: &str| rest.get(name).and_then(Value::as_str).unwrap_or_default();
    let part = |name: &str| json!([text(name), 5]);
    // Changed nine days after it was held.
    let revealed = rest
        .get("revealed")
        .cloned()
        .unwrap_or_else(|| json!([created + 3_600_000]));
    let stage = rest.get("stage").and_then(Value::as_str).unwrap_or("report");
    let topics = rest.get("topics").cloned().unwrap_or_else(|| json!([]));
    json!({ "schema": 3, "kind": "workshop", "id": id, "revision": 40, "body": {
        "instrument": 1, "created": created, "changed": created + 800_000_000, "secret": SECRET, "title": title,
        "depth": "quick", "know_do": false, "roles": ["Leaders", "Sellers"], "minimum": 5, "headcount": 14, "agenda": 60,
        "language": "en", "stage": stage, "turn": 0, "revealed": revealed, "timer": [0], "sound": true,
        "first": { "responses": [], "taken_out": {}, "hands": hands(counts) }, "topics": topics, "hands_each": "one", "energy": rest.get("energy").cloned().unwrap_or_else(|| json!({})),
        "hypothesis": text("hypothesis"),
        "plan": { "chosen": part("chosen"), "experiment": part("experiment"), "counted": part("counted"),
                  "owner": part("owner"), "learned": part("learned"), "start": part("start"), "stop": part("stop"),
                  "review": part("review"), "status": ["planned", 0] },
        "address": "", "notes": "for nobody else" } })
    .to_string()
}

/// `long` is how each of the [`WRITTEN`] texts goes on.
fn whole(long: &str) -> String {
    let word = |text: &str| [text, long].concat();
    let topics = json!([
        topic(
            "A04",
            2,
            [4, 1, 1, 1, 5, 0, 0],
            0,
            &word("Half of us never saw a doubt discussed")
        ),
        topic(
            "A01",
            3,
            [0, 1, 6, 4, 1, 2, 0],
            3,
            &word("Two of us see no change")
        ),
        topic("A06", 4, [4, 1, 1, 1, 5, 2, 0], 2, &word("Not in the south")),
    ]);
    let rest = json!({ "topics": topics, "hypothesis": word("Doubts need somebody whose task they are"),
        "chosen": "A04 disagreement 3 4", "experiment": word("One person argues against the plan"),
        "counted": word("Plans that changed"), "owner": "Ada", "stop": "2026-12-07", "review": "2027-01-18" });
    record(ID, 1_795_000_000_000, "Field sales, north", &COUNTS, &rest)
}

fn key(id: &str) -> String {
    format!("oxymoron/1/workshop/{id}")
}

/// The stages of a workshop.
pub const STAGES: [&str; 9] = [
    "invite",
    "vote",
    "close",
    "reveal",
    "discuss",
    "choose",
    "experiment",
    "commit",
    "report",
];

/// A workshop at each of [`STAGES`], by their place: the part of its address, its key and its record.
pub fn at_every_stage() -> Vec<(String, String, String)> {
    (1..)
        .zip(STAGES)
        .map(|(number, stage)| {
            let id = format!("{number:016x}");
            let text = whole("")
                .replace(ID, &id)
                .replace("\"stage\":\"report\"", &format!("\"stage\":\"{stage}\""));
            (id.clone(), key(&id), text)
        })
        .collect()
}

/// Opens the sheet of a workshop that is on this device.
async fn show(visit: &Visit, record: &str) -> Result<()> {
    visit.seed(&[(&key(ID), record)]).await?;
    visit.enter(SHEET).await?;
    visit.wait_for(".sheet").await.map(drop)
}

async fn is_two_pages(visit: &Visit) -> Result<()> {
    for scheme in ["light", "dark"] {
        visit.color_scheme(scheme).await?;
        for paper in PAPERS {
            let pages = visit.printed(paper).await?;
            assert_eq!(pages.len(), 2, "{scheme}, {paper:?}: {pages:#?}");
            for words in [
                "Debateandexperiments",
                "Secondvote",
                "Dec7,2026",
                "Twoofusseenochange",
                "Agreedlevel",
            ] {
                assert!(pages[0].contains(words), "{words} in {}", pages[0]);
            }
            for words in [
                "Thetwelveareas",
                "12.Opsandenablement",
                "Toofewtoshow",
                "Whatcomesnext",
                "Jan18,2027",
            ] {
                assert!(pages[1].contains(words), "{words} in {}", pages[1]);
            }
            assert!(
                !pages.concat().contains("Sessionfile"),
                "buttons are for the screen"
            );
            assert!(!pages.concat().contains("fornobodyelse"));
        }
    }
    Ok(())
}

async fn the_sheet_prints_on_two_pages() -> Result<()> {
    visit(async |visit| {
        show(visit, &whole("")).await?;
        is_two_pages(visit).await
    })
    .await
}

/// As long as two of the app's own suggestions.
async fn what_is_usually_written_is_whole_on_two_pages() -> Result<()> {
    visit(async |visit| {
        let long = [
            &*" and we count, on Fridays, how often anybody did it".repeat(7),
            " to the last word",
        ];
        show(visit, &whole(&long.concat())).await?;
        // Firefox parts pages earlier, and has three.
        if visit.engine() == Engine::Chromium {
            is_two_pages(visit).await?;
        }
        for paper in PAPERS {
            let pages = visit.printed(paper).await?;
            assert!(pages.len() <= 3, "{paper:?}: {pages:#?}");
            assert_eq!(
                pages.concat().matches("tothelastword").count(),
                WRITTEN,
                "{pages:#?}"
            );
        }
        Ok(())
    })
    .await
}

async fn however_much_was_written_no_word_is_lost_on_paper() -> Result<()> {
    visit(async |visit| {
        const TIMES: usize = 12;
        let long =
            " Verkaufsinnovationsbeauftragtenversammlung und Gesprächsvorbereitungsleitfadenüberarbeitung"
                .repeat(TIMES);
        show(visit, &whole(&long)).await?;
        let pages = visit.printed(PAPERS[0]).await?;
        assert!(pages.len() > 2, "{pages:#?}");
        let word = "Verkaufsinnovationsbeauftragtenversammlung";
        let text = pages.concat();
        assert_eq!(text.matches(word).count(), TIMES * WRITTEN, "{text}");
        assert!(text.contains("Whatcomesnext"), "{text}");
        Ok(())
    })
    .await
}

/// Clicks a button of the sheet and returns the file.
async fn take(visit: &Visit, folder: &Path, ending: &str) -> Result<String> {
    visit.click(&format!("[data-take={ending}]")).await?;
    downloaded(folder, &format!("oxymoron-workshop-2026-11-18.{ending}")).await
}

#[tokio::test]
async fn files_for_everybody_hold_counts_and_no_secret() -> Result<()> {
    visit(async |visit| {
        show(visit, &whole("")).await?;
        let folder = tempfile::tempdir()?;
        visit.download_to(folder.path()).await?;
        let table = take(visit, folder.path(), "csv").await?;
        // Twelve questions, three second votes, the heads.
        assert_eq!(table.lines().count(), 1 + 12 + 3);
        for (number, counts) in (1..).zip(COUNTS) {
            let line = table
                .lines()
                .find(|line| line.contains(&format!(",1,A{number:02},")));
            let line = line.unwrap_or_default();
            let valid: u32 = counts.iter().take(5).sum();
            let shown: Vec<_> = counts.iter().map(u32::to_string).collect();
            let figures = format!(",{valid},{},", shown.join(","));
            // Four valid votes on the ninth area.
            assert_eq!(line.contains(&figures), number != 9, "{figures} in {line}");
            assert_eq!(
                line.ends_with(&[&*",".repeat(13), "en"].concat()),
                number == 9,
                "{line}"
            );
        }
        let text = take(visit, folder.path(), "md").await?;
        let page = take(visit, folder.path(), "html").await?;
        for file in [&table, &text, &page] {
            for secret in [SECRET, "Leaders", "for nobody else"] {
                assert!(!file.contains(secret), "{secret} in {file}");
            }
        }
        assert!(text.contains("Too few to show") && page.contains("Too few to show"));
        visit.click("[data-take=ics]").await?;
        let dates = downloaded(folder.path(), "oxymoron-plan.ics").await?;
        assert!(dates.contains("UID:0123456789abcdef-review@oxymoron"), "{dates}");
        // The report opens anywhere, without a script.
        assert_eq!(
            page.matches("<script").count(),
            page.matches("<script type=\"application/json\"").count()
        );
        Ok(())
    })
    .await
}

async fn where_dates_are_agreed_each_is_a_file_of_its_own_as_well() -> Result<()> {
    visit(async |visit| {
        let record = whole("").replace("\"stage\":\"report\"", "\"stage\":\"commit\"");
        visit.seed(&[(&key(ID), &record)]).await?;
        visit.enter(&format!("#/workshop/{ID}")).await?;
        let folder = tempfile::tempdir()?;
        visit.download_to(folder.path()).await?;
        visit.click(".stage-dates .link:last-of-type").await?;
        let review = downloaded(folder.path(), "oxymoron-review.ics").await?;
        assert_eq!(review.matches("BEGIN:VEVENT").count(), 1, "{review}");
        assert!(
            review.contains("UID:0123456789abcdef-review@oxymoron"),
            "{review}"
        );
        assert!(
            review.contains("20270118") && !review.contains("20261207"),
            "{review}"
        );
        visit.click(".stage-dates .link").await?;
        let stop = downloaded(folder.path(), "oxymoron-stop.ics").await?;
        assert!(stop.contains("20261207") && !stop.contains("20270118"), "{stop}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_session_goes_on_at_the_same_step_on_another_laptop() -> Result<()> {
    visit(async |visit| {
        let rest = json!({ "stage": "vote", "revealed": [] });
        let before = record(ID, 1_795_000_000_000, "In the middle of it", &COUNTS, &rest);
        show(visit, &before).await?;
        assert_eq!(visit.heading().await?, "Nothing to take along yet");
        assert_eq!(
            visit.count("[data-take]").await?,
            1,
            "there is only the session file"
        );
        let folder = tempfile::tempdir()?;
        visit.download_to(folder.path()).await?;
        let file = take(visit, folder.path(), "json").await?;
        assert!(file.contains(SECRET));

        visit.move_house().await?;
        visit.enter("#/take").await?;
        assert_eq!(visit.keys().await?, Vec::<String>::new());
        let path = folder.path().join("oxymoron-workshop-2026-11-18.json");
        assert!(fs::exists(&path)?);
        visit
            .wait_for("#take-file")
            .await?
            .send_keys(&path.display().to_string())
            .await?;
        visit.wait_for_text("main", "In the middle of it").await?;
        visit.click("[data-take=confirm]").await?;
        visit.wait_for_text("main", "One record brought in.").await?;

        visit.go("#/data").await?;
        visit
            .wait_for_text(".data-table", "Workshop: In the middle of it")
            .await?;
        let console = visit
            .string("document.querySelector('.data-actions a').hash")
            .await?;
        assert_eq!(console, format!("#/workshop/{ID}"));
        visit.go(&console).await?;
        let stored = visit.stored(&key(ID)).await?.unwrap_or_default();
        let [before, after]: [Value; 2] = [serde_json::from_str(&before)?, serde_json::from_str(&stored)?];
        for part in ["stage", "secret", "first", "timer", "notes", "revealed"] {
            assert_eq!(before["body"][part], after["body"][part], "{part}");
        }
        visit.wait_for_text("main", "In the middle of it").await
    })
    .await
}

#[tokio::test]
async fn an_earlier_workshop_is_set_against_this_one() -> Result<()> {
    visit(async |visit| {
        // The third area stood a level and a half lower; the ninth had too few answers this time.
        let mut earlier = COUNTS;
        earlier[2] = [6, 5, 1, 0, 0, 0, 0];
        earlier[8] = [0, 0, 12, 0, 0, 0, 0];
        let earlier = record(EARLIER, 1_779_962_400_000, "In spring", &earlier, &json!({}));
        visit.seed(&[(&key(EARLIER), &earlier)]).await?;
        show(visit, &whole("")).await?;
        assert_eq!(visit.count(".slope").await?, 0);
        let choose = format!(
            "{{ const it = document.querySelector('#against'); it.value = '{EARLIER}'; \
             it.dispatchEvent(new Event('change', {{ bubbles: true }})); }}"
        );
        visit.run(&choose).await?;
        visit
            .wait_for_text(".sheet-moves", "1 area moved up: Change skills")
            .await?;
        visit
            .wait_for_text(".sheet-moves", "without a change that counts: 10.")
            .await?;
        assert_eq!(visit.count(".slope-lines .slope-moved").await?, 1);
        visit
            .wait_for_text("[aria-labelledby=past] .figures", "Moved up")
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_sheet_has_no_barrier_and_fits_a_phone() -> Result<()> {
    visit(async |visit| {
        show(visit, &whole("")).await?;
        for (width, scheme) in [(320, "light"), (360, "dark"), (1280, "light")] {
            visit.viewport(width, 900).await?;
            visit.color_scheme(scheme).await?;
            assert_eq!(visit.axe().await?, Vec::<String>::new(), "{width}, {scheme}");
            let wide = visit.eval("document.documentElement.scrollWidth").await?;
            assert!(wide.as_u64() <= Some(u64::from(width)), "{wide} in {width}");
        }
        // The menu stands on one line on the smallest phone.
        visit.viewport(320, 900).await?;
        let lines = visit
            .eval("new Set([...document.querySelectorAll('.menu a')].map((it) => it.getBoundingClientRect().top)).size")
            .await?;
        assert_eq!(lines, json!(1));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_session_is_missed_quietly_until_it_is_taken_out_as_it_stands() -> Result<()> {
    visit(async |visit| {
        let open = json!({ "revealed": [], "stage": "close" });
        let hidden = record(EARLIER, 1_775_000_000_000, "Not yet", &COUNTS, &open);
        let seen = record(ID, 1_779_962_400_000, "In the middle of it", &COUNTS, &json!({}));
        visit.seed(&[(&key(EARLIER), &hidden), (&key(ID), &seen)]).await?;
        let folder = tempfile::tempdir()?;
        visit.enter("#/workshop").await?;
        visit.download_to(folder.path()).await?;
        visit
            .wait_for_text(".record .reminder", "Not taken out of this browser yet")
            .await?;
        assert_eq!(
            visit.count(".reminder").await?,
            1,
            "of the one that the room has seen"
        );
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        visit.go(&format!("#/workshop/{ID}")).await?;
        visit
            .wait_for_text(".console .reminder", "Not taken out of this browser yet")
            .await?;
        visit.click("[data-take=session]").await?;
        visit.click("[data-handed=true] button").await?;
        visit.wait_until("!document.querySelector('.reminder')").await?;
        let file = downloaded(folder.path(), "oxymoron-workshop-2026-05-28.json").await?;
        assert!(file.contains(SECRET), "it goes on elsewhere");
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for(".console").await?;
        assert_eq!(visit.count(".reminder").await?, 0);

        visit.type_into("#notes", "!").await?;
        visit
            .wait_for_text(".console .reminder", "Changed since it was last taken out")
            .await?;
        // The sheet's own button does as well.
        visit.go(SHEET).await?;
        visit.click("[data-take=json]").await?;
        visit.click("[data-handed=true] button").await?;
        visit.go("#/workshop").await?;
        visit.wait_for(".record").await?;
        assert_eq!(visit.count(".reminder").await?, 0);
        Ok(())
    })
    .await
}
