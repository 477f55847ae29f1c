// The service worker of a debug build, and of whoever takes the page away: it sends away the one that a release build of before has
// left at this address, with what that one keeps, and has the open pages loaded from the network.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const { scope } = self.registration;
  const left = (await caches.keys()).filter((name) => /^oxymoron(-newest)? /.test(name) && name.split(" ")[1] === scope);
  await Promise.all(left.map((name) => caches.delete(name)));
  await self.registration.unregister();
  const pages = await self.clients.matchAll({ type: "window" });
  // With its fragment the address would only be another place on the same page.
  await Promise.all(pages.map((page) => page.navigate(page.url.split("#")[0])));
}
