//! A name and a secret whose invite nothing damages.

use super::workshop;
use crate::code::drawing::Bytes;
use oxymoron::domain::checklist::InstrumentVersion;
use oxymoron::domain::code::answer::{Response, Vote, seal};
use oxymoron::domain::code::drawing::{MOST_TRIES, fragile};
use oxymoron::domain::code::invite::{Language, RoleLabel, Roles};
use oxymoron::domain::code::seal::Entropy;
use oxymoron::domain::code::{ResponseId, Round, Serial, WorkshopId};
use oxymoron::domain::workshop::founding::Founding;
use oxymoron::domain::workshop::{Seed, Settings, Workshop};

fn founded(settings: &Settings, bytes: &mut Bytes) -> (Workshop, u32) {
    let mut founding = Founding::new(settings, InstrumentVersion(1));
    while founding.step(WorkshopId(bytes.number()), Seed(bytes.entropy())) {}
    let tries = founding.tries();
    let (id, seed) = founding.finish().unwrap();
    let whole = workshop();
    let founded = Workshop::new(id, seed, settings.clone(), InstrumentVersion(1), whole.created);
    (founded, tries)
}

fn with_roles(labels: &[&str]) -> Settings {
    let labels = labels.iter().map(|label| RoleLabel::new(label).unwrap());
    Settings {
        roles: Roles::new(labels.collect()).unwrap(),
        ..workshop().settings
    }
}

/// An answer's code to one of its votes.
fn answer(workshop: &Workshop, round: Round) -> String {
    let vote = Vote {
        workshop: workshop.id,
        round,
    };
    let response = Response {
        id: ResponseId(1),
        serial: Serial(1),
        role: None,
        items: crate::code::items(workshop.settings.shape, "333333333333"),
    };
    let code = seal(&response, vote, workshop.key().public(), Entropy([4; 32])).unwrap();
    code.to_string()
}

/// 60 random characters in the invite, and four more in every answer's tag: (64/62) to the 64th, 7.6 tries.
#[test]
fn neither_the_invite_nor_the_beginning_of_an_answer_is_fragile() {
    let mut bytes = Bytes(21);
    let settings = [
        with_roles(&[]),
        with_roles(&["Sellers", "Leaders", "Enablement"]),
        with_roles(&[
            "Sellers in the north",
            "Sellers in the south",
            "Leaders",
            "Enablement",
            "Marketing",
            "Finance",
        ]),
        Settings {
            language: Language::new("pt").unwrap(),
            ..with_roles(&["Vendas"])
        },
    ];
    let mut total = 0;
    for settings in settings.iter().cycle().take(60) {
        let (workshop, tries) = founded(settings, &mut bytes);
        let invite = workshop.invite().seal().to_string();
        assert_eq!(fragile(&invite), 0, "{invite}");
        assert_eq!(workshop.key().public(), workshop.invite().key);
        for round in [1, 2, 4] {
            let code = answer(&workshop, Round::new(round).unwrap());
            assert_eq!(fragile(&code[..13]), 0, "prefix and eight characters: {code}");
        }
        total += tries;
    }
    let mean = f64::from(total) / 60.0;
    assert!((4.0..12.0).contains(&mean), "{mean}");
}

/// From 128 bytes on the invite's length takes two of them, and the name stands elsewhere in it than in an answer.
#[test]
fn the_beginning_of_an_answer_is_looked_at_for_itself() {
    let roles: Vec<_> = ('a'..='f')
        .map(|letter| letter.to_string().repeat(RoleLabel::LONGEST))
        .collect();
    let settings = with_roles(&roles.iter().map(String::as_str).collect::<Vec<_>>());
    let mut bytes = Bytes(22);
    for _ in 0..40 {
        let (workshop, _) = founded(&settings, &mut bytes);
        assert_eq!(fragile(&workshop.invite().seal().to_string()), 0);
        let begins = answer(&workshop, Round::FIRST);
        assert_eq!(fragile(&begins[..13]), 0, "{begins}");
    }
}

#[test]
fn what_the_settings_make_fragile_is_not_drawn_for() {
    // Some of these letters are `-` or `_` in base64, whatever is drawn.
    let settings = with_roles(&["Vertrieb Süd~Ost", "Führung?", "Où ça ?>?>?>?>"]);
    let (workshop, tries) = founded(&settings, &mut Bytes(8));
    let invite = workshop.invite().seal().to_string();
    assert!(fragile(&invite) > 0, "{invite}");
    assert!(tries < MOST_TRIES, "{tries}");
    // No other draw has fewer: what is left stands in every invite with these roles.
    let (other, _) = founded(&settings, &mut Bytes(9));
    let other = other.invite().seal().to_string();
    let both = invite.bytes().zip(other.bytes());
    let common = both.filter(|(one, other)| one == other && matches!(one, b'-' | b'_'));
    assert_eq!(common.count(), fragile(&invite), "{invite}\n{other}");
}

#[test]
fn the_best_one_stands_where_luck_fails() {
    let mut founding = Founding::new(&workshop().settings, InstrumentVersion(1));
    let id = WorkshopId(u64::MAX);
    while founding.step(id, Seed([9; 32])) {}
    assert_eq!(founding.tries(), MOST_TRIES);
    assert_eq!(founding.finish(), Some((id, Seed([9; 32]))));
    let none = Founding::new(&workshop().settings, InstrumentVersion(1)).finish();
    assert_eq!(none, None);
}
