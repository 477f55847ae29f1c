#!/bin/sh
# What: a list of two in Spanish where the second begins with the sound i, and one with "or" before 8 (Node 20, Babel 2.19.0).
# Expected: the same: both carry CLDR.
# Observed: Node writes "Ana e Inés" and "7 u 8", as Spanish does; Babel writes "Ana y Inés" and "7 o 8". The change of the word is in ICU's code, not in the data.
# Consequence: whoever writes lists from CLDR data alone has to add this rule; a list is checked with such names.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --target "$dir/py" babel==2.19.0 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: babel==2.19.0'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
const seen = [new Intl.ListFormat('es').format(['Ana', 'In\u00e9s']), new Intl.ListFormat('es', { type: 'disjunction' }).format(['7', '8'])];
console.log(seen, 'ICU', process.versions.icu);
assert.deepEqual(seen, ['Ana e In\u00e9s', '7 u 8']);
END
node check.mjs
python3 --version

cat >check.py <<'END'
from babel.lists import format_list

seen = [format_list(["Ana", "In\u00e9s"], locale="es"), format_list(["7", "8"], style="or", locale="es")]
print(seen)
assert seen == ["Ana y In\u00e9s", "7 o 8"]
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
