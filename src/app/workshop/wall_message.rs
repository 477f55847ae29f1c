//! What the console says to the projected window, as one text on the channel between them.
//!
//! `{"invite":"oxyi.…","received":9,"receipts":[],"page":0,"answered":12,"first":[["A01",12,1,4,3,2,1,1,0],["A02",12]],"second":[],"gap":[],"workshop":{…}}`: for each
//! question of the first vote, which so many answered, and of each second vote how many were asked and, where they may be shown, how many chose each level, cannot tell, or said that it does not apply. The
//! gap is a question, the place of a role in the invite, 1 if it stands higher and 0 if lower, and the place of the role that everybody
//! else is of, if they are of one. The workshop is a record as it is stored, with no answer in it: [`Wall::of`] sees to that.
//!
//! Where the console has chosen the picture's language, `"language":"de"` names it, and where the room reads a second one, `"also":"fr"` does.
//!
//! The projected window asks with [`HELLO`], and for another page with [`ON`] and [`BACK`].

use crate::app::place::Place;
use crate::domain::code::WorkshopId;
use crate::domain::code::hands::Counted;
use crate::domain::code::invite::Language;
use crate::domain::group::role_gap::Side;
use crate::domain::question::QuestionId;
use crate::domain::record::{quote, read_workshop, write_workshop};
use crate::domain::workshop::room::{GapView, QuestionView, RoomView};
use crate::domain::workshop::wall::Wall;
use base64::prelude::*;
use nojson::{JsonValueKind, RawJson, RawJsonValue};
use std::fmt;

/// What the projected window says to be told.
pub const HELLO: &str = "hello";

/// What the projected window says when somebody there wants the next page.
pub const ON: &str = "on";

/// The same for the page before.
pub const BACK: &str = "back";

/// What the console says to hear which projected windows are open.
pub const WHO: &str = "who";

/// What a projected window says of itself: `here 1f awake`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presence {
    /// A random name, so that two windows are two.
    id: String,
    /// Whether its screen is kept from going to sleep; none where it is not known yet.
    pub awake: Option<bool>,
}

impl Presence {
    /// A window of its own; all are one where there are no random bytes.
    #[must_use]
    pub fn new(random: Option<[u8; 32]>) -> Self {
        let bytes = random.unwrap_or_default().into_iter().take(4);
        Self {
            id: bytes.map(|byte| format!("{byte:02x}")).collect(),
            awake: None,
        }
    }

    /// The inverse of writing it; none for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.strip_prefix("here ")?.split(' ');
        let (id, awake) = (words.next()?, words.next()?);
        let named = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_hexdigit());
        (named && words.next().is_none()).then_some(Self {
            id: id.to_owned(),
            awake: match awake {
                "awake" => Some(true),
                "asleep" => Some(false),
                "unknown" => None,
                _ => return None,
            },
        })
    }
}

impl fmt::Display for Presence {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let awake = match self.awake {
            Some(true) => "awake",
            Some(false) => "asleep",
            None => "unknown",
        };
        write!(out, "here {} {awake}", self.id)
    }
}

/// Which projected windows have answered since the console asked last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Present(Vec<Presence>);

impl Present {
    /// A window has said that it is here.
    pub fn hears(&mut self, presence: Presence) {
        match self.0.iter_mut().find(|known| known.id == presence.id) {
            Some(known) => *known = presence,
            None => self.0.push(presence),
        }
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Whether one of them says that its screen may go to sleep.
    #[must_use]
    pub fn may_sleep(&self) -> bool {
        self.0.iter().any(|presence| presence.awake == Some(false))
    }
}

/// The text for a link: base64 for addresses, so that nothing on the way has to escape it.
#[must_use]
pub fn link_text(wall: &Wall) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(write(wall))
}

/// The inverse of [`link_text`]; none for any other text, and for that of another workshop.
#[must_use]
pub fn from_link(id: WorkshopId, text: &str) -> Option<Wall> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?;
    parse(id, &String::from_utf8(bytes).ok()?)
}

/// What the room may see, from whatever was pasted: the last link of the workshop's wall in it.
#[must_use]
pub fn from_pasted(id: WorkshopId, text: &str) -> Option<Wall> {
    let (_, behind) = text.rsplit_once(&Place::Wall(id, None).fragment())?;
    let in_link = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    let behind = behind.strip_prefix('/')?;
    let end = behind
        .find(|character| !in_link(character))
        .unwrap_or(behind.len());
    from_link(id, behind.get(..end)?)
}

/// The channel of a workshop's windows.
#[must_use]
pub fn channel(id: WorkshopId) -> String {
    format!("oxymoron/workshop/{id}")
}

