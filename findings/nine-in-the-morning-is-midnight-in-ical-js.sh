#!/bin/sh
# What: the reminder of an all-day event, `TRIGGER:PT9H` behind `DTSTART;VALUE=DATE`, worked out with ical.js 2.2.1 and icalendar 7.3.2. RFC 5545, 3.8.6.3 counts it from midnight on the reader's clock.
# Expected: nine in the morning of that day in both, and `-PT15H` nine in the morning of the day before.
# Observed: icalendar says so. In ical.js start plus trigger is the day itself, still a date without an hour: hours vanish without an error, so that even `PT24H` and `-PT15H` are the same day,
# while `-P1D` is the day before. As a moment it is midnight. With a date that was made a date-time first it is right.
# Consequence: the trigger in our file is right; a program that is built on ical.js may ring at midnight. A reminder "the day before" is written in days.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" ical.js@2.2.1 >npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" icalendar==7.3.2 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: ical.js@2.2.1 icalendar==7.3.2'
echo "node $(node --version)"

cat >make.py <<'END'
for trigger in ("PT9H", "PT24H", "-PT15H", "-P1D"):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//example//EN", "BEGIN:VEVENT", "UID:stop@example.org", "DTSTAMP:20261101T000000Z",
             "DTSTART;VALUE=DATE:20261207", "SUMMARY:Stop", "BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:{trigger}", "DESCRIPTION:Stop", "END:VALARM", "END:VEVENT", "END:VCALENDAR", ""]
    open(f"{trigger}.ics", "w", newline="").write("\r\n".join(lines))
END
python3 make.py
cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
const seen = {}, timed = {};
for (const name of ['PT9H', 'PT24H', '-PT15H', '-P1D']) {
  const event = new ICAL.Component(ICAL.parse(readFileSync(`${name}.ics`, 'utf8'))).getFirstSubcomponent('vevent');
  const trigger = event.getFirstSubcomponent('valarm').getFirstPropertyValue('trigger');
  const start = event.getFirstPropertyValue('dtstart');
  const at = start.clone();
  at.addDuration(trigger);
  seen[name] = at.toString();
  const midnight = start.clone();
  midnight.isDate = false;
  midnight.addDuration(trigger);
  timed[name] = midnight.toString();
}
console.log({ 'ical.js': seen, 'made a date-time first': timed });
assert.deepEqual(seen, { PT9H: '2026-12-07', PT24H: '2026-12-07', '-PT15H': '2026-12-07', '-P1D': '2026-12-06' });
assert.deepEqual(timed, { PT9H: '2026-12-07T09:00:00', PT24H: '2026-12-08T00:00:00', '-PT15H': '2026-12-06T09:00:00', '-P1D': '2026-12-06T00:00:00' });
END
node check.mjs
cat >check.py <<'END'
import icalendar

seen = {}
for trigger in ("PT9H", "-PT15H"):
    event = icalendar.Calendar.from_ical(open(f"{trigger}.ics", "rb").read()).walk("VEVENT")[0]
    seen[trigger] = [str(time.trigger) for time in event.alarms.times]
print({"icalendar": seen})
assert seen == {"PT9H": ["2026-12-07 09:00:00"], "-PT15H": ["2026-12-06 09:00:00"]}
END
PYTHONPATH="$dir/py" python3 check.py
echo "as stated"
