//! Codes that arrive late, early or damaged: which are taken, and what is said of the others.

use super::{after, at, said};
use crate::support::area_id;
use oxymoron::domain::code::answer::{Response, Vote, seal};
use oxymoron::domain::code::envelope::Envelope;
use oxymoron::domain::code::find::{Broken, Flaw, Repaired};
use oxymoron::domain::code::seal::{Entropy, WorkshopKey};
use oxymoron::domain::code::{Round, Serial};
use oxymoron::domain::workshop::change::{Change, Dispositions};
use oxymoron::domain::workshop::collect::{CodeProblem, Collector, Refused};
use oxymoron::domain::workshop::stage::Stage;
use oxymoron::domain::workshop::{SecondVote, Topic, Workshop};

fn round(number: u8) -> Round {
    Round::new(number).unwrap()
}

fn response(id: u64) -> Response {
    Response {
        serial: Serial(1),
        ..said(id, None, "333333333333")
    }
}

/// An answer sealed to a key.
fn sealed(workshop: &Workshop, number: u8, id: u64, key: &WorkshopKey) -> Envelope {
    let vote = Vote {
        workshop: workshop.id,
        round: round(number),
    };
    seal(&response(id), vote, key.public(), Entropy([4; 32])).unwrap()
}

/// What a repaired text may have been; its sender's copy ends too early.
fn repaired(readings: Vec<Envelope>) -> Repaired {
    Repaired {
        readings,
        broken: Broken {
            start: "oxya.AbcdefghijklmnopqrstT".to_owned(),
            flaw: Flaw::CutShort,
        },
    }
}

/// The talk about one area, whose second vote is open in this round.
fn talking(number: u8) -> Workshop {
    let mut workshop = after([Change::WentTo(Stage::Vote), Change::Received(vec![response(1)])]);
    workshop.apply(Change::WentTo(Stage::Discuss), at(9));
    let mut topic = Topic::new(area_id(1));
    topic.second = SecondVote::Open(round(number));
    workshop.topics.push(topic);
    workshop
}

#[test]
fn a_repaired_code_is_the_reading_that_opens() {
    let workshop = after([Change::WentTo(Stage::Vote)]);
    let [right, other] = [workshop.key(), WorkshopKey::derive(&[8; 32])];
    let of = |number, id| sealed(&workshop, number, id, &right);
    let wrong = sealed(&workshop, 1, 5, &other);
    let mut collector = Collector::new(&workshop).unwrap();
    collector.take_repaired(&repaired(vec![wrong.clone(), of(1, 6)]));
    collector.take_repaired(&repaired(vec![of(1, 7), wrong.clone()]));
    assert_eq!(collector.responses, [response(6), response(7)]);
    assert_eq!((collector.repaired, collector.refused.len()), (2, 0));
    // Where none opens it is what it looked like; where one is of another vote, that is said.
    collector.take_repaired(&repaired(vec![wrong.clone()]));
    collector.take_repaired(&repaired(vec![]));
    collector.take_repaired(&repaired(vec![wrong, of(2, 8)]));
    let refused = [
        CodeProblem::CutShort,
        CodeProblem::CutShort,
        CodeProblem::LaterRound,
    ]
    .map(|why| Refused {
        start: "oxya.Abcdefghijk".to_owned(),
        why,
    });
    assert_eq!((collector.repaired, collector.responses.len()), (2, 2));
    assert_eq!(collector.refused, refused);
}

/// It was counted where it belongs; nothing new came of putting it right.
#[test]
fn a_repaired_code_of_the_vote_before_is_settled() {
    let workshop = talking(2);
    let mut collector = Collector::new(&workshop).unwrap();
    collector.take_repaired(&repaired(vec![sealed(&workshop, 1, 1, &workshop.key())]));
    let settled = Dispositions {
        duplicate: 1,
        ..Dispositions::default()
    };
    assert_eq!((collector.settled, collector.repaired), (settled, 0));
    assert_eq!((collector.responses.len(), collector.refused.len()), (0, 0));
}

/// The second round was on an area that is not there any more.
#[test]
fn a_code_says_whether_its_vote_is_over_or_has_not_begun() {
    let workshop = talking(3);
    let mut collector = Collector::new(&workshop).unwrap();
    for number in [1, 2, 3, 4] {
        collector.take(&sealed(&workshop, number, 5, &workshop.key()));
    }
    assert_eq!(collector.responses, [response(5)]);
    let why: Vec<_> = collector.refused.iter().map(|refused| refused.why).collect();
    use CodeProblem::{EarlierRound, LaterRound};
    assert_eq!(why, [EarlierRound, EarlierRound, LaterRound]);
}
