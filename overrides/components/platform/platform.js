import { say } from "../base/messages.js";
import { tasksOf } from "../path/state.js";
import { Learning } from "../progress/learning.js";
import { merge, toLink } from "../progress/state.js";
import { read, today, write } from "../progress/store.js";
import { cmi5 } from "./cmi5.js";
import { scorm } from "./scorm.js";
import { isPassed, packed, reportOf, unpacked, within } from "./state.js";

/** @typedef {import("../progress/state.js").Progress} Progress */

/** What is said of the platform, one at a time. */
const STATES = ["alone", "looking", "refused", "left", "keeping"];

/**
 * Tells the learning platform around a module how much of it is done, and brings back what it kept. Where there is none it
 * says so, and the module works on.
 */
export class EwPlatform extends Learning {
  /** @type {import("./state.js").Platform | null} */
  #platform = null;
  /** What the platform kept and nobody here can read. */
  #foreign = "";

  /** @param {AbortSignal} signal */
  prepare(signal) {
    this.find("scriptless").hidden = true;
    this.#begin();
    addEventListener("pagehide", () => this.#leave(), { signal });
    // A page kept whole for the back button: to the platform it has ended.
    addEventListener("pageshow", ({ persisted }) => persisted && this.#say("left"), { signal });
  }

  get #tasks() {
    return tasksOf(this.dataset.tasks ?? "");
  }

  /** @param {Progress} progress */
  #report(progress) {
    return reportOf(this.#tasks, progress, this.dataset.version ?? "");
  }

  async #begin() {
    const { standard } = this.dataset;
    const reached =
      standard === "cmi5"
        ? await cmi5(this.#report(read()))
        : scorm(/** @type {import("./fields.js").Standard} */ (standard));
    if (!reached) return this.#say("alone");
    const { progress, foreign } = unpacked(reached.kept, today());
    this.#foreign = foreign;
    this.#platform = reached;
    this.#say(reached.isForLooking ? "looking" : "keeping");
    this.find("unread").hidden = !foreign;
    /** @type {HTMLAnchorElement} */ (this.find("back")).href = reached.back;
    this.find("leaving").hidden = !reached.back;
    write((mine) => merge(mine, progress)); // shown, and told
  }

  /** @param {Progress} progress */
  show(progress) {
    const mine = within(progress, this.#tasks);
    const carry = /** @type {HTMLAnchorElement} */ (this.find("carry"));
    carry.href = toLink(this.dataset.course ?? "", mine);
    carry.target = "_blank";
    this.find("carrying").hidden = mine.size === 0;
    if (this.#platform && !this.#platform.isForLooking) this.#tell(mine);
  }

  /** @param {Progress} progress */
  async #tell(progress) {
    const report = this.#report(progress);
    const isTold = await this.#platform?.tell(report, (room) => packed(progress, this.#foreign, room));
    if (!this.#platform) return; // left meanwhile
    this.#say(isTold ? "keeping" : "refused");
    const { done, right, all } = report;
    const words = isPassed(report) ? "passed" : done ? "completed" : "open";
    this.find("told").textContent = isTold ? say(this, words, { right, all }) : "";
  }

  #leave() {
    this.#platform?.leave();
    this.#platform = null;
  }

  /** @param {string} state */
  #say(state) {
    for (const each of STATES) this.find(each).hidden = each !== state;
  }
}

customElements.define("ew-platform", EwPlatform);
