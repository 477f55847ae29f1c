//! Receipts: everybody sees that theirs was counted, and the facilitator takes one answer out without seeing what it says.

use super::collecting::digits;
use crate::domain::calendar::Moment;
use crate::domain::checklist::Checklist;
use crate::domain::code::Round;
use crate::domain::code::answer::Response;
use crate::domain::code::items::Items;
use crate::domain::code::receipt::Receipt;
use crate::domain::workshop::Workshop;
use crate::domain::workshop::ballot::Surplus;

/// How many receipts stand on a line of a chat on a phone.
const ON_A_LINE: usize = 4;

/// A list for the chat, four on a line; sorted, as [`Workshop::receipts`] gives them.
#[must_use]
pub fn list(receipts: &[Receipt]) -> String {
    let words = |part: &[Receipt]| part.iter().map(Receipt::to_string).collect::<Vec<_>>().join("  ");
    let lines: Vec<_> = receipts.chunks(ON_A_LINE).map(words).collect();
    lines.join("\n")
}

/// Why no answer was taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTakenOut {
    /// What was typed is neither a receipt nor a line of answers.
    NotAReceipt,
    /// No answer to this vote is named so.
    NotHere,
    /// The room has seen the vote: the counts without it would give it away.
    Seen,
}

/// An answer that was taken out, to be put back while the page is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenOut {
    /// What named it.
    pub surplus: Surplus,
    round: Round,
    response: Response,
}

impl TakenOut {
    /// Whether it can still be put back: the room has not seen that vote.
    #[must_use]
    pub fn fits(&self, workshop: &Workshop) -> bool {
        workshop.unseen_round() == Some(self.round)
    }

    /// Puts it back, if it still can be.
    pub fn put_back(self, workshop: &mut Workshop, now: Moment) {
        if self.fits(workshop) {
            workshop.touch(now);
            workshop.put_in_again(self.round, self.response);
        }
    }
}

/// Takes the answer out whose receipt is typed, or which was typed as this line.
///
/// # Errors
/// [`NotTakenOut`]; then nothing has changed.
pub fn take_out(
    workshop: &mut Workshop,
    checklist: &Checklist,
    typed: &str,
    now: Moment,
) -> Result<TakenOut, NotTakenOut> {
    if workshop.unseen_round().is_none() {
        return Err(NotTakenOut::Seen);
    }
    let receipt = typed.parse().map(Surplus::Receipt);
    let surplus = receipt.or_else(|_| line(workshop, checklist, typed).ok_or(NotTakenOut::NotAReceipt))?;
    let (round, response) = workshop.take_out(&surplus).ok_or(NotTakenOut::NotHere)?;
    workshop.touch(now);
    Ok(TakenOut {
        surplus,
        round,
        response,
    })
}

/// One line of answers to the vote that the room has not seen.
fn line(workshop: &Workshop, checklist: &Checklist, typed: &str) -> Option<Surplus> {
    let digits = digits(workshop, checklist, workshop.unseen_round()?, typed);
    let [items] = <[Items; 1]>::try_from(digits.rows).ok()?;
    Some(Surplus::Line(items))
}
