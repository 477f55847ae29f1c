//! The screens as markup, with the real checklist and words.

use super::form::Form;
use super::own_file::OwnFile;
use super::{all, console};
use crate::app::state::{RawReason, RawRecord, State};
use crate::domain::answer::Choice;
use crate::domain::calendar::{Day, Moment};
use crate::domain::code::answer::Response;
use crate::domain::code::hands::Counted;
use crate::domain::code::items::Items;
use crate::domain::code::{ResponseId, Serial, WorkshopId};
use crate::domain::doors::Door;
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::level::Level;
use crate::domain::plan::Chosen;
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::record::{Key, write_workshop};
use crate::domain::workshop::Workshop;
use crate::domain::workshop::address::PageAddress;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::rehearsal::{Crowd, Rehearsal};
use crate::domain::workshop::stage::{Agenda, OwnMinutes, Stage};
use crate::ui::prelude::*;
use crate::ui::testing::{self, holds, lacks, screen};

const ID: WorkshopId = WorkshopId(7);
pub(super) const NOW: Moment = Moment(0);

pub(super) fn workshop() -> Workshop {
    let mut workshop = testing::workshop();
    workshop.settings.title = "Field sales".to_owned();
    workshop
}

/// At a stage, with so many answers to the first vote.
pub(super) fn at(stage: Stage, answers: u64) -> Workshop {
    let mut workshop = workshop();
    let row = vec![Some(Choice::Level(Level::SetUp)); 12];
    let response = |id| Response {
        id: ResponseId(id),
        serial: Serial(1),
        role: None,
        items: Items::new(workshop.settings.shape, row.clone()).expect("a row"),
    };
    let responses = (1..=answers).map(response).collect();
    workshop.apply(Change::Received(responses), NOW);
    workshop.apply(Change::WentTo(stage), NOW);
    workshop
}

fn drawn(records: &[(WorkshopId, &str)], id: Option<WorkshopId>) -> String {
    let mut state = State::prerendered();
    for (id, text) in records {
        let raw = RawRecord::new((*text).to_owned(), RawReason::OfWorkshop);
        state.raw_records.insert(Key::Workshop(*id), raw);
    }
    screen(state, |store| {
        id.map_or_else(|| all(store), |id| console(store, id))
    })
}

pub(super) fn console_of(workshop: &Workshop) -> String {
    drawn(&[(ID, &write_workshop(workshop))], Some(ID))
}

#[test]
fn every_workshop_is_listed_and_what_cannot_be_read_is_named() {
    let whole = write_workshop(&at(Stage::Vote, 4));
    let newer = whole.replacen("\"schema\":5", "\"schema\":9", 1);
    let records = [
        (ID, &*whole),
        (WorkshopId(8), "garbage"),
        (
            WorkshopId(9),
            &*newer.replace("0000000000000007", "0000000000000009"),
        ),
    ];
    let page = drawn(&records, None);
    holds(
        &page,
        &[
            "Field sales",
            "Vote · 4 in",
            "href=\"#/workshop/0000000000000007\"",
            "0000000000000008: cannot be read",
            "0000000000000009: a later version of this page wrote it",
            "Create the workshop",
        ],
    );
    assert_eq!(page.matches("<li class=\"record\"").count(), 3);
    lacks(&drawn(&[], None), &["Your workshops"]);
}

#[test]
fn the_rooms_of_a_set_are_listed_by_their_numbers_before_what_is_older() {
    let one = |id: u64, title: &str, created: u64| {
        let mut workshop = at(Stage::Invite, 0);
        workshop.id = WorkshopId(id);
        workshop.settings.title = title.to_owned();
        workshop.created = Moment(created);
        (workshop.id, write_workshop(&workshop))
    };
    let records = [
        one(1, "Kick-off, room 10", 5_000),
        one(2, "Kick-off", 4_000),
        one(3, "Kick-off, room 2", 5_000),
        one(4, "Kick-off, room 1", 5_000),
    ];
    let records = records.each_ref().map(|(id, text)| (*id, &**text));
    let page = drawn(&records, None);
    let titles: Vec<_> = page
        .split("<h3><bdi translate=\"no\">")
        .skip(1)
        .filter_map(|rest| rest.split("</bdi></h3>").next())
        .take(4)
        .collect();
    let wanted = [
        "Kick-off, room 1",
        "Kick-off, room 2",
        "Kick-off, room 10",
        "Kick-off",
    ];
    assert_eq!(titles, wanted);
}

