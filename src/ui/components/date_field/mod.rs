//! A field for a day.

use crate::app::text::Text;
use crate::browser;
use crate::domain::calendar::Day;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::rc::Rc;

/// What a date field is drawn from.
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

/// Left without a whole date that exists, or with one that nobody means, the field shows what was in it before, and a sentence below says so
/// until it is written in again: what was there stands at the field itself, and no component has to keep it.
pub fn date_field(store: &Store, field: DateField) -> Html {
    let DateField { id, set, .. } = field;
    let onchange = {
        let set = Rc::clone(&set);
        move |event: Event| {
            if let Some(day) = browser::changed_day(&event) {
                set(day);
            }
        }
    };
    let onfocus = |event: FocusEvent| browser::keep_day(&event);
    let sentence = store.text(Text::AssessNoSuchDay);
    let onblur = {
        let (sentence, stored) = (sentence.clone(), field.value);
        move |event: FocusEvent| {
            // A field that is emptied part by part tells nothing of it before.
            let (day, refused) = browser::left_day(&event, stored);
            if day != stored {
                set(day);
            }
            if refused {
                browser::say(&sentence);
            }
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
            <p class="no-such-day">{ sentence }</p>
            { field.below }
        </div>
    }
}
