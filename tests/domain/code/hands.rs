//! A show of hands.

use oxymoron::domain::code::hands::{Counted, Hands, Headcount, Miscount};

const COUNTED: Counted = Counted {
    levels: [1, 2, 3, 0, 4],
    cannot_tell: 1,
    not_applicable: 1,
};

#[test]
fn counts_that_add_up_are_votes() {
    let hands = Hands::new(COUNTED, Headcount(12)).unwrap();
    assert_eq!(hands.counted(), COUNTED);
    assert_eq!(hands.votes().counts(), [1, 2, 3, 0, 4]);
}

#[test]
fn says_by_how_many_they_do_not() {
    let check = |present, miscount, sentence: &str| {
        let error = Hands::new(COUNTED, Headcount(present)).unwrap_err();
        assert_eq!((error, error.to_string().as_str()), (miscount, sentence));
    };
    check(
        13,
        Miscount::Missing(1),
        "1 hand is missing: count again or correct the headcount",
    );
    check(
        15,
        Miscount::Missing(3),
        "3 hands are missing: count again or correct the headcount",
    );
    check(
        11,
        Miscount::TooMany(1),
        "1 hand too many: count again or correct the headcount",
    );
    check(
        0,
        Miscount::TooMany(12),
        "12 hands too many: count again or correct the headcount",
    );
}

#[test]
fn absurd_counts_are_counted_too() {
    let counted = Counted {
        levels: [u32::MAX; 5],
        cannot_tell: u32::MAX,
        not_applicable: u32::MAX,
    };
    assert_eq!(
        Hands::new(counted, Headcount(u32::MAX)),
        Err(Miscount::TooMany(6 * u64::from(u32::MAX)))
    );
}
