//! Rooms with given votes, and word for word what is said of them.

use super::{agreed, queue, shows_anything, strips, words};
use crate::app::state::State;
use crate::domain::answer::Choice;
use crate::domain::assessment::KnowDo;
use crate::domain::calendar::Moment;
use crate::domain::checklist::{Depth, InstrumentVersion};
use crate::domain::code::answer::{Response, RolePlace};
use crate::domain::code::hands::Headcount;
use crate::domain::code::invite::{Language, RoleLabel, Roles};
use crate::domain::code::items::{Items, Shape};
use crate::domain::code::{ResponseId, Serial, WorkshopId};
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::group::discussion::Revote;
use crate::domain::level::Level;
use crate::domain::plan::{Chosen, PlanText};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::change::Change;
use crate::domain::workshop::room::{QuestionView, RoomView};
use crate::domain::workshop::stage::{Agenda, Stage};
use crate::domain::workshop::{Seed, Settings, Workshop};
use crate::ui::store::Store;
use crate::ui::testing::{bare, rendered, store};
use std::rc::Rc;

fn area(number: u8) -> AreaId {
    AreaId::new(number).expect("an area")
}

/// A workshop with two roles and people given by role and twelve characters: 1 to 5, 0 for can't tell, - for nothing.
fn workshop(present: u32, people: &[(Option<u8>, &str)]) -> Workshop {
    let labels = ["Leader", "Seller"].map(|label| RoleLabel::new(label).expect("a label"));
    let shape = Shape::new(Depth::Quick, KnowDo::LeftOut);
    let settings = Settings {
        title: String::new(),
        shape,
        roles: Roles::new(labels.into()).expect("two roles"),
        minimum: MinimumGroup::STANDARD,
        present: Headcount(present),
        agenda: Agenda::Sixty,
        language: Language::new("en").expect("a language"),
    };
    let mut workshop = Workshop::new(
        WorkshopId(1),
        Seed([7; 32]),
        settings,
        InstrumentVersion(1),
        Moment(0),
    );
    let person = |(id, (role, answers)): (u64, &(Option<u8>, &str))| {
        let choice = |code: char| match code {
            '-' => None,
            code => Choice::from_code(code.encode_utf8(&mut [0; 4])),
        };
        Response {
            id: ResponseId(id),
            serial: Serial(1),
            role: role.and_then(RolePlace::new),
            items: Items::new(shape, answers.chars().map(choice).collect()).expect("twelve answers"),
        }
    };
    workshop.receive((1..).zip(people).map(person));
    workshop.apply(Change::WentTo(Stage::Reveal), Moment(0));
    workshop
}

/// Everybody says the same about the areas behind the first.
fn rest(first: char, other: char) -> String {
    [first.to_string(), other.to_string().repeat(11)].concat()
}

fn one_area(present: u32, first: &str) -> (Rc<Store>, Workshop, RoomView) {
    let answers: Vec<_> = first.chars().map(|first| rest(first, '3')).collect();
    let people: Vec<_> = answers.iter().map(|answers| (None, &**answers)).collect();
    let workshop = workshop(present, &people);
    let store = store(State::prerendered());
    let room = workshop.room(&store.pack.checklist).expect("revealed");
    (store, workshop, room)
}

fn view(room: &RoomView, number: u8) -> QuestionView {
    let view = room.question(QuestionId::Anchored(area(number)));
    view.cloned().expect("asked")
}

fn said(present: u32, first: &str) -> Vec<String> {
    let (store, _, room) = one_area(present, first);
    let said = words::findings(&store, &view(&room, 1), words::absent(&room));
    said.into_iter().map(|one| one.to_string()).collect()
}

#[test]
fn a_room_of_twelve_in_its_exact_words() {
    // The median of 2 3 4 3 0 is that of the sixth and seventh vote, both 3. Distances of the votes from
    // level 3: 2 x 2 + 3 + 3 = 10, over 12 is 0.83: exactly 5/6, so the room is not asked to talk, and is said to be one.
    assert_eq!(
        said(12, "112223333444"),
        [
            "Middle answer 3, Set up",
            "On average 0.8 levels from the middle answer",
            "The room is not split",
        ]
    );
}

