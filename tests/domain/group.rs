//! Figures of a room, against numbers worked out by hand or another way.

use crate::arbitrary::settings;
use oxymoron::domain::group::anonymity::{
    GroupView, MinimumGroup, TooSmall, Visibility, group_view, visible_groups,
};
use oxymoron::domain::group::discussion::{Revote, discuss_first};
use oxymoron::domain::group::role_gap::{RoleGap, largest, worth_asking};
use oxymoron::domain::group::sessions::{SessionChange, session_change};
use oxymoron::domain::group::{Median, Votes};
use oxymoron::domain::level::Level;
use oxymoron::domain::question::QuestionId;
use proptest::prelude::*;

fn level(number: u8) -> Level {
    Level::from_number(number).unwrap()
}

/// Votes such as "2 2 3 5".
fn votes(numbers: &str) -> Votes {
    Votes::of(
        numbers
            .split_whitespace()
            .map(|number| level(number.parse().unwrap())),
    )
}

fn sorted(votes: &Votes) -> Vec<f64> {
    let each = Level::ALL
        .into_iter()
        .flat_map(|level| (0..votes.at(level)).map(move |_| f64::from(level.number())));
    each.collect()
}

fn plain_median(sorted: &[f64]) -> f64 {
    let last = sorted.len() - 1;
    f64::midpoint(sorted[last / 2], sorted[last.div_ceil(2)])
}

#[test]
fn medians() {
    let check = |numbers: &str, tenths| {
        assert_eq!(
            votes(numbers).median().map(Median::tenths),
            Some(tenths),
            "{numbers}"
        );
    };
    check("3", 30);
    check("3 3 3", 30);
    // Nobody sits on 2.5.
    check("2 3", 25);
    check("1 1 5 5", 30);
    // 3 + (1 - 2) / (2 x 3) = 2.83
    check("1 2 3 3 3 4", 28);
    // 4 + (0 - 2) / (2 x 3) = 3.67
    check("1 3 4 4 4", 37);
    // 1 + (1 - 0) / (2 x 2) = 1.25
    check("1 1 2", 13);
    assert_eq!(Votes::default().median(), None);
}

#[test]
fn spreads() {
    let check = |numbers: &str, tenths, wide| {
        let spread = votes(numbers).spread().unwrap();
        assert_eq!((spread.tenths(), spread.is_wide()), (tenths, wide), "{numbers}");
    };
    check("4 4 4 4", 0, false);
    // |1-3| + |5-3| over 2
    check("1 5", 20, true);
    // Distances from 3: 2, 1, 0, 0, 1, 1 = 5 over 6: exactly 5/6.
    check("1 2 3 3 4 4", 8, false);
    // One more step: 6 over 6.
    check("1 2 3 3 4 5", 10, true);
    assert_eq!(Votes::default().spread(), None);
}

#[test]
fn agreement_and_consensus_have_their_published_values() {
    let near = |found: Option<f64>, expected: f64| {
        assert!(
            (found.unwrap() - expected).abs() < 0.005,
            "{found:?} is not {expected}"
        );
    };
    near(votes("2 2 5 5 5").agreement(), -0.13);
    near(votes("1 2 5 5 5").agreement(), 0.23);
    near(votes("3 3 3").agreement(), 1.0);
    near(votes("1 5").agreement(), -1.0);
    near(votes("1 2 3 4 5").agreement(), 0.0);
    near(votes("3 3 3").consensus(), 1.0);
    near(votes("1 5").consensus(), 0.0);
    // Mean 2: 1 + (log2(3/4) + log2(1) + log2(3/4)) / 3 = 0.723
    near(votes("1 2 3").consensus(), 0.723);
    near(votes("1 2 3").standard_deviation(), (2.0_f64 / 3.0).sqrt());
}

