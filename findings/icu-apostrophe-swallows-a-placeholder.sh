#!/bin/sh
# What: French elision before a placeholder of an ICU message.
# Expected: "l'{area} d'{owner}" gives both values, as "It's {n}" does.
# Observed: an apostrophe right before a brace begins a quotation that lasts to the next apostrophe: one value stands there as its name, the other follows.
# Consequence: a second language written in ICU messages loses values without an error; this product's words use no quoting at all.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --prefix "$dir" --silent --no-audit --no-fund --ignore-scripts intl-messageformat@12.1.5
cat > "$dir/check.mjs" <<'END'
import assert from 'node:assert/strict';
import { IntlMessageFormat } from 'intl-messageformat';
const write = (text, values) => new IntlMessageFormat(text, 'fr').format(values);
const plain = write("It's {n}", { n: 1 }), elided = write("l'{area} d'{owner}", { area: 'audace', owner: 'Ada' });
console.log(plain, '|', elided);
assert.equal(plain, "It's 1");
assert.equal(elided, 'l{area} dAda');
assert.equal(write("l’{area} d’{owner}", { area: 'audace', owner: 'Ada' }), 'l’audace d’Ada');
END
echo "intl-messageformat@12.1.5"
node "$dir/check.mjs"
