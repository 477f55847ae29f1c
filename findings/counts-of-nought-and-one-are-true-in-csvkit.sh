#!/bin/sh
# What: a table of counts in which every number is 0 or 1, as a small room has them, read by csvkit (agate) without options.
# Expected: whole numbers, which add up.
# Observed: the column is a boolean: csvjson writes false and true, and csvstat has no sum for it. One 2 in the column, and all of it is numbers again.
# Consequence: docs/many-rooms.md says to read counts with --no-inference, or to name the types.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$dir/lib" csvkit==2.2.0 agate==1.14.2
printf 'level,n\n1,0\n2,1\n3,1\n4,0\n5,1\n' > "$dir/small.csv"
printf 'level,n\n1,0\n2,1\n3,1\n4,0\n5,2\n' > "$dir/larger.csv"
export PYTHONPATH="$dir/lib"
json() { python3 -W ignore -c 'from csvkit.utilities.csvjson import launch_new_instance as run; run()' "$@"; }
stat() { python3 -W ignore -c 'from csvkit.utilities.csvstat import launch_new_instance as run; run()' "$@"; }
echo "csvkit==2.2.0 agate==1.14.2"
small=$(json "$dir/small.csv"); larger=$(json "$dir/larger.csv"); plain=$(json --no-inference "$dir/small.csv")
sum=$(stat --sum -c n "$dir/small.csv"); more=$(stat --sum -c n "$dir/larger.csv")
printf '%s\n%s\n%s\nsums: %s, %s\n' "$small" "$larger" "$plain" "$sum" "$more"
case $small in *'"n": false'*'"n": true'*) ;; *) exit 1 ;; esac
case $larger in *'"n": 0.0'*'"n": 2.0'*) ;; *) exit 1 ;; esac
case $plain in *'"n": "0"'*'"n": "1"'*) ;; *) exit 1 ;; esac
[ "$sum" = None ] && [ "$more" = 4 ]
