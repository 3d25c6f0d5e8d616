// The whole guide on the device: pages from the network first, everything else from the copy. A page and what it is made
// of have addresses of one version, so that they always belong together. One cache per version, whole or not there at
// all; files that did not change are copied from the last one, so that an update fetches only what changed. The pages of
// a folder are one file, from which a page is put together when it is asked for.
/// <reference lib="webworker" />
importScripts("offline-manifest.js");

const worker =
  /** @type {ServiceWorkerGlobalScope & { guide: { version: string, files: Record<string, string> } }} */ (
    /** @type {unknown} */ (self)
  );
const { version, files } = worker.guide;
/** Another guide of the same host has another folder, and caches of its own. */
const PREFIX = `ew-guide-${worker.registration.scope}#`;
const NAME = PREFIX + version;
/** As caches were called before they told whose they are. */
const FORMER = /^ew-guide-[a-p]+$/;
/** Kept last: since when, in milliseconds, this version is whole, or was last seen to be the newest. */
const SEAL = "offline/whole";
/** Kept where a reader wants this version later. */
const DECLINED = "offline/declined";
/** In which the places of pieces are written, as `macros/publish/offline.py` does it. */
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DAY = 86_400_000;
const PATIENCE = 2500; // milliseconds to wait for a page before the copy is shown, and for an open page's answer

/** The id of the page that asked for this version, and is about to load anew. */
let leaving = "";

/** @param {string} path */
const address = (path) => new URL(path, worker.registration.scope).href;

// ---- Keeping

/** Keep all of this version, or nothing of it. */
async function keep() {
  if (await sealed(NAME)) return;
  const stop = new AbortController();
  try {
    const [cache, kept] = [await caches.open(NAME), await keptByDigest()];
    await Promise.all(
      Object.entries(files).map(([path, digest]) =>
        keepFile(cache, path, digest, kept.get(digest), stop.signal),
      ),
    );
    await seal(cache);
    if (!(await sealed(NAME))) throw new Error("The cache was taken away meanwhile.");
  } catch (error) {
    stop.abort();
    await caches.delete(NAME).catch(() => false);
    throw error;
  }
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
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) || FORMER.test(name));
}

/**
 * Keep a file that is on the device already, or fetch it. While a release is being uploaded, or the next one follows, the
 * server has files of another version: none of them is taken for one of this.
 * @param {Cache} cache
 * @param {string} path
 * @param {string} digest
 * @param {Response | undefined} kept
 * @param {AbortSignal} signal
 */
async function keepFile(cache, path, digest, kept, signal) {
  if (kept) return cache.put(address(path), kept.clone());
  const response = await fetch(address(path), { cache: "no-cache", signal });
  const body = await response.arrayBuffer();
  if (!response.ok || (await digestOf(body)) !== digest) throw new Error(`${response.status} ${path}`);
  const headers = new Headers(response.headers);
  headers.set("x-digest", digest);
  return cache.put(address(path), new Response(body, { headers }));
}

/** In letters, as the list has it. @param {ArrayBuffer} body */
async function digestOf(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body)).slice(0, 6);
  return [...bytes]
    .flatMap((byte) => [byte >> 4, byte & 15])
    .map((half) => String.fromCharCode(97 + half))
    .join("");
}

/** Note that this version is the newest: by the clock of the server, where it tells. @param {Cache} cache */
async function seal(cache) {
  const response = await fetch(address("offline-manifest.js"), { cache: "no-cache" });
  if (!response.ok || !(await response.text()).includes(`"${version}"`))
    throw new Error("There is a newer one.");
  const now = Date.parse(response.headers.get("date") ?? "") || Date.now();
  await cache.put(address(SEAL), new Response(String(now)));
}

/** Since when a cache is whole; 0 where it is not. @param {string} name */
async function sealed(name) {
  const found = await caches.match(address(SEAL), { cacheName: name });
  return found ? Number(await found.text()) : 0;
}

