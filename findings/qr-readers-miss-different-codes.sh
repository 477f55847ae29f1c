#!/usr/bin/env bash
# 164 pictures of 160 codes alone and 48 in galleries, each code as long as an answer code of 36 questions (version 8, level M).
# zxing-cpp 3.1.1, and ZBar 0.23.92 (Debian's libzbar0) through pyzbar 0.1.9
# A reader expects: two readers that everybody uses read the same codes.
# Seen: ZBar reads none that is light on dark and hardly one that is blurred by 0.45 of a module; zxing-cpp reads both, and one less of twelve
# in a gallery of small pictures.
# So: no reader alone is the measure. docs/qr-readers.md has this table with our column; PICTURES=folder keeps the pictures for it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
pictures=${PICTURES:-$folder/pictures}
mkdir -p "$pictures"
cd "$folder"
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-warn-conflicts --target "$folder/packages" zxing-cpp==3.1.1 pyzbar==0.1.9 numpy==2.4.6 pillow==13.0.0 segno==1.6.6
export PYTHONPATH="$folder/packages"
cat >make.py <<'END'
import io
import json
import math
import os
import random
import sys
import numpy as np
import segno
from PIL import Image, ImageDraw, ImageFilter

random.seed(7)
np.random.seed(7)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
folder, truth = sys.argv[1], {}


def link():
    return "https://example.org/oxymoron/#/answer/oxya" + "".join(random.choice(LETTERS) for _ in range(95))


def code(text, side):
    drawn = segno.make(text, error="m", micro=False, boost_error=False)
    modules = np.array([[0 if dark else 255 for dark in row] for row in drawn.matrix_iter(scale=1, border=4)], dtype=np.uint8)
    return Image.fromarray(np.kron(modules, np.ones((side, side), dtype=np.uint8)))


def save(name, picture, texts):
    picture = picture.convert("L")
    with open(f"{folder}/{name}.pgm", "wb") as file:
        file.write(b"P5 %d %d 255\n" % picture.size + picture.tobytes())
    truth[name] = texts


def framed(picture, pad=60):
    frame = Image.new("L", (picture.width + 2 * pad, picture.height + 2 * pad), 255)
    frame.paste(picture, (pad, pad))
    return frame


def values(array):
    return Image.fromarray(np.clip(array, 0, 255).astype(np.uint8))


def leaning(picture, most):
    width, height = picture.size
    far = most * width
    near = lambda: random.uniform(0, far)
    source = [(0, 0), (width, 0), (width, height), (0, height)]
    target = [(near(), near()), (width - near(), near()), (width - near(), height - near()), (near(), height - near())]
    rows = []
    for (x, y), (u, v) in zip(target, source):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
    sides = np.array([side for point in source for side in point])
    return picture.transform((width, height), Image.PERSPECTIVE, list(np.linalg.solve(np.array(rows, float), sides)), Image.BICUBIC, fillcolor=255)


for i in range(16):
    four = [4, 6, 8, 10][i % 4]
    text = link()
    save(f"clean-{i}", framed(code(text, [3, 4, 5, 6, 8][i % 5])), [text])
    text = link()
    whole = framed(code(text, 8))
    scale = 0.25 * (1 + i / 64)
    save(f"25 %-{i}", whole.resize((int(whole.width * scale), int(whole.height * scale)), Image.BILINEAR), [text])
    text = link()
    save(f"rotated-{i}", framed(code(text, 5), 140).rotate(5 + i * 21, Image.BICUBIC, fillcolor=255), [text])
    text = link()
    save(f"perspective-{i}", leaning(framed(code(text, 6), 30), 0.10 + 0.01 * i), [text])
    text = link()
    save(f"inverted-{i}", values(255 - np.asarray(framed(code(text, [3, 4, 6, 8][i % 4]), 10))), [text])
    text = link()
    save(f"mirrored-{i}", framed(code(text, [3, 4, 6, 8][i % 4])).transpose(Image.FLIP_LEFT_RIGHT), [text])
    for blur in (45, 60):
        text = link()
        save(f"blur of {blur / 100:.2f} modules-{i}", framed(code(text, four)).filter(ImageFilter.GaussianBlur(blur / 100 * four)), [text])
    text = link()
    pale = 110 + np.asarray(framed(code(text, [4, 6, 8][i % 3]))).astype(float) * 0.18
    save(f"low contrast with noise-{i}", values(pale.astype(np.uint8) + np.random.normal(0, 4 + i * 0.4, pale.shape)), [text])
    text = link()
    light = np.asarray(framed(code(text, 7))).astype(float)
    y, x = np.mgrid[0:light.shape[0], 0:light.shape[1]]
    turn = 2 * math.pi / (2.2 + 0.12 * i)
    screen = (0.5 + 0.5 * np.sin(turn * x)) * (0.5 + 0.5 * np.sin(turn * y + 0.3))
    save(f"moire-{i}", values(30 + light * 0.75 * (0.45 + 0.55 * screen)).rotate(3 + i, Image.BILINEAR, fillcolor=200), [text])


