// Whether the words of a query speak of danger, and of whose.
import { Patterns } from "./patterns.js";

// How leans are told: `macros/leaning.py` knows it, too.
const STEP = 0.2;
const ZERO = "N".charCodeAt(0);
const LETTERS = [3, 4, 5]; // how many letters in a row are a piece

/**
 * A danger: whose it is, the `pages` to be followed, what its contacts are `for`, and the patterns in which it is `said`.
 * @typedef {{ kind: "reader" | "client" | "others" | "child", pages: string[], for: string[], said: string[] }} Danger
 *
 * `calm` are patterns that are not meant so; `talk` are those of teaching, law and stories, where nobody is in danger but
 * where somebody `live` is spoken of; `quoted` come before what someone else said. `leans` tells how
 * far the pieces of words lean to danger, and `own` how far to that of who writes. How a pattern is written is told in `docs/data/search.yml`.
 * @typedef {{ names: Record<string, string>, calm: string[], talk: string[], live: string[], quoted: string[],
 *   leans: string, own: string, kinds: Danger[] }} Dangers
 */

/**
 * What was heard in a query: the `words` that may be meant so, the dangers that they speak of in plain words with how many
 * words speak of each, whether whoever writes is in them (`isFirst`), and whether they are that one's own and nobody else's.
 * @typedef {{ words: string[], spoken: Map<Danger, number>, isFirst: boolean, isOwn: boolean }} Heard
 *
 * Return what hears danger in words.
 * @param {Dangers} dangers
 * @returns {(said: string[]) => Heard}
 */
export function ear({ names, calm, talk, live, quoted, kinds }) {
  const any = (/** @type {string[]} */ patterns) => new Patterns(patterns, names);
  const isTalk = any(talk);
  const isLive = any(live);
  const isQuoted = any(quoted);
  const isOther = any([...quoted, "him|her|them|himself|herself|themselves|his|their"]);
  const isFirstPerson = any(["i|im|ive|id|ill|me|my|myself"]);
  const notMeant = any(calm);
  const own = any(names.said ? ["i {said}", "my {healer}", "she|he|they {left} me"] : []);
  const ofEach = kinds.map((kind) => ({ kind, said: any(kind.said) }));
  return (said) => {
    const words = without(said, notMeant, "-");
    /** @type {Map<Danger, number>} */
    const spoken = new Map();
    const isOnlyTalk = isTalk.isIn(words) && !isLive.isIn(words);
    if (!isOnlyTalk)
      for (const { kind, said: patterns } of ofEach)
        for (const [from, to] of patterns.find(words)) {
          const isSomeoneElses = kind.kind === "reader" && isQuoted.isIn(without(words.slice(0, from), own));
          if (!isSomeoneElses) spoken.set(kind, Math.max(to - from, spoken.get(kind) ?? 0));
        }
    const isFirst = isFirstPerson.isIn(words);
    return {
      words: words.filter((word) => word !== "-"),
      spoken,
      isFirst,
      isOwn: isFirst && !isOther.isIn(without(words, own)),
    };
  };
}

/** The words without what fits the patterns; `instead` stands in its place. @param {string[]} words @param {Patterns} patterns @param {string[]} instead */
function without(words, patterns, ...instead) {
  const found = [...patterns.find(words)];
  const isFound = words.map((_, at) => found.some(([from, to]) => from <= at && at < to));
  return words.flatMap((word, at) => (isFound[at] ? (isFound[at - 1] ? [] : instead) : [word]));
}

/**
 * Return what tells how far words lean to something, by all their pieces together; what has learnt nothing leans to no side.
 * @param {string} leans a letter for each place, as `macros/leaning.py` writes them
 * @returns {(words: string[]) => number}
 */
export const leaning = (leans) => (words) =>
  leans ? places(words, leans.length).reduce((sum, at) => sum + leans.charCodeAt(at) - ZERO, 0) * STEP : 0;

/**
 * The places among so many, a power of two, of the pieces of words: each word, each two that follow each other, and their
 * letters in rows; nothing of a number.
 * @param {string[]} words
 * @param {number} of
 */
export function places(words, of) {
  const said = words.filter((word) => /^[a-z]+$/.test(word));
  const pieces = ["", ...said, ...said.slice(1).map((word, at) => `${said[at]} ${word}`)];
  for (const word of said.map((each) => `<${each}>`))
    for (const many of LETTERS)
      for (let at = 0; at + many <= word.length; at++) pieces.push(word.slice(at, at + many));
  return [...new Set(pieces.map((piece) => hashed(piece) & (of - 1)))];
}

/** The hash of a piece by FNV-1a, its upper half folded upon the lower one. @param {string} piece */
function hashed(piece) {
  let hash = 2166136261;
  for (let at = 0; at < piece.length; at++) hash = Math.imul(hash ^ piece.charCodeAt(at), 16777619);
  return hash ^ (hash >>> 15);
}
