// The service worker: what lets the page load again at once, and without a network. It keeps files of the build, each under its bare
// address, and a note of which build is the newest, and nothing else.
//
// There is one cache for each build. Its page is put in last, so a cache that has a page is whole.

const PAGE = self.registration.scope;
const OURS = `oxymoron ${PAGE} `;
const CACHE = OURS + "{{build}}";
// What every page of this build says of its files.
const PARTS = "{{parts}}";
// Where the pages are: the one at the root, and a folder for each other language.
const PAGES = {{pages}};
const FILES = {{files}};
// Not fetched for everybody: they are kept once a page has asked for them, and of the next build too then.
const ON_DEMAND = {{on_demand}};

// Where it is noted which build is the newest that was here: the name of its cache, or its parts where it has run and is not kept.
// Only the page of that one is shown from a cache: an older page would meet records that it does not know.
const NOTES = `oxymoron-newest ${PAGE}`;
const NEWEST = `${PAGE}?newest`;

// Every build of the page says so what its parts are, and no other page does.
const OUR_PAGE = /\bdata-parts="?([0-9a-f]{64})\b/;
// A file with such a name is never another one.
const HASHED = /^[a-z-]+-[0-9a-f]{12}\.[a-z]+$/;
// What such a file is, in whatever build.
const kindOf = (name) => name.replace(/-[0-9a-f]{12}(?=\.)/, "");
// How long the network may take before the page at the root is shown instead, in milliseconds.
const PATIENCE = 3000;

const ours = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

// Nothing as well where the browser has lost what it kept.
const inCache = (address, cacheName) => caches.match(address, { cacheName, ignoreVary: true }).catch(() => undefined);

const newest = async () => (await inCache(NEWEST, NOTES))?.text();
const becomesNewest = async (build) => (await caches.open(NOTES)).put(NEWEST, new Response(build));

// What an answer says of its parts, if it is our page, of whatever build. Hosts, gateways and captive portals answer in its place, with
// any status; an answer that is none has type "error", and one that leads elsewhere "opaqueredirect".
async function partsOf(page) {
  return page?.ok ? (await page.clone().text()).match(OUR_PAGE)?.[1] : undefined;
}

// The cache of a whole build.
async function cacheOf(parts) {
  for (const name of (await ours()).reverse()) {
    if ((await partsOf(await inCache(PAGE, name))) === parts) {
      return name;
    }
  }
}

// The folder of a page of ours.
function folderOf(url) {
  const { origin, pathname } = new URL(url);
  return PAGES.find((folder) => [folder, `${folder}index.html`].includes((origin + pathname).replace(PAGE, "")));
}

async function openPages() {
  const windows = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  return windows.filter(({ url }) => folderOf(url) !== undefined);
}

// Some hosts answer with a page of theirs where a file is missing.
function isFile(response) {
  return response.ok && !response.redirected && !/^text\/html/.test(response.headers.get("content-type"));
}

async function keepFiles(cache, names) {
  await Promise.all(names.map(async (name) => {
    const response = await fetch(PAGE + name);
    if (!isFile(response)) {
      throw new Error(`${name} is missing`);
    }
    await cache.put(PAGE + name, response);
  }));
}

// The pages of other languages that are open, or were kept before.
async function otherPages() {
  const open = (await openPages()).map(({ url }) => folderOf(url));
  const before = await Promise.all(PAGES.map((folder) => caches.match(PAGE + folder, { ignoreVary: true })));
  return PAGES.filter((folder, place) => folder && (before[place] || open.includes(folder)));
}

// What somebody has gone to before, and the words of other pages.
async function askedFor(pages) {
  const opened = await Promise.all((await ours()).map((name) => caches.open(name)));
  const kept = (await Promise.all(opened.map((cache) => cache.keys()))).flat();
  const names = new Set(kept.map(({ url }) => kindOf(url.slice(PAGE.length))));
  const words = pages.map((folder) => `${folder.slice(0, -1).toLowerCase()}.txt`);
  return ON_DEMAND.map((name) => [name, kindOf(name)])
    .filter(([, kind]) => names.has(kind) || words.includes(kind.replace(/^later-/, "")))
    .map(([name]) => name);
}

