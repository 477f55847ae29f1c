//! What is in hand at the end, and the way to the sheet.

use super::{part, text};
use crate::app::place::Place;
use crate::app::text::Text;
use crate::domain::workshop::Topic;
use crate::ui::components::room::{agreed, sentences};
use crate::ui::components::since::{Since, Stands};
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;

/// The topics, the plan, the sheet.
pub fn report(handle: &WorkshopHandle) -> Html {
    let store = &handle.store;
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
                    <h3 id="talked">{ text(handle, Text::StageTabs) }</h3>
                    if handle.workshop.topics.is_empty() {
                        <p>{ text(handle, Text::StageReportNone) }</p>
                    } else {
                        <ul class="stage-prompts stage-plain">{ for handle.workshop.topics.iter().map(topic) }</ul>
                    }
                </section>
                <section class="stage-part" aria-labelledby="plan">
                    <h3 id="plan">{ text(handle, Text::StageExperiment) }</h3>
                    { sentences(&agreed::read_back(store, &handle.workshop)) }
                    if let Some(open) = agreed::still_open(store, &handle.workshop) {
                        <p class="hint">{ open }</p>
                    }
                </section>
            </div>
            <Since handle={handle.clone()} stands={Stands::AtTheConsole} />
            <p class="hint">{ text(handle, Text::StageReportText) }</p>
            <a class="button stage-go" href={Place::Sheet(handle.workshop.id).fragment()}>
                { text(handle, Text::StageReportSheet) }
            </a>
        </>
    };
    part(body)
}
