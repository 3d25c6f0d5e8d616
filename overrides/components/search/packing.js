// What search knows comes small: each word of the ways to ask is one sign. `macros/publish/packing.py` makes it so.

const FIRST = "!".charCodeAt(0);

/**
 * @typedef {import("./engine.js").Entry} Entry
 * @typedef {{ entries: Entry[], language: import("./engine.js").Language, contacts: import("./engine.js").Contact[] }} Known
 */

/**
 * Return what search knows with the words of all ways to ask spelt out.
 * @param {{ asks: string, entries: (Omit<Entry, "asks"> & { asks: string })[],
 *   language: Known["language"], contacts: Known["contacts"] }} packed
 * @returns {Known}
 */
export function unpacked({ asks, entries, language, contacts }) {
  const words = asks.split(" ");
  const spelt = (/** @type {string} */ lines) =>
    lines
      .split("\n")
      .filter(Boolean)
      .map((line) => Array.from(line, (sign) => words[sign.charCodeAt(0) - FIRST]));
  return {
    entries: entries.map((entry) => ({ ...entry, asks: spelt(entry.asks) })),
    language,
    contacts,
  };
}
