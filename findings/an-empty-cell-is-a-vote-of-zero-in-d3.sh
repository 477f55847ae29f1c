#!/bin/sh
# What: d3-dsv 3.0.2 and d3-array 3.2.5 on a column of levels with an empty cell: 3, nothing, 5.
# Expected: the empty one is passed over: median 4, mean 4.
# Observed: median 3, mean 2.67; the empty cell counts as 0. With autoType it is null and passed over. max() of the bare texts 9 and 10 is 9.
# Consequence: our CSV leaves a cell empty where no figure may be said; a chart made of it with d3 shows a zero unless autoType is used. The format page should say so.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" d3-dsv@3.0.2 d3-array@3.2.5 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: d3-dsv@3.0.2 d3-array@3.2.5'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { csvParse, autoType } from 'd3-dsv';
import { max, mean, median } from 'd3-array';
const file = 'question,level\nA,3\nB,\nC,5\n';
const bare = csvParse(file).map((row) => row.level);
const typed = csvParse(file, autoType).map((row) => row.level);
const seen = [median(bare), mean(bare).toFixed(2), median(typed), mean(typed), max(csvParse('x\n9\n10\n'), (row) => row.x)];
console.log(seen);
assert.deepEqual(seen, [3, '2.67', 4, 4, '9']);
END
node check.mjs
echo "as stated"
