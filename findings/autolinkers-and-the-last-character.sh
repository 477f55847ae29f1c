#!/bin/sh
# What: a link whose fragment ends with a code of 110 letters and digits, and the same with `_` or `-` behind it, as eight autolinkers cut it out of a sentence.
# Expected: each takes the same characters.
# Observed: all eight take the alphanumeric one whole. `-` at the end is kept by all but ural. `_` at the end is left out by GFM (remark, marked) and ural, kept by the others.
# Consequence: a code must not end in `_` or `-`; one of letters and digits arrives whole.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" linkify-it@6.1.0 linkifyjs@4.4.0 autolinker@4.1.5 anchorme@3.0.8 remark@15.0.1 remark-gfm@4.0.1 remark-html@16.0.1 marked@18.2.1 >npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m pip install -q --disable-pip-version-check --target "$dir/py" bleach==6.4.0 ural==1.6.2 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: linkify-it@6.1.0 linkifyjs@4.4.0 autolinker@4.1.5 anchorme@3.0.8 remark@15.0.1 remark-gfm@4.0.1 remark-html@16.0.1 marked@18.2.1 bleach==6.4.0 ural==1.6.2'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { LinkifyIt } from 'linkify-it';
import * as linkifyjs from 'linkifyjs';
import autolinker from 'autolinker';
import anchorme from 'anchorme';
import { remark } from 'remark';
import gfm from 'remark-gfm';
import html from 'remark-html';
import { marked } from 'marked';
const letters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
const code = Array.from({ length: 110 }, (_, i) => letters[(i * 37 + 11) % 62]).join('');
const link = `https://example.org/app/#/answer/oxya.${code}`;
const hrefs = (page) => [...page.matchAll(/href="([^"]*)"/g)].map((found) => found[1]);
const tools = {
  'linkify-it': (text) => new LinkifyIt().match(text).map((found) => found.url),
  linkifyjs: (text) => linkifyjs.find(text).map((found) => found.href),
  autolinker: (text) => hrefs((autolinker.link ?? autolinker.default.link)(text)),
  anchorme: (text) => (anchorme.default ?? anchorme).list(text).map((found) => found.string),
  'remark-gfm': (text) => hrefs(String(remark().use(gfm).use(html).processSync(text))),
  marked: (text) => hrefs(marked.parse(text)),
};
const seen = {};
for (const [name, cut] of Object.entries(tools)) {
  seen[name] = ['', '_', '-'].map((end) => {
    const sent = link + end;
    const frames = [sent, `Here: ${sent} thanks`, `Here: ${sent}.`, `(${sent})`, `${sent}\n\nnext`];
    const whole = frames.map((text) => JSON.stringify(cut(text)) === JSON.stringify([sent]));
    assert.equal(new Set(whole).size, 1, `${name}: the frame makes a difference`);
    return whole[0] ? 'whole' : 'cut';
  });
  console.log(name.padEnd(12), 'bare, _, -:', seen[name].join(', '));
}
assert.deepEqual(seen, {
  'linkify-it': ['whole', 'whole', 'whole'],
  linkifyjs: ['whole', 'whole', 'whole'],
  autolinker: ['whole', 'whole', 'whole'],
  anchorme: ['whole', 'whole', 'whole'],
  'remark-gfm': ['whole', 'cut', 'whole'],
  marked: ['whole', 'cut', 'whole'],
});
END
node check.mjs
python3 --version

cat >check.py <<'END'
import re
import bleach
import ural

letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
link = "https://example.org/app/#/answer/oxya." + "".join(letters[(i * 37 + 11) % 62] for i in range(110))
tools = {
    "bleach": lambda text: re.findall('href="([^"]*)"', bleach.linkify(text)),
    "ural": lambda text: list(ural.urls_from_text(text)),
}
seen = {}
for name, cut in tools.items():
    seen[name] = ["whole" if cut(f"Here: {link}{end} thanks") == [link + end] else "cut" for end in ("", "_", "-")]
    print(name, "bare, _, -:", seen[name])
assert seen == {"bleach": ["whole", "whole", "whole"], "ural": ["whole", "cut", "cut"]}, seen
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
