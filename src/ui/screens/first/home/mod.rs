//! The first screen: what this is, the first question, and what is on this device. Prerendered.

mod records;

use crate::app::chunk::Chunk;
use crate::app::route::Route;
use crate::app::text::Text;
use crate::domain::question::QuestionId;
use crate::ui::components::question::{Owner, Question};
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use records::Records;
use std::rc::Rc;

/// The screen.
#[component]
pub fn Home() -> Html {
    let store = use_store();
    let facts = use_selector(|state, pack| (state.has_finished(&pack.checklist), state.chunks.assessment));
    let (finished, _) = *facts;
    let [mut above, mut below] = [Html::default(), html! { <Records /> }];
    if finished {
        std::mem::swap(&mut above, &mut below);
    }
    html! {
        <>
            // Who has a result comes back to it. For anybody else nothing may move above the question.
            <div class="back">
                { coming_back(&store, finished) }
                { above }
            </div>
            <div class="home">
                <section class="hero">
                    <h1 tabindex="-1">
                        { store.text(Text::HomeTitleBefore) }{ " " }
                        <i>{ store.text(Text::HomeTitleWords) }</i>{ " " }
                        { store.text(Text::HomeTitleAfter) }
                    </h1>
                    <p class="lead">{ store.text(Text::HomeLead) }</p>
                    <p class="promise">{ store.text(Text::HomePromise) }</p>
                    <p class="hint">
                        <a href="#/example">{ store.text(Text::HomeExample) }</a>{ " · " }
                        <a href="#/join">{ store.text(Text::HomeInvited) }</a>
                    </p>
                </section>
                { first_question(&store) }
            </div>
            { below }
            { how_it_works(&store) }
        </>
    }
}

/// The plan and what comes next, which are drawn by what is loaded later; until then a line.
fn coming_back(store: &Rc<Store>, finished: bool) -> Html {
    let draw = store.drawing(Chunk::Assessment).filter(|_| finished);
    draw.map_or_else(|| welcome_back(store), |draw| draw(store, &Route::Home))
}

/// Always in the page and shown, by the inline script's mark, only where something is stored: so nothing jumps later.
fn welcome_back(store: &Store) -> Html {
    html! {
        <p class="welcome-back">
            { store.text(Text::HomeBack) }{ " " }
            <a href={Route::Continue.to_string()}>{ store.text(Text::HomeGoOn) }</a>
        </p>
    }
}

fn first_question(store: &Store) -> Html {
    let Some(area) = store.pack.checklist.areas.first() else {
        return html! {};
    };
    html! {
        <section class="card first-question" aria-labelledby="first">
            <h2 id="first" class="eyebrow">{ store.text(Text::HomeQuestion) }</h2>
            <Question owner={Owner::FirstScreen} question={QuestionId::Anchored(area.id)} />
        </section>
    }
}

fn how_it_works(store: &Store) -> Html {
    let steps = [
        (Text::HomeHow1Title, Text::HomeHow1),
        (Text::HomeHow2Title, Text::HomeHow2),
        (Text::HomeHow3Title, Text::HomeHow3),
    ];
    let step = |(title, text)| html! { <li><h3>{ store.text(title) }</h3><p>{ store.text(text) }</p></li> };
    html! {
        <section class="how" aria-labelledby="how">
            <h2 id="how">{ store.text(Text::HomeHow) }</h2>
            <ol>{ for steps.map(step) }</ol>
        </section>
    }
}
