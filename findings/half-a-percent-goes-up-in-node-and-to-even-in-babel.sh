#!/bin/sh
# What: 12.5 % and 62.5 % without decimals in Node 20 (Intl) and Babel 2.19.0.
# Expected: the same figures.
# Observed: Node 13% and 63%, Babel 12% and 62% (half to even).
# Consequence: shares of eight people differ by a point between a report made in a browser and one made in Python; ours says "halves up".
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --target "$dir/py" babel==2.19.0 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: babel==2.19.0'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
const seen = [0.125, 0.625].map((share) => new Intl.NumberFormat('en', { style: 'percent' }).format(share));
console.log(seen);
assert.deepEqual(seen, ['13%', '63%']);
END
node check.mjs
python3 --version

cat >check.py <<'END'
from babel.numbers import format_percent

seen = [format_percent(share, locale="en") for share in (0.125, 0.625)]
print(seen)
assert seen == ["12%", "62%"]
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
