#!/bin/sh
# What: two Arabic words, "trust of the customers", printed by WeasyPrint 70.0 in Noto Sans Arabic, Amiri and Cairo (@fontsource packages), and read back by pypdf 7.1.1, pdfminer.six 20260107 and PyMuPDF 2.0.
# Expected: the words come back, at the worst in another order.
# Observed: in Noto Sans Arabic no reader finds the word for trust: that font draws the dots of a letter by themselves, and the letter without its dots is written down as another. pdfminer.six turns every line round.
# PyMuPDF has lam and alif the wrong way round in Cairo. Only Amiri with pypdf or PyMuPDF, and Cairo with pypdf, give the words.
# Consequence: what is to be searched or read again is the page, the Markdown or the JSON; a PDF of an Arabic report is for eyes.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" weasyprint==70.0 pypdf==7.1.1 pdfminer.six==20260107 pymupdf==2.0 >pip.log 2>&1 || { cat pip.log; exit 1; }
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" @fontsource/noto-sans-arabic@5.3.0 @fontsource/amiri@5.3.0 @fontsource/cairo@5.3.0 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: weasyprint==70.0 pypdf==7.1.1 pdfminer.six==20260107 pymupdf==2.0 @fontsource/noto-sans-arabic@5.3.0 @fontsource/amiri@5.3.0 @fontsource/cairo@5.3.0'
python3 --version

cat >check.py <<'END'
import io
import pathlib

import pdfminer.high_level
import pymupdf
import pypdf
import weasyprint

words = "\u062b\u0642\u0629 \u0627\u0644\u0639\u0645\u0644\u0627\u0621"
fonts = {"Noto Sans Arabic": "noto-sans-arabic/files/noto-sans-arabic-arabic", "Amiri": "amiri/files/amiri-arabic", "Cairo": "cairo/files/cairo-arabic"}
readers = {
    "pypdf": lambda pdf: pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text(),
    "pdfminer.six": lambda pdf: pdfminer.high_level.extract_text(io.BytesIO(pdf)),
    "PyMuPDF": lambda pdf: pymupdf.open(stream=pdf)[0].get_text(),
}
seen = {}
trust = words.split()[0]
for font, file in fonts.items():
    address = pathlib.Path(f"node_modules/@fontsource/{file}-400-normal.woff2").resolve().as_uri()
    style = f"@font-face{{font-family:A;src:url({address})}}body{{font-family:A}}"
    pdf = weasyprint.HTML(string=f'<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>t</title><style>{style}</style><p>{words}</p>').write_pdf()
    for reader, read in readers.items():
        text = " ".join(read(pdf).split())
        seen[font, reader] = "both words" if words in text else "the first word" if trust in text else "the first word backwards" if trust[::-1] in text else "neither"
        print(f"{font}, {reader}: {seen[font, reader]}:", ascii(text))
assert seen == {
    ("Noto Sans Arabic", "pypdf"): "neither",
    ("Noto Sans Arabic", "pdfminer.six"): "neither",
    ("Noto Sans Arabic", "PyMuPDF"): "neither",
    ("Amiri", "pypdf"): "both words",
    ("Amiri", "pdfminer.six"): "the first word backwards",
    ("Amiri", "PyMuPDF"): "both words",
    ("Cairo", "pypdf"): "both words",
    ("Cairo", "pdfminer.six"): "the first word backwards",
    ("Cairo", "PyMuPDF"): "the first word",
}
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
