//! One area at a time: both votes, the anchors, the way to talk about it, the second vote and what came of it.

use super::held::Held;
use super::{lines, part, room, text, topics};
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::browser;
use crate::domain::level::Level;
use crate::domain::question::{AreaId, Evidence};
use crate::domain::workshop::change::Change;
use crate::domain::workshop::room::Rounds;
use crate::domain::workshop::{SecondVote, Topic};
use crate::ui::components::room::{self as parts, area_name, words};
use crate::ui::prelude::*;
use crate::ui::screens::workshop::facilitate::asking::HOLD;
use crate::ui::screens::workshop::facilitate::collect::collect;
use crate::ui::workshop_handle::{WorkshopHandle, clicked};

/// The topics as tabs, and the one that is talked about.
pub fn discuss(handle: &WorkshopHandle) -> Html {
    let checklist = &handle.store.pack.checklist;
    let Some(room) = room(handle) else {
        return Html::default();
    };
    let Some(topic) = handle.workshop.topic() else {
        return part(first(handle, &room.queue));
    };
    let Some(rounds) = handle.workshop.rounds(checklist, topic.area) else {
        return Html::default();
    };
    let absent = words::absent(&room);
    html! {
        <div class="stage" key={topic.area.number()}>
            { tabs(handle) }
            <div>
                <h3 class="stage-area">{ area_name(&handle.store, topic.area) }</h3>
                <p class="lead">{ AttrValue::from(handle.store.pack.words.area(topic.area, AreaWord::Question)) }</p>
            </div>
            if handle.workshop.has_second_vote_under_way() {
                { second_vote(handle, topic) }
            }
            { parts::both(&handle.store, &rounds, topic.area) }
            <div class="stage-pair" key="said">
                { said(handle, &rounds, absent) }
                { prompts(handle, topic.area) }
            </div>
            if topic.second == SecondVote::NotYet {
                { second_vote(handle, topic) }
            }
            if matches!(topic.second, SecondVote::Closed(_)) && is_hidden(&rounds) {
                <p class="stage-care">{ text(handle, Text::StageTooFew) }</p>
            }
            { record(handle, topic) }
            { on(handle) }
        </div>
    }
}

/// Nothing was chosen yet: what the figures put first is taken, or somebody chooses.
fn first(handle: &WorkshopHandle, queue: &[AreaId]) -> Html {
    let take = handle.on_click(Change::ChoseTopics(queue.to_vec()));
    html! {
        <>
            { topics::topics(handle) }
            if !queue.is_empty() {
                <button type="button" class="button stage-go" onclick={take}>{ text(handle, Text::StageTopicsGo) }</button>
            }
        </>
    }
}

fn tabs(handle: &WorkshopHandle) -> Html {
    let tab = |(turn, topic): (usize, &Topic)| {
        let current = (turn == handle.workshop.turn).then_some("step");
        let onclick = handle.on_ask(Change::TurnedTo(turn));
        html! {
            <li>
                <button type="button" class="stage-tab" aria-current={current} {onclick}>
                    { area_name(&handle.store, topic.area) }
                </button>
            </li>
        }
    };
    html! {
        <nav aria-label={text(handle, Text::StageTabs)}>
            <ol class="stage-tabs">{ for handle.workshop.topics.iter().enumerate().map(tab) }</ol>
        </nav>
    }
}

/// What may be said of the last vote, and of what became of it.
fn said(handle: &WorkshopHandle, rounds: &Rounds, absent: u32) -> Html {
    let store = &handle.store;
    let (view, absent) = match &rounds.second {
        Some(second) => (second, 0),
        None => (&rounds.first, absent),
    };
    html! {
        <div class="stage-part" aria-live="polite" aria-atomic="true">
            if let Some(outcome) = rounds.outcome {
                <h3>{ text(handle, Text::StageOutcome) }</h3>
                <p class="stage-outcome">{ words::outcome(store, outcome) }</p>
            } else if rounds.is_seen_twice() {
                <h3>{ text(handle, Text::StageOutcome) }</h3>
                <p>{ text(handle, Text::StageOutcomeDots) }</p>
            }
            { parts::sentences(&words::findings(store, view, absent)) }
        </div>
    }
}

fn prompts(handle: &WorkshopHandle, area: AreaId) -> Html {
    let prompts = [
        Text::StagePromptSilent,
        Text::StagePromptVoices,
        Text::StagePromptPairs,
        Text::StagePromptLast,
    ];
    let questions = [Evidence::First, Evidence::Second]
        .map(|which| AttrValue::from(handle.store.pack.words.area(area, AreaWord::Discuss(which))));
    html! {
        <div class="stage-part">
            <h3>{ text(handle, Text::StagePrompts) }</h3>
            <ol class="stage-prompts">{ for prompts.map(|prompt| html! { <li>{ text(handle, prompt) }</li> }) }</ol>
            <h3>{ text(handle, Text::StageDiscussMore) }</h3>
            { parts::sentences(&questions) }
        </div>
    }
}