#[test]
fn camps() {
    let check = |counts: [u32; 5], between: Option<u8>| {
        assert_eq!(Votes::new(counts).two_camps(), between.map(level), "{counts:?}");
    };
    check([0, 4, 0, 4, 0], Some(3));
    // Two votes on a side are enough, one is not.
    check([2, 0, 4, 0, 0], Some(2));
    check([1, 0, 3, 0, 0], None);
    // The middle is one lower than the smaller side, which is not enough.
    check([0, 4, 3, 5, 0], None);
    // Sixty votes: the margin is six.
    check([0, 25, 20, 15, 0], None);
    check([0, 25, 10, 25, 0], Some(3));
    // Less than a quarter on one side.
    check([2, 0, 8, 0, 0], None);
    check([5, 0, 0, 0, 5], Some(2));
    check([3, 3, 3, 3, 3], None);
}

#[test]
fn what_asks_for_talk_depends_on_how_many_there_are() {
    let check = |numbers: &str, asks| assert_eq!(votes(numbers).asks_for_talk(), asks, "{numbers}");
    check("1 5", false);
    check("2 3 3", false);
    check("2 3 4", true);
    check("2 2 2 4", true);
    check("3 3 3 3 3", false);
    check("1 2 3 3 4 4", false);
    check("1 2 3 3 4 5", true);
    // Two camps ask even where the spread is not wide: 4 x |2-2.5| ... one level apart on either side of 3.
    check("2 2 2 4 4 2 2 4", true);
    assert!(!votes("3 3 3 3 3 3 3").is_plainly_one());
    assert!(votes("3 3 3 3 3 3 3 3").is_plainly_one());
}

#[test]
fn the_queue_is_the_three_widest_in_the_order_they_were_asked() {
    let id = |area: u8| -> QuestionId { format!("A{area:02}").parse().unwrap() };
    let asked = [
        (id(1), votes("3 3 3 3 3 3")),
        (id(2), votes("1 1 3 3 5 5")),
        (id(3), votes("1 1 1 5 5 5")),
        (id(4), votes("1 1 3 3 5 5")),
        (id(5), votes("1 2 3 3 5 5")),
    ];
    assert_eq!(discuss_first(&asked), [id(3), id(2), id(4)]);
    assert_eq!(discuss_first(&asked[..1]), []);
    // Three or four votes have no spread: they come after those that have one, the widest range first.
    let few = [
        (id(1), votes("1 1 3")),
        (id(2), votes("1 1 5 5")),
        (id(3), votes("1 2 3 3 5 5")),
        (id(4), votes("2 2 3 3")),
        (id(5), votes("1 5 5 5")),
    ];
    assert_eq!(discuss_first(&few), [id(3), id(2), id(5)]);
    assert_eq!(discuss_first(&few[..1]), [id(1)]);
}

#[test]
fn second_rounds() {
    let check = |first: &str, second: &str, expected| {
        assert_eq!(
            Revote::of(&votes(first), &votes(second)),
            expected,
            "{first} then {second}"
        );
    };
    check("1 2 3 3 4 5", "3 3 3 3 3 3", Some(Revote::AgreedStable));
    check("1 1 3 3 5 5", "4 4 4 4 4 3", Some(Revote::AgreedMoved));
    // 8 over 6, then 6 over 6.
    check("1 1 3 3 5 5", "1 2 3 3 4 5", Some(Revote::Converging));
    check("1 1 3 3 5 5", "1 1 1 5 5 5", Some(Revote::OpenSplit));
    check("1 2 3 3 4 5", "1 1 3 3 5 5", Some(Revote::OpenSplit));
    // Close together, but in two camps.
    check("1 1 1 5 5 5", "2 2 2 4 4 2 2 4", Some(Revote::OpenSplit));
    check("", "3 3", None);
    // Every word rests on spread, which three or four votes do not have.
    check("1 1 3 3 5 5", "4 4 4 4", None);
    check("1 5 5", "4 4 4 4 4", None);
    check("1 1 5 5 5", "4 4 4 4 4", Some(Revote::AgreedMoved));
}

