#!/bin/sh
# What: a chat exported from Telegram as JSON in which one person sent an answer as a bare link and another put the link under words, read by chat-miner 0.6.0.
# Expected: both links are in what is read: in the file the address stands as `href` beside the words.
# Observed: the bare link is there, between doubled spaces. Of the other only the words are left.
# Consequence: a chat that went through a reader may have lost codes that the export has; codes are looked for in the raw file.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" chat-miner==0.6.0 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: chat-miner==0.6.0'
python3 --version

cat >check.py <<'END'
import json
import logging

from chatminer.chatparsers import TelegramJsonParser

logging.disable()
links = "https://example.org/#/answer/oxyaB3xY7", "https://example.org/#/answer/oxyaZz91Qk"
texts = ["Mine: ", {"type": "link", "text": links[0]}, " done"], [{"type": "text_link", "text": "my answer", "href": links[1]}]
messages = [{"id": place, "type": "message", "date": "2026-11-08T14:03:00", "date_unixtime": "1794146580", "from": name, "from_id": f"user{place}", "text": text}
            for place, (name, text) in enumerate(zip(("Ada", "Ben"), texts))]
json.dump({"name": "Room", "type": "private_group", "id": 1, "messages": messages}, open("chat.json", "w"))
reader = TelegramJsonParser("chat.json")
reader.parse_file()
reader.parsed_messages.write_to_json("read.json")
text = open("read.json", encoding="utf-8").read()
print(text)
assert f"Mine:  {links[0]}  done" in text
assert "my answer" in text and links[1] not in text and links[1] in open("chat.json").read()
END
PYTHONPATH="$dir/py" python3 -W ignore check.py 2>error.log || { cat error.log; exit 1; }
echo "as stated"
