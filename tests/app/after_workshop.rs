//! After a workshop: going on elsewhere, what comes next, and last time against this time.

use crate::world::{Disk, World, checklist};
use oxymoron::app::action::{Action, Copied};
use oxymoron::app::assessment::action::AssessmentAction;
use oxymoron::app::assessment::preview::{ImportChoice, Preview, What};
use oxymoron::app::workshop::export::session_file;
use oxymoron::app::workshop::next::{Next, next};
use oxymoron::app::workshop::past::{End, earlier, last_time, moves};
use oxymoron::app::workshop::{Missing, has_no_copy, workshop};
use oxymoron::domain::assessment::{AssessmentId, KnowDo};
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::checklist::{Depth, InstrumentVersion};
use oxymoron::domain::code::WorkshopId;
use oxymoron::domain::code::hands::{Counted, Headcount};
use oxymoron::domain::code::invite::{Language, Roles};
use oxymoron::domain::code::items::Shape;
use oxymoron::domain::doors::Door;
use oxymoron::domain::exchange::{Intake, Relation};
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::group::sessions::SessionChange;
use oxymoron::domain::plan::{Chosen, Plan, Status};
use oxymoron::domain::question::{AreaId, QuestionId};
use oxymoron::domain::record::{Key, write_workshop};
use oxymoron::domain::stamp::{Revision, Stamped};
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::promise::Promise;
use oxymoron::domain::workshop::stage::{Agenda, Stage};
use oxymoron::domain::workshop::{Seed, Settings, Workshop};
use std::rc::Rc;

const ID: WorkshopId = WorkshopId(7);
const VERSION: InstrumentVersion = InstrumentVersion(1);

fn begun(id: WorkshopId, created: u64) -> Workshop {
    let settings = Settings {
        title: "North".to_owned(),
        shape: Shape::new(Depth::Quick, KnowDo::LeftOut),
        roles: Roles::new(vec![]).unwrap(),
        minimum: MinimumGroup::STANDARD,
        present: Headcount(12),
        agenda: Agenda::Sixty,
        language: Language::new("en").unwrap(),
    };
    Workshop::new(id, Seed([3; 32]), settings, VERSION, Moment(created))
}

/// With hands counted for the first areas, and the reveal.
fn revealed(id: u64, created: u64, hands: &[[u32; 5]]) -> Workshop {
    let mut workshop = begun(WorkshopId(id), created);
    for (number, levels) in (1..).zip(hands) {
        let counted = Counted {
            levels: *levels,
            ..Counted::default()
        };
        let question = QuestionId::Anchored(AreaId::new(number).unwrap());
        workshop.apply(Change::CountedHands(question, counted), Moment(created));
    }
    workshop.apply(Change::WentTo(Stage::Reveal), Moment(created));
    workshop
}

fn keeps(world: &World, workshop: &Workshop) {
    world.finds(&Key::Workshop(workshop.id), write_workshop(workshop));
}

fn here(world: &World, id: WorkshopId) -> Result<Rc<Workshop>, Missing> {
    workshop(&world.state(), id)
}

/// Takes the session out of one world, as its screen does, and shows it to another.
fn carried(from: &World, to: &World, id: WorkshopId) -> Preview {
    let text = session_file(&here(from, id).unwrap(), VERSION, Moment(1));
    let name = "session.json".to_owned();
    let copy = Some((Copied::Workshop(id), from.now()));
    from.happens(Action::Exported { name, text, copy });
    from.says_that_it_arrived();
    let (_, file) = from.last_file();
    let mut intake = Intake::open(file).unwrap();
    let mut preview = Preview::default();
    while let Some(found) = intake.next() {
        preview.add(&to.state(), found);
    }
    preview
}

fn brings_in(world: &World, preview: &Preview) {
    let records = preview.arrivals(|| AssessmentId(1));
    let continued = false;
    world.happens(Action::Assessment(AssessmentAction::Imported {
        records,
        continued,
    }));
}

