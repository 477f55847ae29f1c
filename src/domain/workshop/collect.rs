//! Answer codes out of pasted text, links and files: opened one by one, and told apart by what became of them.

use super::Workshop;
use super::ballot::{Ballot, Disposition};
use super::change::Dispositions;
use crate::domain::code::answer::{Response, Vote, open};
use crate::domain::code::envelope::Envelope;
use crate::domain::code::find::{Broken, Flaw, Repaired};
use crate::domain::code::items::Shape;
use crate::domain::code::seal::WorkshopKey;
use crate::domain::code::{CodeError, Round};

/// Why a code was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeProblem {
    /// It is for another workshop.
    OtherWorkshop,
    /// It is from an earlier round, and its sender was late for that vote.
    EarlierRound,
    /// It is from a round that has not begun.
    LaterRound,
    /// Another version of the page made it.
    OtherVersion,
    /// Its end is missing.
    CutShort,
    /// It was changed on its way, or sealed to another key.
    Damaged,
}

impl CodeProblem {
    /// Every problem.
    pub const ALL: [Self; 6] = [
        Self::OtherWorkshop,
        Self::EarlierRound,
        Self::LaterRound,
        Self::OtherVersion,
        Self::CutShort,
        Self::Damaged,
    ];
}

/// A code that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Its first characters; the rest is sealed anyway.
    pub start: String,
    /// Why.
    pub why: CodeProblem,
}

/// Characters that are shown of a refused code.
const SHOWN: usize = 16;
/// Refused codes that are listed; more are counted.
pub const LISTED: usize = 100;

/// Opens codes for the open vote of one workshop.
#[derive(Debug)]
pub struct Collector {
    key: WorkshopKey,
    vote: Vote,
    shape: Shape,
    /// The votes before this one, and what was counted there.
    earlier: Vec<(Vote, Ballot)>,
    /// What codes were to those votes that had come in time for them.
    pub settled: Dispositions,
    /// What was opened, in the order of the codes.
    pub responses: Vec<Response>,
    /// How many of them were put right before they opened.
    pub repaired: usize,
    /// The first [`LISTED`] that were not.
    pub refused: Vec<Refused>,
    /// How many for each reason, in the order of [`CodeProblem::ALL`].
    pub counts: [usize; CodeProblem::ALL.len()],
}

impl Collector {
    /// None while no vote is open.
    #[must_use]
    pub fn new(workshop: &Workshop) -> Option<Self> {
        Some(Self::of(workshop, workshop.open_vote()?))
    }

    /// As for the next vote: it tells what is settled from what is not. None if there can be no other vote.
    #[must_use]
    pub fn of_next(workshop: &Workshop) -> Option<Self> {
        Some(Self::of(workshop, workshop.vote(workshop.fresh_round()?)))
    }

    fn of(workshop: &Workshop, vote: Vote) -> Self {
        let rounds = (Round::FIRST.number()..vote.round.number()).filter_map(Round::new);
        let earlier = |round| Some((workshop.vote(round), workshop.ballot(round)?.clone()));
        Self {
            vote,
            key: workshop.key(),
            shape: workshop.settings.shape,
            earlier: rounds.filter_map(earlier).collect(),
            settled: Dispositions::default(),
            responses: Vec::new(),
            repaired: 0,
            refused: Vec::new(),
            counts: [0; CodeProblem::ALL.len()],
        }
    }

    /// Opens one code.
    pub fn take(&mut self, code: &Envelope) {
        match self.open(code) {
            Ok(opened) => self.keep(opened),
            Err(why) => self.refuse(&code.to_string(), why),
        }
    }

    /// Opens the first reading of a repaired code that opens; the seal says that it is the right one.
    pub fn take_repaired(&mut self, repaired: &Repaired) {
        let mut problem_met = None;
        for code in &repaired.readings {
            match self.open(code) {
                Ok(opened) => {
                    self.repaired += usize::from(matches!(opened, Opened::Now(_)));
                    return self.keep(opened);
                }
                Err(CodeProblem::Damaged) => {}
                Err(why) => problem_met = problem_met.or(Some(why)),
            }
        }
        match problem_met {
            Some(why) => self.refuse(&repaired.broken.start, why),
            None => self.take_broken(&repaired.broken),
        }
    }

    fn open(&self, code: &Envelope) -> Result<Opened, CodeProblem> {
        let mut opened = (open(code, self.vote, &self.key), None);
        if let Err(CodeError::OtherRound { code: round, .. }) = opened.0
            && let Some((vote, ballot)) = self.earlier.iter().find(|(vote, _)| vote.round == round)
        {
            opened = (open(code, *vote, &self.key), Some(ballot));
        }
        let (response, ballot) = opened;
        let response = response.map_err(|error| problem(error, self.vote.round))?;
        if response.items.shape() != self.shape {
            return Err(CodeProblem::Damaged);
        }
        let Some(ballot) = ballot else {
            return Ok(Opened::Now(response));
        };
        let settled = ballot.settled(&response);
        settled.map(Opened::Before).ok_or(CodeProblem::EarlierRound)
    }

    fn keep(&mut self, opened: Opened) {
        match opened {
            Opened::Now(response) => self.responses.push(response),
            Opened::Before(settled) => self.settled.count(settled),
        }
    }

    /// Notes what began as a code does and is none.
    pub fn take_broken(&mut self, broken: &Broken) {
        let why = match broken.flaw {
            Flaw::CutShort => CodeProblem::CutShort,
            Flaw::Changed => CodeProblem::Damaged,
        };
        self.refuse(&broken.start, why);
    }

    fn refuse(&mut self, code: &str, why: CodeProblem) {
        if let Some(count) = self.counts.get_mut(why as usize) {
            *count += 1;
        }
        if self.refused.len() < LISTED {
            let start = code.chars().take(SHOWN).collect();
            self.refused.push(Refused { start, why });
        }
    }
}

/// What a code is that opens.
enum Opened {
    /// An answer to the open vote.
    Now(Response),
    /// One to an earlier vote, which it had come in time for.
    Before(Disposition),
}

const fn problem(error: CodeError, collected: Round) -> CodeProblem {
    match error {
        CodeError::OtherWorkshop => CodeProblem::OtherWorkshop,
        CodeError::OtherRound { code, .. } if code.number() < collected.number() => CodeProblem::EarlierRound,
        CodeError::OtherRound { .. } => CodeProblem::LaterRound,
        CodeError::OtherVersion(_) => CodeProblem::OtherVersion,
        CodeError::NotACode(_) | CodeError::Damaged => CodeProblem::Damaged,
    }
}
