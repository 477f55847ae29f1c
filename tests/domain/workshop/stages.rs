//! Stages, the time that is left, and when a vote is open.

use super::{after, any_workshop, at, happenings, said, workshop};
use crate::arbitrary::settings;
use crate::support::{area_id, twelve_areas};
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::code::{Round, WorkshopId};
use oxymoron::domain::stamp::Revision;
use oxymoron::domain::workshop::change::{Change, Dispositions};
use oxymoron::domain::workshop::cover::{Break, Cover};
use oxymoron::domain::workshop::stage::{Agenda, OwnMinutes, Stage, Timer};
use oxymoron::domain::workshop::{MOST_TOPICS, SecondVote, Workshop};
use proptest::prelude::*;

#[test]
fn the_stages_fill_the_agenda() {
    let minutes = |agenda| Stage::ALL.map(|stage| stage.seconds(agenda) / 30);
    // In half minutes: 4, 5, 1, 3, 8 for each area, 7, 12, 4 minutes; in ninety half as long again.
    assert_eq!(minutes(Agenda::Sixty), [8, 10, 2, 6, 16, 14, 24, 8, 0]);
    assert_eq!(minutes(Agenda::Ninety), [12, 15, 3, 9, 24, 21, 36, 12, 0]);
    for agenda in Agenda::ALL {
        let all: i64 = Stage::ALL.iter().map(|stage| stage.seconds(agenda)).sum();
        let talks = 2 * Stage::Discuss.seconds(agenda);
        assert_eq!(all + talks, agenda.minutes() * 60);
        assert_eq!(Agenda::of_minutes(agenda.minutes()), Some(agenda));
    }
    assert_eq!(Agenda::of_minutes(75), None);
    let own = OwnMinutes::of(Agenda::Ninety).with(Stage::Discuss, 10);
    assert_eq!(
        own.all(),
        [6, 7, 1, 4, 10, 10, 18, 6],
        "whole minutes of the ninety"
    );
    assert_eq!(Agenda::Own(own).minutes(), 6 + 7 + 1 + 4 + 3 * 10 + 10 + 18 + 6);
    assert_eq!(Stage::Report.seconds(Agenda::Own(own)), 0);
    assert_eq!(own.with(Stage::Report, 9), own, "the report has no end");
    assert_eq!(own.with(Stage::Vote, 0), own);
}

#[test]
fn stages_follow_each_other() {
    let (mut stage, mut seen) = (Stage::Invite, vec![Stage::Invite]);
    while let Some(next) = stage.next() {
        assert_eq!(next.previous(), Some(stage));
        seen.push(next);
        stage = next;
    }
    assert_eq!((seen, Stage::Invite.previous()), (Stage::ALL.to_vec(), None));
    for stage in Stage::ALL {
        assert_eq!(Stage::from_name(stage.name()), Some(stage));
    }
    assert_eq!(Stage::from_name("Vote"), None);
}

#[test]
fn the_timer_by_hand() {
    let timer = Timer::running(300, at(0));
    assert_eq!(
        [0, 1, 299, 300, 301].map(|second| timer.left(at(second))),
        [300, 299, 1, 0, -1]
    );
    assert_eq!(timer.left(Moment(at(0).0 + 999)), 300, "whole seconds only");
    assert_eq!(
        timer.left(Moment(0)),
        300,
        "a clock that was set back adds nothing"
    );
    let stopped = timer.toggled(at(100));
    assert_eq!((stopped, stopped.left(at(5000))), (Timer::paused(200), 200));
    assert_eq!(stopped.toggled(at(5000)).left(at(5060)), 140);
    // A minute more, a minute less; what is left does not fall below zero that way.
    assert_eq!(timer.moved(60, at(100)).left(at(100)), 260);
    assert_eq!(timer.moved(-60, at(100)).left(at(110)), 130);
    assert_eq!(timer.moved(-60, at(270)).left(at(270)), 0);
    assert_eq!(Timer::paused(30).moved(-60, at(0)), Timer::paused(0));
    // What is over by twenty seconds stays so, and a minute more gives forty.
    assert_eq!(timer.moved(-60, at(320)).left(at(320)), -20);
    assert_eq!(timer.moved(60, at(320)).left(at(320)), 40);
    assert_eq!(Timer::paused(i64::MAX).moved(i64::MAX, at(0)).left, i64::MAX);
}

