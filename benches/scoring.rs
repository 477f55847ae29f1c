//! The time to score one full assessment, as the results screen does.
#![allow(missing_docs)]

use criterion::{Criterion, criterion_group, criterion_main};
use oxymoron::domain::answer::{Answer, Answers};
use oxymoron::domain::band::band;
use oxymoron::domain::checklist::{Checklist, Depth};
use oxymoron::domain::know_do::know_do_gaps;
use oxymoron::domain::level::Level;
use oxymoron::domain::score::score;
use std::hint::black_box;

/// All 36 questions and the know-do check, each with a level.
fn full_assessment(checklist: &Checklist) -> Answers {
    let questions = checklist
        .steps(true)
        .flat_map(|step| checklist.questions(step, Depth::Full));
    questions
        .zip(Level::ALL.into_iter().cycle())
        .map(|(id, level)| (id, Answer::Level(level)))
        .collect()
}

fn scoring(criterion: &mut Criterion) {
    let checklist: Checklist = match toml::from_str(include_str!("../assets/checklist.toml")) {
        Ok(checklist) => checklist,
        Err(error) => return eprintln!("assets/checklist.toml: {error}"),
    };
    let answers = full_assessment(&checklist);
    criterion.bench_function("score one full assessment", |bench| {
        bench.iter(|| {
            let answers = black_box(&answers);
            let card = score(&checklist, answers, Depth::Full);
            let figure = card.index.and_then(|index| index.figure);
            let word = figure.map(|figure| band(figure, Depth::Full, card.scored()));
            (word, know_do_gaps(&checklist, answers), card)
        });
    });
}

criterion_group!(benches, scoring);
criterion_main!(benches);
