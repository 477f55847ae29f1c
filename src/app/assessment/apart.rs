//! Two states of one session, from two devices: which goes on from the other, or both as one where they went apart.

use crate::domain::code::WorkshopId;
use crate::domain::exchange::Relation;
use crate::domain::record::{read_workshop, write_workshop};
use crate::domain::workshop::merge::{MergeLoss, holds, merge};
use std::cmp::Ordering;

/// Both as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Merged {
    /// The record.
    pub(super) text: String,
    /// What of either is not in it.
    pub(super) left_out: MergeLoss,
}

/// How another text of a session stands to ours, and both as one if they went apart. None if either cannot be read.
///
/// A session goes on from one device at a time, so whichever has more changes is the later state; unless it was changed earlier, which no
/// later state of the same session was, opens other codes, or lacks anything that the other has.
pub(super) fn compare(id: WorkshopId, ours: &str, theirs: &str) -> Option<(Relation, Option<Merged>)> {
    let (ours, theirs) = (read_workshop(id, ours).ok()?, read_workshop(id, theirs).ok()?);
    let relation = match ours.revision.cmp(&theirs.revision) {
        Ordering::Less if ours.changed <= theirs.changed && holds(&theirs, &ours) => Relation::Newer,
        Ordering::Greater if ours.changed >= theirs.changed && holds(&ours, &theirs) => Relation::Older,
        _ => Relation::Conflicting,
    };
    let conflicting = relation == Relation::Conflicting;
    let both = conflicting.then(|| merge(&ours, &theirs)).flatten();
    let merged = both.map(|(whole, left_out)| Merged {
        text: write_workshop(&whole),
        left_out,
    });
    Some((relation, merged))
}
