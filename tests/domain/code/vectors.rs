//! The vectors in files: for every released version, what was given and which code it became.

use super::{items, written};
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::checklist::{Depth, InstrumentVersion};
use oxymoron::domain::code::answer::{Response, RolePlace, Vote, open, seal};
use oxymoron::domain::code::envelope::Envelope;
use oxymoron::domain::code::invite::{Invite, Language, RoleLabel, Roles};
use oxymoron::domain::code::items::Shape;
use oxymoron::domain::code::receipt::Receipt;
use oxymoron::domain::code::seal::{Entropy, PublicKey, WorkshopKey};
use oxymoron::domain::code::{Kind, ResponseId, Round, Serial, WorkshopId};
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

/// What a vector says was given: the key, the vote, the response.
fn given(vector: &Value) -> (WorkshopKey, Vote, Response) {
    let key = WorkshopKey::derive(&bytes(vector, "key_seed"));
    assert_eq!(key.public().0, bytes(vector, "public_key"));
    let vote = Vote {
        workshop: WorkshopId(number(vector, "workshop")),
        round: Round::new(small(vector, "round").unwrap()).unwrap(),
    };
    let response = Response {
        id: ResponseId(number(vector, "response")),
        serial: small(vector, "serial").map_or(Serial::NONE, Serial),
        role: small(vector, "role").and_then(RolePlace::new),
        items: items(shape(vector), text(vector, "items")),
    };
    (key, vote, response)
}

fn check_opens(vector: &Value, version: u8) {
    let (key, vote, response) = given(vector);
    let read = Envelope::read(Kind::Answer, text(vector, "code")).unwrap();
    assert_eq!(read.version(), version);
    let opened = open(&read, vote, &key).unwrap();
    assert_eq!(written(&opened.items), text(vector, "items"));
    assert_eq!(opened, response);
    assert_eq!(read.to_string(), text(vector, "code"));
}

/// Nothing writes version 1 any more, so this does, from the grammar on the format's page.
fn version_1(vector: &Value) -> String {
    let (key, vote, response) = given(vector);
    let workshop = vote.workshop.0.to_be_bytes();
    let mut plain = response.pack();
    assert_eq!(
        plain.remove(8),
        0,
        "the serial number, which version 1 has no room for"
    );
    let length = u8::try_from(5 + 32 + plain.len() + 16).unwrap();
    let header = [[1, length].as_slice(), &workshop[..4], &[vote.round.number()]].concat();
    let context = [b"oxymoron answer 1".as_slice(), &workshop, &[vote.round.number()]].concat();
    let entropy = Entropy(bytes(vector, "entropy"));
    let sealed = super::sealed(key.public(), &context, &header, &plain, entropy).unwrap();
    super::answer::wrapped(&[header, sealed].concat())
}

#[test]
fn answer_codes_of_version_1() {
    let vectors = vectors(include_str!("../../fixtures/codes/answers-v1.json"));
    assert_eq!(vectors.len(), 4);
    for vector in &vectors {
        check_opens(vector, 1);
        assert_eq!(version_1(vector), text(vector, "code"));
    }
}

/// Made by another program, from the RFC and the format's page; it makes those of version 1 as well.
#[test]
fn answer_codes_of_version_2_and_their_receipts() {
    let vectors = vectors(include_str!("../../fixtures/codes/answers-v2.json"));
    assert_eq!(vectors.len(), 4);
    for vector in &vectors {
        check_opens(vector, 2);
        let (key, vote, response) = given(vector);
        let entropy = Entropy(bytes(vector, "entropy"));
        let code = seal(&response, vote, key.public(), entropy).unwrap();
        assert_eq!(code.to_string(), text(vector, "code"));
        let receipt = Receipt::of_response(vote, &response).unwrap();
        assert_eq!(receipt.to_string(), text(vector, "receipt"));
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
