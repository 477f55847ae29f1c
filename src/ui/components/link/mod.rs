//! A link for everybody, to be copied or read off the screen.

use crate::app::text::Text;
use crate::browser::{self, Clip};
use crate::ui::charts::qr::Code;
use crate::ui::prelude::*;
use crate::ui::store::use_store;

/// What [`Link`] needs.
#[derive(Clone, PartialEq, Properties)]
pub struct LinkProps {
    /// Of the text field, alone on its screen.
    pub id: AttrValue,
    /// What is copied.
    pub text: AttrValue,
    /// What the field is called.
    pub label: Text,
    /// What the button says.
    pub button: Text,
    /// What is said once it is copied.
    pub copied: Text,
    /// Whether it is drawn as a QR code, too.
    pub qr: bool,
    /// Of whom it is, where there are several on a screen.
    #[prop_or_default]
    pub of: Option<AttrValue>,
}

/// A text in a field, a button that copies it, and its QR code.
#[component]
pub fn Link(props: &LinkProps) -> Html {
    let store = use_store();
    let said = use_state_eq(|| None::<AttrValue>);
    let of = |text| match &props.of {
        Some(of) => AttrValue::from(store.pack.texts.about(&store.text(text), of)),
        None => store.text(text),
    };
    let heard = |text| props.of.as_ref().map(|_| of(text));
    let called = of(Text::WorkshopLinkQr);
    let picture = use_memo((props.text.clone(), props.qr, called), |(text, qr, called)| {
        let code = qr.then(|| Code::of(text)).flatten();
        code.map(|code| code.draw(called))
    });
    let onclick = {
        let (said, text, id) = (said.clone(), props.text.clone(), props.id.clone());
        let [copied, refused] = [props.copied, Text::WorkshopLinkRefused].map(|text| store.text(text));
        Callback::from(move |_: MouseEvent| {
            let (said, copied, refused) = (said.clone(), copied.clone(), refused.clone());
            browser::copy_field(id.clone(), &text, move |clip| {
                let words = match clip {
                    Clip::Copied => copied,
                    Clip::Refused => refused,
                };
                said.set(Some(words.clone()));
                words
            });
        })
    };
    html! {
        <div class="share">
            if let Some(picture) = (*picture).clone() {
                <div class="share-qr">{ picture }</div>
            }
            <div class="share-words">
                <div class="field">
                    <label for={props.id.clone()}>{ store.text(props.label) }</label>
                    <textarea key={&*props.text} id={props.id.clone()} dir="auto" class="share-text" readonly=true rows="3"
                        aria-label={heard(props.label)} defaultvalue={props.text.clone()} />
                </div>
                <p>
                    <button type="button" class="button button-quiet" aria-label={heard(props.button)} {onclick}>{ store.text(props.button) }</button>
                </p>
                <p class="hint">{ (*said).clone() }</p>
            </div>
        </div>
    }
}
