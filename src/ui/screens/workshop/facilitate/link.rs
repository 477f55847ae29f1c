//! A link for everybody, to be copied or read off the screen.

use crate::app::text::Text;
use crate::browser::{self, Clip};
use crate::ui::charts::qr::Code;
use crate::ui::prelude::*;
use crate::ui::store::use_store;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Of the text field, alone on its screen.
    pub(super) id: &'static str,
    pub(super) text: AttrValue,
    pub(super) label: Text,
    pub(super) button: Text,
    pub(super) copied: Text,
    /// Whether it is drawn as a QR code, too.
    pub(super) qr: bool,
}

#[component]
pub(super) fn Link(props: &Props) -> Html {
    let store = use_store();
    let clip = use_state_eq(|| None::<Clip>);
    let picture = use_memo((props.text.clone(), props.qr), |(text, qr)| {
        let code = qr.then(|| Code::of(text)).flatten();
        code.map(|code| code.draw(&store.text(Text::WorkshopLinkQr)))
    });
    let onclick = {
        let (clip, text, id) = (clip.clone(), props.text.clone(), props.id);
        Callback::from(move |_: MouseEvent| {
            let clip = clip.clone();
            browser::copy(&text, move |came| {
                if came == Clip::Refused {
                    browser::select(id);
                }
                clip.set(Some(came));
            });
        })
    };
    let said = clip.map(|clip| match clip {
        Clip::Copied => props.copied,
        Clip::Refused => Text::WorkshopLinkRefused,
    });
    html! {
        <div class="share">
            if let Some(picture) = (*picture).clone() {
                <div class="share-qr">{ picture }</div>
            }
            <div class="share-words">
                <div class="field">
                    <label for={props.id}>{ store.text(props.label) }</label>
                    <textarea id={props.id} dir="auto" class="share-text" readonly=true rows="3" value={props.text.clone()} />
                </div>
                <p>
                    <button type="button" class="button button-quiet" {onclick}>{ store.text(props.button) }</button>
                </p>
                <p class="hint" role="status">
                    if let Some(said) = said {
                        { store.text(said) }
                    }
                </p>
            </div>
        </div>
    }
}
