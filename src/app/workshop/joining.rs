//! A participant's part in a workshop, without a screen: what an invite says, how far the answers are, what a code is made of.

use crate::app::update::Inputs;
use crate::domain::answer::Answers;
use crate::domain::assessment::{Assessment, AssessmentId, KnowDo};
use crate::domain::calendar::Moment;
use crate::domain::checklist::{Checklist, Depth};
use crate::domain::code::answer::{Response, RolePlace, Vote, seal};
use crate::domain::code::drawing::Drawing;
use crate::domain::code::find::{Found, find};
use crate::domain::code::invite::Invite;
use crate::domain::code::items::{Items, Shape};
use crate::domain::code::seal::{CannotSeal, Entropy};
use crate::domain::code::{CodeError, Kind, ResponseId, Round, Serial};
use crate::domain::question::QuestionId;
use crate::domain::stamp::{Revision, Stamped};
use crate::domain::workshop::ticket::{Ending, Made, Ticket};

/// Why an invite cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The address holds no invite.
    NotACode,
    /// Something was changed or is missing.
    Damaged,
    /// Another version of the page made it.
    OtherVersion,
    /// It asks questions that this page does not know.
    OtherInstrument,
    /// Nothing can be sealed to its key.
    Unusable,
}

/// Reads the invite in what stands in a link, or in whatever else somebody has pasted.
///
/// # Errors
/// [`Refusal`], before anybody has answered anything in vain.
pub fn read(checklist: &Checklist, text: &str) -> Result<Invite, Refusal> {
    let found = find(Kind::Invite, text);
    let invite = match &*found.codes {
        [code, ..] => Invite::open(code).map_err(|error| match error {
            CodeError::OtherVersion(_) => Refusal::OtherVersion,
            _ => Refusal::Damaged,
        })?,
        [] => repaired(&found)?,
    };
    let known = invite.instrument == checklist.version && invite.shape.questions(checklist).is_some();
    if !known {
        return Err(Refusal::OtherInstrument);
    }
    // A trial that nobody gets to see, so its random bytes need not be any.
    let trial = items(checklist, &invite, Answers::new_vec()).and_then(|items| {
        let response = Response {
            id: ResponseId(0),
            serial: Serial::NONE,
            role: None,
            items,
        };
        let vote = Vote {
            workshop: invite.workshop,
            round: Round::FIRST,
        };
        seal(&response, vote, invite.key, Entropy([0; 32])).ok()
    });
    match trial {
        Some(_) => Ok(invite),
        None => Err(Refusal::Unusable),
    }
}

/// An invite that lacks characters has no seal to prove a reading: it has to be the only one that is an invite.
pub(super) fn repaired(found: &Found) -> Result<Invite, Refusal> {
    let readings = found.repaired.iter().flat_map(|repaired| &repaired.readings);
    let mut invites: Vec<Invite> = readings.filter_map(|code| Invite::open(code).ok()).collect();
    match (invites.pop(), &*invites) {
        (Some(invite), []) => Ok(invite),
        (None, []) if found.broken.is_empty() && found.repaired.is_empty() => Err(Refusal::NotACode),
        _ => Err(Refusal::Damaged),
    }
}

fn items(checklist: &Checklist, invite: &Invite, answers: Answers) -> Option<Items> {
    Items::of(checklist, invite.shape, &answers)
}

/// How long the questions of a workshop take, in whole minutes: 17 seconds for an anchored one, 11 for evidence, 9 for the
/// know-do check.
#[must_use]
pub fn minutes(shape: Shape) -> usize {
    let areas = Shape::new(Depth::Quick, KnowDo::LeftOut).length();
    let evidence = Shape::new(shape.depth, KnowDo::LeftOut).length() - areas;
    let know_do = shape.length() - areas - evidence;
    (17 * areas + 11 * evidence + 9 * know_do).div_ceil(60)
}

/// A new part in a workshop.
#[must_use]
pub fn ticket(invite: &Invite, role: Option<RolePlace>, ending: Ending, inputs: Inputs) -> Ticket {
    let [a, b, c, d, e, f, g, h, ..] = inputs.dice;
    Ticket {
        workshop: invite.workshop,
        revision: Revision::default(),
        invite: invite.seal().to_string(),
        response: ResponseId(u64::from_be_bytes([a, b, c, d, e, f, g, h])),
        role,
        assessment: inputs.fresh,
        ending,
        serial: Serial::NONE,
        codes: Vec::new(),
        again: Vec::new(),
    }
}

