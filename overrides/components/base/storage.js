/**
 * The browser's storage: the one place that touches it, but for what runs before the first paint. Every access
 * may throw: blocked, sandboxed, full. Nothing here throws, and nothing takes away what is kept but `drop`: where a new
 * value finds no room the one before it stays.
 */

const PROBE = "ew:probe";

/** What is kept under the key; empty where there is nothing, or nothing can be read. @param {string} key */
export function kept(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** The keys that begin so; null where nothing can be read. @param {string} prefix */
export function keysOf(prefix) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return null;
  }
}

/** Keep it, and tell whether it is kept. @param {string} key @param {string} value */
export function keep(key, value) {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** Keep beside what is kept there already, and tell whether it is kept. @param {string} key @param {string} foreign */
export function setAside(key, foreign) {
  const before = kept(key);
  const is = `\n${before}\n`.includes(`\n${foreign}\n`);
  return is || keep(key, before ? `${before}\n${foreign}` : foreign);
}

/** Keep it no longer. @param {string} key */
export function drop(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Then it is not kept either.
  }
}

/** Whether the browser takes anything at all. */
export function keeps() {
  const can = keep(PROBE, "");
  if (can) drop(PROBE);
  return can;
}

/** Whether the page stands in a frame on another site, where browsers keep storage apart. */
export function isThirdPartyFrame() {
  try {
    return window.top?.location.href === undefined;
  } catch {
    return true;
  }
}
