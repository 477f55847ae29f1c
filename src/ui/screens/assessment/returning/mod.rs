//! What the first screen shows to somebody who comes back: the plan with its next date, *Assess again*, and what has changed so far.
//! Drawn by what is loaded later, so that the first load does not carry it.

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;
mod words;

use crate::app::assessment::returning::{PlanAhead, Rest, Returning, returning as found};
use crate::app::route::Route;
use crate::app::text::Text;
use crate::app::words::{AreaWord, Prose};
use crate::browser;
use crate::domain::assessment::Assessment;
use crate::domain::calendar::Day;
use crate::domain::history::Entry;
use crate::domain::plan::PlanText;
use crate::ui::components::doors::climb_in_short;
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;

/// The part of the first screen.
pub fn returning(_store: &Rc<Store>) -> Html {
    html! { <ComingBack /> }
}

#[component]
fn ComingBack() -> Html {
    let store = use_store();
    browser::count_render("returning");
    let today = store.inputs().today;
    let facts = {
        let store = Rc::clone(&store);
        use_selector(move |state, pack| {
            let own = state.assessments.values();
            let own: Vec<&Assessment> = own.filter(|one| state.held(one.id).is_none()).collect();
            let day_of = |moment| store.day_of(moment);
            found(&pack.checklist, &own, today, &day_of, &browser::case_folded)
        })
    };
    let Some(facts) = &*facts else {
        return Html::default();
    };
    View {
        store: &store,
        facts,
        today,
    }
    .screen()
}

/// What every part is drawn from.
struct View<'a> {
    store: &'a Rc<Store>,
    facts: &'a Returning,
    today: Day,
}

