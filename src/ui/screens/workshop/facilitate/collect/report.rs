//! What became of the answers that were brought last.

use super::hands::label;
use super::tray::{Handlers, Tray, Way};
use crate::app::text::Text;
use crate::app::workshop::collecting::Report;
use crate::browser;
use crate::domain::code::digits::{LineError, RefusedLine};
use crate::domain::workshop::collect::CodeProblem;
use crate::ui::prelude::*;
use crate::ui::store::Store;

/// The list of what came this way last, and the way to take it back.
pub(super) fn report(handlers: &Handlers, here: Way) -> Html {
    let tray = handlers.tray.borrow();
    let came = tray.report.as_ref().is_some_and(|(way, _)| *way == here);
    let undone = tray
        .undo
        .as_ref()
        .is_some_and(|undo| undo.fits(&handlers.handle.workshop));
    let works_too = handlers.clone();
    let onclick = Callback::from(move |_: MouseEvent| works_too.take_back());
    html! {
        if came && !tray.scanning {
            <div class="collect-report">
                <div id={here.said()}>
                    <h4>{ handlers.handle.store.text(Text::CollectReport) }</h4>
                    { lines(handlers) }
                </div>
                if undone {
                    <p>
                        <button type="button" class="button button-quiet" {onclick}>
                            { handlers.handle.store.text(Text::CollectBack) }
                        </button>
                    </p>
                }
            </div>
        } else if tray.taken_back == Some(here) {
            <p class="collect-report" id={here.said()}>{ handlers.handle.store.text(Text::CollectBackDone) }</p>
        }
    }
}

/// What earlier batches brought that was not taken: it stays until somebody says that it is settled.
pub(super) fn unsettled(handlers: &Handlers) -> Html {
    let tray = handlers.tray.borrow();
    if tray.unsettled.is_empty() {
        return Html::default();
    }
    let store = &*handlers.handle.store;
    let kinds = CodeProblem::ALL.into_iter().map(|why| {
        let starts: Vec<_> = tray
            .unsettled
            .codes
            .iter()
            .filter(|refused| refused.why == why)
            .map(|refused| &*refused.start)
            .collect();
        codes(store, why, starts.len(), &starts)
    });
    let works_too = handlers.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        works_too.change(Tray::settle);
        browser::say(&works_too.handle.store.text(Text::CollectSettled));
    });
    html! {
        <div class="collect-unsettled" data-unsettled="">
            <h4>{ store.text(Text::CollectUnsettled) }</h4>
            <ul class="collect-lines">
                { for kinds }
                { for not_read(store, &tray.unsettled.lines, &tray.unsettled.files) }
            </ul>
            <p><button type="button" class="link" {onclick}>{ store.text(Text::CollectSettled) }</button></p>
        </div>
    }
}

/// The list alone.
pub(super) fn lines(handlers: &Handlers) -> Html {
    let tray = handlers.tray.borrow();
    let Some((way, report)) = &tray.report else {
        return Html::default();
    };
    let store = &*handlers.handle.store;
    if report.is_empty() {
        let nothing = match way {
            Way::Codes if report.invite => Text::CollectNothingInvite,
            Way::Codes => Text::CollectNothing,
            Way::Digits => Text::CollectNothingLines,
        };
        return html! { <p>{ store.text(nothing) }</p> };
    }
    html! {
        <ul class="collect-lines">
            { for good(store, report).into_iter().map(|words| html! { <li>{ words }</li> }) }
            if report.arrivals.total() > 0 {
                <li>{ who_is_in(handlers) }</li>
            }
            { for CodeProblem::ALL.into_iter().zip(report.refusals).map(|(why, count)| problem(store, report, why, count)) }
            { for not_read(store, &report.lines, &report.files) }
            if was_damaged(report) {
                <li>{ store.text(Text::CollectWays) }</li>
            }
            if report.late {
                <li>{ store.text(Text::CollectLate) }</li>
            }
        </ul>
    }
}

/// Lines of digits and files that could not be read.
fn not_read(store: &Store, lines: &[RefusedLine], files: &[String]) -> Vec<Html> {
    let lines = lines.iter().map(|line| line_words(store, line));
    let files = files
        .iter()
        .map(|name| store.fill(Text::CollectFileWrong, &[("name", name)]));
    lines
        .chain(files)
        .map(|words| html! { <li>{ words }</li> })
        .collect()
}

