#!/bin/sh
# What: QR codes of short words in UTF-8, made by segno 1.6.6 with and without the mark of that encoding (ECI), read by zxing-cpp 3.1.1 and by pyzbar 0.1.9 with Debian's ZBar 0.23.92.
# Expected: the words: UTF-8 is what codes hold today, and phones read it without a mark.
# Observed: without the mark ZBar guesses from the bytes: it reads Japanese or Chinese signs for German, Spanish and Portuguese words and the right letters for Arabic ones; the French É is
# wrong in one word and right in three. With the mark both read all.
# Consequence: a code of ours is ASCII, its link too; a role's name in another script is inside of it as base64url.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" segno==1.6.6 zxing-cpp==3.1.1 pyzbar==0.1.9 pillow==13.0.0 numpy==2.4.6 >pip.log 2>&1 || { cat pip.log; exit 1; }
find /usr/lib /lib -name 'libzbar.so*' 2>/dev/null | grep -q . || { echo "needs ZBar: apt-get install --no-install-recommends libzbar0"; exit 1; }
echo 'versions: segno==1.6.6 zxing-cpp==3.1.1 pyzbar==0.1.9 pillow==13.0.0 numpy==2.4.6'
python3 --version

cat >check.py <<'END'
import io

import segno
import zxingcpp
from PIL import Image
from pyzbar.pyzbar import decode

def read(text, mark):
    out = io.BytesIO()
    segno.make_qr(text, error="m", encoding="utf-8", eci=mark).save(out, kind="png", scale=6)
    picture = Image.open(out).convert("L")
    return decode(picture)[0].data.decode("utf-8"), zxingcpp.read_barcodes(picture)[0].text

words = ["F\u00fchrung", "Gr\u00f6\u00dfe", "Se\u00f1al", "a\u00e7\u00e3o", "\u00c9quipe", "\u00c9quipe \u00e0 Paris", "\u0645\u0628\u064a\u0639\u0627\u062a"]
seen = {}
for word in words:
    plain, marked = read(word, False), read(word, True)
    print(ascii(word), "ZBar", ascii(plain[0]), "zxing-cpp", ascii(plain[1]), "with the mark", ascii(marked[0]))
    seen[word] = plain[0] == word
    assert plain[1] == word and marked == (word, word)
assert list(seen.values()) == [False, False, False, False, False, True, True]
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
