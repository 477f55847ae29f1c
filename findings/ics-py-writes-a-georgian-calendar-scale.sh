#!/usr/bin/env bash
# A calendar file without CALSCALE, read and written again.
# ics 0.7.2 (Python)
# A reader expects: no CALSCALE, or the only value that RFC 5545 has, GREGORIAN.
# Seen: the file that comes out declares CALSCALE:GEORGIAN.
# So: whoever passes our dates on through it hands out a file whose calendar scale no standard knows; strict readers may leave it out. Ours say GREGORIAN
# themselves, or nothing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-warn-conflicts --target "$folder/packages" ics==0.7.2
export PYTHONPATH="$folder/packages"
python3 -W ignore - <<'END'
import sys
from importlib.metadata import version
import ics
lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//dates//EN", "BEGIN:VEVENT", "UID:review-1", "DTSTAMP:20261128T000000Z",
         "DTSTART;VALUE=DATE:20270118", "SUMMARY:Review", "END:VEVENT", "END:VCALENDAR", ""]
written = ics.Calendar("\r\n".join(lines)).serialize()
scale = [line for line in written.splitlines() if line.startswith("CALSCALE")]
print("ics", version("ics"), "writes", scale)
sys.exit(0 if scale == ["CALSCALE:GEORGIAN"] else 1)
END
