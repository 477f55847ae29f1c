// Before the first paint: the chosen language, whose page it is if a page is not asked for as it was kept; the chosen colours, whether something is stored here and goes as far as a result, whether the address names another screen than the
// prerendered one, and whether this engine is older than those that the page is made for: none of them is without containers.
try {
const there = document.querySelector(`[hreflang="${localStorage.getItem("oxymoron-language")}"]`);
if (there && there.hreflang !== page.lang && !location.search) location.replace(there.href + location.hash);
const theme = JSON.parse(localStorage.getItem("oxymoron/1/settings/device") ?? "{}").body?.theme;
if (theme === "light" || theme === "dark") page.dataset.theme = theme;
for (const [key, text] of Object.entries(localStorage)) {
if (key.startsWith("oxymoron/1/assessment/")) page.dataset.returning = page.dataset.returning || (/"A12":\["[^"]/.test(text) ? "result" : "");
}
} catch {}
if (!/^#?\/?$/.test(location.hash)) page.dataset.elsewhere = "";
if (!CSS.supports("container-type", "inline-size")) page.dataset.old = "";
// Whoever waits for them hears of a failure; nobody else has to.
for (const file of coming) file.catch(() => {});
// A host or a gateway may answer in the place of a file.
const arrived = async (file) => {
const response = await file;
if (!response.ok || /html/.test(response.headers.get("content-type"))) throw new Error(`${response.url}: ${response.status}, another answer`);
return response;
};
