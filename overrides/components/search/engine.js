// What of the guide fits the words that a clinician types. It runs in a worker, and knows nothing of the page.
import { ear, leaning } from "./danger.js";
import { Patterns } from "./patterns.js";
import { byLetter, byPage, byPhrase } from "./readers.js";
import { stem, words } from "./reading.js";
import { sense, twoThings } from "./senses.js";
import { withoutSettings } from "./settings.js";
import { speller } from "./spelling.js";
import { textsOf, textsTelling } from "./texts.js";

/**
 * `clients` is the page for clients, the patterns in which they speak, and those in which they would not.
 * @typedef {import("./danger.js").Danger} Danger
 * @typedef {import("./reading.js").Language & { danger: import("./danger.js").Dangers,
 *   clients: { page: string, said: string[], not: string[] }, senses: Partial<Record<"sessions" | "relationships", string[]>> }} Language
 *
 * A page of the guide; or what is no page and never shown: a subject `outside` of it, and the danger that a `reader` speaks of.
 * `names` is what a page is called beside its title, and `asks` are the words of each way in which people ask for it, by their numbers; `text` is what a service
 * added. The `id` of a page is its address.
 * @typedef {{ id: string, kind: "practice" | "letter" | "page" | "outside" | "reader", title: string,
 *   names: string[], summary: string, asks: number[][], text: string, side?: string, first?: string }} Entry
 *
 * A number or an address for those in danger, and the country that it is of; or, with nothing to `reach`, a danger for which none
 * is known there.
 * @typedef {{ region: string, where: string, name: string, about: string, for: string[],
 *   reach: { way: "call" | "text" | "visit", to: string, add?: string }[] }} Contact
 *
 * The pages that fit, the best one first; whether they do so clearly, or are only the nearest that there are; whether the first
 * one is for the client who seems to ask; the danger that the words speak of, with the contacts for it; and the subject
 * `outside` the guide that they seem to be about.
 * @typedef {{ found: Entry[], isClear: boolean, forClients: boolean, danger?: Danger["kind"], contacts: Contact[],
 *   outside: string }} Answer
 */

const SHOWN = new Set(["practice", "letter", "page"]); // the kinds that are shown
const WORTH = [1.3, 0.5, 1]; // what the place counts that each reader gives: by the page, by the phrase, by letters
const CALM = 5; // the higher, the less the first places of one reader count against the others (reciprocal rank fusion)
const FITS = 0.5; // of the mark of the best page, what another one needs to fit, too
const NEAR = 0.75; // and what the best page of the other kind of ending needs to be meant, too
const CLEAR = 3.25; // from here on a query is clearly about the guide, and below OUTSIDE about something else
const OUTSIDE = -0.3;
const EXACTLY = 1; // what it counts beside its weight where a text is asked for word by word
const NEAREST = 3; // pages to be shown where none fits clearly
const SPOKEN = 1.5; // what plain words for a danger count, and twice that where nothing else is said, beside how far all words lean to it,
const NEARER = 0.75; // and how much nearer they are, to each reader, to what others said in danger than to anything else
const DANGER = -1.0; // from here on it is danger
const WORD = 0.5; // what each of such words counts for one danger against another,
const OWN = 1; // and for that of the reader
const OURS = -0.8; // from here on it is the writer's own
// What it asks itself before anybody else does: long and short, with a slip and a danger, so that most of it has run.
const FIRST = [
  "what do i do when the client says somthing big at the door",
  "he took all his tablets",
  "ending",
];

/**
 * Return what answers: a pure function from what someone typed to what fits it.
 * @param {import("./packing.js").Known} guide
 * @returns {(typed: string) => Answer}
 */
