//! The sets of rooms that are kept on this device.

use super::View;
use super::past::name;
use crate::app::action::Action;
use crate::app::text::Text;
use crate::app::workshop::Missing;
use crate::app::workshop::rooms::place;
use crate::domain::record::{ReadError, roll_up_key};
use crate::domain::rollup::gathering::{RollUp, RollUpId};
use crate::ui::prelude::*;

pub(super) fn kept(view: &View) -> Html {
    let all = view.others;
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sheet-part" aria-labelledby="kept">
            <h2 id="kept">{ view.text(Text::RoomsList) }</h2>
            <ol class="rooms-kept">{ for all.iter().map(|(id, read)| entry(view, *id, read)) }</ol>
        </section>
    }
}

fn entry(view: &View, id: RollUpId, read: &Result<RollUp, Missing>) -> Html {
    let text = id.to_string();
    let words = match read {
        Ok(roll_up) => name(view, roll_up),
        Err(Missing::Unreadable(ReadError::Newer(_))) => view.fill(Text::RoomsBrokenNewer, &[("id", &text)]),
        Err(_) => view.fill(Text::RoomsBroken, &[("id", &text)]),
    };
    let rooms = read.as_ref().ok().map(|roll_up| {
        let count = roll_up.rooms.rooms().len();
        let texts = &view.store.pack.texts;
        texts.count(Text::RoomsCountOne, Text::RoomsCountMany, count)
    });
    let labelled = |label| AttrValue::from(view.store.pack.texts.about(&view.text(label), &words));
    let delete = view.store.on_click(Action::DeletedRecord(roll_up_key(id)));
    html! {
        <li class="record" key={text}>
            <div class="record-words">
                <h3>{ words.clone() }</h3>
                if let Some(rooms) = rooms {
                    <p>{ rooms }</p>
                }
            </div>
            <div class="record-actions">
                if read.is_ok() {
                    <a class="button" href={place(Some(id)).fragment()} aria-label={labelled(Text::RoomsOpen)}>{ view.text(Text::RoomsOpen) }</a>
                }
                <button type="button" class="button button-quiet" aria-label={labelled(Text::RoomsDelete)} onclick={delete}>
                    { view.text(Text::RoomsDelete) }
                </button>
            </div>
        </li>
    }
}
