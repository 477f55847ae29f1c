//! One row for each question and vote, for a spreadsheet (RFC 4180 but for the separator, UTF-8 with its mark).
//! Counts only, never a row for a person.

use super::Meeting;
use crate::app::pack::Pack;
use crate::app::shared::csv::Table;
use crate::app::words::{AreaWord, PairWord, Prose};
use crate::domain::code::Round;
use crate::domain::code::hands::Headcount;
use crate::domain::question::{AreaId, PairId, QuestionId};
use crate::domain::record::TableForm;
use crate::domain::rollup::room::RoomName;
use crate::domain::workshop::room::{Figures, Picture, QuestionView};

/// The columns; `docs/formats/export.md` says what each holds.
pub const COLUMNS: [&str; 29] = [
    "workshop",
    "title",
    "day",
    "instrument",
    "people",
    "headcount",
    "minimum",
    "round",
    "part",
    "part_name",
    "question",
    "text",
    "n",
    "c1",
    "c2",
    "c3",
    "c4",
    "c5",
    "cannot_tell",
    "not_applicable",
    "median",
    "ad_median",
    "interpolated_median",
    "mean",
    "sd",
    "agreement",
    "consensus",
    "hands",
    "language",
];

/// What all rows of a workshop have alike.
pub(in crate::app::workshop) struct Head {
    /// The cells that a row begins with.
    pub(in crate::app::workshop) cells: [String; 7],
    /// The cell that it ends with.
    pub(in crate::app::workshop) language: String,
}

/// The table: the first vote on every question, then each second vote that is closed. None before the reveal.
#[must_use]
pub fn csv(meeting: &Meeting, form: TableForm) -> Option<String> {
    let (workshop, checklist) = (meeting.workshop, &meeting.pack.checklist);
    let room = workshop.room(checklist)?;
    let cells = [
        RoomName::of(workshop).in_table(),
        meeting.title(),
        String::from(meeting.day),
        workshop.instrument.0.to_string(),
        room.received.to_string(),
        expected(room.present),
        workshop.settings.minimum.size().to_string(),
    ];
    let head = Head {
        cells,
        language: workshop.settings.language.tag().to_owned(),
    };
    let mut table = Table::new(form);
    table.row(&COLUMNS);
    for view in &room.questions {
        // How many want to start with an area is told once, beside the first vote on it.
        let hands = match view.question {
            QuestionId::Anchored(area) => workshop.energy.of(area),
            _ => None,
        };
        let hands = hands.map(|hands| hands.to_string());
        line(&mut table, meeting.pack, &head, (Round::FIRST, view), hands);
    }
    for topic in &workshop.topics {
        let second = workshop
            .rounds(checklist, topic.area)
            .and_then(|rounds| rounds.second);
        if let (Some(round), Some(view)) = (topic.second.round(), second) {
            line(&mut table, meeting.pack, &head, (round, &view), None);
        }
    }
    Some(table.finish())
}

/// How many were expected, nothing where nobody said.
pub(in crate::app::workshop) fn expected(headcount: Headcount) -> String {
    match headcount.0 {
        0 => String::new(),
        people => people.to_string(),
    }
}

/// A vote on a question.
pub(in crate::app::workshop) fn line(
    table: &mut Table,
    pack: &Pack,
    head: &Head,
    (round, view): (Round, &QuestionView),
    hands: Option<String>,
) {
    let (part, name) = part(pack, view.question);
    let (round, question) = (round.number().to_string(), view.question.to_string());
    let prompt = pack.words.prompt(view.question);
    let cells = head.cells.iter().map(String::as_str);
    for cell in cells.chain([&*round, &*part, &*name, &*question, &*prompt]) {
        table.text(cell);
    }
    // Below the smallest group a question has no figure at all.
    let counted = view
        .picture
        .as_ref()
        .map(|picture| counts(picture, view.cannot_tell));
    let figures = view.picture.as_ref().and_then(|picture| picture.figures.as_ref());
    let figures = figures.map(figures_of).unwrap_or_default();
    for cell in counted.unwrap_or_default().iter().chain(&figures) {
        table.figure(cell);
    }
    table.figure(&hands.unwrap_or_default());
    table.text(&head.language);
    table.end();
}

fn part(pack: &Pack, question: QuestionId) -> (String, Prose) {
    let words = &pack.words;
    let area = |area: AreaId| (area.to_string(), words.area(area, AreaWord::Name));
    let pair = |pair: PairId| (pair.to_string(), words.pair(pair, PairWord::Name));
    match question {
        QuestionId::Anchored(id) | QuestionId::Evidence(id, _) => area(id),
        QuestionId::Know(id) | QuestionId::Do(id) => pair(id),
        QuestionId::Context(id) => (id.to_string(), words.context_name()),
    }
}

fn counts(picture: &Picture, cannot_tell: Option<u32>) -> [String; 8] {
    let [c1, c2, c3, c4, c5] = picture.dots.counts().map(|count| count.to_string());
    [
        picture.dots.total().to_string(),
        c1,
        c2,
        c3,
        c4,
        c5,
        cannot_tell.map(|count| count.to_string()).unwrap_or_default(),
        picture.not_applicable.to_string(),
    ]
}

fn figures_of(figures: &Figures) -> [String; 7] {
    let votes = &figures.votes;
    let exact = |value: Option<f64>| value.map(thousandths).unwrap_or_default();
    [
        decimal(figures.median.tenths(), 1),
        decimal(i64::try_from(figures.spread.hundredths()).unwrap_or_default(), 2),
        (votes.interpolated_median()).map_or_else(String::new, |median| decimal(median.hundredths(), 2)),
        exact(votes.mean()),
        exact(votes.standard_deviation()),
        exact(votes.agreement()),
        exact(votes.consensus()),
    ]
}

/// With three decimals.
#[expect(clippy::cast_possible_truncation, reason = "a figure between -1 and 5")]
fn thousandths(value: f64) -> String {
    decimal((value * 1000.0).round() as i64, 3)
}

/// A whole number of parts as a decimal number: 325 hundredths are `3.25`.
fn decimal(parts: i64, places: usize) -> String {
    let digits = parts.unsigned_abs().to_string();
    let digits = ["0".repeat((places + 1).saturating_sub(digits.len())), digits].concat();
    let (whole, rest) = digits
        .split_at_checked(digits.len().saturating_sub(places))
        .unwrap_or((&digits, ""));
    let sign = if parts < 0 { "-" } else { "" };
    [sign, whole, ".", rest].concat()
}
