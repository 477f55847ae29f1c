#!/bin/sh
# What: a paragraph with `dir="rtl"`, `lang="ar"` and a `<bdi>`, cleaned by nh3 0.3.8, sanitize-html 2.17.5, DOMPurify 3.5.0 and bleach 6.4.0 with nothing set.
# Expected: direction does no harm and stays, or everything about it goes.
# Observed: nh3 keeps `lang` and `<bdi>` and drops `dir`; sanitize-html keeps `<bdi>` alone; bleach keeps nothing, DOMPurify all. What stands between U+2068 and U+2069 stays in all four.
# Consequence: a report in Arabic that is pasted where pages are cleaned runs from left to right; names and figures keep together by the characters in the text, not by attributes.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" nh3==0.3.8 bleach==6.4.0 >pip.log 2>&1 || { cat pip.log; exit 1; }
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" sanitize-html@2.17.5 dompurify@3.5.0 jsdom@29.1.1 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: nh3==0.3.8 bleach==6.4.0 sanitize-html@2.17.5 dompurify@3.5.0 jsdom@29.1.1'
python3 --version
echo "node $(node --version)"

printf '<p dir="rtl" lang="ar">\342\201\250Ada\342\201\251: <bdi>Bo</bdi></p>' >page.html
cat >check.mjs <<'END'
import { readFileSync, writeFileSync } from 'node:fs';
import createDOMPurify from 'dompurify';
import { JSDOM } from 'jsdom';
import sanitizeHtml from 'sanitize-html';
const page = readFileSync('page.html', 'utf8');
writeFileSync('npm.json', JSON.stringify({ 'sanitize-html': sanitizeHtml(page), DOMPurify: createDOMPurify(new JSDOM('').window).sanitize(page) }));
END
node check.mjs
cat >check.py <<'END'
import json

import bleach
import nh3

page = open("page.html", encoding="utf-8").read()
cleaned = {"nh3": nh3.clean(page), "bleach": bleach.clean(page, strip=True), **json.load(open("npm.json"))}
seen = {}
for name, text in cleaned.items():
    seen[name] = [mark in text for mark in ('dir="rtl"', 'lang="ar"', "<bdi>", "\u2068Ada\u2069")]
    print(name, dict(zip(("dir", "lang", "bdi", "isolates"), seen[name])), ascii(text))
assert seen == {
    "nh3": [False, True, True, True],
    "bleach": [False, False, False, True],
    "sanitize-html": [False, False, True, True],
    "DOMPurify": [True, True, True, True],
}
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
