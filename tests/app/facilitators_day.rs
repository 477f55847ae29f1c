//! What is asked before it is done, what is chosen when it is shown so, and sessions that went apart.

use crate::world::{Disk, World, checklist};
use oxymoron::app::action::Action;
use oxymoron::app::assessment::action::AssessmentAction;
use oxymoron::app::assessment::preview::{ImportChoice, Preview};
use oxymoron::app::workshop::action::{WorkshopAction, WorkshopEvent};
use oxymoron::app::workshop::asking::{Nonresponse, Question, question};
use oxymoron::app::workshop::export::session_file;
use oxymoron::app::workshop::setup::Draft;
use oxymoron::app::workshop::show_of_hands::partly_counted;
use oxymoron::app::workshop::workshop as stored;
use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::AssessmentId;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::code::answer::Response;
use oxymoron::domain::code::hands::Counted;
use oxymoron::domain::code::invite::Language;
use oxymoron::domain::code::items::Items;
use oxymoron::domain::code::{ResponseId, Round, Serial, WorkshopId};
use oxymoron::domain::exchange::{Intake, Relation};
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::plan::PlanText;
use oxymoron::domain::question::{AreaId, QuestionId};
use oxymoron::domain::record::{Key, write_workshop};
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::merge::{MergeLoss, Part};
use oxymoron::domain::workshop::stage::Stage;
use oxymoron::domain::workshop::{Seed, Workshop};

const ID: WorkshopId = WorkshopId(7);

/// Of somebody, in the characters of a typed line.
pub fn response(id: u64, levels: &str) -> Response {
    let shape = begun().settings.shape;
    let row = levels.chars().map(|code| Choice::from_code(&code.to_string()));
    Response {
        id: ResponseId(id),
        serial: Serial(1),
        role: None,
        items: Items::new(shape, row.collect()).unwrap(),
    }
}

/// For eight people, at the vote.
pub fn begun() -> Workshop {
    let draft = Draft {
        present: "8".to_owned(),
        ..Draft::default()
    };
    let settings = draft.settings(Language::new("en").unwrap()).unwrap();
    let mut workshop = Workshop::new(ID, Seed([3; 32]), settings, checklist().version, Moment(1_000));
    workshop.apply(Change::WentTo(Stage::Vote), Moment(2_000));
    workshop
}

/// On to a second vote on this area.
pub fn to_second_vote(workshop: &mut Workshop, area: AreaId, now: Moment) {
    for change in [
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area]),
        Change::WentTo(Stage::Discuss),
        Change::OpenedSecondVote,
    ] {
        workshop.apply(change, now);
    }
}

/// After six of them have answered; the first area divides them.
fn voted() -> Workshop {
    let mut workshop = begun();
    let answers = (1..=6).map(|id| {
        response(
            id,
            if id % 2 == 0 {
                "123232323232"
            } else {
                "523232323232"
            },
        )
    });
    workshop.apply(Change::Received(answers.collect()), Moment(3_000));
    workshop
}

fn area(number: u8) -> AreaId {
    AreaId::new(number).unwrap()
}

fn missing(round: Round, missing: u32) -> Nonresponse {
    Nonresponse {
        round,
        missing,
        of: 8,
    }
}

fn asked(workshop: &Workshop, change: &Change) -> Option<Question> {
    question(workshop, &checklist(), change, None)
}

#[test]
fn whoever_is_missing_is_asked_for_once_when_a_vote_ends() {
    let mut workshop = voted();
    let two = missing(Round::FIRST, 2);
    let asks = Some(Question::Missing(two));
    for stage in [Stage::Close, Stage::Reveal] {
        assert_eq!(asked(&workshop, &Change::WentTo(stage)), asks, "{stage:?}");
    }
    assert_eq!(
        asked(&workshop, &Change::WentTo(Stage::Invite)),
        None,
        "nothing ends"
    );
    workshop.apply(Change::WentTo(Stage::Close), Moment(4_000));
    let reveal = Change::WentTo(Stage::Reveal);
    let again = |acknowledged| question(&workshop, &checklist(), &reveal, acknowledged);
    assert_eq!(
        [
            again(Some(two)),
            again(Some(missing(Round::FIRST, 3))),
            again(None)
        ],
        [None, asks, asks]
    );
    assert_eq!(
        asked(&workshop, &Change::WentTo(Stage::Vote)),
        None,
        "the way back is free"
    );

    workshop.apply(Change::WentTo(Stage::Vote), Moment(5_000));
    workshop.apply(
        Change::Received(vec![response(7, "333333333333"), response(8, "333333333333")]),
        Moment(5_000),
    );
    assert_eq!(
        asked(&workshop, &Change::WentTo(Stage::Close)),
        None,
        "everybody is in"
    );
    workshop.apply(reveal, Moment(6_000));
    assert_eq!(asked(&workshop, &Change::WentTo(Stage::Discuss)), None);
}

