//! Characters that a renderer has taken or changed, put back by trial: the check has to hold, and then the seal.
//!
//! Tried are what a dash may have been, and up to three underscores that are gone. The check is linear over the bits of a code, so what a
//! character adds to it depends on its place alone: a trial is an exclusive or of sums that were made once, and three underscores take
//! as many steps as pairs of places. Of a wrong code one in about 17,000 passes by chance (250,000 trials against 32 bits), which
//! then does not open.

use super::plain::{Role, is_stop, role};
use crate::domain::code::Kind;
use crate::domain::code::envelope::{self, Envelope, Remainders};

/// Underscores that are put back at the most.
const MOST_LOST: usize = 3;
/// Characters of a code that is tried at the most; an answer has 120, an invite with six long roles 276.
const LONGEST: usize = 400;
/// Characters of a code in which three are put back at the most, where its dashes can be read in three ways at the most.
const LONGEST_FOR_THREE: usize = 160;
/// Ways to read the dashes of one code at the most.
const MOST_WAYS: usize = 9;
/// Codes that may come of one text: one, but for chance.
const MOST_CODES: usize = 4;
/// The value of an underscore among the 64 characters.
const UNDERSCORE: u8 = 63;

/// What a character may have been.
fn dash(character: char) -> Option<&'static [&'static str]> {
    Some(match character {
        '\u{2010}' | '\u{2011}' | '\u{2212}' | '\u{fe63}' | '\u{2043}' | '\u{30fc}' => &["-"],
        '\u{2012}' | '\u{2013}' | '\u{2e3a}' => &["--", "-"],
        '\u{2014}' | '\u{2015}' | '\u{2e3b}' | '\u{2500}' => &["--", "---", "-"],
        _ => return None,
    })
}

/// The codes that a text may have been, each of which passes the check.
pub fn repair(kind: Kind, text: &str) -> Vec<Envelope> {
    let mut codes = Vec::new();
    let ways = ways(text);
    let few = ways.len() <= 3;
    for way in ways {
        let Some(wanted) = way
            .text
            .get(..envelope::HEAD_CHARACTERS)
            .and_then(envelope::characters)
        else {
            continue;
        };
        if wanted > LONGEST {
            continue;
        }
        for end in way.ends {
            let Some(text) = way.text.get(..end) else { continue };
            if wanted == end + 1 {
                // What an autolinker leaves out at the end may be a hyphen as well.
                codes.extend(Envelope::read_rest(kind, &format!("{text}-")));
            }
            match wanted.checked_sub(end) {
                Some(0) => codes.extend(Envelope::read_rest(kind, text)),
                Some(MOST_LOST) if !few || wanted > LONGEST_FOR_THREE => {}
                Some(lost @ 1..=MOST_LOST) => restore(kind, text, lost, &mut codes),
                _ => {}
            }
        }
        if codes.len() >= MOST_CODES {
            break;
        }
    }
    codes.dedup();
    codes.truncate(MOST_CODES);
    codes
}

/// One reading of every dash.
#[derive(Debug, Clone, Default)]
struct Way {
    text: String,
    /// Where it may end: before a gap, or before what is no part of a code.
    ends: Vec<usize>,
}

/// Every reading of the dashes, the likeliest first.
fn ways(text: &str) -> Vec<Way> {
    let mut ways = vec![Way::default()];
    let mut after_gap = false;
    for character in text.chars() {
        let empty = ways.iter().all(|way| way.text.is_empty());
        if ways.iter().all(|way| way.text.len() >= LONGEST) {
            break;
        }
        if let Some(readings) = dash(character).filter(|_| !empty) {
            let room = ways.len() * readings.len() <= MOST_WAYS;
            let readings = if room {
                readings
            } else {
                readings.get(..1).unwrap_or_default()
            };
            ways = readings
                .iter()
                .flat_map(|reading| ways.iter().map(move |way| way.then(reading)))
                .collect();
            continue;
        }
        match role(character) {
            Role::Part(part) => ways.iter_mut().for_each(|way| way.text.push(part)),
            Role::Gap => {
                if !after_gap {
                    ways.iter_mut().for_each(Way::end);
                }
            }
            Role::Other if empty && is_stop(character) => {}
            Role::Other => break,
        }
        after_gap = role(character) == Role::Gap;
    }
    ways.iter_mut().for_each(Way::end);
    ways
}

