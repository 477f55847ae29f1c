#!/bin/sh
# What: the column of a CSV file that holds one workshop's title on every row, read by DuckDB without options.
# Expected: a title in quotes is text, whatever it says.
# Observed: the team "Infinity" becomes a date (the one without end), the title "No" becomes false and "10:30" a time of day; quotes make no difference.
# Consequence: the title column of the workshop's CSV holds one value only, so it is typed by it. docs/formats/export.md should say to read it as text.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$dir/lib" duckdb==2.0.1
cat > "$dir/check.py" <<'END'
import duckdb
def read(title):
    with open('room.csv', 'w', newline='') as file:
        file.write(f'title,n\r\n"{title}",3\r\n"{title}",4\r\n')
    return duckdb.sql("select typeof(title), title::varchar from 'room.csv'").fetchall()[0]
seen = {title: read(title) for title in ('Infinity', 'No', '10:30', 'Q4')}
print(seen)
assert seen == {'Infinity': ('DATE', 'infinity'), 'No': ('BOOLEAN', 'false'), '10:30': ('TIME', '10:30:00'), 'Q4': ('VARCHAR', 'Q4')}
END
echo "duckdb==2.0.1"
cd "$dir"
PYTHONPATH="$dir/lib" python3 -W ignore check.py
