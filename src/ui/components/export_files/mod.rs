//! One result on its way to somebody else: one button, and behind it the report that is its own save file, the record, a table, a
//! text, a picture.

use crate::app::action::{Action, Copied};
use crate::app::assessment::action::AssessmentAction;
use crate::app::assessment::export::{ExportSource, HEIGHT, WIDTH, csv, markdown, profile, report};
use crate::app::export;
use crate::app::text::Text;
use crate::browser;
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::ui::components::handed_over::{HandedOver, hand_out, hand_over};
use crate::ui::components::table_form::{TableFormChoice, wanted};
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::rc::Rc;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Report,
    File,
    Csv,
    Markdown,
    Svg,
    Png,
}

impl Kind {
    const ALL: [Self; 6] = [
        Self::Report,
        Self::File,
        Self::Csv,
        Self::Markdown,
        Self::Svg,
        Self::Png,
    ];

    const fn words(self) -> (Text, &'static str) {
        match self {
            Self::Report => (Text::ExchangeReport, "html"),
            Self::File => (Text::ExchangeFile, "json"),
            Self::Csv => (Text::ExchangeCsv, "csv"),
            Self::Markdown => (Text::ExchangeMarkdown, "md"),
            Self::Svg => (Text::ExchangeSvg, "svg"),
            Self::Png => (Text::ExchangePng, "png"),
        }
    }
}

/// The one button that hands a result on: the system's share sheet where there is one for files, else the report as a download.
pub fn share(store: &Rc<Store>, id: AssessmentId, class: &'static str) -> Html {
    let store_again = Rc::clone(store);
    let onclick = move |_: MouseEvent| hand_on(&store_again, id);
    html! { <button type="button" {class} data-take="share" {onclick}>{ store.text(Text::ExchangeShare) }</button> }
}

/// The button, the formats behind it, and a line where there is no copy yet. `asks` says whether one is asked here what became of a file.
pub fn export_files(
    store: &Rc<Store>,
    id: AssessmentId,
    alone: bool,
    asks: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    let button = |kind: Kind| {
        let (label, ending) = kind.words();
        let store_again = Rc::clone(store);
        let onclick = move |_: MouseEvent| make(&store_again, id, kind);
        html! { <button type="button" class="button button-quiet" data-take={ending} {onclick}>{ store.text(label) }</button> }
    };
    html! {
        <section class="take-along screen-only" aria-labelledby="take-along" {onclick}>
            <h2 id="take-along">{ store.text(Text::ExchangeWithYou) }</h2>
            <p class="hint">{ store.text(Text::ExchangeWithYouText) }</p>
            if alone {
                <p class="hint reminder">
                    { store.text(Text::HomeReminder) }{ " " }
                    <button type="button" class="link" onclick={store.on_click(Action::DismissedReminder)}>
                        { store.text(Text::HomeReminderNotNow) }
                    </button>
                </p>
            }
            <div class="take-along-share">
                { share(store, id, "button") }
                <details class="take-along-formats">
                    <summary>{ store.text(Text::ExchangeFormats) }</summary>
                    <p class="take-along-row">{ for Kind::ALL.map(button) }</p>
                    <TableFormChoice />
                </details>
            </div>
            <HandedOver here={asks} />
        </section>
    }
}

/// An assessment on its way out, with the days as the screen has them.
pub fn taking<'a>(store: &'a Store, assessment: &'a Assessment) -> ExportSource<'a> {
    let inputs = store.inputs();
    ExportSource {
        pack: &store.pack,
        assessment,
        now: inputs.now,
        day: store.day_about(assessment),
        today: inputs.today,
    }
}

/// A share sheet opens in answer to the click alone, so the report is made at once.
fn hand_on(store: &Rc<Store>, id: AssessmentId) {
    let made = store.state().assessment(id).map(|assessment| {
        let taking = taking(store, assessment);
        let file = export::one(&store.state(), &store.pack.checklist, id, taking.now).unwrap_or_default();
        (taking.file_name("html"), report(&taking, &file), taking.now)
    });
    let Some((name, text, made)) = made else { return };
    let store = Rc::clone(store);
    let copy = Copied::One(id);
    browser::share_file(&name.clone(), &text.clone(), move |given| {
        if given {
            store.dispatch(Action::Assessment(AssessmentAction::FileShared(copy, made)));
        } else {
            hand_over(&store, name, text, (copy, made));
        }
    });
}

fn make(store: &Rc<Store>, id: AssessmentId, kind: Kind) {
    let Some(assessment) = store.state().assessment(id).cloned() else {
        return;
    };
    let taking = taking(store, &assessment);
    let (_, ending) = kind.words();
    let name = taking.file_name(ending);
    let file = || export::one(&store.state(), &store.pack.checklist, id, taking.now).unwrap_or_default();
    let (text, copy) = match kind {
        Kind::Report => (report(&taking, &file()), Some(Copied::One(id))),
        Kind::File => (file(), Some(Copied::One(id))),
        Kind::Csv => (csv(&taking, wanted(&store.state())), None),
        Kind::Markdown => (markdown(&taking), None),
        Kind::Svg => (profile(&taking), None),
        Kind::Png => {
            browser::hand_over_picture(name, profile(&taking), WIDTH, HEIGHT);
            return;
        }
    };
    hand_out(store, name, text, copy.map(|copy| (copy, taking.now)));
}

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests {
    use super::*;
    use crate::app::platform::NoPlatform;
    use crate::app::state::State;
    use crate::domain::calendar::Moment;
    use crate::domain::checklist::InstrumentVersion;
    use crate::domain::record::TableForm;
    use crate::ui::chunks;
    use crate::ui::testing::pack;

    /// 2026-11-19T07:30:00Z, which is half an hour before midnight in Los Angeles.
    const LATE: Moment = Moment(1_795_073_400_000);

    #[test]
    fn a_report_bears_the_day_of_the_device() {
        let los_angeles = NoPlatform {
            now: LATE,
            minutes_ahead: -480,
        };
        let store = chunks::store(pack(), State::prerendered(), los_angeles);
        let assessment = Assessment::new(AssessmentId(1), InstrumentVersion(1), LATE);
        let taking = taking(&store, &assessment);
        assert_eq!(taking.file_name("html"), "oxymoron-2026-11-18.html");
        let page = report(&taking, "{}");
        assert!(
            page.contains("taken out on 2026-11-18") && !page.contains("2026-11-19"),
            "{page}"
        );
        assert!(csv(&taking, TableForm::Comma).contains("2026-11-19"));
    }
}
