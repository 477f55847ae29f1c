//! Reading the counts of workshops from a table (RFC 4180, or with semicolons or tabs), whatever version of its columns it has.
//!
//! Columns are told by their names, so a program may have moved them and added others. A whole number is all that is read of a figure:
//! everything else follows from the counts.

use super::room::{Room, RoomName};
use crate::domain::calendar::Day;
use crate::domain::checklist::InstrumentVersion;
use crate::domain::code::Round;
use crate::domain::code::hands::{Counted, Headcount};
use crate::domain::code::invite::Language;
use crate::domain::group::Votes;
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::question::QuestionId;
use std::borrow::Cow;

/// The rooms of a table, and what there is to say of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Its rooms, in its order.
    pub rooms: Vec<Room>,
    /// How many rows could not be read.
    pub unread: usize,
    /// How many rows say something else about a vote than a row before them. The first one counts.
    pub twice: usize,
    /// Whether its last row is cut off.
    pub cut: bool,
    /// Whether the day of a room is written otherwise than here, and so is none.
    pub undated: bool,
}

/// Why a text is no table of counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCounts {
    /// Nothing tells that it came from here.
    Foreign,
    /// The table of one person's assessment.
    Assessment,
}

/// Where the columns are.
#[derive(Debug)]
struct Columns {
    workshop: Option<usize>,
    title: Option<usize>,
    day: Option<usize>,
    instrument: Option<usize>,
    people: Option<usize>,
    headcount: Option<usize>,
    minimum: Option<usize>,
    round: usize,
    question: usize,
    valid: Option<usize>,
    levels: [usize; 5],
    cannot_tell: Option<usize>,
    not_applicable: Option<usize>,
    hands: Option<usize>,
    language: Option<usize>,
    count: usize,
}

impl Columns {
    fn of(names: &[Cow<'_, str>]) -> Result<Self, NotCounts> {
        let find = |name: &str| names.iter().position(|known| trimmed(known) == name);
        let need = |name: &str| find(name).ok_or(NotCounts::Foreign);
        if find("assessment").is_some() && find("answer").is_some() {
            return Err(NotCounts::Assessment);
        }
        Ok(Self {
            workshop: find("workshop"),
            title: find("title"),
            day: find("day"),
            instrument: find("instrument"),
            people: find("people"),
            headcount: find("headcount"),
            minimum: find("minimum"),
            round: need("round")?,
            question: need("question")?,
            valid: find("n"),
            levels: [need("c1")?, need("c2")?, need("c3")?, need("c4")?, need("c5")?],
            cannot_tell: find("cannot_tell"),
            not_applicable: find("not_applicable"),
            hands: find("hands"),
            language: find("language"),
            count: names.len(),
        })
    }
}

/// Rows that are read in one step.
const STEP: usize = 200;

/// A table that is being read.
#[derive(Debug)]
pub struct Reader {
    text: String,
    at: usize,
    separator: u8,
    columns: Columns,
    table: Table,
    last: Option<Last>,
}

/// The room of the row before: most rows are of the same.
#[derive(Debug)]
struct Last {
    place: usize,
    /// Its id as it is written; empty where it is known by title and day.
    id: String,
    name: RoomName,
}

impl Reader {
    /// Begins to read a table.
    ///
    /// # Errors
    /// [`NotCounts`] if it has not the columns of one, and the text again.
    pub fn open(text: String) -> Result<Self, (NotCounts, String)> {
        let (columns, at, separator) = match head(&text) {
            Ok(head) => head,
            Err(error) => return Err((error, text)),
        };
        Ok(Self {
            text,
            at,
            separator,
            columns,
            table: Table::default(),
            last: None,
        })
    }

    /// Reads some rows; false when none is left.
    pub fn step(&mut self) -> bool {
        let mut rows = Rows {
            text: &self.text,
            at: self.at,
            separator: self.separator,
        };
        let mut cells = Vec::with_capacity(self.columns.count);
        for _ in 0..STEP {
            if !rows.next(&mut cells) {
                return false;
            }
            let row = Row {
                text: &self.text,
                cells: &cells,
                columns: &self.columns,
            };
            if row.take(&mut self.table, &mut self.last).is_none() && !row.is_blank() {
                let is_last = rows.is_over() && !self.text.ends_with(['\n', '\r']);
                let is_cut = is_last && cells.len() < self.columns.count;
                self.table.cut |= is_cut;
                self.table.unread += usize::from(!is_cut);
            }
        }
        self.at = rows.at;
        true
    }

    /// What was read so far.
    #[must_use]
    pub fn finish(self) -> Table {
        self.table
    }
}

/// The columns, where the rows begin, and what separates their cells.
fn head(text: &str) -> Result<(Columns, usize, u8), NotCounts> {
    let mut rows = Rows::of(text);
    let mut cells = Vec::new();
    rows.next(&mut cells);
    let names: Vec<_> = cells.iter().map(|cell| cell.of(text)).collect();
    Ok((Columns::of(&names)?, rows.at, rows.separator))
}

/// Reads a table at once.
///
/// # Errors
/// [`NotCounts`] if it has not the columns of one.
pub fn read(text: &str) -> Result<Table, NotCounts> {
    let mut reader = Reader::open(text.to_owned()).map_err(|(error, _)| error)?;
    while reader.step() {}
    Ok(reader.finish())
}

struct Row<'a> {
    text: &'a str,
    cells: &'a [Cell],
    columns: &'a Columns,
}

