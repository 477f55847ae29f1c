//! What the rooms chose, beside the picture.

use super::View;
use super::pager::{Of, part, printed, turn};
use crate::app::text::Text;
use crate::app::workshop::rooms::outline::PlanRow;
use crate::ui::prelude::*;

/// Nothing where no room chose anything.
pub(super) fn plans(view: &View, of: Of, rows: &[PlanRow]) -> Html {
    let heading = match of {
        Of::Plans => Text::RoomsPlans,
        _ => Text::RoomsKept,
    };
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sheet-part">
            <h2>{ view.text(heading) }</h2>
            if of == Of::Plans {
                <p class="hint">{ view.text(Text::RoomsPlansText) }</p>
            }
            { turn(view, of, heading, rows.len()) }
            { printed(view, of, rows.len()) }
            <dl class="sheet-steps">{ for part(view, of, rows).iter().map(row) }</dl>
        </section>
    }
}

fn row(row: &PlanRow) -> Html {
    html! {
        <div>
            <dt>{ AttrValue::from(row.area.clone()) }{ " · " }<span translate="no">{ row.room.clone() }</span></dt>
            <dd>{ row.words.join("\n") }</dd>
        </div>
    }
}
