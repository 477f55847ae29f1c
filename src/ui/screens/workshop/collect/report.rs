//! What became of the answers that were brought last.

use super::hands::label;
use super::tray::{Way, Works};
use crate::app::text::Text;
use crate::app::workshop::collecting::Report;
use crate::domain::code::digits::{LineError, RefusedLine};
use crate::domain::workshop::collect::Problem;
use crate::ui::store::Store;
use yew::prelude::*;

/// The list of what came this way last, and the way to take it back.
pub(super) fn report(works: &Works, here: Way) -> Html {
    let tray = works.tray.borrow();
    let came = tray.report.as_ref().is_some_and(|(way, _)| *way == here);
    let undone = tray
        .undo
        .as_ref()
        .is_some_and(|undo| undo.fits(&works.desk.workshop));
    let works_too = works.clone();
    let onclick = Callback::from(move |_: MouseEvent| works_too.take_back());
    html! {
        if came && !tray.scanning {
            <div class="collect-report">
                <h4>{ works.desk.store.text(Text::CollectReport) }</h4>
                { lines(works) }
                if undone {
                    <p>
                        <button type="button" class="button button-quiet" {onclick}>
                            { works.desk.store.text(Text::CollectBack) }
                        </button>
                    </p>
                }
            </div>
        } else if tray.taken_back == Some(here) {
            <p class="collect-report">{ works.desk.store.text(Text::CollectBackDone) }</p>
        }
    }
}

/// The list alone.
pub(super) fn lines(works: &Works) -> Html {
    let tray = works.tray.borrow();
    let Some((way, report)) = &tray.report else {
        return Html::default();
    };
    let store = &*works.desk.store;
    if report.is_empty() {
        let nothing = match way {
            Way::Codes => Text::CollectNothing,
            Way::Digits => Text::CollectNothingLines,
        };
        return html! { <p>{ store.text(nothing) }</p> };
    }
    html! {
        <ul class="collect-lines">
            { for good(store, report).into_iter().map(|words| html! { <li>{ words }</li> }) }
            { for Problem::ALL.into_iter().zip(report.refusals).map(|(why, count)| problem(store, report, why, count)) }
            { for report.lines.iter().map(|line| html! { <li>{ line_words(store, line) }</li> }) }
            { for report.files.iter().map(|name| html! { <li>{ store.fill(Text::CollectFileWrong, &[("name", name)]) }</li> }) }
            if report.late {
                <li>{ store.text(Text::CollectLate) }</li>
            }
        </ul>
    }
}

fn good(store: &Store, report: &Report) -> Vec<String> {
    let arrivals = report.arrivals;
    let kinds = [
        (arrivals.new, Text::CollectNewOne, Text::CollectNewMany),
        (
            arrivals.replaced,
            Text::CollectReplacedOne,
            Text::CollectReplacedMany,
        ),
        (
            arrivals.duplicate,
            Text::CollectDuplicateOne,
            Text::CollectDuplicateMany,
        ),
    ];
    let there = kinds.into_iter().filter(|(count, _, _)| *count > 0);
    there
        .map(|(count, one, many)| store.pack.texts.count(one, many, count))
        .collect()
}

/// So many codes that were refused for one reason.
pub fn problem_words(store: &Store, why: Problem, count: usize) -> String {
    let (one, many) = match why {
        Problem::OtherWorkshop => (Text::CollectOtherWorkshopOne, Text::CollectOtherWorkshopMany),
        Problem::EarlierRound => (Text::CollectEarlierOne, Text::CollectEarlierMany),
        Problem::LaterRound => (Text::CollectLaterOne, Text::CollectLaterMany),
        Problem::OtherVersion => (Text::CollectVersionOne, Text::CollectVersionMany),
        Problem::CutShort => (Text::CollectShortOne, Text::CollectShortMany),
        Problem::Damaged => (Text::CollectDamagedOne, Text::CollectDamagedMany),
    };
    store.pack.texts.count(one, many, count)
}

/// One reason, and the first characters of the codes that it holds for.
fn problem(store: &Store, report: &Report, why: Problem, count: usize) -> Html {
    let listed: Vec<_> = report
        .refused
        .iter()
        .filter(|refused| refused.why == why)
        .collect();
    let more = count.saturating_sub(listed.len());
    html! {
        if count > 0 {
            <li>
                { problem_words(store, why, count) }{ ": " }
                { for listed.iter().map(|refused| html! { <><code>{ &refused.start }{ "…" }</code>{ " " }</> }) }
                if more > 0 {
                    { store.fill(Text::CollectMore, &[("n", &more.to_string())]) }
                }
            </li>
        }
    }
}

fn line_words(store: &Store, refused: &RefusedLine) -> AttrValue {
    let line = refused.line.to_string();
    let with = |text: Text, values: &[(&str, &str)]| {
        let mut all = vec![("line", &*line)];
        all.extend(values);
        store.fill(text, &all)
    };
    match refused.why {
        LineError::TooShort { answers, questions } => {
            let values = [("n", &*answers.to_string()), ("total", &*questions.to_string())];
            with(Text::CollectLineShort, &values)
        }
        LineError::TooLong { answers, questions } => {
            let values = [("n", &*answers.to_string()), ("total", &*questions.to_string())];
            with(Text::CollectLineLong, &values)
        }
        LineError::Unknown { character, place } => {
            let values = [("character", &*character.to_string()), ("n", &*place.to_string())];
            with(Text::CollectLineUnknown, &values)
        }
        LineError::NotOffered(question) => with(
            Text::CollectLineNotOffered,
            &[("question", &label(store, question))],
        ),
    }
}
