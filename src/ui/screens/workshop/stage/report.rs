//! What is in hand at the end, and the way to the sheet.

use super::{part, text};
use crate::app::text::Text;
use crate::app::workshop::place::Place;
use crate::domain::workshop::Topic;
use crate::ui::components::room::{agreed, sentences};
use crate::ui::desk::Desk;
use yew::prelude::*;

/// The topics, the plan, the sheet.
pub fn report(desk: &Desk) -> Html {
    let store = &desk.store;
    let topic = |topic: &Topic| {
        html! {
            <li>
                { agreed::topic(store, topic) }
                if !topic.dissent.trim().is_empty() {
                    <span class="hint">
                        { store.fill(Text::StageReportDissent, &[("text", topic.dissent.trim())]) }
                    </span>
                }
            </li>
        }
    };
    let body = html! {
        <>
            <div class="stage-pair">
                <section class="stage-part" aria-labelledby="talked">
                    <h3 id="talked">{ text(desk, Text::StageTabs) }</h3>
                    if desk.workshop.topics.is_empty() {
                        <p>{ text(desk, Text::StageReportNone) }</p>
                    } else {
                        <ul class="stage-prompts stage-plain">{ for desk.workshop.topics.iter().map(topic) }</ul>
                    }
                </section>
                <section class="stage-part" aria-labelledby="plan">
                    <h3 id="plan">{ text(desk, Text::StageExperiment) }</h3>
                    { sentences(&agreed::read_back(store, &desk.workshop)) }
                    if let Some(open) = agreed::still_open(store, &desk.workshop) {
                        <p class="hint">{ open }</p>
                    }
                </section>
            </div>
            <p class="hint">{ text(desk, Text::StageReportText) }</p>
            <a class="button stage-go" href={Place::Sheet(desk.workshop.id).fragment()}>
                { text(desk, Text::StageReportSheet) }
            </a>
        </>
    };
    part(body)
}
