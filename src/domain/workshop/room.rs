//! What the room may see of a vote: every figure under the rules of anonymity, and nothing else.
//!
//! Screens and exports get a [`Room`] and never a ballot, so what may not be shown is not there to be shown.

use super::Workshop;
use super::ballot::{Ballot, Tally};
use crate::domain::checklist::Checklist;
use crate::domain::code::Round;
use crate::domain::code::hands::Headcount;
use crate::domain::group::anonymity::{GroupView, MinimumGroup, group_views};
use crate::domain::group::discussion::{FEWEST_FOR_SPREAD, Revote, discuss_first};
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
    pub votes: Votes,
    /// Those to whom it does not apply.
    pub not_applicable: u32,
    /// The middle.
    pub median: Median,
    /// How far apart the answers lie.
    pub spread: Spread,
    /// The level that parts the room in two camps; never where there are [dots only](Picture::dots_only).
    pub camps: Option<Level>,
    /// What may be shown of each role, in the order of the invite; the last is "rather not say". None where it may not be
    /// shown, whatever the reason, so that nobody can tell a role that is too small from one that agrees.
    pub groups: Vec<Option<GroupView>>,
}

fn dots_only(votes: &Votes) -> bool {
    votes.total() < FEWEST_FOR_SPREAD
}

impl Picture {
    /// Whether there are so few votes that the dots are all that may be said of them, no middle and no spread, nor of a role.
    #[must_use]
    pub fn dots_only(&self) -> bool {
        dots_only(&self.votes)
    }
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
    /// What the second vote came to; none while either may not be shown.
    pub outcome: Option<Revote>,
}

/// The picture of one question.
#[must_use]
pub fn view(tally: &Tally, minimum: MinimumGroup) -> QuestionView {
    let enough = minimum.shows_room(&tally.votes);
    let picture = enough.then(|| picture(tally, minimum)).flatten();
    QuestionView {
        question: tally.question,
        picture,
        cannot_tell: enough.then_some(tally.cannot_tell),
        asked: tally.asked(),
    }
}

fn picture(tally: &Tally, minimum: MinimumGroup) -> Option<Picture> {
    Some(Picture {
        votes: tally.votes,
        not_applicable: tally.not_applicable,
        median: tally.votes.median()?,
        spread: tally.votes.spread()?,
        camps: tally.votes.two_camps().filter(|_| !dots_only(&tally.votes)),
        groups: if dots_only(&tally.votes) {
            vec![None; tally.groups.len()]
        } else {
            group_views(&tally.groups, minimum)
        },
    })
}

/// The gap between two shown roles that is largest of all questions. Roles in which all agree are left out.
fn gap(tallies: &[Tally], minimum: MinimumGroup) -> Option<GapView> {
    let mut gaps = Vec::new();
    for tally in tallies {
        let Some(picture) = view(tally, minimum).picture else {
            continue;
        };
        let roles = tally.groups.len().saturating_sub(1);
        let both = tally.groups.iter().zip(&picture.groups).take(roles).enumerate();
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
            .then(|| Room::of(&self.first, self, checklist, &questions))
    }

    /// Both rounds on a topic; none before the reveal, the second none before it is closed.
    #[must_use]
    pub fn rounds(&self, checklist: &Checklist, area: AreaId) -> Option<Rounds> {
        let topic = self.topics.iter().find(|topic| topic.area == area)?;
        let (question, minimum) = (topic.question(), self.settings.minimum);
        let roles = self.settings.roles.labels().len();
        let tally = |ballot: &Ballot| ballot.tallies(checklist, &[question], roles).pop();
        let first = tally(&self.first).filter(|_| self.revealed)?;
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
