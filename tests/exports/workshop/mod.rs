//! What a workshop leaves behind: figures against figures worked out another way, and that nothing leaves which must not.

mod few;
mod many_rooms;
pub mod rooms;
mod secrets;
mod shown;
mod worlds;

use super::{HOSTILE, NOW, holds, pack};
use oxymoron::app::pack::Pack;
use oxymoron::app::workshop::export::{COLUMNS, Meeting, Sheet, markdown, report, session_file};
use oxymoron::app::workshop::next::in_short;
use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::checklist::Depth;
use oxymoron::domain::code::answer::{Response, RolePlace};
use oxymoron::domain::code::hands::Headcount;
use oxymoron::domain::code::invite::{Language, RoleLabel, Roles};
use oxymoron::domain::code::items::{Items, Shape};
use oxymoron::domain::code::{ResponseId, Serial, WorkshopId};
use oxymoron::domain::doors::Door;
use oxymoron::domain::exchange::{Found, Intake};
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::level::Level;
use oxymoron::domain::plan::{Chosen, PlanDay, PlanText};
use oxymoron::domain::question::AreaId;
use oxymoron::domain::record::{Key, TableForm, read_workshop, write_workshop};
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::{Agenda, Stage};
use oxymoron::domain::workshop::{Seed, Settings, Workshop};
pub use rooms::{roll_up, together};

const SECRET: [u8; 32] = *b"the secret of this very workshop";
const ROLES: [&str; 3] = ["Zzleaders", "Zzsellers", "Zzpartners"];
const NOTES: &str = "zz-for-the-facilitator-alone";
const QUICK: Shape = Shape::new(Depth::Quick, KnowDo::LeftOut);

fn area(number: u8) -> AreaId {
    AreaId::new(number).unwrap()
}

/// A response with a typed line of answers, repeated over all questions.
fn response(id: u64, role: Option<u8>, shape: Shape, line: &str) -> Response {
    let choice = |code: char| match code {
        '0' => Some(Choice::CannotTell),
        'x' => Some(Choice::NotApplicable),
        '-' => None,
        level => Some(Choice::Level(
            Level::from_number(level.to_digit(10).unwrap().try_into().unwrap()).unwrap(),
        )),
    };
    let row = line.chars().cycle().take(shape.length()).map(choice).collect();
    Response {
        // Ids that stand out in any text.
        id: ResponseId(0xfeed_0000_c0de_0000 + id),
        serial: Serial(1),
        role: role.and_then(RolePlace::new),
        items: Items::new(shape, row).unwrap(),
    }
}

fn begun(shape: Shape, minimum: u32) -> Workshop {
    let labels = ROLES.map(|label| RoleLabel::new(label).unwrap());
    let settings = Settings {
        title: "North, autumn".to_owned(),
        shape,
        roles: Roles::new(labels.to_vec()).unwrap(),
        minimum: MinimumGroup::try_from(minimum).unwrap(),
        present: Headcount(14),
        agenda: Agenda::Sixty,
        language: Language::new("en").unwrap(),
    };
    let id = WorkshopId(0x0123_4567_89ab_cdef);
    let mut workshop = Workshop::new(id, Seed(SECRET), settings, pack().checklist.version, NOW);
    workshop.notes = NOTES.to_owned();
    workshop
}

fn go(workshop: &mut Workshop, changes: impl IntoIterator<Item = Change>) {
    for change in changes {
        workshop.apply(change, NOW);
    }
}

/// A workshop whose first vote is revealed.
fn revealed(responses: Vec<Response>, minimum: u32) -> Workshop {
    let mut workshop = begun(responses.first().map_or(QUICK, |one| one.items.shape()), minimum);
    go(
        &mut workshop,
        [Change::Received(responses), Change::WentTo(Stage::Reveal)],
    );
    workshop
}

/// Four people, too few for a middle answer: one at the second level and three at the fourth, everywhere.
pub fn few() -> Workshop {
    let rows = ["2", "4", "4", "4"].into_iter().zip(0..);
    revealed(
        rows.map(|(line, id)| response(id, None, QUICK, line)).collect(),
        3,
    )
}

