//! Receipts on their way to the room, and one answer taken out by its receipt.

use crate::facilitators_day::to_second_vote;
use crate::world::checklist;
use oxymoron::app::place::Place;
use oxymoron::app::workshop::collecting::{left_over, responses};
use oxymoron::app::workshop::receipts::{NotTakenOut, list, take_out};
use oxymoron::app::workshop::setup::Draft;
use oxymoron::app::workshop::wall_message::{parse, write};
use oxymoron::app::workshop::way_in::{NoWayIn, way_in};
use oxymoron::domain::answer::Choice;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::Depth;
use oxymoron::domain::code::answer::{Response, seal};
use oxymoron::domain::code::digits::{read, read_one};
use oxymoron::domain::code::invite::Language;
use oxymoron::domain::code::items::Items;
use oxymoron::domain::code::seal::Entropy;
use oxymoron::domain::code::{ResponseId, Round, Serial, WorkshopId};
use oxymoron::domain::question::{AreaId, QuestionId};
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;
use oxymoron::domain::workshop::wall::Wall;
use oxymoron::domain::workshop::{Seed, Workshop};

const ID: WorkshopId = WorkshopId(0x5eed);

fn response(id: u64, line: &str) -> Response {
    let row = line.chars().map(|code| Choice::from_code(&code.to_string()));
    Response {
        id: ResponseId(id),
        serial: Serial(1),
        role: None,
        items: Items::new(blank().settings.shape, row.collect()).unwrap(),
    }
}

fn blank() -> Workshop {
    let draft = Draft {
        present: "3".to_owned(),
        ..Draft::default()
    };
    let settings = draft.settings(Language::new("en").unwrap()).unwrap();
    Workshop::new(ID, Seed([7; 32]), settings, checklist().version, Moment(0))
}

/// Three codes, the vote closed.
fn closed() -> Workshop {
    let mut workshop = blank();
    let all = (1..=3).map(|id| response(id, "123450123450"));
    workshop.apply(Change::Received(all.collect()), Moment(1));
    workshop.apply(Change::WentTo(Stage::Close), Moment(2));
    workshop
}

#[test]
fn the_wall_hears_receipts_only_when_they_are_shown() {
    let workshop = closed();
    let receipts = workshop.receipts().unwrap();
    let quiet = write(&Wall::of(&workshop, &checklist()));
    let shown = Wall::of(&workshop, &checklist()).with_receipts(&workshop);
    let said = write(&shown);
    for receipt in &receipts {
        assert!(!quiet.contains(&receipt.to_string()), "{quiet}");
        assert!(said.contains(&receipt.to_string()), "{said}");
    }
    assert_eq!(parse(ID, &said), Some(shown));
    assert!(said.contains("\"responses\":[]"), "and no answer with them");
    // The list for the chat holds nothing else, and nothing in it tells who was first.
    let text = list(&receipts);
    let mut words: Vec<_> = text.split_whitespace().collect();
    assert_eq!(words.len(), 3);
    words.sort_unstable();
    assert_eq!(words.join("  "), text);
    let five = [receipts[0], receipts[0], receipts[1], receipts[1], receipts[2]];
    assert_eq!(list(&five).lines().count(), 2);
    assert!(
        text.chars()
            .all(|it| it.is_ascii_uppercase() || it.is_ascii_digit() || "- ".contains(it))
    );
}

#[test]
fn one_answer_is_taken_out_unseen_and_put_back() {
    let mut workshop = closed();
    let before = workshop.clone();
    let receipt = workshop.receipts().unwrap()[1].to_string();
    let tried =
        |workshop: &mut Workshop, typed: &str| take_out(workshop, &checklist(), typed, Moment(3)).map(|_| ());
    assert_eq!(tried(&mut workshop, "hello"), Err(NotTakenOut::NotAReceipt));
    assert_eq!(tried(&mut workshop, "222-222"), Err(NotTakenOut::NotHere));
    assert_eq!(workshop, before, "nothing has changed");
    let taken = take_out(
        &mut workshop,
        &checklist(),
        &receipt.to_lowercase().replace('-', " "),
        Moment(3),
    )
    .unwrap();
    assert_eq!(workshop.received(), 2);
    assert!(taken.fits(&workshop));
    taken.clone().put_back(&mut workshop, Moment(4));
    assert_eq!((workshop.received(), &workshop.first), (3, &before.first));
    // Once the room has seen the vote, neither way.
    let again = take_out(&mut workshop, &checklist(), &receipt, Moment(5)).unwrap();
    workshop.apply(Change::WentTo(Stage::Reveal), Moment(6));
    assert!(!again.fits(&workshop));
    again.put_back(&mut workshop, Moment(7));
    assert_eq!(workshop.received(), 2);
    let left = workshop.receipts().unwrap()[0].to_string();
    assert_eq!(tried(&mut workshop, &left), Err(NotTakenOut::Seen));
}

