//! The invite in a link's fragment.

use super::{VOTE, key, typos};
use crate::arbitrary::settings;
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::checklist::{Depth, InstrumentVersion};
use oxymoron::domain::code::envelope::Envelope;
use oxymoron::domain::code::invite::{Invite, Language, RoleError, RoleLabel, Roles};
use oxymoron::domain::code::items::Shape;
use oxymoron::domain::code::seal::PublicKey;
use oxymoron::domain::code::{CodeError, Kind, WorkshopId};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

pub fn roles(labels: &[&str]) -> Roles {
    let labels = labels.iter().map(|label| RoleLabel::new(label).unwrap());
    Roles::new(labels.collect()).unwrap()
}

pub fn invite(labels: &[&str]) -> Invite {
    Invite {
        workshop: VOTE.workshop,
        shape: Shape::new(Depth::Full, KnowDo::Included),
        instrument: InstrumentVersion(1),
        key: key().public(),
        language: Language::new("en").unwrap(),
        roles: roles(labels),
    }
}

fn read(text: &str) -> Result<Invite, CodeError> {
    Envelope::read(Kind::Invite, text).and_then(|code| Invite::open(&code))
}

#[test]
fn comes_back_as_it_was() {
    for invite in [
        invite(&[]),
        invite(&["Sellers", "Leaders", "Vertrieb Süd", "営業", "🙂", "a b"]),
    ] {
        assert_eq!(read(&invite.seal().to_string()), Ok(invite));
    }
}

#[test]
fn any_single_changed_character_is_refused() {
    let text = invite(&["Sellers", "Leaders"]).seal().to_string();
    for typo in typos(&text) {
        assert!(read(&typo).is_err(), "{typo}");
    }
}

#[test]
fn an_answer_code_is_no_invite_and_the_other_way_round() {
    let answer = super::code(1);
    assert_eq!(Invite::open(&answer), Err(CodeError::NotACode(Kind::Invite)));
    let renamed = answer.to_string().replacen("oxya.", "oxyi.", 1);
    assert_eq!(read(&renamed), Err(CodeError::Damaged));
    let invite = invite(&[]).seal();
    let opened = oxymoron::domain::code::answer::open(&invite, VOTE, key());
    assert_eq!(opened, Err(CodeError::NotACode(Kind::Answer)));
}

#[test]
fn sizes() {
    let length = |labels: &[&str]| invite(labels).seal().to_string().len();
    assert_eq!(length(&[]), 75);
    assert_eq!(length(&["Sellers", "Leaders", "Enablement"]), 111);
    let ascii = ["a", "b", "c", "d", "e", "f"].map(|letter| letter.repeat(24));
    assert_eq!(length(&ascii.each_ref().map(String::as_str)), 276);
    let widest = ["🙂", "🙃", "😀", "😁", "😂", "😃"].map(|face| face.repeat(24));
    let mut most = invite(&widest.each_ref().map(String::as_str));
    most.language = Language::new("sixteen-letters-").unwrap();
    assert_eq!(read(&most.seal().to_string()), Ok(most.clone()));
    assert_eq!(most.seal().to_string().len(), 871);
}

#[test]
fn roles_are_few_short_and_legible() {
    let label = |text: &str| RoleLabel::new(text).map(|label| label.text().to_owned());
    assert_eq!(label("  Sales leaders "), Ok("Sales leaders".to_owned()));
    assert_eq!(label(" \n "), Err(RoleError::Empty));
    assert_eq!(label(&"é".repeat(24)), Ok("é".repeat(24)));
    assert_eq!(label(&"e".repeat(25)), Err(RoleError::TooLong(25)));
    assert_eq!(label("a\nb"), Err(RoleError::Invisible));
    assert_eq!(label("a\u{202e}b"), Err(RoleError::Invisible));
    let many = |texts: &[&str]| Roles::new(texts.iter().map(|text| RoleLabel::new(text).unwrap()).collect());
    assert_eq!(
        many(&["a", "b", "c", "d", "e", "f", "g"]),
        Err(RoleError::TooMany(7))
    );
    assert_eq!(many(&["a", "b", " a"]), Err(RoleError::Twice));
    assert!(many(&["a", "b", "c", "d", "e", "f"]).is_ok());
    let errors = [
        RoleError::Empty,
        RoleError::TooLong(25),
        RoleError::Invisible,
        RoleError::TooMany(7),
        RoleError::Twice,
    ];
    assert_eq!(
        errors.map(|error| error.to_string()),
        [
            "A role needs a name",
            "A role's name has at most 24 characters, this one has 25",
            "This role's name has characters that nobody can see: type it anew",
            "At most 6 roles, these are 7",
            "Two roles have the same name",
        ]
    );
    let tags = [
        "en",
        "pt-BR",
        "zh-Hant-TW",
        "e",
        "en_GB",
        "ünd",
        "seventeen-letters",
    ];
    assert_eq!(
        tags.map(|tag| Language::new(tag).is_some()),
        [true, true, true, false, false, false, false]
    );
}

fn label() -> impl Strategy<Value = RoleLabel> {
    "\\PC{1,24}".prop_filter_map("legible", |text| RoleLabel::new(&text).ok())
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn any_invite_comes_back(
        workshop in any::<u64>(),
        shape in select(Shape::ALL.to_vec()),
        instrument in any::<u16>(),
        key in any::<[u8; 32]>(),
        language in "[a-zA-Z0-9-]{2,16}",
        labels in vec(label(), 0..=6),
    ) {
        let invite = Invite {
            workshop: WorkshopId(workshop),
            shape,
            instrument: InstrumentVersion(instrument),
            key: PublicKey(key),
            language: Language::new(&language).unwrap(),
            roles: Roles::new(labels).unwrap_or_default(),
        };
        prop_assert_eq!(read(&invite.seal().to_string()), Ok(invite));
    }
}
