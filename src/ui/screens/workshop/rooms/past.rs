//! Since an earlier set of rooms, by the rule for people whose answers nobody links.

use super::{View, look_at};
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::app::workshop::figures::{interpolated, verdict};
use crate::app::workshop::rooms::is_earlier;
use crate::browser;
use crate::domain::group::InterpolatedMedian;
use crate::domain::rollup::gathering::RollUp;
use crate::domain::rollup::picture::{SetMove, in_both, moves};
use crate::domain::rollup::room::Room;
use crate::domain::rollup::tally::{Tallied, areas};
use crate::ui::components::stacking::{Row, stacking};
use crate::ui::prelude::*;

/// Nothing while no earlier set is kept. What was chosen is printed, the choice is not.
pub(super) fn past(view: &View, rooms: &[Room], tallied: &Tallied) -> Html {
    let created = view.kept().map(|kept| kept.created);
    let last = tallied.days.map(|(_, last)| last);
    let read = view.others.iter().filter_map(|(_, read)| read.as_ref().ok());
    let others: Vec<_> = read.filter(|other| is_earlier(other, last, created)).collect();
    if others.is_empty() {
        return Html::default();
    }
    let against = view.look.against;
    let look = view.look.clone();
    let onchange = Callback::from(move |event: Event| {
        let against = browser::value(&event).parse().ok();
        look_at(&look, |look| look.against = against);
    });
    let option = |other: &&RollUp| {
        let selected = Some(other.id) == against;
        html! { <option value={other.id.to_string()} {selected}>{ super::kept::name(view, other) }</option> }
    };
    let before = others.iter().find(|other| Some(other.id) == against);
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
                { comparison(view, before, rooms, tallied) }
            }
        </section>
    }
}

fn comparison(view: &View, before: &RollUp, rooms: &[Room], tallied: &Tallied) -> Html {
    let checklist = &view.store.pack.checklist;
    let earlier = before.rooms.rooms();
    let moves = moves(&areas(checklist, earlier), &tallied.areas);
    let both = in_both(&before.rooms, rooms);
    let columns = [
        view.text(Text::ResultsColumnArea),
        super::kept::name(view, before),
        view.text(Text::RoomsAll),
        view.text(Text::CompareColumnVerdict),
    ];
    html! {
        <>
            if both > 0 {
                <p>{ view.fill(Text::RoomsPastBoth, &[("n", &both.to_string())]) }</p>
            }
            { stacking(None, view.text(Text::SheetPastTable), &columns, moves.iter().map(|it| row(view, it))) }
            <p class="hint">{ view.text(Text::SheetPastRule) }</p>
        </>
    }
}

fn row(view: &View, moved: &SetMove) -> Row {
    let end = |middle: Option<InterpolatedMedian>| match middle {
        Some(middle) => interpolated(&view.store.pack.texts, middle).into(),
        None => view.text(Text::SheetTooFew),
    };
    Row::of([
        view.store.pack.words.area(moved.area, AreaWord::Name).into(),
        end(moved.from),
        end(moved.to),
        view.text(verdict(moved.change)),
    ])
}
