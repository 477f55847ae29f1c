//! The answer code, and the ways to hand it in.

use super::{PartView, Said};
use crate::app::action::{Action, Copied};
use crate::app::text::Text;
use crate::app::workshop::joining::file_name;
use crate::app::workshop::place::Place;
use crate::browser::{self, Clip};
use crate::ui::charts::qr::Code;
use std::rc::Rc;
use yew::prelude::*;

impl PartView<'_> {
    /// To paste, to show, to send as a file.
    pub(super) fn panel(&self, code: &str) -> Html {
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
                <div class="join-ways">
                    <div class="card join-way">
                        <h3>{ self.text(Text::JoinPaste) }</h3>
                        <p class="join-said" role="status">
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
            </section>
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
        let onclick = move |_: MouseEvent| {
            let said = said.clone();
            browser::copy(&copied, move |clip| match clip {
                Clip::Copied => said.set(Some(Said::Copied)),
                Clip::Refused => {
                    browser::select(id);
                    said.set(Some(Said::CopyRefused));
                }
            });
        };
        html! {
            <div class="field join-text">
                <label for={id}>{ self.text(label) }</label>
                <textarea {id} readonly=true rows="4" spellcheck="false" value={text.to_owned()} />
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
            store.dispatch(Action::TookOut {
                name: file_name(&code),
                text: code.clone(),
                copy: Copied::Nothing,
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