/// "9 of 12 in": heard with what came in, and not apart from it.
fn who_is_in(handlers: &Handlers) -> AttrValue {
    let workshop = &handlers.handle.workshop;
    let (n, total) = (workshop.received(), workshop.settings.present.0);
    let values = [("n", &*n.to_string()), ("total", &*total.to_string())];
    handlers.handle.store.fill(Text::WorkshopReceived, &values)
}

/// Whether anything was cut or changed as chats and mail programs do it, so that the same way would do it again.
fn was_damaged(report: &Report) -> bool {
    let mut both = CodeProblem::ALL.into_iter().zip(report.refusals);
    both.any(|(why, count)| count > 0 && matches!(why, CodeProblem::CutShort | CodeProblem::Damaged))
}

fn good(store: &Store, report: &Report) -> Vec<String> {
    let arrivals = report.arrivals;
    let repaired = (
        report.repaired,
        Text::CollectRepairedOne,
        Text::CollectRepairedMany,
    );
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
        (report.earlier, Text::CollectThereOne, Text::CollectThereMany),
        (arrivals.older, Text::CollectOlderOne, Text::CollectOlderMany),
        (arrivals.taken_out, Text::CollectOutOne, Text::CollectOutMany),
        repaired,
    ];
    let there = kinds.into_iter().filter(|(count, _, _)| *count > 0);
    there
        .map(|(count, one, many)| store.pack.texts.count(one, many, count))
        .collect()
}

/// So many codes that were refused for one reason.
pub fn problem_words(store: &Store, why: CodeProblem, count: usize) -> String {
    let (one, many) = match why {
        CodeProblem::OtherWorkshop => (Text::CollectOtherWorkshopOne, Text::CollectOtherWorkshopMany),
        CodeProblem::EarlierRound => (Text::CollectEarlierOne, Text::CollectEarlierMany),
        CodeProblem::LaterRound => (Text::CollectLaterOne, Text::CollectLaterMany),
        CodeProblem::OtherVersion => (Text::CollectVersionOne, Text::CollectVersionMany),
        CodeProblem::CutShort => (Text::CollectShortOne, Text::CollectShortMany),
        CodeProblem::Damaged => (Text::CollectDamagedOne, Text::CollectDamagedMany),
    };
    store.pack.texts.count(one, many, count)
}

/// One reason, and the first characters of the codes that it holds for.
fn problem(store: &Store, report: &Report, why: CodeProblem, count: usize) -> Html {
    let listed = report.refused.iter().filter(|refused| refused.why == why);
    let starts: Vec<_> = listed.map(|refused| &*refused.start).collect();
    codes(store, why, count, &starts)
}

fn codes(store: &Store, why: CodeProblem, count: usize, starts: &[&str]) -> Html {
    let more = count.saturating_sub(starts.len());
    html! {
        if count > 0 {
            <li>
                { problem_words(store, why, count) }{ store.colon() }
                { for starts.iter().map(|start| html! { <><code translate="no">{ start }{ "…" }</code>{ " " }</> }) }
                if more > 0 {
                    { store.fill(Text::CollectMore, &[("n", &more.to_string())]) }
                }
            </li>
        }
    }
}

pub(super) fn line_words(store: &Store, refused: &RefusedLine) -> AttrValue {
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
            let text = match questions {
                1 => Text::CollectLineLongOne,
                _ => Text::CollectLineLong,
            };
            with(text, &values)
        }
        LineError::Unknown { character, place } => {
            let values = [("character", &*character.to_string()), ("n", &*place.to_string())];
            with(Text::CollectLineUnknown, &values)
        }
        LineError::NotALetter { character, question } => {
            let values = [
                ("character", &*character.to_string()),
                ("question", &*label(store, question)),
            ];
            with(Text::CollectLineNotALetter, &values)
        }
        LineError::NotOffered(question) => with(
            Text::CollectLineNotOffered,
            &[("question", &label(store, question))],
        ),
        LineError::Nothing => with(Text::CollectLineNothing, &[]),
    }
}
