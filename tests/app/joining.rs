//! A participant's part in a workshop: the invite, the answers, the code, and what is left of it.

use crate::world::{Disk, World, checklist};
use oxymoron::app::action::{Action, Copied};
use oxymoron::app::place::Place;
use oxymoron::app::route::Route;
use oxymoron::app::update::Inputs;
use oxymoron::app::workshop::action::{TicketEvent, WorkshopAction};
use oxymoron::app::workshop::joining::{
    CodeStanding, Far, Making, Refusal, assessment, far, file_name, minutes, read, standing, ticket,
};
use oxymoron::app::workshop::tickets;
use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::{Assessment, AssessmentId, KnowDo};
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::checklist::{Depth, InstrumentVersion, Step};
use oxymoron::domain::code::answer::{Response, RolePlace, Vote, open};
use oxymoron::domain::code::envelope::Envelope;
use oxymoron::domain::code::invite::{Invite, Language, RoleLabel, Roles};
use oxymoron::domain::code::items::Shape;
use oxymoron::domain::code::seal::{Entropy, PublicKey, WorkshopKey};
use oxymoron::domain::code::{CodeError, Kind, ResponseId, Round, Serial, WorkshopId};
use oxymoron::domain::question::{AreaId, QuestionId};
use oxymoron::domain::record::{Key, read_ticket, write_assessment, write_ticket};
use oxymoron::domain::stamp::{Revision, Stamped};
use oxymoron::domain::workshop::ticket::{Again, Ending, Made, Ticket};
use std::rc::Rc;

const WORKSHOP: WorkshopId = WorkshopId(0xabcd);
pub const ID: AssessmentId = AssessmentId(7);
pub const AROUND: Inputs = Inputs {
    now: Moment(1000),
    fresh: ID,
    today: Day::EPOCH,
    dice: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
};

fn key() -> WorkshopKey {
    WorkshopKey::derive(&[9; 32])
}

fn invite(shape: Shape) -> Invite {
    let labels = ["Sellers", "Leaders"].map(|label| RoleLabel::new(label).unwrap());
    Invite {
        workshop: WORKSHOP,
        shape,
        instrument: InstrumentVersion(1),
        key: key().public(),
        language: Language::new("en").unwrap(),
        roles: Roles::new(labels.to_vec()).unwrap(),
    }
}

pub fn quick() -> Invite {
    invite(Shape::new(Depth::Quick, KnowDo::LeftOut))
}

fn leader(invite: &Invite) -> Ticket {
    ticket(invite, RolePlace::new(1), Ending::Open, AROUND)
}

/// Makes a code to the end, with one-time keys that begin at `random`.
pub fn make(
    invite: &Invite,
    ticket: &mut Ticket,
    answers: Option<&Assessment>,
    round: Round,
    random: u8,
) -> Option<Made> {
    Making::begin(&checklist(), invite, ticket, answers, round)?;
    ticket.number();
    let mut making = Making::begin(&checklist(), invite, ticket, answers, round)?;
    let mut tries = u64::from(random) << 32;
    let mut next = || {
        tries += 1;
        Entropy(std::array::from_fn(|at| tries.to_be_bytes()[at % 8]))
    };
    while making.step(next()).ok()? {}
    making.finish()
}

fn anchored(number: u8) -> QuestionId {
    QuestionId::Anchored(AreaId::new(number).unwrap())
}

fn answered(invite: &Invite, codes: &str) -> Assessment {
    let mut assessment = assessment(invite, String::new(), ID, Moment(0));
    for (number, code) in (1..).zip(codes.chars()).filter(|(_, code)| *code != '-') {
        choose(&mut assessment, number, code);
    }
    assessment
}

pub fn choose(assessment: &mut Assessment, number: u8, code: char) {
    let answer = Choice::from_code(&code.to_string()).unwrap().answer(None);
    let revision = assessment.edit(Moment(0));
    let answer = Stamped::new(Some(answer), revision);
    assessment.answers.insert(anchored(number), answer);
}

pub fn opened(code: &str, round: Round) -> Result<Response, CodeError> {
    let vote = Vote {
        workshop: WORKSHOP,
        round,
    };
    open(&Envelope::read(Kind::Answer, code)?, vote, &key())
}

