//! Results as files for reading, with ordinary and with hostile content.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod cells;
mod dates;
mod languages;
mod schema;
mod workshop;

use oxymoron::app::assessment::export::{COLUMNS, ExportSource, HEIGHT, WIDTH, markdown, profile, report};
use oxymoron::app::compile::compile;
use oxymoron::app::export::one;
use oxymoron::app::pack::Pack;
use oxymoron::app::shared::html::PALETTE;
use oxymoron::app::state::State;
use oxymoron::domain::answer::{Answer, Choice};
use oxymoron::domain::assessment::{Assessment, AssessmentId, KnowDo};
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::checklist::Depth;
use oxymoron::domain::doors::Door;
use oxymoron::domain::exchange::{FileError, Found, Intake};
use oxymoron::domain::level::Level;
use oxymoron::domain::plan::Chosen;
use oxymoron::domain::question::QuestionId;
use oxymoron::domain::record::{Key, TableForm, write_assessment};
use oxymoron::domain::rollup::file::{RoomFile, RoomRefusal};
use oxymoron::domain::stamp::Stamped;

const ID: AssessmentId = AssessmentId(0xaa);
/// 2026-11-18T10:13:20Z.
const NOW: Moment = Moment(1_795_000_400_000);

thread_local! {
    /// Compiled once for each test, which asks for it at every turn.
    static PACK: Pack = {
        let checklist = include_str!("../../assets/checklist.toml");
        compile("en", checklist, include_str!("../../assets/en.toml")).unwrap()
    };
}

fn pack() -> Pack {
    PACK.with(Pack::clone)
}

/// The words of a language.
fn pack_in(language: &str) -> Pack {
    let path = format!("{}/assets/{language}.toml", env!("CARGO_MANIFEST_DIR"));
    let checklist = include_str!("../../assets/checklist.toml");
    compile(language, checklist, &std::fs::read_to_string(path).unwrap()).unwrap()
}

fn arabic() -> Pack {
    pack_in("ar")
}

/// An assessment with answers such as `A01=3 A02=0 A12=x`.
fn assessment(answers: &str) -> Assessment {
    let mut assessment = Assessment::new(ID, pack().checklist.version, Moment(1_795_000_000_000));
    for pair in answers.split_whitespace() {
        let (question, code) = pair.split_once('=').unwrap();
        let answer = Choice::from_code(code).unwrap().answer(None);
        put(&mut assessment, question, answer);
    }
    assessment
}

fn put(assessment: &mut Assessment, question: &str, answer: Answer) {
    let question: QuestionId = question.parse().unwrap();
    let revision = assessment.edit(Moment(1_795_000_300_000));
    assessment
        .answers
        .insert(question, Stamped::new(Some(answer), revision));
}

const ALL: &str = "A01=3 A02=2 A03=4 A04=3 A05=2 A06=1 A07=4 A08=3 A09=3 A10=4 A11=5 A12=2";

/// Everything there can be: a name, a day, notes, a reason, the know-do check, a plan.
fn full() -> Assessment {
    let mut full = assessment(&format!("{ALL} A01a=0 K1k=5 K1d=2 K2k=3 K2d=3 K6=2"));
    put(&mut full, "A12", Answer::NotApplicable("No such team".to_owned()));
    let revision = full.revision;
    full.subject = Stamped::new("Field sales, north".to_owned(), revision);
    full.day = Stamped::new(Day::new(2026, 11, 17), revision);
    full.know_do = Stamped::new(KnowDo::Included, revision);
    full.notes.insert(
        "A05".parse().unwrap(),
        Stamped::new("Two reviews\nsince spring".to_owned(), revision),
    );
    let chosen = Chosen {
        area: "A06".parse().unwrap(),
        door: Door::LowestScore,
        from: Some(Level::NotSeen),
        to: Some(Level::NowAndThen),
    };
    full.plan.chosen = Stamped::new(Some(chosen), revision);
    full.plan.owner = Stamped::new("Ada".to_owned(), revision);
    full.plan.stop = Stamped::new(Day::new(2026, 12, 1), revision);
    full
}