export function engine({ vocabulary, entries, language, contacts }) {
  const all = textsOf(entries, language, vocabulary);
  const { reader } = all;
  const readers = [byPage, byPhrase, byLetter].map((make) => make(all));
  const uses = reader.words.map((word, at) => /** @type {const} */ ([word, all.said.size(at)]));
  const spell = speller(new Map(uses.filter(([, times]) => times)));
  /** @type {Map<string, string>} */
  const spelt = new Map();
  const meant = (/** @type {string} */ word) => {
    const found = spelt.get(word) ?? (reader.knows(word) ? word : spell(word) || word);
    spelt.set(word, found);
    return found;
  };
  const without = withoutSettings(language.settings, (said) => reader.read(said).words.length > 0);
  /** What the readers make of words; mostly the same twice, since danger is listened for in all of them. */
  const read = lately((said) => {
    const reading = reader.read(said);
    return { reading, marks: readers.map((mark) => mark(reading)) };
  });
  const client = new Patterns(language.clients.said, language.danger.names);
  const worker = new Patterns(language.clients.not, language.danger.names);
  const hear = alarm(
    entries,
    language.danger,
    (said) => read(said).marks,
    (said) => worker.isIn(said),
    (said) => reader.read(said).words.length > 0,
  );
  const isSaidByClient = (/** @type {string[]} */ said) => client.isIn(said) && !worker.isIn(said);
  const ours = new Set(
    entries
      .filter(({ kind }) => SHOWN.has(kind))
      .flatMap(({ title, names, asks, kind }) => [
        ...[title, ...names].flatMap(words),
        ...(kind === "practice" ? [] : asks.flat().map((word) => vocabulary[word])),
      ])
      .map(stem),
  );

  const sideOf = sense(language.senses);

  /** What the readers make of words, as they were meant to be spelt. @param {string[]} asked */
  const look = (asked) => {
    const { reading, marks } = read(asked);
    const { found, fits } = fuse(reading.keys.length ? marks : [], entries); // letters alone are not enough
    return { marks, found, fits, reading, sure: sureness(marks, entries, found[0]) };
  };

  /** @param {string} typed @returns {Answer} */
  const answer = (typed) => {
    const said = words(typed);
    const what = without(said);
    const asked = what.map(meant);
    const { marks, found, fits, sure, reading } = look(asked);
    const { page } = language.clients;
    const isSaid = isSaidByClient(said.map(meant));
    // Less the words for a profession, what the page for clients is called is what a clinician asks, too.
    const named = new Map(
      [reading, reader.read(said)]
        .flatMap((each) => [...called(all, entries, each)])
        .filter(([of]) => isSaid || entries[of].id !== page),
    );
    const parts = twoThings(asked).map(look);
    const both = parts.every((part) => part.sure > CLEAR / 2) ? parts.map((part) => part.found[0]) : [];
    const first = [...named.keys()].sort(
      (a, b) => (named.get(b) ?? 0) - (named.get(a) ?? 0) || fits[b] - fits[a],
    );
    const order = unique([...first, ...found.slice(0, 1), ...both, ...found]);

    const { danger, isPlain } = hear(what, asked) ?? {};
    const isClient = !danger && (isSaid || entries[order[0]]?.id === page);
    // Where words only lean to danger, its page may be none that fits: one opens the list, and leaves room for others.
    const isClear = !isClient && (named.size > 0 || sure > CLEAR || isPlain === true);
    const isOutside =
      !isClear && !isClient && !danger && sure < OUTSIDE && asked.some((word) => !ours.has(stem(word)));
    const shown = opening(
      entries,
      danger?.pages.slice(0, isPlain ? undefined : 1) ?? (isClient ? [page] : []),
      bothSides(order, entries, (of) => sideOf(asked) === undefined && fits[of] >= NEAR * fits[order[0]]).map(
        (of) => entries[of],
      ),
    );
    return {
      found: isClear ? shown : shown.slice(0, NEAREST),
      isClear,
      forClients: isClient && shown[0]?.id === page,
      danger: danger?.kind,
      contacts: danger ? contactsFor(contacts, danger) : [],
      outside: isOutside ? subject(marks, entries) : "",
    };
  };
  for (const typed of FIRST) answer(typed); // what runs for the first time runs slowly, and shall be nobody's question
  return answer;
}

