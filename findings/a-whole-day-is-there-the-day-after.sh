#!/bin/sh
# What: an event of the whole 7 December, its DTEND the 8th as RFC 5545 asks, looked for day by day with icalevents 0.3.1, recurring-ical-events 3.8.2 and ical 14.3.1 (PyPI).
# Expected: it is there on the 7th alone: an end of a day is the first day that is not in it.
# Observed: icalevents finds it on the 8th too, though the event it gives ends with midnight; the other two do not. With no DTEND, which is as good for one day, icalevents finds it on the 7th alone.
# Consequence: files of a plan have a DTEND; a list of days made with such a program has each date on two of them.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" icalevents==0.3.1 recurring-ical-events==3.8.2 icalendar==7.3.2 ical==14.3.1 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: icalevents==0.3.1 recurring-ical-events==3.8.2 icalendar==7.3.2 ical==14.3.1'
python3 --version

cat >check.py <<'END'
import datetime

import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream
from icalevents import icalevents


def file(*end):
    event = ["BEGIN:VEVENT", "UID:stop@example.org", "DTSTAMP:20261101T000000Z", "DTSTART;VALUE=DATE:20261207", *end, "SUMMARY:Stop", "END:VEVENT"]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//example//EN", *event, "END:VCALENDAR", ""])


days = [datetime.date(2026, 12, day) for day in (6, 7, 8)]


def look(text):
    other, third = recurring_ical_events.of(icalendar.Calendar.from_ical(text)), IcsCalendarStream.calendar_from_ics(text)
    return {
        "icalevents": [day.day for day in days if icalevents.events(string_content=text, start=day, end=day)],
        "recurring-ical-events": [day.day for day in days if other.at(day)],
        "ical": [day.day for day in days if list(third.timeline.on_date(day))],
    }


ended, open_end = look(file("DTEND;VALUE=DATE:20261208")), look(file())
print("with DTEND", ended)
print("without", open_end)
assert ended == {"icalevents": [7, 8], "recurring-ical-events": [7], "ical": [7]}
assert set(map(tuple, open_end.values())) == {(7,)}
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
