//! The choice of up to three areas to talk about, those with the widest spread first.

use super::text;
use crate::app::text::Text;
use crate::domain::question::AreaId;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::room::Room;
use crate::domain::workshop::stage::Stage;
use crate::domain::workshop::{MOST_TOPICS, SecondVote, Workshop};
use crate::ui::components::room::area_name;
use crate::ui::desk::Desk;
use yew::prelude::*;

/// The areas that are chosen; until somebody has chosen, those that the figures put first.
pub(super) fn chosen(workshop: &Workshop, room: &Room) -> Vec<AreaId> {
    if workshop.topics.is_empty() {
        return room.queue.clone();
    }
    workshop.topics.iter().map(|topic| topic.area).collect()
}

/// Whether an area may be taken in or left out: three at the most, one at the least, and none that was voted on again goes.
fn is_fixed(workshop: &Workshop, chosen: &[AreaId], area: AreaId) -> bool {
    let voted = |area| {
        let mut topics = workshop.topics.iter();
        topics.any(|topic| topic.area == area && topic.second != SecondVote::NotYet)
    };
    if chosen.contains(&area) {
        chosen.len() == 1 || voted(area)
    } else {
        chosen.len() >= MOST_TOPICS
    }
}

/// The choice as a list of boxes to tick, and the way to the talk.
pub(super) fn topics(desk: &Desk, room: &Room) -> Html {
    let chosen = chosen(&desk.workshop, room);
    let item = |area: AreaId| {
        let checked = chosen.contains(&area);
        let mut then = chosen.clone();
        if checked {
            then.retain(|other| *other != area);
        } else {
            then.push(area);
        }
        let onchange = desk.on_change(move |_| Some(Change::ChoseTopics(then.clone())));
        let disabled = is_fixed(&desk.workshop, &chosen, area);
        html! {
            <label class="check">
                <input type="checkbox" name="topic" value={area.to_string()} {checked} {disabled} {onchange} />
                <span>{ area_name(&desk.store, area) }</span>
            </label>
        }
    };
    let areas = desk.store.pack.checklist.areas.iter().map(|area| area.id);
    let voted = |topic: &crate::domain::workshop::Topic| topic.second != SecondVote::NotYet;
    html! {
        <fieldset class="stage-topics">
            <legend>{ text(desk, Text::StageTopics) }</legend>
            <p class="hint">
                { text(desk, Text::StageTopicsHint) }
                if desk.workshop.topics.iter().any(voted) {
                    { " " }{ text(desk, Text::StageTopicsKept) }
                }
            </p>
            <div class="stage-boxes">{ for areas.map(item) }</div>
            if !chosen.is_empty() && desk.workshop.stage != Stage::Discuss {
                <button type="button" class="button stage-go" onclick={go(desk, &chosen)}>
                    { text(desk, Text::StageTopicsGo) }
                </button>
            }
        </fieldset>
    }
}

/// Keeps the choice as it is shown, and goes to the talk.
fn go(desk: &Desk, chosen: &[AreaId]) -> Callback<MouseEvent> {
    let (desk, chosen) = (desk.clone(), chosen.to_vec());
    Callback::from(move |_| {
        let now = desk.store.surroundings().now;
        desk.edit(|workshop| {
            workshop.apply(Change::ChoseTopics(chosen.clone()), now);
            workshop.apply(Change::WentTo(Stage::Discuss), now);
        });
    })
}