#[test]
fn a_vote_of_which_only_some_questions_are_counted_by_hands_is_neither_closed_nor_shown_unasked() {
    let mut workshop = begun();
    let questions = workshop.open_questions(&checklist());
    let counted = Counted {
        levels: [0, 4, 4, 0, 0],
        ..Counted::default()
    };
    let count = |workshop: &mut Workshop, question: QuestionId| {
        workshop.apply(Change::CountedHands(question, counted), Moment(3_000));
    };
    count(&mut workshop, questions[0]);
    assert_eq!(workshop.received(), 8, "as many hands as people");
    let asks = |counted| Some(Question::Uncounted { counted, of: 12 });
    for stage in [Stage::Close, Stage::Reveal] {
        assert_eq!(asked(&workshop, &Change::WentTo(stage)), asks(1), "{stage:?}");
    }
    assert_eq!(asked(&workshop, &Change::WentTo(Stage::Invite)), None);
    workshop.apply(Change::WentTo(Stage::Close), Moment(4_000));
    assert_eq!(asked(&workshop, &Change::WentTo(Stage::Reveal)), asks(1));
    workshop.apply(Change::WentTo(Stage::Vote), Moment(5_000));
    for question in &questions[1..] {
        assert_eq!(partly_counted(&workshop).map(|(_, of)| of), Some(12));
        count(&mut workshop, *question);
    }
    assert_eq!(partly_counted(&workshop), None);
    assert_eq!(asked(&workshop, &Change::WentTo(Stage::Close)), None);
}

#[test]
fn a_second_vote_is_neither_closed_nor_left_without_a_question() {
    let mut workshop = voted();
    for change in [
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area(1), area(2)]),
        Change::TurnedTo(0),
        Change::OpenedSecondVote,
        Change::Received(vec![response(1, "3-----------")]),
    ] {
        workshop.apply(change, Moment(4_000));
    }
    let leaves = Some(Question::LeavesVote {
        area: area(1),
        received: 1,
        of: 8,
    });
    let hold = |workshop: &Workshop| asked(workshop, &Change::HeldSecondVote);
    let few = Question::Blank {
        group: MinimumGroup::try_from(5).unwrap(),
        most: 1,
    };
    assert_eq!(hold(&workshop), Some(few), "nothing would be shown");
    let mut shown = workshop.clone();
    shown.apply(
        Change::SetMinimum(MinimumGroup::try_from(3).unwrap()),
        Moment(4_500),
    );
    let answers = (2..=5).map(|id| response(id, "3-----------")).collect();
    shown.apply(Change::Received(answers), Moment(4_600));
    assert_eq!(
        hold(&shown),
        Some(Question::Missing(missing(Round::new(2).unwrap(), 3)))
    );
    for way in [
        Change::WentTo(Stage::Choose),
        Change::WentTo(Stage::Reveal),
        Change::TurnedTo(1),
    ] {
        assert_eq!(asked(&workshop, &way), leaves, "{way:?}");
    }
    for harmless in [
        Change::WentTo(Stage::Discuss),
        Change::TurnedTo(0),
        Change::ToggledTimer,
    ] {
        assert_eq!(asked(&workshop, &harmless), None, "{harmless:?}");
    }
    workshop.apply(Change::HeldSecondVote, Moment(5_000));
    assert_eq!(
        asked(&workshop, &Change::WentTo(Stage::Choose)),
        leaves,
        "closed and not shown"
    );
    workshop.apply(Change::ClosedSecondVote, Moment(6_000));
    assert_eq!(asked(&workshop, &Change::WentTo(Stage::Choose)), None);
}

#[test]
fn who_is_missing_in_one_vote_says_nothing_of_the_next() {
    let mut workshop = voted();
    let first = missing(Round::FIRST, 2);
    let answers = (1..=6).map(|id| response(id, "3-----------")).collect();
    for change in [
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area(1)]),
        Change::WentTo(Stage::Discuss),
        Change::OpenedSecondVote,
        Change::Received(answers),
    ] {
        workshop.apply(change, Moment(4_000));
    }
    let hold = |known| question(&workshop, &checklist(), &Change::HeldSecondVote, Some(known));
    let second = missing(Round::new(2).unwrap(), 2);
    assert_eq!(
        [hold(first), hold(second)],
        [Some(Question::Missing(second)), None]
    );
}

