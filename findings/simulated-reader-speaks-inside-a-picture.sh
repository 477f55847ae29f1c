#!/bin/sh
# What: an SVG with role="img" and a name, read by a simulated screen reader.
# Expected: the name alone; ARIA says that the children of an img are presentational.
# Observed: the name, then the text inside the picture, then "end of image".
# Consequence: a test with this simulator neither proves that a chart's numbers are read nor that they are hidden; the table behind each chart is what counts.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --prefix "$dir" --silent --no-audit --no-fund --ignore-scripts @guidepup/virtual-screen-reader@0.33.0 jsdom@29.1.1
cat > "$dir/check.mjs" <<'END'
import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';
const { window } = new JSDOM('<!doctype html><body><svg role="img" aria-label="Profile"><text>3.2</text></svg>', { pretendToBeVisual: true });
globalThis.window = window;
for (const name of ['document', 'Node', 'Element', 'HTMLElement', 'MutationObserver', 'SVGElement']) globalThis[name] = window[name];
const { virtual } = await import('@guidepup/virtual-screen-reader');
await virtual.start({ container: window.document.body });
while ((await virtual.lastSpokenPhrase()) !== 'end of document') await virtual.next();
const spoken = await virtual.spokenPhraseLog();
await virtual.stop();
console.log(spoken);
assert.deepEqual(spoken, ['document', 'image, Profile', '3.2', 'end of image, Profile', 'end of document']);
END
echo "@guidepup/virtual-screen-reader@0.33.0 jsdom@29.1.1"
node "$dir/check.mjs"
