#!/bin/sh
# What: the eighth of November 2026 for `fa` and `th`, written long, in Node 20 (Intl) and Babel 2.19.0.
# Expected: the same day in the same calendar: both carry CLDR.
# Observed: Node takes the calendar of the locale (1405 in Persian digits; 2569 in Thai), Babel the Gregorian one (2026, Latin digits).
# Consequence: a date that is compared or sorted across tools is written as YYYY-MM-DD; a page that shows one in the reader's locale names the calendar it means.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --target "$dir/py" babel==2.19.0 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: babel==2.19.0'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
const day = new Date(Date.UTC(2026, 10, 8));
const seen = ['fa', 'th'].map((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day));
console.log(seen);
assert.ok(seen[0].includes('\u06f1\u06f4\u06f0\u06f5'));
assert.ok(seen[1].includes('2569'));
END
node check.mjs
python3 --version

cat >check.py <<'END'
import datetime
from babel.dates import format_date

seen = [format_date(datetime.date(2026, 11, 8), "long", locale=locale) for locale in ("fa", "th")]
print(seen)
assert all("2026" in text for text in seen)
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
