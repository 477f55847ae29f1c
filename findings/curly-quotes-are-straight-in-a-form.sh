#!/bin/sh
# What: a question and its options in an XLSForm with typographic quotes, an apostrophe, two spaces and French quotes, made a form for ODK by pyxform 4.5.0.
# Expected: the words of a question are taken as they are written.
# Observed: “ and ” are ", ’ is ', two spaces are one, in the question and in the options; « and » stay, and so do dashes and non-breaking spaces.
# Consequence: words that went through such a form are other texts than ours: questions are told by their ids, never by their wording.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" pyxform==4.5.0 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: pyxform==4.5.0'
python3 --version

cat >check.py <<'END'
import xml.etree.ElementTree

from pyxform.xls2xform import convert

form = """
| survey  |                   |      |                                                    |
|         | type              | name | label                                              |
|         | select_one levels | A01  | Is \u201cchange\u201d  what it\u2019s called, \u00ab\u00a0oui\u00a0\u00bb, 3\u20134? |
| choices |                   |      |                                                    |
|         | list_name         | name | label                                              |
|         | levels            | 1    | \u201cNever\u201d                                  |
|         | levels            | 2    | Always                                             |
"""
made = xml.etree.ElementTree.fromstring(convert(xlsform=form).xform)
labels = [element.text for element in made.iter() if element.tag.endswith("}label") and element.text]
print([ascii(label) for label in labels])
assert 'Is "change" what it\'s called, \u00ab\u00a0oui\u00a0\u00bb, 3\u20134?' in labels
assert '"Never"' in labels and "Always" in labels
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
