#!/usr/bin/env bash
# The two tables of tests/fixtures/counts in Spark, with the types and the options that docs/many-rooms.md names.
# pyspark 3.5.6, any Java from 8 to 17
# Expected and seen: every cell is what Python's csv module reads, empty ones are null, the decimal comma stays text.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-warn-conflicts --target "$folder/packages" pyspark==3.5.6
export PYTHONPATH="$folder/packages"
cat >"$folder/check.py" <<'END'
import csv
import re
import sys
from pyspark.sql import SparkSession
root = sys.argv[1]
page = open(f"{root}/docs/many-rooms.md", encoding="utf-8").read()
types = re.search(r"```text\n(workshop STRING.*?)```", page, re.S).group(1).replace("\n", " ")
spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
for path, separator, schema in [("north.csv", ",", types), ("semicolons/*.csv", ";", types.replace("DOUBLE", "STRING"))]:
    reader = spark.read.schema(schema).option("header", True).option("quote", '"').option("escape", '"').option("multiLine", True).option("sep", separator)
    rows = reader.csv(f"{root}/tests/fixtures/counts/{path}")
    [name] = rows.inputFiles()
    with open(name.removeprefix("file://"), encoding="utf-8-sig", newline="") as file:
        expected = list(csv.DictReader(file, delimiter=separator))
    seen = [row.asDict() for row in rows.collect()]
    assert len(seen) == len(expected)
    for here, there in zip(seen, expected):
        assert here.keys() == there.keys()
        for column, text in there.items():
            value = here[column]
            same = value is None if text == "" else abs(value - float(text)) < 1e-9 if isinstance(value, float) else str(value) == text
            assert same, (column, text, value)
    print("spark", spark.version, path, len(seen), "rows as they stand")
spark.stop()
END
python3 "$folder/check.py" "$root"
