#!/usr/bin/env bash
# docs/formats/export.schema.json on one file and on twelve that are wrong in one place, half of them by a line break at the end of a value.
# ajv 8.20.0 in strict mode (types, tuples, required) and Python's jsonschema 4.26.0
# A reader expects: both compile it without a complaint, both accept the file and both refuse each of the others.
# Seen: just that, since no pattern that ends in "$" stands without {"not": {"pattern": "\\n"}} beside it.
# So: whoever checks a file before they read it may use either.
set -eu
schema=$(cd "$(dirname "$0")/../.." && pwd)/docs/formats/export.schema.json
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$folder" ajv@8.20.0 >npm.log 2>&1 || { cat npm.log; exit 1; }
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-warn-conflicts --target "$folder/packages" jsonschema==4.26.0
cat >files.py <<'END'
import copy
import json
plan = {"chosen": ["A04 chance 2 3", 4], "experiment": ["Two\nlines", 5], "counted": ["", 0], "owner": ["Ada", 7], "learned": ["", 0],
        "start": ["2026-11-23", 7], "stop": ["", 8], "review": ["", 0], "status": ["planned", 0]}
body = {"instrument": 1, "started": 1, "changed": 2, "answered": [1], "depth": ["quick", 0], "know_do": [False, 0], "subject": ["Field\nsales", 1],
        "day": ["2026-11-23", 1], "previous": ["", 0], "answers": {"A01": ["3", 2], "A02": ["xNobody\n", 3], "K1k": ["", 3]}, "notes": {"A05": ["a\n", 2]}, "plan": plan}
record = {"schema": 3, "kind": "assessment", "id": "0123456789abcdef", "revision": 8, "body": body}
good = {"format": "oxymoron", "version": 1, "exported": 1, "instrument": 1, "records": [["oxymoron/1/assessment/0123456789abcdef", record],
        ["oxymoron/1/quarantine/x", "{damaged"], ["oxymoron/1/settings/device", {"schema": 1, "kind": "settings", "id": "device", "revision": 0, "body": {"theme": "dark"}}]]}


def wrong(change):
    file = copy.deepcopy(good)
    change(file, file["records"][0][1]["body"])
    return file


files = [good] + [wrong(change) for change in [
    lambda file, body: body.update(day=["2026-11-23\n", 1]),
    lambda file, body: body.update(day=["\n", 1]),
    lambda file, body: body["plan"].update(stop=["2026-12-01\n", 1]),
    lambda file, body: body["plan"].update(chosen=["A04 chance 2 3\n", 1]),
    lambda file, body: body["answers"].update({"A01\n": ["3", 1]}),
    lambda file, body: body["answers"].update(A01=["3\n", 1]),
    lambda file, body: body["notes"].update({"A05\n": ["", 1]}),
    lambda file, body: body["answers"].update(A01=["6", 1]),
    lambda file, body: body.update(depth=["deep", 1]),
    lambda file, body: body.pop("notes"),
    lambda file, body: file.update(version=2),
    lambda file, body: file["records"].append(["other/1/x", "{}"]),
]]
json.dump(files, open("files.json", "w"))
END
python3 files.py
cat >check.mjs <<'END'
import fs from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
const ajv = new (Ajv.default ?? Ajv)({ strict: true, strictTypes: true, strictTuples: true, strictRequired: true });
const accepts = ajv.compile(JSON.parse(fs.readFileSync(process.argv[2], 'utf8')));
console.log(JSON.parse(fs.readFileSync('files.json', 'utf8')).map((file) => accepts(file)).join(' '));
END
cat >check.py <<'END'
import json
import sys
import jsonschema
schema = json.load(open(sys.argv[1]))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
print(" ".join(str(validator.is_valid(file)).lower() for file in json.load(open("files.json"))))
END
expected="true false false false false false false false false false false false false"
ajv=$(node check.mjs "$schema")
python=$(PYTHONPATH="$folder/packages" python3 -W ignore check.py "$schema")
echo "ajv 8.20.0        $ajv"
echo "jsonschema 4.26.0 $python"
[ "$ajv" = "$expected" ] && [ "$python" = "$expected" ]
