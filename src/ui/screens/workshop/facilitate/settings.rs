//! What can still be changed of a workshop that has begun.

use super::form::radio;
use super::whole_number::WholeNumber;
use crate::app::text::Text;
use crate::app::workshop::setup::{LONGEST_TITLE, minimum};
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage::Agenda;
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;

/// A number that stands for a smallest group is asked about first, where the room has seen figures.
fn smallest(handle: &WorkshopHandle, least: u32) -> Callback<String, bool> {
    let handle = handle.clone();
    Callback::from(move |typed: String| {
        let group = minimum(&typed).filter(|group| group.size() >= least);
        if let Some(group) = group {
            handle.ask(Change::SetMinimum(group));
        }
        group.is_some()
    })
}

/// Title, smallest group and length, folded away.
pub(super) fn settings(handle: &WorkshopHandle) -> Html {
    let store = &handle.store;
    let settings = &handle.workshop.settings;
    let least = if handle.workshop.revealed.is_some() {
        settings.minimum.size()
    } else {
        3
    };
    let about = if handle.workshop.revealed.is_some() {
        Text::WorkshopMinimumRevealed
    } else {
        Text::WorkshopMinimumHint
    };
    let agenda = |agenda: Agenda| {
        let minutes = agenda.minutes().to_string();
        let label = store.fill(Text::WorkshopMinutes, &[("n", &minutes)]);
        let onchange = handle.on_change(move |_| Some(Change::SetAgenda(agenda)));
        radio("agenda", minutes, label, settings.agenda == agenda, onchange)
    };
    let own = Some(settings.agenda).filter(|agenda| !Agenda::ALL.contains(agenda));
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
                    <WholeNumber id="minimum" stored={settings.minimum.size()} described_by="minimum-about minimum-wrong"
                        take={smallest(handle, least)} />
                    <span class="workshop-wrong" id="minimum-wrong">
                        if handle.workshop.revealed.is_some() {
                            { store.text(Text::WorkshopMinimumRevealed) }
                        } else {
                            { store.text(Text::WorkshopMinimumWrong) }
                        }
                    </span>
                    <span class="hint" id="minimum-about">{ store.text(about) }</span>
                    if settings.minimum.is_risky() {
                        <span class="workshop-care">{ store.text(Text::WorkshopMinimumRisky) }</span>
                    }
                </div>
                <fieldset class="workshop-choices">
                    <legend>{ store.text(Text::WorkshopLength) }</legend>
                    { for Agenda::ALL.into_iter().chain(own).map(agenda) }
                </fieldset>
            </div>
        </details>
    }
}
