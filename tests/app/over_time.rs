//! Renaming one or a whole group, and starting the next assessment from another one.

use crate::world::{Disk, World};
use oxymoron::app::action::{Action, Edit};
use oxymoron::app::assessment::action::AssessmentAction;
use oxymoron::app::route::Route;
use oxymoron::domain::assessment::{Assessment, AssessmentId, KnowDo};
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::{Depth, Step};
use oxymoron::domain::history::{Group, groups};
use oxymoron::domain::plan::PlanText;
use oxymoron::domain::question::AreaId;
use oxymoron::domain::record::Key;

fn subject(world: &World, id: AssessmentId) -> String {
    world.on_disk(id).unwrap().subject.value
}

/// Where the start of the next one leads.
fn next(world: &World, from: AssessmentId) -> AssessmentId {
    world.forget_replaced();
    world.happens(Action::Moved(Route::Next(from)));
    match world.replaced().clone() {
        Some(Route::Assess(id, Some(_))) => id,
        other => panic!("it leads to its first step, not {other:?}"),
    }
}

/// A finished first area of a full assessment with the know-do check.
fn model(world: &World) -> AssessmentId {
    let id = world.begins();
    world.edits(id, Edit::NamedSubject("Field sales".to_owned()));
    world.edits(id, Edit::ChoseDepth(Depth::Full));
    world.edits(id, Edit::ChoseKnowDo(KnowDo::Included));
    world.edits(id, Edit::SetDay("2026-08-20".parse().ok()));
    world.answers(id, "A01", "3");
    id
}

#[test]
fn one_gets_another_name_and_the_others_keep_theirs() {
    let world = World::new(Disk::Working);
    let (one, other) = (world.begins(), world.begins());
    for id in [one, other] {
        world.edits(id, Edit::NamedSubject("North".to_owned()));
    }
    world.happens(Action::Assessment(AssessmentAction::Renamed(
        vec![one],
        "  South \u{a0} west ".to_owned(),
    )));
    assert_eq!(subject(&world, one), "South west");
    assert_eq!(subject(&world, other), "North");
}

#[test]
fn a_group_gets_another_name_at_once() {
    let world = World::new(Disk::Working);
    let ids = [world.begins(), world.begins(), world.begins()];
    world.answers(ids[1], "A01", "4");
    world.happens(Action::Assessment(AssessmentAction::Renamed(
        ids.to_vec(),
        "South".to_owned(),
    )));
    assert_eq!(ids.map(|id| subject(&world, id)), ["South"; 3]);
    assert_eq!(world.answer(ids[1], "A01"), Some("4"));
    // A later rename stands, also after both copies meet.
    world.happens(Action::Assessment(AssessmentAction::Renamed(
        ids.to_vec(),
        String::new(),
    )));
    assert_eq!(ids.map(|id| subject(&world.reopened(), id)), [""; 3]);
}

#[test]
fn a_name_for_what_is_gone_changes_nothing() {
    let world = World::new(Disk::Working);
    let id = world.begins();
    world.answers(id, "A01", "4");
    world.happens(Action::Deleted(id));
    world.happens(Action::Assessment(AssessmentAction::Renamed(
        vec![id],
        "South".to_owned(),
    )));
    assert!(world.stored().is_empty());
}

#[test]
fn a_record_of_a_later_version_is_not_renamed() {
    let id = AssessmentId(0xaa);
    let key = Key::Assessment(id).to_string();
    let later = r#"{"schema":9,"kind":"assessment","id":"00000000000000aa"}"#;
    let world = World::opened(&[(&key, later)]);
    world.happens(Action::Assessment(AssessmentAction::Renamed(
        vec![id],
        "South".to_owned(),
    )));
    assert_eq!(world.stored().get(&key).map(String::as_str), Some(later));
}