/**
 * Return what tells the danger that words speak of, if they do: in plain words (`isPlain`), or in words nearer to what others
 * said in danger than to anything else. `typed` are the words as they stand, and `meant` as they were meant to be spelt.
 * @param {Entry[]} entries
 * @param {import("./danger.js").Dangers} dangers
 * @param {(said: string[]) => Float64Array[]} mark
 * @param {(said: string[]) => boolean} isOfWork whether words are those of somebody at work, who speaks of a client
 * @param {(said: string[]) => boolean} tells whether words tell anything at all
 * @returns {(typed: string[], meant: string[]) => { danger: Danger, isPlain: boolean } | undefined}
 */
function alarm(entries, dangers, mark, isOfWork, tells) {
  const hear = ear(dangers);
  const lean = leaning(dangers.leans);
  const leanOwn = leaning(dangers.own);
  const entryOf = new Map(
    dangers.kinds.map((danger) => {
      const id = isReaders(danger) ? "reader" : danger.pages[0];
      return [danger, entries.findIndex((entry) => entry.id === id)];
    }),
  );
  const dangerous = new Set(entryOf.values());
  return (typed, meant) => {
    const [asTyped, asMeant] = [hear(typed), hear(meant)];
    const spoken = new Map([...asTyped.spoken, ...asMeant.spoken]);
    // Another spelling may take a plain word away.
    const heard = asTyped.spoken.size > asMeant.spoken.size ? asTyped : asMeant;
    if (!spoken.size && !tells(heard.words)) return undefined;
    const marks = mark(heard.words);
    const share = Math.max(0, ...spoken.values()) / heard.words.length;
    // Lines are learnt as they were typed, slips and all.
    let near = lean(asTyped.words) + (spoken.size ? SPOKEN * (1 + share) : 0);
    for (const given of marks) {
      const most = (/** @type {boolean} */ is) =>
        given.reduce((top, each, of) => (dangerous.has(of) === is ? Math.max(top, each) : top), 0);
      near += NEARER * Math.log((most(true) + 0.5) / (most(false) + 0.5));
    }
    if (near <= DANGER) return undefined;
    const nearness = (/** @type {Danger} */ danger) => {
      const told = (spoken.get(danger) ?? 0) * (isReaders(danger) ? OWN : WORD);
      return marks.reduce(
        (sum, given) => sum + given[entryOf.get(danger) ?? -1] / (Math.max(...given) || 1),
        told,
      );
    };
    const told = dangers.kinds.filter((danger) => (spoken.size ? spoken.has(danger) : !isReaders(danger)));
    if (!told.length) return undefined; // a guide without the pages for it
    const best = told.reduce((top, each) => (nearness(each) > nearness(top) ? each : top));
    // Someone who writes of nobody else writes of themselves. What is done to somebody else in plain words is not their own.
    const isClients = best.kind === "client";
    // One or two words alone tell nothing of whose it is.
    const leansOwn =
      heard.words.length > 2 && leanOwn(heard.words) > OURS && (heard.isFirst || !isOfWork(heard.words));
    const isOwn = isClients ? leansOwn || heard.isOwn : leansOwn && !spoken.size;
    const danger = isOwn ? ownOf(best, dangers.kinds.filter(isReaders)) : best;
    return { danger, isPlain: spoken.size > 0 };
  };
}

/** @param {Danger} danger */
const isReaders = ({ kind }) => kind === "reader";

/**
 * The same danger as that of whoever writes: the one with the contacts that it needs; where none has, the last, which is of
 * being hurt.
 * @param {Danger} danger
 * @param {Danger[]} own those of the reader
 */
function ownOf(danger, own) {
  const shared = (/** @type {Danger} */ each) =>
    each.for.filter((purpose) => danger.for.includes(purpose)).length;
  return own.reduce(
    (top, each) => (shared(each) > shared(top) || !shared(top) ? each : top),
    own[0] ?? danger,
  );
}

/**
 * Return what makes something of words, and has what it made last at hand.
 * @template Made
 * @param {(said: string[]) => Made} make
 * @returns {(said: string[]) => Made}
 */
function lately(make) {
  /** @type {{ of: string, made: Made } | undefined} */
  let last;
  return (said) => {
    const of = said.join(" ");
    if (last?.of !== of) last = { of, made: make(said) };
    return last.made;
  };
}

/**
 * The contacts for a danger by country: the emergency number first, then what there is no line for, then what the danger
 * needs most.
 * @param {Contact[]} contacts
 * @param {Danger} danger
 */
