// Every text by which an entry may be found, and where each key of it stands.
import { Reader } from "./reading.js";

/**
 * A text `of` an entry, by its number; `weight` is what it counts beside others.
 * @typedef {{ of: number, weight: number, reading: import("./reading.js").Reading }} Text
 *
 * `found` are the numbers of the texts that have each key; `count` is that of entries; and by what is told in a name or a way
 * to ask, `exact` are the entries that are called just so (2) or asked for just so (1).
 * @typedef {{ texts: Text[], found: number[][], reader: Reader, count: number, exact: Map<string, Map<number, number>> }} Texts
 */

const WEIGHT = { name: 1.5, ask: 1, summary: 0.6, text: 0.3 };

/**
 * @param {import("./engine.js").Entry[]} entries
 * @param {import("./reading.js").Language} language
 * @returns {Texts}
 */
export function textsOf(entries, language) {
  const reader = new Reader(language);
  /** @type {Text[]} */
  const texts = [];
  /** @type {number[][]} */
  const found = [];
  /** @type {Texts["exact"]} */
  const exact = new Map();
  const learn = (/** @type {string} */ text, /** @type {number} */ of, /** @type {number} */ weight) => {
    const reading = reader.learn(text);
    for (const key of reading.keys) {
      found[key] ??= [];
      found[key].push(texts.length);
    }
    texts.push({ of, weight, reading });
    if (weight < WEIGHT.ask) return;
    const just = exact.get(reading.told) ?? new Map();
    exact.set(reading.told, just.set(of, Math.max(weight > WEIGHT.ask ? 2 : 1, just.get(of) ?? 0)));
  };
  for (const [of, { title, names, asks, summary, text }] of entries.entries()) {
    for (const name of new Set([title, ...names])) learn(name, of, WEIGHT.name);
    for (const ask of asks) learn(ask, of, WEIGHT.ask);
    for (const sentence of sentences(summary)) learn(sentence, of, WEIGHT.summary);
    for (const sentence of sentences(text)) learn(sentence, of, WEIGHT.text);
  }
  return { texts, found, reader, count: entries.length, exact };
}

/** @param {string} text */
const sentences = (text) => text.split(/(?<=[.?!]) /).filter(Boolean);
