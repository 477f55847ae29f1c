//! Figures of a room, against numbers worked out by hand or another way.

use crate::arbitrary::settings;
use oxymoron::domain::group::anonymity::{MinimumGroup, TooSmall};
use oxymoron::domain::group::camps::Camp;
use oxymoron::domain::group::discussion::{Revote, discuss_first};
use oxymoron::domain::group::role_gap::{Margins, Pairs, Side, side};
use oxymoron::domain::group::sessions::{SessionChange, session_changes};
use oxymoron::domain::group::{InterpolatedMedian, Median, Spread, Votes};
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
    let check = |numbers: &str, plain, interpolated| {
        let votes = votes(numbers);
        let finer = votes.interpolated_median().map(InterpolatedMedian::tenths);
        assert_eq!(
            (votes.median().map(Median::tenths), finer),
            (Some(plain), Some(interpolated)),
            "{numbers}"
        );
    };
    check("3", 30, 30);
    check("3 3 3", 30, 30);
    // Nobody sits on 2.5.
    check("2 3", 25, 25);
    check("1 1 5 5", 30, 30);
    // 3 + (1 - 2) / (2 x 3) = 2.83
    check("1 2 3 3 3 4", 30, 28);
    // 4 + (0 - 2) / (2 x 3) = 3.67
    check("1 3 4 4 4", 40, 37);
    // 1 + (1 - 0) / (2 x 2) = 1.25
    check("1 1 2", 10, 13);
    assert_eq!(Votes::default().median(), None);
    assert_eq!(Votes::default().interpolated_median(), None);
}

#[test]
fn a_spread_belongs_to_the_middle_answer_beside_it() {
    // 5 5 5 5 4: the fifth lies one level from 5, which is 0.2 on average; from the interpolated 4.9 it would be 0.3.
    let votes = votes("5 5 5 5 4");
    let (middle, spread) = (votes.median().unwrap(), votes.spread().unwrap());
    assert_eq!(
        (middle.level(), spread.tenths()),
        (Some(Level::RenewingItself), 2)
    );
    assert_eq!(votes.interpolated_median().unwrap().tenths(), 49);
}

