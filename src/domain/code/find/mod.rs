//! Finds every code in pasted text, a whole chat log or mail included, and keeps nothing else of it.
//!
//! What arrived as it was sent is found in one reading (`plain`). What a keyboard, a chat, a mail program or a gateway made something
//! else of is read again (`second`): in the form that it had (`prefix`), without what was put around it (`clean`), from its pieces (`pieces`),
//! by trial against the check (`repair`), without its prefix (`headless`), out of an encoded part (`mail`). What is tried is tried on the
//! text up to the next prefix, so all of it takes a time that grows as the text does. A long text is gone through in strides.
//!
//! ```
//! use oxymoron::domain::code::Kind;
//! use oxymoron::domain::code::find::find;
//! let invite = "oxyi.AS4BI0VniavN7wAAAbHxuEDeejJBsCdIz5sFt03IxehFEphziBe9dqqOvowrAmVuVQkjWQ";
//! let found = find(Kind::Invite, &format!("Hi! https://example.org/%23/join/{}&gclid=1", invite.replace('.', "%2E")));
//! assert_eq!(found.codes.len(), 1);
//! assert_eq!(found.codes[0].to_string(), invite);
//! ```

mod clean;
mod headless;
mod mail;
mod pieces;
mod plain;
mod prefix;
mod repair;
mod second;

pub use mail::base64;

use super::Kind;
use super::encoding;
use super::envelope::Envelope;
use headless::Headless;
use mail::Part;
use plain::{Plain, SHOWN};
use prefix::Letters;
use second::Verdict;
use std::borrow::Cow;
use std::fmt;

/// Bytes behind a prefix that one code is looked for in, at the most.
const REACH: usize = 4_096;
/// Bytes behind a prefix from which a second reading is worth it.
const WORTH: usize = 20;
/// Trials in one text that may come to nothing. A room has fewer damaged codes, and a hostile text must not buy time with them.
const TRIALS: u16 = 2_000;
/// Parts of a mail within each other at the most.
const DEEPEST: u8 = 5;

/// What a text had in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Whole codes in their order. What a link repeats in its label counts once.
    pub codes: Vec<Envelope>,
    /// What lacks characters that could be put back.
    pub repaired: Vec<Repaired>,
    /// What began as a code does and is none.
    pub broken: Vec<Broken>,
}

/// A code that was put right by trial. It is one once its seal opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// What it may have been: one code, but for chance.
    pub readings: Vec<Envelope>,
    /// What there is to say if none of them opens.
    pub broken: Broken,
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

impl Found {
    fn add(&mut self, more: Self) {
        self.codes.extend(more.codes);
        self.repaired.extend(more.repaired);
        self.broken.extend(more.broken);
    }
}

/// Finds the codes of one kind in a text.
#[must_use]
pub fn find(kind: Kind, text: &str) -> Found {
    Finder::new(kind, text).finish()
}

/// The search in a text, stride by stride.
#[derive(Debug)]
pub struct Finder<'text> {
    kind: Kind,
    text: Cow<'text, str>,
    /// Bytes that were looked at.
    at: usize,
    found: Found,
    /// The text of the last code without its prefix. A mail says the same in several parts.
    last: String,
    /// Where a part of a mail begins whose header was seen.
    body: Option<usize>,
    /// The part that is being decoded, and then looked through.
    part: Option<Part>,
    inner: Option<Box<Finder<'static>>>,
    depth: u8,
    /// Trials that are left.
    trials: u16,
    /// A code of the other kind begins somewhere.
    met_other: bool,
}

impl<'text> Finder<'text> {
    /// A search that has seen nothing yet.
    #[must_use]
    pub fn new(kind: Kind, text: impl Into<Cow<'text, str>>) -> Self {
        Self {
            kind,
            text: text.into(),
            at: 0,
            found: Found::default(),
            last: String::new(),
            body: None,
            part: None,
            inner: None,
            depth: 0,
            trials: TRIALS,
            met_other: false,
        }
    }

    /// Bytes of the text that were looked at.
    #[must_use]
    pub const fn looked(&self) -> usize {
        self.at
    }

    /// Whether a code of the other kind begins in what was looked at.
    #[must_use]
    pub const fn met_other(&self) -> bool {
        self.met_other
    }

    /// Looks at so many bytes, and a few more to read a code to its end; false once there is nothing left.
    pub fn advance(&mut self, bytes: usize) -> bool {
        if let Some(inner) = &mut self.inner {
            if !inner.advance(bytes) {
                self.last = std::mem::take(&mut inner.last);
                self.met_other |= inner.met_other;
                self.found.add(std::mem::take(&mut inner.found));
                self.inner = None;
            }
        } else if self.part.is_some() {
            self.decode(bytes);
        } else {
            let goal = self.at.saturating_add(bytes).min(self.text.len());
            self.look(goal);
        }
        self.at < self.text.len() || self.part.is_some() || self.inner.is_some()
    }

