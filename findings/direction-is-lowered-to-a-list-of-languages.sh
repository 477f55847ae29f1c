#!/bin/sh
# What: what lightningcss 1.33.0 makes of `inset-inline-start` and `:dir(rtl)` for an older browser.
# Expected: something that looks at the direction, `[dir=rtl]` for instance.
# Observed: a list of `:lang()`; the attribute `dir` is not looked at.
# Consequence: a page that sets dir without lang, or an English page with dir=rtl in a test, is laid out left to right.
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

const inset = lower('a{inset-inline-start:0}');
const dir = lower('a:dir(rtl){color:red}');
console.log(inset);
console.log(dir);
assert.ok(inset.startsWith('a:not(:lang(ae),:lang(ar),'));
assert.ok(dir.startsWith('a:is(:lang(ae),:lang(ar),'));
for (const css of [inset, dir]) assert.ok(!css.includes('dir') && css.includes(':lang(he)'));
END
node check.mjs
echo "as stated"
