#!/bin/sh
# What: the median of a room that is known by its counts, levels 1 to 5 with the counts as weights, in statsmodels 0.15.0, weightedstats 0.4.1 and wquantiles 0.6.
# Expected: the median of the votes: two at 1 and two at 5 are 3, and a level with no vote changes nothing.
# Observed: for two at 1 and two at 5 statsmodels says 1.5 (between 1 and the level beside it that nobody chose), weightedstats 4.5 and wquantiles 4; without the empty levels in the list all
# three say 3. With one, five, one and three votes at 2 to 5 the middle is 3, and wquantiles says 3.5.
# Consequence: a table of counts is unfolded into votes before a median is taken from it by a library, or the rows without votes are left out first.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" statsmodels==0.15.0 weightedstats==0.4.1 wquantiles==0.6 numpy==2.4.6 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: statsmodels==0.15.0 weightedstats==0.4.1 wquantiles==0.6 numpy==2.4.6'
python3 --version

cat >check.py <<'END'
import numpy
import weightedstats
import wquantiles
from statsmodels.stats.weightstats import DescrStatsW


def medians(counts, levels=(1, 2, 3, 4, 5)):
    levels, counts = numpy.array(levels, float), numpy.array(counts, float)
    return {
        "votes": float(numpy.median(numpy.repeat(levels, counts.astype(int)))),
        "statsmodels": float(DescrStatsW(levels, weights=counts).quantile(0.5).iloc[0]),
        "weightedstats": float(weightedstats.weighted_median(levels.tolist(), counts.tolist())),
        "wquantiles": float(wquantiles.median(levels, counts)),
    }


camps, bare, skew = medians([2, 0, 0, 0, 2]), medians([2, 2], (1, 5)), medians([0, 1, 5, 1, 3])
for name, seen in (("2 0 0 0 2", camps), ("2 at 1, 2 at 5", bare), ("0 1 5 1 3", skew)):
    print(name, seen)
assert camps == {"votes": 3, "statsmodels": 1.5, "weightedstats": 4.5, "wquantiles": 4}
assert set(bare.values()) == {3}
assert skew == {"votes": 3, "statsmodels": 3, "weightedstats": 3, "wquantiles": 3.5}
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
