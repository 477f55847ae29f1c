//! The root: hands the store down and draws the screen of the route.

use super::components::frame::Frame;
use super::components::notices::Notices;
use super::components::undo_bar::UndoBar;
use super::screens::{
    assess::Assess, home::Home, missing::Missing, my_data::MyData, reading, results::Results,
};
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
        <ContextProvider<StoreHandle> context={props.store.clone()}>
            <Frame>
                <Notices />
                <Screen />
            </Frame>
            <UndoBar />
        </ContextProvider<StoreHandle>>
    }
}

/// The screen of the route; moving to another one sets the title and the focus.
#[component]
fn Screen() -> Html {
    let store = use_store();
    let route = use_selector(|state, _| state.route.clone());
    let arrived = use_mut_ref(|| false);
    use_effect_with(Rc::clone(&route), move |route| {
        browser::set_title(&title(&store, route));
        if arrived.replace(true) {
            browser::focus_heading();
        }
    });
    match &*route {
        Route::Home | Route::Continue | Route::New => html! { <Home /> },
        Route::Assess(id, step) => html! { <Assess id={*id} step={*step} /> },
        Route::Results(id) => html! { <Results id={*id} /> },
        Route::Method => html! { <reading::Method /> },
        Route::Privacy => html! { <reading::Privacy /> },
        Route::MyData => html! { <MyData /> },
        Route::NotFound(address) => html! { <Missing address={address.clone()} /> },
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
        Route::NotFound(_) => store.text(Text::MissingTitle),
    };
    store.fill(Text::SiteTitle, &[("screen", &screen)])
}
