#!/bin/sh
# What: Holm's correction of three p values and a missing one, in statsmodels 0.15.0 and pingouin 0.7.0.
# Expected: the same three corrected values.
# Observed: statsmodels counts the missing one as a fourth test (0.04, 0.09, 0.09), pingouin does not (0.03, 0.06, 0.06).
# Consequence: questions without enough votes are taken out before a correction, and how many were tested is said.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --target "$dir/py" statsmodels==0.15.0 pingouin==0.7.0 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: statsmodels==0.15.0 pingouin==0.7.0'
python3 --version

cat >check.py <<'END'
import numpy
from pingouin import multicomp
from statsmodels.stats.multitest import multipletests

values = [0.01, 0.04, 0.03, float("nan")]
first, second = multipletests(values, method="holm")[1], multicomp(values, method="holm")[1]
print(first, second)
assert numpy.allclose(first[:3], [0.04, 0.09, 0.09])
assert numpy.allclose(second[:3], [0.03, 0.06, 0.06])
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
