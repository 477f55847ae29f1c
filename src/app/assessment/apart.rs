//! Two states of one session, from two devices: which goes on from the other, or both as one where they went apart.

use crate::domain::code::WorkshopId;
use crate::domain::exchange::Relation;
use crate::domain::record::{read_workshop, write_workshop};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::merge::{LeftOut, merge};
use std::cmp::Ordering;

/// Both as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Merged {
    /// The record.
    pub(super) text: String,
    /// What of either is not in it.
    pub(super) left_out: LeftOut,
}

/// How another text of a session stands to ours, and both as one if they went apart. None if either cannot be read.
///
/// A session goes on from one device at a time, so whichever has more changes is the later state; unless it was changed earlier, which no
/// later state of the same session was, opens other codes, or lacks votes that the other has.
pub(super) fn compare(id: WorkshopId, ours: &str, theirs: &str) -> Option<(Relation, Option<Merged>)> {
    let (ours, theirs) = (read_workshop(id, ours).ok()?, read_workshop(id, theirs).ok()?);
    let Some((whole, left_out)) = merge(&ours, &theirs) else {
        return Some((Relation::Conflicting, None));
    };
    let has_all =
        |state: &Workshop| votes_of(state) == votes_of(&whole) && left_out.answers + left_out.votes == 0;
    let relation = match ours.revision.cmp(&theirs.revision) {
        Ordering::Less if ours.changed <= theirs.changed && has_all(&theirs) => Relation::Newer,
        Ordering::Greater if ours.changed >= theirs.changed && has_all(&ours) => Relation::Older,
        _ => Relation::Conflicting,
    };
    let merged = (relation == Relation::Conflicting).then(|| Merged {
        text: write_workshop(&whole),
        left_out,
    });
    Some((relation, merged))
}

/// The votes of a session, and how far each is.
fn votes_of(workshop: &Workshop) -> impl PartialEq {
    let topics = workshop.topics.iter();
    let second = topics.filter(|topic| topic.second.round().is_some());
    let second: Vec<_> = second
        .map(|topic| (topic.area, topic.second, topic.ballot.clone()))
        .collect();
    (workshop.revealed.is_some(), workshop.first.clone(), second)
}
