// The whole guide on the device: pages from the network first, everything else from the copy. One cache per version;
// files that did not change are copied from the last one, so that an update fetches only what changed. The pages of a
// folder are one file, from which a page is put together when it is asked for.
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
  if (request.mode !== "navigate") return (await copy(request, cache)) ?? fetch(request);
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), PATIENCE);
  try {
    return await fetch(request, { signal: late.signal });
  } catch {
    return (await copy(request, cache)) ?? fetch(request).catch(() => notHere(cache));
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What is kept of an address: a file, or a page out of the file of its folder.
 * @param {Request} request
 * @param {Cache} cache
 */
async function copy(request, cache) {
  const file = await cache.match(request, { ignoreSearch: true });
  if (file) return file;
  const path = request.url.split(/[?#]/)[0].slice(worker.registration.scope.length);
  const [common, folder] = await Promise.all(
    ["common", path.split("/")[0]].map((name) => cache.match(address(`offline/${name}.json`))),
  );
  if (!common || !folder) return undefined;
  /** @type {{ pieces: string[], pages: Record<string, string> }} */
  const { pieces, pages } = await folder.json();
  const all = [...(await common.json()).pieces, ...pieces];
  const page = pages[path]
    ?.split(" ")
    .flatMap((run) => piecesOf(run, all))
    .join("");
  return page ? new Response(page, { headers: { "content-type": "text/html; charset=utf-8" } }) : undefined;
}

/**
 * The pieces of a run, whose places are written in letters: "c", or "f-k".
 * @param {string} run
 * @param {string[]} pieces
 */
function piecesOf(run, pieces) {
  const [first = 0, last = first] = run
    .split("-")
    .map((letters) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 97, 0));
  return pieces.slice(first, last + 1);
}

/**
 * The page that says that there is none at an address, for when there is no network to ask.
 * @param {Cache} cache
 */
async function notHere(cache) {
  return (await cache.match(address("404.html"))) ?? Response.error();
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
