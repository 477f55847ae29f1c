#!/bin/sh
# What: an HTML table with a bar in a cell, `North | South` and 12, made Markdown by markdownify 1.2.3, markitdown 0.1.9, html2text 2025.4.15, turndown 7.2.5 with turndown-plugin-gfm 1.0.2 and with @joplin/turndown-plugin-gfm 1.0.68, and node-html-markdown 2.0.0; read again by marked 18.2.1.
# Expected: the bar becomes `\|`, as GitHub's tables ask, and 12 stays in the second column.
# Observed: only the last two do so. In the other four the cell is two and South stands where the number was; 12 is gone, since a third cell has no column.
# Consequence: figures of a report are in its JSON, and our own Markdown writes `\|`; what another program makes Markdown of a page is no table of counts.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" markdownify==1.2.3 markitdown==0.1.9 html2text==2025.4.15 >pip.log 2>&1 || { cat pip.log; exit 1; }
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" turndown@7.2.5 turndown-plugin-gfm@1.0.2 @joplin/turndown-plugin-gfm@1.0.68 node-html-markdown@2.0.0 marked@18.2.1 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: markdownify==1.2.3 markitdown==0.1.9 html2text==2025.4.15 turndown@7.2.5 turndown-plugin-gfm@1.0.2 @joplin/turndown-plugin-gfm@1.0.68 node-html-markdown@2.0.0 marked@18.2.1'
python3 --version
echo "node $(node --version)"

cat >page.html <<'END'
<!doctype html><html><head><meta charset="utf-8"><title>t</title></head><body><table><thead><tr><th>Room</th><th>Votes</th></tr></thead><tbody><tr><td>North | South</td><td>12</td></tr></tbody></table></body></html>
END
cat >make.py <<'END'
import json

import html2text
import markdownify
from markitdown import MarkItDown

page = open("page.html").read()
table = page[page.index("<table>") : page.index("</table>") + 8]
json.dump({"markdownify": markdownify.markdownify(table), "markitdown": MarkItDown().convert("page.html").text_content, "html2text": html2text.html2text(table)}, open("python.json", "w"))
END
PYTHONPATH="$dir/py" python3 -W ignore make.py
cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gfm as joplin } from '@joplin/turndown-plugin-gfm';
import { marked } from 'marked';
import { NodeHtmlMarkdown } from 'node-html-markdown';
import TurndownService from 'turndown';
import { gfm } from 'turndown-plugin-gfm';
const table = readFileSync('page.html', 'utf8').match(/<table>.*<\/table>/)[0];
const turned = (plugin) => new TurndownService().use(plugin).turndown(table);
const texts = { ...JSON.parse(readFileSync('python.json', 'utf8')), turndown: turned(gfm), joplin: turned(joplin), 'node-html-markdown': NodeHtmlMarkdown.translate(table) };
const seen = {};
for (const [name, text] of Object.entries(texts)) {
  const row = marked.lexer(text.trim()).find((block) => block.type === 'table')?.rows[0].map((cell) => cell.text.trim());
  console.log(name, row);
  seen[name] = row?.[1];
}
assert.deepEqual(seen, { markdownify: 'South', markitdown: 'South', html2text: 'South', turndown: 'South', joplin: '12', 'node-html-markdown': '12' });
END
node check.mjs
echo "as stated"
