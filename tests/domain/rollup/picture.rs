//! The picture of many rooms: all together, in order, over time.

use super::{area, first, levels, picture_of, room};
use crate::support::twelve_areas;
use oxymoron::domain::calendar::Day;
use oxymoron::domain::group::Votes;
use oxymoron::domain::group::sessions::SessionChange;
use oxymoron::domain::plan::Status;
use oxymoron::domain::rollup::picture::{Cell, Sorting, in_both, moves};
use oxymoron::domain::rollup::room::RoomPlan;
use oxymoron::domain::rollup::tally::{Tallied, areas};

#[test]
fn puts_the_votes_of_all_rooms_that_show_them_together() {
    let mut few = room(3, &[]);
    few.show(first(1), Some(levels([1, 0, 0, 0, 1])));
    let rooms = [
        room(1, &[[1, 2, 3, 0, 0]]),
        room(2, &[[0, 0, 4, 4, 0]]),
        few,
        room(4, &[]),
    ];
    let picture = picture_of(1, &rooms);
    assert_eq!(picture.votes, Votes::new([1, 2, 7, 4, 0]));
    assert_eq!(picture.shown, 2);
    assert!(matches!(
        rooms.each_ref().map(|room| Cell::of(room, area(1))),
        [Cell::Figures(_), Cell::Figures(_), Cell::TooFew, Cell::NotThere]
    ));
    assert_eq!(picture.middle().unwrap().hundredths(), 307);
}

/// More people than one room may have are still all counted.
#[test]
fn counts_everybody_of_thousands_of_rooms() {
    let rooms: Vec<_> = (0..3_000).map(|id| room(id, &[[0, 0, 0, 40, 0]])).collect();
    let picture = picture_of(1, &rooms);
    assert_eq!(picture.votes.total(), 120_000);
    assert_eq!(picture.figures.unwrap().spread.hundredths(), 0);
}

#[test]
fn sorts_by_what_is_asked() {
    // A01 parts the rooms, A02 is low, A03 divides people inside rooms, A04 has too few.
    let rooms = [
        room(1, &[[6, 0, 0, 0, 0], [6, 0, 0, 0, 0], [3, 0, 0, 0, 3]]),
        room(2, &[[0, 0, 0, 0, 6], [5, 1, 0, 0, 0], [3, 0, 0, 0, 3]]),
    ];
    let order = |sorting: Sorting| {
        let mut areas = areas(&twelve_areas(), &rooms);
        sorting.sort(&mut areas);
        areas
            .iter()
            .map(|picture| picture.area.number())
            .take(4)
            .collect::<Vec<_>>()
    };
    assert_eq!(order(Sorting::Apart), [1, 2, 3, 4]);
    assert_eq!(order(Sorting::Lowest), [2, 1, 3, 4]);
    assert_eq!(order(Sorting::Divided), [3, 2, 1, 4]);
    assert_eq!(order(Sorting::Instrument), [1, 2, 3, 4]);
    for sorting in Sorting::ALL {
        assert_eq!(Sorting::from_name(sorting.name()), Some(sorting));
    }
}

#[test]
fn says_which_rooms_chose_what() {
    let plan = |number| RoomPlan {
        area: area(number),
        hypothesis: String::new(),
        experiment: String::new(),
        counted: String::new(),
        stop: Day::new(2026, 12, 1),
        review: None,
        status: Status::Planned,
        learned: String::new(),
    };
    let mut rooms = [1, 2, 3, 4].map(|id| room(id, &[]));
    rooms[0].plan = Some(plan(2));
    rooms[1].plan = Some(plan(5));
    rooms[3].plan = Some(plan(5));
    let found: Vec<_> = Tallied::of(&twelve_areas(), &rooms)
        .chosen
        .into_iter()
        .map(|chosen| (chosen.area.number(), chosen.rooms))
        .collect();
    assert_eq!(found, [(5, vec![1, 3]), (2, vec![0])]);
    // Whatever order they come in; of as many, the one that is asked first.
    for (chosen, order) in [
        ([5, 5, 2, 9], [5, 2, 9]),
        ([9, 2, 5, 5], [5, 2, 9]),
        ([2, 5, 5, 9], [5, 2, 9]),
    ] {
        for (room, number) in rooms.iter_mut().zip(chosen) {
            room.plan = Some(plan(number));
        }
        let tallied = Tallied::of(&twelve_areas(), &rooms);
        let found: Vec<_> = tallied.chosen.iter().map(|chosen| chosen.area.number()).collect();
        assert_eq!(found, order, "{chosen:?}");
    }
}

#[test]
fn tells_how_many_there_are_and_where_something_is_hidden() {
    let few = |id| {
        let mut few = room(id, &[[0, 6, 0, 0, 0], [0, 6, 0, 0, 0]]);
        few.show(first(1), Some(levels([1, 0, 0, 0, 1])));
        few
    };
    // Before, between and behind rooms that show all.
    let shows = |id| room(id, &[[0, 6, 0, 0, 0], [0, 0, 6, 0, 0]]);
    for rooms in [
        [few(1), shows(2), shows(3)],
        [shows(1), few(2), shows(3)],
        [shows(1), shows(2), few(3)],
    ] {
        let tallied = Tallied::of(&twelve_areas(), &rooms);
        assert_eq!((tallied.rooms, tallied.people), (3, 18));
        let hidden: Vec<_> = tallied.areas.iter().map(|area| area.hidden).take(3).collect();
        assert_eq!(hidden, [true, false, false]);
        assert_eq!(tallied.areas[0].shown, 2);
    }
}

#[test]
fn compares_two_sets_as_two_workshops_are_compared() {
    let before = [
        room(1, &[[6, 6, 0, 0, 0], [0, 6, 6, 0, 0]]),
        room(2, &[[6, 6, 0, 0, 0], [0, 6, 6, 0, 0]]),
    ];
    let after = [
        room(2, &[[6, 6, 0, 0, 0], [0, 6, 6, 0, 0]]),
        room(3, &[[0, 0, 0, 9, 9], [0, 6, 6, 0, 0]]),
    ];
    let both = twelve_areas();
    let moves = moves(&areas(&both, &before), &areas(&both, &after));
    let said: Vec<_> = moves.iter().map(|it| it.change).take(3).collect();
    assert_eq!(
        said,
        [
            Some(SessionChange::MovedUp),
            Some(SessionChange::NoChangeThatCounts),
            None
        ]
    );
    let earlier = super::gathered(before.clone());
    let both = [&after[1..], &after, &before].map(|later| in_both(&earlier, later));
    assert_eq!(both, [0, 1, 2]);
}
