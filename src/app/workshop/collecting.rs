//! Answers on their way into the open vote: found in texts, opened one by one, told apart by what became of them.
//!
//! Everything here goes on in small steps, so that a long chat log or a hostile text never holds the page up.

use crate::domain::calendar::Moment;
use crate::domain::checklist::Checklist;
use crate::domain::code::answer::Response;
use crate::domain::code::digits::{Digits, RefusedLine, read, read_one};
use crate::domain::code::envelope::Envelope;
use crate::domain::code::find::{Finder, Repaired};
use crate::domain::code::items::Items;
use crate::domain::code::{Kind, ResponseId, Round, Serial};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::ballot::Ballot;
use crate::domain::workshop::change::Dispositions;
use crate::domain::workshop::collect::{CodeProblem, Collector, Refused};
use std::vec::IntoIter;

/// Bytes of text that one step looks through.
const STRIDE: usize = 2_048;

/// How far the reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// So many of so many bytes were looked through.
    Looking(usize, usize),
    /// So many of so many codes were opened.
    Opening(usize, usize),
}

/// Texts that are being read.
#[derive(Debug)]
pub struct Reading {
    texts: IntoIter<String>,
    /// The search in the text at hand.
    current: Option<Finder<'static>>,
    behind: usize,
    bytes: usize,
    /// What was found, until it is opened.
    found: Vec<Sighting>,
    codes: IntoIter<Sighting>,
    /// Codes found, and opened.
    total: usize,
    opened: usize,
    round: Round,
    collector: Collector,
    invite: bool,
}

/// What has to be opened.
#[derive(Debug)]
enum Sighting {
    Code(Envelope),
    Repaired(Repaired),
}

impl Reading {
    /// None while no vote is open.
    #[must_use]
    pub fn new(workshop: &Workshop, texts: Vec<String>) -> Option<Self> {
        Some(Self {
            bytes: texts.iter().map(String::len).sum(),
            texts: texts.into_iter(),
            current: None,
            behind: 0,
            found: Vec::new(),
            codes: Vec::new().into_iter(),
            total: 0,
            opened: 0,
            round: workshop.open_round()?,
            collector: Collector::new(workshop)?,
            invite: false,
        })
    }

    /// Does a little; false once nothing is left.
    pub fn step(&mut self) -> bool {
        if self.look() {
            return true;
        }
        if self.codes.len() == 0 && !self.found.is_empty() {
            self.codes = std::mem::take(&mut self.found).into_iter();
        }
        let code = self.codes.next();
        match &code {
            Some(Sighting::Code(code)) => self.collector.take(code),
            Some(Sighting::Repaired(repaired)) => self.collector.take_repaired(repaired),
            None => return false,
        }
        self.opened += 1;
        true
    }

    /// Looks through the next piece of text; false once there is none.
    fn look(&mut self) -> bool {
        let Some(finder) = &mut self.current else {
            let next = self.texts.next();
            self.current = next.map(|text| Finder::new(Kind::Answer, text));
            return self.current.is_some();
        };
        let goes_on = finder.advance(STRIDE);
        self.invite |= finder.met_other();
        let found = if goes_on {
            finder.take_found()
        } else {
            self.behind += finder.looked();
            self.current.take().map(Finder::finish).unwrap_or_default()
        };
        self.total += found.codes.len() + found.repaired.len();
        self.found.extend(found.codes.into_iter().map(Sighting::Code));
        self.found
            .extend(found.repaired.into_iter().map(Sighting::Repaired));
        for broken in &found.broken {
            self.collector.take_broken(broken);
        }
        true
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        match &self.current {
            Some(finder) => Progress::Looking(self.behind + finder.looked(), self.bytes),
            None if self.behind < self.bytes => Progress::Looking(self.behind, self.bytes),
            None => Progress::Opening(self.opened, self.total),
        }
    }

    /// What was opened and for which round, and what there is to say about the rest.
    #[must_use]
    pub fn take(&mut self) -> (Batch, Report) {
        let settled = std::mem::take(&mut self.collector.settled);
        let report = Report {
            arrivals: Dispositions {
                duplicate: 0,
                ..settled
            },
            earlier: settled.duplicate,
            refused: std::mem::take(&mut self.collector.refused),
            refusals: std::mem::take(&mut self.collector.counts),
            repaired: std::mem::take(&mut self.collector.repaired),
            invite: std::mem::take(&mut self.invite),
            ..Report::default()
        };
        let batch = Batch {
            round: self.round,
            responses: std::mem::take(&mut self.collector.responses),
        };
        (batch, report)
    }
}

