#!/bin/sh
# What: a page with a JSON record in `<script type="application/json">`, put through four HTML minifiers with what each does to be safe.
# Expected: white space may go; the record says the same, and an id in it is the same id.
# Observed: htmlnano's preset "safe" and html-minifier-next without options read the JSON and write it anew as JavaScript would: a whole number beyond 2^53 becomes
# another one, names that are digits move to the front, of a name that stands twice the first goes, and `\u003c` is `\u003C` or `<`. html-minifier-terser and
# minify-html leave the block alone.
# Consequence: ids here are texts, and moments in milliseconds are far below 2^53. A page whose record was written anew is still one, but not letter by letter.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" htmlnano@3.5.1 html-minifier-next@6.2.11 html-minifier-terser@7.2.0 >npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" minify-html==0.18.1 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: htmlnano@3.5.1 html-minifier-next@6.2.11 html-minifier-terser@7.2.0 minify-html==0.18.1'
echo "node $(node --version)"

cat >page.html <<'END'
<!doctype html><title>Report</title><p>Trust</p><script type="application/json" id="data">{"id":12345678901234567890,"b":1,"b":2,"2":"two","note":"3 \u003c 4"}</script>
END
cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { minify as next } from 'html-minifier-next';
import { minify as terser } from 'html-minifier-terser';
import htmlnano from 'htmlnano';
const page = readFileSync('page.html', 'utf8');
const block = (html) => />(\{.*\})</.exec(html)[1];
const options = { collapseWhitespace: true, removeComments: true, minifyJS: true };
const safe = { minifyCss: false, minifySvg: false };
const seen = {
  htmlnano: block((await htmlnano.process(page, safe, htmlnano.presets.safe)).html),
  'html-minifier-next': block(await next(page)),
  'html-minifier-terser': block(await terser(page, options)),
};
console.log(seen);
assert.equal(seen.htmlnano, '{"2":"two","id":12345678901234567000,"b":2,"note":"3 \\u003C 4"}');
assert.equal(seen['html-minifier-next'], '{"2":"two","id":12345678901234567000,"b":2,"note":"3 < 4"}');
assert.equal(seen['html-minifier-terser'], block(page));
END
node check.mjs
cat >check.py <<'END'
import minify_html

page = open("page.html").read()
block = page[page.index("{"):page.rindex("}") + 1]
print({"minify-html": block in minify_html.minify(page, minify_js=True, minify_css=True)})
assert block in minify_html.minify(page, minify_js=True, minify_css=True)
END
PYTHONPATH="$dir/py" python3 check.py
echo "as stated"
