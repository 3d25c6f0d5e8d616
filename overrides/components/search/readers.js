// Three readers of different kind. Each knows all the ways in which people ask, and marks each entry for what was typed: one
// by the page as a whole, one by the nearest ways to ask for it, and one by words down to their letters.
import { Numbering } from "./numbering.js";
import { Growing } from "./rows.js";

/**
 * @typedef {import("./texts.js").Texts} Texts
 * @typedef {(reading: import("./reading.js").Reading) => Float64Array} Marks of every entry, by its number; 0 is none
 */

const KIND = { stem: 1, pair: 0.5, group: 0.6 }; // what a key counts
const NEAREST = [1, 0.8, 0.6, 0.5, 0.4, 0.3, 0.3, 0.2, 0.2]; // what the ways to ask for one page count, the nearest first
const [SHORTEST, LONGEST] = [3, 5]; // how many letters in a row are a piece
const SIGNS = 37;
const LETTERS = { whole: 0.7, smooth: 1 }; // what a key counts beside all the letters of a word

/** How rare it is to be `among` so many of `all`. @param {number} among @param {number} all */
const rarity = (among, all) => Math.log(1 + (all - among + 0.5) / (among + 0.5));

/** Okapi BM25 over pages: all the texts of an entry are one. @param {Texts} all @returns {Marks} */
export function byPage({ of, weight, words, found, reader, count }) {
  const lengths = new Float64Array(count);
  for (const [text, entry] of of.entries()) lengths[entry] += weight[text] * words.size(text);
  const usual = sum(lengths) / count;
  const timesOf = once((key) => {
    /** @type {Map<number, number>} */
    const times = new Map();
    for (const text of found.at(key)) add(times, of[text], weight[text]);
    return times;
  });
  return ({ keys }) => {
    const marks = new Float64Array(count);
    for (const key of keys) {
      const times = timesOf(key);
      const rare = KIND[reader.kinds[key]] * rarity(times.size, count);
      for (const [entry, said] of times)
        marks[entry] += (rare * 3 * said) / (said + 0.5 + (1.5 * lengths[entry]) / usual);
    }
    return marks;
  };
}

/** Okapi BM25 over single texts; an entry has the marks of those nearest to what was typed. @param {Texts} all @returns {Marks} */
export function byPhrase({ of, weight, words, found, reader, count }) {
  const usual = of.reduce((total, _, text) => total + words.size(text), 0) / of.length;
  const rate = Float64Array.from(of, (_, text) => 1.6 / (1.36 + (0.24 * words.size(text)) / usual));
  return ({ keys }) => {
    const near = new Float64Array(of.length);
    /** @type {number[]} */
    const reached = [];
    for (const key of keys) {
      const rare = KIND[reader.kinds[key]] * rarity(found.size(key), of.length);
      for (const text of found.at(key)) {
        if (near[text] === 0) reached.push(text);
        near[text] += rare * rate[text];
      }
    }
    /** @type {Map<number, number[]>} */
    const nearest = new Map();
    for (const text of reached) {
      const mark = near[text] * weight[text];
      nearest.get(of[text])?.push(mark) ?? nearest.set(of[text], [mark]);
    }
    const marks = new Float64Array(count);
    for (const [entry, each] of nearest)
      marks[entry] = each
        .sort((a, b) => b - a)
        .slice(0, NEAREST.length)
        .reduce((total, mark, at) => total + mark * NEAREST[at], 0);
    return marks;
  };
}

/**
 * Complement naive Bayes over keys and the pieces of words, each text being of length one: an entry is marked by how little
 * what was typed looks like all the others (Rennie and others, 2003).
 * @param {Texts} all
 * @returns {Marks}
 */
export function byLetter({ of, weight, words, keys, said, found, reader, count }) {
  const rare = (/** @type {number} */ among) => Math.max(0, Math.log((of.length + 1) / (among + 1)));
  const numbers = new Numbering();
  const spellings = new Growing();
  for (const word of reader.words) {
    for (const piece of pieces(word)) spellings.put(numbers.add(piece));
    spellings.end();
  }
  const spelt = spellings.rows;
  const with_ = spelt.turned(numbers.count);
  const rareness = with_.totals(sizes(said)).map(rare);
  const whole = sizes(found).map((among) => LETTERS.whole * rare(among));
  const square = spelt.totals(rareness.map(squared)).map((total, word) => total / spelt.size(word));
  const ofWords = words.totals(square);
  const share = keys
    .totals(whole.map(squared))
    .map((total, text) => weight[text] / (Math.sqrt(total + ofWords[text]) || 1));
  // What each piece, and each key, weighs in each entry.
  const massOfPiece = once((piece) => {
    /** @type {Map<number, number>} */
    const mass = new Map();
    for (const word of with_.at(piece)) {
      const one = rareness[piece] / Math.sqrt(spelt.size(word));
      for (const text of said.at(word)) add(mass, of[text], share[text] * one);
    }
    return mass;
  });
  const massOfKey = once((key) => {
    /** @type {Map<number, number>} */
    const mass = new Map();
    for (const text of found.at(key)) add(mass, of[text], share[text] * whole[key]);
    return mass;
  });
  return ({ keys, words: typed }) => {
    const marks = new Float64Array(count);
    const hear = (/** @type {number} */ value, /** @type {Map<number, number>} */ mass) => {
      const total = LETTERS.smooth + sum(mass.values());
      for (const [entry, each] of mass) marks[entry] += value * Math.log(total / (total - each));
    };
    for (const key of keys) hear(whole[key], massOfKey(key));
    for (const word of typed) {
      const all = pieces(reader.words[word]);
      for (const piece of all.map((each) => numbers.get(each)))
        if (piece >= 0) hear(rareness[piece] / Math.sqrt(all.length), massOfPiece(piece));
    }
    return marks;
  };
}

/**
 * Return what makes something of a number, and keeps it for the next time.
 * @template Made
 * @param {(of: number) => Made} make
 * @returns {(of: number) => Made}
 */
function once(make) {
  /** @type {Map<number, Made>} */
  const made = new Map();
  return (of) => {
    const known = made.get(of) ?? make(of);
    made.set(of, known);
    return known;
  };
}

/** @param {Iterable<number>} all */
function sum(all) {
  let total = 0;
  for (const each of all) total += each;
  return total;
}

/** @param {number} one */
const squared = (one) => one ** 2;

/** How long each row is. @param {import("./rows.js").Rows} rows */
const sizes = (rows) => new Float64Array(rows.count).map((_, row) => rows.size(row));

/** @param {Map<number, number>} among @param {number} of @param {number} more */
const add = (among, of, more) => among.set(of, (among.get(of) ?? 0) + more);

/** A letter, a digit or the end of a word as a number below `SIGNS`. @param {number} code */
const signOf = (code) => (code >= 97 ? code - 96 : code >= 48 ? code - 21 : 0);

/** The runs of three to five letters of a word, each as a number; its ends count as letters. @param {string} word */
function pieces(word) {
  const spelt = `.${word}.`;
  const found = [];
  for (let at = 0; at < spelt.length; at++) {
    let piece = 1;
    for (let next = at; next < Math.min(at + LONGEST, spelt.length); next++) {
      piece = piece * SIGNS + signOf(spelt.charCodeAt(next));
      if (next >= at + SHORTEST - 1) found.push(piece);
    }
  }
  return found;
}