#[test]
fn files_have_medians_and_spreads_in_hundredths() {
    let check = |numbers: &str, median, spread| {
        let votes = votes(numbers);
        assert_eq!(
            votes.interpolated_median().map(InterpolatedMedian::hundredths),
            Some(median),
            "{numbers}"
        );
        assert_eq!(votes.spread().map(Spread::hundredths), Some(spread), "{numbers}");
    };
    check("3 3 3", 300, 0);
    check("2 3", 250, 50);
    // 3 + (1 - 2) / (2 x 3) = 2.833, and 2 + 1 + 0 + 0 + 0 + 1 over 6 from the plain median
    check("1 2 3 3 3 4", 283, 67);
    // 4 + (0 - 2) / (2 x 3) = 3.667, and 3 + 1 over 5
    check("1 3 4 4 4", 367, 80);
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
fn a_unanimous_vote_has_no_dispersion_wherever_it_stands_and_no_vote_none_at_all() {
    for (numbers, level) in [("1 1 1", 1.0), ("5 5 5", 5.0), ("1", 1.0), ("5", 5.0)] {
        let votes = votes(numbers);
        assert_eq!(votes.mean(), Some(level), "{numbers}");
        assert_eq!(votes.standard_deviation(), Some(0.0), "{numbers}");
        assert_eq!(votes.consensus(), Some(1.0), "{numbers}");
        assert_eq!(votes.agreement(), Some(1.0), "{numbers}");
    }
    let none = Votes::default();
    assert_eq!((none.mean(), none.standard_deviation()), (None, None));
    assert_eq!((none.consensus(), none.agreement()), (None, None));
}

/// By hand: three votes of one layer at 1, 2, 3 and 5. Of its triples three fit one peak and three do not: (3 x 3 - 4 x 3) / (3 x 6).
#[test]
fn as_many_triples_for_one_peak_as_against_it_are_no_agreement() {
    for counts in [[1, 1, 1, 0, 1], [1, 0, 1, 1, 1]] {
        let agreement = Votes::new(counts).agreement().unwrap();
        assert!((agreement + 1.0 / 24.0).abs() < 1e-12, "{agreement}");
    }
}

#[test]
fn camps() {
    // Each camp as its lowest level, its highest, and its votes; then those between.
    let check = |counts: [u32; 5], expected: &[(u8, u8, u32)], between: u32| {
        let found = Votes::new(counts).camps();
        let of = |camp: &Camp| (camp.low.number(), camp.high.number(), camp.votes);
        let camps = found
            .as_ref()
            .map(|found| found.camps().iter().map(of).collect::<Vec<_>>());
        assert_eq!(camps.unwrap_or_default(), expected, "{counts:?}");
        assert_eq!(found.map_or(0, |found| found.between), between, "{counts:?}");
    };
    check([0, 4, 0, 4, 0], &[(2, 2, 4), (4, 4, 4)], 0);
    // Two votes on a side are enough, one is not.
    check([2, 0, 4, 0, 0], &[(1, 1, 2), (3, 3, 4)], 0);
    check([1, 0, 3, 0, 0], &[], 0);
    // The middle is one lower than the smaller side, which is not enough.
    check([0, 4, 3, 5, 0], &[], 0);
    // Sixty votes: the margin is six.
    check([0, 25, 20, 15, 0], &[], 0);
    check([0, 25, 10, 25, 0], &[(2, 2, 25), (4, 4, 25)], 10);
    // Less than a quarter on one side.
    check([2, 0, 8, 0, 0], &[], 0);
    // The one in the valley is of no side: three of fifteen are not a quarter, four would be.
    check([3, 1, 11, 0, 0], &[], 0);
    check([0, 0, 11, 1, 3], &[], 0);
    check([3, 3, 3, 3, 3], &[], 0);
    // Three valleys beside each other are one, and nobody is at "Set up".
    check([5, 0, 0, 0, 5], &[(1, 1, 5), (5, 5, 5)], 0);
    check([4, 0, 1, 0, 4], &[(1, 1, 4), (5, 5, 4)], 1);
    check([2, 3, 0, 1, 4], &[(1, 2, 5), (4, 5, 5)], 0);
    // Two valleys apart part three groups, if those between stand out from both.
    check([3, 0, 3, 0, 3], &[(1, 1, 3), (3, 3, 3), (5, 5, 3)], 0);
    check([4, 1, 3, 1, 4], &[(1, 1, 4), (5, 5, 4)], 5);
    check([3, 1, 2, 1, 3], &[(1, 1, 3), (5, 5, 3)], 4);
    // Those between stand out from one valley, by six, and from the other by two, where 24 votes ask for three.
    check([7, 0, 6, 4, 7], &[(1, 1, 7), (5, 5, 7)], 10);
    check([7, 4, 6, 0, 7], &[(1, 1, 7), (5, 5, 7)], 10);
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
    check("1 2 3 3 4 5 5 1", "3 3 3 3 3 3 3 3", Some(Revote::AgreedStable));
    check("1 1 3 3 5 5 5 5", "3 3 3 3 3 3 3 2", Some(Revote::AgreedMoved));
    // Where there were camps, "where it was" is no word for it.
    check(
        "1 1 1 1 5 5 5 5",
        "3 3 3 3 3 3 3 3",
        Some(Revote::AgreedAfterCamps),
    );
    check("1 1 1 1 5 5 5 5", "4 4 4 4 4 4 4 4", Some(Revote::AgreedMoved));
    // Of seven it is not said that the room is not split, and so not that it agrees.
    check("1 2 3 3 4 5", "3 3 3 3 3 3", Some(Revote::Close));
    check("1 1 3 3 5 5", "4 4 4 4 4 4 3", Some(Revote::Close));
    check("1 1 3 3 5 5", "4 4 4 4 4 4 4 3", Some(Revote::AgreedMoved));
    check("1 1 5 5 5", "4 4 4 4 4", Some(Revote::Close));
    // 8 over 6, then 6 over 6.
    check("1 1 3 3 5 5", "1 2 3 3 4 5", Some(Revote::Converging));
    check("1 1 3 3 5 5", "1 1 1 5 5 5", Some(Revote::OpenSplit));
    check("1 2 3 3 4 5", "1 1 3 3 5 5", Some(Revote::OpenSplit));
    // As wide as before is not closer.
    check("1 2 3 3 4 5", "1 2 3 3 4 5", Some(Revote::OpenSplit));
    // Close together, but in two camps.
    check("1 1 1 5 5 5", "2 2 2 4 4 2 2 4", Some(Revote::OpenSplit));
    check("", "3 3", None);
    // Every word rests on spread, which three or four votes do not have.
    check("1 1 3 3 5 5", "4 4 4 4", None);
    check("1 5 5", "4 4 4 4 4", None);
}

#[test]
fn a_role_stands_apart_by_pairs_and_by_middles() {
    let (leaders, sellers) = (votes("4 4 4 3"), votes("2 3 3 4 5"));
    // Pair by pair: three leaders at 4 beat 2, 3, 3 and lose to 5; the one at 3 beats 2 and loses to 4 and 5.
    let pairs = Pairs::between(&leaders, &sellers);
    assert_eq!((pairs.higher, pairs.lower, pairs.all), (10, 5, 20));
    assert_eq!(side(&leaders, &sellers), None);

    let (leaders, sellers) = (votes("4 4 4 5 5"), votes("2 2 3 3 3"));
    assert_eq!(side(&leaders, &sellers), Some(Side::Higher));
    assert_eq!(side(&sellers, &leaders), Some(Side::Lower));
    // Four votes are too few, however far apart.
    assert_eq!(side(&votes("5 5 5 5"), &votes("1 1 1 1 1")), None);
    // Every pair higher, but the middles lie half a level apart.
    assert_eq!(side(&votes("3 3 3 3 3"), &votes("2 2 2 2 3 3 3 3")), None);
}

#[test]
fn a_word_about_a_role_is_kept_back_by_what_everybody_knows() {
    let check = |counts: [u32; 5], silent: u32, role: u32, kept: bool| {
        let room = Margins::new(&Votes::new(counts), silent, role).unwrap();
        assert_eq!(
            room.keeps_everybody(),
            kept,
            "{counts:?}, {silent} silent, {role} of the role"
        );
    };
    // Five and five: if the five at the top are the leaders, or four of them, the one at the bottom knows which.
    check([5, 0, 0, 0, 5], 0, 5, false);
    // Of ten and ten at least eight: the two others may be anybody, and so may those at the bottom.
    check([10, 0, 0, 0, 10], 0, 10, true);
    check([4, 5, 4, 4, 3], 0, 10, true);
    // The one at the top is of the role if it stands higher: 1 in 10 more cannot be without.
    check([9, 9, 0, 1, 1], 0, 10, false);
    // One who chose no level is not told either.
    check([4, 5, 4, 4, 3], 1, 10, true);
    assert_eq!(Margins::new(&Votes::new([1, 1, 1, 1, 1]), 0, 6), None);
}

#[test]
fn the_smallest_group_holds_for_secret_votes_alone() {
    let five = MinimumGroup::STANDARD;
    assert!(five.shows(5, 5, 5) && !five.shows(4, 4, 9));
    // Six hands and one code: what the counts have beyond the hands is the code's answer. It need not be a level.
    assert!(!five.shows(7, 1, 1) && !five.shows(6, 0, 1));
    assert!(five.shows(6, 0, 0) && five.shows(11, 5, 6));
    assert_eq!(MinimumGroup::try_from(2), Err(TooSmall(2)));
    assert_eq!(
        TooSmall(2).to_string(),
        "a group of 2 is too small to be anonymous in"
    );
    let risky = [3, 4, 5, 6].map(|size| MinimumGroup::try_from(size).unwrap().is_risky());
    assert_eq!(risky, [true, true, false, false], "below five");
}

#[test]
fn no_count_is_too_large() {
    let [low, high] = [[u32::MAX, 0, 0, 0, 7], [7, u32::MAX, u32::MAX, 9, u32::MAX]].map(Votes::new);
    assert_eq!(low.total(), Votes::MOST + 7);
    assert!(low.interpolated_median() < high.interpolated_median() && low.spread() < high.spread());
    let moved = session_changes(&[Some((low, high))]);
    assert_eq!(moved, [Some(SessionChange::MovedUp)]);
    assert_eq!(side(&high, &low), Some(Side::Higher));
    assert!(Margins::new(&high, 9, Votes::MOST).unwrap().keeps_everybody());
    assert_eq!(high.camps().unwrap().camps().len(), 2);
}

#[test]
fn absent_members_bound_the_middle() {
    let (low, high) = votes("3 3 3 3").median_bounds(2).unwrap();
    assert_eq!((low.tenths(), high.tenths()), (30, 30));
    // 1 1 1 1 3 3 3 3 and 3 3 3 3 5 5 5 5.
    let (low, high) = votes("3 3 3 3").median_bounds(4).unwrap();
    assert_eq!((low.tenths(), high.tenths()), (20, 40));
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
        prop_assert_eq!(votes.median().unwrap().tenths(), (middle * 10.0) as i64);
        let tenths = i32::try_from(votes.interpolated_median().unwrap().tenths()).unwrap();
        prop_assert!((f64::from(tenths) / 10.0 - middle).abs() <= 0.55);
    }

    #[test]
    fn swapping_the_roles_mirrors_the_gap(first in room(), second in room()) {
        let (there, back) = (Pairs::between(&first, &second), Pairs::between(&second, &first));
        prop_assert_eq!((there.higher, there.lower, there.all), (back.lower, back.higher, back.all));
        let (mine, theirs) = (sorted(&first), sorted(&second));
        let higher = mine.iter().flat_map(|a| theirs.iter().map(move |b| a > b)).filter(|higher| *higher);
        prop_assert_eq!(there.higher, u64::try_from(higher.count()).unwrap());
    }
}