def gallery(name, tile, ground, quality=None, turn=0, gap=8, card=0):
    texts = [link() for _ in range(12)]
    picture = Image.new("L", (4 * (tile + gap) + gap, 3 * (tile + gap) + gap), ground)
    for place, text in enumerate(texts):
        shown = code(text, 8)
        if card:
            page = Image.new("L", (shown.width + 2 * card, shown.height + 4 * card), 255)
            page.paste(shown, (card, 2 * card))
            for line in range(6):
                ImageDraw.Draw(page).rectangle((card, 20 + line * 12, card + random.randint(50, 300), 26 + line * 12), fill=60)
            shown = page.resize((int(tile * page.width / page.height), tile), Image.LANCZOS)
        else:
            shown = shown.resize((tile, tile), Image.LANCZOS)
        if turn:
            shown = shown.rotate(random.uniform(-turn, turn), Image.BICUBIC, fillcolor=255)
        picture.paste(shown, (gap + (place % 4) * (tile + gap), gap + (place // 4) * (tile + gap)))
    if quality:
        kept = io.BytesIO()
        picture.save(kept, "JPEG", quality=quality)
        picture = Image.open(io.BytesIO(kept.getvalue()))
    save(name, picture, texts)


gallery("gallery, 160 pixels each", 160, 255)
gallery("gallery, JPEG of quality 30", 200, 255, quality=30)
gallery("gallery, dark ground", 180, 20, gap=14)
gallery("gallery, pages at a slant", 260, 235, card=60, turn=4, gap=10)
with open(f"{folder}/texts.tsv", "w") as file:
    for name, texts in truth.items():
        file.write("\t".join([name, *texts]) + "\n")
END
python3 make.py "$pictures"
python3 - "$pictures" <<'END'
import sys
from importlib.metadata import version
import numpy
import zxingcpp
from PIL import Image
from pyzbar import pyzbar
print("zxing-cpp", version("zxing-cpp"), "pyzbar", version("pyzbar"))
rows = {}
for line in open(f"{sys.argv[1]}/texts.tsv"):
    name, *texts = line.rstrip("\n").split("\t")
    picture = Image.open(f"{sys.argv[1]}/{name}.pgm")
    zxing = {code.text for code in zxingcpp.read_barcodes(numpy.asarray(picture), formats=zxingcpp.BarcodeFormat.QRCode)}
    zbar = {code.data.decode("utf-8", "replace") for code in pyzbar.decode(picture, symbols=[pyzbar.ZBarSymbol.QRCODE])}
    kind = name.rsplit("-", 1)[0]
    row = rows.setdefault(kind, [0, 0, 0])
    for place, count in enumerate((len(texts), len(zxing & set(texts)), len(zbar & set(texts)))):
        row[place] += count
for kind, (codes, zxing, zbar) in rows.items():
    print(f"{kind:28} {codes:3} codes  zxing-cpp {zxing:3}  ZBar {zbar:3}")
small = rows["gallery, 160 pixels each"]
held = rows["inverted"] == [16, 16, 0] and rows["blur of 0.45 modules"][1] == 16 and rows["blur of 0.45 modules"][2] < 4 and small[1] < small[2] == 12
sys.exit(0 if held else 1)
END