/// Twelve people: A01 has {1, 3 3 3 3, 4 4 4 4 4, 5 5}, and so on.
const TWELVE: [&str; 12] = [
    "152320341210",
    "312030342210",
    "352320341210",
    "312330342210",
    "352341340210",
    "415341440320",
    "453341440331",
    "415341443332",
    "453433443333",
    "415432443344",
    "553432554x44",
    "515434554x45",
];

fn twelve() -> Workshop {
    let responses = TWELVE.iter().zip(0..).map(|(line, place)| {
        let role = [Some(0), Some(1), Some(2), None][place as usize % 4];
        response(place, role, QUICK, line)
    });
    revealed(responses.collect(), 5)
}

/// The same, with three topics, an area, an experiment and dates.
pub fn whole() -> Workshop {
    let mut workshop = twelve();
    let second: Vec<_> = ["1", "1", "1", "1", "2", "3", "4", "5", "5", "5", "5", "5"]
        .iter()
        .zip(0..)
        .map(|(line, place)| response(place, None, QUICK, line))
        .collect();
    let chosen = Chosen {
        area: area(2),
        door: Door::MostDisagreement,
        from: Some(Level::SetUp),
        to: Some(Level::Working),
    };
    go(
        &mut workshop,
        [
            Change::ChoseTopics(vec![area(2), area(1)]),
            Change::TurnedTo(0),
            Change::OpenedSecondVote,
            Change::Received(second),
            Change::ClosedSecondVote,
            Change::WroteDissent(area(2), "We never hire".to_owned()),
            Change::WroteNote(area(2), NOTES.to_owned()),
            Change::Agreed(area(1), Some(Level::SetUp)),
            Change::Chose(Some(chosen)),
            Change::WroteHypothesis("An exercise tells more than a talk".to_owned()),
            Change::WrotePlan(PlanText::Experiment, "Three exercises".to_owned()),
            Change::WrotePlan(PlanText::Owner, "Ada".to_owned()),
            Change::SetPlanDay(PlanDay::Stop, Day::new(2026, 12, 7)),
            Change::SetPlanDay(PlanDay::Review, Day::new(2027, 1, 18)),
            Change::WentTo(Stage::Report),
        ],
    );
    workshop
}

pub fn meeting<'a>(pack: &'a Pack, workshop: &'a Workshop) -> Meeting<'a> {
    Meeting {
        pack,
        workshop,
        day: Day::new(2026, 11, 23).unwrap(),
        today: Day::new(2026, 11, 24).unwrap(),
    }
}

fn csv(meeting: &Meeting) -> Option<String> {
    oxymoron::app::workshop::export::csv(meeting, TableForm::Comma)
}

type Rows = Vec<::csv::StringRecord>;

fn rows(table: &str) -> Rows {
    let mut reader = ::csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(reader.headers().unwrap(), COLUMNS.as_slice());
    reader.records().map(Result::unwrap).collect()
}

fn cell<'a>(row: &'a ::csv::StringRecord, name: &str) -> &'a str {
    &row[COLUMNS.iter().position(|known| *known == name).unwrap()]
}

fn table_of(workshop: &Workshop) -> Rows {
    rows(&csv(&meeting(&pack(), workshop)).unwrap())
}

