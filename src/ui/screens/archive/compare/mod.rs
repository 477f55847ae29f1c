//! Two assessments side by side: whether anything moved by more than error alone would explain, where, and what that rests on.

mod areas;
mod basis;
mod chosen;
mod headline;
#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;

use crate::app::route::Route;
use crate::app::text::Text;
use crate::browser;
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::calendar::Day;
use crate::domain::compare::{Both, Comparison, compare as compared};
use crate::domain::history::{groups, same_name, tidy_name};
use crate::ui::components::dead_end::gone;
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;

/// The screen.
pub fn compare(from: AssessmentId, to: AssessmentId) -> Html {
    html! { <Compare {from} {to} /> }
}

#[derive(Debug, Clone, Copy, PartialEq, Properties)]
struct Props {
    from: AssessmentId,
    to: AssessmentId,
}

#[component]
fn Compare(props: &Props) -> Html {
    let Props { from, to } = *props;
    let store = use_store();
    browser::count_render("compare");
    let both = {
        let store = Rc::clone(&store);
        use_selector(move |state, pack| {
            let (one, other) = (state.assessment(from).cloned(), state.assessment(to).cloned());
            let two = one.iter().chain(&other);
            let day_of = |moment| store.day_of(moment);
            let groups = groups(&pack.checklist, two, &day_of, &browser::case_folded);
            let entries = groups.into_iter().flat_map(|group| group.entries);
            let days: Vec<_> = entries.map(|entry| (entry.id, entry.of_day)).collect();
            (one, other, days)
        })
    };
    let (Some(from), Some(to), days) = &*both else {
        return gone(&store);
    };
    let label = |one: &Assessment| {
        let of_day = days
            .iter()
            .find(|(id, _)| *id == one.id)
            .and_then(|(_, of_day)| *of_day);
        store.day_in_row(store.day_about(one), of_day)
    };
    View {
        store: &store,
        comparison: compared(&store.pack.checklist, from, to),
        days: Both {
            from: store.day_about(from),
            to: store.day_about(to),
        },
        labels: Both {
            from: label(from),
            to: label(to),
        },
        both: Both { from, to },
    }
    .screen()
}

/// What every part of the screen is drawn from.
struct View<'a> {
    store: &'a Rc<Store>,
    both: Both<&'a Assessment>,
    days: Both<Day>,
    /// The days in words, told apart where they are the same.
    labels: Both<AttrValue>,
    comparison: Comparison,
}

impl View<'_> {
    fn screen(&self) -> Html {
        html! {
            <article class="compare">
                { self.head() }
                { headline::headline(self) }
                { chosen::chosen(self) }
                { areas::areas(self) }
                { basis::basis(self) }
                { self.shift() }
                { self.actions() }
            </article>
        }
    }

    fn head(&self) -> Html {
        let names = Both {
            from: tidy_name(&self.both.from.subject.value),
            to: tidy_name(&self.both.to.subject.value),
        };
        let differ = !same_name(&names.from, &names.to, &browser::case_folded);
        let title = if names.to.is_empty() || differ {
            self.text(Text::HeadingCompare)
        } else {
            self.fill(Text::CompareTitleNamed, &[("subject", &names.to)])
        };
        let name = |name: &str| self.store.subject(name);
        html! {
            <header class="compare-head">
                <h1 tabindex="-1" data-title={self.store.pack.row(&[&title, &self.dated(Text::CompareDates)])}>{ title }</h1>
                <p class="lead">{ self.dated(Text::CompareDates) }</p>
                if differ {
                    <p>{ self.fill(Text::CompareNames, &[("from", &name(&names.from)), ("to", &name(&names.to))]) }</p>
                }
                if self.days.to < self.days.from {
                    <p>{ self.text(Text::CompareBackwards) }</p>
                }
            </header>
        }
    }

    /// Scores can fall as people learn what good looks like.
    fn shift(&self) -> Html {
        html! {
            <section class="compare-part" aria-labelledby="shift">
                <h2 id="shift">{ self.text(Text::CompareShift) }</h2>
                <p>{ self.text(Text::CompareShiftText) }</p>
            </section>
        }
    }

    fn actions(&self) -> Html {
        let (from, to) = (self.both.from.id, self.both.to.id);
        let link = |class: &'static str, to: Route, label: AttrValue| html! { <a {class} href={to.to_string()}>{ label }</a> };
        let quiet = "button button-quiet";
        let result = |day: &str| self.fill(Text::CompareResult, &[("date", day)]);
        let onclick = |_: MouseEvent| browser::print();
        html! {
            <p class="compare-actions screen-only">
                { link("button", Route::Next(to), self.text(Text::CompareNext)) }
                { link(quiet, Route::Compare(to, from), self.text(Text::CompareSwap)) }
                <button type="button" class={quiet} {onclick}>{ self.text(Text::ResultsPrint) }</button>
                { link(quiet, Route::Views(from, to), self.text(Text::ViewsGo)) }
                { link(quiet, Route::Results(from), result(&self.labels.from)) }
                { link(quiet, Route::Results(to), result(&self.labels.to)) }
                { link(quiet, Route::History, self.text(Text::CompareHistory)) }
            </p>
        }
    }

    fn text(&self, text: Text) -> AttrValue {
        self.store.text(text)
    }

    fn fill(&self, text: Text, values: &[(&str, &str)]) -> AttrValue {
        self.store.fill(text, values)
    }

    /// A text with `{from}` and `{to}` as days.
    fn dated(&self, text: Text) -> AttrValue {
        self.fill(text, &[("from", &self.labels.from), ("to", &self.labels.to)])
    }
}
