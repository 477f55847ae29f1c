//! What was tried in between: the area that the earlier assessment chose, beside what became of it.

use super::View;
use super::areas::{figure, verdict};
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::plan::{PlanText, Status};
use crate::ui::prelude::*;

/// The chosen area and its experiment; nothing where nothing was chosen.
pub(super) fn chosen(view: &View) -> Html {
    let plan = &view.both.from.plan;
    let Some(chosen) = plan.chosen.value else {
        return Html::default();
    };
    let area = view.store.pack.words.area(chosen.area, AreaWord::Name);
    let compared = view.comparison.areas.iter().find(|area| area.area == chosen.area);
    let status = match plan.status.value {
        Status::Planned => Text::PlanPlanned,
        Status::Running => Text::PlanRunning,
        Status::Done => Text::PlanDone,
        Status::Dropped => Text::PlanDropped,
    };
    let entry = |label: Text, which: PlanText| {
        let words = plan.text(which).value.trim();
        html! {
            if !words.is_empty() {
                <div><dt>{ view.text(label) }</dt><dd translate="no">{ words.to_owned() }</dd></div>
            }
        }
    };
    html! {
        <section class="card compare-chosen" aria-labelledby="chosen">
            <p class="eyebrow">{ view.text(Text::CompareChosen) }</p>
            <h2 id="chosen">{ AttrValue::from(area) }</h2>
            if let Some(compared) = compared {
                <p class="compare-figures">
                    if let Some(scores) = compared.scores() {
                        { view.fill(Text::CompareChosenLevels, &[
                            ("from", &figure(view, scores.from)),
                            ("to", &figure(view, scores.to)),
                        ]) }{ " " }
                    }
                    { verdict(view, compared) }
                </p>
            }
            <dl>
                { entry(Text::CompareTried, PlanText::Experiment) }
                { entry(Text::CompareCounted, PlanText::Counted) }
                <div><dt>{ view.text(Text::PlanStatus) }</dt><dd>{ view.text(status) }</dd></div>
                { entry(Text::PlanLearned, PlanText::Learned) }
            </dl>
            <p class="hint">{ view.text(Text::CompareChosenNote) }</p>
        </section>
    }
}
