//! The time to find 1,000 answer codes in a chat log and to open them.
#![allow(missing_docs)]

use criterion::{Criterion, criterion_group, criterion_main};
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::checklist::Depth;
use oxymoron::domain::code::answer::{Response, RolePlace, Vote, open, seal};
use oxymoron::domain::code::find::find;
use oxymoron::domain::code::items::{Items, Shape};
use oxymoron::domain::code::seal::{Entropy, WorkshopKey};
use oxymoron::domain::code::{Kind, ResponseId, Round, WorkshopId};
use std::hint::black_box;

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
        bench.iter(|| find(Kind::Answer, black_box(&chat).chars()).codes.len());
    });
    group.bench_function("find and open", |bench| {
        bench.iter(|| {
            let found = find(Kind::Answer, black_box(&chat).chars());
            let opened = found.codes.iter().filter(|code| open(code, VOTE, &key).is_ok());
            assert_eq!(opened.count(), 1_000);
        });
    });
    group.finish();
}

criterion_group!(benches, codes);
criterion_main!(benches);
