#!/bin/sh
# What: an answer link, all of whose content is the fragment, in the canonicalisers of w3lib and ural 1.6.2.
# Expected: the path may change; the fragment of a hash route stays.
# Observed: w3lib's canonicalize_url and url_query_cleaner drop it. ural keeps it and drops the slash before it: `app/#/` becomes `app#/`.
# Consequence: a link that went through a crawler or a link cleaner can arrive as the bare start page; home has to offer a way in for somebody who was sent a link.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --target "$dir/py" w3lib==2.5.0 ural==1.6.2 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: w3lib==2.5.0 ural==1.6.2'
python3 --version

cat >check.py <<'END'
import ural
from w3lib.url import canonicalize_url, url_query_cleaner

link = "https://example.org/app/#/answer/oxya.aB3xY7"
seen = [canonicalize_url(link), url_query_cleaner(link), ural.canonicalize_url(link)]
print(seen)
assert seen == ["https://example.org/app/", "https://example.org/app/", "https://example.org/app#/answer/oxya.aB3xY7"]
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
