//! The answer code, and the ways to hand it in.

use super::{PartView, Said};
use crate::app::action::Action;
use crate::app::place::Place;
use crate::app::text::Text;
use crate::app::workshop::joining::{CodeStanding, file_name};
use crate::browser::{self, Clip};
use crate::domain::record::Key;
use crate::domain::workshop::ticket::Made;
use crate::ui::charts::qr::Code;
use crate::ui::prelude::*;
use std::rc::Rc;

impl PartView<'_> {
    /// To paste, to show, to send as a file; the receipt; and what helps if it arrives otherwise.
    pub(super) fn panel(&self, made: &Made) -> Html {
        let code = &*made.code;
        let link = [&*browser::address(), &*Place::Answer(code.to_owned()).fragment()].concat();
        let picture = Code::of(&link);
        let said = match *self.view.ui.said {
            Some(Said::Copied) => Some(Text::JoinCopied),
            Some(Said::CopyRefused) => Some(Text::JoinCopyRefused),
            _ => None,
        };
        html! {
            <section class="join-hand-in" aria-labelledby="join-hand-in">
                <h2 id="join-hand-in" tabindex="-1">{ self.text(Text::JoinHandIn) }</h2>
                { self.receipt() }
                { self.straight(code) }
                <div class="join-ways">
                    <div class="card join-way">
                        <h3>{ self.text(Text::JoinPaste) }</h3>
                        <p class="join-said">
                            if let Some(said) = said { { self.text(said) } }
                        </p>
                        { self.field("join-code", Text::JoinCodeLabel, (Text::JoinCopy, "button"), code) }
                        { self.field("join-link", Text::JoinLinkLabel, (Text::JoinCopyLink, "button button-quiet"), &link) }
                        { self.share(&link) }
                    </div>
                    if let Some(picture) = picture {
                        <figure class="card join-way">
                            <figcaption>
                                <h3>{ self.text(Text::JoinShow) }</h3>
                                <p class="hint">{ self.text(Text::JoinShowText) }</p>
                            </figcaption>
                            <div class="join-picture">{ picture.draw(&self.text(Text::JoinPicture)) }</div>
                        </figure>
                    }
                    { self.file(code) }
                </div>
                { self.fresh() }
            </section>
        }
    }

    /// Where the facilitator votes as well, the workshop is on this very device.
    fn straight(&self, code: &str) -> Html {
        let here = Key::Workshop(self.ticket.workshop);
        html! {
            if self.view.store.state().raw_records.contains_key(&here) {
                <p>
                    <a class="button" data-straight="" href={Place::Answer(code.to_owned()).fragment()}>
                        { self.text(Text::JoinStraight) }
                    </a>
                </p>
            }
        }
    }

    /// By which the participant sees later that these answers were counted.
    fn receipt(&self) -> Html {
        let receipt = self.ticket.receipt(self.round());
        html! {
            if let Some(receipt) = receipt {
                <div class="join-receipt">
                    <p>{ self.text(Text::JoinReceipt) }{ " " }<b class="receipt" dir="ltr" translate="no">{ receipt.to_string() }</b></p>
                    <p class="hint">{ self.text(Text::JoinReceiptText) }</p>
                </div>
            }
        }
    }

    /// The same answers in another code, at any time.
    fn fresh(&self) -> Html {
        if self.facts.standing != CodeStanding::Current {
            return Html::default();
        }
        html! {
            <div class="join-fresh">
                <p class="hint">{ self.text(Text::JoinFreshText) }</p>
                <p>
                    <button type="button" class="link" data-fresh="" onclick={self.make()}>{ self.text(Text::JoinFresh) }</button>
                </p>
            </div>
        }
    }

    /// The text stands there to be selected by hand where the clipboard is refused.
    fn field(
        &self,
        id: &'static str,
        label: Text,
        (button, class): (Text, &'static str),
        text: &str,
    ) -> Html {
        let said = self.view.ui.said.clone();
        let copied = text.to_owned();
        let [arrived, refused] = [Text::JoinCopied, Text::JoinCopyRefused].map(|text| self.text(text));
        let onclick = move |_: MouseEvent| {
            let (said, arrived, refused) = (said.clone(), arrived.clone(), refused.clone());
            browser::copy_field(id, &copied, move |clip| {
                let (came, words) = match clip {
                    Clip::Copied => (Said::Copied, arrived),
                    Clip::Refused => (Said::CopyRefused, refused),
                };
                said.set(Some(came));
                words
            });
        };
        html! {
            <div class="field join-text">
                <label for={id}>{ self.text(label) }</label>
                <textarea key={text} {id} dir="ltr" readonly=true rows="4" spellcheck="false" defaultvalue={text.to_owned()} />
                <button type="button" {class} {onclick}>{ self.text(button) }</button>
            </div>
        }
    }

    fn share(&self, link: &str) -> Html {
        if !browser::can_share() {
            return Html::default();
        }
        let link = link.to_owned();
        let onclick = move |_: MouseEvent| browser::share(&link);
        html! {
            <button type="button" class="button button-quiet" {onclick}>{ self.text(Text::JoinShare) }</button>
        }
    }

    fn file(&self, code: &str) -> Html {
        let store = Rc::clone(self.view.store);
        let code = code.to_owned();
        let onclick = move |_: MouseEvent| {
            store.dispatch(Action::Exported {
                name: file_name(&code),
                text: code.clone(),
                copy: None,
            });
        };
        html! {
            <div class="card join-way">
                <h3>{ self.text(Text::JoinFile) }</h3>
                <p class="hint">{ self.text(Text::JoinFileText) }</p>
                <p>
                    <button type="button" class="button button-quiet" data-take="txt" {onclick}>
                        { self.text(Text::JoinFileButton) }
                    </button>
                </p>
            </div>
        }
    }
}
