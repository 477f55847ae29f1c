//! Screens and components, rendered natively as the prerendering does it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod contrast;
mod first_load;

use oxymoron::app::chunk::LoadState;
use oxymoron::app::compile::compile;
use oxymoron::app::pack::Pack;
use oxymoron::app::platform::NoPlatform;
use oxymoron::app::route::Route;
use oxymoron::app::state::{
    Arrival, DigitKeys, RawReason, RawRecord, SaveState, Startup, State, StorageState, Undo, WriteError,
};
use oxymoron::app::text::Text;
use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::{Assessment, AssessmentId, KnowDo};
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::{Depth, Step};
use oxymoron::domain::question::QuestionId;
use oxymoron::domain::record::{Key, Settings};
use oxymoron::domain::stamp::{Revision, Stamped};
use oxymoron::ui::app::{App, AppProps};
use oxymoron::ui::chunks;
use oxymoron::ui::components::waiting::waiting;
use oxymoron::ui::store::StoreHandle;
use std::rc::Rc;
use yew::{Callback, Html, Properties, component};

const ID: AssessmentId = AssessmentId(0xaa);

thread_local! {
    /// Compiled once for each test, which asks for it at every turn.
    static PACK: Pack = {
        let checklist = include_str!("../../assets/checklist.toml");
        compile("en", checklist, include_str!("../../assets/en.toml")).unwrap()
    };
}

fn pack() -> Pack {
    PACK.with(Pack::clone)
}

fn assessment(answers: &[(&str, &str)]) -> Assessment {
    let mut assessment = Assessment::new(ID, pack().checklist.version, Moment(0));
    for (question, code) in answers {
        let answer = Choice::from_code(code).unwrap().answer(None);
        let question: QuestionId = question.parse().unwrap();
        assessment
            .answers
            .insert(question, Stamped::new(Some(answer), Revision(1)));
    }
    assessment
}

fn state(route: &str, assessment: Assessment) -> State {
    let mut state = State::prerendered();
    state.route = match Route::parse(route) {
        Route::Assess(id, Some(Step::Pair(pair))) => {
            Route::Assess(id, Some(pack().checklist.step_of_pair(pair)))
        }
        route => route,
    };
    state.assessments.insert(ID, assessment);
    state
}

fn page(state: State) -> String {
    draw(pack(), state)
}