#[test]
fn a_full_form_that_is_answered_in_part_is_not_called_blank() {
    let mut begun = assessment(ALL);
    begun.depth.value = Depth::Full;
    let text = with(&begun, markdown);
    assert!(text.contains("Not enough for a level yet"), "{text}");
    assert_eq!(text.matches("Answered in part").count(), 12, "{text}");
    assert!(!text.contains("still blank") && !text.contains("Not answered yet"));
}

#[test]
fn the_ends_of_a_full_result_count_the_levels_that_it_lists() {
    let mut averages = assessment("A01=2 A01a=3 A01b=3 A02=2 A02a=3");
    averages.depth.value = Depth::Full;
    let page = with(&averages, |taking| report(taking, &file(&averages)));
    for file in [with(&averages, markdown), page] {
        assert!(file.contains("2 areas at level 2 or lower"), "{file}");
    }
}

const HOSTILE: &str = "=cmd|' /C calc'!A0 \"</title></script><script>window.pwned=1</script>\
                       <img src=x onerror=\"window.pwned=1\">&lt;<!-- {{x}} [a](javascript:alert(1)) | `x` \u{202e}🙂\u{0}";

/// The same with every text that a person can write turned against us.
fn hostile() -> Assessment {
    let mut hostile = full();
    let revision = hostile.revision;
    hostile.subject = Stamped::new(HOSTILE.to_owned(), revision);
    put(&mut hostile, "A12", Answer::NotApplicable(HOSTILE.to_owned()));
    for area in 1..=12 {
        let note = Stamped::new(format!("{HOSTILE}\n# heading\n- item\n=1+1"), revision);
        hostile.notes.insert(format!("A{area:02}").parse().unwrap(), note);
    }
    hostile.plan.owner = Stamped::new(HOSTILE.to_owned(), revision);
    hostile.plan.learned = Stamped::new("@SUM(1)".to_owned(), revision);
    hostile
}

fn with<T>(assessment: &Assessment, make: impl Fn(&ExportSource) -> T) -> T {
    let pack = pack();
    make(&taking(&pack, assessment))
}

/// Taken out where clocks show UTC.
fn taking<'a>(pack: &'a Pack, assessment: &'a Assessment) -> ExportSource<'a> {
    let answered = Day::of(assessment.answered_at(), 0);
    ExportSource {
        pack,
        assessment,
        now: NOW,
        day: assessment.day.value.unwrap_or(answered),
        today: Day::of(NOW, 0),
    }
}

fn csv(taking: &ExportSource) -> String {
    oxymoron::app::assessment::export::csv(taking, TableForm::Comma)
}

fn file(assessment: &Assessment) -> String {
    let mut state = State::prerendered();
    state.assessments.insert(assessment.id, assessment.clone());
    one(&state, &pack().checklist, assessment.id, NOW).unwrap()
}

fn holds(text: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(text.contains(piece), "{piece:?} is missing in {text}");
    }
}

#[test]
fn the_report_says_what_the_screen_says() {
    let full = full();
    let page = with(&full, |taking| report(taking, &file(&full)));
    holds(
        &page,
        &[
            "<!doctype html>",
            "default-src 'none'; style-src 'unsafe-inline'",
            "<title>Where Field sales, north stands · 2026-11-17</title>",
            "Quick assessment, one question per area · 2026-11-17",
            // Levels sum to 34 over eleven areas: 25 x (34 / 11 - 1) = 52.3.
            "<big>52 of 100</big>",
            "<li>11 of 11 areas that apply have a score.</li>",
            "<h3>6. Beyond blind compliance</h3>",
            "Level 1: Not seen",
            "Next: Now and then",
            "<dd>Two reviews\nsince spring</dd>",
            "<p>No such team</p>",
            "One principle stands two levels or more above practice.",
            "<dt>Owner</dt>\n<dd>Ada</dd>",
            "<dt>Stop</dt>\n<dd>2026-12-01</dd>",
            "Instrument version 1, taken out on 2026-11-18",
            "<svg xmlns",
        ],
    );
    assert_eq!(page.matches("<section>").count(), 12);
}

