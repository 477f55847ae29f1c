//! The time to find 1,000 answer codes in a chat log and to open them, to draw a code and an invite that nothing damages, and what texts cost
//! that were made to be slow.
#![allow(missing_docs)]

mod hostile;

use criterion::{Criterion, criterion_group, criterion_main};
use oxymoron::app::workshop::setup::Draft;
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::checklist::{Depth, InstrumentVersion};
use oxymoron::domain::code::answer::{Response, RolePlace, Vote, open, seal};
use oxymoron::domain::code::drawing::Drawing;
use oxymoron::domain::code::find::{Finder, find};
use oxymoron::domain::code::invite::Language;
use oxymoron::domain::code::items::{Items, Shape};
use oxymoron::domain::code::seal::{Entropy, WorkshopKey};
use oxymoron::domain::code::{Kind, ResponseId, Round, Serial, WorkshopId};
use oxymoron::domain::workshop::Seed;
use oxymoron::domain::workshop::founding::Founding;
use std::hint::black_box;
use std::time::{Duration, Instant};

const CODES: u64 = 1_000;

const VOTE: Vote = Vote {
    workshop: WorkshopId(0x0123_4567_89ab_cdef),
    round: Round::FIRST,
};

/// A line of chat for each person, 36 answers and a role. The one-time keys are made from the ids: this is no secret.
fn chat(key: &WorkshopKey) -> String {
    let shape = Shape::new(Depth::Full, KnowDo::LeftOut);
    let line = |id: u64| {
        let response = Response {
            id: ResponseId(id),
            serial: Serial(1),
            role: RolePlace::new(1),
            items: Items::new(shape, vec![None; shape.length()])?,
        };
        let entropy = Entropy(std::array::from_fn(|at| {
            id.to_le_bytes().get(at).copied().unwrap_or(0)
        }));
        let code = seal(&response, VOTE, key.public(), entropy).ok()?;
        Some(format!(
            "[09:41, 23/11/2026] Person {id}: https://example.org/#/c/{code} there\n"
        ))
    };
    (0..CODES).filter_map(line).collect()
}

fn codes(criterion: &mut Criterion) {
    let key = WorkshopKey::derive(&[7; 32]);
    let chat = chat(&key);
    let mut group = criterion.benchmark_group("1,000 answer codes");
    group.sample_size(20);
    group.bench_function("find", |bench| {
        bench.iter(|| find(Kind::Answer, black_box(&chat)).codes.len());
    });
    group.bench_function("find and open", |bench| {
        bench.iter(|| {
            let found = find(Kind::Answer, black_box(&chat));
            let opened = found.codes.iter().filter(|code| open(code, VOTE, &key).is_ok());
            assert_eq!(opened.count(), 1_000);
        });
    });
    group.finish();
}

/// Bytes that differ with every call; this is no secret.
fn counted(calls: &mut u64) -> [u8; 32] {
    *calls += 1;
    let bytes = calls.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
    std::array::from_fn(|at| bytes.get(at % 8).copied().unwrap_or(0) ^ u8::try_from(at).unwrap_or(0))
}

fn drawing(criterion: &mut Criterion) {
    let key = WorkshopKey::derive(&[7; 32]).public();
    let mut group = criterion.benchmark_group("drawn until nothing is fragile");
    let mut calls = 0;
    for (name, depth) in [
        ("answer, 12 questions", Depth::Quick),
        ("answer, 36 questions", Depth::Full),
    ] {
        let shape = Shape::new(depth, KnowDo::LeftOut);
        let Some(items) = Items::new(shape, vec![None; shape.length()]) else {
            return;
        };
        let response = Response {
            id: ResponseId(1),
            serial: Serial(1),
            role: None,
            items,
        };
        group.bench_function(name, |bench| {
            bench.iter(|| {
                let mut drawing = Drawing::new(response.clone(), VOTE, key);
                while drawing.step(Entropy(counted(&mut calls))) == Ok(true) {}
                drawing.finish()
            });
        });
    }
    let settings = Draft {
        present: "12".to_owned(),
        ..Draft::default()
    };
    let Some(Ok(settings)) = Language::new("en").map(|language| settings.settings(language)) else {
        return;
    };
    group.bench_function("invite", |bench| {
        bench.iter(|| {
            let mut founding = Founding::new(&settings, InstrumentVersion(1));
            let mut step = || {
                let seed = counted(&mut calls);
                founding.step(WorkshopId(calls.wrapping_mul(0x9e37_79b9)), Seed(seed))
            };
            while step() {}
            founding.finish()
        });
    });
    group.finish();
}

/// Bytes that the app looks through at a time (`app/workshop/collecting`).
const STRIDE: usize = 2_048;

/// Goes through a text as the app does; how long its longest stride took.
fn longest(text: &str) -> Duration {
    let mut finder = Finder::new(Kind::Answer, text);
    let mut longest = Duration::ZERO;
    loop {
        let begun = Instant::now();
        let goes_on = finder.advance(STRIDE);
        longest = longest.max(begun.elapsed());
        black_box(finder.take_found());
        if !goes_on {
            return longest;
        }
    }
}

fn worst_cases(criterion: &mut Criterion) {
    let key = WorkshopKey::derive(&[7; 32]);
    let chat = chat(&key);
    let code: String = chat.chars().skip_while(|c| *c != '#').skip(4).take(113).collect();
    let mut group = criterion.benchmark_group("hostile, 5 MB");
    group.sample_size(10);
    for (name, unit) in hostile::units(&code) {
        let text = unit.repeat(hostile::BYTES.div_ceil(unit.len()));
        println!("{name}: longest stride {:?}", longest(&text));
        group.bench_function(name, |bench| bench.iter(|| longest(black_box(&text))));
    }
    group.finish();
}

criterion_group!(benches, codes, drawing, worst_cases);
criterion_main!(benches);
