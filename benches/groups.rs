//! What a workshop of 10,000 responses to 36 questions takes: every figure of the room, and the record.
#![allow(missing_docs)]

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::{Checklist, Depth, InstrumentVersion};
use oxymoron::domain::code::answer::{Response, RolePlace};
use oxymoron::domain::code::hands::Headcount;
use oxymoron::domain::code::invite::{Language, RoleLabel, Roles};
use oxymoron::domain::code::items::{Items, Shape};
use oxymoron::domain::code::{ResponseId, Serial, WorkshopId};
use oxymoron::domain::group::Votes;
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::group::role_gap::Margins;
use oxymoron::domain::group::sessions::session_changes;
use oxymoron::domain::level::Level;
use oxymoron::domain::record::{read_workshop, write_workshop};
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::{Agenda, Stage};
use oxymoron::domain::workshop::{Seed, Settings, Workshop};
use std::hint::black_box;

const ID: WorkshopId = WorkshopId(0x0123_4567_89ab_cdef);
const RESPONSES: usize = 10_000;
const ROLES: [&str; 6] = [
    "Seller",
    "Leader",
    "Marketing",
    "Service",
    "Operations",
    "Product",
];

fn checklist() -> Option<Checklist> {
    toml::from_str(include_str!("../assets/checklist.toml")).ok()
}

fn full() -> Shape {
    Shape::new(Depth::Full, KnowDo::LeftOut)
}

fn blank() -> Option<Workshop> {
    let labels: Result<Vec<_>, _> = ROLES.into_iter().map(RoleLabel::new).collect();
    let settings = Settings {
        title: "All hands".to_owned(),
        shape: full(),
        roles: Roles::new(labels.ok()?).ok()?,
        minimum: MinimumGroup::STANDARD,
        present: Headcount(10_000),
        agenda: Agenda::Sixty,
        language: Language::new("en")?,
    };
    Some(Workshop::new(
        ID,
        Seed([7; 32]),
        settings,
        InstrumentVersion(1),
        Moment(0),
    ))
}

/// A sequence that repeats itself late (Knuth, MMIX): the same for every run. One answer in eight is no level; a role each, or none.
fn responses(count: usize) -> Vec<Response> {
    let mut state = 1_u64;
    let mut next = move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        state >> 33
    };
    let mut response = || {
        let id = ResponseId(next() << 32 | next());
        let role = RolePlace::new(u8::try_from(next() % 7).unwrap_or(6));
        let choice = |drawn: u64| match drawn % 40 {
            0..35 => Level::ALL
                .into_iter()
                .nth(usize::try_from(drawn % 5).unwrap_or(0))
                .map(Choice::Level),
            35..38 => Some(Choice::CannotTell),
            38 => Some(Choice::NotApplicable),
            _ => None,
        };
        let row = (0..full().length()).map(|_| choice(next())).collect();
        let items = Items::new(full(), row)?;
        Some(Response {
            id,
            serial: Serial(1),
            role,
            items,
        })
    };
    (0..count).filter_map(|_| response()).collect()
}

fn with(count: usize) -> Option<Workshop> {
    let mut workshop = blank()?;
    workshop.receive(responses(count));
    Some(workshop)
}

fn groups(criterion: &mut Criterion) {
    let (Some(checklist), Some(mut workshop)) = (checklist(), with(RESPONSES)) else {
        return;
    };
    workshop.apply(Change::WentTo(Stage::Reveal), Moment(1));
    assert_eq!(workshop.first.responses().len(), RESPONSES);
    criterion.bench_function("every figure of a room of 10,000", |bench| {
        bench.iter(|| black_box(&workshop).room(&checklist));
    });
}

/// Twelve areas of fifty and fifty votes, all levels used: what a comparison of two large workshops takes.
fn sessions(criterion: &mut Criterion) {
    let votes = |shift: u32| Votes::new([12 - shift, 11, 10, 9, 8 + shift]);
    let page: Vec<_> = (0..12).map(|area| Some((votes(0), votes(area % 6)))).collect();
    assert!(
        page.iter()
            .flatten()
            .all(|(one, other)| one.total() == 50 && other.total() == 50)
    );
    criterion.bench_function("twelve areas of 50 and 50 votes compared", |bench| {
        bench.iter(|| session_changes(black_box(&page)));
    });
}

/// Whether a word about one role of a hundred people leaves everybody hidden.
fn roles(criterion: &mut Criterion) {
    let room = Margins::new(&Votes::new([18, 20, 19, 17, 16]), 10, 40);
    assert_eq!(room.map(|room| room.keeps_everybody()), Some(true));
    criterion.bench_function("a word about a role of 40 in 100", |bench| {
        bench.iter(|| black_box(room).map(|room| room.keeps_everybody()));
    });
}

fn record(criterion: &mut Criterion) {
    let Some(workshop) = with(RESPONSES) else { return };
    let text = write_workshop(&workshop);
    assert_eq!(read_workshop(ID, &text).as_ref(), Ok(&workshop));
    criterion.bench_function("write 10,000 responses", |bench| {
        bench.iter(|| write_workshop(black_box(&workshop)));
    });
    criterion.bench_function("read 10,000 responses", |bench| {
        bench.iter(|| read_workshop(ID, black_box(&text)));
    });
}

fn taking(criterion: &mut Criterion) {
    for count in [1_000, RESPONSES] {
        let fresh = responses(count);
        let blank = blank();
        criterion.bench_function(&format!("take {count} responses"), |bench| {
            bench.iter_batched(
                || (blank.clone(), fresh.clone()),
                |(workshop, fresh)| workshop.map(|mut workshop| workshop.receive(fresh)),
                BatchSize::LargeInput,
            );
        });
    }
}

criterion_group!(benches, groups, sessions, roles, record, taking);
criterion_main!(benches);
