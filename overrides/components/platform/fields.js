/** A module in the data model of SCORM: https://scorm.com/scorm-explained/technical-scorm/run-time/run-time-reference/ */

import { isPassed, scaled } from "./state.js";

/** @typedef {import("./state.js").Report} Report */
/** @typedef {"scorm-1.2" | "scorm-2004"} Standard */
/** @typedef {[name: string, value: string]} Field */

/** How much a platform keeps for a module, in characters. */
export const ROOM = { "scorm-1.2": 4_096, "scorm-2004": 64_000 };

/** What a status is once there is nothing more to reach. */
const REACHED = new Set(["completed", "passed"]);

/**
 * What is set, in this order: the version where one left off, what is kept, the score once there is one, and the status, which
 * is never taken back. To leave is to suspend, or the next visit would begin with nothing.
 * @param {Standard} standard
 * @param {Report} report
 * @param {string} kept
 * @param {string} before the status that the platform had
 * @returns {Field[]}
 */
export function fields(standard, report, kept, before) {
  const core = standard === "scorm-1.2" ? "cmi.core" : "cmi";
  const status = !report.done && REACHED.has(before) ? [] : statusOf(standard, report);
  return [
    [`${core}.${standard === "scorm-1.2" ? "lesson_location" : "location"}`, report.version],
    ["cmi.suspend_data", kept],
    ...(report.answered ? scoreOf(standard, report) : []),
    ...status,
    [`${core}.exit`, "suspend"],
  ];
}

/** Out of 100 in both: Moodle takes the raw score for a percentage, whatever the maximum. @param {Standard} standard @param {Report} report @returns {Field[]} */
function scoreOf(standard, report) {
  const score = standard === "scorm-1.2" ? "cmi.core.score" : "cmi.score";
  return [
    ...(standard === "scorm-1.2" ? [] : [/** @type {Field} */ ([`${score}.scaled`, String(scaled(report))])]),
    [`${score}.raw`, String(Math.round(scaled(report) * 100))],
    [`${score}.min`, "0"],
    [`${score}.max`, "100"],
  ];
}

/** SCORM 1.2 has one word for both, of which to pass is the stronger. @param {Standard} standard @param {Report} report @returns {Field[]} */
function statusOf(standard, report) {
  const completion = report.done ? "completed" : "incomplete";
  if (standard === "scorm-1.2") return [["cmi.core.lesson_status", isPassed(report) ? "passed" : completion]];
  return [
    ["cmi.completion_status", completion],
    ...(isPassed(report) ? [/** @type {Field} */ (["cmi.success_status", "passed"])] : []),
  ];
}