#[test]
fn the_console_says_where_one_is_and_what_to_do() {
    for stage in Stage::ALL {
        let page = console_of(&at(stage, 6));
        assert_eq!(page.matches("aria-current=\"step\"").count(), 1, "{stage:?}");
        let number = format!("Stage {} of 9", stage.position() + 1);
        holds(&page, &[&number, "class=\"prompt-say\"", "6 of 6 in", "/wall\""]);
        assert_eq!(
            page.contains("class=\"timer\""),
            stage != Stage::Report,
            "{stage:?}"
        );
        // Its own, and that of the wall's picture, which nobody hears.
        assert_eq!(page.matches("<h1").count(), 2);
        assert_eq!(page.matches("aria-hidden=\"true\" inert").count(), 1, "{page}");
        lacks(&page, &[" style="]);
    }
}

#[test]
fn before_the_reveal_no_click_but_one_leads_there() {
    let before = console_of(&at(Stage::Vote, 6));
    assert_eq!(
        before.matches("disabled=").count(),
        7,
        "reveal to report, and the page before the first: {before}"
    );
    let why = "title=\"Opens once the room has seen the result: the button at “Close” shows it";
    assert_eq!(before.matches(why).count(), 6, "{before}");
    lacks(&before, &["Show the room what it said"]);
    let close = console_of(&at(Stage::Close, 6));
    holds(&close, &["Show the room what it said", "cannot be taken back"]);
    let mut back = at(Stage::Reveal, 6);
    back.apply(Change::WentTo(Stage::Close), NOW);
    let back = console_of(&back);
    lacks(&back, &["Show the room what it said", "disabled=", why]);
    holds(&back, &["stays closed", "Next: Reveal"]);
}

#[test]
fn who_is_in_is_said_and_what_they_said_is_not() {
    let said = |answers| console_of(&at(Stage::Vote, answers));
    holds(&said(0), &["0 of 6 in", "6 answers are still missing."]);
    holds(&said(5), &["5 of 6 in", "One answer is still missing."]);
    holds(&said(6), &["Everybody is in."]);
    holds(&said(8), &["8 of 6 in", "2 answers more than people"]);
    let close = |answers| console_of(&at(Stage::Close, answers));
    holds(&close(5), &["Votes and heads differ"]);
    lacks(&close(6), &["Votes and heads differ"]);
}

#[test]
fn the_invite_is_a_link_and_a_picture() {
    let page = console_of(&at(Stage::Invite, 0));
    holds(
        &page,
        &[
            "#/join/oxyi.",
            "class=\"qr\"",
            "Copy the link",
            "does hold the single answers",
        ],
    );
}

#[test]
fn nobody_is_invited_again_to_a_vote_that_the_room_has_seen() {
    for stage in [Stage::Invite, Stage::Vote, Stage::Close] {
        let mut back = at(Stage::Reveal, 5);
        back.apply(Change::WentTo(stage), NOW);
        let page = console_of(&back);
        lacks(&page, &["#/join/oxyi.", "id=\"link\"", "<dt>Say</dt>"]);
        holds(
            &page,
            &["this vote stays closed", "heard at the second votes", "5 of 6 in"],
        );
    }
}

#[test]
fn counted_hands_are_listed_without_what_they_said() {
    let mut workshop = at(Stage::Vote, 1);
    let counted = Counted {
        levels: [1, 0, 4, 0, 0],
        ..Counted::default()
    };
    let question = QuestionId::Anchored(AreaId::new(2).expect("an area"));
    workshop.apply(Change::CountedHands(question, counted), NOW);
    let page = console_of(&workshop);
    holds(
        &page,
        &[
            "6 of 6 in",
            "Hiring for change: 5 hands",
            "0 of 5 hands",
            "Remove: Hiring for change",
        ],
    );
}

