// Files that come as fast as the page did would take the processor from painting it: they are asked for once it can be seen. Where the
// page took its time, or another screen than this one is asked for, they are asked for at once.
const elsewhere = !/^#?\/?$/.test(location.hash);
if (elsewhere) page.dataset.elsewhere = "";
const painted = !elsewhere && performance.getEntriesByType("navigation")[0]?.responseStart < 300 && new Promise((done) => {
new PerformanceObserver(done).observe({ type: "paint", buffered: true });
setTimeout(done, 1e3);
});
const inTime = async (ask) => {
await painted;
return ask();
};
const coming = files.map((name) => inTime(() => fetch(name)));
// Before the first paint: the chosen language, whose page it is if a page is not asked for as it was kept; the chosen colours, whether something is stored here and goes as far as a result,
// and whether this engine is older than those that the page is made for: none of them is without containers.
try {
const there = document.querySelector(`[hreflang="${localStorage.getItem("oxymoron-language")}"]`);
if (there && there.hreflang !== page.lang && !location.search) location.replace(there.href + location.hash);
const theme = JSON.parse(localStorage.getItem("oxymoron/1/settings/device") ?? "{}").body?.theme;
if (theme === "light" || theme === "dark") page.dataset.theme = theme;
for (const [key, text] of Object.entries(localStorage)) {
if (key.startsWith("oxymoron/1/assessment/")) page.dataset.returning ||= /"A12":\["[^"]/.test(text) ? "result" : "";
}
} catch {}
if (!CSS.supports("container-type", "inline-size")) page.dataset.old = "";
// Whoever waits for them hears of a failure; nobody else has to.
for (const file of coming) file.catch(() => {});
