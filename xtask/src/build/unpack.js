// A response with what was packed: gzip, as text in base64.
const unpacked = (text, type) => {
const packed = atob(text);
const bytes = new Uint8Array(packed.length);
for (let at = 0; at < bytes.length; at += 1) bytes[at] = packed.charCodeAt(at);
const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
return new Response(stream, { headers: { "content-type": type } });
};
