#!/bin/sh
# What: `⁨Sales⁩: 3` with its name between U+2068 and U+2069, put into full-text indexes and looked for as "Sales": SQLite 3.54.1 with FTS5 (apsw 3.54.1.0), MiniSearch 7.2.0, lunr 2.3.9, FlexSearch 0.8.212, tantivy 0.27.0 and Whoosh-Reloaded 2.7.5.
# Expected: found in all: characters without width are no part of a word.
# Observed: not found in FTS5 and MiniSearch, where the word is `⁨sales⁩`; found in the others. FTS5 finds it with the trigram tokenizer.
# Consequence: whoever keeps reports, above all Arabic ones, in such an index looks for names in the JSON or the CSV, which have no isolates.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" apsw==3.54.1.0 tantivy==0.27.0 Whoosh-Reloaded==2.7.5 >pip.log 2>&1 || { cat pip.log; exit 1; }
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" minisearch@7.2.0 lunr@2.3.9 flexsearch@0.8.212 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: apsw==3.54.1.0 tantivy==0.27.0 Whoosh-Reloaded==2.7.5 minisearch@7.2.0 lunr@2.3.9 flexsearch@0.8.212'
python3 --version
echo "node $(node --version)"

cat >check.py <<'END'
import apsw
import tantivy
from whoosh.analysis import StandardAnalyzer

text = "\u2068Sales\u2069: 3"

def sqlite(tokenizer):
    database = apsw.Connection(":memory:")
    database.execute(f"create virtual table words using fts5(text, tokenize='{tokenizer}')")
    database.execute("insert into words values (?)", (text,))
    return database.execute("select count(*) from words where words match 'Sales'").fetchone()[0] == 1

def rust():
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("text")
    index = tantivy.Index(fields.build())
    writer = index.writer(heap_size=15_000_000, num_threads=1)
    writer.add_document(tantivy.Document(text=[text]))
    writer.commit()
    index.reload()
    return index.searcher().search(index.parse_query("Sales", ["text"]), 10).count == 1

print("SQLite", apsw.sqlite_lib_version())
seen = {"unicode61": sqlite("unicode61"), "trigram": sqlite("trigram"), "tantivy": rust(), "whoosh": "sales" in [word.text for word in StandardAnalyzer()(text)]}
print(seen)
assert seen == {"unicode61": False, "trigram": True, "tantivy": True, "whoosh": True}
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import FlexSearch from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
const entry = { id: 1, text: '\u2068Sales\u2069: 3' };
const mini = new MiniSearch({ fields: ['text'] });
mini.add(entry);
const other = lunr(function () {
  this.ref('id');
  this.field('text');
  this.add(entry);
});
const flex = new FlexSearch.Index();
flex.add(1, entry.text);
const seen = { MiniSearch: mini.search('Sales').length === 1, lunr: other.search('Sales').length === 1, FlexSearch: flex.search('Sales').length === 1 };
console.log(seen);
assert.deepEqual(seen, { MiniSearch: false, lunr: true, FlexSearch: true });
END
node check.mjs
echo "as stated"
