//! Fields for days.

use crate::app::text::Text;
use crate::browser;
use crate::domain::calendar::Day;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::cell::RefCell;
use std::rc::Rc;

/// What the date fields of a component have in common: one of them at a time is written in.
pub struct DateFields {
    /// What stood in the field before it was written into.
    before: Rc<RefCell<String>>,
    /// The field that was left last without a date.
    refused: UseStateHandle<Option<&'static str>>,
}

/// One of them.
pub struct DateField {
    /// Its id, and the start of those of its label and hint.
    pub id: &'static str,
    /// What day it is.
    pub label: AttrValue,
    /// What else is to be known of it.
    pub hint: Option<AttrValue>,
    /// What is stored.
    pub value: Option<Day>,
    /// The id of what is said of the day that stands there, if that cannot be right.
    pub wrong: Option<&'static str>,
    /// Stores another day, or none.
    pub set: Rc<dyn Fn(Option<Day>)>,
    /// What comes below it.
    pub below: Html,
}

/// The date fields of a component.
#[hook]
pub fn use_date_fields() -> DateFields {
    DateFields {
        before: use_mut_ref(String::new),
        refused: use_state_eq(|| None),
    }
}

impl DateFields {
    /// Left without a whole date that exists, or with one that nobody means, the field shows what was in it before, and a sentence below says
    /// so.
    pub fn field(&self, store: &Store, field: DateField) -> Html {
        let DateField { id, set, .. } = field;
        let onchange = {
            let set = Rc::clone(&set);
            move |event: Event| {
                if let Ok(day) = browser::day(&event) {
                    set(day);
                }
            }
        };
        let (before, refused) = (Rc::clone(&self.before), self.refused.clone());
        let onfocus = move |event: FocusEvent| {
            *before.borrow_mut() = browser::value(&event);
            // Of another field it is still to be read.
            if *refused == Some(id) {
                refused.set(None);
            }
        };
        let (before, refused) = (Rc::clone(&self.before), self.refused.setter());
        let onblur = move |event: FocusEvent| {
            if let Some(day) = browser::day_back(&event, &before.borrow()) {
                set(day);
                refused.set(Some(id));
            }
        };
        let [label, hint] = ["-label", "-hint"].map(|end| AttrValue::from([id, end].concat()));
        let value = field.value.map(String::from).unwrap_or_default();
        let value = browser::half_typed_or(value, id);
        let described = field.wrong.map(AttrValue::from);
        let described = described.or_else(|| field.hint.as_ref().map(|_| hint.clone()));
        html! {
            <div class="field" role="group" aria-labelledby={label.clone()} key={id}>
                <label for={id} id={label}>{ field.label }</label>
                if let Some(text) = field.hint {
                    <p class="hint" id={hint}>{ text }</p>
                }
                <input {id} type="date" min="1900-01-01" max="2199-12-31" aria-invalid={field.wrong.map(|_| "true")}
                    aria-describedby={described} {value} {onchange} {onfocus} {onblur} />
                <p class="no-such-day" hidden={*self.refused != Some(id)} aria-live="polite" aria-atomic="true">
                    { store.text(Text::AssessNoSuchDay) }
                </p>
                { field.below }
            </div>
        }
    }
}
