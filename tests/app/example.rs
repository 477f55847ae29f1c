//! The example: whole, coherent, open to play with, and never stored.

use crate::world::{Disk, World, checklist};
use oxymoron::app::action::{Action, Copied, Edit};
use oxymoron::app::assessment::action::AssessmentAction;
use oxymoron::app::assessment::example::example;
use oxymoron::app::assessment::preview::Preview;
use oxymoron::app::compile::compile;
use oxymoron::app::export;
use oxymoron::app::pack::Pack;
use oxymoron::app::route::Route;
use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::{Assessment, AssessmentId};
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::checklist::Step;
use oxymoron::domain::exchange::{Found, stands_as_it_is};
use oxymoron::domain::know_do::know_do_gaps;
use oxymoron::domain::level::Level;
use oxymoron::domain::plan::PlanText;
use oxymoron::domain::record::{Key, read_assessment, write_assessment};
use oxymoron::domain::score::{Outcome, score};

const ID: AssessmentId = AssessmentId::EXAMPLE;

fn pack() -> Pack {
    let checklist = include_str!("../../assets/checklist.toml");
    compile("en", checklist, include_str!("../../assets/en.toml")).unwrap()
}

fn today() -> Day {
    "2026-11-23".parse().unwrap()
}

fn made() -> Assessment {
    example(&pack(), today(), Moment(1_795_000_000_000))
}

/// A device where the example is, and nothing else.
fn world() -> World {
    let world = World::new(Disk::Working);
    let made = AssessmentAction::MadeExample(Box::new(made()));
    world.happens(Action::Assessment(made));
    world
}

#[test]
fn it_has_everything_that_a_result_can_have() {
    let example = made();
    assert_eq!(
        example.first_open(&checklist()),
        None,
        "every question has an answer"
    );
    let card = score(&checklist(), &example.given(), example.depth.value);
    // 3 + 2 + 2 + 1 + 2 + 3 + 4 + 3 + 2 + 4 = 26 over ten areas: 25 x (26 / 10 - 1) = 40.
    let index = card.index.unwrap();
    assert_eq!(index.figure.map(|figure| figure.rounded()), Some(40));
    // The eleventh at 1 or at 5: 25 x (27 / 11 - 1) = 36.4 and 25 x (31 / 11 - 1) = 45.5.
    assert_eq!((index.low.floor(), index.high.ceil()), (36, 46));
    let count = |wanted: Outcome| card.areas.iter().filter(|area| area.outcome == wanted).count();
    assert_eq!(
        (count(Outcome::CannotTell), count(Outcome::NotApplicable)),
        (1, 1)
    );
    let gaps = know_do_gaps(&checklist(), &example.given());
    assert_eq!(gaps.gaps.len(), 6);
    assert_eq!(gaps.gaps.iter().filter(|gap| gap.is_wide()).count(), 3);
    assert!(
        example
            .notes
            .values()
            .filter(|note| !note.value.is_empty())
            .count()
            >= 2
    );
}

#[test]
fn its_plan_fits_its_answers() {
    let example = made();
    let chosen = example.plan.chosen.value.unwrap();
    let card = score(&checklist(), &example.given(), example.depth.value);
    let area = card.areas.iter().find(|area| area.area == chosen.area).unwrap();
    assert_eq!(area.score().map(|score| score.reached()), chosen.from);
    assert_eq!(chosen.from.and_then(Level::above), chosen.to);
    assert_eq!(example.plan.disorder(), None);
    for text in [PlanText::Experiment, PlanText::Counted, PlanText::Owner] {
        assert!(!example.plan.text(text).value.is_empty(), "{text:?}");
    }
    assert_eq!(example.plan.next(today()).unwrap().1.to_string(), "2026-12-02");
}

#[test]
fn whatever_is_done_to_it_stays_in_the_page_and_leaves_the_device_as_it_was() {
    let world = world();
    let area = checklist().areas[0].id;
    let question = oxymoron::domain::question::QuestionId::Anchored(area);
    for edit in [
        Edit::Chose(question, Choice::CannotTell),
        Edit::WroteNote(area, "Mine".to_owned()),
        Edit::WrotePlan(PlanText::Owner, "Ada".to_owned()),
        Edit::NamedSubject("Ours".to_owned()),
    ] {
        world.edits(ID, edit);
    }
    world.happens(Action::Exported {
        name: "x.json".to_owned(),
        text: "{}".to_owned(),
        copy: Some((Copied::One(ID), Moment(1))),
    });
    world.happens(Action::Deleted(ID));
    world.happens(Action::Moved(Route::Next(ID)));
    assert!(world.stored().is_empty(), "{:?}", world.stored());
    assert_eq!(world.files().len(), 1);
    let state = world.state();
    assert_eq!(state.assessment(ID).unwrap().plan.owner.value, "Ada");
    assert!(state.assessments.is_empty());
    assert!(!state.has_finished(&checklist()) && !state.has_no_copy(&checklist()));
    assert_eq!(state.unfinished(&checklist()), None);
}

#[test]
fn it_is_in_no_file_with_everything_and_no_file_brings_it_in() {
    let world = world();
    let everything = export::everything(&world.state(), &checklist(), Moment(0), stands_as_it_is);
    assert!(!everything.contains("an example organisation"), "{everything}");
    let text = write_assessment(&made());
    assert!(read_assessment(ID, &text).is_ok());
    let mut preview = Preview::default();
    preview.add(&world.state(), Found::Record(Key::Assessment(ID), text));
    assert_eq!((preview.rows.len(), preview.left_out.len()), (0, 1));
}

#[test]
fn it_has_an_address_that_needs_no_record() {
    for (address, route) in [
        ("#/example", Route::Results(ID)),
        ("#/example/plan", Route::Plan(ID)),
    ] {
        assert_eq!(Route::parse(address), route);
        assert_eq!(route.to_string(), address);
    }
    assert_eq!(
        Route::parse("#/example/x"),
        Route::NotFound("#/example/x".to_owned())
    );
    let world = world();
    let step = Step::Area(checklist().areas[0].id);
    world.happens(Action::Moved(Route::Assess(ID, Some(step))));
    assert_eq!(world.replaced(), Some(Route::Results(ID)));
}
