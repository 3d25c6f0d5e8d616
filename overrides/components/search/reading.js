// How a text is read: its words, what each is a form of, and what they mean together. Numbers stand for them, for speed.
import { stemmer } from "./vendor/stemmer.js";

/**
 * `stop` holds words of which no text is told; `short` what an abbreviation stands for; `same` the words for one thing, in
 * groups; `settings` the places of work and the professions, which say who asks and not what.
 * @typedef {{ stop: string[], short: Record<string, string>, same: string[][], settings: string[] }} Language
 *
 * What was read, in numbers: the `words` that tell something, and the `keys` by which a text is found: the stems of
 * all words, each two stems that follow each other, and the groups of words for one thing. Each stands once.
 * @typedef {{ words: number[], keys: number[] }} Reading
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

/** @type {never[]} */
const NONE = [];

/** @param {string} text */
export const words = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .match(/[a-z0-9]+/g) ?? [];

const SPELT_IN_TWO_WAYS = new RegExp(SPELLING.map(([from]) => from.source).join("|"));

/** What the forms of a word share, and its British and its American spelling. @param {string} word */
export const stem = (word) =>
  stemmer(
    SPELT_IN_TWO_WAYS.test(word)
      ? SPELLING.reduce((spelt, [from, to]) => spelt.replace(from, to), word)
      : word,
  );

/** Reads texts, and knows what it has read. */
export class Reader {
  /** What each key is. @type {Kind[]} */
  kinds = [];
  /** Each word that was met, by its number. @type {string[]} */
  words = [];
  /** @type {Map<number, number>} a stem by its number, a pair by both in one, a group by its number below zero */
  #keys = new Map();
  /** @type {Map<string, number>} */
  #numbers = new Map();
  /** @type {number[]} the stem of each word */
  #stemOf = [];
  /** @type {Map<string, number>} */
  #stems = new Map();
  /** @type {boolean[]} whether a word tells nothing, by its number */
  #silent = [];
  /** @type {number[][]} the words that an abbreviation stands for */
  #long = [];
  /** @type {{ row: number[], group: number }[][]} by the first stem */
  #groups = [];

  /** @param {Language} language */
  constructor({ stop, short, same }) {
    for (const word of stop) this.#silent[this.#number(word)] = true;
    for (const [word, meaning] of Object.entries(short))
      this.#long[this.#number(word)] = words(meaning).map((each) => this.#number(each));
    for (const [group, names] of same.entries())
      for (const name of names) {
        const row = words(name).map((word) => this.#stemOf[this.#number(word)]);
        this.#groups[row[0]] = [...(this.#groups[row[0]] ?? NONE), { row, group }];
      }
  }

  /** Whether texts with this word, or another form of it, were learnt. @param {string} word */
  knows(word) {
    const number = this.#number(word);
    return this.#silent[number] || this.#keys.has(this.#stemOf[number]);
  }

  /** The key of the stem of a word that was learnt. @param {number} word */
  keyOf(word) {
    return this.#keys.get(this.#stemOf[word]);
  }

  /** Whether words are the same but for their forms. @param {ArrayLike<number>} some @param {ArrayLike<number>} others */
  areSame(some, others) {
    if (some.length !== others.length) return false;
    for (let at = 0; at < some.length; at++)
      if (this.#stemOf[some[at]] !== this.#stemOf[others[at]]) return false;
    return true;
  }

  /** Learn the words of a text. @param {string[]} said @returns {Reading} */
  learn(said) {
    return this.#read(said, true);
  }

  /** Read what was typed: only what was learnt has a key. @param {string[]} typed @returns {Reading} */
  read(typed) {
    return this.#read(typed, false);
  }

  /** @param {number} name @param {Kind} kind @param {boolean} isNew whether it is learnt where it is not known */
  #key(name, kind, isNew) {
    const known = this.#keys.get(name);
    if (known !== undefined || !isNew) return known;
    this.#keys.set(name, this.kinds.length);
    return this.kinds.push(kind) - 1;
  }

  /** @param {string} word */
  #number(word) {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const spelt = stem(word);
    const stemmed = this.#stems.get(spelt) ?? this.#stems.size;
    this.#stems.set(spelt, stemmed);
    this.#stemOf.push(stemmed);
    this.#numbers.set(word, this.words.length);
    return this.words.push(word) - 1;
  }

  /**
   * @param {string[]} typed
   * @param {boolean} isNew whether its keys are learnt
   * @returns {Reading}
   */
  #read(typed, isNew) {
    /** @type {number[]} */
    const said = [];
    for (const word of typed) {
      const number = this.#number(word);
      said.push(number);
      for (const more of this.#long[number] ?? NONE) said.push(more);
    }
    const stems = said.map((number) => this.#stemOf[number]);
    /** @type {number[]} */
    const keys = [];
    /** @type {number[]} */
    const telling = [];
    for (let at = 0; at < stems.length; at++) {
      const one = stems[at];
      add(keys, this.#key(one, "stem", isNew));
      if (!this.#silent[said[at]]) add(telling, said[at]);
      if (at > 0) add(keys, this.#key((stems[at - 1] + 1) * 0x10000 + one, "pair", isNew));
      for (const { row, group } of this.#groups[one] ?? NONE)
        if (isAt(row, stems, at)) add(keys, this.#key(-1 - group, "group", isNew));
    }
    return { words: telling, keys };
  }
}

/** Whether the numbers of a row, which begins with the one there, follow each other from a place on. @param {number[]} row @param {number[]} all @param {number} at */
function isAt(row, all, at) {
  for (let on = 1; on < row.length; on++) if (all[at + on] !== row[on]) return false;
  return true;
}

/** Add what is not there yet. The texts are so short that a set would take longer. @param {number[]} all @param {number} [one] */
function add(all, one) {
  if (one !== undefined && !all.includes(one)) all.push(one);
}