#[test]
fn a_smallest_group_that_hides_everything_is_asked_about_before_the_reveal_as_well() {
    let group = |size| MinimumGroup::try_from(size).unwrap();
    let set = |workshop: &Workshop, size| asked(workshop, &Change::SetMinimum(group(size)));
    let blank = |size, most| {
        Some(Question::Blank {
            group: group(size),
            most,
        })
    };
    let mut workshop = voted();
    // Two can still answer; once the vote is closed nobody can.
    assert_eq!([set(&workshop, 8), set(&workshop, 9)], [None, blank(9, 8)]);
    workshop.apply(Change::WentTo(Stage::Close), Moment(4_000));
    assert_eq!([set(&workshop, 6), set(&workshop, 7)], [None, blank(7, 6)]);

    // Whoever was not asked, as on another device, is asked at the reveal.
    workshop.apply(Change::SetMinimum(group(55)), Moment(5_000));
    let reveal = Change::WentTo(Stage::Reveal);
    assert_eq!(asked(&workshop, &reveal), blank(55, 6));
    assert_eq!(set(&workshop, 50), None, "down is always free");
    let mut nobody = begun();
    nobody.apply(Change::WentTo(Stage::Close), Moment(4_000));
    assert_eq!(
        asked(&nobody, &reveal),
        Some(Question::Missing(missing(Round::FIRST, 8))),
        "where nobody has answered it is not the group"
    );
}

#[test]
fn a_larger_smallest_group_says_what_it_will_hide() {
    let group = |size| MinimumGroup::try_from(size).unwrap();
    let mut workshop = voted();
    workshop.apply(Change::WentTo(Stage::Reveal), Moment(4_000));
    let asks = |size, after| {
        let question = Question::Smallest {
            group: group(size),
            before: 12,
            after,
        };
        assert_eq!(asked(&workshop, &Change::SetMinimum(group(size))), Some(question));
    };
    asks(6, 12);
    asks(55, 0);
    assert_eq!(asked(&workshop, &Change::SetMinimum(group(5))), None);
}

#[test]
fn what_the_reveal_shows_as_chosen_is_chosen() {
    let world = World::new(Disk::Working);
    world.finds(&Key::Workshop(ID), write_workshop(&voted()));
    let happens = |change| {
        let event = WorkshopEvent::Changed(change);
        world.happens(Action::Workshop(WorkshopAction::Workshop(ID, event).into()));
        stored(&world.state(), ID).unwrap()
    };
    let revealed = happens(Change::WentTo(Stage::Reveal));
    let areas: Vec<_> = revealed.topics.iter().map(|topic| topic.area).collect();
    assert_eq!(areas, [area(1)]);
    assert_eq!(areas, revealed.room(&checklist()).unwrap().queue);
    // Another choice stays, also when the reveal is gone to once more.
    happens(Change::ChoseTopics(vec![area(5)]));
    happens(Change::WentTo(Stage::Close));
    let again = happens(Change::WentTo(Stage::Reveal));
    assert_eq!(
        again.topics.iter().map(|topic| topic.area).collect::<Vec<_>>(),
        [area(5)]
    );
}

#[test]
fn a_workshop_that_an_earlier_version_left_without_a_choice_chooses_when_it_is_talked_about() {
    for (from, to, chosen) in [
        (Stage::Reveal, Stage::Discuss, vec![area(1)]),
        (Stage::Choose, Stage::Reveal, vec![area(1)]),
        (Stage::Choose, Stage::Experiment, vec![]),
    ] {
        let world = World::new(Disk::Working);
        let old = with(&voted(), [Change::WentTo(from)]);
        assert!(old.topics.is_empty());
        world.finds(&Key::Workshop(ID), write_workshop(&old));
        world.facilitates(ID, WorkshopEvent::Changed(Change::WentTo(to)));
        assert_eq!(
            stored(&world.state(), ID).unwrap().chosen_topics(),
            chosen,
            "{to:?}"
        );
    }
}

fn preview(world: &World, files: &[&Workshop]) -> Preview {
    let mut preview = Preview::default();
    for file in files {
        let text = session_file(file, checklist().version, Moment(9));
        let mut intake = Intake::open(text).unwrap();
        while let Some(found) = intake.next() {
            preview.add(&world.state(), found);
        }
    }
    preview
}

fn with(workshop: &Workshop, changes: impl IntoIterator<Item = Change>) -> Workshop {
    let mut workshop = workshop.clone();
    for change in changes {
        workshop.apply(change, Moment(9_000));
    }
    workshop
}

