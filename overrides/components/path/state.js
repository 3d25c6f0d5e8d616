/** How far a reader is in the course: pure functions over the progress. */

import { isDone, short } from "../progress/state.js";

/** @typedef {import("../progress/state.js").Progress} Progress */
/** @typedef {{kind: string, number: number, version: string}} Task */

/** @param {string} text "KIND.NUMBER.VERSION ..." @returns {Task[]} */
export function tasksOf(text) {
  return text
    .split(" ")
    .filter(Boolean)
    .map((task) => task.split("."))
    .map(([kind = "", number, version = ""]) => ({ kind, number: Number(number), version: short(version) }));
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

/** How many of the tasks were noted in an older version. @param {readonly Task[]} tasks @param {Progress} progress */
export function changed(tasks, progress) {
  return tasks.filter(({ number, version }) => (progress.get(number)?.version ?? version) !== version).length;
}

/**
 * The day from which the visits of a module are counted: when the last of its checks was passed; null before that.
 * @param {readonly Task[]} tasks
 * @param {Progress} progress
 */
export function learned(tasks, progress) {
  const checks = tasks.filter(({ kind }) => kind === "check").map(({ number }) => progress.get(number));
  if (checks.length === 0 || !checks.every(isDone)) return null;
  return Math.max(...checks.map((entry) => entry?.day ?? 0));
}
