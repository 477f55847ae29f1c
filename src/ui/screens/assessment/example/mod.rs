//! The frame around the screens of the example, so that nobody takes it for an organisation's result: on the screen, and on every page
//! that is printed.

use crate::app::route::Route;
use crate::app::text::Text;
use crate::domain::assessment::AssessmentId;
use crate::ui::prelude::*;
use crate::ui::store::Store;

/// A screen of the example, marked as one.
pub fn marked(store: &Store, here: &Route, screen: Html) -> Html {
    // The plan has its own way back to the result.
    let plan = matches!(here, Route::Results(_)).then_some(Route::Plan(AssessmentId::EXAMPLE));
    html! {
        <div class="example">
            <aside class="example-mark" aria-label={store.text(Text::ExampleMark)}>
                <p><b>{ store.text(Text::ExampleMark) }</b>{ store.colon() }{ store.text(Text::ExampleText) }</p>
                <p class="screen-only">
                    <a class="button" href={Route::Home.to_string()}>{ store.text(Text::ExampleOwn) }</a>
                    if let Some(plan) = plan {
                        <a href={plan.to_string()}>{ store.text(Text::ExamplePlan) }</a>
                    }
                </p>
            </aside>
            <p class="example-print" aria-hidden="true">{ store.text(Text::ExampleMark) }</p>
            { screen }
        </div>
    }
}