/// The row in the form's codes, `-` for unanswered.
pub fn row(response: &Response) -> String {
    let row = response.items.row().iter();
    row.map(|choice| choice.map_or("-", Choice::code)).collect()
}

#[test]
fn an_invite_is_read_with_what_a_sentence_puts_behind_it() {
    let code = quick().seal().to_string();
    let behind = r#". ) ). ” " > … _ !? %20 %E2%80%8B %2520 &gclid=abc ?utm_source=x &amp;data=05 / </a>"#;
    for behind in behind.split(' ').chain(["", "\n", "\u{200b}", " (10 minutes!)"]) {
        for before in ["", "Join: ", "https://example.org/%23/join/", "&lt;"] {
            let text = format!("{before}{code}{behind}");
            assert_eq!(read(&checklist(), &text), Ok(quick()), "{text:?}");
        }
    }
}

#[test]
fn an_invite_is_read_that_lost_its_underscores_and_only_if_one_reading_is_an_invite() {
    let mut tried = 0;
    for id in 1..=400 {
        let invite = Invite {
            workshop: WorkshopId(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(id)),
            ..quick()
        };
        let code = invite.seal().to_string();
        let lost = code.replace('_', "");
        if (1..=3).contains(&(code.len() - lost.len())) {
            tried += 1;
            assert_eq!(read(&checklist(), &lost), Ok(invite), "{lost}");
        }
    }
    assert!(tried > 50, "{tried}");
}

#[test]
fn each_failure_of_an_invite_is_told_apart() {
    let checklist = checklist();
    let code = quick().seal().to_string();
    let read = |text: &str| read(&checklist, text);
    assert_eq!(read("OXYI.AS4B"), Err(Refusal::Damaged));
    for none in ["", "hello", "oxya.AUIB", "oxyi."] {
        assert_eq!(read(none), Err(Refusal::NotACode), "{none}");
    }
    for (place, character) in code.char_indices().skip(5) {
        let mut typo = code.clone();
        let other = if character == 'A' { "B" } else { "A" };
        typo.replace_range(place..=place, other);
        assert_eq!(read(&typo), Err(Refusal::Damaged), "{typo}");
    }
    assert_eq!(read(&code[..code.len() - 1]), Err(Refusal::Damaged));
    let other = Invite {
        instrument: InstrumentVersion(2),
        ..quick()
    };
    assert_eq!(read(&other.seal().to_string()), Err(Refusal::OtherInstrument));
    // A point of low order: every secret would come to the same.
    let weak = Invite {
        key: PublicKey([0; 32]),
        ..quick()
    };
    assert_eq!(read(&weak.seal().to_string()), Err(Refusal::Unusable));
    // Version 2, an empty body, and the CRC-32 of "oxyi.", 2 and 0.
    assert_eq!(read("oxyi.AgC16l-B"), Err(Refusal::OtherVersion));
}

#[test]
fn a_workshop_takes_as_long_as_its_questions() {
    // 12 x 17 s, 24 x 11 s and 13 x 9 s, in whole minutes upwards.
    let of = |depth, know_do| minutes(Shape::new(depth, know_do));
    assert_eq!(of(Depth::Quick, KnowDo::LeftOut), 4);
    assert_eq!(of(Depth::Quick, KnowDo::Included), 6);
    assert_eq!(of(Depth::Full, KnowDo::LeftOut), 8);
    assert_eq!(of(Depth::Full, KnowDo::Included), 10);
}

#[test]
fn a_new_part_asks_what_the_workshop_asks() {
    let invite = invite(Shape::new(Depth::Full, KnowDo::Included));
    let ticket = leader(&invite);
    assert_eq!(ticket.response, ResponseId(0x0102_0304_0506_0708));
    assert_eq!((ticket.workshop, ticket.assessment), (WORKSHOP, ID));
    assert_eq!(read(&checklist(), &ticket.invite), Ok(invite.clone()));
    let assessment = assessment(&invite, String::new(), ID, Moment(5));
    let far = far(&checklist(), &assessment);
    // Twelve areas, six pairs, the outcome.
    assert_eq!(
        far,
        Far {
            answered: 0,
            total: 19,
            next: Some(1)
        }
    );
}

