//! The application's own copy, by name; the words themselves are in the language files.
//!
//! The pack holds them as a plain list in the order of [`Text`], so the wasm has no reader for every key.

mod names;

#[cfg(feature = "prerender")]
pub use names::KEYS;
pub use names::Text;
use std::rc::Rc;

/// The copy of one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts(pub Vec<Rc<str>>);

impl Texts {
    /// Whether there is one text for every name.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.0.len() == Text::COUNT
    }

    /// A text.
    #[must_use]
    pub fn get(&self, text: Text) -> Rc<str> {
        self.0.get(text as usize).cloned().unwrap_or_else(|| Rc::from(""))
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
