#!/bin/sh
# What: an HTML table with `3-4`, `1/2`, `1,5` and `007` in its cells, as ranges, halves, middles and numbers are written, read by SheetJS 0.18.5 and pandas 3.1.1 without options.
# Expected: text, or the number that a reader with one locale makes of it.
# Observed: SheetJS makes `3-4` the fourth of March 2001 and `1/2` the second of January; pandas leaves these. Both make `1,5` the number 15, which pandas' own reader of CSV does not.
# Consequence: whoever takes a report's tables apart with a library asks for text (`raw: true`; `thousands=None, converters`); figures for reckoning are in the JSON and the CSV.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" xlsx@0.18.5 >npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" pandas==3.1.1 lxml==6.1.3 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: xlsx@0.18.5 pandas==3.1.1'
echo "node $(node --version)"

cat >page.html <<'END'
<table><tr><th>range</th><th>half</th><th>middle</th><th>number</th></tr><tr><td>3-4</td><td>1/2</td><td>1,5</td><td>007</td></tr></table>
END
cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import XLSX from 'xlsx';
const read = (options) => {
  const book = XLSX.read(readFileSync('page.html', 'utf8'), { type: 'string', ...options });
  const sheet = Object.values(book.Sheets)[0];
  return ['A2', 'B2', 'C2', 'D2'].map((cell) => sheet[cell].z?.includes('/') ? XLSX.SSF.format('yyyy-mm-dd', sheet[cell].v) : sheet[cell].v);
};
console.log({ SheetJS: read({}), raw: read({ raw: true }) });
assert.deepEqual(read({}), ['2001-03-04', '2001-01-02', 15, 7]);
assert.deepEqual(read({ raw: true }), ['3-4', '1/2', '1,5', '007']);
END
node check.mjs
cat >check.py <<'END'
import io

import pandas

page = pandas.read_html("page.html")[0].iloc[0].tolist()
text = pandas.read_html("page.html", thousands=None, converters={name: str for name in ("range", "half", "middle", "number")})[0].iloc[0].tolist()
table = pandas.read_csv(io.StringIO('range;half;middle;number\n3-4;1/2;1,5;007\n'), sep=";").iloc[0].tolist()
print({"read_html": page, "as text": text, "read_csv": table})
assert page == ["3-4", "1/2", 15, 7]
assert text == ["3-4", "1/2", "1,5", "007"]
assert table == ["3-4", "1/2", "1,5", 7]
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
