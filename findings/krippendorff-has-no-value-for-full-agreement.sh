#!/bin/sh
# What: krippendorff 0.9.0 on two raters who gave every item the same level.
# Expected: 1, full agreement.
# Observed: an error: with one value in the data there is nothing that could disagree by chance.
# Consequence: the unanimous room is the case that a chance-corrected figure cannot say; agreement on one question needs another measure (van der Eijk's A is 1 there).
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --target "$dir/py" krippendorff==0.9.0 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: krippendorff==0.9.0'
python3 --version

cat >check.py <<'END'
import krippendorff

try:
    seen = krippendorff.alpha(reliability_data=[[3, 3, 3, 3], [3, 3, 3, 3]], level_of_measurement="ordinal")
except ValueError as error:
    seen = str(error)
other = krippendorff.alpha(reliability_data=[[3, 3, 3, 4], [3, 3, 3, 4]], level_of_measurement="ordinal")
print(repr(seen), other)
assert "more than one value" in str(seen)
assert other == 1.0
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
