//! What another copy of an assessment would change here.

use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::plan::{PlanDay, PlanText};
use crate::domain::record::{read_assessment, write_assessment};
use crate::domain::stamp::Stamped;
use litemap::LiteMap;

/// How a record in a file stands to the one on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// Both were edited, or hold something different: each has what the other lacks.
    Conflicting,
    /// The file has everything that is here, and later edits.
    Newer,
    /// There is none here.
    New,
    /// This device has everything that is in the file, and later edits.
    Older,
    /// The same.
    Same,
}

impl Relation {
    /// Every relation, those to decide about first.
    pub const ALL: [Self; 5] = [Self::Conflicting, Self::Newer, Self::New, Self::Older, Self::Same];
}

/// Which of two copies has later parts.
#[derive(Default)]
struct LaterParts {
    ours: bool,
    theirs: bool,
}

impl LaterParts {
    /// The same revision with another value is an edit on both sides.
    fn part<T: PartialEq>(&mut self, ours: &Stamped<T>, theirs: &Stamped<T>) {
        if ours.value != theirs.value || ours.revision != theirs.revision {
            self.ours |= ours.revision >= theirs.revision;
            self.theirs |= theirs.revision >= ours.revision;
        }
    }

    fn parts<Id: Ord, T: PartialEq>(
        &mut self,
        ours: &LiteMap<Id, Stamped<T>>,
        theirs: &LiteMap<Id, Stamped<T>>,
    ) {
        for (id, part) in ours {
            match theirs.get(id) {
                Some(other) => self.part(part, other),
                None => self.ours = true,
            }
        }
        self.theirs |= theirs.keys().any(|id| !ours.contains_key(id));
    }
}

/// How another copy of an assessment stands to ours, part by part and by revision.
#[must_use]
pub fn compare(ours: &Assessment, theirs: &Assessment) -> Relation {
    let mut later = LaterParts::default();
    later.part(&ours.depth, &theirs.depth);
    later.part(&ours.know_do, &theirs.know_do);
    later.part(&ours.subject, &theirs.subject);
    later.part(&ours.day, &theirs.day);
    later.parts(&ours.answers, &theirs.answers);
    later.parts(&ours.notes, &theirs.notes);
    for text in PlanText::ALL {
        later.part(ours.plan.text(text), theirs.plan.text(text));
    }
    for day in PlanDay::ALL {
        later.part(ours.plan.day(day), theirs.plan.day(day));
    }
    later.part(&ours.plan.chosen, &theirs.plan.chosen);
    later.part(&ours.plan.status, &theirs.plan.status);
    match (later.ours, later.theirs) {
        (true, true) => Relation::Conflicting,
        (false, true) => Relation::Newer,
        (true, false) => Relation::Older,
        (false, false) => Relation::Same,
    }
}

/// A copy of an assessment's record under another id; none if the record cannot be read.
#[must_use]
pub fn under_another_id(id: AssessmentId, record: &str, other: AssessmentId) -> Option<String> {
    let mut assessment = read_assessment(id, record).ok()?.assessment;
    assessment.id = other;
    Some(write_assessment(&assessment))
}
