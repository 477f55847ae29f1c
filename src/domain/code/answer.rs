//! The answer code: one person's answers to one vote, readable by the facilitator alone.

use super::envelope::{self, Envelope};
use super::items::{Items, Shape};
use super::seal::{self, CannotSeal, Entropy, PublicKey, WorkshopKey};
use super::{CodeError, Kind, ResponseId, Round, Serial, WorkshopId};

/// The version that is written. [`open`] reads version 1 as well.
pub const VERSION: u8 = 2;

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
    /// Which of this person's codes it came in.
    pub serial: Serial,
    /// None is "rather not say".
    pub role: Option<RolePlace>,
    /// The answers.
    pub items: Items,
}

impl Response {
    /// What is sealed: the id, the serial number, the role, the answers; 14, 19, 23 or 28 bytes.
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        let mut text = self.id.0.to_be_bytes().to_vec();
        text.push(self.serial.0);
        text.extend(self.items.pack(self.role.map_or(0, |role| role.0 + 1)));
        text
    }

    /// The inverse of [`Response::pack`]. Anybody with the invite can seal anything, so it may be nonsense: then none.
    #[must_use]
    pub fn unpack(text: &[u8]) -> Option<Self> {
        Layout::Second.unpack(text)
    }
}

/// Which vote of which workshop: stands in a code for everybody to read, and nothing opens where it differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Vote {
    /// The workshop; a code shows only the beginning of its name.
    pub workshop: WorkshopId,
    /// The round.
    pub round: Round,
}

impl Vote {
    /// What both sides know and no code carries.
    fn context(self, layout: Layout) -> Vec<u8> {
        let mut context = b"oxymoron answer ".to_vec();
        context.push(b'0' + layout.version());
        context.extend(self.workshop.0.to_be_bytes());
        context.push(self.round.number());
        context
    }

    /// What stands before the seal: the beginning of the workshop's name, and the round.
    fn shown(self, layout: Layout) -> Vec<u8> {
        let name = self.workshop.0.to_be_bytes();
        let mut shown: Vec<u8> = name.into_iter().take(layout.tag()).collect();
        shown.push(self.round.number());
        shown
    }

    /// What a code shows: version, length of its body, the workshop's tag, the round.
    fn header(self, layout: Layout, body: usize) -> Vec<u8> {
        let mut header = envelope::head(layout.version(), body);
        header.extend(self.shown(layout));
        header
    }

    /// How a code for this vote begins, whatever is sealed: all that is there before the one-time key.
    pub(crate) fn beginning(self, shape: Shape) -> Vec<u8> {
        let text = Items::packed(shape) + size_of::<u64>() + size_of::<Serial>();
        self.header(Layout::Second, Layout::Second.body(text))
    }
}

/// How a version's body is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// Without a serial number.
    First,
    /// With one; what it takes is taken from the tag, so that no code is longer.
    Second,
}

impl Layout {
    const fn of(version: u8) -> Option<Self> {
        match version {
            1 => Some(Self::First),
            VERSION => Some(Self::Second),
            _ => None,
        }
    }

    const fn version(self) -> u8 {
        match self {
            Self::First => 1,
            Self::Second => VERSION,
        }
    }

    /// How many bytes of the workshop's name are shown.
    const fn tag(self) -> usize {
        match self {
            Self::First => 4,
            Self::Second => 3,
        }
    }

    /// Bytes in a body around a text of so many.
    const fn body(self, text: usize) -> usize {
        self.tag() + 1 + seal::ENCAPSULATED + text + seal::TAG
    }

    fn unpack(self, text: &[u8]) -> Option<Response> {
        let (id, packed) = text.split_first_chunk()?;
        let (serial, packed) = match self {
            Self::First => (Serial::NONE, packed),
            Self::Second => {
                let (serial, packed) = packed.split_first()?;
                (Serial(*serial), packed)
            }
        };
        let (role, items) = Items::unpack(packed)?;
        let role = match role.checked_sub(1) {
            None => None,
            Some(place) => Some(RolePlace::new(place)?),
        };
        let id = ResponseId(u64::from_be_bytes(*id));
        Some(Response {
            id,
            serial,
            role,
            items,
        })
    }
}

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
    let (layout, text) = (Layout::Second, response.pack());
    let header = vote.header(layout, layout.body(text.len()));
    let sealed = seal::seal(key, &vote.context(layout), &header, &text, entropy)?;
    let mut body = vote.shown(layout);
    body.extend(sealed);
    Ok(Envelope::new(Kind::Answer, layout.version(), body))
}

/// Reads a code of either version with the workshop's key.
///
/// # Errors
/// [`CodeError`], each kind.
pub fn open(code: &Envelope, vote: Vote, key: &WorkshopKey) -> Result<Response, CodeError> {
    if code.kind() != Kind::Answer {
        return Err(CodeError::NotACode(Kind::Answer));
    }
    let layout = Layout::of(code.version()).ok_or(CodeError::OtherVersion(code.version()))?;
    let body = code.body();
    let (tag, rest) = body.split_at_checked(layout.tag()).ok_or(CodeError::Damaged)?;
    let (round, sealed) = rest.split_first().ok_or(CodeError::Damaged)?;
    if !vote.shown(layout).starts_with(tag) {
        return Err(CodeError::OtherWorkshop);
    }
    let round = Round::new(*round).ok_or(CodeError::Damaged)?;
    if round != vote.round {
        return Err(CodeError::OtherRound {
            code: round,
            collected: vote.round,
        });
    }
    let text = key.open(&vote.context(layout), &vote.header(layout, body.len()), sealed);
    text.and_then(|text| layout.unpack(&text))
        .ok_or(CodeError::Damaged)
}
