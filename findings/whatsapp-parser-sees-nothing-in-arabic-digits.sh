#!/bin/sh
# What: whatsapp-chat-parser 4.0.2 on a chat in which the date is written in Arabic digits.
# Expected: the message, or an error.
# Observed: an empty list and no error; behind one line in Latin digits the same line becomes part of the message before it.
# Consequence: codes are looked for in the raw text of an export, never message by message.
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
const line = '[\u0668/\u0661\u0661/\u0662\u0660\u0662\u0666, \u0661\u0664:\u0660\u0663:\u0661\u0661] Ada: oxya.aB3xY7\n';
const alone = parseString(line);
const behind = parseString(`[8/11/2026, 14:02:00] Ben: hi\n${line}`);
console.log(alone, behind);
assert.deepEqual(alone, []);
assert.equal(behind.length, 1);
assert.equal(behind[0].author, 'Ben');
assert.ok(behind[0].message.includes('oxya.aB3xY7'));
END
node check.mjs
echo "as stated"
