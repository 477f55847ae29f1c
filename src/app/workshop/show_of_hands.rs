//! A show of hands as typed, and whether it adds up.

use crate::domain::code::Round;
use crate::domain::code::hands::{Counted, Hands, Headcount, Miscount};
use crate::domain::typed::whole;
use crate::domain::workshop::Workshop;
use crate::domain::workshop::ballot::Ballot;

/// What is typed: hands for each level, the lowest first, then can't tell and not applicable. Empty is none.
pub type Typed = [String; 7];

/// Why a count is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uncounted {
    /// This field holds no whole number.
    NotANumber(usize),
    /// It does not add up.
    Miscounted(Miscount),
}

/// The hands that are expected: everybody whose answers did not come in another way.
#[must_use]
pub fn expected(workshop: &Workshop) -> Headcount {
    let ballot = workshop.open_round().and_then(|round| workshop.ballot(round));
    let others = ballot.map_or(0, |ballot: &Ballot| ballot.responses().len());
    let others = u32::try_from(others).unwrap_or(u32::MAX);
    Headcount(workshop.settings.present.0.saturating_sub(others))
}

/// Of how many questions hands are counted, and of how many there are; none unless it is some of them and not all.
#[must_use]
pub fn partly_counted(workshop: &Workshop) -> Option<(usize, usize)> {
    let first = workshop.unseen_round().is_none_or(|round| round == Round::FIRST);
    let counted = workshop.first.hands.len();
    let of = workshop.settings.shape.length();
    (first && counted > 0 && counted < of).then_some((counted, of))
}

/// The counts, if they add up.
///
/// # Errors
/// [`Uncounted`], the first field that is no number before the sum.
pub fn count(typed: &Typed, expected: Headcount) -> Result<Counted, Uncounted> {
    let mut counts = [0; 7];
    for (place, (text, count)) in typed.iter().zip(&mut counts).enumerate() {
        let text = text.trim();
        if !text.is_empty() {
            *count = whole(text).ok_or(Uncounted::NotANumber(place))?;
        }
    }
    let [a, b, c, d, e, cannot_tell, not_applicable] = counts;
    let counted = Counted {
        levels: [a, b, c, d, e],
        cannot_tell,
        not_applicable,
    };
    let hands = Hands::new(counted, expected).map_err(Uncounted::Miscounted)?;
    Ok(hands.counted())
}

/// What was counted, to be corrected.
#[must_use]
pub fn typed(counted: &Counted) -> Typed {
    let [a, b, c, d, e] = counted.levels;
    [a, b, c, d, e, counted.cannot_tell, counted.not_applicable].map(|count| count.to_string())
}
