//! Answers on their way into the open vote: found in texts, opened one by one, told apart by what became of them.
//!
//! Everything here goes on in small steps, so that a long chat log or a hostile text never holds the page up.

use crate::domain::calendar::Moment;
use crate::domain::code::answer::Response;
use crate::domain::code::digits::RefusedLine;
use crate::domain::code::envelope::Envelope;
use crate::domain::code::find::{Finder, Found};
use crate::domain::code::items::Items;
use crate::domain::code::{Kind, ResponseId, Round};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::ballot::Ballot;
use crate::domain::workshop::change::Arrivals;
use crate::domain::workshop::collect::{Collector, Problem, Refused};
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
    /// The text at hand and how far it was looked through.
    current: Option<(String, usize, Finder)>,
    behind: usize,
    bytes: usize,
    /// What was found, until it is opened.
    found: Vec<Envelope>,
    codes: IntoIter<Envelope>,
    /// Codes found, and opened.
    total: usize,
    opened: usize,
    round: Round,
    collector: Collector,
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
        if let Some(code) = &code {
            self.collector.take(code);
            self.opened += 1;
        }
        code.is_some()
    }

    /// Looks through the next piece of text; false once there is none.
    fn look(&mut self) -> bool {
        let Some((text, at, finder)) = &mut self.current else {
            let next = self.texts.next();
            self.current = next.map(|text| (text, 0, Finder::new(Kind::Answer)));
            return self.current.is_some();
        };
        let mut end = (*at + STRIDE).min(text.len());
        while !text.is_char_boundary(end) {
            end += 1;
        }
        for character in text.get(*at..end).unwrap_or_default().chars() {
            finder.push(character);
        }
        *at = end;
        let found = if end < text.len() {
            finder.take_found()
        } else {
            self.behind += end;
            let done = self.current.take();
            done.map_or_else(Found::default, |(_, _, finder)| finder.finish())
        };
        self.total += found.codes.len();
        self.found.extend(found.codes);
        for broken in &found.broken {
            self.collector.take_broken(broken);
        }
        true
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        match &self.current {
            Some((_, at, _)) => Progress::Looking(self.behind + at, self.bytes),
            None if self.behind < self.bytes => Progress::Looking(self.behind, self.bytes),
            None => Progress::Opening(self.opened, self.total),
        }
    }

    /// What was opened and for which round, and what there is to say about the rest.
    #[must_use]
    pub fn take(&mut self) -> (Batch, Report) {
        let report = Report {
            refused: std::mem::take(&mut self.collector.refused),
            refusals: std::mem::take(&mut self.collector.counts),
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
    /// What became of those that were taken.
    pub arrivals: Arrivals,
    /// The first of the codes that were not.
    pub refused: Vec<Refused>,
    /// How many were not, in the order of [`Problem::ALL`].
    pub refusals: [usize; Problem::ALL.len()],
    /// Lines of digits that could not be read.
    pub lines: Vec<RefusedLine>,
    /// Files that could not be read, by name.
    pub files: Vec<String>,
    /// The vote was over before they were read; none was taken.
    pub late: bool,
}

impl Report {
    /// Whether there was nothing in it at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Arrivals {
            new,
            replaced,
            duplicate,
        } = self.arrivals;
        let codes: usize = self.refusals.iter().sum();
        new + replaced + duplicate + codes + self.lines.len() + self.files.len() == 0 && !self.late
    }

    /// Adds what became of a later part of the same batch.
    pub fn add(&mut self, later: Self) {
        self.arrivals.new += later.arrivals.new;
        self.arrivals.replaced += later.arrivals.replaced;
        self.arrivals.duplicate += later.arrivals.duplicate;
        for (count, more) in self.refusals.iter_mut().zip(later.refusals) {
            *count += more;
        }
        self.refused.extend(later.refused);
        self.refused.truncate(crate::domain::workshop::collect::LISTED);
        self.lines.extend(later.lines);
        self.files.extend(later.files);
        self.late |= later.late;
    }
}

/// How to take the last batch back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    round: Round,
    before: Ballot,
    after: Ballot,
}

impl Undo {
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

/// Takes a batch into its vote, all at once, and completes the report. The undo is none where nothing changed.
pub fn take(workshop: &mut Workshop, batch: Batch, report: &mut Report, now: Moment) -> Option<Undo> {
    let round = batch.round;
    if workshop.open_round() != Some(round) {
        report.late = !batch.responses.is_empty();
        return None;
    }
    let before = workshop.ballot(round)?.clone();
    report.arrivals = workshop.receive(batch.responses);
    workshop.touch(now);
    let after = workshop.ballot(round)?.clone();
    (before != after).then_some(Undo { round, before, after })
}

/// Rows of typed digits as responses, each under an id of its own; nobody said a role.
pub fn responses(rows: Vec<Items>, mut fresh: impl FnMut() -> ResponseId) -> Vec<Response> {
    let response = |items| Response {
        id: fresh(),
        role: None,
        items,
    };
    rows.into_iter().map(response).collect()
}