    fn look(&mut self, goal: usize) {
        while self.at < goal {
            if self.body.is_some_and(|body| body <= self.at) {
                // A code that reaches into the part says that it is none.
                if self.body.take() == Some(self.at) {
                    self.part = Some(Part::default());
                    return;
                }
            }
            let end = self.body.map_or(goal, |body| body.min(goal));
            let bytes = self.text.as_bytes().get(self.at..end).unwrap_or_default();
            let mark = bytes
                .iter()
                .position(|byte| matches!(byte, b'o' | b'O' | b'A' | 0xef));
            self.at = match mark {
                Some(mark) => self.meet(self.at + mark),
                None => end,
            };
        }
    }

    /// Reads what a mark begins, and says where to look on.
    fn meet(&mut self, place: usize) -> usize {
        if let Some(letters) = prefix::at(self.kind, &self.text, place) {
            return self.read(letters);
        }
        self.met_other = self.met_other || prefix::at(self.kind.other(), &self.text, place).is_some();
        match headless::at(self.kind, &self.text, place) {
            Some(Headless::Code(code, end)) => {
                self.keep_again(code);
                return end;
            }
            Some(Headless::Near(plain)) => self.note(second::broken(self.kind, &plain)),
            None => {}
        }
        if self.depth < DEEPEST && self.body.is_none() {
            self.body = mail::body(&self.text, place);
        }
        place + 1
    }

    /// Reads what stands behind the letters of a prefix.
    fn read(&mut self, letters: Letters) -> usize {
        let rest = self.text.get(letters.end..).unwrap_or_default();
        if letters.exact {
            let plain = Plain::read(rest);
            if let Some(code) = plain.code(self.kind) {
                self.keep(code, plain.text);
                return letters.end + plain.end;
            }
        }
        let reach = floor(rest, REACH);
        let next = prefix::next(self.kind, rest, 0, reach).map(|next| next.start);
        let window = rest.get(..next.unwrap_or(reach)).unwrap_or_default();
        let outcome = if window.len() < WORTH {
            let plain = Plain::read(window);
            match plain.is_worth_naming(letters.exact) {
                true => Verdict::Broken(second::broken(self.kind, &plain)),
                false => Verdict::Nothing,
            }
        } else {
            second::read(self.kind, window, letters.exact, self.trials > 0)
        };
        let read = letters.end + Plain::read(window).end;
        match outcome {
            Verdict::Whole(code) => self.keep_again(code),
            Verdict::Repaired(readings, broken) => self.found.repaired.push(Repaired { readings, broken }),
            Verdict::Broken(broken) => {
                self.trials = self.trials.saturating_sub(1);
                self.note(broken);
            }
            Verdict::Nothing => return letters.end,
        }
        read
    }

    /// A code counts once where a link repeats it in its label, whole or shortened.
    fn keep(&mut self, code: Envelope, text: String) {
        if self.last != text {
            self.drop_label(&text);
            self.last = text;
            self.found.codes.push(code);
        }
    }

    /// The same for a code that did not stand there as it is written.
    fn keep_again(&mut self, code: Envelope) {
        let mut text = code.to_string();
        let text = text.split_off(self.kind.prefix().len());
        self.keep(code, text);
    }

    fn note(&mut self, broken: Broken) {
        let start = broken.start.get(self.kind.prefix().len()..).unwrap_or_default();
        let is_label = start.len() >= SHOWN && self.last.starts_with(start);
        if !is_label {
            self.found.broken.push(broken);
        }
    }

    /// Drops the shortened form of a code that stands before the whole one, as a link's label does.
    fn drop_label(&mut self, whole: &str) {
        let start = whole.get(..SHOWN);
        let prefix = self.kind.prefix();
        let is_label = |broken: &mut Broken| broken.start.strip_prefix(prefix) == start;
        self.found.broken.pop_if(is_label);
    }

    fn decode(&mut self, bytes: usize) {
        let Some(part) = &mut self.part else { return };
        let body = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let decoded = part.decode(body, bytes);
        self.at = (self.at + decoded.used).saturating_sub(decoded.back);
        if decoded.goes_on {
            return;
        }
        let part = self.part.take().unwrap_or_default();
        let text = encoding::text(part.bytes).unwrap_or_else(|lenient| lenient);
        let mut inner = Finder::new(self.kind, text);
        inner.depth = self.depth + 1;
        inner.last = std::mem::take(&mut self.last);
        self.inner = Some(Box::new(inner));
    }

    /// What was found since the last time, so that a hostile text does not pile up. What may still turn out to be a link's label stays.
    #[must_use]
    pub fn take_found(&mut self) -> Found {
        let last = self.found.broken.pop();
        let found = std::mem::take(&mut self.found);
        self.found.broken.extend(last);
        found
    }

    /// Looks through the rest, and says what was found. A code at the very end of the text counts.
    #[must_use]
    pub fn finish(mut self) -> Found {
        while self.advance(usize::MAX) {}
        self.found
    }
}

/// The last place up to a number of bytes where a character begins.
fn floor(text: &str, bytes: usize) -> usize {
    let bytes = bytes.min(text.len());
    (0..=bytes)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}
