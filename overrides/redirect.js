// A refresh in the markup would lose the place on the page; this keeps it, and the question mark's part.
const next = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel="canonical"]')).href;
const kept = new URL(next);
kept.search = location.search;
kept.hash ||= location.hash;
location.replace(kept.href);
