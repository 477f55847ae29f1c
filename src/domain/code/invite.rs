//! The invite: what a participant's device has to know, in the fragment of a link.

use super::envelope::Envelope;
use super::items::Shape;
use super::seal::PublicKey;
use super::{CodeError, Kind, WorkshopId};
use crate::domain::assessment::KnowDo;
use crate::domain::checklist::{Depth, InstrumentVersion};
use crate::domain::typed::is_invisible;
use std::fmt;

/// The version that is written, and the only one that is read.
pub const VERSION: u8 = 1;

/// A workshop as its participants see it. It holds for every round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    /// The workshop's name.
    pub workshop: WorkshopId,
    /// Which questions it asks.
    pub shape: Shape,
    /// The instrument that they are from.
    pub instrument: InstrumentVersion,
    /// What answers are sealed to.
    pub key: PublicKey,
    /// The language that the facilitator chose.
    pub language: Language,
    /// The roles to pick from, may be none.
    pub roles: Roles,
}

/// A language tag in the form of BCP 47, such as `en` or `pt-BR`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Language(String);

impl Language {
    /// Characters in a tag at the most.
    pub const LONGEST: usize = 16;

    /// The tag, if it is 2 to 16 letters, digits and hyphens.
    #[must_use]
    pub fn new(tag: &str) -> Option<Self> {
        let plain = tag
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        (plain && (2..=Self::LONGEST).contains(&tag.len())).then(|| Self(tag.to_owned()))
    }

    /// The tag.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.0
    }
}

/// The name of a role, 1 to 24 characters on one line.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RoleLabel(String);

impl RoleLabel {
    /// Characters in a label at the most.
    pub const LONGEST: usize = 24;

    /// The label without spaces around it.
    ///
    /// # Errors
    /// If it is empty, too long or has characters that cannot be seen.
    pub fn new(text: &str) -> Result<Self, RoleError> {
        let text = text.trim();
        let length = text.chars().count();
        if length == 0 {
            Err(RoleError::Empty)
        } else if length > Self::LONGEST {
            Err(RoleError::TooLong(length))
        } else if text.chars().any(|c| c.is_control() || is_invisible(c)) {
            Err(RoleError::Invisible)
        } else {
            Ok(Self(text.to_owned()))
        }
    }

    /// The label.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// Up to six roles, each once.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Roles(Vec<RoleLabel>);

impl Roles {
    /// Roles in a workshop at the most.
    pub const MOST: usize = 6;

    /// The roles in their order.
    ///
    /// # Errors
    /// If there are too many, or one is there twice.
    pub fn new(labels: Vec<RoleLabel>) -> Result<Self, RoleError> {
        if labels.len() > Self::MOST {
            return Err(RoleError::TooMany(labels.len()));
        }
        let mut later = labels.iter().enumerate();
        if later.any(|(place, label)| labels.iter().skip(place + 1).any(|other| other == label)) {
            return Err(RoleError::Twice);
        }
        Ok(Self(labels))
    }

    /// The labels in their order.
    #[must_use]
    pub fn labels(&self) -> &[RoleLabel] {
        &self.0
    }
}

/// Why roles were not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleError {
    /// Nothing but spaces.
    Empty,
    /// So many characters.
    TooLong(usize),
    /// Line breaks, direction marks and other characters that cannot be seen.
    Invisible,
    /// So many roles.
    TooMany(usize),
    /// Two are the same.
    Twice,
}

impl fmt::Display for RoleError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => out.write_str("A role needs a name"),
            Self::TooLong(length) => {
                let most = RoleLabel::LONGEST;
                write!(
                    out,
                    "A role's name has at most {most} characters, this one has {length}"
                )
            }
            Self::Invisible => {
                out.write_str("This role's name has characters that nobody can see: type it anew")
            }
            Self::TooMany(count) => write!(out, "At most {} roles, these are {count}", Roles::MOST),
            Self::Twice => out.write_str("Two roles have the same name"),
        }
    }
}

impl std::error::Error for RoleError {}

const FULL: u8 = 1;
const KNOW_DO: u8 = 2;

impl Invite {
    /// The invite as a code.
    #[must_use]
    pub fn seal(&self) -> Envelope {
        let mut body = self.workshop.0.to_be_bytes().to_vec();
        body.push(mode(self.shape));
        body.extend(self.instrument.0.to_be_bytes());
        body.extend(self.key.0);
        push_text(&mut body, &self.language.0);
        for role in &self.roles.0 {
            push_text(&mut body, &role.0);
        }
        Envelope::new(Kind::Invite, VERSION, body)
    }

    /// Reads an invite's code.
    ///
    /// # Errors
    /// [`CodeError::NotACode`], [`CodeError::OtherVersion`], or [`CodeError::Damaged`] for what no facilitator's page
    /// writes.
    pub fn open(code: &Envelope) -> Result<Self, CodeError> {
        if code.kind() != Kind::Invite {
            return Err(CodeError::NotACode(Kind::Invite));
        }
        match code.version() {
            VERSION => read_body(code.body()).ok_or(CodeError::Damaged),
            version => Err(CodeError::OtherVersion(version)),
        }
    }
}

fn mode(shape: Shape) -> u8 {
    let full = if shape.depth == Depth::Full { FULL } else { 0 };
    let know_do = if shape.know_do == KnowDo::Included {
        KNOW_DO
    } else {
        0
    };
    full | know_do
}

fn push_text(body: &mut Vec<u8>, text: &str) {
    body.push(u8::try_from(text.len()).unwrap_or(u8::MAX));
    body.extend_from_slice(text.as_bytes());
}

fn read_body(body: &[u8]) -> Option<Invite> {
    let (workshop, body) = body.split_first_chunk()?;
    let ([flags], body) = body.split_first_chunk()?;
    let (instrument, body) = body.split_first_chunk()?;
    let (key, body) = body.split_first_chunk()?;
    let (language, mut body) = read_text(body)?;
    let mut labels = Vec::new();
    while !body.is_empty() {
        let (text, rest) = read_text(body)?;
        let label = RoleLabel::new(text).ok().filter(|label| label.text() == text);
        labels.push(label?);
        body = rest;
    }
    Some(Invite {
        workshop: WorkshopId(u64::from_be_bytes(*workshop)),
        shape: Shape::ALL.into_iter().find(|shape| mode(*shape) == *flags)?,
        instrument: InstrumentVersion(u16::from_be_bytes(*instrument)),
        key: PublicKey(*key),
        language: Language::new(language)?,
        roles: Roles::new(labels).ok()?,
    })
}

fn read_text(body: &[u8]) -> Option<(&str, &[u8])> {
    let (length, body) = body.split_first()?;
    let (text, rest) = body.split_at_checked(usize::from(*length))?;
    Some((std::str::from_utf8(text).ok()?, rest))
}
