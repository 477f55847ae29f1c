//! Dates for a calendar, as an iCalendar text (RFC 5545).
//!
//! What people type goes through `escape`, which leaves no line break of any kind, so that no text can begin a line of its own.

use super::calendar::{Day, Moment};
use std::fmt::Write;

/// A day for the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// A name that stays the same when the day changes, so that importing again moves the entry.
    pub uid: String,
    /// How often the day may have changed; calendars keep the entry with the higher number.
    pub sequence: u32,
    /// The day, all of it.
    pub day: Day,
    /// The line that the calendar shows.
    pub summary: &'a str,
    /// What opens behind it.
    pub description: &'a str,
}

/// Octets in a line without its break (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// The text of a calendar file. `stamp` is the moment of its making; one after the year 9999 is written as its last day.
#[must_use]
pub fn calendar(stamp: Moment, entries: &[Entry]) -> String {
    let mut out = String::new();
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Oxymoron//Oxymoron//EN",
    ] {
        push_line(&mut out, line);
    }
    let stamp = utc(stamp);
    for entry in entries {
        push_entry(&mut out, &stamp, entry);
    }
    push_line(&mut out, "END:VCALENDAR");
    out
}

fn push_entry(out: &mut String, stamp: &str, entry: &Entry) {
    push_line(out, "BEGIN:VEVENT");
    push_text(out, "UID:", &entry.uid);
    push_line(out, &["DTSTAMP:", stamp].concat());
    push_line(out, &["DTSTART;VALUE=DATE:", &date(entry.day)].concat());
    // The end is the first day that is no longer part of it.
    if let Some(end) = entry.day.plus(1) {
        push_line(out, &["DTEND;VALUE=DATE:", &date(end)].concat());
    }
    // An INTEGER has 31 bits (RFC 5545, 3.3.8).
    let sequence = entry.sequence.min(i32::MAX.unsigned_abs());
    push_line(out, &["SEQUENCE:", &sequence.to_string()].concat());
    push_line(out, "TRANSP:TRANSPARENT");
    push_text(out, "SUMMARY:", entry.summary);
    push_text(out, "DESCRIPTION:", entry.description);
    push_alarm(out, entry.summary);
    push_line(out, "END:VEVENT");
}

/// The day begins at midnight where its reader is, and so it is at nine in the morning there (RFC 5545, 3.6.6).
fn push_alarm(out: &mut String, summary: &str) {
    push_line(out, "BEGIN:VALARM");
    push_line(out, "ACTION:DISPLAY");
    push_line(out, "TRIGGER:PT9H");
    push_text(out, "DESCRIPTION:", summary);
    push_line(out, "END:VALARM");
}

fn push_text(out: &mut String, name: &str, text: &str) {
    push_line(out, &[name, &escape(text)].concat());
}

/// `20261207`.
fn date(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// `20261207T093000Z`.
fn utc(moment: Moment) -> String {
    let Some((day, seconds)) = moment.in_utc() else {
        return "99991231T000000Z".to_owned();
    };
    let mut out = date(day);
    // Writing to a String cannot fail.
    let _ = write!(
        out,
        "T{:02}{:02}{:02}Z",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    );
    out
}

/// A TEXT value (RFC 5545, 3.3.11): every line break of Unicode becomes `\n`, other control characters go.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '\\' | ';' | ',' => out.extend(['\\', character]),
            '\r' if rest.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            _ if character.is_control() => {}
            _ => out.push(character),
        }
    }
    out
}

/// A content line, folded so that no piece is longer than 75 octets and no character is cut.
fn push_line(out: &mut String, line: &str) {
    let mut room = LONGEST_LINE;
    for character in line.chars() {
        let length = character.len_utf8();
        if length > room {
            out.push_str("\r\n ");
            room = LONGEST_LINE - 1;
        }
        out.push(character);
        room -= length;
    }
    out.push_str("\r\n");
}
