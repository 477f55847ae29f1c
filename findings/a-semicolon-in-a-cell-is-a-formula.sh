#!/usr/bin/env bash
# A table with commas whose note says `checked;=1+1`, and one with an apostrophe behind the semicolon, opened with semicolons as separator.
# LibreOffice Calc 7.4.7 (Debian's libreoffice-calc), headless
# A reader expects: the note is one cell, and its second half is text: only the start of a cell of the file was ever a danger.
# Seen: where the program splits at semicolons, `=1+1` is a cell of its own and worked out: 2. Behind a line break the same. With the apostrophe it is text.
# So: a sign is guarded wherever any program may begin a cell, not at the start of our own cells alone (docs/formats/export.md).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
command -v soffice >/dev/null || { echo "needs LibreOffice: apt-get install --no-install-recommends libreoffice-calc"; exit 1; }
soffice --version
printf 'id,note\r\n1,"checked;=1+1;end"\r\n2,"checked;'"'"'=1+1;end"\r\n3,"checked\n=2+2;end"\r\n4,"checked\n'"'"'=2+2;end"\r\n' >notes.csv
soffice -env:UserInstallation="file://$folder/profile" --headless --infilter='CSV:59,34,76,1,,0,false,true,false,false' \
  --convert-to 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false' --outdir out notes.csv >/dev/null 2>&1
cat out/notes.csv
python3 - <<'END'
import csv
import sys
cells = [cell for row in csv.reader(open("out/notes.csv", encoding="utf-8"), delimiter="\t") for cell in row]
held = "2" in cells and "4" in cells and "'=1+1" in cells and "'=2+2" in cells and "=1+1" not in cells
sys.exit(0 if held else 1)
END
