#!/bin/sh
# What: resvg-js 2.6.2 on `rect{fill:red !important}` in a style sheet against `style="fill:blue"` on the element.
# Expected: red, as the cascade has it: an important rule beats a style attribute that is not.
# Observed: blue. The same rule does beat a fill attribute.
# Consequence: a picture that is turned into PNG outside a browser must not lean on `!important`; colours stand as attributes.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" @resvg/resvg-js@2.6.2 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: @resvg/resvg-js@2.6.2'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { Resvg } from '@resvg/resvg-js';
const pixel = (body) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4">${body}</svg>`;
  return [...new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels.slice(0, 4)].join(' ');
};

const rule = '<style>rect{fill:red !important}</style>';
const seen = [pixel(`${rule}<rect width="4" height="4" style="fill:blue"/>`), pixel(`${rule}<rect width="4" height="4" fill="blue"/>`)];
console.log(seen);
assert.deepEqual(seen, ['0 0 255 255', '255 0 0 255']);
END
node check.mjs
echo "as stated"
