//! One result as files: the report that is its own save file, the record, a table, a text, a picture.

use crate::app::action::{Action, Copied};
use crate::app::export::{HEIGHT, Taking, WIDTH, csv, markdown, profile, report};
use crate::app::take_out;
use crate::app::text::Text;
use crate::browser;
use crate::domain::assessment::AssessmentId;
use crate::ui::store::Store;
use std::rc::Rc;
use yew::prelude::*;

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
            Self::Report => (Text::TakeReport, "html"),
            Self::File => (Text::TakeFile, "json"),
            Self::Csv => (Text::TakeCsv, "csv"),
            Self::Markdown => (Text::TakeMarkdown, "md"),
            Self::Svg => (Text::TakeSvg, "svg"),
            Self::Png => (Text::TakePng, "png"),
        }
    }
}

/// The row of buttons, with a line that says what the report can do, and one where there is no copy yet.
pub fn take_along(store: &Rc<Store>, id: AssessmentId, alone: bool) -> Html {
    let button = |kind: Kind| {
        let (label, ending) = kind.words();
        let class = if kind == Kind::Report {
            "button"
        } else {
            "button button-quiet"
        };
        let store_again = Rc::clone(store);
        let onclick = move |_: MouseEvent| make(&store_again, id, kind);
        html! { <button type="button" {class} data-take={ending} {onclick}>{ store.text(label) }</button> }
    };
    html! {
        <section class="take-along screen-only" aria-labelledby="take-along">
            <h2 id="take-along">{ store.text(Text::TakeWithYou) }</h2>
            <p class="hint">{ store.text(Text::TakeWithYouText) }</p>
            if alone {
                <p class="hint reminder">
                    { store.text(Text::HomeReminder) }{ " " }
                    <button type="button" class="link" onclick={store.on_click(Action::DismissedReminder)}>
                        { store.text(Text::HomeReminderNotNow) }
                    </button>
                </p>
            }
            <p class="take-along-row">{ for Kind::ALL.map(button) }</p>
        </section>
    }
}

fn make(store: &Store, id: AssessmentId, kind: Kind) {
    let Some(assessment) = store.state().assessment(id).cloned() else {
        return;
    };
    let taking = Taking {
        pack: &store.pack,
        assessment: &assessment,
        now: store.surroundings().now,
    };
    let (_, ending) = kind.words();
    let name = taking.file_name(ending);
    let file = || take_out::one(&store.state(), &store.pack.checklist, id, taking.now).unwrap_or_default();
    let (text, copy) = match kind {
        Kind::Report => (report(&taking, &file()), Copied::One(id)),
        Kind::File => (file(), Copied::One(id)),
        Kind::Csv => (csv(&taking), Copied::Nothing),
        Kind::Markdown => (markdown(&taking), Copied::Nothing),
        Kind::Svg => (profile(&taking), Copied::Nothing),
        Kind::Png => {
            browser::hand_over_picture(name, profile(&taking), WIDTH, HEIGHT);
            return;
        }
    };
    store.dispatch(Action::TookOut { name, text, copy });
}
