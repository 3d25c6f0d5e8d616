import { say, sayDay } from "../base/messages.js";
import { isDone } from "../progress/state.js";
import { today, write } from "../progress/store.js";
import { shuffled, Task } from "../progress/task.js";
import { answered, answeredOn } from "../recall-queue/state.js";

/** @typedef {{item: HTMLElement, input: HTMLInputElement, reason: HTMLElement}} Option */

/**
 * Makes one choice out of options that open to their reasons: shuffled, answered once, explained whatever was chosen.
 * A wrong answer leaves the others to try; the right one shows every reason.
 */
export class EwKnowledgeCheck extends Task {
  /** @type {Option[]} */
  #options = [];
  /** Whether the reader answers anew what was answered before. */
  #again = false;
  /** Whether an answer was wrong since the options were last shuffled. */
  #missed = false;

  /** @param {AbortSignal} signal */
  prepare(signal) {
    this.#options = this.#options.length ? this.#options : this.#asChoices();
    this.#shuffle();
    this.#again = "again" in this.dataset;
    const button = this.find("answer");
    button.hidden = false;
    button.addEventListener("click", () => this.#press(), { signal });
  }

  /** The options as they stand, each made into a radio button with a reason below. @returns {Option[]} */
  #asChoices() {
    const items = /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-option]"));
    return [...items].map((item) => {
      const text = item.querySelector("summary");
      const reason = item.querySelector(".reason");
      if (!text || !(reason instanceof HTMLElement))
        throw new Error("ew-knowledge-check: an option lacks a part");
      const input = document.createElement("input");
      input.type = "radio";
      input.name = `answer-${this.number}`;
      input.value = item.dataset.option ?? "";
      input.autocomplete = "off"; // no browser brings an old choice back
      const label = document.createElement("label");
      const words = document.createElement("span");
      words.append(...text.childNodes);
      label.append(input, words);
      item.replaceChildren(label, reason);
      return { item, input, reason };
    });
  }

  #shuffle() {
    this.#options = shuffled(this.#options);
    this.find("options").append(...this.#options.map(({ item }) => item));
  }

  #press() {
    if (this.#isAnswered()) this.#startAgain();
    else this.#answer();
  }

  #isAnswered() {
    return this.#options.some(({ input }) => input.disabled);
  }

  #startAgain() {
    this.#again = true;
    this.#empty();
    this.#options[0]?.input.focus();
  }

  /** As if it had not been answered. */
  #empty() {
    this.#missed = false;
    for (const { input } of this.#options) input.checked = false;
    this.#shuffle();
    this.#open();
    this.find("status").textContent = "";
  }

  #answer() {
    const chosen = this.#options.find(({ input }) => input.checked);
    const status = this.find("status");
    if (!chosen) {
      status.textContent = say(this, "unchosen");
      this.#tell(say(this, "unchosen"));
      return;
    }
    const right = "right" in chosen.item.dataset;
    chosen.reason.hidden = false;
    status.textContent = chosen.reason.textContent;
    const result = right ? (this.#missed ? "mended" : "right") : "missed";
    this.#missed ||= !right;
    this.#again &&= !right;
    this.note(result);
    if (!right) this.#tell(say(this, "missed"), "missed");
  }

  /** @param {import("../progress/state.js").Result} result */
  note(result) {
    const entry = { day: today(), result, version: this.version };
    write((progress) => answered(progress, this.number, entry));
  }

  /** @param {string} words @param {import("../progress/state.js").Result} [verdict] */
  #tell(words, verdict) {
    const told = this.find("told");
    told.textContent = words;
    told.hidden = !words;
    if (verdict) told.dataset.verdict = verdict;
    else delete told.dataset.verdict;
  }

  /** What the answer rests on: its titles may hold it, so that it is there only once all is explained. @param {boolean} shown */
  #showBasis(shown) {
    const basis = /** @type {HTMLDetailsElement} */ (this.find("basis"));
    basis.hidden = !shown;
    basis.open = shown;
  }

  /** Ready to be answered: every reason folded away, but that of an answer just given. */
  #open() {
    for (const { input, reason } of this.#options) {
      input.disabled = false;
      reason.hidden = !input.checked;
    }
    this.find("answer").textContent = say(this, "answer");
    this.find("answer").dataset.rank = "primary";
    this.#showBasis(false);
    this.#tell("");
  }

  /** @param {import("../progress/state.js").Progress} progress */
  show(progress) {
    const entry = progress.get(this.number);
    const current = entry?.version === this.version;
    if (entry && current && isDone(entry) && !this.#again) {
      this.#close(say(this, entry.result, { date: sayDay(this, answeredOn(entry)) }), entry.result);
      return;
    }
    if (this.#isAnswered())
      this.#empty(); // what was noted was cleared meanwhile
    else if (!this.find("answer").textContent) this.#open();
    if (entry && !current) this.#tell(say(this, "changed", { date: sayDay(this, entry.day) }));
    else if (!entry && !this.#missed) this.#tell("");
  }

  /** Answered rightly: the right option is marked, and every reason is there to read. @param {string} words @param {import("../progress/state.js").Result} verdict */
  #close(words, verdict) {
    const held = this.#options.some(({ input }) => input === document.activeElement);
    for (const { item, input, reason } of this.#options) {
      input.checked = "right" in item.dataset;
      input.disabled = true;
      reason.hidden = false;
    }
    this.find("answer").textContent = say(this, "again");
    this.find("answer").dataset.rank = "quiet";
    this.#showBasis(true);
    // An answer given in another tab disables the option that has the focus here, and the focus would be gone.
    if (held) this.find("answer").focus({ preventScroll: true });
    this.#tell(words, verdict);
  }
}

customElements.define("ew-knowledge-check", EwKnowledgeCheck);
