// In the place of a guide that was taken down: every device that comes by lets go of its copy. What is open stays open.
/// <reference lib="webworker" />

/** @param {ServiceWorkerGlobalScope} worker */
async function letGo({ registration }) {
  // A copy is named after the address of its guide, which the first ones were not yet; another guide of the same host
  // keeps its own.
  const isOwn = (/** @type {string} */ name) =>
    name.startsWith(`ew-guide-${registration.scope}#`) || /^ew-guide-[a-p]+$/.test(name);
  const own = (await caches.keys()).filter(isOwn);
  await Promise.all(own.map((name) => caches.delete(name)));
  await registration.unregister();
}

const gone = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
gone.addEventListener("install", () => gone.skipWaiting());
gone.addEventListener("activate", (event) => event.waitUntil(letGo(gone)));
