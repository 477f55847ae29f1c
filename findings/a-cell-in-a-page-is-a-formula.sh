#!/bin/sh
# What: an HTML table with cells such as `=1+1`, opened by LibreOffice Calc 7.4.7 and Gnumeric 1.12.55 (Debian's libreoffice-calc and gnumeric, headless), and read by SheetJS 0.18.5 and pandas 3.1.1.
# Expected: a cell of a page is text as it stands; a formula would be marked as one, and guarding is a matter of CSV.
# Observed: both programs work `=1+1` out, also in a heading's cell, behind a space and inside of a paragraph; Gnumeric `+1+1` and `-1+1` too. An apostrophe before it keeps it text in both, and is shown in
# LibreOffice and swallowed by Gnumeric. An invisible U+2068 before it keeps it text in both. SheetJS and pandas read text.
# Consequence: a report that is opened as a spreadsheet is where a CSV is. What a person wrote, as a room's name in the report of many rooms, begins a table's cell only behind something else, such as U+2068.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

command -v soffice >/dev/null || { echo "needs LibreOffice: apt-get install --no-install-recommends libreoffice-calc"; exit 1; }
command -v ssconvert >/dev/null || { echo "needs Gnumeric: apt-get install --no-install-recommends gnumeric"; exit 1; }
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" xlsx@0.18.5 >npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" pandas==3.1.1 lxml==6.1.3 >pip.log 2>&1 || { cat pip.log; exit 1; }
soffice --version
ssconvert --version 2>&1 | head -1
echo 'versions: xlsx@0.18.5 pandas==3.1.1'

cat >make.py <<'END'
cells = ["=1+1", " =1+1", "<p>=1+1</p>", "'=1+1", "\u2068=1+1\u2069", "+1+1", "-1+1"]
rows = "<tr><th>0</th><th>=1+1</th></tr>" + "".join(f"<tr><td>{place}</td><td>{cell}</td></tr>" for place, cell in enumerate(cells, 1))
open("page.html", "w").write(f'<!doctype html><html><head><meta charset="utf-8"><title>t</title></head><body><table>{rows}</table></body></html>')
END
python3 make.py
soffice -env:UserInstallation="file://$dir/profile" --headless --infilter='HTML (StarCalc)' --convert-to 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false' --outdir office page.html >office.log 2>&1
ssconvert -T Gnumeric_stf:stf_csv page.html gnumeric.csv >gnumeric.log 2>&1
cat >check.mjs <<'END'
import { readFileSync, writeFileSync } from 'node:fs';
import XLSX from 'xlsx';
const book = XLSX.read(readFileSync('page.html', 'utf8'), { type: 'string' });
const sheet = Object.values(book.Sheets)[0];
writeFileSync('sheetjs.json', JSON.stringify([1, 2, 3, 4, 5, 6, 7, 8].map((row) => [sheet[`B${row}`].f === undefined, sheet[`B${row}`].v])));
END
node check.mjs
cat >check.py <<'END'
import csv
import json

import pandas

sheetjs = json.load(open("sheetjs.json"))
seen = {
    "LibreOffice": [row[1] for row in csv.reader(open("office/page.csv", encoding="utf-8"), delimiter="\t")],
    "Gnumeric": [row[1] for row in csv.reader(open("gnumeric.csv", encoding="utf-8"))],
    "SheetJS": [text for plain, text in sheetjs],
    "pandas": (lambda table: [table.columns[1], *table.iloc[:, 1]])(pandas.read_html("page.html")[0]),
}
for name, cells in seen.items():
    print(name, cells)
assert all(plain for plain, text in sheetjs)
assert seen["LibreOffice"] == ["2", "2", "2", "2", "'=1+1", "\u2068=1+1\u2069", "+1+1", "-1+1"]
assert seen["Gnumeric"] == ["2", "2", "2", "2", "=1+1", "\u2068=1+1\u2069", "2", "0"]
assert seen["SheetJS"] == seen["pandas"] == ["=1+1", "=1+1", "=1+1", "=1+1", "'=1+1", "\u2068=1+1\u2069", "+1+1", "-1+1"]
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
