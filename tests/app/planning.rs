//! From a result to a plan, and to the dates in a calendar.

use crate::world::{Disk, TODAY, World, checklist};
use oxymoron::app::action::{Action, Edit};
use oxymoron::app::shared::planning::{
    Again, CalendarWords, Dates, calendar_file, choose, let_chance_choose, offered_days,
};
use oxymoron::app::state::{SaveState, WriteError};
use oxymoron::domain::assessment::AssessmentId;
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::doors::Door;
use oxymoron::domain::level::Level;
use oxymoron::domain::plan::{Chosen, Plan, PlanDay, PlanText, Status};
use oxymoron::domain::question::AreaId;
use oxymoron::domain::record::Key;
use oxymoron::domain::score::{Scorecard, score};
use oxymoron::domain::stamp::Revision;

fn area(number: u8) -> AreaId {
    AreaId::new(number).unwrap()
}

/// An assessment whose areas have the levels of a typed line, `x` for not applicable.
fn answered(line: &str) -> (World, AssessmentId) {
    let world = World::new(Disk::Working);
    let id = world.begins();
    for (number, code) in (1..).zip(line.chars()) {
        world.answers(id, &area(number).to_string(), &code.to_string());
    }
    (world, id)
}

/// What the screen does at a door: it asks what a click there means, and dispatches that.
fn chooses(world: &World, id: AssessmentId, number: u8, door: Door) -> bool {
    let edit = choose(&card(world, id), area(number), door);
    edit.map(|edit| world.edits(id, edit)).is_some()
}

fn card(world: &World, id: AssessmentId) -> Scorecard {
    let state = world.state();
    let assessment = state.assessment(id).unwrap();
    score(&checklist(), &assessment.given(), assessment.depth.value)
}

fn plan(world: &World, id: AssessmentId) -> Plan {
    let shown = world.state().assessment(id).unwrap().plan.clone();
    assert_eq!(world.on_disk(id).unwrap().plan, shown, "what is shown is stored");
    shown
}

fn day(text: &str) -> Option<Day> {
    Some(text.parse().unwrap())
}

#[test]
fn choosing_an_area_keeps_the_door_and_the_levels_of_that_moment() {
    let (world, id) = answered("324321433452");
    assert!(chooses(&world, id, 6, Door::LowestScore));
    let chosen = Chosen {
        area: area(6),
        door: Door::LowestScore,
        from: Some(Level::NotSeen),
        to: Some(Level::NowAndThen),
    };
    assert_eq!(plan(&world, id).chosen.value, Some(chosen));
    world.answers(id, "A06", "4");
    assert_eq!(
        plan(&world, id).chosen.value,
        Some(chosen),
        "a later answer does not rewrite it"
    );
    assert!(chooses(&world, id, 6, Door::MostEnergy));
    let again = plan(&world, id).chosen.value.unwrap();
    assert_eq!(
        (again.from, again.to),
        (Some(Level::Working), Some(Level::RenewingItself))
    );
}

#[test]
fn an_area_that_does_not_apply_cannot_be_chosen() {
    let (world, id) = answered("3x4");
    let before = world.on_disk(id);
    assert!(!chooses(&world, id, 2, Door::MostEnergy));
    assert!(!chooses(&world, id, 77, Door::MostEnergy));
    assert_eq!(world.on_disk(id), before);
}

#[test]
fn chance_is_what_the_dice_say() {
    let (world, id) = answered("3x4321433452");
    // Eleven areas apply; 24 is 2 x 11 + 2, the third of them, and A02 is none.
    let edit = let_chance_choose(&card(&world, id), &[24; 16]).unwrap();
    world.edits(id, edit);
    let chosen = plan(&world, id).chosen.value.unwrap();
    assert_eq!((chosen.area, chosen.door), (area(4), Door::Chance));
    let unfair = let_chance_choose(&card(&world, id), &[255; 16]);
    assert_eq!(unfair, None, "such bytes choose nothing");
}

#[test]
fn every_part_is_stored_and_found_again() {
    let (world, id) = answered("3");
    assert!(chooses(&world, id, 1, Door::MostEnergy));
    for which in PlanText::ALL {
        world.edits(id, Edit::WrotePlan(which, format!("{}\n\"<b>🙂", which.name())));
    }
    for (which, text) in PlanDay::ALL
        .into_iter()
        .zip(["2026-11-23", "2026-12-07", "2027-01-18"])
    {
        world.edits(id, Edit::SetPlanDay(which, day(text)));
    }
    world.edits(id, Edit::ChoseStatus(Status::Running));
    let before = plan(&world, id);
    assert_eq!(before.owner.value, "owner\n\"<b>🙂");
    assert_eq!(before.review.value, day("2027-01-18"));
    assert_eq!(before.status.value, Status::Running);
    assert_eq!(plan(&world.reopened(), id), before);
    world.edits(id, Edit::SetPlanDay(PlanDay::Stop, None));
    assert_eq!(plan(&world, id).stop.value, None);
}

