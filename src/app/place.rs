//! Places in a workshop, as URL fragments without their `#/`.
//!
//! ```
//! use oxymoron::app::place::Place;
//! assert_eq!(Place::parse("workshop"), Some(Place::All));
//! assert_eq!(Place::All.fragment(), "#/workshop");
//! ```

use crate::domain::code::{Round, WorkshopId};
use crate::domain::question::AreaId;

/// What stands behind the place of many rooms where they fill the window.
pub const ROOMS_WALL: &str = "/wall/";

/// A place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// All workshops of this device, and a new one.
    All,
    /// The facilitator's console.
    Console(WorkshopId),
    /// What is projected for the room; on another laptop what it may see stands in the link itself.
    Wall(WorkshopId, Option<String>),
    /// One device passed round.
    Pass(WorkshopId),
    /// What everybody takes along.
    Sheet(WorkshopId),
    /// Many rooms in one picture. The text is what stands behind that in the link; only what is loaded for it takes it apart.
    Rooms(String),
    /// Somebody who was invited brings the invite.
    Invited,
    /// A participant opens an invite; for a second vote with its round and area. The text is what stands in the link, whatever was put
    /// behind the code.
    Join(String, Option<(Round, AreaId)>),
    /// An answer code, opened as a link on the facilitator's device.
    Answer(String),
}

impl Place {
    /// The place of a fragment, none if there is no such place.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        match path.split_once('/') {
            Some(("join", link)) if !link.is_empty() => return Self::join(link),
            Some(("answer", link)) if !link.is_empty() => return Some(Self::Answer(link.to_owned())),
            _ => {}
        }
        match path.strip_prefix("workshop/") {
            Some(within) => Self::within(within),
            None if path == "workshop" => Some(Self::All),
            None if path == "join" => Some(Self::Invited),
            None => None,
        }
    }

    fn within(path: &str) -> Option<Self> {
        if let Some(behind) = path.strip_prefix("rooms") {
            return Some(Self::Rooms(behind.to_owned()));
        }
        let (id, screen) = path.split_once('/').unwrap_or((path, ""));
        let (screen, picture) = screen.split_once('/').unwrap_or((screen, ""));
        let id = id.parse().ok()?;
        Some(match screen {
            "wall" => Self::Wall(id, (!picture.is_empty()).then(|| picture.to_owned())),
            _ if !picture.is_empty() => return None,
            "" => Self::Console(id),
            "pass" => Self::Pass(id),
            "sheet" => Self::Sheet(id),
            _ => return None,
        })
    }

    /// The code ends at the first slash; a number behind it is a round, which needs its area.
    fn join(link: &str) -> Option<Self> {
        let (invite, behind) = link.split_once('/').unwrap_or((link, ""));
        if !behind.starts_with(|character: char| character.is_ascii_digit()) {
            return Some(Self::Join(link.to_owned(), None));
        }
        let (round, area) = behind.split_once('/')?;
        let second = (Round::new(round.parse().ok()?)?, area.get(..3)?.parse().ok()?);
        Some(Self::Join(invite.to_owned(), Some(second)))
    }

    /// The fragment with its `#/`.
    #[must_use]
    pub fn fragment(&self) -> String {
        let (id, screen) = match self {
            Self::All => return "#/workshop".to_owned(),
            Self::Rooms(behind) => return ["#/workshop/rooms", behind].concat(),
            Self::Invited => return "#/join".to_owned(),
            Self::Join(invite, None) => return ["#/join/", invite].concat(),
            Self::Join(invite, Some((round, area))) => {
                let (round, area) = (round.number().to_string(), area.to_string());
                return ["#/join/", invite, "/", &round, "/", &area].concat();
            }
            Self::Answer(code) => return ["#/answer/", code].concat(),
            Self::Console(id) => (id, ""),
            Self::Wall(id, Some(picture)) => {
                return ["#/workshop/", &id.to_string(), "/wall/", picture].concat();
            }
            Self::Wall(id, None) => (id, "/wall"),
            Self::Pass(id) => (id, "/pass"),
            Self::Sheet(id) => (id, "/sheet"),
        };
        ["#/workshop/", &id.to_string(), screen].concat()
    }

    /// Whether it fills the window by itself, without the page's frame around it.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        match self {
            Self::Wall(..) | Self::Pass(_) => true,
            Self::Rooms(behind) => behind.starts_with(ROOMS_WALL),
            _ => false,
        }
    }
}
