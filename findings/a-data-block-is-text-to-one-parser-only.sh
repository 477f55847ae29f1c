#!/bin/sh
# What: the text that BeautifulSoup 4.15.0 makes of a report with its data in `<script type="application/json">`, with each of its three parsers (html.parser of Python, lxml 6.1.3, html5lib 1.1).
# Expected: the same call on the same page gives the same words: the data is text in all, or in none.
# Observed: html.parser and lxml leave out the data and the style sheet; with html5lib, which reads as a browser does, both stand among the sentences.
# Consequence: a report saved as text may or may not have the record in it, so neither its words nor a `{` tell what the text came from; the plain word in the footer does.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" beautifulsoup4==4.15.0 lxml==6.1.3 html5lib==1.1 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: beautifulsoup4==4.15.0 lxml==6.1.3 html5lib==1.1'
python3 --version

cat >check.py <<'END'
from bs4 import BeautifulSoup

page = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Report</title><style>p{margin:0}</style></head><body>
<h1>Trust</h1><script type="application/json" id="data">{"format":"example","level":3}</script><p>The middle is 3.</p></body></html>"""
seen = {}
for parser in ("html.parser", "lxml", "html5lib"):
    soup = BeautifulSoup(page, parser)
    assert soup.find("script").string == '{"format":"example","level":3}'
    seen[parser] = soup.get_text("|", strip=True)
    print(parser, repr(seen[parser]))
assert seen["html.parser"] == seen["lxml"] == "Report|Trust|The middle is 3."
assert seen["html5lib"] == 'Report|p{margin:0}|Trust|{"format":"example","level":3}|The middle is 3.'
END
PYTHONPATH="$dir/py" python3 check.py
echo "as stated"
