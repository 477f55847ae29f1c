//! How many are in, against how many are there. Never what they said.

use super::whole_number::WholeNumber;
use crate::app::text::Text;
use crate::app::workshop::setup::headcount;
use crate::app::workshop::show_of_hands::partly_counted;
use crate::domain::workshop::change::Change;
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;

/// "9 of 12 in", what that means, and the headcount to correct.
pub(super) fn health(handle: &WorkshopHandle) -> Html {
    let store = &handle.store;
    let (received, present) = (handle.workshop.received(), handle.workshop.settings.present.0);
    let values = [("n", &*received.to_string()), ("total", &*present.to_string())];
    let take = {
        let handle = handle.clone();
        Callback::from(move |typed: String| {
            let present = headcount(&typed);
            if let Some(present) = present {
                handle.change(Change::Expected(present));
            }
            present.is_some()
        })
    };
    html! {
        <section class="health" aria-labelledby="health">
            <h3 id="health">{ store.text(Text::WorkshopHealth) }</h3>
            <div>
                <p class="health-figures">{ store.fill(Text::WorkshopReceived, &values) }</p>
                <p class={(received > present).then_some("workshop-care")}>{ gap(handle) }</p>
            </div>
            <div class="field health-count">
                <label for="headcount">{ store.text(Text::WorkshopHeadcount) }</label>
                <WholeNumber id="headcount" stored={present} wrong={store.text(Text::WorkshopPresentWrong)} {take} />
            </div>
        </section>
    }
}

/// What the difference between answers and people means.
fn gap(handle: &WorkshopHandle) -> AttrValue {
    let texts = &handle.store.pack.texts;
    let (received, present) = (handle.workshop.received(), handle.workshop.settings.present.0);
    let apart = received.abs_diff(present) as usize;
    match received.cmp(&present) {
        std::cmp::Ordering::Less => texts
            .count(Text::WorkshopMissingOne, Text::WorkshopMissingMany, apart)
            .into(),
        std::cmp::Ordering::Equal => match partly_counted(&handle.workshop) {
            Some((counted, of)) => {
                let values = [("n", &*counted.to_string()), ("of", &*of.to_string())];
                handle.store.fill(Text::WorkshopUncounted, &values)
            }
            None => handle.store.text(Text::WorkshopComplete),
        },
        std::cmp::Ordering::Greater => texts
            .count(Text::WorkshopOverOne, Text::WorkshopOverMany, apart)
            .into(),
    }
}
