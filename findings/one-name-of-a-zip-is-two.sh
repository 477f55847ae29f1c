#!/bin/sh
# What: a ZIP archive with one file whose name stands twice, as `_____.json` and, in the extra field 0x7075 that Info-ZIP writes for it, in Arabic letters; listed by Python 3.11, fflate 0.8.3, adm-zip 0.6.1, JSZip 3.10.2 and yauzl 3.4.0.
# Expected: the name that the file has; APPNOTE 4.6.9 says that the field takes the header's place.
# Observed: JSZip and yauzl give the Arabic name, Python, fflate and adm-zip the underscores.
# Consequence: of a name in an archive only the ending is asked for, which both have; a room is told by what its file holds, and a name that is shown may be the other one.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" fflate@0.8.3 adm-zip@0.6.1 jszip@3.10.2 yauzl@3.4.0 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: fflate@0.8.3 adm-zip@0.6.1 jszip@3.10.2 yauzl@3.4.0'
python3 --version
echo "node $(node --version)"

cat >make.py <<'END'
import struct
import zipfile
import zlib

plain, name, data = b"_____.json", "\u062a\u0642\u064a\u064a\u0645.json".encode(), b"{}"
field = struct.pack("<BI", 1, zlib.crc32(plain)) + name
extra = struct.pack("<HH", 0x7075, len(field)) + field
common = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0x5D7E, zlib.crc32(data), len(data), len(data), len(plain), len(extra))
local = b"PK\x03\x04" + common + plain + extra + data
entry = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + plain + extra
end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), len(local), 0)
open("rooms.zip", "wb").write(local + entry + end)
archive = zipfile.ZipFile("rooms.zip")
assert archive.testzip() is None
print("Python", archive.namelist())
assert archive.namelist() == ["_____.json"]
END
python3 make.py
cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import AdmZip from 'adm-zip';
import { unzipSync } from 'fflate';
import JSZip from 'jszip';
import yauzl from 'yauzl';
const bytes = readFileSync('rooms.zip');
const seen = {
  fflate: Object.keys(unzipSync(bytes)),
  'adm-zip': new AdmZip(bytes).getEntries().map((entry) => entry.entryName),
  JSZip: Object.keys((await JSZip.loadAsync(bytes)).files),
  yauzl: await new Promise((done, fail) => yauzl.fromBuffer(bytes, (error, archive) => (error ? fail(error) : archive.on('entry', (entry) => done([entry.fileName]))))),
};
console.log(JSON.stringify(seen).replace(/[^ -~]/g, (letter) => `\\u0${letter.charCodeAt(0).toString(16)}`));
const arabic = ['\u062a\u0642\u064a\u064a\u0645.json'];
assert.deepEqual(seen, { fflate: ['_____.json'], 'adm-zip': ['_____.json'], JSZip: arabic, yauzl: arabic });
END
node check.mjs
echo "as stated"
