//! What surrounds every screen: the way to skip it, the name, the menu, the colours.

use crate::app::action::Action;
use crate::app::place::Place;
use crate::app::route::Route;
use crate::app::text::Text;
use crate::domain::record::Theme;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::rc::Rc;

/// The way past the header, the name and the menu; with something to look back on, that as well.
pub fn header(store: &Store, here: &Route, looks_back: bool) -> Html {
    let item = |route: Route, text: Text| {
        let current = (*here == route).then_some("page");
        html! { <li><a href={route.to_string()} aria-current={current}>{ store.text(text) }</a></li> }
    };
    html! {
        <>
            <a class="skip" href="#main" onclick={skip}>{ store.text(Text::SiteSkip) }</a>
            <header class="masthead">
                <a class="wordmark" href={Route::Home.to_string()}>{ store.text(Text::SiteName) }</a>
                <nav class="menu" aria-label={store.text(Text::SiteMenu)}>
                    <ul>
                        if looks_back {
                            { item(Route::History, Text::HeadingHistory) }
                        }
                        { item(Route::Workshop(Place::All), Text::HeadingWorkshop) }
                        { item(Route::Method, Text::SiteMethod) }
                        { item(Route::Privacy, Text::SitePrivacy) }
                        { item(Route::MyData, Text::SiteData) }
                    </ul>
                </nav>
            </header>
        </>
    }
}

/// The fragment is the route, so the link may not change it.
fn skip(event: MouseEvent) {
    event.prevent_default();
    crate::browser::focus_heading();
}

/// The promise, the colours and the source; and the newer version and the other languages, once that part is here.
pub fn footer(store: &Rc<Store>, here: &Route, theme: Theme) -> Html {
    html! {
        <footer class="colophon">
            <p>{ store.text(Text::SitePromise) }</p>
            <fieldset class="palette">
                <legend>{ store.text(Text::SiteColours) }</legend>
                { for Theme::ALL.map(|option| palette(store, option, option == theme)) }
            </fieldset>
            { store.foot().map(|draw| draw(store, here)) }
            <p class="colophon-source">{ AttrValue::from(store.pack.words.source_line()) }</p>
        </footer>
    }
}

fn palette(store: &Rc<Store>, theme: Theme, checked: bool) -> Html {
    let label = match theme {
        Theme::System => Text::SiteColoursSystem,
        Theme::Light => Text::SiteColoursLight,
        Theme::Dark => Text::SiteColoursDark,
    };
    let onchange = store.on_change(move |_| Action::ChosePalette(theme));
    html! {
        <label>
            <input type="radio" name="colours" value={theme.name()} {checked} {onchange} />
            { store.text(label) }
        </label>
    }
}
