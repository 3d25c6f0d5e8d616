// Leads on, and keeps the place on the page and the question mark's part. A part that went elsewhere is led to itself.
const { href } = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel="canonical"]'));
const part = document.getElementById(location.hash.slice(1));
const own = part?.matches("[data-moved]") ? part.querySelector("a")?.href : undefined;
const kept = new URL(own ?? href);
kept.search = location.search;
kept.hash ||= location.hash;
location.replace(kept.href);
