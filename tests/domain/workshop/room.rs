//! What the room may see: every rule of anonymity, against plain counts.

use super::{after, at, column, minimum, question, said, workshop};
use crate::arbitrary::settings;
use crate::support::{area_id, twelve_areas};
use oxymoron::domain::code::answer::Response;
use oxymoron::domain::code::hands::Headcount;
use oxymoron::domain::group::Votes;
use oxymoron::domain::group::anonymity::GroupView;
use oxymoron::domain::group::discussion::Revote;
use oxymoron::domain::group::role_gap::RoleGap;
use oxymoron::domain::level::Level;
use oxymoron::domain::question::{AreaId, QuestionId};
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::ballot::Tally;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::room::{Figures, QuestionView, Room};
use oxymoron::domain::workshop::stage::Stage;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

fn revealed(responses: Vec<Response>, smallest: u32) -> Workshop {
    after([
        Change::SetMinimum(minimum(smallest)),
        Change::Received(responses),
        Change::WentTo(Stage::Reveal),
    ])
}

/// The first area of a room with these responses.
fn first(responses: Vec<Response>, smallest: u32) -> QuestionView {
    let room = revealed(responses, smallest).room(&twelve_areas()).unwrap();
    room.questions[0].clone()
}

fn figures(view: QuestionView) -> Figures {
    view.picture.unwrap().figures.unwrap()
}

fn groups(parts: &[(Option<u8>, &str)]) -> String {
    let all = (0_u64..)
        .zip(parts)
        .flat_map(|(part, (role, levels))| column(part * 100, *role, levels));
    let view = first(all.collect(), 5);
    let mark = |group: &Option<GroupView>| match group {
        None => '-',
        Some(GroupView::Median(_)) => 'm',
        Some(GroupView::Distribution(..)) => 'd',
        Some(GroupView::Nothing) => panic!("nothing is not shown as something"),
    };
    figures(view).groups.iter().map(mark).collect()
}

#[test]
fn nothing_before_the_reveal_and_nothing_below_the_smallest_group() {
    let five = column(1, None, "12345");
    let mut early = workshop();
    early.receive(five.clone());
    assert_eq!(early.room(&twelve_areas()), None);
    early.apply(Change::WentTo(Stage::Close), at(1));
    assert_eq!((early.room(&twelve_areas()), early.received()), (None, 5));
    assert!(first(five, 5).picture.is_some());
    let mut four = column(1, None, "1234");
    four.extend(column(10, None, "000000"));
    let view = first(four.clone(), 5);
    assert_eq!(
        (view.picture, view.cannot_tell),
        (None, None),
        "four votes, though ten people answered"
    );
    assert_eq!(first(four, 4).cannot_tell, Some(6));
}

#[test]
fn three_or_four_votes_are_dots_and_no_more() {
    let picture = first(column(1, None, "1155"), 3).picture.unwrap();
    assert_eq!((picture.figures, picture.dots.counts()), (None, [2, 0, 0, 0, 2]));
    let chosen: Vec<_> = picture.dots.chosen().collect();
    assert_eq!(chosen, [(Level::NotSeen, 2), (Level::RenewingItself, 2)]);
    assert_eq!(
        first(column(1, Some(0), "1235"), 3).picture.unwrap().figures,
        None
    );
    assert_eq!(
        figures(first(column(1, None, "11555"), 3)).camps,
        Some(Level::NowAndThen)
    );
    let queue = |levels: &str| {
        let room = revealed(column(1, None, levels), 3).room(&twelve_areas());
        room.unwrap().queue
    };
    assert_eq!(queue("133"), [area_id(1)], "two levels apart");
    assert_eq!(queue("2233"), []);
    assert_eq!(queue("13"), []);
}

