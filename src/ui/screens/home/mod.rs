//! The first screen: what this is, the first question, and what is on this device. Prerendered.

mod records;

use crate::app::route::Route;
use crate::app::text::Text;
use crate::browser;
use crate::domain::question::QuestionId;
use crate::ui::components::progress::SaveLine;
use crate::ui::components::question::{Owner, Question};
use crate::ui::store::{Store, use_selector, use_store};
use records::Records;
use yew::prelude::*;

/// The screen.
#[component]
pub fn Home() -> Html {
    let store = use_store();
    browser::count_render("home");
    html! {
        <>
            <WelcomeBack />
            <div class="home">
                <section class="hero">
                    <h1 tabindex="-1">
                        { store.text(Text::HomeTitleBefore) }{ " " }
                        <em>{ store.text(Text::HomeTitleWords) }</em>{ " " }
                        { store.text(Text::HomeTitleAfter) }
                    </h1>
                    <p class="lead">{ store.text(Text::HomeLead) }</p>
                    <p class="promise">{ store.text(Text::HomePromise) }</p>
                </section>
                <FirstQuestion />
            </div>
            <Records />
            { how_it_works(&store) }
        </>
    }
}

/// Always in the page and shown, by the inline script's mark, only where something is stored: so nothing jumps later.
#[component]
fn WelcomeBack() -> Html {
    let store = use_store();
    html! {
        <p class="welcome-back">
            { store.text(Text::HomeBack) }{ " " }
            <a href={Route::Continue.to_string()}>{ store.text(Text::HomeGoOn) }</a>
        </p>
    }
}

#[component]
fn FirstQuestion() -> Html {
    let store = use_store();
    let started = use_selector(|state, _| state.draft.is_some());
    let Some(area) = store.pack.checklist.areas.first() else {
        return html! {};
    };
    html! {
        <section class="card first-question" aria-labelledby="first">
            <h2 id="first" class="eyebrow">{ store.text(Text::HomeQuestion) }</h2>
            <Question owner={Owner::FirstScreen} question={QuestionId::Anchored(area.id)} />
            <div class="card-foot">
                <a class="button" href={Route::Continue.to_string()}>{ store.text(Text::HomeNext) }</a>
                <p class="first-status" role="status">
                    if *started {
                        <SaveLine />
                    } else {
                        <span class="early-idle">{ store.text(Text::HomeStart) }</span>
                    }
                    <span class="early-saved">{ store.text(Text::HomeEarlySaved) }</span>
                    <span class="early-failed">{ store.text(Text::HomeEarlyFailed) }</span>
                </p>
            </div>
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
