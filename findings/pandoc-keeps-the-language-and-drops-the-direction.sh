#!/bin/sh
# What: a page with `<html lang="ar" dir="rtl">`, made a Word file, Markdown and a page again by pandoc 3.9 (pypandoc_binary 1.17).
# Expected: both stay: pandoc has a place for either, `lang` and `dir`, and a Word file made with `-M dir=rtl` runs from the right.
# Observed: `lang` is read and `dir` is not, neither there nor at a paragraph; at a `<div>` it is, and at a `<main>` that has an id. So the Word file is Arabic from left to right.
# Consequence: the content of an Arabic report is a `<main>` with an id and its own direction, and goes to Word from the right; names and figures keep together by the isolates in the text.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" pypandoc_binary==1.17 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: pypandoc_binary==1.17'
python3 --version

cat >check.py <<'END'
import re
import zipfile

import pypandoc

def page(html, around):
    return f'<!doctype html><html{html}><head><meta charset="utf-8"><title>t</title></head><body>{around}</body></html>'

def word(text, *options):
    pypandoc.convert_text(text, "docx", format="html", outputfile="page.docx", extra_args=list(options))
    body = zipfile.ZipFile("page.docx").read("word/document.xml").decode()
    return bool(re.search(r"<w:bidi\b|<w:rtl\b", body.split("<w:sectPr")[0]))

paragraph = "<p>\u0645\u0631\u062d\u0628\u0627</p>"
whole = page(' lang="ar" dir="rtl"', paragraph)
again = pypandoc.convert_text(whole, "html", format="html", extra_args=["-s"])
opened = re.search(r"<html[^>]*>", again)[0]
seen = {
    "page": word(whole),
    "paragraph": word(page("", paragraph.replace("<p>", '<p dir="rtl">'))),
    "div": word(page("", f'<div dir="rtl">{paragraph}</div>')),
    "main": word(page("", f'<main dir="rtl">{paragraph}</main>')),
    "main with an id": word(page("", f'<main id="main" dir="rtl">{paragraph}</main>')),
    "page, -M dir=rtl": word(whole, "-M", "dir=rtl"),
}
print("pandoc", pypandoc.get_pandoc_version())
print(opened)
print("from the right in Word:", seen)
assert 'lang="ar"' in opened and "dir=" not in opened
assert seen == {"page": False, "paragraph": False, "div": True, "main": False, "main with an id": True, "page, -M dir=rtl": True}
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
