/** What the records of a group say together: pure functions over records that were read. No DOM and no clock. */

import { count, due, left } from "../path/state.js";
import { isDone } from "../progress/state.js";
import { tidy } from "../record/state.js";

/** @typedef {import("../record/state.js").SignOff} SignOff */
/** @typedef {import("../progress/state.js").Progress} Progress */
/** @typedef {import("../path/state.js").Task} Task */
/** @typedef {{week: number, title: string, tasks: readonly Task[], visits: readonly (readonly [number, number])[]}} Module */
/** @typedef {{file: string, verdict: string, record: SignOff}} Reading a file that is a record, and what it turned out to be */
/** @typedef {{file: string, name: string, printed: string, why: "same" | "double"}} Double */
/**
 * @typedef {object} Standing
 * @property {string} name
 * @property {string} printed
 * @property {boolean} altered then it has no figures
 * @property {Progress} progress
 * @property {number} whole how many modules have nothing open
 * @property {number} done
 * @property {number} total
 * @property {number} open
 * @property {readonly Task[]} changed what was done on another text than the one of today
 * @property {readonly Task[]} overdue
 * @property {readonly Task[]} unmet what was missed, if only at first, or not met
 * @property {number} gone how much that was done is no longer in the course
 */

/** What was missed at first, or is not met yet. */
const MISSED = new Set(["missed", "mended", "poor", "unmet"]);
const WEEK = 7;

/**
 * Of the records of one person the one that counts: one that is sound before one that is altered, then the later.
 * @param {readonly Reading[]} readings
 * @returns {{kept: readonly Reading[], doubles: readonly Double[]}}
 */
export function onePerPerson(readings) {
  /** @type {Map<string, Reading>} */
  const kept = new Map();
  /** @type {Double[]} */
  const doubles = [];
  for (const next of readings) {
    const name = tidy(next.record.clinician);
    const key = name.toLowerCase();
    const before = kept.get(key);
    const [counts, other] = !before || stronger(next, before) ? [next, before] : [before, next];
    kept.set(key, counts);
    if (!other) continue;
    const why = JSON.stringify(other.record) === JSON.stringify(counts.record) ? "same" : "double";
    doubles.push({ file: other.file, name, printed: counts.record.printed, why });
  }
  return { kept: [...kept.values()], doubles };
}

/** @param {Reading} a @param {Reading} b */
function stronger(a, b) {
  const sound = (/** @type {Reading} */ { verdict }) => Number(verdict !== "altered");
  if (sound(a) !== sound(b)) return sound(a) > sound(b);
  return a.record.printed > b.record.printed;
}

/**
 * @param {Reading} reading
 * @param {Progress} progress what the record says was done
 * @param {readonly Module[]} modules
 * @param {number} today
 * @param {number | null} first the first day of the course
 * @returns {Standing}
 */
export function standing({ verdict, record }, progress, modules, today, first) {
  const tasks = modules.flatMap((module) => module.tasks);
  const altered = verdict === "altered";
  const known = new Set(tasks.map(({ number }) => number));
  const { done, total } = count(tasks, progress);
  const open = (/** @type {Module} */ module) => {
    const { alone, observed } = left(module.tasks, progress);
    return [...alone, ...observed];
  };
  const late = modules.flatMap((module) => {
    const numbers = due(module, progress, today).map(([, number]) => number);
    const over = first !== null && first + WEEK * module.week <= today ? open(module) : [];
    return [...over, ...module.tasks.filter(({ number }) => numbers.includes(number))];
  });
  return {
    name: record.clinician,
    printed: record.printed,
    altered,
    progress,
    whole: modules.filter((module) => open(module).length === 0).length,
    done,
    total,
    open: total - done,
    changed: tasks.filter(({ number, version }) => (progress.get(number)?.version ?? version) !== version),
    overdue: late,
    unmet: tasks.filter(({ number }) => MISSED.has(progress.get(number)?.result ?? "")),
    gone: record.items.length - [...progress.keys()].filter((number) => known.has(number)).length,
  };
}

/**
 * What the group misses: each check, case and act that someone missed, most of those who tried it first.
 * @param {readonly Standing[]} group
 * @param {readonly Module[]} modules
 */
export function missedMost(group, modules) {
  const counted = group.filter(({ altered }) => !altered);
  return modules
    .flatMap((module) => module.tasks.map((task) => ({ task, module })))
    .map(({ task, module }) => {
      const tried = counted.filter(({ progress }) => progress.has(task.number)).length;
      const missed = counted.filter(({ unmet }) => unmet.includes(task)).length;
      return { task, module, tried, missed };
    })
    .filter(({ missed }) => missed > 0)
    .sort((a, b) => b.missed - a.missed || b.missed / b.tried - a.missed / a.tried);
}

/** @typedef {"name" | "printed" | "whole" | "done" | "changed" | "overdue" | "unmet"} Key */

/** The cell by this key, to be sorted by. @param {Standing} one @param {Key} key */
export function figure(one, key) {
  const value = one[key];
  return Array.isArray(value) ? value.length : /** @type {string | number} */ (value);
}

/**
 * In the order of a column, whatever has no figures at the end.
 * @param {readonly Standing[]} group
 * @param {Key} key
 * @param {boolean} down
 */
export function sorted(group, key, down) {
  const by = (/** @type {Standing} */ a, /** @type {Standing} */ b) => {
    const [x, y] = [figure(a, key), figure(b, key)];
    return typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y));
  };
  return [...group].sort(
    (a, b) =>
      Number(a.altered) - Number(b.altered) || (down ? -1 : 1) * by(a, b) || a.name.localeCompare(b.name),
  );
}

/** Those who are shown. @param {readonly Standing[]} group @param {string} filter */
export function filtered(group, filter) {
  /** @type {Record<string, (one: Standing) => boolean>} */
  const tests = {
    overdue: ({ altered, overdue }) => !altered && overdue.length > 0,
    changed: ({ altered, changed }) => !altered && changed.length > 0,
    open: ({ altered, open }) => !altered && open > 0,
    altered: ({ altered }) => altered,
  };
  return group.filter(tests[filter] ?? (() => true));
}

/** Whether someone did the task. @param {Standing} one @param {Task} task */
export function did({ progress }, { number }) {
  return isDone(progress.get(number));
}
