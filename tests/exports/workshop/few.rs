//! What is told of three or four votes, of hands, and of the last promise.

use super::{QUICK, area, cell, go, holds, meeting, response, revealed, table_of, whole};
use crate::{arabic, pack};
use oxymoron::app::workshop::export::{Sheet, markdown, report};
use oxymoron::app::workshop::figures;
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::promise::Came;

#[test]
fn of_three_or_four_votes_there_are_counts_and_no_figure() {
    // Four on A01, three on A02, five on A03.
    let lines = ["11103", "15303", "30403", "55503", "00503"];
    let responses = lines
        .iter()
        .zip(0..)
        .map(|(line, id)| response(id, None, QUICK, &format!("{line}-------")));
    let mut workshop = revealed(responses.collect(), 3);
    let second = ["4", "4", "4", "4"]
        .iter()
        .zip(0..)
        .map(|(line, id)| response(id, None, QUICK, line));
    go(
        &mut workshop,
        [
            Change::ChoseTopics(vec![area(1)]),
            Change::TurnedTo(0),
            Change::OpenedSecondVote,
            Change::Received(second.collect()),
            Change::ClosedSecondVote,
        ],
    );
    let pack = pack();
    let meeting = meeting(&pack, &workshop);
    let rows = table_of(&workshop);
    let figures = [
        "median",
        "ad_median",
        "interpolated_median",
        "mean",
        "sd",
        "agreement",
        "consensus",
    ];
    let of = |row: usize| {
        (
            ["n", "c1", "c5"].map(|name| cell(&rows[row], name)),
            figures.map(|name| cell(&rows[row], name)),
        )
    };
    assert_eq!(of(0), (["4", "2", "1"], [""; 7]));
    assert_eq!(of(1), (["3", "1", "2"], [""; 7]));
    assert_eq!(cell(&rows[2], "median"), "4.0", "1 3 4 5 5");
    assert_eq!(of(12), (["4", "0", "0"], [""; 7]), "the second vote");
    let sheet = Sheet::of(&meeting, &String::from).unwrap();
    assert_eq!(
        sheet.areas[0].middle,
        "2 at Not seen (1), 1 at Set up (3), 1 at Renewing itself (5)"
    );
    assert_eq!(sheet.areas[0].spread, "");
    let topic = &sheet.topics[0];
    assert_eq!(topic.rounds[0].words, "Three or four votes: counts only");
    assert_eq!(
        topic.outcome,
        ["Too few votes to say what the second vote changed: both stand as they are."]
    );
}

#[test]
fn the_hands_for_an_area_are_told() {
    let mut workshop = whole();
    let hands = |number, hands| Change::CountedEnergy(area(number), Some(hands));
    assert_eq!(
        Sheet::of(&meeting(&pack(), &workshop), &String::from)
            .unwrap()
            .hands,
        None
    );
    go(&mut workshop, [hands(2, 7), hands(4, 5), hands(5, 0)]);
    let said = "7 of 12 hands went up for it, one for each person.";
    let (pack, rows) = (pack(), table_of(&workshop));
    holds(&report(&meeting(&pack, &workshop)).unwrap(), &[said]);
    holds(&markdown(&meeting(&pack, &workshop)).unwrap(), &[said]);
    let cells: Vec<_> = rows.iter().map(|row| cell(row, "hands")).collect();
    assert_eq!(cells[..6], ["", "7", "", "5", "0", ""]);
    assert_eq!(cells[12], "", "once, beside the first vote");
}

#[test]
fn counts_are_words_in_every_file() {
    let pack = pack();
    let few = revealed((0..4).map(|id| response(id, None, QUICK, "1234")).collect(), 3);
    for workshop in [whole(), few] {
        let meeting = meeting(&pack, &workshop);
        for file in [report(&meeting).unwrap(), markdown(&meeting).unwrap()] {
            // "4·2·1·3·4" is heard as one word, and drawn from the right it is another fact.
            let digits = file
                .split('·')
                .map(|piece| piece.chars().last().is_some_and(|last| last.is_ascii_digit()));
            let before_dots = digits.take(file.matches('·').count()).filter(|digit| *digit);
            assert_eq!(before_dots.count(), 0, "{file}");
        }
    }
    let arabic = arabic();
    let counts = figures::counts(&arabic, [1, 0, 4, 5, 2]);
    assert!(counts.contains('،') && !counts.contains(','), "{counts}");
}

#[test]
fn below_the_smallest_group_there_is_no_figure() {
    // Four valid votes of nine on A01; five on A02.
    let lines = ["13", "23", "33", "43", "03", "0-", "0-", "0-", "0-"];
    let responses = lines
        .iter()
        .zip(0..)
        .map(|(line, id)| response(id, None, QUICK, line));
    let mut workshop = revealed(responses.collect(), 5);
    let figures = |row: &::csv::StringRecord| row.iter().skip(12).take(16).collect::<String>();
    let rows = table_of(&workshop);
    assert_eq!(figures(&rows[0]), "");
    assert_eq!(cell(&rows[1], "n"), "5");
    let pack = pack();
    let sheet = Sheet::of(&meeting(&pack, &workshop), &String::from).unwrap();
    let line = &sheet.areas[0];
    assert_eq!(
        [&*line.middle, &*line.spread, &*line.cannot_tell],
        ["Too few to show", "", ""]
    );
    // A larger smallest group hides the rest of it.
    go(
        &mut workshop,
        [
            Change::SetMinimum(MinimumGroup::try_from(10).unwrap()),
            Change::ChoseTopics(vec![area(2)]),
        ],
    );
    assert!(table_of(&workshop).iter().all(|row| figures(row).is_empty()));
    let sheet = Sheet::of(&meeting(&pack, &workshop), &String::from).unwrap();
    assert!(sheet.areas.iter().all(|line| line.middle == "Too few to show"
        && line.spread.is_empty()
        && line.cannot_tell.is_empty()));
    let round = &sheet.topics[0].rounds[0];
    assert_eq!((round.counts, &*round.words), (None, "Too few to show"));
    assert_eq!(sheet.topics[0].outcome, Vec::<String>::new());
}

#[test]
fn what_came_of_the_last_promise_is_on_the_sheet_once_somebody_has_said() {
    let (pack, mut next) = (pack(), whole());
    next.goes_on_from(&whole());
    let said = |next: &Workshop| {
        let meeting = meeting(&pack, next);
        let files = [report(&meeting).unwrap(), markdown(&meeting).unwrap()];
        files.map(|file| file.contains("Last time we promised") && file.contains("It was done"))
    };
    assert_eq!(said(&next), [false; 2]);
    let learned = Change::WroteLearned("Two weeks are short".to_owned());
    go(&mut next, [Change::SaidWhatCame(Some(Came::Done)), learned]);
    assert_eq!(said(&next), [true; 2]);
    let text = markdown(&meeting(&pack, &next)).unwrap();
    holds(&text, &["What we learned: Two weeks are short"]);
}
