//! One area at a time: both votes, the anchors, the way to talk about it, the second vote and what came of it.

use super::{lines, part, room, text, topics};
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::level::Level;
use crate::domain::question::{AreaId, Evidence};
use crate::domain::workshop::change::Change;
use crate::domain::workshop::room::Rounds;
use crate::domain::workshop::{SecondVote, Topic};
use crate::ui::components::room::{self as parts, area_name, words};
use crate::ui::desk::Desk;
use yew::prelude::*;

/// The topics as tabs, and the one that is talked about.
pub fn discuss(desk: &Desk) -> Html {
    let checklist = &desk.store.pack.checklist;
    let Some(room) = room(desk) else {
        return Html::default();
    };
    let Some(topic) = desk.workshop.topic() else {
        return part(first(desk, &topics::chosen(&desk.workshop, &room), &room));
    };
    let Some(rounds) = desk.workshop.rounds(checklist, topic.area) else {
        return Html::default();
    };
    let absent = words::absent(&room);
    html! {
        <div class="stage" key={topic.area.number()}>
            { tabs(desk) }
            <div>
                <h3 class="stage-area">{ area_name(&desk.store, topic.area) }</h3>
                <p class="lead">{ AttrValue::from(desk.store.pack.words.area(topic.area, AreaWord::Question)) }</p>
            </div>
            { parts::both(&desk.store, &rounds, topic.area) }
            <div class="stage-pair">
                { said(desk, &rounds, absent) }
                { prompts(desk, topic.area) }
            </div>
            { second_vote(desk, topic, &rounds) }
            { record(desk, topic) }
            { on(desk) }
        </div>
    }
}

/// Nothing was chosen yet: what the figures put first is taken, or somebody chooses.
fn first(desk: &Desk, chosen: &[AreaId], room: &crate::domain::workshop::room::Room) -> Html {
    let take = desk.on_click(Change::ChoseTopics(chosen.to_vec()));
    html! {
        <>
            { topics::topics(desk, room) }
            if !chosen.is_empty() {
                <button type="button" class="button stage-go" onclick={take}>{ text(desk, Text::StageTopicsGo) }</button>
            }
        </>
    }
}

fn tabs(desk: &Desk) -> Html {
    let tab = |(turn, topic): (usize, &Topic)| {
        let current = (turn == desk.workshop.turn).then_some("step");
        let onclick = desk.on_click(Change::TurnedTo(turn));
        html! {
            <li>
                <button type="button" class="stage-tab" aria-current={current} {onclick}>
                    { area_name(&desk.store, topic.area) }
                </button>
            </li>
        }
    };
    html! {
        <nav aria-label={text(desk, Text::StageTabs)}>
            <ol class="stage-tabs">{ for desk.workshop.topics.iter().enumerate().map(tab) }</ol>
        </nav>
    }
}

/// What may be said of the last vote, of the roles in it, and of what became of it.
fn said(desk: &Desk, rounds: &Rounds, absent: u32) -> Html {
    let store = &desk.store;
    let (view, absent) = match &rounds.second {
        Some(second) => (second, 0),
        None => (&rounds.first, absent),
    };
    html! {
        <div class="stage-part" role="status">
            if let Some(outcome) = rounds.outcome {
                <h3>{ text(desk, Text::StageOutcome) }</h3>
                <p class="stage-outcome">{ words::outcome(store, outcome) }</p>
            } else if rounds.is_seen_twice() {
                <h3>{ text(desk, Text::StageOutcome) }</h3>
                <p>{ text(desk, Text::StageOutcomeDots) }</p>
            }
            { parts::sentences(&words::findings(store, view, absent)) }
            { parts::by_role(store, view, &desk.workshop.settings.roles) }
        </div>
    }
}

