// Only in debug builds: a release build that was served from this address before leaves a service worker behind, and its files.
const before = await navigator.serviceWorker?.getRegistration();
if (before) {
  await before.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`oxymoron ${before.scope} `)).map((name) => caches.delete(name)));
}
