//! The vectors in files: for every released version, what was given and which code it became.

use super::{items, written};
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::checklist::{Depth, InstrumentVersion};
use oxymoron::domain::code::answer::{Response, RolePlace, Vote, open, seal};
use oxymoron::domain::code::envelope::Envelope;
use oxymoron::domain::code::invite::{Invite, Language, RoleLabel, Roles};
use oxymoron::domain::code::items::Shape;
use oxymoron::domain::code::seal::{Entropy, PublicKey, WorkshopKey};
use oxymoron::domain::code::{Kind, ResponseId, Round, WorkshopId};
use serde_json::Value;

fn vectors(text: &str) -> Vec<Value> {
    serde_json::from_str(text).unwrap()
}

fn text<'a>(vector: &'a Value, name: &str) -> &'a str {
    vector[name]
        .as_str()
        .unwrap_or_else(|| panic!("{name} in {vector}"))
}

fn number(vector: &Value, name: &str) -> u64 {
    u64::from_str_radix(text(vector, name), 16).unwrap()
}

fn small(vector: &Value, name: &str) -> Option<u8> {
    vector[name].as_u64().map(|number| number.try_into().unwrap())
}

fn bytes(vector: &Value, name: &str) -> [u8; 32] {
    let text = text(vector, name);
    std::array::from_fn(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap())
}

fn shape(vector: &Value) -> Shape {
    let know_do = if vector["know_do"].as_bool().unwrap() {
        KnowDo::Included
    } else {
        KnowDo::LeftOut
    };
    Shape::new(Depth::from_name(text(vector, "depth")).unwrap(), know_do)
}

#[test]
fn answer_codes() {
    let vectors = vectors(include_str!("../../fixtures/codes/answers-v1.json"));
    assert_eq!(vectors.len(), 4);
    for vector in &vectors {
        let key = WorkshopKey::derive(&bytes(vector, "key_seed"));
        assert_eq!(key.public().0, bytes(vector, "public_key"));
        let vote = Vote {
            workshop: WorkshopId(number(vector, "workshop")),
            round: Round::new(small(vector, "round").unwrap()).unwrap(),
        };
        let response = Response {
            id: ResponseId(number(vector, "response")),
            role: small(vector, "role").and_then(RolePlace::new),
            items: items(shape(vector), text(vector, "items")),
        };
        let entropy = Entropy(bytes(vector, "entropy"));
        let code = seal(&response, vote, key.public(), entropy).unwrap();
        assert_eq!(code.to_string(), text(vector, "code"));
        let read = Envelope::read(Kind::Answer, text(vector, "code")).unwrap();
        let opened = open(&read, vote, &key).unwrap();
        assert_eq!(written(&opened.items), text(vector, "items"));
        assert_eq!(opened, response);
    }
}

#[test]
fn invites() {
    let vectors = vectors(include_str!("../../fixtures/codes/invites-v1.json"));
    assert_eq!(vectors.len(), 3);
    for vector in &vectors {
        let roles = vector["roles"].as_array().unwrap().iter();
        let roles = roles.map(|role| RoleLabel::new(role.as_str().unwrap()).unwrap());
        let invite = Invite {
            workshop: WorkshopId(number(vector, "workshop")),
            shape: shape(vector),
            instrument: InstrumentVersion(small(vector, "instrument").unwrap().into()),
            key: PublicKey(bytes(vector, "public_key")),
            language: Language::new(text(vector, "language")).unwrap(),
            roles: Roles::new(roles.collect()).unwrap(),
        };
        assert_eq!(invite.seal().to_string(), text(vector, "code"));
        let read = Envelope::read(Kind::Invite, text(vector, "code")).unwrap();
        assert_eq!(Invite::open(&read), Ok(invite));
    }
}