#[test]
fn roles_by_hand() {
    // Ten and six: a distribution would leave the six's, so both show the middle.
    assert_eq!(groups(&[(Some(0), "1122334455"), (Some(1), "123451")]), "mm--");
    // Ten and ten: nothing is left over.
    assert_eq!(
        groups(&[(Some(0), "1122334455"), (Some(1), "1111122222")]),
        "dd--"
    );
    // Ten and twice six: what is left over is twelve, and two roles.
    assert_eq!(
        groups(&[(Some(0), "1122334455"), (Some(1), "123451"), (None, "222223")]),
        "dm-m"
    );
    // Ten of one mind would be had by subtraction.
    assert_eq!(
        groups(&[(Some(0), "1122334455"), (Some(1), "3333333333")]),
        "m---"
    );
    // Two and three: together they are enough to hide in, and their five are not shown either.
    assert_eq!(
        groups(&[(Some(0), "1122334455"), (Some(1), "12"), (Some(2), "345")]),
        "m---"
    );
    // One alone takes the smallest shown role along.
    assert_eq!(
        groups(&[(Some(0), "1122334455"), (Some(1), "12345"), (Some(2), "1")]),
        "m---"
    );
    // A place that the invite does not have counts as rather not say.
    assert_eq!(
        groups(&[(Some(0), "12345"), (Some(5), "1234"), (None, "2")]),
        "m--m"
    );
    assert_eq!(groups(&[(Some(0), "44444"), (Some(1), "12345")]), "-m--");
}

#[test]
fn the_gap_between_two_roles_by_hand() {
    let mut all = column(1, Some(0), "11122");
    all.extend(column(11, Some(1), "44455"));
    let room = revealed(all.clone(), 5).room(&twelve_areas()).unwrap();
    let gap = room.gap.unwrap();
    assert_eq!((gap.question, gap.higher, gap.lower), (question(1), 1, 0));
    assert_eq!((gap.gap.higher, gap.gap.lower, gap.gap.pairs), (25, 0, 25));
    all.pop();
    let room = revealed(all.clone(), 3).room(&twelve_areas()).unwrap();
    assert_eq!(
        room.gap, None,
        "four are too few for a gap, though they are shown"
    );
    let undisclosed = column(1, None, "11122")
        .into_iter()
        .chain(column(11, Some(1), "44455"));
    let room = revealed(undisclosed.collect(), 5).room(&twelve_areas()).unwrap();
    assert_eq!(room.gap, None, "rather not say is no role");
    let agreeing = column(1, Some(0), "11111")
        .into_iter()
        .chain(column(11, Some(1), "44455"));
    let room = revealed(agreeing.collect(), 5).room(&twelve_areas()).unwrap();
    assert_eq!(room.gap, None, "a role of one mind shows nothing");
}

#[test]
fn the_queue_by_hand() {
    let rows = [
        "155321111111",
        "135321111111",
        "133121111111",
        "551325111111",
        "511325111111",
    ];
    let all = (1..).zip(rows).map(|(id, row)| said(id, None, row)).collect();
    let room = revealed(all, 5).room(&twelve_areas()).unwrap();
    // Distances from the median in levels: A01 1 1 1 5 5: 8; A02 5 3 3 5 1: 6 (2 0 0 2 2); A03 5 5 3 1 1: 8; A04 3 3 1 3 3: 2;
    // A05 2 2 2 2 2: 0; A06 1 1 1 5 5: 8. Of three times 8 the first asked comes first, and three are enough.
    assert_eq!(room.queue, [area_id(1), area_id(3), area_id(6)]);
}

#[test]
fn both_rounds_and_what_the_second_came_to() {
    let mut workshop = revealed(column(1, None, "11555"), 5);
    for change in [
        Change::ChoseTopics(vec![area_id(1)]),
        Change::WentTo(Stage::Discuss),
        Change::OpenedSecondVote,
        Change::Received(column(1, None, "44445")),
        Change::ClosedSecondVote,
    ] {
        workshop.apply(change, at(5));
    }
    let rounds = workshop.rounds(&twelve_areas(), area_id(1)).unwrap();
    let counts = |view: &QuestionView| view.picture.as_ref().map(|picture| picture.dots.counts());
    assert_eq!(counts(&rounds.first), Some([2, 0, 0, 0, 3]));
    assert_eq!(counts(&rounds.second.unwrap()), Some([0, 0, 0, 4, 1]));
    // From 5 - 2/6 = 4.67 to 4 + 1/8 = 4.13.
    assert_eq!(rounds.outcome, Some(Revote::AgreedMoved));
    workshop.apply(Change::SetMinimum(minimum(6)), at(6));
    let rounds = workshop.rounds(&twelve_areas(), area_id(1)).unwrap();
    assert_eq!(
        (rounds.outcome, rounds.first.picture),
        (None, None),
        "a higher bar hides both"
    );
    assert_eq!(rounds.second.unwrap().picture, None);
}

