// What search knows comes small: each word of the ways to ask is one sign, and has its number. `macros/publish/packing.py` makes it so.

const FIRST = "!".charCodeAt(0);
const NONE = "A".charCodeAt(0); // how a word begins that shares no first letter with the one before

/**
 * @typedef {import("./engine.js").Entry} Entry
 * @typedef {{ vocabulary: string[], entries: Entry[], language: import("./engine.js").Language,
 *   contacts: import("./engine.js").Contact[] }} Known
 */

/**
 * Return what search knows, with the words of all ways to ask by their numbers in the `vocabulary`.
 * @param {{ asks: string, entries: (Omit<Entry, "asks"> & { asks: string })[],
 *   language: Known["language"], contacts: Known["contacts"] }} packed
 * @returns {Known}
 */
export function unpacked({ asks, entries, language, contacts }) {
  let before = "";
  const vocabulary = Array.from(asks.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared, rest]) => {
    before = before.slice(0, shared.charCodeAt(0) - NONE) + rest;
    return before;
  });
  const numbers = (/** @type {string} */ lines) =>
    lines
      .split("\n")
      .filter(Boolean)
      .map((line) => {
        const said = [];
        for (let at = 0; at < line.length; at++) said.push(line.charCodeAt(at) - FIRST);
        return said;
      });
  return {
    vocabulary,
    entries: entries.map((entry) => ({ ...entry, asks: numbers(entry.asks) })),
    language,
    contacts,
  };
}
