//! Two sessions whose votes nobody can link: the exact test against dealing out every vote, and how often it is wrong.

use crate::arbitrary::settings;
use oxymoron::domain::group::Votes;
use oxymoron::domain::group::sessions::{SessionChange, session_changes};
use oxymoron::domain::level::Level;
use proptest::prelude::*;

fn many(level: u8, count: u32) -> Votes {
    let mut votes = Votes::default();
    votes.add(Level::from_number(level).unwrap(), count);
    votes
}

fn change(before: Votes, after: Votes) -> Option<SessionChange> {
    session_changes(&[Some((before, after))])[0]
}

fn has_moved(change: Option<SessionChange>) -> bool {
    matches!(change, Some(SessionChange::MovedUp | SessionChange::MovedDown))
}

#[test]
fn sessions_move_past_chance_and_by_half_a_level() {
    // Of 252 ways to deal out ten votes two part them like this: 0.8 %.
    assert_eq!(change(many(3, 5), many(4, 5)), Some(SessionChange::MovedUp));
    assert_eq!(change(many(4, 7), many(3, 7)), Some(SessionChange::MovedDown));
    // From 3 to 3.25, however many say so.
    let [quarter, half] = [[0, 0, 60, 30, 0], [0, 0, 30, 30, 0]].map(Votes::new);
    assert_eq!(
        change(many(3, 60), quarter),
        Some(SessionChange::NoChangeThatCounts)
    );
    assert_eq!(change(many(3, 60), half), Some(SessionChange::MovedUp));
    // One level apart, and in 30 % of all deals.
    let [low, high] = [[1, 2, 1, 2, 0], [1, 1, 1, 2, 1]].map(Votes::new);
    assert_eq!(change(low, high), Some(SessionChange::NoChangeThatCounts));
    assert_eq!(change(Votes::default(), half), None);
    assert_eq!(change(many(1, 4), many(5, 100)), None, "four have no middle");
}

#[test]
fn the_more_is_compared_the_more_it_takes() {
    let moved = (many(3, 5), many(4, 5));
    let still = (many(3, 5), many(3, 5));
    // 0.8 % is below 5 % / 6 and not below 5 % / 7. What cannot be compared is not counted.
    for (others, counts) in [(0, true), (5, true), (6, false), (11, false)] {
        let mut page = vec![Some(still); others];
        page.extend([None, Some(moved)]);
        let changes = session_changes(&page);
        assert_eq!(has_moved(changes[others + 1]), counts, "{others} others");
        assert_eq!(changes[others], None);
    }
    // The smallest of seven is below 5 % / 7, and so the next is held against 5 % / 6.
    let mut page = vec![Some(still); 5];
    page.extend([Some(moved), Some((many(3, 9), many(4, 9)))]);
    assert_eq!(
        session_changes(&page)
            .into_iter()
            .filter(|it| has_moved(*it))
            .count(),
        2
    );
}

#[test]
fn large_rooms_are_estimated_as_small_ones_are_counted() {
    // 60 and 60 are counted, 61 and 61 estimated: the same parts of each.
    for (before, after) in [
        ([10, 20, 20, 10, 0], [4, 13, 22, 15, 6]),
        ([10, 20, 20, 10, 0], [8, 16, 21, 12, 3]),
    ] {
        let more = |counts: [u32; 5]| Votes::new(counts.map(|count| count * 4));
        let counted = change(Votes::new(before), Votes::new(after));
        assert_eq!(has_moved(counted), after[4] == 6);
        assert!(has_moved(change(more(before), more([4, 13, 22, 15, 6]))));
        let same = change(more(before), more(before));
        assert_eq!(same, Some(SessionChange::NoChangeThatCounts));
    }
}

/// Of how many areas at the most, the others of which stand still, one is said to have moved: 5 % by the chance that deals part it as far.
fn most_areas(before: [u32; 5], after: [u32; 5]) -> u32 {
    let still = (many(3, 5), many(3, 5));
    let is_said = |areas: u32| {
        let mut page = vec![Some(still); areas as usize - 1];
        page.push(Some((Votes::new(before), Votes::new(after))));
        has_moved(*session_changes(&page).last().unwrap())
    };
    // Halving: what is said of so many areas is said of fewer.
    let (mut said, mut unsaid) = (0, 2_000);
    while unsaid - said > 1 {
        let middle = u32::midpoint(said, unsaid);
        if is_said(middle) {
            said = middle
        } else {
            unsaid = middle
        }
    }
    said
}