#[test]
fn two_camps_are_counted_on_either_side() {
    // 1 3 | 1 | 4 1: the tallest columns 3 and 4 beat 1 by two; both sides hold a quarter of ten. The two central votes are 3 and 4.
    assert_eq!(
        said(10, "1222344445"),
        [
            "Middle answer 3.5, between Set up and Working",
            "On average 1.1 levels from the middle answer",
            "Two camps: 4 from Not seen to Now and then, 5 from Working to Renewing itself; 1 between",
        ]
    );
    // Named by the levels that people are at: of the one at level 3 it is said that they are between.
    let last = |votes: &str| said(u32::try_from(votes.len()).unwrap_or(0), votes).pop();
    assert_eq!(
        last("11113555").as_deref(),
        Some("Two camps: 4 at Not seen, 3 at Renewing itself; 1 between")
    );
    assert_eq!(
        last("1111155555").as_deref(),
        Some("Two camps: 5 at Not seen, 5 at Renewing itself")
    );
    assert_eq!(
        last("111333555").as_deref(),
        Some("Three groups: 3 at Not seen, 3 at Set up, 3 at Renewing itself")
    );
}

#[test]
fn fewer_than_eight_are_never_said_to_be_one() {
    assert_eq!(
        said(7, "3333334"),
        [
            "Middle answer 3, Set up",
            "On average 0.1 levels from the middle answer"
        ]
    );
    assert_eq!(
        said(7, "3333333"),
        ["Middle answer 3, Set up", "Everybody gave the same answer"]
    );
}

#[test]
fn what_nobody_can_tell_is_a_finding() {
    // Five of twelve, more than a third: a question. One of twelve: a count.
    let many = said(12, "000003333333");
    assert_eq!(
        many.last().map(String::as_str),
        Some("5 of 12 can't tell: nobody looks at this yet?")
    );
    let one = said(12, "033333333333");
    assert_eq!(one.last().map(String::as_str), Some("1 of 12 can't tell"));
}

#[test]
fn absent_members_bound_the_middle() {
    let (store, _, room) = one_area(12, "223333344");
    assert_eq!(
        &*words::presence(&store, &room),
        "9 of 12 answered: these 9 people."
    );
    // With three more at level 1, or at level 5, the two central votes are both 3; with six more below they are 2 and 3.
    assert_eq!(
        said(12, "223333344").get(1).map(String::as_str),
        Some("3, however the missing votes fall (3)")
    );
    assert_eq!(
        said(14, "223333344").get(1).map(String::as_str),
        Some("2.5 to 3.5, however the missing votes fall (5)")
    );
    let (store, _, room) = one_area(9, "223333344");
    assert_eq!(
        &*words::presence(&store, &room),
        "These 9 people: everybody who is here."
    );
    assert!(!said(9, "223333344").iter().any(|one| one.contains("would vote")));
}

#[test]
fn a_room_under_the_minimum_shows_nothing_but_that() {
    let (store, _, room) = one_area(12, "1555");
    assert_eq!(said(12, "1555"), ["Too few to show"]);
    assert!(!shows_anything(&room));
    let markup = rendered(strips(&store, &room));
    assert_eq!(markup.matches("class=\"dots-column\"").count(), 0, "{markup}");
    assert_eq!(markup.matches("class=\"dots-count\"").count(), 0);
    // In each row and in each row of the table.
    assert_eq!(markup.matches("Too few to show").count(), 24);
    assert!(
        !markup.contains("Middle answer ") && !markup.contains("levels from"),
        "{markup}"
    );
}