#[test]
fn a_session_goes_on_elsewhere_at_the_same_step_and_comes_back() {
    let (first, second) = (World::new(Disk::Working), World::new(Disk::Working));
    let mut session = begun(ID, 1_000);
    session.apply(Change::WentTo(Stage::Vote), Moment(2_000));
    keeps(&first, &session);

    let preview = carried(&first, &second, ID);
    let row = &preview.rows[0];
    assert_eq!(
        (row.what, &*row.subject, row.relation, row.choice),
        (What::Workshop, "North", Relation::New, ImportChoice::Merge)
    );
    brings_in(&second, &preview);
    assert_eq!(
        here(&second, ID).unwrap(),
        Rc::new(session.clone()),
        "the stage, the timer and the secret"
    );
    assert_eq!(
        second.stored()["oxymoron/1/workshop/0000000000000007"],
        write_workshop(&session)
    );

    // Elsewhere it goes on, and the first laptop's state is an older one there.
    session.apply(Change::WentTo(Stage::Reveal), Moment(3_000));
    keeps(&second, &session);
    let preview = carried(&first, &second, ID);
    assert_eq!(
        (preview.rows[0].relation, preview.rows[0].choice),
        (Relation::Older, ImportChoice::Skip)
    );
    assert_eq!(preview.chosen(), 0);

    // Brought back it is newer, and can be taken back.
    let preview = carried(&second, &first, ID);
    assert_eq!(preview.rows[0].relation, Relation::Newer);
    brings_in(&first, &preview);
    assert_eq!(here(&first, ID).unwrap().stage, Stage::Reveal);
    first.happens(Action::Undid);
    assert_eq!(here(&first, ID).unwrap().stage, Stage::Vote);
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn planned(stop: Option<&str>, review: Option<&str>, status: Status) -> Plan {
    let part = |date: Option<&str>| Stamped::new(date.map(day), Revision(1));
    let chosen = Chosen {
        area: AreaId::new(4).unwrap(),
        door: Door::Chance,
        from: None,
        to: None,
    };
    Plan {
        chosen: Stamped::new(Some(chosen), Revision(1)),
        stop: part(stop),
        review: part(review),
        status: Stamped::new(status, Revision(1)),
        ..Plan::default()
    }
}

#[test]
fn what_comes_next_is_the_stop_and_then_the_review() {
    let check = |plan: &Plan, today: &str, expected| assert_eq!(next(plan, day(today)), expected, "{today}");
    let (stop, review) = (day("2026-12-07"), day("2027-01-18"));
    let plan = planned(Some("2026-12-07"), Some("2027-01-18"), Status::Running);
    check(&plan, "2026-11-23", Some(Next::Stop(stop)));
    check(&plan, "2026-12-07", Some(Next::Stop(stop)));
    check(&plan, "2026-12-08", Some(Next::Review(review)));
    check(&plan, "2027-01-18", Some(Next::Review(review)));
    check(&plan, "2027-01-19", Some(Next::Overdue(review)));
    let done = planned(Some("2026-12-07"), Some("2027-01-18"), Status::Done);
    check(&done, "2026-11-23", Some(Next::Review(review)));
    let dropped = planned(Some("2026-12-07"), Some("2027-01-18"), Status::Dropped);
    check(&dropped, "2026-11-23", None);
    check(
        &planned(Some("2026-12-07"), None, Status::Planned),
        "2026-12-08",
        None,
    );
    check(
        &Plan {
            chosen: Stamped::default(),
            ..plan
        },
        "2026-11-23",
        None,
    );
}

#[test]
fn only_earlier_revealed_workshops_are_offered_the_latest_first() {
    let world = World::new(Disk::Working);
    let (spring, summer, now) = (revealed(9, 10, &[]), revealed(2, 20, &[]), revealed(5, 30, &[]));
    let later = revealed(4, 40, &[]);
    for one in [&spring, &summer, &now, &later, &begun(WorkshopId(8), 15)] {
        keeps(&world, one);
    }
    world.finds(&Key::Workshop(WorkshopId(6)), "{}".to_owned());
    let found = earlier(&world.state(), &now);
    assert_eq!(found.iter().map(|one| one.id.0).collect::<Vec<_>>(), [2, 9]);
    assert_eq!(earlier(&world.state(), &spring), []);
}

#[test]
fn last_time_is_what_a_workshop_goes_on_from_or_the_latest_of_its_title_and_no_other_team_s() {
    let called = |id, created, title: &str| {
        let mut workshop = revealed(id, created, &[]);
        workshop.settings.title = title.to_owned();
        workshop.plan = planned(None, None, Status::Running);
        Rc::new(workshop)
    };
    let others = [
        called(1, 40, "South"),
        called(2, 30, "North "),
        called(3, 20, "West"),
        called(4, 10, "North"),
    ];
    let now = |title: &str, promise| {
        let mut workshop = begun(ID, 50);
        workshop.settings.title = title.to_owned();
        workshop.promise = promise;
        last_time(&workshop, &others).map(|id| id.0)
    };
    let promise = |place: usize| Promise::of(&others[place]);
    assert_eq!(now("North", None), Some(2));
    assert_eq!(now("North", promise(3)), Some(4));
    assert_eq!(now("North, new", promise(2)), Some(3));
    assert_eq!(now("East", None), None);
    assert_eq!(now("", None), None);
    let gone = promise(0).map(|promise| Promise {
        held: Moment(1),
        ..promise
    });
    assert_eq!(now("North", gone), Some(2), "that session is on another device");
}

#[test]
fn the_rooms_of_a_set_are_not_one_another_s_past() {
    let world = World::new(Disk::Working);
    let rooms = [revealed(1, 20, &[]), revealed(2, 20, &[]), revealed(3, 20, &[])];
    let before = revealed(9, 10, &[]);
    for one in rooms.iter().chain([&before]) {
        keeps(&world, one);
    }
    let found = earlier(&world.state(), &rooms[2]);
    assert_eq!(found.iter().map(|one| one.id.0).collect::<Vec<_>>(), [9]);
}

#[test]
fn moved_takes_half_a_level_and_more_than_chance_on_both_sides() {
    // From 3 + 2 / 12 = 3.17 to 4 - 4 / 12 = 3.67 is half a level, and less than what chance does with twelve and twelve votes.
    let before = revealed(
        1,
        10,
        &[
            [0, 2, 6, 4, 0],
            [0, 0, 12, 0, 0],
            [0, 0, 0, 12, 0],
            [0, 0, 4, 0, 0],
            [0, 0, 12, 0, 0],
        ],
    );
    // {0,0,4,8,0} is 4 - 4 / 16 = 3.75.
    let after = revealed(
        2,
        20,
        &[
            [0, 1, 4, 6, 1],
            [0, 0, 4, 8, 0],
            [0, 12, 0, 0, 0],
            [0, 0, 0, 0, 12],
            [0, 0, 0, 0, 4],
        ],
    );
    let moves = moves(&checklist(), &before, &after);
    assert_eq!(moves.len(), 12);
    let changes: Vec<_> = moves.iter().take(6).map(|it| it.change).collect();
    let expected = [
        Some(SessionChange::NoChangeThatCounts),
        Some(SessionChange::MovedUp),
        Some(SessionChange::MovedDown),
        None,
        None,
        None,
    ];
    assert_eq!(changes, expected, "four votes are too few in either session");
    let tenths = |place: usize| {
        let of = |end: End| {
            end.middle()
                .map(oxymoron::domain::group::InterpolatedMedian::tenths)
        };
        (of(moves[place].from), of(moves[place].to))
    };
    assert_eq!(tenths(1), (Some(30), Some(38)));
    assert_eq!(
        tenths(3),
        (None, Some(50)),
        "the four of the first session stay hidden"
    );
    assert_eq!(tenths(4), (Some(30), None));
    assert_eq!(moves[4].to, End::TooFew);
    // A smallest group of three shows the dots of four, and still no middle answer and no move.
    let mut few = after;
    few.settings.minimum = MinimumGroup::try_from(3).unwrap();
    let moves = oxymoron::app::workshop::past::moves(&checklist(), &before, &few);
    assert_eq!((moves[4].to, moves[4].change), (End::Dots, None));
}

#[test]
fn nothing_is_compared_with_what_was_not_revealed() {
    let after = revealed(2, 20, &[[0, 0, 12, 0, 0]]);
    assert_eq!(moves(&checklist(), &begun(WorkshopId(1), 10), &after), []);
    assert_eq!(moves(&checklist(), &after, &begun(WorkshopId(1), 10)), []);
}

#[test]
fn a_session_is_missed_from_the_reveal_on_until_it_was_taken_out_as_it_stands() {
    let (world, other) = (World::new(Disk::Working), World::new(Disk::Working));
    let missed = |world: &World| has_no_copy(&world.state().backup, &here(world, ID).unwrap());
    let mut session = begun(ID, 0);
    session.apply(Change::WentTo(Stage::Close), Moment(500));
    keeps(&world, &session);
    assert!(!missed(&world), "there is nothing yet that the room has seen");
    session.apply(Change::WentTo(Stage::Reveal), Moment(600));
    keeps(&world, &session);
    assert!(missed(&world));
    assert_eq!(world.state().backup.workshop_left(ID), None);

    let preview = carried(&world, &other, ID);
    assert!(!missed(&world) && !missed(&world.reopened()), "it is stored");
    brings_in(&other, &preview);
    assert!(!missed(&other), "it came from a file");
    other.happens(Action::Undid);
    assert_eq!(other.state().backup.workshop_left(ID), None);

    session.apply(Change::WroteNotes("later".to_owned()), Moment(60_000));
    keeps(&world, &session);
    assert!(missed(&world), "it has changed since");
    assert!(world.state().backup.workshop_left(ID).is_some());
    // Everything includes it; by then more than a minute has gone.
    let later = world.reopened();
    later.happens(Action::AskedForEverything);
    later.says_that_it_arrived();
    assert!(!missed(&later));
}
