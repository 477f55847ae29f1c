//! What the console says to the projected window.

use crate::world::checklist;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use oxymoron::app::place::Place;
use oxymoron::app::workshop::wall_message::{
    Presence, Present, channel, from_link, from_pasted, link_text, parse, write,
};
use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::Depth;
use oxymoron::domain::code::answer::{Response, RolePlace};
use oxymoron::domain::code::hands::Headcount;
use oxymoron::domain::code::invite::{Language, RoleLabel, Roles};
use oxymoron::domain::code::items::{Items, Shape};
use oxymoron::domain::code::{ResponseId, Serial, WorkshopId};
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::level::Level;
use oxymoron::domain::question::AreaId;
use oxymoron::domain::record::write_workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::room::QuestionView;
use oxymoron::domain::workshop::stage::{Agenda, Stage};
use oxymoron::domain::workshop::wall::Wall;
use oxymoron::domain::workshop::{Seed, Settings, Workshop};

const ID: WorkshopId = WorkshopId(0x5eed);

fn workshop() -> Workshop {
    let settings = Settings {
        title: "Field \"sales\" {north}".to_owned(),
        shape: Shape::new(Depth::Quick, KnowDo::LeftOut),
        roles: Roles::new(vec![RoleLabel::new("Seller").unwrap()]).unwrap(),
        minimum: MinimumGroup::STANDARD,
        present: Headcount(6),
        agenda: Agenda::Sixty,
        language: Language::new("en").unwrap(),
    };
    let seed = Seed([7; 32]);
    let mut workshop = Workshop::new(ID, seed, settings, checklist().version, Moment(1_000));
    workshop.notes = "ask Ann first".to_owned();
    let row = |level| vec![Some(Choice::Level(Level::from_number(level).unwrap())); 12];
    let response = |id| Response {
        id: ResponseId(id),
        serial: Serial(1),
        role: None,
        items: Items::new(workshop.settings.shape, row(4)).unwrap(),
    };
    let responses = vec![response(1), response(2), response(3)];
    workshop.apply(Change::Received(responses), Moment(2_000));
    workshop
}

/// Twenty people of two roles who stand apart, with three of none on the first area, one area talked about and voted on again.
fn talked_about() -> Workshop {
    let mut workshop = workshop();
    let shape = workshop.settings.shape;
    let labels = ["Seller", "Leader"].map(|label| RoleLabel::new(label).unwrap());
    workshop.settings.roles = Roles::new(labels.into()).unwrap();
    let level = |code: char| Choice::from_code(code.encode_utf8(&mut [0; 4]));
    let all = |first: &str| {
        let answers = first.chars().zip(1_u64..).map(|(code, id)| {
            let mut row = vec![Choice::from_code("3"); 12];
            row[0] = level(code);
            Response {
                id: ResponseId(0xabcd_ef00_0000_0000 + id),
                serial: Serial(1),
                role: RolePlace::new(u8::from(id > 10)),
                items: Items::new(shape, row).unwrap(),
            }
        });
        answers.collect::<Vec<_>>()
    };
    let area = AreaId::new(1).unwrap();
    let changes = [
        Change::Received(all("11222233342344445555")),
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area]),
        Change::WentTo(Stage::Discuss),
        Change::OpenedSecondVote,
        Change::Received(all("33333333333333344444")),
        Change::ClosedSecondVote,
        Change::WroteNote(area, "Ann was late".to_owned()),
        Change::WroteDissent(area, "Ann disagrees".to_owned()),
    ];
    for change in changes {
        workshop.apply(change, Moment(2_500));
    }
    workshop
}

#[test]
fn what_is_said_is_heard() {
    for mut workshop in [workshop(), talked_about()] {
        for stage in Stage::ALL {
            workshop.apply(Change::WentTo(stage), Moment(3_000));
            let wall = Wall {
                page: 3,
                language: Language::new("de"),
                also: Language::new("pt-BR"),
                ..Wall::of(&workshop, &checklist())
            };
            assert_eq!(parse(ID, &write(&wall)), Some(wall));
        }
    }
    let wall = Wall::of(&talked_about(), &checklist());
    assert!(wall.room.as_ref().unwrap().gap.is_some() && wall.second.len() == 1);
    assert_eq!(Wall::of(&workshop(), &checklist()).received, 3);
}

