//! The result: the figure and the picture, one area to choose, then every area in a line that unfolds, the know-do check, and what is still open.
//!
//! One component draws it all from one copy of the assessment; the rest are plain functions. An area without an answer is shown as such
//! and never as zero.

mod areas;
mod board;
mod choose;
mod know_do;
mod open;
mod picture;
mod plan;
mod standing;
#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;

use crate::app::action::Action;
use crate::app::assessment::export::outcome;
use crate::app::route::Route;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::browser;
use crate::domain::answer::Answers;
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::checklist::{Checklist, Depth, Step};
use crate::domain::level::Level;
use crate::domain::question::AreaId;
use crate::domain::score::{AreaResult, LevelScore, Scorecard, score};
use crate::domain::straight_lining::asks_whether_meant;
use crate::ui::components::dead_end::gone;
use crate::ui::components::export_files::{export_files, share};
use crate::ui::components::handed_over::HandedOver;
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;

/// Which result.
#[derive(Debug, Clone, Copy, PartialEq, Properties)]
pub struct Props {
    /// The assessment.
    pub id: AssessmentId,
}

/// How much of the screen is drawn: what one sees first comes first, and each further part in a task of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Drawn {
    Standing,
    Picture,
    Everything,
}

impl Drawn {
    const FIRST: Self = if cfg!(target_arch = "wasm32") {
        Self::Standing
    } else {
        Self::Everything
    };

    const fn next(self) -> Self {
        match self {
            Self::Standing => Self::Picture,
            Self::Picture | Self::Everything => Self::Everything,
        }
    }
}

/// The screen.
#[component]
pub fn Results(props: &Props) -> Html {
    let id = props.id;
    let store = use_store();
    let drawn = use_state_eq(|| Drawn::FIRST);
    let pressed = use_state_eq(|| Place::End);
    {
        let set = drawn.setter();
        use_effect_with(*drawn, move |drawn| {
            let drawn = *drawn;
            if drawn != Drawn::Everything {
                browser::after_paint(move || set.set(drawn.next()));
            }
        });
    }
    browser::count_render("results");
    let facts = use_selector(move |state, _| {
        let seconds = state.seconds(id).filter(|_| !state.meant.contains(&id));
        let assessment = state.assessment(id).cloned();
        let alone = assessment
            .as_ref()
            .is_some_and(|assessment| id != AssessmentId::EXAMPLE && state.backup.reminds_of(assessment));
        (assessment, seconds, alone)
    });
    let (Some(assessment), seconds, alone) = &*facts else {
        return gone(&store);
    };
    let checklist = &store.pack.checklist;
    let given = assessment.given();
    if seconds.is_some_and(|seconds| asks_whether_meant(checklist, &given, seconds)) {
        return haste(&store, id);
    }
    View {
        store: &store,
        assessment,
        card: score(checklist, &given, assessment.depth.value),
        given,
        alone: *alone,
        pressed,
    }
    .screen(*drawn)
}

/// One friendly question, before the results.
fn haste(store: &Rc<Store>, id: AssessmentId) -> Html {
    let first = store.pack.checklist.areas.first();
    let back = Route::Assess(id, first.map(|area| Step::Area(area.id)));
    let onclick = {
        let store = Rc::clone(store);
        move |_: MouseEvent| store.dispatch(Action::MeantIt(id))
    };
    html! {
        <div class="prose">
            <h1 tabindex="-1">{ store.text(Text::ResultsHasteTitle) }</h1>
            <p class="lead">{ store.text(Text::ResultsHasteText) }</p>
            <p class="results-actions">
                <button type="button" class="button" {onclick}>{ store.text(Text::ResultsHasteYes) }</button>
                <a class="button button-quiet" href={back.to_string()}>{ store.text(Text::ResultsHasteNo) }</a>
            </p>
        </div>
    }
}

/// What every part of the screen is drawn from.
struct View<'a> {
    store: &'a Rc<Store>,
    assessment: &'a Assessment,
    given: Answers,
    card: Scorecard,
    /// No copy of it has left this device, and nobody waved that away.
    alone: bool,
    /// Where a file was asked for last.
    pressed: UseStateHandle<Place>,
}

/// Where files can be asked for: what became of one is asked there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Head,
    End,
}

