#!/bin/sh
# What: what lightningcss 1.33.0 makes of `light-dark(#fff,#000)` for a browser without it, in a file that sets no color-scheme.
# Expected: the light colour, as a browser that knows the function shows it there.
# Observed: two var() side by side, each with its colour as the fallback; nothing sets them, so the value is `#fff #000` and the declaration falls away. `@supports (color:light-dark(red,red))` round it is left as it is.
# Consequence: the tokens and the rule that sets color-scheme have to be in one file when it is compiled.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" lightningcss@1.33.0 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: lightningcss@1.33.0'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { transform } from 'lightningcss';
const lower = (css) => transform({ filename: 'a.css', code: Buffer.from(css), minify: true, targets: { chrome: 100 << 16, safari: 14 << 16, firefox: 100 << 16 } }).code.toString();

const alone = lower('a{color:light-dark(#fff,#000)}');
const both = lower(':root{color-scheme:light dark}a{color:light-dark(#fff,#000)}');
const asked = lower('@supports (color:light-dark(red,red)){a{color:light-dark(#fff,#000)}}');
console.log([alone, both, asked].join('\n'));
assert.equal(alone, 'a{color:var(--lightningcss-light,#fff)var(--lightningcss-dark,#000)}');
assert.ok(both.includes('--lightningcss-light:initial'));
assert.ok(asked.startsWith('@supports (color:light-dark(red,red)){a{color:var('));
END
node check.mjs
echo "as stated"
