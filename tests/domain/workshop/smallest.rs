//! How far the smallest group goes up and down once the room has seen a vote.

use super::{after, at, minimum, said};
use crate::support::area_id;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;

/// Revealed after so many answers, at a smallest group.
fn seen_by(answers: u64, size: u32) -> Workshop {
    let answers = (1..=answers).map(|id| said(id, None, "333333333333"));
    after([
        Change::Received(answers.collect()),
        Change::SetMinimum(minimum(size)),
        Change::WentTo(Stage::Reveal),
    ])
}

#[test]
fn the_smallest_group_only_grows_once_anything_was_seen() {
    let answers = (1..=12).map(|id| said(id, None, "333333333333"));
    let mut workshop = after([
        Change::Received(answers.collect()),
        Change::SetMinimum(minimum(3)),
    ]);
    assert_eq!(workshop.settings.minimum, minimum(3));
    for (stage, asked, got) in [
        (Stage::Close, 4, 4),
        (Stage::Reveal, 3, 4),
        (Stage::Vote, 3, 4),
        (Stage::Vote, 8, 8),
        (Stage::Reveal, 5, 8),
    ] {
        workshop.apply(Change::WentTo(stage), at(1));
        workshop.apply(Change::SetMinimum(minimum(asked)), at(1));
        assert_eq!(workshop.settings.minimum, minimum(got), "{stage:?}");
    }
}

#[test]
fn a_larger_smallest_group_is_taken_back_until_the_next_stage() {
    let mut workshop = seen_by(12, 5);
    for size in [8, 55] {
        workshop.apply(Change::SetMinimum(minimum(size)), at(9));
    }
    assert_eq!(workshop.settings.minimum, minimum(55));
    workshop.apply(Change::TookMinimumBack, at(10));
    assert_eq!(
        workshop.settings.minimum,
        minimum(5),
        "what it was when the stage began"
    );
    workshop.apply(Change::TookMinimumBack, at(11));
    assert_eq!(workshop.settings.minimum, minimum(5));
    workshop.apply(Change::SetMinimum(minimum(6)), at(12));
    workshop.apply(Change::WentTo(Stage::Discuss), at(13));
    workshop.apply(Change::TookMinimumBack, at(14));
    assert_eq!(
        (workshop.settings.minimum, workshop.minimum_before),
        (minimum(6), None)
    );
}

#[test]
fn a_smallest_group_that_shows_nothing_is_no_dead_end() {
    let set = |workshop: &mut Workshop, size| {
        workshop.apply(Change::SetMinimum(minimum(size)), at(9));
        workshop.settings.minimum.size()
    };
    // Nothing was seen: down again, at any later stage, and not below the standard.
    let mut workshop = seen_by(12, 55);
    assert_eq!(workshop.minimum_before, Some(minimum(5)));
    workshop.apply(Change::WentTo(Stage::Discuss), at(8));
    assert_eq!(set(&mut workshop, 4), 55);
    assert_eq!([13, 10].map(|size| set(&mut workshop, size)), [13, 10]);
    // From here on there are pictures, and what was hidden beside them stays so.
    assert_eq!(workshop.minimum_before, None);
    assert_eq!(set(&mut workshop, 9), 10);

    let mut back = seen_by(12, 55);
    back.apply(Change::WentTo(Stage::Discuss), at(8));
    back.apply(Change::TookMinimumBack, at(9));
    assert_eq!(back.settings.minimum, minimum(5));

    // Four answers are too few for the standard, which protects them as it did before.
    let mut few = seen_by(4, 5);
    assert_eq!((few.minimum_before, set(&mut few, 3)), (None, 5));

    // What was raised until nothing was left comes back to what was seen, and no further.
    let mut raised = seen_by(12, 8);
    assert_eq!((raised.minimum_before, set(&mut raised, 55)), (None, 55));
    raised.apply(Change::WentTo(Stage::Discuss), at(10));
    assert_eq!(raised.least_minimum(), minimum(8));
    assert_eq!([7, 8].map(|size| set(&mut raised, size)), [55, 8]);

    // A second vote that is seen at a larger group ends the way back.
    let mut second = seen_by(6, 8);
    let later = (1..=9).map(|id| said(id, None, "3-----------")).collect();
    for change in [
        Change::ChoseTopics(vec![area_id(1)]),
        Change::WentTo(Stage::Discuss),
        Change::OpenedSecondVote,
        Change::Received(later),
    ] {
        second.apply(change, at(11));
    }
    assert_eq!(second.least_minimum(), minimum(5));
    second.apply(Change::ClosedSecondVote, at(12));
    second.apply(Change::TookMinimumBack, at(13));
    assert_eq!(second.settings.minimum, minimum(8));
}

/// A second vote ends the way back only where it is the first picture of all.
#[test]
fn a_second_vote_among_pictures_leaves_the_way_back() {
    let voted_again = |mut workshop: Workshop, size, answers: u64| {
        let later = (1..=answers).map(|id| said(id, None, "3-----------")).collect();
        for change in [
            Change::ChoseTopics(vec![area_id(1)]),
            Change::WentTo(Stage::Discuss),
            Change::SetMinimum(minimum(size)),
            Change::OpenedSecondVote,
            Change::Received(later),
            Change::ClosedSecondVote,
            Change::TookMinimumBack,
        ] {
            workshop.apply(change, at(11));
        }
        workshop.settings.minimum
    };
    assert_eq!(voted_again(seen_by(12, 5), 6, 9), minimum(5));
    // Before it nothing was shown, and behind it nothing is.
    assert_eq!(voted_again(seen_by(12, 55), 55, 9), minimum(5));
}
