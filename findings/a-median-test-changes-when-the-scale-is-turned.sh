#!/bin/sh
# What: Mood's median test of two rooms in scipy 1.17.1, and of the same rooms with the scale turned round, so that 1 is 5 and 5 is 1.
# Expected: the same p: which end of a scale is called 5 says nothing about whether two rooms differ.
# Observed: 0.185 and 0.310 without the correction for small tables, 0.459 and 0.668 with it. Votes at the common median count as below it, and with five levels most votes are there.
# Consequence: whether an area has moved rests on mean ranks, which are the same from either end.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" scipy==1.17.1 numpy==2.4.6 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: scipy==1.17.1 numpy==2.4.6'
python3 --version

cat >check.py <<'END'
from scipy import stats

rooms = [2, 3, 3, 3, 4, 4, 5], [1, 2, 2, 3, 3, 3, 3, 4]
turned = [[6 - vote for vote in room] for room in rooms]
seen = {}
for name, test in (
    ("median test", lambda a, b: stats.median_test(a, b, correction=False).pvalue),
    ("median test, corrected", lambda a, b: stats.median_test(a, b).pvalue),
    ("mean ranks", lambda a, b: stats.mannwhitneyu(a, b, method="asymptotic").pvalue),
):
    seen[name] = round(float(test(*rooms)), 3), round(float(test(*turned)), 3)
    print(name, seen[name])
print("tables", stats.median_test(*rooms).table.tolist(), stats.median_test(*turned).table.tolist())
assert seen["median test"] == (0.185, 0.310)
assert seen["median test, corrected"] == (0.459, 0.668)
assert len(set(seen["mean ranks"])) == 1
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
