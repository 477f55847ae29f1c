// Until the app is alive: an answer to the first question goes into localStorage at once, and is shown again after a reload.
const early = "oxymoron/1/early/A01";
const app = document.querySelector("#app");
// The app listens for events where it is drawn. A listener for clicks around everything makes every heading "clickable" to those who listen.
app.addEventListener = document.addEventListener.bind(document);
// What goes with its screen may have neither focus nor caret: a screen reader is told of the removal first, moves on, and says nothing of the
// heading that has the focus then. By the keyboard the focus steps aside first, and a frame later, when that has been told, the app moves.
addEventListener("hashchange", () => {
const move = () => dispatchEvent(new Event("moved"));
getSelection().empty();
if (!app.querySelector("main :focus-visible")) return move();
aside.focus();
requestAnimationFrame(() => setTimeout(move));
});
// One live region for all that happens. What is equal to what was said before is said again, since it is another element.
const say = (words) => {
const line = document.createElement("p");
line.textContent = words;
said.replaceChildren(line);
};
const options = [...app.querySelectorAll('input[name="A01"]')];
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
// What was saved is one click away even when the app is not running; without this script there is no button.
for (const button of document.querySelectorAll(".shell-actions [hidden]")) {
button.hidden = false;
button.addEventListener("click", () => {
// Safari takes a script that did not come from its memory, also on a reload, until somebody asks for it past all caches.
const again = () => location.reload();
if ("reload" in button.dataset) return fetch(glue, { cache: "reload", signal: AbortSignal.timeout?.(3e3) }).then(again, again);
const ours = {};
if (page.dataset.earlyAnswer) ours[early] = page.dataset.earlyAnswer;
try {
for (const [key, text] of Object.entries(localStorage)) if (key.startsWith("oxymoron/")) ours[key] = text;
} catch {}
const link = document.createElement("a");
link.href = URL.createObjectURL(new Blob([JSON.stringify(ours)], { type: "application/json" }));
link.download = "oxymoron-everything.json";
document.body.append(link);
link.click();
link.remove();
});
}
// Translators, extensions and hosts change the page. It is taken over only as it was prerendered: the same elements, texts and comments
// in the same places. What is changed later by putting elements around texts, or in their places, is told to the app as an event. The app itself never
// puts an element in the place of a text at one go.
const shape = (node, sum) => {
for (const child of node.childNodes) {
for (const letter of child.nodeName) sum = (31 * sum + letter.charCodeAt()) % 1e9;
sum = (31 * shape(child, sum) + 1) % 1e9;
}
return sum;
};
const watch = (expected) => {
const look = (records = []) => {
const replaced = ({ addedNodes: [came], removedNodes: [went] }) => came?.nodeType === 1 && went?.nodeType === 3;
const wrapped = app.querySelector("font, mark") || records.some(replaced);
if (wrapped || !("alive" in page.dataset)) page.dataset.changed = "";
if (wrapped) {
watcher.disconnect();
// Everything is drawn afresh: what is typed and not stored yet goes into the new fields, and the focus stays where it was.
const typed = [...app.querySelectorAll("input[id], textarea")].map(({ id, value }) => [id, value]);
const { id } = document.activeElement;
dispatchEvent(new Event("changed"));
setTimeout(() => {
for (const [id, value] of typed) {
const field = document.getElementById(id);
if (!field || field.value === value) continue;
field.value = value;
field.dispatchEvent(new Event("input", { bubbles: true }));
}
document.getElementById(id)?.focus();
});
}
};
const watcher = new MutationObserver(look);
watcher.observe(app, { childList: true, subtree: true });
if (shape(app, 0) !== expected) look();
};
// What an engine throws through the app's code leaves it as dead as a panic does, and the app has no word in it.
addEventListener("error", ({ error }) => {
if (/wasm-function/.test(error?.stack)) page.dataset.broken = "";
});
// The app broke: the page is drawn once more from what is stored, if that works and the page can be had. Else it says so.
new MutationObserver(async () => {
if (history.state === "again" || "again" in page.dataset) return;
try {
localStorage.setItem("oxymoron/1/probe", "1");
localStorage.removeItem("oxymoron/1/probe");
page.dataset.again = "";
const kept = await self.caches?.match(new URL(".", location), { ignoreVary: true }).catch(() => {});
if (kept || (await fetch("")).ok) {
history.replaceState("again", "");
location.reload();
return;
}
} catch {}
delete page.dataset.again;
}).observe(page, { attributeFilter: ["data-broken"] });
