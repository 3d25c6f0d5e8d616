/**
 * Stands for `base/storage.js` on a learning platform, whose storage is one for all who use that browser: what is kept lasts
 * until the page is left, and the platform keeps the rest.
 */

/** @type {Map<string, string>} */
const values = new Map();

/** @param {string} key */
export function kept(key) {
  return values.get(key) ?? "";
}

/** @param {string} prefix */
export function keysOf(prefix) {
  return [...values.keys()].filter((key) => key.startsWith(prefix));
}

/** @param {string} key @param {string} value */
export function keep(key, value) {
  values.set(key, value);
  return true;
}

/** @param {string} key @param {string} foreign */
export function setAside(key, foreign) {
  return keep(key, foreign);
}

/** @param {string} key */
export function drop(key) {
  values.delete(key);
}

export function keeps() {
  return true;
}

export function isThirdPartyFrame() {
  return false;
}