#[test]
fn the_next_one_has_the_same_set_up_todays_day_and_no_answer() {
    let world = World::new(Disk::Working);
    let from = model(&world);
    let before = world.on_disk(from);
    let id = next(&world, from);
    assert_eq!(
        world.replaced(),
        Some(Route::Assess(id, Some(Step::Area(AreaId::new(1).unwrap()))))
    );
    let stored: Assessment = world.on_disk(id).unwrap();
    assert_eq!(stored.previous.value, Some(from));
    assert_eq!(stored.subject.value, "Field sales");
    assert_eq!(
        (stored.depth.value, stored.know_do.value),
        (Depth::Full, KnowDo::Included)
    );
    assert_eq!(stored.day.value, Some(world.today()));
    assert!(stored.answers.is_empty() && stored.notes.is_empty());
    assert_eq!(world.on_disk(from), before, "the one before is untouched");
    // And it outlives the page.
    assert_eq!(world.reopened().state().assessment(id), Some(&stored));
}

#[test]
fn asking_twice_goes_on_with_the_blank_one() {
    let world = World::new(Disk::Working);
    let from = model(&world);
    let id = next(&world, from);
    world.edits(id, Edit::ChoseDepth(Depth::Quick));
    world.set_today("2026-11-24".parse().unwrap());
    assert_eq!(next(&world, from), id);
    let again = world.on_disk(id).unwrap();
    assert_eq!(again.day.value, Some(world.today()));
    assert_eq!(
        again.depth.value,
        Depth::Quick,
        "what was chosen since then stays"
    );
    // With an answer it is a real one, and the next is another.
    world.answers(id, "A01", "4");
    assert_ne!(next(&world, from), id);
    assert_eq!(world.state().assessments.len(), 3);
}

#[test]
fn the_next_of_one_that_is_not_here_leads_nowhere() {
    let world = World::new(Disk::Working);
    let route = Route::Next(AssessmentId(7));
    world.happens(Action::Moved(route.clone()));
    assert_eq!((world.replaced(), world.state().route.clone()), (None, route));
    assert!(world.stored().is_empty() && world.state().assessments.is_empty());
}

#[test]
fn the_one_before_may_be_deleted() {
    let world = World::new(Disk::Working);
    let from = model(&world);
    let id = next(&world, from);
    world.happens(Action::Deleted(from));
    world.answers(id, "A01", "5");
    assert_eq!(world.on_disk(id).unwrap().previous.value, Some(from));
    world.happens(Action::Undid);
    assert_eq!(world.on_disk(id).unwrap().previous.value, Some(from));
}

#[test]
fn what_is_written_into_a_plan_later_does_not_redate_the_answers() {
    let world = World::new(Disk::Working);
    let id = world.begins();
    let areas = || (1..=12).map(|number| format!("A{number:02}"));
    let answered = |world: &World| world.on_disk(id).unwrap().answered.unwrap();
    let mut latest = Moment(0);
    for area in areas() {
        world.answers(id, &area, "3");
        assert!(answered(&world) > latest, "{area}");
        latest = answered(&world);
    }
    let day = |world: &World| {
        let list = [world.on_disk(id).unwrap()];
        let day_of = |moment: Moment| moment.in_utc().unwrap().0;
        groups(&world.checklist, list.iter(), &day_of, &str::to_lowercase)
    };
    let before = day(&world);
    world.waits(120 * 86_400);
    world.edits(
        id,
        Edit::WrotePlan(PlanText::Learned, "It took a quarter".to_owned()),
    );
    world.edits(
        id,
        Edit::WroteNote(AreaId::new(1).unwrap(), "Seen again".to_owned()),
    );
    world.answers(id, "A05", "4");
    let record = world.on_disk(id).unwrap();
    assert_eq!(record.answered, Some(latest));
    assert!(record.changed.0 > latest.0 + 120 * 86_400_000);
    let day_before = |groups: &[Group]| groups[0].entries[0].day;
    assert_eq!(day_before(&day(&world)), day_before(&before));

    // What is asked anew is answered anew.
    world.edits(id, Edit::ChoseDepth(Depth::Full));
    assert_eq!(answered(&world), latest);
    world.answers(id, "A01a", "3");
    assert!(answered(&world).0 > latest.0 + 120 * 86_400_000);
}
