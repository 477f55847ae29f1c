//! The application's own copy, by name; the words themselves are in the language files.
//!
//! A pack holds them as a plain list in the order of [`Text`], so the wasm has no reader for every key. What only the later
//! screens say is a list of its own, which comes with them.

mod names;

pub use names::Text;
#[cfg(feature = "prerender")]
pub use names::keys;
use std::cell::OnceCell;
use std::fmt;
use std::rc::Rc;

/// The copy of one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts {
    /// What comes with the first load: [`Text::FIRST`] texts, then the [`FORMS`] of those that have more than two.
    pub first: Vec<Rc<str>>,
    /// What comes with the later screens: [`Text::LATER`] texts, then likewise.
    pub later: OnceCell<Vec<Rc<str>>>,
    /// How their language counts: the platform says it to the store.
    pub plurals: PluralRule,
}

/// The texts for a few more numbers: where the text for the rest stands, those for zero, two, few and many.
pub const FORMS: usize = 5;

/// The form of the words beside a number, as CLDR calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// 0 in Arabic.
    Zero,
    /// 1 in English, 0 as well in French.
    One,
    /// 2 in Arabic.
    Two,
    /// 3 to 10 in Arabic.
    Few,
    /// 11 to 99 in Arabic, a million in French.
    Many,
    /// Any other.
    Other,
}

/// Which form goes with a number in a language; until something else is known, that of English.
#[derive(Clone)]
pub struct PluralRule(pub Rc<dyn Fn(usize) -> Plural>);

impl Default for PluralRule {
    fn default() -> Self {
        Self(Rc::new(|n| if n == 1 { Plural::One } else { Plural::Other }))
    }
}

impl fmt::Debug for PluralRule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("PluralRule")
    }
}

/// Words are the same words whoever counts.
impl PartialEq for PluralRule {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl Eq for PluralRule {}

impl Texts {
    /// A text; one of the later screens is empty until they are here.
    #[must_use]
    pub fn get(&self, text: Text) -> Rc<str> {
        let place = text as usize;
        let text = match place.checked_sub(Text::FIRST) {
            None => self.first.get(place),
            Some(place) => self.later.get().and_then(|later| later.get(place)),
        };
        text.cloned().unwrap_or_else(|| Rc::from(""))
    }

    /// A text with its `{names}` filled in.
    #[must_use]
    pub fn fill(&self, text: Text, values: &[(&str, &str)]) -> String {
        filled(&self.get(text), values)
    }

    /// The text for one or for many by the language's own rule, with `{n}` filled in.
    #[must_use]
    pub fn count(&self, one: Text, many: Text, n: usize) -> String {
        let form = (self.plurals.0)(n);
        let own = match form {
            Plural::One => Some(self.get(one)),
            Plural::Zero => self.form(many, 1),
            Plural::Two => self.form(many, 2),
            Plural::Few => self.form(many, 3),
            Plural::Many => self.form(many, 4),
            Plural::Other => None,
        };
        let text = own.unwrap_or_else(|| self.get(many));
        filled(&text, &[("n", &n.to_string())])
    }

    /// One of the [`FORMS`] of a text; none where its language does without.
    fn form(&self, many: Text, which: usize) -> Option<Rc<str>> {
        let place = many as usize;
        let forms = match place.checked_sub(Text::FIRST) {
            None => self.first.get(Text::FIRST..),
            Some(_) => self.later.get().and_then(|later| later.get(Text::LATER..)),
        };
        let place = place.to_string();
        let mut forms = forms?.chunks_exact(FORMS);
        let own = forms.find(|own| own.first().is_some_and(|known| **known == *place))?;
        own.get(which).cloned()
    }
}

fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        filled.push_str(value.map_or("", |(_, value)| value));
        rest = behind;
    }
    filled.push_str(rest);
    filled
}
