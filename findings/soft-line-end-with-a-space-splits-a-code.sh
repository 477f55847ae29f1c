#!/bin/sh
# What: quoted-printable whose soft line end got a space on its way ("= " and CRLF). RFC 2045, 6.7 has readers delete such spaces.
# Expected: both read one line.
# Observed: mailparser joins it; postal-mime leaves "= ", a line break and the rest.
# Consequence: the reader of a pasted mail passes over "=" and white space inside a code, whichever library has read it before.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --prefix "$dir" --silent --no-audit --no-fund --ignore-scripts postal-mime@4.0.0 mailparser@3.14.2
cat > "$dir/check.mjs" <<'END'
import assert from 'node:assert/strict';
import PostalMime from 'postal-mime';
import { simpleParser } from 'mailparser';
const code = 'oxya.AUIBI0VnAaGUtMnFk5SJeGhfXqQom9HCFFvBoS0XaqKdgcFGUR4MC8nrEpXjwAPps3AImfSFpuxzU16OW1nNaZwvyEDm9zNz';
const mail = (head, body) => ['From: Ada <ada@example.org>', 'Subject: x', 'MIME-Version: 1.0', ...head, '', ...body].join('\r\n');

const source = mail(['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'], [`${code.slice(0, 70)}= `, code.slice(70)]);
const postal = (await PostalMime.parse(source)).text, node = (await simpleParser(source)).text;
console.log(JSON.stringify(postal), JSON.stringify(node));
assert.ok(node.includes(code));
assert.ok(!postal.includes(code) && /= *\r?\n/.test(postal));
END
echo "postal-mime@4.0.0 mailparser@3.14.2"
node "$dir/check.mjs"
