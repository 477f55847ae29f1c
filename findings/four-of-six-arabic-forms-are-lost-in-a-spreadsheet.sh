#!/bin/sh
# What: a message with Arabic's six plural forms, from a PO file into the formats that translators are given, in Translate Toolkit 3.20.4 (PyPI): po2csv, po2xliff, po2ts; and back with csv2po.
# Expected: six forms in all of them (GNU gettext manual, Plural forms: nplurals=6), or a warning.
# Observed: XLIFF and TS have six. The table has two rows, the singular with the first form and the plural with the second; the other four are gone, without a word and with exit status 0.
#   Back from the table it is two messages without plural forms, of which the plural has the form for one. English loses no word, but comes back as two messages as well; Japanese, with its one form, comes back without the plural.
# Consequence: the texts of a language go to a translator as they are kept, a line for each form; a table made from a PO file is no copy of it.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" translate-toolkit==3.20.4 polib==1.2.0 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: translate-toolkit==3.20.4 polib==1.2.0'
python3 --version

cat >check.py <<'END'
import contextlib
import csv
import io
import re

import polib
from translate.convert import csv2po, po2csv, po2ts, po2xliff

FORMS = {
    "en": ("nplurals=2; plural=(n != 1);", ["one", "other"]),
    "ja": ("nplurals=1; plural=0;", ["other"]),
    "ar": (
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
        ["zero", "one", "two", "few", "many", "other"],
    ),
}

def convert(main, *names):
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        status = main(["--progress=none", *names])
    return status, said.getvalue()

seen = {}
for language, (rule, forms) in FORMS.items():
    po = polib.POFile()
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": language, "Plural-Forms": rule}
    po.append(polib.POEntry(msgid="%d room", msgid_plural="%d rooms", msgstr_plural=dict(enumerate(forms))))
    source = language + ".po"
    po.save(source)
    assert list(polib.pofile(source)[0].msgstr_plural.values()) == forms

    assert convert(po2csv.main, source, language + ".csv") == (None, "")
    rows = [(row["source"], row["target"]) for row in csv.DictReader(open(language + ".csv", newline="", encoding="utf-8"))]
    convert(csv2po.main, language + ".csv", language + "-back.po")
    back = [(entry.msgid, entry.msgid_plural, entry.msgstr) for entry in polib.pofile(language + "-back.po")]
    convert(po2xliff.main, source, language + ".xlf")
    convert(po2ts.main, source, language + ".ts")
    xliff = [form for form in re.findall("<target[^>]*>([^<]*)</target>", open(language + ".xlf", encoding="utf-8").read()) if form in forms]
    ts = re.findall("<numerusform>([^<]*)</numerusform>", open(language + ".ts", encoding="utf-8").read())
    seen[language] = {"table": rows, "back": back, "XLIFF": xliff, "TS": ts}
    print(language, seen[language])

for language, (_, forms) in FORMS.items():
    kept = list(zip(["%d room", "%d rooms"], forms))
    assert seen[language]["table"] == kept, language
    assert seen[language]["back"] == [(source, "", form) for source, form in kept], language
for language in ("en", "ar"):
    assert seen[language]["XLIFF"] == seen[language]["TS"] == FORMS[language][1], language
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
