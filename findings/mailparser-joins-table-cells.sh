#!/bin/sh
# What: the text that mailparser 3.14.2 makes of a mail that is HTML only and has a table.
# Expected: something between two cells, as a browser puts a tab there when the table is copied.
# Observed: the cells of a row are joined with nothing between them.
# Consequence: a code in a table runs into the name beside it; a reader must know where a code ends by itself.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" mailparser@3.14.2 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: mailparser@3.14.2'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { simpleParser } from 'mailparser';
const mail = ['From: ada@example.org', 'Subject: codes', 'MIME-Version: 1.0', 'Content-Type: text/html; charset=utf-8', '',
  '<table><tr><td>oxya.aB3xY7</td><td>Ada</td></tr><tr><td>oxya.Zz91Qk</td><td>Ben</td></tr></table>', ''].join('\r\n');
const { text } = await simpleParser(mail);
console.log(JSON.stringify(text));
assert.ok(text.includes('oxya.aB3xY7Ada'));
assert.ok(text.includes('oxya.Zz91QkBen'));
END
node check.mjs
echo "as stated"
