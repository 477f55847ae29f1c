//! The application's own copy, by name; the words themselves are in the language files.
//!
//! A pack holds them as a plain list in the order of [`Text`], so the wasm has no reader for every key. What only the later
//! screens say is a list of its own, which comes with them, and so is what only the archive's say and what only a workshop's do.

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
    /// What comes with the screens of what was kept: [`Text::ARCHIVE`] texts, then likewise.
    pub archive: OnceCell<Vec<Rc<str>>>,
    /// What comes with the screens of a workshop: [`Text::WORKSHOP`] texts, then likewise.
    pub workshop: OnceCell<Vec<Rc<str>>>,
    /// What only the page says as the build writes it; empty in the browser.
    pub page: Vec<Rc<str>>,
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
        let (list, place, _) = self.list_of(text);
        let text = list.and_then(|list| list.get(place));
        text.cloned().unwrap_or_else(|| Rc::from(""))
    }

    /// The list that a text is in, once it is here, its place there, and how many texts stand before those for a few more numbers.
    fn list_of(&self, text: Text) -> (Option<&Vec<Rc<str>>>, usize, usize) {
        let mut place = text as usize;
        for (list, own) in [
            (Some(&self.first), Text::FIRST),
            (self.later.get(), Text::LATER),
            (self.archive.get(), Text::ARCHIVE),
            (self.workshop.get(), Text::WORKSHOP),
        ] {
            match place.checked_sub(own) {
                Some(behind) => place = behind,
                None => return (list, place, own),
            }
        }
        (Some(&self.page), place, usize::MAX)
    }

    /// A text with its `{names}` filled in.
    #[must_use]
    pub fn fill(&self, text: Text, values: &[(&str, &str)]) -> String {
        filled(&self.get(text), values)
    }

    /// The text for one or for many by the language's own rule, with `{n}` filled in.
    #[must_use]
    pub fn count(&self, one: Text, many: Text, n: usize) -> String {
        self.count_with(one, many, n, &[("n", &n.to_string())])
    }

    /// Likewise, where more than the number is filled in.
    #[must_use]
    pub fn count_with(&self, one: Text, many: Text, n: usize, values: &[(&str, &str)]) -> String {
        let form = (self.plurals.0)(n);
        let own = if form == "one" {
            Some(self.get(one))
        } else {
            self.form(many, &form)
        };
        filled(&own.unwrap_or_else(|| self.get(many)), values)
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
        let text = isolated(text, turns(what) || turns(text));
        [what, &*self.get(Text::LanguagesColon), &*text].concat()
    }

    /// Several texts in a row, with the comma of the language.
    #[must_use]
    pub fn list(&self, texts: &[String]) -> String {
        let comma = self.get(Text::LanguagesComma);
        let turned = turns(&comma) || texts.iter().any(|text| turns(text));
        let texts: Vec<_> = texts.iter().map(|text| isolated(text, turned)).collect();
        texts.join(&comma)
    }

    /// The text for a few more numbers; none where its language does without.
    fn form(&self, many: Text, form: &str) -> Option<Rc<str>> {
        let (list, _, own) = self.list_of(many);
        let (forms, key) = (list?.get(own..)?, [&*(many as usize).to_string(), form].concat());
        let known = forms.iter().position(|known| **known == *key)?;
        forms.get(known + 1).cloned()
    }
}

/// Around what was filled into a text, so that it keeps its own direction.
pub const ISOLATE: char = '\u{2068}';
/// Where that ends.
pub const END: char = '\u{2069}';

/// A text without the marks that keep the direction of what was filled in: what is kept, and goes into files, has none.
#[must_use]
pub fn without_isolates(text: &str) -> String {
    text.replace([ISOLATE, END], "")
}

/// Ends what is isolated where a text is cut, and gives how many there were, to begin them again.
pub fn end_isolates(cut: &mut String) -> usize {
    let open = cut.chars().fold(0_usize, |open, mark| match mark {
        ISOLATE => open + 1,
        END => open.saturating_sub(1),
        _ => open,
    });
    cut.extend(std::iter::repeat_n(END, open));
    open
}

/// A text without the places where a long word may be divided: on a screen they take no room, in a file they would be part of the word.
#[must_use]
pub fn without_soft_hyphens(text: &str) -> String {
    text.replace('\u{ad}', "")
}

/// Whether a text has letters of Hebrew, Arabic, Syriac, Thaana or N'Ko: in UTF-8 these begin with one of these bytes. So do some others, which
/// an isolate does no harm.
pub(super) fn turns(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, 0xd6..=0xdf | 0xef))
}

/// Whether a text has marks already: something was filled into it. By bytes, as a search for a letter is more code than this.
fn has_marks(text: &str) -> bool {
    text.as_bytes()
        .windows(3)
        .any(|bytes| bytes == "\u{2069}".as_bytes())
}

/// A text, each of its lines with a direction of its own where that is asked for. A mark does not reach over the end of a line. What has marks
/// already is taken for our own text and goes with the words around it: it may have no letter outside of its marks, as a list of counts, and would have no
/// direction then.
pub(super) fn isolated(text: &str, turned: bool) -> String {
    let mut out = String::new();
    push_isolated(&mut out, text, turned);
    out
}

/// The same, put behind another text; in little code, as it is on every page.
fn push_isolated(out: &mut String, text: &str, turned: bool) {
    if !turned || has_marks(text) {
        return out.push_str(text);
    }
    let mut open = false;
    for character in text.chars() {
        let stands = character != '\n';
        if open != stands {
            out.push(if stands { ISOLATE } else { END });
            open = stands;
        }
        out.push(character);
    }
    if open {
        out.push(END);
    }
}

/// Whatever is filled in keeps its own direction, where any of it turns: a day, a code, a name that somebody typed. Else it would take the
/// figures and marks around it along, and 2026-11-28 be read as 28-11-2026.
fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let turned = turns(text) || values.iter().any(|(_, value)| turns(value));
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        push_isolated(&mut filled, value.map_or("", |(_, value)| value), turned);
        rest = behind;
    }
    filled.push_str(rest);
    filled
}
