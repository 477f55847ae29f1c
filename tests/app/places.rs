//! Routes, and where "go on" leads.

use crate::world::{Disk, World};
use oxymoron::app::action::{Action, Edit};
use oxymoron::app::place::Place;
use oxymoron::app::route::Route;
use oxymoron::app::workshop::rooms::Looked;
use oxymoron::domain::assessment::{AssessmentId, KnowDo};
use oxymoron::domain::checklist::Step;
use oxymoron::domain::code::{Round, WorkshopId};
use oxymoron::domain::question::{AreaId, PairId};
use oxymoron::domain::rollup::gathering::RollUpId;
use proptest::prelude::*;

fn area(number: u8) -> Step {
    Step::Area(AreaId::new(number).unwrap())
}

#[test]
fn each_place_has_one_address() {
    let id = AssessmentId(0x1f);
    let pair = Step::Pair(PairId::new(3).unwrap());
    let places = [
        (Route::Home, "#/"),
        (Route::Continue, "#/continue"),
        (Route::New, "#/new"),
        (Route::Assess(id, None), "#/assess/000000000000001f"),
        (Route::Assess(id, Some(area(5))), "#/assess/000000000000001f/A05"),
        (Route::Assess(id, Some(pair)), "#/assess/000000000000001f/K3"),
        (Route::Results(id), "#/results/000000000000001f"),
        (Route::Plan(id), "#/plan/000000000000001f"),
        (Route::Next(id), "#/next/000000000000001f"),
        (Route::History, "#/history"),
        (
            Route::Compare(id, AssessmentId(0x2e)),
            "#/compare/000000000000001f/000000000000002e",
        ),
        (
            Route::Views(id, AssessmentId(0x2e)),
            "#/compare/000000000000001f/000000000000002e/views",
        ),
        (Route::Method, "#/method"),
        (Route::Privacy, "#/privacy"),
        (Route::MyData, "#/data"),
    ];
    for (route, address) in places {
        assert_eq!(route.to_string(), address);
        assert_eq!(Route::parse(address), route);
    }
    assert_eq!(Route::parse(""), Route::Home);
}

#[test]
fn rooms_have_places_of_their_own() {
    for (looked, behind) in [
        (Looked::Files, ""),
        (Looked::Kept(RollUpId(0x1f)), "/000000000000001f"),
        (Looked::Wall(RollUpId(0x1f)), "/wall/000000000000001f"),
        (Looked::Split(WorkshopId(0x1f)), "/split/000000000000001f"),
    ] {
        let place = looked.place();
        assert_eq!(place.fragment(), ["#/workshop/rooms", behind].concat());
        assert_eq!(Route::parse(&place.fragment()), Route::Workshop(place));
        assert_eq!(Looked::parse(behind), Some(looked));
    }
    for behind in ["/1f", "/x/y", "s", "/", "/wall", "/wall/", "/split/1f/"] {
        assert_eq!(Looked::parse(behind), None);
    }
}

#[test]
fn anything_else_is_not_found() {
    for address in [
        "#/nowhere",
        "#/assess/1",
        "#/assess/000000000000001f/A5",
        "#/plan",
        "#/plan/000000000000001f/A01",
        "#/method/x",
        "#/next",
        "#/history/000000000000001f",
        "#/compare/000000000000001f",
        "#/compare/000000000000001f/000000000000002e/1",
        "#/compare/000000000000001f/000000000000002e/views/1",
        "#/compare/000000000000001f/views",
        "#/data/1/2/3/4",
    ] {
        assert_eq!(
            Route::parse(address),
            Route::NotFound(address.to_owned()),
            "{address}"
        );
    }
}

