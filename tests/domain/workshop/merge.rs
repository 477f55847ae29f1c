//! One session on two devices that went apart.

use super::{after, any_workshop, at, question, said, workshop};
use crate::arbitrary::settings;
use crate::support::{area_id, twelve_areas};
use oxymoron::domain::code::answer::Response;
use oxymoron::domain::code::hands::{Counted, Headcount};
use oxymoron::domain::code::{ResponseId, Serial, WorkshopId};
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::level::Level;
use oxymoron::domain::plan::PlanText;
use oxymoron::domain::record::{read_workshop, write_workshop};
use oxymoron::domain::workshop::address::PageAddress;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::energy::HandsEach;
use oxymoron::domain::workshop::merge::{MergeLoss, Part, holds, merge};
use oxymoron::domain::workshop::modes::Mode;
use oxymoron::domain::workshop::promise::{Came, Promise};
use oxymoron::domain::workshop::stage::{Agenda, Stage};
use oxymoron::domain::workshop::{SecondVote, Workshop};
use proptest::prelude::*;

fn one(id: u64) -> Response {
    said(id, None, "333333333333")
}

fn with(workshop: &Workshop, changes: impl IntoIterator<Item = Change>) -> Workshop {
    let mut workshop = workshop.clone();
    for (second, change) in (100..).zip(changes) {
        workshop.apply(change, at(second));
    }
    workshop
}

fn ids(workshop: &Workshop) -> Vec<u64> {
    workshop.first.responses().map(|response| response.id.0).collect()
}

#[test]
fn two_consoles_that_collected_apart_have_all_answers_together() {
    let begun = after([Change::WentTo(Stage::Vote), Change::Received(vec![one(1)])]);
    let ours = with(&begun, [Change::Received(vec![one(2), one(3)])]);
    let later = Response {
        serial: Serial(2),
        ..said(2, None, "444444444444")
    };
    let theirs = with(
        &begun,
        [
            Change::Received(vec![one(4), later.clone()]),
            Change::CountedHands(
                question(1),
                Counted {
                    levels: [1, 1, 0, 0, 0],
                    ..Counted::default()
                },
            ),
            Change::WroteNotes("ask Ruth".to_owned()),
            Change::Collected(Mode::Scan),
        ],
    );
    for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
        let (whole, left_out) = merge(one, other).unwrap();
        assert_eq!(ids(&whole), [1, 2, 3, 4]);
        assert!(
            whole.first.responses().any(|response| *response == later),
            "of one person the later code"
        );
        assert_eq!((whole.first.hands.len(), &*whole.notes), (1, "ask Ruth"));
        let modes: Vec<_> = whole.modes.iter().collect();
        assert_eq!(modes, [Mode::Scan, Mode::ShowOfHands]);
        assert!(left_out.is_nothing());
        assert!(
            whole.revision > ours.revision.max(theirs.revision),
            "later than both"
        );
    }
}

#[test]
fn what_the_room_has_seen_stays_and_what_is_missing_from_it_is_counted() {
    let begun = after([
        Change::WentTo(Stage::Vote),
        Change::Received((1..=5).map(one).collect()),
    ]);
    let shown = with(&begun, [Change::WentTo(Stage::Reveal)]);
    let collected = with(&begun, [Change::Received(vec![one(6), one(7)])]);
    for (one, other) in [(&shown, &collected), (&collected, &shown)] {
        let (whole, left_out) = merge(one, other).unwrap();
        assert_eq!((ids(&whole), whole.stage), (vec![1, 2, 3, 4, 5], Stage::Reveal));
        assert_eq!(whole.room(&twelve_areas()), shown.room(&twelve_areas()));
        assert_eq!(
            left_out,
            MergeLoss {
                answers: 2,
                ..MergeLoss::default()
            }
        );
    }
}

