#!/bin/sh
# What: the system line that says a group was renamed, when the new name has a colon in it.
# Expected: a system line has no author, as without the colon.
# Observed: everything before the colon is the author and the rest the message: a person called 'Ada changed the subject to "Workshop'.
# Consequence: nothing here counts people by the names in a chat; a code's own id says whose it is.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --prefix "$dir" --silent --no-audit --no-fund --ignore-scripts whatsapp-chat-parser@4.0.2
cat > "$dir/check.mjs" <<'END'
import assert from 'node:assert/strict';
import { parseString } from 'whatsapp-chat-parser';
const read = name => parseString(`28/11/26, 09:15 - Ada changed the subject to "${name}"`)[0];
const [plain, colon] = [read('Workshop'), read('Workshop: codes here')];
console.log(plain.author, '|', colon.author, '|', colon.message);
assert.equal(plain.author, null);
assert.equal(colon.author, 'Ada changed the subject to "Workshop');
assert.equal(colon.message, 'codes here"');
END
echo "whatsapp-chat-parser@4.0.2"
node "$dir/check.mjs"
