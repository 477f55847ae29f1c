//! The links between the areas, as the structure file has them.

use crate::support::area_id;
use oxymoron::domain::checklist::{Checklist, Tier};
use oxymoron::domain::influence::{Grade, Influence, Link};

fn instrument() -> Checklist {
    toml::from_str(include_str!("../../assets/checklist.toml")).unwrap()
}

fn targets(influence: &Influence, area: u8) -> Vec<u8> {
    influence
        .opens_next(area_id(area))
        .map(|(_, link)| link.target.number())
        .collect()
}

fn sources(influence: &Influence, area: u8) -> Vec<u8> {
    influence
        .fed_by(area_id(area))
        .map(|(_, link)| link.source.number())
        .collect()
}

#[test]
fn twenty_nine_links_with_their_grades() {
    let influence = instrument().influence;
    let count = |grade| influence.0.iter().filter(|link| link.grade == grade).count();
    assert_eq!(influence.0.len(), 29);
    assert_eq!([Grade::T, Grade::I, Grade::H].map(count), [12, 15, 2]);
    for grade in [Grade::T, Grade::I, Grade::H] {
        assert_eq!(Grade::from_name(grade.name()), Some(grade));
    }
}

#[test]
fn what_an_area_opens_and_what_feeds_it() {
    let influence = instrument().influence;
    assert_eq!(targets(&influence, 7), [1, 8, 9]);
    assert_eq!(targets(&influence, 12), [1, 10, 3, 4]);
    assert_eq!(targets(&influence, 11), [0; 0], "differing is where it ends");
    assert_eq!(sources(&influence, 4), [3, 5, 6, 2, 12]);
    assert_eq!(sources(&influence, 12), [0; 0], "an enabler is fed by none");
    for (place, link) in influence.opens_next(area_id(2)) {
        assert_eq!(influence.0[place], link);
    }
}

#[test]
fn every_link_joins_two_areas_of_the_checklist_once() {
    let checklist = instrument();
    for (place, link) in checklist.influence.links() {
        assert!(checklist.area(link.source).is_some() && checklist.area(link.target).is_some());
        assert_ne!(link.source, link.target);
        let same = |other: &&Link| (other.source, other.target) == (link.source, link.target);
        assert_eq!(checklist.influence.0.iter().filter(same).count(), 1, "{place}");
    }
}

#[test]
fn the_tiers_have_one_seven_and_four_areas() {
    let areas = instrument().areas;
    let count = |tier| areas.iter().filter(|area| area.tier == tier).count();
    assert_eq!(
        [Tier::Enabler, Tier::Connectors, Tier::Results].map(count),
        [1, 7, 4]
    );
}