#[test]
fn role_gaps_are_pairs() {
    let (leaders, sellers) = (votes("4 4 4 3"), votes("2 3 3 4 5"));
    // Pair by pair: three leaders at 4 beat 2, 3, 3 and lose to 5; the one at 3 beats 2 and loses to 4 and 5.
    let gap = RoleGap::between(&leaders, &sellers);
    assert_eq!((gap.higher, gap.lower, gap.pairs), (10, 5, 20));
    assert_eq!(worth_asking(&leaders, &sellers), None);

    let (leaders, sellers) = (votes("4 4 4 5 5"), votes("2 2 3 3 3"));
    let large = worth_asking(&leaders, &sellers).unwrap();
    assert_eq!((large.higher, large.lower, large.pairs), (25, 0, 25));
    // Four votes are too few, however far apart.
    assert_eq!(worth_asking(&votes("5 5 5 5"), &votes("1 1 1 1 1")), None);
    // Every pair higher, but the middles lie half a level apart.
    assert_eq!(worth_asking(&votes("3 3 3 3 3"), &votes("2 2 2 2 3 3 3 3")), None);

    let small = RoleGap::between(&votes("3 3"), &votes("2 3"));
    assert_eq!(
        largest([("a", small), ("b", large), ("c", large)]),
        Some(("b", large))
    );
    assert_eq!(largest::<()>([]), None);
}

#[test]
fn sessions_move_only_past_chance() {
    let many = |level: u8, count: u32| {
        let mut votes = Votes::default();
        votes.add(Level::from_number(level).unwrap(), count);
        votes
    };
    // Five against five: 1.96 x sqrt(2) x 0.9 / sqrt(5) = 1.116, so one level is not enough and two are.
    assert_eq!(
        session_change(&many(3, 5), &many(4, 5)),
        Some(SessionChange::NoChangeThatCounts)
    );
    assert_eq!(
        session_change(&many(3, 5), &many(5, 5)),
        Some(SessionChange::MovedUp)
    );
    // Seven against seven: 0.943.
    assert_eq!(
        session_change(&many(4, 7), &many(3, 7)),
        Some(SessionChange::MovedDown)
    );
    // A hundred against a hundred: 0.249, so half a level decides; a quarter is not enough.
    let [quarter, half] = [[0, 0, 100, 50, 0], [0, 0, 50, 50, 0]].map(Votes::new);
    assert_eq!(
        session_change(&many(3, 100), &quarter),
        Some(SessionChange::NoChangeThatCounts)
    );
    assert_eq!(session_change(&many(3, 100), &half), Some(SessionChange::MovedUp));
    assert_eq!(session_change(&Votes::default(), &half), None);
    assert_eq!(
        session_change(&many(1, 4), &many(5, 100)),
        None,
        "four have no middle"
    );
}

#[test]
fn small_groups_and_what_would_give_them_away_are_hidden() {
    let check = |sizes: &[u32], expected: &str| {
        let seen: String = visible_groups(sizes, MinimumGroup::STANDARD)
            .into_iter()
            .map(|seen| if seen == Visibility::Shown { '+' } else { '-' })
            .collect();
        assert_eq!(seen, expected, "{sizes:?}");
    };
    check(&[6, 7], "++");
    // The two could be had by subtraction, so the smallest goes with them.
    check(&[6, 2, 9], "--+");
    // Two and three make five: nobody can tell them apart.
    check(&[6, 2, 3], "+--");
    check(&[5, 5, 1], "-+-");
    check(&[4], "-");
    check(&[0, 6], "-+");
    check(&[6, 1], "--");
    assert_eq!(MinimumGroup::try_from(2), Err(TooSmall(2)));
    assert!(MinimumGroup::try_from(3).unwrap().is_risky());
    assert!(!MinimumGroup::STANDARD.shows_room(&votes("1 2 3 4")));
}

#[test]
fn a_group_shows_its_middle_and_nothing_where_all_agree() {
    assert_eq!(group_view(&votes("4 4 4 4 4")), GroupView::Nothing);
    assert!(matches!(group_view(&votes("4 4 4 4 3")), GroupView::Median(_)));
    assert!(matches!(
        group_view(&votes("4 4 4 4 3 3 3 3 3 3")),
        GroupView::Distribution(..)
    ));
    assert_eq!(
        group_view(&votes("1 2 4 5")),
        GroupView::Nothing,
        "dots only, and dots of a group are not shown"
    );
    assert_eq!(group_view(&Votes::default()), GroupView::Nothing);
}

