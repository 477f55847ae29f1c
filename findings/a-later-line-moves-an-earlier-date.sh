#!/bin/sh
# What: one line of a WhatsApp export, dated 11/12/26, alone and with a message of another day behind it.
# Expected: the date of a line is settled by that line, or by an option.
# Observed: alone it is 11 December; once a line of 11/13/26 follows it is 12 November.
# Consequence: "the newest of one person's codes stands" cannot rest on dates of a chat export; a counter under the seal decides.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --prefix "$dir" --silent --no-audit --no-fund --ignore-scripts whatsapp-chat-parser@4.0.2
cat > "$dir/check.mjs" <<'END'
import assert from 'node:assert/strict';
import { parseString } from 'whatsapp-chat-parser';
const first = '11/12/26, 9:15 AM - Ada: oxya.AUIB9', second = '11/13/26, 9:16 AM - Bo: oxya.BUIB9';
const month = text => parseString(text)[0].date.getMonth() + 1;
const seen = [month(first), month(`${first}\n${second}`)];
console.log('month', seen);
assert.deepEqual(seen, [12, 11]);
END
echo "whatsapp-chat-parser@4.0.2"
node "$dir/check.mjs"