#[test]
fn each_stage_begins_with_its_own_time() {
    let mut workshop = workshop();
    assert_eq!(
        workshop.timer,
        Timer::paused(240),
        "nothing runs before it begins"
    );
    for stage in Stage::ALL.into_iter().skip(1) {
        workshop.apply(Change::WentTo(stage), at(10));
        let expected = match stage {
            Stage::Report => Timer::paused(0),
            _ => Timer::running(stage.seconds(Agenda::Sixty), at(10)),
        };
        assert_eq!(workshop.timer, expected);
    }
}

#[test]
fn another_agenda_changes_a_timer_that_nobody_has_touched() {
    let mut untouched = after([Change::SetAgenda(Agenda::Ninety)]);
    assert_eq!(untouched.timer, Timer::paused(360));
    untouched.apply(Change::SetAgenda(Agenda::Sixty), at(9));
    assert_eq!(untouched.timer, Timer::paused(240));
    let running = after([Change::WentTo(Stage::Vote), Change::SetAgenda(Agenda::Ninety)]);
    assert_eq!(running.timer, Timer::running(300, at(1)));
    let moved = after([Change::MovedTimer(60), Change::SetAgenda(Agenda::Ninety)]);
    assert_eq!(moved.timer, Timer::paused(300));
}

#[test]
fn a_stage_goes_on_with_the_time_it_had_left() {
    let mut workshop = after([Change::WentTo(Stage::Vote)]);
    let mut goes = |change: Change, second: u64, left: i64| {
        workshop.apply(change, at(second));
        assert_eq!(workshop.timer.left(at(second)), left, "{second}");
    };
    goes(Change::WentTo(Stage::Close), 101, 60);
    goes(Change::WentTo(Stage::Vote), 131, 200);
    goes(Change::WentTo(Stage::Vote), 141, 190);
    goes(Change::WentTo(Stage::Close), 151, 30);
    goes(Change::WentTo(Stage::Reveal), 161, 180);
    goes(Change::ChoseTopics(vec![area_id(1), area_id(2)]), 162, 179);
    goes(Change::TurnedTo(0), 171, 480);
    goes(Change::TurnedTo(1), 271, 480);
    // Each talk has its own time, and it may be over.
    goes(Change::TurnedTo(0), 281, 380);
    goes(Change::WentTo(Stage::Choose), 681, 420);
    goes(Change::WentTo(Stage::Discuss), 691, -20);
    goes(Change::TurnedTo(1), 692, 470);
}

#[test]
fn a_stage_that_is_gone_to_again_does_not_begin_anew() {
    let mut workshop = after([Change::WentTo(Stage::Vote), Change::ToggledTimer]);
    let before = workshop.timer;
    workshop.apply(Change::WentTo(Stage::Vote), at(50));
    assert_eq!(workshop.timer, before, "nor does it run again");
}

#[test]
fn a_break_stops_the_timer_until_it_is_over() {
    let mut workshop = after([Change::WentTo(Stage::Vote)]);
    workshop.apply(Change::BeganBreak(Some(at(700))), at(101));
    let pause = Break {
        back: Some(at(700)),
        ran: true,
    };
    assert_eq!(
        (workshop.cover, workshop.timer),
        (Cover::Break(pause), Timer::paused(200))
    );
    // Another time to be back changes nothing else.
    workshop.apply(Change::BeganBreak(None), at(102));
    assert_eq!((workshop.timer.left(at(103)), workshop.timer.since), (200, None));
    workshop.apply(Change::Blanked(false), at(800));
    assert_eq!(
        (workshop.cover, workshop.timer),
        (Cover::Open, Timer::running(200, at(800)))
    );
    workshop.apply(Change::ToggledTimer, at(810));
    workshop.apply(Change::BeganBreak(None), at(820));
    workshop.apply(Change::Blanked(false), at(900));
    assert_eq!(workshop.timer, Timer::paused(190), "it had been stopped before");
    workshop.apply(Change::Blanked(true), at(901));
    assert_eq!(workshop.cover, Cover::Blank);
    workshop.apply(Change::WentTo(Stage::Close), at(902));
    assert_eq!(workshop.cover, Cover::Open, "the room sees the next stage");
}

/// At the talk about the first area, with its second vote open.
fn at_the_second_vote() -> Workshop {
    after([
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area_id(1)]),
        Change::TurnedTo(0),
        Change::OpenedSecondVote,
    ])
}

