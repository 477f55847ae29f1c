//! The time for every group figure of 36 questions with 10,000 responses, counting included.
#![allow(missing_docs)]

use criterion::{Criterion, criterion_group, criterion_main};
use oxymoron::domain::group::Votes;
use oxymoron::domain::group::anonymity::{MinimumGroup, group_view, visible_groups};
use oxymoron::domain::group::role_gap::worth_asking;
use oxymoron::domain::level::Level;
use std::hint::black_box;

const RESPONSES: usize = 10_000;
const QUESTIONS: usize = 36;
const ROLES: usize = 6;

/// A response's role, and a level for each question.
struct Response {
    role: usize,
    levels: [Level; QUESTIONS],
}

/// A sequence that repeats itself late (Knuth, MMIX): the same for every run.
fn responses() -> Vec<Response> {
    let mut state = 1_u64;
    let mut next = move |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((state >> 33) % below).unwrap_or(0)
    };
    let mut level = move || Level::ALL.into_iter().nth(next(5)).unwrap_or(Level::SetUp);
    (0..RESPONSES)
        .map(|place| Response {
            role: place % ROLES,
            levels: std::array::from_fn(|_| level()),
        })
        .collect()
}

fn figures(responses: &[Response]) -> usize {
    let mut counts = [[Votes::default(); ROLES]; QUESTIONS];
    for response in responses {
        for (roles, level) in counts.iter_mut().zip(response.levels) {
            if let Some(votes) = roles.get_mut(response.role) {
                votes.add(level, 1);
            }
        }
    }
    let mut found = 0;
    for roles in &counts {
        let mut room = Votes::default();
        for (role, level) in roles
            .iter()
            .flat_map(|role| Level::ALL.map(|level| (role, level)))
        {
            room.add(level, role.at(level));
        }
        let sizes: Vec<_> = roles.iter().map(Votes::total).collect();
        let seen = visible_groups(&sizes, MinimumGroup::STANDARD);
        let views = roles
            .iter()
            .map(group_view)
            .filter(|view| black_box(*view) == *view);
        let gaps = roles.iter().enumerate().flat_map(|(place, one)| {
            roles
                .iter()
                .skip(place + 1)
                .map(move |other| worth_asking(one, other))
        });
        found += gaps.flatten().count() + views.count() + seen.len();
        found += usize::from(room.asks_for_talk()) + usize::from(room.median() == black_box(room.median()));
    }
    found
}

fn groups(criterion: &mut Criterion) {
    let responses = responses();
    criterion.bench_function("group figures of 10,000 responses", |bench| {
        bench.iter(|| figures(black_box(&responses)));
    });
}

criterion_group!(benches, groups);
criterion_main!(benches);
