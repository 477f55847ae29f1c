#!/bin/sh
# What: one event in three calendar files with SEQUENCE 1, 5 and 2, each on another day, imported into khal 0.14.1 in this order with --batch.
# Expected: by RFC 5545, 3.8.7.4 the one with the highest SEQUENCE is the latest, so the second file's day stands at the end.
# Observed: the third file's day stands, without a word: what comes last holds. Each import of an event that is there already also leaves two files of a made-up ending
# beside the event's own, which khal does not read.
# Consequence: whoever opens an older download of a plan again may have the older day, though the file says which is the newer. The name of the file does not tell its age.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" khal==0.14.1 icalendar==7.3.2 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: khal==0.14.1 icalendar==7.3.2'
python3 --version

mkdir plan
cat >khal.conf <<END
[calendars]
[[plan]]
path = $dir/plan
[sqlite]
path = $dir/khal.db
[default]
default_calendar = plan
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = UTC
default_timezone = UTC
END
run() { PYTHONPATH="$dir/py" python3 -W ignore -m khal -c khal.conf "$@"; }
make() {
  printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//example//EN\r\nBEGIN:VEVENT\r\nUID:stop@example.org\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:%s\r\nSEQUENCE:%s\r\nSUMMARY:Stop\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n' "$2" "$1" >"$1.ics"
}
make 1 20261207
make 5 20261209
make 2 20261220
for sequence in 1 5 2; do
  run import --batch "$sequence.ics"
  echo "SEQUENCE $sequence: $(run list --format '{start-date} {title}' --day-format '' 2026-12-01 60d | tr -d '\n'), $(ls plan | wc -l) files"
done | tee seen
grep '^SEQUENCE' seen >lines
printf '%s\n' 'SEQUENCE 1: 2026-12-07 Stop, 1 files' 'SEQUENCE 5: 2026-12-09 Stop, 3 files' 'SEQUENCE 2: 2026-12-20 Stop, 5 files' | diff - lines
[ "$(ls plan | grep -c '\.ics$')" = 1 ]
echo "as stated"
