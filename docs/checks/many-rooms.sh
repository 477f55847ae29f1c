#!/usr/bin/env bash
# Every query of docs/many-rooms.md, in its order, on the two tables of tests/fixtures/counts, one of columns version 2, and one of two rooms
# without a number.
# duckdb 1.4.1
# A reader expects: they run as they stand there, on tables with commas and with semicolons, of this version and of the one before.
# Seen: they do, and what they say is what adding up the counts by hand says.
# So: whoever has many rooms can copy them from the page.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-warn-conflicts --target "$folder/packages" duckdb==1.4.1
export PYTHONPATH="$folder/packages"
mkdir counts
cp -r "$root"/tests/fixtures/counts/* counts/
python3 - "$root/docs/many-rooms.md" <<'END'
import csv
import os
import re
import sys
import duckdb
os.chdir("counts")
# Version 2 had no column `workshop`.
rows = list(csv.reader(open("north.csv", encoding="utf-8-sig", newline="")))
with open("earlier.csv", "w", encoding="utf-8-sig", newline="") as file:
    csv.writer(file).writerows([row[1:] for row in rows])
# Rooms out of such tables have none in a table of many rooms either. Until November 2026 a 0 said that nobody had said how many to expect.
with open("combined.csv", "w", encoding="utf-8-sig", newline="") as file:
    table = csv.writer(file)
    table.writerow(rows[0])
    for title, headcount in (("East", "0"), ("West", "")):
        table.writerows(["", title, *row[2:5], headcount, *row[6:]] for row in rows[1:13])
queries = re.findall(r"```sql\n(.*?)```", open(sys.argv[1], encoding="utf-8").read(), re.S)
print("duckdb", duckdb.__version__, len(queries), "queries")
answers = []
for query in queries:
    answer = duckdb.sql(query)
    if answer is not None:
        answers.append(answer.fetchall())
        print(answer)
twice, areas, apart, changed = answers


def counts(name, separator):
    for row in csv.DictReader(open(name, encoding="utf-8-sig", newline=""), delimiter=separator):
        if row["round"] == "1" and row["question"] == row["part"] and row["n"]:
            yield row["part"], [int(row[f"c{level}"]) for level in range(1, 6)]


by_hand = {}
for name, separator in (("north.csv", ","), ("earlier.csv", ","), ("combined.csv", ","), ("semicolons/south.csv", ";")):
    for part, levels in counts(name, separator):
        rooms, sums = by_hand.get(part, (0, [0] * 5))
        by_hand[part] = (rooms + 1, [old + new for old, new in zip(sums, levels)])
expected = [(part, rooms, sum(sums), *sums, round(sum((i + 1) * c for i, c in enumerate(sums)) / sum(sums), 2))
            for part, (rooms, sums) in sorted(by_hand.items())]
held = twice == [] and [(row[0], *row[2:]) for row in areas] == expected and len(expected) == 12
held = held and all(row[5] == row[4] - row[3] for row in apart) and len(apart) == 5 and len(changed) == 2
ids = {row[0] for row in duckdb.sql("select distinct workshop from votes").fetchall()}
held = held and {"w0123456789abcdef", "w01230000000000e4"} <= ids and len(ids) == 5
unsaid = duckdb.sql("select distinct title from votes where headcount is null order by title").fetchall()
held = held and unsaid == [("East",), ("West",)]
print("as stated" if held else (expected, areas, ids))
sys.exit(0 if held else 1)
END
