// The service worker: what lets the page load again without a network. It keeps files of the build, each under its bare address,
// and nothing else.
//
// There is one cache for each build. Its page is put in last, so a cache that has a page is whole.

const PAGE = self.registration.scope;
const OURS = `oxymoron ${PAGE} `;
const CACHE = OURS + "{{build}}";
// Where the pages are: the one at the root, and a folder for each other language.
const PAGES = {{pages}};
const FILES = {{files}};
// Not fetched for everybody: they are kept once a page has asked for them.
const ON_DEMAND = {{on_demand}};

// Every build of the page names its script so, and no other page does.
const OUR_PAGE = /\boxymoron-[0-9a-f]{12}\.js\b/;
// A file with such a name is never another one.
const HASHED = /^[a-z-]+-[0-9a-f]{12}\.[a-z]+$/;
// How long the network may take before the kept page is shown, in milliseconds.
const PATIENCE = 3000;

const ours = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

// What is kept under an address, of the newest build that has it: the page that the network would give, and the files of any page.
async function kept(address) {
  for (const cacheName of (await ours()).reverse()) {
    const found = await caches.match(address, { cacheName, ignoreVary: true });
    if (found) {
      return found;
    }
  }
}

// Some hosts answer with a page of theirs where a file is missing.
function isFile(response) {
  return response.ok && !response.redirected && !/^text\/html/.test(response.headers.get("content-type"));
}

async function install() {
  // Left over from an attempt, or from before another build was taken back.
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  await Promise.all(FILES.map(async (name) => {
    const response = await fetch(PAGE + name);
    if (!isFile(response)) {
      throw new Error(`${name} is missing`);
    }
    await cache.put(PAGE + name, response);
  }));
  // Whoever is on the page of another language has that one kept as well, and its words.
  const open = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  const others = PAGES.filter((folder) => folder && open.some(({ url }) => url.startsWith(PAGE + folder)));
  for (const folder of others) {
    const words = folder.slice(0, -1).toLowerCase();
    const named = ON_DEMAND.filter((name) => name.replace(/^later-/, "").replace(/-[0-9a-f]{12}\.txt$/, "") === words);
    await Promise.all(named.map(async (name) => cache.put(PAGE + name, await fetch(PAGE + name))));
  }
  for (const folder of [...others, ""]) {
    const page = await fetch(PAGE + folder, { cache: "no-cache" });
    if (page.redirected || !(await isOurPage(page)) || !(await isOfThisBuild(page))) {
      throw new Error("this is another page");
    }
    await cache.put(PAGE + folder, page);
  }
}

// A build that was put in place meanwhile would miss its files.
async function isOfThisBuild(page) {
  const named = (await page.clone().text()).match(/[a-z-]+-[0-9a-f]{12}\.[a-z]+/g) ?? [];
  return named.every((name) => FILES.includes(name) || ON_DEMAND.includes(name));
}

// The page of another language is kept from the first time that somebody goes there, or changes to it.
async function keepPage(address, page) {
  if (address !== PAGE && page && await isOfThisBuild(page)) {
    await (await caches.open(CACHE)).put(address, page);
  }
}

async function activate() {
  const names = await ours();
  // A later one belongs to a build that is just being installed.
  await Promise.all(names.slice(0, names.indexOf(CACHE)).map((name) => caches.delete(name)));
  // The network is asked while the worker starts.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

// Whether an answer is our page, of whatever build. Hosts, gateways and captive portals answer in its place, with any status; an answer
// that is none has type "error" (Firefox, where Chromium rejects), and one that leads elsewhere "opaqueredirect".
async function isOurPage(response) {
  return response.ok && OUR_PAGE.test(await response.clone().text());
}

// From the network, so that another build is seen at once; the kept one unless our page is what comes.
async function page(event, address) {
  const network = (async () => (await event.preloadResponse) ?? fetch(event.request))();
  const arrived = network.then(async (response) => (await isOurPage(response)) && response).catch(() => undefined);
  event.waitUntil(arrived.then((response) => response && keepPage(address, response.clone())));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const found = (await Promise.race([arrived, late])) || (await kept(address));
  // The page at the root is there for everybody; asked for so, it leads nobody back here.
  return found || ((await kept(PAGE)) ? Response.redirect(`${PAGE}?kept`) : network);
}

// An address that names nothing: back to the page, as the host's own page for it would do. The browser keeps the fragment.
async function elsewhere(event) {
  const network = (async () => (await event.preloadResponse) ?? fetch(event.request))();
  const response = await network.catch(() => undefined);
  const nothing = !response || response.type === "error" || response.status === 404;
  return nothing ? Response.redirect(PAGE) : response;
}

async function file(event, address) {
  const found = await kept(address);
  if (found) {
    return found;
  }
  const response = await fetch(event.request);
  const newest = (await ours()).at(-1);
  if (newest && isFile(response)) {
    const copy = response.clone();
    event.waitUntil(caches.open(newest).then((cache) => cache.put(address, copy)).catch(() => undefined));
  }
  return response;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname, search } = new URL(url);
  const address = origin + pathname;
  if (method !== "GET" || !address.startsWith(PAGE)) {
    return;
  }
  const name = address.slice(PAGE.length);
  const folder = PAGES.find((folder) => name === folder || name === `${folder}index.html`);
  if (folder !== undefined) {
    event.respondWith(page(event, PAGE + folder));
  } else if (mode === "navigate" && /^%23/i.test(name)) {
    // A mail gateway wrote the number sign so, and made a path of the place.
    event.respondWith(Response.redirect(`${PAGE}#${name.slice(3)}${search}`));
  } else if (mode === "navigate") {
    event.respondWith(elsewhere(event));
  } else if (HASHED.test(name)) {
    event.respondWith(file(event, address));
  }
});
