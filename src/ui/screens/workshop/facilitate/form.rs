//! The form for a new workshop.

use super::asking::blank_words;
use super::own_minutes::{field_id, own_minutes};
use super::radio::radio;
use crate::app::place::Place;
use crate::app::text::Text;
use crate::app::workshop::action::WorkshopEvent;
use crate::app::workshop::setup::{Draft, LONGEST_TITLE, Wrong, headcount, minimum};
use crate::app::workshop::workshop;
use crate::browser;
use crate::domain::assessment::KnowDo;
use crate::domain::checklist::Depth;
use crate::domain::code::WorkshopId;
use crate::domain::code::invite::{Language, RoleError, RoleLabel};
use crate::domain::workshop::stage::{Agenda, OwnMinutes, Stage};
use crate::domain::workshop::{Settings, Workshop};
use crate::ui::components::languages;
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_store};
use crate::ui::workshop_handle::{founded, happened, latest};
use std::cell::RefCell;
use std::rc::Rc;

#[derive(Default)]
struct Sheet {
    draft: Draft,
    wrong: Wrong,
    /// The browser has no secure random numbers.
    keyless: bool,
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FormProps {
    /// The session that the new one goes on from.
    #[prop_or_default]
    pub(super) last: Option<WorkshopId>,
}

#[component]
pub(super) fn Form(props: &FormProps) -> Html {
    let store = use_store();
    let (last, state) = (props.last, Rc::clone(&store));
    let sheet = use_mut_ref(move || {
        let last = last.and_then(|id| workshop(&state.state(), id).ok());
        Sheet {
            draft: last.map_or_else(Draft::default, |last| Draft::of(&last.settings)),
            ..Sheet::default()
        }
    });
    let view = View {
        store,
        sheet,
        redraw: use_force_update(),
        last: props.last,
    };
    view.draw()
}

#[derive(Clone)]
struct View {
    store: Rc<Store>,
    sheet: Rc<RefCell<Sheet>>,
    redraw: UseForceUpdateHandle,
    last: Option<WorkshopId>,
}

/// A text field and the words around it.
struct Field {
    id: AttrValue,
    label: AttrValue,
    kind: &'static str,
    hint: Option<Text>,
    value: AttrValue,
    wrong: Option<AttrValue>,
}

impl View {
    fn write<E: 'static>(
        &self,
        value: fn(&E) -> String,
        write: impl Fn(&mut Draft, String) + 'static,
    ) -> Callback<E> {
        let view = self.clone();
        Callback::from(move |event: E| {
            write(&mut view.sheet.borrow_mut().draft, value(&event));
            view.redraw.force_update();
        })
    }

    fn typed(&self, write: impl Fn(&mut Draft, String) + 'static) -> Callback<InputEvent> {
        self.write(|event| browser::value(event), write)
    }

    fn chosen(&self, write: impl Fn(&mut Draft) + 'static) -> Callback<Event> {
        self.write(|_| String::new(), move |draft, _| write(draft))
    }