#[test]
fn one_goes_on_at_the_first_open_question() {
    let invite = quick();
    let far = |codes: &str| far(&checklist(), &answered(&invite, codes));
    let open = |answered, next| Far {
        answered,
        total: 12,
        next,
    };
    assert_eq!(far("3215"), open(4, Some(5)));
    assert_eq!(far("32-5"), open(3, Some(3)));
    assert_eq!(far("321512345012"), open(12, None));
}

#[test]
fn a_code_holds_the_answers_the_role_and_the_id_and_nothing_else() {
    let invite = quick();
    let mut ticket = leader(&invite);
    let mut answers = answered(&invite, "1x3450-21543");
    answers.notes.insert(
        AreaId::new(1).unwrap(),
        Stamped::new("secret".to_owned(), Revision(1)),
    );
    let made = make(&invite, &mut ticket, Some(&answers), Round::FIRST, 3).unwrap();
    let response = opened(&made.code, Round::FIRST).unwrap();
    assert_eq!(row(&response), "1x3450-21543");
    assert_eq!(response.role, RolePlace::new(1));
    assert_eq!(response.id, ticket.response);
    assert_eq!(made.of, answers.revision);
    // The same answers, sealed again, are another code: nobody sees that nothing has changed.
    let again = make(&invite, &mut ticket, Some(&answers), Round::FIRST, 4).unwrap();
    assert_ne!(again.code, made.code);
    // Inside, it is the second one.
    assert_eq!((response.serial, made.serial), (Serial(1), Serial(1)));
    assert_eq!(opened(&again.code, Round::FIRST).unwrap().serial, Serial(2));
    assert_eq!((again.serial, ticket.serial), (Serial(2), Serial(2)));
}

#[test]
fn nothing_is_sealed_without_answers() {
    let (invite, mut ticket) = (quick(), leader(&quick()));
    let before = ticket.clone();
    let mut made = |round| make(&invite, &mut ticket, None, round, 3);
    assert_eq!(made(Round::FIRST), None);
    assert_eq!(made(Round::new(2).unwrap()), None);
    assert_eq!(ticket, before, "and no number is used up");
}

#[test]
fn a_code_is_outdated_by_an_answer_and_by_nothing_else() {
    let invite = quick();
    let mut ticket = leader(&invite);
    let mut answers = answered(&invite, "111111111111");
    let stands = |ticket: &Ticket, answers: Option<&Assessment>| {
        standing(&checklist(), &invite, ticket, answers, Round::FIRST)
    };
    assert_eq!(stands(&ticket, Some(&answers)), CodeStanding::NotMade);
    let seal = |ticket: &mut Ticket, answers: &Assessment| {
        let made = make(&invite, ticket, Some(answers), Round::FIRST, 3);
        ticket.keep_code(made.unwrap());
    };
    seal(&mut ticket, &answers);
    assert_eq!(stands(&ticket, Some(&answers)), CodeStanding::Current);

    let revision = answers.edit(Moment(1));
    answers.notes.insert(
        AreaId::new(1).unwrap(),
        Stamped::new("a note".to_owned(), revision),
    );
    let evidence: QuestionId = "A01a".parse().unwrap();
    let revision = answers.edit(Moment(1));
    let answer = Choice::CannotTell.answer(None);
    answers
        .answers
        .insert(evidence, Stamped::new(Some(answer), revision));
    assert_eq!(
        stands(&ticket, Some(&answers)),
        CodeStanding::Current,
        "neither is in the code"
    );

    choose(&mut answers, 4, '2');
    assert_eq!(stands(&ticket, Some(&answers)), CodeStanding::Outdated);
    let first = ticket.code(Round::FIRST).cloned().unwrap();
    seal(&mut ticket, &answers);
    assert_eq!(stands(&ticket, Some(&answers)), CodeStanding::Current);
    let second = ticket.code(Round::FIRST).unwrap();
    let [before, after] = [&first.code, &second.code].map(|code| opened(code, Round::FIRST).unwrap());
    assert_eq!(before.id, after.id);
    assert_eq!(row(&after), "111211111111");
    assert_eq!(ticket.codes.len(), 1);
    // Deleted answers do not spoil what was made of them.
    assert_eq!(stands(&ticket, None), CodeStanding::Current);
}

