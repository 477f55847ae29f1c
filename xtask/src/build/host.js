// The page is its own host: what is asked for by name stands further down, and nothing else can be had.
const whole = new Promise((done) => document.readyState === "loading" ? addEventListener("DOMContentLoaded", () => done()) : done());
window.fetch = async (asked) => {
await whole;
const name = String(asked.url ?? asked).split("/").pop();
const part = document.getElementById(name);
if (!part) throw new TypeError(`${name} is not in this file`);
return unpacked(part.textContent, part.dataset.type);
};
// A worker that reads QR codes is started from a copy in memory, where the browser lets a page from a disk do that.
whole.then(() => {
const script = new Blob([document.getElementById("scan-worker").textContent], { type: "text/javascript" });
document.documentElement.dataset.scanWorker = URL.createObjectURL(script);
});
