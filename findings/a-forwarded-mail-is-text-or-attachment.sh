#!/bin/sh
# What: a mail with another one in it as message/rfc822 without a disposition (postal-mime 4.0.0, mailparser 3.14.2).
# Expected: both treat it alike.
# Observed: postal-mime puts the inner text with a small head into the text of the outer mail and lists no attachment; mailparser leaves the text alone and hands out a nameless attachment.
# Consequence: a code in a forwarded mail is in the text with one tool and nowhere to be seen with the other; a reader of mail files has to look into inner mails itself.
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

const mail = ['From: ada@example.org', 'Subject: outer', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', '',
  '--b', 'Content-Type: text/plain', '', 'see below', '--b', 'Content-Type: message/rfc822', '',
  'From: ben@example.org', 'Subject: inner', '', 'oxya.aB3xY7', '--b--', ''].join('\r\n');
const postal = await PostalMime.parse(mail);
const parser = await simpleParser(mail);
console.log({ postal: [postal.text, postal.attachments.length], parser: [parser.text, parser.attachments.length] });
assert.ok(postal.text.includes('oxya.aB3xY7'));
assert.equal(postal.attachments.length, 0);
assert.ok(!parser.text.includes('oxya.'));
assert.deepEqual(parser.attachments.map((part) => [part.contentType, part.filename ?? null]), [['message/rfc822', null]]);
END
node check.mjs
echo "as stated"