fn collected(ids: std::ops::Range<u64>) -> Change {
    Change::Received(ids.map(|id| response(id, "333333333333")).collect())
}

#[test]
fn a_co_facilitator_s_answers_come_in_beside_ours() {
    let world = World::new(Disk::Working);
    let ours = with(&begun(), [collected(1..3)]);
    world.finds(&Key::Workshop(ID), write_workshop(&ours));
    // More changes than ours, and none of our answers: not a later state of it.
    let theirs = with(
        &begun(),
        [collected(11..13), Change::ToggledTimer, Change::ToggledTimer],
    );
    let preview = preview(&world, &[&theirs]);
    let row = &preview.rows[0];
    assert_eq!(
        (row.relation, row.choice, row.left_apart),
        (
            Relation::Conflicting,
            ImportChoice::Merge,
            Some(MergeLoss::default())
        )
    );
    assert!(!preview.has_assessment(Relation::Conflicting));
    let records = preview.arrivals(|| AssessmentId(1));
    world.happens(Action::Assessment(AssessmentAction::Imported {
        records,
        continued: false,
    }));
    let received = || stored(&world.state(), ID).unwrap().received();
    assert_eq!(received(), 4);
    world.happens(Action::Undid);
    assert_eq!(received(), 2, "and it can be taken back");
}

#[test]
fn two_files_of_one_session_become_one() {
    let world = World::new(Disk::Working);
    let (one, other) = (
        with(&begun(), [collected(1..3)]),
        with(&begun(), [collected(11..13)]),
    );
    let both = preview(&world, &[&one, &other]);
    assert_eq!((both.rows.len(), both.left_out.len()), (1, 0));
    assert_eq!(
        (both.rows[0].relation, both.rows[0].choice),
        (Relation::New, ImportChoice::Merge)
    );
    let records = both.arrivals(|| AssessmentId(1));
    world.happens(Action::Assessment(AssessmentAction::Imported {
        records,
        continued: false,
    }));
    assert_eq!(stored(&world.state(), ID).unwrap().received(), 4);
    // The earlier of two states of one device adds nothing, and the later one stands, in whatever order they come.
    let later = with(&one, [collected(3..4)]);
    for files in [[&one, &later], [&later, &one]] {
        let preview = preview(&World::new(Disk::Working), &files);
        assert_eq!(preview.rows[0].left_apart, None);
        assert!(
            preview.arrivals(|| AssessmentId(1))[0]
                .text
                .contains(&format!("\"revision\":{}", later.revision.0))
        );
    }
}

#[test]
fn a_file_that_went_on_without_what_ours_has_says_what_it_leaves_out() {
    let world = World::new(Disk::Working);
    let ours = with(&begun(), [collected(1..7), Change::WentTo(Stage::Reveal)]);
    world.finds(&Key::Workshop(ID), write_workshop(&ours));
    let theirs = with(&begun(), [collected(1..7), collected(11..14)]);
    let preview = preview(&world, &[&theirs]);
    let left = MergeLoss {
        answers: 3,
        ..MergeLoss::default()
    };
    assert_eq!(preview.rows[0].left_apart, Some(left));
}

#[test]
fn a_later_file_without_our_words_does_not_take_their_place() {
    let world = World::new(Disk::Working);
    let begun = with(&voted(), [Change::WentTo(Stage::Reveal)]);
    let ours = with(
        &begun,
        [
            Change::WrotePlan(PlanText::Owner, "Ruth".to_owned()),
            Change::WroteNotes("ask Amir".to_owned()),
        ],
    );
    world.finds(&Key::Workshop(ID), write_workshop(&ours));
    // The same votes, and more changes.
    let theirs = with(
        &begun,
        [
            Change::WrotePlan(PlanText::Owner, "Lena".to_owned()),
            Change::ToggledTimer,
            Change::ToggledTimer,
            Change::WentTo(Stage::Discuss),
        ],
    );
    let both = preview(&world, &[&theirs]);
    let row = &both.rows[0];
    assert_eq!(row.relation, Relation::Conflicting);
    let left = row.left_apart.unwrap();
    assert_eq!((left.differing(), left.kinds().collect()), (1, vec![Part::Plan]));
    let records = both.arrivals(|| AssessmentId(1));
    world.happens(Action::Assessment(AssessmentAction::Imported {
        records,
        continued: false,
    }));
    let kept = stored(&world.state(), ID).unwrap();
    assert_eq!((&*kept.plan.owner.value, &*kept.notes), ("Lena", "ask Amir"));
}
