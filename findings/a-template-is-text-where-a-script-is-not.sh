#!/bin/sh
# What: a page with a record in `<script type="application/json">` and another in `<template>`, the two elements of HTML that a browser never shows, in eight converters and sanitisers.
# Expected: what a browser never shows is text in none of them, whichever of the two it is.
# Observed: Turndown prints the script, and the style sheet, and leaves out the template. pandoc, html-to-text, html2text, sanitize-html and lxml-html-clean leave
# out the script and print the template's text as a paragraph. nh3 leaves out both, and DOMPurify the script, while the template stays one.
# Consequence: a template is no quieter place for a report's data than a script; a page whose data is gone says so by a word that every one of them leaves.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" sanitize-html@2.17.5 dompurify@3.5.0 jsdom@26.1.0 html-to-text@10.0.1 turndown@7.2.5 >npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" pypandoc_binary==1.17 nh3==0.3.8 html2text==2025.4.15 lxml==6.1.3 lxml-html-clean==0.4.6 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: sanitize-html@2.17.5 dompurify@3.5.0 jsdom@26.1.0 html-to-text@10.0.1 turndown@7.2.5 pypandoc_binary==1.17 nh3==0.3.8 html2text==2025.4.15 lxml-html-clean==0.4.6'
echo "node $(node --version)"

cat >page.html <<'END'
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Report</title><style>p{margin:0}</style></head><body><h1>Trust</h1>
<script type="application/json">{"kept":"in a script"}</script>
<template>{"kept":"in a template"}</template>
<p>The middle is 3. oxymoron-report</p></body></html>
END
cat >check.mjs <<'END'
import { readFileSync, writeFileSync } from 'node:fs';
import createDOMPurify from 'dompurify';
import { convert } from 'html-to-text';
import { JSDOM } from 'jsdom';
import sanitize from 'sanitize-html';
import Turndown from 'turndown';
const page = readFileSync('page.html', 'utf8');
const purified = createDOMPurify(new JSDOM('').window).sanitize(page);
writeFileSync('npm.json', JSON.stringify({
  'sanitize-html': sanitize(page), 'html-to-text': convert(page), Turndown: new Turndown().turndown(page), DOMPurify: purified,
}));
END
node check.mjs
cat >check.py <<'END'
import json

import html2text
import lxml_html_clean
import nh3
import pypandoc

page = open("page.html").read()
made = json.load(open("npm.json"))
made["pandoc"] = pypandoc.convert_text(page, "plain", "html")
made["pandoc docx"] = [pypandoc.convert_text(page, "docx", "html", outputfile="page.docx"), pypandoc.convert_file("page.docx", "plain")][1]
made["html2text"] = html2text.html2text(page)
made["nh3"] = nh3.clean(page)
made["lxml-html-clean"] = lxml_html_clean.Cleaner().clean_html(page)
print("pandoc", pypandoc.get_pandoc_version())
seen = {}
for name, text in made.items():
    plain = " ".join(text.replace("“", '"').replace("”", '"').replace("&quot;", '"').split())
    template = "element" if "<template>" in plain else "text" if "in a template" in plain else "gone"
    seen[name] = ("text" if "in a script" in plain else "gone", template, "element" if "<style" in plain else "text" if "margin:0" in plain else "gone")
    print(f"{name:16} script {seen[name][0]:5} template {seen[name][1]:8} style {seen[name][2]}")
    assert "oxymoron-report" in plain
assert seen == {
    "sanitize-html": ("gone", "text", "gone"), "html-to-text": ("gone", "text", "gone"), "Turndown": ("text", "gone", "text"),
    "DOMPurify": ("gone", "element", "gone"), "pandoc": ("gone", "text", "gone"), "pandoc docx": ("gone", "text", "gone"),
    "html2text": ("gone", "text", "gone"), "nh3": ("gone", "gone", "gone"), "lxml-html-clean": ("gone", "text", "element"),
}
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
