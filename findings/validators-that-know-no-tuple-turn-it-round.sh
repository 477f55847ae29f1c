#!/bin/sh
# What: a JSON Schema of 2020-12 for a list of a text and a whole number (`prefixItems`, then `"items": false`), in jsonschema 4.26.0 (PyPI), ajv 8.20.0, fastjsonschema 2.22.3, jsonschema 1.5.0 (npm) and is-my-json-valid 2.20.6.
# Expected: each checks it, or says that it does not know this version of JSON Schema, which `$schema` names.
# Observed: fastjsonschema and npm's jsonschema refuse every such list, the right one too; is-my-json-valid lets wrong ones in. They leave `prefixItems` out and say nothing.
# Consequence: docs/formats/export.schema.json, which is full of such lists, is checked with ajv or Python's jsonschema, as docs/checks/schema.sh does.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" jsonschema==4.26.0 fastjsonschema==2.22.3 >pip.log 2>&1 || { cat pip.log; exit 1; }
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" ajv@8.20.0 jsonschema@1.5.0 is-my-json-valid@2.20.6 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: jsonschema==4.26.0 fastjsonschema==2.22.3 ajv@8.20.0 jsonschema@1.5.0 is-my-json-valid@2.20.6'
python3 --version
echo "node $(node --version)"

cat >schema.json <<'END'
{ "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "array", "prefixItems": [{ "type": "string" }, { "type": "integer" }], "items": false, "minItems": 2 }
END
echo '[["North", 1], ["North", "one"], ["North", 1, 2]]' >lists.json
cat >check.py <<'END'
import json

import fastjsonschema
import jsonschema

schema, lists = json.load(open("schema.json")), json.load(open("lists.json"))
check = fastjsonschema.compile(schema)

def taken(value):
    try:
        check(value)
        return True
    except fastjsonschema.JsonSchemaValueException:
        return False

seen = {"jsonschema": [jsonschema.Draft202012Validator(schema).is_valid(value) for value in lists], "fastjsonschema": [taken(value) for value in lists]}
print("PyPI", seen)
assert seen == {"jsonschema": [True, False, False], "fastjsonschema": [False, False, False]}
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
cat >check.cjs <<'END'
const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const Ajv = require('ajv/dist/2020');
const { Validator } = require('jsonschema');
const compile = require('is-my-json-valid');
const [schema, lists] = ['schema.json', 'lists.json'].map((name) => JSON.parse(readFileSync(name, 'utf8')));
const ajv = new Ajv().compile(schema), other = compile(schema);
const seen = {
  ajv: lists.map((value) => ajv(value)),
  jsonschema: lists.map((value) => new Validator().validate(value, schema).valid),
  'is-my-json-valid': lists.map((value) => other(value)),
};
console.log('npm', seen);
assert.deepEqual(seen, { ajv: [true, false, false], jsonschema: [false, false, false], 'is-my-json-valid': [true, true, true] });
END
node check.cjs
echo "as stated"
