//! Every screen in every language, drawn natively: there is something on it, and nothing of it is English.

use super::app::{App, AppProps};
use super::chunks;
use super::components::wall::View;
use super::store::{Store, StoreHandle};
use crate::app::action::Action;
use crate::app::chunk::Chunk;
use crate::app::compile::compile;
use crate::app::pack::Pack;
use crate::app::place::Place;
use crate::app::platform::NoPlatform;
use crate::app::route::Route;
use crate::app::state::{State, StorageState};
use crate::domain::code::WorkshopId;
use crate::domain::workshop::Workshop;
use crate::domain::workshop::stage::Stage;
use crate::domain::workshop::wall::Wall;
use crate::ui::charts::is_left_to_right;
use crate::ui::components::room::pages::pages;
use crate::ui::prelude::*;
use aho_corasick::AhoCorasick;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

mod pseudo;
mod questions;
mod typed;

/// Every language that has a file of words, but English.
fn languages() -> Vec<String> {
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/assets")).expect("the assets");
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let tags = names.filter_map(|name| name.strip_suffix(".toml").map(str::to_owned));
    let tags: Vec<_> = tags.filter(|tag| !matches!(&**tag, "checklist" | "en")).collect();
    assert!(tags.len() >= 5, "{tags:?}");
    tags
}

const ASSESSMENT: &str = include_str!("../../tests/fixtures/records/assessment-v3.json");
const WORKSHOP: &str = include_str!("../../tests/fixtures/records/workshop-v5.json");
const ID: &str = "0123456789abcdef";
/// A finished quick one.
const OTHER: &str = "fedcba9876543210";

const SCREENS: [&str; 26] = [
    "#/",
    "#/assess/0123456789abcdef/A01",
    "#/assess/0123456789abcdef/A02",
    "#/assess/0123456789abcdef/K1",
    "#/assess/0123456789abcdef/K6",
    "#/results/0123456789abcdef",
    "#/results/fedcba9876543210",
    "#/plan/0123456789abcdef",
    "#/plan/fedcba9876543210",
    "#/history",
    "#/compare/fedcba9876543210/0123456789abcdef",
    "#/compare/fedcba9876543210/0123456789abcdef/views",
    "#/example",
    "#/example/plan",
    "#/method",
    "#/privacy",
    "#/data",
    "#/take",
    "#/nowhere",
    "#/workshop",
    "#/workshop/0123456789abcdef",
    "#/workshop/0123456789abcdef/sheet",
    "#/workshop/0123456789abcdef/pass",
    "#/workshop/rooms",
    "#/workshop/rooms/split/0123456789abcdef",
    "#/join",
];

thread_local! {
    /// Compiled once for each test, which asks for them at every turn.
    static PACKS: RefCell<BTreeMap<String, Pack>> = const { RefCell::new(BTreeMap::new()) };
}

fn pack(language: &str) -> Pack {
    let compiled = || {
        let words = std::fs::read_to_string(format!("{}/assets/{language}.toml", env!("CARGO_MANIFEST_DIR")));
        let checklist = include_str!("../../assets/checklist.toml");
        compile(language, checklist, &words.expect("a file of words")).expect("words")
    };
    PACKS.with_borrow_mut(|packs| packs.entry(language.to_owned()).or_insert_with(compiled).clone())
}

/// Lines that somebody typed, as they stand in the records.
const LINES: [&str; 8] = [
    r#"Field sales, Köln \"north\" 🙂"#,
    r"Two sellers open first meetings in a new way.\nTwo do not.",
    r#"Follow-up meetings, \"booked\""#,
    "Zoë 🙂",
    r"Not in\nthe south",
    "If one argues against, we learn",
    "One open question in every first call",
    "Two weeks are short",
];

/// A finished quick assessment, as a record.
fn finished() -> String {
    let answers: Vec<_> = (1..=12)
        .map(|area| format!("\"A{area:02}\": [\"{}\", {area}]", area % 5 + 1))
        .collect();
    let (before, rest) = ASSESSMENT.split_once("\"answers\": {").expect("answers");
    let (_, after) = rest.split_once("},").expect("the end of the answers");
    [before, "\"answers\": {", &answers.join(", "), "},", after]
        .concat()
        .replace(ID, OTHER)
        .replace("\"full\"", "\"quick\"")
}

fn at_stage(stage: &str) -> String {
    let (before, rest) = WORKSHOP.split_once("\"stage\": \"").expect("a stage");
    let (_, after) = rest.split_once('"').expect("the end of the stage");
    [before, "\"stage\": \"", stage, "\"", after].concat()
}

fn store(language: &str, stage: &str) -> Rc<Store> {
    store_with(pack(language), stage, |record| record)
}

