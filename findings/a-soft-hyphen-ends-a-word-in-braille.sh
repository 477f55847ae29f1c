#!/bin/sh
# What: a German word with a soft hyphen in it, translated to braille by Liblouis 3.24.0 (Debian's liblouis-bin) with its tables for German, English, Spanish and Portuguese.
# Expected: it is a place where a line may end; with room enough the word is the same cells with it and without.
# Observed: a space in German, so the word is two and its contractions are others; a hyphen in English and Spanish; six letters and figures, `\x00ad`, in Portuguese.
# Consequence: soft hyphens stand only in words that have no room on a chart or in an option, and are in no file.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

command -v lou_translate >/dev/null || { echo "needs Liblouis: apt-get install --no-install-recommends liblouis-bin"; exit 1; }
export LC_ALL=C.UTF-8
lou_translate --version | head -1
cat >check.py <<'END'
import subprocess

def cells(table, text):
    done = subprocess.run(["lou_translate", "-f", f"unicode.dis,{table}"], input=text, capture_output=True, text=True, check=True)
    return done.stdout.rstrip("\n")

seen = {}
for table in ("de-g1.ctb", "de-g2.ctb", "en-ueb-g2.ctb", "es-g1.ctb", "pt-pt-g1.utb"):
    seen[table] = cells(table, "Verkauf"), cells(table, "Ver\u00adkauf")
    print(table, *seen[table])
space, hyphen = "\u2800", "\u2824"
for table in ("de-g1.ctb", "de-g2.ctb"):
    assert space not in seen[table][0] and space in seen[table][1]
assert len(seen["de-g2.ctb"][0]) == 4 and len(seen["de-g2.ctb"][1]) == 6
for table in ("en-ueb-g2.ctb", "es-g1.ctb"):
    assert hyphen not in seen[table][0] and hyphen in seen[table][1]
assert len(seen["pt-pt-g1.utb"][1]) - len(seen["pt-pt-g1.utb"][0]) == 8
END
python3 check.py
echo "as stated"