#[test]
fn a_second_vote_that_was_closed_by_mistake_is_opened_again_before_anything_is_shown() {
    let six = || {
        (1..=6)
            .map(|id| said(id, None, "222222222222"))
            .collect::<Vec<_>>()
    };
    let mut workshop = at_the_second_vote();
    let round = workshop.open_round();
    workshop.apply(Change::Received(six()), at(10));
    workshop.apply(Change::HeldSecondVote, at(11));
    assert_eq!((workshop.open_round(), workshop.unseen_round()), (None, round));
    assert_eq!(workshop.received(), 6, "still those of this vote");
    let rounds = workshop.rounds(&twelve_areas(), area_id(1)).unwrap();
    assert_eq!(rounds.second, None, "nothing is shown");
    workshop.apply(Change::ReopenedSecondVote, at(12));
    assert_eq!((workshop.open_round(), workshop.received()), (round, 6));
    workshop.apply(Change::HeldSecondVote, at(13));
    workshop.apply(Change::ClosedSecondVote, at(14));
    assert!(
        workshop
            .rounds(&twelve_areas(), area_id(1))
            .unwrap()
            .second
            .is_some()
    );
    workshop.apply(Change::ReopenedSecondVote, at(15));
    workshop.apply(Change::HeldSecondVote, at(16));
    assert_eq!(workshop.unseen_round(), None, "what was shown stays closed");
}

#[test]
fn a_vote_is_open_until_it_is_closed_and_never_after_the_reveal() {
    let open = |changes: &[Stage]| after(changes.iter().copied().map(Change::WentTo)).open_round();
    use Stage::{Choose, Close, Commit, Discuss, Experiment, Invite, Report, Reveal, Vote};
    let first = Some(Round::FIRST);
    for (stages, expected) in [
        (&[][..], first),
        (&[Vote], first),
        (&[Vote, Close], None),
        // Nobody has seen anything yet, so a vote that was closed too early is opened again.
        (&[Vote, Close, Vote], first),
        (&[Vote, Close, Invite], first),
        (&[Vote, Close, Reveal], None),
        (&[Discuss], None),
        (&[Choose], None),
        (&[Experiment], None),
        (&[Commit], None),
        (&[Report], None),
        // What was revealed stays revealed.
        (&[Vote, Close, Reveal, Close], None),
        (&[Vote, Close, Reveal, Vote], None),
        (&[Reveal, Invite], None),
        (&[Report, Vote], None),
    ] {
        assert_eq!(open(stages), expected, "{stages:?}");
    }
}

#[test]
fn what_comes_while_no_vote_is_open_is_left_out() {
    let one = |id| said(id, None, "333333333333");
    let mut workshop = after([
        Change::Received(vec![one(1)]),
        Change::WentTo(Stage::Close),
        Change::Received(vec![one(2)]),
    ]);
    assert_eq!(workshop.received(), 1);
    workshop.apply(Change::WentTo(Stage::Vote), at(10));
    let arrivals = workshop.receive([one(1), one(2), said(1, None, "444444444444"), one(2)]);
    let expected = Dispositions {
        new: 1,
        replaced: 1,
        duplicate: 2,
        ..Dispositions::default()
    };
    assert_eq!((arrivals, workshop.received()), (expected, 2));
    workshop.apply(Change::WentTo(Stage::Reveal), at(11));
    workshop.apply(Change::WentTo(Stage::Vote), at(12));
    assert_eq!(workshop.receive([one(3)]), Dispositions::default());
    assert_eq!(
        (
            workshop.revealed.is_some(),
            workshop.received(),
            workshop.open_vote()
        ),
        (true, 2, None)
    );
    assert!(workshop.room(&twelve_areas()).is_some());
}

#[test]
fn the_invite_says_what_a_participant_needs_and_nothing_else() {
    let workshop = workshop();
    let invite = workshop.invite();
    assert_eq!(
        (invite.workshop, invite.shape),
        (workshop.id, workshop.settings.shape)
    );
    assert_eq!(
        (&invite.roles, invite.key),
        (&workshop.settings.roles, workshop.key().public())
    );
    let mut renamed = workshop.clone();
    renamed.settings.title = "Redundancies in the north".to_owned();
    renamed.notes = "private".to_owned();
    assert_eq!(renamed.invite(), invite, "neither its title nor a note");
    assert_eq!(
        workshop.open_vote().map(|vote| vote.workshop),
        Some(WorkshopId(workshop.id.0))
    );
}

