// Only in debug builds: a release build that was served from this address before leaves a service worker behind, and its files.
// The page goes on under that worker until it is loaded again.
if (await (await navigator.serviceWorker?.getRegistration())?.unregister()) {
  location.reload();
} else {
  const left = (await caches.keys()).filter((name) => name.startsWith(`oxymoron ${new URL("./", location)} `));
  await Promise.all(left.map((name) => caches.delete(name)));
}
