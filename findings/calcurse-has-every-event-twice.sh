#!/bin/sh
# What: a calendar file of three days with reminders, imported into calcurse 4.7.1 (Debian), and again after one of the days had moved: the same UID, a higher SEQUENCE.
# Expected: RFC 5545 tells by UID and SEQUENCE that it is the same event, so there are three, one of them on its new day.
# Observed: six: nothing is told to be the same, and the moved one is on both days. UID and SEQUENCE are in no file of calcurse and not in its export; nor is a reminder
# of an event without an hour.
# Consequence: "import again and the entry moves" holds for programs that keep the UID. In others the earlier entries are taken out by hand first.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

command -v calcurse >/dev/null || { echo "needs calcurse: apt-get install --no-install-recommends calcurse"; exit 1; }
calcurse --version | head -1
cat >make.py <<'END'
def event(name, day, sequence):
    return ["BEGIN:VEVENT", f"UID:{name}@example.org", "DTSTAMP:20261101T000000Z", f"DTSTART;VALUE=DATE:{day}", f"SEQUENCE:{sequence}", f"SUMMARY:{name}",
            "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT9H", f"DESCRIPTION:{name}", "END:VALARM", "END:VEVENT"]


def write(name, *events):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//example//EN", *sum(events, []), "END:VCALENDAR", ""]
    open(name, "w", newline="").write("\r\n".join(lines))


rest = event("review", "20261214", 1), event("again", "20270308", 1)
write("first.ics", event("stop", "20261207", 1), *rest)
write("moved.ics", event("stop", "20261209", 2), *rest)
END
python3 make.py
mkdir kept
run() { calcurse --datadir "$dir/kept" --confdir "$dir/kept" "$@"; }
run -i first.ics
run -i moved.ics
cat kept/apts
run -x >export.ics
[ "$(sort kept/apts)" = "$(printf '%s\n' '03/08/2027 [1] again' '03/08/2027 [1] again' '12/07/2026 [1] stop' '12/09/2026 [1] stop' '12/14/2026 [1] review' '12/14/2026 [1] review')" ]
[ "$(grep -c BEGIN:VEVENT export.ics)" = 6 ]
if grep -E 'UID|SEQUENCE|VALARM' export.ics; then exit 1; fi
echo "as stated"