/// Answers to one vote, taken all at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The vote's round.
    pub round: Round,
    /// The answers.
    pub responses: Vec<Response>,
}

/// What became of the answers that were brought last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// What became of those that opened, but for `earlier`.
    pub arrivals: Dispositions,
    /// How many are answers to an earlier vote, and were counted there.
    pub earlier: usize,
    /// How many of the answers came damaged and were put right.
    pub repaired: usize,
    /// The first of the codes that were not.
    pub refused: Vec<Refused>,
    /// How many were not, in the order of [`CodeProblem::ALL`].
    pub refusals: [usize; CodeProblem::ALL.len()],
    /// Lines of digits that could not be read.
    pub lines: Vec<RefusedLine>,
    /// Files that could not be read, by name.
    pub files: Vec<String>,
    /// An invite was in it.
    pub invite: bool,
    /// The vote was over before they were read; none was taken.
    pub late: bool,
}

impl Report {
    /// Whether there was nothing in it at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let codes: usize = self.refusals.iter().sum();
        self.arrivals.total() + self.earlier + codes + self.lines.len() + self.files.len() == 0 && !self.late
    }

    /// Adds what became of a later part of the same batch.
    pub fn add(&mut self, later: Self) {
        self.arrivals += later.arrivals;
        self.earlier += later.earlier;
        for (count, more) in self.refusals.iter_mut().zip(later.refusals) {
            *count += more;
        }
        self.repaired += later.repaired;
        self.refused.extend(later.refused);
        self.refused.truncate(crate::domain::workshop::collect::LISTED);
        self.lines.extend(later.lines);
        self.files.extend(later.files);
        self.invite |= later.invite;
        self.late |= later.late;
    }
}

/// How to take the last batch back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchUndo {
    round: Round,
    before: Ballot,
    after: Ballot,
}

impl BatchUndo {
    /// Whether the ballot is still as the batch left it.
    #[must_use]
    pub fn fits(&self, workshop: &Workshop) -> bool {
        workshop.open_round() == Some(self.round) && workshop.ballot(self.round) == Some(&self.after)
    }

    /// Takes it back, if it still fits.
    pub fn apply(self, workshop: &mut Workshop, now: Moment) {
        if self.fits(workshop) {
            workshop.touch(now);
            workshop.put_back(self.round, self.before);
        }
    }
}

/// Takes a batch of at least one answer into its vote, all at once, and completes the report. The undo is none where nothing changed.
pub fn take(workshop: &mut Workshop, batch: Batch, report: &mut Report, now: Moment) -> Option<BatchUndo> {
    let round = batch.round;
    if workshop.open_round() != Some(round) {
        report.late = true;
        return None;
    }
    let before = workshop.ballot(round)?.clone();
    report.arrivals += workshop.receive(batch.responses);
    workshop.touch(now);
    let after = workshop.ballot(round)?.clone();
    (before != after).then_some(BatchUndo { round, before, after })
}

/// Reads typed lines of answers to a vote: a later one asks its topic alone.
#[must_use]
pub fn digits(workshop: &Workshop, checklist: &Checklist, round: Round, typed: &str) -> Digits {
    let depth = workshop.settings.shape.depth;
    match workshop.topic().filter(|_| round != Round::FIRST) {
        Some(topic) => read_one(checklist, depth, topic.question(), typed),
        None => read(checklist, depth, typed),
    }
}

/// Rows of typed digits as responses, each under an id of its own; nobody said a role.
pub fn responses(rows: Vec<Items>, mut fresh: impl FnMut() -> ResponseId) -> Vec<Response> {
    let response = |items| Response {
        id: fresh(),
        serial: Serial::NONE,
        role: None,
        items,
    };
    rows.into_iter().map(response).collect()
}

/// The lines of digits that could not be read, as they were typed, so that they stay in the field to be mended; each refusal with the
/// place that its line has there.
#[must_use]
pub fn left_over(text: &str, refused: Vec<RefusedLine>) -> (String, Vec<RefusedLine>) {
    let mut lines = (1..).zip(text.lines());
    let mut left = Vec::new();
    let mut moved = Vec::new();
    for refused in refused {
        if let Some((_, line)) = lines.find(|(place, _)| *place == refused.line) {
            left.push(line);
            moved.push(RefusedLine {
                line: left.len(),
                ..refused
            });
        }
    }
    (left.join("\n"), moved)
}
