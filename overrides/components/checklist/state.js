/**
 * What a checklist remembers: pure functions over plain values. No DOM and no clock; times are milliseconds passed in.
 *
 * Every change bears the time it was made, and the newest wins step by step. So `merge` gives the same answer in
 * whatever order two tabs meet, and neither loses a tick. Nothing is deleted to empty a list: a tick counts when it
 * is younger than the run's `emptied`, which is also what lets an emptied run be brought back.
 */

/** @typedef {readonly [at: number, on: 0 | 1]} Mark */
/**
 * @typedef {object} Run
 * @property {number} began when its first tick was set
 * @property {string} version the list's version at that moment
 * @property {number} emptied ticks up to this moment do not count any more
 * @property {Mark} finished
 * @property {ReadonlyMap<string, Mark>} marks by step id, steps unknown to today's list included
 */
/**
 * @typedef {object} Store everything kept for one page
 * @property {readonly [at: number, name: string]} chosen the run last looked at
 * @property {ReadonlyMap<string, Run>} runs by code word; a timed list has one run, TIMED
 */

/** The name of the one run of a list whose runs end by themselves: one word, where code words have two. */
export const TIMED = "timed";
/** No run at all. */
export const NONE = "";
/** @type {Store} */
export const EMPTY = { chosen: [0, NONE], runs: new Map() };

const FORMAT = 1;
/** How long an ended run can still be brought back: a working day. */
const RECALL = 12 * 60 * 60_000;
/** Far above any honest use; a store beyond it is not ours. */
const MOST = 1_000;
const NAME = /^(timed|\p{L}{1,20} \p{L}{1,20})$/u;
const STEP = /^[\w-]{1,100}$/;
/** As the guide makes them: letters only, so that none can look like a telephone number. */
const VERSION = /^[a-p]{8}$/;

/** @type {Run} */
const FRESH = { began: 0, version: "", emptied: 0, finished: [0, 0], marks: new Map() };

/** @param {Store} store @param {string} name @returns {Run} */
export function runOf(store, name) {
  return store.runs.get(name) ?? FRESH;
}

/** @param {Store} store @param {string} name @param {Partial<Run>} change @returns {Store} */
function withRun(store, name, change) {
  return { ...store, runs: new Map(store.runs).set(name, { ...runOf(store, name), ...change }) };
}

/** The ids of the steps that are ticked now. @param {Run} run */
export function ticked(run) {
  return [...run.marks].filter(([, [at, on]]) => on && at > run.emptied).map(([step]) => step);
}

/** The ids that were ticked when the run was last emptied. @param {Run} run */
export function tickedBefore(run) {
  return [...run.marks]
    .filter(([, [at, on]]) => on && at >= run.began && at <= run.emptied)
    .map(([step]) => step);
}

/** The code words of the runs that are not finished. @param {Store} store */
export function liveRuns(store) {
  return [...store.runs].filter(([name, run]) => name !== TIMED && !run.finished[1]).map(([name]) => name);
}

/**
 * Tick or untick some steps; the others stay as they are. A run begins with its first tick.
 * @param {Store} store @param {string} name @param {readonly string[]} steps @param {boolean} on
 * @param {{now: number, version: string}} context
 */
export function mark(store, name, steps, on, { now, version }) {
  if (steps.length === 0) return store;
  const run = runOf(store, name);
  const begins = ticked(run).length === 0;
  const marks = new Map([...run.marks].filter(([, [at]]) => !begins || at > run.emptied));
  for (const step of steps) {
    const at = Math.max(now, run.emptied + 1, (marks.get(step)?.[0] ?? 0) + 1);
    marks.set(step, [at, on ? 1 : 0]);
  }
  return withRun(store, name, begins ? { marks, version, began: Math.max(now, run.emptied + 1) } : { marks });
}

/** @param {Store} store @param {string} name @param {number} now */
export function empty(store, name, now) {
  const run = runOf(store, name);
  return withRun(store, name, { emptied: Math.max(now, lastChange(run)) });
}

