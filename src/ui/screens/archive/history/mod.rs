//! All assessments over time, those of one organisation or team together: open, rename, follow up, delete, compare.

mod choose;
mod entry;
mod rename;
#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;

use crate::app::route::Route;
use crate::app::text::Text;
use crate::browser;
use crate::domain::assessment::AssessmentId;
use crate::domain::history::{Entry, Group, groups};
use crate::domain::level::Level;
use crate::domain::score::Index;
use crate::ui::charts::timeline::{OutOf100, Stop, timeline};
use crate::ui::components::leaving::leaving;
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use rename::{Rename, button_id};
use std::rc::Rc;

/// What is being renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Renamed {
    /// One assessment.
    One(AssessmentId),
    /// The group that this assessment is the first of.
    Group(AssessmentId),
}

/// The screen.
pub fn history() -> Html {
    html! { <History /> }
}

#[component]
fn History() -> Html {
    let store = use_store();
    browser::count_render("history");
    let groups = {
        let store = Rc::clone(&store);
        use_selector(move |state, pack| {
            let day_of = |moment| store.day_of(moment);
            let own = state.assessments.values();
            let own = own.filter(|assessment| state.held(assessment.id).is_none());
            groups(&pack.checklist, own, &day_of, &browser::case_folded)
        })
    };
    let renaming = use_state_eq(|| None::<Renamed>);
    let chosen = use_state_eq(|| None);
    use_focus_after(*renaming);
    let view = View {
        store: &store,
        renaming: &renaming,
    };
    html! {
        <article class="history">
            <header class="history-head">
                <h1 tabindex="-1">{ store.text(Text::HeadingHistory) }</h1>
                if groups.is_empty() {
                    <p class="lead">{ store.text(Text::HistoryEmpty) }</p>
                    <p><a class="button" href={Route::Home.to_string()}>{ store.text(Text::DataEmptyStart) }</a></p>
                } else {
                    <p class="lead">{ store.text(Text::HistoryLead) }</p>
                }
            </header>
            { for groups.iter().map(|group| view.group(group)) }
            { choose::choose(&store, &groups, &chosen) }
        </article>
    }
}

/// When a name is written or left as it was, the focus goes back to the button that asked for it.
#[hook]
fn use_focus_after(renaming: Option<Renamed>) {
    let before = use_mut_ref(|| None::<Renamed>);
    use_effect_with(renaming, move |renaming| {
        if let (Some(closed), None) = (before.replace(*renaming), renaming) {
            browser::focus(&button_id(closed));
        }
    });
}

/// What every part of the screen is drawn from.
struct View<'a> {
    store: &'a Rc<Store>,
    renaming: &'a UseStateHandle<Option<Renamed>>,
}

impl View<'_> {
    fn group(&self, group: &Group) -> Html {
        let Some(first) = group.entries.first() else {
            return Html::default();
        };
        let renamed = Renamed::Group(first.id);
        let heading = AttrValue::from(format!("group-{}", first.id));
        let name = name(self.store, group);
        let count =
            self.store
                .pack
                .texts
                .count(Text::HistoryCountOne, Text::HistoryCountMany, group.entries.len());
        let before = std::iter::once(None).chain(group.entries.iter().map(Some));
        let entries: Vec<_> = group.entries.iter().zip(before).collect();
        html! {
            <section class="history-group" aria-labelledby={heading.clone()} key={first.id.to_string()}>
                <div class="history-name">
                    <h2 id={heading} translate={(!group.name.is_empty()).then_some("no")}>{ name.clone() }</h2>
                    <p class="hint">{ count }</p>
                    { self.rename(renamed, &name, group) }
                </div>
                { chart(self.store, group) }
                <ol class="history-entries">
                    { for entries.into_iter().rev().map(|(entry, before)| self.entry(group, entry, before)) }
                </ol>
            </section>
        }
    }

    /// The button, or the field that it opens.
    fn rename(&self, renamed: Renamed, spoken: &str, group: &Group) -> Html {
        if **self.renaming == Some(renamed) {
            let ids: Vec<_> = match renamed {
                Renamed::One(id) => vec![id],
                Renamed::Group(_) => group.entries.iter().map(|entry| entry.id).collect(),
            };
            let label = match renamed {
                Renamed::One(_) => Text::HistoryRenameOne,
                Renamed::Group(_) => Text::HistoryRenameAll,
            };
            let renaming = self.renaming.clone();
            let done = Callback::from(move |()| renaming.set(None));
            let before = AttrValue::from(group.name.clone());
            return html! { <Rename {ids} {before} {label} {done} /> };
        }
        let label = match renamed {
            Renamed::One(_) => Text::HistoryRename,
            Renamed::Group(_) => Text::HistoryRenameGroup,
        };
        let label = self.store.text(label);
        let spoken = self.store.pack.texts.about(&label, spoken);
        let renaming = self.renaming.clone();
        let onclick = leaving::<MouseEvent>(move || renaming.set(Some(renamed)));
        html! {
            <button type="button" class="link screen-only" id={button_id(renamed)} aria-label={spoken} {onclick}>{ label }</button>
        }
    }
}

fn name(store: &Store, group: &Group) -> AttrValue {
    store.subject(&group.name)
}

/// The worst and the best case in whole points, outwards.
fn ends(index: &Index) -> (u32, u32) {
    (index.low.floor(), index.high.ceil())
}

/// The figure or the range, as short as can be.
fn short(index: &Index) -> String {
    match (index.figure, ends(index)) {
        (Some(figure), _) => figure.rounded().to_string(),
        (None, (low, high)) => format!("{low}–{high}"),
    }
}

/// From two entries with a figure or a range on.
fn chart(store: &Store, group: &Group) -> Html {
    let stop = |entry: &Entry| {
        let index = entry.index?;
        let (low, high) = ends(&index);
        Some(Stop {
            day: entry.day.days(),
            figure: index.figure.map(|figure| OutOf100::new(figure.rounded())),
            range: (OutOf100::new(low), OutOf100::new(high)),
            words: short(&index).into(),
        })
    };
    let shown: Vec<_> = group
        .entries
        .iter()
        .filter_map(|entry| Some((entry.day, stop(entry)?)))
        .collect();
    let (Some((first, _)), Some((last, _)), true) = (shown.first(), shown.last(), shown.len() > 1) else {
        return Html::default();
    };
    let label = store.fill(Text::HistoryChart, &[("name", &name(store, group))]);
    let levels = Level::ALL.map(|level| store.pack.words.level(level).into());
    let ends = [store.day(*first), store.day(*last)];
    let stops: Vec<_> = shown.into_iter().map(|(_, stop)| stop).collect();
    timeline(&label, levels, ends, &stops)
}
