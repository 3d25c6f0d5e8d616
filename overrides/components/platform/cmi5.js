/** A platform that speaks cmi5: it launches the module with an address for statements, and a token that is given once. */

import { fromJson, launchOf, statement, verbsFor } from "./statements.js";

/** @typedef {import("./state.js").Platform} Platform */
/** @typedef {import("./state.js").Report} Report */
/** @typedef {import("./statements.js").Launch} Launch */
/** @typedef {import("./statements.js").LaunchData} LaunchData */
/** @typedef {import("./statements.js").Verb} Verb */

/** The document in which the platform keeps the module. */
const KEPT = "ending-well";
/** Documents have no bound in the standard. */
const ROOM = Infinity;

/** Begin with the platform that launched this page; null where none did, or it does not answer. @param {Report} report @returns {Promise<Platform | null>} */
export async function cmi5(report) {
  const launch = launchOf(location.search);
  if (!launch) return null;
  try {
    return await begun(launch, report);
  } catch {
    return null; // the network, or an answer that is not of the standard
  }
}

/** @param {Launch} launch @param {Report} report @returns {Promise<Platform>} */
async function begun(launch, report) {
  const ask = asker(launch, await tokenFrom(launch.fetch));
  const data = /** @type {LaunchData} */ (/** @type {unknown} */ (await ask.document("LMS.LaunchData")));
  if (!data?.contextTemplate) throw new Error("no launch data");
  await ask.preferences(); // the standard has them fetched; the guide has one language, and no sound
  const kept = (await ask.document(KEPT)) ?? {};
  const session = new Session(launch, data, ask, new Set(Array.isArray(kept.said) ? kept.said : []));
  if (!(await session.begin(report))) throw new Error("it takes no statements");
  return {
    kept: typeof kept.progress === "string" ? kept.progress : "",
    isForLooking: data.launchMode !== "Normal",
    back: /^https?:/.test(data.returnURL ?? "") ? (data.returnURL ?? "") : "",
    tell: (now, keep) => session.tell(now, keep(ROOM)),
    leave: () => session.leave(),
  };
}

/** @param {string} address */
async function tokenFrom(address) {
  const answer = await fetch(address, { method: "POST" });
  const token = fromJson(await answer.text())?.["auth-token"];
  if (typeof token !== "string") throw new Error("no token");
  return token;
}

/** The requests of xAPI that are needed. What is sent goes on when the page is left. @param {Launch} launch @param {string} token */
function asker({ endpoint, actor, registration, activity }, token) {
  const headers = { Authorization: `Basic ${token}`, "X-Experience-API-Version": "1.0.3" };
  const agent = JSON.stringify(actor);
  const stateAt = (/** @type {string} */ stateId) =>
    `${endpoint}activities/state?${new URLSearchParams({ activityId: activity, agent, registration, stateId })}`;
  const send = async (
    /** @type {string} */ address,
    /** @type {string} */ method,
    /** @type {unknown} */ body,
  ) => {
    const answer = await fetch(address, {
      method,
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify(body),
      keepalive: true,
    }).catch(() => null);
    return answer?.ok ?? false;
  };
  return {
    document: async (/** @type {string} */ id) => {
      const answer = await fetch(stateAt(id), { headers });
      if (!answer.ok && answer.status !== 404) throw new Error("not told");
      return answer.ok ? fromJson(await answer.text()) : null;
    },
    preferences: () =>
      fetch(
        `${endpoint}agents/profile?${new URLSearchParams({ agent, profileId: "cmi5LearnerPreferences" })}`,
        {
          headers,
        },
      ),
    keep: (/** @type {unknown} */ document) => send(stateAt(KEPT), "PUT", document),
    say: (/** @type {object[]} */ statements) => send(`${endpoint}statements`, "POST", statements),
  };
}

/** What is said from the opening of the module to its end, in this order: nothing comes before the first, or after the last. */
class Session {
  #launch;
  #data;
  #ask;
  #said;
  #begun = new Date();
  /** @type {object[]} */
  #waiting = [];
  /** @type {Report | null} */
  #report = null;
  /** @type {Promise<boolean>} */
  #sent = Promise.resolve(true);
  #progress = "";
  #isKept = true;

  /** @param {Launch} launch @param {LaunchData} data @param {ReturnType<typeof asker>} ask @param {Set<string>} said */
  constructor(launch, data, ask, said) {
    this.#launch = launch;
    this.#data = data;
    this.#ask = ask;
    this.#said = said;
  }

  /** @param {Report} report */
  begin(report) {
    this.#report = report;
    return this.#ask.say([this.#statement("initialized")]);
  }

  /** @param {Report} report @param {string} progress */
  tell(report, progress) {
    this.#report = report;
    for (const verb of verbsFor(report, this.#said, this.#data.masteryScore)) {
      this.#said.add(verb);
      this.#waiting.push(this.#statement(verb));
    }
    this.#isKept &&= progress === this.#progress;
    this.#progress = progress;
    this.#sent = this.#sent.then(() => this.#send());
    return this.#sent;
  }

  async #send() {
    const statements = this.#waiting.splice(0);
    if (statements.length && !(await this.#ask.say(statements))) {
      this.#waiting.unshift(...statements);
      return false;
    }
    this.#isKept ||= await this.#ask.keep(this.#document);
    return this.#isKept;
  }

  get #document() {
    return { progress: this.#progress, said: [...this.#said].filter((verb) => verb !== "failed") };
  }

  /** The page goes: what waits and the end are sent as one, so that nothing overtakes another. */
  leave() {
    this.#ask.say([...this.#waiting.splice(0), this.#statement("terminated")]);
    if (!this.#isKept) this.#ask.keep(this.#document);
  }

  /** @param {Verb} verb */
  #statement(verb) {
    const report = /** @type {Report} */ (this.#report);
    const when = { id: uuid(), begun: this.#begun, now: new Date() };
    return statement(verb, this.#launch, this.#data, report, when);
  }
}

/** A random UUID. `crypto.randomUUID` is not there where an intranet has no certificate. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (Number(bytes[6]) & 0x0f) | 0x40;
  bytes[8] = (Number(bytes[8]) & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
