//! A show of hands, question by question, checked against everybody who has not answered in another way.

use super::tray::{Handlers, Tray};
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::app::workshop::show_of_hands::{Typed, Uncounted, count, expected, typed};
use crate::browser;
use crate::domain::code::hands::{Counted, Miscount};
use crate::domain::question::QuestionId;
use crate::domain::typed::whole;
use crate::domain::workshop::ballot::Ballot;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::modes::Mode;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use crate::ui::workshop_handle::WorkshopHandle;
use std::rc::Rc;

/// What is counted now, or that all is.
const ASKED: &str = "hands-asked";
/// What is wrong with them.
const WRONG: &str = "hands-care";
/// Puts the count back that was removed last.
const PUT_BACK: &str = "hands-put-back";

/// The area's name, or what else is asked.
pub(super) fn label(store: &Store, question: QuestionId) -> AttrValue {
    let words = &store.pack.words;
    match question {
        QuestionId::Anchored(area) => words.area(area, AreaWord::Name).into(),
        other => words.prompt(other).into(),
    }
}

impl Handlers {
    fn open_ballot(&self) -> Option<&Ballot> {
        let workshop = &self.handle.workshop;
        workshop.open_round().and_then(|round| workshop.ballot(round))
    }

    fn is_counted(&self, question: QuestionId) -> bool {
        self.open_ballot()
            .is_some_and(|ballot| ballot.hands.contains_key(&question))
    }

    /// The chosen question, else the first without a count; none once all are counted.
    fn asked(&self, questions: &[QuestionId]) -> Option<QuestionId> {
        let chosen = self.tray.borrow().asked.filter(|id| questions.contains(id));
        chosen.or_else(|| questions.iter().copied().find(|id| !self.is_counted(*id)))
    }

    pub(super) fn hands(&self) -> Html {
        let store = &self.handle.store;
        let questions = self.handle.workshop.open_questions(&store.pack.checklist);
        if questions.is_empty() {
            return Html::default();
        }
        let asked = self.asked(&questions);
        let total = expected(&self.handle.workshop).0.to_string();
        let handlers = self.clone();
        let onchange = Callback::from(move |event: Event| {
            if let Ok(chosen) = browser::value(&event).parse() {
                handlers.ask(chosen, Typed::default());
                // The keys that choose go on choosing, so the focus stays.
                browser::say(&handlers.handle.store.pack.words.prompt(chosen));
            }
        });
        let option = |id: &QuestionId| {
            let mut words = label(store, *id).to_string();
            if self.is_counted(*id) {
                words.push_str(" · ");
                words.push_str(&store.text(Text::CollectHandsCounted));
            }
            html! { <option value={id.to_string()} selected={Some(*id) == asked}>{ words }</option> }
        };
        self.way(
            Mode::ShowOfHands,
            Text::CollectHands,
            html! {
                <>
                    <p>{ store.fill(Text::CollectHandsText, &[("n", &total)]) }</p>
                    if questions.len() > 1 {
                        <div class="field">
                            <label for="hands-question">{ store.text(Text::CollectHandsQuestion) }</label>
                            <select id="hands-question" {onchange}>
                                if asked.is_none() {
                                    <option value="" selected=true>{ store.text(Text::CollectHandsChoose) }</option>
                                }
                                { for questions.iter().map(option) }
                            </select>
                        </div>
                    }
                    if let Some(asked) = asked {
                        { self.counts(asked, &total) }
                    } else {
                        { self.all_counted(questions.len()) }
                    }
                    { self.counted(&questions) }
                </>
            },
        )
    }

    /// Nothing is left to count.
    fn all_counted(&self, questions: usize) -> Html {
        let texts = &self.handle.store.pack.texts;
        let words = texts.count(Text::CollectHandsAllOne, Text::CollectHandsAllMany, questions);
        html! { <p id={ASKED} class="hands-prompt" tabindex="-1">{ words }</p> }
    }

