/**
 * What was done in the course: pure functions over plain values. No DOM and no clock; days are passed in.
 *
 * Each task has a permanent number, written in the guide's ledger, so that no edit of the course loses what was done.
 * One code in capitals and digits holds it all: it is what the browser keeps, what a link and a file carry, and what a
 * code to scan and a printed sheet show.
 */

/** @typedef {"done" | "missed" | "mended" | "right" | "poor" | "good" | "unmet" | "met"} Result */
/**
 * @typedef {object} Entry
 * @property {number} day the day it was last done, in days since 1970-01-01
 * @property {Result} result
 * @property {string} version the first four letters of the version of what was done
 * @property {number} [box] of a check that came back: the box in which it waits (recall-queue/state.js)
 * @property {number} [asked] the day on which it was last asked; it has one where it has a box
 * @property {boolean} [ahead] whether its day was one to come, so that nobody can tell how long ago it was; it is not kept
 */
/** @typedef {ReadonlyMap<number, Entry>} Progress by the number of the task */

/** @type {Progress} */
export const NOTHING = new Map();

/** In the order of caution: of two on one day the earlier in this row stands. @type {readonly Result[]} */
const RESULTS = ["done", "missed", "mended", "right", "poor", "good", "unmet", "met"];
/** Whether it is a word for what came of a task. @param {string} word */
export function isResult(word) {
  return RESULTS.some((result) => result === word);
}

/** What was tried and is still to be done. */
const OPEN = new Set(["missed", "poor", "unmet"]);
/** An open result that a later success puts right. What an observer saw last counts, whichever it was. */
const TRIES = new Set(["missed", "poor"]);

/** The first sign of a code: as it was before checks came back, and is where none did, and with their boxes. */
const [PLAIN, BOXED] = ["1", "2"];
/** The results of a check, which alone may have a box. */
const OF_A_CHECK = new Set(["missed", "mended", "right"]);
const BOXES = 7; // none, and one to six
const LETTERS = "abcdefghijklmnop";
const LETTERS_KEPT = 4;
/** 2026-01-01, before the course was there. */
export const FIRST_DAY = 20_454;
const DAYS = 2 ** 14; // forty-four years
const JOURNEY = 1; // days by which a right clock may be behind one that was right elsewhere
/** The last day that a code can tell. */
export const LAST_DAY = FIRST_DAY + DAYS - 1;
const MOST = 4_096; // numbers of tasks: macros/numbers.py shares them out
const LONGEST = 20_000; // characters, far above any code of ours
const SEAL_LENGTH = 6;

/** @param {string} version as the page has it */
export function short(version) {
  return version.slice(0, LETTERS_KEPT);
}

/** Whether the task is done, in whatever version. @param {Entry | undefined} entry */
export function isDone(entry) {
  return entry !== undefined && !OPEN.has(entry.result);
}

/** Whether it was tried, and a later success puts it right. @param {Entry | undefined} entry */
export function isMissed(entry) {
  return entry !== undefined && TRIES.has(entry.result);
}

/**
 * Note that a task was done. A check or a case that was passed stays passed, in the version that it had, until it is
 * passed again.
 * @param {Progress} progress
 * @param {number} task
 * @param {Entry} entry
 * @returns {Progress}
 */
export function note(progress, task, entry) {
  const before = progress.get(task);
  const same = before?.version === entry.version;
  if (isDone(before) && isMissed(entry)) return progress;
  const again =
    same && (before?.result === "missed" || (before?.result === "mended" && before.day === entry.day));
  return new Map(progress).set(
    task,
    again && entry.result === "right" ? { ...entry, result: "mended" } : entry,
  );
}

/** @param {Progress} progress @param {number} task @returns {Progress} */
export function forget(progress, task) {
  return new Map([...progress].filter(([number]) => number !== task));
}

/**
 * Join what two devices know, in whatever order they meet. A pass outlives a try, the later of two outlives the earlier,
 * and of two on one day the more cautious stands. What was taken back on one device only comes back.
 * @param {Progress} a
 * @param {Progress} b
 * @returns {Progress}
 */
export function merge(a, b) {
  const both = new Map(a);
  for (const [task, theirs] of b) {
    const ours = both.get(task) ?? theirs;
    both.set(task, { ...stronger(ours, theirs), ...lastAsked(ours, theirs) });
  }
  return both;
}

/** The box of a check where it was asked last; of two on one day the lower. @param {Entry} a @param {Entry} b */
function lastAsked(a, b) {
  const [last] = [a, b]
    .flatMap(({ box, asked }) => (box && asked ? [{ box, asked }] : []))
    .sort((x, y) => y.asked - x.asked || x.box - y.box);
  return last;
}