#[test]
fn a_second_vote_has_its_own_answer_and_code_and_leaves_the_first_alone() {
    let invite = quick();
    let mut ticket = leader(&invite);
    let answers = answered(&invite, "111111111111");
    let second = Round::new(2).unwrap();
    let again = |ticket: &mut Ticket, choice: &str| {
        let revision = ticket.edit();
        ticket.keep_again(Again {
            round: second,
            area: AreaId::new(3).unwrap(),
            choice: Choice::from_code(choice).unwrap(),
            revision,
        });
    };
    let stands = |ticket: &Ticket, round| standing(&checklist(), &invite, ticket, Some(&answers), round);
    let seal = |ticket: &mut Ticket, round| {
        let made = make(&invite, ticket, Some(&answers), round, 3).unwrap();
        ticket.keep_code(made.clone());
        made.code
    };
    seal(&mut ticket, Round::FIRST);
    again(&mut ticket, "4");
    let code = seal(&mut ticket, second);
    assert_eq!(row(&opened(&code, second).unwrap()), "114111111111");
    assert!(matches!(
        opened(&code, Round::FIRST),
        Err(CodeError::OtherRound { .. })
    ));
    assert_eq!(stands(&ticket, second), CodeStanding::Current);
    again(&mut ticket, "5");
    assert_eq!(stands(&ticket, second), CodeStanding::Outdated);
    assert_eq!(stands(&ticket, Round::FIRST), CodeStanding::Current);
    assert_eq!(ticket.again.len(), 1);

    // Whoever comes only now has one answer.
    let mut late = leader(&invite);
    again(&mut late, "0");
    let made = make(&invite, &mut late, None, second, 3).unwrap();
    assert_eq!(row(&opened(&made.code, second).unwrap()), "--0---------");
}

