// The page is its own host: what is asked for by name stands further down, and nothing else can be had. The style of later screens is there
// before anything is asked for.
const whole = new Promise((done) => document.readyState === "loading" ? addEventListener("DOMContentLoaded", () => done()) : done());
const styled = whole.then(async () => {
for (const part of document.querySelectorAll("[data-type='text/css']")) {
const sheet = new CSSStyleSheet();
sheet.replaceSync(await unpacked(part.textContent, part.dataset.type).text());
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
});
window.fetch = async (asked) => {
await styled;
const name = String(asked.url ?? asked).split("/").pop();
// Whether the page itself can be had: it is here.
if (!name) return new Response();
const part = document.getElementById(name);
if (!part) throw new TypeError(`${name} is not in this file`);
return unpacked(part.textContent, part.dataset.type);
};
// A worker that reads QR codes is started from a copy in memory, where the browser lets a page from a disk do that.
whole.then(() => {
const script = new Blob([document.getElementById("scan-worker").textContent], { type: "text/javascript" });
document.documentElement.dataset.scanWorker = URL.createObjectURL(script);
});
