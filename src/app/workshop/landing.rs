//! Where an answer code belongs that was opened as a link.

use super::Missing;
use crate::domain::code::answer::{Response, Vote, open};
use crate::domain::code::find::find;
use crate::domain::code::{CodeError, Kind, Round, WorkshopId};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::collect::{Collector, Problem};

/// What an answer code is to this device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Landing {
    /// It opens for the vote that is open in this workshop.
    Fits(WorkshopId, Box<Response>),
    /// It is for this workshop, where no vote is open now.
    Closed(WorkshopId),
    /// It is for this workshop, and cannot be counted in the vote that is open.
    Refused(WorkshopId, Problem),
    /// It is for no workshop of this device.
    Elsewhere,
    /// It is no whole code.
    Broken,
}

/// Looks for the workshop that a code opens for.
#[must_use]
pub fn land<'a>(
    code: &str,
    workshops: impl Iterator<Item = &'a (WorkshopId, Result<Workshop, Missing>)>,
) -> Landing {
    let found = find(Kind::Answer, code.chars());
    let Some(code) = found.codes.first() else {
        return Landing::Broken;
    };
    for (id, workshop) in workshops {
        let Ok(workshop) = workshop else { continue };
        let any_round = Vote {
            workshop: *id,
            round: workshop.open_round().unwrap_or(Round::FIRST),
        };
        if open(code, any_round, &workshop.key()) == Err(CodeError::OtherWorkshop) {
            continue;
        }
        let Some(mut collector) = Collector::new(workshop) else {
            return Landing::Closed(*id);
        };
        collector.take(code);
        return match (collector.responses.pop(), collector.refused.first()) {
            (Some(response), _) => Landing::Fits(*id, Box::new(response)),
            (None, Some(refused)) => Landing::Refused(*id, refused.why),
            (None, None) => Landing::Elsewhere,
        };
    }
    Landing::Elsewhere
}
