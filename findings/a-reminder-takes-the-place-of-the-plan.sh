#!/bin/sh
# What: an event with a description of its own and a reminder with another, read by cal-parser 1.0.2, ical 0.8.0, node-ical 0.26.1 and ical.js 2.2.1 (npm) and icalendar-light 1.0.0 (PyPI).
# Expected: the event keeps its description; what stands between BEGIN:VALARM and END:VALARM is the reminder's.
# Observed: in cal-parser the event has the reminder's description, its action and its trigger, and an end named VALARM; a backslash of the title is gone. icalendar-light puts the
# one description behind the other, without a space. The other three keep them apart.
# Consequence: what is tried and counted stands in the description, which such a program does not show; the title says by itself what the day is and of which area.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" cal-parser@1.0.2 ical@0.8.0 node-ical@0.26.1 ical.js@2.2.1 >npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" icalendar-light==1.0.0 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: icalendar-light==1.0.0 cal-parser@1.0.2 ical@0.8.0 node-ical@0.26.1 ical.js@2.2.1'
python3 --version
echo "node $(node --version)"

cat >check.cjs <<'END'
const assert = require('node:assert/strict');
const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example//example//EN', 'BEGIN:VEVENT', 'UID:stop@example.org', 'DTSTAMP:20261101T000000Z', 'DTSTART;VALUE=DATE:20261207', 'SUMMARY:Stop: 1\\\\2',
  'DESCRIPTION:Ring five customers', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:PT9H', 'DESCRIPTION:Stop', 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR', ''];
const text = lines.join('\r\n');
require('node:fs').writeFileSync('plan.ics', text);
const event = (all) => Object.values(all).find((entry) => entry.type === 'VEVENT');
(async () => {
  const ICAL = (await import('ical.js')).default;
  const parsed = require('cal-parser').parseString(text).events[0];
  const inner = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent'));
  const read = {
    'cal-parser': [parsed.description.value, parsed.summary.value],
    ical: [event(require('ical').parseICS(text)).description, event(require('ical').parseICS(text)).summary],
    'node-ical': [event(require('node-ical').sync.parseICS(text)).description, event(require('node-ical').sync.parseICS(text)).summary],
    'ical.js': [inner.description, inner.summary],
  };
  console.log(read, { action: parsed.action.value, trigger: parsed.trigger.value, end: parsed.end.value });
  const whole = ['Ring five customers', 'Stop: 1\\2'];
  assert.deepEqual(read, { 'cal-parser': ['Stop', 'Stop: 12'], ical: whole, 'node-ical': whole, 'ical.js': whole });
  assert.equal(parsed.end.value, 'VALARM');
})();
END
node --no-deprecation --no-warnings check.cjs
cat >check.py <<'END'
from icalendar_light.toolbox import Calendar

descriptions = [event.description for event in Calendar.iter_events_from_file("plan.ics")]
print("icalendar-light", descriptions)
assert descriptions == ["Ring five customersStop"]
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
