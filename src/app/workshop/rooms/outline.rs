//! Everything that is said of many rooms, as words: the same on the screen and in every file.

use crate::app::pack::Pack;
use crate::app::text::Text;
use crate::app::words::{AreaWord, Prose};
use crate::app::workshop::export::{came, present};
use crate::app::workshop::{DayInWords, figures};
use crate::domain::calendar::Day;
use crate::domain::group::{Median, Votes};
use crate::domain::plan::Status;
use crate::domain::question::AreaId;
use crate::domain::rollup::picture::{AreaPicture, Cell, Sorting};
use crate::domain::rollup::room::{Room, RoomPlan};
use crate::domain::rollup::set::RoomSet;
use crate::domain::rollup::spreads::Distance;
use crate::domain::rollup::tally::Tallied;
use crate::domain::workshop::room::Figures;

/// An area in a room, or over all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellWords {
    /// The middle answer's word; the counts where so few voted that there is none, or that there are too few to show.
    pub words: String,
    /// Where the middle stands, in tenths of a level.
    pub at: Option<i64>,
    /// The counts, where they are what is said.
    pub counts: Option<[u32; 5]>,
}

impl CellWords {
    const fn said(words: String) -> Self {
        Self {
            words,
            at: None,
            counts: None,
        }
    }

    fn counted(pack: &Pack, counts: [u32; 5]) -> Self {
        Self {
            words: figures::counts(pack, counts),
            at: None,
            counts: Some(counts),
        }
    }

    /// The word with its figure beside it, "Set up (3)": files in different languages say the same figures.
    #[must_use]
    pub fn with_figure(&self, pack: &Pack) -> String {
        if let Some(counts) = self.counts {
            return figures::numbered_counts(pack, counts);
        }
        let Some(at) = self.at else {
            return self.words.clone();
        };
        let figure = match at.unsigned_abs() {
            whole if whole % 10 == 0 => (whole / 10).to_string(),
            tenths => pack.texts.decimal(tenths, 1),
        };
        [&*self.words, " (", &*figure, ")"].concat()
    }
}

/// An area over all rooms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaRow {
    /// The area.
    pub area: AreaId,
    /// Its place in the checklist, from 1.
    pub number: usize,
    /// Its name.
    pub name: Prose,
    /// The votes of all rooms that show theirs, put together.
    pub votes: Votes,
    /// Their middle.
    pub all: CellWords,
    /// How many rooms show their counts.
    pub shown: usize,
    /// How far two people of one room are apart, `0.8`; empty where that cannot be said.
    pub inside: String,
    /// How far two people of different rooms are apart.
    pub between: String,
}

impl AreaRow {
    /// "4. Debate and experiments".
    #[must_use]
    pub fn numbered(&self) -> String {
        [&*self.number.to_string(), ". ", &*self.name].concat()
    }
}

/// What a room chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRow {
    /// The area's name.
    pub area: Prose,
    /// The room.
    pub room: String,
    /// The smallest test, and how far it is.
    pub words: Vec<String>,
}

/// The whole picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomsOutline {
    /// Its heading.
    pub title: String,
    /// From when to when; none where no room has a day.
    pub days: Option<String>,
    /// How many rooms, how many people, from when to when.
    pub subtitle: String,
    /// Every area, sorted.
    pub areas: Vec<AreaRow>,
    /// What is to be known of the rooms before they are compared: other versions, other languages, rooms that are missing.
    pub notes: Vec<String>,
    /// What the rooms chose, by area.
    pub plans: Vec<PlanRow>,
    /// What came of the plans before, by room.
    pub kept: Vec<PlanRow>,
}

/// A room's title, or a word for one without.
#[must_use]
pub fn room_name(pack: &Pack, room: &Room) -> String {
    titled(pack, &room.title)
}

/// A title, or a word for none.
#[must_use]
pub fn titled(pack: &Pack, title: &str) -> String {
    match title.trim() {
        "" => pack.texts.get(Text::SheetPastUnnamed).to_string(),
        title => title.to_owned(),
    }
}

/// What rooms are called together; where nobody has said, by the workshop that was split into them.
pub(super) fn set_title(pack: &Pack, title: &str, rooms: &[Room]) -> String {
    match title.trim() {
        "" => RoomSet::of(rooms).map_or_else(
            || pack.texts.get(Text::RoomsTitle).to_string(),
            |set| set.name.to_owned(),
        ),
        title => title.to_owned(),
    }
}

