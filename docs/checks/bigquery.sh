#!/usr/bin/env bash
# The two tables of tests/fixtures/counts in BigQuery's terms: its own client sends the load job that docs/many-rooms.md names, with its types and options.
# google-cloud-bigquery 3.47.0; the service itself needs an account, so bqemulator 1.4.0 (DuckDB behind BigQuery's API) answers in its place
# Expected and seen: every cell is what Python's csv module reads, empty ones are null, the decimal comma stays text.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
bin=$folder/venv/bin
# Where DuckDB keeps its extension.
export HOME=$folder
"$bin/pip" install --quiet --disable-pip-version-check bqemulator==1.4.0 google-cloud-bigquery==3.47.0 \
  duckdb==1.5.5 duckdb-extensions==1.5.5 duckdb-extension-spatial==1.5.5 numpy==2.4.6
"$bin/python" -c 'import duckdb_extensions; duckdb_extensions.import_extension("spatial")'
free() { "$bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
port=$(free)
"$bin/bqemulator" start --rest-port "$port" --grpc-port "$(free)" --project rooms --log-level error >"$folder/log" 2>&1 &
server=$!
cat >"$folder/check.py" <<'END'
import csv
import re
import sys
import time
import urllib.request
from google.api_core.client_options import ClientOptions
from google.auth.credentials import AnonymousCredentials
from google.cloud import bigquery

root, port = sys.argv[1:]
address = f"http://127.0.0.1:{port}"
for attempt in range(120):
    try:
        urllib.request.urlopen(f"{address}/bigquery/v2/projects/rooms/datasets").read()
        break
    except OSError:
        time.sleep(0.5)
client = bigquery.Client(project="rooms", credentials=AnonymousCredentials(), client_options=ClientOptions(api_endpoint=address))
client.create_dataset("counts")
page = open(f"{root}/docs/many-rooms.md", encoding="utf-8").read()
types = [column.split() for column in re.search(r"```text\n(workshop STRING.*?)```", page, re.S).group(1).replace("\n", " ").split(",")]
names = {"INT": "INT64", "DOUBLE": "FLOAT64"}
for table, path, separator in [("north", "north.csv", ","), ("south", "semicolons/south.csv", ";")]:
    if separator == ";":
        names["DOUBLE"] = "STRING"
    job = bigquery.LoadJobConfig(
        source_format="CSV",
        skip_leading_rows=1,
        allow_quoted_newlines=True,
        field_delimiter=separator,
        schema=[bigquery.SchemaField(name, names.get(kind, kind)) for name, kind in types],
    )
    file = f"{root}/tests/fixtures/counts/{path}"
    with open(file, "rb") as source:
        client.load_table_from_file(source, f"rooms.counts.{table}", job_config=job).result()
    seen = [dict(row) for row in client.query(f"select * from counts.{table}").result()]
    with open(file, encoding="utf-8-sig", newline="") as source:
        expected = list(csv.DictReader(source, delimiter=separator))
    assert len(seen) == len(expected), (len(seen), len(expected))
    key = lambda row: [str(row[column]) for column in ("workshop", "round", "question", "part")]
    for here, there in zip(sorted(seen, key=key), sorted(expected, key=key)):
        assert list(here) == list(there)
        for column, text in there.items():
            value = here[column]
            same = value is None if text == "" else abs(value - float(text)) < 1e-9 if isinstance(value, float) else str(value) == text
            assert same, (column, text, value)
    print("google-cloud-bigquery", bigquery.__version__, path, len(seen), "rows as they stand")
END
"$bin/python" "$folder/check.py" "$root" "$port" || { cat "$folder/log" >&2; exit 1; }
