//! Rooms put together: the same one twice, an older copy, another one of the same title, and files that contradict each other.

use super::{area, first, gathered, levels, room};
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::checklist::InstrumentVersion;
use oxymoron::domain::code::Round;
use oxymoron::domain::question::QuestionId;
use oxymoron::domain::rollup::gathering::{Gathering, Taken};
use oxymoron::domain::rollup::room::{Copy, Room, RoomName};
use proptest::prelude::*;

fn second(room: &Room) -> Room {
    let mut later = room.clone();
    let vote = (Round::new(2).unwrap(), QuestionId::Anchored(area(1)));
    later.show(vote, Some(levels([0, 0, 6, 0, 0])));
    later
}

fn untitled(room: &Room) -> Room {
    let mut older = room.clone();
    older.name = RoomName::Titled(room.title.clone(), room.day);
    older
}

#[test]
fn copies_of_one_room_become_one() {
    let north = room(1, &[[1, 2, 3, 0, 0]]);
    let later = second(&north);
    for (one, other, taken) in [
        (&north, &north, Copy::Same),
        (&north, &later, Copy::Newer),
        (&later, &north, Copy::Older),
    ] {
        let mut gathering = gathered([one.clone()]);
        assert_eq!(gathering.take(other.clone()), Taken::Copy(taken));
        assert_eq!(gathering.rooms().len(), 1);
    }
    let both = gathered([later.clone(), north]);
    assert_eq!(both.rooms(), [later]);
}

#[test]
fn a_room_of_an_old_table_is_known_by_title_and_day() {
    let north = room(1, &[[1, 2, 3, 0, 0]]);
    for rooms in [
        [north.clone(), untitled(&north)],
        [untitled(&north), north.clone()],
    ] {
        let gathering = gathered(rooms);
        assert_eq!(gathering.rooms(), std::slice::from_ref(&north));
    }
    // Rooms that were split off one workshop may bear one title.
    let mut south = room(2, &[[3, 2, 1, 0, 0]]);
    south.title.clone_from(&north.title);
    let mut gathering = gathered([north.clone(), south.clone()]);
    assert_eq!(gathering.take(untitled(&south)), Taken::Copy(Copy::Older));
    assert_eq!(gathering.name_of(&untitled(&south)), Some(&north.name));
    assert_eq!(gathering.name_of(&south), Some(&south.name));
    assert_eq!(gathering.rooms(), [north.clone(), south]);
    // Of the title, the day and the size of both, and neither of the two.
    let mut third = untitled(&north);
    third.show(first(1), Some(levels([2, 2, 2, 0, 0])));
    assert_eq!(gathering.take(third), Taken::New);
    assert_eq!(gathering.name_of(&room(3, &[[1, 2, 3, 0, 0]])), None);
}

/// A room goes by what its latest copy says, however an earlier one was named.
#[test]
fn a_room_that_was_renamed_is_found_under_its_new_name_title_and_day() {
    let north = room(1, &[[1, 2, 3, 0, 0]]);
    let mut named = gathered([untitled(&north), north.clone()]);
    assert!(named.has(&north.name));
    assert_eq!(
        named.take(room(1, &[[3, 2, 1, 0, 0]])),
        Taken::Contradicts,
        "it is the same room"
    );
    let mut retitled = north.clone();
    retitled.title = "North, renamed".to_owned();
    let mut moved = north.clone();
    moved.day = Day::new(2026, 11, 24);
    for mut later in [retitled, moved] {
        later.changed = Some(Moment(2));
        let mut gathering = gathered([north.clone(), later.clone()]);
        assert_eq!(gathering.take(untitled(&later)), Taken::Copy(Copy::Older));
        assert_eq!(gathering.rooms().len(), 1);
    }
}

#[test]
fn what_contradicts_a_room_is_left_out() {
    let north = room(1, &[[1, 2, 3, 0, 0]]);
    let other = room(1, &[[3, 2, 1, 0, 0]]);
    let mut instrument = north.clone();
    instrument.instrument = InstrumentVersion(2);
    for other in [other, instrument] {
        let mut gathering = gathered([north.clone()]);
        assert_eq!(gathering.take(other), Taken::Contradicts);
        assert_eq!(gathering.rooms(), std::slice::from_ref(&north));
    }
}

#[test]
fn the_later_copy_names_the_room_and_its_plan() {
    let mut before = room(1, &[[1, 2, 3, 0, 0]]);
    before.changed = Some(Moment(1));
    let mut after = before.clone();
    after.changed = Some(Moment(2));
    after.title = "North, renamed".to_owned();
    after.hands.insert(area(3), 4);
    for rooms in [[before.clone(), after.clone()], [after.clone(), before.clone()]] {
        assert_eq!(gathered(rooms).rooms(), std::slice::from_ref(&after));
    }
}

#[test]
fn a_room_that_is_left_out_is_gone_and_may_come_back() {
    let [north, south] = [room(1, &[[1, 2, 3, 0, 0]]), room(2, &[[3, 2, 1, 0, 0]])];
    let mut gathering = gathered([north.clone(), south.clone()]);
    gathering.leave_out(&north.name);
    assert_eq!(gathering.rooms(), std::slice::from_ref(&south));
    assert_eq!(gathering.take(north), Taken::New);
}

fn any_copy() -> impl Strategy<Value = Room> {
    let shown = proptest::collection::vec(proptest::option::of(Just([1_u32, 2, 3, 0, 0])), 0..4);
    (shown, 0..3_u64, any::<bool>()).prop_map(|(shown, changed, renamed)| {
        let mut copy = room(1, &[]);
        copy.people = 6;
        copy.changed = changed.checked_sub(1).map(Moment);
        if renamed {
            copy.title = "Renamed".to_owned();
        }
        for (number, counts) in (1..).zip(shown) {
            copy.show(first(number), counts.map(levels));
        }
        copy
    })
}

proptest! {
    /// Whatever order files come in.
    #[test]
    fn copies_come_to_the_same_in_any_order(copies in proptest::collection::vec(any_copy(), 1..5), turn in 0_usize..5) {
        let votes = |gathering: &Gathering| gathering.rooms()[0].votes().map(|(vote, counts)| (vote, counts.copied())).collect::<Vec<_>>();
        let whole = gathered(copies.clone());
        let mut turned = copies.clone();
        turned.rotate_left(turn % copies.len());
        turned.reverse();
        prop_assert_eq!(votes(&whole), votes(&gathered(turned)));
        let again = gathered(copies.iter().chain(&copies).cloned());
        prop_assert_eq!(whole, again);
    }
}