/// A store with the records as somebody else may have typed them.
fn store_with(pack: Pack, stage: &str, typed: fn(String) -> String) -> Rc<Store> {
    let store = Rc::new(chunks::store(pack, State::prerendered(), NoPlatform::default()));
    let entry = |key: &str, text: String| (format!("oxymoron/1/{key}"), typed(text));
    store.dispatch(Action::Booted {
        entries: vec![
            entry(&format!("assessment/{ID}"), ASSESSMENT.to_owned()),
            entry(&format!("assessment/{OTHER}"), finished()),
            entry(&format!("workshop/{ID}"), at_stage(stage)),
            entry("assessment/00000000000000aa", "{damaged".to_owned()),
        ],
        storage: StorageState::Working,
    });
    store
}

fn drawn(store: &Rc<Store>, fragment: &str) -> String {
    store.dispatch(Action::Moved(Route::parse(fragment)));
    let props = AppProps {
        store: StoreHandle(Rc::clone(store)),
        alive: Callback::noop(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without I/O");
    let renderer = yew::LocalServerRenderer::<App>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

/// Every piece of prose of a pack.
fn all(pack: &Pack) -> Vec<String> {
    let later = pack.words.later.get().expect("the later words");
    let lists = [&pack.words.scales, &later.method, &later.privacy]
        .into_iter()
        .flatten();
    let areas = pack
        .words
        .areas
        .iter()
        .chain(&later.areas)
        .map(|(_, texts)| texts);
    let pairs = pack.words.pairs.iter().map(|(_, texts)| texts);
    let texts = [
        &pack.words.context,
        &later.levels,
        &later.reasons,
        &pack.texts.first,
    ];
    let copy = [&pack.texts.later, &pack.texts.archive, &pack.texts.workshop];
    let copy = copy.map(|texts| texts.get().expect("the later copy"));
    let lists = lists.chain(areas).chain(pairs).chain(texts).chain(copy);
    lists.flatten().map(|text| text.to_string()).collect()
}

/// The attributes that are read out.
fn spoken(markup: &str) -> impl Iterator<Item = &str> {
    let spoken = ["aria-label=\"", "title=\"", "data-label=\""];
    spoken.into_iter().flat_map(move |name| {
        let behind = markup.split(name).skip(1);
        behind.filter_map(|piece| Some(piece.split_once('"')?.0))
    })
}

/// A text as it is read.
fn plain(piece: &str) -> String {
    piece
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .trim()
        .to_owned()
}

/// What stands between elements, and in the attributes that are read out.
fn said(markup: &str) -> BTreeSet<String> {
    let texts = markup
        .split('<')
        .filter_map(|piece| Some(piece.split_once('>')?.1));
    texts.chain(spoken(markup)).map(plain).collect()
}

/// English texts that may not stand on a screen of another language, as that language has others.
struct English {
    whole: Vec<String>,
    /// What stands around what is filled in.
    parts: Parts,
}

impl English {
    fn beside(language: &Pack) -> Self {
        let own: BTreeSet<String> = all(language).into_iter().collect();
        // What people typed is in whatever language they like.
        let typed = |part: &str| [ASSESSMENT, WORKSHOP].iter().any(|record| record.contains(part));
        let foreign = all(&pack("en")).into_iter();
        let foreign = foreign.filter(|text| !own.contains(text) && !typed(text));
        let (filled, whole): (Vec<_>, Vec<_>) = foreign.partition(|text| text.contains('{'));
        let whole = whole.into_iter().filter(|text| text.len() > 3).collect();
        let parts = filled
            .iter()
            .flat_map(|text| text.split(['{', '}']).step_by(2).map(str::trim));
        let parts = Parts::new(
            parts
                .filter(|part| part.len() > 5 && !typed(part))
                .map(str::to_owned),
        );
        let common = parts.within(&own);
        let parts = parts
            .texts
            .iter()
            .filter(|part| !common.contains(&***part))
            .cloned();
        Self {
            whole,
            parts: Parts::new(parts),
        }
    }

    fn on(&self, markup: &str) -> BTreeSet<&str> {
        let said = said(markup);
        let whole = self.whole.iter().filter(|text| said.contains(*text));
        let mut on = self.parts.within(&said);
        on.extend(whole.map(|text| &**text));
        on
    }
}

/// Texts that are looked for all at once.
struct Parts {
    texts: Vec<String>,
    any: AhoCorasick,
}

impl Parts {
    fn new(texts: impl Iterator<Item = String>) -> Self {
        let texts: Vec<_> = texts.collect();
        let any = AhoCorasick::new(&texts).expect("not too many");
        Self { texts, any }
    }

    /// Those that stand somewhere within others.
    fn within(&self, others: &BTreeSet<String>) -> BTreeSet<&str> {
        let found = others
            .iter()
            .flat_map(|text| self.any.find_overlapping_iter(text));
        found
            .filter_map(|found| self.texts.get(found.pattern().as_usize()).map(|text| &**text))
            .collect()
    }
}

#[test]
fn a_text_that_is_filled_is_found_by_what_stands_around() {
    let german = pack("de");
    let filled = all(&pack("en"))
        .into_iter()
        .find(|text| text.starts_with("Question {n} of"))
        .expect("such a text");
    let markup = format!("<p>{}</p>", filled.replace("{n}", "3").replace("{total}", "12"));
    assert_eq!(English::beside(&german).on(&markup), BTreeSet::from(["Question"]));
}

#[test]
fn no_screen_of_any_language_is_empty_or_has_english_on_it() {
    for language in languages() {
        let store = store(&language, "discuss");
        let english = English::beside(&store.pack);
        let id: WorkshopId = ID.parse().expect("an id");
        let invite = workshop(&store, id).invite().seal().to_string();
        let answer = format!("#/answer/{}", invite.replace("oxyi", "oxya"));
        let links = [
            answer,
            format!("#/join/{invite}"),
            format!("#/join/{invite}/2/A03"),
        ];
        let screens = SCREENS.map(str::to_owned).into_iter().chain(links);
        for fragment in screens {
            let markup = drawn(&store, &fragment);
            assert!(markup.contains("<h1"), "{language} {fragment}: {markup}");
            let english = english.on(&markup);
            assert!(english.is_empty(), "{language} {fragment}: {english:#?}");
        }
    }
}

#[test]
fn screens_need_no_words_that_come_with_others() {
    for of in [Chunk::Archive, Chunk::Workshop] {
        let without = store("en", "discuss").speak(pack_without(of));
        for fragment in SCREENS {
            let same = drawn(&without, fragment) == drawn(&store("en", "discuss"), fragment);
            assert_eq!(same, Route::parse(fragment).chunk() != Some(of), "{fragment}");
        }
    }
}

/// English with the words of every part of the app but one.
fn pack_without(part: Chunk) -> Pack {
    let whole = pack("en");
    let pack = Pack::from_text(&whole.to_text()).expect("the first words");
    for beside in Chunk::ALL
        .iter()
        .filter(|chunk| **chunk != part)
        .flat_map(|chunk| chunk.beside())
    {
        let words = whole.to_text_beside(*beside).expect("later words");
        pack.take_in(*beside, &words).expect("later words");
    }
    pack
}

/// Marks on an axis that HTML and SVG share, and the words and figures beside them.
const ON_AN_AXIS: [&str; 9] = [
    "ruler-words",
    "bars-bar",
    "dumbbell-know",
    "dumbbell-done",
    "slope-line",
    "slope-heads",
    "timeline-figure",
    "dots-marker",
    "dots-count",
];

#[test]
fn no_axis_turns_on_an_arabic_screen() {
    let store = store("ar", "discuss");
    let mut seen = BTreeSet::new();
    for fragment in SCREENS {
        let markup = drawn(&store, fragment);
        for piece in ON_AN_AXIS {
            let piece_of_class = [piece, "\""].concat();
            for (place, _) in markup.match_indices(&piece_of_class) {
                // A legend is no axis: its sample of a mark reads with the page.
                let (before, after) = markup.split_at(place);
                let legend = before
                    .rsplit("chart-legend")
                    .next()
                    .is_some_and(|behind| behind.len() < before.len() && !behind.contains("</ul>"));
                let marked = [before, "\u{1}", after].concat();
                assert!(legend || is_left_to_right(&marked, "\u{1}"), "{fragment} {piece}");
                seen.insert(piece);
            }
        }
    }
    assert!(seen.len() >= 6, "{seen:?}");
}

#[test]
fn no_stage_of_a_workshop_has_english_on_it_at_the_console_or_on_the_wall() {
    for language in languages() {
        let english = English::beside(&pack(&language));
        for stage in Stage::ALL {
            let store = store(&language, stage.name());
            let id: WorkshopId = ID.parse().expect("an id");
            let console = drawn(&store, &Place::Console(id).fragment());
            let workshop = workshop(&store, id);
            let mut wall = Wall::of(&workshop, &store.pack.checklist);
            let mut pictures = Vec::new();
            for page in 0..pages(&store, None, &wall).len().max(1) {
                wall.page = page;
                let picture = View::new(&store, &wall, Html::default()).screen();
                pictures.push(crate::ui::testing::rendered(picture));
            }
            for markup in pictures.iter().chain([&console]) {
                let english = english.on(markup);
                assert!(english.is_empty(), "{language} {stage:?}: {english:#?}");
            }
        }
    }
}

fn workshop(store: &Store, id: WorkshopId) -> Rc<Workshop> {
    let state = store.state();
    let raw = state.raw_records.get(&crate::domain::record::Key::Workshop(id));
    raw.and_then(|raw| raw.workshop(id).ok()).expect("the workshop")
}