/// A role that is mostly of one mind, so that there are agreeing ones.
fn opinionated() -> impl Strategy<Value = Vec<Response>> {
    let part = (
        option::of(0_u8..5),
        select(vec!['1', '3', '5']),
        vec(vec(0_u8..8, 12), 0..14),
    );
    vec(part, 0..5).prop_map(|parts| {
        let mut id = 0;
        let mut all = Vec::new();
        for (role, usual, rows) in parts {
            for row in rows {
                id += 1;
                let other = ['2', '4', '0', '-', 'x'];
                let answer = |drawn: u8| other.get(usize::from(drawn)).copied().filter(|_| drawn < 5);
                let row: String = row
                    .into_iter()
                    .map(|drawn| answer(drawn).unwrap_or(usual))
                    .collect();
                all.push(said(id, role, &row));
            }
        }
        all
    })
}

/// Twice the distances from the median, over the votes one by one.
fn twice_distances(votes: &[i32]) -> i32 {
    let mut votes = votes.to_vec();
    votes.sort_unstable();
    let twice = votes[(votes.len() - 1) / 2] + votes[votes.len() / 2];
    votes.iter().map(|vote| (2 * vote - twice).abs()).sum()
}

fn each(votes: &Votes) -> Vec<i32> {
    let level = |level: Level| (0..votes.at(level)).map(move |_| i32::from(level.number()));
    Level::ALL.into_iter().flat_map(level).collect()
}

/// Section 5, written once more.
fn queue(tallies: &[Tally], smallest: u32) -> Vec<AreaId> {
    let mut wide: Vec<(i64, i64, AreaId)> = Vec::new();
    let mut dotted: Vec<(i32, AreaId)> = Vec::new();
    for tally in tallies.iter().filter(|tally| tally.votes.total() >= smallest) {
        let votes = each(&tally.votes);
        let (n, distances) = (
            i64::try_from(votes.len()).unwrap(),
            i64::from(twice_distances(&votes)),
        );
        let area = tally.question.area().unwrap();
        let range = votes.iter().max().unwrap() - votes.iter().min().unwrap();
        if n < 5 {
            dotted.extend((range >= 2).then_some((range, area)));
        } else if 6 * distances > 10 * n || tally.votes.two_camps().is_some() {
            wide.push((distances, n, area));
        }
    }
    wide.sort_by(|one, other| (other.0 * one.1).cmp(&(one.0 * other.1)));
    dotted.sort_by_key(|(range, _)| -range);
    let wide = wide.into_iter().map(|(.., area)| area);
    wide.chain(dotted.into_iter().map(|(_, area)| area))
        .take(3)
        .collect()
}

fn is_shown(figures: &Figures, group: usize) -> bool {
    figures.groups[group].is_some()
}

fn check_groups(tally: &Tally, picture: &Figures, smallest: u32) -> Result<(), TestCaseError> {
    prop_assert_eq!(tally.groups.len(), picture.groups.len());
    let both: Vec<_> = tally.groups.iter().zip(&picture.groups).collect();
    let mut rest = picture.votes.counts();
    for (votes, view) in &both {
        match view {
            None => continue,
            Some(GroupView::Nothing) => prop_assert!(false, "nothing is not shown as something"),
            Some(GroupView::Median(median)) => prop_assert_eq!(Some(*median), votes.median()),
            Some(GroupView::Distribution(median, shown)) => {
                prop_assert_eq!((Some(*median), shown), (votes.median(), *votes));
                prop_assert!(votes.total() >= 10, "no distribution below ten");
                for (left, taken) in rest.iter_mut().zip(votes.counts()) {
                    *left -= taken;
                }
            }
        }
        prop_assert!(votes.total() >= smallest && each(votes).windows(2).any(|pair| pair[0] != pair[1]));
    }
    let hidden: u32 = both
        .iter()
        .filter(|(_, view)| view.is_none())
        .map(|(votes, _)| votes.total())
        .sum();
    let any_shown = both.iter().any(|(_, view)| view.is_some());
    prop_assert!(
        !any_shown || hidden == 0 || hidden >= smallest,
        "{hidden} by subtraction"
    );
    // The same for the distributions: what the room's leaves without them is nobody, or ten who differ.
    let any_whole = both
        .iter()
        .any(|(_, view)| matches!(view, Some(GroupView::Distribution(..))));
    let (left, minds) = (
        rest.iter().sum::<u32>(),
        rest.iter().filter(|count| **count > 0).count(),
    );
    prop_assert!(
        !any_whole || left == 0 || (left >= 10 && minds > 1),
        "{rest:?} by subtraction"
    );
    Ok(())
}

