//! A line per area that unfolds: where it stands, what the next level looks like, and one step there.
//!
//! Folded by the browser's own disclosure, so that a search in the page finds what is inside and opens it. On paper the board summary says
//! the same.

use super::View;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::answer::Answer;
use crate::domain::checklist::{Depth, Step};
use crate::domain::level::Level;
use crate::domain::question::{AreaId, Evidence, QuestionId};
use crate::domain::score::{AreaResult, Outcome};
use crate::ui::prelude::*;

/// The lines in the checklist's order; none before anything is answered.
pub(super) fn areas(view: &View) -> Html {
    let results = &view.card.areas;
    let open = |result: &AreaResult| result.outcome == Outcome::Unanswered;
    if results.iter().all(open) {
        return Html::default();
    }
    html! {
        <section class="results-part screen-only" aria-labelledby="areas">
            <h2 id="areas">{ view.text(Text::ResultsAreas) }</h2>
            <p class="hint">{ view.text(Text::ResultsAreasLead) }</p>
            <ol class="area-lines">{ for results.iter().zip(1..).map(|(result, number)| line(view, result, number)) }</ol>
        </section>
    }
}

/// The id of an area's disclosure.
pub(super) fn line_id(area: AreaId) -> String {
    format!("area-{}", area.number())
}

fn line(view: &View, result: &AreaResult, number: u8) -> Html {
    html! {
        <li>
            <details class="area-line" id={line_id(result.area)}>
                <summary>
                    <span class="area-number" aria-hidden="true">{ number }</span>
                    <h3>{ view.area(result.area, AreaWord::Name) }</h3>
                    { level(view, result) }
                </summary>
                { unfolded(view, result) }
            </details>
        </li>
    }
}

fn unfolded(view: &View, result: &AreaResult) -> Html {
    let area = result.area;
    let link = view.text(match result.outcome {
        Outcome::Unanswered => Text::ResultsAnswerIt,
        _ => Text::ResultsChangeIt,
    });
    let spoken = view
        .store
        .pack
        .texts
        .about(&link, &view.area(area, AreaWord::Name));
    let note = view.assessment.note(area).trim();
    let note = (!note.is_empty()).then(|| AttrValue::from(note.to_owned()));
    html! {
        <div class="area-body">
            <div class="area-words">
                { average(view, result) }
                <dl>
                    { body(view, result) }
                    if let Some(note) = note {
                        { entry(view.text(Text::ResultsYourNote), html! { <bdi translate="no">{ note }</bdi> }) }
                    }
                </dl>
                <a class="area-link" href={view.route(Some(Step::Area(area)))} aria-label={spoken}>{ link }</a>
            </div>
            { more(view, result) }
        </div>
    }
}

/// The level mark and its words; the mark says nothing that the words do not.
fn level(view: &View, result: &AreaResult) -> Html {
    let words = view.outcome(result);
    let Some(score) = result.score() else {
        return html! { <span class="area-level area-open">{ words }</span> };
    };
    html! {
        <span class="area-level">
            <span class={mark_class(score.reached())} aria-hidden="true"></span>
            <span class="area-level-words">{ words }</span>
            <span class="area-level-number" aria-hidden="true">{ score.reached().number() }</span>
        </span>
    }
}

/// The mean that the level is read from, where more than one question was asked.
fn average(view: &View, result: &AreaResult) -> Option<Html> {
    let full = view.assessment.depth.value == Depth::Full;
    let score = result.score().filter(|_| full)?;
    let words = view.fill(Text::ResultsAverage, &[("n", &view.figure(score))]);
    Some(html! { <p class="hint">{ words }</p> })
}

/// Written out, so that a search for a class finds it.
const fn mark_class(level: Level) -> &'static str {
    match level {
        Level::NotSeen => "level-mark level-mark-1",
        Level::NowAndThen => "level-mark level-mark-2",
        Level::SetUp => "level-mark level-mark-3",
        Level::Working => "level-mark level-mark-4",
        Level::RenewingItself => "level-mark level-mark-5",
    }
}

fn entry(term: AttrValue, text: impl Into<Html>) -> Html {
    let text = text.into();
    html! { <><dt>{ term }</dt><dd>{ text }</dd></> }
}

/// Today and tomorrow, or what there is instead.
fn body(view: &View, result: &AreaResult) -> Html {
    let advice = result.find_out_first().then(|| {
        entry(
            view.text(Text::ResultsFindOut),
            view.text(Text::ResultsFindOutText),
        )
    });
    let facts = match result.outcome {
        Outcome::Scored(score) => {
            html! { <>{ steps(view, result.area, score.reached()) }{ partly(view, result) }</> }
        }
        Outcome::NotApplicable => entry(view.outcome(result), reason(view, result.area)),
        Outcome::CannotTell => Html::default(),
        Outcome::Unanswered if result.levels > 0 => {
            entry(view.outcome(result), view.text(Text::ResultsPartlyText))
        }
        Outcome::Unanswered => entry(view.outcome(result), view.text(Text::ResultsUnansweredText)),
    };
    html! { <>{ facts }{ advice }</> }
}

fn steps(view: &View, area: AreaId, level: Level) -> Html {
    let today = entry(
        view.text(Text::ResultsToday),
        view.area(area, AreaWord::Looks(level)),
    );
    let next = level.above().map(|above| {
        let word = view.store.pack.words.level(above);
        let title = view.fill(Text::ResultsNextLevel, &[("level", &word)]);
        html! {
            <>
                { entry(title, view.area(area, AreaWord::Looks(above))) }
                { entry(view.text(Text::ResultsStep), view.area(area, AreaWord::Next(level))) }
            </>
        }
    });
    let next = next.unwrap_or_else(|| html! { <dd>{ view.text(Text::ResultsTop) }</dd> });
    html! { <>{ today }{ next }</> }
}

/// What the mean could still become.
fn partly(view: &View, result: &AreaResult) -> Html {
    if result.low == result.high {
        return Html::default();
    }
    let [low, high] = [result.low, result.high].map(|score| view.figure(score));
    html! { <dd class="hint">{ view.fill(Text::ResultsPartlyRange, &[("low", &low), ("high", &high)]) }</dd> }
}

/// Why an area does not apply, in the person's words.
pub(super) fn reason(view: &View, area: AreaId) -> Html {
    match view.given.get(&QuestionId::Anchored(area)) {
        Some(Answer::NotApplicable(reason)) if !reason.trim().is_empty() => {
            html! { <bdi translate="no">{ reason.clone() }</bdi> }
        }
        _ => html! { { view.text(Text::ResultsNoReason) } },
    }
}

/// Experiments and questions, for areas that say something.
fn more(view: &View, result: &AreaResult) -> Html {
    if !matches!(result.outcome, Outcome::Scored(_) | Outcome::CannotTell) {
        return Html::default();
    }
    let list = |word: fn(Evidence) -> AreaWord| {
        let item = |which| html! { <li>{ view.area(result.area, word(which)) }</li> };
        html! { <ul>{ item(Evidence::First) }{ item(Evidence::Second) }</ul> }
    };
    let heading = |text: Text| {
        let name = view.area(result.area, AreaWord::Name);
        html! { <h4>{ view.text(text) }<span class="unseen">{ view.store.colon() }{ name }</span></h4> }
    };
    html! {
        <div class="area-more">
            { heading(Text::ResultsExperiments) }
            { list(AreaWord::Experiment) }
            { heading(Text::ResultsDiscuss) }
            { list(AreaWord::Discuss) }
        </div>
    }
}