/// The text.
#[must_use]
pub fn write(wall: &Wall) -> String {
    let mut out = String::from("{\"invite\":");
    quote(&mut out, &wall.invite);
    out.push_str(",\"received\":");
    out.push_str(&wall.received.to_string());
    out.push_str(",\"receipts\":[");
    for (place, receipt) in wall.receipts.iter().enumerate() {
        out.push_str(if place > 0 { "," } else { "" });
        quote(&mut out, &receipt.to_string());
    }
    out.push_str("],\"page\":");
    out.push_str(&wall.page.to_string());
    for (name, language) in [("language", &wall.language), ("also", &wall.also)] {
        if let Some(language) = language {
            out.push(',');
            quote(&mut out, name);
            out.push(':');
            quote(&mut out, language.tag());
        }
    }
    out.push_str(",\"answered\":");
    let answered = wall.room.as_ref().map_or(0, |room| room.received);
    out.push_str(&answered.to_string());
    out.push_str(",\"first\":");
    match &wall.room {
        Some(room) => push_views(&mut out, &room.questions),
        None => out.push_str("null"),
    }
    out.push_str(",\"second\":");
    push_views(&mut out, &wall.second);
    out.push_str(",\"gap\":");
    let gap = wall.room.as_ref().and_then(|room| room.gap);
    match gap {
        Some(gap) => {
            let side = u32::from(gap.side == Side::Higher);
            let places = [Some(gap.role), usize::try_from(side).ok(), gap.others];
            push_row(&mut out, gap.question, places.into_iter().flatten());
        }
        None => out.push_str("[]"),
    }
    out.push_str(",\"workshop\":");
    out.push_str(&write_workshop(&wall.workshop));
    out.push('}');
    out
}

fn push_views(out: &mut String, views: &[QuestionView]) {
    out.push('[');
    for (place, view) in views.iter().enumerate() {
        out.push_str(if place > 0 { "," } else { "" });
        let counts = view.counts().into_iter().flat_map(|counts| {
            let others = [counts.cannot_tell, counts.not_applicable];
            counts.levels.into_iter().chain(others)
        });
        push_row(out, view.question, [view.asked].into_iter().chain(counts));
    }
    out.push(']');
}

fn push_row(out: &mut String, question: QuestionId, numbers: impl Iterator<Item = impl ToString>) {
    out.push('[');
    quote(out, &question.to_string());
    for number in numbers {
        out.push(',');
        out.push_str(&number.to_string());
    }
    out.push(']');
}

/// The inverse of [`write`]; none for any other text, and for that of another workshop.
#[must_use]
pub fn parse(id: WorkshopId, text: &str) -> Option<Wall> {
    let parsed = RawJson::parse(text).ok()?;
    let (mut invite, mut received, mut receipts, mut page, mut workshop) = (None, None, None, None, None);
    let (mut answered, mut first, mut second, mut gap) = (None, None, None, None);
    let (mut language, mut also) = (None, None);
    for (name, value) in parsed.value().to_object().ok()? {
        match &*name.to_unquoted_string_str().ok()? {
            "invite" => invite = Some(value.to_unquoted_string_str().ok()?.into_owned()),
            "received" => received = value.as_raw_str().parse().ok(),
            "receipts" => {
                let all = value.to_array().ok()?;
                let read = all.map(|one| one.to_unquoted_string_str().ok()?.parse().ok());
                receipts = Some(read.collect::<Option<Vec<_>>>()?);
            }
            "language" => language = Language::new(&value.to_unquoted_string_str().ok()?),
            "also" => also = Language::new(&value.to_unquoted_string_str().ok()?),
            "page" => page = value.as_raw_str().parse().ok(),
            "answered" => answered = value.as_raw_str().parse().ok(),
            "first" if value.kind() == JsonValueKind::Null => first = Some(None),
            "first" => first = Some(Some(views(value)?)),
            "second" => second = views(value),
            "gap" if value.to_array().ok()?.next().is_none() => gap = Some(None),
            "gap" => gap = Some(Some(self::gap(value)?)),
            "workshop" => workshop = read_workshop(id, value.as_raw_str()).ok(),
            _ => {}
        }
    }
    let (workshop, answered, gap) = (workshop?, answered?, gap?);
    let present = workshop.settings.present;
    let room = |questions: Vec<QuestionView>| RoomView::seen(questions, gap, answered, present);
    Some(Wall {
        room: first?.map(room),
        workshop,
        invite: invite?,
        received: received?,
        second: second?,
        receipts: receipts.unwrap_or_default(),
        page: page?,
        language,
        also,
    })
}

fn row(value: RawJsonValue<'_, '_>) -> Option<(QuestionId, Vec<u32>)> {
    let mut row = value.to_array().ok()?;
    let question = row.next()?.to_unquoted_string_str().ok()?.parse().ok()?;
    let numbers: Option<Vec<u32>> = row.map(|number| number.as_raw_str().parse().ok()).collect();
    Some((question, numbers?))
}

fn views(value: RawJsonValue<'_, '_>) -> Option<Vec<QuestionView>> {
    let view = |value| {
        let (question, numbers) = row(value)?;
        let (asked, counts) = numbers.split_first()?;
        let counts = match *counts {
            [] => None,
            [a, b, c, d, e, cannot_tell, not_applicable] => Some(Counted {
                levels: [a, b, c, d, e],
                cannot_tell,
                not_applicable,
            }),
            _ => return None,
        };
        Some(QuestionView::of(question, counts.as_ref(), *asked))
    };
    value.to_array().ok()?.map(view).collect()
}

fn gap(value: RawJsonValue<'_, '_>) -> Option<GapView> {
    let (question, numbers) = row(value)?;
    let (role, side, others) = match *numbers {
        [role, side] => (role, side, None),
        [role, side, others] => (role, side, Some(others)),
        _ => return None,
    };
    Some(GapView {
        question,
        role: role.try_into().ok()?,
        side: match side {
            1 => Side::Higher,
            0 => Side::Lower,
            _ => return None,
        },
        others: match others {
            Some(others) => Some(others.try_into().ok()?),
            None => None,
        },
    })
}
