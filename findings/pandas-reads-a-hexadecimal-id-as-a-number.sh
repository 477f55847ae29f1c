#!/usr/bin/env bash
# An id of sixteen hexadecimal digits that happens to have one "e" and else only decimal ones.
# pandas 2.3.3 and duckdb 1.4.1, both left to find the type of the column
# A reader expects: text, in both; the digits after leading zeros alone say so.
# Seen: DuckDB keeps the text; pandas makes 00000000000123e4 the number 1230000.0, so the id is gone and joins find nothing.
# So: one random id in some seven hundred is of this form; docs say to read the id columns as text (dtype=str).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-warn-conflicts --target "$folder/packages" pandas==2.3.3 numpy==2.3.3 duckdb==1.4.1
export PYTHONPATH="$folder/packages"
python3 - <<'END'
import io
import sys
import duckdb
import pandas
table = "workshop,question,n\n00000000000123e4,A01,12\n00000000000123e4,A02,11\n"
open("counts.csv", "w").write(table)
guessed = pandas.read_csv(io.StringIO(table)).workshop
said = pandas.read_csv(io.StringIO(table), dtype={"workshop": str}).workshop
kept = duckdb.sql("select workshop, typeof(workshop) from 'counts.csv' limit 1").fetchone()
print("pandas", pandas.__version__, guessed.dtype, guessed[0], "- with dtype=str:", said[0])
print("duckdb", duckdb.__version__, kept)
held = guessed.dtype == "float64" and guessed[0] == 1230000.0 and said[0] == "00000000000123e4" and kept == ("00000000000123e4", "VARCHAR")
sys.exit(0 if held else 1)
END
