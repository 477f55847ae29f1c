//! The projected window as markup: what is there, and above all what is not.

use super::View;
use super::clock::clock;
use crate::app::state::State;
use crate::app::workshop::wall_message::{parse, write};
use crate::domain::answer::Choice;
use crate::domain::assessment::KnowDo;
use crate::domain::calendar::Moment;
use crate::domain::checklist::{Depth, InstrumentVersion};
use crate::domain::code::answer::Response;
use crate::domain::code::hands::{Counted, Headcount};
use crate::domain::code::invite::{Language, Roles};
use crate::domain::code::items::{Items, Shape};
use crate::domain::code::{ResponseId, Serial, WorkshopId};
use crate::domain::doors::Door;
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::level::Level;
use crate::domain::plan::{Chosen, PlanText};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::{Agenda, Stage, Timer};
use crate::domain::workshop::wall::Wall;
use crate::domain::workshop::{Seed, Settings, Workshop};
use crate::ui::prelude::*;
use crate::ui::testing::{holds, lacks, pack, rendered, store};

mod asked;
mod overview;

const ID: WorkshopId = WorkshopId(0xab);
/// Votes that occur nowhere else on the wall.
const CAMPS: [u32; 5] = [0, 701, 0, 802, 0];

fn area(number: u8) -> AreaId {
    AreaId::new(number).expect("an area")
}

fn count(workshop: &mut Workshop, number: u8, levels: [u32; 5]) {
    let counted = Counted {
        levels,
        ..Counted::default()
    };
    let question = QuestionId::Anchored(area(number));
    workshop.apply(Change::CountedHands(question, counted), Moment(0));
}

fn voted() -> Workshop {
    let settings = Settings {
        title: "North".to_owned(),
        shape: Shape::new(Depth::Quick, KnowDo::LeftOut),
        roles: Roles::default(),
        minimum: MinimumGroup::STANDARD,
        present: Headcount(1503),
        agenda: Agenda::Sixty,
        language: Language::new("en").expect("a language"),
    };
    let mut workshop = Workshop::new(ID, Seed([7; 32]), settings, InstrumentVersion(1), Moment(0));
    count(&mut workshop, 1, CAMPS);
    count(&mut workshop, 2, [0, 0, 12, 0, 0]);
    workshop.notes = "only mine".to_owned();
    workshop
}

fn at(mut workshop: Workshop, changes: &[Change]) -> Workshop {
    for change in changes {
        workshop.apply(change.clone(), Moment(0));
    }
    workshop
}

/// What the window draws after the message has gone through the channel.
fn drawn_page(workshop: &Workshop, page: usize, now: Moment) -> String {
    let wall = Wall {
        page,
        ..Wall::of(workshop, &store(State::prerendered()).pack.checklist)
    };
    drawn_wall(&parse(ID, &write(&wall)).expect("a message"), now)
}

/// Receipts of codes that were sent besides the hands, on pages, and nothing that anybody answered.
#[test]
fn receipts_fill_their_pages_and_say_nothing_else() {
    let mut workshop = voted();
    let row = vec![Choice::from_code("4"); 12];
    let items = Items::new(workshop.settings.shape, row).expect("a row");
    let response = |id| Response {
        id: ResponseId(id),
        serial: Serial(1),
        role: None,
        items: items.clone(),
    };
    workshop.apply(Change::Received((1..=40).map(response).collect()), Moment(0));
    workshop.apply(Change::WentTo(Stage::Close), Moment(0));
    let receipts = workshop.receipts().expect("receipts");
    let on_page = |page| {
        let wall = Wall {
            page,
            ..Wall::of(&workshop, &pack().checklist).with_receipts(&workshop)
        };
        drawn_wall(&parse(ID, &write(&wall)).expect("a message"), Moment(0))
    };
    let (first, second) = (on_page(0), on_page(1));
    for (place, receipt) in receipts.iter().enumerate() {
        let receipt = receipt.to_string();
        assert_eq!(
            (first.contains(&receipt), second.contains(&receipt)),
            (place < 32, place >= 32)
        );
    }
    assert!(first.contains("Is your answer counted?") && first.contains("1 of 2"));
    for votes in ["701", "802"] {
        lacks(&first, &[votes]);
    }
    lacks(
        &drawn_page(&workshop, 0, Moment(0)),
        &["Is your answer counted?", &receipts[0].to_string()],
    );
}

fn drawn_wall(wall: &Wall, now: Moment) -> String {
    let store = store(State::prerendered());
    let view = View {
        store: &store,
        wall,
        now,
        button: Html::default(),
        address: "https://example.org/".to_owned(),
        also: None,
    };
    rendered(view.screen())
}

