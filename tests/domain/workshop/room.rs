//! What the room may see: every rule of anonymity, against plain counts.

use super::{after, at, column, minimum, question, said, workshop};
use crate::arbitrary::settings;
use crate::support::{area_id, twelve_areas};
use oxymoron::domain::code::answer::Response;
use oxymoron::domain::code::hands::{Counted, Headcount};
use oxymoron::domain::group::Votes;
use oxymoron::domain::group::discussion::Revote;
use oxymoron::domain::group::role_gap::{Pairs, Side, side};
use oxymoron::domain::level::Level;
use oxymoron::domain::question::{AreaId, QuestionId};
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::ballot::Tally;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::room::{Figures, QuestionView, RoomView};
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
    assert!(figures(first(column(1, None, "11555"), 3)).camps.is_some());
    let queue = |levels: &str| {
        let room = revealed(column(1, None, levels), 3).room(&twelve_areas());
        room.unwrap().queue
    };
    assert_eq!(queue("133"), [area_id(1)], "two levels apart");
    assert_eq!(queue("2233"), []);
    assert_eq!(queue("13"), []);
}

/// A room of parts, each a role and the level of each of its members on the first area.
fn room(parts: &[(Option<u8>, &str)], smallest: u32) -> RoomView {
    let all = (0_u64..)
        .zip(parts)
        .flat_map(|(part, (role, levels))| column(part * 100, *role, levels));
    revealed(all.collect(), smallest).room(&twelve_areas()).unwrap()
}

const LOW: &str = "1122223334";
const HIGH: &str = "2344445555";

#[test]
fn a_role_that_stands_apart_by_hand() {
    let gap = room(&[(Some(0), LOW), (Some(1), HIGH)], 5).gap.unwrap();
    // Of two roles of one size it is the first that is spoken of, and the other one is everybody else.
    assert_eq!(
        (gap.question, gap.role, gap.side, gap.others),
        (question(1), 0, Side::Lower, Some(1))
    );
    let gap = room(&[(Some(2), HIGH), (None, LOW)], 5).gap.unwrap();
    assert_eq!(
        (gap.role, gap.side, gap.others),
        (2, Side::Higher, None),
        "rather not say is no role"
    );
    // The role nearest to half of the people, whatever anybody said.
    let three = [(Some(0), "33333"), (Some(1), HIGH), (Some(2), "1122223")];
    let gap = room(&three, 5).gap.unwrap();
    assert_eq!((gap.role, gap.others), (1, None));
    assert_eq!(
        room(&[(Some(0), LOW), (Some(1), HIGH)], 10)
            .gap
            .map(|gap| gap.role),
        Some(0)
    );
    assert_eq!(
        room(&[(Some(0), LOW), (Some(1), HIGH)], 11).gap,
        None,
        "ten are fewer than eleven"
    );
    assert_eq!(room(&[(None, LOW), (None, HIGH)], 5).gap, None);
    assert_eq!(room(&[], 5).gap, None);
}

#[test]
fn who_chose_no_level_could_be_of_either_side() {
    // Ten and ten, one of whom cannot tell: nine of each side at least.
    let with = |smallest| {
        room(
            &[(Some(0), LOW), (Some(1), "234444555"), (Some(1), "0")],
            smallest,
        )
        .gap
    };
    assert!(with(9).is_some());
    assert_eq!(with(10), None);
}

#[test]
fn small_rooms_are_told_nothing_of_a_role() {
    // What a word would say: five leaders and six sellers, 1 3 3 3 1 in all, and one way only to part them.
    for parts in [
        [(Some(0), "33445"), (Some(1), "122234")],
        [(Some(0), "55555"), (Some(1), "111111")],
        [(Some(0), "44444"), (Some(1), "1123")],
    ] {
        assert_eq!(room(&parts, 5).gap, None, "{parts:?}");
    }
    // All but one of a seven stand higher, and the one who cannot tell is no leader for that.
    assert_eq!(
        room(&[(Some(0), "444555"), (Some(1), "1112223"), (None, "0")], 5).gap,
        None
    );
}

