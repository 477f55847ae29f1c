//! One session on two devices that went apart, brought together again: by votes, and by how far each of them went.
//!
//! What the room has seen of a vote stands. An answer that only the other device has never enters it afterwards: the counts before and
//! after would give it away.

use super::ballot::Ballot;
use super::{MOST_TOPICS, SecondVote, Topic, Workshop};
use crate::domain::plan::{Plan, PlanDay, PlanText};
use std::cmp::Ordering;

/// A kind of text, count, choice or setting of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What it is called.
    Title,
    /// How many are expected.
    Headcount,
    /// The smallest group that is shown.
    Smallest,
    /// How long it lasts.
    Agenda,
    /// Where phones reach the page.
    Address,
    /// What only the facilitator reads.
    Notes,
    /// The areas that are talked about.
    Topics,
    /// The agreed level, the other view or the note of an area.
    Area,
    /// What the room believes.
    Hypothesis,
    /// Hands for what to change.
    Energy,
    /// The chosen area, the experiment and its dates.
    Plan,
    /// What came of the last promise.
    Promise,
    /// Hands that were counted for a question.
    Hands,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Title,
        Self::Headcount,
        Self::Smallest,
        Self::Agenda,
        Self::Address,
        Self::Notes,
        Self::Topics,
        Self::Area,
        Self::Hypothesis,
        Self::Energy,
        Self::Plan,
        Self::Promise,
        Self::Hands,
    ];
}

/// What of the other device's state has no place in the merged one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MergeLoss {
    /// Answers to a vote that the room has seen without them.
    pub answers: u32,
    /// Second votes that both devices held on their own; the one of the state that went further stands.
    pub votes: u32,
    /// Counts, texts, choices and settings that both have differently, in the order of [`Part::ALL`]; that of the state that went further
    /// stands.
    pub parts: [u32; Part::ALL.len()],
}

impl MergeLoss {
    /// Whether nothing is lost.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }

    /// How many counts, texts, choices and settings both have differently.
    #[must_use]
    pub fn differing(self) -> u32 {
        self.parts.into_iter().fold(0, u32::saturating_add)
    }

    /// Of which kinds they are.
    pub fn kinds(self) -> impl Iterator<Item = Part> {
        let both = Part::ALL.into_iter().zip(self.parts);
        both.filter(|(_, count)| *count > 0).map(|(part, _)| part)
    }

    /// What two merges have left out.
    #[must_use]
    pub fn and(mut self, more: Self) -> Self {
        self.answers = self.answers.saturating_add(more.answers);
        self.votes = self.votes.saturating_add(more.votes);
        for (known, more) in self.parts.iter_mut().zip(more.parts) {
            *known = known.saturating_add(more);
        }
        self
    }

    fn add(&mut self, part: Part, count: u32) {
        if let Some(known) = self.parts.get_mut(part as usize) {
            *known = known.saturating_add(count);
        }
    }
}

/// Both states as one, and what of either is not in it.
///
/// None if they are not of one session: another name, another secret, other questions or another beginning.
#[must_use]
pub fn merge(ours: &Workshop, theirs: &Workshop) -> Option<(Workshop, MergeLoss)> {
    if !is_one_session(ours, theirs) {
        return None;
    }
    let (mut whole, left_out) = match further(ours, theirs) {
        Ordering::Less => taking_in(theirs, ours),
        _ => taking_in(ours, theirs),
    };
    whole.revision = ours.revision.max(theirs.revision).next();
    whole.changed = ours.changed.max(theirs.changed);
    Some((whole, left_out))
}

/// Whether a state has everything that another one of its session says, so that nothing is lost if it stands in its place.
#[must_use]
pub fn holds(state: &Workshop, other: &Workshop) -> bool {
    let is_behind = state.revealed.is_none() && other.revealed.is_some();
    if is_behind || !is_one_session(state, other) {
        return false;
    }
    let (whole, left_out) = taking_in(state, other);
    left_out.is_nothing() && whole == *state
}

