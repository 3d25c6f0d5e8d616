/**
 * Which checks come back, and when: pure functions over the progress. No DOM and no clock; days are passed in.
 *
 * Boxes after Sebastian Leitner (“So lernt man lernen”, 1972), as https://en.wikipedia.org/wiki/Leitner_system tells of
 * them: what is recalled moves on by one box and is asked later, what is missed goes back to the first. His boxes were
 * emptied when they were full. The days, and how many are asked on one, are a simple schedule of the guide's own.
 */

import { isDone, note } from "../progress/state.js";

/** @typedef {import("../progress/state.js").Entry} Entry */
/** @typedef {import("../progress/state.js").Progress} Progress */
/** @typedef {import("../path/state.js").Task} Task */

/** Days until a check of each box is asked again; one that has left the last box is asked no more. */
const DAYS = [1, 3, 7, 14, 30];
/** The box in which a check begins that was right the first time. */
const KNOWN = 3;
/** How many are asked on one day: half a minute each. */
const A_DAY = 6;
/** How many of them were right before: a sample. */
const KNOWN_A_DAY = 2;

/** @param {Entry} entry */
function boxOf({ box, result }) {
  return box ?? (result === "right" ? KNOWN : 1);
}

/** The day on which a check was last answered. @param {Entry} entry */
export function answeredOn({ asked = 0, day }) {
  return Math.max(asked, day);
}

/** The day from which a check is asked again; infinite where it is not. @param {Entry} entry */
function dueOn(entry) {
  const days = DAYS[boxOf(entry) - 1];
  if (days === undefined) return Infinity;
  return entry.ahead ? 0 : (entry.asked ?? entry.day) + days;
}

/** Whether a check that was passed was answered wrongly on this day. @param {Entry | undefined} entry @param {number} day */
function isMissedOn(entry, day) {
  return entry?.box === 1 && entry.asked === day;
}

/** Whether the last answer to a check was right at once. @param {Entry} entry */
export function isRecalled(entry) {
  return boxOf(entry) > 1;
}

/**
 * Note what came of a check, and put it into its box: one rule, whether it came back or was answered again in its module.
 * Right at once on a later day moves it on by one box. A wrong answer puts it back into the first, at any hour, and then
 * no right answer of that day moves it on or is “right the first time”. A pass stays a pass, and keeps the day on which
 * it was made, from which the visits of a module are counted.
 * @param {Progress} progress
 * @param {number} task
 * @param {Entry} answer
 * @returns {Progress}
 */
export function answered(progress, task, answer) {
  const before = progress.get(task);
  const late = answer.result === "right" && isMissedOn(before, answer.day);
  /** @type {Entry} */
  const entry = late ? { ...answer, result: "mended" } : answer;
  const noted = note(progress, task, entry);
  const after = noted.get(task) ?? entry;
  const passed = isDone(before) && !before?.ahead;
  const anew = before?.version !== entry.version && after !== before;
  if (!before || anew || !isDone(after)) return noted;
  const day = passed ? before.day : after.day;
  const first = answeredOn(before) !== entry.day || before.ahead;
  const up = first && entry.result === "right" ? 1 : 0;
  const missed = entry.result === "missed";
  const box = missed ? 1 : Math.min(boxOf(before) + up, DAYS.length + 1);
  const result = missed ? "mended" : after.result;
  return new Map(noted).set(task, { ...after, day, result, box, asked: entry.day });
}

/**
 * The checks to ask today, those that were missed before those that were right, and neighbours of different modules.
 * @param {readonly (readonly Task[])[]} modules the tasks of each
 * @param {Progress} progress
 * @param {number} today
 * @returns {readonly number[]} their numbers
 */
export function queue(modules, progress, today) {
  const checks = all(modules, progress);
  const now = checks.filter(({ entry }) => entry.asked === today);
  const due = checks
    .filter(({ entry }) => dueOn(entry) <= today)
    .sort(
      (a, b) => boxOf(a.entry) - boxOf(b.entry) || dueOn(a.entry) - dueOn(b.entry) || a.number - b.number,
    );
  const missed = due.filter(({ entry }) => boxOf(entry) < KNOWN);
  const known = due.filter(({ entry }) => boxOf(entry) >= KNOWN);
  const sample = left(KNOWN_A_DAY, now.filter(({ entry }) => boxOf(entry) > KNOWN).length);
  const chosen = [...missed, ...known.slice(0, sample)].slice(0, left(A_DAY, now.length));
  return spread(chosen).map(({ number }) => number);
}

/**
 * The next day after this one on which a check is asked; infinite where none will be.
 * @param {readonly (readonly Task[])[]} modules
 * @param {Progress} progress
 * @param {number} today
 */
export function nextDay(modules, progress, today) {
  return Math.max(today + 1, Math.min(...all(modules, progress).map(({ entry }) => dueOn(entry))));
}

/** @typedef {{number: number, module: number, entry: Entry}} Asked a check that was answered, and the place of its module */

/** @param {readonly (readonly Task[])[]} modules @param {Progress} progress @returns {Asked[]} */
function all(modules, progress) {
  return modules.flatMap((tasks, module) =>
    tasks.flatMap(({ kind, number }) => {
      const entry = kind === "check" ? progress.get(number) : undefined;
      return entry ? [{ number, module, entry }] : [];
    }),
  );
}

/** @param {number} most @param {number} used */
function left(most, used) {
  return Math.max(0, most - used);
}

/** One of each module in turn. @param {readonly Asked[]} checks */
function spread(checks) {
  const turn = (/** @type {Asked} */ { module }, /** @type {number} */ nth) =>
    checks.slice(0, nth).filter((before) => before.module === module).length;
  return checks
    .map((check, nth) => /** @type {const} */ ([turn(check, nth), check]))
    .sort(([a], [b]) => a - b)
    .map(([, check]) => check);
}
