//! Questions to be read out, in one language or two; the code beside a break; what the last session promised.

use super::*;
use crate::app::compile::compile;
use crate::app::pack::Pack;
use crate::domain::calendar::Moment;
use crate::domain::workshop::promise::{Came, Promise};
use crate::domain::workshop::rehearsal::{Crowd, Rehearsal};
use crate::ui::components::room::pages::{Page, pages};

fn arabic() -> Pack {
    let words = include_str!("../../../../../assets/ar.toml");
    compile("ar", include_str!("../../../../../assets/checklist.toml"), words).expect("the words")
}

fn wall(workshop: &Workshop, page: usize) -> Wall {
    Wall {
        page,
        also: Language::new("ar"),
        ..Wall::of(workshop, &pack().checklist)
    }
}

/// A page of a room that reads Arabic, too.
fn both(workshop: &Workshop, also: &Pack, page: usize) -> String {
    let store = store(State::prerendered());
    let wall = parse(ID, &write(&wall(workshop, page))).expect("a message");
    rendered(
        View::new(&store, &wall, Html::default())
            .with(Some(also))
            .screen(),
    )
}

fn escaped(text: &str) -> String {
    text.replace('\'', "&#x27;")
}

#[test]
fn every_question_that_is_open_has_its_pages_wherever_hands_are_counted() {
    let mut workshop = voted();
    workshop.settings.shape = Shape::new(Depth::Full, KnowDo::Included);
    let store = store(State::prerendered());
    let asked = workshop
        .settings
        .shape
        .questions(&store.pack.checklist)
        .expect("49");
    for stage in [Stage::Invite, Stage::Vote] {
        let workshop = at(workshop.clone(), &[Change::WentTo(stage)]);
        let pages = pages(&store, None, &Wall::of(&workshop, &store.pack.checklist));
        assert_eq!(pages.first(), Some(&Page::Whole), "{stage:?}");
        let rows = pages.iter().filter_map(|page| match page {
            Page::Question(question, rows) => Some(rows.clone().map(|row| (*question, row))),
            _ => None,
        });
        let rows: Vec<_> = rows.flatten().collect();
        let every = asked
            .iter()
            .flat_map(|question| (0..6).map(|row| (*question, row)));
        assert_eq!(rows, every.collect::<Vec<_>>(), "{stage:?}");
    }
    let closed = at(workshop, &[Change::WentTo(Stage::Close)]);
    assert_eq!(
        pages(&store, None, &Wall::of(&closed, &store.pack.checklist)),
        [Page::Whole]
    );
}

#[test]
fn a_room_of_two_languages_reads_the_question_and_its_levels_in_both() {
    let (english, arabic) = (pack(), arabic());
    let mut workshop = voted();
    workshop.apply(Change::ChoseTopics(vec![area(1)]), Moment(0));
    workshop.apply(Change::WentTo(Stage::Discuss), Moment(0));
    let of = |pack: &Pack| {
        let question = QuestionId::Anchored(area(1));
        let options = pack
            .words
            .options(&pack.checklist, question)
            .map(|option| escaped(&option));
        options
            .into_iter()
            .chain([escaped(&pack.words.prompt(question))])
            .collect::<Vec<_>>()
    };
    let store = store(State::prerendered());
    let count = pages(&store, Some(&arabic), &wall(&workshop, 0)).len();
    assert!(count > 2, "what does not fit stands on the next page");
    let shown: String = (1..count).map(|page| both(&workshop, &arabic, page)).collect();
    for text in of(&english).iter().chain(&of(&arabic)) {
        assert!(shown.contains(&**text), "{text}");
    }
    holds(&shown, &["lang=\"ar\" dir=\"rtl\""]);
    let alone: String = (0..3)
        .map(|page| drawn_page(&workshop, page, Moment(0)))
        .collect();
    for text in of(&arabic) {
        assert!(!alone.contains(&text), "{text}");
    }
    // The picture of the votes has the area and its levels in both.
    let votes = both(&workshop, &arabic, 0);
    for pack in [&english, &arabic] {
        assert!(
            votes.contains(&escaped(&pack.words.level(Level::SetUp))),
            "{votes}"
        );
        let name = pack.words.area(area(1), crate::app::words::AreaWord::Name);
        assert!(votes.contains(&escaped(&name)), "{votes}");
    }
}

