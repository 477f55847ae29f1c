//! The first load has the words of everything that it can draw, and no others.

use super::{ID, assessment, at, draw, pack, state};
use oxymoron::app::chunk::{ByChunk, LoadState};
use oxymoron::app::pack::Pack;
use oxymoron::app::state::{
    Arrival, RawReason, RawRecord, SaveState, Startup, State, StorageState, Undo, WriteError,
};
use oxymoron::app::text::{Text, keys};
use oxymoron::domain::assessment::{Assessment, AssessmentId, KnowDo};
use oxymoron::domain::checklist::Depth;
use oxymoron::domain::code::{ResponseId, Serial, WorkshopId};
use oxymoron::domain::record::{Key, write_ticket};
use oxymoron::domain::stamp::{Revision, Stamped};
use oxymoron::domain::workshop::ticket::{Ending, Ticket};

/// The screens that come later, and what stands in for each until then.
const LATER: [(&str, Text); 10] = [
    ("#/results/00000000000000aa", Text::HeadingResults),
    ("#/plan/00000000000000aa", Text::HeadingPlan),
    ("#/history", Text::HeadingHistory),
    (
        "#/compare/00000000000000aa/00000000000000bb",
        Text::HeadingCompare,
    ),
    (
        "#/compare/00000000000000aa/00000000000000bb/views",
        Text::HeadingViews,
    ),
    ("#/method", Text::HeadingMethod),
    ("#/privacy", Text::HeadingPrivacy),
    ("#/data", Text::HeadingData),
    ("#/take", Text::HeadingExchange),
    ("#/workshop", Text::HeadingWorkshop),
];

/// Said when it happens, and drawn nowhere.
const HEARD: [&str; 2] = ["assess.cleared", "notice.undone"];
/// Said in the window's title alone, which is not rendered here.
const IN_THE_TITLE: [&str; 2] = ["site.title", "home.document"];

fn first_part() -> Pack {
    Pack::from_text(&pack().to_text()).unwrap()
}

/// All know-do steps as well.
fn long(depth: Depth, answers: &[(&str, &str)]) -> Assessment {
    let mut long = assessment(answers);
    long.depth = Stamped::new(depth, Revision(1));
    long.know_do = Stamped::new(KnowDo::Included, Revision(1));
    long
}

/// The first so many areas.
fn answered(count: usize) -> Assessment {
    let ids: Vec<_> = (1..=count).map(|number| format!("A{number:02}")).collect();
    let answers: Vec<_> = ids.iter().map(|id| (&**id, "3")).collect();
    assessment(&answers)
}

fn other(answers: &[(&str, &str)]) -> Assessment {
    let mut other = assessment(answers);
    other.id = AssessmentId(0xbb);
    other
}

fn first_screens() -> Vec<State> {
    let mut list = vec![State::prerendered()];
    let mut returning = state("#/", answered(12));
    returning.startup = Startup::Ready;
    returning
        .assessments
        .insert(AssessmentId(0xbb), other(&[("A01", "2")]));
    returning.draft = Some(ID);
    list.push(returning.clone());
    list.push(for_a_workshop(returning));
    list
}

/// The same device, where the assessment was answered for a workshop and is not kept yet.
fn for_a_workshop(mut state: State) -> State {
    let workshop = WorkshopId(0xabcd);
    let ticket = Ticket {
        workshop,
        revision: Revision(1),
        invite: "oxyi.A".to_owned(),
        response: ResponseId(5),
        role: None,
        assessment: ID,
        ending: Ending::Open,
        serial: Serial::NONE,
        codes: vec![],
        again: vec![],
    };
    let (text, reason) = (write_ticket(&ticket), RawReason::OfWorkshop);
    state.raw_records.insert(
        Key::Ticket(workshop),
        RawRecord::new(text, reason).held_for(workshop),
    );
    state
}

#[test]
fn answers_for_a_workshop_are_one_line_that_leads_to_the_invite() {
    let mut device = state("#/", answered(12));
    device.startup = Startup::Ready;
    let page = draw(first_part(), device.clone());
    assert!(
        page.contains("#/results/00000000000000aa") && page.contains("has never left this device"),
        "{page}"
    );
    let held = draw(first_part(), for_a_workshop(device));
    assert!(
        held.contains("<a href=\"#/join/oxyi.A\">Your answers to the workshop of"),
        "{held}"
    );
    for gone in [
        "#/results/",
        "Delete:",
        "has never left this device",
        "All 12 answered",
    ] {
        assert!(!held.contains(gone), "{gone}: {held}");
    }
    let step = draw(first_part(), for_a_workshop(state(&at("A12"), answered(12))));
    assert!(
        step.contains("To my answer code") && !step.contains("See the result"),
        "{step}"
    );
    for decided in ["name=\"depth\"", "type=\"checkbox\"", "<textarea"] {
        assert!(!step.contains(decided), "{decided}: {step}");
    }
}

#[test]
fn the_way_on_comes_before_what_erases() {
    let page = draw(first_part(), State::prerendered());
    let place = |what: &str| page.find(what).unwrap();
    assert!(place("#/continue") < place("class=\"clear\""), "{page}");
}

