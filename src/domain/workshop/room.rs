//! What the room may see of a vote: every figure under the rules of anonymity, and nothing else.
//!
//! Screens and exports get a [`RoomView`] and never a ballot, so what may not be shown is not there to be shown.

use super::Workshop;
use super::ballot::{Ballot, Part, Tally};
use crate::domain::checklist::Checklist;
use crate::domain::code::Round;
use crate::domain::code::hands::{Counted, Headcount};
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::group::camps::Camps;
use crate::domain::group::discussion::{FEWEST_FOR_SPREAD, Revote, Width, discuss_first};
use crate::domain::group::role_gap::{self, Side, side};
use crate::domain::group::{Median, Spread, Votes};
use crate::domain::level::Level;
use crate::domain::question::{AreaId, QuestionId};

/// A vote as the room sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomView {
    /// How many are expected.
    pub present: Headcount,
    /// How many have answered.
    pub received: u32,
    /// What was said to each question, in the instrument's order.
    pub questions: Vec<QuestionView>,
    /// The areas to talk about first, at most three, the widest spread first; by their anchored questions.
    pub queue: Vec<AreaId>,
    /// The one question on which a role stands apart.
    pub gap: Option<GapView>,
}

/// What the room may see of one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionView {
    /// The question.
    pub question: QuestionId,
    /// The picture, none where there are too few votes to show.
    pub picture: Option<Picture>,
    /// Those who cannot tell; none where there is no picture, and so nothing but "too few to show".
    pub cannot_tell: Option<u32>,
    /// Everybody who was asked, which is no secret.
    pub asked: u32,
}

impl QuestionView {
    /// From counts that may be shown, or from none.
    #[must_use]
    pub fn of(question: QuestionId, counts: Option<&Counted>, asked: u32) -> Self {
        let picture = |counts: &Counted| {
            let votes = Votes::new(counts.levels);
            Picture {
                dots: Dots(votes.counts()),
                not_applicable: counts.not_applicable,
                figures: Figures::of(votes),
            }
        };
        Self {
            question,
            picture: counts.map(picture),
            cannot_tell: counts.map(|counts| counts.cannot_tell),
            asked,
        }
    }

    /// The inverse: everything else follows from the counts.
    #[must_use]
    pub fn counts(&self) -> Option<Counted> {
        let picture = self.picture.as_ref()?;
        Some(Counted {
            levels: picture.dots.0,
            cannot_tell: self.cannot_tell?,
            not_applicable: picture.not_applicable,
        })
    }
}

/// The votes on one question that are enough to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// How many chose each level.
    pub dots: Dots,
    /// Those to whom it does not apply.
    pub not_applicable: u32,
    /// What follows from the votes; none of three or four votes, whose dots are all that may be said of them.
    pub figures: Option<Figures>,
}

impl Picture {
    /// How far apart the answers lie.
    #[must_use]
    pub fn width(&self) -> Width {
        match &self.figures {
            Some(figures) => Width::Spread(figures.spread),
            None => Width::of(&Votes::new(self.dots.0)),
        }
    }
}

/// How many chose each level. Nothing can be worked out from it but which levels were chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dots([u32; 5]);

impl Dots {
    /// The counts, lowest level first.
    #[must_use]
    pub const fn counts(self) -> [u32; 5] {
        self.0
    }

    /// All of them.
    #[must_use]
    pub fn total(self) -> u32 {
        self.0.iter().sum()
    }

    /// The levels that anybody chose, with how many did, lowest first.
    pub fn chosen(self) -> impl DoubleEndedIterator<Item = (Level, u32)> {
        Level::ALL.into_iter().zip(self.0).filter(|(_, count)| *count > 0)
    }
}

/// What follows from five votes or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The votes, of which anything may be worked out.
    pub votes: Votes,
    /// The middle, from which the spread is measured.
    pub median: Median,
    /// How far apart the answers lie.
    pub spread: Spread,
    /// The camps that the room stands in.
    pub camps: Option<Camps>,
}

