//! What is said against what was done, or the offer to look.

use super::View;
use crate::app::action::{Action, Edit};
use crate::app::assessment::export::know_do_text;
use crate::app::text::Text;
use crate::app::words::PairWord;
use crate::domain::answer::Answer;
use crate::domain::assessment::KnowDo;
use crate::domain::checklist::Step;
use crate::domain::know_do::{Gap, KnowDoGaps, know_do_gaps};
use crate::domain::question::QuestionId;
use crate::ui::charts::dumbbell::{DumbbellRow, DumbbellWords, dumbbell};
use crate::ui::charts::score::Sixths;
use crate::ui::charts::table::table;
use crate::ui::prelude::*;
use std::rc::Rc;

/// The check, or the offer of it.
pub(super) fn know_do(view: &View) -> Html {
    let body = if view.assessment.asks_know_do() {
        answered(view)
    } else {
        offer(view)
    };
    html! {
        <section class="results-part" aria-labelledby="know-do">
            <h2 id="know-do">{ view.text(Text::ResultsKnowDo) }</h2>
            { body }
        </section>
    }
}

/// The first step of the check that has a question open.
fn first_open(view: &View) -> Option<Step> {
    let steps = view.checklist().steps(true);
    let mut check = steps.filter(|step| !matches!(step, Step::Area(_)));
    check.find(|step| !view.assessment.is_answered(view.checklist(), *step))
}

fn offer(view: &View) -> Html {
    let onclick = {
        let (store, id) = (Rc::clone(view.store), view.assessment.id);
        move |_: MouseEvent| store.dispatch(Action::Edited(id, Edit::ChoseKnowDo(KnowDo::Included)))
    };
    html! {
        <>
            <p>{ view.text(Text::ResultsKnowDoOffer) }</p>
            <p class="results-actions screen-only">
                <a class="button button-quiet" href={view.route(first_open(view))} {onclick}>
                    { view.text(Text::ResultsKnowDoAdd) }
                </a>
            </p>
        </>
    }
}

fn answered(view: &View) -> Html {
    let gaps = know_do_gaps(view.checklist(), &view.given);
    html! {
        <>
            if !gaps.gaps.is_empty() {
                { found(view, &gaps) }
            }
            if let Some(step) = first_open(view) {
                <p class="results-actions screen-only">
                    <a class="button button-quiet" href={view.route(Some(step))}>{ view.text(Text::ResultsKnowDoOpen) }</a>
                </p>
            }
            { context(view) }
        </>
    }
}

fn found(view: &View, gaps: &KnowDoGaps) -> Html {
    let headline = match gaps.wide() {
        0 => view.text(Text::ResultsKnowDoHeadlineNone),
        wide => {
            let (one, many) = (Text::ResultsKnowDoHeadlineOne, Text::ResultsKnowDoHeadlineMany);
            view.store.pack.texts.count(one, many, wide).into()
        }
    };
    let text = gaps.points.map_or(Text::ResultsKnowDoLevel, know_do_text);
    let points = gaps.points.map_or(0, |points| points.rounded()).to_string();
    let [pairs, total] = [gaps.gaps.len(), view.checklist().pairs.len()].map(|count| count.to_string());
    let values = [("n", &*points), ("pairs", &pairs), ("total", &total)];
    html! {
        <>
            <p class="lead">{ headline }</p>
            <p class="hint">
                { view.fill(text, &values) }{ " " }{ view.text(Text::ResultsKnowDoOneLevel) }
            </p>
            { chart(view, gaps) }
        </>
    }
}

fn chart(view: &View, gaps: &KnowDoGaps) -> Html {
    let name = |gap: &Gap| AttrValue::from(view.store.pack.words.pair(gap.pair, PairWord::Name));
    let row = |gap: &Gap| DumbbellRow {
        label: name(gap),
        know: Sixths::level(gap.know.number()),
        done: Sixths::level(gap.done.number()),
        wide: gap.is_wide(),
    };
    let cells = |gap: &Gap| {
        let [know, done] = [gap.know, gap.done].map(|level| level.number().to_string().into());
        vec![
            name(gap),
            know,
            done,
            view.store.pack.isolated(&gap.levels().to_string()).into(),
        ]
    };
    let columns = [
        Text::ResultsColumnPair,
        Text::ResultsColumnKnow,
        Text::ResultsColumnDo,
        Text::ResultsColumnGap,
    ];
    let words = DumbbellWords {
        know: view.text(Text::ResultsLegendKnow),
        done: view.text(Text::ResultsLegendDo),
        wide: view.text(Text::ResultsWide),
    };
    let label = view.text(Text::ResultsKnowDoChart);
    let table = table(
        view.text(Text::ResultsTable),
        view.store.colon(),
        &label,
        &columns.map(|text| view.text(text)),
        gaps.gaps.iter().map(cells).collect(),
    );
    let rows: Vec<_> = gaps.gaps.iter().map(row).collect();
    dumbbell(&label, &rows, &words, table)
}

/// The outcome in words, never in the gap.
fn context(view: &View) -> Html {
    let question = QuestionId::Context(view.checklist().context);
    let words = &view.store.pack.words;
    let answer = match view.given.get(&question) {
        Some(Answer::Level(level)) => words.option(view.checklist(), question, *level).into(),
        Some(_) => view.text(Text::ResultsCannotTell),
        None => return Html::default(),
    };
    let values = [("name", &*words.context_name()), ("answer", &*answer)];
    html! {
        <p class="results-context">
            { view.fill(Text::ResultsContext, &values) }{ " " }
            <span class="hint">{ view.text(Text::AssessContextNote) }</span>
        </p>
    }
}