#[test]
fn a_ticket_is_stored_and_read_as_it_is() {
    let mut ticket = leader(&quick());
    ticket.ending = Ending::Forget;
    for round in [3, 1, 2] {
        let round = Round::new(round).unwrap();
        ticket.keep_code(Made {
            round,
            code: format!("oxya.{}", round.number()),
            of: Revision(4),
            serial: Serial(round.number()),
        });
    }
    let revision = ticket.edit();
    ticket.keep_again(Again {
        round: Round::new(2).unwrap(),
        area: AreaId::new(12).unwrap(),
        choice: Choice::NotApplicable,
        revision,
    });
    let text = write_ticket(&ticket);
    assert_eq!(read_ticket(WORKSHOP, &text), Ok(ticket.clone()));
    assert_eq!(
        ticket
            .codes
            .iter()
            .map(|made| made.round.number())
            .collect::<Vec<_>>(),
        [1, 2, 3]
    );
    assert!(text.ends_with(r#""again":[[2,"A12","x",1]]}}"#), "{text}");
    for broken in [
        text.replace(r#""A12""#, r#""B12""#),
        text.replace(r#","x",1]"#, r#","9",1]"#),
        text.replace("[[2,", "[[0,"),
        text.replace(r#""again""#, r#""agein""#),
    ] {
        assert!(read_ticket(WORKSHOP, &broken).is_err(), "{broken}");
    }
}

#[test]
fn a_file_is_named_after_the_end_of_its_code() {
    assert_eq!(
        file_name("oxya.AUIBI0VnAaGU-Dm9zNz"),
        "oxymoron-answer-Dm9zNz.txt"
    );
    assert_eq!(file_name("oxya"), "oxymoron-answer-oxya.txt");
}

/// The actions of the screen, on a device with a storage.
#[test]
fn what_is_begun_is_stored_and_what_is_forgotten_is_gone_for_good() {
    let world = World::new(Disk::Working);
    world.boot();
    let invite = quick();
    let ticket = leader(&invite);
    let key = Key::Ticket(WORKSHOP);
    world.takes_part(WORKSHOP, TicketEvent::Joined(Box::new(ticket.clone())));
    let begun = assessment(&invite, "Workshop answers".to_owned(), ID, Moment(0));
    world.happens(Action::Workshop(WorkshopAction::Began(Box::new(begun)).into()));
    let again = world.reopened();
    assert_eq!(tickets(&again.state()), [Rc::new(ticket)]);
    let state = again.state();
    let begun = state.assessment(ID).unwrap();
    assert_eq!(begun.subject.value, "Workshop answers");
    assert_eq!(begun.depth.value, Depth::Quick);

    // It was kept for a while, and taken out.
    world.happens(Action::Exported {
        name: "a.html".to_owned(),
        text: String::new(),
        copy: Some((Copied::One(ID), Moment(1))),
    });
    world.says_that_it_arrived();
    world.happens(Action::DeletedRecord(key));
    world.happens(Action::DeletedRecord(Key::Assessment(ID)));
    world.happens(Action::DismissedUndo);
    assert_eq!(
        world.stored().keys().collect::<Vec<_>>(),
        ["oxymoron/1/backup/device"]
    );
    assert!(
        world.state().backup.single.is_empty(),
        "not even its name is left"
    );
    world.happens(Action::Undid);
    assert_eq!(world.stored().len(), 1, "{:?}", world.stored());
    assert!(world.state().assessments.is_empty() && world.state().raw_records.is_empty());
}

/// A device on which these answers were given for the workshop, and an assessment of one's own.
fn participant(ending: Ending, answers: &str) -> World {
    let mut ticket = leader(&quick());
    ticket.ending = ending;
    let mine = Assessment::new(AssessmentId(8), InstrumentVersion(1), Moment(0));
    World::opened(&[
        (&Key::Ticket(WORKSHOP).to_string(), &write_ticket(&ticket)),
        (
            &Key::Assessment(ID).to_string(),
            &write_assessment(&answered(&quick(), answers)),
        ),
        (&Key::Assessment(mine.id).to_string(), &write_assessment(&mine)),
    ])
}

#[test]
fn every_way_to_a_result_leads_back_to_the_invite_until_it_is_kept() {
    let (own, invite) = (AssessmentId(8), quick().seal().to_string());
    let join = Route::Workshop(Place::Join(invite, None));
    let ways = [
        Route::Results(ID),
        Route::Plan(ID),
        Route::Next(ID),
        Route::Compare(ID, own),
        Route::Compare(own, ID),
    ];
    for ending in [Ending::Open, Ending::Forget] {
        for way in ways.clone() {
            let world = participant(ending, "111111111111");
            let stored = world.stored().clone();
            world.happens(Action::Moved(way.clone()));
            assert_eq!(world.replaced(), Some(join.clone()), "{way}");
            assert_eq!(world.state().route, Route::Home, "nothing of it is drawn: {way}");
            assert_eq!(*world.stored(), stored, "and nothing begun: {way}");
        }
        let world = participant(ending, "111111111111");
        assert!(
            !world.state().has_no_copy(&checklist()),
            "there is nothing to take out yet"
        );
    }
    for way in ways {
        let kept = participant(Ending::Kept, "111111111111");
        kept.happens(Action::Moved(way.clone()));
        assert_ne!(kept.replaced(), Some(join.clone()), "{way}");
    }
    assert!(
        participant(Ending::Kept, "111111111111")
            .state()
            .has_no_copy(&checklist())
    );
    for own in [Route::Results(own), Route::Plan(own)] {
        let world = participant(Ending::Open, "111111111111");
        world.happens(Action::Moved(own.clone()));
        assert_eq!((world.replaced(), world.state().route.clone()), (None, own));
    }
}

#[test]
fn the_questions_of_a_workshop_are_answered_as_any_others() {
    let world = participant(Ending::Open, "1111--------");
    let fifth = Route::Assess(ID, Some(Step::Area(AreaId::new(5).unwrap())));
    world.happens(Action::Moved(Route::Assess(ID, None)));
    assert_eq!(world.replaced(), Some(fifth.clone()));
    world.happens(Action::Moved(fifth.clone()));
    assert_eq!(world.state().route, fifth);
}
