//! One person's or one team's answers, and how two copies of them become one.

use super::answer::{Answer, Answers};
use super::calendar::{Day, Moment};
use super::checklist::{Checklist, Depth, InstrumentVersion, Step};
use super::id::id_text;
use super::plan::Plan;
use super::question::{AreaId, QuestionId};
use super::stamp::{Revision, Stamped};
use litemap::LiteMap;

/// A random name of an assessment, 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssessmentId(pub u64);

id_text!(AssessmentId);

impl AssessmentId {
    /// That of the example, which is on every device and stored on none. Of random ids it is as likely as any other.
    pub const EXAMPLE: Self = Self(0);
}

/// A quarter, as weeks: the same day of the week.
const QUARTER_DAYS: i32 = 91;

/// Whether the know-do check is part of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum KnowDo {
    /// Only the areas are asked.
    #[default]
    LeftOut,
    /// The pairs and the outcome question follow the areas.
    Included,
}

/// An assessment as it is worked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Its name on this device.
    pub id: AssessmentId,
    /// The latest revision of any part.
    pub revision: Revision,
    /// The instrument that it was started with.
    pub instrument: InstrumentVersion,
    /// When it was started.
    pub started: Moment,
    /// When a part last changed.
    pub changed: Moment,
    /// When the answers were given: the last answer while something was unanswered. Changing a complete assessment, or its plan, leaves it.
    pub answered: Option<Moment>,
    /// Quick or full.
    pub depth: Stamped<Depth>,
    /// Whether the know-do check is asked.
    pub know_do: Stamped<KnowDo>,
    /// The organisation or team, may be empty.
    pub subject: Stamped<String>,
    /// The day that the answers are about.
    pub day: Stamped<Option<Day>>,
    /// The assessment that this one follows, whose answers are shown as those of last time.
    pub previous: Stamped<Option<AssessmentId>>,
    /// Every answer ever given, none where it was taken back.
    pub answers: LiteMap<QuestionId, Stamped<Option<Answer>>>,
    /// A note or evidence for an area.
    pub notes: LiteMap<AreaId, Stamped<String>>,
    /// The area to start with, and the first experiment.
    pub plan: Plan,
}

impl Assessment {
    /// An assessment without a single answer.
    #[must_use]
    pub fn new(id: AssessmentId, instrument: InstrumentVersion, now: Moment) -> Self {
        let revision = Revision::default();
        Self {
            id,
            revision,
            instrument,
            started: now,
            changed: now,
            answered: None,
            depth: Stamped::new(Depth::Quick, revision),
            know_do: Stamped::new(KnowDo::LeftOut, revision),
            subject: Stamped::default(),
            day: Stamped::default(),
            previous: Stamped::default(),
            answers: LiteMap::new_vec(),
            notes: LiteMap::new_vec(),
            plan: Plan::default(),
        }
    }

    /// Begins an edit: the revision to stamp the changed part with.
    pub fn edit(&mut self, now: Moment) -> Revision {
        self.revision = self.revision.next();
        self.changed = self.changed.max(now);
        self.revision
    }

    /// When the answers were given; without one, when a part last changed.
    #[must_use]
    pub fn answered_at(&self) -> Moment {
        self.answered.unwrap_or(self.changed)
    }

    /// When to assess again: thirteen weeks after the day that the answers are about, `day`, and not before the review of the plan.
    /// None after the year 9999.
    #[must_use]
    pub fn again(&self, day: Day) -> Option<Day> {
        let quarter = day.plus(QUARTER_DAYS)?;
        Some(
            self.plan
                .review
                .value
                .map_or(quarter, |review| review.max(quarter)),
        )
    }

    /// The answer to a question.
    #[must_use]
    pub fn answer(&self, question: QuestionId) -> Option<&Answer> {
        self.answers.get(&question)?.value.as_ref()
    }

    /// The answers that stand.
    #[must_use]
    pub fn given(&self) -> Answers {
        let mut given = Answers::new_vec();
        for (id, answer) in &self.answers {
            if let Some(answer) = &answer.value {
                given.insert(*id, answer.clone());
            }
        }
        given
    }

    /// The note of an area, empty if there is none.
    #[must_use]
    pub fn note(&self, area: AreaId) -> &str {
        self.notes.get(&area).map_or("", |note| note.value.as_str())
    }

    /// Whether the know-do check is part of this assessment.
    #[must_use]
    pub fn asks_know_do(&self) -> bool {
        self.know_do.value == KnowDo::Included
    }

    /// The screens of this assessment, in their order.
    #[must_use]
    pub fn steps(&self, checklist: &Checklist) -> Vec<Step> {
        checklist.steps(self.asks_know_do()).collect()
    }

    /// Whether an area applies: "not applicable" was not said of it, where that is offered.
    #[must_use]
    pub fn applies(&self, checklist: &Checklist, area: AreaId) -> bool {
        !self.is_excused(checklist, QuestionId::Anchored(area))
    }

    fn is_excused(&self, checklist: &Checklist, question: QuestionId) -> bool {
        checklist.may_be_not_applicable(question)
            && matches!(self.answer(question), Some(Answer::NotApplicable(_)))
    }

    /// Whether every question of a screen has an answer; one "not applicable" settles its area.
    #[must_use]
    pub fn is_answered(&self, checklist: &Checklist, step: Step) -> bool {
        let questions = checklist.questions(step, self.depth.value);
        // "Not applicable" where it is not offered scores as no answer, so it must not pass for one here.
        let counts = |question| match self.answer(question) {
            Some(Answer::NotApplicable(_)) => checklist.may_be_not_applicable(question),
            answer => answer.is_some(),
        };
        let mut all = questions.iter();
        all.any(|question| self.is_excused(checklist, *question)) || questions.into_iter().all(counts)
    }

    /// The first screen that still has a question open.
    #[must_use]
    pub fn first_open(&self, checklist: &Checklist) -> Option<Step> {
        self.steps(checklist)
            .into_iter()
            .find(|step| !self.is_answered(checklist, *step))
    }

    /// Takes over every part that is later in another copy of the same assessment.
    pub fn merge(&mut self, other: Self) {
        self.instrument = self.instrument.min(other.instrument);
        self.started = self.started.min(other.started);
        self.revision = self.revision.max(other.revision);
        self.changed = self.changed.max(other.changed);
        self.answered = self.answered.max(other.answered);
        self.depth.merge(other.depth);
        self.know_do.merge(other.know_do);
        self.subject.merge(other.subject);
        self.day.merge(other.day);
        self.previous.merge(other.previous);
        merge_parts(&mut self.answers, other.answers);
        merge_parts(&mut self.notes, other.notes);
        self.plan.merge(other.plan);
    }
}

fn merge_parts<Id: Ord, T: Ord>(mine: &mut LiteMap<Id, Stamped<T>>, theirs: LiteMap<Id, Stamped<T>>) {
    for (id, part) in theirs {
        if let Some(known) = mine.get_mut(&id) {
            known.merge(part);
        } else {
            mine.insert(id, part);
        }
    }
}
