//! Random answers, texts and assessments.

use crate::support::twelve_areas;
use oxymoron::domain::answer::{Answer, Answers};
use oxymoron::domain::assessment::{Assessment, AssessmentId, KnowDo};
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::checklist::{Depth, InstrumentVersion};
use oxymoron::domain::doors::Door;
use oxymoron::domain::level::Level;
use oxymoron::domain::plan::{Chosen, Plan, PlanDay, PlanText, Status};
use oxymoron::domain::question::{AreaId, Evidence, PairId, QuestionId};
use oxymoron::domain::stamp::{Revision, Stamped};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// A failing case belongs into a test of its own, not into a file of seeds.
pub fn settings() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

pub fn depth() -> impl Strategy<Value = Depth> {
    select(vec![Depth::Quick, Depth::Full])
}

fn level() -> impl Strategy<Value = Level> {
    select(Level::ALL.to_vec())
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        12 => level().prop_map(Answer::Level),
        3 => Just(Answer::CannotTell),
        1 => Just(Answer::NotApplicable(String::new())),
    ]
}

/// Answers to any of the 36 questions; some people answer nearly all, some nearly none.
pub fn answers() -> impl Strategy<Value = Answers> {
    let questions: Vec<_> = twelve_areas()
        .areas
        .iter()
        .flat_map(|area| Depth::Full.questions(area.id))
        .collect();
    (0.05_f64..0.95).prop_flat_map(move |share| {
        let questions = questions.clone();
        vec(option::weighted(share, answer()), questions.len()).prop_map(move |given| {
            let both = questions.iter().copied().zip(given);
            both.filter_map(|(question, answer)| Some((question, answer?)))
                .collect()
        })
    })
}

fn character() -> impl Strategy<Value = char> {
    let awkward = [
        '\0',
        '\u{1}',
        '\t',
        '\n',
        '\r',
        '\u{1b}',
        '"',
        '\\',
        '/',
        '<',
        '&',
        '\u{7f}',
        '\u{85}',
        '\u{200d}',
        '\u{200f}',
        '\u{202e}',
        '\u{2028}',
        '\u{2069}',
        '\u{fe0f}',
        '\u{feff}',
        '\u{fffd}',
        'x',
        '0',
        'ß',
        'א',
        'م',
        '🙂',
        '👩',
        '🏽',
        '\u{10ffff}',
    ];
    prop_oneof![
        select(awkward.to_vec()),
        any::<char>(),
        proptest::char::range('a', 'z')
    ]
}

fn short() -> impl Strategy<Value = String> {
    vec(character(), 0..12).prop_map(String::from_iter)
}

/// Short texts mostly, sometimes ten thousand characters.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        20 => short(),
        1 => vec(character(), 1..10).prop_map(|unit| unit.into_iter().cycle().take(10_000).collect()),
    ]
}

pub fn question() -> impl Strategy<Value = QuestionId> {
    prop_oneof![
        area().prop_map(QuestionId::Anchored),
        area().prop_map(|area| QuestionId::Evidence(area, Evidence::First)),
        area().prop_map(|area| QuestionId::Evidence(area, Evidence::Second)),
        pair().prop_map(QuestionId::Know),
        pair().prop_map(QuestionId::Do),
        pair().prop_map(QuestionId::Context),
    ]
}

fn area() -> impl Strategy<Value = AreaId> {
    (1_u8..=99).prop_map(|number| AreaId::new(number).unwrap())
}

fn pair() -> impl Strategy<Value = PairId> {
    (1_u8..=9).prop_map(|number| PairId::new(number).unwrap())
}

pub fn day() -> impl Strategy<Value = Day> {
    (1_u16..=9999, 1_u8..=12, 1_u8..=28).prop_map(|(year, month, day)| Day::new(year, month, day).unwrap())
}

fn stamped<T: std::fmt::Debug>(value: impl Strategy<Value = T>) -> impl Strategy<Value = Stamped<T>> {
    // Few revisions, so that equal ones meet in a merge.
    let revision = prop_oneof![4 => 0_u32..4, 1 => any::<u32>()];
    (value, revision).prop_map(|(value, revision)| Stamped::new(value, Revision(revision)))
}