impl<'a> Row<'a> {
    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.of(self.text).trim().is_empty())
    }

    fn cell(&self, column: Option<usize>) -> Cow<'a, str> {
        let cell = column.and_then(|column| self.cells.get(column));
        match cell.map(|cell| cell.of(self.text)) {
            None => Cow::Borrowed(""),
            Some(Cow::Borrowed(cell)) => Cow::Borrowed(trimmed(cell)),
            Some(Cow::Owned(cell)) => Cow::Owned(trimmed(&cell).to_owned()),
        }
    }

    fn number<N: std::str::FromStr + From<u8>>(&self, column: Option<usize>) -> Option<N> {
        let cell = self.cells.get(column?)?;
        // Most counts are a digit.
        if cell.to - cell.from == 1
            && let Some(digit @ b'0'..=b'9') = self.text.as_bytes().get(cell.from)
        {
            return Some(N::from(digit - b'0'));
        }
        self.cell(column).parse().ok()
    }

    /// None for a row that cannot be read.
    fn take(&self, table: &mut Table, last: &mut Option<Last>) -> Option<()> {
        if self.cells.len() != self.columns.count {
            return None;
        }
        let round = Round::new(self.number(Some(self.columns.round))?)?;
        let question: QuestionId = self.cell(Some(self.columns.question)).parse().ok()?;
        let counts = self.counts()?;
        if counts.as_ref().is_some_and(|counts| !self.adds_up(round, counts)) {
            return None;
        }
        let place = self.room(table, last)?;
        let room = table.rooms.get_mut(place)?;
        match room.vote((round, question)) {
            None => room.show((round, question), counts),
            Some(known) if known == counts.as_ref() => {}
            Some(_) => table.twice += 1,
        }
        if let (QuestionId::Anchored(area), Some(hands)) = (question, self.number(self.columns.hands)) {
            room.hands.insert(area, hands);
        }
        Some(())
    }

    /// Where the row's room stands in the table.
    fn room(&self, table: &mut Table, last: &mut Option<Last>) -> Option<usize> {
        let id = self.cell(self.columns.workshop);
        if let Some(last) = last
            && !id.is_empty()
            && last.id == *id
        {
            return Some(last.place);
        }
        let name = self.name()?;
        let place = match last {
            Some(last) if last.name == name => last.place,
            _ => self.place(table, &name)?,
        };
        *last = Some(Last {
            place,
            id: id.into_owned(),
            name,
        });
        Some(place)
    }

    /// No counts where there were too few to show; none at all for a row that is no such row.
    #[expect(clippy::option_option, reason = "a row that hides its counts is a row")]
    fn counts(&self) -> Option<Option<Counted>> {
        let empty = self
            .columns
            .levels
            .iter()
            .all(|column| self.cell(Some(*column)).is_empty());
        if empty {
            return Some(None);
        }
        let mut levels = [0; 5];
        for (count, column) in levels.iter_mut().zip(&self.columns.levels) {
            *count = self.number(Some(*column)).filter(|count| *count <= Votes::MOST)?;
        }
        Some(Some(Counted {
            levels,
            cannot_tell: self.number(self.columns.cannot_tell).unwrap_or(0),
            not_applicable: self.number(self.columns.not_applicable).unwrap_or(0),
        }))
    }

    /// Whether the counts are as many as the row says, and no more than there were people; to a second vote more of them may have come.
    fn adds_up(&self, round: Round, counts: &Counted) -> bool {
        let valid = Votes::new(counts.levels).total();
        let said = self.number::<u32>(self.columns.valid);
        let people = self
            .number::<u64>(self.columns.people)
            .filter(|people| *people > 0 && round == Round::FIRST);
        said.is_none_or(|said| said == valid) && people.is_none_or(|people| counts.sum() <= people)
    }

    fn name(&self) -> Option<RoomName> {
        let id = self.cell(self.columns.workshop);
        if !(id.is_empty() || id.starts_with(['w', 'r'])) {
            return None;
        }
        RoomName::from_id(id.strip_prefix('w').unwrap_or(&id), || {
            RoomName::Titled(self.title(), self.day())
        })
    }

    fn title(&self) -> String {
        plain(&self.cell(self.columns.title))
    }

    fn day(&self) -> Option<Day> {
        self.cell(self.columns.day).parse().ok()
    }

    /// Where a room stands in the table, at its end if it is a new one.
    fn place(&self, table: &mut Table, name: &RoomName) -> Option<usize> {
        if let Some(place) = table.rooms.iter().position(|room| room.name == *name) {
            return Some(place);
        }
        let instrument = InstrumentVersion(self.number(self.columns.instrument)?);
        let minimum = self
            .number::<u32>(self.columns.minimum)
            .map(MinimumGroup::try_from);
        let minimum = minimum.and_then(Result::ok).unwrap_or_default();
        let mut room = Room::new(name.clone(), instrument, minimum);
        room.title = self.title();
        room.day = self.day();
        table.undated |= room.day.is_none() && !self.cell(self.columns.day).is_empty();
        room.language = Language::new(&self.cell(self.columns.language));
        room.people = self.number(self.columns.people).unwrap_or(0);
        room.headcount = Headcount(self.number(self.columns.headcount).unwrap_or(0));
        table.rooms.push(room);
        Some(table.rooms.len() - 1)
    }
}

