/**
 * What a checklist remembers: pure functions over plain values. No DOM and no clock; times are milliseconds passed in.
 *
 * Every change bears a time, and the newest wins step by step. So `merge` gives the same answer in whatever order two
 * tabs meet, and neither loses a tick. Nothing is deleted to empty a list: a tick counts when it is younger than the
 * run's `emptied`, which is also what lets an emptied run be brought back.
 *
 * A clock may be wrong and be put right. So these times only tell what came after what: each is later than all before
 * it in its run, whatever the clock says. When a run ends follows from `touched`, which is never believed to be to come.
 */

/** @typedef {readonly [at: number, on: 0 | 1]} Mark */
/**
 * @typedef {object} Run
 * @property {number} began when its first tick was set
 * @property {string} version the list's version at that moment
 * @property {number} emptied ticks up to this moment do not count any more
 * @property {Mark} finished
 * @property {ReadonlyMap<string, Mark>} marks by step id, steps unknown to today's list included
 * @property {number} touched what the clock said at the last change
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
/** How long after its last change an ended run can still be brought back: a working day. */
const RECALL = 12 * 60 * 60_000;
/** Far above any honest use; a store beyond it is not ours. */
const MOST = 1_000;
/** No clock says more than 8.64e15: what was done after that is told apart up to here. */
const LATEST = Number.MAX_SAFE_INTEGER;
const NAME = /^(timed|\p{L}{1,20} \p{L}{1,20})$/u;
const STEP = /^[\w-]{1,100}$/;
/** Letters only, as the guide makes them, so that none can look like a telephone number. The first guides wrote digits, too. */
const VERSION = /^[0-9a-p]{8}$/;

/** @type {Run} */
const FRESH = { began: 0, version: "", emptied: 0, finished: [0, 0], marks: new Map(), touched: 0 };

/** @param {Store} store @param {string} name @returns {Run} */
export function runOf(store, name) {
  return store.runs.get(name) ?? FRESH;
}

/** @param {Store} store @param {string} name @param {Partial<Run>} change @returns {Store} */
function withRun(store, name, change) {
  return { ...store, runs: new Map(store.runs).set(name, { ...runOf(store, name), ...change }) };
}

/** @param {Store} store @param {(run: Run) => Run} change @returns {Store} */
function withEach(store, change) {
  return { ...store, runs: new Map([...store.runs].map(([name, run]) => [name, change(run)])) };
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
  const at = after(run, now);
  const begins = ticked(run).length === 0;
  const marks = new Map([...run.marks].filter(([, [at]]) => !begins || at > run.emptied));
  for (const step of steps) marks.set(step, [at, on ? 1 : 0]);
  return withRun(store, name, { marks, touched: now, ...(begins && { version, began: at }) });
}

/** Take all ticks away. What never began stays unknown. @param {Store} store @param {string} name @param {number} now */
export function empty(store, name, now) {
  return store.runs.has(name) ? emptied(store, name, now) : store;
}

/** @param {Store} store @param {string} name @param {number} now */
function emptied(store, name, now) {
  return withRun(store, name, { emptied: after(runOf(store, name), now), touched: now });
}

/**
 * Start a run, whatever an older one of the same name held.
 * @param {Store} store
 * @param {string} name
 * @param {{now: number, version: string}} context
 */
export function start(store, name, { now, version }) {
  const bare = emptied(store, name, now);
  const at = after(runOf(bare, name), now);
  return withRun(bare, name, { began: at, version, finished: [at, 0] });
}

/**
 * Finish a run, or take that back. What never began stays unknown.
 * @param {Store} store
 * @param {string} name
 * @param {boolean} on
 * @param {number} now
 */
export function finish(store, name, on, now) {
  if (!store.runs.has(name)) return store;
  return withRun(store, name, { finished: [after(runOf(store, name), now), on ? 1 : 0], touched: now });
}

/** @param {Store} store @param {string} name @param {number} now @returns {Store} */
export function choose(store, name, now) {
  return { ...store, chosen: [Math.max(now, store.chosen[0] + 1), name] };
}

/** @param {Run} run */
function lastMark(run) {
  return Math.max(0, ...[...run.marks.values()].map(([at]) => at));
}

/** @param {Run} run */
function lastChange(run) {
  return Math.max(run.began, run.emptied, run.finished[0], lastMark(run));
}

/** The time of the next change. @param {Run} run @param {number} now */
function after(run, now) {
  return Math.max(now, lastChange(run) + 1);
}

/**
 * When the timed run ends by itself, or Infinity when nothing is ticked.
 * @param {Store} store
 * @param {number} lifetime milliseconds
 */
export function endOf(store, lifetime) {
  const run = runOf(store, TIMED);
  return ticked(run).length ? run.touched + lifetime : Infinity;
}

/**
 * End the timed run when its time has come. The moment follows from the ticks, so all tabs agree on it. A run last
 * touched in the future, by a clock since put right, counts as touched now: it ends in its time, and not before.
 * @param {Store} store
 * @param {number} lifetime
 * @param {number} now
 */
export function expire(store, lifetime, now) {
  const run = runOf(store, TIMED);
  if (run.touched > now) return withRun(store, TIMED, { touched: now });
  return endOf(store, lifetime) <= now ? withRun(store, TIMED, { emptied: lastMark(run) + lifetime }) : store;
}

