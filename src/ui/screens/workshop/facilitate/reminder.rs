//! A friendly line for the chat: how many are missing, and the link.

use super::fold::fold;
use crate::app::text::Text;
use crate::ui::components::link::Link;
use crate::ui::components::reach;
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;

/// Folded away; nothing once everybody is in.
pub(super) fn reminder(handle: &WorkshopHandle) -> Html {
    let workshop = &handle.workshop;
    let missing = workshop.settings.present.0.saturating_sub(workshop.received());
    if missing == 0 {
        return Html::default();
    }
    let store = &handle.store;
    let texts = &store.pack.texts;
    let (one, many) = (Text::ReminderOne, Text::ReminderMany);
    let words = texts.count(one, many, usize::try_from(missing).unwrap_or(usize::MAX));
    // The link comes last and on a line of its own: nothing stands behind it that a chat could take for a part of it.
    let text = [words, reach::invite_link(handle)].join("\n");
    fold(
        store.text(Text::ReminderTitle),
        "reminder",
        html! {
            <Link id="reminder" {text} label={Text::ReminderLabel} button={Text::ReminderCopy}
                copied={Text::ReminderCopied} qr=false />
        },
    )
}