fn prompts(desk: &Desk, area: AreaId) -> Html {
    let prompts = [
        Text::StagePromptSilent,
        Text::StagePromptVoices,
        Text::StagePromptPairs,
        Text::StagePromptLast,
    ];
    let questions = [Evidence::First, Evidence::Second]
        .map(|which| AttrValue::from(desk.store.pack.words.area(area, AreaWord::Discuss(which))));
    html! {
        <div class="stage-part">
            <h3>{ text(desk, Text::StagePrompts) }</h3>
            <ol class="stage-prompts">{ for prompts.map(|prompt| html! { <li>{ text(desk, prompt) }</li> }) }</ol>
            <h3>{ text(desk, Text::StageDiscussMore) }</h3>
            { parts::sentences(&questions) }
        </div>
    }
}

fn second_vote(desk: &Desk, topic: &Topic, rounds: &Rounds) -> Html {
    let body = match topic.second {
        SecondVote::NotYet => html! {
            <>
                <p class="hint">{ text(desk, Text::StageVoteAgainText) }</p>
                <button type="button" class="button stage-go" onclick={desk.on_click(Change::OpenedSecondVote)}>
                    { text(desk, Text::StageVoteOpen) }
                </button>
            </>
        },
        SecondVote::Open(_) => {
            let (n, of) = (desk.workshop.received(), desk.workshop.settings.present.0);
            let values = [("n", &*n.to_string()), ("of", &*of.to_string())];
            html! {
                <>
                    <p class="stage-count" role="status">{ desk.store.fill(Text::StageVoteIn, &values) }</p>
                    <button type="button" class="button stage-go" onclick={desk.on_click(Change::ClosedSecondVote)}>
                        { text(desk, Text::StageVoteClose) }
                    </button>
                </>
            }
        }
        SecondVote::Closed(_) => {
            let few = rounds.second.as_ref().is_some_and(|view| view.picture.is_none());
            return html! {
                if few {
                    <p class="stage-care">{ text(desk, Text::StageTooFew) }</p>
                }
            };
        }
    };
    html! {
        <section class="card stage-card" aria-labelledby="again">
            <h3 id="again">{ text(desk, Text::StageVoteAgain) }</h3>
            { body }
        </section>
    }
}

/// The agreed level, the other view, the note.
fn record(desk: &Desk, topic: &Topic) -> Html {
    let area = topic.area;
    let choice = |level: Option<Level>| {
        let checked = topic.agreed == level;
        let onchange = desk.on_change(move |_| Some(Change::Agreed(area, level)));
        let value = level.map_or(0, Level::number).to_string();
        let name = match level {
            Some(level) => desk.store.pack.words.level(level).into(),
            None => text(desk, Text::StageAgreedNone),
        };
        html! {
            <label class="check">
                <input type="radio" name="agreed" {value} {checked} {onchange} />
                <span>{ name }</span>
            </label>
        }
    };
    let levels = Level::ALL.into_iter().map(Some).chain([None]);
    let dissent = desk.on_input(move |text| Change::WroteDissent(area, text));
    let note = desk.on_input(move |text| Change::WroteNote(area, text));
    html! {
        <div class="stage-form">
            <fieldset class="stage-topics">
                <legend>{ text(desk, Text::StageAgreed) }</legend>
                <div class="stage-levels">{ for levels.map(choice) }</div>
            </fieldset>
            <div class="field">
                <label for="dissent">{ text(desk, Text::StageDissent) }</label>
                <p class="hint" id="dissent-hint">{ text(desk, Text::StageDissentHint) }</p>
                <input
                    id="dissent"
                    type="text"
                    autocomplete="off"
                    aria-describedby="dissent-hint"
                    value={topic.dissent.clone()}
                    oninput={dissent}
                />
            </div>
            { lines("note", text(desk, Text::StageNote), text(desk, Text::StageNoteHint), topic.note.clone(), note) }
        </div>
    }
}

/// On to the next area.
fn on(desk: &Desk) -> Html {
    let next = desk.workshop.turn + 1;
    let onclick = desk.on_click(Change::TurnedTo(next));
    html! {
        if next < desk.workshop.topics.len() {
            <button type="button" class="button button-quiet stage-go" {onclick}>
                { text(desk, Text::StageNextTopic) }
            </button>
        }
    }
}
