#!/bin/sh
# What: a time that is over, `−0:05` and `-0:05`, and a range, `3–4`, spoken by eSpeak NG 1.51 (Debian's espeak-ng) in six languages, read as phonemes.
# Expected: both signs of minus are said, or one in all languages; a dash between figures is a word or a pause.
# Observed: U+2212 is silent in Brazilian Portuguese, the hyphen in French, Spanish and Arabic; with U+2212 these three say the English word. The dash is silent in all six: "three four".
# Consequence: what a figure cannot do without is a word: ranges are words here, and a clock that runs below zero needs one beside its sign.
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
    return subprocess.run(["espeak-ng", "-q", "-x", "-v", voice, "--stdin"], input=text, capture_output=True, text=True, check=True).stdout.split()

seen = {}
for voice in ("en", "de", "fr", "es", "pt-br", "ar"):
    plain = said(voice, "0:05")
    words = {"minus": said(voice, "\u22120:05"), "hyphen": said(voice, "-0:05"), "dash": said(voice, "3\u20134"), "two": said(voice, "3 4")}
    print(voice, {name: " ".join(text) for name, text in words.items()})
    seen[voice] = [words["minus"] != plain, words["hyphen"] != plain, any(text.startswith("(en)") for text in words["minus"]), len(words["dash"]) != len(words["two"])]
print("minus said, hyphen said, minus in English, dash said", seen)
assert seen == {
    "en": [True, True, False, False],
    "de": [True, True, False, False],
    "fr": [True, False, True, False],
    "es": [True, False, True, False],
    "pt-br": [False, True, False, False],
    "ar": [True, False, True, False],
}
END
python3 check.py
echo "as stated"
