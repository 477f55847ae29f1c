//! The way into a workshop for somebody whose link did not open: whatever text holds an invite.

use super::joining::repaired;
use crate::app::place::Place;
use crate::domain::code::find::find;
use crate::domain::code::{Kind, Round, percent};
use crate::domain::question::AreaId;

/// Why a text leads nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoWayIn {
    /// There is no invite in it.
    Nothing,
    /// What stands where an invite should was cut or changed.
    Damaged,
}

/// The place that a pasted or scanned text leads to: that of its first invite, and of an answer code where somebody took one for the
/// invite.
///
/// # Errors
/// [`NoWayIn`].
pub fn way_in(text: &str) -> Result<Place, NoWayIn> {
    let decoded = percent::decode_all(text);
    let text = decoded.as_deref().unwrap_or(text);
    let invites = find(Kind::Invite, text);
    let whole = invites.codes.first().map(ToString::to_string);
    let invite = whole.or_else(|| Some(repaired(&invites).ok()?.seal().to_string()));
    if let Some(invite) = invite {
        let behind = text.split_once(&*invite).map_or("", |(_, behind)| behind);
        let second = second(behind);
        return Ok(Place::Join(invite, second));
    }
    let answers = find(Kind::Answer, text);
    match answers.codes.first() {
        Some(answer) => Ok(Place::Answer(answer.to_string())),
        None if invites.broken.is_empty() && invites.repaired.is_empty() => Err(NoWayIn::Nothing),
        None => Err(NoWayIn::Damaged),
    }
}

/// The round and the area of a later vote, which stand behind the invite in its link.
fn second(behind: &str) -> Option<(Round, AreaId)> {
    let mut parts = behind.strip_prefix('/')?.split('/');
    let round = Round::new(parts.next()?.parse().ok()?)?;
    let rest = parts.next()?;
    let end = rest.find(|character: char| !character.is_ascii_alphanumeric());
    let area = rest.get(..end.unwrap_or(rest.len()))?;
    Some((round, area.parse().ok()?))
}
