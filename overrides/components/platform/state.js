/** What a learning platform learns of a module, and what it keeps of it: pure functions over the progress. */

import { left } from "../path/state.js";
import { encode, fromText, NOTHING } from "../progress/state.js";

/** @typedef {import("../progress/state.js").Progress} Progress */
/** @typedef {import("../path/state.js").Task} Task */
/**
 * @typedef {object} Report
 * @property {boolean} done whether all that one does alone is done
 * @property {number} answered of the checks
 * @property {number} right of the checks, the first time
 * @property {number} all of the checks
 * @property {string} version of the module
 */
/**
 * @typedef {object} Platform where a module was opened
 * @property {string} kept what it keeps of the module
 * @property {boolean} isForLooking whether it opened the module to look at, and counts nothing
 * @property {string} back where it wants its learners to go from here
 * @property {(report: Report, kept: (room: number) => string) => boolean | Promise<boolean>} tell whether it took it
 * @property {() => void} leave
 */

/** The part of the progress that is of these tasks. @param {Progress} progress @param {readonly Task[]} tasks @returns {Progress} */
export function within(progress, tasks) {
  const numbers = new Set(tasks.map(({ number }) => number));
  return new Map([...progress].filter(([number]) => numbers.has(number)));
}

/** @param {readonly Task[]} tasks of the module @param {Progress} progress @param {string} version @returns {Report} */
export function reportOf(tasks, progress, version) {
  const checks = tasks.filter(({ kind }) => kind === "check").map(({ number }) => progress.get(number));
  return {
    done: left(tasks, progress).alone.length === 0,
    answered: checks.filter(Boolean).length,
    right: checks.filter((entry) => entry?.result === "right").length,
    all: checks.length,
    version,
  };
}

/** Whether the module is passed, for which there has to be something to judge. @param {Report} report */
export function isPassed({ done, all }) {
  return done && all > 0;
}

/** The score between 0 and 1, as finely as platforms keep it. @param {Report} report */
export function scaled({ right, all }) {
  return all ? Number((right / all).toFixed(4)) : 0;
}

/**
 * What a platform is to keep: the code of the progress, and behind it what it kept that nobody here can read. Where both
 * do not fit, what was there before stays.
 * @param {Progress} progress
 * @param {string} foreign
 * @param {number} room in characters
 */
export function packed(progress, foreign, room) {
  const both = [encode(progress), foreign].filter(Boolean).join(" ");
  return both.length <= room ? both : foreign;
}

/** The inverse of `packed`. @param {string} kept @param {number} today @returns {{progress: Progress, foreign: string}} */
export function unpacked(kept, today) {
  const [code = "", ...rest] = kept.split(" ");
  const progress = fromText(code, today);
  return progress ? { progress, foreign: rest.join(" ") } : { progress: NOTHING, foreign: kept };
}
