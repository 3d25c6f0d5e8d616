// Patterns of words. How one is written is told in `docs/data/search.yml`. They are no regular expressions: hundreds of these
// would have to be compiled before the first answer.

/**
 * What may stand at one place of a pattern: words, beginnings of words, and words in a row.
 * @typedef {{ words: Set<string>, begins: string[], rows: string[][], isOptional: boolean }} Part
 */

const GAP = 4; // words at most
const ANY = "";

/** Some patterns that are looked for together. */
export class Patterns {
  /** @type {Map<string, (Part | undefined)[][]>} by the first letters of their first words; no part is a gap */
  #byStart = new Map();

  /** @param {string[]} patterns @param {Record<string, string>} names */
  constructor(patterns, names) {
    /** @type {Map<string, Part>} */
    const known = new Map();
    for (const pattern of patterns) {
      const parts = pattern.split(" ").map((part) => {
        if (part === "..") return undefined;
        const made = known.get(part) ?? partOf(part, names);
        known.set(part, made);
        return made;
      });
      for (const start of startsOf(parts[0]))
        this.#byStart.get(start)?.push(parts) ?? this.#byStart.set(start, [parts]);
    }
  }

  /** Whether one of them is among the words. @param {string[]} words */
  isIn(words) {
    return !this.find(words).next().done;
  }

  /**
   * Where they are found: from one word up to another one.
   * @param {string[]} words
   * @returns {Generator<[number, number]>}
   */
  *find(words) {
    for (let at = 0; at < words.length; at++)
      for (const start of [words[at].slice(0, 2), ANY])
        for (const parts of this.#byStart.get(start) ?? []) {
          const end = match(parts, 0, words, at);
          if (end > at) yield [at, end];
        }
  }
}

/**
 * Where a pattern ends that begins at a word; below 0 where it does not.
 * @param {(Part | undefined)[]} parts
 * @param {number} next
 * @param {string[]} words
 * @param {number} at
 * @returns {number}
 */
function match(parts, next, words, at) {
  if (next === parts.length) return at;
  const part = parts[next];
  const sizes = part ? sizesOf(part, words, at) : Array.from({ length: GAP + 1 }, (_, size) => size);
  for (const size of sizes) {
    const end = at + size <= words.length ? match(parts, next + 1, words, at + size) : -1;
    if (end >= 0) return end;
  }
  return -1;
}

/** How many words a part may take from a word on. @param {Part} part @param {string[]} words @param {number} at */
function sizesOf({ words: single, begins, rows, isOptional }, words, at) {
  const word = words[at];
  if (word === undefined) return isOptional ? [0] : [];
  const sizes = rows
    .filter((row) => row.every((each, on) => words[at + on] === each))
    .map((row) => row.length);
  if (single.has(word) || begins.some((begin) => word.startsWith(begin))) sizes.push(1);
  return isOptional ? [...sizes, 0] : sizes;
}

/** @param {string} part @param {Record<string, string>} names @returns {Part} */
function partOf(part, names) {
  const isOptional = part.endsWith("?");
  const any = spread(isOptional ? part.slice(0, -1) : part, names);
  return {
    words: new Set(any.filter((one) => !/[_~]/.test(one))),
    begins: any.filter((one) => one.endsWith("~") && !one.includes("_")).map((one) => one.slice(0, -1)),
    rows: any.filter((one) => one.includes("_")).map((one) => one.replaceAll("~", "").split("_")),
    isOptional,
  };
}

/** @param {string} either @param {Record<string, string>} names @returns {string[]} */
const spread = (either, names) =>
  either
    .split("|")
    .flatMap((one) => (one.startsWith("{") ? spread(names[one.slice(1, -1)] ?? "", names) : [one]));

/** The two first letters with which a pattern may begin; none where it may begin with any word. @param {Part | undefined} part */
function startsOf(part) {
  if (!part || part.isOptional) return [ANY];
  const all = [...part.words, ...part.begins, ...part.rows.map(([first]) => first)];
  return new Set(all.map((word) => word.slice(0, 2)));
}
