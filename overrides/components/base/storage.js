/** The browser's storage. Every access may throw: blocked, sandboxed, full. */

const PROBE = "ew:probe";

/** What is kept under the key; empty where there is nothing, or nothing can be read. @param {string} key */
export function kept(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
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

/** Whether the browser keeps anything at all. */
export function keeps() {
  const can = keep(PROBE, "");
  if (can) localStorage.removeItem(PROBE);
  return can;
}

/** Whether the page stands in a frame on another site, where browsers keep storage apart. */
export function isApart() {
  try {
    return window.top?.location.href === undefined;
  } catch {
    return true;
  }
}
