// How a text is read: its words, what each is a form of, and what they mean together. Numbers stand for them, for speed.
import { stemmer } from "./vendor/stemmer.js";

/**
 * `stop` holds words of which no text is told; `short` what an abbreviation stands for; `same` the words for one thing, in
 * groups; `settings` the places of work and the professions, which say who asks and not what.
 * @typedef {{ stop: string[], short: Record<string, string>, same: string[][], settings: string[] }} Language
 *
 * What was read: the `words` that tell something, and the numbers of the `keys` by which a text is found: the stems of
 * all words, each two stems that follow each other, and the groups of words for one thing. Each stands once. What tells
 * something is `told` in one, to compare whole texts.
 * @typedef {{ words: string[], keys: number[], told: string }} Reading
 *
 * @typedef {"stem" | "pair" | "group"} Kind of a key
 */

const SPELLING = /** @type {[RegExp, string][]} */ ([
  [/is(e|ed|es|er|ing|ation)$/, "iz$1"],
  [/ys(e|ed|es|ing)$/, "yz$1"],
  [/our/, "or"],
  [/ll(ing|ed|er|or|ors|ers)$/, "l$1"],
  [/tre(s?)$/, "ter$1"],
  [/ae|oe/, "e"],
  [/c(e|ed|es|ing)$/, "s$1"],
  [/gue$/, "g"],
  [/mme$/, "m"],
]);

/** @param {string} text */
export const words = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .match(/[a-z0-9]+/g) ?? [];

/** What the forms of a word share, and its British and its American spelling. @param {string} word */
export const stem = (word) => stemmer(SPELLING.reduce((spelt, [from, to]) => spelt.replace(from, to), word));

/** Reads texts, and knows what it has read. */
export class Reader {
  /** What each key is. @type {Kind[]} */
  kinds = [];
  /** @type {Map<number | string, number>} a stem by its number, a pair by both in one, a group by a name */
  #keys = new Map();
  /** @type {Map<string, number>} */
  #stems = new Map();
  /** @type {Map<string, number>} the stem of each word */
  #words = new Map();
  /** @type {Map<number, { row: number[], group: number }[]>} by the first stem */
  #groups = new Map();

  /** @param {Language} language */
  constructor({ stop, short, same }) {
    this.silent = new Set(stop);
    this.long = new Map(Object.entries(short).map(([word, meaning]) => [word, words(meaning)]));
    for (const [group, names] of same.entries())
      for (const name of names) {
        const row = words(name).map((word) => this.#stemOf(word));
        this.#groups.get(row[0])?.push({ row, group }) ?? this.#groups.set(row[0], [{ row, group }]);
      }
  }

  /** Whether texts with this word, or another form of it, were learnt. @param {string} word */
  knows(word) {
    return this.silent.has(word) || this.#keys.has(this.#stemOf(word));
  }

  /** Learn a text. @param {string} text @returns {Reading} */
  learn(text) {
    return this.#read(words(text), (name, kind) => {
      const key = this.#keys.get(name) ?? this.kinds.push(kind) - 1;
      this.#keys.set(name, key);
      return key;
    });
  }

  /** Read what was typed: only what was learnt has a key. @param {string[]} typed @returns {Reading} */
  read(typed) {
    return this.#read(typed, (name) => this.#keys.get(name));
  }

  /** @param {string} word */
  #stemOf(word) {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const spelt = stem(word);
    const number = this.#stems.get(spelt) ?? this.#stems.size;
    this.#stems.set(spelt, number);
    this.#words.set(word, number);
    return number;
  }

  /**
   * @param {string[]} typed
   * @param {(name: number | string, kind: Kind) => number | undefined} keyOf
   * @returns {Reading}
   */
  #read(typed, keyOf) {
    const said = typed.flatMap((word) => [word, ...(this.long.get(word) ?? [])]);
    const stems = said.map((word) => this.#stemOf(word));
    /** @type {Set<number | undefined>} */
    const keys = new Set();
    const telling = new Set();
    let told = "";
    for (const [at, one] of stems.entries()) {
      keys.add(keyOf(one, "stem"));
      if (!this.silent.has(said[at])) {
        telling.add(said[at]);
        told += ` ${one}`;
      }
      if (at > 0) keys.add(keyOf((stems[at - 1] + 1) * 0x10000 + one, "pair"));
      for (const { row, group } of this.#groups.get(one) ?? [])
        if (row.every((each, on) => stems[at + on] === each)) keys.add(keyOf(`#${group}`, "group"));
    }
    keys.delete(undefined);
    return { words: [...telling], keys: /** @type {number[]} */ ([...keys]), told };
  }
}
