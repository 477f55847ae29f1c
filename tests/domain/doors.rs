//! Ways to one area: exact about ties, and fair where chance decides.

use crate::arbitrary::{answers as any_answers, depth, settings};
use crate::support::{area_id, twelve_areas, typed};
use oxymoron::domain::checklist::Depth;
use oxymoron::domain::doors::{Choosers, Door, all_at_the_top, by_chance, candidates, lowest};
use oxymoron::domain::question::AreaId;
use oxymoron::domain::score::{Outcome, score};
use proptest::prelude::*;

fn numbers(areas: &[AreaId]) -> Vec<u8> {
    areas.iter().map(|area| area.number()).collect()
}

/// The areas behind the first door, for twelve typed answers.
fn check_lowest(line: &str, expected: &[u8]) {
    let card = score(&twelve_areas(), &typed(line), Depth::Quick);
    assert_eq!(numbers(&lowest(&card)), expected, "{line}");
}

#[test]
fn the_lowest_score_and_all_that_tie() {
    check_lowest("324321433452", &[6]);
    check_lowest("224222222222", &[1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    check_lowest("555555555555", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    // Neither can't tell, nor not applicable, nor unanswered is a low score.
    check_lowest("4x0-3-------", &[5]);
    check_lowest("------------", &[]);
    check_lowest("0x0000000000", &[]);
}

#[test]
fn the_top_is_where_every_score_is_five() {
    let top = |line: &str| all_at_the_top(&score(&twelve_areas(), &typed(line), Depth::Quick));
    assert!(top("555555555555") && top("5x0-5-------"));
    assert!(!top("555555555554") && !top("------------"));
}

#[test]
fn only_areas_that_apply_can_be_chosen() {
    let card = score(&twelve_areas(), &typed("4x0-3------x"), Depth::Quick);
    assert_eq!(numbers(&candidates(&card)), [1, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
}

#[test]
fn disagreement_is_a_door_for_groups() {
    let doors = |choosers| Door::open_to(choosers).collect::<Vec<_>>();
    assert_eq!(doors(Choosers::Group), Door::ALL);
    assert_eq!(
        doors(Choosers::OnePerson),
        [Door::LowestScore, Door::MostEnergy, Door::Chance]
    );
}

fn areas(count: u8) -> Vec<AreaId> {
    (1..=count).map(area_id).collect()
}

#[test]
fn every_area_has_exactly_the_same_number_of_bytes() {
    for count in 1..=99 {
        let areas = areas(count);
        let mut hits = vec![0_u32; count.into()];
        for byte in 0..=u8::MAX {
            if let Some(area) = by_chance(&areas, &[byte]) {
                hits[usize::from(area.number()) - 1] += 1;
            }
        }
        let each = 256 / u32::from(count);
        assert!(hits.iter().all(|hit| *hit == each), "{count}: {hits:?}");
    }
}

#[test]
fn a_byte_that_would_favour_somebody_is_thrown_away() {
    let twelve = areas(12);
    // 21 x 12 = 252: the last four bytes say nothing.
    assert_eq!(by_chance(&twelve, &[251]), Some(area_id(12)));
    assert_eq!(by_chance(&twelve, &[252, 253, 254, 255, 13]), Some(area_id(2)));
    assert_eq!(by_chance(&twelve, &[255; 16]), None);
    assert_eq!(by_chance(&twelve, &[]), None);
    assert_eq!(by_chance(&[], &[1]), None);
    assert_eq!(by_chance(&areas(1), &[255]), Some(area_id(1)));
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn no_door_leads_to_what_does_not_apply(given in any_answers(), depth in depth(), random in any::<[u8; 16]>()) {
        let card = score(&twelve_areas(), &given, depth);
        let open = candidates(&card);
        let drawn = by_chance(&open, &random);
        for area in lowest(&card).into_iter().chain(drawn) {
            prop_assert!(open.contains(&area));
            let result = card.areas.iter().find(|result| result.area == area).unwrap();
            prop_assert!(result.outcome != Outcome::NotApplicable);
        }
        let least = card.areas.iter().filter_map(|area| area.score()).min();
        for area in lowest(&card) {
            let result = card.areas.iter().find(|result| result.area == area).unwrap();
            prop_assert_eq!(result.score(), least);
        }
    }
}
