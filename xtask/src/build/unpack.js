// A response with what was packed: gzip, as text of two letters for 13 bits, behind a digit that says how many bytes at the end are none.
const unpacked = (text, type) => {
const bytes = new Uint8Array(Math.floor((text.length - 1) / 2 * 13 / 8));
// Neither a quote nor < nor a backslash is a letter.
const value = (code) => code - 33 - (code > 34) - (code > 60) - (code > 92);
let word = 0, held = 0, to = 0;
for (let at = 1; at < text.length; at += 2) {
word = word << 13 | value(text.charCodeAt(at)) * 91 + value(text.charCodeAt(at + 1));
for (held += 13; held >= 8; to += 1) {
held -= 8;
bytes[to] = word >>> held;
}
}
const packed = bytes.subarray(0, bytes.length - Number(text[0]));
const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
return new Response(stream, { headers: { "content-type": type } });
};
