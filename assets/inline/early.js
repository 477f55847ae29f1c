// Until the app is alive: an answer to the first question goes into localStorage at once, and is shown again after a reload.
const early = "oxymoron/1/early/A01";
const options = [...document.querySelectorAll('#app input[name="A01"]')];
const keep = (value) => {
page.dataset.earlyAnswer = value;
try {
localStorage.setItem(early, value);
page.dataset.early = localStorage.getItem(early) === value ? "saved" : "failed";
} catch {
page.dataset.early = "failed";
}
};
for (const option of options) option.addEventListener("change", () => "alive" in page.dataset || keep(option.value));
try {
const kept = options.find((option) => option.value === localStorage.getItem(early));
if (kept) {
kept.checked = true;
page.dataset.early = "saved";
}
} catch {}
for (const button of document.querySelectorAll("[data-reload]")) button.addEventListener("click", () => location.reload());
// What was saved is one click away even when the app is not running.
for (const button of document.querySelectorAll(".rescue")) button.addEventListener("click", () => {
const ours = Object.entries(localStorage).filter(([key]) => key.startsWith("oxymoron/"));
const link = document.createElement("a");
link.href = URL.createObjectURL(new Blob([JSON.stringify(Object.fromEntries(ours))], { type: "application/json" }));
link.download = "oxymoron-everything.json";
link.click();
});