#[test]
fn one_question_alone_is_counted_without_a_choice_above() {
    let all = (1..=12).map(|area| {
        let area = AreaId::new(area).expect("an area");
        Change::CountedHands(QuestionId::Anchored(area), Counted::default())
    });
    let mut first = at(Stage::Vote, 0);
    all.for_each(|change| first.apply(change, NOW));
    holds(
        &console_of(&first),
        &[
            "All 12 questions are counted.",
            "choose it above",
            "id=\"hands-question\"",
        ],
    );
    let area = AreaId::new(5).expect("an area");
    let mut second = at(Stage::Reveal, 6);
    for change in [
        Change::ChoseTopics(vec![area]),
        Change::WentTo(Stage::Discuss),
        Change::OpenedSecondVote,
        Change::CountedHands(QuestionId::Anchored(area), Counted::default()),
    ] {
        second.apply(change, NOW);
    }
    let second = console_of(&second);
    holds(&second, &["The question is counted.", "correct it below"]);
    lacks(&second, &["choose it above"]);
}

#[test]
fn a_workshop_that_has_begun_can_have_its_own_minutes() {
    let mut workshop = at(Stage::Vote, 2);
    let page = console_of(&workshop);
    holds(&page, &["My own minutes for each stage"]);
    lacks(&page, &["minutes-discuss"]);
    let own = Agenda::Own(OwnMinutes::of(Agenda::Sixty).with(Stage::Discuss, 11));
    workshop.apply(Change::SetAgenda(own), NOW);
    let page = console_of(&workshop);
    holds(
        &page,
        &[
            "id=\"minutes-discuss\"",
            "value=\"11\"",
            "A whole number from 1 to 240, please.",
            "69 minutes with three areas",
        ],
    );
    // The regions that are heard are there before there is anything to hear.
    assert_eq!(page.matches("class=\"console-said\"").count(), 2, "{page}");
}

#[test]
fn a_smallest_group_that_shows_nothing_can_go_down_again() {
    let mut workshop = at(Stage::Close, 6);
    let many = MinimumGroup::try_from(55).expect("55");
    workshop.apply(Change::SetMinimum(many), NOW);
    for stage in [Stage::Reveal, Stage::Discuss] {
        workshop.apply(Change::WentTo(stage), NOW);
        let page = console_of(&workshop);
        holds(
            &page,
            &[
                "The smallest group is 55 now.",
                "Take it back to 5",
                "it can still go down to 5.",
            ],
        );
        lacks(&page, &["can only go up now"]);
    }
}

#[test]
fn a_small_minimum_is_warned_of_and_can_only_rise_after_the_reveal() {
    let mut workshop = at(Stage::Vote, 6);
    lacks(&console_of(&workshop), &["can guess who said what"]);
    let four = MinimumGroup::try_from(4).expect("four");
    workshop.apply(Change::SetMinimum(four), NOW);
    holds(&console_of(&workshop), &["can guess who said what"]);
    lacks(&console_of(&workshop), &["can only go up now"]);
    workshop.apply(Change::WentTo(Stage::Reveal), NOW);
    holds(&console_of(&workshop), &["can only go up now"]);
}

#[test]
fn a_workshop_that_is_not_here_or_cannot_be_read_is_a_dead_end() {
    holds(&drawn(&[], Some(ID)), &["This workshop is not in this browser"]);
    holds(&drawn(&[(ID, "garbage")], Some(ID)), &["record cannot be read"]);
}

#[test]
fn receipts_are_offered_once_the_vote_is_closed_and_shown_only_when_asked_for() {
    let closed = at(Stage::Close, 3);
    let receipts = closed.receipts().expect("three receipts");
    let page = console_of(&closed);
    holds(
        &page,
        &[
            "Show the receipts to the room",
            "One answer too many?",
            "Take it out",
        ],
    );
    for receipt in receipts {
        lacks(&page, &[&receipt.to_string()]);
    }
    // Answers come in from the invite on, and so does one too many.
    for stage in [Stage::Invite, Stage::Vote] {
        let open = console_of(&at(stage, 3));
        holds(&open, &["One answer too many?", "typing it once more"]);
        lacks(&open, &["Show the receipts"]);
    }
    // Once the room has seen the vote nothing is taken out of it.
    let revealed = console_of(&at(Stage::Reveal, 6));
    holds(&revealed, &["Show the receipts to the room"]);
    lacks(&revealed, &["One answer too many?"]);
    lacks(
        &console_of(&at(Stage::Close, 0)),
        &["Show the receipts", "One answer too many?"],
    );
}

#[test]
fn a_reminder_names_how_many_are_missing_and_ends_with_the_link() {
    let workshop = at(Stage::Vote, 4);
    let page = console_of(&workshop);
    let link = format!("#/join/{}</textarea>", workshop.invite().seal());
    holds(
        &page,
        &["2 answers are still missing. Is one of them yours?", &link],
    );
    holds(
        &console_of(&at(Stage::Vote, 5)),
        &["One answer is still missing. Is it yours?"],
    );
    lacks(&console_of(&at(Stage::Vote, 6)), &["A reminder for the chat"]);
}

