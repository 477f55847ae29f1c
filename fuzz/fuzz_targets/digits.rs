//! Whatever is typed or pasted as digits, every line is a row, is refused by its number, or is empty, and no row says more than was
//! typed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxymoron::domain::checklist::{Area, Checklist, Depth, InstrumentVersion, Pair, Scale, Tier};
use oxymoron::domain::code::digits::read;
use oxymoron::domain::influence::Influence;
use oxymoron::domain::question::{AreaId, PairId};

fn checklist() -> Checklist {
    let area = |number| Area {
        id: AreaId::new(number).expect("in range"),
        tier: Tier::Connectors,
        evidence: [Scale::T, Scale::C],
        may_be_not_applicable: matches!(number, 2 | 12),
    };
    let pair = |number| PairId::new(number).expect("in range");
    Checklist {
        version: InstrumentVersion(1),
        areas: (1..=12).map(area).collect(),
        pairs: [1, 2, 3, 4, 5, 7]
            .map(|number| Pair {
                id: pair(number),
                done: None,
            })
            .into(),
        context: pair(6),
        influence: Influence::default(),
    }
}

fuzz_target!(|text: &str| {
    for depth in [Depth::Quick, Depth::Full] {
        let digits = read(&checklist(), depth, text);
        let lines = text.lines().count();
        assert!(digits.rows.len() + digits.refused.len() <= lines);
        assert!(
            digits
                .refused
                .iter()
                .all(|refused| (1..=lines).contains(&refused.line))
        );
        assert!(digits.refused.windows(2).all(|pair| pair[0].line < pair[1].line));
        for row in &digits.rows {
            assert_eq!(row.row().len(), 12 * usize::from(depth.questions_per_area()));
        }
    }
});
