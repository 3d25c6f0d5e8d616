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
 * @returns {Texts}
 */
export function textsOf(entries, language) {
  const reader = new Reader(language);
  const all = {
    of: /** @type {number[]} */ ([]),
    weight: /** @type {number[]} */ ([]),
    words: new Growing(),
    keys: new Growing(),
  };
  const learn = (/** @type {string[]} */ said, /** @type {number} */ of, /** @type {number} */ weight) => {
    const { words, keys } = reader.learn(said);
    all.of.push(of);
    all.weight.push(weight);
    all.words.add(words);
    all.keys.add(keys);
  };
  for (const [of, { title, names, asks, summary, text }] of entries.entries()) {
    for (const name of new Set([title, ...names])) learn(wordsOf(name), of, WEIGHT.name);
    for (const ask of asks) learn(ask, of, WEIGHT.ask);
    for (const sentence of sentences(summary)) learn(wordsOf(sentence), of, WEIGHT.summary);
    for (const sentence of sentences(text)) learn(wordsOf(sentence), of, WEIGHT.text);
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
  const key = told.length ? reader.keyOf(told[0]) : undefined;
  const texts = key === undefined ? [] : [...found.at(key)];
  return texts.filter((text) => weight[text] >= WEIGHT.ask && reader.areSame(words.at(text), told));
}

/** @param {string} text */
const sentences = (text) => text.split(/(?<=[.?!]) /).filter(Boolean);
