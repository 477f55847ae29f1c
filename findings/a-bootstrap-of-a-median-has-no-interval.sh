#!/bin/sh
# What: scipy 1.17.1's bootstrap of the median of eleven votes, with nothing set and with method="percentile".
# Expected: an interval: the medians of the samples drawn are spread over five levels.
# Observed: nan to nan, though with a warning. The method that is taken unless another is named leaves out one vote at a time, and the median of a room with ties stays the same each time. By percentiles it is 3 to 4.
# Consequence: a median is shown without an interval: everybody voted, and there is nothing to estimate.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" scipy==1.17.1 numpy==2.4.6 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: scipy==1.17.1 numpy==2.4.6'
python3 --version

cat >check.py <<'END'
import warnings

import numpy
from scipy import stats

votes = [1, 2, 3, 3, 3, 3, 3, 3, 4, 4, 5]
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    plain = stats.bootstrap((votes,), numpy.median, rng=1)
    named = stats.bootstrap((votes,), numpy.median, method="percentile", rng=1)
drawn = sorted({float(value) for value in plain.bootstrap_distribution})
intervals = [[float(end) for end in result.confidence_interval] for result in (plain, named)]
print("medians drawn", drawn)
print("intervals", intervals, sorted({warning.category.__name__ for warning in said}))
assert len(drawn) >= 3
assert all(numpy.isnan(intervals[0])) and intervals[1] == [3.0, 4.0]
assert "DegenerateDataWarning" in {warning.category.__name__ for warning in said}
END
PYTHONPATH="$dir/py" python3 check.py
echo "as stated"