    fn draw(&self) -> Html {
        let store = &self.store;
        let sheet = self.sheet.borrow();
        let (draft, wrong) = (&sheet.draft, &sheet.wrong);
        let view = self.clone();
        let onsubmit = Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            view.create();
        });
        let least = minimum(&draft.minimum);
        let risky = least.is_some_and(|minimum| minimum.is_risky());
        let blank = least
            .zip(headcount(&draft.present))
            .filter(|(least, present)| least.size() > present.0);
        html! {
            <form class="workshop-form card" novalidate=true autocomplete="off" {onsubmit}>
                { self.field(&Field {
                    id: "title".into(),
                    label: store.text(Text::WorkshopFieldTitle),
                    kind: "text",
                    hint: Some(Text::WorkshopFieldTitleHint),
                    value: draft.title.clone().into(),
                    wrong: None,
                }, self.typed(|draft, text| draft.title = text)) }
                { self.questions(draft) }
                { self.roles(draft, wrong) }
                <div class="workshop-numbers">
                    { self.field(&Field {
                        id: "present".into(),
                        label: store.text(Text::WorkshopPresent),
                        kind: "number",
                        hint: None,
                        value: draft.present.clone().into(),
                        wrong: wrong.present.then(|| store.text(Text::WorkshopPresentWrong)),
                    }, self.typed(|draft, text| draft.present = text)) }
                    <div>
                        { self.field(&Field {
                            id: "minimum".into(),
                            label: store.text(Text::WorkshopMinimum),
                            kind: "number",
                            hint: Some(Text::WorkshopMinimumHint),
                            value: draft.minimum.clone().into(),
                            wrong: wrong.minimum.then(|| store.text(Text::WorkshopMinimumWrong)),
                        }, self.typed(|draft, text| draft.minimum = text)) }
                        <div aria-live="polite" aria-atomic="true">
                            if risky {
                                <p class="workshop-care">{ store.text(Text::WorkshopMinimumRisky) }</p>
                            }
                            if let Some((least, present)) = blank {
                                <p class="workshop-care">{ blank_words(store, least, present.0) }</p>
                            }
                        </div>
                    </div>
                </div>
                { self.length(draft) }
                { self.language(draft) }
                <div class="workshop-submit">
                    <button type="submit" class="button">{ store.text(Text::WorkshopCreate) }</button>
                    if sheet.keyless {
                        <p class="workshop-care">{ store.text(Text::WorkshopNoKey) }</p>
                    } else if *wrong != Wrong::default() {
                        <p class="workshop-care">{ store.text(Text::WorkshopNotYet) }</p>
                    }
                </div>
            </form>
        }
    }

    fn field(&self, field: &Field, oninput: Callback<InputEvent>) -> Html {
        let about = format!("{}-about", field.id);
        let wrong = format!("{}-wrong", field.id);
        let described = match (field.hint, &field.wrong) {
            (_, Some(_)) => Some(wrong.clone()),
            (Some(_), None) => Some(about.clone()),
            (None, None) => None,
        };
        let numeric = (field.kind == "number").then_some("numeric");
        // Only numbers have to be there: without roles or a title it is a workshop as well.
        let required = (field.kind == "number").then_some("true");
        let longest = (field.kind == "text").then(|| LONGEST_TITLE.to_string());
        html! {
            <div class="field">
                <label for={field.id.clone()}>{ field.label.clone() }</label>
                <input id={field.id.clone()} type="text" inputmode={numeric} maxlength={longest} value={field.value.clone()}
                    aria-required={required} aria-invalid={field.wrong.is_some().then_some("true")} aria-describedby={described} {oninput} />
                if let Some(hint) = field.hint {
                    <span class="hint" id={about}>{ self.store.text(hint) }</span>
                }
                if let Some(words) = &field.wrong {
                    <span class="workshop-care" id={wrong}>{ words }</span>
                }
            </div>
        }
    }

    fn questions(&self, draft: &Draft) -> Html {
        let store = &self.store;
        let depth = |depth: Depth, label: Text| {
            let onchange = self.chosen(move |draft| draft.depth = depth);
            radio(
                "depth",
                depth.name(),
                store.text(label),
                draft.depth == depth,
                onchange,
            )
        };
        let onchange = self.chosen(|draft| {
            draft.know_do = match draft.know_do {
                KnowDo::Included => KnowDo::LeftOut,
                KnowDo::LeftOut => KnowDo::Included,
            }
        });
        html! {
            <fieldset class="workshop-choices">
                <legend>{ store.text(Text::WorkshopQuestions) }</legend>
                { depth(Depth::Quick, Text::WorkshopQuick) }
                { depth(Depth::Full, Text::WorkshopFull) }
                <label class="check">
                    <input type="checkbox" name="know-do" checked={draft.know_do == KnowDo::Included} {onchange} />
                    <span>{ store.text(Text::WorkshopKnowDo) }</span>
                </label>
            </fieldset>
        }
    }

    fn roles(&self, draft: &Draft, wrong: &Wrong) -> Html {
        let store = &self.store;
        let roles = draft.roles.iter().zip(wrong.roles).enumerate();
        let field = |(place, (role, wrong)): (usize, (&String, Option<RoleError>))| {
            let number = (place + 1).to_string();
            let field = Field {
                id: format!("role-{number}").into(),
                label: store.fill(Text::WorkshopRole, &[("n", &number)]),
                kind: "text",
                hint: None,
                value: role.clone().into(),
                wrong: wrong.map(|wrong| role_words(store, wrong)),
            };
            let typed = self.typed(move |draft, text| {
                if let Some(role) = draft.roles.get_mut(place) {
                    *role = text;
                }
            });
            self.field(&field, typed)
        };
        html! {
            <fieldset class="workshop-choices">
                <legend>{ store.text(Text::WorkshopRoles) }</legend>
                <p class="hint">{ store.text(Text::WorkshopRolesHint) }</p>
                <div class="workshop-roles">{ for roles.map(field) }</div>
            </fieldset>
        }
    }

    fn length(&self, draft: &Draft) -> Html {
        let agenda = |agenda: Agenda| {
            let minutes = agenda.minutes().to_string();
            let label = self.store.fill(Text::WorkshopMinutes, &[("n", &minutes)]);
            let onchange = self.chosen(move |draft| draft.choose(agenda));
            radio("agenda", minutes, label, draft.agenda == agenda, onchange)
        };
        html! {
            <fieldset class="workshop-choices">
                <legend>{ self.store.text(Text::WorkshopLength) }</legend>
                { for Agenda::ALL.map(agenda) }
                { self.own_minutes(draft) }
            </fieldset>
        }
    }

    fn own_minutes(&self, draft: &Draft) -> Html {
        let begin = self.chosen(|draft| draft.choose(Agenda::Own(OwnMinutes::of(draft.agenda))));
        let view = self.clone();
        let take = Callback::from(move |(stage, typed): (Stage, String)| {
            let taken = view.sheet.borrow_mut().draft.take_minutes(stage, &typed);
            view.redraw.force_update();
            taken
        });
        own_minutes(&self.store, draft.agenda, begin, &take)
    }

    /// The language of the invite, which is that of the last session until somebody chooses another one.
    fn language(&self, draft: &Draft) -> Html {
        let all = self.store.pack.words.languages();
        let Some(chosen) = draft.language.as_ref().filter(|_| !all.is_empty()) else {
            return Html::default();
        };
        let onchange = self.write(
            |event: &Event| browser::value(event),
            |draft, tag| draft.language = Language::new(&tag),
        );
        html! {
            <div class="field">
                <label for="language">{ self.store.text(Text::LanguagesLabel) }</label>
                <select id="language" {onchange}>
                    { for all.iter().map(|other| languages::option(other, *other.tag == *chosen.tag())) }
                </select>
            </div>
        }
    }

    /// Stores a workshop of the form and goes there, or says what is wrong.
    fn create(&self) {
        let language = Language::new(&self.store.pack.language).or_else(|| Language::new("en"));
        let Some(settings) = language.map(|language| self.sheet.borrow().draft.settings(language)) else {
            return;
        };
        match settings {
            Ok(settings) => {
                let keyless = browser::entropy().is_none();
                if !keyless {
                    let last = self.last.and_then(|id| latest(&self.store, id).ok());
                    found(&self.store, settings, move |new| {
                        if let Some(last) = &last {
                            new.goes_on_from(last);
                        }
                    });
                }
                let mut sheet = self.sheet.borrow_mut();
                sheet.wrong = Wrong::default();
                sheet.keyless = keyless;
                if keyless {
                    browser::say(&self.store.text(Text::WorkshopNoKey));
                }
            }
            Err(wrong) => {
                let mut said = self.store.text(Text::WorkshopNotYet).to_string();
                if let Some((field, words)) = first_wrong(&self.store, &wrong) {
                    browser::focus(&field);
                    said = [&*said, " ", &words].concat();
                }
                // Where the focus stays in its field, nothing else is heard.
                browser::say(&said);
                self.sheet.borrow_mut().wrong = wrong;
            }
        }
        self.redraw.force_update();
    }
}

