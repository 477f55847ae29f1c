//! What surrounds every screen: the way to skip it, the name, the menu, the colours.

use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::text::Text;
use crate::domain::record::Theme;
use crate::ui::store::{use_selector, use_store};
use yew::prelude::*;

/// What the frame holds.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The screen.
    pub children: Html,
}

/// Header, main and footer.
#[component]
pub fn Frame(props: &Props) -> Html {
    let store = use_store();
    html! {
        <>
            <a class="skip" href="#main" onclick={skip}>{ store.text(Text::SiteSkip) }</a>
            <header class="masthead">
                <a class="wordmark" href={Route::Home.to_string()}>{ store.text(Text::SiteName) }</a>
                <Menu />
            </header>
            <main class="page" id="main" tabindex="-1">{ props.children.clone() }</main>
            <footer class="colophon">
                <p>{ store.text(Text::SitePromise) }</p>
                <Palette />
                <p class="colophon-source">{ AttrValue::from(store.pack.words.source_line()) }</p>
            </footer>
        </>
    }
}

/// The fragment is the route, so the link may not change it.
fn skip(event: MouseEvent) {
    event.prevent_default();
    crate::browser::focus_heading();
}

#[component]
fn Menu() -> Html {
    let store = use_store();
    let here = use_selector(|state, _| state.route.clone());
    let item = |route: Route, text: Text| {
        let current = (*here == route).then_some("page");
        html! { <li><a href={route.to_string()} aria-current={current}>{ store.text(text) }</a></li> }
    };
    html! {
        <nav class="menu" aria-label={store.text(Text::SiteMenu)}>
            <ul>
                { item(Route::Method, Text::SiteMethod) }
                { item(Route::Privacy, Text::SitePrivacy) }
                { item(Route::MyData, Text::SiteData) }
            </ul>
        </nav>
    }
}

/// Light, dark, or as the system is set.
#[component]
fn Palette() -> Html {
    let store = use_store();
    let chosen = use_selector(|state, _| state.settings.theme);
    let option = |theme: Theme| {
        let label = match theme {
            Theme::System => Text::SiteColoursSystem,
            Theme::Light => Text::SiteColoursLight,
            Theme::Dark => Text::SiteColoursDark,
        };
        let onchange = {
            let store = store.clone();
            move |_: Event| store.dispatch(Action::ChosePalette(theme))
        };
        html! {
            <label>
                <input type="radio" name="colours" value={theme.name()} checked={*chosen == theme} {onchange} />
                { store.text(label) }
            </label>
        }
    };
    html! {
        <fieldset class="palette">
            <legend>{ store.text(Text::SiteColours) }</legend>
            { for Theme::ALL.map(option) }
        </fieldset>
    }
}
