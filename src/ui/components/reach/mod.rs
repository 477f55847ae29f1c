//! Where the room reaches the page: an address of this device alone would send every phone to itself.

use crate::app::place::Place;
use crate::app::text::Text;
use crate::browser;
use crate::domain::code::Round;
use crate::domain::workshop::Workshop;
use crate::domain::workshop::address::{AddressError, PageAddress, Reach, reach};
use crate::domain::workshop::change::Change;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use crate::ui::workshop_handle::WorkshopHandle;

/// A place in the workshop as a link that others can open: the wall in the language of the console, everything else in that of the workshop.
#[must_use]
pub fn link(handle: &WorkshopHandle, place: &Place) -> String {
    let workshop = &handle.workshop;
    let address = match (&workshop.address, place) {
        (None, Place::Wall(..)) => browser::address(),
        _ => address(&handle.store, workshop),
    };
    [address, place.fragment()].concat()
}

/// Where participants reach the page: the address that the workshop says, else this page's own in the language that its invite names, where
/// there is one. Their device may still prefer another.
#[must_use]
pub fn address(store: &Store, workshop: &Workshop) -> String {
    if let Some(own) = &workshop.address {
        return own.text().to_owned();
    }
    let language = workshop.settings.language.tag();
    let other = Some(language).filter(|language| *language != store.pack.language);
    let other = other.and_then(browser::language_address);
    other.unwrap_or_else(browser::address)
}

/// Where everybody takes part now: by the invite, or in the second vote that is open.
#[must_use]
pub fn invite_place(workshop: &Workshop) -> Place {
    let round = workshop.open_round().filter(|round| *round != Round::FIRST);
    let second = round.zip(workshop.topic().map(|topic| topic.area));
    Place::Join(workshop.invite().seal().to_string(), second)
}

/// The link that leads there.
#[must_use]
pub fn invite_link(handle: &WorkshopHandle) -> String {
    link(handle, &invite_place(&handle.workshop))
}

/// What [`ReachNotice`] needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ReachProps {
    /// The workshop.
    pub handle: WorkshopHandle,
    /// This page's own address.
    pub here: AttrValue,
}

/// Says that phones cannot reach this page at its own address, and asks for one where they can; nothing where there is no need.
#[component]
pub fn ReachNotice(props: &ReachProps) -> Html {
    let wrong = use_state_eq(|| None::<AddressError>);
    // What is half typed, or cannot be taken, stays while the rest is drawn anew.
    let typed = use_state_eq(|| None::<String>);
    let handle = &props.handle;
    let known = handle.workshop.address.as_ref();
    if known.is_none() && reach(&props.here) == Reach::Others {
        return Html::default();
    }
    let store = &handle.store;
    let value = (*typed).clone();
    let value = value.or_else(|| known.map(|address| address.text().to_owned()));
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| typed.set(Some(browser::value(&event))))
    };
    let onchange = take(handle.clone(), wrong.setter(), typed.setter());
    let about = match known {
        Some(_) => store.text(Text::ReachUsed),
        None => store.fill(Text::ReachHere, &[("address", &props.here)]),
    };
    let wrong = wrong.map(words);
    html! {
        <div class="notice reach" data-reach="">
            <p>{ about }</p>
            <div class="field">
                <label for="reach">{ store.text(Text::ReachField) }</label>
                <input id="reach" type="text" dir="ltr" inputmode="url" autocomplete="off" autocapitalize="none" spellcheck="false"
                    placeholder="http://192.168.1.20:8000/" maxlength={PageAddress::LONGEST.to_string()}
                    aria-invalid={wrong.is_some().then_some("true")} aria-describedby="reach-wrong"
                    value={value.unwrap_or_default()} {oninput} {onchange} />
                <span class="workshop-care" id="reach-wrong" aria-live="polite" aria-atomic="true">
                    if let Some(wrong) = wrong { { store.text(wrong) } }
                </span>
            </div>
        </div>
    }
}

/// Stores an address that can be one, and none where nothing is left.
fn take(
    handle: WorkshopHandle,
    wrong: UseStateSetter<Option<AddressError>>,
    typed: UseStateSetter<Option<String>>,
) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let address = match &*browser::value(&event) {
            "" => Ok(None),
            text => PageAddress::new(text).map(Some),
        };
        wrong.set(address.as_ref().err().copied());
        if let Ok(address) = address {
            typed.set(None);
            handle.change(Change::SetAddress(address));
        }
    })
}

const fn words(wrong: AddressError) -> Text {
    match wrong {
        AddressError::NotAnAddress => Text::ReachWrong,
        AddressError::ThisDeviceOnly => Text::ReachSelf,
    }
}