#[test]
fn an_address_for_phones_stands_in_the_link_and_can_be_changed() {
    let mut workshop = at(Stage::Invite, 0);
    lacks(&console_of(&workshop), &["data-reach"]);
    let address = PageAddress::new("192.168.1.20:8000").expect("an address");
    workshop.apply(Change::SetAddress(Some(address)), NOW);
    let page = console_of(&workshop);
    holds(
        &page,
        &[
            "data-reach",
            "use this address",
            ">http://192.168.1.20:8000/#/join/oxyi.",
        ],
    );
}

#[test]
fn the_window_and_so_a_printed_guide_is_called_what_it_is_and_its_day() {
    holds(
        &console_of(&at(Stage::Vote, 4)),
        &[" data-title=\"Field sales · 1970-01-01\""],
    );
}

#[test]
fn each_date_is_offered_on_its_own_where_it_is_agreed() {
    const ALL: &str = "Download the dates for a calendar";
    let mut workshop = at(Stage::Commit, 6);
    workshop.revealed = Some(NOW);
    let chosen = Chosen {
        area: AreaId::new(4).expect("an area"),
        door: Door::Chance,
        from: None,
        to: None,
    };
    workshop.plan.chosen.value = Some(chosen);
    workshop.plan.review.value = Day::new(2027, 1, 18);
    let each = ["Only the stop", "Only the review"];
    // Of one date there is one file.
    holds(&console_of(&workshop), &[ALL]);
    lacks(&console_of(&workshop), &each);
    workshop.plan.stop.value = Day::new(2026, 12, 7);
    let markup = console_of(&workshop);
    holds(&markup, &[ALL]);
    holds(&markup, &each);
    lacks(&markup, &["Only the next assessment"]);
}

#[test]
fn the_next_session_starts_from_whatever_the_room_has_seen() {
    let list = |workshop: &Workshop| drawn(&[(ID, &write_workshop(workshop))], None);
    let mut seen = at(Stage::Reveal, 6);
    holds(&list(&seen), &["data-next=\"\""]);
    // Also when its facilitator has gone back to an earlier stage since.
    seen.apply(Change::WentTo(Stage::Close), NOW);
    holds(&list(&seen), &["data-next=\"\""]);
    lacks(&list(&at(Stage::Close, 6)), &["data-next"]);
    seen.rehearsal = Some(Rehearsal {
        crowd: Crowd::Five,
        seed: 1,
    });
    lacks(&list(&seen), &["data-next"]);
}

#[test]
fn the_form_for_the_next_session_shows_what_it_starts_from() {
    let mut last = at(Stage::Report, 6);
    last.settings.agenda = Agenda::Own(OwnMinutes::of(Agenda::Ninety));
    last.settings.minimum = MinimumGroup::try_from(7).expect("a group");
    let mut state = State::prerendered();
    let raw = RawRecord::of_workshop(last);
    state.raw_records.insert(Key::Workshop(ID), raw);
    let form = screen(state, |_| html! { <Form last={Some(ID)} /> });
    holds(
        &form,
        &["value=\"Field sales\"", "value=\"7\"", "id=\"minutes-vote\""],
    );
    let blank = screen(State::prerendered(), |_| html! { <Form /> });
    lacks(&blank, &["Field sales", "id=\"minutes-vote\""]);
}

#[test]
fn nothing_but_the_guide_of_the_list_is_printed() {
    let page = drawn(&[], None);
    let is_for_the_screen = |section: &str| {
        let tag = section.split('>').next();
        tag.is_some_and(|tag| tag.contains("class=\"screen-only\""))
    };
    assert!(page.split("<section ").skip(1).all(is_for_the_screen), "{page}");
    lacks(&page, &["aria-describedby=\"rehearsal-seed-wrong\""]);
    let own = screen(State::prerendered(), |_| html! { <OwnFile /> });
    assert!(own.split("<section ").skip(1).all(is_for_the_screen), "{own}");
}

#[test]
fn nothing_is_said_of_saving_before_anything_is_saved() {
    lacks(
        &console_of(&at(Stage::Vote, 2)),
        &["class=\"save\"", "after every answer"],
    );
}
