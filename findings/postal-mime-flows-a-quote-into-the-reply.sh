#!/bin/sh
# What: a format=flowed mail in which a quoted line that ends with a space is followed by an unquoted one (postal-mime 4.0.0, mailparser 3.14.2).
# Expected: they stay two paragraphs: RFC 3676, 4.5 joins only lines of one quote depth.
# Observed: postal-mime joins them, so the reply stands in the quoted line; mailparser keeps them apart.
# Consequence: a line that begins with `>` can hold a new code; the reader must not skip quoted lines.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" postal-mime@4.0.0 mailparser@3.14.2 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: postal-mime@4.0.0 mailparser@3.14.2'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import PostalMime from 'postal-mime';
import { simpleParser } from 'mailparser';

const mail = ['From: ada@example.org', 'Subject: code', 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8; format=flowed', '',
  '> where is your ', 'oxya.aB3xY7', ''].join('\r\n');
const postal = (await PostalMime.parse(mail)).text.trim();
const parser = (await simpleParser(mail)).text.trim();
console.log({ postal, parser });
assert.equal(postal, '> where is your oxya.aB3xY7');
assert.equal(parser, '> where is your \noxya.aB3xY7');
END
node check.mjs
echo "as stated"