#[test]
fn another_area_leaves_what_was_written() {
    let (world, id) = answered("34");
    assert!(chooses(&world, id, 1, Door::MostEnergy));
    world.edits(id, Edit::WrotePlan(PlanText::Owner, "Ada".to_owned()));
    assert!(chooses(&world, id, 2, Door::MostEnergy));
    assert_eq!(plan(&world, id).owner.value, "Ada");
}

#[test]
fn offered_dates_fill_what_is_empty_and_leave_the_rest() {
    let (world, id) = answered("3");
    world.edits(id, Edit::SetPlanDay(PlanDay::Stop, day("2026-12-01")));
    for edit in offered_days(&plan(&world, id), TODAY.parse().unwrap()) {
        world.edits(id, edit);
    }
    let days = |world: &World| PlanDay::ALL.map(|which| plan(world, id).day(which).value);
    assert_eq!(
        days(&world),
        [day("2026-11-23"), day("2026-12-01"), day("2027-01-12")]
    );
    assert_eq!(
        offered_days(&plan(&world, id), TODAY.parse().unwrap()).count(),
        0,
        "nothing left to fill"
    );
}

#[test]
fn two_windows_fill_different_parts_of_one_plan() {
    let (one, id) = answered("3");
    let other = one.beside();
    one.edits(id, Edit::WrotePlan(PlanText::Owner, "Ada".to_owned()));
    other.edits(id, Edit::SetPlanDay(PlanDay::Stop, day("2026-12-07")));
    one.edits(id, Edit::ChoseStatus(Status::Running));
    let both = plan(&one, id);
    assert_eq!(both.owner.value, "Ada");
    assert_eq!(both.stop.value, day("2026-12-07"));
    assert_eq!(both.status.value, Status::Running);
}

#[test]
fn a_plan_that_cannot_be_stored_says_so_and_stays_on_screen() {
    let (world, id) = answered("3");
    world.set_disk(Disk::Full);
    world.happens(Action::Edited(
        id,
        Edit::WrotePlan(PlanText::Owner, "Ada".to_owned()),
    ));
    assert_eq!(world.state().save, SaveState::Failed(WriteError::Full));
    assert_eq!(world.state().assessment(id).unwrap().plan.owner.value, "Ada");
}

fn asks_for_calendar(world: &World, id: AssessmentId, text: &str) {
    let words = CalendarWords {
        stop: format!("Stop {text}"),
        review: format!("Review {text}"),
        again: format!("Again {text}"),
        description: text.to_owned(),
    };
    let plan = world.state().assessment(id).unwrap().plan.clone();
    let file = calendar_file(
        &id.to_string(),
        &plan,
        &Again::default(),
        &words,
        Moment(0),
        Dates::All,
    );
    world.happens(file);
}

#[test]
fn the_calendar_has_the_dates_that_are_set() {
    let (world, id) = answered("3");
    for (which, text) in [(PlanDay::Stop, "2026-12-07"), (PlanDay::Review, "2027-01-18")] {
        world.edits(id, Edit::SetPlanDay(which, day(text)));
        asks_for_calendar(&world, id, "a;b\nEND:VEVENT");
    }
    let files = world.files();
    let texts: Vec<_> = files.iter().map(|(_, text)| text.as_str()).collect();
    assert!(world.files().iter().all(|(name, _)| name == "oxymoron-plan.ics"));
    let count = |text: &str, line: &str| text.lines().filter(|found| *found == line).count();
    assert_eq!(
        texts
            .iter()
            .map(|text| count(text, "BEGIN:VEVENT"))
            .collect::<Vec<_>>(),
        [1, 2]
    );
    assert_eq!(count(texts[1], "DTSTART;VALUE=DATE:20261207"), 1);
    assert_eq!(count(texts[1], "DTSTART;VALUE=DATE:20270118"), 1);
    assert_eq!(count(texts[1], "SUMMARY:Review a\\;b\\nEND:VEVENT"), 1);
    assert_eq!(count(texts[1], &format!("UID:{id}-stop@oxymoron")), 1);
}

