//! What is tried on a code that the first reading did not get: one thing after the other, each only where its marks are.

use super::clean::{unemphasise, unescape, unquote, untag, url_defense};
use super::pieces::join;
use super::plain::Plain;
use super::repair::repair;
use super::{Broken, Flaw};
use crate::domain::code::Kind;
use crate::domain::code::envelope::{self, Envelope};

/// Layers of escapes that are taken off: two gateways in a row, and what the mail around them adds.
const LAYERS: usize = 3;

/// What a text behind a prefix turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// A code, every character of it.
    Whole(Envelope),
    /// Something is lost, and this is what it may have been.
    Repaired(Vec<Envelope>, Broken),
    /// The beginning of a code.
    Broken(Broken),
    /// No code.
    Nothing,
}

/// Reads the text between a prefix and the next one. Where the prefix is not `exact`, what is no code has to look like one to be
/// called broken. What it may have been is tried out only with `trials`.
pub fn read(kind: Kind, text: &str, exact: bool, trials: bool) -> Verdict {
    let mut readings = Readings {
        kind,
        exact,
        broken: None,
    };
    match readings.read(text) {
        Some(code) => Verdict::Whole(code),
        None => readings.repaired(text, trials),
    }
}

struct Readings {
    kind: Kind,
    exact: bool,
    /// What the first reading says that looks like a code.
    broken: Option<Broken>,
}

impl Readings {
    fn read(&mut self, text: &str) -> Option<Envelope> {
        // A version below four begins with this letter; something else may stand for the full stop.
        let starts = text
            .char_indices()
            .take(3)
            .filter(|(_, character)| *character == 'A');
        let starts: Vec<&str> = starts.filter_map(|(at, _)| text.get(at..)).collect();
        let code = self.plain(text);
        let code = code.or_else(|| starts.iter().find_map(|text| self.plain(text)));
        let code = code.or_else(|| self.cleaned(text));
        let other = starts.first().filter(|start| **start != text);
        code.or_else(|| self.cleaned(other?))
    }

    /// The code behind marks of one kind, or of several.
    fn cleaned(&mut self, text: &str) -> Option<Envelope> {
        for clean in [unquote, untag, unemphasise, url_defense, unescape] {
            let cleaned = clean(text);
            if let Some(code) = cleaned.and_then(|text| self.plain(&text)) {
                return Some(code);
            }
        }
        let all = all_of(text);
        let code = self.plain(&all);
        let code = code.or_else(|| {
            let bare = url_defense(&all)?;
            self.plain(&unescape(&bare).unwrap_or(bare))
        });
        let unquoted = unquote(&all).unwrap_or(all);
        let code = code.or_else(|| self.plain(&unquoted));
        code.or_else(|| join(self.kind, text))
            .or_else(|| join(self.kind, &unquoted))
    }

    fn repaired(self, text: &str, trials: bool) -> Verdict {
        let Some(broken) = self.broken else {
            return Verdict::Nothing;
        };
        if !trials {
            return Verdict::Broken(broken);
        }
        let all = all_of(text);
        let unquoted = unquote(&all);
        let texts = [
            Some(text),
            Some(&*all).filter(|all| *all != text),
            unquoted.as_deref(),
        ];
        for text in texts.into_iter().flatten() {
            let codes = repair(self.kind, text);
            if !codes.is_empty() {
                return Verdict::Repaired(codes, broken);
            }
        }
        Verdict::Broken(broken)
    }

    /// The code, if the text is one as it stands.
    fn plain(&mut self, text: &str) -> Option<Envelope> {
        let plain = Plain::read(text);
        let code = plain.code(self.kind);
        if code.is_none() && self.broken.is_none() && plain.is_worth_naming(self.exact) {
            self.broken = Some(broken(self.kind, &plain));
        }
        code
    }
}

/// Without escapes and tags.
fn all_of(text: &str) -> String {
    let mut all = text.to_owned();
    for _ in 0..LAYERS {
        match unescape(&all) {
            Some(less) => all = less,
            None => break,
        }
    }
    untag(&all).unwrap_or(all)
}

/// What is to be said of a text that is no code.
pub fn broken(kind: Kind, plain: &Plain) -> Broken {
    let length = plain.text.len();
    let complete = plain.wanted.is_none() || plain.wanted == Some(length);
    Broken {
        start: format!("{}{}", kind.prefix(), plain.start()),
        flaw: if complete && length >= envelope::HEAD_CHARACTERS {
            Flaw::Changed
        } else {
            Flaw::CutShort
        },
    }
}
