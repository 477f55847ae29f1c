//! The rooms of a set: an invite for each, on the screen, on paper and as one text.

use super::source;
use crate::app::place::Place;
use crate::app::text::Text;
use crate::app::workshop::rooms::place;
use crate::app::workshop::rooms::split::as_text;
use crate::browser;
use crate::domain::workshop::Workshop;
use crate::domain::workshop::split::{name, numbered};
use crate::ui::components::handed_over::HandedOver;
use crate::ui::components::link::Link;
use crate::ui::components::reach::invite_link;
use crate::ui::components::session_file::export;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use crate::ui::workshop_handle::WorkshopHandle;
use std::rc::Rc;

pub(super) fn invites(store: &Rc<Store>, set: &[Rc<Workshop>]) -> Html {
    let rooms: Vec<(String, String)> = set
        .iter()
        .map(|room| {
            let handle = WorkshopHandle::new(Rc::clone(store), Rc::clone(room));
            (room.settings.title.clone(), invite_link(&handle))
        })
        .collect();
    let title = rooms.first().and_then(|(title, _)| numbered(title));
    let name = title.map(|(beginning, _)| name(beginning).to_owned());
    let print = |_: MouseEvent| browser::print();
    let day = set
        .first()
        .map(|room| store.day(store.day_of(room.held())).to_string());
    let window = [Some(store.text(Text::RoomsSet).to_string()), name.clone(), day];
    let window: Vec<_> = window.iter().flatten().map(|part| &**part).collect();
    let window = store.pack.row(&window);
    let each = set
        .iter()
        .zip(&rooms)
        .map(|(room, (_, link))| invite(store, room, link));
    html! {
        <article class="sheet rooms">
            <header class="sheet-head">
                <p class="eyebrow" translate="no">{ name }</p>
                <h1 tabindex="-1" data-title={window}>{ store.text(Text::RoomsSet) }</h1>
                <p class="lead screen-only">{ store.text(Text::RoomsSetLead) }</p>
                <p class="sheet-actions screen-only">
                    <button type="button" class="button" onclick={print}>{ store.text(Text::ResultsPrint) }</button>
                    <a class="button button-quiet" href={place(None).fragment()}>{ store.text(Text::SheetRooms) }</a>
                </p>
                { source(store) }
            </header>
            <section class="sheet-part screen-only">
                <Link id="invites" text={as_text(&rooms)} label={Text::RoomsSetText} button={Text::RoomsSetCopy}
                    copied={Text::WorkshopLinkCopied} qr=false />
                <HandedOver />
            </section>
            <ol class="rooms-invites">{ for each }</ol>
        </article>
    }
}

fn invite(store: &Rc<Store>, room: &Rc<Workshop>, link: &str) -> Html {
    let (id, title) = (room.id, room.settings.title.clone());
    let labelled = |text| AttrValue::from(store.pack.texts.about(&store.text(text), &title));
    let onclick = {
        let store = Rc::clone(store);
        move |_: MouseEvent| export(&store, id)
    };
    html! {
        <li key={id.to_string()}>
            <h2 translate="no">{ title.clone() }</h2>
            <Link id={format!("invite-{id}")} text={link.to_owned()} label={Text::WorkshopLink} button={Text::WorkshopLinkCopy}
                copied={Text::WorkshopLinkCopied} qr=true of={AttrValue::from(title.clone())} />
            <p class="rooms-address" dir="ltr" translate="no">{ link.to_owned() }</p>
            <p class="sheet-actions screen-only">
                <a href={Place::Console(id).fragment()} aria-label={labelled(Text::WorkshopOpen)}>{ store.text(Text::WorkshopOpen) }</a>
                <button type="button" class="link" data-take="session" aria-label={labelled(Text::SessionTake)} {onclick}>
                    { store.text(Text::SessionTake) }
                </button>
            </p>
        </li>
    }
}
