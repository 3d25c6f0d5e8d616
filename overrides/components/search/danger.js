// Whether the words of a query speak of danger, and of whose.

/**
 * A danger: whose it is, the `pages` to be followed, what its contacts are `for`, and the patterns in which it is `said`.
 * @typedef {{ kind: "reader" | "client" | "others" | "child", pages: string[], for: string[], said: string[] }} Danger
 *
 * `calm` are patterns that are not meant so; `talk` are those of teaching, law and stories, where nobody is in danger but
 * where somebody `live` is spoken of; `quoted` come before what someone else said. How a pattern is written is told in
 * `docs/data/search.yml`.
 * @typedef {{ names: Record<string, string>, calm: string[], talk: string[], live: string[], quoted: string[],
 *   kinds: Danger[] }} Dangers
 */

const GAP = "(?: [^ ]+){0,4}?";

/**
 * What was heard in a query: the `words` that may be meant so, the dangers that they speak of in plain words with how many
 * words speak of each, and whether they are the reader's `isOwn` and nobody else's.
 * @typedef {{ words: string[], spoken: Map<Danger, number>, isOwn: boolean }} Heard
 *
 * Return what hears danger in words.
 * @param {Dangers} dangers
 * @returns {(said: string[]) => Heard}
 */
export function ear({ names, calm, talk, live, quoted, kinds }) {
  const any = (/** @type {string[]} */ patterns, flags = "") =>
    new RegExp(patterns.map((pattern) => compiled(pattern, names)).join("|") || "(?!)", flags);
  const isTalk = any(talk);
  const isLive = any(live);
  const isQuoted = any(quoted);
  const isOther = any([...quoted, "him|her|them|himself|herself|themselves|his|their"]);
  const isFirstPerson = any(["i|im|ive|id|ill|me|my|myself"]);
  const notMeant = any(calm, "g");
  const own = any(names.said ? ["i {said}", "my {healer}", "she|he|they {left} me"] : [], "g");
  const ofEach = kinds.map((kind) => ({ kind, said: any(kind.said, "g") }));
  return (said) => {
    const text = ` ${said.join(" ")} `.replace(notMeant, " -");
    /** @type {Map<Danger, number>} */
    const spoken = new Map();
    if (isTalk.test(text) && !isLive.test(text)) return { words: [], spoken, isOwn: false };
    for (const { kind, said } of ofEach)
      for (const { 0: found, index } of text.matchAll(said)) {
        const isSomeoneElses =
          kind.kind === "reader" && isQuoted.test(`${text.slice(0, index)} `.replace(own, " "));
        const count = found.split(" ").length - 1;
        if (!isSomeoneElses) spoken.set(kind, Math.max(count, spoken.get(kind) ?? 0));
      }
    return {
      words: text.split(" ").filter((word) => word && word !== "-"),
      spoken,
      isOwn: isFirstPerson.test(text) && !isOther.test(text.replace(own, " ")),
    };
  };
}

/** A pattern as the source of a regular expression over words between spaces. @param {string} pattern @param {Record<string, string>} names */
function compiled(pattern, names) {
  const parts = pattern.split(" ").map((part) => {
    if (part === "..") return GAP;
    const [, either, optional] = /** @type {RegExpExecArray} */ (/^(.+?)(\??)$/.exec(part));
    return `(?: (?:${alternatives(either, names)}))${optional}`;
  });
  return `${parts.join("")}(?= )`;
}

/** @param {string} either @param {Record<string, string>} names @returns {string} */
const alternatives = (either, names) =>
  either
    .replace(/\{(\w+)\}/g, (_, name) => alternatives(names[name], names))
    .replaceAll("_", " ")
    .replaceAll("~", "[a-z0-9]*");
