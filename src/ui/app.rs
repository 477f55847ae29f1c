//! The root: hands the store down and draws the page around the screen of the route.
//!
//! Components are few on purpose: each costs some four kilobytes of wasm. A function that only draws is a plain function.

use super::components::{dead_end::gone, frame, notices, undo_bar, waiting::waiting};
use super::later;
use super::screens::{assess::Assess, home::Home, missing};
use super::store::{Store, StoreHandle, use_selector, use_store};
use crate::app::route::Route;
use crate::app::state::Later;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::app::workshop::place::Place;
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
            state.route.part().map_or(Later::Here, |part| state.later(part)),
            state.preferences().theme,
            notices::facts(state),
            (state.undo.len(), state.undo.arrived.len()),
        )
    });
    let (route, later, theme, notices, undo) = &*facts;
    let bare = matches!(route, Route::Workshop(path) if Place::is_bare(path));
    let drawn = screen(&store, route);
    let here = drawn.is_some();
    let first = use_mut_ref(|| Some(route.clone()));
    {
        let store = Rc::clone(&store);
        use_effect_with((route.clone(), here), move |(route, here)| {
            browser::set_title(&title(&store, route));
            // A screen that comes later brings another heading, which takes the focus over.
            let mut first = first.borrow_mut();
            if first.as_ref() != Some(route) {
                *first = None;
                browser::focus_heading();
            }
            if let Some(part) = route.part().filter(|_| !here) {
                later::fetch(&store, part);
            }
        });
    }
    html! {
        <>
            if !bare {
                { frame::header(&store, route) }
            }
            <main class="page" id="main" tabindex="-1">
                { notices::notices(&store, notices) }
                { drawn.unwrap_or_else(|| waiting(&store, route, heading(&store, route), *later)) }
            </main>
            if !bare {
                { frame::footer(&store, *theme) }
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
        _ => store.later(route.part()?).map(|draw| draw(store, route)),
    }
}

fn title(store: &Store, route: &Route) -> AttrValue {
    store.fill(Text::SiteTitle, &[("screen", &heading(store, route))])
}

/// What the screen is about, in the window's title and while it is not here.
fn heading(store: &Store, route: &Route) -> AttrValue {
    let words = &store.pack.words;
    match route {
        Route::Home | Route::Continue | Route::New => store.text(Text::HomeDocument),
        Route::Assess(_, Some(Step::Area(area))) => words.area(*area, AreaWord::Name).into(),
        Route::Assess(..) => store.text(Text::AssessAbout),
        Route::Results(_) => store.text(Text::HeadingResults),
        Route::Plan(_) => store.text(Text::HeadingPlan),
        Route::Next(_) => store.text(Text::AssessGone),
        Route::History => store.text(Text::HeadingHistory),
        Route::Compare(..) => store.text(Text::HeadingCompare),
        Route::Method => store.text(Text::HeadingMethod),
        Route::Privacy => store.text(Text::HeadingPrivacy),
        Route::MyData => store.text(Text::HeadingData),
        Route::Take => store.text(Text::HeadingTake),
        Route::Workshop(_) => store.text(Text::HeadingWorkshop),
        Route::NotFound(_) => store.text(Text::MissingTitle),
    }
}