/// Most cells begin and end with what is plainly no space: looking for letters of several bytes takes many times as long.
fn trimmed(cell: &str) -> &str {
    let graphic = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let bytes = cell.as_bytes();
    if bytes.is_empty() || graphic(bytes.first()) && graphic(bytes.last()) {
        cell
    } else {
        cell.trim()
    }
}

/// A cell without the apostrophes that keep programs from taking its parts for formulas.
fn plain(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    let mut begins = true;
    for (place, character) in cell.char_indices() {
        let rest = cell.get(place..).unwrap_or_default();
        let behind = rest.trim_start_matches('\'');
        let guards = character == '\''
            && (begins && behind.starts_with(is_sign) || place == 0 && behind.starts_with(['\t', '\r']));
        // One apostrophe of those in a row is ours, and it is the first.
        begins = is_separator(character) || begins && is_passed_over(character);
        if !guards {
            out.push(character);
        }
    }
    out
}

const fn is_separator(character: char) -> bool {
    matches!(
        character,
        ',' | ';' | '|' | '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn is_passed_over(character: char) -> bool {
    character == '"' || character.is_whitespace() || character.is_control() || character == '\u{feff}'
}

const fn is_sign(character: char) -> bool {
    matches!(character, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// The rows of a table.
struct Rows<'text> {
    text: &'text str,
    /// Where the next one begins, in bytes.
    at: usize,
    separator: u8,
}

impl<'text> Rows<'text> {
    /// The separator is the first one of the first line.
    fn of(text: &'text str) -> Self {
        let rest = text.trim_start_matches('\u{feff}');
        let separator = rest
            .bytes()
            .find(|byte| matches!(byte, b',' | b';' | b'\t' | b'\n'));
        Self {
            text,
            at: text.len() - rest.len(),
            separator: separator.filter(|byte| *byte != b'\n').unwrap_or(b','),
        }
    }

    fn is_over(&self) -> bool {
        self.at >= self.text.len()
    }

    /// The next row's cells; false behind the last.
    fn next(&mut self, cells: &mut Vec<Cell>) -> bool {
        cells.clear();
        if self.is_over() {
            return false;
        }
        let bytes = self.text.as_bytes();
        // Behind a letter that is higher than each of the three nothing ends: most are.
        let highest = self.separator.max(b'\r');
        let ends = |byte: u8| byte <= highest && (byte == self.separator || byte == b'\n' || byte == b'\r');
        let mut at = self.at;
        loop {
            let quoted = match bytes.get(at) {
                Some(b'"') => Some(quoted(bytes, at + 1)),
                _ => None,
            };
            let from = at;
            // What stands behind the closing quote belongs to nothing.
            at = quoted.map_or(at, |(_, behind)| behind);
            let mut end = None;
            while let Some(byte) = bytes.get(at) {
                if ends(*byte) {
                    end = Some(*byte);
                    break;
                }
                at += 1;
            }
            cells.push(quoted.map_or(
                Cell {
                    from,
                    to: at,
                    escapes: false,
                },
                |(cell, _)| cell,
            ));
            at += usize::from(end.is_some());
            if end != Some(self.separator) {
                at += usize::from(end == Some(b'\r') && bytes.get(at) == Some(&b'\n'));
                self.at = at;
                return true;
            }
        }
    }
}

/// Where a cell stands in its text, without the quotes around it.
#[derive(Debug, Clone, Copy)]
struct Cell {
    from: usize,
    to: usize,
    /// Whether two quotes in it stand for one.
    escapes: bool,
}

impl Cell {
    fn of(self, text: &str) -> Cow<'_, str> {
        let cell = text.get(self.from..self.to).unwrap_or_default();
        if self.escapes {
            Cow::Owned(cell.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(cell)
        }
    }
}

/// The cell behind an opening quote, and what is behind its closing one: the end, where there is none.
fn quoted(bytes: &[u8], from: usize) -> (Cell, usize) {
    let (mut to, mut escapes) = (from, false);
    while let Some(byte) = bytes.get(to) {
        if *byte == b'"' {
            if bytes.get(to + 1) != Some(&b'"') {
                break;
            }
            escapes = true;
            to += 1;
        }
        to += 1;
    }
    (Cell { from, to, escapes }, bytes.len().min(to + 1))
}