function contactsFor(contacts, danger) {
  const purposes = ["emergency", ...danger.for];
  const countries = unique(contacts.map(({ region }) => region));
  const place = (/** @type {Contact} */ contact) => {
    const found = purposes.findIndex((purpose) => contact.for.includes(purpose));
    return contact.reach.length ? found : Math.min(0, found); // they stand last in what is known
  };
  return contacts
    .filter((contact) => place(contact) >= 0)
    .sort((a, b) => countries.indexOf(a.region) - countries.indexOf(b.region) || place(a) - place(b));
}

/** Put the pages with these addresses before all others. @param {Entry[]} entries @param {string[]} first @param {Entry[]} found */
const opening = (entries, first, found) => [
  ...first.flatMap((page) => entries.filter(({ id, kind }) => id === page && SHOWN.has(kind))),
  ...found.filter(({ id }) => !first.includes(id)),
];

/** @template T @param {T[]} all */
const unique = (all) => [...new Set(all)];

/**
 * The pages that are called or asked for just so, each with what that counts: a name more than a way to ask, and the most what
 * is the same with the words that tell nothing, too.
 * @param {import("./texts.js").Texts} all
 * @param {Entry[]} entries
 * @param {import("./reading.js").Reading} reading
 */
function called(all, entries, reading) {
  const { of, keys, weight } = all;
  const asked = reading.keys.join();
  return new Map(
    textsTelling(all, reading.words)
      .filter((text) => SHOWN.has(entries[of[text]].kind))
      .map((text) => ({ text, counts: weight[text] + (keys.at(text).join() === asked ? EXACTLY : 0) }))
      .sort((a, b) => a.counts - b.counts)
      .map(({ text, counts }) => [of[text], counts]),
  );
}

/**
 * The pages by the places that the readers give them, one reader with another, as far as they fit: at least half as well
 * as the best one, by the mean of their marks.
 * @param {Float64Array[]} marks
 * @param {Entry[]} entries
 */
function fuse(marks, entries) {
  const pages = [...entries.keys()].filter((of) => SHOWN.has(entries[of].kind));
  const places = new Float64Array(entries.length);
  const fits = new Float64Array(entries.length);
  for (const [reader, given] of marks.entries()) {
    const order = pages.filter((of) => given[of] > 0).sort((a, b) => given[b] - given[a] || a - b);
    for (const [place, of] of order.entries()) {
      places[of] += WORTH[reader] / (CALM + place + 1);
      fits[of] += given[of] / given[order[0]] / marks.length;
    }
  }
  const order = pages.filter((of) => places[of]).sort((a, b) => places[b] - places[a] || a - b);
  const found = order.filter((of, place) => place < NEAREST || fits[of] >= FITS * fits[order[0]]);
  return { found, fits };
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
    const most = (/** @type {(kind: Entry["kind"]) => boolean} */ is) =>
      given.reduce((top, mark, of) => (is(entries[of].kind) ? Math.max(top, mark) : top), 0);
    const better = given.filter((mark, of) => SHOWN.has(entries[of].kind) && mark > given[first]).length;
    const inside = most((kind) => SHOWN.has(kind));
    const outside = most((kind) => kind === "outside");
    sure += Math.log((inside + 0.5) / (outside + 0.5)) + 1 / (3 * (1 + better));
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

/**
 * See to it that both kinds of ending stand among the first three, where the best page of the other kind is `meant`, too; else
 * among the first four.
 * @param {number[]} order
 * @param {Entry[]} entries
 * @param {(of: number) => boolean} meant
 */
function bothSides(order, entries, meant) {
  const sideAt = (/** @type {number} */ of) => entries[of].side;
  for (const place of [NEAREST - 1, NEAREST]) {
    const top = order.slice(0, place);
    const missing = ["sessions", "relationships"].filter((side) => !top.some((of) => sideAt(of) === side));
    const other = order.slice(place).find((of) => missing.length === 1 && sideAt(of) === missing[0]);
    if (other !== undefined && (place === NEAREST || meant(other))) return unique([...top, other, ...order]);
  }
  return order;
}