impl View<'_> {
    fn screen(&self, drawn: Drawn) -> Html {
        let chosen = self.assessment.plan.chosen.value.is_some();
        let copied = self.assessment.first_open(self.checklist()).is_some() || !self.alone;
        html! {
            <article class="results" aria-busy={(drawn != Drawn::Everything).then_some("true")}>
                { self.head() }
                <div class="results-top">
                    { standing::standing(self) }
                    if drawn != Drawn::Standing {
                        { picture::picture(self) }
                    }
                </div>
                if chosen {
                    { plan::plan(self) }
                } else if drawn != Drawn::Standing {
                    { choose::choose(self) }
                }
                if drawn == Drawn::Everything {
                    { standing::grounds(self) }
                    { areas::areas(self) }
                    <div class="results-rest screen-only">
                        { know_do::know_do(self) }
                        { open::open(self) }
                    </div>
                    { board::board(self) }
                    { self.files(!copied) }
                }
            </article>
        }
    }

    fn head(&self) -> Html {
        let subject = &self.assessment.subject.value;
        let title = if subject.is_empty() {
            self.text(Text::HeadingResults)
        } else {
            self.fill(Text::ResultsTitleNamed, &[("subject", subject)])
        };
        let depth = match self.assessment.depth.value {
            Depth::Quick => Text::ResultsQuick,
            Depth::Full => Text::ResultsFull,
        };
        let day = self.assessment.day.value;
        let day = day.map_or_else(
            || self.store.date(self.assessment.answered_at()),
            |day| self.store.day(day),
        );
        // Without a single score the one thing to do is in the middle of the page.
        let scored = self.card.scored() > 0;
        html! {
            <header class="results-head">
                <div class="results-title">
                    <h1 tabindex="-1" data-title={self.store.pack.row(&[&title, &day])}>{ title }</h1>
                    <p class="hint">{ self.text(depth) }{ " · " }{ day }</p>
                </div>
                if scored {
                    { self.actions() }
                }
            </header>
        }
    }

    /// Handing it on, going on or looking again, and print.
    fn actions(&self) -> Html {
        let open = self.assessment.first_open(self.checklist());
        let (class, label) = match open {
            Some(_) => ("button", Text::ResultsGoOn),
            None => ("results-action", Text::ResultsChange),
        };
        // Without a step its address leads to what is open, and back here where nothing is.
        let first = || self.assessment.steps(self.checklist()).first().copied();
        let to = open.or_else(first);
        let onclick = |_: MouseEvent| browser::print();
        html! {
            <div class="results-do screen-only" onclick={self.presses(Place::Head)}>
                <p class="results-actions">
                    { share(self.store, self.assessment.id, "button button-quiet") }
                    <a {class} href={self.route(to)}>{ self.text(label) }</a>
                    <button type="button" class="link" {onclick}>{ self.text(Text::ResultsPrint) }</button>
                </p>
                <HandedOver here={*self.pressed == Place::Head} />
            </div>
        }
    }

    fn files(&self, alone: bool) -> Html {
        let asks = *self.pressed == Place::End;
        export_files(
            self.store,
            self.assessment.id,
            alone,
            asks,
            self.presses(Place::End),
        )
    }

    /// Remembers that something was pressed there.
    fn presses(&self, place: Place) -> Callback<MouseEvent> {
        let pressed = self.pressed.setter();
        Callback::from(move |_| pressed.set(place))
    }

    /// An area's name as the way to its line further down, which unfolds.
    fn link(&self, area: AreaId) -> Html {
        let onclick = Callback::from(move |event: MouseEvent| {
            // Another tab has a result of its own.
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                browser::unfold(&areas::line_id(area));
            }
        });
        let href = Route::Results(self.assessment.id).to_string();
        html! { <a class="area-jump" {href} {onclick}>{ self.area(area, AreaWord::Name) }</a> }
    }

    fn checklist(&self) -> &Checklist {
        &self.store.pack.checklist
    }

    fn text(&self, text: Text) -> AttrValue {
        self.store.text(text)
    }

    fn fill(&self, text: Text, values: &[(&str, &str)]) -> AttrValue {
        self.store.fill(text, values)
    }

    fn area(&self, area: AreaId, word: AreaWord) -> AttrValue {
        self.store.pack.words.area(area, word).into()
    }

    /// Where a step is answered; without one, the first.
    fn route(&self, step: Option<Step>) -> String {
        Route::Assess(self.assessment.id, step).to_string()
    }

    /// "3" where one question was asked, "3.7" for a mean of three.
    fn figure(&self, score: LevelScore) -> String {
        let tenths = score.tenths();
        match self.assessment.depth.value {
            Depth::Quick => (tenths / 10).to_string(),
            Depth::Full => self.store.pack.texts.decimal(tenths.into(), 1),
        }
    }

    /// "Level 3: Set up".
    fn level(&self, level: Level) -> AttrValue {
        let (number, word) = (level.number().to_string(), self.store.pack.words.level(level));
        self.fill(Text::ResultsLevelReached, &[("n", &number), ("level", &word)])
    }

    /// The level reached, or why there is none.
    fn outcome(&self, result: &AreaResult) -> AttrValue {
        outcome(result, |level| self.level(level), |why| self.text(why))
    }
}
