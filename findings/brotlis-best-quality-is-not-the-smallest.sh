#!/usr/bin/env bash
# What: a table of 32-bit pairs as a program carries it (which letter is the capital or the small form of which), compressed by Brotli at
#   every quality.
# Expected: a higher quality takes longer and gives a file that is no larger; precompressors of static files use 11 and look no further.
# Observed: at 5 to 9 the file is about a tenth smaller than at 11, and at 10 it is larger still.
# Consequence: data in rows (tables in WebAssembly, arrays of numbers) is worth a try at several qualities; a size that is quoted "in brotli" says
#   which quality was taken.
# Packages: none; Node 20.20.2, whose Brotli is printed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import zlib from 'node:zlib';
const pairs = (change) => {
  const rows = [];
  for (let code = 0x80; code <= 0x10ffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const changed = [...change(String.fromCodePoint(code))];
    if (changed.length === 1 && changed[0].codePointAt(0) !== code) rows.push(code, changed[0].codePointAt(0));
  }
  return rows;
};
const table = Buffer.from(Uint32Array.from([...pairs((it) => it.toLowerCase()), ...pairs((it) => it.toUpperCase())]).buffer);
const at = (quality) => zlib.brotliCompressSync(table, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: quality } });
console.log('node', process.version, 'brotli', process.versions.brotli, 'unicode', process.versions.unicode, `${table.length} bytes`);
const sizes = {};
for (const quality of [1, 4, 5, 6, 7, 8, 9, 10, 11]) {
  const packed = at(quality);
  assert(zlib.brotliDecompressSync(packed).equals(table));
  sizes[quality] = packed.length;
}
console.log(sizes);
assert(sizes[5] < sizes[11] * 0.95, 'quality 5 is smaller than 11');
assert(sizes[9] < sizes[11] * 0.95, 'and so is 9');
assert(sizes[10] > sizes[11], 'quality 10 is larger than 11');
END
node check.mjs
echo "as stated"
