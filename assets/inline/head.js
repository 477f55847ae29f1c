// Before the first paint: the chosen colours, whether something is stored here, and whether the address names another screen
// than the prerendered one.
const page = document.documentElement;
try {
const theme = JSON.parse(localStorage.getItem("oxymoron/1/settings/device") ?? "{}").body?.theme;
if (theme === "light" || theme === "dark") page.dataset.theme = theme;
if (Object.keys(localStorage).some((key) => key.startsWith("oxymoron/1/assessment/"))) page.dataset.returning = "";
} catch {}
if (!/^#?\/?$/.test(location.hash)) page.dataset.elsewhere = "";
