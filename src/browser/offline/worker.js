// The service worker: what lets the page load again without a network. It keeps files of the build, each under its bare address,
// and nothing else.
//
// There is one cache for each build. Its page is put in last, so a cache that has a page is whole.

const PAGE = self.registration.scope;
const OURS = `oxymoron ${PAGE} `;
const CACHE = OURS + "{{build}}";
const FILES = {{files}};
// Not fetched for everybody: they are kept once a page has asked for them.
const ON_DEMAND = {{on_demand}};

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
  const page = await fetch(PAGE, { cache: "no-cache" });
  const named = (await page.clone().text()).match(/[a-z-]+-[0-9a-f]{12}\.[a-z]+/g) ?? [];
  // A build that was put in place meanwhile would miss its files.
  const isOurs = named.length > 0 && named.every((name) => FILES.includes(name) || ON_DEMAND.includes(name));
  if (!page.ok || page.redirected || !isOurs) {
    throw new Error("this is another page");
  }
  await cache.put(PAGE, page);
}

async function activate() {
  const names = await ours();
  // A later one belongs to a build that is just being installed.
  await Promise.all(names.slice(0, names.indexOf(CACHE)).map((name) => caches.delete(name)));
  // The network is asked while the worker starts.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

// From the network, so that another build is seen at once; the kept one if that does not answer.
async function page(event) {
  const network = (async () => (await event.preloadResponse) ?? fetch(event.request))();
  const arrived = network.catch(() => undefined);
  event.waitUntil(arrived);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const response = await Promise.race([arrived, late]);
  return response && response.status < 500 ? response : (await kept(PAGE)) ?? network;
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
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  if (method !== "GET" || !address.startsWith(PAGE)) {
    return;
  }
  const name = address.slice(PAGE.length);
  if (mode === "navigate" && (name === "" || name === "index.html")) {
    event.respondWith(page(event));
  } else if (mode !== "navigate" && HASHED.test(name)) {
    event.respondWith(file(event, address));
  }
});
