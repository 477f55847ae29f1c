#!/usr/bin/env bash
# docs/formats/export.schema.json on one file and on twenty-one that are wrong in one place, half of them by a line break at the end of a value.
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
room = {"title": "North", "day": "2026-11-23", "workshop": "0123456789abcdef", "instrument": 1, "language": "en", "people": 12, "headcount": 14,
        "minimum": 5, "changed": [1], "votes": {"A01": [1, 0, 4, 5, 2, 0, 0], "A03": []}, "again": [[2, "A01", [0, 0, 2, 8, 2, 0, 0]]], "hands": {"A04": 7},
        "plan": [], "before": []}
roll_up = {"title": "Autumn", "created": 1, "changed": 1, "rooms": [room]}
ticket = {"invite": "oxyi.AQID", "response": "0102030405060708", "role": 3, "assessment": "fedcba9876543210", "ending": "kept", "serial": 5,
          "codes": [[1, "oxya.AQID", 40, 4]], "again": [[3, "A04", "4", 6]]}
ballot = {"responses": ["AAAAAAAAAAIBAAAAAAA"], "taken_out": {"00000000000000aa": 2}, "hands": {"A12": [1, 0, 2, 3, 0, 4, 5]}}
topic = {"area": "A04", "second": "held", "round": 2, "ballot": ballot, "agreed": 4, "dissent": "", "note": "", "left": [120]}
workshop = {"instrument": 1, "created": 1, "changed": 2, "secret": "Bwc" * 14 + "B", "title": "North", "depth": "quick", "know_do": False,
            "roles": ["Seller"], "minimum": 5, "headcount": 12, "agenda": 60, "language": "en", "stage": "discuss", "turn": 0, "revealed": [1],
            "timer": [-5, 1], "sound": True, "first": ballot, "topics": [topic], "hands_each": "one", "energy": {"A04": 7}, "hypothesis": "", "plan": plan,
            "address": "", "notes": "", "left": {"vote": 60}, "cover": ["break", True, 1], "minimum_before": [], "modes": ["hands"], "promise": [],
            "rehearsal": [14, 77]}
for kind, schema, body in (("roll-up", 1, roll_up), ("ticket", 2, ticket), ("table", 1, {"cells": "semicolon"}), ("workshop", 5, workshop)):
    id = "device" if kind == "table" else "000000000000000a"
    good["records"].append([f"oxymoron/1/{kind}/{id}", {"schema": schema, "kind": kind, "id": id, "revision": 3, "body": body}])


def bodies(file):
    return [record[1]["body"] if isinstance(record[1], dict) else None for record in file["records"]]


def rooms(file):
    return bodies(file)[3]["rooms"]


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
    lambda file, body: rooms(file)[0].update(day="2026-11-23\n"),
    lambda file, body: rooms(file)[0]["votes"].update(A01=[1, 2, 3]),
    lambda file, body: rooms(file)[0].update(workshop="x0123456789abcde"),
    lambda file, body: bodies(file)[4].update(assessment="fedcba9876543210\n"),
    lambda file, body: bodies(file)[4]["codes"][0].pop(),
    lambda file, body: bodies(file)[5].update(cells="tab"),
    lambda file, body: bodies(file)[6].update(secret=workshop["secret"] + "\n"),
    lambda file, body: bodies(file)[6]["first"]["responses"].append("AAAA\n"),
    lambda file, body: bodies(file)[6].update(timer=[1, 2, 3]),
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
expected="true$(printf " false%.0s" {1..21})"
ajv=$(node check.mjs "$schema")
python=$(PYTHONPATH="$folder/packages" python3 -W ignore check.py "$schema")
echo "ajv 8.20.0        $ajv"
echo "jsonschema 4.26.0 $python"
[ "$ajv" = "$expected" ] && [ "$python" = "$expected" ]
