// Three readers of different kind. Each knows all the ways in which people ask, and marks each entry for what was typed: one
// by the page as a whole, one by the nearest ways to ask for it, and one by words down to their letters.

/**
 * @typedef {import("./texts.js").Texts} Texts
 * @typedef {(reading: import("./reading.js").Reading) => Float64Array} Marks of every entry, by its number; 0 is none
 */

const KIND = { stem: 1, pair: 0.5, group: 0.6 }; // what a key counts
const NEAREST = [1, 0.8, 0.6, 0.5, 0.4, 0.3, 0.3, 0.2, 0.2]; // what the ways to ask for one page count, the nearest first
const LETTER = ".abcdefghijklmnopqrstuvwxyz0123456789";
const LETTERS = { whole: 0.7, smooth: 1 }; // what a key counts beside all the letters of a word

/** How rare it is to be `among` so many of `all`. @param {number} among @param {number} all */
const rarity = (among, all) => Math.log(1 + (all - among + 0.5) / (among + 0.5));

/** Okapi BM25 over pages: all the texts of an entry are one. @param {Texts} all @returns {Marks} */
export function byPage({ texts, found, reader, count }) {
  const lengths = new Float64Array(count);
  for (const { of, weight, reading } of texts) lengths[of] += weight * reading.words.length;
  const usual = sum(lengths) / count;
  const timesOf = once((key) => {
    /** @type {Map<number, number>} */
    const times = new Map();
    for (const text of found[key]) add(times, texts[text].of, texts[text].weight);
    return times;
  });
  return ({ keys }) => {
    const marks = new Float64Array(count);
    for (const key of keys) {
      const times = timesOf(key);
      const rare = KIND[reader.kinds[key]] * rarity(times.size, count);
      for (const [of, said] of times)
        marks[of] += (rare * 3 * said) / (said + 0.5 + (1.5 * lengths[of]) / usual);
    }
    return marks;
  };
}

/** Okapi BM25 over single texts; an entry has the marks of those nearest to what was typed. @param {Texts} all @returns {Marks} */
export function byPhrase({ texts, found, reader, count }) {
  const usual = texts.reduce((total, { reading }) => total + reading.words.length, 0) / texts.length;
  const rate = Float64Array.from(
    texts,
    ({ reading }) => 1.6 / (1.36 + (0.24 * reading.words.length) / usual),
  );
  return ({ keys }) => {
    const near = new Float64Array(texts.length);
    /** @type {number[]} */
    const reached = [];
    for (const key of keys) {
      const rare = KIND[reader.kinds[key]] * rarity(found[key].length, texts.length);
      for (const text of found[key]) {
        if (near[text] === 0) reached.push(text);
        near[text] += rare * rate[text];
      }
    }
    /** @type {Map<number, number[]>} */
    const nearest = new Map();
    for (const text of reached) {
      const { of, weight } = texts[text];
      const mark = near[text] * weight;
      nearest.get(of)?.push(mark) ?? nearest.set(of, [mark]);
    }
    const marks = new Float64Array(count);
    for (const [of, each] of nearest)
      marks[of] = each
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
export function byLetter({ texts, found, count }) {
  const rare = (/** @type {number} */ among) => Math.max(0, Math.log((texts.length + 1) / (among + 1)));
  /** @type {Map<string, { texts: number[], pieces: number[] }>} */
  const words = new Map();
  for (const [text, { reading }] of texts.entries())
    for (const word of reading.words)
      words.get(word)?.texts.push(text) ?? words.set(word, { texts: [text], pieces: pieces(word) });
  /** @type {Map<number, { rare: number, words: string[] }>} */
  const known = new Map();
  for (const [word, of] of words)
    for (const piece of new Set(of.pieces))
      known.get(piece)?.words.push(word) ?? known.set(piece, { rare: 0, words: [word] });
  for (const piece of known.values())
    piece.rare = rare(piece.words.reduce((total, word) => total + (words.get(word)?.texts.length ?? 0), 0));
  /** What a piece counts in a word of so many. @param {number} piece @param {number} among */
  const worth = (piece, among) => (known.get(piece)?.rare ?? 0) / Math.sqrt(among);
  const whole = found.map((here) => LETTERS.whole * rare(here.length));
  const square = new Map(
    [...words].map(([word, of]) => [
      word,
      of.pieces.reduce((total, piece) => total + worth(piece, of.pieces.length) ** 2, 0),
    ]),
  );
  const share = Float64Array.from(texts, ({ weight, reading }) => {
    const keys = reading.keys.reduce((total, key) => total + whole[key] ** 2, 0);
    const spelt = reading.words.reduce((total, word) => total + (square.get(word) ?? 0), 0);
    return weight / (Math.sqrt(keys + spelt) || 1);
  });
  // What each piece, and each key, weighs in each entry.
  const massOfPiece = once((piece) => {
    /** @type {Map<number, number>} */
    const mass = new Map();
    for (const word of known.get(piece)?.words ?? []) {
      const of = words.get(word) ?? { texts: [], pieces: [] };
      const one = worth(piece, of.pieces.length);
      for (const text of of.texts) add(mass, texts[text].of, share[text] * one);
    }
    return mass;
  });
  const massOfKey = once((key) => {
    /** @type {Map<number, number>} */
    const mass = new Map();
    for (const text of found[key]) add(mass, texts[text].of, share[text] * whole[key]);
    return mass;
  });
  return ({ keys, words: typed }) => {
    const marks = new Float64Array(count);
    const hear = (/** @type {number} */ value, /** @type {Map<number, number>} */ mass) => {
      const total = LETTERS.smooth + sum(mass.values());
      for (const [of, each] of mass) marks[of] += value * Math.log(total / (total - each));
    };
    for (const key of keys) hear(whole[key], massOfKey(key));
    for (const of of typed.map(pieces))
      for (const piece of of) hear(worth(piece, of.length), massOfPiece(piece));
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

/** @param {Map<number, number>} among @param {number} of @param {number} more */
const add = (among, of, more) => among.set(of, (among.get(of) ?? 0) + more);

/** The runs of three to five letters of a word, each as a number; its ends count as letters. @param {string} word */
function pieces(word) {
  const letters = [...`.${word}.`].map((letter) => LETTER.indexOf(letter));
  const found = [];
  for (let size = 3; size <= 5; size++)
    for (let at = 0; at + size <= letters.length; at++) {
      let piece = 1;
      for (let next = at; next < at + size; next++) piece = piece * LETTER.length + letters[next];
      found.push(piece);
    }
  return found;
}