    /// A field for each answer.
    fn counts(&self, asked: QuestionId, total: &str) -> Html {
        let store = &self.handle.store;
        let (words, checklist) = (&store.pack.words, &store.pack.checklist);
        let offered = checklist.may_be_not_applicable(asked);
        let mut rows: Vec<(usize, AttrValue)> = words
            .options(checklist, asked)
            .into_iter()
            .enumerate()
            .map(|(place, anchor)| (place, format!("{} · {anchor}", place + 1).into()))
            .collect();
        rows.push((5, store.text(Text::AssessCannotTell)));
        if offered {
            rows.push((6, store.text(Text::AssessNotApplicable)));
        }
        let tray = self.tray.borrow();
        let sum: u64 = tray
            .typed
            .iter()
            .filter_map(|text| whole(text))
            .map(u64::from)
            .sum();
        let values = [("n", &*sum.to_string()), ("total", total)];
        let handlers = self.clone();
        let onsubmit = Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            handlers.keep(asked);
        });
        html! {
            <form class="hands" novalidate=true autocomplete="off" {onsubmit}>
                <p id={ASKED} class="hands-prompt" tabindex="-1">{ AttrValue::from(words.prompt(asked)) }</p>
                { for rows.into_iter().map(|(place, words)| self.row(&tray, place, &words)) }
                <p class="hands-sum">{ store.fill(Text::CollectHandsSum, &values) }</p>
                if let Some(uncounted) = tray.uncounted {
                    <p class="workshop-care" id={WRONG}>{ uncounted_words(store, uncounted) }</p>
                }
                <p>
                    <button type="submit" class="button button-quiet">{ store.text(Text::CollectHandsKeep) }</button>
                </p>
            </form>
        }
    }

    fn row(&self, tray: &Tray, place: usize, words: &AttrValue) -> Html {
        let handlers = self.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            let text = browser::value(&event);
            handlers.change(|tray| {
                tray.uncounted = None;
                if let Some(field) = tray.typed.get_mut(place) {
                    *field = text;
                }
            });
        });
        let wrong = tray.uncounted == Some(Uncounted::NotANumber(place));
        html! {
            <label class="hands-row">
                <span>{ words }</span>
                <input type="text" inputmode="numeric" name={format!("hands-{place}")} aria-invalid={wrong.then_some("true")}
                    aria-describedby={wrong.then_some(WRONG)}
                    value={tray.typed.get(place).cloned().unwrap_or_default()} {oninput} />
            </label>
        }
    }

    /// Goes to a question with these fields.
    fn ask(&self, question: QuestionId, typed: Typed) {
        self.change(|tray| ask(tray, Some(question), typed));
        self.read_out.emit(question);
    }

    /// Shows the room the question that is counted now.
    fn show_next(&self) {
        let store = &self.handle.store;
        let Some(workshop) = self.handle.latest() else {
            return;
        };
        let questions = workshop.open_questions(&store.pack.checklist);
        let now = Self {
            handle: WorkshopHandle::new(Rc::clone(store), workshop),
            ..self.clone()
        };
        if let Some(question) = now.asked(&questions) {
            self.read_out.emit(question);
        }
    }

    /// Stores what adds up and goes on; keeps what does not as it was typed.
    fn keep(&self, asked: QuestionId) {
        let counted = count(&self.tray.borrow().typed, expected(&self.handle.workshop));
        match counted {
            Ok(counted) => {
                self.change(|tray| ask(tray, None, Typed::default()));
                self.handle.change(Change::CountedHands(asked, counted));
                self.show_next();
                // Whoever listens hears the next question, or that there is none.
                browser::after_paint(|| browser::focus(ASKED));
            }
            Err(uncounted) => {
                browser::say(&uncounted_words(&self.handle.store, uncounted));
                self.change(|tray| tray.uncounted = Some(uncounted));
            }
        }
    }

    /// What was counted, to be corrected or removed, and what was removed last. Not what it says: that is for the reveal.
    fn counted(&self, questions: &[QuestionId]) -> Html {
        let removed = self.tray.borrow().removed;
        let row = |id: &QuestionId| {
            let counted = self.open_ballot().and_then(|ballot| ballot.hands.get(id));
            let removed = removed.filter(|(of, _)| of == id);
            match (counted, removed) {
                (Some(counted), _) => Some(self.counted_row(*id, *counted)),
                (None, Some((_, counted))) => Some(self.removed_row(*id, counted)),
                (None, None) => None,
            }
        };
        let rows: Vec<_> = questions.iter().filter_map(row).collect();
        html! {
            if !rows.is_empty() {
                <div class="collect-report">
                    <h4>{ self.text(Text::CollectHandsList) }</h4>
                    <ul class="collect-lines">{ for rows }</ul>
                </div>
            }
        }
    }

    fn counted_row(&self, id: QuestionId, counted: Counted) -> Html {
        let store = &self.handle.store;
        let texts = &store.pack.texts;
        let name = label(store, id);
        let hands = usize::try_from(counted.sum()).unwrap_or(usize::MAX);
        let row = texts.count(Text::CollectHandsRowOne, Text::CollectHandsRowMany, hands);
        let spoken = |text: Text| texts.about(&store.text(text), &name);
        let handlers = self.clone();
        let correct = Callback::from(move |_: MouseEvent| {
            handlers.ask(id, typed(&counted));
            browser::after_paint(|| browser::focus(ASKED));
        });
        let handlers = self.clone();
        let remove = Callback::from(move |_: MouseEvent| {
            handlers.change(|tray| tray.removed = Some((id, counted)));
            handlers.handle.change(Change::DroppedHands(id));
            browser::after_paint(|| browser::focus(PUT_BACK));
        });
        html! {
            <li key={id.to_string()}>
                { &name }{ store.colon() }{ row }{ " " }
                <button type="button" class="link" id={correct_id(id)} aria-label={spoken(Text::CollectHandsCorrect)} onclick={correct}>
                    { store.text(Text::CollectHandsCorrect) }
                </button>{ " " }
                <button type="button" class="link" aria-label={spoken(Text::CollectHandsRemove)} onclick={remove}>
                    { store.text(Text::CollectHandsRemove) }
                </button>
            </li>
        }
    }

    /// A count that was removed, and the way to put it back as it was.
    fn removed_row(&self, id: QuestionId, counted: Counted) -> Html {
        let store = &self.handle.store;
        let name = label(store, id);
        let handlers = self.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            handlers.change(|tray| tray.removed = None);
            handlers.handle.change(Change::CountedHands(id, counted));
            browser::after_paint(move || browser::focus(&correct_id(id)));
        });
        html! {
            <li key={id.to_string()}>
                { &name }{ store.colon() }
                <button type="button" class="link" id={PUT_BACK} {onclick}
                    aria-label={store.pack.texts.about(&store.text(Text::SurplusBack), &name)}>{ store.text(Text::SurplusBack) }</button>
            </li>
        }
    }
}