#[test]
fn each_date_has_a_file_of_its_own_with_the_same_name_inside() {
    let (world, id) = answered("3");
    for (which, text) in [(PlanDay::Stop, "2026-12-07"), (PlanDay::Review, "2027-01-18")] {
        world.edits(id, Edit::SetPlanDay(which, day(text)));
    }
    let plan = world.state().assessment(id).unwrap().plan.clone();
    let [stop, review, again, description] = ["Stop", "Review", "Again", ""].map(str::to_owned);
    let words = CalendarWords {
        stop,
        review,
        again,
        description,
    };
    let next = Again::new(day("2027-02-20"), Revision(9));
    let entries = |dates| {
        world.happens(calendar_file(
            &id.to_string(),
            &plan,
            &next,
            &words,
            Moment(0),
            dates,
        ));
        let (name, text) = world.last_file();
        let uids: Vec<_> = text
            .lines()
            .filter(|line| line.starts_with("UID:"))
            .map(str::to_owned)
            .collect();
        (name, uids)
    };
    let (_, all) = entries(Dates::All);
    assert_eq!(
        entries(Dates::One(PlanDay::Stop)),
        ("oxymoron-stop.ics".to_owned(), vec![all[0].clone()])
    );
    assert_eq!(
        entries(Dates::One(PlanDay::Review)),
        ("oxymoron-review.ics".to_owned(), vec![all[1].clone()])
    );
    assert_eq!(
        entries(Dates::Again),
        ("oxymoron-again.ics".to_owned(), vec![all[2].clone()])
    );
}

#[test]
fn a_moved_date_keeps_its_name_and_counts_up() {
    let (world, id) = answered("3");
    for text in ["2026-12-07", "2026-12-14"] {
        world.edits(id, Edit::SetPlanDay(PlanDay::Stop, day(text)));
        asks_for_calendar(&world, id, "");
    }
    let line = |text: &str, name: &str| {
        text.lines()
            .find(|line| line.starts_with(name))
            .map(str::to_owned)
    };
    let [first, second] = [0, 1].map(|place| world.files()[place].1.clone());
    assert_eq!(line(&first, "UID"), line(&second, "UID"));
    let sequence = |text: &str| line(text, "SEQUENCE:").unwrap()[9..].parse::<u32>().unwrap();
    assert!(sequence(&second) > sequence(&first));
}

#[test]
fn each_date_keeps_its_name_whichever_others_there_are() {
    let words = CalendarWords {
        stop: "Stop".to_owned(),
        review: "Review".to_owned(),
        again: "Again".to_owned(),
        description: String::new(),
    };
    let names = |stop: &str, review: &str, again: &str| {
        let mut plan = Plan::default();
        plan.stop.value = stop.parse().ok();
        plan.review.value = review.parse().ok();
        let again = Again::new(again.parse().ok(), Revision(9));
        let Action::Exported { text, copy, .. } =
            calendar_file("id", &plan, &again, &words, Moment(0), Dates::All)
        else {
            panic!("a file");
        };
        assert_eq!(copy, None);
        let uids = text.lines().filter_map(|line| line.strip_prefix("UID:id-"));
        uids.map(str::to_owned).collect::<Vec<_>>().join(" ")
    };
    let (stop, review, again) = ("2026-12-07", "2027-01-18", "2027-02-22");
    assert_eq!(
        names(stop, review, again),
        "stop@oxymoron review@oxymoron again@oxymoron"
    );
    assert_eq!(names("", review, again), "review@oxymoron again@oxymoron");
    assert_eq!(names(stop, "", again), "stop@oxymoron again@oxymoron");
    assert_eq!(names(stop, review, ""), "stop@oxymoron review@oxymoron");
    assert_eq!(names("", "", again), "again@oxymoron");
}

#[test]
fn a_record_of_the_first_version_gets_a_plan_at_the_next_edit() {
    let id = AssessmentId(0x0123_4567_89ab_cdef);
    let key = Key::Assessment(id).to_string();
    let old = include_str!("../fixtures/records/assessment-v1.json");
    let world = World::opened(&[(&key, old)]);
    assert_eq!(world.stored()[&key], old, "opening writes nothing");
    assert!(world.state().raw_records.is_empty());
    assert!(chooses(&world, id, 1, Door::MostEnergy));
    assert!(world.stored()[&key].starts_with("{\"schema\":3,"));
    assert_eq!(
        world.on_disk(id).unwrap().note(area(1)),
        "Two reviews\nsince spring"
    );
    assert_eq!(world.state().raw_records.len(), 0);
}
