#!/bin/sh
# What: format=flowed; delsp=yes (RFC 3676), the way some mail programs wrap a long word so that it can be joined again.
# Expected: a library that decodes transfer encodings and character sets joins these lines too.
# Observed: mailparser and postal-mime (npm) give the code whole; Python's email and mail-parser (PyPI) leave a space and a line break in it.
# Consequence: a code from a mail archive made with Python is in two lines; white space inside a code is passed over.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --prefix "$dir" --silent --no-audit --no-fund --ignore-scripts postal-mime@4.0.0 mailparser@3.14.2
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$dir/lib" mail-parser==4.8.0
code=oxya.AUIBI0VnAaGUtMnFk5SJeGhfXqQom9HCFFvBoS0XaqKdgcFGUR4MC8nrEpXjwAPps3AImfSFpuxzU16OW1nNaZwvyEDm9zNz
printf '%s\r\n' 'From: Ada <ada@example.org>' 'Subject: x' 'MIME-Version: 1.0' 'Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes' '' \
    "$(printf %.60s "$code") " "${code#????????????????????????????????????????????????????????????}" > "$dir/mail.eml"
cat > "$dir/check.mjs" <<'END'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { simpleParser } from 'mailparser';
const [source, code] = [readFileSync('mail.eml'), process.argv[2]];
const whole = [(await PostalMime.parse(source)).text, (await simpleParser(source)).text].map(text => text.includes(code));
console.log('postal-mime 4.0.0, mailparser 3.14.2: whole', whole);
assert.deepEqual(whole, [true, true]);
END
cat > "$dir/check.py" <<'END'
import email, email.policy, platform, sys
import mailparser
source, code = open('mail.eml', newline='').read(), sys.argv[1]
whole = [code in email.message_from_string(source, policy=email.policy.default).get_content(), code in mailparser.parse_from_string(source).body]
print(f'email of Python {platform.python_version()}, mail-parser 4.8.0: whole', whole)
assert whole == [False, False]
END
cd "$dir"
node check.mjs "$code"
PYTHONPATH="$dir/lib" python3 check.py "$code"