#[test]
fn second_votes_come_together_by_area_and_round() {
    let talk = after([
        Change::Received((1..=5).map(one).collect()),
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area_id(1), area_id(2)]),
        Change::TurnedTo(0),
        Change::OpenedSecondVote,
    ]);
    let ours = with(
        &talk,
        [
            Change::Received(vec![one(1)]),
            Change::WroteNote(area_id(1), "here".to_owned()),
        ],
    );
    let theirs = with(
        &talk,
        [
            Change::Received(vec![one(2)]),
            Change::WroteDissent(area_id(1), "there".to_owned()),
        ],
    );
    let (whole, left_out) = merge(&ours, &theirs).unwrap();
    assert_eq!(whole.topics[0].ballot.received(), 2);
    assert_eq!(
        (&*whole.topics[0].note, &*whole.topics[0].dissent),
        ("here", "there")
    );
    assert!(left_out.is_nothing());

    // One of them has shown it: nothing enters any more, and it is shown.
    let shown = with(&theirs, [Change::ClosedSecondVote]);
    for (one, other) in [(&ours, &shown), (&shown, &ours)] {
        let (whole, left_out) = merge(one, other).unwrap();
        assert!(matches!(whole.topics[0].second, SecondVote::Closed(_)));
        assert_eq!((whole.topics[0].ballot.received(), left_out.answers), (1, 1));
    }

    // Both held the second vote of another area in the same round.
    let other = with(
        &talk,
        [
            Change::ChoseTopics(vec![area_id(1), area_id(3)]),
            Change::ClosedSecondVote,
            Change::TurnedTo(1),
            Change::OpenedSecondVote,
        ],
    );
    let ours = with(
        &talk,
        [
            Change::ClosedSecondVote,
            Change::TurnedTo(1),
            Change::OpenedSecondVote,
        ],
    );
    let (whole, left_out) = merge(&ours, &other).unwrap();
    assert_eq!(left_out.votes, 1, "named, not lost silently");
    assert!(read_workshop(whole.id, &write_workshop(&whole)).is_ok());
}

#[test]
fn texts_that_differ_are_counted_and_those_that_are_missing_are_filled() {
    let begun = after([Change::WentTo(Stage::Reveal)]);
    let text = |which, text: &str| Change::WrotePlan(which, text.to_owned());
    let ours = with(
        &begun,
        [text(PlanText::Owner, "Ruth"), text(PlanText::Counted, "calls")],
    );
    let theirs = with(
        &begun,
        [
            text(PlanText::Owner, "Amir"),
            text(PlanText::Experiment, "ask first"),
        ],
    );
    let (whole, left_out) = merge(&ours, &theirs).unwrap();
    let texts = [PlanText::Owner, PlanText::Counted, PlanText::Experiment]
        .map(|which| whole.plan.text(which).value.clone());
    assert_eq!(texts, ["Ruth", "calls", "ask first"]);
    assert_eq!(left_out.differing(), 1);
}

#[test]
fn an_answer_that_was_changed_after_a_vote_was_seen_is_counted() {
    let begun = after([
        Change::WentTo(Stage::Vote),
        Change::Received((1..=5).map(one).collect()),
    ]);
    let shown = with(&begun, [Change::WentTo(Stage::Reveal)]);
    let again = |serial| Response {
        serial: Serial(serial),
        ..said(2, None, "444444444444")
    };
    let changed = with(&begun, [Change::Received(vec![again(2)])]);
    for (one, other) in [(&shown, &changed), (&changed, &shown)] {
        assert_eq!(merge(one, other).unwrap().1.answers, 1);
    }
    // The room has seen the later one of the two: nothing is lost.
    let later = with(
        &begun,
        [Change::Received(vec![again(2)]), Change::WentTo(Stage::Reveal)],
    );
    assert!(holds(&later, &begun) && merge(&later, &begun).unwrap().1.is_nothing());
    // What was taken out as surplus is not missing.
    let mut without = begun.clone();
    without.first.leave_out(ResponseId(3), one(3).serial);
    without.apply(Change::WentTo(Stage::Reveal), at(200));
    assert!(holds(&without, &begun));
}

#[test]
fn every_setting_that_differs_is_counted() {
    let begun = after([Change::WentTo(Stage::Vote)]);
    let address = |text| Some(PageAddress::new(text).unwrap());
    let changes = [
        (
            Change::Named("Ours".to_owned()),
            Change::Named("Theirs".to_owned()),
            Part::Title,
        ),
        (
            Change::Expected(Headcount(11)),
            Change::Expected(Headcount(12)),
            Part::Headcount,
        ),
        (
            Change::SetMinimum(MinimumGroup::try_from(6).unwrap()),
            Change::SetMinimum(MinimumGroup::try_from(7).unwrap()),
            Part::Smallest,
        ),
        (
            Change::SetAgenda(Agenda::Ninety),
            Change::SetAgenda(Agenda::Sixty),
            Part::Agenda,
        ),
        (
            Change::SetAddress(address("https://a.example/")),
            Change::SetAddress(address("https://b.example/")),
            Part::Address,
        ),
        (
            Change::SetHandsEach(HandsEach::Several),
            Change::SetHandsEach(HandsEach::One),
            Part::Energy,
        ),
    ];
    for (ours, theirs, part) in changes {
        let name = format!("{ours:?}");
        let energy = |hands| Change::CountedEnergy(area_id(hands), Some(1));
        let (ours, theirs) = (with(&begun, [ours, energy(1)]), with(&begun, [theirs, energy(1)]));
        let (whole, left_out) = merge(&ours, &theirs).unwrap();
        let lost = (left_out.answers, left_out.votes, left_out.differing());
        assert_eq!(lost, (0, 0, 1), "{name}");
        assert_eq!(left_out.kinds().collect::<Vec<_>>(), [part], "{name}");
        assert!(!holds(&ours, &theirs) && !holds(&theirs, &ours), "{name}");
        assert!(read_workshop(whole.id, &write_workshop(&whole)).is_ok());
    }
    // Nobody has counted a hand yet, and what was chosen here stays.
    let several = with(&begun, [Change::SetHandsEach(HandsEach::Several)]);
    let (whole, left_out) = merge(&several, &begun).unwrap();
    assert_eq!((whole.energy.each, left_out.differing()), (HandsEach::Several, 1));
    let promised = |came, learned: &str| {
        let mut promised = begun.clone();
        promised.promise = Some(Promise {
            came: Some(came),
            learned: learned.to_owned(),
            held: at(1),
            area: area_id(1),
            experiment: String::new(),
            counted: String::new(),
            owner: String::new(),
            stop: None,
            review: None,
        });
        promised
    };
    let (ours, theirs) = (promised(Came::Done, ""), promised(Came::Dropped, "ask sooner"));
    let (whole, left_out) = merge(&ours, &theirs).unwrap();
    assert_eq!(
        (left_out.differing(), &*whole.promise.unwrap().learned),
        (1, "ask sooner")
    );
    assert_eq!(left_out.kinds().collect::<Vec<_>>(), [Part::Promise]);
}

