//! Finds every code in pasted text, a whole chat log included, and keeps nothing else of it.
//!
//! Each character is looked at once, whatever the text; a long one can be fed in pieces.

use super::envelope::{self, Envelope};
use super::{Kind, is_invisible};
use std::fmt;

/// How many characters behind the prefix are kept of what is no code.
const SHOWN: usize = 20;

/// What a text had in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Whole codes in their order. What a link repeats in its label counts once.
    pub codes: Vec<Envelope>,
    /// What began as a code does and is none.
    pub broken: Vec<Broken>,
}

/// The beginning of a code that did not arrive whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Its first characters, prefix included.
    pub start: String,
    /// What is wrong with it.
    pub flaw: Flaw,
}

/// What is wrong with the beginning of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// It ends too early.
    CutShort,
    /// It is as long as it says and not what was sent.
    Changed,
}

impl fmt::Display for Flaw {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::CutShort => "A part of this code is missing: ask its sender to copy all of it",
            Self::Changed => "This code was changed on its way: ask its sender to copy it again",
        })
    }
}

/// Finds the codes of one kind in a text.
#[must_use]
pub fn find(kind: Kind, text: impl IntoIterator<Item = char>) -> Found {
    let mut finder = Finder::new(kind);
    for character in text {
        finder.push(character);
    }
    finder.finish()
}

/// The search in a text that comes piece by piece.
#[derive(Debug)]
pub struct Finder {
    kind: Kind,
    /// How many characters of the prefix came last.
    prefix: usize,
    candidate: Option<Candidate>,
    found: Found,
    /// The text of the last code without its prefix.
    last: String,
}

/// What may become a code: the characters behind a prefix.
#[derive(Debug, Default)]
struct Candidate {
    text: String,
    /// Characters before the first gap.
    unbroken: Option<usize>,
    /// The length of the whole, once it is known.
    wanted: Option<usize>,
}

impl Finder {
    /// A search that has seen nothing yet.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            prefix: 0,
            candidate: None,
            found: Found::default(),
            last: String::new(),
        }
    }

    /// Looks at the next character.
    pub fn push(&mut self, character: char) {
        if is_gap(character) {
            if let Some(candidate) = &mut self.candidate {
                candidate.unbroken.get_or_insert(candidate.text.len());
            }
            return;
        }
        let prefix = self.kind.prefix();
        let is_at = |place| prefix.as_bytes().get(place).map(|byte| char::from(*byte)) == Some(character);
        self.prefix = match self.prefix {
            place if is_at(place) => place + 1,
            // The first letter of a prefix is in no other place of it.
            _ => usize::from(is_at(0)),
        };
        if self.prefix == prefix.len() {
            self.prefix = 0;
            if let Some(candidate) = &mut self.candidate {
                let own = (candidate.text.len() + 1).saturating_sub(prefix.len());
                candidate.text.truncate(own);
            }
            self.close();
            self.candidate = Some(Candidate::default());
        } else if character.is_ascii_alphanumeric() || matches!(character, '-' | '_') {
            self.take(character);
        } else {
            self.close();
        }
    }

    fn take(&mut self, character: char) {
        let Some(candidate) = &mut self.candidate else {
            return;
        };
        candidate.text.push(character);
        let length = candidate.text.len();
        if length == envelope::HEAD_CHARACTERS {
            candidate.wanted = envelope::characters(&candidate.text);
        }
        let complete = candidate.wanted == Some(length);
        let hopeless = candidate.wanted.is_none() && length > SHOWN;
        if complete || hopeless {
            self.close();
        }
    }

    /// Ends the candidate, if there is one, as a code or as a broken one.
    fn close(&mut self) {
        let Some(candidate) = self.candidate.take() else {
            return;
        };
        let text = candidate.text;
        if let Some(code) = Envelope::read_rest(self.kind, &text) {
            if self.last != text {
                self.drop_label(&text);
                self.found.codes.push(code);
                self.last = text;
            }
            return;
        }
        let unbroken = text
            .get(..candidate.unbroken.unwrap_or(text.len()))
            .unwrap_or(&text);
        let is_label = unbroken.len() >= SHOWN && self.last.starts_with(unbroken);
        if unbroken.is_empty() || is_label {
            return;
        }
        let complete = candidate.wanted.is_none() || candidate.wanted == Some(text.len());
        let start = unbroken.get(..SHOWN).unwrap_or(unbroken);
        self.found.broken.push(Broken {
            start: format!("{}{start}", self.kind.prefix()),
            flaw: if complete && text.len() >= envelope::HEAD_CHARACTERS {
                Flaw::Changed
            } else {
                Flaw::CutShort
            },
        });
    }

    /// Drops the shortened form of a code that stands before the whole one, as a link's label does.
    fn drop_label(&mut self, whole: &str) {
        let start = whole.get(..SHOWN);
        let prefix = self.kind.prefix();
        let is_label = |broken: &mut Broken| broken.start.strip_prefix(prefix) == start;
        self.found.broken.pop_if(is_label);
    }

    /// What was found since the last time, so that a hostile text does not pile up. What may still turn out to be a link's label stays.
    #[must_use]
    pub fn take_found(&mut self) -> Found {
        let last = self.found.broken.pop();
        let found = std::mem::take(&mut self.found);
        self.found.broken.extend(last);
        found
    }

    /// What was found. A code at the very end of the text counts.
    #[must_use]
    pub fn finish(mut self) -> Found {
        self.close();
        self.found
    }
}

/// What chats and mail programs put into a code: line breaks, quote marks, escapes, soft line ends.
fn is_gap(character: char) -> bool {
    character.is_whitespace() || is_invisible(character) || matches!(character, '>' | '\\' | '=')
}
