#!/bin/sh
# What: linkify-it 6.1.0 and linkifyjs 4.4.0 on a link that somebody set in italics as chats do it, `_link_` and `*link*`.
# Expected: the link, without the marks.
# Observed: between underscores linkify-it sees no link at all; between asterisks it takes the last asterisk into the link. linkifyjs takes the last mark in both.
# Consequence: the reader has to cut a mark behind a code, and the text to copy must never put marks round a link.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" linkify-it@6.1.0 linkifyjs@4.4.0 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: linkify-it@6.1.0 linkifyjs@4.4.0'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { LinkifyIt } from 'linkify-it';
import { find } from 'linkifyjs';
const link = 'https://example.org/app/#/answer/oxya.aB3xY7';
const seen = ['_', '*'].map((mark) => {
  const text = `${mark}${link}${mark}`;
  return [(new LinkifyIt().match(text) ?? []).map((found) => found.url), find(text).map((found) => found.href)];
});
console.log(seen);
assert.deepEqual(seen, [[[], [`${link}_`]], [[`${link}*`], [`${link}*`]]]);
END
node check.mjs
echo "as stated"