/**
 * Start a run, whatever an older one of the same name held.
 * @param {Store} store
 * @param {string} name
 * @param {{now: number, version: string}} context
 */
export function start(store, name, { now, version }) {
  return withRun(empty(store, name, now), name, { began: now, version, finished: [now, 0] });
}

/**
 * Finish a run, or take that back.
 * @param {Store} store
 * @param {string} name
 * @param {boolean} on
 * @param {number} now
 */
export function finish(store, name, on, now) {
  const at = Math.max(now, runOf(store, name).finished[0] + 1);
  return withRun(store, name, { finished: [at, on ? 1 : 0] });
}

/** @param {Store} store @param {string} name @param {number} now @returns {Store} */
export function choose(store, name, now) {
  return { ...store, chosen: [now, name] };
}

/** @param {Run} run */
function lastChange(run) {
  return Math.max(0, ...[...run.marks.values()].map(([at]) => at));
}

/**
 * When the timed run ends by itself, or Infinity when nothing is ticked.
 * @param {Store} store
 * @param {number} lifetime milliseconds
 */
export function endOf(store, lifetime) {
  const run = runOf(store, TIMED);
  return ticked(run).length ? lastChange(run) + lifetime : Infinity;
}

/**
 * End the timed run when its time has come. The moment follows from the ticks, so all tabs agree on it.
 * @param {Store} store
 * @param {number} lifetime
 * @param {number} now
 */
export function expire(store, lifetime, now) {
  const end = endOf(store, lifetime);
  return end <= now ? withRun(store, TIMED, { emptied: end }) : store;
}

/**
 * Whether the timed run ended by itself (not by a reset) and nothing was ticked since.
 * @param {Store} store
 * @param {number} lifetime
 */
export function endedByItself(store, lifetime) {
  const run = runOf(store, TIMED);
  return (
    tickedBefore(run).length > 0 && ticked(run).length === 0 && run.emptied >= lastChange(run) + lifetime
  );
}

/** @template {readonly [number, unknown]} T @param {T} a @param {T} b @returns {T} */
function newer(a, b) {
  return b[0] > a[0] || (b[0] === a[0] && String(b[1]) > String(a[1])) ? b : a;
}

/** @param {Run} a @param {Run} b @returns {Run} */
function mergeRuns(a, b) {
  const marks = new Map(a.marks);
  for (const [step, theirs] of b.marks) marks.set(step, newer(marks.get(step) ?? theirs, theirs));
  const [began, version] = newer([a.began, a.version], [b.began, b.version]);
  return {
    began,
    version,
    marks,
    emptied: Math.max(a.emptied, b.emptied),
    finished: newer(a.finished, b.finished),
  };
}

/**
 * Join what two tabs know: for each step the newest change wins.
 * @param {Store} a
 * @param {Store} b
 * @returns {Store}
 */
export function merge(a, b) {
  const runs = new Map(a.runs);
  for (const [name, run] of b.runs) runs.set(name, mergeRuns(runs.get(name) ?? run, run));
  return { chosen: newer(a.chosen, b.chosen), runs };
}

/**
 * Move ticks from retired step ids to the ids they go by today.
 * @param {Store} store
 * @param {ReadonlyMap<string, string>} aliases
 * @returns {Store}
 */
export function rename(store, aliases) {
  const today = (/** @type {Run} */ run) => {
    /** @type {Map<string, Mark>} */
    const marks = new Map();
    for (const [old, made] of run.marks) {
      const step = aliases.get(old) ?? old;
      marks.set(step, newer(marks.get(step) ?? made, made));
    }
    return { ...run, marks };
  };
  return { ...store, runs: new Map([...store.runs].map(([name, run]) => [name, today(run)])) };
}

/** The same store gives the same text, however it came about. @param {Store} store */
export function encode(store) {
  const sorted = (/** @type {ReadonlyMap<string, unknown>} */ map) =>
    Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  const plain = (/** @type {Run} */ { began, version, emptied, finished, marks }) => ({
    began,
    version,
    emptied,
    finished,
    marks: sorted(marks),
  });
  const runs = new Map([...store.runs].map(([name, run]) => [name, plain(run)]));
  return JSON.stringify({ format: FORMAT, chosen: store.chosen, runs: sorted(runs) });
}

