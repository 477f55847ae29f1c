#!/bin/sh
# What: a name between U+2068 and U+2069, translated to braille by Liblouis 3.24.0 (Debian's liblouis-bin) with its tables for English, German, French, Spanish, Portuguese and Arabic.
# Expected: an isolate is a direction and no letter, so the cells are those of the name alone.
# Observed: each isolate is eight cells, its number in hexadecimal written out (`\x2068`) between two marks, in all but French, where it is a space.
# Consequence: isolates stand where words need them and nowhere else; a name alone in its element has `dir` instead and none.
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
for table in ("en-ueb-g2.ctb", "de-g2.ctb", "fr-bfu-g2.ctb", "es-g1.ctb", "pt-pt-g1.utb", "ar-ar-g1.utb"):
    name, isolated = cells(table, "Sales 3"), cells(table, "\u2068Sales\u2069 3")
    print(table, name, isolated)
    seen[table] = len(isolated) - len(name)
print("cells more", seen)
assert seen.pop("fr-bfu-g2.ctb") == 2
assert set(seen.values()) == {16}
END
python3 check.py
echo "as stated"