/// "12 of 14 people", or "12 people".
#[must_use]
pub fn room_people(pack: &Pack, room: &Room) -> String {
    present(pack, room.people, room.headcount)
}

/// A language's own name, as the way to the languages has it; its tag where there is no page in it.
#[must_use]
pub fn language_name(pack: &Pack, tag: &str) -> String {
    let known = pack.words.languages().iter().find(|known| &*known.tag == tag);
    known.map_or(tag, |known| &*known.name).to_owned()
}

/// An area in a room.
#[must_use]
pub fn cell(pack: &Pack, room: &Room, area: AreaId) -> CellWords {
    match Cell::of(room, area) {
        Cell::NotThere => CellWords::said(pack.texts.get(Text::RoomsNotThere).to_string()),
        Cell::TooFew => CellWords::said(pack.texts.get(Text::SheetTooFew).to_string()),
        Cell::Dots(counts) => CellWords::counted(pack, counts),
        Cell::Figures(figures) => middle(pack, figures.median),
    }
}

fn middle(pack: &Pack, median: Median) -> CellWords {
    CellWords {
        words: figures::middle_words(pack, median),
        at: Some(median.tenths()),
        counts: None,
    }
}

/// "Nov 23, 2026 to Dec 1, 2026", or one day.
pub(super) fn days(pack: &Pack, (first, last): (Day, Day), in_words: DayInWords) -> String {
    if first == last {
        return in_words(first);
    }
    let (from, to) = (in_words(first), in_words(last));
    pack.texts.fill(Text::RoomsDays, &[("from", &from), ("to", &to)])
}

/// What is the same in some rooms and not in others.
fn several(pack: &Pack, all: &[String]) -> Option<String> {
    (all.len() > 1).then(|| pack.texts.list(all))
}

impl RoomsOutline {
    /// Whether there are rooms to tell apart: in a single one nobody is of another.
    #[must_use]
    pub fn tells_apart(&self) -> bool {
        self.areas
            .iter()
            .any(|area| !area.inside.is_empty() || !area.between.is_empty())
    }

    /// What stands above the areas.
    #[must_use]
    pub fn columns(&self) -> Vec<Text> {
        let apart = [Text::RoomsColumnInside, Text::RoomsColumnBetween];
        let apart = apart.into_iter().filter(|_| self.tells_apart());
        [Text::ResultsColumnArea, Text::RoomsColumnAll]
            .into_iter()
            .chain(apart)
            .collect()
    }

    /// What is said of the columns that are about distances, or of their being away.
    #[must_use]
    pub fn about_apart(&self) -> Text {
        if self.tells_apart() {
            Text::RoomsApartHint
        } else {
            Text::RoomsAlone
        }
    }

    /// Says everything that may be said of rooms.
    #[must_use]
    pub fn of(pack: &Pack, title: &str, rooms: &[Room], sorting: Sorting, in_words: DayInWords) -> Self {
        let tallied = Tallied::of(&pack.checklist, rooms);
        Self::told(pack, title, (rooms, &tallied), sorting, in_words)
    }

    /// The same of rooms that are taken up already.
    #[must_use]
    pub fn told(
        pack: &Pack,
        title: &str,
        (rooms, tallied): (&[Room], &Tallied),
        sorting: Sorting,
        in_words: DayInWords,
    ) -> Self {
        let texts = &pack.texts;
        let mut pictures = tallied.areas.clone();
        sorting.sort(&mut pictures);
        let count = texts.count(Text::RoomsCountOne, Text::RoomsCountMany, tallied.rooms);
        let people = texts.fill(Text::SheetPeopleOnly, &[("n", &tallied.people.to_string())]);
        let days = tallied.days.map(|both| days(pack, both, in_words));
        let parts = [Some(count), Some(people), days.clone()];
        let set = RoomSet::of(rooms);
        Self {
            title: set_title(pack, title, rooms),
            days,
            subtitle: pack.row(&parts.iter().flatten().map(|part| &**part).collect::<Vec<_>>()),
            areas: pictures.iter().map(|picture| row(pack, picture)).collect(),
            notes: notes(pack, (rooms, tallied), set.as_ref()),
            plans: plans(pack, (rooms, tallied), in_words),
            kept: kept(pack, (rooms, tallied)),
        }
    }
}

