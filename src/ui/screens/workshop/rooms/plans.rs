//! What the rooms chose, beside the picture.

use super::View;
use crate::app::text::Text;
use crate::app::workshop::rooms::outline::PlanRow;
use crate::ui::prelude::*;

/// Nothing where no room chose anything.
pub(super) fn plans(view: &View, heading: Text, rows: &[PlanRow]) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sheet-part">
            <h2>{ view.text(heading) }</h2>
            if heading == Text::RoomsPlans {
                <p class="hint">{ view.text(Text::RoomsPlansText) }</p>
            }
            <dl class="sheet-steps">{ for rows.iter().map(row) }</dl>
        </section>
    }
}

fn row(row: &PlanRow) -> Html {
    html! {
        <div>
            <dt>{ AttrValue::from(row.area.clone()) }{ " · " }<span translate="no">{ row.room.clone() }</span></dt>
            <dd translate="no">{ row.words.join("\n") }</dd>
        </div>
    }
}