/// Both tails of the bell curve beyond so many standard deviations, added up in narrow strips.
fn both_tails(deviations: f64) -> f64 {
    let width = 1e-4;
    let strips = (0..120_000).map(|strip| {
        let x = deviations + (f64::from(strip) + 0.5) * width;
        (-0.5 * x * x).exp() * width
    });
    2.0 * strips.sum::<f64>() / (2.0 * std::f64::consts::PI).sqrt()
}

/// The chance of a rank sum that is as far off or further, as of cards that are drawn and not put back: each rank as often as it is there.
fn bell_chance(before: [u32; 5], after: [u32; 5]) -> f64 {
    let pooled = pooled(before, after);
    let mut ranks = Vec::new();
    for count in pooled {
        let first = ranks.len() as f64 + 1.0;
        ranks.extend((0..count).map(|_| first + (f64::from(count) - 1.0) / 2.0));
    }
    let (all, drawn) = (ranks.len() as f64, f64::from(after.iter().sum::<u32>()));
    let mean = ranks.iter().sum::<f64>() / all;
    let variance = ranks
        .iter()
        .map(|rank| (rank - mean) * (rank - mean))
        .sum::<f64>()
        / all;
    let of_sum = drawn * variance * (all - drawn) / (all - 1.0);
    // A rank sum moves in halves: what lies half a step nearer counts as far as this one.
    both_tails((rank_sum(pooled, after) - 0.5) / of_sum.sqrt())
}

/// Of more than 120 votes the chance comes from the bell curve. It is read off by how many areas may be compared until it is no longer below
/// its part of 5 %.
#[test]
fn in_large_rooms_chance_is_what_the_bell_curve_says() {
    // A table of the normal distribution: 1.96 and 3.29 standard deviations.
    assert!((both_tails(1.959_964) - 0.05).abs() < 1e-6);
    assert!((both_tails(3.290_527) - 0.001).abs() < 1e-7);
    // So far off the published approximation may be (Abramowitz and Stegun 1964, 7.1.26).
    let error = 2e-7;
    for (before, after) in [
        ([10, 30, 20, 10, 0], [4, 15, 25, 18, 8]),
        ([8, 30, 22, 10, 0], [6, 15, 20, 20, 9]),
        ([5, 25, 40, 25, 5], [0, 5, 10, 15, 10]),
        ([20, 20, 20, 20, 20], [3, 3, 5, 9, 11]),
        ([20, 20, 20, 20, 20], [3, 4, 5, 9, 9]),
        ([30, 40, 30, 15, 10], [0, 0, 0, 2, 3]),
    ] {
        let chance = bell_chance(before, after);
        let [least, most] = [chance + error, chance - error].map(|chance| (0.05 / chance) as u32);
        let found = most_areas(before, after);
        assert!(
            (least..=most).contains(&found),
            "{found} areas and not {least}: {before:?} to {after:?}"
        );
    }
}

/// The ways to deal out votes of these counts to a session of so many.
fn deals(pooled: [u32; 5], dealt: u32) -> Vec<([u32; 5], f64)> {
    let mut found = vec![(vec![], 1.0)];
    for count in pooled {
        let choose =
            |votes: u32| (0..votes).fold(1.0, |ways, k| ways * f64::from(count - k) / f64::from(k + 1));
        found = found
            .into_iter()
            .flat_map(|(dealt, ways): (Vec<u32>, f64)| {
                (0..=count).map(move |votes| ([&dealt[..], &[votes]].concat(), ways * choose(votes)))
            })
            .collect();
    }
    let found = found
        .into_iter()
        .map(|(votes, ways)| (votes.try_into().unwrap(), ways));
    found
        .filter(|(votes, _): &([u32; 5], f64)| votes.iter().sum::<u32>() == dealt)
        .collect()
}

fn rest(pooled: [u32; 5], votes: [u32; 5]) -> [u32; 5] {
    std::array::from_fn(|level| pooled[level] - votes[level])
}

/// How far the rank sum of a session lies from half of all, each rank being the mean of those that are tied.
fn rank_sum(pooled: [u32; 5], votes: [u32; 5]) -> f64 {
    let (mut before, mut sum) = (0.0, 0.0);
    for (count, votes) in pooled.into_iter().zip(votes) {
        sum += f64::from(votes) * (before + (f64::from(count) + 1.0) / 2.0);
        before += f64::from(count);
    }
    let votes: u32 = votes.iter().sum();
    (sum - f64::from(votes) * (before + 1.0) / 2.0).abs()
}