#[test]
fn a_link_into_a_workshop_leads_there_whatever_was_done_to_it() {
    let second = Some((Round::new(2).unwrap(), AreaId::new(5).unwrap()));
    let join = |text: &str, second| Some(Place::Join(text.to_owned(), second));
    let answer = |text: &str| Some(Place::Answer(text.to_owned()));
    for (fragment, place) in [
        ("#/join/oxyi.AS78", join("oxyi.AS78", None)),
        ("#%2Fjoin%2Foxyi.AS78", join("oxyi.AS78", None)),
        ("#%252Fjoin%252Foxyi.AS78", join("oxyi.AS78", None)),
        ("#%23/join/oxyi.AS78", join("oxyi.AS78", None)),
        ("#/%23/join/oxyi%2EAS78", join("oxyi.AS78", None)),
        ("#/join/oxyi.AS78/", join("oxyi.AS78", None)),
        ("#/join/oxyi.AS78/2/A05", join("oxyi.AS78", second)),
        ("#/join/oxyi.AS78%2F2%2FA05%20", join("oxyi.AS78", second)),
        ("#/join/oxyi.AS78/2/A05?utm_source=x", join("oxyi.AS78", second)),
        ("#/join/oxyi.AS78/2/A05&gclid=a/b", join("oxyi.AS78", second)),
        ("#/join/oxyi.AS78?u=a/b", join("oxyi.AS78?u=a/b", None)),
        ("#/join/oxyi.AS78/2", None),
        ("#/join/oxyi.AS78/2/B05", None),
        ("#/join/oxyi.AS78/0/A05", None),
        ("#/join", Some(Place::Invited)),
        ("#/answer/oxya%252EAU/x", answer("oxya.AU/x")),
        ("#/answer/", None),
    ] {
        let route = place.map_or_else(|| Route::NotFound(fragment.to_owned()), Route::Workshop);
        assert_eq!(Route::parse(fragment), route, "{fragment}");
    }
}

proptest! {
    #[test]
    fn no_fragment_breaks_it_and_each_finds_itself_again(text in "#?/?\\PC{0,40}") {
        let route = Route::parse(&text);
        prop_assert_eq!(Route::parse(&route.to_string()), route);
    }
}

#[test]
fn going_on_leads_to_the_first_open_step_of_what_was_touched_last() {
    let world = World::new(Disk::Working);
    let older = world.begins();
    world.answers(older, "A01", "1");
    let newer = world.begins();
    world.answers(newer, "A01", "1");
    world.answers(newer, "A02", "1");
    world.happens(Action::Moved(Route::Continue));
    assert_eq!(world.replaced(), Some(Route::Assess(newer, Some(area(3)))));
}

#[test]
fn an_assessment_without_a_step_leads_to_the_address_of_its_first_open_one() {
    let world = World::new(Disk::Working);
    let id = world.begins();
    world.answers(id, "A01", "1");
    world.happens(Action::Moved(Route::Assess(id, None)));
    assert_eq!(world.replaced(), Some(Route::Assess(id, Some(area(2)))));
}

#[test]
fn a_step_that_an_assessment_does_not_have_leads_to_its_first_open_one() {
    let world = World::new(Disk::Working);
    let id = world.begins();
    world.answers(id, "A01", "1");
    for step in ["K1", "K6", "A13"] {
        world.forget_replaced();
        world.happens(Action::Moved(Route::parse(&format!("#/assess/{id}/{step}"))));
        assert_eq!(world.replaced(), Some(Route::Assess(id, Some(area(2)))), "{step}");
    }
    // With everything answered, to the result.
    for number in 2..=12 {
        world.answers(id, &format!("A{number:02}"), "3");
    }
    world.happens(Action::Moved(Route::parse(&format!("#/assess/{id}/K1"))));
    assert_eq!(world.replaced(), Some(Route::Results(id)));
    // With the check it is a step like any other.
    world.forget_replaced();
    world.edits(id, Edit::ChoseKnowDo(KnowDo::Included));
    world.happens(Action::Moved(Route::parse(&format!("#/assess/{id}/K1"))));
    assert_eq!(world.replaced(), None);
    let first = Step::Pair(PairId::new(1).unwrap());
    assert_eq!(world.state().route, Route::Assess(id, Some(first)));
}

#[test]
fn going_on_with_nothing_begun_begins() {
    let world = World::new(Disk::Working);
    world.happens(Action::Moved(Route::Continue));
    assert!(matches!(&world.replaced(), Some(Route::Assess(_, Some(step))) if *step == area(1)));
}

#[test]
fn an_address_of_the_outcome_question_is_its_own_step() {
    let world = World::new(Disk::Working);
    let id = world.begins();
    world.edits(id, Edit::ChoseKnowDo(KnowDo::Included));
    let six = PairId::new(6).unwrap();
    world.happens(Action::Moved(Route::parse(&format!("#/assess/{id}/K6"))));
    assert_eq!(world.state().route, Route::Assess(id, Some(Step::Context(six))));
}
