"""Sends the codes of FOLDER/codes.json through Python libraries, and writes what they deliver to FOLDER/delivered-py.json."""

import html
import json
import platform
import re
import sys
import urllib.parse
from email.message import EmailMessage
from importlib.metadata import version
from pathlib import Path

import bleach
import html2text
import markdown
import markdown2
import markdownify
import mistune
import smartypants

folder = Path(sys.argv[1])
codes = json.loads((folder / "codes.json").read_text())


def link(code):
    return f"https://example.org/app/#/answer/{code}"


def shown(page):
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def mail(text, kind, encoding):
    message = EmailMessage()
    message["From"] = "ada@example.org"
    message["Subject"] = "mine"
    message.set_content(text, subtype=kind, cte=encoding)
    return message.as_string()


def typography(attributes):
    return lambda code: smartypants.smartypants(code, attributes)


PYTHON = f"Python {platform.python_version()}"
WAYS = [
    ("smartypants", "typography, as HTML", typography(smartypants.Attr.set1)),
    ("smartypants", "typography, copied from the screen", lambda code: shown(typography(smartypants.Attr.set1)(code))),
    ("smartypants", "old school, copied from the screen", lambda code: shown(typography(smartypants.Attr.set2)(code))),
    ("Markdown", "as HTML", lambda code: markdown.markdown(code)),
    ("Markdown", "with all extras, copied from the screen", lambda code: shown(markdown.markdown(code, extensions=["extra", "smarty"]))),
    ("Markdown", "with legacy emphasis, copied from the screen", lambda code: shown(markdown.markdown(code, extensions=["legacy_em"]))),
    ("markdown2", "copied from the screen", lambda code: shown(markdown2.markdown(code))),
    ("mistune", "copied from the screen", lambda code: shown(mistune.html(code))),
    ("bleach", "links in a text, as HTML", lambda code: bleach.linkify(f"Mine: {link(code)}, thanks")),
    ("html2text", "HTML made text", lambda code: html2text.html2text(f"<p>{code}</p>")),
    ("html2text", "a link made text", lambda code: html2text.html2text(f'<p><a href="{link(code)}">here</a></p>')),
    ("markdownify", "HTML made Markdown", lambda code: markdownify.markdownify(f"<p>{code}</p>")),
    (PYTHON, "a mail, quoted-printable", lambda code: mail(f"Hello, mine is {link(code)} there – bye", "plain", "quoted-printable")),
    (PYTHON, "a mail, base64", lambda code: mail(f"Hello, mine is {link(code)} there", "plain", "base64")),
    (PYTHON, "an HTML mail, base64", lambda code: mail(f"<p>{html.escape(link(code))}</p>", "html", "base64")),
    (PYTHON, "JSON", lambda code: json.dumps({"text": f"«{link(code)}»\n"})),
    (PYTHON, "percent-encoded twice", lambda code: urllib.parse.quote(urllib.parse.quote(link(code), safe=""), safe="")),
]


def named(library):
    return library if library == PYTHON else f"{library} {version(library)}"


delivered = [
    {"library": named(library), "way": way, "texts": [[rewrite(code) for code in some] for some in codes]}
    for library, way, rewrite in WAYS
]
(folder / "delivered-py.json").write_text(json.dumps(delivered))
