//! The facilitator's stages as markup.

use super::{choose, commit, discuss, experiment, report, reveal};
use crate::app::state::State;
use crate::domain::assessment::KnowDo;
use crate::domain::calendar::{Day, Moment};
use crate::domain::checklist::{Depth, InstrumentVersion};
use crate::domain::code::WorkshopId;
use crate::domain::code::hands::{Counted, Headcount};
use crate::domain::code::invite::{Language, Roles};
use crate::domain::code::items::Shape;
use crate::domain::doors::Door;
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::plan::PlanDay;
use crate::domain::question::{AreaId, Evidence, PairId, QuestionId};
use crate::domain::workshop::change::Change;
use crate::domain::workshop::choosing::chosen;
use crate::domain::workshop::stage::{Agenda, Stage};
use crate::domain::workshop::{Seed, Settings, Workshop};
use crate::ui::prelude::*;
use crate::ui::screens::workshop::facilitate::health::health;
use crate::ui::testing::{pack, screen};
use crate::ui::workshop_handle::WorkshopHandle;
use std::rc::Rc;

fn area(number: u8) -> AreaId {
    AreaId::new(number).expect("an area")
}

fn voted(shape: Shape, hands: &[(QuestionId, [u32; 5])]) -> Workshop {
    let settings = Settings {
        title: String::new(),
        shape,
        roles: Roles::default(),
        minimum: MinimumGroup::STANDARD,
        present: Headcount(12),
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
    for (question, levels) in hands {
        let counted = Counted {
            levels: *levels,
            ..Counted::default()
        };
        workshop.apply(Change::CountedHands(*question, counted), Moment(0));
    }
    workshop
}

/// The first area is split, the second close together and low, the third close together and high.
fn quick() -> Workshop {
    let anchored = |number| QuestionId::Anchored(area(number));
    let hands = [
        (anchored(1), [0, 6, 0, 6, 0]),
        (anchored(2), [2, 10, 0, 0, 0]),
        (anchored(3), [0, 0, 0, 12, 0]),
    ];
    voted(Shape::new(Depth::Quick, KnowDo::LeftOut), &hands)
}

fn drawn(mut workshop: Workshop, changes: &[Change], draw: fn(&WorkshopHandle) -> Html) -> String {
    for change in changes {
        workshop.apply(change.clone(), Moment(0));
    }
    screen(State::prerendered(), |store| {
        draw(&WorkshopHandle::new(Rc::clone(store), Rc::new(workshop)))
    })
}

fn count(markup: &str, piece: &str) -> usize {
    markup.matches(piece).count()
}

fn ticked(markup: &str) -> usize {
    markup
        .split("<input ")
        .filter(|input| {
            input
                .split('>')
                .next()
                .is_some_and(|tag| tag.contains(" checked"))
        })
        .count()
}

#[test]
fn nothing_is_drawn_before_the_reveal() {
    for draw in [reveal, discuss] {
        assert_eq!(drawn(quick(), &[], draw), "");
    }
}

#[test]
fn nobody_is_said_to_be_in_before_hands_are_counted_for_every_question() {
    let markup = drawn(quick(), &[Change::WentTo(Stage::Close)], health);
    assert!(markup.contains("12 of 12 in"), "{markup}");
    assert!(
        markup.contains("Hands are counted for 3 of 12 questions."),
        "{markup}"
    );
    assert!(!markup.contains("Everybody is in."), "{markup}");
}

#[test]
fn what_is_ticked_is_what_is_chosen() {
    // As an earlier version stored it: the wall says that nothing is chosen yet, and so do the boxes.
    let shown = [Change::WentTo(Stage::Reveal)];
    assert_eq!(ticked(&drawn(quick(), &shown, reveal)), 0);
    let talk = [Change::WentTo(Stage::Reveal), Change::WentTo(Stage::Discuss)];
    assert_eq!(ticked(&drawn(quick(), &talk, discuss)), 0);
    let first = [Change::WentTo(Stage::Reveal), Change::ChoseTopics(vec![area(1)])];
    let markup = drawn(quick(), &first, reveal);
    assert_eq!(count(&markup, "type=\"checkbox\""), 12);
    assert_eq!(ticked(&markup), 1, "{markup}");
    assert!(
        markup.contains("<b>Change is our job</b><span>Two camps: 6 at Now and then, 6 at Working</span>")
    );
    let three = [1, 5, 9].map(area).to_vec();
    let full = [Change::WentTo(Stage::Reveal), Change::ChoseTopics(three)];
    let markup = drawn(quick(), &full, reveal);
    assert_eq!(ticked(&markup), 3);
    // No fourth.
    assert_eq!(count(&markup, " disabled"), 9, "{markup}");
}

#[test]
fn an_area_with_words_cannot_be_unticked_and_its_box_says_why() {
    let talked = [
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area(1), area(5)]),
        Change::WroteNote(area(5), "ask again".to_owned()),
    ];
    let markup = drawn(quick(), &talked, reveal);
    assert_eq!(count(&markup, " disabled"), 1, "{markup}");
    assert_eq!(count(&markup, "aria-describedby=\"topics-kept\""), 1);
    assert!(
        markup.contains("An area stays once it was voted on again"),
        "{markup}"
    );
}

