/** A module in the statements of cmi5: https://github.com/AICC/CMI-5_Spec_Current/blob/quartz/cmi5_spec.md */

import { scaled } from "./state.js";

/** @typedef {import("./state.js").Report} Report */
/** @typedef {"initialized" | "completed" | "passed" | "failed" | "terminated"} Verb */
/** @typedef {{endpoint: string, fetch: string, actor: object, registration: string, activity: string}} Launch */
/** @typedef {{contextActivities?: {category?: object[]}, extensions?: object}} Context */
/** @typedef {{contextTemplate: Context, launchMode: string, masteryScore?: number, returnURL?: string}} LaunchData */

const VERBS = "http://adlnet.gov/expapi/verbs";
const CATEGORIES = "https://w3id.org/xapi/cmi5/context/categories";
const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
const PARAMETERS = ["endpoint", "fetch", "actor", "registration", "activityId"];

/** What a platform launched the module with (section 8.1); null where none did. @param {string} query of the address @returns {Launch | null} */
export function launchOf(query) {
  const given = new URLSearchParams(query);
  const [endpoint = "", fetch = "", actor = "", registration = "", activity = ""] = PARAMETERS.map(
    (name) => given.get(name) ?? "",
  );
  if (!(endpoint && fetch && actor && registration && activity)) return null;
  const agent = fromJson(actor);
  return (
    agent && { endpoint: `${endpoint.replace(/\/$/, "")}/`, fetch, actor: agent, registration, activity }
  );
}

/** The object that a text holds; null where it holds none. @param {string} text @returns {Record<string, unknown> | null} */
export function fromJson(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

/**
 * What is still to be said (section 9.3): each verb once, and of passing and failing one. A pass is for good.
 * @param {Report} report
 * @param {ReadonlySet<string>} said before: in this session, or for good in an earlier one
 * @param {number} [mastery] the score between 0 and 1 that the platform asks for
 * @returns {Verb[]}
 */
export function verbsFor(report, said, mastery = 0) {
  if (!report.done) return [];
  const isJudged = report.all === 0 || said.has("passed") || said.has("failed");
  return [
    ...(said.has("completed") ? [] : [/** @type {const} */ ("completed")]),
    ...(isJudged ? [] : [/** @type {Verb} */ (scaled(report) >= mastery ? "passed" : "failed")]),
  ];
}

/**
 * A statement (section 9). What the platform put into its template of a context stays as it is.
 * @param {Verb} verb
 * @param {Launch} launch
 * @param {LaunchData} data
 * @param {Report} report
 * @param {{id: string, begun: Date, now: Date}} when
 */
export function statement(verb, { actor, registration, activity }, data, report, { id, begun, now }) {
  const { contextTemplate: template, masteryScore: mastery } = data;
  const isJudged = verb === "passed" || verb === "failed";
  const category = [
    ...(template.contextActivities?.category ?? []),
    { id: `${CATEGORIES}/cmi5` },
    ...(isJudged || verb === "completed" ? [{ id: `${CATEGORIES}/moveon` }] : []),
  ];
  const judged = isJudged && mastery !== undefined ? { [MASTERY]: mastery } : {};
  return {
    id,
    actor,
    verb: { id: `${VERBS}/${verb}`, display: { en: verb } },
    object: { objectType: "Activity", id: activity },
    ...(verb === "initialized" ? {} : { result: resultOf(verb, report, begun, now) }),
    context: {
      revision: report.version,
      ...template,
      registration,
      contextActivities: { ...template.contextActivities, category },
      extensions: { ...template.extensions, ...judged },
    },
    timestamp: now.toISOString(),
  };
}

/** The standard wants to know how long it took (section 9.5.4). @param {Verb} verb @param {Report} report @param {Date} begun @param {Date} now */
function resultOf(verb, report, begun, now) {
  const score = { scaled: scaled(report), raw: report.right, min: 0, max: report.all };
  return {
    ...(verb === "completed" ? { completion: true } : {}),
    ...(verb === "passed" || verb === "failed" ? { success: verb === "passed", score } : {}),
    duration: `PT${((now.getTime() - begun.getTime()) / 1000).toFixed(2)}S`,
  };
}
