#!/bin/sh
# What: a line of SVG text in which a name stands between U+2068 and U+2069, drawn with one font (DejaVu Sans, npm dejavu-fonts-ttf 2.37.3) by CairoSVG 2.9.1 and resvg-js 2.6.2; and the same line with direction="rtl".
# Expected: an isolate has no width in either; a line from right to left begins at its x and goes to the left.
# Observed: resvg draws the line as wide as without the marks; CairoSVG draws each mark as a box, so that the line is wider. Neither looks at direction: the line goes to the right of x,
# with text-anchor="start" as with none.
# Consequence: a picture that is made for any program has its anchors written out, and no isolates round words that need none.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" @resvg/resvg-js@2.6.2 dejavu-fonts-ttf@2.37.3 >npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" cairosvg==2.9.1 pillow==13.0.0 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: @resvg/resvg-js@2.6.2 dejavu-fonts-ttf@2.37.3 cairosvg==2.9.1'
echo "node $(node --version)"

mkdir fonts
cp node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf fonts/
cat >fonts.conf <<END
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>$dir/fonts</dir><cachedir>$dir/cache</cachedir></fontconfig>
END
cat >make.mjs <<'END'
import { writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
const line = (name, marks) => `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60"><rect width="400" height="60" fill="#fff"/><text x="200" y="40" font-family="DejaVu Sans" font-size="20" ${marks}>${name}</text></svg>`;
const lines = {
  plain: line('3 שלום 5', ''), isolated: line('3 \u2068שלום\u2069 5', ''), 'right to left': line('שלום', 'direction="rtl" text-anchor="start"'), 'without a direction': line('שלום', ''),
};
const font = { fontFiles: ['fonts/DejaVuSans.ttf'], loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' };
const resvg = {};
for (const [name, text] of Object.entries(lines)) {
  const drawn = new Resvg(text, { font }).render();
  let [first, last] = [400, 0];
  for (let place = 0; place < drawn.pixels.length; place += 4) if (drawn.pixels[place] < 128) { const x = (place / 4) % 400; first = Math.min(first, x); last = Math.max(last, x); }
  resvg[name] = [first, last];
}
writeFileSync('lines.json', JSON.stringify({ lines, resvg }));
END
node make.mjs
cat >check.py <<'END'
import io
import json

import cairosvg
from PIL import Image

made = json.load(open("lines.json"))
seen = {"resvg": made["resvg"], "CairoSVG": {}}
for name, text in made["lines"].items():
    picture = Image.open(io.BytesIO(cairosvg.svg2png(bytestring=text.encode()))).convert("L").point(lambda value: 255 if value < 128 else 0)
    box = picture.getbbox()
    seen["CairoSVG"][name] = [box[0], box[2] - 1]
for program, spans in seen.items():
    print(program, spans)
    assert spans["right to left"] == spans["without a direction"] and spans["right to left"][0] >= 199
wide = {program: spans["isolated"][1] - spans["plain"][1] for program, spans in seen.items()}
print("wider by", wide)
assert abs(wide["resvg"]) <= 1 and wide["CairoSVG"] > 10
END
FONTCONFIG_FILE="$dir/fonts.conf" PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
