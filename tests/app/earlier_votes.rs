//! A whole chat comes in again at a later vote: what was counted before is not called late.

use crate::facilitating::{code, paste, response, workshop};
use crate::facilitators_day::to_second_vote;
use oxymoron::app::workshop::answer_link::{Destination, locate};
use oxymoron::app::workshop::collecting::Report;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::code::Round;
use oxymoron::domain::code::answer::Response;
use oxymoron::domain::code::receipt::Receipt;
use oxymoron::domain::question::AreaId;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::ballot::Surplus;
use oxymoron::domain::workshop::change::{Change, Dispositions};
use oxymoron::domain::workshop::collect::CodeProblem;
use oxymoron::domain::workshop::stage::Stage;
use std::rc::Rc;

const NOW: Moment = Moment(5_000);

fn later(mut response: Response) -> Response {
    response.serial = response.serial.next();
    response
}

fn late(report: &Report) -> usize {
    report.refusals[CodeProblem::EarlierRound as usize]
}

/// Three have answered, one of them twice, and one answer was taken out; then the second vote. Also everything that was sent.
fn voted() -> (Workshop, String) {
    let mut here = workshop(1);
    let rows = ["111111111111", "222222222222", "333333333333"];
    let mut sent: Vec<_> = (11..).zip(rows).map(|(id, row)| response(id, row)).collect();
    sent.push(later(response(11, "151111111111")));
    let codes = (1..)
        .zip(&sent)
        .map(|(random, sent)| code(&here, Round::FIRST, sent, random));
    let chat = codes.collect::<Vec<_>>().join("\n");
    paste(&mut here, &[&chat]);
    let surplus = Receipt::of_response(here.vote(Round::FIRST), &sent[2]).unwrap();
    here.take_out(&Surplus::Receipt(surplus)).unwrap();
    assert_eq!(here.received(), 2);
    to_second_vote(&mut here, AreaId::new(5).unwrap(), NOW);
    (here, chat)
}

#[test]
fn what_an_earlier_vote_has_counted_is_not_late() {
    let (mut here, chat) = voted();
    let out_of_reach = Dispositions {
        older: 1,
        taken_out: 1,
        ..Dispositions::default()
    };
    let (report, undo) = paste(&mut here, &[&chat]);
    assert_eq!((report.earlier, report.arrivals), (2, out_of_reach));
    assert!(report.refused.is_empty() && late(&report) == 0 && !report.is_empty());
    assert!(undo.is_none() && here.received() == 0);

    // Who was late is told apart from them, and an answer to the open vote counts beside them.
    let missed = code(&here, Round::FIRST, &response(14, "444444444444"), 5);
    let unseen = code(
        &here,
        Round::FIRST,
        &later(later(response(12, "252222222222"))),
        6,
    );
    let again = code(
        &here,
        Round::new(2).unwrap(),
        &later(response(12, "222222222222")),
        7,
    );
    let (report, _) = paste(&mut here, &[&chat, &missed, &unseen, &again]);
    assert_eq!((report.earlier, late(&report), report.arrivals.new), (2, 2, 1));
    assert_eq!((report.arrivals.older, report.arrivals.taken_out), (1, 1));

    // At the vote after that, the second one is an earlier one as well.
    here.apply(Change::ClosedSecondVote, NOW);
    let areas = [5, 6].map(|area| AreaId::new(area).unwrap());
    here.apply(Change::ChoseTopics(areas.to_vec()), NOW);
    here.apply(Change::TurnedTo(1), NOW);
    here.apply(Change::OpenedSecondVote, NOW);
    assert_eq!(here.open_round(), Round::new(3));
    let (report, _) = paste(&mut here, &[&chat, &again]);
    assert_eq!((report.earlier, late(&report)), (3, 0));
}

#[test]
fn a_code_of_an_earlier_vote_that_does_not_open_is_damaged() {
    let (mut here, _) = voted();
    let mut stranger = here.clone();
    stranger.seed.0 = [9; 32];
    let sealed_to_another = code(&stranger, Round::FIRST, &response(11, "111111111111"), 8);
    let (report, _) = paste(&mut here, &[&sealed_to_another]);
    assert_eq!(late(&report), 0);
    assert_eq!(report.refusals[CodeProblem::Damaged as usize], 1);
}

#[test]
fn a_link_to_what_was_counted_says_so_whichever_vote_is_open() {
    let (here, chat) = voted();
    let counted = chat.lines().nth(1).unwrap();
    let missed = code(&here, Round::FIRST, &response(14, "444444444444"), 5);
    let at = |stage: Stage, code: &str| {
        let mut here = here.clone();
        here.apply(Change::WentTo(stage), NOW);
        locate(code, [(here.id, Ok(Rc::new(here)))].iter())
    };
    let there = Dispositions {
        duplicate: 1,
        ..Dispositions::default()
    };
    for stage in [Stage::Discuss, Stage::Reveal] {
        assert_eq!(at(stage, counted), Destination::Settled(here.id, there));
    }
    assert_eq!(
        at(Stage::Discuss, &missed),
        Destination::Refused(here.id, CodeProblem::EarlierRound)
    );
    assert_eq!(at(Stage::Reveal, &missed), Destination::Closed(here.id));
}
