#!/bin/sh
# What: the exact two-sided permutation test of a difference of means, three votes against seven, in scipy 1.17.1 and mlxtend 0.25.0: all 120 ways to deal them out.
# Expected: one p: nothing is drawn, and both count how many ways part the votes as far.
# Observed: 0.033 and 0.025. scipy takes twice the smaller side, mlxtend counts what lies as far on either side; with rooms of different sizes the two sides are not alike.
# Consequence: "so few part them as far" counts both sides as they are; a check of it with scipy takes the distance without its sign, and then the two agree.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" scipy==1.17.1 mlxtend==0.25.0 numpy==2.4.6 pandas==3.1.1 scikit-learn==1.9.1 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: scipy==1.17.1 mlxtend==0.25.0 numpy==2.4.6 pandas==3.1.1 scikit-learn==1.9.1'
python3 --version

cat >check.py <<'END'
import numpy
from mlxtend.evaluate import permutation_test
from scipy import stats

few, many = [5, 5, 4], [1, 2, 2, 3, 3, 4, 3]

def difference(a, b):
    return numpy.mean(a) - numpy.mean(b)

def exact(statistic, side):
    return stats.permutation_test((few, many), statistic, n_resamples=numpy.inf, alternative=side).pvalue

seen = {
    "scipy, two-sided": exact(difference, "two-sided"),
    "mlxtend": permutation_test(few, many, method="exact"),
    "scipy, without the sign": exact(lambda a, b: abs(difference(a, b)), "greater"),
}
print({name: round(float(p), 4) for name, p in seen.items()}, "of 120:", [round(float(p) * 120) for p in seen.values()])
assert [round(float(p) * 120, 6) for p in seen.values()] == [4, 3, 3]
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
