// A response with what was packed: gzip, as text of five letters for four bytes, behind a digit that says how many bytes at the end are none.
const unpacked = (text, type) => {
const bytes = new Uint8Array((text.length - 1) / 5 * 4);
for (let at = 1, to = 0; at < text.length; to += 4) {
let word = 0;
for (const end = at + 5; at < end; at += 1) {
const code = text.charCodeAt(at);
// Neither < nor a backslash is a letter.
word = word * 85 + code - 35 - (code > 60) - (code > 92);
}
bytes[to] = word >>> 24;
bytes[to + 1] = word >>> 16;
bytes[to + 2] = word >>> 8;
bytes[to + 3] = word;
}
const packed = bytes.subarray(0, bytes.length - Number(text[0]));
const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
return new Response(stream, { headers: { "content-type": type } });
};
