// How a text is read: its words, what each is a form of, and what they mean together. Numbers stand for them, for speed.
import { Numbering } from "./numbering.js";
import { Growing } from "./rows.js";
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

const GROUPS = 0x7fff0000; // above all that stems and pairs are named by, while there are fewer than 32,766 stems

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
  /** The key of each name: of a stem its number and 1, of a pair both in one, of a group its number from GROUPS on. */
  #keys = new Numbering();
  /** @type {Map<string, number>} */
  #numbers = new Map();
  /** @type {number[]} the stem of each word */
  #stemOf = [];
  /** @type {Map<string, number>} */
  #stems = new Map();
  /** @type {boolean[]} whether a word tells nothing, by its number */
  #silent = [];
  /** @type {number[][]} the words that an abbreviation stands for, by its number */
  #long = [];
  /** @type {{ row: number[], group: number }[][]} by the first stem */
  #groups = [];

  /** @param {Language} language @param {string[]} vocabulary words that have the numbers of their places */
  constructor({ stop, short, same }, vocabulary) {
    for (const word of vocabulary) this.numberOf(word);
    for (const word of stop) this.#silent[this.numberOf(word)] = true;
    for (const [word, meaning] of Object.entries(short))
      this.#long[this.numberOf(word)] = words(meaning).map((each) => this.numberOf(each));
    for (const [group, names] of same.entries())
      for (const name of names) {
        const row = words(name).map((word) => this.#stemOf[this.numberOf(word)]);
        if (row.length) this.#groups[row[0]] = [...this.#groups[row[0]], { row, group }];
      }
  }

  /** @param {string} word */
  numberOf(word) {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const spelt = stem(word);
    const stemmed = this.#stems.get(spelt) ?? this.#groups.push(NONE) - 1;
    this.#stems.set(spelt, stemmed);
    this.#stemOf.push(stemmed);
    this.#silent.push(false);
    this.#long.push(NONE);
    this.#numbers.set(word, this.words.length);
    return this.words.push(word) - 1;
  }

  /** Whether texts with this word, or another form of it, were learnt. @param {string} word */
  knows(word) {
    const number = this.numberOf(word);
    return this.#silent[number] || this.keyOf(number) >= 0;
  }

  /** The key of the stem of a word; -1 where it was not learnt. @param {number} word */
  keyOf(word) {
    return this.#keys.get(this.#stemOf[word] + 1);
  }

  /** Whether words are the same but for their forms. @param {ArrayLike<number>} some @param {ArrayLike<number>} others */
  areSame(some, others) {
    if (some.length !== others.length) return false;
    for (let at = 0; at < some.length; at++)
      if (this.#stemOf[some[at]] !== this.#stemOf[others[at]]) return false;
    return true;
  }

  /** Learn the words of a text: what was read of it becomes a row each. @param {number[]} said @param {Growing} telling @param {Growing} keys */
  learn(said, telling, keys) {
    this.#read(said, telling, keys, true);
  }

  /** Read what was typed: only what was learnt has a key. @param {string[]} typed @returns {Reading} */
  read(typed) {
    const [telling, keys] = [new Growing(), new Growing()];
    const said = typed.map((word) => this.numberOf(word));
    this.#read(said, telling, keys, false);
    return { words: [...telling.rows.at(0)], keys: [...keys.rows.at(0)] };
  }

  /**
   * @param {number[]} text
   * @param {Growing} telling
   * @param {Growing} keys
   * @param {boolean} isNew whether its keys are learnt
   */
  #read(text, telling, keys, isNew) {
    const said = this.#atLength(text);
    for (let at = 0; at < said.length; at++) {
      const one = this.#stemOf[said[at]];
      this.#put(keys, one + 1, "stem", isNew);
      if (!this.#silent[said[at]]) telling.putOnce(said[at]);
      if (at > 0) this.#put(keys, (this.#stemOf[said[at - 1]] + 1) * 0x10000 + one, "pair", isNew);
      for (const { row, group } of this.#groups[one])
        if (this.#isAt(row, said, at)) this.#put(keys, GROUPS + group, "group", isNew);
    }
    telling.end();
    keys.end();
  }

  /** @param {Growing} keys @param {number} name @param {Kind} kind @param {boolean} isNew whether it is learnt where it is not known */
  #put(keys, name, kind, isNew) {
    const key = isNew ? this.#keys.add(name) : this.#keys.get(name);
    if (key === this.kinds.length) this.kinds.push(kind);
    if (key >= 0) keys.putOnce(key);
  }

  /** The words of a text, and after an abbreviation what it stands for. @param {number[]} text */
  #atLength(text) {
    const isShort = text.some((word) => this.#long[word].length);
    return isShort ? text.flatMap((word) => [word, ...this.#long[word]]) : text;
  }

  /** Whether the stems of a row, which begins with the one there, follow each other from a place on. @param {number[]} row @param {number[]} said @param {number} at */
  #isAt(row, said, at) {
    for (let on = 1; on < row.length; on++) if (this.#stemOf[said[at + on]] !== row[on]) return false;
    return true;
  }
}
