//! Short notations for checklists and answers.

use oxymoron::domain::answer::{Answer, Answers, Choice};
use oxymoron::domain::checklist::{Area, Checklist, Depth, InstrumentVersion, Pair, Scale, Tier};
use oxymoron::domain::influence::Influence;
use oxymoron::domain::question::{AreaId, PairId, QuestionId};
use oxymoron::domain::score::{AreaResult, Points, Scorecard, score};

/// Three areas, of which the second may be not applicable, and two pairs.
pub fn three_areas() -> Checklist {
    Checklist {
        version: InstrumentVersion(1),
        areas: [1, 2, 3]
            .map(|number| area(number, Tier::Connectors, [Scale::T, Scale::C]))
            .into(),
        pairs: vec![pair(1, Some(Scale::T)), pair(2, None)],
        context: pair_id(6),
        influence: Influence::default(),
    }
}

/// The instrument: twelve areas and six pairs.
pub fn twelve_areas() -> Checklist {
    use Scale::{C, R, T};
    use Tier::{Connectors, Enabler, Results};
    let areas = [
        (Connectors, [R, C]),
        (Connectors, [T, T]),
        (Connectors, [R, C]),
        (Connectors, [C, R]),
        (Connectors, [T, C]),
        (Connectors, [C, T]),
        (Connectors, [T, R]),
        (Results, [T, T]),
        (Results, [T, C]),
        (Results, [C, R]),
        (Results, [T, C]),
        (Enabler, [C, C]),
    ];
    Checklist {
        version: InstrumentVersion(1),
        areas: (1..)
            .zip(areas)
            .map(|(number, (tier, evidence))| area(number, tier, evidence))
            .collect(),
        pairs: [
            (1, Some(T)),
            (2, Some(T)),
            (3, None),
            (4, Some(T)),
            (5, Some(T)),
            (7, Some(C)),
        ]
        .map(|(number, done)| pair(number, done))
        .into(),
        context: pair_id(6),
        influence: Influence::default(),
    }
}

fn area(number: u8, tier: Tier, evidence: [Scale; 2]) -> Area {
    Area {
        id: area_id(number),
        tier,
        evidence,
        may_be_not_applicable: matches!(number, 2 | 12),
    }
}

fn pair(number: u8, done: Option<Scale>) -> Pair {
    Pair {
        id: pair_id(number),
        done,
    }
}

pub fn area_id(number: u8) -> AreaId {
    AreaId::new(number).unwrap()
}

pub fn pair_id(number: u8) -> PairId {
    PairId::new(number).unwrap()
}

/// Answers written as `A01=3 A01a=0 A02=x`: a level, `0` for can't tell, `x` for not applicable.
pub fn answers(text: &str) -> Answers {
    text.split_whitespace().map(one_answer).collect()
}

fn one_answer(text: &str) -> (QuestionId, Answer) {
    let (question, code) = text.split_once('=').unwrap();
    (
        question.parse().unwrap(),
        Choice::from_code(code).unwrap().answer(None),
    )
}

/// The anchored questions in their order, one character each; `-` for unanswered.
pub fn typed(line: &str) -> Answers {
    let given = (1..).zip(line.chars()).filter(|(_, code)| *code != '-');
    given
        .map(|(number, code)| one_answer(&format!("{}={code}", area_id(number))))
        .collect()
}

/// The first area's result, of three.
pub fn first_area(depth: Depth, text: &str) -> AreaResult {
    score(&three_areas(), &answers(text), depth).areas[0]
}

/// A number of points that is whole.
pub fn points(whole: u32) -> Points {
    Points::of_levels(whole, 25).unwrap()
}

/// The index as low, figure and high, to two places; the figure may be missing.
pub fn index_text(card: &Scorecard) -> String {
    let Some(index) = card.index else {
        return "no index".to_owned();
    };
    let figure = index
        .figure
        .map_or("none".to_owned(), |figure| format!("{:.2}", figure.value()));
    format!(
        "{:.2} <= {figure} <= {:.2}",
        index.low.value(),
        index.high.value()
    )
}