#[test]
fn three_or_four_votes_have_their_dots_and_where_they_begin_and_end() {
    let (store, mut workshop, _) = one_area(4, "1135");
    workshop.settings.minimum = MinimumGroup::try_from(3).expect("three");
    let room = workshop.room(&store.pack.checklist).expect("revealed");
    let said = words::findings(&store, &view(&room, 1), 3);
    assert_eq!(said, ["From Not seen to Renewing itself"]);
    assert_eq!(
        words::findings(&store, &view(&room, 2), 3),
        ["Everybody gave the same answer"]
    );
    let markup = rendered(strips(&store, &room));
    assert!(
        markup.contains(
            "aria-label=\"Change is our job, First vote: 2 at Not seen, 1 at Set up, 1 at Renewing itself.\""
        ),
        "{markup}"
    );
    assert!(markup.contains("Of three or four votes only the dots are shown"));
    let row = "<th scope=\"row\">Change is our job</th><td>2</td><td>0</td><td>1</td><td>0</td><td>1</td><td>–</td><td>–</td><td>0</td>";
    assert!(bare(&markup).contains(row), "{markup}");
    for piece in ["Middle answer", "dots-middle", "levels from", "2.", "3."] {
        let text: String = markup
            .split('>')
            .filter_map(|part| part.split('<').next())
            .collect();
        assert!(!text.contains(piece), "{piece} in {text}");
    }
    assert!(rendered(queue(&store, &room)).contains("<span>From Not seen to Renewing itself</span>"));
}

/// Every way in which three or four people can answer one question.
fn every_few() -> Vec<String> {
    let mut all = vec![String::new()];
    let longer = |short: &String| {
        let last = short.chars().last().unwrap_or('1');
        let next = ('1'..='5').filter(move |level| *level >= last);
        let short = short.clone();
        next.map(move |level| format!("{short}{level}"))
            .collect::<Vec<_>>()
    };
    for _ in 0..3 {
        all = all.iter().flat_map(longer).collect();
    }
    let four: Vec<_> = all.iter().flat_map(longer).collect();
    all.into_iter().chain(four).collect()
}

#[test]
fn no_picture_of_three_or_four_votes_has_a_middle() {
    let every = every_few();
    assert_eq!(every.len(), 35 + 70);
    for twelve in every.chunks(12) {
        let answer = |area: usize, person| {
            twelve
                .get(area)
                .and_then(|votes| votes.chars().nth(person))
                .unwrap_or('0')
        };
        let rows: Vec<String> = (0..4)
            .map(|person| (0..12).map(|area| answer(area, person)).collect())
            .collect();
        let people: Vec<_> = rows.iter().map(|row| (Some(0), &**row)).collect();
        let mut workshop = workshop(4, &people);
        workshop.settings.minimum = MinimumGroup::try_from(3).expect("three");
        let store = store(State::prerendered());
        let room = workshop.room(&store.pack.checklist).expect("revealed");
        let said: Vec<_> = room
            .questions
            .iter()
            .flat_map(|view| words::findings(&store, view, 2))
            .collect();
        let markup = rendered(strips(&store, &room)) + &rendered(queue(&store, &room)) + &said.join(" ");
        let text: String = markup
            .split('>')
            .filter_map(|part| part.split('<').next())
            .collect();
        let letters: Vec<_> = text.chars().collect();
        let decimal = |part: &[char]| matches!(part, [before, '.', after] if before.is_ascii_digit() && after.is_ascii_digit());
        assert!(!letters.windows(3).any(decimal), "{text}");
        for piece in [
            "Middle answer",
            "dots-middle",
            "levels from",
            "Two camps",
            "not split",
            "would vote",
        ] {
            assert!(!markup.contains(piece), "{piece} of {twelve:?}");
        }
        assert_eq!(room.gap, None);
    }
}

/// What is asked of a room of leaders and others, by their answers on the first area.
fn asked(leaders: &str, others: &str, role: Option<u8>) -> Option<String> {
    let of = |role: Option<u8>, levels: &str| {
        levels
            .chars()
            .map(move |first| (role, rest(first, '3')))
            .collect::<Vec<_>>()
    };
    let people: Vec<_> = [of(Some(0), leaders), of(role, others)].concat();
    let people: Vec<_> = people.iter().map(|(role, answers)| (*role, &**answers)).collect();
    let workshop = workshop(u32::try_from(people.len()).unwrap_or(0), &people);
    let store = store(State::prerendered());
    let room = workshop.room(&store.pack.checklist)?;
    words::gap(&store, &room, &workshop.settings.roles).map(|gap| gap.to_string())
}