#[test]
fn a_full_workshop_has_its_evidence_and_its_pairs() {
    let pair = PairId::new(1).expect("a pair");
    let hands = [
        (QuestionId::Anchored(area(1)), [0, 0, 12, 0, 0]),
        (QuestionId::Evidence(area(1), Evidence::First), [0, 12, 0, 0, 0]),
        (QuestionId::Know(pair), [0, 0, 0, 0, 12]),
        (QuestionId::Do(pair), [12, 0, 0, 0, 0]),
    ];
    let workshop = voted(Shape::new(Depth::Full, KnowDo::Included), &hands);
    let markup = drawn(workshop, &[Change::WentTo(Stage::Reveal)], reveal);
    assert_eq!(count(&markup, "class=\"room-more\""), 12);
    assert_eq!(count(&markup, "class=\"dots-strip\""), 4);
    assert!(markup.contains("What we say and what we do"), "{markup}");
}

#[test]
fn a_topic_is_talked_about_and_voted_on_again() {
    let talk = [
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area(1), area(2)]),
        Change::WentTo(Stage::Discuss),
    ];
    let markup = drawn(quick(), &talk, discuss);
    assert_eq!(count(&markup, "class=\"stage-tab\""), 2);
    assert!(
        markup.contains("aria-current=\"step\"") && markup.contains("What prompted our last change"),
        "{markup}"
    );
    assert!(markup.contains("Sellers acting on such a shift, unasked."));
    assert!(markup.contains("Open the second vote"));
    let mut workshop = quick();
    for change in talk.into_iter().chain([Change::OpenedSecondVote]) {
        workshop.apply(change, Moment(0));
    }
    let counted = Counted {
        levels: [0, 0, 7, 0, 0],
        ..Counted::default()
    };
    workshop.apply(
        Change::CountedHands(QuestionId::Anchored(area(1)), counted),
        Moment(0),
    );
    let markup = drawn(workshop.clone(), &[], discuss);
    assert!(
        markup.contains(">7 of 12 in</p>") && !markup.contains(">7</span>"),
        "{markup}"
    );
    let order = ["id=\"paste\"", "data-hold", "class=\"dots-strip\""].map(|piece| markup.find(piece));
    assert!(
        order.iter().all(Option::is_some) && order.is_sorted(),
        "the answers come before the end of the vote: {order:?}"
    );
    // Closed, it shows nothing yet, and can be opened again.
    let markup = drawn(workshop.clone(), &[Change::HeldSecondVote], discuss);
    assert!(
        markup.contains("data-reopen") && markup.contains("nothing is shown yet"),
        "{markup}"
    );
    assert_eq!(count(&markup, "class=\"dots-strip\""), 1);
    let markup = drawn(workshop, &[Change::ClosedSecondVote], discuss);
    // From 3 in the middle of two camps to 3, by seven.
    assert!(
        markup.contains("Close together now. Of fewer than eight") && markup.contains("dots-second"),
        "{markup}"
    );
    assert_eq!(count(&markup, "class=\"dots-strip\""), 2);
}