#[test]
fn no_count_is_too_large() {
    let [low, high] = [[u32::MAX, 0, 0, 0, 7], [7, u32::MAX, u32::MAX, 9, u32::MAX]].map(Votes::new);
    assert_eq!(low.total(), Votes::MOST + 7);
    assert!(low.median() < high.median() && low.spread() < high.spread());
    assert_eq!(session_change(&low, &high), Some(SessionChange::MovedUp));
    assert!(worth_asking(&high, &low).is_some());
    assert_eq!(high.two_camps(), Some(Level::Working));
}

#[test]
fn absent_members_bound_the_middle() {
    let (low, high) = votes("3 3 3 3").median_bounds(2).unwrap();
    // 1 1 3 3 3 3: 3 + (0 - 2) / 8 = 2.75; 3 3 3 3 5 5: 3.25.
    assert_eq!((low.tenths(), high.tenths()), (28, 33));
}

fn room() -> impl Strategy<Value = Votes> {
    prop::array::uniform5(0_u32..12).prop_filter_map("a vote at least", |counts| {
        (counts.iter().sum::<u32>() > 0).then_some(Votes::new(counts))
    })
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn spread_is_the_mean_distance_from_the_median(votes in room()) {
        let each = sorted(&votes);
        let middle = plain_median(&each);
        let count = f64::from(votes.total());
        let expected = each.iter().map(|vote| (vote - middle).abs()).sum::<f64>() / count;
        let spread = votes.spread().unwrap();
        prop_assert_eq!(spread.is_wide(), 6.0 * expected * count > 5.0 * count + 1e-6);
        #[expect(clippy::cast_precision_loss, reason = "tenths of four levels")]
        let tenths = spread.tenths() as f64;
        prop_assert!((tenths / 10.0 - expected).abs() <= 0.05 + 1e-9);
    }

    #[test]
    fn spread_never_rises_when_a_vote_moves_towards_the_middle(votes in room(), number in 1_u8..=5) {
        let from = level(number);
        let middle = plain_median(&sorted(&votes));
        let to = if f64::from(number) < middle { number + 1 } else { number - 1 };
        prop_assume!(votes.at(from) > 0 && (f64::from(number) - middle).abs() >= 1.0);
        let mut counts = votes.counts();
        counts[from.position()] -= 1;
        counts[level(to).position()] += 1;
        let moved = Votes::new(counts);
        prop_assert!(moved.spread() <= votes.spread());
    }

    #[test]
    fn the_interpolated_median_is_within_half_a_level(votes in room()) {
        let middle = plain_median(&sorted(&votes));
        let tenths = i32::try_from(votes.median().unwrap().tenths()).unwrap();
        prop_assert!((f64::from(tenths) / 10.0 - middle).abs() <= 0.55);
    }

    #[test]
    fn hidden_groups_are_never_had_by_subtraction(
        sizes in prop::collection::vec(0_u32..15, 0..7),
        minimum in 3_u32..8,
    ) {
        let seen = visible_groups(&sizes, MinimumGroup::try_from(minimum).unwrap());
        prop_assert_eq!(seen.len(), sizes.len());
        let hidden = sizes.iter().zip(&seen).filter(|(_, seen)| **seen == Visibility::Hidden);
        let together: u32 = hidden.map(|(size, _)| size).sum();
        let shown: Vec<_> = sizes.iter().zip(&seen).filter(|(_, seen)| **seen == Visibility::Shown).collect();
        prop_assert!(shown.iter().all(|(size, _)| **size >= minimum));
        prop_assert!(shown.is_empty() || together == 0 || together >= minimum);
    }

    #[test]
    fn swapping_the_roles_mirrors_the_gap(first in room(), second in room()) {
        let (there, back) = (RoleGap::between(&first, &second), RoleGap::between(&second, &first));
        prop_assert_eq!((there.higher, there.lower, there.pairs), (back.lower, back.higher, back.pairs));
        let (mine, theirs) = (sorted(&first), sorted(&second));
        let higher = mine.iter().flat_map(|a| theirs.iter().map(move |b| a > b)).filter(|higher| *higher);
        prop_assert_eq!(there.higher, u64::try_from(higher.count()).unwrap());
    }
}