fn draw(pack: Pack, state: State) -> String {
    let store = StoreHandle(Rc::new(chunks::store(pack, state, NoPlatform::default())));
    let props = AppProps {
        store,
        alive: Callback::noop(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let app = yew::LocalServerRenderer::<App>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, app.render())
}

fn at(step: &str) -> String {
    format!("#/assess/{ID}/{step}")
}

/// How often a text stands in a page.
fn count(page: &str, text: &str) -> usize {
    page.matches(text).count()
}

#[test]
fn the_first_screen_asks_the_first_question_with_real_radio_buttons() {
    let page = page(State::prerendered());
    assert_eq!(
        count(&page, "type=\"radio\" name=\"A01\""),
        6,
        "five levels and can't tell"
    );
    assert_eq!(count(&page, "<h1"), 1);
    assert_eq!(count(&page, "checked"), 1, "the colours and nothing else");
}

#[test]
fn the_first_screen_is_the_same_whoever_opens_it() {
    assert_eq!(page(State::prerendered()), page(State::prerendered()));
    assert!(
        !page(State::prerendered()).contains(" style="),
        "the policy forbids style attributes"
    );
}

#[test]
fn a_chosen_answer_is_checked_and_can_be_cleared() {
    let page = page(state(&at("A03"), assessment(&[("A03", "4")])));
    let radio = page
        .split("<input")
        .find(|tag| tag.contains("name=\"A03\"") && tag.contains("checked"));
    assert!(radio.is_some_and(|tag| tag.contains("value=\"4\"")), "{page}");
    let clear = page
        .split("<button")
        .find(|tag| tag.contains("class=\"clear\""))
        .unwrap();
    assert!(!clear.contains("disabled"), "{clear}");
}

#[test]
fn only_two_areas_may_not_apply_and_a_reason_is_asked_for() {
    let open = |step: &str| page(state(&at(step), assessment(&[])));
    for number in 1..=12 {
        let id = format!("A{number:02}");
        let offered = open(&id).contains("value=\"x\"");
        assert_eq!(offered, ["A02", "A12"].contains(&id.as_str()), "{id}");
    }
    let page = page(state(&at("A12"), assessment(&[("A12", "x")])));
    assert!(page.contains("autocomplete=\"off\""), "a field for the reason");
}

#[test]
fn full_asks_three_questions_unless_the_area_does_not_apply() {
    let full = |answers: &[(&str, &str)]| {
        let mut assessment = assessment(answers);
        assessment.depth = Stamped::new(Depth::Full, Revision(1));
        page(state(&at("A02"), assessment))
    };
    assert_eq!(count(&full(&[]), "<fieldset class=\"question\""), 3);
    assert_eq!(count(&full(&[("A02", "x")]), "<fieldset class=\"question\""), 1);
}

#[test]
fn the_progress_says_where_one_is_what_is_open_and_how_long_it_takes() {
    let answers: Vec<_> = (1..=6).map(|n| (format!("A{n:02}"), "3")).collect();
    let answers: Vec<_> = answers.iter().map(|(id, code)| (id.as_str(), *code)).collect();
    let page = page(state(&at("A07"), assessment(&answers)));
    assert!(page.contains("Area 7 of 12"), "{page}");
    assert!(
        page.contains("about 2 minutes left"),
        "six questions of 17 seconds"
    );
    assert_eq!(count(&page, "step-answered"), 6);
    assert_eq!(count(&page, "aria-current=\"step\""), 1);
}

#[test]
fn the_know_do_check_adds_seven_steps() {
    let mut included = assessment(&[]);
    included.know_do = Stamped::new(KnowDo::Included, Revision(1));
    let page = page(state(&at("K6"), included));
    assert_eq!(count(&page, "class=\"step\""), 19);
    assert!(page.contains("Step 19 of 19"), "{page}");
}

#[test]
fn what_is_said_about_saving_is_what_happened() {
    let said = |save| {
        let mut state = state(&at("A01"), assessment(&[]));
        state.save = save;
        page(state)
    };
    let cases = [
        (SaveState::Saved, "Saved in this browser", false),
        (
            SaveState::InMemory,
            "Not saved: this browser stores nothing",
            true,
        ),
        (SaveState::Failed(WriteError::Full), "storage is full", true),
        (
            SaveState::Failed(WriteError::Refused),
            "the browser refused",
            true,
        ),
        (
            SaveState::Failed(WriteError::Changed),
            "stored something else",
            true,
        ),
        (SaveState::Failed(WriteError::Newer), "newer version", true),
    ];
    for (save, words, alarming) in cases {
        let page = said(save);
        assert!(page.contains(words), "{save:?}");
        assert_eq!(page.contains("save-failed"), alarming, "{save:?}");
    }
}

#[test]
fn last_times_answer_stands_beside_the_question_and_is_not_chosen() {
    let shown = |code: &str, route: &str| {
        let mut next = assessment(&[]);
        next.previous = Stamped::new(Some(AssessmentId(0xbb)), Revision(1));
        let mut state = state(route, next);
        let mut before = assessment(&[("A02", code)]);
        before.id = AssessmentId(0xbb);
        state.assessments.insert(before.id, before);
        page(state)
    };
    for (code, words) in [
        ("3", "Last time: level 3<"),
        ("0", "Last time: can’t tell<"),
        ("x", "Last time: does not apply<"),
    ] {
        let page = shown(code, &at("A02"));
        assert_eq!(count(&page, words), 1, "{words}");
        let chosen = page
            .split("<input")
            .find(|tag| tag.contains("name=\"A02\"") && tag.contains("checked"));
        assert_eq!(chosen, None);
    }
    assert_eq!(
        count(&shown("3", &at("A01")), "Last time"),
        0,
        "it had no answer there"
    );
}

#[test]
fn the_way_to_look_back_is_there_from_the_second_record_on() {
    let mut state = state("#/", assessment(&[("A01", "3")]));
    assert_eq!(count(&page(state.clone()), "#/history"), 0);
    let mut other = assessment(&[]);
    other.id = AssessmentId(0xbb);
    state.assessments.insert(other.id, other);
    assert_eq!(count(&page(state), "href=\"#/history\""), 1);
}

#[test]
fn what_people_type_is_text_and_nothing_else() {
    let mut typed = assessment(&[("A01", "1")]);
    typed.subject = Stamped::new("<script>alert(1)</script>".to_owned(), Revision(1));
    for route in [
        "#/",
        "#/data",
        "#/history",
        &at("A01"),
        &format!("#/results/{ID}"),
    ] {
        let page = page(state(route, typed.clone()));
        assert!(!page.contains("<script"), "{route}");
    }
}

#[test]
fn notices_say_what_cannot_be_stored_or_read() {
    let mut state = state("#/", assessment(&[]));
    assert_eq!(count(&page(state.clone()), "class=\"notice\""), 0);
    state.storage = StorageState::Blocked;
    let raw = |reason| RawRecord::new("x".to_owned(), reason);
    state
        .raw_records
        .insert(Key::Quarantine("a".to_owned()), raw(RawReason::Damaged));
    state
        .raw_records
        .insert(Key::Quarantine("b".to_owned()), raw(RawReason::Damaged));
    state
        .raw_records
        .insert(Key::Unknown("c".to_owned()), raw(RawReason::Newer));
    let page = page(state);
    assert_eq!(count(&page, "class=\"notice\""), 3);
    assert!(page.contains("2 records on this device"), "{page}");
}

#[test]
fn a_deletion_offers_undo() {
    let mut state = state("#/", assessment(&[]));
    assert!(!page(state.clone()).contains("class=\"undo\""));
    state.undo = Undo {
        assessments: vec![assessment(&[])],
        ..Undo::default()
    };
    assert!(page(state).contains("One record deleted"));
}

#[test]
fn what_a_file_brought_in_is_offered_to_be_taken_back() {
    let mut state = state("#/", assessment(&[("A01", "5")]));
    let arrival = Arrival::Raw(Key::Assessment(ID));
    state.undo.arrived = vec![arrival.clone(), arrival];
    assert!(page(state).contains("2 records brought in."));
}

#[test]
fn what_was_made_is_called_so_and_not_what_a_file_brought() {
    let mut state = state("#/", assessment(&[("A01", "5")]));
    state.undo.arrived = vec![Arrival::Raw(Key::Assessment(ID)); 10];
    state.undo.made = Some(Text::RoomsMadeMany);
    let page = page(state);
    assert!(page.contains("10 rooms made. You can undo"), "{page}");
    assert!(!page.contains("brought in"));
}

#[test]
fn the_way_out_and_in_says_when_everything_last_left() {
    let mut state = state("#/take", assessment(&[("A01", "5")]));
    let markup = page(state.clone());
    assert!(markup.contains("No copy of everything has left this device yet."));
    assert!(markup.contains("type=\"file\"") && markup.contains("Ask this browser to keep them"));
    assert!(!markup.contains("What is inside"));
    state.backup.leaves(ID, Moment(2));
    let one_came_from_a_file = page(state.clone());
    assert!(one_came_from_a_file.contains("No copy of everything has left this device yet."));
    state.backup.everything = Some(Moment(1));
    assert!(page(state).contains("Last copy taken out: "));
}

#[test]
fn only_a_finished_assessment_without_a_copy_is_mentioned() {
    let all: Vec<_> = (1..=12).map(|number| format!("A{number:02}")).collect();
    let all: Vec<_> = all.iter().map(|question| (&**question, "3")).collect();
    let mentioned = |mut state: State| {
        state.startup = Startup::Ready;
        page(state).contains("has never left this device")
    };
    assert!(mentioned(state("#/", assessment(&all))));
    assert!(!mentioned(state("#/", assessment(&all[1..]))));
    let mut copied = state("#/", assessment(&all));
    copied.backup.leaves(ID, Moment(1));
    assert!(!mentioned(copied));
}

#[test]
fn a_full_device_is_offered_a_copy_and_the_way_to_delete() {
    let mut state = state("#/method", assessment(&[]));
    state.save = SaveState::Failed(WriteError::Full);
    let markup = page(state);
    let notice = markup.split("storage is full").nth(1).expect("a notice");
    assert!(
        notice.contains("Download my data") && notice.contains("href=\"#/data\""),
        "{notice}"
    );
}

#[test]
fn my_data_lists_every_record_with_its_size() {
    let mut state = state("#/data", assessment(&[("A01", "5")]));
    let key = Key::Quarantine("assessment/1".to_owned());
    state
        .raw_records
        .insert(key.clone(), RawRecord::new("four".to_owned(), RawReason::Damaged));
    let page = page(state);
    assert_eq!(count(&page, "<code translate=\"no\">"), 2);
    assert!(
        page.contains(&format!("{} bytes", key.to_string().len() + 4)),
        "{page}"
    );
}

#[test]
fn the_method_prints_the_figures_of_the_rules() {
    let page = page(state("#/method", assessment(&[])));
    for figure in [
        "0.63 levels",
        "1.75 levels",
        "0.37 levels",
        "1.01 levels",
        "6.6 points",
        "18.3 points",
        "5.6 points",
        "15.5 points",
    ] {
        assert!(page.contains(figure), "{figure} is missing");
    }
}

#[test]
fn an_unknown_address_and_a_deleted_assessment_get_a_plain_sentence() {
    let unknown = page(state("#/nowhere", assessment(&[])));
    assert!(unknown.contains("#/nowhere"), "{unknown}");
    let gone = page(state("#/assess/00000000000000bb/A01", assessment(&[])));
    assert!(gone.contains("not on this device"), "{gone}");
}

#[test]
fn the_digit_keys_can_be_switched_off() {
    let mut state = state(&at("A01"), assessment(&[]));
    let on = count(&page(state.clone()), "checked");
    state.settings = Some(Settings {
        digit_keys: DigitKeys::Off,
        ..Settings::DEFAULT
    });
    assert_eq!(count(&page(state), "checked"), on - 1);
}

#[test]
fn every_screen_has_one_heading_of_the_first_rank() {
    for route in [
        "#/",
        "#/method",
        "#/privacy",
        "#/data",
        "#/x",
        &at("A01"),
        &at("K6"),
        &format!("#/plan/{ID}"),
    ] {
        let mut included = assessment(&[("A01", "3")]);
        included.know_do = Stamped::new(KnowDo::Included, Revision(1));
        assert_eq!(count(&page(state(route, included)), "<h1"), 1, "{route}");
    }
}

#[derive(PartialEq, Properties)]
struct Drawn {
    html: Html,
}

#[component]
fn Screen(props: &Drawn) -> Html {
    props.html.clone()
}

#[test]
fn a_screen_that_is_not_here_says_whether_it_is_coming() {
    let screen = |later| {
        let store = Rc::new(chunks::store(pack(), State::prerendered(), NoPlatform::default()));
        let html = waiting(&store, &Route::Method, "Method".into(), later);
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let screen = yew::LocalServerRenderer::<Screen>::with_props(Drawn { html }).hydratable(false);
        tokio::task::LocalSet::new().block_on(&runtime, screen.render())
    };
    for later in [LoadState::Unasked, LoadState::Coming] {
        let page = screen(later);
        assert!(
            page.contains("aria-busy=\"true\"") && page.contains("<h1 tabindex=\"-1\">Method</h1>"),
            "{page}"
        );
        assert_eq!(count(&page, "<button"), 0, "{page}");
    }
    let page = screen(LoadState::Missing);
    assert!(
        page.contains("aria-busy=\"false\"") && page.contains("could not be loaded"),
        "{page}"
    );
    assert_eq!(count(&page, "<button"), 1, "{page}");
}

#[test]
fn natively_every_screen_is_here() {
    for route in ["#/method", "#/privacy", "#/data"] {
        let page = page(state(route, assessment(&[])));
        assert!(!page.contains("aria-busy"), "{page}");
    }
}

#[test]
fn what_changed_today_says_so_without_a_date() {
    let mut changed = assessment(&[("A01", "3")]);
    let home = |changed: &Assessment| {
        let mut state = state("#/", changed.clone());
        state.startup = Startup::Ready;
        page(state)
    };
    assert!(home(&changed).contains("Last changed today"));
    changed.changed = Moment(86_400_000);
    assert!(!home(&changed).contains("today"));
}
