/** A platform that speaks SCORM, 1.2 or 2004. It answers each call at once. */

import { fields, ROOM } from "./fields.js";

/** @typedef {import("./state.js").Platform} Platform */
/** @typedef {import("./fields.js").Standard} Standard */
/** @typedef {Record<string, (...values: string[]) => unknown>} Api */

const NAMES = {
  "scorm-1.2": {
    api: "API",
    begin: "LMSInitialize",
    get: "LMSGetValue",
    set: "LMSSetValue",
    commit: "LMSCommit",
    end: "LMSFinish",
    mode: "cmi.core.lesson_mode",
    status: "cmi.core.lesson_status",
  },
  "scorm-2004": {
    api: "API_1484_11",
    begin: "Initialize",
    get: "GetValue",
    set: "SetValue",
    commit: "Commit",
    end: "Terminate",
    mode: "cmi.mode",
    status: "cmi.completion_status",
  },
};

/** How many windows may lie around a page. */
const MOST = 500;

/** Begin with the platform around this page; null where there is none, or it does not begin. @param {Standard} standard @returns {Platform | null} */
export function scorm(standard) {
  const names = NAMES[standard];
  const api = apiAround(names.api);
  const ask = (/** @type {string} */ name, /** @type {string[]} */ ...values) =>
    String(api?.[name]?.(...values) ?? "");
  if (ask(names.begin, "") !== "true") return null;
  const mode = ask(names.get, names.mode);
  const before = ask(names.get, names.status);
  /** What the platform took, by its name. @type {Map<string, string>} */
  const taken = new Map();
  return {
    kept: ask(names.get, "cmi.suspend_data"),
    isForLooking: mode === "browse" || mode === "review",
    back: "",
    tell(report, kept) {
      const changed = fields(standard, report, kept(ROOM[standard]), before).filter(
        ([name, value]) => taken.get(name) !== value,
      );
      if (changed.length === 0) return true;
      const isTaken =
        changed.every(([name, value]) => ask(names.set, name, value) === "true") &&
        ask(names.commit, "") === "true";
      if (isTaken) for (const [name, value] of changed) taken.set(name, value);
      return isTaken;
    },
    leave: () => ask(names.end, ""),
  };
}

/** Look where platforms put what they are spoken to by: in a window around this one, or around the one that opened it. @param {string} name */
function apiAround(name) {
  const starts = [window, window.opener, window.top?.opener].filter(Boolean);
  for (const around of starts.flatMap((start) => [...outwards(start)])) {
    const api = apiIn(around, name);
    if (api) return api;
  }
  return null;
}

/** @param {Window} from @returns {Generator<Window>} */
function* outwards(from) {
  let around = from;
  for (let n = 0; n < MOST; n++) {
    yield around;
    if (around.parent === around) return;
    around = around.parent;
  }
}

/** A window of another site lets nobody look into it. @param {Window} around @param {string} name @returns {Api | null} */
function apiIn(around, name) {
  try {
    return /** @type {any} */ (around)[name] ?? null;
  } catch {
    return null;
  }
}