async function install() {
  // Of before another build was taken back: its page may have run, and is not kept for a while.
  if (await inCache(PAGE, CACHE)) {
    await becomesNewest(PARTS);
  }
  const others = await otherPages();
  const names = [...FILES, ...(await askedFor(others))];
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  await keepFiles(cache, names);
  const before = await newest();
  for (const folder of [...others, ""]) {
    const page = await fetch(PAGE + folder, { cache: "no-cache" });
    // A build that was put in place meanwhile would miss its files.
    if (page.redirected || (await partsOf(page)) !== PARTS) {
      throw new Error("this is another page");
    }
    await cache.put(PAGE + folder, page);
  }
  // Unless a later one has run since.
  if ([before, PARTS, undefined].includes(await newest())) {
    await becomesNewest(CACHE);
    (await openPages()).forEach((page) => page.postMessage(PARTS));
  }
}

async function activate() {
  const names = await ours();
  // A later one belongs to a build that is just being installed.
  const older = names.slice(0, Math.max(0, names.indexOf(CACHE)));
  if (older.includes(await newest())) {
    await becomesNewest(CACHE);
  }
  await Promise.all(older.map((name) => caches.delete(name)));
  await self.clients.claim();
}

// A page comes that was not kept: nothing older than what the network shows is shown from now on.
async function shown(parts) {
  const [names, cacheName, known] = await Promise.all([ours(), cacheOf(parts), newest()]);
  if (!cacheName || names.indexOf(cacheName) > names.indexOf(known)) {
    await becomesNewest(cacheName ?? parts);
  }
}

// A page tells that it runs: the browser may have loaded it past this worker.
async function runs({ data, source }) {
  if (!(await cacheOf(data))) {
    return becomesNewest(data);
  }
  const parts = await partsOf(await inCache(PAGE, await newest()));
  if (parts && parts !== data) {
    source.postMessage(parts);
  }
}

let filling;

// The page of another language is kept from the first time that somebody goes there, or changes to it.
async function keep(address, page, parts) {
  const cacheName = await cacheOf(parts);
  if (cacheName) {
    await (await caches.open(cacheName)).put(address, page);
  } else if (parts === PARTS) {
    // Somebody has emptied the caches by hand.
    await (filling ??= install().finally(() => (filling = undefined)));
  }
}

// The kept page at once, of the newest build that was here. Another build is found by the update of this worker, which begins with
// every visit.
async function page(event, address) {
  const build = await newest();
  return (build && (await inCache(address, build))) || fromNetwork(event, address, build);
}

async function fromNetwork(event, address, build) {
  const network = fetch(event.request);
  const arriving = network.then(async (response) => [response, await partsOf(response)]).catch(() => []);
  event.waitUntil(arriving.then(([response, parts]) => parts && keep(address, response.clone(), parts)).catch(() => undefined));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, []));
  const [response, parts] = await Promise.race([arriving, late]);
  if (parts) {
    if (event.request.mode === "navigate") {
      await shown(parts).catch(() => undefined);
    }
    return response;
  }
  // The page at the root is there for everybody; asked for so, it leads nobody back here.
  return build && (await inCache(PAGE, build)) ? Response.redirect(`${PAGE}?kept`) : network;
}

// An address that names nothing: back to the page, as the host's own page for it would do. The browser keeps the fragment.
async function elsewhere(event) {
  const response = await fetch(event.request).catch(() => undefined);
  return !response || response.type === "error" || response.status === 404 ? Response.redirect(PAGE) : response;
}

// Of whatever build: its name says what is in it.
async function file(event, address) {
  const found = await inCache(address);
  if (found) {
    return found;
  }
  const response = await fetch(event.request);
  if (isFile(response)) {
    event.waitUntil(keepFile(address, response.clone()).catch(() => undefined));
  }
  return response;
}

async function keepFile(address, response) {
  const last = (await ours()).at(-1);
  if (last) {
    await (await caches.open(last)).put(address, response);
  }
}

self.addEventListener("install", (event) => {
  // Else Chromium asks for the page while the worker starts, and throws away what comes.
  event.addRoutes?.({ condition: { requestMode: "navigate" }, source: "fetch-event" })?.catch(() => undefined);
  event.waitUntil(install());
});
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.waitUntil(runs(event)));
self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname, search } = new URL(url);
  const address = origin + pathname;
  if (method !== "GET" || !address.startsWith(PAGE)) {
    return;
  }
  const name = address.slice(PAGE.length);
  const folder = folderOf(url);
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
