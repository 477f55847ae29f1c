#!/bin/sh
# What: `<svg role="img">` with a `<title>` and words in it, inline in a page, made Markdown and plain text by pandoc 3.9 (pypandoc_binary 1.17), html2text 2025.4.15 and html-to-text 10.0.1.
# Expected: the picture with its name, as with `<img alt>`, or its words.
# Observed: pandoc makes it an image and gives it no name; in plain text a pair of brackets is left. html2text and html-to-text have the title and the words
# run together, `ProfileHiring3`; html2text even with the first cell of the table behind it.
# Consequence: what a chart of a report shows is said in words beside it, each in an element of its own, which all three keep.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" pypandoc_binary==1.17 html2text==2025.4.15 >pip.log 2>&1 || { cat pip.log; exit 1; }
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" html-to-text@10.0.1 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: pypandoc_binary==1.17 html2text==2025.4.15 html-to-text@10.0.1'
python3 --version
echo "node $(node --version)"

cat >page.html <<'END'
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title></head><body><svg xmlns="http://www.w3.org/2000/svg" width="90" height="20" role="img"><title>Profile</title><text x="1" y="9">Hiring</text><text x="60" y="9">3</text></svg><table><tr><th>Hiring</th><td>3</td></tr></table><p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="Named"></p></body></html>
END
cat >read.mjs <<'END'
import { readFileSync } from 'node:fs';
import { convert } from 'html-to-text';
process.stdout.write(convert(readFileSync('page.html', 'utf8')));
END
node read.mjs >npm.txt
cat >check.py <<'END'
import html2text
import pypandoc

page = open("page.html").read()
print("pandoc", pypandoc.get_pandoc_version())
seen = {
    "pandoc, gfm": pypandoc.convert_text(page, "gfm", format="html"),
    "pandoc, plain": pypandoc.convert_text(page, "plain", format="html"),
    "html2text": html2text.html2text(page),
    "html-to-text": open("npm.txt").read(),
}
for name, text in seen.items():
    print(name, [line.strip()[:40] for line in text.splitlines() if line.strip()])
assert "![](data:image/svg" in seen["pandoc, gfm"] and "Profile" not in seen["pandoc, gfm"] and "![Named](" in seen["pandoc, gfm"]
assert "Profile" not in seen["pandoc, plain"] and "[]" in seen["pandoc, plain"] and "[Named]" in seen["pandoc, plain"]
assert "ProfileHiring3Hiring| 3" in seen["html2text"]
assert "ProfileHiring3\n" in seen["html-to-text"]
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
