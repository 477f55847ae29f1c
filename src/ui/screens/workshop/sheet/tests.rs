//! The screen as markup, from a checklist and words that are the real ones.

use super::{Screen, ScreenProps};
use crate::app::state::{RawReason, RawRecord, State};
use crate::domain::assessment::KnowDo;
use crate::domain::calendar::{Day, Moment};
use crate::domain::checklist::{Depth, InstrumentVersion};
use crate::domain::code::WorkshopId;
use crate::domain::code::hands::{Counted, Headcount};
use crate::domain::code::invite::{Language, Roles};
use crate::domain::code::items::Shape;
use crate::domain::doors::Door;
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::level::Level;
use crate::domain::plan::{Chosen, PlanDay, PlanText};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::record::{Key, write_workshop};
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::{Agenda, Stage};
use crate::domain::workshop::{Seed, Settings, Workshop};
use crate::ui::components::since::{Since, Stands};
use crate::ui::prelude::*;
use crate::ui::testing::{holds, lacks, screen, store};
use crate::ui::workshop_handle::WorkshopHandle;
use std::rc::Rc;

const ID: WorkshopId = WorkshopId(7);

fn area(number: u8) -> AreaId {
    AreaId::new(number).expect("an area")
}

fn begun(id: WorkshopId, created: u64) -> Workshop {
    let settings = Settings {
        title: "North <b>".to_owned(),
        shape: Shape::new(Depth::Quick, KnowDo::LeftOut),
        roles: Roles::new(vec![]).expect("no role"),
        minimum: MinimumGroup::STANDARD,
        present: Headcount(14),
        agenda: Agenda::Sixty,
        language: Language::new("en").expect("a language"),
    };
    let mut workshop = Workshop::new(id, Seed([3; 32]), settings, InstrumentVersion(1), Moment(created));
    workshop.notes = "for nobody else".to_owned();
    workshop
}

fn hands(workshop: &mut Workshop, number: u8, levels: [u32; 5], cannot_tell: u32) {
    let question = QuestionId::Anchored(area(number));
    let counted = Counted {
        levels,
        cannot_tell,
        not_applicable: 0,
    };
    workshop.apply(Change::CountedHands(question, counted), Moment(0));
}

/// A first vote on all areas but the ninth, which too few could answer.
fn revealed(id: WorkshopId, created: u64) -> Workshop {
    let mut workshop = begun(id, created);
    for number in 1..=12 {
        hands(&mut workshop, number, [5, 0, 1, 1, 5], 0);
    }
    hands(&mut workshop, 9, [1, 2, 1, 0, 0], 8);
    workshop.apply(Change::WentTo(Stage::Reveal), Moment(0));
    workshop
}

/// With a second vote, an area, an owner and dates.
fn whole() -> Workshop {
    let mut workshop = revealed(ID, 100);
    let mut go = |change| workshop.apply(change, Moment(0));
    go(Change::ChoseTopics(vec![area(4), area(1), area(9)]));
    go(Change::TurnedTo(1));
    go(Change::OpenedSecondVote);
    let counted = Counted {
        levels: [0, 1, 6, 4, 1],
        ..Counted::default()
    };
    go(Change::CountedHands(QuestionId::Anchored(area(1)), counted));
    go(Change::ClosedSecondVote);
    go(Change::Agreed(area(1), Some(Level::SetUp)));
    go(Change::WroteDissent(
        area(1),
        "Two of us see it differently".to_owned(),
    ));
    go(Change::WroteNote(area(1), "for nobody else".to_owned()));
    go(Change::Chose(Some(Chosen {
        area: area(1),
        door: Door::MostEnergy,
        from: None,
        to: None,
    })));
    go(Change::WroteHypothesis("A date helps".to_owned()));
    go(Change::WrotePlan(PlanText::Owner, "Ada".to_owned()));
    go(Change::SetPlanDay(PlanDay::Review, Day::new(2027, 1, 18)));
    go(Change::WentTo(Stage::Report));
    workshop
}

fn drawn(workshops: &[Workshop]) -> String {
    let mut state = State::prerendered();
    for workshop in workshops {
        let raw = RawRecord::new(write_workshop(workshop), RawReason::OfWorkshop);
        state.raw_records.insert(Key::Workshop(workshop.id), raw);
    }
    screen(state, |_| html! { <Screen ..ScreenProps { id: ID } /> })
}