#[test]
fn a_room_of_two_languages_reads_areas_and_levels_in_both_at_the_reveal() {
    let (english, arabic) = (pack(), arabic());
    let workshop = at(voted(), &[Change::WentTo(Stage::Reveal)]);
    let strips = both(&workshop, &arabic, 1);
    for pack in [&english, &arabic] {
        for number in 1..=2 {
            let name = pack.words.area(area(number), crate::app::words::AreaWord::Name);
            assert!(strips.contains(&escaped(&name)), "{name}");
        }
        let level = pack.words.level(Level::RenewingItself);
        assert!(strips.contains(&*level), "{level}");
    }
    assert_eq!(
        strips.matches("class=\"wall-strip\"").count(),
        2,
        "two names take the place of a third area"
    );
    assert!(both(&workshop, &arabic, 99).contains("Page 8 of 8"));
}

#[test]
fn in_a_break_whoever_comes_may_take_part_in_the_vote_that_is_open() {
    let began = Change::BeganBreak(None);
    let second = [
        Change::WentTo(Stage::Reveal),
        Change::ChoseTopics(vec![area(1)]),
        Change::WentTo(Stage::Discuss),
        Change::OpenedSecondVote,
    ];
    let open = [
        at(voted(), &[]),
        at(voted(), &[Change::WentTo(Stage::Vote)]),
        at(voted(), &second),
    ];
    for workshop in open {
        let pause = drawn(&at(workshop.clone(), std::slice::from_ref(&began)));
        assert!(
            pause.contains("wall-corner") && pause.contains("class=\"qr\""),
            "{pause}"
        );
        let blank = drawn(&at(workshop, &[Change::Blanked(true)]));
        lacks(&blank, &["wall-corner", "class=\"qr\""]);
    }
    let closed = drawn(&at(voted(), &[Change::WentTo(Stage::Close), began]));
    lacks(&closed, &["wall-corner"]);
}

#[test]
fn a_rehearsal_is_marked_on_every_page_in_a_break_and_on_a_blank_one() {
    let mut workshop = voted();
    let covers = [
        Change::Blanked(false),
        Change::Blanked(true),
        Change::BeganBreak(None),
    ];
    for cover in &covers {
        lacks(
            &drawn(&at(workshop.clone(), std::slice::from_ref(cover))),
            &["REHEARSAL"],
        );
    }
    workshop.rehearsal = Some(Rehearsal {
        crowd: Crowd::Five,
        seed: 1,
    });
    for cover in covers {
        let markup = drawn(&at(workshop.clone(), &[cover]));
        assert_eq!(markup.matches("REHEARSAL").count(), 1, "{markup}");
    }
}

#[test]
fn a_promise_is_followed_by_four_answers_to_what_came_of_it() {
    let mut workshop = voted();
    let promise = Promise {
        held: Moment(0),
        area: area(4),
        experiment: "Two trials a month".to_owned(),
        counted: String::new(),
        owner: "Ana".to_owned(),
        stop: None,
        review: None,
        came: None,
        learned: String::new(),
    };
    let answers = [
        "It was done",
        "It is still running",
        "It was dropped",
        "It did not start",
    ];
    workshop.promise = Some(promise.clone());
    let first = drawn(&workshop);
    holds(
        &first,
        &["Last time we promised", "Two trials a month", "Ana sees to it."],
    );
    lacks(&first, &answers);
    let open = drawn_page(&workshop, 1, Moment(0));
    holds(&open, &answers);
    holds(&open, &["What came of it?"]);
    lacks(&open, &["aria-current", "●"]);
    workshop.promise = Some(Promise {
        came: Some(Came::Running),
        learned: "Ask earlier".to_owned(),
        ..promise
    });
    let said = drawn_page(&workshop, 1, Moment(0));
    holds(&said, &answers);
    holds(&said, &["Ask earlier"]);
    assert_eq!(
        (said.matches("aria-current").count(), said.matches("○").count()),
        (1, 3)
    );
    let chosen = said.split("aria-current").nth(1).unwrap_or_default();
    assert!(
        chosen.find("still running") < chosen.find("dropped") && chosen.contains("still running"),
        "{said}"
    );
    assert!(drawn_page(&workshop, 2, Moment(0)).contains("Take part"));
}