fn is_one_session(ours: &Workshop, theirs: &Workshop) -> bool {
    let identity = |workshop: &Workshop| {
        let settings = &workshop.settings;
        let asked = (settings.shape, settings.roles.clone(), settings.language.clone());
        (
            workshop.id,
            workshop.seed.clone(),
            workshop.created,
            workshop.instrument,
            asked,
        )
    };
    identity(ours) == identity(theirs)
}

/// A state with what another one has and it has not.
fn taking_in(state: &Workshop, other: &Workshop) -> (Workshop, MergeLoss) {
    let mut whole = state.clone();
    let mut left_out = MergeLoss::default();
    let seen = whole.revealed.is_some();
    let first_of_other = (other.revealed.is_some(), &other.first);
    merge_ballots(&mut whole.first, seen, first_of_other, &mut left_out);
    merge_topics(&mut whole, other, &mut left_out);
    merge_parts(&mut whole, other, &mut left_out);
    merge_settings(&mut whole, other, &mut left_out);
    (whole, left_out)
}

/// Which went further: seen by the room before not seen, then the stage, the changes, the clock.
fn further(ours: &Workshop, theirs: &Workshop) -> Ordering {
    let how_far = |workshop: &Workshop| {
        let seen = workshop.revealed.is_some();
        (seen, workshop.stage, workshop.revision, workshop.changed)
    };
    how_far(ours).cmp(&how_far(theirs))
}

/// Takes what the other device has into a vote that nobody has seen on either; else what is missing is counted.
fn merge_ballots(
    ballot: &mut Ballot,
    seen: bool,
    (seen_there, other): (bool, &Ballot),
    left_out: &mut MergeLoss,
) {
    if seen || seen_there {
        let missing = other.responses().filter(|response| !ballot.has(response)).count();
        left_out.answers += u32::try_from(missing).unwrap_or(u32::MAX);
        let hands = other.hands.iter();
        let differ = hands.filter(|(question, counted)| ballot.hands.get(question) != Some(counted));
        left_out.add(Part::Hands, u32::try_from(differ.count()).unwrap_or(u32::MAX));
        return;
    }
    for (id, last) in other.taken_out() {
        // Taken out on one device is out, unless its author has sent a later code since.
        let later = ballot
            .responses()
            .any(|response| response.id == id && response.serial > last);
        if !later {
            ballot.leave_out(id, last);
        }
    }
    for response in other.responses() {
        ballot.take(response.clone());
    }
    for (question, counted) in other.hands.iter() {
        match ballot.hands.get(question) {
            None => {
                ballot.hands.insert(*question, *counted);
            }
            Some(known) if known != counted => left_out.add(Part::Hands, 1),
            Some(_) => {}
        }
    }
}

fn merge_topics(whole: &mut Workshop, other: &Workshop, left_out: &mut MergeLoss) {
    for topic in &other.topics {
        // The other device may have given the same round to another area.
        let elsewhere = |known: &&Topic| known.area != topic.area && known.second.round().is_some();
        let mut rounds = whole
            .topics
            .iter()
            .filter(elsewhere)
            .map(|known| known.second.round());
        let clash = rounds.any(|round| round == topic.second.round());
        let room = whole.topics.len() < MOST_TOPICS;
        match whole.topics.iter_mut().find(|known| known.area == topic.area) {
            Some(known) => merge_topic(known, topic, clash, left_out),
            None if room && !clash => whole.topics.push(topic.clone()),
            None if topic.second == SecondVote::NotYet => left_out.add(Part::Topics, 1),
            None => left_out.votes += 1,
        }
    }
}