#[test]
fn the_sheet_says_what_was_agreed_with_both_votes() {
    let markup = drawn(&[whole()]);
    holds(
        &markup,
        &[
            "What we take along: North &lt;b&gt;",
            "12 of 14 people",
            "<p class=\"sheet-chosen\">Change is our job</p>",
            "<dd translate=\"no\">A date helps</dd>",
            "<dd class=\"sheet-blank\">Not settled yet</dd>",
            "<dd translate=\"no\">2027-01-18</dd>",
            "aria-label=\"First vote: 5 at Not seen, 1 at Set up, 1 at Working, 5 at Renewing itself\"",
            "aria-label=\"Second vote: 1 at Now and then, 6 at Set up, 4 at Working, 1 at Renewing itself\"",
            "Level 3: Set up",
            "Two of us see it differently",
            "No second vote.",
            "Download the dates for a calendar",
            "It holds every single answer",
        ],
    );
    // The ninth area: too few to show among the topics and among the twelve, and not how many cannot tell.
    assert_eq!(markup.matches("Too few to show").count(), 2);
    // Five columns for each vote that may be shown, and none for an empty level.
    assert_eq!(markup.matches("class=\"sheet-picture\"").count(), 3);
    assert_eq!(markup.matches("class=\"sheet-bar\"").count(), 2 * 4);
    assert_eq!(markup.matches("class=\"sheet-bar sheet-bar-second\"").count(), 4);
    lacks(
        &markup,
        &[
            "for nobody else",
            "8 can’t tell",
            "<td>8</td>",
            "Since an earlier workshop",
        ],
    );
}

#[test]
fn before_the_reveal_there_is_only_the_session_file() {
    let mut workshop = begun(ID, 100);
    for number in 1..=12 {
        hands(&mut workshop, number, [5, 0, 1, 1, 5], 0);
    }
    let markup = drawn(&[workshop]);
    holds(
        &markup,
        &[
            "Nothing to take along yet",
            "data-take=\"json\"",
            "Back to the workshop",
        ],
    );
    lacks(
        &markup,
        &["data-take=\"csv\"", "<table", "sheet-picture", "12 of 14"],
    );
}

#[test]
fn an_earlier_workshop_is_offered_and_an_unrevealed_one_is_not() {
    let markup = drawn(&[whole(), revealed(WorkshopId(1), 50), begun(WorkshopId(2), 60)]);
    holds(
        &markup,
        &["Since an earlier workshop", "value=\"0000000000000001\""],
    );
    lacks(&markup, &["value=\"0000000000000002\""]);
}

#[test]
fn two_sessions_of_one_day_with_one_title_are_told_apart() {
    let seen = |id, minute: u64| {
        let mut workshop = revealed(WorkshopId(id), minute);
        workshop.revealed = Some(Moment(minute * 60_000));
        workshop
    };
    let columns = |before: Workshop, after: Workshop| {
        let mut state = State::prerendered();
        let raw = RawRecord::of_workshop(before);
        state.raw_records.insert(Key::Workshop(WorkshopId(1)), raw);
        let markup = screen(state, |store| {
            let handle = WorkshopHandle::new(Rc::clone(store), Rc::new(after));
            html! { <Since {handle} stands={Stands::AtTheConsole} /> }
        });
        let heads = markup.split("scope=\"col\"").skip(1);
        let words = |head: &str| {
            let (_, rest) = head.split_once('>')?;
            Some(rest.split_once('<')?.0.to_owned())
        };
        let heads: Vec<String> = heads.filter_map(words).collect();
        (heads[1].clone(), heads[2].clone())
    };
    let (one, other) = columns(seen(1, 10), seen(2, 75));
    assert_ne!(one, other);
    assert!(
        one.starts_with("North") && other.ends_with(&*store(State::prerendered()).time(Moment(75 * 60_000)))
    );
    // Of two days the days are enough.
    let (one, other) = columns(seen(1, 10), seen(2, 2 * 24 * 60));
    assert!(!one.contains(" · ") && !other.contains(" · "), "{one}, {other}");
}

#[test]
fn a_workshop_that_is_not_here_says_so() {
    holds(&drawn(&[]), &["This workshop is not in this browser"]);
}

#[test]
fn the_window_and_so_a_printed_file_is_called_what_it_is_and_its_day() {
    holds(
        &drawn(&[whole()]),
        &[" data-title=\"What we take along: North &lt;b&gt; · 1970-01-01\""],
    );
}
