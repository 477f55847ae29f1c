//! The areas at a glance: a radar in the checklist's order, and bars with the highest first.

use super::View;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::score::{AreaResult, Outcome};
use crate::ui::charts::bars::{BarsRow, bars};
use crate::ui::charts::radar::radar;
use crate::ui::charts::score::{Mark, Sixths};
use crate::ui::charts::table::table;
use crate::ui::prelude::*;

/// Both charts; nothing while there is no score. The radar's table stands for both.
pub(super) fn picture(view: &View) -> Html {
    if view.card.scored() == 0 {
        return Html::default();
    }
    let rows: Vec<_> = view
        .card
        .areas
        .iter()
        .zip(1..)
        .map(|(result, number)| row(view, result, number))
        .collect();
    let marks: Vec<_> = view.card.areas.iter().map(mark).collect();
    let missing = [
        view.text(Text::ResultsCannotTell),
        view.text(Text::ResultsNotApplicable),
        unanswered(view),
    ];
    let caption = view.text(Text::ResultsRadar);
    let ordered = highest_first(&rows);
    let finding = finding(view, &ordered);
    let [radar_label, bars_label] =
        [&caption, &view.text(Text::ResultsBars)].map(|what| [&*finding, " ", what.as_str()].concat().into());
    html! {
        <section class="results-picture" aria-labelledby="picture">
            <h2 id="picture" class="eyebrow">{ view.text(Text::ResultsPicture) }</h2>
            <div class="results-charts">
                { radar(&radar_label, &marks, &missing, figures(view, &caption, &rows)) }
                { bars(&bars_label, &ordered, &|row| link(view, row)) }
            </div>
        </section>
    }
}

/// What the mark of an area without enough answers means: nothing there yet, some, or either.
fn unanswered(view: &View) -> AttrValue {
    let open = view.card.areas.iter();
    let open: Vec<_> = open.filter(|area| area.outcome == Outcome::Unanswered).collect();
    let [none, partly] = [Text::ResultsUnanswered, Text::ResultsPartly].map(|text| view.text(text));
    match open.iter().filter(|area| area.begun()).count() {
        0 => none,
        begun if begun == open.len() => partly,
        _ => view.store.pack.row(&[&none, &partly]).into(),
    }
}

fn mark(result: &AreaResult) -> Mark {
    match result.outcome {
        Outcome::Scored(score) => Mark::Score(Sixths::new(score.sixths())),
        Outcome::CannotTell => Mark::CannotTell,
        Outcome::NotApplicable => Mark::NotApplicable,
        Outcome::Unanswered => Mark::Unanswered,
    }
}

fn row(view: &View, result: &AreaResult, number: u8) -> BarsRow {
    let score = result.score();
    BarsRow {
        number,
        label: view.area(result.area, AreaWord::Name),
        score: score.map(|score| Sixths::new(score.sixths())),
        words: score.map_or_else(|| view.outcome(result), |score| view.figure(score).into()),
    }
}

/// The name in a row, as the way to that area.
fn link(view: &View, row: &BarsRow) -> Html {
    let place = usize::from(row.number).checked_sub(1);
    let result = place.and_then(|place| view.card.areas.get(place));
    result.map(|result| view.link(result.area)).unwrap_or_default()
}

/// Each row goes before the first that is lower; one without a score is lower than any, and equals keep their order.
fn highest_first(rows: &[BarsRow]) -> Vec<BarsRow> {
    let mut ordered = Vec::<BarsRow>::with_capacity(rows.len());
    for row in rows {
        let lower = ordered.iter().position(|other| other.score < row.score);
        ordered.insert(lower.unwrap_or(ordered.len()), row.clone());
    }
    ordered
}

/// Which areas stand highest and which lowest, by name up to three; that they all stand alike where they do.
fn finding(view: &View, ordered: &[BarsRow]) -> AttrValue {
    let scored: Vec<_> = ordered.iter().filter(|row| row.score.is_some()).collect();
    let (Some(first), Some(last)) = (scored.first(), scored.last()) else {
        return AttrValue::default();
    };
    if first.score == last.score {
        return view.fill(Text::ResultsAlike, &[("level", &first.words)]);
    }
    let names = |end: &BarsRow| {
        let alike = scored.iter().filter(|row| row.score == end.score);
        let names: Vec<_> = alike.map(|row| row.label.to_string()).collect();
        match names.len() {
            ..=3 => view.store.list(&names),
            count => view.fill(Text::ResultsSoMany, &[("n", &count.to_string())]),
        }
    };
    let (high, low) = (names(first), names(last));
    let values = [
        ("high", &*high),
        ("top", &*first.words),
        ("low", &*low),
        ("bottom", &*last.words),
    ];
    view.fill(Text::ResultsFinding, &values)
}

fn figures(view: &View, caption: &AttrValue, rows: &[BarsRow]) -> Html {
    let columns = [Text::ResultsColumnArea, Text::ResultsColumnLevel].map(|text| view.text(text));
    let row = |row: &BarsRow| vec![format!("{}. {}", row.number, row.label).into(), row.words.clone()];
    table(
        view.text(Text::ResultsTable),
        view.store.colon(),
        caption,
        &columns,
        rows.iter().map(row).collect(),
    )
}
