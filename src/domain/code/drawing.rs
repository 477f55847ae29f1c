//! Codes that nothing on their way touches: what is random in them is drawn again until the text has neither `-` nor `_`.
//!
//! Of the 64 characters these two alone are damaged by renderers, smart punctuation, autolinkers and gateways. The format stays as it
//! is. Whoever calls hands in fresh random bytes for each try, and may do something else in between.

use super::Kind;
use super::answer::{Response, Vote, seal};
use super::envelope::Envelope;
use super::seal::{CannotSeal, Entropy, PublicKey, one_time_key};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Tries at the most; then the best one stands. Of the longest codes one in a million gets that far.
pub const MOST_TRIES: u32 = 400;

/// How many characters of a text are of the kind that gets damaged.
#[must_use]
pub fn fragile(text: &str) -> usize {
    text.bytes().filter(|byte| matches!(byte, b'-' | b'_')).count()
}

/// A search for the draw with the fewest fragile characters.
#[derive(Debug)]
pub struct Search<T> {
    best: Option<(usize, T)>,
    /// How many no draw can do without.
    least: usize,
    tries: u32,
}

impl<T> Search<T> {
    /// A search that has tried nothing; `least` is how many fragile characters no draw can do without.
    #[must_use]
    pub const fn new(least: usize) -> Self {
        Self {
            best: None,
            least,
            tries: 0,
        }
    }

    /// Whether another try is worth it.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        let done = self.best.as_ref().is_some_and(|(count, _)| *count <= self.least);
        !done && self.tries < MOST_TRIES
    }

    /// How many tries there were.
    #[must_use]
    pub const fn tries(&self) -> u32 {
        self.tries
    }

    /// Counts a try with at least `bound` fragile characters, and makes it if it may be better than the best one so far.
    ///
    /// # Errors
    /// That of `make`, which says how many fragile characters there are.
    pub fn offer<E>(&mut self, bound: usize, make: impl FnOnce() -> Result<(usize, T), E>) -> Result<(), E> {
        self.tries = self.tries.saturating_add(1);
        let best = self.best.as_ref().map(|(count, _)| *count);
        if best.is_none_or(|best| bound < best) {
            let (count, made) = make()?;
            if best.is_none_or(|best| count < best) {
                self.best = Some((count, made));
            }
        }
        Ok(())
    }

    /// The best one, none before the first try.
    #[must_use]
    pub fn finish(self) -> Option<T> {
        self.best.map(|(_, made)| made)
    }
}

/// An answer code that is being drawn.
#[derive(Debug)]
pub struct Drawing {
    response: Response,
    vote: Vote,
    key: PublicKey,
    beginning: Vec<u8>,
    search: Search<Envelope>,
}

impl Drawing {
    /// For a response to one vote, sealed to the invite's key.
    #[must_use]
    pub fn new(response: Response, vote: Vote, key: PublicKey) -> Self {
        let beginning = vote.beginning(response.items.shape());
        // A workshop from before the drawing may have one in its tag.
        let least = fragile_in(&beginning);
        Self {
            response,
            vote,
            key,
            beginning,
            search: Search::new(least),
        }
    }

    /// Tries once; false once nothing is left to try.
    ///
    /// # Errors
    /// If the invite's key cannot be used.
    pub fn step(&mut self, entropy: Entropy) -> Result<bool, CannotSeal> {
        // Sealing takes four times as long as the one-time key, which three times in four is fragile itself.
        let mut beginning = self.beginning.clone();
        beginning.extend(one_time_key(&entropy));
        let (response, vote, key) = (&self.response, self.vote, self.key);
        self.search.offer(fragile_in(&beginning), || {
            let code = seal(response, vote, key, entropy)?;
            Ok((fragile_behind(Kind::Answer, &code.to_string()), code))
        })?;
        Ok(self.search.goes_on())
    }

    /// How many tries there were.
    #[must_use]
    pub const fn tries(&self) -> u32 {
        self.search.tries()
    }

    /// The code, none before the first step.
    #[must_use]
    pub fn finish(self) -> Option<Envelope> {
        self.search.finish()
    }
}

/// How many characters behind the prefix of a code are fragile.
pub(crate) fn fragile_behind(kind: Kind, code: &str) -> usize {
    fragile(code.strip_prefix(kind.prefix()).unwrap_or(code))
}

/// How many fragile characters a code has that begins with these bytes, whatever follows: a last, half character is left out.
fn fragile_in(bytes: &[u8]) -> usize {
    let text = URL_SAFE_NO_PAD.encode(bytes);
    let whole = bytes.len() * 8 / 6;
    fragile(text.get(..whole).unwrap_or(&text))
}

/// How many fragile characters an answer code to this vote begins with, whatever is sealed.
pub(crate) fn fragile_beginning(vote: Vote, shape: super::items::Shape) -> usize {
    fragile_in(&vote.beginning(shape))
}
