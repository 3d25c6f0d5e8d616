// The whole guide on the device: pages from the network first, everything else from the copy. A page and what it is made
// of have addresses of one version, so that they always belong together. One cache per version; files that did not change
// are copied from the last one, so that an update fetches only what changed. The pages of a folder are one file, from
// which a page is put together when it is asked for.
/// <reference lib="webworker" />
importScripts("offline-manifest.js");

const worker =
  /** @type {ServiceWorkerGlobalScope & { guide: { version: string, files: Record<string, string> } }} */ (
    /** @type {unknown} */ (self)
  );
const { version, files } = worker.guide;
const PREFIX = "ew-guide-";
const PATIENCE = 2500; // milliseconds to wait for a page before the copy is shown, and for an open page's answer

/** The id of the page that asked for this version, and is about to load anew. */
let leaving = "";

/** @param {string} path */
const address = (path) => new URL(path, worker.registration.scope).href;

async function keep() {
  const [cache, kept] = [await caches.open(PREFIX + version), await keptByDigest()];
  await Promise.all(
    Object.entries(files).map(([path, digest]) => keepFile(cache, address(path), digest, kept.get(digest))),
  );
}

/** What is on the device already. The address of a file changes with each version, and its digest only when it does. */
async function keptByDigest() {
  /** @type {Map<string | null, Response>} */
  const kept = new Map();
  for (const name of await cacheNames()) {
    const cache = await caches.open(name);
    for (const response of await cache.matchAll()) kept.set(response.headers.get("x-digest"), response);
  }
  return kept;
}

async function cacheNames() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

/**
 * @param {Cache} cache
 * @param {string} url
 * @param {string} digest
 * @param {Response} [kept]
 */
async function keepFile(cache, url, digest, kept) {
  if (kept) return cache.put(url, kept.clone());
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  const headers = new Headers(response.headers);
  headers.set("x-digest", digest);
  return cache.put(url, new Response(await response.blob(), { headers }));
}

/** Forget earlier versions, except those on which a page that is still open may run. */
async function dropOld() {
  const { installing, waiting } = worker.registration;
  const old = (await cacheNames()).filter((name) => name !== PREFIX + version);
  if (!old.length || installing || waiting) return; // a newer version is on its way, and will do it
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const scripts = await Promise.all(pages.filter(({ id }) => id !== leaving).map(scriptOf));
  await Promise.all(old.map(async (name) => (await isNeeded(name, scripts)) || caches.delete(name)));
}

/**
 * The address of a script that runs on an open page; empty where the page does not say, as when it is frozen.
 * @param {Client} page
 * @returns {Promise<string>}
 */
function scriptOf(page) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, PATIENCE, "");
    page.postMessage("which", [port2]);
  });
}

/**
 * @param {string} name of a cache
 * @param {string[]} scripts
 */
async function isNeeded(name, scripts) {
  const cache = await caches.open(name);
  const held = await Promise.all(scripts.map((script) => !script || cache.match(script)));
  return held.some(Boolean);
}

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(PREFIX + version);
  if (request.mode !== "navigate" && request.cache !== "reload")
    // A page of another version, still open or fresh from the network, finds its files in the cache of that version.
    return (await copy(request, cache)) ?? (await caches.match(request)) ?? fetch(request);
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), PATIENCE);
  try {
    // Asked for anew: a browser may hold what it takes for fresh, and a number that was put right must not wait for it.
    return await fetch(request, { signal: late.signal, cache: "no-cache" });
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
worker.addEventListener("message", ({ data, source }) => {
  if (data !== "use") return;
  leaving = /** @type {Client} */ (source).id;
  worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(worker.registration.scope)) event.respondWith(answer(event.request));
});