#[test]
fn a_typed_line_goes_by_typing_it_once_more() {
    let mut workshop = blank();
    let typed = read(
        &checklist(),
        Depth::Quick,
        "123450123450\n123450123450\n333333333333",
    );
    let mut ids = 10..;
    let mut all = responses(typed.rows, || ResponseId(ids.next().unwrap()));
    all.push(response(1, "222222222222"));
    workshop.apply(Change::Received(all), Moment(1));
    workshop.apply(Change::WentTo(Stage::Close), Moment(2));
    let before = workshop.clone();
    let tried = |workshop: &mut Workshop, typed: &str| take_out(workshop, &checklist(), typed, Moment(3));
    for (line, why) in [
        ("222222222222", NotTakenOut::NotHere),
        ("111111111111", NotTakenOut::NotHere),
        ("33333333333", NotTakenOut::NotAReceipt),
        ("------------", NotTakenOut::NotAReceipt),
    ] {
        assert_eq!(
            tried(&mut workshop, line),
            Err(why),
            "{line}: a code is named by its receipt alone"
        );
    }
    assert_eq!(workshop, before, "nothing has changed");
    let out = tried(&mut workshop, "Ada: 12345? 12345?").unwrap();
    assert_eq!(workshop.received(), 3, "one of two equal ones");
    tried(&mut workshop, "123450123450").unwrap();
    assert_eq!(tried(&mut workshop, "123450123450"), Err(NotTakenOut::NotHere));
    out.put_back(&mut workshop, Moment(4));
    assert_eq!(workshop.received(), 3);
    workshop.apply(Change::WentTo(Stage::Reveal), Moment(5));
    assert_eq!(tried(&mut workshop, "333333333333"), Err(NotTakenOut::Seen));
}

#[test]
fn a_typed_answer_to_a_second_vote_goes_the_same_way() {
    let mut workshop = closed();
    let area = AreaId::new(4).unwrap();
    to_second_vote(&mut workshop, area, Moment(3));
    let typed = read_one(&checklist(), Depth::Quick, QuestionId::Anchored(area), "4\n2");
    let mut ids = 10..;
    let all = responses(typed.rows, || ResponseId(ids.next().unwrap()));
    workshop.apply(Change::Received(all), Moment(4));
    take_out(&mut workshop, &checklist(), "4", Moment(5)).unwrap();
    assert_eq!(workshop.received(), 1);
    let again = take_out(&mut workshop, &checklist(), "4", Moment(5));
    assert_eq!(again, Err(NotTakenOut::NotHere));
}

#[test]
fn refused_lines_stay_and_the_good_ones_go() {
    let typed = "123450123450\nAda: 12345\n\n333333333333\n  3333333333333 \n";
    let digits = read(&checklist(), Depth::Quick, typed);
    assert_eq!(digits.rows.len(), 2);
    let (left, refused) = left_over(typed, digits.refused);
    assert_eq!(left, "Ada: 12345\n  3333333333333 ");
    let places: Vec<_> = refused.iter().map(|refused| refused.line).collect();
    assert_eq!(places, [1, 2], "where they stand now");
    // Read again, they are refused for the same reasons.
    assert_eq!(read(&checklist(), Depth::Quick, &left).refused, refused);
    assert_eq!(left_over("333333333333", vec![]), (String::new(), vec![]));
    let mut ids = 0..;
    let made = responses(digits.rows, || ResponseId(ids.next().unwrap()));
    assert!(made.iter().all(|response| response.serial == Serial::NONE));
}

#[test]
fn whatever_holds_an_invite_is_a_way_in() {
    let workshop = blank();
    let invite = workshop.invite().seal().to_string();
    let second = Some((Round::new(2).unwrap(), AreaId::new(4).unwrap()));
    for (text, expected) in [
        (
            format!("Hi all, please join here: https://example.org/app/#/join/{invite} (10 minutes!)"),
            None,
        ),
        (invite.clone(), None),
        (format!("\"{invite}\""), None),
        (
            format!("https://example.org/#/join/{invite}?utm_source=chat"),
            None,
        ),
        (format!("https://example.org/%23/join/{invite}"), None),
        (format!("https://example.org/#/join/{invite}/2/A04"), second),
        (
            format!("again: https://example.org/#/join/{invite}/2/A04, thank you"),
            second,
        ),
        (
            format!("https://example.org/#%2Fjoin%2F{invite}%2F2%2FA04"),
            second,
        ),
        (format!("https://example.org/#/join/{invite}/0/A04"), None),
        (format!("https://example.org/#/join/{invite}/2/"), None),
    ] {
        assert_eq!(way_in(&text), Ok(Place::Join(invite.clone(), expected)), "{text}");
    }
    let vote = workshop.open_vote().unwrap();
    let answer = seal(
        &response(1, "333333333333"),
        vote,
        workshop.key().public(),
        Entropy([5; 32]),
    )
    .unwrap();
    let answer = answer.to_string();
    assert_eq!(
        way_in(&format!("Ada: {answer}")),
        Ok(Place::Answer(answer.clone()))
    );
    assert_eq!(
        way_in(&format!("{answer} {invite}")),
        Ok(Place::Join(invite.clone(), None)),
        "the invite first"
    );
    assert_eq!(way_in("hello"), Err(NoWayIn::Nothing));
    assert_eq!(way_in(""), Err(NoWayIn::Nothing));
    assert_eq!(way_in(&invite[..40]), Err(NoWayIn::Damaged));
}
