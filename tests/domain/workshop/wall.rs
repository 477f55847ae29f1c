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
use oxymoron::domain::workshop::{SecondVote, Seed, Topic, Workshop};
use proptest::prelude::*;

fn packed(ballot: &Ballot) -> impl Iterator<Item = String> {
    ballot
        .responses()
        .map(|response| URL_SAFE_NO_PAD.encode(response.pack()))
}

fn check(workshop: &Workshop) -> Result<(), TestCaseError> {
    let checklist = twelve_areas();
    let wall = Wall::of(workshop, &checklist);
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
    // Before the reveal and after it: nobody's answers, and no hands but in the counts.
    let ballots = [&workshop.first]
        .into_iter()
        .chain(workshop.topics.iter().map(|topic| &topic.ballot));
    for response in ballots.flat_map(packed) {
        prop_assert!(!text.contains(&response), "no answer of anybody");
    }
    prop_assert!(wall.workshop.first.is_empty());
    prop_assert!(wall.workshop.topics.iter().all(|topic| topic.ballot.is_empty()));
    if workshop.revealed.is_none() {
        prop_assert_eq!((&wall.room, wall.second.len()), (&None, 0));
    }
    let closed = |topic: &&Topic| matches!(topic.second, SecondVote::Closed(_));
    prop_assert_eq!(wall.second.len(), workshop.topics.iter().filter(closed).count());
    // What is left shows the same as the whole does.
    prop_assert_eq!(&wall.room, &workshop.room(&checklist));
    prop_assert_eq!(wall.standings(), workshop.standings(&checklist));
    for topic in &workshop.topics {
        prop_assert_eq!(wall.rounds(topic.area), workshop.rounds(&checklist, topic.area));
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
