// Every text by which an entry may be found, and where each word and each key of it stands.
import { Reader, words as wordsOf } from "./reading.js";
import { Growing } from "./rows.js";

/**
 * @typedef {import("./rows.js").Rows} Rows
 *
 * Each text is `of` an entry, and counts its `weight` beside others; its `words` and its `keys` are rows of numbers, and `said`
 * and `found` are the texts that have each word and each key. `count` is that of entries.
 * @typedef {{ of: number[], weight: number[], words: Rows, keys: Rows, said: Rows, found: Rows, reader: Reader, count: number }} Texts
 */

const WEIGHT = { name: 1.5, ask: 1, summary: 0.6, text: 0.3 };

/**
 * @param {import("./engine.js").Entry[]} entries
 * @param {import("./reading.js").Language} language
 * @param {string[]} vocabulary
 * @returns {Texts}
 */
export function textsOf(entries, language, vocabulary) {
  const reader = new Reader(language, vocabulary);
  const all = {
    of: /** @type {number[]} */ ([]),
    weight: /** @type {number[]} */ ([]),
    words: new Growing(),
    keys: new Growing(),
  };
  const learn = (/** @type {number[]} */ said, /** @type {number} */ of, /** @type {number} */ weight) => {
    reader.learn(said, all.words, all.keys);
    all.of.push(of);
    all.weight.push(weight);
  };
  const numbers = (/** @type {string} */ text) => wordsOf(text).map((word) => reader.numberOf(word));
  for (const [of, { title, names, asks, summary, text }] of entries.entries()) {
    for (const name of [title, ...names]) learn(numbers(name), of, WEIGHT.name);
    for (const ask of asks) learn(ask, of, WEIGHT.ask);
    for (const sentence of sentences(summary)) learn(numbers(sentence), of, WEIGHT.summary);
    for (const sentence of sentences(text)) learn(numbers(sentence), of, WEIGHT.text);
  }
  const [words, keys] = [all.words.rows, all.keys.rows];
  return {
    ...all,
    words,
    keys,
    said: words.turned(reader.words.length),
    found: keys.turned(reader.kinds.length),
    reader,
    count: entries.length,
  };
}

/**
 * The names and the ways to ask that tell just these words, whatever their forms.
 * @param {Texts} all
 * @param {number[]} told
 */
export function textsTelling({ weight, words, found, reader }, told) {
  const key = told.length ? reader.keyOf(told[0]) : -1;
  const texts = key < 0 ? [] : [...found.at(key)];
  return texts.filter((text) => weight[text] >= WEIGHT.ask && reader.areSame(words.at(text), told));
}

/** @param {string} text */
const sentences = (text) => text.split(/(?<=[.?!]) /).filter(Boolean);