/// How far the two interpolated medians lie apart.
fn medians(pooled: [u32; 5], votes: [u32; 5]) -> f64 {
    let middle = |votes: [u32; 5]| {
        let each: Vec<usize> = (1..=5)
            .zip(votes)
            .flat_map(|(level, count)| vec![level; count as usize])
            .collect();
        let (low, high) = (each[(each.len() - 1) / 2], each[each.len() / 2]);
        let count = |wanted: &dyn Fn(usize) -> bool| each.iter().filter(|vote| wanted(**vote)).count() as f64;
        if low == high {
            low as f64
                + (count(&|vote| vote > low) - count(&|vote| vote < low)) / (2.0 * count(&|vote| vote == low))
        } else {
            f64::midpoint(low as f64, high as f64)
        }
    };
    (middle(votes) - middle(rest(pooled, votes))).abs()
}

/// The share of deals that part the votes as far or further.
fn share(pooled: [u32; 5], votes: [u32; 5], apart: fn([u32; 5], [u32; 5]) -> f64) -> f64 {
    let deals = deals(pooled, votes.iter().sum());
    let seen = apart(pooled, votes) - 1e-9;
    let all: f64 = deals.iter().map(|(_, ways)| ways).sum();
    let extreme = deals.iter().filter(|(votes, _)| apart(pooled, *votes) >= seen);
    extreme.map(|(_, ways)| ways).sum::<f64>() / all
}

fn pooled(before: [u32; 5], after: [u32; 5]) -> [u32; 5] {
    std::array::from_fn(|level| before[level] + after[level])
}

/// Seven populations of which two samples are drawn, in percent.
const POPULATIONS: [(&str, [u32; 5]); 7] = [
    ("flat", [20, 20, 20, 20, 20]),
    ("tight", [5, 25, 40, 25, 5]),
    ("split", [40, 10, 0, 10, 40]),
    ("at both ends", [50, 0, 0, 0, 50]),
    ("three groups", [33, 0, 34, 0, 33]),
    ("skewed", [45, 30, 15, 7, 3]),
    ("two levels", [0, 50, 50, 0, 0]),
];

/// Knuth's MMIX: the same draws in every run.
struct Draws(u64);

impl Draws {
    fn votes(&mut self, shares: [u32; 5], count: u32) -> [u32; 5] {
        let mut votes = [0; 5];
        for _ in 0..count {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let mut drawn = u32::try_from((self.0 >> 33) % 100).unwrap();
            let mut level = 0;
            while level < 4 && drawn >= shares[level] {
                drawn -= shares[level];
                level += 1;
            }
            votes[level] += 1;
        }
        votes
    }
}

#[test]
fn two_samples_of_one_population_are_seldom_called_moved() {
    for (place, (name, shares)) in (1..).zip(POPULATIONS) {
        for count in [6, 8, 12] {
            let mut draws = Draws(1000 * place + u64::from(count));
            let page = |draws: &mut Draws| {
                let mut sample = || Votes::new(draws.votes(shares, count));
                let votes: Vec<_> = (0..12).map(|_| Some((sample(), sample()))).collect();
                session_changes(&votes).into_iter().any(has_moved)
            };
            let wrong = (0..200).filter(|_| page(&mut draws)).count();
            assert!(wrong <= 10, "{wrong} of 200 pages, {name}, {count} and {count}");
        }
    }
}

/// No sampling: of all deals of these votes, those that a page of twelve calls moved are at most a twelfth of 5 %.
#[test]
fn of_all_deals_few_are_called_moved() {
    let still = (many(3, 5), many(3, 5));
    for counts in [
        [3, 3, 4, 3, 3],
        [8, 0, 0, 0, 8],
        [0, 8, 8, 0, 0],
        [1, 4, 6, 4, 1],
        [5, 0, 6, 0, 5],
        [7, 5, 2, 1, 1],
    ] {
        let deals = deals(counts, 8);
        let all: f64 = deals.iter().map(|(_, ways)| ways).sum();
        let moved = deals.iter().filter(|(after, _)| {
            let mut page = vec![Some(still); 11];
            page.push(Some((Votes::new(rest(counts, *after)), Votes::new(*after))));
            has_moved(session_changes(&page)[11])
        });
        let share = moved.map(|(_, ways)| ways).sum::<f64>() / all;
        assert!(share <= 0.05 / 12.0, "{share} of {counts:?}");
    }
}

