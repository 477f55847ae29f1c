#!/bin/sh
# What: an invite whose link is a variable of a Fluent message, read by an autolinker.
# Expected: the message is the sentence with the link in it, and the link is found.
# Observed: Fluent sets invisible isolates (U+2068, U+2069) around the value; linkify-it then finds no link, linkifyjs takes the closing one into it.
# Consequence: text that is copied into a chat is put together without isolates; the reader passes over characters without width.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --prefix "$dir" --silent --no-audit --no-fund --ignore-scripts @fluent/bundle@0.19.1 linkify-it@6.1.0 linkifyjs@4.4.0
cat > "$dir/check.mjs" <<'END'
import assert from 'node:assert/strict';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { LinkifyIt } from 'linkify-it';
import * as linkify from 'linkifyjs';
const link = 'https://example.org/app/#/join/oxyi.AUIB9';
const write = options => {
  const bundle = new FluentBundle('en', options);
  bundle.addResource(new FluentResource('invite = Open { $link }'));
  return bundle.formatPattern(bundle.getMessage('invite').value, { link });
};
const text = write({});
console.log(JSON.stringify(text).replace(/[^ -~]/g, c => `<U+${c.charCodeAt(0).toString(16)}>`));
const it = new LinkifyIt().match(text), js = linkify.find(text).map(found => found.href);
console.log('linkify-it', it, 'linkifyjs', js.map(encodeURI));
assert.equal(it, null);
assert.deepEqual(js, [`${link}\u2069`]);
assert.equal(new LinkifyIt().match(write({ useIsolating: false }))[0].url, link);
END
echo "@fluent/bundle@0.19.1 linkify-it@6.1.0 linkifyjs@4.4.0"
node "$dir/check.mjs"
