#!/bin/sh
# What: a page with a record in `<script type="application/json">`, a style sheet and a link written out, hyphenated by hyphen 1.14.1 (npm) with its function for HTML, for print.
# Expected: soft hyphens go into sentences. Tags and attributes are left alone, so script, style and addresses are too.
# Observed: tags and attributes are; all that stands between two tags is hyphenated, so invisible U+00AD are in the record's texts, in the name of a class in the style sheet, which then
# fits nothing, in `<pre>`, and in the written link and its code.
# Consequence: a page that was made finer for print is no save file of the same words; U+00AD inside a code is passed over where a code is read.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" hyphen@1.14.1 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: hyphen@1.14.1'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import english from 'hyphen/en/index.js';
const page = '<style>.answer{margin:0}</style><p class="answer" title="answer">An answer: <a href="https://example.org/#/answer/oxyaB3international7">https://example.org/#/answer/oxyaB3international7</a></p>'
  + '<pre>answer</pre><script type="application/json">{"note":"international"}</script>';
const seen = english.hyphenateHTMLSync(page).replaceAll('\u00ad', '|');
console.log(seen);
for (const part of ['<style>.an|swer{', '<p class="answer" title="answer">An an|swer:', 'href="https://example.org/#/answer/oxyaB3international7">', '<pre>an|swer</pre>', '{"note":"in|ter|na|tion|al"}'])
  assert.ok(seen.includes(part), part);
const text = />(https:[^<]*)</.exec(seen)[1];
assert.ok(/oxyaB3.*\|.*7$/.test(text) && text.replaceAll('|', '') === 'https://example.org/#/answer/oxyaB3international7');
END
node check.mjs
echo "as stated"