impl View<'_> {
    fn screen(&self) -> Html {
        let name = self.store.subject(&self.facts.name);
        html! {
            <section class="return" aria-labelledby="return">
                <h2 id="return" class="return-title">{ self.text(Text::ReturnTitle) }{ " · " }
                    <span translate={(!self.facts.name.is_empty()).then_some("no")}>{ name }</span>
                </h2>
                <div class="return-cards">
                    { self.plan() }
                    { self.again() }
                    { self.over_time() }
                </div>
                { self.others() }
            </section>
        }
    }

    fn text(&self, text: Text) -> AttrValue {
        self.store.text(text)
    }

    /// The plan and its next date; without a plan, the way to one.
    fn plan(&self) -> Html {
        let Some(ahead) = &self.facts.plan else {
            let to = Route::Plan(self.facts.last.id);
            return html! {
                <div class="card return-plan">
                    <h3>{ self.text(Text::HeadingPlan) }</h3>
                    <p>{ self.text(Text::PlanOfferedText) }</p>
                    <p class="return-go"><a class="button" href={to.to_string()}>{ self.text(Text::PlanOffered) }</a></p>
                </div>
            };
        };
        let area = self.store.pack.words.area(ahead.chosen.area, AreaWord::Name);
        html! {
            <div class="card return-plan">
                <p class="eyebrow">{ self.text(Text::ReturnPlan) }{ self.store.colon() }{ self.climb(&area, ahead) }</p>
                <h3>{ self.headline(ahead) }</h3>
                { self.dated(ahead) }
                { self.written(ahead, PlanText::Experiment) }
                { self.owner(ahead) }
                <p class="return-go"><a class="button" href={Route::Plan(ahead.id).to_string()}>{ self.text(Text::PlanOpen) }</a></p>
            </div>
        }
    }

    /// The area and how far it is to climb, as far as that is known.
    fn climb(&self, area: &Prose, ahead: &PlanAhead) -> AttrValue {
        match climb_in_short(self.store, ahead.chosen, ahead.applies) {
            None => area.clone().into(),
            Some(not) if !ahead.applies => self.store.pack.row(&[area, &not]).into(),
            Some(climb) => self.store.fill(Text::SiteBoth, &[("one", area), ("two", &climb)]),
        }
    }

    fn headline(&self, ahead: &PlanAhead) -> AttrValue {
        let rest = match ahead.rest() {
            Rest::Undated => Text::ReturnUndated,
            Rest::Over => Text::ReturnOver,
            Rest::Dropped => Text::ReturnDropped,
        };
        let next = ahead.next.map(|next| words::next(self.store, self.today, next));
        next.unwrap_or_else(|| self.text(rest))
    }

    /// The date itself, where the headline only says how far it is.
    fn dated(&self, ahead: &PlanAhead) -> Html {
        let day = ahead
            .next
            .map(|(_, day)| day)
            .filter(|day| words::is_counted(self.today, *day));
        html! {
            if let Some(day) = day {
                <p class="hint">{ self.store.day(day) }</p>
            }
        }
    }

    fn written(&self, ahead: &PlanAhead, which: PlanText) -> Html {
        let words = ahead.plan.text(which).value.trim();
        html! {
            if !words.is_empty() {
                <p class="return-words" translate="no">{ words.to_owned() }</p>
            }
        }
    }

    fn owner(&self, ahead: &PlanAhead) -> Html {
        let owner = ahead.plan.owner.value.trim();
        html! {
            if !owner.is_empty() {
                <p class="hint return-words">{ self.text(Text::PlanOwner) }{ self.store.colon() }<span translate="no">{ owner.to_owned() }</span></p>
            }
        }
    }

    fn again(&self) -> Html {
        let last = &self.facts.last;
        let due = match self.facts.again {
            Some(day) if day > self.today => {
                words::ahead(self.store, Text::ReturnAgainAhead, self.today, day)
            }
            _ => self.text(Text::ReturnAgainPast),
        };
        let date = self.store.day(last.day);
        html! {
            <div class="card return-again">
                <p class="eyebrow">{ self.text(Text::ReturnAgain) }</p>
                <h3>{ due }</h3>
                <p>{ self.store.fill(Text::ReturnLast, &[("date", &date)]) }{ self.store.colon() }{ self.standing(last) }</p>
                <p class="hint">{ self.text(Text::ReturnAgainText) }</p>
                <p class="return-go">
                    <a class="button button-quiet" href={Route::Next(last.id).to_string()}>{ self.text(Text::ReturnAgainGo) }</a>
                </p>
            </div>
        }
    }

    /// The figure, or the range in its place.
    fn standing(&self, entry: &Entry) -> AttrValue {
        let Some(index) = &entry.index else {
            return self.text(Text::HistoryNoScore);
        };
        match index.figure {
            Some(figure) => self
                .store
                .fill(Text::ResultsOutOf, &[("n", &figure.rounded().to_string())]),
            None => {
                let (low, high) = (index.low.floor().to_string(), index.high.ceil().to_string());
                self.store
                    .fill(Text::HistoryRange, &[("low", &low), ("high", &high)])
            }
        }
    }

    fn over_time(&self) -> Html {
        let last = &self.facts.last;
        let texts = &self.store.pack.texts;
        let count = texts.count(Text::HistoryCountOne, Text::HistoryCountMany, self.facts.count);
        html! {
            <div class="card return-time">
                <p class="eyebrow">{ self.text(Text::HeadingHistory) }</p>
                <h3>{ count }</h3>
                if let Some(before) = &self.facts.before {
                    <p><a href={Route::Compare(before.id, last.id).to_string()}>
                        { self.store.fill(Text::ReturnCompare, &[("date", &self.store.day(before.day))]) }
                    </a></p>
                } else {
                    <p class="hint">{ self.text(Text::ReturnOnly) }</p>
                }
                <p class="return-go return-links">
                    <a href={Route::Results(last.id).to_string()}>{ self.text(Text::HomeResults) }</a>
                    <a href={Route::History.to_string()}>{ self.text(Text::HeadingHistory) }</a>
                </p>
            </div>
        }
    }

    /// A line for each other organisation that has a date.
    fn others(&self) -> Html {
        let line = |ahead: &PlanAhead| {
            let next = ahead.next.map(|next| words::next(self.store, self.today, next));
            html! {
                <li>
                    <a href={Route::Plan(ahead.id).to_string()} translate="no">{ self.store.subject(&ahead.name) }</a>{ " · " }
                    { next.unwrap_or_default() }
                </li>
            }
        };
        html! {
            if !self.facts.others.is_empty() {
                <div class="return-others">
                    <h3>{ self.text(Text::ReturnOthers) }</h3>
                    <ul>{ for self.facts.others.iter().map(line) }</ul>
                </div>
            }
        }
    }
}
