// The whole guide on the device: pages from the network first, everything else from the copy. One cache per version;
// files that did not change are copied from the last one, so that an update fetches only what changed.
/// <reference lib="webworker" />
importScripts("offline-manifest.js");

const worker =
  /** @type {ServiceWorkerGlobalScope & { guide: { version: string, files: Record<string, string> } }} */ (
    /** @type {unknown} */ (self)
  );
const { version, files } = worker.guide;
const PREFIX = "ew-guide-";
const PATIENCE = 2500; // milliseconds to wait for a page before the copy is shown

/** @param {string} path */
const address = (path) => new URL(path, worker.registration.scope).href;

async function keep() {
  const cache = await caches.open(PREFIX + version);
  await Promise.all(Object.entries(files).map(([path, digest]) => keepFile(cache, address(path), digest)));
}

/**
 * @param {Cache} cache
 * @param {string} url
 * @param {string} digest
 */
async function keepFile(cache, url, digest) {
  const old = await caches.match(url);
  if (old?.headers.get("x-digest") === digest) return cache.put(url, old);
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  const headers = new Headers(response.headers);
  headers.set("x-digest", digest);
  return cache.put(url, new Response(await response.blob(), { headers }));
}

async function dropOld() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PREFIX + version);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(PREFIX + version);
  const copy = await cache.match(request, { ignoreSearch: true });
  if (!copy) return fetch(request).catch(() => notHere(request, cache));
  if (request.mode !== "navigate") return copy;
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), PATIENCE);
  try {
    return await fetch(request, { signal: late.signal });
  } catch {
    return copy;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What an address without a copy gets when there is no network: the page that says so, or an error.
 * @param {Request} request
 * @param {Cache} cache
 */
async function notHere(request, cache) {
  const page = request.mode === "navigate" ? await cache.match(address("404.html")) : undefined;
  return page ?? Response.error();
}

worker.addEventListener("install", (event) => event.waitUntil(keep()));
worker.addEventListener("activate", (event) => event.waitUntil(dropOld().then(() => worker.clients.claim())));
worker.addEventListener("message", (event) => {
  if (event.data === "use") worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(worker.registration.scope)) event.respondWith(answer(event.request));
});
