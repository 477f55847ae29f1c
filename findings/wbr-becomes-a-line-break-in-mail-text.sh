#!/bin/sh
# What: the text that is made of an HTML mail in which a mail program put <wbr> into a long code.
# Expected: <wbr> only allows a break, so the text has the code whole.
# Observed: html-to-text wraps at 80 columns by default and takes <wbr> as a place to do it, with a line break; without <wbr> the same long
#   code stays whole, as it does with wordwrap off. mailparser, which is built on it, gives the broken one.
# Consequence: a mail saved as text may have a code in two lines without any mark; white space inside a code is passed over.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --prefix "$dir" --silent --prefer-offline --no-audit --no-fund --ignore-scripts mailparser@3.14.2 html-to-text@10.0.1
cat > "$dir/check.mjs" <<'END'
import assert from 'node:assert/strict';
import { convert } from 'html-to-text';
import { simpleParser } from 'mailparser';
const code = 'oxya.AUIBI0VnAaGUtMnFk5SJeGhfXqQom9HCFFvBoS0XaqKdgcFGUR4MC8nrEpXjwAPps3AImfSFpuxzU16OW1nNaZwvyEDm9zNz';
const mail = (head, body) => ['From: Ada <ada@example.org>', 'Subject: x', 'MIME-Version: 1.0', ...head, '', ...body].join('\r\n');

const html = `<p>${code.slice(0, 50)}<wbr>${code.slice(50)}</p>`;
const made = (await simpleParser(mail(['Content-Type: text/html; charset=utf-8'], [html]))).text;
const broken = `${code.slice(0, 50)}\n${code.slice(50)}`;
console.log(JSON.stringify(made), JSON.stringify(convert(html, { wordwrap: false })));
assert.equal(made.trim(), broken);
assert.equal(convert(html), broken);
assert.equal(convert(html, { wordwrap: false }), code);
assert.equal(convert(`<p>${code}</p>`), code);
END
echo "mailparser@3.14.2 html-to-text@10.0.1"
node "$dir/check.mjs"
