//! What everybody takes along from a workshop: two pages, on screen and on paper. Nothing before the reveal.

mod files;
#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;
mod topics;

use crate::app::place::Place;
use crate::app::shared::planning::{Dates, workshop_calendar};
use crate::app::text::Text;
use crate::app::workshop::export::{ExperimentPart, Meeting, Sheet};
use crate::browser;
use crate::domain::code::WorkshopId;
use crate::domain::workshop::Workshop;
use crate::ui::components::calendar_dates::each_date;
use crate::ui::components::session_file::meeting;
use crate::ui::components::since::{Since, Stands};
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_store};
use crate::ui::workshop_handle::{WorkshopHandle, missing, use_workshop};
use std::rc::Rc;

/// The screen.
pub fn sheet(_store: &Rc<Store>, id: WorkshopId) -> Html {
    html! { <Screen {id} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct ScreenProps {
    id: WorkshopId,
}

#[component]
fn Screen(props: &ScreenProps) -> Html {
    let store = use_store();
    let handle = use_workshop(props.id);
    let handle = match handle {
        Ok(handle) => handle,
        Err(why) => return missing(&store, &why),
    };
    let view = View {
        store: &store,
        handle: &handle,
    };
    let in_words = |day| store.day(day).to_string();
    match Sheet::of(&view.meeting(), &in_words) {
        Some(sheet) => view.screen(&sheet),
        None => view.not_yet(),
    }
}

/// What every part of the screen is drawn from.
struct View<'a> {
    store: &'a Rc<Store>,
    handle: &'a WorkshopHandle,
}

impl View<'_> {
    fn workshop(&self) -> &Workshop {
        &self.handle.workshop
    }

    fn meeting(&self) -> Meeting<'_> {
        meeting(self.store, self.workshop())
    }

    fn text(&self, text: Text) -> AttrValue {
        self.store.text(text)
    }

    fn fill(&self, text: Text, values: &[(&str, &str)]) -> AttrValue {
        self.store.fill(text, values)
    }

    fn back(&self) -> Html {
        let console = Place::Console(self.workshop().id).fragment();
        html! { <a class="button button-quiet" href={console}>{ self.text(Text::SheetBack) }</a> }
    }

    fn not_yet(&self) -> Html {
        html! {
            <article class="sheet">
                <header class="sheet-head">
                    <h1 tabindex="-1">{ self.text(Text::SheetNotYet) }</h1>
                    <p class="lead">{ self.text(Text::SheetNotYetText) }</p>
                    <p class="sheet-actions">{ self.back() }</p>
                </header>
                { files::session(self) }
            </article>
        }
    }

    fn screen(&self, sheet: &Sheet) -> Html {
        html! {
            <article class="sheet">
                <header class="sheet-head">
                    <h1 tabindex="-1" data-title={self.store.pack.row(&[&sheet.title, &String::from(self.meeting().day)])}>
                        { sheet.title.clone() }
                    </h1>
                    <p class="hint">{ sheet.subtitle.clone() }</p>
                    { self.actions() }
                </header>
                { self.chosen(sheet) }
                { topics::topics(self, sheet) }
                <div class="sheet-second">
                    { topics::areas(self, sheet) }
                    if !sheet.before.is_empty() {
                        <section class="sheet-part" aria-labelledby="before">
                            <h2 id="before">{ self.text(Text::PromiseTitle) }</h2>
                            { sentences(&sheet.before) }
                        </section>
                    }
                    <section class="sheet-part" aria-labelledby="next">
                        <h2 id="next">{ self.text(Text::SheetNext) }</h2>
                        { sentences(&sheet.next) }
                        <p class="hint">{ sheet.protected.clone() }{ " " }{ sheet.origin.clone() }</p>
                    </section>
                </div>
                <Since handle={self.handle.clone()} stands={Stands::OnTheSheet} />
                { files::files(self) }
                { files::session(self) }
            </article>
        }
    }

    /// Print, the dates for a calendar, and the way back.
    fn actions(&self) -> Html {
        let print = |_: MouseEvent| browser::print();
        let plan = &self.workshop().plan;
        let dated = plan.chosen.value.is_some() && plan.stop.value.or(plan.review.value).is_some();
        html! {
            <p class="sheet-actions screen-only">
                <button type="button" class="button" onclick={print}>{ self.text(Text::ResultsPrint) }</button>
                if dated {
                    <button type="button" class="button button-quiet" data-take="ics" onclick={self.calendar(Dates::All)}>
                        { self.text(Text::PlanCalendar) }
                    </button>
                    { each_date(self.store, plan, false, |dates| self.calendar(dates)) }
                }
                { self.back() }
            </p>
        }
    }

    fn calendar(&self, dates: Dates) -> Callback<MouseEvent> {
        let handle = self.handle.clone();
        Callback::from(move |_| {
            let store = &handle.store;
            let now = store.inputs().now;
            if let Some(file) = workshop_calendar(&store.pack, &handle.workshop, now, dates) {
                store.dispatch(file);
            }
        })
    }

    fn chosen(&self, sheet: &Sheet) -> Html {
        html! {
            <section class="sheet-part" aria-labelledby="chosen">
                <h2 id="chosen" class="eyebrow">{ self.text(Text::SheetChosen) }</h2>
                <p class={classes!(sheet.chosen.is_some().then_some("sheet-chosen"))}>
                    { sheet.chosen.as_ref().map_or_else(|| self.text(Text::SheetChosenNone), |name| name.clone().into()) }
                </p>
                if let Some(hands) = &sheet.hands {
                    <p class="hint">{ hands.clone() }</p>
                }
                <dl class="sheet-steps">{ for sheet.steps.iter().map(|step| self.step(step)) }</dl>
            </section>
        }
    }

    fn step(&self, step: &ExperimentPart) -> Html {
        let blank = step.text.is_none().then_some("sheet-blank");
        let text = step.text.clone().map(AttrValue::from);
        html! {
            <div>
                <dt>{ AttrValue::from(step.term.clone()) }</dt>
                <dd class={classes!(blank)} translate={step.text.is_some().then_some("no")}>{ text.unwrap_or_else(|| self.text(Text::PlanBlank)) }</dd>
            </div>
        }
    }
}

fn sentences(all: &[String]) -> Html {
    html! { <ul class="sheet-next">{ for all.iter().map(|line| html! { <li>{ line.clone() }</li> }) }</ul> }
}
