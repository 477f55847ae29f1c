#!/bin/sh
# What: Intl.NumberFormat.formatRange in Node 20 (ICU) on a range whose ends are equal, or become equal by rounding.
# Expected: `3`, or `3 - 3`.
# Observed: `~3`, which reads as "about three", also for exactly 3 to 3.
# Consequence: a range without width (everybody answered, nobody absent) is said by its figure alone, before formatRange is asked.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
console.log('ICU', process.versions.icu, 'CLDR', process.versions.cldr);
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const seen = [whole.formatRange(3, 3), whole.formatRange(3.1, 3.2), whole.formatRange(3, 4)];
console.log(seen);
assert.deepEqual(seen, ['~3', '~3', '3\u20134']);
END
node check.mjs
echo "as stated"
