//! A field that takes whatever holds an invite, a camera beside it, and the way to the workshop.

use crate::app::place::Place;
use crate::app::text::Text;
use crate::app::workshop::way_in::{NoWayIn, way_in};
use crate::browser;
use crate::ui::components::scanner::scanner;
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_store};
use std::rc::Rc;

/// The field's id.
const FIELD: &str = "invite-text";

/// The field, with what was wrong with the last text.
#[component]
pub fn InviteField() -> Html {
    let store = use_store();
    let refused = use_state_eq(|| None::<NoWayIn>);
    let scanning = use_state_eq(|| false);
    let enter = {
        let (store, refused, scanning) = (Rc::clone(&store), refused.clone(), scanning.clone());
        Callback::from(move |texts: Vec<String>| match enter(&texts) {
            Ok(place) => {
                scanning.set(false);
                browser::go(&place.fragment());
            }
            Err(why) => {
                // The dialog says by itself what it found.
                if let Some(why) = why.filter(|_| !*scanning) {
                    browser::say(&store.text(words(why)));
                }
                refused.set(why);
            }
        })
    };
    let set_scanning = |to: bool| {
        let scanning = scanning.clone();
        Callback::from(move |()| scanning.set(to))
    };
    let said = refused.map(|why| store.text(words(why)));
    let found = html! { if let Some(said) = &said { <p>{ said }</p> } };
    html! {
        <form class="invite-field" onsubmit={submitted(&enter)}>
            { field(&store, said, &enter) }
            { ways(&store, set_scanning(true).reform(|_: MouseEvent| ())) }
            { scanner(*scanning, &enter, &set_scanning(false), found) }
        </form>
    }
}

const fn words(why: NoWayIn) -> Text {
    match why {
        NoWayIn::Nothing => Text::InvitedNothing,
        NoWayIn::Damaged => Text::InvitedDamaged,
    }
}

/// Where the first of some texts leads that leads anywhere, or what is wrong with the first that is wrong.
fn enter(texts: &[String]) -> Result<Place, Option<NoWayIn>> {
    let mut refused = None;
    for text in texts {
        match way_in(text) {
            Ok(place) => return Ok(place),
            Err(why) => refused = refused.or(Some(why)),
        }
    }
    Err(refused)
}

fn submitted(enter: &Callback<Vec<String>>) -> Callback<SubmitEvent> {
    enter.reform(|event: SubmitEvent| {
        event.prevent_default();
        vec![browser::field_text(FIELD)]
    })
}

fn field(store: &Store, said: Option<AttrValue>, enter: &Callback<Vec<String>>) -> Html {
    let enter = enter.clone();
    let onpaste = Callback::from(move |event: Event| {
        let enter = enter.clone();
        browser::read_pasted(&event, move |text| {
            browser::put_text(FIELD, &text);
            enter.emit(vec![text]);
        });
    });
    html! {
        <>
            <div class="field">
                <label for={FIELD}>{ store.text(Text::InvitedField) }</label>
                <textarea id={FIELD} rows="3" autocomplete="off" autocapitalize="none" spellcheck="false"
                    aria-describedby="invite-said" {onpaste} />
            </div>
            <p class="invite-said" id="invite-said">{ said }</p>
        </>
    }
}

fn ways(store: &Store, scan: Callback<MouseEvent>) -> Html {
    html! {
        <p class="invite-ways">
            <button type="submit" class="button">{ store.text(Text::InvitedOpen) }</button>
            <button type="button" class="button button-quiet" data-scan="" onclick={scan}>
                { store.text(Text::InvitedScan) }
            </button>
        </p>
    }
}
