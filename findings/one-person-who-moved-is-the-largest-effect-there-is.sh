#!/bin/sh
# What: the size of the change between two votes of forty people, of whom one moved up by one level, as pingouin 0.7.0 gives it beside Wilcoxon's test: RBC, the matched-pairs rank-biserial correlation.
# Expected: next to nothing on its scale from -1 to 1, since 39 of 40 said the same again.
# Observed: 1, the largest there is, the same as when all forty move up: who did not move is left out before anything is counted. Cliff's delta of the same votes is 0.013 and 0.75.
# Consequence: how far a room has moved is said of all who voted twice; a measure that leaves out the pairs without a change is no measure of it.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" pingouin==0.7.0 cliffs-delta==1.0.0 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: pingouin==0.7.0 cliffs-delta==1.0.0'
python3 --version

cat >check.py <<'END'
import pingouin
from cliffs_delta import cliffs_delta

first = [2] * 20 + [3] * 20
one, all_of_them = [*first[:-1], 4], [level + 1 for level in first]
seen = {}
for name, second in (("one of forty", one), ("all forty", all_of_them)):
    row = pingouin.wilcoxon(second, first).iloc[0]
    seen[name] = (round(float(row["RBC"]), 3), round(cliffs_delta(second, first)[0], 3))
    print(name, {"RBC": seen[name][0], "Cliff's delta": seen[name][1]})
assert seen["one of forty"][0] == seen["all forty"][0] == 1
assert (seen["one of forty"][1], seen["all forty"][1]) == (0.013, 0.75)
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