#[test]
fn a_link_for_another_laptop_brings_the_picture_whatever_stands_around_it() {
    let (early, late) = (workshop(), talked_about());
    let [early, late] = [early, late].map(|workshop| Wall::of(&workshop, &checklist()));
    let link = |wall: &Wall| Place::Wall(ID, Some(link_text(wall))).fragment();
    let Some(Place::Wall(ID, Some(text))) = Place::parse(link(&late).trim_start_matches("#/")) else {
        panic!("{}", link(&late));
    };
    assert_eq!(from_link(ID, &text), Some(late.clone()));
    assert_eq!(from_link(WorkshopId(1), &text), None);
    for alone in ["", "/"] {
        let parsed = Place::parse(&format!("workshop/{ID}/wall{alone}"));
        assert_eq!(parsed, Some(Place::Wall(ID, None)), "the console says it");
    }
    let pasted = format!(
        "(https://a.example/{}) then <https://a.example/{}>, see you",
        link(&early),
        link(&late)
    );
    assert_eq!(
        from_pasted(ID, &pasted),
        Some(late.clone()),
        "the last one is the newest"
    );
    let cut = &link(&late)[..300];
    for nothing in ["", "hello", cut, &Place::Wall(ID, None).fragment()] {
        assert_eq!(from_pasted(ID, nothing), None, "{nothing}");
    }
}

#[test]
fn nothing_is_said_but_counts_and_words() {
    for workshop in [workshop(), talked_about()] {
        let said = write(&Wall::of(&workshop, &checklist()));
        assert!(!said.contains("Ann"), "{said}");
        // Seven as a byte, 32 times.
        assert!(!said.contains("BwcHBwcH"));
        let whole = write_workshop(&workshop);
        assert_eq!(
            whole.matches("\"responses\":[\"").count(),
            1 + workshop.topics.len()
        );
        assert_eq!(
            said.matches("\"responses\":[]").count(),
            1 + workshop.topics.len()
        );
        assert!(
            !said.contains("\"responses\":[\""),
            "no answer of anybody, with role and id"
        );
        for response in workshop.first.responses() {
            assert!(!said.contains(&URL_SAFE_NO_PAD.encode(response.pack())));
        }
    }
    let said = write(&Wall::of(&talked_about(), &checklist()));
    // The first vote on the first two areas and the second vote on the first, and which role is asked what it sees.
    assert!(
        said.contains(r#""answered":23,"first":[["A01",23,2,5,4,8,4,0,0],["A02",23,0,0,20,3,0,0,0],"#),
        "{said}"
    );
    assert!(
        said.contains(r#""second":[["A01",20,0,0,15,5,0,0,0]],"gap":["A01",0,0],"#),
        "{said}"
    );
}

#[test]
fn of_too_few_nothing_is_said() {
    let mut few = workshop();
    few.apply(Change::WentTo(Stage::Reveal), Moment(3_000));
    let said = write(&Wall::of(&few, &checklist()));
    assert!(said.contains(r#""first":[["A01",3],["A02",3],"#), "{said}");
}

#[test]
fn a_changed_text_is_heard_as_something_or_as_nothing_and_harms_nobody() {
    let said = write(&Wall::of(&talked_about(), &checklist()));
    for place in 0..said.len() {
        for with in ["", "9", "-1", "4294967295", "\"", "]", "null"] {
            let changed = [&said[..place], with, &said[place + 1..]].concat();
            if let Some(wall) = parse(ID, &changed) {
                let counted =
                    |view: &QuestionView| view.picture.as_ref().map_or(0, |picture| picture.dots.total());
                let room = wall.room.as_ref().unwrap();
                assert!(room.questions.iter().all(|view| counted(view) <= 5 * 20_000));
                assert!(!wall.standings().is_empty());
            }
        }
    }
}

#[test]
fn nothing_else_is_heard() {
    let said = write(&Wall::of(&workshop(), &checklist()));
    assert_eq!(parse(WorkshopId(0x5eee), &said), None);
    for text in [
        "",
        "hello",
        "{}",
        "[]",
        "{\"invite\":\"oxyi.\"}",
        &said[1..],
        &said[..said.len() - 1],
    ] {
        assert_eq!(parse(ID, text), None, "{text}");
    }
}

#[test]
fn each_workshop_has_a_channel_of_its_own() {
    assert_eq!(channel(ID), "oxymoron/workshop/0000000000005eed");
}

#[test]
fn windows_say_that_they_are_here_and_are_counted_once() {
    let mut present = Present::default();
    let window = |byte: u8| Presence::new(Some([byte; 32]));
    for heard in [window(1), window(1), window(2)] {
        let written = heard.to_string();
        present.hears(Presence::parse(&written).unwrap());
    }
    assert_eq!((present.count(), present.may_sleep()), (2, false));
    let mut asleep = window(2);
    asleep.awake = Some(false);
    assert_eq!(asleep.to_string(), "here 02020202 asleep");
    present.hears(asleep);
    assert_eq!((present.count(), present.may_sleep()), (2, true));
    for other in [
        "who",
        "here",
        "here x awake",
        "here 1f",
        "here 1f awake now",
        "here 1f dreaming",
        "{}",
    ] {
        assert_eq!(Presence::parse(other), None, "{other}");
    }
}
