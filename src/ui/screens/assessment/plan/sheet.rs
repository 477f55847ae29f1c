//! The plan as a form; every change is stored at once.

use super::words::{climb, day_name, status_name, towards};
use super::{Props, paper, suggestion};
use crate::app::action::{Action, Edit};
use crate::app::shared::planning::{self, Dates, Whose, text_name};
use crate::app::state::SaveState;
use crate::app::text::Text;
use crate::browser;
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::calendar::Day;
use crate::domain::plan::{Chosen, Disorder, Plan, PlanDay, PlanText, Status};
use crate::domain::stamp::Stamped;
use crate::ui::components::calendar_dates::each_date;
use crate::ui::components::date_field::{DateField, date_field};
use crate::ui::components::doors;
use crate::ui::components::progress::save_line;
use crate::ui::components::question::tell;
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;

/// The form, its buttons, and what comes out of the printer.
#[component]
pub(super) fn Sheet(props: &Props) -> Html {
    let id = props.id;
    let store = use_store();
    browser::count_render("sheet");
    let facts = use_selector(move |state, pack| {
        let assessment = state.assessment(id)?;
        let chosen = assessment.plan.chosen.value?;
        let applies = assessment.applies(&pack.checklist, chosen.area);
        Some((assessment.plan.clone(), chosen, applies, state.save))
    });
    let Some((plan, chosen, applies, save)) = &*facts else {
        return Html::default();
    };
    let (chosen, applies) = (*chosen, *applies);
    let form = Form {
        store: &store,
        id,
        plan,
        chosen,
        applies,
    };
    html! {
        <>
            { form.screen(*save) }
            { paper::paper(&store, plan, chosen, applies) }
        </>
    }
}

struct Form<'a> {
    store: &'a Rc<Store>,
    id: AssessmentId,
    plan: &'a Plan,
    chosen: Chosen,
    applies: bool,
}

