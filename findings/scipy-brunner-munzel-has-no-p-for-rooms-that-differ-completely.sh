#!/usr/bin/env bash
# Two rooms that have nothing in common: everybody at the lowest level, everybody at the highest.
# scipy 1.16.2, brunnermunzel, the test that is recommended for ordinal samples of unequal spread
# A reader expects: the smallest p of all.
# Seen: statistic infinite, p not a number (with a warning); "p < 0.05" is false, so the clearest difference there can be counts as none.
# So: a comparison of ours rests on permutations, which have an answer for every pair of counts.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-warn-conflicts --target "$folder/packages" scipy==1.16.2 numpy==2.3.3
export PYTHONPATH="$folder/packages"
python3 -W ignore - <<'END'
import math
import sys
import scipy
from scipy.stats import brunnermunzel, mannwhitneyu
low, high = [1] * 8, [5] * 8
apart = brunnermunzel(low, high)
near = brunnermunzel([1] * 7 + [2], [5] * 7 + [4])
print("scipy", scipy.__version__, "completely apart:", apart, "- significant:", bool(apart.pvalue < 0.05))
print("ranks alone (mannwhitneyu):", mannwhitneyu(low, high).pvalue)
sys.exit(0 if math.isnan(apart.pvalue) and not apart.pvalue < 0.05 and mannwhitneyu(low, high).pvalue < 0.001 else 1)
END