/// `clash`: the other device gave the round of its second vote on this area to what is another area's here.
fn merge_topic(known: &mut Topic, other: &Topic, clash: bool, left_out: &mut MergeLoss) {
    let shown = |topic: &Topic| matches!(topic.second, SecondVote::Closed(_));
    match (known.second.round(), other.second.round()) {
        (_, None) => {}
        (None, Some(_)) if !clash => {
            known.second = other.second;
            known.ballot = other.ballot.clone();
        }
        (Some(ours), Some(theirs)) if ours == theirs => {
            if shown(other) && !shown(known) {
                let ours = std::mem::replace(&mut known.ballot, other.ballot.clone());
                known.second = other.second;
                merge_ballots(&mut known.ballot, true, (false, &ours), left_out);
            } else {
                let seen = shown(known);
                merge_ballots(&mut known.ballot, seen, (shown(other), &other.ballot), left_out);
            }
        }
        _ => left_out.votes += 1,
    }
    let said = fill(&mut known.dissent, &other.dissent) + fill(&mut known.note, &other.note);
    left_out.add(
        Part::Area,
        said + choose(&mut known.agreed, other.agreed.as_ref()),
    );
}

/// Takes a text where there is none; 1 if there is one that does not hold it.
fn fill(known: &mut String, other: &str) -> u32 {
    if known.trim().is_empty() && !other.trim().is_empty() {
        other.clone_into(known);
    }
    u32::from(!known.contains(other.trim()))
}

/// Takes a choice where there is none; 1 if there is another one.
fn choose<T: PartialEq + Clone>(known: &mut Option<T>, other: Option<&T>) -> u32 {
    if known.is_none() {
        *known = other.cloned();
    }
    u32::from(other.is_some() && known.as_ref() != other)
}

fn merge_parts(whole: &mut Workshop, other: &Workshop, left_out: &mut MergeLoss) {
    left_out.add(Part::Hypothesis, fill(&mut whole.hypothesis, &other.hypothesis));
    left_out.add(Part::Notes, fill(&mut whole.notes, &other.notes));
    if whole.energy.counted().is_empty() && !other.energy.counted().is_empty() {
        whole.energy = other.energy.clone();
    }
    for (area, hands) in other.energy.counted() {
        match whole.energy.of(*area) {
            None => whole.energy.count(*area, Some(*hands)),
            Some(known) => left_out.add(Part::Energy, u32::from(known != *hands)),
        }
    }
    left_out.add(Part::Energy, u32::from(whole.energy.each != other.energy.each));
    left_out.add(Part::Plan, merge_plan(&mut whole.plan, &other.plan));
    match (&mut whole.promise, &other.promise) {
        (Some(promise), Some(theirs)) => {
            let said = fill(&mut promise.learned, &theirs.learned);
            left_out.add(
                Part::Promise,
                said + choose(&mut promise.came, theirs.came.as_ref()),
            );
        }
        (none, theirs) => *none = none.take().or_else(|| theirs.clone()),
    }
}

/// How many of its parts differ.
fn merge_plan(plan: &mut Plan, other: &Plan) -> u32 {
    let mut differ = 0;
    match (plan.chosen.value, other.chosen.value) {
        (None, _) => plan.chosen = other.chosen.clone(),
        (Some(ours), Some(theirs)) => differ += u32::from(ours != theirs),
        _ => {}
    }
    for which in PlanText::ALL {
        differ += fill(&mut plan.text_mut(which).value, &other.text(which).value);
    }
    for which in PlanDay::ALL {
        differ += choose(&mut plan.day_mut(which).value, other.day(which).value.as_ref());
    }
    differ
}

fn merge_settings(whole: &mut Workshop, other: &Workshop, left_out: &mut MergeLoss) {
    let (known, theirs) = (&mut whole.settings, &other.settings);
    left_out.add(Part::Title, fill(&mut known.title, &theirs.title));
    let differ = [
        (Part::Headcount, known.present != theirs.present),
        (Part::Smallest, known.minimum != theirs.minimum),
        (Part::Agenda, known.agenda != theirs.agenda),
    ];
    for (part, differs) in differ {
        left_out.add(part, u32::from(differs));
    }
    left_out.add(Part::Address, choose(&mut whole.address, other.address.as_ref()));
    whole.modes.extend(other.modes.iter());
}
