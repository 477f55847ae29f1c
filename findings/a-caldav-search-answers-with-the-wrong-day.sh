#!/bin/sh
# What: a calendar file of three events on 7 December, 14 December and 8 March, saved with caldav 3.6.0 to Xandikos 0.4.10 on this machine, and the events of 13 to 16 December asked for.
# Expected: the event of the fourteenth, or an error when the file of three is saved.
# Observed: it is saved as one, named after its first UID; the answer is one event, that of the seventh. The one of the fourteenth is not found by its UID.
# Consequence: where a file of all dates went to a server as one, a program can show the first for each of them; the files with one date each have no such state.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" caldav==3.6.0 xandikos==0.4.10 icalendar==7.3.2 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: caldav==3.6.0 xandikos==0.4.10 icalendar==7.3.2'
python3 --version

cat >check.py <<'END'
import datetime
import socket
import subprocess
import sys
import time

import caldav


def event(name, day):
    return ["BEGIN:VEVENT", f"UID:{name}@example.org", "DTSTAMP:20261101T000000Z", f"DTSTART;VALUE=DATE:{day}", f"SUMMARY:{name}", "END:VEVENT"]


events = event("stop", "20261207"), event("review", "20261214"), event("again", "20270308")
file = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//example//EN", *sum(events, []), "END:VCALENDAR", ""])
with socket.socket() as held:
    held.bind(("127.0.0.1", 0))
    port = held.getsockname()[1]
server = subprocess.Popen([sys.executable, "-W", "ignore", "-m", "xandikos", "serve", "-d", "kept", "--defaults", "--autocreate", "--listen-address", "127.0.0.1",
                           "--port", str(port), "--current-user-principal", "/ada"], stdout=open("server.log", "w"), stderr=subprocess.STDOUT)
try:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.2)
    calendar = caldav.DAVClient(url=f"http://127.0.0.1:{port}/", username="ada", password="").principal().calendars()[0]
    saved = calendar.save_event(file)
    found = calendar.search(start=datetime.datetime(2026, 12, 13), end=datetime.datetime(2026, 12, 16), event=True)
    seen = {"saved as": saved.id, "found": [(str(one.icalendar_component["SUMMARY"]), str(one.icalendar_component["DTSTART"].dt)) for one in found]}
    try:
        seen["review by UID"] = str(calendar.event_by_uid("review@example.org").url)
    except caldav.lib.error.NotFoundError:
        seen["review by UID"] = None
    print(seen)
    assert seen == {"saved as": "stop@example.org", "found": [("stop", "2026-12-07")], "review by UID": None}
finally:
    server.terminate()
    server.wait()
END
PYTHONPATH="$dir/py" python3 -W ignore check.py 2>error.log || { tail -5 error.log server.log; exit 1; }
echo "as stated"