/// An assessment that asks what the workshop asks, under a name.
#[must_use]
pub fn assessment(invite: &Invite, name: String, id: AssessmentId, now: Moment) -> Assessment {
    let mut assessment = Assessment::new(id, invite.instrument, now);
    let revision = Revision::default();
    assessment.depth = Stamped::new(invite.shape.depth, revision);
    assessment.know_do = Stamped::new(invite.shape.know_do, revision);
    let revision = assessment.edit(now);
    assessment.subject = Stamped::new(name, revision);
    assessment
}

/// How far somebody has answered, in screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Far {
    /// Screens without an open question.
    pub answered: usize,
    /// All of them.
    pub total: usize,
    /// The first open one, the first of all being 1; none when all are answered.
    pub next: Option<usize>,
}

/// How far an assessment is answered.
#[must_use]
pub fn far(checklist: &Checklist, assessment: &Assessment) -> Far {
    let steps = assessment.steps(checklist);
    let open = |step| !assessment.is_answered(checklist, step);
    Far {
        answered: steps.iter().filter(|step| !open(**step)).count(),
        total: steps.len(),
        next: steps.iter().position(|step| open(*step)).map(|place| place + 1),
    }
}

/// How the code of a round stands to what was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeStanding {
    /// There is none.
    NotMade,
    /// It holds what was answered.
    Current,
    /// Something was answered since.
    Outdated,
}

/// How the code of a round stands; `assessment` is none where the answers are not here any more.
#[must_use]
pub fn standing(
    checklist: &Checklist,
    invite: &Invite,
    ticket: &Ticket,
    assessment: Option<&Assessment>,
    round: Round,
) -> CodeStanding {
    let Some(made) = ticket.code(round) else {
        return CodeStanding::NotMade;
    };
    let changed = if round == Round::FIRST {
        let questions = invite.shape.questions(checklist).unwrap_or_default();
        let later = |id: &QuestionId| {
            let answer = assessment.and_then(|assessment| assessment.answers.get(id));
            answer.is_some_and(|answer| answer.revision > made.of)
        };
        questions.iter().any(later)
    } else {
        ticket.again(round).is_some_and(|again| again.revision > made.of)
    };
    if changed {
        CodeStanding::Outdated
    } else {
        CodeStanding::Current
    }
}

/// A code that is being made, until it is one that no chat damages.
#[derive(Debug)]
pub struct Making {
    drawing: Drawing,
    round: Round,
    of: Revision,
    serial: Serial,
}

impl Making {
    /// Begins the code of a round, with the number that the ticket gave last: the answers of the assessment, for a later vote with its
    /// one answer in the place of the first.
    ///
    /// None if there is nothing to seal.
    #[must_use]
    pub fn begin(
        checklist: &Checklist,
        invite: &Invite,
        ticket: &Ticket,
        assessment: Option<&Assessment>,
        round: Round,
    ) -> Option<Self> {
        let mut answers = assessment.map(Assessment::given).unwrap_or_default();
        let of = if round == Round::FIRST {
            assessment?.revision
        } else {
            let again = ticket.again(round)?;
            answers.insert(QuestionId::Anchored(again.area), again.choice.answer(None));
            again.revision
        };
        let items = items(checklist, invite, answers)?;
        let response = Response {
            id: ticket.response,
            serial: ticket.serial,
            role: ticket.role,
            items,
        };
        let vote = Vote {
            workshop: ticket.workshop,
            round,
        };
        Some(Self {
            serial: response.serial,
            drawing: Drawing::new(response, vote, invite.key),
            round,
            of,
        })
    }

    /// Draws once; false once there is nothing left to do.
    ///
    /// # Errors
    /// If the invite's key cannot be used.
    pub fn step(&mut self, entropy: Entropy) -> Result<bool, CannotSeal> {
        self.drawing.step(entropy)
    }

    /// The code, none before the first step.
    #[must_use]
    pub fn finish(self) -> Option<Made> {
        Some(Made {
            round: self.round,
            code: self.drawing.finish()?.to_string(),
            of: self.of,
            serial: self.serial,
        })
    }
}

/// The name of a code's file; its last characters tell one person's from another's.
#[must_use]
pub fn file_name(code: &str) -> String {
    let last = code.len().saturating_sub(6);
    format!("oxymoron-answer-{}.txt", code.get(last..).unwrap_or_default())
}