#[test]
fn the_report_is_its_own_save_file() {
    for assessment in [full(), hostile(), assessment("")] {
        let page = with(&assessment, |taking| report(taking, &file(&assessment)));
        let mut intake = Intake::open(page).unwrap();
        assert_eq!(intake.exported, Some(NOW));
        let record = Found::Record(Key::Assessment(ID), write_assessment(&assessment));
        assert_eq!(intake.next(), Some(record));
        assert_eq!(intake.next(), None);
        assert!(intake.is_whole());
    }
}

#[test]
fn the_report_claims_to_be_a_save_file_only_beside_its_data() {
    let page = with(&full(), |taking| report(taking, &file(&full())));
    // The sentence is no text of the page: a style says it, behind the data and on a screen.
    let (style, body) = page.split_once("</style>").unwrap();
    assert!(style.contains(
        "@media screen { #oxymoron-data:not(:empty) + p::before { content: \"This page is its own save file"
    ));
    assert!(!body.contains("save file"));
    assert!(body.contains("</script><p></p>"));
    // Whatever is left of it is known again.
    let visible = body.split("<script").next().unwrap();
    assert_eq!(Intake::open(visible.to_owned()).err(), Some(FileError::Emptied));
    assert_eq!(
        Intake::open(format!("<html>{visible}</html>")).err(),
        Some(FileError::Emptied)
    );
}

#[test]
fn half_a_report_says_that_it_ends_too_early() {
    let page = with(&full(), |taking| report(taking, &file(&full())));
    let (head, data) = (page.find("<title>").unwrap(), page.find("{\"format\"").unwrap());
    for part in 0..=20 {
        let at = head + (data - head) * part / 20;
        let cut = page[..page.floor_char_boundary(at)].to_owned();
        assert_eq!(Intake::open(cut.clone()).err(), Some(FileError::Cut), "{part}");
        assert_eq!(RoomFile::open(cut).err(), Some(RoomRefusal::File(FileError::Cut)));
    }
}

#[test]
fn line_breaks_of_a_plan_stay_in_the_text() {
    let mut full = full();
    full.plan.experiment = Stamped::new(
        "Argue against it.\n\n- two weeks\u{2028}=1+1".to_owned(),
        full.revision,
    );
    let note = "\nTwo reviews\r\n\r\n \n# since\nspring\n\n".to_owned();
    full.notes
        .insert("A05".parse().unwrap(), Stamped::new(note, full.revision));
    let text = with(&full, markdown);
    let next = full.plan.owner.value.clone();
    holds(
        &text,
        &[
            ": Argue against it.\n\n  \\- two weeks  \n  \\=1+1\n- ",
            &format!("- Owner: {next}\n"),
            "\n> Two reviews\n>\n> \\# since  \n> spring\n\n",
        ],
    );
    full.plan.experiment = Stamped::new(
        "a\r\nb\rc\u{b}d\u{c}e\u{85}f\u{2028}g\u{2029}h".to_owned(),
        full.revision,
    );
    let page = with(&full, |taking| report(taking, &file(&full)));
    holds(&page, &["<dd>a\nb\nc\nd\ne\nf\ng\nh</dd>"]);
}

#[test]
fn nothing_hostile_is_markup_in_the_report_or_the_picture() {
    let (tame, hostile) = (full(), hostile());
    let tags = |page: &str| {
        let mut tags: Vec<_> = page
            .split('<')
            .skip(1)
            .map(|tag| tag.split(['>', ' ', '\n']).next().unwrap().to_owned())
            .collect();
        tags.retain(|tag| !["dt", "/dt", "dd", "/dd"].contains(&tag.as_str()));
        tags
    };
    let page = |assessment: &Assessment| with(assessment, |taking| report(taking, &file(assessment)));
    assert_eq!(
        tags(&page(&hostile)),
        tags(&page(&tame)),
        "notes add entries, and nothing else"
    );
    assert_eq!(page(&hostile).matches("<script").count(), 1);
    assert!(!page(&hostile).contains('\0'));
    let picture = |assessment: &Assessment| with(assessment, profile);
    assert_eq!(tags(&picture(&hostile)), tags(&picture(&tame)));
}

