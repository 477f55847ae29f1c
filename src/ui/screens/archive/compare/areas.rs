//! The areas on both sides: slopes for those that can be compared, a table of all.

use super::View;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::checklist::Depth;
use crate::domain::compare::{AreaComparison, Verdict};
use crate::domain::precision::Movement;
use crate::domain::score::{LevelScore, Outcome};
use crate::ui::charts::score::Sixths;
use crate::ui::charts::slope::{SlopeRow, SlopeWords, Weight, slope};
use crate::ui::components::stacking::{Row, stacking};
use crate::ui::prelude::*;

/// The chart and its table.
pub(super) fn areas(view: &View) -> Html {
    let rows: Vec<_> = view
        .comparison
        .areas
        .iter()
        .filter_map(|area| row(view, area))
        .collect();
    let words = SlopeWords {
        label: view.dated(Text::CompareChart),
        from: view.labels.from.clone(),
        to: view.labels.to.clone(),
        moved: view.text(Text::CompareLegendMoved),
        still: view.text(Text::CompareLegendStill),
    };
    html! {
        <section class="compare-part" aria-labelledby="areas">
            <h2 id="areas">{ view.text(Text::ResultsPicture) }</h2>
            if !rows.is_empty() {
                { slope(&words, &rows) }
            }
            { table(view) }
        </section>
    }
}

fn row(view: &View, area: &AreaComparison) -> Option<SlopeRow> {
    let scores = area.scores()?;
    let end = |score: LevelScore| (Sixths::new(score.sixths()), figure(view, score));
    Some(SlopeRow {
        label: view.store.pack.words.area(area.area, AreaWord::Short).into(),
        from: end(scores.from),
        to: end(scores.to),
        weight: match area.verdict {
            Verdict::Compared(Movement::MovedUp | Movement::MovedDown) => Weight::Moved,
            _ => Weight::Still,
        },
    })
}

/// "3" where one question was asked, "3.7" for a mean of three.
pub(super) fn figure(view: &View, score: LevelScore) -> AttrValue {
    let tenths = score.tenths();
    match view.comparison.depth {
        Depth::Quick => (tenths / 10).to_string().into(),
        Depth::Full => view.store.pack.texts.decimal(tenths.into(), 1).into(),
    }
}

fn table(view: &View) -> Html {
    let columns = [
        view.text(Text::ResultsColumnArea),
        view.labels.from.clone(),
        view.labels.to.clone(),
        view.text(Text::CompareColumnVerdict),
    ];
    let lines = view.comparison.areas.iter().map(|area| line(view, area));
    stacking(None, view.text(Text::CompareTable), &columns, lines)
}

fn line(view: &View, area: &AreaComparison) -> Row {
    let class = match area.verdict {
        Verdict::Compared(Movement::MovedUp | Movement::MovedDown) => "compare-row-moved",
        _ => "compare-row",
    };
    let words = [
        view.store.pack.words.area(area.area, AreaWord::Name).into(),
        outcome(view, area.outcomes.from),
        outcome(view, area.outcomes.to),
        verdict(view, area),
    ];
    Row {
        class: Some(class),
        ..Row::of(words)
    }
}

fn outcome(view: &View, outcome: Outcome) -> AttrValue {
    match outcome {
        Outcome::Scored(score) => figure(view, score),
        other => view.text(reason(other).unwrap_or(Text::CompareUnanswered)),
    }
}

/// Why a side has no score; none if it has one.
const fn reason(outcome: Outcome) -> Option<Text> {
    match outcome {
        Outcome::Scored(_) => None,
        Outcome::CannotTell => Some(Text::AssessWasCannotTell),
        Outcome::NotApplicable => Some(Text::AssessWasNotApplicable),
        Outcome::Unanswered => Some(Text::CompareUnanswered),
    }
}

/// What can be said of an area.
pub(super) fn verdict(view: &View, area: &AreaComparison) -> AttrValue {
    let words = match area.verdict {
        Verdict::Compared(Movement::MovedUp) => Text::CompareMovedUp,
        Verdict::Compared(Movement::MovedDown) => Text::CompareMovedDown,
        Verdict::Compared(Movement::NoneThatCounts) => Text::CompareNone,
        Verdict::NothingShared => Text::CompareNothingShared,
        Verdict::NoScore => return not_comparable(view, area),
    };
    view.text(words)
}

/// Which side has no score, and why.
fn not_comparable(view: &View, area: &AreaComparison) -> AttrValue {
    let why = |text: Option<Text>| text.map(|text| view.text(text)).unwrap_or_default();
    let (from, to) = (reason(area.outcomes.from), reason(area.outcomes.to));
    let words = match (from, to) {
        (Some(_), Some(_)) => Text::CompareNeither,
        (Some(_), None) => Text::CompareNotBefore,
        (None, _) => Text::CompareNotAfter,
    };
    view.fill(words, &[("from", &why(from)), ("to", &why(to))])
}