/** @param {Entry} a @param {Entry} b */
function stronger(a, b) {
  const [more] = [a, b].sort(
    (x, y) =>
      Number(TRIES.has(x.result)) - Number(TRIES.has(y.result)) ||
      y.day - x.day ||
      RESULTS.indexOf(x.result) - RESULTS.indexOf(y.result) ||
      Number(x.version > y.version) - Number(x.version < y.version),
  );
  return /** @type {Entry} */ (more);
}

/**
 * What is believed on this day: a day to come, said by a clock once set wrong, is taken for today.
 * @param {Progress} progress
 * @param {number} today
 * @returns {Progress}
 */
export function believed(progress, today) {
  return new Map(
    [...progress].map(([task, entry]) => [
      task,
      Math.max(entry.day, entry.asked ?? 0) > today ? asOfToday(entry, today) : entry,
    ]),
  );
}

/** What was asked on a day to come is asked again as if it was long ago. @param {Entry} entry @param {number} today @returns {Entry} */
function asOfToday(entry, today) {
  const { day, asked = 0 } = entry;
  return {
    ...entry,
    day: Math.min(day, today),
    ...(day > today + JOURNEY && { ahead: true }),
    ...(asked && { asked: asked > today + JOURNEY ? FIRST_DAY : Math.min(asked, today) }),
  };
}

/**
 * Make a change to what is believed. What it leaves alone stays as it was kept, days to come included: the clock that
 * is wrong may be the one of today.
 * @param {Progress} progress
 * @param {number} today
 * @param {(progress: Progress) => Progress} change
 * @returns {Progress}
 */
export function revise(progress, today, change) {
  const before = believed(progress, today);
  const left = (/** @type {number} */ task, /** @type {Entry} */ entry) =>
    entry === before.get(task) ? progress.get(task) : undefined;
  return new Map([...change(before)].map(([task, entry]) => [task, left(task, entry) ?? entry]));
}

/** The tasks of `b` that `a` has not, or has in another state. @param {Progress} a @param {Progress} b */
export function news(a, b) {
  return [...merge(a, b)].filter(([task, entry]) => !isSame(a.get(task), entry)).map(([task]) => task);
}

/** @param {Entry | undefined} a @param {Entry} b */
function isSame(a, b) {
  const fields = /** @type {const} */ (["day", "result", "version", "box", "asked"]);
  return fields.every((field) => a?.[field] === b[field]);
}

/**
 * The same progress gives the same code, however it came about. Task 2, done on 2026-11-29 in version "abcd", alone is
 * `15LPXHFUNTXR08W5U6`.
 * @param {Progress} progress
 */
export function encode(progress) {
  const format = [...progress.values()].some(isBoxed) ? BOXED : PLAIN;
  const body = format + fold(fieldsOf(progress, format)).toString(36).toUpperCase();
  return body + seal(body);
}

/** Read a code; null when it is not one of ours, or not whole. @param {string} code @returns {Progress | null} */
export function decode(code) {
  const body = code.slice(0, -SEAL_LENGTH);
  const sound =
    code.length <= LONGEST &&
    /^[12][0-9A-Z]+$/.test(code) &&
    body.length > 1 &&
    seal(body) === code.slice(-SEAL_LENGTH);
  const progress = sound ? unfold(numberOf(body.slice(1)), code.slice(0, 1)) : null;
  return progress && encode(progress) === code ? progress : null;
}

/** A digit of a number in which each place has a base of its own. @typedef {readonly [digit: number, base: number]} Field */

/** @param {Entry} entry */
function isBoxed({ result, box, asked }) {
  return OF_A_CHECK.has(result) && box !== undefined && asked !== undefined;
}

/** @param {Progress} progress @param {string} format @returns {Field[]} */
function fieldsOf(progress, format) {
  const tasks = [...progress.keys()].sort((a, b) => a - b);
  const days = [...progress.values()].flatMap((entry) =>
    isBoxed(entry) ? [entry.day, entry.asked ?? entry.day] : [entry.day],
  );
  const first = Math.min(...days);
  const span = Math.max(...days) - first;
  const places = tasks.length ? Math.max(...tasks) + 1 : 0;
  return [
    [places, MOST + 1],
    ...(places
      ? /** @type {Field[]} */ ([
          [first - FIRST_DAY, DAYS],
          [span, DAYS],
        ])
      : []),
    ...Array.from({ length: places }, (_, task) => /** @type {Field} */ ([Number(progress.has(task)), 2])),
    ...tasks.flatMap((task) => {
      const entry = /** @type {Entry} */ (progress.get(task));
      return [
        ...entryFields(entry, first, span),
        ...(format === BOXED && OF_A_CHECK.has(entry.result) ? boxFields(entry, first, span) : []),
      ];
    }),
  ];
}

