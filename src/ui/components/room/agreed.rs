//! What a room agreed on, in sentences: read back aloud, on the wall and on the sheet.

use crate::app::text::Text;
use crate::app::workshop::export::hands;
use crate::domain::plan::PlanDay;
use crate::domain::workshop::{Topic, Workshop};
use crate::ui::store::Store;
use yew::AttrValue;

/// The plan, sentence by sentence, as far as it is written.
#[must_use]
pub fn read_back(store: &Store, workshop: &Workshop) -> Vec<AttrValue> {
    let mut said = promises(store, workshop);
    // First the area with its hands, then what is tried there, then who and when.
    let after = usize::from(workshop.plan.chosen.value.is_some())
        + usize::from(hands(&store.pack, workshop).is_some());
    said.splice(after..after, contents(store, workshop));
    said
}

/// Area and hands, stop, owner and review.
#[must_use]
pub fn promises(store: &Store, workshop: &Workshop) -> Vec<AttrValue> {
    let plan = &workshop.plan;
    let area = plan
        .chosen
        .value
        .map(|chosen| super::area_name(store, chosen.area));
    let day = |which| {
        plan.day(which)
            .value
            .map(|day| store.day(day))
            .unwrap_or_default()
    };
    let first = said(store, &[(Text::StageReadArea, "area", &area.unwrap_or_default())]);
    let hands = hands(&store.pack, workshop).map(AttrValue::from);
    let rest = said(
        store,
        &[
            (Text::StageReadStop, "day", &day(PlanDay::Stop)),
            (Text::StageReadOwner, "owner", &plan.owner.value),
            (Text::StageReadReview, "day", &day(PlanDay::Review)),
        ],
    );
    first.into_iter().chain(hands).chain(rest).collect()
}

/// What the room believes, tries and counts.
#[must_use]
pub fn contents(store: &Store, workshop: &Workshop) -> Vec<AttrValue> {
    let plan = &workshop.plan;
    said(
        store,
        &[
            (Text::StageReadHypothesis, "text", &workshop.hypothesis),
            (Text::StageReadTest, "text", &plan.experiment.value),
            (Text::StageReadCounted, "text", &plan.counted.value),
        ],
    )
}

fn said(store: &Store, sentences: &[(Text, &str, &str)]) -> Vec<AttrValue> {
    let written = sentences.iter().filter(|(_, _, value)| !value.trim().is_empty());
    written
        .map(|(text, name, value)| store.fill(*text, &[(name, value.trim())]))
        .collect()
}

/// What is still open in the plan, as a sentence; none once nothing is.
#[must_use]
pub fn still_open(store: &Store, workshop: &Workshop) -> Option<AttrValue> {
    let plan = &workshop.plan;
    let missing = [
        (Text::ResultsColumnArea, plan.chosen.value.is_none()),
        (Text::StageHypothesis, workshop.hypothesis.trim().is_empty()),
        (Text::StageTest, plan.experiment.value.trim().is_empty()),
        (Text::PlanCounted, plan.counted.value.trim().is_empty()),
        (Text::PlanStop, plan.stop.value.is_none()),
        (Text::PlanOwner, plan.owner.value.trim().is_empty()),
        (Text::PlanReview, plan.review.value.is_none()),
    ];
    let names: Vec<_> = missing
        .into_iter()
        .filter(|(_, missing)| *missing)
        .map(|(name, _)| store.pack.texts.within(name))
        .collect();
    (!names.is_empty()).then(|| store.fill(Text::StageReadOpen, &[("what", &store.list(&names))]))
}

/// What became of a topic: the level that was agreed on, or that none was.
#[must_use]
pub fn topic(store: &Store, topic: &Topic) -> AttrValue {
    let what = match topic.agreed {
        Some(level) => {
            let word = store.pack.words.level(level);
            store.fill(Text::StageReportAgreed, &[("level", &*word)])
        }
        None => store.text(Text::StageReportOpen),
    };
    let area = super::area_name(store, topic.area);
    store.fill(Text::StageReportTopic, &[("area", &area), ("what", &what)])
}
