/** How far a reader is in the course: pure functions over the progress. */

import { isDone, short } from "../progress/state.js";

/** @typedef {import("../progress/state.js").Progress} Progress */
/** @typedef {{kind: string, number: number, version: string}} Task */
/** @typedef {{tasks: readonly Task[], visits: readonly (readonly [days: number, number: number])[]}} Module */

/** @typedef {{tasks: readonly Task[], minutes: number}} Part of a module, with the minutes that all of it takes */

/** What a reader does alone; the rest is seen by an observer, or comes on its day. */
const ALONE = new Set(["question", "reading", "aloud", "check", "case"]);

/** @param {string} text "KIND.NUMBER.VERSION ..." @returns {Task[]} */
export function tasksOf(text) {
  return text
    .split(" ")
    .filter(Boolean)
    .map((task) => task.split("."))
    .map(([kind = "", number, version = ""]) => ({ kind, number: Number(number), version: short(version) }));
}

/** The visits of a module. @param {string} text "DAYS.NUMBER ..." @returns {(readonly [days: number, number: number])[]} */
export function visitsOf(text) {
  return text
    .split(" ")
    .filter(Boolean)
    .map((visit) => visit.split(".").map(Number))
    .map(([days = 0, number = 0]) => [days, number]);
}

/**
 * How many of the tasks are done, and how many of those in an older version.
 * @param {readonly Task[]} tasks
 * @param {Progress} progress
 */
export function count(tasks, progress) {
  const done = tasks.filter(({ number }) => isDone(progress.get(number)));
  return { done: done.length, total: tasks.length, changed: changed(done, progress) };
}

/**
 * The parts of a module: the tasks of each kind.
 * @param {readonly Task[]} tasks
 * @param {string} text "KIND.MINUTES ...", what all of a kind take; none for what is for other days
 * @returns {Part[]}
 */
export function partsOf(tasks, text) {
  return text.split(" ").map((part) => {
    const [of, minutes] = part.split(".");
    return { tasks: tasks.filter(({ kind }) => kind === of), minutes: Number(minutes) };
  });
}

/**
 * The minutes that are left, each part rounded up by itself: what is left of a module and of the whole course are sums of
 * the same numbers, and of what was not begun, all of it.
 * @param {readonly Part[]} parts
 * @param {Progress} progress
 */
export function minutesLeft(parts, progress) {
  const left = parts.map(({ tasks, minutes }) => {
    const { done, total } = count(tasks, progress);
    return total && Math.ceil((minutes * (total - done)) / total);
  });
  return left.reduce((sum, each) => sum + each, 0);
}

/** How many of the tasks were noted in an older version. @param {readonly Task[]} tasks @param {Progress} progress */
export function changed(tasks, progress) {
  return tasks.filter(({ number, version }) => (progress.get(number)?.version ?? version) !== version).length;
}

/**
 * The day from which the visits of a module are counted: when the last of its checks was passed; null before that. A pass
 * of a day to come does not count: by a clock that was wrong once, no visit is put off.
 * @param {readonly Task[]} tasks
 * @param {Progress} progress
 */
export function learned(tasks, progress) {
  const checks = tasks.filter(({ kind }) => kind === "check").map(({ number }) => progress.get(number));
  if (checks.length === 0 || !checks.every(isDone)) return null;
  return Math.max(...checks.map((entry) => (entry && !entry.ahead ? entry.day : 0)));
}

/**
 * The day on which a visit opens; infinite before the module is learned.
 * @param {readonly Task[]} tasks of the module
 * @param {Progress} progress
 * @param {number} days
 */
export function opens(tasks, progress, days) {
  return (learned(tasks, progress) ?? Infinity) + days;
}

/**
 * What is still to be done: by the reader alone, and while someone observes.
 * @param {readonly Task[]} tasks
 * @param {Progress} progress
 */
export function left(tasks, progress) {
  const open = tasks.filter(({ number }) => !isDone(progress.get(number)));
  const by = (/** @type {boolean} */ alone) => open.filter(({ kind }) => ALONE.has(kind) === alone);
  return { alone: by(true), observed: by(false).filter(({ kind }) => kind === "criterion") };
}

/**
 * The module to go on with: of those with something to do alone, the one that was worked in last, or else the first; then
 * one in which only acts are still to be observed. None when all is done, or nothing was begun.
 * @template {{tasks: readonly Task[]}} T
 * @param {readonly T[]} modules in their order
 * @param {Progress} progress
 * @returns {T | undefined}
 */
export function toGoOn(modules, progress) {
  if (progress.size === 0) return undefined;
  const last = (/** @type {T} */ { tasks }) =>
    Math.max(
      0,
      ...tasks.filter(({ kind }) => ALONE.has(kind)).map(({ number }) => progress.get(number)?.day ?? 0),
    );
  const open = modules.filter(({ tasks }) => left(tasks, progress).alone.length > 0);
  const latest = Math.max(0, ...open.map(last));
  if (latest > 0) return open.filter((module) => last(module) === latest).at(-1);
  return open[0] ?? modules.find(({ tasks }) => left(tasks, progress).observed.length > 0);
}

/**
 * The visits to a module that are due by this day, each with its days and its number.
 * @param {Module} module
 * @param {Progress} progress
 * @param {number} today
 */
export function due({ tasks, visits }, progress, today) {
  return visits.filter(
    ([days, number]) => opens(tasks, progress, days) <= today && !isDone(progress.get(number)),
  );
}
