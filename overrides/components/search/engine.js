// What of the guide fits the words that a clinician types. It runs in a worker, and knows nothing of the page.
import { byLetter, byPage, byPhrase } from "./readers.js";
import { stem, words } from "./reading.js";
import { withoutSettings } from "./settings.js";
import { speller } from "./spelling.js";
import { textsOf } from "./texts.js";

/**
 * @typedef {import("./reading.js").Language & { urgent: string[] }} Language `urgent` is what speaks of danger
 *
 * A page of the guide, or a subject `outside` of it; `names` is what it is called, and `asks` are the ways in which people
 * ask for it. `danger` marks a page to be read and followed when someone may be harmed; the `id` of a page is its address.
 * @typedef {{ id: string, kind: "practice" | "letter" | "page" | "outside", title: string, names: string[], summary: string,
 *   asks: string[], text: string, side?: string, first?: string, danger?: boolean }} Entry
 *
 * The pages that fit, the best one first; whether they do so clearly, or are only the nearest that there are; whether the
 * words are `urgent`; and the subject `outside` the guide that they seem to be about.
 * @typedef {{ found: Entry[], isClear: boolean, urgent: boolean, outside: string }} Answer
 */

const KIND = { practice: 1, letter: 0.8, page: 0.6, outside: 1 };
const CALM = 10; // the higher, the less the first places of one reader count against the others (reciprocal rank fusion)
const FITS = 0.5; // of the mark of the best page, what another one needs to fit, too
const CLEAR = 2.3; // from here on a query is clearly about the guide, and below OUTSIDE about something else
const OUTSIDE = -1;
const NEAREST = 3; // pages to be shown where none fits clearly

/**
 * Return what answers: a pure function from what someone typed to what fits it.
 * @param {{ entries: Entry[], language: Language }} guide
 * @returns {(typed: string) => Answer}
 */
export function engine({ entries, language }) {
  const all = textsOf(entries, language);
  const { reader } = all;
  const readers = [byPage, byPhrase, byLetter].map((make) => make(all));
  const spell = speller(usesOf(all.texts.flatMap(({ reading }) => reading.words)));
  const meant = (/** @type {string} */ word) => (reader.knows(word) ? word : spell(word) || word);
  const without = withoutSettings(language.settings, (said) => reader.telling(said) !== "");
  const exact = exactly(entries, (text) => reader.telling(words(text)));
  const ours = new Set(
    entries
      .filter(({ kind }) => kind !== "outside")
      .flatMap(({ names, asks, kind }) => [...names, ...(kind === "practice" ? [] : asks)])
      .flatMap((text) => words(text).map(stem)),
  );
  const urgent = language.urgent.map((phrase) => ` ${words(phrase).map(stem).join(" ")} `);

  return (typed) => {
    const said = words(typed);
    const what = without(said);
    const named = new Map([...exact(reader.telling(what)), ...exact(reader.telling(said))]);
    const asked = what.map(meant);
    const reading = reader.read(asked);
    const isKnown = named.size > 0 || asked.some((word) => !reader.silent.has(word) && reader.knows(word));
    const marks = readers.map((mark) => mark(reading));
    const found = isKnown
      ? fuse(marks, entries).sort((a, b) => (named.get(b) ?? 0) - (named.get(a) ?? 0))
      : [];
    const sure = sureness(marks, entries, found[0]);
    const isUrgent = urgent.some((phrase) => ` ${said.map(stem).join(" ")} `.includes(phrase));
    const isClear = named.size > 0 || sure > CLEAR || isUrgent;
    const pages = bothSides(found.map((of) => entries[of]));
    const ordered = isUrgent ? dangerFirst(pages) : pages;
    const isOutside = !isClear && sure < OUTSIDE && reading.words.some((word) => !ours.has(stem(word)));
    return {
      found: isClear ? ordered : ordered.slice(0, NEAREST),
      isClear,
      urgent: isUrgent,
      outside: isOutside ? subject(marks, entries) : "",
    };
  };
}

/** @param {string[]} said */
function usesOf(said) {
  /** @type {Map<string, number>} */
  const uses = new Map();
  for (const word of said) uses.set(word, (uses.get(word) ?? 0) + 1);
  return uses;
}

/**
 * Return what finds the pages that are called just so (2), or asked for just so (1).
 * @param {Entry[]} entries
 * @param {(text: string) => string} told
 * @returns {(said: string) => Map<number, number>}
 */
function exactly(entries, told) {
  /** @type {Map<string, Map<number, number>>} */
  const pages = new Map();
  const add = (/** @type {string} */ text, /** @type {number} */ of, /** @type {number} */ worth) => {
    const found = pages.get(told(text)) ?? new Map();
    pages.set(told(text), found.set(of, Math.max(worth, found.get(of) ?? 0)));
  };
  for (const [of, { kind, title, names, asks }] of entries.entries())
    if (kind !== "outside") {
      for (const name of [title, ...names]) add(name, of, 2);
      for (const ask of asks) add(ask, of, 1);
    }
  return (said) => (said && pages.get(said)) || new Map();
}

/**
 * The pages by the places that the readers give them, one reader with another, as far as they fit: at least half as well
 * as the best one, by the mean of their marks.
 * @param {Float64Array[]} marks
 * @param {Entry[]} entries
 */
function fuse(marks, entries) {
  const pages = [...entries.keys()].filter((of) => entries[of].kind !== "outside");
  const places = new Float64Array(entries.length);
  const fits = new Float64Array(entries.length);
  for (const given of marks) {
    const mark = (/** @type {number} */ of) => given[of] * KIND[entries[of].kind];
    const order = pages.filter((of) => mark(of) > 0).sort((a, b) => mark(b) - mark(a) || a - b);
    for (const [place, of] of order.entries()) {
      places[of] += 1 / (CALM + place + 1);
      fits[of] += mark(of) / mark(order[0]) / marks.length;
    }
  }
  const order = pages.filter((of) => places[of]).sort((a, b) => places[b] - places[a] || a - b);
  return order.filter((of, place) => place < NEAREST || fits[of] >= FITS * fits[order[0]]);
}

/**
 * How much surer the readers are of the best page than of the best subject outside, with how far they agree on it.
 * @param {Float64Array[]} marks
 * @param {Entry[]} entries
 * @param {number} [first]
 */
function sureness(marks, entries, first) {
  if (first === undefined) return 0;
  let sure = 0;
  for (const given of marks) {
    const most = (/** @type {boolean} */ outside) =>
      given.reduce(
        (top, mark, of) => (outside === (entries[of].kind === "outside") ? Math.max(top, mark) : top),
        0,
      );
    const better = given.filter((mark, of) => entries[of].kind !== "outside" && mark > given[first]).length;
    sure += Math.log((most(false) + 0.5) / (most(true) + 0.5)) + 1 / (3 * (1 + better));
  }
  return sure;
}

/** The subject outside that most readers put before the others. @param {Float64Array[]} marks @param {Entry[]} entries */
function subject(marks, entries) {
  const firsts = marks.map((given) =>
    given.reduce(
      (top, mark, of) => (entries[of].kind === "outside" && mark > (given[top] ?? 0) ? of : top),
      -1,
    ),
  );
  const [first] = firsts.filter((of, at) => of >= 0 && firsts.indexOf(of) !== at);
  return entries[first]?.title ?? "";
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
