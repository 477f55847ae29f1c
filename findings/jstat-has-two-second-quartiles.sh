#!/bin/sh
# What: jStat 1.9.6 on 1, 2, 3, 4: median, quartiles, percentile and quantiles.
# Expected: one median and one first quartile.
# Observed: quartiles()[1] is 2 while median() is 2.5; the first quartile is 1 (quartiles), 1.75 (percentile) or 1.4375 (quantiles).
# Consequence: no figure of ours is checked against a quantile of jStat without naming its function.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" jstat@1.9.6 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: jstat@1.9.6'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import jStat from 'jstat';
const votes = [1, 2, 3, 4];
const seen = [jStat.quartiles(votes)[1], jStat.median(votes), jStat.quartiles(votes)[0], jStat.percentile(votes, 0.25), jStat.quantiles(votes, [0.25])[0]];
console.log(seen);
assert.deepEqual(seen, [2, 2.5, 1, 1.75, 1.4375]);
END
node check.mjs
echo "as stated"
