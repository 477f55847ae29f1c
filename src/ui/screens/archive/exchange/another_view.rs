//! What came from a file may be a colleague's: the way to lay it beside one's own, which keeps it out of one's own history, or to do only that.

use crate::app::action::Action;
use crate::app::assessment::action::AssessmentAction;
use crate::app::assessment::another_view::{AnotherView, Names};
use crate::app::route::Route;
use crate::app::text::{Text, without_isolates};
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::rc::Rc;

/// More of them nobody lays side by side from here; Over time has them all.
pub(super) const MOST: usize = 3;

/// One offer.
pub(super) fn offer(store: &Rc<Store>, view: &AnotherView) -> Html {
    let name = |name: &str| store.subject(name);
    let typed = (!view.name.is_empty()).then_some("no");
    let to = Route::Views(view.own, view.arrived);
    let label = store.fill(Text::ViewsOfferGo, &[("name", &name(&view.own_name))]);
    let apart = store.fill(Text::ViewsSuffix, &[("name", &name(&view.name))]);
    let renamed = AssessmentAction::Renamed(vec![view.arrived], without_isolates(&apart));
    let keep_out = store.on_click(Action::Assessment(renamed));
    let same = view.names == Names::Same;
    html! {
        <div class="card take-view" key={view.arrived.to_string()}>
            <h3><bdi translate={typed}>{ name(&view.name) }</bdi>{ store.colon() }{ store.text(Text::ViewsOffer) }</h3>
            <p>{ store.text(Text::ViewsOfferText) }</p>
            <p class="take-along-row">
                <a class="button" href={to.to_string()} onclick={same.then(|| keep_out.clone())}>{ label }</a>
                if same {
                    <button type="button" class="button button-quiet" data-take="apart" onclick={keep_out}>{ store.text(Text::ViewsOfferName) }</button>
                }
            </p>
            <p class="hint" aria-live="polite" aria-atomic="true">
                if view.names == Names::Different {
                    { store.fill(Text::ViewsOfferNamed, &[("name", &name(&view.name))]) }
                }
            </p>
        </div>
    }
}
