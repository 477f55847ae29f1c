#!/bin/sh
# What: `fill="rgb(255 0 0 / 50%)"`, `hsl(0deg 100% 50%)`, `oklch(...)` and `var(--x, red)` in resvg-js 2.6.2.
# Expected: the colour, or the element is left out, or an error.
# Observed: opaque black for all four, without a word; the eight-digit `#ff000080` and `rgb(255,0,0)` work.
# Consequence: exported pictures write colours as `#rrggbb`, or a pale band turns into a black one.
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

const seen = Object.fromEntries(['rgb(255 0 0 / 50%)', 'hsl(0deg 100% 50%)', 'oklch(60% .2 30)', 'var(--x, red)', '#ff000080', 'rgb(255,0,0)']
  .map((colour) => [colour, pixel(`<rect width="4" height="4" fill="${colour}"/>`)]));
console.log(seen);
const [red, half, ...rest] = Object.values(seen).reverse();
assert.equal(red, '255 0 0 255');
assert.equal(half, '128 0 0 128');
assert.ok(rest.every((colour) => colour === '0 0 0 255'));
END
node check.mjs
echo "as stated"
