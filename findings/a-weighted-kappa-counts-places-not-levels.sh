#!/bin/sh
# What: weighted kappa of two people who answered ten questions with the levels 1, 2 and 5, in scikit-learn 1.9.1, with and without its labels, and in statsmodels 0.15.0 from a table of five levels.
# Expected: 2 and 5 are three steps apart: levels are numbers, and linear and quadratic weights are made of their distance.
# Observed: scikit-learn takes the levels that occur by their places, so 2 and 5 are one step apart: 0.524 in place of 0.625, and 0.492 in place of 0.633. statsmodels has the second ones, and so has scikit-learn with labels.
# Consequence: one vote at a level that nobody chose changes such a figure; what is said of a room here counts steps on the whole scale of five.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" scikit-learn==1.9.1 statsmodels==0.15.0 numpy==2.4.6 pandas==3.1.1 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: scikit-learn==1.9.1 statsmodels==0.15.0 numpy==2.4.6 pandas==3.1.1'
python3 --version

cat >check.py <<'END'
import numpy
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import cohens_kappa

one, other = [1, 1, 2, 2, 5, 5, 1, 2, 5, 1], [1, 2, 2, 2, 5, 1, 1, 2, 5, 2]
table = numpy.zeros((5, 5))
for a, b in zip(one, other):
    table[a - 1, b - 1] += 1
seen = {}
for weights in ("linear", "quadratic"):
    seen[weights] = tuple(round(float(value), 3) for value in (
        cohen_kappa_score(one, other, weights=weights),
        cohen_kappa_score(one, other, weights=weights, labels=[1, 2, 3, 4, 5]),
        cohens_kappa(table, wt=weights).kappa,
    ))
    print(weights, dict(zip(("scikit-learn", "with labels", "statsmodels"), seen[weights])))
assert seen == {"linear": (0.524, 0.625, 0.625), "quadratic": (0.492, 0.633, 0.633)}
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