impl Figures {
    /// What follows from votes; none from fewer than five.
    #[must_use]
    pub fn of(votes: Votes) -> Option<Self> {
        if votes.total() < FEWEST_FOR_SPREAD {
            return None;
        }
        Some(Self {
            votes,
            median: votes.median()?,
            spread: votes.spread()?,
            camps: votes.camps(),
        })
    }
}

/// A role that sees one question differently from everybody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GapView {
    /// The question.
    pub question: QuestionId,
    /// The role, by its place in the invite.
    pub role: usize,
    /// Where it stands.
    pub side: Side,
    /// The role that everybody else is of; none if they are of several, or did not say.
    pub others: Option<usize>,
}

/// Both rounds on one area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rounds {
    /// The first vote.
    pub first: QuestionView,
    /// The second, once it is closed.
    pub second: Option<QuestionView>,
    /// What the second vote came to; none unless both have [`Figures`].
    pub outcome: Option<Revote>,
}

impl Rounds {
    /// Both rounds, and what the second came to if both may be seen.
    #[must_use]
    pub fn of(first: QuestionView, second: Option<QuestionView>) -> Self {
        let votes = |view: &QuestionView| Some(Votes::new(view.picture.as_ref()?.dots.0));
        let both = votes(&first).zip(second.as_ref().and_then(votes));
        Self {
            outcome: both.and_then(|(first, second)| Revote::of(&first, &second)),
            first,
            second,
        }
    }

    /// Whether the room sees both votes.
    #[must_use]
    pub fn is_seen_twice(&self) -> bool {
        let seen = |view: &QuestionView| view.picture.is_some();
        seen(&self.first) && self.second.as_ref().is_some_and(seen)
    }
}

/// What may be shown of one question.
#[must_use]
pub fn view(tally: &Tally, minimum: MinimumGroup) -> QuestionView {
    let counts = Counted {
        levels: tally.votes.counts(),
        cannot_tell: tally.cannot_tell,
        not_applicable: tally.not_applicable,
    };
    let counts = shows(tally, minimum).then_some(&counts);
    QuestionView::of(tally.question, counts, tally.asked())
}

fn shows(tally: &Tally, minimum: MinimumGroup) -> bool {
    let secret = tally.secret(|_| true);
    minimum.shows(tally.votes.total(), secret.votes.total(), secret.people())
}

/// What to talk about first.
fn queue(questions: &[QuestionView]) -> Vec<AreaId> {
    let anchored = |view: &&QuestionView| matches!(view.question, QuestionId::Anchored(_));
    let votes = |view: &QuestionView| Some((view.question, Votes::new(view.picture.as_ref()?.dots.0)));
    let asked: Vec<_> = questions.iter().filter(anchored).filter_map(votes).collect();
    discuss_first(&asked)
        .into_iter()
        .filter_map(QuestionId::area)
        .collect()
}

/// The one role that is compared with everybody else, with how many it has: the one nearest to half of the people; of equals, the first.
///
/// It does not depend on any answer, nor on the smallest group: where this role is too small or too large, so is every other.
fn compared(tally: &Tally) -> Option<(usize, u32)> {
    let all = tally.secret(|_| true).people();
    let roles = tally.groups.iter().map(Part::people).enumerate();
    let roles = roles.take(tally.groups.len().saturating_sub(1)).rev();
    roles.max_by_key(|(_, people)| *people.min(&all.saturating_sub(*people)))
}

/// Whether there may be a word about a role on a question, and the word.
///
/// Both sides have to have enough votes even if all who chose no level are of it, so that nothing but what everybody knows decides.
#[must_use]
pub fn word(tally: &Tally, minimum: MinimumGroup) -> Option<GapView> {
    let (role, people) = compared(tally)?;
    let secret = tally.secret(|_| true);
    let least = minimum.size().max(role_gap::FEWEST).saturating_add(secret.silent);
    let others = secret.people().saturating_sub(people);
    if !shows(tally, minimum) || people < least || others < least {
        return None;
    }
    let side = side(
        &tally.secret(|group| group == role).votes,
        &tally.secret(|group| group != role).votes,
    )?;
    let room = role_gap::Margins::new(&secret.votes, secret.silent, people)?;
    let roles = tally.groups.iter().enumerate();
    let mut rest = roles.filter(|(group, part)| *group != role && part.people() > 0);
    let other = match (rest.next(), rest.next()) {
        (Some((other, _)), None) if other + 1 < tally.groups.len() => Some(other),
        _ => None,
    };
    room.keeps_everybody().then_some(GapView {
        question: tally.question,
        role,
        side,
        others: other,
    })
}

