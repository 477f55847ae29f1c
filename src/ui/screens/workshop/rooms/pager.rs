//! A part of what is many: where one is in it, and the way on and back. Nothing is left out without a word.

use super::{View, look_at};
use crate::app::text::Text;
use crate::ui::prelude::*;

/// What a part is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// Rooms beside one another, or below.
    Rooms,
    /// Sentences about files.
    Notes,
    /// Rooms that were in files.
    Lines,
    /// Rooms that can be left out.
    Kept,
    /// What rooms chose.
    Plans,
    /// What came of the plans before.
    Before,
}

impl Of {
    /// How many are shown at a time.
    pub(super) const fn size(self) -> usize {
        match self {
            Self::Rooms => 6,
            Self::Notes => 40,
            Self::Lines => 60,
            Self::Kept => 100,
            Self::Plans | Self::Before => 200,
        }
    }

    const fn words(self) -> [Text; 3] {
        match self {
            Self::Notes => [Text::RoomsNotesPart, Text::RoomsNotesBack, Text::RoomsNotesNext],
            _ => [Text::RoomsPart, Text::RoomsPartBack, Text::RoomsPartNext],
        }
    }
}

/// The part of them that is turned to.
pub(super) fn part<'a, T>(view: &View, of: Of, all: &'a [T]) -> &'a [T] {
    let part = all.chunks(of.size()).nth(first(view, of, all.len()) / of.size());
    part.unwrap_or_default()
}

fn first(view: &View, of: Of, total: usize) -> usize {
    let from = view.look.from.get(of as usize).copied().unwrap_or_default();
    from.min(total.saturating_sub(1)) / of.size() * of.size()
}

/// The way to the others; nothing where there are none. For the ear its buttons bear the name of the list.
pub(super) fn turn(view: &View, of: Of, list: Text, total: usize) -> Html {
    if total <= of.size() {
        return Html::default();
    }
    let from = first(view, of, total);
    let [_, back, next] = of.words().map(|text| view.text(text));
    let list = view.text(list);
    let button = |label: AttrValue, to: Option<usize>| {
        let spoken = view.store.pack.texts.about(&label, &list);
        let look = view.look.clone();
        let onclick = move |_: MouseEvent| {
            if let Some(from) = to {
                look_at(&look, |look| {
                    if let Some(place) = look.from.get_mut(of as usize) {
                        *place = from;
                    }
                });
            }
        };
        html! {
            <button type="button" class="button button-quiet" aria-label={spoken} aria-disabled={to.is_none().then_some("true")} {onclick}>
                { label }
            </button>
        }
    };
    let on = Some(from + of.size()).filter(|on| *on < total);
    html! {
        <p class="sheet-actions screen-only">
            <span aria-live="polite" aria-atomic="true">{ shown(view, of, total) }</span>
            { button(back, from.checked_sub(of.size())) }
            { button(next, on) }
        </p>
    }
}

/// "Rooms 1 to 200 of 350".
fn shown(view: &View, of: Of, total: usize) -> AttrValue {
    let from = first(view, of, total);
    let (first, last) = ((from + 1).to_string(), (from + of.size()).min(total).to_string());
    let [part, ..] = of.words();
    let values = [("from", &*first), ("to", &*last), ("total", &*total.to_string())];
    view.fill(part, &values)
}

/// On paper, where nobody turns to the others, which of them it has; nothing where it has all.
pub(super) fn printed(view: &View, of: Of, total: usize) -> Html {
    html! {
        if total > of.size() {
            <p class="rooms-printed">{ shown(view, of, total) }</p>
        }
    }
}
