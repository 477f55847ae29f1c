//! What the projected window gets.

use super::{PRIVATE, at, happenings, workshop};
use crate::arbitrary::settings;
use crate::support::twelve_areas;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use oxymoron::domain::code::Kind;
use oxymoron::domain::code::envelope::Envelope;
use oxymoron::domain::code::invite::Invite;
use oxymoron::domain::record::{read_workshop, write_workshop};
use oxymoron::domain::workshop::ballot::Ballot;
use oxymoron::domain::workshop::wall::Wall;
use oxymoron::domain::workshop::{SecondVote, Seed, Workshop};
use proptest::prelude::*;

fn packed(ballot: &Ballot) -> impl Iterator<Item = String> {
    ballot
        .responses()
        .map(|response| URL_SAFE_NO_PAD.encode(response.pack()))
}

fn check(workshop: &Workshop) -> Result<(), TestCaseError> {
    let wall = Wall::of(workshop);
    let text = write_workshop(&wall.workshop);
    prop_assert!(
        !text.contains(&URL_SAFE_NO_PAD.encode(workshop.seed.0)),
        "never the secret"
    );
    prop_assert_eq!(&wall.workshop.seed, &Seed([0; 32]));
    prop_assert!(!text.contains(PRIVATE), "never what only the facilitator reads");
    let invite = Invite::open(&Envelope::read(Kind::Invite, &wall.invite).unwrap()).unwrap();
    prop_assert_eq!(invite, workshop.invite(), "the invite of the true key");
    prop_assert_eq!(wall.received, workshop.received());
    let unseen = workshop
        .topics
        .iter()
        .filter(|topic| !matches!(topic.second, SecondVote::Closed(_)));
    let unseen = unseen
        .map(|topic| &topic.ballot)
        .chain((workshop.revealed.is_none()).then_some(&workshop.first));
    for ballot in unseen {
        for response in packed(ballot) {
            let seen = workshop
                .topics
                .iter()
                .filter(|topic| matches!(topic.second, SecondVote::Closed(_)));
            let mut seen = seen
                .map(|topic| &topic.ballot)
                .chain(workshop.revealed.is_some().then_some(&workshop.first));
            let known = seen.any(|ballot| packed(ballot).any(|known| known == response));
            prop_assert!(
                known || !text.contains(&response),
                "no answer that the room has not seen"
            );
        }
    }
    if workshop.revealed.is_none() {
        prop_assert!(wall.workshop.first.is_empty(), "no response and no hands");
        prop_assert!(wall.workshop.topics.iter().all(|topic| topic.ballot.is_empty()));
        let raised = text.contains("\"hands\":{\"");
        prop_assert!(!raised, "no question has hands");
    }
    // What is left shows the same as the whole does.
    let checklist = twelve_areas();
    prop_assert_eq!(wall.workshop.room(&checklist), workshop.room(&checklist));
    for topic in &workshop.topics {
        prop_assert_eq!(
            wall.workshop.rounds(&checklist, topic.area),
            workshop.rounds(&checklist, topic.area)
        );
    }
    prop_assert_eq!(read_workshop(workshop.id, &text), Ok(wall.workshop));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..settings() })]

    #[test]
    fn the_wall_never_has_what_the_room_may_not_see(happenings in happenings()) {
        let (mut workshop, mut seconds) = (workshop(), 0);
        check(&workshop)?;
        for (change, later) in happenings {
            seconds += later;
            workshop.apply(change, at(seconds));
            check(&workshop)?;
        }
    }
}
