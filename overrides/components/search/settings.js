// Where someone works and what they are says who asks, and not what.
import { words } from "./reading.js";

const BEFORE = new Set(
  "in at on for from as with within inside im am a an the my our this their doing being working work".split(
    " ",
  ),
);

/**
 * Return what takes the names of places of work and of professions out of the words of a query, and the little words
 * before them. Where nothing else is said, they stay.
 * @param {string[]} settings
 * @param {(words: string[]) => boolean} tell whether words tell something
 * @returns {(said: string[]) => string[]}
 */
export function withoutSettings(settings, tell) {
  const names = new Set(settings.map((name) => words(name).join(" ")));
  const longest = Math.max(0, ...settings.map((name) => words(name).length));
  return (said) => {
    /** @type {string[]} */
    const kept = [];
    for (let at = 0; at < said.length; ) {
      const size = sizeAt(said, at);
      if (size) while (kept.length && BEFORE.has(kept[kept.length - 1])) kept.pop();
      else kept.push(said[at]);
      at += size || 1;
    }
    return tell(kept) ? kept : said;
  };

  /** How many words from here on are the name of one. @param {string[]} said @param {number} at */
  function sizeAt(said, at) {
    for (let size = Math.min(longest, said.length - at); size > 0; size--)
      if (names.has(said.slice(at, at + size).join(" "))) return size;
    return 0;
  }
}
