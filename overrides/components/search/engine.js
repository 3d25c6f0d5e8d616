// What of the guide fits the words that a clinician types. It runs in a worker, and knows nothing of the page.
import MiniSearch from "./vendor/minisearch.js";
import { stemmer } from "./vendor/stemmer.js";

/**
 * `stop` holds words that tell nothing alone; `short` what an abbreviation stands for; `urgent` what speaks of danger.
 * @typedef {{ stop: string[], short: Record<string, string>, urgent: string[] }} Language
 *
 * A page of the guide, or a subject `outside` of it; `asks` are the ways in which people ask for it. `danger` marks a
 * page to be read and followed when someone may be harmed; the `id` of a page is its address.
 * @typedef {{ id: string, kind: "practice" | "letter" | "page" | "outside", title: string, summary: string, asks: string[],
 *   text: string, side?: string, first?: string, danger?: boolean }} Entry
 *
 * The pages that fit, the best one first; whether the words are `urgent`; and the subject `outside` the guide that they
 * are about, if it is nearer to them than any page: then no page is given.
 * @typedef {{ found: Entry[], urgent: boolean, outside: string }} Answer
 */

const BOOST = { title: 2, asks: 4, summary: 1.2, text: 0.25 };
const PAIR = 0.3; // what two words that follow each other count, beside each of them
const KIND = { practice: 1, letter: 0.8, page: 0.6, outside: 1.4 };
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
const words = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .match(/[a-z0-9]+/g) ?? [];

/** What the forms of a word share, and its British and its American spelling. @param {string} word */
const stem = (word) => stemmer(SPELLING.reduce((spelt, [from, to]) => spelt.replace(from, to), word));

/** The stems of a text between spaces, to look for those of a phrase. @param {string} text */
const stems = (text) => ` ${words(text).map(stem).join(" ")} `;

/** @param {string} term */
const isPair = (term) => term.includes(" ");

/**
 * Return what reads a text as terms: stems, those of what an abbreviation stands for, and each two that follow each other.
 * @param {Language} language
 */
function reader({ stop, short }) {
  const silent = new Set(stop);
  const long = new Map(Object.entries(short).map(([word, meant]) => [word, words(meant)]));
  return (/** @type {string} */ text) => {
    const said = words(text).flatMap((word) => [word, ...(long.get(word) ?? [])]);
    const terms = said.map(stem);
    const pairs = terms.slice(1).map((second, at) => `${terms[at]} ${second}`);
    return [...terms.filter((_, at) => !silent.has(said[at])), ...pairs];
  };
}

/**
 * Return what answers: a pure function from what someone typed to what fits it.
 * @param {{ entries: Entry[], language: Language }} guide
 * @returns {(typed: string) => Answer}
 */
export function engine({ entries, language }) {
  const read = reader(language);
  const urgent = language.urgent.map(stems);
  const index = new MiniSearch({
    fields: Object.keys(BOOST),
    storeFields: ["kind"],
    extractField: (entry, field) => (field === "asks" ? entry.asks.join(" ") : entry[field]),
    tokenize: read,
    processTerm: (term) => term,
    searchOptions: {
      boost: BOOST,
      boostTerm: (term) => (isPair(term) ? PAIR : 1),
      boostDocument: (_id, _term, stored) =>
        KIND[/** @type {Entry} */ (/** @type {unknown} */ (stored)).kind],
      prefix: (term) => !isPair(term) && term.length > 3,
      fuzzy: (term) => !isPair(term) && term.length > 3 && (term.length < 8 ? 1 : 2),
      weights: { prefix: 0.05, fuzzy: 0.08 },
      bm25: { k: 1.2, b: 0.75, d: 0.3 },
    },
  });
  index.addAll(entries);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const told = (/** @type {string} */ text) => read(text).filter((term) => !isPair(term));
  /** @type {Map<string, Set<string>>} The pages for which somebody asks in just these words. */
  const exact = new Map();
  /** @type {Set<string>} The words in which the guide's own pages are asked for. */
  const ours = new Set();
  for (const { id, kind, title, asks } of entries.filter((entry) => entry.kind !== "page")) {
    for (const terms of [title, ...asks].map(told)) {
      exact.set(terms.join(" "), (exact.get(terms.join(" ")) ?? new Set()).add(id));
      if (kind !== "outside") for (const term of terms) ours.add(term);
    }
  }

  return (typed) => {
    const terms = told(typed);
    const said = stems(typed);
    const meant = exact.get(terms.join(" "));
    const near = index
      .search(typed)
      .map(({ id }) => /** @type {Entry} */ (byId.get(id)))
      .sort((a, b) => Number(meant?.has(b.id) ?? 0) - Number(meant?.has(a.id) ?? 0));
    const found = near.filter(({ kind }) => kind !== "outside");
    if (urgent.some((phrase) => said.includes(phrase))) {
      return { found: bothSides(dangerFirst(found)), urgent: true, outside: "" };
    }
    const isOurs = terms.length === 1 && ours.has(terms[0]); // one word alone is not enough to turn someone away
    const outside = near[0]?.kind === "outside" && !isOurs ? near[0].title : "";
    return { found: outside ? [] : bothSides(found), urgent: false, outside };
  };
}

/** Put the best page for danger in front. @param {Entry[]} found */
function dangerFirst(found) {
  const first = found.find(({ danger }) => danger);
  return first ? [first, ...found.filter((entry) => entry !== first)] : found;
}

/** See to it that both kinds of ending stand among the first four, where both were found. @param {Entry[]} found */
function bothSides(found) {
  const top = found.slice(0, 3);
  const missing = ["sessions", "relationships"].filter((side) => !top.some((entry) => entry.side === side));
  const other = missing.length === 1 ? found.slice(3).find(({ side }) => side === missing[0]) : undefined;
  return other ? [...top, other, ...found.slice(3).filter((entry) => entry !== other)] : found;
}
