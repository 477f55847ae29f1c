#!/bin/sh
# What: SVGO 4.1.0 with nothing set, on `<g role="img" aria-label="Profile">` round one text.
# Expected: both attributes stay, or both go: a label on an element without a role is not reliably read out.
# Observed: the label moves to the text, the role is gone.
# Consequence: a chart that goes through SVGO loses what makes it one picture for a screen reader.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" svgo@4.1.0 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: svgo@4.1.0'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { optimize } from 'svgo';
const { data } = optimize('<svg xmlns="http://www.w3.org/2000/svg"><g role="img" aria-label="Profile"><text x="1" y="9">3.5</text></g></svg>');
console.log(data);
assert.ok(data.includes('<text x="1" y="9" aria-label="Profile">'));
assert.ok(!data.includes('role='));
END
node check.mjs
echo "as stated"
