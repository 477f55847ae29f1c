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
    /// What comes with the first load: [`Text::FIRST`] texts, then those for a few more numbers, each behind its key: the place of the text
    /// for the rest and the name of the form, as in `57few`.
    pub first: Vec<Rc<str>>,
    /// What comes with the later screens: [`Text::LATER`] texts, then likewise.
    pub later: OnceCell<Vec<Rc<str>>>,
    /// How their language counts: the platform says it to the store.
    pub plurals: PluralRule,
}

/// Which form of the words goes with a number in a language, as CLDR calls it: `one`, `two`, `few` and so on. Until something else is known,
/// as in English.
#[derive(Clone)]
pub struct PluralRule(pub Rc<dyn Fn(usize) -> String>);

impl Default for PluralRule {
    fn default() -> Self {
        Self(Rc::new(|n| String::from(if n == 1 { "one" } else { "other" })))
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
        filled(&self.counted(one, many, n), &[("n", &n.to_string())])
    }

    /// The same of a number of so many, which is `{of}`.
    #[must_use]
    pub fn count_of(&self, one: Text, many: Text, n: usize, of: &str) -> String {
        filled(&self.counted(one, many, n), &[("n", &n.to_string()), ("of", of)])
    }

    fn counted(&self, one: Text, many: Text, n: usize) -> Rc<str> {
        let form = (self.plurals.0)(n);
        let own = if form == "one" {
            Some(self.get(one))
        } else {
            self.form(many, &form)
        };
        own.unwrap_or_else(|| self.get(many))
    }

    /// A number with one or two decimals, `3.2` for 32 tenths, as the language writes it.
    #[must_use]
    pub fn decimal(&self, number: u64, digits: u32) -> String {
        let unit = 10_u64.pow(digits);
        let (whole, rest) = (number / unit, (number % unit + unit).to_string());
        let point = self.get(Text::LanguagesPoint);
        [&*whole.to_string(), &*point, rest.get(1..).unwrap_or_default()].concat()
    }

    /// A label as it is written within a sentence: in small letters, where the language does not write its nouns large.
    #[must_use]
    pub fn within(&self, label: Text) -> String {
        let label = self.get(label);
        match &*self.get(Text::LanguagesWithin) {
            "small" => label.to_lowercase(),
            _ => label.to_string(),
        }
    }

    /// What a text is about, and the text, with the colon that the language has between them.
    #[must_use]
    pub fn about(&self, what: &str, text: &str) -> String {
        [what, &*self.get(Text::LanguagesColon), text].concat()
    }

    /// The text for a few more numbers; none where its language does without.
    fn form(&self, many: Text, form: &str) -> Option<Rc<str>> {
        let place = many as usize;
        let forms = if place < Text::FIRST {
            self.first.get(Text::FIRST..)
        } else {
            self.later.get().and_then(|later| later.get(Text::LATER..))
        };
        let (forms, key) = (forms?, [&*place.to_string(), form].concat());
        let known = forms.iter().position(|known| **known == *key)?;
        forms.get(known + 1).cloned()
    }
}

/// A text without the marks that keep the direction of what was filled in: what is kept, and goes into files, has none.
#[must_use]
pub fn without_isolates(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
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