/// The table of docs/decisions/0012: `cargo test --release --no-default-features --test domain the_statistics -- --ignored --nocapture`.
#[test]
#[ignore = "takes minutes, and prints a table"]
fn the_statistics_side_by_side() {
    let shifts = [
        ("tight, one level up", [10, 25, 40, 20, 5], [0, 10, 25, 40, 25]),
        ("tight, two levels up", [25, 45, 25, 5, 0], [0, 5, 25, 45, 25]),
        ("wide, leaning up", [30, 25, 20, 15, 10], [10, 15, 20, 25, 30]),
        (
            "one of two camps gives in",
            [40, 10, 0, 10, 40],
            [5, 5, 10, 40, 40],
        ),
    ];
    let still = POPULATIONS.map(|(name, shares)| (name, shares, shares));
    for count in [5, 6, 8, 10, 12] {
        for (name, before, after) in still.into_iter().chain(shifts) {
            // Twelve areas, three of which have moved if any has.
            let mut draws = Draws(u64::from(count));
            let (mut pages, mut found) = ([0; 2], [0; 2]);
            for _ in 0..1000 {
                let votes: Vec<_> = (0..12)
                    .map(|area| {
                        (
                            draws.votes(before, count),
                            draws.votes(if area < 3 { after } else { before }, count),
                        )
                    })
                    .collect();
                for (which, apart) in [rank_sum, medians].into_iter().enumerate() {
                    let mut shares: Vec<_> = (votes.iter().enumerate())
                        .map(|(area, (one, two))| (share(pooled(*one, *two), *two, apart), area))
                        .collect();
                    shares.sort_by(|one, other| one.0.total_cmp(&other.0));
                    let below = shares
                        .iter()
                        .zip((1..=12).rev())
                        .take_while(|((share, _), tests)| share * f64::from(*tests) <= 0.05 + 1e-12);
                    let far = |area: &usize| {
                        medians(pooled(votes[*area].0, votes[*area].1), votes[*area].1) >= 0.5 - 1e-9
                    };
                    let moved: Vec<_> = below.map(|((_, area), _)| *area).filter(far).collect();
                    pages[which] += usize::from(!moved.is_empty());
                    found[which] += moved.iter().filter(|area| **area < 3).count();
                }
            }
            if before == after {
                println!(
                    "{count} and {count}, {name}: {pages:?} of 1000 pages are wrong by [mean rank, median]"
                );
            } else {
                println!("{count} and {count}, {name}: {found:?} of 3000 are found by [mean rank, median]");
            }
        }
    }
}

fn votes() -> impl Strategy<Value = [u32; 5]> {
    prop::array::uniform5(0_u32..4).prop_filter("five votes", |votes| votes.iter().sum::<u32>() >= 5)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..settings() })]

    #[test]
    fn a_page_decides_as_dealing_out_every_vote_does(page in prop::collection::vec((votes(), votes()), 1..4)) {
        let both: Vec<_> = page.iter().map(|(one, two)| Some((Votes::new(*one), Votes::new(*two)))).collect();
        let found = session_changes(&both);
        let shares: Vec<_> = page.iter().map(|(one, two)| share(pooled(*one, *two), *two, rank_sum)).collect();
        let mut order: Vec<_> = (0..page.len()).collect();
        order.sort_by(|one, other| shares[*one].total_cmp(&shares[*other]));
        let mut holds = true;
        for (place, tests) in order.into_iter().zip((1..=page.len()).rev()) {
            let limit = 0.05 / tests as f64;
            // A share that is the limit itself may fall on either side of it in floating point.
            prop_assume!((shares[place] - limit).abs() > 1e-9);
            holds = holds && shares[place] < limit;
            let (one, two) = page[place];
            let far = medians(pooled(one, two), two) >= 0.5 - 1e-9;
            if has_moved(found[place]) {
                prop_assert!(holds && far, "{one:?} to {two:?}: {}", shares[place]);
            } else if holds && far {
                // Only where ranks and middles point two ways.
                let points = |votes: [u32; 5]| Votes::new(votes).interpolated_median();
                let sum = |votes: [u32; 5]| -> f64 { (1..).zip(votes).map(|(rank, n)| f64::from(rank * n)).sum() };
                prop_assert!(points(one) != points(two) && sum(one) > 0.0);
            }
        }
    }
}
