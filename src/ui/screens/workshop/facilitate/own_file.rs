//! What is different when this page was opened as a file: what does not work, and the way in for whoever was sent an invite.

use crate::app::place::Place;
use crate::app::text::Text;
use crate::browser;
use crate::ui::prelude::*;
use crate::ui::store::use_store;
use std::rc::Rc;

/// The fragment of the invite in what somebody was sent: a link to it on whatever page, its fragment, or its code alone.
fn invite(sent: &str) -> Option<String> {
    let at = sent.find("#/join/").map_or(0, |start| start + "#/".len());
    let word = sent.get(at..)?.split_whitespace().next()?;
    match Place::parse(word) {
        Some(Place::Join(code, second)) if !code.is_empty() => Some(Place::Join(code, second).fragment()),
        // An address of another kind holds no invite.
        _ if word.contains('/') => None,
        _ => Some(Place::Join(word.to_owned(), None).fragment()),
    }
}

#[component]
pub(super) fn OwnFile() -> Html {
    let store = use_store();
    let sent = use_state_eq(String::new);
    let missing = use_state_eq(|| false);
    let oninput = {
        let sent = sent.clone();
        Callback::from(move |event: InputEvent| sent.set(browser::value(&event)))
    };
    let onsubmit = {
        let (missing, store) = (missing.clone(), Rc::clone(&store));
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let found = invite(&sent);
            missing.set(found.is_none());
            match found {
                Some(fragment) => browser::go(&fragment),
                None => browser::say(&store.text(Text::FileInviteMissing)),
            }
        })
    };
    let limits = [
        Text::FileLinks,
        Text::FileWindows,
        Text::FileKept,
        Text::FileScan,
        Text::FileOneLanguage,
    ];
    html! {
        <section class="screen-only" aria-labelledby="own-file">
            <h2 id="own-file">{ store.text(Text::FileTitle) }</h2>
            <ul>{ for limits.map(|text| html! { <li>{ store.text(text) }</li> }) }</ul>
            <form class="card" novalidate=true autocomplete="off" {onsubmit}>
                <div class="field">
                    <label for="sent">{ store.text(Text::FileInvite) }</label>
                    <textarea id="sent" dir="ltr" rows="3" aria-describedby="sent-said" {oninput} />
                    <p id="sent-said" class="hint">{ missing.then(|| store.text(Text::FileInviteMissing)) }</p>
                </div>
                <p><button type="submit" class="button">{ store.text(Text::FileInviteOpen) }</button></p>
            </form>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::invite;

    #[test]
    fn an_invite_is_found_however_it_was_sent() {
        for sent in [
            "file:///C:/Users/ada/oxymoron.html#/join/oxyi.abc",
            "Please join: https://example.org/#/join/oxyi.abc\nSee you at ten",
            "#/join/oxyi.abc",
            " oxyi.abc ",
        ] {
            assert_eq!(invite(sent).as_deref(), Some("#/join/oxyi.abc"), "{sent}");
        }
        let second = "file:///tmp/x.html#/join/oxyi.abc/2/A01";
        assert_eq!(invite(second).as_deref(), Some("#/join/oxyi.abc/2/A01"));
        for nothing in ["", "  \n", "https://example.org/", "#/join/"] {
            assert_eq!(invite(nothing), None, "{nothing}");
        }
    }
}