/// What has to hold whatever has happened.
fn check(workshop: &Workshop) -> Result<(), TestCaseError> {
    prop_assert!(workshop.revealed.is_some() || workshop.stage < Stage::Reveal);
    prop_assert!(workshop.topics.len() <= MOST_TOPICS);
    prop_assert!(workshop.turn < workshop.topics.len().max(1));
    let rounds: Vec<_> = workshop
        .topics
        .iter()
        .filter_map(|topic| topic.second.round())
        .collect();
    let mut apart = rounds.clone();
    apart.sort();
    apart.dedup();
    prop_assert_eq!(
        apart.len(),
        rounds.len(),
        "a round of its own for each second vote"
    );
    prop_assert!(
        rounds
            .iter()
            .all(|round| *round > Round::FIRST && usize::from(round.number()) <= 1 + MOST_TOPICS)
    );
    prop_assert!(rounds.is_empty() || workshop.revealed.is_some());
    match workshop.open_round() {
        None => {
            prop_assert_eq!(workshop.open_questions(&twelve_areas()), vec![]);
            prop_assert_eq!(workshop.open_vote(), None);
        }
        Some(Round::FIRST) => prop_assert!(workshop.revealed.is_none() && workshop.stage <= Stage::Vote),
        Some(round) => {
            let topic = workshop.topic().unwrap();
            prop_assert_eq!(topic.second, SecondVote::Open(round));
            prop_assert_eq!(workshop.open_questions(&twelve_areas()), vec![topic.question()]);
        }
    }
    for topic in &workshop.topics {
        prop_assert!(topic.second != SecondVote::NotYet || topic.ballot.is_empty());
        prop_assert!(
            topic
                .ballot
                .hands
                .keys()
                .all(|question| *question == topic.question())
        );
    }
    Ok(())
}

#[test]
fn a_workshop_was_held_when_it_was_revealed() {
    let mut workshop = workshop();
    assert_eq!(
        workshop.held(),
        workshop.created,
        "until then when it was created"
    );
    for (stage, second) in [
        (Stage::Close, 10),
        (Stage::Reveal, 20),
        (Stage::Choose, 30),
        (Stage::Vote, 40),
        (Stage::Reveal, 50),
    ] {
        workshop.apply(Change::WentTo(stage), at(second));
    }
    assert_eq!(
        (workshop.held(), workshop.changed),
        (at(20), at(50)),
        "the first time"
    );
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn whatever_happens_a_vote_that_was_seen_never_changes(happenings in happenings()) {
        let (mut workshop, mut seconds) = (workshop(), 0);
        for (change, later) in happenings {
            seconds += later;
            let before = workshop.clone();
            workshop.apply(change.clone(), at(seconds));
            check(&workshop)?;
            prop_assert_eq!(workshop.revision, Revision(before.revision.0 + 1));
            prop_assert!(workshop.changed >= before.changed);
            if before.revealed.is_some() {
                prop_assert_eq!(workshop.revealed, before.revealed, "what was revealed stays revealed, and when");
                prop_assert_eq!(&workshop.first, &before.first);
                let back = (change == Change::TookMinimumBack).then_some(before.minimum_before).flatten();
                let least = back.unwrap_or(before.least_minimum());
                prop_assert!(workshop.settings.minimum >= least, "down only to what the room has seen");
                prop_assert!(least == before.settings.minimum || back.is_some() || !before.shows_anything());
            }
            for topic in &before.topics {
                let now = workshop.topics.iter().find(|known| known.area == topic.area);
                match topic.second {
                    SecondVote::NotYet => {}
                    SecondVote::Open(round) | SecondVote::Held(round) => prop_assert_eq!(now.unwrap().second.round(), Some(round)),
                    SecondVote::Closed(_) => {
                        prop_assert_eq!(now.unwrap().second, topic.second);
                        prop_assert_eq!(&now.unwrap().ballot, &topic.ballot);
                    }
                }
            }
        }
    }

    #[test]
    fn at_most_two_rounds_for_each_area(workshop in any_workshop(), number in 1_u8..=5) {
        let mut workshop = workshop;
        let area = area_id(number);
        if let Some(place) = workshop.topics.iter().position(|topic| topic.area == area) {
            let changes = [Change::TurnedTo(place), Change::OpenedSecondVote, Change::ClosedSecondVote, Change::OpenedSecondVote];
            for change in changes {
                workshop.apply(change, at(1));
            }
            prop_assert!(matches!(workshop.topics[place].second, SecondVote::Closed(_)));
            prop_assert_eq!(workshop.open_round(), None);
        }
    }
}

#[test]
fn a_break_ends_at_a_time_that_is_still_to_come_and_not_in_another_age() {
    let now = Moment(1_795_000_000_000);
    let day = 86_400_000;
    for (typed, ends) in [
        (None, false),
        (Some(now.0 - 60_000), false),
        (Some(now.0), false),
        (Some(now.0 + 60_000), true),
        (Some(now.0 + 365 * day), true),
        (Some(now.0 + 366 * day), false),
        (Some(253_370_764_800_000), false),
    ] {
        let typed = typed.map(Moment);
        assert_eq!(Break::end(typed, now), typed.filter(|_| ends), "{typed:?}");
    }
}