/** Put right what was cut off, as by a browser that was closed, and see once a day whether this version is the newest. */
async function tend() {
  for (const name of await caches.keys()) {
    const isHalf = name.startsWith(PREFIX) && name !== NAME && !(await sealed(name));
    if (isHalf && !worker.registration.installing) await caches.delete(name);
  }
  const since = await sealed(NAME);
  if (!since) await keep();
  else if (Math.abs(Date.now() - since) > DAY) await seal(await caches.open(NAME));
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

/** The reader wants this version later, and is not asked again. */
async function decline() {
  const cache = await caches.open(NAME);
  await cache.put(address(DECLINED), new Response());
}

async function isDeclined() {
  return Boolean(await caches.match(address(DECLINED), { cacheName: NAME }));
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
  const kept = file(request).then((found) => found ?? copy(request.url));
  return (await kept.catch(() => undefined)) ?? fetch(request);
}

/** @param {Request} request */
async function file(request) {
  const own = await caches.match(request, { cacheName: NAME, ignoreSearch: true });
  return own ?? caches.match(request);
}

/**
 * What is kept of a page, in whichever form its address is written. Only with its slash does it stand where its links
 * begin from, so that without it the reader is led there; and so it is from its short address.
 * @param {string} url
 */
async function copy(url) {
  const { pathname, search } = new URL(url);
  const path = pathname.slice(new URL(address("")).pathname.length).replace(/(^|\/)index\.html$/, "$1");
  const made = await pageAt(path);
  if (made) return made;
  const folder = path.replace(/\/?$/, "/");
  const there = (await bundle("common"))?.shorts[folder] ?? ((await pageAt(folder)) && folder);
  return there === undefined ? undefined : Response.redirect(address(there + search));
}

/**
 * A file of pages, or the one that all of these share, which has the short addresses, too.
 * @param {string} name
 * @returns {Promise<{ pieces: string[], pages: Record<string, string>, shorts: Record<string, string> } | undefined>}
 */
async function bundle(name) {
  const kept = await caches.match(address(`offline/${name}.json`), { cacheName: NAME });
  return kept?.json();
}

/** A page out of the file of its folder. What it has for readers of a copy is shown, and since when that is whole. @param {string} path */
async function pageAt(path) {
  const folder = path.includes(".") && !path.includes("/") ? "index" : path.split("/")[0] || "index";
  const own = await bundle(folder);
  const common = own && (await bundle("common"));
  if (!common) return undefined;
  const all = [...common.pieces, ...own.pieces];
  const made = own.pages?.[path]
    ?.split(" ")
    .flatMap((run) => piecesOf(run, all))
    .join("");
  if (!made) return undefined;
  const shown = made.replaceAll(" data-copy hidden", ` data-copy="${await sealed(NAME)}"`);
  return new Response(shown, { headers: { "content-type": "text/html; charset=utf-8" } });
}

/**
 * The pieces of a run, whose places are written in letters: "c", or "f-k".
 * @param {string} run
 * @param {string[]} pieces
 */
function piecesOf(run, pieces) {
  const [first = 0, last = first] = run
    .split("-")
    .map((letters) =>
      [...letters].reduce((sum, letter) => sum * LETTERS.length + LETTERS.indexOf(letter), 0),
    );
  return pieces.slice(first, last + 1);
}

/** The page that says that there is none at an address, for when there is no network to ask. */
async function notHere() {
  const kept = await pageAt("404.html").catch(() => undefined);
  return kept ? new Response(kept.body, { status: 404, headers: kept.headers }) : Response.error();
}

worker.addEventListener("install", (event) => event.waitUntil(keep()));
// Pages from before the first copy are not claimed: a browser drops those that it kept whole for the back button.
worker.addEventListener("activate", (event) => event.waitUntil(dropOld()));
worker.addEventListener("message", ({ data, source, ports }) => {
  if (data === "offered?") isDeclined().then((declined) => ports[0]?.postMessage(!declined));
  if (data === "later") decline();
  if (data !== "use") return;
  leaving = /** @type {Client} */ (source).id;
  worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { method, url, mode, cache } = request;
  if (method !== "GET" || !url.startsWith(worker.registration.scope)) return;
  const isPage = mode === "navigate" || cache === "reload";
  event.respondWith(isPage ? page(request) : part(request));
  if (mode === "navigate") event.waitUntil(tend().catch(() => {})); // Without a network, another time.
});
