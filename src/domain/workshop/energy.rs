//! Hands for what the room would most like to see change, area by area.

use crate::domain::code::hands::Headcount;
use crate::domain::question::AreaId;

/// How many hands one person has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HandsEach {
    /// One, for one area.
    #[default]
    One,
    /// One for each area that they like.
    Several,
}

impl HandsEach {
    /// Both, the fewer first.
    pub const ALL: [Self; 2] = [Self::One, Self::Several];

    /// The name in a record.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Several => "several",
        }
    }

    /// The one of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.name() == name)
    }
}

/// The hands that went up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Energy {
    /// How many a person has.
    pub each: HandsEach,
    /// By area, each once.
    counted: Vec<(AreaId, u16)>,
}

impl Energy {
    /// Counts hands for an area anew; none takes its count back.
    pub fn count(&mut self, area: AreaId, hands: Option<u16>) {
        let place = self.counted.partition_point(|(known, _)| *known < area);
        self.counted.retain(|(known, _)| *known != area);
        if let Some(hands) = hands {
            self.counted.insert(place, (area, hands));
        }
    }

    /// Every count, in the order of the areas.
    #[must_use]
    pub fn counted(&self) -> &[(AreaId, u16)] {
        &self.counted
    }

    /// The hands for an area, none if they were not counted.
    #[must_use]
    pub fn of(&self, area: AreaId) -> Option<u16> {
        let mut counted = self.counted.iter();
        counted.find(|(known, _)| *known == area).map(|(_, hands)| *hands)
    }

    /// All hands.
    #[must_use]
    pub fn sum(&self) -> u32 {
        self.counted.iter().map(|(_, hands)| u32::from(*hands)).sum()
    }

    /// The areas that hands went up for, the most first; of equals in the order of the areas.
    #[must_use]
    pub fn ranking(&self) -> Vec<(AreaId, u16)> {
        let mut ranked = Vec::<(AreaId, u16)>::new();
        for (area, hands) in self.counted.iter().filter(|(_, hands)| *hands > 0) {
            let place = ranked.partition_point(|(_, more)| more >= hands);
            ranked.insert(place, (*area, *hands));
        }
        ranked
    }

    /// The areas with the most hands, all that tie; none while no hand went up.
    #[must_use]
    pub fn most(&self) -> Vec<AreaId> {
        let ranking = self.ranking();
        let most = ranking.first().map(|(_, hands)| *hands);
        let tied = ranking.iter().take_while(|(_, hands)| Some(*hands) == most);
        tied.map(|(area, _)| *area).collect()
    }

    /// Whether more hands went up than so many people have. Nothing is said of a room that nobody has counted.
    #[must_use]
    pub fn exceeds(&self, present: Headcount) -> bool {
        let most = match self.each {
            HandsEach::One => self.sum(),
            HandsEach::Several => self
                .counted
                .iter()
                .map(|(_, hands)| u32::from(*hands))
                .max()
                .unwrap_or(0),
        };
        present.0 > 0 && most > present.0
    }
}
