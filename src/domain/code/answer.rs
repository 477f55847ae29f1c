//! The answer code: one person's answers to one vote, readable by the facilitator alone.

use super::envelope::{self, Envelope};
use super::items::Items;
use super::seal::{self, CannotSeal, Entropy, PublicKey, WorkshopKey};
use super::{CodeError, Kind, ResponseId, Round, VERSION, WorkshopId};

/// Characters in an answer code at the most, prefix included.
pub const MOST_CHARACTERS: usize = 120;

/// A role's place among those of the invite, 0 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RolePlace(u8);

impl RolePlace {
    /// The place, if it is below 6.
    #[must_use]
    pub const fn new(place: u8) -> Option<Self> {
        if place < 6 { Some(Self(place)) } else { None }
    }

    /// The place, 0 to 5.
    #[must_use]
    pub const fn place(self) -> u8 {
        self.0
    }
}

/// What one person says in one vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The same for every code that this person makes in this workshop.
    pub id: ResponseId,
    /// None is "rather not say".
    pub role: Option<RolePlace>,
    /// The answers.
    pub items: Items,
}

impl Response {
    /// What is sealed: the id, the role, the answers; 13, 18, 22 or 27 bytes.
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        let mut text = self.id.0.to_be_bytes().to_vec();
        text.extend(self.items.pack(self.role.map_or(0, |role| role.0 + 1)));
        text
    }

    /// The inverse of [`Response::pack`]. Anybody with the invite can seal anything, so it may be nonsense: then none.
    #[must_use]
    pub fn unpack(text: &[u8]) -> Option<Self> {
        let (id, packed) = text.split_first_chunk()?;
        let (role, items) = Items::unpack(packed)?;
        let role = match role.checked_sub(1) {
            None => None,
            Some(place) => Some(RolePlace::new(place)?),
        };
        let id = ResponseId(u64::from_be_bytes(*id));
        Some(Self { id, role, items })
    }
}

/// Which vote of which workshop: stands in a code for everybody to read, and nothing opens where it differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Vote {
    /// The workshop; a code shows only half of its name.
    pub workshop: WorkshopId,
    /// The round.
    pub round: Round,
}

impl Vote {
    /// The first four bytes of the workshop's name.
    fn tag(self) -> [u8; 4] {
        let [a, b, c, d, ..] = self.workshop.0.to_be_bytes();
        [a, b, c, d]
    }

    /// What both sides know and no code carries.
    fn context(self) -> Vec<u8> {
        let mut context = b"oxymoron answer 1".to_vec();
        context.extend(self.workshop.0.to_be_bytes());
        context.push(self.round.number());
        context
    }

    /// What a code shows: version, length of its body, the workshop's tag, the round.
    fn header(self, body: usize) -> Vec<u8> {
        let mut header = envelope::head(VERSION, body);
        header.extend(self.tag());
        header.push(self.round.number());
        header
    }
}

/// Bytes of tag and round.
const SHOWN: usize = 5;

/// Makes the code of a response.
///
/// # Errors
/// If the invite's key cannot be used.
pub fn seal(
    response: &Response,
    vote: Vote,
    key: PublicKey,
    entropy: Entropy,
) -> Result<Envelope, CannotSeal> {
    let text = response.pack();
    let length = SHOWN + seal::ENCAPSULATED + text.len() + seal::TAG;
    let sealed = seal::seal(key, &vote.context(), &vote.header(length), &text, entropy)?;
    let mut body = vote.tag().to_vec();
    body.push(vote.round.number());
    body.extend(sealed);
    Ok(Envelope::new(Kind::Answer, VERSION, body))
}

/// Reads a code with the workshop's key.
///
/// # Errors
/// [`CodeError`], each kind.
pub fn open(code: &Envelope, vote: Vote, key: &WorkshopKey) -> Result<Response, CodeError> {
    if code.kind() != Kind::Answer {
        return Err(CodeError::NotACode(Kind::Answer));
    }
    let body = code.body(VERSION)?;
    let (tag, [round, sealed @ ..]) = body.split_first_chunk::<4>().ok_or(CodeError::Damaged)? else {
        return Err(CodeError::Damaged);
    };
    if *tag != vote.tag() {
        return Err(CodeError::OtherWorkshop);
    }
    let round = Round::new(*round).ok_or(CodeError::Damaged)?;
    if round != vote.round {
        return Err(CodeError::OtherRound {
            code: round,
            collected: vote.round,
        });
    }
    let text = key.open(&vote.context(), &vote.header(body.len()), sealed);
    text.and_then(|text| Response::unpack(&text))
        .ok_or(CodeError::Damaged)
}
