#!/bin/sh
# What: a page with a closed `<details>`, a closed `<dialog>`, a popover, a `hidden` paragraph, a `<template>` and a JSON record, printed to PDF by WeasyPrint 70.0.
# Expected: what a browser does not show is not on paper, or all of it is.
# Observed: the closed details, the closed dialog and the popover are printed, with the words of `<noscript>`; the hidden paragraph, the template and the record are not.
# Consequence: what is not for paper has `hidden`, or a rule for print; that it is folded away is no protection once somebody prints a page with such a program.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" weasyprint==70.0 pypdf==7.1.1 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: weasyprint==70.0 pypdf==7.1.1'
python3 --version

cat >check.py <<'END'
import io

import pypdf
import weasyprint

page = """<!doctype html><html lang="en"><title>Report</title><h1>Trust</h1><details><summary>More</summary><p>in details</p></details>
<dialog>in a dialog</dialog><div popover>in a popover</div><noscript>in noscript</noscript><p hidden>in hidden</p><template><p>in a template</p></template>
<script type="application/json">{"kept":"in a script"}</script>"""
text = " ".join(part.extract_text() for part in pypdf.PdfReader(io.BytesIO(weasyprint.HTML(string=page).write_pdf())).pages)
seen = {name: f"in {name}" in " ".join(text.split()) for name in ("details", "a dialog", "a popover", "noscript", "hidden", "a template", "a script")}
print(seen)
assert seen == {"details": True, "a dialog": True, "a popover": True, "noscript": True, "hidden": False, "a template": False, "a script": False}
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
