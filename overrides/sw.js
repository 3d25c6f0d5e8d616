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
const NAME = PREFIX + version;
const PATIENCE = 2500; // milliseconds to wait for a page before the copy is shown, and for an open page's answer

/** The id of the page that asked for this version, and is about to load anew. */
let leaving = "";

/** @param {string} path */
const address = (path) => new URL(path, worker.registration.scope).href;

async function keep() {
  const [cache, kept] = [await caches.open(NAME), await keptByDigest()];
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
  const old = (await cacheNames()).filter((name) => name !== NAME);
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

// ---- Answering

/** A page: from the network where that answers in time and in full, else what is kept of it. @param {Request} request */
async function page(request) {
  const stop = new AbortController();
  const asked = fromNetwork(request, stop.signal);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const { response, sound } = (await Promise.race([asked, late])) ?? {};
  if (sound) return response;
  const kept = await copy(request.url).catch(() => undefined); // a storage that refuses
  if (kept) stop.abort(); // what stalls keeps a connection from others
  return kept ?? (await asked).response ?? (await notHere());
}

/**
 * What the network says, and whether that is an answer: all of a page, and not that the server is not able to just now.
 * @param {Request} request
 * @param {AbortSignal} signal
 * @returns {Promise<{ response?: Response, sound?: boolean }>}
 */
async function fromNetwork(request, signal) {
  try {
    // Asked for anew: a browser may hold what it takes for fresh, and a number that was put right must not wait for it.
    const response = await fetch(request, { signal, cache: "no-cache" });
    const { status, statusText, headers } = response;
    const able = status < 500 && status !== 429;
    if (!response.body || !headers.get("content-type")?.includes("html")) return { response, sound: able };
    const body = await response.blob();
    const isWhole = status !== 200 || (await body.slice(-1000).text()).includes("</html>");
    return { response: new Response(body, { status, statusText, headers }), sound: able && isWhole };
  } catch {
    return {};
  }
}

/** What a page is made of. One of another version, still open or fresh from the network, finds it in that one's cache. @param {Request} request */
async function part(request) {
  const kept = copy(request.url).then((found) => found ?? caches.match(request));
  return (await kept.catch(() => undefined)) ?? fetch(request);
}

/** What is kept at an address: a file, or a page out of the file of its folder. @param {string} url */
async function copy(url) {
  const [bare = ""] = url.split(/[?#]/);
  const file = await caches.match(bare, { cacheName: NAME });
  if (file) return file;
  const path = bare.slice(worker.registration.scope.length);
  const kept = (/** @type {string} */ name) =>
    caches.match(address(`offline/${name}.json`), { cacheName: NAME });
  const [common, folder] = await Promise.all(["common", path.split("/")[0]].map(kept));
  if (!common || !folder) return undefined;
  /** @type {{ pieces: string[], pages: Record<string, string> }} */
  const { pieces, pages } = await folder.json();
  const all = [...(await common.json()).pieces, ...pieces];
  const made = pages[path]
    ?.split(" ")
    .flatMap((run) => piecesOf(run, all))
    .join("");
  return made ? new Response(made, { headers: { "content-type": "text/html; charset=utf-8" } }) : undefined;
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

/** The page that says that there is none at an address, for when there is no network to ask. */
async function notHere() {
  const kept = await caches.match(address("404.html"), { cacheName: NAME }).catch(() => undefined);
  return kept ?? Response.error();
}

worker.addEventListener("install", (event) => event.waitUntil(keep()));
worker.addEventListener("activate", (event) => event.waitUntil(dropOld().then(() => worker.clients.claim())));
worker.addEventListener("message", ({ data, source }) => {
  if (data !== "use") return;
  leaving = /** @type {Client} */ (source).id;
  worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { method, url, mode, cache } = request;
  if (method !== "GET" || !url.startsWith(worker.registration.scope)) return;
  event.respondWith(mode === "navigate" || cache === "reload" ? page(request) : part(request));
});
