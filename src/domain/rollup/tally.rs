//! What is told of many rooms together, taken up room by room, so that of thousands of them no step is long.

use super::picture::{AreaPicture, ChosenBy, by_number};
use super::room::{Room, RoomName};
use crate::domain::calendar::Day;
use crate::domain::checklist::{Checklist, InstrumentVersion};
use crate::domain::code::invite::Language;
use crate::domain::group::Votes;
use crate::domain::question::AreaId;
use std::collections::{BTreeSet, VecDeque};

/// Rooms that are being taken up, in their order.
#[derive(Debug, Clone, Default)]
pub struct RoomTally {
    /// Of areas that are not worked out yet, in the checklist's order: what is shown, and whether anything is hidden.
    votes: VecDeque<(AreaId, Vec<Votes>, bool)>,
    chosen: Vec<ChosenBy>,
    tallied: Tallied,
}

/// What there is to tell. Rooms are told by their places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tallied {
    /// Every area, in the checklist's order.
    pub areas: Vec<AreaPicture>,
    /// How many rooms.
    pub rooms: usize,
    /// How many people, all rooms together.
    pub people: u64,
    /// The first day and the last.
    pub days: Option<(Day, Day)>,
    /// Which versions of the questions were answered.
    pub versions: BTreeSet<InstrumentVersion>,
    /// In which languages.
    pub languages: Vec<Language>,
    /// Which areas were chosen, those of the most rooms first.
    pub chosen: Vec<ChosenBy>,
    /// Which rooms say what came of a plan.
    pub kept: Vec<usize>,
    /// Which are rehearsals.
    pub rehearsals: Vec<usize>,
}

impl RoomTally {
    /// Of no room yet.
    #[must_use]
    pub fn new(checklist: &Checklist) -> Self {
        Self {
            votes: checklist
                .areas
                .iter()
                .map(|area| (area.id, Vec::new(), false))
                .collect(),
            ..Self::default()
        }
    }

    /// Takes the next room up.
    pub fn add(&mut self, room: &Room) {
        let tallied = &mut self.tallied;
        let place = tallied.rooms;
        tallied.rooms += 1;
        tallied.people += u64::from(room.people);
        for (area, votes) in room.areas() {
            if let Some((_, shown, hidden)) = self.votes.iter_mut().find(|(known, ..)| *known == area) {
                *hidden |= votes.is_none();
                shown.extend(votes);
            }
        }
        if let Some(day) = room.day {
            let (first, last) = tallied.days.unwrap_or((day, day));
            tallied.days = Some((first.min(day), last.max(day)));
        }
        tallied.versions.insert(room.instrument);
        if let Some(language) = &room.language
            && let Err(at) = tallied
                .languages
                .binary_search_by(|known| known.tag().cmp(language.tag()))
        {
            tallied.languages.insert(at, language.clone());
        }
        if let Some(plan) = &room.plan {
            match self.chosen.iter_mut().find(|known| known.area == plan.area) {
                Some(known) => known.rooms.push(place),
                None => self.chosen.push(ChosenBy {
                    area: plan.area,
                    rooms: vec![place],
                }),
            }
        }
        if room.before.as_ref().is_some_and(|before| before.came.is_some()) {
            tallied.kept.push(place);
        }
        if matches!(room.name, RoomName::Rehearsal(_)) {
            tallied.rehearsals.push(place);
        }
    }

    /// Works the next area out, once every room is taken up; false where none is left.
    pub fn work_out(&mut self) -> bool {
        let next = self.votes.pop_front();
        let picture = next.map(|(area, shown, hidden)| AreaPicture::of(area, &shown, hidden));
        let is_one = picture.is_some();
        self.tallied.areas.extend(picture);
        is_one
    }

    /// What there is to tell, with the areas that are left worked out.
    #[must_use]
    pub fn finish(mut self) -> Tallied {
        while self.work_out() {}
        Tallied {
            chosen: by_number(self.chosen),
            ..self.tallied
        }
    }
}

impl Tallied {
    /// All rooms at once.
    #[must_use]
    pub fn of(checklist: &Checklist, rooms: &[Room]) -> Self {
        let mut tally = RoomTally::new(checklist);
        for room in rooms {
            tally.add(room);
        }
        tally.finish()
    }
}

/// Every area over rooms, in the checklist's order.
#[must_use]
pub fn areas(checklist: &Checklist, rooms: &[Room]) -> Vec<AreaPicture> {
    Tallied::of(checklist, rooms).areas
}