/**
 * Whether the timed run ended by itself (not by a reset) and nothing was ticked since.
 * @param {Store} store
 * @param {number} lifetime
 */
export function endedByItself(store, lifetime) {
  const run = runOf(store, TIMED);
  return tickedBefore(run).length > 0 && ticked(run).length === 0 && run.emptied >= lastMark(run) + lifetime;
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
    touched: mergeTouched(a, b),
  };
}

/** What the clock said at the last change; when two differ over the same one, the later was to come. @param {Run} a @param {Run} b */
function mergeTouched(a, b) {
  const lead = lastChange(a) - lastChange(b);
  if (lead === 0) return Math.min(a.touched, b.touched);
  return lead > 0 ? a.touched : b.touched;
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
  return withEach(store, today);
}

/**
 * Without the marks that no longer count, which only bring an emptied run back. To join it with others gives the same
 * ticks, and emptied so a run takes no more room than before.
 * @param {Store} store
 */
export function terse(store) {
  return withEach(store, (run) => ({
    ...run,
    marks: new Map([...run.marks].filter(([, [at]]) => at > run.emptied)),
  }));
}

/**
 * The same store gives the same text, however it came about:
 *
 *     {"format":1,"chosen":[1764384000000,"amber-otter"],"runs":{"amber-otter":{"began":1764384000000,
 *     "version":"bcdefghi","emptied":0,"finished":[0,0],"marks":{"stay":[1764384000000,1]},"touched":1764384000000}}}
 *
 * @param {Store} store
 */
export function encode(store) {
  const sorted = (/** @type {ReadonlyMap<string, unknown>} */ map) =>
    Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  const plain = (/** @type {Run} */ { began, version, emptied, finished, marks, touched }) => ({
    began,
    version,
    emptied,
    finished,
    marks: sorted(marks),
    touched,
  });
  const runs = new Map([...store.runs].map(([name, run]) => [name, plain(run)]));
  return JSON.stringify({ format: FORMAT, chosen: store.chosen, runs: sorted(runs) });
}

/**
 * Read what storage holds: what is ours of it, and neither too much nor past.
 * @param {string | null} text @param {number} now @returns {Store}
 */
export function decode(text, now) {
  const raw = ours(text);
  if (!raw) return EMPTY;
  /** @type {Map<string, Run>} */
  const runs = new Map();
  for (const [name, value] of Object.entries(raw.runs).slice(0, MOST)) {
    const run = decodeRun(name, value);
    if (!run) continue;
    const touched = Math.min(run.touched, now);
    if (goesOn(name, run) || now - touched <= RECALL) runs.set(name, { ...run, touched });
  }
  const [at, name] = Array.isArray(raw.chosen) ? raw.chosen : [];
  const sound = isTime(at) && typeof name === "string" && runs.has(name);
  return { runs, chosen: sound ? [at, name] : EMPTY.chosen };
}

/** Whether `decode` can read all of it, so that nothing is lost when it is written over. @param {string} text */
export function isWhole(text) {
  const raw = ours(text);
  const runs = Object.entries(raw?.runs ?? {});
  return raw !== null && runs.length <= MOST && runs.every(([name, run]) => isWholeRun(name, run));
}

/** @param {string} name @param {unknown} raw */
function isWholeRun(name, raw) {
  const { size } = decodeRun(name, raw)?.marks ?? {};
  return isRecord(raw) && isRecord(raw.marks) && Object.keys(raw.marks).length === size;
}

/** @param {string | null} text @returns {{runs: Record<string, unknown>, chosen?: unknown} | null} */
function ours(text) {
  const raw = parse(text);
  if (!isRecord(raw) || raw.format !== FORMAT || !isRecord(raw.runs)) return null;
  return { runs: raw.runs, chosen: raw.chosen };
}

/** @param {string} name @param {Run} run */
function goesOn(name, run) {
  return name === TIMED ? ticked(run).length > 0 : !run.finished[1];
}

/** @param {string} name @param {unknown} raw @returns {Run | null} */
function decodeRun(name, raw) {
  if (!NAME.test(name) || !isRecord(raw) || !isRecord(raw.marks)) return null;
  const { began, version, emptied } = raw;
  const finished = decodeMark(raw.finished);
  if (!finished || !isTime(began) || !isTime(emptied)) return null;
  if (typeof version !== "string" || !VERSION.test(version)) return null;
  /** @type {Map<string, Mark>} */
  const marks = new Map();
  for (const [step, value] of Object.entries(raw.marks).slice(0, MOST)) {
    const made = STEP.test(step) ? decodeMark(value) : null;
    if (made) marks.set(step, made);
  }
  const run = { began, version, emptied, finished, marks, touched: 0 };
  // An older guide noted no more than the changes.
  return { ...run, touched: isTime(raw.touched) ? raw.touched : lastChange(run) };
}

/** @param {unknown} raw @returns {Mark | null} */
function decodeMark(raw) {
  if (!Array.isArray(raw) || raw.length !== 2) return null;
  const [at, on] = raw;
  return isTime(at) && (on === 0 || on === 1) ? [at, on] : null;
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
  return typeof value === "number" && value >= 0 && value <= LATEST;
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
