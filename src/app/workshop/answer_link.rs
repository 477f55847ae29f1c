//! Where an answer code belongs that was opened as a link.

use super::Missing;
use crate::domain::code::answer::{Response, Vote, open};
use crate::domain::code::envelope::Envelope;
use crate::domain::code::find::find;
use crate::domain::code::{CodeError, Kind, Round, WorkshopId};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::change::Dispositions;
use crate::domain::workshop::collect::{CodeProblem, Collector};
use std::rc::Rc;

/// What an answer code is to this device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// It opens for the vote that is open in this workshop.
    Fits(WorkshopId, Box<Response>),
    /// It is for a vote of this workshop that is over, and was seen to in time.
    Settled(WorkshopId, Dispositions),
    /// It is for this workshop, where no vote is open now.
    Closed(WorkshopId),
    /// It is for this workshop, and cannot be counted in the vote that is open.
    Refused(WorkshopId, CodeProblem),
    /// It is for no workshop of this device.
    Elsewhere,
    /// It is no whole code.
    Broken,
}

/// Looks for the workshop that a code opens for.
#[must_use]
pub fn locate<'a>(
    code: &str,
    workshops: impl Iterator<Item = &'a (WorkshopId, Result<Rc<Workshop>, Missing>)>,
) -> Destination {
    let found = find(Kind::Answer, code);
    let readings = found.repaired.iter().flat_map(|repaired| &repaired.readings);
    let codes = || found.codes.iter().chain(readings.clone());
    if codes().next().is_none() {
        return Destination::Broken;
    }
    for (id, workshop) in workshops {
        let Ok(workshop) = workshop else { continue };
        let any_round = Vote {
            workshop: *id,
            round: workshop.open_round().unwrap_or(Round::FIRST),
        };
        let opened = |code: &Envelope| open(code, any_round, &workshop.key());
        let opens = codes().find(|code| opened(code).is_ok());
        let is_here = |code: &&Envelope| opened(code) != Err(CodeError::OtherWorkshop);
        let Some(code) = opens.or_else(|| codes().find(is_here)) else {
            continue;
        };
        let open = Collector::new(workshop);
        let is_open = open.is_some();
        let Some(mut collector) = open.or_else(|| Collector::of_next(workshop)) else {
            return Destination::Closed(*id);
        };
        collector.take(code);
        return match (collector.responses.pop(), collector.refused.first()) {
            (Some(response), _) => Destination::Fits(*id, Box::new(response)),
            (None, Some(refused)) if is_open => Destination::Refused(*id, refused.why),
            (None, Some(_)) => Destination::Closed(*id),
            (None, None) => Destination::Settled(*id, collector.settled),
        };
    }
    Destination::Elsewhere
}
