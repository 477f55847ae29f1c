//! What happens in a workshop, on the facilitator's device and on a participant's.

use super::collecting::{Batch, BatchUndo};
use super::of_rehearsal;
use super::receipts::TakenOut;
use crate::app::state::State;
use crate::domain::answer::Choice;
use crate::domain::assessment::Assessment;
use crate::domain::calendar::Moment;
use crate::domain::code::{Round, WorkshopId};
use crate::domain::question::AreaId;
use crate::domain::record::{Key, roll_up_key};
use crate::domain::rollup::gathering::RollUpId;
use crate::domain::workshop::Workshop;
use crate::domain::workshop::ballot::Surplus;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::ticket::{Made, Ticket};
use std::fmt;
use std::rc::Rc;

/// Something that happened, in the past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkshopAction {
    /// In a workshop that this device facilitates.
    Workshop(WorkshopId, WorkshopEvent),
    /// A room of a set was founded, the first one or one more; all of them are taken back together.
    Room {
        /// The workshop that it is.
        workshop: Box<Workshop>,
        /// Whether the set begins with it.
        first: bool,
    },
    /// A rehearsal is over: all of it goes, and can be taken back at once.
    RehearsalOver(WorkshopId),
    /// In this device's part in a workshop.
    Ticket(WorkshopId, TicketEvent),
    /// In rooms that are kept together.
    Rooms(RollUpId, RoomsChange),
    /// The answers of this device's part were begun, as an assessment that is set up already.
    Began(Box<Assessment>),
}

/// Such an action on its way, behind a pointer: what is loaded first passes it on, and drops it without knowing what it is.
#[derive(Clone)]
pub struct PassedOn(Rc<dyn Holds>);

/// What hands an action out.
trait Holds {
    fn keys(&self, state: &State) -> Vec<Key>;

    fn take(self: Rc<Self>) -> WorkshopAction;
}

impl Holds for WorkshopAction {
    fn keys(&self, state: &State) -> Vec<Key> {
        match self {
            Self::Workshop(id, _) => vec![Key::Workshop(*id)],
            Self::RehearsalOver(id) => of_rehearsal(state, *id),
            Self::Room { workshop, .. } => vec![Key::Workshop(workshop.id)],
            Self::Ticket(id, _) => vec![Key::Ticket(*id)],
            Self::Rooms(id, _) => vec![roll_up_key(*id)],
            Self::Began(assessment) => vec![Key::Assessment(assessment.id)],
        }
    }

    fn take(self: Rc<Self>) -> WorkshopAction {
        Rc::unwrap_or_clone(self)
    }
}

impl PassedOn {
    /// The records that it changes.
    #[must_use]
    pub fn keys(&self, state: &State) -> Vec<Key> {
        self.0.keys(state)
    }

    /// What happened.
    #[must_use]
    pub fn take(self) -> WorkshopAction {
        self.0.take()
    }
}

impl From<WorkshopAction> for PassedOn {
    fn from(action: WorkshopAction) -> Self {
        Self(Rc::new(action))
    }
}

impl fmt::Debug for PassedOn {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("PassedOn")
    }
}

impl PartialEq for PassedOn {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for PassedOn {}

/// What happened to rooms that are kept together, behind a pointer: only a part of its own knows what a room is.
#[derive(Clone)]
pub struct RoomsChange(Rc<dyn ChangesRooms>);

/// Something that happened to rooms that are kept together.
pub trait ChangesRooms {
    /// Their record afterwards; none if nothing has changed, or if what stands there cannot be read.
    fn record(&self, state: &State, id: RollUpId, now: Moment) -> Option<String>;
}

impl RoomsChange {
    /// This.
    #[must_use]
    pub fn new(change: impl ChangesRooms + 'static) -> Self {
        Self(Rc::new(change))
    }

    /// See [`ChangesRooms::record`].
    #[must_use]
    pub fn record(&self, state: &State, id: RollUpId, now: Moment) -> Option<String> {
        self.0.record(state, id, now)
    }
}

impl fmt::Debug for RoomsChange {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("RoomsChange")
    }
}

impl PartialEq for RoomsChange {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for RoomsChange {}

/// In a workshop that this device facilitates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkshopEvent {
    /// It was founded.
    Founded(Box<Workshop>),
    /// The facilitator changed something.
    Changed(Change),
    /// Answers to a vote came in, all at once.
    Received(Batch),
    /// Such a batch was taken back.
    TookBack(BatchUndo),
    /// A surplus answer was taken out.
    TookOut(Surplus),
    /// It was put in again.
    PutBack(TakenOut),
}

/// In a participant's part in a workshop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TicketEvent {
    /// Somebody joined.
    Joined(Box<Ticket>),
    /// The questions of the first vote are answered from the beginning.
    BeganAgain,
    /// A later vote was answered.
    AnsweredAgain {
        /// The vote's round.
        round: Round,
        /// The area that it asks about.
        area: AreaId,
        /// The answer.
        choice: Choice,
    },
    /// A code was begun, which takes the next number.
    BeganCode,
    /// It was made.
    MadeCode(Made),
    /// The answers are kept as an assessment of one's own.
    Kept,
}
