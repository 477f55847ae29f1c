//! A question before something final. It begins on the harmless answer, and Escape gives that answer.

use crate::browser;
use crate::ui::prelude::*;

/// The id of the harmless answer.
const HARMLESS: &str = "confirm-no";
/// The id of the question.
const QUESTION: &str = "confirm-question";

/// What is asked, and what both answers say.
pub struct Words {
    /// The question.
    pub question: AttrValue,
    /// Goes on.
    pub yes: AttrValue,
    /// Leaves everything as it is.
    pub no: AttrValue,
}

/// The question with its two answers. Whoever shows it does so in [`ask`], and puts the focus back where it was after "no".
pub fn confirm(words: Words, on_yes: Callback<()>, on_no: Callback<()>) -> Html {
    let [on_yes, on_no] = [on_yes, on_no].map(|answer| {
        Callback::from(move |()| {
            let answer = answer.clone();
            browser::give_way(move || answer.emit(()));
        })
    });
    let escape = {
        let on_no = on_no.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                on_no.emit(());
            }
        }
    };
    html! {
        <div class="confirm" role="group" aria-labelledby={QUESTION} onkeydown={escape}>
            <p id={QUESTION}>{ words.question }</p>
            <p class="confirm-answers">
                <button type="button" class="button" id={HARMLESS} aria-describedby={QUESTION}
                    onclick={on_no.reform(|_: MouseEvent| ())}>{ words.no }</button>
                <button type="button" class="button button-quiet" data-confirm=""
                    onclick={on_yes.reform(|_: MouseEvent| ())}>{ words.yes }</button>
            </p>
        </div>
    }
}

/// Shows the question, which may stand where the button was that asks it, and puts the focus on the harmless answer.
pub fn ask(show: impl FnOnce() + 'static) {
    browser::give_way(move || {
        show();
        browser::after_paint(|| browser::focus(HARMLESS));
    });
}
