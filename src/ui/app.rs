//! The root: hands the store down and draws the page around the screen of the route.
//!
//! Components are few on purpose: each costs some four kilobytes of wasm. A function that only draws is a plain function.

use super::components::{frame, notices, undo_bar};
use super::screens::{assess::Assess, home::Home, missing, my_data::MyData, reading, results::Results, take};
use super::store::{Store, StoreHandle, use_selector, use_store};
use crate::app::route::Route;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::browser;
use crate::domain::checklist::Step;
use std::rc::Rc;
use yew::prelude::*;

/// What the root needs.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The store.
    pub store: StoreHandle,
    /// Called once, when the first render is alive.
    pub alive: Callback<()>,
}

/// The application.
#[component]
pub fn App(props: &AppProps) -> Html {
    let alive = props.alive.clone();
    use_effect_with((), move |()| alive.emit(()));
    html! {
        <ContextProvider<StoreHandle> context={props.store.clone()}><Page /></ContextProvider<StoreHandle>>
    }
}

/// Frame, notices, screen and the offer to undo; moving to another screen sets the title and the focus.
#[component]
fn Page() -> Html {
    let store = use_store();
    browser::count_render("page");
    let facts = use_selector(|state, _| {
        (
            state.route.clone(),
            state.preferences().theme,
            notices::facts(state),
            (state.undo.len(), state.undo.arrived.len()),
        )
    });
    let (route, theme, notices, undo) = &*facts;
    let arrived = use_mut_ref(|| false);
    {
        let store = Rc::clone(&store);
        use_effect_with(route.clone(), move |route| {
            browser::set_title(&title(&store, route));
            if arrived.replace(true) {
                browser::focus_heading();
            }
        });
    }
    html! {
        <>
            { frame::header(&store, route) }
            <main class="page" id="main" tabindex="-1">
                { notices::notices(&store, notices) }
                { screen(&store, route) }
            </main>
            { frame::footer(&store, *theme) }
            { undo_bar::undo_bar(&store, *undo) }
        </>
    }
}

fn screen(store: &Rc<Store>, route: &Route) -> Html {
    match route {
        Route::Home | Route::Continue | Route::New => html! { <Home /> },
        Route::Assess(id, step) => html! { <Assess id={*id} step={*step} /> },
        Route::Results(id) => html! { <Results id={*id} /> },
        Route::Method => reading::method(store),
        Route::Privacy => reading::privacy(store),
        Route::MyData => html! { <MyData /> },
        Route::Take => take::take(store),
        Route::NotFound(address) => missing::missing(store, address),
    }
}

fn title(store: &Store, route: &Route) -> AttrValue {
    let words = &store.pack.words;
    let screen = match route {
        Route::Home | Route::Continue | Route::New => store.text(Text::HomeDocument),
        Route::Assess(_, Some(Step::Area(area))) => words.area(*area, AreaWord::Name).into(),
        Route::Assess(..) => store.text(Text::AssessAbout),
        Route::Results(_) => store.text(Text::ResultsTitle),
        Route::Method => store.text(Text::MethodTitle),
        Route::Privacy => store.text(Text::PrivacyTitle),
        Route::MyData => store.text(Text::DataTitle),
        Route::Take => store.text(Text::TakeTitle),
        Route::NotFound(_) => store.text(Text::MissingTitle),
    };
    store.fill(Text::SiteTitle, &[("screen", &screen)])
}
