//! The random name and secret of a new workshop, drawn until no chat damages the invite that is made of them.

use super::{Seed, Settings};
use crate::domain::checklist::InstrumentVersion;
use crate::domain::code::answer::Vote;
use crate::domain::code::drawing::{Search, fragile_beginning, fragile_behind};
use crate::domain::code::invite::Invite;
use crate::domain::code::seal::{PublicKey, WorkshopKey};
use crate::domain::code::{Kind, Round, WorkshopId};
use std::convert::Infallible;

/// A workshop that is being founded.
#[derive(Debug)]
pub struct Founding {
    invite: Invite,
    search: Search<(WorkshopId, Seed)>,
}

impl Founding {
    /// For a workshop with these settings.
    #[must_use]
    pub fn new(settings: &Settings, instrument: InstrumentVersion) -> Self {
        let invite = Invite {
            workshop: WorkshopId(0),
            shape: settings.shape,
            instrument,
            key: PublicKey([0; 32]),
            language: settings.language.clone(),
            roles: settings.roles.clone(),
        };
        let search = Search::new(least(&invite));
        Self { invite, search }
    }

    /// Tries a name and a secret; false once nothing is left to try.
    pub fn step(&mut self, id: WorkshopId, seed: Seed) -> bool {
        self.invite.workshop = id;
        self.invite.key = WorkshopKey::derive(&seed.0).public();
        let vote = Vote {
            workshop: id,
            round: Round::FIRST,
        };
        let code = fragile_behind(Kind::Invite, &self.invite.seal().to_string());
        // Every answer begins with a part of the name.
        let count = code + fragile_beginning(vote, self.invite.shape);
        let made: Result<(), Infallible> = self.search.offer(count, || Ok((count, (id, seed))));
        made.is_ok() && self.search.goes_on()
    }

    /// How many tries there were.
    #[must_use]
    pub const fn tries(&self) -> u32 {
        self.search.tries()
    }

    /// The best name and secret, none before the first step.
    #[must_use]
    pub fn finish(self) -> Option<(WorkshopId, Seed)> {
        self.search.finish()
    }
}

/// Characters of the check at the end, which depends on everything.
const CHECK: usize = 6;

/// How many fragile characters the settings alone make, such as those of a role in another script.
///
/// The two fragile characters stand for 62 and 63, at least five bits of which are set: in an invite whose random bits are all zero, no
/// character has one of them, since none has fewer than two of those.
fn least(zeros: &Invite) -> usize {
    let code = zeros.seal().to_string();
    let fixed = code.len().saturating_sub(CHECK);
    fragile_behind(Kind::Invite, code.get(..fixed).unwrap_or(&code))
}