impl Form<'_> {
    fn screen(&self, save: SaveState) -> Html {
        let door = doors::name(self.store, self.chosen.door);
        html! {
            <section class="plan-sheet screen-only">
                <div>
                    <p class="lead">{ climb(self.store, self.chosen, self.applies) }</p>
                    <p class="hint">
                        { self.store.fill(Text::PlanThrough, &[("door", &door)]) }{ " · " }{ self.saved(save) }
                    </p>
                </div>
                { towards(self.store, self.chosen, self.applies) }
                { self.experiment() }
                { self.field(PlanText::Counted, Text::PlanCountedHint) }
                { self.field(PlanText::Owner, Text::PlanOwnerHint) }
                { self.dates() }
                { self.status() }
                { self.field(PlanText::Learned, Text::PlanLearnedHint) }
                { self.actions() }
            </section>
        }
    }

    /// The truth about saving.
    fn saved(&self, save: SaveState) -> Html {
        match save {
            _ if self.id == AssessmentId::EXAMPLE => {
                html! { <span class="save">{ self.text(Text::ExampleKept) }</span> }
            }
            SaveState::Untouched => html! { <span class="save">{ self.text(Text::PlanUntouched) }</span> },
            other => save_line(self.store, other),
        }
    }

    fn text(&self, text: Text) -> AttrValue {
        self.store.text(text)
    }

    fn field(&self, which: PlanText, hint: Text) -> Html {
        let id = self.id;
        let oninput = self
            .store
            .on_input(move |text| Action::Edited(id, Edit::WrotePlan(which, text)));
        let (name, hint_id) = (which.name(), format!("{}-hint", which.name()));
        let value = self.plan.text(which).value.clone();
        let described = hint_id.clone();
        let control = match which {
            PlanText::Owner => html! {
                <input id={name} type="text" autocomplete="name" aria-describedby={described} {value} {oninput} />
            },
            PlanText::Counted => html! {
                <input id={name} type="text" autocomplete="off" aria-describedby={described} {value} {oninput} />
            },
            PlanText::Experiment | PlanText::Learned => html! {
                <textarea id={name} rows="3" aria-describedby={described} {value} {oninput} />
            },
        };
        html! {
            <div class="field">
                <label for={name}>{ self.text(text_name(which)) }</label>
                <p class="hint" id={hint_id}>{ self.text(hint) }</p>
                { control }
            </div>
        }
    }

    fn experiment(&self) -> Html {
        let all = suggestion::of(self.store, self.chosen.area);
        let item = |(number, text): (usize, &Rc<str>)| {
            let name = format!("suggestion-{number}");
            let taken = planning::taken(&self.plan.experiment.value, text, &all);
            let (store, id) = (Rc::clone(self.store), self.id);
            let onclick = move |_: MouseEvent| {
                let edit = Edit::WrotePlan(PlanText::Experiment, taken.clone());
                store.dispatch(Action::Edited(id, edit));
                tell(&store, "");
            };
            html! {
                <li>
                    <p id={name.clone()}>{ AttrValue::from(Rc::clone(text)) }</p>
                    <button type="button" class="link" aria-describedby={name} {onclick}>{ self.text(Text::PlanUseIt) }</button>
                </li>
            }
        };
        html! {
            <div class="plan-experiment">
                { self.field(PlanText::Experiment, Text::PlanExperimentHint) }
                <ul class="suggestions">{ for all.iter().enumerate().map(item) }</ul>
            </div>
        }
    }

    fn dates(&self) -> Html {
        let offered = self.plan.offered(self.store.inputs().today);
        let disorder = self.plan.disorder().map(|disorder| match disorder {
            Disorder::StopBeforeStart => Text::PlanStopBeforeStart,
            Disorder::ReviewTooEarly => Text::PlanReviewTooEarly,
        });
        html! {
            <fieldset class="plan-dates">
                <legend>{ self.text(Text::PlanDates) }</legend>
                if !offered.is_empty() {
                    <p class="plan-offer">
                        <span class="hint">{ self.offer(&offered) }</span>{ " " }
                        <button type="button" class="link" onclick={self.take_offered()}>{ self.text(Text::PlanOfferTake) }</button>
                    </p>
                }
                <div class="plan-days">{ for PlanDay::ALL.map(|which| self.day(which)) }</div>
                <p class="plan-disorder" id="disorder" aria-live="polite" aria-atomic="true">{ disorder.map(|text| self.text(text)) }</p>
            </fieldset>
        }
    }

    /// From today on where there is no day yet; else which day each would be that is missing.
    fn offer(&self, offered: &[(PlanDay, Day)]) -> AttrValue {
        if offered.len() == PlanDay::ALL.len() {
            return self.text(Text::PlanOffer);
        }
        let texts = &self.store.pack.texts;
        let day =
            |(which, day): &(PlanDay, Day)| texts.about(&self.text(day_name(*which)), &self.store.day(*day));
        let days: Vec<_> = offered.iter().map(day).collect();
        // Not as a list: a day has a comma of its own.
        days.join(" · ").into()
    }

    fn take_offered(&self) -> Callback<MouseEvent> {
        let (store, id, plan) = (Rc::clone(self.store), self.id, self.plan.clone());
        Callback::from(move |_| {
            for edit in planning::offered_days(&plan, store.inputs().today) {
                store.dispatch(Action::Edited(id, edit));
            }
            tell(&store, "");
        })
    }

    fn day(&self, which: PlanDay) -> Html {
        let (store, id) = (Rc::clone(self.store), self.id);
        // The later of two days in disorder is the one that says so.
        let wrong = match self.plan.disorder() {
            Some(Disorder::StopBeforeStart) => which == PlanDay::Stop,
            Some(Disorder::ReviewTooEarly) => which == PlanDay::Review,
            None => false,
        };
        let field = DateField {
            id: which.name(),
            label: self.text(day_name(which)),
            hint: None,
            value: self.plan.day(which).value,
            wrong: wrong.then_some("disorder"),
            set: Rc::new(move |day| store.dispatch(Action::Edited(id, Edit::SetPlanDay(which, day)))),
            below: Html::default(),
        };
        date_field(self.store, field)
    }

    fn status(&self) -> Html {
        let id = self.id;
        let item = |status: Status| {
            let onchange = self
                .store
                .on_change(move |_| Action::Edited(id, Edit::ChoseStatus(status)));
            let checked = self.plan.status.value == status;
            html! {
                <label class="check">
                    <input type="radio" name="status" value={status.name()} {checked} {onchange} />
                    <span>{ self.text(status_name(status)) }</span>
                </label>
            }
        };
        html! {
            <fieldset class="plan-status">
                <legend>{ self.text(Text::PlanStatus) }</legend>
                <div class="plan-choices">{ for Status::ALL.map(item) }</div>
            </fieldset>
        }
    }

    fn actions(&self) -> Html {
        let print = |_: MouseEvent| browser::print();
        let dated = self.plan.stop.value.or(self.plan.review.value).is_some();
        html! {
            <div class="plan-actions">
                if dated {
                    <button type="button" class="button" onclick={self.download(Dates::All)}>{ self.text(Text::PlanCalendar) }</button>
                    { each_date(self.store, self.plan, self.again().is_some(), |dates| self.download(dates)) }
                }
                <button type="button" class="button button-quiet" onclick={print}>{ self.text(Text::ResultsPrint) }</button>
                if !dated {
                    <p class="hint">{ self.text(Text::PlanCalendarNone) }</p>
                }
            </div>
        }
    }

    /// The day to assess again, while it is ahead.
    fn again(&self) -> Option<Day> {
        again(self.store, self.store.state().assessment(self.id)?)
    }

    fn download(&self, dates: Dates) -> Callback<MouseEvent> {
        let (store, id, area) = (Rc::clone(self.store), self.id, self.chosen.area);
        Callback::from(move |_| {
            let now = store.inputs().now;
            let file = store.state().assessment(id).map(|it| {
                let words = planning::calendar_words(&store.pack, &it.plan, area, Whose::of_assessment(it));
                let again = Stamped::new(again(&store, it), it.revision);
                planning::calendar_file(&id.to_string(), &it.plan, &again, &words, now, dates)
            });
            if let Some(file) = file {
                store.dispatch(file);
            }
        })
    }
}

/// When to assess again, while that is ahead.
fn again(store: &Store, assessment: &Assessment) -> Option<Day> {
    let day = assessment.again(store.day_about(assessment));
    day.filter(|day| *day >= store.inputs().today)
}