/** @param {Entry} entry @param {number} first @param {number} span @returns {Field[]} */
function boxFields(entry, first, span) {
  const { box = 0, asked = 0 } = isBoxed(entry) ? entry : {};
  return [[box, BOXES], ...(box ? /** @type {Field[]} */ ([[asked - first, span + 1]]) : [])];
}

/** @param {Entry} entry @param {number} first @param {number} span @returns {Field[]} */
function entryFields({ day, result, version }, first, span) {
  const letters = [...version].reduce((sum, letter) => sum * LETTERS.length + LETTERS.indexOf(letter), 0);
  return [
    [day - first, span + 1],
    [RESULTS.indexOf(result), RESULTS.length],
    [letters, LETTERS.length ** LETTERS_KEPT],
  ];
}

/** @param {readonly Field[]} fields */
function fold(fields) {
  return fields.reduceRight((sum, [digit, base]) => sum * BigInt(base) + BigInt(digit), 0n);
}

/** @param {bigint} number @param {string} format @returns {Progress | null} */
function unfold(number, format) {
  let rest = number;
  const take = (/** @type {number} */ base) => {
    const digit = Number(rest % BigInt(base));
    rest /= BigInt(base);
    return digit;
  };
  const places = take(MOST + 1);
  const first = places ? FIRST_DAY + take(DAYS) : 0;
  const span = places ? take(DAYS) : 0;
  const tasks = Array.from({ length: places }, (_, task) => (take(2) ? task : -1)).filter(
    (task) => task >= 0,
  );
  const entries = tasks.map((task) => {
    const entry = takeEntry(take, first, span);
    const box = format === BOXED && OF_A_CHECK.has(entry.result) ? take(BOXES) : 0;
    return /** @type {const} */ ([task, box ? { ...entry, box, asked: first + take(span + 1) } : entry]);
  });
  return rest === 0n ? new Map(entries) : null;
}

/** @param {(base: number) => number} take @param {number} first @param {number} span @returns {Entry} */
function takeEntry(take, first, span) {
  const day = first + take(span + 1);
  const result = /** @type {Result} */ (RESULTS[take(RESULTS.length)]);
  const letters = take(LETTERS.length ** LETTERS_KEPT);
  const version = Array.from({ length: LETTERS_KEPT }, (_, n) => {
    const place = LETTERS_KEPT - 1 - n;
    return LETTERS[Math.floor(letters / LETTERS.length ** place) % LETTERS.length];
  });
  return { day, result, version: version.join("") };
}

/** @param {string} digits in base 36 */
function numberOf(digits) {
  return [...digits].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
}

/** A few signs that change with every sign of `text` (FNV-1a). Against slips and torn links, not against forgers. @param {string} text */
function seal(text) {
  const hash = [...text].reduce(
    (sum, sign) => Math.imul(sum ^ sign.charCodeAt(0), 16_777_619) >>> 0,
    2_166_136_261,
  );
  return hash.toString(36).toUpperCase().padStart(SEAL_LENGTH, "0").slice(-SEAL_LENGTH);
}

const CARRIED = "#progress=";

/** The link that carries the progress. @param {string} address of the page that takes it up @param {Progress} progress */
export function toLink(address, progress) {
  return address + CARRIED + encode(progress);
}

/** Whether a text means to carry progress, well formed or not. @param {string} text */
export function isCarrier(text) {
  return text.includes(CARRIED);
}

/**
 * Read what a link, a file, a scanned code or a hand brings: the link with anything around it, or the code alone. A day
 * to come becomes `today`, lest a clock once set wrong outlive all that is done after it. Null when it is not ours.
 * @param {string} text
 * @param {number} today
 * @returns {Progress | null}
 */
export function fromText(text, today) {
  const code = (isCarrier(text) ? text.slice(text.indexOf(CARRIED) + CARRIED.length) : text).trim();
  const [first = ""] = code.match(/^[0-9A-Za-z]+/) ?? [];
  // A letter program may have broken the code into lines; otherwise what follows a space or a full stop is not part of it.
  const progress = decode(first.toUpperCase()) ?? decode(code.replace(/\s/g, "").toUpperCase());
  return progress && believed(progress, today);
}