#[test]
fn a_state_holds_another_one_only_with_every_word_of_it() {
    let begun = after([
        Change::Received((1..=5).map(one).collect()),
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area_id(1)]),
    ]);
    let on = |changes: Vec<Change>| {
        let more = [
            Change::ToggledTimer,
            Change::ToggledTimer,
            Change::WentTo(Stage::Discuss),
        ];
        with(&begun, changes.into_iter().chain(more))
    };
    let words = [
        Change::WroteNote(area_id(1), "ours".to_owned()),
        Change::WroteDissent(area_id(1), "ours".to_owned()),
        Change::WrotePlan(PlanText::Owner, "ours".to_owned()),
        Change::WroteNotes("ours".to_owned()),
        Change::Agreed(area_id(1), Some(Level::Working)),
        Change::ChoseTopics(vec![area_id(1), area_id(2)]),
    ];
    for change in words {
        let ours = with(&begun, [change.clone()]);
        let theirs = on(vec![]);
        assert!(!holds(&theirs, &ours), "{change:?}");
        assert!(holds(&on(vec![change.clone()]), &ours), "{change:?}");
        let (whole, left_out) = merge(&ours, &theirs).unwrap();
        assert!(left_out.is_nothing() && holds(&whole, &ours) && holds(&whole, &theirs));
    }
    // A text that was written on is all there.
    let ours = with(&begun, [Change::WroteNotes("ask Ruth".to_owned())]);
    assert!(holds(
        &on(vec![Change::WroteNotes("ask Ruth, and Amir".to_owned())]),
        &ours
    ));
    assert!(!holds(
        &on(vec![Change::WroteNotes("ask Amir".to_owned())]),
        &ours
    ));
    // What the room has seen there was not seen here.
    let unseen = after([Change::Received((1..=5).map(one).collect())]);
    assert!(holds(&begun, &unseen) && !holds(&unseen, &begun));
}

#[test]
fn another_session_is_not_merged() {
    let ours = workshop();
    for change in [
        |other: &mut Workshop| other.id = WorkshopId(1),
        |other: &mut Workshop| other.seed.0 = [8; 32],
        |other: &mut Workshop| other.created = at(1),
    ] {
        let mut other = workshop();
        change(&mut other);
        assert_eq!(merge(&ours, &other), None);
        assert!(!holds(&ours, &other));
    }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn any_two_states_merge_into_one_that_is_read_again(ours in any_workshop(), theirs in any_workshop()) {
        let (whole, _) = merge(&ours, &theirs).unwrap();
        prop_assert_eq!(read_workshop(whole.id, &write_workshop(&whole)), Ok(whole.clone()));
        for (seen, other) in [(&ours, &theirs), (&theirs, &ours)] {
            // Of a vote that one room has seen, there is one that stands as it was seen.
            prop_assert!(seen.revealed.is_none() || whole.first == seen.first || (other.revealed.is_some() && whole.first == other.first));
        }
    }

    #[test]
    fn a_state_and_itself_are_itself(ours in any_workshop()) {
        let (whole, left_out) = merge(&ours, &ours).unwrap();
        prop_assert!(left_out.is_nothing() && holds(&ours, &ours));
        prop_assert_eq!(Workshop { revision: ours.revision, ..whole }, ours);
    }
}
