#!/bin/sh
# What: the dialect that Python 3.11's csv.Sniffer and clevercsv 0.8.5 find in a table with commas whose last column is quoted text, with CRLF as RFC 4180 has it and with LF.
# Expected: a comma, however lines end.
# Observed: with LF csv.Sniffer finds the comma; with CRLF the letter s, so that rows fall apart inside of words: it looks for a quote before a bare LF only, and then counts signs. clevercsv finds the comma in both.
# Consequence: tables end their lines with CRLF and their last column may be a text. A reader is told the separator; it stands in the first line as the first sign that is no letter.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" clevercsv==0.8.5 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: clevercsv==0.8.5'
python3 --version

cat >check.py <<'END'
import csv
import re

import clevercsv

lines = ["question,level,text", *(f'A{place:02},{place % 5 + 1},"Who decides, and when?"' for place in range(30)), ""]
seen = {}
for name, end in (("LF", "\n"), ("CRLF", "\r\n")):
    table = end.join(lines)
    dialect = csv.Sniffer().sniff(table)
    seen[name] = (dialect.delimiter, clevercsv.Sniffer().sniff(table).delimiter)
    print(name, {"csv.Sniffer": seen[name][0], "clevercsv": seen[name][1]}, next(row for row in csv.reader(table.splitlines(True)[1:], dialect)))
    assert re.search(r"\W", table).group() == ","
    assert next(csv.reader(table.splitlines(True)[1:])) == ["A00", "1", "Who decides, and when?"]
assert seen == {"LF": (",", ","), "CRLF": ("s", ",")}
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