fn drawn(workshop: &Workshop) -> String {
    drawn_page(workshop, 0, Moment(0))
}

#[test]
fn before_the_reveal_nothing_of_the_answers_is_there_whatever_the_stage() {
    for stage in Stage::ALL {
        // As no change leaves it and no message brings it, so that the drawing is held and not only the way there.
        let mut workshop = voted();
        workshop.apply(Change::ChoseTopics(vec![area(1)]), Moment(0));
        workshop.stage = stage;
        for page in 0..3 {
            let wall = Wall {
                page,
                ..Wall::of(&workshop, &store(State::prerendered()).pack.checklist)
            };
            let markup = drawn_wall(&wall, Moment(0));
            lacks(
                &markup,
                &[
                    "701",
                    "802",
                    "dots-strip",
                    "Two camps",
                    "Middle answer",
                    "only mine",
                ],
            );
        }
    }
}

#[test]
fn the_invite_has_its_code_its_link_and_the_privacy_sentence() {
    let markup = drawn(&voted());
    assert!(
        markup.contains("class=\"qr\"") && markup.contains("https://example.org/#/join/oxyi"),
        "{markup}"
    );
    assert!(markup.contains("The room is shown counts and no names."));
    assert!(markup.contains("1503 of 1503 in"));
}

#[test]
fn the_vote_shows_the_count_and_the_time() {
    let workshop = at(voted(), &[Change::WentTo(Stage::Vote)]);
    let markup = drawn_page(&workshop, 0, Moment(65_000));
    assert!(
        markup.contains("1503 of 1503 in") && markup.contains(">3:55</p>"),
        "{markup}"
    );
    lacks(&markup, &["dots-"]);
    assert!(
        markup.contains("wall-corner"),
        "whoever comes now takes part: {markup}"
    );
    // Each area can be read out and counted by hands, with its levels.
    let question = drawn_page(&workshop, 1, Moment(0));
    assert!(
        question.contains("</span>Sellers acting on such a shift, unasked.</li>")
            && question.contains("wall-corner"),
        "{question}"
    );
    lacks(&question, &["701", "dots-"]);
}

#[test]
fn nobody_is_invited_to_a_vote_that_the_room_has_seen() {
    for stage in [Stage::Invite, Stage::Vote, Stage::Close] {
        let workshop = at(voted(), &[Change::WentTo(Stage::Reveal), Change::WentTo(stage)]);
        let markup = drawn(&workshop);
        assert!(markup.contains("is heard at the second votes"), "{markup}");
        lacks(&markup, &["class=\"qr\"", "Take part", "dots-"]);
    }
}

#[test]
fn a_break_says_when_everybody_is_back_and_a_blank_page_nothing() {
    let shown = at(voted(), &[Change::WentTo(Stage::Reveal)]);
    let back = Moment(35 * 60_000);
    let pause = drawn(&at(shown.clone(), &[Change::BeganBreak(Some(back))]));
    assert!(
        pause.contains("Break") && pause.contains("Back at 00:35"),
        "{pause}"
    );
    let blank = drawn(&at(shown, &[Change::Blanked(true)]));
    for markup in [&pause, &blank] {
        lacks(markup, &["701", "dots-", "wall-timer", "Change as a job"]);
    }
}

#[test]
fn the_reveal_shows_three_areas_at_a_time_and_then_what_to_talk_about() {
    let workshop = at(voted(), &[Change::WentTo(Stage::Reveal)]);
    let markup = drawn_page(&workshop, 1, Moment(0));
    assert_eq!(markup.matches("class=\"wall-strip\"").count(), 3);
    assert_eq!(markup.matches("class=\"dots-strip\"").count(), 2);
    assert_eq!(markup.matches("Too few to show").count(), 1);
    assert!(
        markup.contains(">701</span>")
            && markup.contains("Page 2 of 6")
            && markup.contains("▲ middle answer"),
        "{markup}"
    );
    lacks(&markup, &["wall-queue", "Debate and experiments"]);
    assert!(drawn_page(&workshop, 2, Moment(0)).contains("Debate and experiments"));
    // No page behind the last.
    for page in [5, 9] {
        let markup = drawn_page(&workshop, page, Moment(0));
        assert!(markup.contains("Page 6 of 6"), "{markup}");
        assert!(
            markup.contains("Change is our job") && markup.contains("Two camps: 701 at Now and then"),
            "{markup}"
        );
        lacks(&markup, &["dots-"]);
    }
}

