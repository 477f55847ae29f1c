#!/bin/sh
# What: one JSON Schema, `"pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"`, in Python's jsonschema 4.26.0 and in ajv 8.20.0, on a day with a line break behind it.
# Expected: both refuse it.
# Observed: jsonschema accepts it (in Python `$` also stands before a last line break), ajv refuses it.
# Consequence: our published schema means one thing more in Python; only `$(?!\n)` or a maxLength says the same in both.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" ajv@8.20.0 >npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m pip install -q --disable-pip-version-check --target "$dir/py" jsonschema==4.26.0 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: ajv@8.20.0 jsonschema==4.26.0'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import Ajv from 'ajv/dist/2020.js';
const schema = { type: 'string', pattern: '^([0-9]{4}-[0-9]{2}-[0-9]{2})?$' };
const accepts = new (Ajv.default ?? Ajv)().compile(schema);
console.log('ajv', accepts('2026-11-08'), accepts('2026-11-08\n'));
assert.deepEqual([accepts('2026-11-08'), accepts('2026-11-08\n')], [true, false]);
END
node check.mjs
python3 --version

cat >check.py <<'END'
import jsonschema

schema = {"type": "string", "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"}
validator = jsonschema.Draft202012Validator(schema)
seen = [validator.is_valid("2026-11-08"), validator.is_valid("2026-11-08\n")]
print("jsonschema", seen)
assert seen == [True, True]
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
