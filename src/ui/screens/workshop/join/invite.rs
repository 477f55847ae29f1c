//! What a participant reads before anything else, and the way in.

use super::{Forgotten, Pick, Said, View, begin, happened};
use crate::app::text::Text;
use crate::app::workshop::action::TicketEvent;
use crate::app::workshop::joining;
use crate::browser;
use crate::domain::code::answer::RolePlace;
use crate::domain::workshop::ticket::Ending;
use crate::ui::components::leaving::leaving;
use crate::ui::prelude::*;
use std::rc::Rc;

/// Where the focus goes when a role is missing.
const ROLES: &str = "join-roles";

impl View<'_> {
    pub(super) fn invite(&self) -> Html {
        let shape = self.invite.shape;
        let figures = [
            ("n", &*shape.length().to_string()),
            ("minutes", &*joining::minutes(shape).to_string()),
        ];
        let (lead, start) = match self.second {
            None => (self.store.fill(Text::JoinLead, &figures), Text::JoinStart),
            Some(_) => (self.store.text(Text::JoinLeadSecond), Text::JoinStartSecond),
        };
        let code = if self.invite.roles.labels().is_empty() {
            Text::JoinWhoCodePlain
        } else {
            Text::JoinWhoCode
        };
        let facts = [Text::JoinWhoSent, code, Text::JoinWhoRoom, Text::JoinWhoName];
        html! {
            <div class="prose join">
                <p class="join-forgotten" aria-live="polite" aria-atomic="true">
                    if *self.ui.forgotten == Forgotten::Everything {
                        { self.store.text(Text::JoinForgotten) }
                    }
                </p>
                <h1 tabindex="-1">{ self.store.text(Text::JoinTitle) }</h1>
                <p class="lead">{ lead }</p>
                <section aria-labelledby="join-who">
                    <h2 id="join-who">{ self.store.text(Text::JoinWho) }</h2>
                    <ul class="join-facts">{ for facts.map(|fact| html! { <li>{ self.store.text(fact) }</li> }) }</ul>
                </section>
                { self.roles() }
                { self.shared() }
                <p><button type="button" class="button" onclick={self.start()}>{ self.store.text(start) }</button></p>
                { self.pass_round() }
            </div>
        }
    }

    /// Several people at this one device.
    pub(super) fn pass_round(&self) -> Html {
        let passing = self.ui.passing.setter();
        let onclick = leaving::<MouseEvent>(move || passing.set(true));
        html! {
            <p class="hint">
                { self.store.text(Text::JoinPassText) }{ " " }
                <button type="button" class="link" data-pass="" {onclick}>{ self.store.text(Text::JoinPass) }</button>
            </p>
        }
    }

    fn roles(&self) -> Html {
        let labels = self.invite.roles.labels();
        if labels.is_empty() {
            return Html::default();
        }
        let named = labels.iter().zip(0..).filter_map(|(label, place)| {
            let role = RolePlace::new(place)?;
            Some(self.role(Pick::Role(role), label.text().to_owned().into()))
        });
        let missing = *self.ui.said == Some(Said::PickARole);
        html! {
            <fieldset class="join-roles" id={ROLES} tabindex="-1" aria-describedby="join-role-hint">
                <legend>{ self.store.text(Text::JoinRole) }</legend>
                <p class="hint" id="join-role-hint">{ self.store.text(Text::JoinRoleHint) }</p>
                <p class="join-said">
                    if missing { { self.store.text(Text::JoinRoleMissing) } }
                </p>
                <div class="options">
                    { for named }
                    { self.role(Pick::RatherNotSay, self.store.text(Text::JoinRoleNone)) }
                </div>
            </fieldset>
        }
    }

    fn role(&self, pick: Pick, label: AttrValue) -> Html {
        let (picked, said) = (self.ui.pick.clone(), self.ui.said.clone());
        let checked = *picked == Some(pick);
        let translate = (pick != Pick::RatherNotSay).then_some("no");
        let onchange = move |_: Event| {
            picked.set(Some(pick));
            said.set(None);
        };
        html! {
            <label class="option">
                <input type="radio" name="role" {checked} {onchange} />
                <span class="option-number" aria-hidden="true" />
                <span class="option-text"><bdi {translate}>{ label }</bdi></span>
            </label>
        }
    }

    fn shared(&self) -> Html {
        let ending = self.ui.ending.clone();
        let checked = *ending == Ending::Forget;
        let other = if checked { Ending::Open } else { Ending::Forget };
        let onchange = move |_: Event| ending.set(other);
        html! {
            <label class="check">
                <input type="checkbox" id="join-shared" {checked} {onchange} aria-labelledby="join-shared-label"
                    aria-describedby="join-shared-hint" />
                <span>
                    <span id="join-shared-label">{ self.store.text(Text::JoinShared) }</span>
                    <span class="hint join-line" id="join-shared-hint">{ self.store.text(Text::JoinSharedHint) }</span>
                </span>
            </label>
        }
    }

    fn start(&self) -> Callback<MouseEvent> {
        let (store, invite, second) = (Rc::clone(self.store), Rc::clone(self.invite), self.second);
        let (pick, ending, said) = (*self.ui.pick, *self.ui.ending, self.ui.said.clone());
        let (picked, shared, forgotten) = (
            self.ui.pick.clone(),
            self.ui.ending.clone(),
            self.ui.forgotten.clone(),
        );
        Callback::from(move |_| {
            let roles = invite.roles.labels();
            let role = match pick {
                Some(Pick::Role(role)) if usize::from(role.place()) < roles.len() => Some(role),
                Some(Pick::RatherNotSay) => None,
                _ if roles.is_empty() => None,
                _ => {
                    said.set(Some(Said::PickARole));
                    browser::focus(ROLES);
                    browser::say(&store.text(Text::JoinRoleMissing));
                    return;
                }
            };
            let (store, invite) = (Rc::clone(&store), Rc::clone(&invite));
            let (picked, shared) = (picked.clone(), shared.clone());
            let (said, forgotten) = (said.clone(), forgotten.clone());
            browser::step_aside(move || {
                let ticket = joining::ticket(&invite, role, ending, store.inputs());
                happened(&store, invite.workshop, TicketEvent::Joined(Box::new(ticket)));
                // Nothing of this person is there for the next one.
                picked.set(None);
                shared.set(Ending::default());
                said.set(None);
                forgotten.set(Forgotten::Nothing);
                if second.is_none() {
                    begin(&store, &invite);
                }
            });
        })
    }
}
