//! The projected window as markup: what is there, and above all what is not.

use super::{View, clock, fitting};
use crate::app::compile::compile;
use crate::app::outside::Nowhere;
use crate::app::state::State;
use crate::app::workshop::wall_message::{parse, write};
use crate::domain::assessment::KnowDo;
use crate::domain::calendar::Moment;
use crate::domain::checklist::{Depth, InstrumentVersion};
use crate::domain::code::WorkshopId;
use crate::domain::code::hands::{Counted, Headcount};
use crate::domain::code::invite::{Language, Roles};
use crate::domain::code::items::Shape;
use crate::domain::doors::Door;
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::level::Level;
use crate::domain::plan::{Chosen, PlanText};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::{Agenda, Stage};
use crate::domain::workshop::wall::Wall;
use crate::domain::workshop::{Seed, Settings, Workshop};
use crate::ui::store::Store;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
struct Props {
    html: Html,
}

#[component]
fn Drawn(props: &Props) -> Html {
    props.html.clone()
}

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
    drawn_wall(
        &parse(ID, &write(&Wall::of(workshop))).expect("a message"),
        page,
        now,
    )
}

fn drawn_wall(wall: &Wall, page: usize, now: Moment) -> String {
    let pack = compile(
        "en",
        include_str!("../../../../assets/checklist.toml"),
        include_str!("../../../../assets/en.toml"),
    );
    let store = Rc::new(Store::new(
        pack.expect("the assets"),
        State::prerendered(),
        Nowhere,
    ));
    let view = View {
        store: &store,
        wall,
        now,
        page,
        turn: Callback::noop(),
        full: false,
        address: "https://example.org/".to_owned(),
    };
    let html = view.screen();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without I/O");
    let renderer = yew::LocalServerRenderer::<Drawn>::with_props(Props { html }).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

fn drawn(workshop: &Workshop) -> String {
    drawn_page(workshop, 0, Moment(0))
}

fn lacks(markup: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(!markup.contains(piece), "{piece:?} is there in {markup}");
    }
}

#[test]
fn before_the_reveal_nothing_of_the_answers_is_there_whatever_the_stage() {
    for stage in Stage::ALL {
        // As no change leaves it and no message brings it, so that the drawing is held and not only the way there.
        let mut workshop = voted();
        workshop.apply(Change::ChoseTopics(vec![area(1)]), Moment(0));
        workshop.stage = stage;
        for page in 0..3 {
            let markup = drawn_wall(&Wall::of(&workshop), page, Moment(0));
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
    assert!(markup.contains("Nobody in this room sees how you answered."));
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
    lacks(&markup, &["qr", "dots-"]);
}

#[test]
fn the_reveal_begins_with_what_to_talk_about() {
    let workshop = at(voted(), &[Change::WentTo(Stage::Reveal)]);
    let markup = drawn(&workshop);
    assert!(
        markup.contains("<ol class=\"wall-queue wall-read\"><li>Change is our job</li></ol>"),
        "{markup}"
    );
    assert_eq!(markup.matches("class=\"dots-strip\"").count(), 2);
    assert_eq!(markup.matches("Too few to show").count(), 10);
    assert!(
        markup.contains(">701</span>") && markup.contains("1 of 4"),
        "{markup}"
    );
    // Then four at a time, and no page behind the last.
    let second = drawn_page(&workshop, 1, Moment(0));
    assert_eq!(second.matches("class=\"wall-large\"").count(), 4);
    assert!(drawn_page(&workshop, 9, Moment(0)).contains("4 of 4"));
}

#[test]
fn a_room_that_is_too_small_sees_only_that() {
    let mut workshop = voted();
    workshop.first = crate::domain::workshop::ballot::Ballot::default();
    count(&mut workshop, 1, [1, 0, 0, 3, 0]);
    let markup = drawn(&at(workshop, &[Change::WentTo(Stage::Reveal)]));
    assert_eq!(markup.matches("Too few to show").count(), 1);
    lacks(&markup, &["dots-", "wall-queue", "Change is our job"]);
}

#[test]
fn an_area_shows_its_votes_and_then_its_anchors() {
    let talk = [Change::ChoseTopics(vec![area(1)]), Change::WentTo(Stage::Discuss)];
    let workshop = at(voted(), &talk);
    let markup = drawn(&workshop);
    assert_eq!(markup.matches("class=\"dots-strip\"").count(), 1);
    assert!(
        markup.contains("Two camps: 701 at Now and then or below, 802 at Working or above"),
        "{markup}"
    );
    let anchors = drawn_page(&workshop, 1, Moment(0));
    assert!(
        anchors.contains("<li>Sellers acting on such a shift, unasked.</li>"),
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
        markup.contains("We start with Debate and experiments") && markup.contains("From Set up to Working"),
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
        markup.contains("Alone · <span role=\"timer\">0:50</span>") && markup.contains("Doubts are useful"),
        "{markup}"
    );
    let markup = drawn(&at(workshop, &[Change::WentTo(Stage::Commit)]));
    assert!(
        markup.contains("<li>Ana sees to it.</li>") && markup.contains("Still open: the smallest test"),
        "{markup}"
    );
}

#[test]
fn time_that_is_over_has_a_minus() {
    assert_eq!(
        [600, 65, 5, 0, -5, -65].map(clock),
        ["10:00", "1:05", "0:05", "0:00", "−0:05", "−1:05"]
    );
}

#[test]
fn long_texts_are_written_smaller() {
    let size = |characters: &[usize]| {
        let texts: Vec<_> = characters.iter().map(|count| "x".repeat(*count)).collect();
        fitting(texts.iter().map(String::as_str), 4)
    };
    // Four lines are twelve thirds: three texts of a line each, or one of three lines and a bit.
    assert_eq!(size(&[1, 1, 42]), "wall-read");
    assert_eq!(size(&[1, 1, 43]), "wall-long");
    assert_eq!(size(&[126]), "wall-read");
    assert_eq!(size(&[127]), "wall-long");
    // At two thirds of the size there are half as many lines again, of half as many characters again.
    assert_eq!(size(&[320]), "wall-long");
    assert_eq!(size(&[321]), "wall-longer");
}
