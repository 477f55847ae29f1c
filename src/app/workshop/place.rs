//! Places in a workshop, as URL fragments without their `#/`.
//!
//! ```
//! use oxymoron::app::workshop::place::Place;
//! assert_eq!(Place::parse("workshop"), Some(Place::All));
//! assert_eq!(Place::All.fragment(), "#/workshop");
//! ```

use crate::domain::code::{Round, WorkshopId};
use crate::domain::question::AreaId;

/// A place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// All workshops of this device, and a new one.
    All,
    /// The facilitator's console.
    Console(WorkshopId),
    /// What is projected for the room.
    Wall(WorkshopId),
    /// One device passed round.
    Pass(WorkshopId),
    /// What everybody takes along.
    Sheet(WorkshopId),
    /// A participant opens an invite; for a second vote with its round and area.
    Join(String, Option<(Round, AreaId)>),
    /// An answer code, opened as a link on the facilitator's device.
    Answer(String),
}

impl Place {
    /// The place of a fragment, none if there is no such place.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        let mut parts = path.split('/');
        let place = match (parts.next()?, parts.next(), parts.next()) {
            ("workshop", None, None) => Self::All,
            ("workshop", Some(id), None) => Self::Console(id.parse().ok()?),
            ("workshop", Some(id), Some("wall")) => Self::Wall(id.parse().ok()?),
            ("workshop", Some(id), Some("pass")) => Self::Pass(id.parse().ok()?),
            ("workshop", Some(id), Some("sheet")) => Self::Sheet(id.parse().ok()?),
            ("join", Some(invite), None) => Self::Join(invite.to_owned(), None),
            ("join", Some(invite), Some(round)) => {
                let second = (Round::new(round.parse().ok()?)?, parts.next()?.parse().ok()?);
                Self::Join(invite.to_owned(), Some(second))
            }
            ("answer", Some(code), None) => Self::Answer(code.to_owned()),
            _ => return None,
        };
        parts.next().is_none().then_some(place)
    }

    /// The fragment with its `#/`.
    #[must_use]
    pub fn fragment(&self) -> String {
        match self {
            Self::All => "#/workshop".to_owned(),
            Self::Console(id) => format!("#/workshop/{id}"),
            Self::Wall(id) => format!("#/workshop/{id}/wall"),
            Self::Pass(id) => format!("#/workshop/{id}/pass"),
            Self::Sheet(id) => format!("#/workshop/{id}/sheet"),
            Self::Join(invite, None) => format!("#/join/{invite}"),
            Self::Join(invite, Some((round, area))) => {
                format!("#/join/{invite}/{}/{area}", round.number())
            }
            Self::Answer(code) => format!("#/answer/{code}"),
        }
    }

    /// Whether it fills the window by itself, without the page's frame around it.
    #[must_use]
    pub fn is_bare(path: &str) -> bool {
        path.ends_with("/wall") || path.ends_with("/pass")
    }
}
