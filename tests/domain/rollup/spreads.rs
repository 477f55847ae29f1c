//! Distances between people, against pairs that are counted one by one.

use oxymoron::domain::group::Votes;
use oxymoron::domain::rollup::spreads::{Distance, Spreads};
use proptest::prelude::*;
use std::cmp::Ordering;

fn people(rooms: &[[u32; 5]]) -> Vec<(usize, i64)> {
    let mut people = Vec::new();
    for (place, counts) in rooms.iter().enumerate() {
        for (level, count) in (1..).zip(counts) {
            people.extend((0..*count).map(|_| (place, level)));
        }
    }
    people
}

/// Steps and pairs, one by one: inside rooms and between them.
fn one_by_one(rooms: &[[u32; 5]]) -> [(i64, i64); 2] {
    let people = people(rooms);
    let (mut inside, mut between) = ((0, 0), (0, 0));
    for (place, (room, level)) in people.iter().enumerate() {
        for (other_room, other) in people.iter().skip(place + 1) {
            let sum = if room == other_room {
                &mut inside
            } else {
                &mut between
            };
            *sum = (sum.0 + (level - other).abs(), sum.1 + 1);
        }
    }
    [inside, between]
}

fn spreads(rooms: &[[u32; 5]]) -> Option<Spreads> {
    let rooms: Vec<_> = rooms.iter().map(|counts| Votes::new(*counts)).collect();
    Spreads::of(&rooms)
}

fn any_rooms() -> impl Strategy<Value = Vec<[u32; 5]>> {
    proptest::collection::vec(proptest::array::uniform5(0_u32..4), 1..5)
}

proptest! {
    #[test]
    fn are_those_of_all_pairs_one_by_one(rooms in any_rooms()) {
        let [inside, between] = one_by_one(&rooms);
        let rounded = |(steps, pairs): (i64, i64)| u64::try_from((200 * steps + pairs) / (2 * pairs)).unwrap();
        match spreads(&rooms) {
            None => prop_assert!(inside.1 == 0 || between.1 == 0),
            Some(found) => {
                prop_assert_eq!(found.inside.hundredths(), rounded(inside));
                prop_assert_eq!(found.between.hundredths(), rounded(between));
            }
        }
    }

    #[test]
    fn are_put_in_the_order_of_their_differences(one in any_rooms(), other in any_rooms()) {
        let (Some(first), Some(second)) = (spreads(&one), spreads(&other)) else { return Ok(()) };
        let more = |rooms: &[[u32; 5]]| {
            let [(a, b), (c, d)] = one_by_one(rooms);
            (i128::from(c * b - a * d), i128::from(b * d))
        };
        let ((a, b), (c, d)) = (more(&one), more(&other));
        prop_assert_eq!(first.cmp_apart(second), (a * d).cmp(&(c * b)));
        let ([(a, b), _], [(c, d), _]) = (one_by_one(&one), one_by_one(&other));
        prop_assert_eq!(first.cmp_inside(second), (a * d).cmp(&(c * b)));
    }
}

/// By hand, pair by pair: the steps of all pairs over how many there are.
#[test]
fn are_told_in_tenths_and_hundredths_halves_up_and_their_difference_towards_zero() {
    for (rooms, [inside, between], [inside_tenths, between_tenths], more) in [
        // 0 over 12, 32 over 16.
        ([[4, 0, 0, 0, 0], [0, 0, 4, 0, 0]], [0, 200], [0, 20], 200),
        // 3 over 6, 7 over 4.
        ([[3, 1, 0, 0, 0], [0, 0, 1, 0, 0]], [50, 175], [5, 18], 125),
        // 3 over 4, 3 over 6.
        ([[2, 1, 0, 0, 0], [1, 1, 0, 0, 0]], [75, 50], [8, 5], -25),
        // 10 over 6, 20 over 9: 5/9 apart.
        ([[1, 0, 0, 0, 2], [0, 2, 1, 0, 0]], [167, 222], [17, 22], 55),
        // 15 over 12, 18 over 16: 1/8 apart.
        ([[1, 2, 0, 0, 1], [0, 3, 1, 0, 0]], [125, 113], [13, 11], -12),
    ] {
        let found = spreads(&rooms).unwrap();
        let both = [found.inside, found.between];
        assert_eq!(both.map(Distance::hundredths), [inside, between], "{rooms:?}");
        let tenths = both.map(Distance::tenths);
        assert_eq!(tenths, [inside_tenths, between_tenths], "{rooms:?}");
        assert_eq!(found.hundredths_more(), more, "{rooms:?}");
    }
}

/// All ways to deal eight people out to two rooms of four: the mean of what is between is the mean of what is inside. No range of middles
/// could say so.
#[test]
fn chance_alone_puts_no_more_between_rooms_than_inside() {
    let crowd = [1_usize, 1, 2, 2, 3, 5, 5, 5];
    let (mut inside, mut between) = ((0, 0), (0, 0));
    for ways in 0..256_u32 {
        if ways.count_ones() != 4 {
            continue;
        }
        let mut rooms = [[0; 5]; 2];
        for (place, level) in crowd.iter().enumerate() {
            rooms[usize::from(ways >> place & 1 == 1)][level - 1] += 1;
        }
        let [one, other] = one_by_one(&rooms);
        inside = (inside.0 + one.0, inside.1 + one.1);
        between = (between.0 + other.0, between.1 + other.1);
    }
    assert_eq!(inside.0 * between.1, between.0 * inside.1);
}

#[test]
fn ten_thousand_rooms_of_a_hundred_thousand_people_do_not_overflow() {
    let rooms: Vec<_> = (0..10_000)
        .map(|place| match place % 2 {
            0 => Votes::new([20_000, 20_000, 20_000, 20_000, 20_000]),
            _ => Votes::new([20_000, 0, 0, 0, 20_000]),
        })
        .collect();
    let spreads = Spreads::of(&rooms).unwrap();
    assert!(spreads.between.hundredths() > 150);
    assert_eq!(spreads.cmp_apart(spreads), Ordering::Equal);
}