#[test]
fn a_room_that_is_too_small_sees_only_that() {
    let mut workshop = voted();
    workshop.first = crate::domain::workshop::ballot::Ballot::default();
    count(&mut workshop, 1, [1, 0, 0, 3, 0]);
    let markup = drawn(&at(workshop, &[Change::WentTo(Stage::Reveal)]));
    assert_eq!(markup.matches("Too few to show").count(), 1);
    lacks(&markup, &["dots-", "wall-queue", "Change is our job", "Page "]);
}

#[test]
fn an_area_shows_its_votes_and_then_its_anchors() {
    let talk = [Change::ChoseTopics(vec![area(1)]), Change::WentTo(Stage::Discuss)];
    let workshop = at(voted(), &talk);
    let markup = drawn(&workshop);
    assert_eq!(markup.matches("class=\"dots-strip\"").count(), 1);
    assert!(
        markup.contains("Two camps: 701 at Now and then, 802 at Working"),
        "{markup}"
    );
    let anchors = drawn_page(&workshop, 1, Moment(0));
    assert!(
        anchors.contains("</span>Sellers acting on such a shift, unasked.</li>"),
        "{anchors}"
    );
    lacks(&anchors, &["dots-strip", "701"]);
}

#[test]
fn an_open_second_vote_hides_the_first_and_a_closed_one_shows_both() {
    let open = [
        Change::ChoseTopics(vec![area(1)]),
        Change::WentTo(Stage::Discuss),
        Change::OpenedSecondVote,
    ];
    let mut workshop = at(voted(), &open);
    count(&mut workshop, 1, [0, 0, 903, 0, 0]);
    let markup = drawn(&workshop);
    assert!(
        markup.contains("903 of 1503 in") && markup.contains("/2/A01</p>"),
        "{markup}"
    );
    lacks(&markup, &["dots-", "701", ">903<"]);
    let closed = at(workshop, &[Change::ClosedSecondVote]);
    let agreed = at(closed.clone(), &[Change::Agreed(area(1), Some(Level::SetUp))]);
    assert!(drawn(&agreed).contains("We agree on Set up"));
    let markup = drawn(&closed);
    assert_eq!(markup.matches("class=\"dots-strip\"").count(), 2);
    assert!(
        markup.contains("dots-first") && markup.contains("dots-second"),
        "{markup}"
    );
    assert!(markup.contains("Agreed, and moved"), "{markup}");
}

#[test]
fn the_end_reads_back_what_was_agreed() {
    let chosen = Chosen {
        area: area(4),
        door: Door::MostEnergy,
        from: Some(Level::SetUp),
        to: Some(Level::Working),
    };
    let end = [
        Change::WentTo(Stage::Choose),
        Change::Chose(Some(chosen)),
        Change::WroteHypothesis("Doubts are useful".to_owned()),
        Change::WrotePlan(PlanText::Owner, "Ana".to_owned()),
    ];
    let workshop = at(voted(), &end);
    let markup = drawn(&workshop);
    assert!(
        markup.contains("We start with “Debate and experiments”")
            && markup.contains("From Set up to Working"),
        "{markup}"
    );
    assert!(
        markup.contains("<li>Learning from failure</li>") && markup.contains("A reading of one post"),
        "{markup}"
    );
    let workshop = at(workshop, &[Change::WentTo(Stage::Experiment)]);
    // Ten seconds in: 50 left for everybody alone.
    let markup = drawn_page(&workshop, 0, Moment(10_000));
    assert!(
        markup.contains("Alone · <span role=\"timer\" dir=\"ltr\">0:50</span>")
            && markup.contains("Doubts are useful"),
        "{markup}"
    );
    let markup = drawn(&at(workshop, &[Change::WentTo(Stage::Commit)]));
    assert!(
        markup.contains("<li>Ana sees to it.</li>") && markup.contains("Still open: the smallest test"),
        "{markup}"
    );
}