/// The figures of single votes, each by its textbook formula over the votes themselves instead of counts.
#[expect(clippy::cast_precision_loss, reason = "a dozen votes")]
fn by_hand(mut votes: Vec<u8>) -> [f64; 6] {
    votes.sort_unstable();
    let n = votes.len();
    let values: Vec<f64> = votes.iter().copied().map(f64::from).collect();
    let middle = f64::midpoint(values[(n - 1) / 2], values[n / 2]);
    let count = |test: &dyn Fn(f64) -> bool| values.iter().filter(|value| test(**value)).count() as f64;
    let equal = count(&|value| (value - middle).abs() < 1e-9);
    let interpolated = if equal > 0.0 {
        middle + (count(&|value| value > middle) - count(&|value| value < middle)) / (2.0 * equal)
    } else {
        middle
    };
    let mean_of = |each: &dyn Fn(f64) -> f64| values.iter().map(|value| each(*value)).sum::<f64>() / n as f64;
    let mean = mean_of(&|value| value);
    let deviation = mean_of(&|value| (value - mean).powi(2)).sqrt();
    let spread = mean_of(&|value| (value - middle).abs());
    let consensus = 1.0 + mean_of(&|value| (1.0 - (value - mean).abs() / 4.0).log2());
    [middle, spread, interpolated, mean, deviation, consensus]
}

/// The twelve rows' valid votes for one question, by its place.
fn valid(place: usize) -> Vec<u8> {
    let codes = TWELVE.iter().map(|line| line.as_bytes()[place]);
    codes
        .filter(u8::is_ascii_digit)
        .map(|code| code - b'0')
        .filter(|level| *level > 0)
        .collect()
}

#[test]
fn the_table_of_counts_has_the_figures_of_the_votes() {
    let rows = table_of(&twelve());
    assert_eq!(rows.len(), 12);
    for (place, row) in rows.iter().enumerate() {
        let votes = valid(place);
        assert_eq!(
            cell(row, "question"),
            area(u8::try_from(place + 1).unwrap()).to_string()
        );
        let count = |test: &dyn Fn(u8) -> bool| votes.iter().filter(|vote| test(**vote)).count().to_string();
        assert_eq!(cell(row, "n"), count(&|_| true));
        for level in 1..=5 {
            assert_eq!(cell(row, &format!("c{level}")), count(&|vote| vote == level));
        }
        let zeros = TWELVE
            .iter()
            .filter(|line| line.as_bytes()[place] == b'0')
            .count();
        assert_eq!(cell(row, "cannot_tell"), zeros.to_string());
        let figures = [
            "median",
            "ad_median",
            "interpolated_median",
            "mean",
            "sd",
            "consensus",
        ];
        for ((name, expected), digits) in figures.into_iter().zip(by_hand(votes)).zip([1, 2, 2, 3, 3, 3]) {
            let shown: f64 = cell(row, name).parse().unwrap();
            let half_a_step = 0.5 * 10_f64.powi(-digits) + 1e-9;
            assert!(
                (shown - expected).abs() <= half_a_step,
                "{name} of {row:?}: {expected}"
            );
        }
    }
    let last = &rows[11];
    assert_eq!(
        [
            cell(last, "n"),
            cell(last, "cannot_tell"),
            cell(last, "not_applicable")
        ],
        ["6", "6", "0"],
        "half of the room cannot tell"
    );
    assert_eq!(
        [cell(&rows[9], "n"), cell(&rows[9], "not_applicable")],
        ["10", "0"],
        "not offered there"
    );
}

#[test]
fn agreement_is_the_figure_of_the_source() {
    // The two examples of section 5 of the instrument: moving a vote towards the median lowers A, and never the spread.
    let of = |line: &str| {
        let voters = line.chars().zip(0..);
        let responses = voters.map(|(vote, id)| response(id, None, QUICK, &vote.to_string()));
        let rows = table_of(&revealed(responses.collect(), 5));
        (
            cell(&rows[0], "agreement").to_owned(),
            cell(&rows[0], "ad_median").to_owned(),
        )
    };
    assert_eq!(of("22555"), ("-0.133".to_owned(), "1.20".to_owned()));
    assert_eq!(of("12555"), ("0.233".to_owned(), "1.40".to_owned()));
    assert_eq!(of("33333"), ("1.000".to_owned(), "0.00".to_owned()));
    assert_eq!(of("111555"), ("-1.000".to_owned(), "2.00".to_owned()));
}