/**
 * Read what storage holds. Whatever is not ours (another format, another type, too much of it) is passed over in
 * silence; a time in the future becomes now, lest a clock once set wrong outlive every later tick.
 * @param {string | null} text @param {number} now @returns {Store}
 */
export function decode(text, now) {
  const raw = parse(text);
  if (!isRecord(raw) || raw.format !== FORMAT || !isRecord(raw.runs)) return EMPTY;
  /** @type {Map<string, Run>} */
  const runs = new Map();
  for (const [name, value] of Object.entries(raw.runs).slice(0, MOST)) {
    const run = NAME.test(name) ? decodeRun(value, now) : null;
    if (run && now - endedAt(name, run, now) <= RECALL) runs.set(name, run);
  }
  const [at, name] = Array.isArray(raw.chosen) ? raw.chosen : [];
  return {
    runs,
    chosen:
      isTime(at) && typeof name === "string" && runs.has(name) ? [Math.min(at, now), name] : EMPTY.chosen,
  };
}

/** When a run ended; `now` while it goes on. @param {string} name @param {Run} run @param {number} now */
function endedAt(name, run, now) {
  if (name !== TIMED) return run.finished[1] ? run.finished[0] : now;
  return ticked(run).length ? now : run.emptied;
}

/** @param {unknown} raw @param {number} now @returns {Run | null} */
function decodeRun(raw, now) {
  if (!isRecord(raw) || !isTime(raw.began) || !isTime(raw.emptied) || !isRecord(raw.marks)) return null;
  const finished = decodeMark(raw.finished, now);
  if (!finished || typeof raw.version !== "string" || !VERSION.test(raw.version)) return null;
  /** @type {Map<string, Mark>} */
  const marks = new Map();
  for (const [step, value] of Object.entries(raw.marks).slice(0, MOST)) {
    const made = STEP.test(step) ? decodeMark(value, now) : null;
    if (made) marks.set(step, made);
  }
  return {
    began: Math.min(raw.began, now),
    emptied: Math.min(raw.emptied, now),
    version: raw.version,
    finished,
    marks,
  };
}

/** @param {unknown} raw @param {number} now @returns {Mark | null} */
function decodeMark(raw, now) {
  if (!Array.isArray(raw) || raw.length !== 2) return null;
  const [at, on] = raw;
  return isTime(at) && (on === 0 || on === 1) ? [Math.min(at, now), on] : null;
}

/** @param {string | null} text @returns {unknown} */
function parse(text) {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value @returns {value is number} */
function isTime(value) {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

/** @param {string} version @param {readonly string[]} steps */
export function toFragment(version, steps) {
  return `#run=${[version, ...steps].join(".")}`;
}

/** Whether a fragment means to carry ticks, well formed or not. @param {string} hash */
export function isFragment(hash) {
  return hash.startsWith("#run=");
}

/** @param {string} hash @returns {{version: string, steps: string[]} | null} null when it is malformed */
export function fromFragment(hash) {
  const [version = "", ...steps] = hash.replace("#run=", "").split(".");
  const sound =
    isFragment(hash) &&
    VERSION.test(version) &&
    steps.length > 0 &&
    steps.length <= MOST &&
    steps.every((step) => STEP.test(step));
  return sound ? { version, steps: [...new Set(steps)] } : null;
}

/**
 * A code word that no other run bears: from a random place on, the first free pair.
 * @param {readonly string[]} first @param {readonly string[]} second @param {ReadonlySet<string>} taken @param {number} chance from 0 up to 1
 */
export function codeWord(first, second, taken, chance) {
  const pairs = first.flatMap((a) => second.map((b) => `${a} ${b}`));
  const from = Math.floor(chance * pairs.length);
  return [...pairs.slice(from), ...pairs.slice(0, from)].find((pair) => !taken.has(pair)) ?? "";
}
