#!/bin/sh
# What: Krippendorff's alpha for ordinal data of three raters and seven questions, in krippendorff 0.9.0 (level_of_measurement="ordinal") and irrCAC 0.4.4 (weights="ordinal", .krippendorff()).
# Expected: one figure: both name the measure and the kind of data.
# Observed: 0.895 and 0.830. Nominal, interval ("quadratic") and ratio data give the same in both; only for "ordinal" irrCAC takes Gwet's weights in place of Krippendorff's distance.
# Consequence: a figure of agreement says whose weights it has; van der Eijk's A, which is shown here, has none to choose.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" krippendorff==0.9.0 irrCAC==0.4.4 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: krippendorff==0.9.0 irrCAC==0.4.4'
python3 --version

cat >check.py <<'END'
import krippendorff
import numpy
import pandas
from irrCAC.raw import CAC

votes = numpy.array([[1, 1, 2], [3, 3, 4], [5, 4, 5], [2, 2, 2], [4, 5, 5], [1, 2, 1], [3, 3, 3]], float)
seen = {}
for level, weights in (("nominal", "identity"), ("ordinal", "ordinal"), ("interval", "quadratic"), ("ratio", "ratio")):
    seen[level] = (round(float(krippendorff.alpha(votes.T, level_of_measurement=level)), 3),
                   round(float(CAC(pandas.DataFrame(votes), weights=weights, digits=6).krippendorff()["est"]["coefficient_value"]), 3))
    print(level, {"krippendorff": seen[level][0], "irrCAC": seen[level][1]})
assert seen == {"nominal": (0.429, 0.429), "ordinal": (0.895, 0.83), "interval": (0.88, 0.88), "ratio": (0.8, 0.8)}
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
