//! The choice of up to three areas to talk about, those with the widest spread first.

use super::text;
use crate::app::text::Text;
use crate::domain::question::AreaId;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::Stage;
use crate::domain::workshop::{MOST_TOPICS, Workshop};
use crate::ui::components::room::area_name;
use crate::ui::prelude::*;
use crate::ui::workshop_handle::{WorkshopHandle, clicked};

/// Why an area may neither be taken in nor left out; none if it may. Three at the most, one at the least, and none of which there is
/// something to be lost goes.
fn fixed(workshop: &Workshop, chosen: &[AreaId], area: AreaId) -> Option<Text> {
    let begun = |area| {
        let mut topics = workshop.topics.iter();
        topics.any(|topic| topic.area == area && topic.has_begun())
    };
    match chosen.contains(&area) {
        true if begun(area) => Some(Text::StageTopicsKept),
        true if chosen.len() == 1 => Some(Text::StageTopicsLast),
        false if chosen.len() >= MOST_TOPICS => Some(Text::StageTopicsFull),
        _ => None,
    }
}

/// Every reason, each said once and beside the boxes that it holds for.
const REASONS: [Text; 3] = [
    Text::StageTopicsFull,
    Text::StageTopicsLast,
    Text::StageTopicsKept,
];

const fn why_id(why: Text) -> &'static str {
    match why {
        Text::StageTopicsFull => "topics-full",
        Text::StageTopicsLast => "topics-last",
        _ => "topics-kept",
    }
}

/// The choice as a list of boxes to tick, and the way to the talk.
pub(super) fn topics(handle: &WorkshopHandle) -> Html {
    let chosen = handle.workshop.chosen_topics();
    let item = |area: AreaId| {
        let checked = chosen.contains(&area);
        let mut then = chosen.clone();
        if checked {
            then.retain(|other| *other != area);
        } else {
            then.push(area);
        }
        let onchange = handle.on_change(move |_| Some(Change::ChoseTopics(then.clone())));
        let why = fixed(&handle.workshop, &chosen, area);
        let about = why.map(why_id);
        html! {
            <label class="check">
                <input type="checkbox" name="topic" value={area.to_string()} {checked} disabled={why.is_some()}
                    aria-describedby={about} {onchange} />
                <span>{ area_name(&handle.store, area) }</span>
            </label>
        }
    };
    let areas: Vec<_> = handle.store.pack.checklist.area_ids().collect();
    let said = |why: Text| {
        let holds = areas
            .iter()
            .any(|area| fixed(&handle.workshop, &chosen, *area) == Some(why));
        holds.then(|| html! { <>{ " " }<span id={why_id(why)}>{ text(handle, why) }</span></> })
    };
    html! {
        <fieldset class="stage-topics">
            <legend>{ text(handle, Text::StageTopics) }</legend>
            <p class="hint">
                { text(handle, Text::StageTopicsHint) }
                { for REASONS.into_iter().filter_map(said) }
            </p>
            <div class="stage-boxes">{ for areas.iter().copied().map(item) }</div>
            if !chosen.is_empty() && handle.workshop.stage != Stage::Discuss {
                <button type="button" class="button stage-go" onclick={go(handle, &chosen)}>
                    { text(handle, Text::StageTopicsGo) }
                </button>
            }
        </fieldset>
    }
}

/// Keeps the choice as it is shown, and goes to the talk.
fn go(handle: &WorkshopHandle, chosen: &[AreaId]) -> Callback<MouseEvent> {
    let (handle, chosen) = (handle.clone(), chosen.to_vec());
    clicked(move || {
        handle.change(Change::ChoseTopics(chosen.clone()));
        handle.change(Change::WentTo(Stage::Discuss));
    })
}