fn check_gap(room: &Room, tallies: &[Tally]) -> Result<(), TestCaseError> {
    let mut all = Vec::new();
    for (view, tally) in room.questions.iter().zip(tallies) {
        let Some(picture) = view.picture.as_ref().and_then(|picture| picture.figures.as_ref()) else {
            continue;
        };
        // The roles of the invite; the last group is no role.
        for one in 0..tally.groups.len() - 1 {
            for other in one + 1..tally.groups.len() - 1 {
                let (mine, theirs) = (&tally.groups[one], &tally.groups[other]);
                if !is_shown(picture, one)
                    || !is_shown(picture, other)
                    || mine.total() < 5
                    || theirs.total() < 5
                {
                    continue;
                }
                let (mine_each, theirs_each) = (each(mine), each(theirs));
                let pairs = || {
                    mine_each
                        .iter()
                        .flat_map(|a| theirs_each.iter().map(move |b| a.cmp(b)))
                };
                let higher = pairs().filter(|order| order.is_gt()).count() as u64;
                let lower = pairs().filter(|order| order.is_lt()).count() as u64;
                let count = (mine_each.len() * theirs_each.len()) as u64;
                let apart = (mine.median().unwrap().tenths() - theirs.median().unwrap().tenths()).abs();
                let large = 1000 * higher.abs_diff(lower) >= 474 * count;
                all.push((large, apart, higher.abs_diff(lower), count, tally.question));
            }
        }
    }
    let Some(gap) = room.gap else {
        // Tenths round, so only what is plainly a level apart counts here.
        prop_assert!(
            all.iter().all(|(large, apart, ..)| !large || *apart <= 10),
            "{all:?}"
        );
        return Ok(());
    };
    let RoleGap { higher, lower, pairs } = gap.gap;
    prop_assert!(higher > lower && 1000 * (higher - lower) >= 474 * pairs);
    prop_assert!(gap.higher != gap.lower);
    let largest = all.iter().filter(|(large, apart, ..)| *large && *apart > 10);
    for (.., surplus, count, _) in largest {
        prop_assert!((higher - lower) * count >= surplus * pairs, "the largest of all");
    }
    let known = all.iter().any(|(large, apart, surplus, count, id)| {
        *large && *apart >= 9 && (*surplus, *count, *id) == (higher - lower, pairs, gap.question)
    });
    prop_assert!(known, "between two roles that are shown");
    Ok(())
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn a_room_shows_what_the_rules_allow_and_nothing_else(responses in opinionated(), smallest in 3_u32..8, present in 0_u32..40) {
        let mut workshop = revealed(responses, smallest);
        workshop.settings.present = Headcount(present);
        let room = workshop.room(&twelve_areas()).unwrap();
        let questions: Vec<_> = room.questions.iter().map(|view| view.question).collect();
        let expected: Vec<_> = (1..=12).map(question).collect();
        prop_assert_eq!(&questions, &expected);
        let tallies = workshop.first.tallies(&twelve_areas(), &questions, 3);
        for (view, tally) in room.questions.iter().zip(&tallies) {
            prop_assert_eq!(room.question(view.question), Some(view));
            let Some(picture) = &view.picture else {
                prop_assert!(tally.votes.total() < smallest);
                prop_assert_eq!(view.cannot_tell, None, "no figure of any kind");
                prop_assert!(!room.queue.iter().any(|area| QuestionId::Anchored(*area) == view.question));
                prop_assert!(room.gap.is_none_or(|gap| gap.question != view.question));
                continue;
            };
            prop_assert!(tally.votes.total() >= smallest);
            prop_assert_eq!(picture.dots.counts(), tally.votes.counts());
            prop_assert_eq!((view.cannot_tell, picture.not_applicable), (Some(tally.cannot_tell), tally.not_applicable));
            prop_assert_eq!(picture.figures.is_some(), tally.votes.total() >= 5);
            if let Some(figures) = &picture.figures {
                prop_assert_eq!((Some(figures.median), figures.votes), (tally.votes.median(), tally.votes));
                check_groups(tally, figures, smallest)?;
            }
        }
        prop_assert_eq!(&room.queue, &queue(&tallies, smallest));
        check_gap(&room, &tallies)?;
        prop_assert_eq!(room.received, workshop.first.received());
    }
}
