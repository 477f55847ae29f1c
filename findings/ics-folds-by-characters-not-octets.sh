#!/bin/sh
# What: how the npm package ics 3.12.0 folds a long line of a calendar file.
# Expected: no line longer than 75 octets, as RFC 5545, 3.1 asks.
# Observed: it counts characters; 60 letters of two octets make a line of 132.
# Consequence: a reader that trusts the limit of 75 is wrong about files of this writer; the limit has to be held in octets by whoever writes.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" ics@3.12.0 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: ics@3.12.0'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { createEvent } from 'ics';
const { value } = createEvent({ start: [2026, 11, 8], title: 'Review', description: '\u00e9'.repeat(60) });
const longest = Math.max(...value.split('\r\n').map((line) => Buffer.byteLength(line)));
console.log('octets in the longest line:', longest);
assert.equal(longest, 132);
END
node check.mjs
echo "as stated"
