/** Parts of other pages of the guide, fetched to be guests on this one, so that there is no second copy of them. */

/**
 * A part of another page; null where there is none, or no network. It is `fit` when it is of the version that runs here
 * and its page has the same script for it: another version's might not find its parts in this one.
 * @param {URL} address of the page
 * @param {string} css
 * @param {string} script the address of the script that makes it work
 * @returns {Promise<{part: Element | null, fit: boolean}>}
 */
export async function fetchPart(address, css, script) {
  const kept = await partAt(address, css, "default");
  // The copy on the device may be of another version than this page, and the network have its own.
  const part = !kept || fits(kept, address, script) ? kept : await partAt(address, css, "reload");
  return { part, fit: part !== null && fits(part, address, script) };
}

/** @param {URL} address @param {string} css @param {RequestCache} cache */
async function partAt(address, css, cache) {
  const response = await fetch(address, { cache }).catch(() => null);
  if (!response?.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.querySelector(css);
}

/** @param {Element} part @param {URL} address @param {string} script */
function fits(part, address, script) {
  const links = [...part.ownerDocument.querySelectorAll("link[data-run]")];
  return links.some((link) => new URL(link.getAttribute("href") ?? "", address).href === script);
}

/** Let its links lead where they lead on its own page. @param {Element} part @param {URL} address */
export function keepLinks(part, address) {
  for (const link of part.querySelectorAll("a"))
    link.href = new URL(link.getAttribute("href") ?? "", address).href;
}
