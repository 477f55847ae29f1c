#!/bin/sh
# What: seven answers of two roles of three, and one person who left the role empty, in pycanon 1.0.1.post2: k-anonymity and l-diversity of the role.
# Expected: that person is alone, so k is 1; or the empty cell is refused.
# Observed: 3 and 3, as without that person. With the empty cell filled by a word both are 1. An empty cell equals nothing, itself included, so it is in no group and no group is smaller for it.
# Consequence: "rather not say" is a value of its own in an answer code, no empty cell, and who chose it is one of everybody else where a role is compared.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" pycanon==1.0.1.post2 pandas==3.1.1 numpy==2.4.6 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: pycanon==1.0.1.post2 pandas==3.1.1 numpy==2.4.6'
python3 --version

cat >check.py <<'END'
import pandas
from pycanon import anonymity

answers = pandas.DataFrame({"role": ["Seller"] * 3 + ["Leader"] * 3 + [None], "level": [1, 2, 3, 1, 2, 3, 5]})

def figures(table):
    return anonymity.k_anonymity(table, ["role"]), anonymity.l_diversity(table, ["role"], ["level"])

seen = {"empty": figures(answers), "left out": figures(answers.dropna()), "a word": figures(answers.fillna("none"))}
print("k and l", seen)
assert seen == {"empty": (3, 3), "left out": (3, 3), "a word": (1, 1)}
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
