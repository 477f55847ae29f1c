//! Writing the file: an envelope, and every record as it stands.

use crate::domain::calendar::Moment;
use crate::domain::checklist::InstrumentVersion;
use crate::domain::record::{Key, PREFIX, quote};
use nojson::RawJson;

/// What the file says that it is.
pub const FORMAT: &str = "oxymoron";

/// The version of the envelope; records have their own.
pub const VERSION: u64 = 1;

/// Whether a text can be part of the file's JSON as it is, and be found there again unchanged.
pub type Stands = fn(&str) -> bool;

/// A file in the making.
#[derive(Debug, Clone)]
pub struct Packing {
    out: String,
    empty: bool,
}

impl Packing {
    /// A file without a record.
    #[must_use]
    pub fn new(exported: Moment, instrument: InstrumentVersion) -> Self {
        let head = [
            "{\"format\":\"",
            FORMAT,
            "\",\"version\":",
            &VERSION.to_string(),
            ",\"exported\":",
            &exported.0.to_string(),
            ",\"instrument\":",
            &instrument.0.to_string(),
            ",\"records\":[",
        ];
        Self {
            out: head.concat(),
            empty: true,
        }
    }

    /// Adds a record that this version wrote; it stands in the file as it is stored.
    pub fn add(&mut self, key: &Key, record: &str) {
        self.put(key, record, !looks_like_a_key(record));
    }

    /// Adds a text that may be anything, letter by letter.
    pub fn keep(&mut self, key: &Key, text: &str) {
        self.keep_where(key, text, stands_as_it_is);
    }

    /// The same, as JSON of its own where `stands` says that it may be, and else quoted.
    pub fn keep_where(&mut self, key: &Key, text: &str, stands: Stands) {
        self.put(key, text, stands(text));
    }

    fn put(&mut self, key: &Key, text: &str, bare: bool) {
        self.out.push_str(if self.empty { "\n[" } else { ",\n[" });
        self.empty = false;
        quote(&mut self.out, &key.to_string());
        self.out.push(',');
        if bare {
            self.out.push_str(text);
        } else {
            let place = self.out.len();
            quote(&mut self.out, text);
            if text.starts_with(PREFIX) {
                self.out.replace_range(place + 1..place + 2, "\\u006f");
            }
        }
        self.out.push(']');
    }

    /// The whole file.
    #[must_use]
    pub fn finish(mut self) -> String {
        self.out.push_str("\n]}\n");
        self.out
    }
}

/// A string that begins like a key would be taken for the next record by a reader that looks for one in a damaged file.
fn looks_like_a_key(text: &str) -> bool {
    text.contains(&["\"", PREFIX].concat())
}

/// A [`Stands`] that reads the text.
#[must_use]
pub fn stands_as_it_is(text: &str) -> bool {
    // Inside a page "<" stands as this escape, and is turned back.
    let plain =
        text.starts_with('{') && text.ends_with('}') && !text.contains("\\u003c") && !looks_like_a_key(text);
    // One value, and as deep as it will stand in the file.
    plain && RawJson::parse(text).is_ok() && RawJson::parse(&["[[[", text, "]]]"].concat()).is_ok()
}
