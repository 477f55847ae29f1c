//! Which area opens which: a directed graph, read from one post.
//!
//! Only the three tiers and the single links are used; ranks inside a tier are not robust.

use super::question::AreaId;
use serde::Deserialize;

/// What a link rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Grade {
    /// The text links the two.
    T,
    /// The text implies it.
    I,
    /// Our own reading.
    H,
}

impl Grade {
    /// Its letter.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::T => "T",
            Self::I => "I",
            Self::H => "H",
        }
    }

    /// The grade of a letter.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let all = [Self::T, Self::I, Self::H];
        all.into_iter().find(|grade| grade.name() == name)
    }
}

/// One area opens another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The area that helps.
    pub source: AreaId,
    /// The area that it helps.
    pub target: AreaId,
    /// What the link rests on.
    pub grade: Grade,
}

/// All links, in the order of their words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(transparent)]
pub struct Influence(pub Vec<Link>);

impl Influence {
    /// The links from an area to what it opens next, each with its place in the whole list.
    pub fn opens_next(&self, area: AreaId) -> impl Iterator<Item = (usize, Link)> {
        self.links().filter(move |(_, link)| link.source == area)
    }

    /// The links to an area from what feeds it, each with its place in the whole list.
    pub fn fed_by(&self, area: AreaId) -> impl Iterator<Item = (usize, Link)> {
        self.links().filter(move |(_, link)| link.target == area)
    }

    /// Every link with its place.
    pub fn links(&self) -> impl Iterator<Item = (usize, Link)> {
        self.0.iter().copied().enumerate()
    }
}