#[test]
fn every_question_and_each_closed_second_vote_has_a_row() {
    let rows = table_of(&whole());
    assert_eq!(rows.len(), 12 + 1);
    let second = &rows[12];
    assert_eq!(
        ["round", "question", "n", "c1", "c2", "c3", "c4", "c5", "median"].map(|name| cell(second, name)),
        ["2", "A02", "12", "4", "1", "1", "1", "5", "3.5"]
    );
    assert_eq!(
        ["title", "day", "people", "headcount", "minimum", "round"].map(|name| cell(&rows[0], name)),
        ["North, autumn", "2026-11-23", "12", "14", "5", "1"]
    );
    let full = Shape::new(Depth::Full, KnowDo::Included);
    let everybody = (0..6).map(|id| response(id, None, full, "3"));
    let rows = table_of(&revealed(everybody.collect(), 5));
    assert_eq!(rows.len(), 49);
    assert_eq!(cell(&rows[1], "question"), "A01a");
    assert_eq!([cell(&rows[48], "question"), cell(&rows[48], "c3")], ["K6", "6"]);
}

#[test]
fn before_the_reveal_there_is_nothing_to_take_along() {
    let mut workshop = begun(QUICK, 5);
    let lines = TWELVE
        .iter()
        .zip(0..)
        .map(|(line, id)| response(id, None, QUICK, line));
    go(
        &mut workshop,
        [Change::Received(lines.collect()), Change::WentTo(Stage::Close)],
    );
    let pack = pack();
    let meeting = meeting(&pack, &workshop);
    assert_eq!(csv(&meeting), None);
    assert_eq!(markdown(&meeting), None);
    assert_eq!(report(&meeting), None);
    assert_eq!(Sheet::of(&meeting, &String::from), None);
}

#[test]
fn every_day_of_the_sheet_is_in_words_and_every_day_of_its_files_in_figures() {
    let (pack, workshop) = (pack(), whole());
    let meeting = meeting(&pack, &workshop);
    let in_words = |day: Day| format!("the {}th", &String::from(day)[8..]);
    let sheet = format!("{:?}", Sheet::of(&meeting, &in_words).unwrap());
    assert!(!sheet.contains("2026-") && !sheet.contains("2027-"), "{sheet}");
    for day in ["the 23th · ", "taken out on the 24th", "the 18th: look"] {
        assert!(sheet.contains(day), "{day} in {sheet}");
    }
    for file in [markdown(&meeting).unwrap(), report(&meeting).unwrap()] {
        for day in ["2026-11-23 · ", "taken out on 2026-11-24", "2027-01-18: look"] {
            assert!(file.contains(day), "{day} in {file}");
        }
    }
}

#[test]
fn text_and_page_say_what_was_agreed() {
    let (pack, workshop) = (pack(), whole());
    let meeting = meeting(&pack, &workshop);
    let sheet = Sheet::of(&meeting, &String::from).unwrap();
    assert_eq!(sheet.title, "What we take along: North, autumn");
    assert_eq!(sheet.subtitle, "2026-11-23 · 12 of 14 people");
    assert_eq!(
        sheet.topics[0].rounds[0].counted.as_deref(),
        Some("6 at Not seen (1), 6 at Renewing itself (5)")
    );
    assert_eq!(
        sheet.topics[0].outcome,
        [
            "An open split: both views stand.",
            "All views are kept. Two camps: 4 at Not seen, 5 at Renewing itself; 3 between."
        ]
    );
    let said = [
        "Hiring for change",
        "An exercise tells more than a talk",
        "Three exercises",
        "Ada",
        "2026-12-07",
        "2027-01-18",
        "4 at Not seen (1), 1 at Now and then (2), 1 at Set up (3), 1 at Working (4), 5 at Renewing itself (5)",
        "We never hire",
        "No level noted.",
        "Level 3: Set up",
        "Nothing is shown of fewer than 5 answers.",
        "taken out on 2026-11-24",
    ];
    holds(&report(&meeting).unwrap(), &said);
    holds(&markdown(&meeting).unwrap(), &said);
    // What nobody settled says so.
    holds(
        &markdown(&meeting).unwrap(),
        &["- What will be counted: Not settled yet\n"],
    );
    // What is said of one vote is parted by dots, which are the same in every language.
    holds(
        &markdown(&meeting).unwrap(),
        &["levels from it · 6 at Not seen (1), 6 at Renewing itself (5)"],
    );
}