/// The word about a role on the question that divides the room most; of equals, the one that was asked first.
///
/// Which question that is, everybody can see. Had the role's own votes chosen it, the words that are not said would say something.
fn gap(tallies: &[Tally], minimum: MinimumGroup) -> Option<GapView> {
    let mut widest: Vec<_> = tallies.iter().collect();
    widest.sort_by_key(|tally| std::cmp::Reverse(Width::of(&tally.votes)));
    widest.into_iter().find_map(|tally| word(tally, minimum))
}

impl RoomView {
    /// What the room may see of a vote by so many people of so many.
    #[must_use]
    pub fn of(tallies: &[Tally], minimum: MinimumGroup, received: u32, present: Headcount) -> Self {
        let questions = tallies.iter().map(|tally| view(tally, minimum)).collect();
        Self::seen(questions, gap(tallies, minimum), received, present)
    }

    /// The same from what may be seen of it: the queue follows from the questions.
    #[must_use]
    pub fn seen(
        questions: Vec<QuestionView>,
        gap: Option<GapView>,
        received: u32,
        present: Headcount,
    ) -> Self {
        Self {
            present,
            received,
            queue: queue(&questions),
            questions,
            gap,
        }
    }

    /// What was said to one question.
    #[must_use]
    pub fn question(&self, question: QuestionId) -> Option<&QuestionView> {
        self.questions.iter().find(|view| view.question == question)
    }
}

impl Workshop {
    /// How many have answered the vote that is open or not shown yet, or the first one while there is none.
    #[must_use]
    pub fn received(&self) -> u32 {
        let round = self.unseen_round().unwrap_or(Round::FIRST);
        self.ballot(round).map_or(0, Ballot::received)
    }

    /// Whether the room sees a picture of any vote.
    #[must_use]
    pub fn shows_anything(&self) -> bool {
        let least = self.settings.minimum.size();
        let closed = |topic: &&super::Topic| matches!(topic.second, super::SecondVote::Closed(_));
        let second = self.topics.iter().filter(closed).map(|topic| &topic.ballot);
        let mut ballots = second.chain([&self.first]);
        self.revealed.is_some() && ballots.any(|ballot| ballot.most_votes() >= least)
    }

    /// What the room sees of the first vote; none before the reveal.
    #[must_use]
    pub fn room(&self, checklist: &Checklist) -> Option<RoomView> {
        let questions = self.settings.shape.questions(checklist)?;
        let (roles, minimum) = (self.settings.roles.labels().len(), self.settings.minimum);
        self.revealed.is_some().then(|| {
            let tallies = self.first.tallies(checklist, &questions, roles);
            RoomView::of(&tallies, minimum, self.first.received(), self.settings.present)
        })
    }

    /// Both rounds on a topic; none before the reveal, the second none before it is closed.
    #[must_use]
    pub fn rounds(&self, checklist: &Checklist, area: AreaId) -> Option<Rounds> {
        let topic = self.topics.iter().find(|topic| topic.area == area)?;
        let (question, minimum) = (topic.question(), self.settings.minimum);
        let roles = self.settings.roles.labels().len();
        let tally = |ballot: &Ballot| ballot.tallies(checklist, &[question], roles).pop();
        let first = tally(&self.first).filter(|_| self.revealed.is_some())?;
        let closed = matches!(topic.second, super::SecondVote::Closed(_));
        let second = if closed { tally(&topic.ballot) } else { None };
        let second = second.map(|second| view(&second, minimum));
        Some(Rounds::of(view(&first, minimum), second))
    }
}
