//! Since an earlier set of rooms.

use super::{View, look_at};
use crate::app::text::Text;
use crate::app::workshop::rooms::is_earlier;
use crate::app::workshop::rooms::outline::RoomsOutline;
use crate::app::workshop::rooms::past::{Earlier, Since};
use crate::browser;
use crate::domain::rollup::gathering::RollUp;
use crate::domain::rollup::room::Room;
use crate::domain::rollup::tally::Tallied;
use crate::ui::components::stacking::{Row, stacking};
use crate::ui::prelude::*;
use crate::ui::store::Store;

/// The sets that were held before these rooms.
fn earlier<'a>(view: &'a View, tallied: &Tallied) -> Vec<&'a RollUp> {
    let created = view.kept().map(|kept| kept.created);
    let last = tallied.days.map(|(_, last)| last);
    let read = view.others.iter().filter_map(|(_, read)| read.as_ref().ok());
    read.filter(|other| is_earlier(other, last, created)).collect()
}

/// The one of them that these rooms are compared with.
pub(super) fn chosen<'a>(view: &'a View, tallied: &Tallied) -> Option<&'a RollUp> {
    let chosen = view.look.against?;
    earlier(view, tallied)
        .into_iter()
        .find(|other| other.id == chosen)
}

/// A set, with the day on which it was made.
pub(super) fn made<'a>(store: &Store, set: &'a RollUp) -> Earlier<'a> {
    let made = store.day_of(set.created);
    Earlier { set, made }
}

/// What a set is called, with its days.
pub(super) fn name(view: &View, roll_up: &RollUp) -> AttrValue {
    let in_words = |day| view.store.day(day).to_string();
    let name = made(view.store, roll_up).name(&view.store.pack, &in_words);
    name.into()
}

/// Nothing while no earlier set is kept. What was chosen is printed, the choice is not.
pub(super) fn past(view: &View, outline: &RoomsOutline, rooms: &[Room], tallied: &Tallied) -> Html {
    let others = earlier(view, tallied);
    if others.is_empty() {
        return Html::default();
    }
    let before = chosen(view, tallied);
    let look = view.look.clone();
    let onchange = Callback::from(move |event: Event| {
        let against = browser::value(&event).parse().ok();
        look_at(&look, |look| look.against = against);
    });
    let option = |other: &&RollUp| {
        let selected = Some(other.id) == before.map(|before| before.id);
        html! { <option value={other.id.to_string()} {selected}>{ name(view, other) }</option> }
    };
    html! {
        <section class={classes!("sheet-part", before.is_none().then_some("screen-only"))} aria-labelledby="past">
            <h2 id="past">{ view.text(Text::RoomsPast) }</h2>
            <p class="field sheet-choice screen-only">
                <label for="rooms-against">{ view.text(Text::RoomsPastChoose) }</label>
                <select id="rooms-against" {onchange}>
                    <option value="" selected={before.is_none()}>{ view.text(Text::RoomsPastNone) }</option>
                    { for others.iter().map(option) }
                </select>
            </p>
            if let Some(before) = before {
                { comparison(view, before, outline, (rooms, tallied)) }
            }
        </section>
    }
}

fn comparison(view: &View, before: &RollUp, outline: &RoomsOutline, told: (&[Room], &Tallied)) -> Html {
    let in_words = |day| view.store.day(day).to_string();
    let since = Since::of(
        &view.store.pack,
        outline,
        told,
        made(view.store, before),
        &in_words,
    );
    let columns: Vec<_> = since.columns.into_iter().map(AttrValue::from).collect();
    let rows = since.rows.into_iter().map(|cells| {
        let mut cells = cells.into_iter().map(Html::from);
        Row {
            key: None,
            class: None,
            heading: cells.next().unwrap_or_default(),
            cells: cells.collect(),
        }
    });
    html! {
        <>
            if let Some(both) = since.both {
                <p>{ both }</p>
            }
            { stacking(None, view.text(Text::SheetPastTable), &columns, rows) }
            if let Some(rule) = since.rule {
                <p class="hint">{ view.text(rule) }</p>
            }
        </>
    }
}