#[test]
fn a_role_that_stands_apart_is_one_question_without_figures() {
    let check = |leaders: &str, others: &str, role: Option<u8>, expected: Option<&str>| {
        assert_eq!(asked(leaders, others, role).as_deref(), expected);
    };
    check(
        "2344445555",
        "1122223334",
        Some(1),
        Some(
            "“Leader” answered higher than “Seller” on “Change is our job”. What do they see that the others do not?",
        ),
    );
    check(
        "1122223334",
        "2344445555",
        None,
        Some(
            "“Leader” answered lower than everybody else on “Change is our job”. What do they see that the others do not?",
        ),
    );
    // Five and five: the word would say who.
    check("44452", "22321", Some(1), None);
}

#[test]
fn the_queue_has_its_reasons() {
    let (store, _, room) = one_area(10, "1222344445");
    let markup = rendered(queue(&store, &room));
    assert_eq!(markup.matches("<li>").count(), 1, "{markup}");
    assert!(
        markup.contains("<b>Change is our job</b><span>Two camps: 4 from Not seen to Now and then"),
        "{markup}"
    );
    let (store, _, room) = one_area(10, "3333333333");
    assert!(rendered(queue(&store, &room)).contains("By the numbers, no area comes first"));
}

#[test]
fn strips_have_every_dot_and_the_figures_behind_them() {
    let (store, _, room) = one_area(12, "112223333444");
    let markup = rendered(strips(&store, &room));
    // Thirteen charts are one figure: twelve strips of five columns.
    assert_eq!(markup.matches("class=\"dots-column\"").count(), 60);
    assert!(
        markup.contains(
            "aria-label=\"Change is our job, First vote: 2 at Not seen, 3 at Now and then, 4 at Set up, 3 at Working. \
             Middle answer 3.\""
        ),
        "{markup}"
    );
    let row = "<th scope=\"row\">Change is our job</th><td>2</td><td>3</td><td>4</td><td>3</td><td>0</td><td>3</td><td>0.8</td>\
               <td>0</td>";
    assert!(bare(&markup).contains(row), "{markup}");
}

#[test]
fn every_outcome_has_its_words() {
    let store = store(State::prerendered());
    let said = [
        Revote::AgreedStable,
        Revote::AgreedMoved,
        Revote::AgreedAfterCamps,
        Revote::Close,
        Revote::Converging,
        Revote::OpenSplit,
    ]
    .map(|outcome| words::outcome(&store, outcome).to_string());
    assert_eq!(
        said,
        [
            "Agreed, and where it was",
            "Agreed, and moved",
            "Agreed now, where there were camps before",
            "Close together now. Of fewer than eight votes we do not say that they agree",
            "Closer together, and not one yet",
            "Still open: record both views",
        ]
    );
}

#[test]
fn the_plan_is_read_back_and_says_what_is_open() {
    let (store, mut workshop, _) = one_area(5, "33333");
    assert_eq!(agreed::read_back(&store, &workshop).len(), 0);
    let chosen = Chosen {
        area: area(4),
        door: crate::domain::doors::Door::Chance,
        from: Some(Level::SetUp),
        to: Some(Level::Working),
    };
    let changes = [
        Change::Chose(Some(chosen)),
        Change::WroteHypothesis(" Doubts are useful ".to_owned()),
        Change::WrotePlan(PlanText::Owner, "Ana".to_owned()),
    ];
    for change in changes {
        workshop.apply(change, Moment(0));
    }
    let said = agreed::read_back(&store, &workshop);
    let said: Vec<_> = said.iter().map(|one| &**one).collect();
    assert_eq!(
        said,
        [
            "We start with “Debate and experiments”.",
            "We believe: Doubts are useful",
            "Ana sees to it.",
        ]
    );
    assert_eq!(
        agreed::still_open(&store, &workshop).as_deref(),
        Some("Still open: the smallest test, what you will count, stop, review.")
    );
    workshop.apply(Change::Chose(None), Moment(0));
    let open = agreed::still_open(&store, &workshop);
    assert!(open.is_some_and(|open| open.starts_with("Still open: area, the smallest")));
}