/// Whether the second vote was of too few.
fn is_hidden(rounds: &Rounds) -> bool {
    let second = rounds.second.as_ref();
    second.is_some_and(|view| view.picture.is_none())
}

/// The second vote until it is shown. The keys keep a button from becoming the next one under a finger that is still on it.
fn second_vote(handle: &WorkshopHandle, topic: &Topic) -> Html {
    let opening = handle.clone();
    let open = clicked(move || {
        opening.change(Change::OpenedSecondVote);
        let again = text(&opening, Text::StageVoteAgain);
        browser::say(&opening.store.pack.texts.about(&again, &in_words(&opening, 0)));
    });
    let body = match topic.second {
        SecondVote::NotYet => html! {
            <div class="stage-part" key="not-yet">
                <p class="hint">{ text(handle, Text::StageVoteAgainText) }</p>
                <button type="button" class="button stage-go" onclick={open}>
                    { text(handle, Text::StageVoteOpen) }
                </button>
            </div>
        },
        SecondVote::Open(_) => html! {
            <div class="stage-part" key="open">
                { received(handle) }
                { collect(handle, &Callback::noop()) }
                <button type="button" class="button stage-go" id={HOLD} data-hold="" onclick={handle.on_ask(Change::HeldSecondVote)}>
                    { text(handle, Text::StageVoteClose) }
                </button>
            </div>
        },
        SecondVote::Held(_) => html! {
            <div class="stage-part" key="held">
                { received(handle) }
                <Held handle={handle.clone()} />
            </div>
        },
        SecondVote::Closed(_) => Html::default(),
    };
    html! {
        <section class="card stage-card" aria-labelledby="again">
            <h3 id="again">{ text(handle, Text::StageVoteAgain) }</h3>
            { body }
        </section>
    }
}

/// "9 of 12 in".
fn in_words(handle: &WorkshopHandle, received: u32) -> AttrValue {
    let of = handle.workshop.settings.present.0;
    let values = [("n", &*received.to_string()), ("of", &*of.to_string())];
    handle.store.fill(Text::StageVoteIn, &values)
}

fn received(handle: &WorkshopHandle) -> Html {
    html! {
        <p class="stage-count">{ in_words(handle, handle.workshop.received()) }</p>
    }
}

/// The agreed level, the other view, the note.
fn record(handle: &WorkshopHandle, topic: &Topic) -> Html {
    let area = topic.area;
    let choice = |level: Option<Level>| {
        let checked = topic.agreed == level;
        let onchange = handle.on_change(move |_| Some(Change::Agreed(area, level)));
        let value = level.map_or(0, Level::number).to_string();
        let name = match level {
            Some(level) => handle.store.pack.words.level(level).into(),
            None => text(handle, Text::StageAgreedNone),
        };
        html! {
            <label class="check">
                <input type="radio" name="agreed" {value} {checked} {onchange} />
                <span>{ name }</span>
            </label>
        }
    };
    let levels = Level::ALL.into_iter().map(Some).chain([None]);
    let dissent = handle.on_input(move |text| Change::WroteDissent(area, text));
    let note = handle.on_input(move |text| Change::WroteNote(area, text));
    html! {
        <div class="stage-form">
            <fieldset class="stage-topics">
                <legend>{ text(handle, Text::StageAgreed) }</legend>
                <div class="stage-levels">{ for levels.map(choice) }</div>
            </fieldset>
            <div class="field">
                <label for="dissent">{ text(handle, Text::StageDissent) }</label>
                <p class="hint" id="dissent-hint">{ text(handle, Text::StageDissentHint) }</p>
                <input
                    id="dissent"
                    type="text"
                    autocomplete="off"
                    aria-describedby="dissent-hint"
                    value={topic.dissent.clone()}
                    oninput={dissent}
                />
            </div>
            { lines("note", text(handle, Text::StageNote), text(handle, Text::StageNoteHint), topic.note.clone(), note) }
        </div>
    }
}

/// On to the next area.
fn on(handle: &WorkshopHandle) -> Html {
    let next = handle.workshop.turn + 1;
    let onclick = handle.on_ask(Change::TurnedTo(next));
    html! {
        if next < handle.workshop.topics.len() {
            <button type="button" class="button button-quiet stage-go" {onclick}>
                { text(handle, Text::StageNextTopic) }
            </button>
        }
    }
}
