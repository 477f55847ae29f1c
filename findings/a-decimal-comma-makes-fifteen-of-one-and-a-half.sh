#!/bin/sh
# What: "1,5" read as English by three number readers that know locales: Babel 2.19.0, @internationalized/number 3.6.9, numeral 2.0.6.
# Expected: an error or NaN: a group has three digits.
# Observed: 15 from all three; "1.5" as German is 15 with the first two as well.
# Consequence: a figure typed with the other separator is ten times too large and looks right; take whole numbers, or accept both separators and show what was understood.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" @internationalized/number@3.6.9 numeral@2.0.6 >npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m pip install -q --disable-pip-version-check --target "$dir/py" babel==2.19.0 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: @internationalized/number@3.6.9 numeral@2.0.6 babel==2.19.0'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { NumberParser } from '@internationalized/number';
import numeral from 'numeral';
const seen = [new NumberParser('en').parse('1,5'), new NumberParser('de').parse('1.5'), numeral('1,5').value()];
console.log(seen);
assert.deepEqual(seen, [15, 15, 15]);
END
node check.mjs
python3 --version

cat >check.py <<'END'
from babel.numbers import parse_decimal

seen = [int(parse_decimal("1,5", locale="en")), int(parse_decimal("1.5", locale="de"))]
print(seen)
assert seen == [15, 15]
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
