//! Calendar files: the form of RFC 5545, read back with a parser of somebody else's, whatever people type.

use crate::arbitrary::{day, settings, text};
use icalendar::{Calendar, CalendarComponent, CalendarDateTime, Component, DatePerhapsTime, Event};
use oxymoron::domain::calendar::{Day, Moment};
use oxymoron::domain::ics::{Entry, calendar};
use proptest::prelude::*;

/// 2026-11-23 12:34:56 UTC, and some milliseconds.
const STAMP: Moment = Moment(1_795_437_296_789);

fn entry<'a>(summary: &'a str, description: &'a str) -> Entry<'a> {
    Entry {
        uid: "0123456789abcdef-stop@oxymoron".to_owned(),
        sequence: 17,
        day: Day::new(2026, 12, 7).unwrap(),
        summary,
        description,
    }
}

fn unfolded(text: &str) -> String {
    text.replace("\r\n ", "")
}

/// The events as the parser sees them.
fn events(text: &str) -> Vec<Event> {
    let parsed: Calendar = text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"));
    let event = |component: &CalendarComponent| component.as_event().cloned();
    let events: Vec<_> = parsed.components.iter().filter_map(event).collect();
    assert_eq!(events.len(), parsed.components.len(), "nothing but events");
    events
}

#[test]
fn the_written_form() {
    let expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Oxymoron//Oxymoron//EN\r\nBEGIN:VEVENT\r\n\
        UID:0123456789abcdef-stop@oxymoron\r\nDTSTAMP:20261123T123456Z\r\nDTSTART;VALUE=DATE:20261207\r\n\
        DTEND;VALUE=DATE:20261208\r\nSEQUENCE:17\r\nTRANSP:TRANSPARENT\r\nSUMMARY:Stop\r\nDESCRIPTION:Look\r\n\
        BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT9H\r\nDESCRIPTION:Stop\r\nEND:VALARM\r\n\
        END:VEVENT\r\nEND:VCALENDAR\r\n";
    assert_eq!(calendar(STAMP, &[entry("Stop", "Look")]), expected);
}

#[test]
fn text_is_escaped() {
    let check = |text: &str, written: &str| {
        let file = unfolded(&calendar(STAMP, &[entry(text, "")]));
        let line = file.lines().find(|line| line.starts_with("SUMMARY:")).unwrap();
        assert_eq!(line, format!("SUMMARY:{written}"));
    };
    check("a;b,c\\d:e\"f", "a\\;b\\,c\\\\d:e\"f");
    check("one\ntwo\r\nthree\rfour", "one\\ntwo\\nthree\\nfour");
    check("a\u{b}b\u{c}c\u{85}d\u{2028}e\u{2029}f", "a\\nb\\nc\\nd\\ne\\nf");
    check("tab\tbell\u{7}nul\0", "tab\tbellnul");
    check("\u{202e}rtl 🙂", "\u{202e}rtl 🙂");
}

#[test]
fn no_text_begins_a_line_of_its_own() {
    for breach in ["\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\u{b}"] {
        let text = format!("x{breach}END:VEVENT{breach}BEGIN:VEVENT{breach}SUMMARY:theirs");
        let file = calendar(STAMP, &[entry(&text, &text)]);
        assert_eq!(file.matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
        assert_eq!(events(&file).len(), 1);
        assert!(
            !file
                .replace("\r\n", "")
                .contains(['\r', '\n', '\u{85}', '\u{2028}', '\u{b}'])
        );
    }
}

#[test]
fn lines_fold_at_75_octets_and_never_inside_a_character() {
    let file = calendar(STAMP, &[entry(&"é🙂".repeat(60), &"x".repeat(200))]);
    let longest = file.split("\r\n").map(str::len).max();
    assert_eq!(longest, Some(75), "as full as they may be");
    assert!(unfolded(&file).contains(&"é🙂".repeat(60)));
    // Exactly 75 octets need no fold.
    let exact = calendar(STAMP, &[entry(&"y".repeat(75 - "SUMMARY:".len()), "")]);
    assert!(exact.contains(&["SUMMARY:", &"y".repeat(67), "\r\n"].concat()));
}

#[test]
fn the_last_day_of_the_calendar_has_no_day_after() {
    let last = Entry {
        day: Day::new(9999, 12, 31).unwrap(),
        sequence: u32::MAX,
        ..entry("a", "b")
    };
    let file = calendar(Moment(u64::MAX), &[last]);
    assert!(file.contains("DTSTART;VALUE=DATE:99991231\r\n") && !file.contains("DTEND"));
    assert!(file.contains("SEQUENCE:2147483647\r\n") && file.contains("DTSTAMP:99991231T000000Z\r\n"));
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn somebody_elses_parser_reads_what_was_meant(summary in text(), description in text(), day in day(), stamp in any::<u64>()) {
        let entries = [Entry { day, ..entry(&summary, &description) }, entry("second", "")];
        let file = calendar(Moment(stamp), &entries);
        for line in file.split("\r\n") {
            prop_assert!(line.len() <= 75 && !line.contains(['\r', '\n']));
        }
        let events = events(&file);
        prop_assert_eq!(events.len(), 2);
        prop_assert_eq!(events[0].get_uid(), Some("0123456789abcdef-stop@oxymoron"));
        let start = events[0].get_start();
        let written = match start {
            Some(DatePerhapsTime::Date(date)) => date.format("%Y-%m-%d").to_string(),
            other => panic!("{other:?}"),
        };
        prop_assert_eq!(written, day.to_string());
        prop_assert!(!matches!(events[0].get_start(), Some(DatePerhapsTime::DateTime(CalendarDateTime::Utc(_)))));
        prop_assert_eq!(events[1].get_summary(), Some("second"));
    }

    #[test]
    fn printable_text_comes_back_as_it_was(summary in "\\PC{0,200}", lines in proptest::collection::vec("\\PC{1,60}", 1..5)) {
        let breaks = |text: &str| text.replace(['\u{85}', '\u{2028}', '\u{2029}'], "\n");
        let description = breaks(&lines.join("\n"));
        let summary = breaks(&summary);
        let events = events(&calendar(STAMP, &[entry(&summary, &description)]));
        prop_assert_eq!(events[0].get_summary().unwrap_or_default(), &summary);
        prop_assert_eq!(events[0].get_description().unwrap_or_default(), &description);
    }
}
