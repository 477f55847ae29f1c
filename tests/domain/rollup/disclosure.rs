//! Nothing that is shown over rooms tells what a room hides: small sets of rooms, played through whole.

use super::{area, first, levels, picture_of};
use oxymoron::domain::checklist::InstrumentVersion;
use oxymoron::domain::code::WorkshopId;
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::rollup::gathering::Gathering;
use oxymoron::domain::rollup::picture::{Cell, in_both, moves};
use oxymoron::domain::rollup::room::{Room, RoomName};
use std::collections::HashMap;

/// Votes of a room in these plays.
const MOST: u32 = 5;
const MINIMUM: u32 = 3;

/// Every way that up to five people can answer at levels 1, 3 and 5.
fn all_votes() -> Vec<[u32; 5]> {
    let mut all = Vec::new();
    for low in 0..=MOST {
        for middle in 0..=MOST - low {
            for high in 0..=MOST - low - middle {
                all.push([low, 0, middle, 0, high]);
            }
        }
    }
    all
}

fn room(id: u64, votes: [u32; 5]) -> Room {
    let name = RoomName::Workshop(WorkshopId(id));
    let minimum = MinimumGroup::try_from(MINIMUM).unwrap();
    let mut room = Room::new(name, InstrumentVersion(1), minimum);
    // Everybody sees how many took part, whatever they said.
    room.people = MOST;
    room.show(first(1), Some(levels(votes)));
    room
}

/// What the room's own file shows of it.
fn own_file(votes: [u32; 5]) -> Option<[u32; 5]> {
    (votes.iter().sum::<u32>() >= MINIMUM).then_some(votes)
}

/// Everything that can be read off the roll-ups of every part of a set, and off every part against every other.
fn all_figures(rooms: &[Room]) -> String {
    let parts: Vec<Vec<Room>> = (1..1_u32 << rooms.len())
        .map(|part| {
            let chosen = rooms
                .iter()
                .enumerate()
                .filter(|(place, _)| part >> place & 1 == 1);
            chosen.map(|(_, room)| room.clone()).collect()
        })
        .collect();
    let pictures: Vec<_> = parts.iter().map(|part| picture_of(1, part)).collect();
    let cells: Vec<_> = rooms.iter().map(|room| Cell::of(room, area(1))).collect();
    let mut said = format!("{pictures:?}{cells:?}");
    for (before, earlier) in parts.iter().zip(&pictures) {
        for (after, later) in parts.iter().zip(&pictures) {
            let moved = moves(std::slice::from_ref(earlier), std::slice::from_ref(later));
            said.push_str(&format!(
                "{moved:?}{}",
                in_both(&super::gathered(before.iter().cloned()), after)
            ));
        }
    }
    said
}

/// Two rooms in every state as their own files show them (that ballots with the same files are the same here as well is played through in
/// `tests/exports/workshop/worlds.rs`), and a third that does not change: whoever sees all roll-ups of all parts of the set, last quarter's against
/// this one's and a room in several of them, sees the same in all worlds in which the rooms' own files show the same.
#[test]
fn all_roll_ups_together_say_no_more_than_the_rooms_own_files() {
    let all = all_votes();
    let mut seen = HashMap::<_, String>::new();
    let (mut worlds, mut hidden) = (0, 0);
    for one in &all {
        for other in &all {
            let rooms = [room(1, *one), room(2, *other), room(3, [2, 0, 1, 0, 2])];
            let figures = all_figures(&rooms);
            let known = seen
                .entry((own_file(*one), own_file(*other)))
                .or_insert_with(|| figures.clone());
            assert_eq!(
                *known, figures,
                "{one:?} and {other:?} can be told from their roll-ups"
            );
            worlds += 1;
            hidden += u32::from(own_file(*one).is_none() || own_file(*other).is_none());
        }
    }
    assert_eq!(worlds, 56 * 56);
    assert!(hidden > 500);
}

/// The same with two copies of a room, one of which a smaller smallest group let show more: what one of them hides stays hidden.
#[test]
fn a_copy_that_showed_more_does_not_bring_it_back() {
    let raised = MinimumGroup::try_from(MOST).unwrap();
    for votes in all_votes() {
        let before = room(1, votes);
        let mut after = Room::new(before.name.clone(), InstrumentVersion(1), raised);
        after.people = MOST;
        after.show(first(1), Some(levels(votes)));
        for copies in [[&before, &after], [&after, &before]] {
            let mut gathering = Gathering::default();
            for copy in copies {
                gathering.take(copy.clone());
            }
            assert_eq!(gathering.rooms().len(), 1);
            assert_eq!(
                gathering.rooms()[0].vote(first(1)),
                after.vote(first(1)),
                "{votes:?}"
            );
        }
    }
}

/// A file that shows a single person is not believed.
#[test]
fn no_count_below_the_smallest_group_is_taken_up() {
    for votes in all_votes() {
        let shown = room(1, votes)
            .vote(first(1))
            .flatten()
            .map(|counts| counts.levels);
        assert_eq!(shown, own_file(votes));
    }
}
