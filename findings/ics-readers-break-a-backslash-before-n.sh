#!/bin/sh
# What: an iCalendar SUMMARY of `C:\\new`, which is RFC 5545 for the text `C:\new`, in five readers (node-ical 0.26.1, ics 0.7.3, ical.js 2.2.1, vobject 0.9.9, icalendar 7.3.2).
# Expected: all read `C:\new`.
# Observed: node-ical and the Python ics undo `\n` before `\\` and read `C:\`, a line break, `ew`. The other three are right.
# Consequence: a calendar file can be right and still show a broken line; a writer can only avoid it by not writing a backslash before an n.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" node-ical@0.26.1 ical.js@2.2.1 >npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m pip install -q --disable-pip-version-check --target "$dir/py" ics==0.7.3 vobject==0.9.9 icalendar==7.3.2 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: node-ical@0.26.1 ical.js@2.2.1 ics==0.7.3 vobject==0.9.9 icalendar==7.3.2'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
const file = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example//example//EN', 'BEGIN:VEVENT', 'UID:1@example.org',
  'DTSTAMP:20260101T000000Z', 'DTSTART;VALUE=DATE:20261108', 'SUMMARY:C:\\\\new', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
writeFileSync('plan.ics', file);
const theirs = Object.values(nodeIcal.sync.parseICS(file)).find((part) => part.type === 'VEVENT').summary;
const other = new ICAL.Event(new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')).summary;
console.log({ 'node-ical': theirs, 'ical.js': other });
assert.equal(theirs, 'C:\\\new');
assert.equal(other, 'C:\\new');
END
node check.mjs
python3 --version

cat >check.py <<'END'
import icalendar
import ics
import vobject

file = open("plan.ics", newline="").read()
seen = {
    "ics": list(ics.Calendar(file).events)[0].name,
    "vobject": vobject.readOne(file).vevent.summary.value,
    "icalendar": str(icalendar.Calendar.from_ical(file).walk("VEVENT")[0]["SUMMARY"]),
}
print(seen)
assert seen == {"ics": "C:\\\new", "vobject": "C:\\new", "icalendar": "C:\\new"}
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
