//! What the console says to the projected window, as one text on the channel between them.
//!
//! `{"invite":"oxyi.…","received":9,"page":0,"workshop":{…}}`, the workshop being a record as it is stored, cut by [`Wall::of`].
//! The projected window asks with [`HELLO`], and for another page with [`ON`] and [`BACK`].

use crate::domain::code::WorkshopId;
use crate::domain::record::{quote, read_workshop, write_workshop};
use crate::domain::workshop::wall::Wall;
use nojson::RawJson;

/// What the projected window says to be told.
pub const HELLO: &str = "hello";

/// What the projected window says when somebody there wants the next page.
pub const ON: &str = "on";

/// The same for the page before.
pub const BACK: &str = "back";

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
    out.push_str(",\"page\":");
    out.push_str(&wall.page.to_string());
    out.push_str(",\"workshop\":");
    out.push_str(&write_workshop(&wall.workshop));
    out.push('}');
    out
}

/// The inverse of [`write`]; none for any other text, and for that of another workshop.
#[must_use]
pub fn parse(id: WorkshopId, text: &str) -> Option<Wall> {
    let parsed = RawJson::parse(text).ok()?;
    let (mut invite, mut received, mut page, mut workshop) = (None, None, None, None);
    for (name, value) in parsed.value().to_object().ok()? {
        match &*name.to_unquoted_string_str().ok()? {
            "invite" => invite = Some(value.to_unquoted_string_str().ok()?.into_owned()),
            "received" => received = value.as_raw_str().parse().ok(),
            "page" => page = value.as_raw_str().parse().ok(),
            "workshop" => workshop = read_workshop(id, value.as_raw_str()).ok(),
            _ => {}
        }
    }
    Some(Wall {
        workshop: workshop?,
        invite: invite?,
        received: received?,
        page: page?,
    })
}
