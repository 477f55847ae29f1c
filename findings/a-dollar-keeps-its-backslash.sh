#!/bin/sh
# What: Markdown in which `\$`, `\~`, `\|` and `\_` mean the sign itself, made HTML by Python-Markdown 3.11.3 and markdown2 2.5.5 with tables, showdown 2.1.0 in its GitHub flavour, mistune 3.1.4 and marked 18.2.1.
# Expected: CommonMark has a backslash before any punctuation mean nothing but that sign, so none of them is seen.
# Observed: it stays before $ and ~ in Python-Markdown and markdown2, before $ in showdown, and before a bar outside of a table in markdown2. mistune and marked show none.
# As `&#36;` and `&#126;` they are read by all five.
# Consequence: the Markdown of a report has these two as entities, so an amount in a note stands alone in older programs too; a bar keeps its backslash, which tables need.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" markdown==3.11.3 markdown2==2.5.5 mistune==3.1.4 >pip.log 2>&1 || { cat pip.log; exit 1; }
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" showdown@2.1.0 marked@18.2.1 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: markdown==3.11.3 markdown2==2.5.5 mistune==3.1.4 showdown@2.1.0 marked@18.2.1'
python3 --version
echo "node $(node --version)"

cat >note.md <<'END'
A \$5, \~3, \| and \_.

B &#36;5, &#126;3.

| a | b |
| --- | --- |
| \| | \$5 |
END
cat >read.mjs <<'END'
import { readFileSync, writeFileSync } from 'node:fs';
import { marked } from 'marked';
import showdown from 'showdown';
const text = readFileSync('note.md', 'utf8');
const old = new showdown.Converter();
old.setFlavor('github');
writeFileSync('npm.json', JSON.stringify({ showdown: old.makeHtml(text), marked: marked(text) }));
END
node read.mjs
cat >check.py <<'END'
import html
import json
import re

import markdown
import markdown2
import mistune

text = open("note.md").read()
pages = {"Python-Markdown": markdown.markdown(text, extensions=["tables"]), "markdown2": markdown2.markdown(text, extras=["tables"]), "mistune": mistune.html(text), **json.load(open("npm.json"))}
seen = {}
for name, page in pages.items():
    words = re.sub(r"<[^>]*>|\s+", " ", page).split()
    seen[name] = sorted({word[1] for word in words if word.startswith("\\")})
    print(name, words, "backslash before", seen[name])
    assert "B $5, ~3." in re.sub(r"<[^>]*>", "", html.unescape(page)), page
assert seen == {"Python-Markdown": ["$", "~"], "markdown2": ["$", "|", "~"], "mistune": [], "showdown": ["$"], "marked": []}
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
