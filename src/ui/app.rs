//! The root: hands the store down and draws the page around the screen of the route.
//!
//! Components are few on purpose: each costs some four kilobytes of wasm. A function that only draws is a plain function.

use super::chunks;
use super::components::{dead_end::gone, frame, notices, undo_bar, waiting::waiting};
use super::screens::first::{assess::Assess, home::Home, missing};
use super::store::{Store, StoreHandle, use_selector, use_store};
use crate::app::chunk::LoadState;
use crate::app::route::Route;
use crate::app::text::Text;
use crate::browser;
use crate::ui::prelude::*;
use std::rc::Rc;

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
    let (alive, store) = (props.alive.clone(), Rc::clone(&props.store.0));
    let rerender = use_force_update();
    let spoken = StoreHandle(store.spoken());
    use_effect_with((), move |()| {
        store.when_spoken(move || rerender.force_update());
        alive.emit(());
    });
    html! {
        <ContextProvider<StoreHandle> context={spoken}><Page /></ContextProvider<StoreHandle>>
    }
}

/// Frame, notices, screen and the offer to undo; moving to another screen sets the title and the focus.
#[component]
fn Page() -> Html {
    let store = use_store();
    browser::count_render("page");
    let facts = use_selector(|state, pack| {
        (
            state.route.clone(),
            state
                .route
                .chunk()
                .map_or(LoadState::Here, |chunk| *state.chunks.of(chunk)),
            state.preferences().theme,
            notices::facts(state),
            undo_bar::facts(state),
            state.has_finished(&pack.checklist),
            state.chunks.assessment,
        )
    });
    let (route, later, theme, notices, undo, looks_back, _) = &*facts;
    let bare = matches!(route, Route::Workshop(place) if place.is_bare());
    let drawn = screen(&store, route);
    let here = drawn.is_some();
    let first = use_mut_ref(|| Some(route.clone()));
    {
        let store = Rc::clone(&store);
        use_effect_with((route.clone(), here), move |(route, here)| {
            chunks::name_window(&store);
            // A screen that comes later brings another heading, which takes the focus over.
            let mut first = first.borrow_mut();
            if first.as_ref() != Some(route) {
                *first = None;
                browser::focus_heading();
            }
            if let Some(chunk) = route.chunk().filter(|_| !here) {
                chunks::fetch(&store, chunk);
            }
        });
    }
    html! {
        <>
            if !bare {
                { frame::header(&store, route, *looks_back) }
            }
            <main class="page" id="main" tabindex="-1">
                // Where the focus is while one screen takes the place of another.
                <p class="unseen" id="aside" tabindex="-1" />
                { notices::notices(&store, notices) }
                { drawn.unwrap_or_else(|| waiting(&store, route, heading(&store, route), *later)) }
            </main>
            if !bare {
                { frame::footer(&store, route, *theme) }
            }
            { undo_bar::undo_bar(&store, *undo) }
        </>
    }
}

/// The screen of a route, if the part of the app is here that draws it.
fn screen(store: &Rc<Store>, route: &Route) -> Option<Html> {
    match route {
        Route::Home | Route::Continue | Route::New => Some(html! { <Home /> }),
        Route::Assess(id, step) => Some(html! { <Assess id={*id} step={*step} /> }),
        // The next one begins at once, unless there is none that it could follow.
        Route::Next(_) => Some(gone(store)),
        Route::NotFound(address) => Some(missing::missing(store, address)),
        _ => store.drawing(route.chunk()?).map(|draw| draw(store, route)),
    }
}

/// What the screen is about, while it is not here; once it is, its own heading says more.
fn heading(store: &Store, route: &Route) -> AttrValue {
    store.text(match route {
        Route::Results(_) => Text::HeadingResults,
        Route::Plan(_) => Text::HeadingPlan,
        Route::History => Text::HeadingHistory,
        Route::Compare(..) => Text::HeadingCompare,
        Route::Views(..) => Text::HeadingViews,
        Route::Method => Text::HeadingMethod,
        Route::Privacy => Text::HeadingPrivacy,
        Route::MyData => Text::HeadingData,
        Route::Exchange => Text::HeadingExchange,
        Route::Workshop(_) => Text::HeadingWorkshop,
        // Part of the first load, so always here.
        Route::Home
        | Route::Continue
        | Route::New
        | Route::Next(_)
        | Route::Assess(..)
        | Route::NotFound(_) => Text::SiteName,
    })
}