fn notes(pack: &Pack, (rooms, tallied): (&[Room], &Tallied), set: Option<&RoomSet>) -> Vec<String> {
    let texts = &pack.texts;
    let versions = tallied.versions.iter().map(|version| version.0.to_string());
    let languages = tallied
        .languages
        .iter()
        .map(|language| language_name(pack, language.tag()));
    let missing = set.filter(|set| !set.missing.is_empty()).map(|set| {
        let numbers: Vec<_> = set.missing.iter().map(ToString::to_string).collect();
        texts.list(&numbers)
    });
    let rehearsals = tallied.rehearsals.iter().filter_map(|place| rooms.get(*place));
    let rehearsals =
        rehearsals.map(|room| texts.fill(Text::RoomsRehearsal, &[("name", &*room_name(pack, room))]));
    let note = |text, values: Option<String>| Some(texts.fill(text, &[("all", &*values?)]));
    let notes = [
        note(Text::RoomsVersions, several(pack, &versions.collect::<Vec<_>>())),
        note(
            Text::RoomsLanguages,
            several(pack, &languages.collect::<Vec<_>>()),
        ),
        note(Text::RoomsSetMissing, missing),
    ];
    rehearsals.chain(notes.into_iter().flatten()).collect()
}

/// What is said of an area of all rooms that has no middle.
pub(super) const fn nothing(picture: &AreaPicture) -> Text {
    if picture.hidden || picture.shown > 0 {
        Text::SheetTooFew
    } else {
        Text::RoomsNotThere
    }
}

fn row(pack: &Pack, picture: &AreaPicture) -> AreaRow {
    let known = pack.checklist.areas.iter();
    let apart = |distance: Option<Distance>| {
        distance.map_or_else(String::new, |distance| pack.texts.decimal(distance.tenths(), 1))
    };
    AreaRow {
        area: picture.area,
        number: known.take_while(|area| area.id != picture.area).count() + 1,
        name: pack.words.area(picture.area, AreaWord::Name),
        votes: picture.votes,
        all: match (&picture.figures, picture.shown) {
            (Some(Figures { median, .. }), _) => middle(pack, *median),
            (None, 0) => CellWords::said(pack.texts.get(nothing(picture)).to_string()),
            (None, _) => CellWords::counted(pack, picture.votes.counts()),
        },
        shown: picture.shown,
        inside: apart(picture.spreads.map(|spreads| spreads.inside)),
        between: apart(picture.spreads.map(|spreads| spreads.between)),
    }
}

fn plans(pack: &Pack, (rooms, tallied): (&[Room], &Tallied), in_words: DayInWords) -> Vec<PlanRow> {
    let mut rows = Vec::new();
    for by in &tallied.chosen {
        let rooms = by.rooms.iter().filter_map(|place| rooms.get(*place));
        rows.extend(rooms.filter_map(|room| {
            Some(PlanRow {
                area: pack.words.area(by.area, AreaWord::Name),
                room: room_name(pack, room),
                words: plan_words(pack, room.plan.as_ref()?, in_words),
            })
        }));
    }
    rows
}

fn plan_words(pack: &Pack, plan: &RoomPlan, in_words: DayInWords) -> Vec<String> {
    let named = |term, text: &str| {
        let term = pack.texts.get(term);
        (!text.is_empty()).then(|| pack.texts.about(&term, text))
    };
    let day = |day: Option<Day>| day.map(in_words).unwrap_or_default();
    let status = match plan.status {
        Status::Planned => None,
        Status::Running => Some(Text::PlanRunning),
        Status::Done => Some(Text::PlanDone),
        Status::Dropped => Some(Text::PlanDropped),
    };
    let words = [
        named(Text::SheetHypothesis, &plan.hypothesis),
        named(Text::SheetTest, &plan.experiment),
        named(Text::SheetCounted, &plan.counted),
        named(Text::PlanStop, &day(plan.stop)),
        named(Text::PlanReview, &day(plan.review)),
        status.map(|status| pack.texts.get(status).to_string()),
        named(Text::PlanLearned, &plan.learned),
    ];
    words.into_iter().flatten().collect()
}

fn kept(pack: &Pack, (rooms, tallied): (&[Room], &Tallied)) -> Vec<PlanRow> {
    let row = |room: &Room| {
        let before = room.before.as_ref()?;
        let came = pack.texts.get(came(before.came?));
        let texts = [&before.experiment, &before.learned];
        let texts = texts.into_iter().filter(|text| !text.is_empty());
        let texts = texts.map(|text| pack.isolated(text));
        Some(PlanRow {
            area: pack.words.area(before.area, AreaWord::Name),
            room: room_name(pack, room),
            words: [came.to_string()].into_iter().chain(texts).collect(),
        })
    };
    let rooms = tallied.kept.iter().filter_map(|place| rooms.get(*place));
    rooms.filter_map(row).collect()
}
