//! Small rooms, played through what is really shown: can anybody work out more than the room's counts give away?
//!
//! For a room's counts every way to part them among its roles is shown to an onlooker, to a member and to two who compare notes. Whoever
//! looks knows the rules, the room's counts and how many there are of each role, and a member what they said themselves. The ways that
//! look the same to them are what is left to guess from. They have worked something out if in all of these
//!
//! - a role's counts are the same (with that, whoever is alone in it or agrees with it is named), or
//! - everybody else at a level is of one role, so that who moves from there has a role,
//!
//! and the counts alone, with their own votes taken away, do not say it already.
//!
//! `cargo test --test disclosure` plays a slice of the rooms. All of them, with the figures of docs/threats.md:
//! `cargo test --release --no-default-features --test disclosure -- --ignored --nocapture`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod attack;
mod rooms;
mod rules;

use attack::{Attackers, attack};
use rooms::{Draws, Rooms};
use rules::Rule;

/// Sizes of two roles, five to eight.
fn pairs() -> impl Iterator<Item = Vec<u32>> {
    (5..=8).flat_map(|one| (one..=8).map(move |other| vec![one, other]))
}

/// Sizes of three roles, three to six.
fn triples() -> impl Iterator<Item = Vec<u32>> {
    (3..=6).flat_map(|a| (a..=6).flat_map(move |b| (b..=6).map(move |c| vec![a, b, c])))
}

/// Nobody alone learns anything from these rooms.
fn holds(rooms: &Rooms) {
    let found = attack(rooms, Rule::Shown, &[Attackers::Onlooker, Attackers::Member]);
    assert!(found.rooms > 0);
    assert_eq!(found.learnt, [0, 0], "{rooms:?}: {:?}", found.example);
}

#[test]
fn every_room_of_five_and_five() {
    holds(&Rooms::all(&[5, 5], 0));
}

#[test]
fn rooms_of_two_roles() {
    for (seed, sizes) in (1..).zip(pairs()) {
        holds(&Rooms::some(&sizes, 0, 6, Draws::new(seed)));
        holds(&Rooms::some(&sizes, 1, 2, Draws::new(seed)));
    }
}

#[test]
fn rooms_of_three_roles() {
    for (seed, sizes) in (1..).zip(triples().step_by(4)) {
        holds(&Rooms::some(&sizes, 0, 1, Draws::new(seed)));
    }
}

#[test]
fn rooms_in_which_a_word_is_said() {
    for (seed, sizes) in (1..).zip([[8, 9], [10, 10], [9, 12]]) {
        let rooms = Rooms::some(&sizes, 0, 4, Draws::new(seed));
        holds(&rooms);
        holds(&Rooms::some(&sizes, 1, 1, Draws::new(seed)));
    }
    let said = attack(&Rooms::some(&[10, 10], 0, 12, Draws::new(3)), Rule::Shown, &[]);
    assert!(said.words > 0, "otherwise nothing is tested here");
}

#[test]
fn two_questions_at_once() {
    for (one, other) in [
        ([6, 8, 6, 0, 0], [0, 7, 0, 6, 7]),
        ([0, 5, 5, 5, 5], [0, 10, 0, 10, 0]),
    ] {
        assert_eq!(
            attack::two_questions([10, 10], one, other),
            0,
            "{one:?} and {other:?}"
        );
    }
}

#[test]
fn what_was_shown_before_gave_people_away() {
    // The room of one role's example: 1 3 3 3 1, five leaders with 4.0 and six sellers with 2.2.
    let room = Rooms::of(&[5, 6], [1, 3, 3, 3, 1, 0]);
    let found = attack(&room, Rule::Middles, &[Attackers::Onlooker, Attackers::Member]);
    assert!(found.learnt[0] > 0 && found.learnt[1] > found.learnt[0]);
    assert_eq!(attack(&room, Rule::Shown, &[Attackers::Onlooker]).learnt, [0]);
}

/// The figures of docs/threats.md and of decision 12.
#[test]
#[ignore = "takes minutes, and prints figures"]
fn everything() {
    let attackers = [Attackers::Onlooker, Attackers::Member, Attackers::TwoMembers];
    let print = |rooms: &Rooms, rule: Rule| {
        let found = attack(rooms, rule, &attackers);
        println!(
            "{:?} {rule:?}: {} rooms, a word in {}, learnt by an onlooker {}, a member {}, two members {}",
            rooms, found.rooms, found.words, found.learnt[0], found.learnt[1], found.learnt[2]
        );
        if rule == Rule::Shown {
            assert_eq!(found.learnt[..2], [0, 0], "{:?}", found.example);
        }
    };
    for sizes in pairs() {
        print(&Rooms::all(&sizes, 0), Rule::Shown);
        print(&Rooms::some(&sizes, 1, 200, Draws::new(7)), Rule::Shown);
    }
    for sizes in triples() {
        print(&Rooms::some(&sizes, 0, 40, Draws::new(7)), Rule::Shown);
    }
    for sizes in [[8, 9], [9, 9], [8, 12], [10, 10], [10, 14], [12, 12]] {
        for rule in [Rule::Shown, Rule::Direction] {
            print(&Rooms::some(&sizes, 0, 150, Draws::new(7)), rule);
        }
        print(&Rooms::some(&sizes, 1, 30, Draws::new(7)), Rule::Shown);
    }
    for sizes in [[5, 5], [5, 6], [6, 6], [8, 8]] {
        for rule in [Rule::Middles, Rule::Words, Rule::Direction] {
            print(&Rooms::all(&sizes, 0), rule);
        }
    }
}
