#!/bin/sh
# What: browserslistToTargets with browsers that the compiler has no column for.
# Expected: an error, or the oldest of what it knows.
# Observed: Opera Mini, UC, QQ, KaiOS and Safari's preview vanish without a word; a list of only these is no target at all, so nothing is lowered.
# Consequence: a list of browsers is no proof that a sheet was made for them; what a phone can is checked with that phone.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --prefix "$dir" --silent --no-audit --no-fund --ignore-scripts lightningcss@1.33.0 browserslist@4.29.6
cat > "$dir/check.mjs" <<'END'
import assert from 'node:assert/strict';
import browserslist from 'browserslist';
import { browserslistToTargets, transform } from 'lightningcss';
const asked = browserslist('op_mini all, and_uc > 0, and_qq > 0, kaios > 0, safari TP');
const targets = browserslistToTargets(asked);
const code = Buffer.from('a{color:oklch(60% .2 30)}');
const css = transform({ filename: 'a.css', code, minify: true, targets }).code.toString();
console.log(asked, targets, css);
assert.ok(asked.length >= 5);
assert.deepEqual(targets, {});
assert.equal(css, 'a{color:oklch(60% .2 30)}');
END
echo "lightningcss@1.33.0 browserslist@4.29.6"
node "$dir/check.mjs"