impl Way {
    fn then(&self, reading: &str) -> Self {
        let mut way = self.clone();
        way.text.push_str(reading);
        way
    }

    fn end(&mut self) {
        if !self.text.is_empty() {
            self.ends.push(self.text.len());
        }
    }
}

/// Puts underscores back into a text that lacks so many characters, wherever the check then holds.
fn restore(kind: Kind, text: &str, lost: usize, codes: &mut Vec<Envelope>) {
    let whole = text.len() + lost;
    let Some(remainders) = Remainders::new(kind, text, whole) else {
        return;
    };
    let values: Vec<u8> = text.bytes().filter_map(envelope::value).collect();
    let sums: Vec<Vec<u32>> = (0..=lost).map(|shift| remainders.sums(&values, shift)).collect();
    // What it adds to go on with one more lost from this place on.
    let turn = |before: usize, place: usize| {
        let sum = |shift: usize| {
            sums.get(shift)
                .and_then(|sums| sums.get(place))
                .copied()
                .unwrap_or(0)
        };
        sum(before) ^ remainders.of(place + before, UNDERSCORE) ^ sum(before + 1)
    };
    let turns: Vec<Vec<u32>> = (0..lost)
        .map(|before| (0..=values.len()).map(|place| turn(before, place)).collect())
        .collect();
    let last = sums.last().and_then(|sums| sums.last()).copied().unwrap_or(0);
    for places in hits(&turns, last ^ remainders.wanted) {
        let mut whole = text.to_owned();
        for place in places.iter().rev() {
            whole.insert(*place, '_');
        }
        let code = Envelope::read_rest(kind, &whole).filter(|code| !codes.contains(code));
        codes.extend(code);
        if codes.len() >= MOST_CODES {
            return;
        }
    }
}

/// Every way to take one number out of each list, at places that never fall, such that together they are `wanted`.
fn hits(turns: &[Vec<u32>], wanted: u32) -> Vec<Vec<usize>> {
    let mut hits = Vec::new();
    match turns {
        [one] => {
            let found = one.iter().enumerate().filter(|(_, a)| **a == wanted);
            hits.extend(found.map(|(a, _)| vec![a]));
        }
        [one, two] => {
            let sieve = Sieve::new(one);
            for (b, of_b) in two.iter().enumerate() {
                let found = sieve.find(one, wanted ^ of_b, b);
                hits.extend(found.map(|a| vec![a, b]));
            }
        }
        [one, two, three] => {
            let sieve = Sieve::new(one);
            for (b, of_b) in two.iter().enumerate() {
                for (c, of_c) in three.iter().enumerate().skip(b) {
                    let found = sieve.find(one, wanted ^ of_b ^ of_c, b);
                    hits.extend(found.map(|a| vec![a, b, c]));
                }
            }
        }
        _ => {}
    }
    hits
}

/// Says at once of nearly every number that it is not in a list.
struct Sieve([u64; Self::WORDS]);

impl Sieve {
    const WORDS: usize = 256;

    fn new(list: &[u32]) -> Self {
        let mut words = [0; Self::WORDS];
        for number in list {
            let (word, bit) = Self::place(*number);
            if let Some(word) = words.get_mut(word) {
                *word |= bit;
            }
        }
        Self(words)
    }

    const fn place(number: u32) -> (usize, u64) {
        let low = number & 0x3fff;
        ((low >> 6) as usize, 1 << (low & 63))
    }

    /// The places of a number in the list it was made of, up to `last`.
    fn find<'a>(&self, list: &'a [u32], number: u32, last: usize) -> impl Iterator<Item = usize> + 'a {
        let (word, bit) = Self::place(number);
        let there = self.0.get(word).is_some_and(|word| word & bit != 0);
        let length = if there { last + 1 } else { 0 };
        let places = list.iter().take(length).enumerate();
        places
            .filter(move |(_, other)| **other == number)
            .map(|(place, _)| place)
    }
}