fn stored_answer() -> impl Strategy<Value = Option<Answer>> {
    option::weighted(
        0.9,
        prop_oneof![4 => answer(), 1 => text().prop_map(Answer::NotApplicable)],
    )
}

fn know_do() -> impl Strategy<Value = KnowDo> {
    select(vec![KnowDo::LeftOut, KnowDo::Included])
}

/// Every choice that there is a stored form for: no level to come from means none to go to.
fn chosen() -> impl Strategy<Value = Chosen> {
    let levels = prop_oneof![
        Just((None, None)),
        level().prop_map(|from| (Some(from), None)),
        (level(), level()).prop_map(|(from, to)| (Some(from), Some(to))),
    ];
    (area(), select(Door::ALL.to_vec()), levels).prop_map(|(area, door, (from, to))| Chosen {
        area,
        door,
        from,
        to,
    })
}

/// A plan with any mixture of parts.
pub fn plan() -> impl Strategy<Value = Plan> {
    // One long text is enough, and four would take their time.
    let texts = (stamped(short()), stamped(short()));
    let days = || stamped(option::of(day()));
    let single = (
        stamped(option::of(chosen())),
        stamped(select(Status::ALL.to_vec())),
    );
    let last = (stamped(short()), stamped(text()));
    (single, texts, last, days(), days(), days()).prop_map(
        |((chosen, status), (experiment, counted), (owner, learned), start, stop, review)| Plan {
            chosen,
            experiment,
            counted,
            owner,
            start,
            stop,
            review,
            status,
            learned,
        },
    )
}

/// The revisions of a plan's parts.
pub fn plan_revisions(plan: &Plan) -> Vec<Revision> {
    let texts = PlanText::ALL.map(|which| plan.text(which).revision);
    let days = PlanDay::ALL.map(|which| plan.day(which).revision);
    let single = [plan.chosen.revision, plan.status.revision];
    texts.into_iter().chain(days).chain(single).collect()
}

/// An assessment of one id, with any mixture of parts.
pub fn assessment() -> impl Strategy<Value = Assessment> {
    let parts = (
        stamped(depth()),
        stamped(know_do()),
        stamped(text()),
        stamped(option::of(day())),
        stamped(option::of(any::<u64>().prop_map(AssessmentId))),
    );
    // Few questions too, for the same reason.
    let known = select(vec!["A01", "A02", "A12b", "K1k"]).prop_map(|id| id.parse().unwrap());
    let few_questions = prop_oneof![3 => known, 1 => question()];
    let answers = btree_map(few_questions, stamped(stored_answer()), 0..8);
    let notes = btree_map(area(), stamped(text()), 0..4);
    let times = (any::<u16>(), any::<u64>(), any::<u64>(), option::of(any::<u64>()));
    (parts, answers, notes, plan(), times).prop_map(
        |(parts, answers, notes, plan, (version, started, changed, answered))| {
            let (depth, know_do, subject, day, previous) = parts;
            let blank = Assessment::new(ID, InstrumentVersion(version), Moment(started));
            let changed = Moment(changed);
            let mut whole = Assessment {
                changed,
                answered: answered.map(Moment),
                depth,
                know_do,
                subject,
                day,
                previous,
                answers: answers.into_iter().collect(),
                notes: notes.into_iter().collect(),
                plan,
                ..blank
            };
            whole.revision = latest(&whole);
            whole
        },
    )
}

pub const ID: AssessmentId = AssessmentId(0x0123_4567_89ab_cdef);

/// The latest revision of any part.
pub fn latest(whole: &Assessment) -> Revision {
    let single = [
        whole.depth.revision,
        whole.know_do.revision,
        whole.subject.revision,
        whole.day.revision,
        whole.previous.revision,
    ];
    let answers = whole.answers.values().map(|part| part.revision);
    let notes = whole.notes.values().map(|part| part.revision);
    let plan = plan_revisions(&whole.plan);
    answers.chain(notes).chain(single).chain(plan).max().unwrap()
}
