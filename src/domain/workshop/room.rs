//! What the room may see of a vote: every figure under the rules of anonymity, and nothing else.
//!
//! Screens and exports get a [`Room`] and never a ballot, so what may not be shown is not there to be shown.

use super::Workshop;
use super::ballot::{Ballot, Tally};
use crate::domain::checklist::Checklist;
use crate::domain::code::Round;
use crate::domain::code::hands::Headcount;
use crate::domain::group::anonymity::{GroupView, MinimumGroup, group_views};
use crate::domain::group::discussion::{FEWEST_FOR_SPREAD, Revote, Width, discuss_first};
use crate::domain::group::role_gap::{RoleGap, largest, worth_asking};
use crate::domain::group::{Median, Spread, Votes};
use crate::domain::level::Level;
use crate::domain::question::{AreaId, QuestionId};

/// A vote as the room sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// How many are expected.
    pub present: Headcount,
    /// How many have answered.
    pub received: u32,
    /// What was said to each question, in the instrument's order.
    pub questions: Vec<QuestionView>,
    /// The areas to talk about first, at most three, the widest spread first; by their anchored questions.
    pub queue: Vec<AreaId>,
    /// The one gap between two roles that is worth a question.
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
    /// The middle.
    pub median: Median,
    /// How far apart the answers lie.
    pub spread: Spread,
    /// The level that parts the room in two camps.
    pub camps: Option<Level>,
    /// What may be shown of each role, in the order of the invite; the last is "rather not say". None where it may not be
    /// shown, whatever the reason, so that nobody can tell a role that is too small from one that agrees.
    pub groups: Vec<Option<GroupView>>,
}

/// Two roles that see one question differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GapView {
    /// The question.
    pub question: QuestionId,
    /// The role whose votes are higher, by its place in the invite.
    pub higher: usize,
    /// The other one.
    pub lower: usize,
    /// The pairs, counted from the higher role.
    pub gap: RoleGap,
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
    /// Whether the room sees both votes.
    #[must_use]
    pub fn is_seen_twice(&self) -> bool {
        let seen = |view: &QuestionView| view.picture.is_some();
        seen(&self.first) && self.second.as_ref().is_some_and(seen)
    }
}

/// The picture of one question.
#[must_use]
pub fn view(tally: &Tally, minimum: MinimumGroup) -> QuestionView {
    let enough = minimum.shows_room(&tally.votes);
    QuestionView {
        question: tally.question,
        picture: enough.then(|| Picture {
            dots: Dots(tally.votes.counts()),
            not_applicable: tally.not_applicable,
            figures: figures(tally, minimum),
        }),
        cannot_tell: enough.then_some(tally.cannot_tell),
        asked: tally.asked(),
    }
}

fn figures(tally: &Tally, minimum: MinimumGroup) -> Option<Figures> {
    if tally.votes.total() < FEWEST_FOR_SPREAD {
        return None;
    }
    Some(Figures {
        votes: tally.votes,
        median: tally.votes.median()?,
        spread: tally.votes.spread()?,
        camps: tally.votes.two_camps(),
        groups: group_views(&tally.groups, minimum),
    })
}

/// The gap between two shown roles that is largest of all questions. Roles in which all agree are left out.
fn gap(tallies: &[Tally], minimum: MinimumGroup) -> Option<GapView> {
    let mut gaps = Vec::new();
    for tally in tallies {
        let Some(figures) = view(tally, minimum).picture.and_then(|picture| picture.figures) else {
            continue;
        };
        let roles = tally.groups.len().saturating_sub(1);
        let both = tally.groups.iter().zip(&figures.groups).take(roles).enumerate();
        let shown: Vec<_> = both
            .filter(|(_, (_, view))| view.is_some())
            .map(|(place, (votes, _))| (place, votes))
            .collect();
        for (at, (first, votes)) in shown.iter().enumerate() {
            for (second, others) in shown.iter().skip(at + 1) {
                if let Some(gap) = worth_asking(votes, others) {
                    gaps.push(((tally.question, *first, *second), gap));
                }
            }
        }
    }
    largest(gaps).map(|((question, first, second), gap)| {
        if gap.higher >= gap.lower {
            let (higher, lower) = (first, second);
            GapView {
                question,
                higher,
                lower,
                gap,
            }
        } else {
            let gap = RoleGap {
                higher: gap.lower,
                lower: gap.higher,
                pairs: gap.pairs,
            };
            GapView {
                question,
                higher: second,
                lower: first,
                gap,
            }
        }
    })
}

impl Room {
    fn of(ballot: &Ballot, workshop: &Workshop, checklist: &Checklist, questions: &[QuestionId]) -> Self {
        let settings = &workshop.settings;
        let tallies = ballot.tallies(checklist, questions, settings.roles.labels().len());
        let anchored = |tally: &&Tally| matches!(tally.question, QuestionId::Anchored(_));
        let shown = |tally: &&Tally| settings.minimum.shows_room(&tally.votes);
        let votes: Vec<_> = tallies
            .iter()
            .filter(anchored)
            .filter(shown)
            .map(|tally| (tally.question, tally.votes))
            .collect();
        Self {
            present: settings.present,
            received: ballot.received(),
            questions: tallies
                .iter()
                .map(|tally| view(tally, settings.minimum))
                .collect(),
            queue: discuss_first(&votes)
                .into_iter()
                .filter_map(QuestionId::area)
                .collect(),
            gap: gap(&tallies, settings.minimum),
        }
    }

    /// What was said to one question.
    #[must_use]
    pub fn question(&self, question: QuestionId) -> Option<&QuestionView> {
        self.questions.iter().find(|view| view.question == question)
    }
}

impl Workshop {
    /// How many have answered the open vote, or the first one while none is open.
    #[must_use]
    pub fn received(&self) -> u32 {
        let round = self.open_round().unwrap_or(Round::FIRST);
        self.ballot(round).map_or(0, Ballot::received)
    }

    /// What the room sees of the first vote; none before the reveal.
    #[must_use]
    pub fn room(&self, checklist: &Checklist) -> Option<Room> {
        let questions = self.settings.shape.questions(checklist)?;
        self.revealed
            .is_some()
            .then(|| Room::of(&self.first, self, checklist, &questions))
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
        let shown = second
            .as_ref()
            .filter(|second| minimum.shows_room(&first.votes) && minimum.shows_room(&second.votes));
        Some(Rounds {
            outcome: shown.and_then(|second| Revote::of(&first.votes, &second.votes)),
            first: view(&first, minimum),
            second: second.map(|second| view(&second, minimum)),
        })
    }
}
