#!/bin/sh
# What: whatsapp-chat-parser 4.0.2 on a line of a phone that writes the year first, `2026/11/08 14:03 - Ada: hi`.
# Expected: the eighth of November: with the year in front the month comes next.
# Observed: the eleventh of August.
# Consequence: "the newest counts" must not lean on dates out of a chat export.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" whatsapp-chat-parser@4.0.2 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: whatsapp-chat-parser@4.0.2'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { parseString } from 'whatsapp-chat-parser';
const day = (text) => parseString(text).map(({ date }) => `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`);
const alone = day('2026/11/08 14:03 - Ada: hi\n');
console.log(alone);
assert.deepEqual(alone, ['2026-8-11']);
END
node check.mjs
echo "as stated"