#[test]
fn the_table_has_a_row_for_each_answer_and_reads_back() {
    let full = full();
    let table = with(&full, csv);
    let body = table
        .strip_prefix('\u{feff}')
        .expect("the mark that spreadsheets look for");
    assert!(body.ends_with("\r\n") && !body.replace("\r\n", "").contains('\r'));
    let mut reader = csv::Reader::from_reader(body.as_bytes());
    assert_eq!(reader.headers().unwrap(), COLUMNS.as_slice());
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    let column = |name: &str| COLUMNS.iter().position(|known| *known == name).unwrap();
    let row = |question: &str| {
        rows.iter()
            .find(|row| &row[column("question")] == question)
            .unwrap()
    };
    // Twelve areas, one evidence answer, thirteen questions of the check, and four parts of the plan.
    assert_eq!(rows.len(), 12 + 1 + 13 + 4);
    let cell = |question: &str, name: &str| row(question)[column(name)].to_owned();
    assert_eq!(cell("A01", "assessment"), "00000000000000aa");
    assert_eq!(cell("A01", "subject"), "Field sales, north");
    assert_eq!(
        (cell("A01", "answer"), cell("A01", "level")),
        ("level".to_owned(), "3".to_owned())
    );
    assert_eq!(
        (cell("A01a", "answer"), cell("A01a", "level")),
        ("cannot_tell".to_owned(), String::new())
    );
    assert_eq!(
        (cell("A12", "answer"), cell("A12", "reason")),
        ("not_applicable".to_owned(), "No such team".to_owned())
    );
    assert_eq!(cell("K3k", "answer"), "unanswered");
    assert_eq!(cell("K3k", "option"), "");
    assert_eq!(cell("A01", "option"), "A date in the review calendar.");
    assert_eq!(cell("A05", "note"), "Two reviews\nsince spring");
    assert_eq!(
        (cell("A05", "day"), cell("A05", "exported")),
        ("2026-11-17".to_owned(), "2026-11-18".to_owned())
    );
    assert_eq!(
        (cell("A05", "instrument"), cell("A05", "depth")),
        ("1".to_owned(), "quick".to_owned())
    );
    let planned: Vec<_> = rows
        .iter()
        .filter(|row| !row[column("plan")].is_empty())
        .collect();
    let plan =
        |row: usize| ["plan", "plan_text", "plan_from", "plan_to"].map(|name| &planned[row][column(name)]);
    assert_eq!(plan(0), ["chosen", "lowest", "1", "2"]);
    assert_eq!(plan(1), ["owner", "Ada", "", ""]);
    // A column means one thing: no row of the plan has an answer, a level or a note.
    for row in planned {
        assert!(
            ["answer", "level", "note", "option"]
                .iter()
                .all(|name| row[column(name)].is_empty())
        );
    }
}

#[test]
fn a_question_that_is_not_asked_has_a_row_only_if_it_was_answered() {
    let rows = |assessment: &Assessment| with(assessment, csv).matches("\r\n").count() - 1;
    let mut quick = assessment(ALL);
    assert_eq!(rows(&quick), 12);
    put(&mut quick, "A03b", Answer::CannotTell);
    assert_eq!(rows(&quick), 13);
    quick.depth = Stamped::new(Depth::Full, quick.revision);
    assert_eq!(rows(&quick), 36);
}

#[test]
fn the_text_says_what_the_screen_says() {
    let text = with(&full(), markdown);
    holds(
        &text,
        &[
            "# Where Field sales, north stands\n",
            "**52 of 100**",
            "### 6\\. Beyond blind compliance",
            "- Next: Now and then: ",
            "> Two reviews  \n> since spring\n",
            "| Pair | Know | Do | Gap |\n| --- | --- | --- | --- |\n",
            " | 5 | 2 | 3 |",
            "- Owner: Ada",
            "Instrument version 1, taken out on 2026-11-18",
        ],
    );
}

