#!/bin/sh
# What: a long link drawn by segno 1.6.6 as one picture in three QR codes (Structured Append of ISO/IEC 18004), each part read by jsQR 1.4.0 and zxing-cpp 3.1.1.
# Expected: the whole once all parts are there, or an error that says it is a part.
# Observed: zxing-cpp gives each part as a text like any other, so that the first is a link with a code that ends too early. jsQR, which takes the mode for another, gives an
# empty text, nothing, and in the third part a line of capital letters and signs that nobody wrote.
# Consequence: an answer goes into one code or into none; what a picture gives is text like any other, and its code has to prove by its own check that it is whole.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" jsqr@1.4.0 >npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" segno==1.6.6 zxing-cpp==3.1.1 numpy==2.4.6 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: jsqr@1.4.0 segno==1.6.6 zxing-cpp==3.1.1'
echo "node $(node --version)"

cat >make.py <<'END'
import json

import numpy
import segno
import zxingcpp

link = "https://example.org/oxymoron/#/answer/oxya" + "aB3xY7Zz9Q" * 12
parts = segno.make_sequence(link, symbol_count=3, error="m")
grids = [[[int(dark) for dark in row] for row in part.matrix_iter(scale=4, border=4)] for part in parts]
json.dump(grids, open("parts.json", "w"))
read = [[code.text for code in zxingcpp.read_barcodes(numpy.array([[0 if dark else 255 for dark in row] for row in grid], dtype=numpy.uint8))] for grid in grids]
print("zxing-cpp", read)
assert [len(texts) for texts in read] == [1, 1, 1] and "".join(texts[0] for texts in read) == link
assert read[0][0].startswith("https://example.org/oxymoron/#/answer/oxya") and read[0][0] != link
END
PYTHONPATH="$dir/py" python3 make.py
cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import jsqr from 'jsqr';
const read = JSON.parse(readFileSync('parts.json', 'utf8')).map((grid) => {
  const pixels = new Uint8ClampedArray(grid.flatMap((row) => row.flatMap((dark) => [dark ? 0 : 255, dark ? 0 : 255, dark ? 0 : 255, 255])));
  return (jsqr.default ?? jsqr)(pixels, grid.length, grid.length)?.data ?? null;
});
console.log('jsQR', read);
assert.equal(read[0], '');
assert.equal(read[1], null);
assert.ok(/^[0-9A-Z $%*+\-./:]{20,}$/.test(read[2]));
END
node check.mjs
echo "as stated"
