import { Learning } from "../progress/learning.js";
import { say, sayDay } from "../progress/say.js";
import { forget, note, short } from "../progress/state.js";
import { today, write } from "../progress/store.js";

/** Keeps the tick of one task, or what an observer saw of one act, and says when it was noted and whether it changed. */
export class EwItem extends Learning {
  /** Whether it was noted of another version of the text. */
  #changed = false;

  get #number() {
    return Number(this.dataset.number);
  }

  get #version() {
    return short(this.dataset.version ?? "");
  }

  /** @returns {NodeListOf<HTMLInputElement>} */
  get #inputs() {
    return this.querySelectorAll("input");
  }

  /** @param {AbortSignal} signal */
  prepare(signal) {
    this.addEventListener("change", ({ target }) => this.#mark(target), { signal });
    // To choose the same mark once more is no change to the browser, and marks a changed text anew.
    this.addEventListener("click", ({ target }) => this.#changed && isMark(target) && this.#mark(target), {
      signal,
    });
  }

  /** @param {EventTarget | null} target */
  #mark(target) {
    if (!(target instanceof HTMLInputElement)) return;
    const result = /** @type {import("../progress/state.js").Result | ""} */ (
      target.checked ? target.value : ""
    );
    write((progress) =>
      result
        ? note(progress, this.#number, { day: today(), result, version: this.#version })
        : forget(progress, this.#number),
    );
  }

  /** @param {import("../progress/state.js").Progress} progress */
  show(progress) {
    const entry = progress.get(this.#number);
    for (const input of this.#inputs) input.checked = input.value === (entry?.result ?? "");
    this.#changed = entry !== undefined && entry.version !== this.#version;
    const told = this.find("told");
    told.hidden = !entry;
    if (entry)
      told.textContent = say(this, this.#changed ? "changed" : "done", { date: sayDay(this, entry.day) });
  }
}

/** Whether this is one mark of several. @param {EventTarget | null} target */
function isMark(target) {
  return target instanceof HTMLInputElement && target.type === "radio";
}
