#!/bin/sh
# What: Hartigan's dip test of diptest 0.12.0 on rooms with one peak, votes of 1 to 5 in the shape 1, 5, 8, 5, 1.
# Expected: a p far from 0: the votes climb to level 3 and fall from there, so nothing says that there are two camps.
# Observed: 0.006 for 20 votes, below 0.0001 for 40 and 0 for 80; the dip itself stays 0.125. Steps between levels count as gaps; with a spread of half a level added to each vote the p of 80 is above 0.9.
# Consequence: camps are told by columns that stand out from the one between them, a rule for levels, and not by a test for measured values.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" diptest==0.12.0 numpy==2.4.6 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: diptest==0.12.0 numpy==2.4.6'
python3 --version

cat >check.py <<'END'
import diptest
import numpy

def shape(times):
    return numpy.repeat([1.0, 2.0, 3.0, 4.0, 5.0], [votes * times for votes in (1, 5, 8, 5, 1)])

seen = {}
for times in (1, 2, 4):
    dip, p = diptest.diptest(shape(times))
    seen[len(shape(times))] = round(dip, 3), round(p, 3)
    print(len(shape(times)), "votes:", seen[len(shape(times))])
# The same room, its votes laid evenly across the width of their level.
spread = numpy.concatenate([level + (numpy.arange(count) + 0.5) / count - 0.5 for level, count in zip((1, 2, 3, 4, 5), (4, 20, 32, 20, 4))])
p = diptest.diptest(spread)[1]
print("80 votes, spread out:", "above 0.9" if p > 0.9 else p)
assert seen == {20: (0.125, 0.006), 40: (0.125, 0.0), 80: (0.125, 0.0)}
assert p > 0.9
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
