//! Which assessments belong together, and in what order.

use crate::arbitrary::{assessment, settings};
use crate::support::{twelve_areas, typed};
use oxymoron::domain::assessment::{Assessment, AssessmentId};
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::checklist::{Depth, InstrumentVersion};
use oxymoron::domain::history::{Completion, Group, OfDay, groups, same_name, tidy_name};
use oxymoron::domain::stamp::{Revision, Stamped};
use proptest::collection::vec;
use proptest::prelude::*;

fn utc(moment: Moment) -> Day {
    Day::of(moment, 0)
}

fn one(id: u64, subject: &str, day: &str, changed_day: u64, line: &str) -> Assessment {
    let changed = Moment(changed_day * 86_400_000);
    let mut one = Assessment::new(AssessmentId(id), InstrumentVersion(1), changed);
    one.subject.value = subject.to_owned();
    one.day.value = day.parse().ok();
    for (question, answer) in typed(line) {
        one.answers
            .insert(question, Stamped::new(Some(answer), Revision(1)));
    }
    one
}

/// In capitals first, as a browser is asked for it.
fn case_folded(text: &str) -> String {
    let capitals = text.chars().flat_map(char::to_uppercase);
    capitals.flat_map(char::to_lowercase).collect()
}

fn grouped(assessments: &[Assessment]) -> Vec<Group> {
    groups(&twelve_areas(), assessments.iter(), &utc, &case_folded)
}

/// `name: id id` for each group.
fn outline(assessments: &[Assessment]) -> Vec<String> {
    let line = |group: Group| {
        let ids: Vec<_> = group.entries.iter().map(|entry| entry.id.0.to_string()).collect();
        format!("{}: {}", group.name, ids.join(" "))
    };
    grouped(assessments).into_iter().map(line).collect()
}

#[test]
fn white_space_and_letter_case_do_not_part_a_team() {
    let same =
        |one, other, expected| assert_eq!(same_name(one, other, &case_folded), expected, "{one:?} {other:?}");
    same("Field sales", " field\u{a0}\u{2003}SALES\n", true);
    same("Straße", "STRASSE", true);
    same("ΟΔΟΣ", "οδος", true);
    same("ΟΔΟΣ", "οδοσ", true);
    same("", " \t\u{3000}", true);
    same("Field sales", "Fieldsales", false);
    same("Field", "Field sales", false);
    same("", "x", false);
    assert_eq!(
        tidy_name("\u{2003}Field \t sales\u{a0}north "),
        "Field sales north"
    );
}

#[test]
fn a_group_is_in_the_order_of_its_days_and_named_as_its_newest() {
    let list = [
        one(1, "NORTH", "2026-11-01", 5, ""),
        one(2, "north ", "2026-02-01", 9, ""),
        // Without a day of its own, the day on which it changed: 1970-01-08.
        one(3, "North", "", 7, ""),
        one(4, "North", "2026-11-01", 6, ""),
    ];
    assert_eq!(outline(&list), ["North: 3 2 1 4"]);
    let newest_first = [
        one(1, "NORTH", "2026-11-01", 5, ""),
        one(2, "north", "2026-02-01", 9, ""),
    ];
    assert_eq!(outline(&newest_first), ["NORTH: 2 1"]);
}

#[test]
fn those_of_one_day_are_told_apart_in_the_order_of_their_answers() {
    let list = [
        one(1, "North", "2026-11-20", 9, ""),
        one(2, "North", "2026-11-20", 7, ""),
        one(3, "North", "2026-11-21", 8, ""),
        one(4, "South", "2026-11-20", 8, ""),
        // The same moment too, as a copy that was kept beside has.
        one(5, "North", "2026-11-20", 9, ""),
    ];
    let of_day = |id: u64| {
        let groups = grouped(&list);
        let mut entries = groups.iter().flat_map(|group| &group.entries);
        let entry = entries.find(|entry| entry.id.0 == id).unwrap();
        entry.of_day.map(|OfDay { n, total }| (n, total))
    };
    assert_eq!(
        [1, 2, 3, 4, 5].map(of_day),
        [Some((2, 3)), Some((1, 3)), None, None, Some((3, 3))]
    );
}

#[test]
fn the_newest_group_comes_first_and_the_unnamed_last() {
    let list = [
        one(1, "", "2026-12-01", 1, ""),
        one(2, "South", "2026-03-01", 1, ""),
        one(3, "North", "2026-05-01", 1, ""),
        one(4, "  ", "2026-01-01", 1, ""),
        one(5, "South", "2026-06-01", 1, ""),
    ];
    assert_eq!(outline(&list), ["South: 2 5", "North: 3", ": 4 1"]);
}

#[test]
fn an_entry_has_its_index_its_range_and_what_they_rest_on() {
    let mut full = one(1, "", "2026-12-01", 1, "333333333333");
    full.depth.value = Depth::Full;
    let list = [
        one(2, "", "2026-12-02", 1, "324321433452"),
        one(3, "", "2026-12-03", 1, "324323------"),
        one(4, "", "2026-12-04", 1, "0-----------"),
        full,
    ];
    let groups = grouped(&list);
    let entries = &groups[0].entries;
    let shown = |place: usize| {
        let entry = &entries[place];
        let index = entry.index.map(|index| {
            let figure = index.figure.map(|figure| figure.rounded());
            (figure, index.low.floor(), index.high.ceil())
        });
        (entry.id.0, entry.depth, index, entry.scored, entry.completion)
    };
    // One of three questions gives no area a score in full depth.
    assert_eq!(shown(0), (1, Depth::Full, None, 0, Completion::Open));
    // The levels sum to 36: 25 x (36 / 12 - 1).
    let fifty = Some((Some(50), 50, 50));
    assert_eq!(shown(1), (2, Depth::Quick, fifty, 12, Completion::Finished));
    // 17 over six areas; the other six at 1 or at 5: 25 x (23 / 12 - 1) = 22.9 and 25 x (47 / 12 - 1) = 72.9.
    let range = Some((None, 22, 73));
    assert_eq!(shown(2), (3, Depth::Quick, range, 6, Completion::Open));
    assert_eq!(shown(3), (4, Depth::Quick, None, 0, Completion::Open));
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn every_assessment_stands_in_one_group_in_its_order(mut list in vec(assessment(), 0..8)) {
        for (number, one) in (0..).zip(&mut list) {
            one.id = AssessmentId(number);
        }
        let groups = grouped(&list);
        let mut ids: Vec<_> = groups.iter().flat_map(|group| &group.entries).map(|entry| entry.id).collect();
        ids.sort();
        let expected: Vec<_> = list.iter().map(|one| one.id).collect();
        prop_assert_eq!(ids, expected);
        for (place, group) in groups.iter().enumerate() {
            prop_assert!(group.entries.is_sorted_by_key(|entry| (entry.day, entry.answered)));
            for other in &groups[place + 1..] {
                prop_assert!(!same_name(&group.name, &other.name, &case_folded));
            }
        }
    }
}