#[test]
fn four_doors_stand_side_by_side() {
    let markup = drawn(quick(), &[Change::WentTo(Stage::Choose)], choose);
    assert_eq!(count(&markup, "class=\"card stage-door\""), 4);
    assert!(
        markup.contains(">Start with “Hiring for change”</button>"),
        "the lowest: {markup}"
    );
    assert!(
        markup.contains(">Start with “Change is our job”</button>"),
        "the widest: {markup}"
    );
    assert!(!markup.contains("map-panel") && markup.contains("A reading of one post"));
}

#[test]
fn hands_are_counted_for_the_topics_first_and_rank_the_door() {
    let hands = |number, hands| Change::CountedEnergy(area(number), Some(hands));
    let talked = [
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area(9), area(2)]),
        Change::WentTo(Stage::Choose),
    ];
    let markup = drawn(quick(), &talked, choose);
    let fields: Vec<_> = markup
        .split("name=\"A")
        .skip(1)
        .filter_map(|part| part.get(..2))
        .collect();
    assert_eq!(fields.get(..3), Some(["09", "02", "01"].as_slice()), "{markup}");
    assert_eq!(fields.len(), 12);
    // What is wrong with a field is no part of its name, and its words are there to be said.
    assert!(
        markup.contains("</label><input value=\"\" id=\"hands-A09\"")
            && markup.contains("id=\"hands-A09-wrong\""),
        "{markup}"
    );
    assert!(markup.contains("Hands: 0. People: 12.") && markup.contains("Show the areas"));
    let counted = [hands(9, 5), hands(4, 1), hands(2, 5)];
    let all: Vec<_> = talked.iter().chain(&counted).cloned().collect();
    let markup = drawn(quick(), &all, choose);
    assert!(
        markup.contains("2 areas tie, 5 hands each") && markup.contains("Hands: 11. People: 12."),
        "{markup}"
    );
    let places: Vec<_> = [
        "Hiring for change</button><span>5 hands",
        "Provoking change</button><span>5 hands",
        "Debate and experiments</button><span>1 hand<",
    ]
    .map(|piece| markup.find(piece))
    .into();
    assert!(
        places.iter().all(Option::is_some) && places.is_sorted(),
        "{places:?} in {markup}"
    );
    assert!(!markup.contains("more hands than people"));
    let over: Vec<_> = all.iter().cloned().chain([hands(1, 2)]).collect();
    assert!(drawn(quick(), &over, choose).contains("more hands than people"));
}

#[test]
fn three_or_four_votes_open_doors_by_their_dots_and_get_no_verdict() {
    let anchored = |number| QuestionId::Anchored(area(number));
    let hands = [
        (anchored(1), [2, 0, 0, 0, 1]),
        (anchored(2), [0, 4, 0, 0, 0]),
        (anchored(3), [0, 0, 0, 3, 0]),
    ];
    let mut workshop = voted(Shape::new(Depth::Quick, KnowDo::LeftOut), &hands);
    workshop.settings.minimum = MinimumGroup::try_from(3).expect("three");
    let markup = drawn(workshop.clone(), &[Change::WentTo(Stage::Choose)], choose);
    assert!(
        markup.contains("The most answers at level 1 or 2")
            && markup.contains(">Start with “Hiring for change”</button>"),
        "four at level 2: {markup}"
    );
    assert!(
        markup.contains(">Start with “Change is our job”</button>"),
        "from 1 to 5: {markup}"
    );
    let talk = [
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area(1)]),
        Change::WentTo(Stage::Discuss),
        Change::OpenedSecondVote,
    ];
    for change in talk {
        workshop.apply(change, Moment(0));
    }
    let second = Counted {
        levels: [0, 0, 0, 3, 0],
        ..Counted::default()
    };
    workshop.apply(Change::CountedHands(anchored(1), second), Moment(0));
    let markup = drawn(workshop.clone(), &[Change::ClosedSecondVote], discuss);
    assert_eq!(count(&markup, "class=\"dots-strip\""), 2);
    assert!(markup.contains("there is no word for it"), "{markup}");
    assert!(
        !markup.contains("Agreed, and") && !markup.contains("Middle answer"),
        "{markup}"
    );
    // Five votes on one area, and the doors compare only such.
    let mut mixed = voted(
        Shape::new(Depth::Quick, KnowDo::LeftOut),
        &[(anchored(4), [0, 0, 0, 0, 5])],
    );
    mixed.settings.minimum = MinimumGroup::try_from(3).expect("three");
    for (question, levels) in hands {
        mixed.apply(
            Change::CountedHands(
                question,
                Counted {
                    levels,
                    ..Counted::default()
                },
            ),
            Moment(0),
        );
    }
    let markup = drawn(mixed, &[Change::WentTo(Stage::Choose)], choose);
    assert!(
        markup.contains("Start with “Debate and experiments”")
            && markup.contains("are left out of the first and the third door"),
        "{markup}"
    );
}

