#!/bin/sh
# What: ten thousand written with a plain space, U+00A0, U+202F and without any, spoken by eSpeak NG 1.51 (Debian's espeak-ng) in French, Spanish and Brazilian Portuguese, read as phonemes.
# Expected: the same words: U+202F is what CLDR groups French figures with, and U+00A0 what keyboards give for it.
# Observed: "dix mille" with a plain space or none; with U+00A0 or U+202F ten and then three noughts. In the other two any space does that.
# Consequence: a number of four or five digits is written without a space where it has to be heard.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

command -v espeak-ng >/dev/null || { echo "needs eSpeak NG: apt-get install --no-install-recommends espeak-ng"; exit 1; }
export LC_ALL=C.UTF-8
espeak-ng --version | cut -d' ' -f1-4
cat >check.py <<'END'
import subprocess

def said(voice, text):
    return " ".join(subprocess.run(["espeak-ng", "-q", "-x", "-v", voice, "--stdin"], input=text, capture_output=True, text=True, check=True).stdout.split())

spaces = {"plain": " ", "U+00A0": "\u00a0", "U+202F": "\u202f"}
seen = {}
for voice in ("fr", "es", "pt-br"):
    number = said(voice, "10000")
    words = {name: said(voice, f"10{space}000") for name, space in spaces.items()}
    print(voice, {"none": number, **words})
    seen[voice] = [name for name, text in words.items() if text == number]
print("said as a number with", seen)
assert seen == {"fr": ["plain"], "es": [], "pt-br": []}
END
python3 check.py
echo "as stated"