fn correct_id(question: QuestionId) -> String {
    format!("hands-correct-{question}")
}

/// A question, or the next one without a count, with these fields.
fn ask(tray: &mut Tray, question: Option<QuestionId>, typed: Typed) {
    tray.asked = question;
    tray.typed = typed;
    tray.uncounted = None;
}

fn uncounted_words(store: &Store, uncounted: Uncounted) -> String {
    let (one, many, hands) = match uncounted {
        Uncounted::NotANumber(_) => return store.text(Text::CollectHandsNotANumber).to_string(),
        Uncounted::Miscounted(Miscount::Missing(hands)) => {
            (Text::CollectHandsMissingOne, Text::CollectHandsMissingMany, hands)
        }
        Uncounted::Miscounted(Miscount::TooMany(hands)) => {
            (Text::CollectHandsOverOne, Text::CollectHandsOverMany, hands)
        }
    };
    let hands = usize::try_from(hands).unwrap_or(usize::MAX);
    store.pack.texts.count(one, many, hands)
}

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests {
    use super::*;
    use crate::app::state::State;
    use crate::domain::workshop::Workshop;
    use crate::domain::workshop::stage::Stage;
    use crate::ui::testing::{holds, lacks, rendered, store, workshop};

    #[test]
    fn a_count_that_was_removed_can_be_put_back() {
        let store = store(State::prerendered());
        let mut workshop = workshop();
        workshop.apply(Change::WentTo(Stage::Vote), workshop.created);
        let questions = workshop.open_questions(&store.pack.checklist);
        let first = questions.first().copied().expect("a question");
        let counted = Counted {
            levels: [0, 0, 6, 0, 0],
            ..Counted::default()
        };
        let drawn = |workshop: &Workshop, removed| {
            let handlers = Handlers {
                handle: WorkshopHandle::new(Rc::clone(&store), Rc::new(workshop.clone())),
                tray: Rc::default(),
                read_out: Callback::noop(),
            };
            handlers.tray.borrow_mut().removed = removed;
            rendered(handlers.counted(&questions))
        };
        assert_eq!(drawn(&workshop, None), "");
        let offer = ["aria-label=\"Put it back: Change is our job\""];
        holds(&drawn(&workshop, Some((first, counted))), &offer);
        workshop.apply(Change::CountedHands(first, counted), workshop.created);
        let again = drawn(&workshop, Some((first, counted)));
        holds(&again, &["6 hands", "Remove: Change is our job"]);
        lacks(&again, &offer);
    }
}
