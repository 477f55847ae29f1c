#!/bin/sh
# What: a Word document with `3-4` and `2026-11-08` whose hyphens are Word's non-breaking ones (`<w:noBreakHyphen/>`, Ctrl+Shift+hyphen), and a soft hyphen in a word, taken as text by four readers.
# Expected: one text: the hyphens stay and the soft hyphen is no letter.
# Observed: python-docx gives the common hyphen, mammoth and pandoc U+2011, and docx2txt nothing, so that `3-4` is 34 and the day 20261108. The soft hyphen is U+00AD in mammoth and pandoc and gone in the others.
# Consequence: nothing that is read again here may rest on a hyphen: codes are letters and digits. Ranges and days that went through a document are not figures.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" python-docx==1.2.0 docx2txt==0.9 mammoth==1.13.0 pypandoc_binary==1.17 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: python-docx==1.2.0 docx2txt==0.9 mammoth==1.13.0 pypandoc_binary==1.17'
python3 --version

cat >check.py <<'END'
import docx
import docx2txt
import mammoth
import pypandoc
from docx.oxml import OxmlElement

document = docx.Document()
run = document.add_paragraph().add_run()._r
for part in ("3", "w:noBreakHyphen", "4 2026", "w:noBreakHyphen", "11", "w:noBreakHyphen", "08 agree", "w:softHyphen", "ment"):
    element = OxmlElement(part if part.startswith("w:") else "w:t")
    if not part.startswith("w:"):
        element.text = part
    run.append(element)
document.save("room.docx")
print("pandoc", pypandoc.get_pandoc_version())
seen = {
    "python-docx": docx.Document("room.docx").paragraphs[0].text,
    "mammoth": mammoth.extract_raw_text(open("room.docx", "rb")).value.strip(),
    "pandoc": pypandoc.convert_file("room.docx", "plain").strip(),
    "docx2txt": docx2txt.process("room.docx").strip(),
}
for name, text in seen.items():
    print(name, ascii(text))
assert seen["python-docx"] == "3-4 2026-11-08 agreement"
assert seen["mammoth"] == seen["pandoc"] == "3\u20114 2026\u201111\u201108 agree\u00adment"
assert seen["docx2txt"] == "34 20261108 agreement"
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