#[test]
fn nothing_hostile_is_markup_in_the_text() {
    let text = with(&hostile(), markdown);
    for (place, line) in text.lines().enumerate() {
        assert!(
            !line.contains('<') && !line.replace("\\]", "").contains("](") && !line.contains(" `x`"),
            "{place}: {line}"
        );
        for start in ["# heading", "- item", "> # ", "> - "] {
            assert!(!line.starts_with(start), "{place}: {line}");
        }
    }
    // The same headings as with tame content.
    let headings = |text: &str| text.lines().filter(|line| line.starts_with('#')).count();
    assert_eq!(headings(&text), headings(&with(&full(), markdown)));
}

#[test]
fn the_picture_stands_alone() {
    let picture = with(&full(), profile);
    holds(
        &picture,
        &[
            &format!("width=\"{WIDTH}\" height=\"{HEIGHT}\""),
            "52 of 100",
            "6. Beyond blind compliance",
            "Does not apply",
            "Instrument version 1, taken out on 2026-11-18",
        ],
    );
    assert!(!picture.contains("href") && !picture.contains("url(") && !picture.contains("style="));
    // A bar for each of the eleven areas with a score, on the ground and five lines.
    assert_eq!(picture.matches("<rect").count(), 1 + 5 + 11);
}

#[test]
fn the_pictures_colours_are_the_light_ones_of_the_tokens() {
    let tokens = include_str!("../../src/ui/style/tokens.css");
    for (name, colour) in PALETTE {
        assert!(
            tokens.contains(&format!("--{name}: var(--light, {colour})")),
            "{name}"
        );
    }
}

#[test]
fn files_for_reading_bear_the_day_of_the_device_and_tables_that_of_utc() {
    let (pack, answered) = (pack(), assessment(ALL));
    let late = ExportSource {
        day: "2026-11-17".parse().unwrap(),
        today: "2026-11-16".parse().unwrap(),
        ..taking(&pack, &answered)
    };
    for text in [report(&late, "{}"), markdown(&late), profile(&late)] {
        assert!(
            text.contains("2026-11-17") && text.contains("taken out on 2026-11-16"),
            "{text}"
        );
        assert!(!text.contains("2026-11-18"), "{text}");
    }
    assert_eq!(late.file_name("html"), "oxymoron-2026-11-17.html");
    assert_eq!(csv(&late), csv(&taking(&pack, &answered)));
}

#[test]
fn a_page_turns_with_its_language_and_each_arabic_text_of_a_picture_is_marked() {
    let arabic = arabic();
    let full = full();
    let taking = taking(&arabic, &full);
    let page = report(&taking, &file(&full));
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"));
    let (style, _) = page.split_once("</style>").unwrap();
    for side in ["left", "right"] {
        assert!(!style.contains(side), "{side} is no logical side");
    }
    marked_where_arabic(&profile(&taking));
    workshop::rooms::the_picture_of_rooms_is_marked(&arabic);
}

/// Every text of a picture that has Arabic letters is embedded from right to left, and no other is.
fn marked_where_arabic(picture: &str) {
    let texts: Vec<_> = picture
        .split("<text ")
        .skip(1)
        .map(|text| text.split(['>', '<']).nth(1).unwrap())
        .collect();
    let arabic = |text: &&&str| text.contains(|letter| matches!(letter, '\u{600}'..='\u{6ff}'));
    assert!(texts.iter().filter(arabic).count() > 12, "{texts:?}");
    for text in &texts {
        let marked = text.starts_with('\u{202b}') && text.ends_with('\u{202c}');
        assert_eq!(marked, arabic(&text), "{text}");
    }
}

#[test]
fn every_export_works_with_nothing_answered() {
    let empty = assessment("");
    let page = with(&empty, |taking| report(taking, &file(&empty)));
    holds(&page, &["The page is still blank", "Not answered yet"]);
    assert!(with(&empty, markdown).contains("The page is still blank"));
    assert_eq!(with(&empty, csv).matches("unanswered").count(), 12);
    assert!(with(&empty, profile).contains("Not answered yet"));
}