#[test]
fn hands_stand_on_a_page_of_their_own_with_the_most_first_and_ties_are_said() {
    let hands = [(2, 5), (3, 8), (4, 8), (5, 1), (6, 2), (7, 0)];
    let mut workshop = at(voted(), &[Change::WentTo(Stage::Choose)]);
    assert!(drawn(&workshop).contains("No hands are counted yet."));
    lacks(&drawn(&workshop), &["Page "]);
    for (number, hands) in hands {
        workshop.apply(Change::CountedEnergy(area(number), Some(hands)), Moment(0));
    }
    assert!(drawn(&workshop).contains("2 areas share it</p>") && drawn(&workshop).contains("Page 1 of 3"));
    let markup = drawn_page(&workshop, 1, Moment(0));
    assert!(
        markup.contains("One hand each · 2 areas tie, 8 hands each"),
        "{markup}"
    );
    let first = "<span class=\"wall-hands\">8</span><span class=\"wall-read\">Change skills</span>";
    assert!(markup.contains(first), "{markup}");
    assert_eq!(markup.matches("class=\"wall-hands\"").count(), 4);
    let last = drawn_page(&workshop, 2, Moment(0));
    assert!(last.contains("<span class=\"wall-hands\">1</span>"), "{last}");
    lacks(&last, &["<span class=\"wall-hands\">0</span>"]);
}

#[test]
fn what_is_written_goes_on_where_it_ends_and_never_gets_smaller() {
    let long = "abcdefghi ".repeat(60);
    let written = [Change::WentTo(Stage::Experiment), Change::WroteHypothesis(long)];
    let workshop = at(voted(), &written);
    // 60 words of ten letters at four to a line are fifteen lines and the words before: eight below the phase, and the rest.
    let pages: Vec<_> = (0..2)
        .map(|page| drawn_page(&workshop, page, Moment(0)))
        .collect();
    let words = pages.iter().map(|page| page.matches("abcdefghi").count());
    assert_eq!(words.clone().sum::<usize>(), 60);
    assert!(words.clone().all(|words| words > 0));
    assert!(
        pages
            .iter()
            .all(|page| page.contains("of 2") && page.contains("role=\"timer\""))
    );
}

/// Rooms of three and four with every kind of picture: apart, alike, at the ends.
const FEW: [[u32; 5]; 6] = [
    [2, 0, 0, 0, 1],
    [0, 3, 0, 0, 0],
    [1, 1, 1, 1, 0],
    [0, 0, 2, 2, 0],
    [2, 0, 0, 0, 2],
    [0, 0, 0, 0, 4],
];

#[test]
fn of_three_or_four_votes_no_page_shows_more_than_their_dots() {
    let mut workshop = voted();
    workshop.settings.minimum = MinimumGroup::try_from(3).expect("three");
    for (number, votes) in (1..=12).zip(FEW.into_iter().cycle()) {
        count(&mut workshop, number, votes);
    }
    let talk = [
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area(1), area(5)]),
        Change::WentTo(Stage::Discuss),
        Change::OpenedSecondVote,
    ];
    let mut workshop = at(workshop, &talk);
    count(&mut workshop, 1, [0, 0, 0, 4, 0]);
    let workshop = at(workshop, &[Change::ClosedSecondVote]);
    for stage in [Stage::Reveal, Stage::Discuss, Stage::Choose, Stage::Report] {
        let workshop = at(workshop.clone(), &[Change::WentTo(stage)]);
        for page in 0..6 {
            let markup = drawn_page(&workshop, page, Moment(0));
            lacks(
                &markup,
                &[
                    "iddle answer",
                    "dots-middle",
                    "on average",
                    "Two camps",
                    "not split",
                    "Agreed",
                    "Closer together",
                    "Still open: record",
                ],
            );
        }
    }
    let markup = drawn(&at(workshop.clone(), &[Change::WentTo(Stage::Discuss)]));
    assert_eq!(
        markup.matches("class=\"dots-strip\"").count(),
        2,
        "both rounds: {markup}"
    );
    let doors = drawn(&at(workshop, &[Change::WentTo(Stage::Choose)]));
    assert!(doors.contains("The most answers at level 1 or 2"), "{doors}");
}

#[test]
fn time_that_is_over_has_a_minus() {
    assert_eq!(
        [600, 65, 5, 0, -5, -65, -3_600, -3_601].map(|left| clock(left).unwrap_or_default()),
        ["10:00", "1:05", "0:05", "0:00", "−0:05", "−1:05", "−60:00", ""]
    );
}

#[test]
fn what_is_over_is_heard_in_words() {
    for stage in [Stage::Discuss, Stage::Experiment] {
        let mut workshop = at(voted(), &[Change::WentTo(stage)]);
        workshop.timer = Timer::paused(-65);
        let (said, minus) = (
            "<span class=\"unseen\">1:05 over time</span>",
            "<span aria-hidden=\"true\">−1:05</span>",
        );
        holds(&drawn(&workshop), &[said, minus]);
        workshop.timer = Timer::paused(65);
        lacks(&drawn(&workshop), &["over time"]);
    }
}