#[test]
fn the_word_is_about_the_question_that_divides_the_room_most() {
    let row = |id: u64, levels: [char; 2]| {
        let role = u8::from(id >= 10);
        said(id, Some(role), &format!("{}{}----------", levels[0], levels[1]))
    };
    // On the second question all pairs differ one way, and the room is less wide.
    let first = [LOW, HIGH].concat();
    let second = ["2222233333", "3344444444"].concat();
    let all = (0..)
        .zip(first.chars().zip(second.chars()))
        .map(|(id, (one, two))| row(id, [one, two]));
    let gap = revealed(all.collect(), 5)
        .room(&twelve_areas())
        .unwrap()
        .gap
        .unwrap();
    assert_eq!(gap.question, question(1));
}

#[test]
fn hands_and_codes_in_one_vote_are_each_enough() {
    let with = |levels: &str| {
        let mut workshop = workshop();
        workshop.receive(column(1, None, levels));
        let hands = Counted {
            levels: [0, 1, 3, 2, 0],
            cannot_tell: 1,
            not_applicable: 0,
        };
        workshop.apply(Change::CountedHands(question(1), hands), at(1));
        workshop.apply(Change::WentTo(Stage::Reveal), at(2));
        workshop.room(&twelve_areas()).unwrap()
    };
    let dots = |room: &RoomView| {
        room.questions[0]
            .picture
            .as_ref()
            .map(|picture| picture.dots.counts())
    };
    assert_eq!(dots(&with("")), Some([0, 1, 3, 2, 0]), "hands alone");
    for few in ["1", "0", "-", "1234"] {
        let room = with(few);
        assert_eq!(
            (dots(&room), room.questions[0].cannot_tell),
            (None, None),
            "{few}"
        );
        assert_eq!(room.queue, []);
    }
    assert_eq!(dots(&with("11345")), Some([2, 1, 4, 3, 1]));
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
    assert_eq!(rounds.outcome, Some(Revote::Close), "five are too few to agree");
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
        } else if 6 * distances > 10 * n || tally.votes.camps().is_some() {
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

/// Which role is spoken of, and what of: written once more.
fn check_gap(room: &RoomView, tallies: &[Tally], smallest: u32) -> Result<(), TestCaseError> {
    let Some(gap) = room.gap else { return Ok(()) };
    let tally = tallies
        .iter()
        .find(|tally| tally.question == gap.question)
        .unwrap();
    let people = |group: usize| tally.groups[group].people();
    let all: u32 = (0..tally.groups.len()).map(people).sum();
    let smaller = |group: usize| people(group).min(all - people(group));
    let roles = 0..tally.groups.len() - 1;
    prop_assert!(roles.clone().all(|role| smaller(role) <= smaller(gap.role)));
    prop_assert!(roles.take(gap.role).all(|role| smaller(role) < smaller(gap.role)));
    let silent: u32 = tally.groups.iter().map(|group| group.silent).sum();
    prop_assert!(smaller(gap.role) - silent >= smallest.max(5));
    let of = |wanted: &dyn Fn(usize) -> bool| {
        let groups = tally
            .groups
            .iter()
            .enumerate()
            .filter(|(group, _)| wanted(*group));
        let each: Vec<_> = groups.flat_map(|(_, group)| each(&group.votes)).collect();
        Votes::of(
            each.into_iter()
                .map(|level| Level::from_number(u8::try_from(level).unwrap()).unwrap()),
        )
    };
    let (role, others) = (of(&|group| group == gap.role), of(&|group| group != gap.role));
    prop_assert_eq!(side(&role, &others), Some(gap.side));
    let pairs = Pairs::between(&role, &others);
    let (more, less) = match gap.side {
        Side::Higher => (pairs.higher, pairs.lower),
        Side::Lower => (pairs.lower, pairs.higher),
    };
    prop_assert!(1000 * (more - less) >= 474 * pairs.all);
    let rest: Vec<_> = (0..tally.groups.len())
        .filter(|group| *group != gap.role && people(*group) > 0)
        .collect();
    prop_assert_eq!(
        gap.others,
        match *rest {
            [one] if one + 1 < tally.groups.len() => Some(one),
            _ => None,
        }
    );
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
            }
        }
        prop_assert_eq!(&room.queue, &queue(&tallies, smallest));
        check_gap(&room, &tallies, smallest)?;
        prop_assert_eq!(room.received, workshop.first.received());
    }
}
