//! What could not be told, what does not apply, and what is still open.

use super::View;
use super::areas::reason;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::answer::Answer;
use crate::domain::checklist::Step;
use crate::domain::score::{AreaResult, Outcome};
use crate::ui::components::progress::step_name;
use crate::ui::prelude::*;

/// Three lists; an empty one is left out.
pub(super) fn open(view: &View) -> Html {
    let steps = view.assessment.steps(view.checklist());
    let not_applicable = |result: &&AreaResult| result.outcome == Outcome::NotApplicable;
    let applies_not = view.card.areas.iter().filter(not_applicable);
    let applies_not = applies_not.map(|result| {
        let name = view.area(result.area, AreaWord::Name);
        html! { <li>{ name }{ view.store.colon() }{ reason(view, result.area) }</li> }
    });
    let open = |step: &&Step| !view.assessment.is_answered(view.checklist(), **step);
    let still_open = steps.iter().filter(open);
    let still_open = still_open.map(|step| html! { <li>{ link(view, *step) }</li> });
    html! {
        <div class="results-open">
            { list(view, "untold", Text::ResultsCouldNotTell, Some(Text::ResultsCouldNotTellLead), untold(view, &steps)) }
            { list(view, "applies-not", Text::ResultsAppliesNot, Some(Text::ResultsAppliesNotLead), applies_not.collect()) }
            { list(view, "still-open", Text::ResultsStillOpen, None, still_open.collect()) }
        </div>
    }
}

/// Every question answered "we can't tell yet", with its step.
fn untold(view: &View, steps: &[Step]) -> Vec<Html> {
    let mut items = Vec::new();
    for step in steps {
        for question in view.checklist().questions(*step, view.assessment.depth.value) {
            if view.given.get(&question) == Some(&Answer::CannotTell) {
                let prompt = AttrValue::from(view.store.pack.words.prompt(question));
                items.push(html! { <li>{ link(view, *step) }{ view.store.colon() }{ prompt }</li> });
            }
        }
    }
    items
}

fn link(view: &View, step: Step) -> Html {
    html! { <a href={view.route(Some(step))}>{ step_name(view.store, step) }</a> }
}

fn list(view: &View, id: &'static str, title: Text, lead: Option<Text>, items: Vec<Html>) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <section class="open-part" aria-labelledby={id}>
            <h2 {id}>{ view.text(title) }</h2>
            if let Some(lead) = lead {
                <p class="hint">{ view.text(lead) }</p>
            }
            { folded(view, items) }
        </section>
    }
}

/// A list of this many stays unfolded.
const FEW: usize = 6;

/// A long list behind one line.
fn folded(view: &View, items: Vec<Html>) -> Html {
    if items.len() <= FEW {
        return html! { <ul>{ items }</ul> };
    }
    let label = view.fill(Text::ResultsShowAll, &[("n", &items.len().to_string())]);
    html! { <details class="open-more"><summary>{ label }</summary><ul>{ items }</ul></details> }
}