#[test]
fn the_chosen_area_has_its_links_and_its_experiments() {
    let workshop = quick();
    let mut seen = workshop.clone();
    seen.apply(Change::WentTo(Stage::Reveal), Moment(0));
    let standings = seen.standings(&pack().checklist);
    let choice = Change::Chose(Some(chosen(&standings, area(2), Door::LowestScore)));
    let markup = drawn(workshop.clone(), std::slice::from_ref(&choice), choose);
    assert!(
        markup.contains("We start with “Hiring for change”") && markup.contains("map-panel"),
        "{markup}"
    );
    assert_eq!(count(&markup, "data-unchoose"), 1);
    let back = [choice.clone(), Change::Chose(None)];
    assert_eq!(count(&drawn(workshop.clone(), &back, choose), "data-unchoose"), 0);
    // Ten of twelve at level 2, two below: nearest to level 2.
    let markup = drawn(workshop.clone(), std::slice::from_ref(&choice), experiment);
    assert!(markup.contains("From Now and then to Set up"), "{markup}");
    assert_eq!(count(&markup, "Use this one"), 2);
    assert!(markup.contains(">1 min</span>") && markup.contains(">5 min</span>"));
    assert!(drawn(workshop, &[], experiment).contains("Choose an area first"));
}

#[test]
fn a_review_at_another_time_is_kept_and_questioned() {
    let review = |days| Change::SetPlanDay(PlanDay::Review, Day::EPOCH.plus(days));
    let care = "This is not six to eight weeks from today";
    assert!(!drawn(quick(), &[review(42)], commit).contains(care));
    let markup = drawn(quick(), &[review(10)], commit);
    assert!(
        markup.contains(care) && markup.contains("value=\"1970-01-11\""),
        "{markup}"
    );
    let none = drawn(quick(), &[], commit);
    assert!(none.contains("Take 1970-02-12"), "{none}");
    let stop = |day: &str| Change::SetPlanDay(PlanDay::Stop, day.parse().ok());
    let early = drawn(quick(), &[stop("1970-01-20"), review(10)], commit);
    assert!(
        early.contains("before the experiment is over") && !early.contains(care),
        "{early}"
    );
    let mut seen = quick();
    seen.apply(Change::WentTo(Stage::Reveal), Moment(0));
    let standings = seen.standings(&pack().checklist);
    let choice = Change::Chose(Some(chosen(&standings, area(2), Door::LowestScore)));
    for (day, past) in [("1969-12-31", true), ("1970-01-01", false)] {
        let markup = drawn(quick(), &[choice.clone(), stop(day)], experiment);
        assert_eq!(markup.contains("This day has passed"), past, "{markup}");
    }
}

#[test]
fn the_report_leads_to_the_sheet() {
    let markup = drawn(quick(), &[], report);
    assert!(
        markup.contains("href=\"#/workshop/0000000000000001/sheet\""),
        "{markup}"
    );
    assert!(markup.contains("No area was talked about."));
}
