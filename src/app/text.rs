//! The application's own copy, by name; the words themselves are in the language files.
//!
//! A pack holds them as a plain list in the order of [`Text`], so the wasm has no reader for every key. What only the later
//! screens say is a list of its own, which comes with them.

mod names;

#[cfg(feature = "prerender")]
pub use names::KEYS;
pub use names::Text;
use std::cell::OnceCell;
use std::rc::Rc;

/// The copy of one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts {
    /// What comes with the first load: [`Text::FIRST`] texts.
    pub first: Vec<Rc<str>>,
    /// What comes with the later screens: [`Text::LATER`] texts.
    pub later: OnceCell<Vec<Rc<str>>>,
}

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
        let mut filled = String::new();
        let whole = self.get(text);
        let mut rest = &*whole;
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

    /// The text for one or for many, with `{n}` filled in.
    #[must_use]
    pub fn count(&self, one: Text, many: Text, n: usize) -> String {
        self.fill(if n == 1 { one } else { many }, &[("n", &n.to_string())])
    }
}
