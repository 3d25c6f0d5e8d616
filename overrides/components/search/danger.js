// Whether the words of a query speak of danger, and of whose.
import { Patterns } from "./patterns.js";

/**
 * A danger: whose it is, the `pages` to be followed, what its contacts are `for`, and the patterns in which it is `said`.
 * @typedef {{ kind: "reader" | "client" | "others" | "child", pages: string[], for: string[], said: string[] }} Danger
 *
 * `calm` are patterns that are not meant so; `talk` are those of teaching, law and stories, where nobody is in danger but
 * where somebody `live` is spoken of; `quoted` come before what someone else said. `leans` are words, and pairs of them, by how
 * far they lean to danger, in halves, and `own` by how far to that of who writes. How a pattern is written is told in `docs/data/search.yml`.
 * @typedef {{ names: Record<string, string>, calm: string[], talk: string[], live: string[], quoted: string[],
 *   leans: Record<string, string[]>, own: Record<string, string[]>, kinds: Danger[] }} Dangers
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
 * Return what tells how far words lean to something one by one: naive Bayes, with its sum set against how much was said.
 * @param {Record<string, string[]>} leans
 * @returns {(words: string[]) => number}
 */
export function leaning(leans) {
  const known = new Map(Object.entries(leans).flatMap(([lean, parts]) => parts.map((part) => [part, +lean])));
  return (words) => {
    const parts = [...new Set([...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)])];
    return parts.reduce((sum, part) => sum + (known.get(part) ?? 0), 0) / Math.sqrt(parts.length || 1);
  };
}