/// Founds a workshop, completes it, and goes there.
pub(super) fn found(store: &Rc<Store>, settings: Settings, complete: impl Fn(&mut Workshop) + 'static) {
    let here = Rc::clone(store);
    let done = move |workshops| {
        for mut workshop in workshops {
            complete(&mut workshop);
            open(&here, workshop);
        }
    };
    founded(store, || vec![settings], done);
}

fn open(store: &Rc<Store>, workshop: Workshop) {
    let id = workshop.id;
    happened(store, id, WorkshopEvent::Founded(Box::new(workshop)));
    browser::go(&Place::Console(id).fragment());
}

/// The first field that something is wrong with, and what that is.
fn first_wrong(store: &Store, wrong: &Wrong) -> Option<(String, AttrValue)> {
    let mut roles = (1..).zip(wrong.roles);
    let role = roles.find_map(|(place, role)| Some((place, role?)));
    match (role, wrong.minutes) {
        (Some((place, wrong)), _) => Some((format!("role-{place}"), role_words(store, wrong))),
        _ if wrong.present => Some(("present".to_owned(), store.text(Text::WorkshopPresentWrong))),
        _ if wrong.minimum => Some(("minimum".to_owned(), store.text(Text::WorkshopMinimumWrong))),
        (None, Some(stage)) => Some((field_id(stage), store.text(Text::WorkshopOwnWrong))),
        (None, None) => None,
    }
}

fn role_words(store: &Store, wrong: RoleError) -> AttrValue {
    match wrong {
        RoleError::TooLong(_) => {
            store.fill(Text::WorkshopRoleLong, &[("n", &RoleLabel::LONGEST.to_string())])
        }
        RoleError::Invisible => store.text(Text::WorkshopRoleInvisible),
        RoleError::Twice => store.text(Text::WorkshopRoleTwice),
        RoleError::Empty | RoleError::TooMany(_) => store.text(Text::WorkshopRoleWrong),
    }
}