fn steps() -> Vec<State> {
    let mut list = vec![for_a_workshop(state(&at("A11"), answered(4)))];
    for depth in [Depth::Quick, Depth::Full] {
        for step in pack().checklist.areas {
            list.push(state(&at(&step.id.to_string()), long(depth, &[("A12", "x")])));
        }
        for number in 1..=7 {
            list.push(state(&at(&format!("K{number}")), long(depth, &[])));
        }
    }
    for count in [11, 12] {
        list.push(state(&at("A12"), answered(count)));
    }
    for code in ["3", "0", "x"] {
        let mut next = assessment(&[]);
        next.previous = Stamped::new(Some(AssessmentId(0xbb)), Revision(1));
        let mut state = state(&at("A02"), next);
        state
            .assessments
            .insert(AssessmentId(0xbb), other(&[("A02", code)]));
        list.push(state);
    }
    let mut wordy = assessment(&[]);
    let area = pack().checklist.areas[0].id;
    wordy
        .notes
        .insert(area, Stamped::new("x".repeat(2000), Revision(1)));
    list.push(state(&at("A01"), wordy));
    list
}

fn notices() -> Vec<State> {
    let mut list = Vec::new();
    let failures = [
        WriteError::Full,
        WriteError::Refused,
        WriteError::Changed,
        WriteError::Newer,
    ];
    let saves = [SaveState::Untouched, SaveState::Saved, SaveState::InMemory];
    for save in saves.into_iter().chain(failures.map(SaveState::Failed)) {
        let mut state = state(&at("A01"), assessment(&[]));
        state.save = save;
        list.push(state);
    }
    let raw = |reason| RawRecord::new("x".to_owned(), reason);
    let arrival = Arrival::Raw(Key::Assessment(ID));
    for count in [1, 2] {
        let mut troubled = state("#/", assessment(&[]));
        troubled.storage = StorageState::Blocked;
        let newer = Key::Unknown("c".to_owned());
        troubled.raw_records.insert(newer, raw(RawReason::Newer));
        for name in ["a", "b"].into_iter().take(count) {
            let damaged = Key::Quarantine(name.to_owned());
            troubled.raw_records.insert(damaged, raw(RawReason::Damaged));
        }
        let mut deleted = state("#/", assessment(&[]));
        deleted.undo = Undo {
            assessments: vec![assessment(&[]); count],
            ..Undo::default()
        };
        let mut arrived = state("#/", assessment(&[]));
        arrived.undo.arrived = vec![arrival.clone(); count];
        list.extend([troubled, deleted, arrived]);
    }
    list
}

fn dead_ends() -> Vec<State> {
    [
        "#/nowhere",
        "#/assess/00000000000000cc/A01",
        "#/next/00000000000000cc",
    ]
    .map(|route| state(route, assessment(&[])))
    .into()
}

/// All that can be drawn without the later part.
fn drawn_first() -> Vec<State> {
    [first_screens(), steps(), notices(), dead_ends()].concat()
}

/// A later screen before it is here, and when it has not come.
fn drawn_instead(route: &str) -> [String; 2] {
    [LoadState::Coming, LoadState::Missing].map(|later| {
        let mut state = state(route, assessment(&[]));
        state.chunks = ByChunk {
            assessment: later,
            archive: later,
            workshop: later,
        };
        draw(first_part(), state)
    })
}

#[test]
fn a_first_screen_says_the_same_without_the_later_words() {
    for state in drawn_first() {
        let first = draw(first_part(), state.clone());
        assert_eq!(first, without_coming_back(&draw(pack(), state)));
    }
}

/// The one part of a first screen that comes later, with what stands there until then in its place.
fn without_coming_back(page: &str) -> String {
    let Some((before, rest)) = page.split_once("<section aria-labelledby=\"return\"") else {
        return page.to_owned();
    };
    let (_, after) = rest.split_once("</section>").unwrap();
    let waiting = draw(first_part(), State::prerendered());
    let start = waiting.find("<p class=\"welcome-back\">").unwrap();
    let line = waiting[start..].split_inclusive("</p>").next().unwrap();
    [before, line, after].concat()
}

#[test]
fn a_later_screen_is_not_drawn_without_its_words_and_is_named() {
    for (route, heading) in LATER {
        let heading = format!("<h1 tabindex=\"-1\">{}</h1>", pack().texts.get(heading));
        assert!(heading.len() > "<h1 tabindex=\"-1\"></h1>".len(), "{route}");
        for page in drawn_instead(route) {
            assert!(
                page.contains(&heading) && page.contains("aria-busy"),
                "{route}: {page}"
            );
        }
    }
}

#[test]
fn the_first_load_has_no_words_that_nobody_reads_there() {
    let mut pages: Vec<_> = drawn_first()
        .into_iter()
        .map(|state| draw(first_part(), state))
        .collect();
    pages.extend(LATER.iter().flat_map(|(route, _)| drawn_instead(route)));
    let said = |text: &str| {
        let text = text.replace('&', "&amp;");
        let fixed: Vec<_> = text.split(['{', '}']).step_by(2).collect();
        let in_page = |page: &String| fixed.iter().all(|part| page.contains(part));
        pages.iter().any(in_page)
    };
    let texts = first_part().texts.first;
    let unsaid: Vec<_> = keys()
        .zip(&texts)
        .filter(|(key, text)| {
            !IN_THE_TITLE.contains(&key.as_str()) && !HEARD.contains(&key.as_str()) && !said(text)
        })
        .map(|(key, _)| key)
        .collect();
    assert_eq!(
        unsaid,
        Vec::<String>::new(),
        "these belong behind `later` in src/app/text/names.rs"
    );
}