#[test]
fn nothing_hostile_is_markup() {
    let tags = |page: &str| {
        let tags = page.split('<').skip(1);
        tags.map(|tag| tag.split(['>', ' ', '\n']).next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let pack = pack();
    let tame = whole();
    let mut hostile = whole();
    go(
        &mut hostile,
        [
            Change::Named(HOSTILE.to_owned()),
            Change::WroteDissent(area(2), HOSTILE.to_owned()),
            Change::WroteHypothesis(HOSTILE.to_owned()),
            Change::WrotePlan(PlanText::Experiment, HOSTILE.to_owned()),
            Change::WrotePlan(PlanText::Owner, HOSTILE.to_owned()),
        ],
    );
    let page = |workshop| report(&meeting(&pack, workshop)).unwrap();
    assert_eq!(tags(&page(&hostile)), tags(&page(&tame)));
    // The counts, which are data.
    assert_eq!(page(&hostile).matches("<script").count(), 1);
    for row in table_of(&hostile) {
        assert!(!cell(&row, "title").starts_with('='));
    }
    let text = markdown(&meeting(&pack, &hostile)).unwrap();
    assert!(
        !text.replace("\\]", "").contains("](") && !text.contains("<script"),
        "{text}"
    );
}

/// What is taken out of a workshop in which everything happened.
pub fn session_of_a_whole_workshop() -> String {
    session_file(&whole(), pack().checklist.version, Moment(9))
}

#[test]
fn a_page_is_called_what_it_is_and_its_day() {
    let (pack, workshop) = (pack(), whole());
    let page = report(&meeting(&pack, &workshop)).unwrap();
    holds(
        &page,
        &["<title>What we take along: North, autumn · 2026-11-23</title>"],
    );
}

#[test]
fn where_nobody_said_how_many_were_expected_the_cell_is_empty() {
    let mut workshop = whole();
    assert_eq!(cell(&table_of(&workshop)[0], "headcount"), "14");
    workshop.settings.present = Headcount(0);
    let rows = table_of(&workshop);
    assert!(rows.iter().all(|row| cell(row, "headcount").is_empty()));
    assert_eq!(cell(&rows[0], "people"), "12");
}

#[test]
fn the_session_file_is_the_whole_workshop() {
    let workshop = whole();
    let file = session_of_a_whole_workshop();
    let mut intake = Intake::open(file).unwrap();
    assert_eq!(intake.exported, Some(Moment(9)));
    let Some(Found::Record(Key::Workshop(id), text)) = intake.next() else {
        panic!("a workshop");
    };
    assert_eq!(text, write_workshop(&workshop));
    assert_eq!(read_workshop(id, &text).unwrap(), workshop);
    assert_eq!(intake.next(), None);
}

#[test]
fn the_plan_stays_in_sight_in_one_line() {
    let (pack, mut workshop) = (pack(), whole());
    let line = |workshop: &Workshop, today: Option<Day>| {
        in_short(&pack, &workshop.plan, today.unwrap(), |day| {
            format!("<{}>", String::from(day))
        })
    };
    assert_eq!(
        line(&workshop, Day::new(2026, 12, 7)).unwrap(),
        "Hiring for change · Ada · Next: the test stops on <2026-12-07>"
    );
    assert_eq!(
        line(&workshop, Day::new(2026, 12, 8)).unwrap(),
        "Hiring for change · Ada · Next: review on <2027-01-18>"
    );
    assert_eq!(
        line(&workshop, Day::new(2027, 1, 19)).unwrap(),
        "Hiring for change · Ada · The review was due on <2027-01-18>"
    );
    go(&mut workshop, [Change::Chose(None)]);
    assert_eq!(line(&workshop, Day::new(2026, 12, 7)), None);
}
