//! Hands for what the room would most like to see change.

use super::{after, workshop};
use crate::support::area_id;
use oxymoron::domain::code::hands::Headcount;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::energy::HandsEach;

fn counted(hands: &[(u8, u16)]) -> Workshop {
    after(
        hands
            .iter()
            .map(|(area, hands)| Change::CountedEnergy(area_id(*area), Some(*hands))),
    )
}

fn numbers(workshop: &Workshop) -> Vec<(u8, u16)> {
    let ranking = workshop.energy.ranking();
    ranking
        .iter()
        .map(|(area, hands)| (area.number(), *hands))
        .collect()
}

#[test]
fn the_most_hands_come_first_and_of_equals_the_first_area() {
    let workshop = counted(&[(9, 2), (4, 5), (1, 0), (2, 5), (12, 1)]);
    assert_eq!(numbers(&workshop), [(2, 5), (4, 5), (9, 2), (12, 1)]);
    assert_eq!(workshop.energy.most(), [area_id(2), area_id(4)], "a tie is a tie");
    assert_eq!(
        (workshop.energy.of(area_id(1)), workshop.energy.of(area_id(3))),
        (Some(0), None)
    );
    assert_eq!(workshop.energy.sum(), 13);
}

#[test]
fn a_new_count_takes_the_old_one_s_place_and_can_be_taken_back() {
    let mut workshop = counted(&[(4, 5), (4, 3), (2, 1)]);
    assert_eq!(numbers(&workshop), [(4, 3), (2, 1)]);
    workshop.apply(Change::CountedEnergy(area_id(4), None), super::at(9));
    assert_eq!(numbers(&workshop), [(2, 1)]);
    assert_eq!(counted(&[(4, 0)]).energy.most(), [], "no hand, no area");
}

#[test]
fn more_hands_than_people_are_noticed_by_what_was_asked_for() {
    let mut of_twelve = counted(&[(1, 8), (2, 4)]);
    let exceeds = |workshop: &Workshop| workshop.energy.exceeds(workshop.settings.present);
    assert!(!exceeds(&of_twelve), "twelve hands of twelve people");
    of_twelve.apply(Change::CountedEnergy(area_id(3), Some(1)), super::at(9));
    assert!(exceeds(&of_twelve), "a hand too many");
    of_twelve.apply(Change::SetHandsEach(HandsEach::Several), super::at(9));
    assert!(!exceeds(&of_twelve), "one for each area");
    of_twelve.apply(Change::CountedEnergy(area_id(3), Some(13)), super::at(9));
    assert!(exceeds(&of_twelve), "nobody has two for one area");
    of_twelve.settings.present = Headcount(0);
    assert!(!exceeds(&of_twelve), "nobody has counted the room");
    assert!(!exceeds(&workshop()));
}
