// What search knows comes small: each word of the ways to ask is one sign. `macros/publish/packing.py` makes it so.

const FIRST = "!".charCodeAt(0);

/**
 * @typedef {import("./engine.js").Entry} Entry
 * @typedef {{ entries: Entry[], language: import("./engine.js").Language, contacts: import("./engine.js").Contact[] }} Known
 */

/**
 * Return what search knows with all ways to ask spelt out.
 * @param {Omit<Known, "entries"> & { asks: string, entries: (Omit<Entry, "asks"> & { asks: string })[] }} packed
 * @returns {Known}
 */
export function unpacked({ asks, entries, ...rest }) {
  const words = asks.split(" ");
  const spelt = (/** @type {string} */ line) =>
    Array.from(line, (sign) => words[sign.charCodeAt(0) - FIRST]).join(" ");
  return {
    ...rest,
    entries: entries.map((entry) => ({
      ...entry,
      asks: entry.asks.split("\n").filter(Boolean).map(spelt),
    })),
  };
}
