//! What can still be changed of a workshop that has begun.

use super::own_minutes::own_minutes;
use super::radio::radio;
use super::whole_number::WholeNumber;
use crate::app::text::Text;
use crate::app::workshop::setup::{LONGEST_TITLE, minimum, minutes};
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::{Agenda, OwnMinutes, Stage};
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;

/// A number that stands for a smallest group is asked about first, where the room has seen figures.
fn smallest(handle: &WorkshopHandle, least: MinimumGroup) -> Callback<String, bool> {
    let handle = handle.clone();
    Callback::from(move |typed: String| {
        let group = minimum(&typed).filter(|group| *group >= least);
        if let Some(group) = group {
            handle.ask(Change::SetMinimum(group));
        }
        group.is_some()
    })
}

/// Takes what was typed as a stage's own minutes.
fn minutes_of(handle: &WorkshopHandle) -> Callback<(Stage, String), bool> {
    let handle = handle.clone();
    Callback::from(move |(stage, typed): (Stage, String)| {
        let latest = handle.latest();
        let agenda = latest.and_then(|workshop| minutes(workshop.settings.agenda, stage, &typed));
        if let Some(agenda) = agenda {
            handle.change(Change::SetAgenda(agenda));
        }
        agenda.is_some()
    })
}

/// Title, smallest group and length, folded away.
pub(super) fn settings(handle: &WorkshopHandle) -> Html {
    let store = &handle.store;
    let settings = &handle.workshop.settings;
    let least = handle.workshop.least_minimum();
    let (about, wrong) = match handle.workshop.revealed {
        None => (Text::WorkshopMinimumHint, Text::WorkshopMinimumWrong),
        Some(_) if least < settings.minimum => (Text::WorkshopMinimumLower, Text::WorkshopMinimumLower),
        Some(_) => (Text::WorkshopMinimumRevealed, Text::WorkshopMinimumRevealed),
    };
    let [about, wrong] = [about, wrong].map(|text| store.fill(text, &[("n", &least.size().to_string())]));
    let agenda = |agenda: Agenda| {
        let minutes = agenda.minutes().to_string();
        let label = store.fill(Text::WorkshopMinutes, &[("n", &minutes)]);
        let onchange = handle.on_change(move |_| Some(Change::SetAgenda(agenda)));
        radio("agenda", minutes, label, settings.agenda == agenda, onchange)
    };
    let own = Agenda::Own(OwnMinutes::of(settings.agenda));
    let begin = handle.on_change(move |_| Some(Change::SetAgenda(own)));
    html! {
        <details class="console-fold">
            <summary>{ store.text(Text::WorkshopSettings) }</summary>
            <div class="console-settings">
                <div class="field">
                    <label for="title">{ store.text(Text::WorkshopFieldTitle) }</label>
                    <input id="title" type="text" autocomplete="off" maxlength={LONGEST_TITLE.to_string()}
                        value={settings.title.clone()} oninput={handle.on_input(Change::Named)} />
                </div>
                <div class="field">
                    <label for="minimum">{ store.text(Text::WorkshopMinimum) }</label>
                    <WholeNumber id="minimum" stored={settings.minimum.size()} about="minimum-about" {wrong}
                        take={smallest(handle, least)} />
                    <span class="hint" id="minimum-about">{ about }</span>
                    <span class="console-said" aria-live="polite" aria-atomic="true">
                        if settings.minimum.is_risky() {
                            <span class="workshop-care">{ store.text(Text::WorkshopMinimumRisky) }</span>
                        }
                    </span>
                </div>
                <fieldset class="workshop-choices">
                    <legend>{ store.text(Text::WorkshopLength) }</legend>
                    { for Agenda::ALL.map(agenda) }
                    { own_minutes(store, settings.agenda, begin, &minutes_of(handle)) }
                </fieldset>
            </div>
        </details>
    }
}
