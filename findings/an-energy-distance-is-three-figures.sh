#!/bin/sh
# What: the energy distance of two rooms of five in scipy 1.17.1 and dcor 0.7, both of which name Székely and Rizzo.
# Expected: one figure.
# Observed: 1.549 and 2.4; the first is the root of the second. Both set everybody against themselves as well; without that (estimation_stat="u_statistic") it is 2.0, and for two halves of one room it is below 0 there and above 0 in the others.
# Consequence: what is said of rooms here are two averages in levels, nobody set against themselves; whoever checks them compares with the third figure.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" scipy==1.17.1 dcor==0.7 numpy==2.4.6 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: scipy==1.17.1 dcor==0.7 numpy==2.4.6'
python3 --version

cat >check.py <<'END'
import dcor
import numpy
from scipy import stats

def figures(a, b):
    a, b = numpy.array(a, float), numpy.array(b, float)
    return [round(float(value), 3) for value in (stats.energy_distance(a, b), dcor.energy_distance(a, b), dcor.energy_distance(a, b, estimation_stat="u_statistic"))]

apart, alike = figures([1, 2, 2, 3, 3], [3, 4, 4, 5, 5]), figures([2, 3, 4], [2, 3, 4])
halves = figures([1, 3, 5], [2, 3, 4])
print("rooms apart", apart)
print("rooms alike", alike)
print("two halves", halves)
assert apart == [1.549, 2.4, 2.0]
assert round(apart[0] ** 2, 1) == apart[1]
assert alike[:2] == [0, 0] and alike[2] < 0
assert halves[0] > 0 and halves[1] > 0 and halves[2] < 0
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
